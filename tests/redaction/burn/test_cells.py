"""Names in cells, in columns and beside raised letters: a box takes its own place and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from recordkeeping.disclosure.release import ProvenDocument

FRAMES = "0.7 w 40 200 120 20 re S 160 200 120 20 re S 280 200 100 20 re S "
LINES = "0.7 w 40 200 m 160 200 l 160 220 l 40 220 l h 160 200 m 280 200 l 280 220 l 160 220 l h S "
GROUNDS = "0.9 g 160 200 120 20 re f 0.8 g 280 200 100 20 re f 0 g "


def words_at(*placed: tuple[str, float, float]) -> str:
    return " ".join(f"BT /F1 9 Tf 1 0 0 1 {x} {y} Tm ({said}) Tj ET" for said, x, y in placed)


@pytest.mark.parametrize("drawn_cells", [FRAMES, LINES, GROUNDS])
def test_a_box_in_a_cell_stays_in_the_cell(
    drawn_cells: str,
    form: Callable[..., bytes],
    released: Callable[..., ProvenDocument],
    drawn: Callable[[bytes], Any],
) -> None:
    before = form(drawn_cells + words_at(("Name", 45, 206), ("Zephyrine", 165, 206)))
    proven = released(before, "Zephyrine")
    assert proven.pages_as_images == ()
    beyond = (564, 150, 790, 204)  # from the cell's right edge on, two pixels a point
    was, now = (np.asarray(drawn(pdf).crop(beyond)) for pdf in (before, proven.pdf))
    assert np.abs(was.astype(int) - now).max() < 8


@pytest.mark.parametrize("drawn_cells", [FRAMES, LINES, GROUNDS])
def test_a_box_on_a_line_that_is_full_stays_right_of_its_cell_s_wall(
    drawn_cells: str,
    form: Callable[..., bytes],
    released: Callable[..., ProvenDocument],
    drawn: Callable[[bytes], Any],
) -> None:
    before = form(
        drawn_cells + words_at(("4.", 45, 206), ("ZQ reported that the visit we", 165, 206))
    )
    proven = released(before, "ZQ")
    assert proven.pages_as_images == ()
    beyond = (100, 150, 321, 204)  # up to the wall, two pixels a point
    was, now = (np.asarray(drawn(pdf).crop(beyond)) for pdf in (before, proven.pdf))
    assert np.abs(was.astype(int) - now).max() < 8


def test_a_name_alone_on_a_line_leaves_the_column_beside_it(
    form: Callable[..., bytes],
    released: Callable[..., ProvenDocument],
    words: Callable[[bytes], str],
) -> None:
    column = [(f"The lamp of room {n} was mended", 160.0, 217.5 - 11 * n) for n in range(4)]
    proven = released(form(words_at(("Zephyrine", 40, 200), *column)), "Zephyrine")
    assert proven.pages_as_images == ()
    said = words(proven.pdf)
    assert all(line in said for line, _, _ in column)


def test_a_whole_passage_is_one_box_as_wide_as_its_column(
    form: Callable[..., bytes],
    burned: Callable[..., Any],
    words: Callable[[bytes], str],
) -> None:
    line = "They talked about the lamp and the garden until noon"
    before = form(words_at((line, 40, 200), ("Nothing else was said", 40, 180)))
    result, verdict = burned(before, (38, 90, 300, 103))
    assert verdict.against == ()
    box = next(o for o in pypdfium2.PdfDocument(result.pdf)[0].get_objects() if o.type == 2)
    assert box.get_bounds()[2] > 350


def test_white_space_that_a_passage_leaves_behind_tells_nobody_where_it_ended(
    form: Callable[..., bytes],
    burned: Callable[..., Any],
) -> None:
    line = "They talked about the lamp and the garden until noon"
    before = form(words_at((line + " ", 40, 200), ("Nothing else was said", 40, 180)))
    ends = 40 + stringWidth(line, "Helvetica", 9)
    result, verdict = burned(before, (39.5, 90, ends - 0.2, 103))
    assert verdict.against == ()
    page = pypdfium2.PdfDocument(result.pdf)[0]
    assert "Nothing else was said" in page.get_textpage().get_text_range()
    painted = next(o for o in page.get_objects() if o.type == 2).get_bounds()
    left, bottom, right, top = painted
    assert right > 350
    under = page.get_textpage().get_text_bounded(left, bottom, right, top)
    assert under.strip() == "[removed: another person]"


def test_raised_letters_move_with_the_line_that_they_belong_to(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    before = form(
        "BT /F1 11 Tf 1 0 0 1 40 200 Tm (Then Zephyrine Quaxley came on the 4) Tj "
        "/F1 6.5 Tf 4 Ts (th) Tj /F1 11 Tf 0 Ts ( of March) Tj ET"
    )
    text = pypdfium2.PdfDocument(released(before, "Zephyrine Quaxley").pdf)[0].get_textpage()
    said = text.get_text_range()
    at = said.index("4")
    assert said[at : at + 3] == "4th"
    four, raised, after = (text.get_charbox(at + n) for n in (0, 1, said.index("of", at) - at))
    assert 0 <= raised[0] - four[2] < 1.5
    assert raised[2] < after[0]
