"""A long document is burned in parts on every core, and is one document again."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from redaction.areas import Area
from redaction.burn.burning import burn, burn_here, join_here
from redaction.proof.weighing import weigh_here
from redaction.prove import weigh
from redaction.sandbox import turns
from redaction.sandbox.abreast import Answer


def _long(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200), invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(40, 100, f"Page {number} names Zephyrine")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_every_page_of_a_long_document_is_there_once_and_in_its_place(
    words: Callable[[bytes], str],
) -> None:
    areas = [Area(number, (115.0, 86.0, 185.0, 104.0)) for number in (1, 40, 41, 90)]
    source = _long(90)
    burned = burn(source, areas, as_pictures=[80])
    assert burned.pages == 90
    assert burned.pictures == ((80, "its proof asked for it"),)
    assert [page for page, _ in burned.widths] == [1, 40, 41, 90]
    said = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(burned.pdf)]
    assert [text.split()[1] for text in said] == [str(number) for number in range(1, 91)]
    assert [n for n, text in enumerate(said, 1) if "Zephyrine" not in text] == [1, 40, 41, 90]
    assert weigh(burned.pdf, source, areas, []).against == ()


def test_pages_that_take_long_are_burned_and_proven_in_more_turns(
    words: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _long(4)
    areas = [[2, 115.0, 86.0, 185.0, 104.0, "", ""]]
    whole = burn(source, [Area(2, (115.0, 86.0, 185.0, 104.0), "")])
    monkeypatch.setattr(turns, "_LONGEST", -1.0)

    def burned(first: int, last: int) -> Answer:
        asked = {"areas": areas, "as_pictures": [3], "first": first, "last": last}
        return burn_here(asked, [source])

    answers = turns.taken(burned, 1, 4)
    assert [header["pictures"] for header, _ in answers] == [
        [],
        [],
        [(3, "its proof asked for it")],
        [],
    ]
    _, [joined] = join_here({}, [part for _, [part] in answers])
    assert [len(pypdfium2.PdfDocument(part)) for _, [part] in answers] == [1, 1, 1, 1]
    assert words(joined).count("Zephyrine") == 3

    def looked(first: int, last: int) -> Answer:
        asked = {
            "terms": ["Page 4", "Zephyrine Page"],
            "areas": areas,
            "first": first,
            "many": last - first + 1,
        }
        return weigh_here(asked, [whole.pdf, source])

    def told(answers: Sequence[Answer]) -> set[tuple[int, int]]:
        return {
            (term, page)
            for header, _ in answers
            for term, _, _, _, places in header["leaks"]
            for page, *_ in places
        }

    answers = turns.taken(looked, 1, 4)
    assert [header["next"] for header, _ in answers] == [2, 3, 4, None]
    assert {(0, 4), (1, 3), (1, 4)} <= told(answers)
    monkeypatch.setattr(turns, "_LONGEST", 60.0)
    assert told(answers) == told([looked(1, 4)])
