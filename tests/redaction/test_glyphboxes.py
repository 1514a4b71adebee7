"""Where letters stand, as one array: the same to every reader as a list of boxes would be."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from redaction.glyphboxes import GlyphBoxes
from redaction.pdfium import glyphs, grey, letters_near, open_pdf, visible


def test_white_space_that_a_reader_added_has_no_box_and_letters_keep_theirs() -> None:
    boxes = GlyphBoxes.of([(1.0, 2.0, 3.0, 4.0), None, (5.0, 2.0, 7.0, 4.0)])
    assert boxes[1] is None
    assert boxes[0] == (1.0, 2.0, 3.0, 4.0)
    assert list(boxes[1:]) == [None, (5.0, 2.0, 7.0, 4.0)]
    assert boxes == [(1.0, 2.0, 3.0, 4.0), None, (5.0, 2.0, 7.0, 4.0)]


def _page(size: float, *words: tuple[float, float, str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    canvas.setFont("Helvetica", size)
    for x, y, text in words:
        canvas.drawString(x, y, text)
    canvas.save()
    return out.getvalue()


def test_only_letters_near_an_area_are_looked_at_and_none_of_them_is_missed() -> None:
    document = open_pdf(_page(12, (40, 250, "Marsh came"), (40, 200, "nobody did")))
    page = document[0]
    read = glyphs(page)
    area = read.boxes[read.text.index("M")]
    assert area is not None
    assert [letter.text for letter in letters_near(page, [area], 3.0)] == ["M", "a"]
    assert letters_near(page, [(40.0, 120.0, 300.0, 140.0)], 3.0) == []


def test_large_letters_are_seen_as_small_ones_are_and_white_paper_is_not() -> None:
    document = open_pdf(_page(90, (40, 100, "MI i")))
    page = document[0]
    read = glyphs(page)
    assert visible(grey(page, 100), 100, read.boxes) == [True, True, False, True]
    assert visible(grey(page, 100), 100, [(300.0, 10.0, 310.0, 20.0), None]) == [False, False]


def test_of_thousands_of_letters_each_has_the_box_that_it_has_by_itself() -> None:
    line = "the warden came on Tuesday and saw the garden "
    tiny = [(5.0, 290.0 - 4 * row, line * 3) for row in range(30)]
    page = open_pdf(_page(2, *tiny))[0]
    read = glyphs(page)
    last = max(at for at, letter in enumerate(read.text) if letter == "g")
    assert last > 3000
    first = open_pdf(_page(2, tiny[0]))[0]
    alone = glyphs(first)
    one, other = read.boxes[last], alone.boxes[alone.text.rindex("g")]
    assert one is not None
    assert other is not None
    assert [round(edge, 3) for edge in one] == [
        round(edge + lower, 3) for edge, lower in zip(other, (0, 4 * 29, 0, 4 * 29), strict=True)
    ]
