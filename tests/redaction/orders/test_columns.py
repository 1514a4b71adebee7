"""Names that run on below, beside other columns, or letter by letter along a curve, are found."""

import math

from recordkeeping.disclosure.findings import Box, Page
from recordkeeping.disclosure.people import Roster
from redaction.detect import detect, text_of
from redaction.detectors.patterns.nhs import NhsDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.orders.columns import down_columns
from redaction.orders.scattered import read_on
from redaction.pages import ReadDocument
from redaction.terms import TermDetector

Glyphs = tuple[Box | None, ...]
NAMES = TermDetector(["Zephyrine Quaxley", "Zephyrine", "Quaxley"])


def drawn(*words: tuple[str, float, float]) -> tuple[str, Glyphs]:
    """Return a page's text and boxes as words are drawn: each with its left edge and its top."""
    text, boxes = "", list[Box | None]()
    for word, x, y in words:
        text += word + "\n"
        boxes += [(x + 6.0 * n, y, x + 6.0 * n + 6, y + 12) for n in range(len(word))]
        boxes.append(None)
    return text, tuple(boxes)


def round_a_circle(words: str, step: float, away: float = 90.0) -> tuple[str, Glyphs]:
    """Return a page on which letters stand round a circle, named in that order."""
    boxes: list[Box | None] = []
    for number, letter in enumerate(words):
        x = 300 + away * math.sin(math.radians(number * step))
        y = 400 - away * math.cos(math.radians(number * step))
        boxes += [None if letter == " " else (x - 4, y - 5, x + 4, y + 5), None]
    return "\n".join(words) + "\n", tuple(boxes)


def seen(page: tuple[str, Glyphs], detector: TermDetector | RosterDetector | NhsDetector = NAMES,
         roster: Roster | None = None) -> list[str]:  # fmt: skip
    text, boxes = page
    read = ReadDocument(b"", (Page(1, text),), (boxes,), "application/pdf")
    return [text_of(read, f) for f in detect(read, roster or Roster(""), [detector])]


def test_a_name_wrapped_in_a_cell_is_found_with_other_cells_beside_it() -> None:
    for first in ("Zephy-", "Zephy", "Zephy\u2010"):
        cells = (first, 72, 114), ("3 May 2001", 160, 114), ("rine", 72, 127), ("10:00", 160, 127)
        assert seen(drawn(*cells)) == [first, "rine"]


def test_a_full_name_over_three_lines_of_a_column_is_found() -> None:
    rows = [("saw Zephy-", "and nothing"), ("rine Quax-", "else took place"), ("ley met", "there")]
    page = drawn(*((t, x, 20.0 + 14 * n) for n, row in enumerate(rows)
                   for t, x in zip(row, (72.0, 220.0), strict=True)))  # fmt: skip
    assert seen(page, TermDetector(["Zephyrine Quaxley"])) == ["Zephy-", "rine Quax-", "ley"]


def test_a_person_of_the_roster_is_found_in_a_cell_of_two_lines(roster: Roster) -> None:
    cells = ("Dean", 72, 114), ("3 May 2001", 160, 114), ("Marsh", 72, 127), ("rang", 160, 127)
    assert seen(drawn(*cells), RosterDetector(), roster) == ["Dean", "Marsh"]


def test_lines_that_a_page_names_below_each_other_are_not_read_again() -> None:
    text = drawn(("was in", 72, 20), ("the garden", 72, 34), ("and then", 300, 20), ("we", 300, 34))
    assert down_columns(*text) is None
    assert seen(drawn(("Zephy-", 72, 20), ("and on", 300, 20), ("went", 72, 34))) == []


def test_pieces_far_below_each_other_are_not_one_name() -> None:
    cells = ("Zephy", 72, 20), ("3 May 2001", 160, 20), ("rine", 72, 80), ("10:00", 160, 80)
    assert seen(drawn(*cells)) == []
    beside = ("Zephy", 72, 20), ("3 May 2001", 160, 20), ("10:00", 72, 34), ("rine", 160, 34)
    assert seen(drawn(*beside)) == []


def test_figures_below_each_other_in_a_table_are_no_number() -> None:
    cells = ("NHS", 72, 20), ("943 476", 72, 34), ("x", 200, 34), ("5919", 72, 48), ("y", 200, 48)
    assert seen(drawn(*cells), NhsDetector()) == []


def test_a_name_round_a_stamp_is_found_wherever_it_begins_and_however_it_is_named() -> None:
    for words in ("Zephyrine Quaxley", "yrine Quaxley Zeph", "Quaxley Zephyrine"):
        for step in (19, -19):
            page = mixed(*round_a_circle(words, step))
            assert len(seen(page, TermDetector(["Quaxley"]))) == 7
            assert len(seen(page, TermDetector(["Zephyrine"]))) == 9
    assert seen(mixed(*round_a_circle("Northmoor Council", 20))) == []


def mixed(text: str, boxes: Glyphs) -> tuple[str, Glyphs]:
    """Return a page of single letters with every third letter first."""
    order = [n for first in range(3) for n in range(first, len(text) // 2, 3)]
    named = "".join(text[2 * n : 2 * n + 2] for n in order)
    return named, tuple(box for n in order for box in boxes[2 * n : 2 * n + 2])


def test_a_name_along_a_part_of_a_circle_is_found() -> None:
    assert len(seen(mixed(*round_a_circle("Zephyrine", 20)))) == 9
    assert len(seen(mixed(*round_a_circle("Zephyrine", 9)))) == 9


def test_words_in_lines_are_no_scattered_letters() -> None:
    assert read_on(*drawn(("a day in", 72, 20), ("the garden", 72, 34), ("I", 300, 20))) is None
