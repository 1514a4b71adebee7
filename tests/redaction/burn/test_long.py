"""A long document is burned in parts on every core, and is one document again."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.prove import weigh


def test_every_page_of_a_long_document_is_there_once_and_in_its_place(
    words: Callable[[bytes], str],
) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200), invariant=1)
    for number in range(1, 91):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(40, 100, f"Page {number} names Zephyrine")
        canvas.showPage()
    canvas.save()
    areas = [Area(number, (115.0, 86.0, 185.0, 104.0)) for number in (1, 40, 41, 90)]
    source = out.getvalue()
    burned = burn(source, areas, as_pictures=[80])
    assert burned.pages == 90
    assert burned.pictures == ((80, "its proof asked for it"),)
    assert [page for page, _ in burned.widths] == [1, 40, 41, 90]
    said = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(burned.pdf)]
    assert [text.split()[1] for text in said] == [str(number) for number in range(1, 91)]
    assert [n for n, text in enumerate(said, 1) if "Zephyrine" not in text] == [1, 40, 41, 90]
    assert weigh(burned.pdf, source, areas, []).against == ()
