"""A name in the middle of its cell, or set to the right, does not tell how wide it was."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.people import Roster
from recordkeeping.disclosure.release import ProvenDocument
from redaction.burn.burning import burn
from redaction.detect import areas_of, detect
from redaction.reading import read_document
from redaction.terms import TermDetector

SHORT, LONG = "Ann Ox", "Bartholomew Featherstonehaugh"
Places = Callable[[Canvas, str], None]


def body(canvas: Canvas, left: float = 72) -> None:
    for n, line in enumerate(("It rained all morning.", "They saw the garden and the lamp.")):
        canvas.drawString(left, 300 - 15 * n, line)


def genogram(canvas: Canvas, name: str) -> None:
    body(canvas)
    for x, shown, born in ((80, name, "1984"), (260, "Wm Quill", "1981"), (440, name, "2009")):
        canvas.rect(x, 600, 100, 50)
        canvas.setFont("Helvetica", 6.5)
        canvas.drawCentredString(x + 50, 630, shown)
        canvas.drawCentredString(x + 50, 615, born)


def under_their_signs(canvas: Canvas, name: str) -> None:
    body(canvas)
    for x, shown in ((120, name), (330, "Wm Quill"), (480, name)):
        canvas.rect(x - 15, 630, 30, 30)
        canvas.drawCentredString(x, 616, shown)


def over_a_date(canvas: Canvas, name: str) -> None:
    body(canvas)
    canvas.circle(420, 640, 15)
    canvas.drawCentredString(420, 590, name)
    canvas.drawCentredString(420, 576, "b. 1984")


def boxes_close_together(canvas: Canvas, name: str) -> None:
    for x, shown in ((80, "Wm Quill of 3 Mill Lane, Bray"), (194, name), (308, name)):
        canvas.rect(x, 600, 110, 50)
        canvas.setFont("Helvetica", 7)
        canvas.drawCentredString(x + 55, 622, shown)


def rounded(canvas: Canvas, name: str) -> None:
    canvas.roundRect(200, 600, 180, 50, 8)
    canvas.drawCentredString(290, 620, name)


def circle(canvas: Canvas, name: str) -> None:
    canvas.circle(290, 620, 95)
    canvas.drawCentredString(290, 620, name)


def wider_than_its_box(canvas: Canvas, name: str) -> None:
    body(canvas)
    canvas.rect(260, 600, 80, 40)
    canvas.drawCentredString(300, 616, name)


def heading(canvas: Canvas, name: str) -> None:
    canvas.drawCentredString(297.5, 780, name)
    body(canvas)


def heading_with_words(canvas: Canvas, name: str) -> None:
    canvas.drawCentredString(297.5, 780, f"Report on {name}, aged 9")
    body(canvas)


def title_page(canvas: Canvas, name: str) -> None:
    for n, line in enumerate(("Northmoor Council", name, "Core assessment", "March 2019", name)):
        canvas.drawCentredString(310, 700 - 40 * n, line)


def nothing_but_names(canvas: Canvas, name: str) -> None:
    for n in range(3):
        canvas.drawCentredString(297.5, 700 - 40 * n, name)


def underlined(canvas: Canvas, name: str) -> None:
    heading(canvas, name)
    half = stringWidth(name, "Helvetica", 11) / 2
    canvas.setLineWidth(0.6)
    canvas.line(297.5 - half, 778, 297.5 + half, 778)


def _table(canvas: Canvas, draw: Callable[[float, float, str], None], name: str) -> None:
    for n, row in enumerate((("Date", "Seen by"), ("1 May", name), ("2 June", "Wm Quill"))):
        y = 600 - 20 * n
        canvas.rect(72, y, 100, 20)
        canvas.rect(172, y, 260, 20)
        canvas.drawString(77, y + 6, row[0])
        draw(172, y + 6, row[1])


def centred_column(canvas: Canvas, name: str) -> None:
    _table(canvas, lambda x, y, said: canvas.drawCentredString(x + 130, y, said), name)


def centred_with_words(canvas: Canvas, name: str) -> None:
    _table(canvas, lambda x, y, s: canvas.drawCentredString(x + 130, y, f"by {s} alone"), name)


def column_to_the_right(canvas: Canvas, name: str) -> None:
    _table(canvas, lambda x, y, said: canvas.drawRightString(x + 254, y, said), name)


def right_with_words(canvas: Canvas, name: str) -> None:
    _table(canvas, lambda x, y, s: canvas.drawRightString(x + 254, y, f"by {s} alone"), name)


def one_cell_to_the_right(canvas: Canvas, name: str) -> None:
    body(canvas)
    canvas.rect(72, 600, 200, 20)
    canvas.drawRightString(267, 606, name)


def right_without_walls(canvas: Canvas, name: str) -> None:
    body(canvas)
    for n, said in enumerate(("Seen by", "Wm Quill", name, "J Rook", name)):
        canvas.drawString(72, 600 - 20 * n, f"Visit {n}")
        canvas.drawRightString(430, 600 - 20 * n, said)


def middle_without_walls(canvas: Canvas, name: str) -> None:
    body(canvas)
    for n, said in enumerate(("Seen by", "Wm Quill", name, "J Rook", name)):
        canvas.drawString(72, 600 - 20 * n, f"Visit {n}")
        canvas.drawCentredString(430, 600 - 20 * n, said)


def middle_of_a_footer(canvas: Canvas, name: str) -> None:
    body(canvas)
    canvas.drawString(72, 40, "Confidential")
    canvas.drawCentredString(297.5, 40, name)
    canvas.drawRightString(523, 40, "Page 3 of 9")


PAGES = (
    genogram,
    under_their_signs,
    over_a_date,
    boxes_close_together,
    rounded,
    circle,
    wider_than_its_box,
    heading,
    heading_with_words,
    title_page,
    nothing_but_names,
    underlined,
    centred_column,
    centred_with_words,
    column_to_the_right,
    right_with_words,
    one_cell_to_the_right,
    right_without_walls,
    middle_without_walls,
    middle_of_a_footer,
)


def bound(places: Sequence[Places], name: str) -> bytes:
    """Return a paper with each of the pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    for place in places:
        canvas.setFont("Helvetica", 11)
        place(canvas, name)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def is_grey(page_object: Any) -> bool:
    """Say whether something painted is a box of ours."""
    fill = [ctypes.c_uint() for _ in range(4)]
    pypdfium2.raw.FPDFPageObj_GetFillColor(page_object, *map(ctypes.byref, fill))
    return page_object.type == 2 and fill[0].value == 224


def boxes_of(page: pypdfium2.PdfPage) -> list[tuple[float, ...]]:
    return [o.get_bounds() for o in page.get_objects() if is_grey(o)]


def drawn_small(page: pypdfium2.PdfPage) -> np.ndarray[Any, np.dtype[np.int16]]:
    return np.asarray(page.render(scale=1.5, grayscale=True).to_pil()).astype(np.int16)


def without(pdf: bytes, *terms: str) -> bytes:
    """Burn the terms out of a paper, whose pages must all be rewritten; the proof is not asked."""
    document = read_document(pdf)
    findings = detect(document, Roster(""), [TermDetector(terms)])
    burned = burn(document.pdf, areas_of(findings, {}, "another person"))
    assert burned.pictures == ()
    return burned.pdf


@pytest.mark.parametrize("parted", [False, True])
def test_a_short_and_a_long_name_leave_one_and_the_same_page(parted: bool) -> None:
    files = [
        pypdfium2.PdfDocument(without(bound(PAGES, name), *(name.split() if parted else [name])))
        for name in (SHORT, LONG)
    ]
    differ = {}
    for number, place in enumerate(PAGES):
        short, long = (drawn_small(f[number]) for f in files)
        assert boxes_of(files[0][number]), place.__name__
        differ[place.__name__] = np.abs(short - long).max() >= 8
    assert [name for name, differs in differ.items() if differs] == []


def test_what_moved_about_its_middle_or_its_right_edge_is_proven(
    released: Callable[..., ProvenDocument], words: Callable[[bytes], str]
) -> None:
    pages = (genogram, underlined, heading_with_words, right_with_words, right_without_walls)
    proven = released(bound(pages, LONG), LONG)
    assert proven.pages_as_images == ()
    said = words(proven.pdf)
    for kept in ("1984", "2009", "Report on", ", aged 9", "by", "alone", "Visit 4", "J Rook"):
        assert kept in said
    assert said.count("It rained all morning.") == 4


@pytest.mark.parametrize("others", [("Wm Quill",), ("Wm Quill of 3 Mill Lane", "J Rook")])
def test_a_name_that_fills_its_cell_in_a_column_set_to_the_left_begins_where_the_others_do(
    others: Sequence[str],
) -> None:
    wide = stringWidth(LONG, "Helvetica", 11) + 10

    def table(canvas: Canvas, name: str) -> None:
        for n, said in enumerate((name, *others)):
            canvas.rect(72, 600 - 20 * n, wide, 20)
            canvas.drawString(77, 606 - 20 * n, said)

    page = pypdfium2.PdfDocument(without(bound([table], LONG), LONG))[0]
    assert boxes_of(page)[0][0] == pytest.approx(77, abs=0.5)
