"""A stamp aslant across a page is said of the page, wherever its letters stand in the text."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Box, Page
from recordkeeping.disclosure.people import Roster
from redaction.detect import detect, text_of
from redaction.detectors.markings.detector import MarkingDetector
from redaction.orders.stamps import stamps
from redaction.pages import ReadDocument

Drawn = tuple[str, tuple[Box | None, ...]]


def lines(*said: str, top: float = 60.0) -> Drawn:
    text, boxes = "", list[Box | None]()
    for n, line in enumerate(said):
        y = top + 12 * n
        text += f"{line}\n"
        boxes += [(72 + 5.0 * at, y, 77 + 5.0 * at, y + 10) for at in range(len(line))]
        boxes.append(None)
    return text, tuple(boxes)


def across(words: str, *, rise: float = -16.0) -> Drawn:
    """Draw words from the lower left to the upper right, in letters as high as a stamp's."""
    at = [(150 + 20.0 * n, 400 + rise * n) for n in range(len(words))]
    return words, tuple((x, y, x + 40, y + 40) for x, y in at)


def together(*drawn: Drawn) -> Drawn:
    return "".join(text for text, _ in drawn), tuple(box for _, boxes in drawn for box in boxes)


def marked(*pages: Drawn) -> list[tuple[int, str]]:
    texts = tuple(Page(n, text) for n, (text, _) in enumerate(pages, start=1))
    read = ReadDocument(b"", texts, tuple(boxes for _, boxes in pages), "application/pdf")
    found = detect(read, Roster(""), [MarkingDetector()])
    return [(f.page, text_of(read, f)) for f in found if f.kind == "marking"]


STORY = lines(
    "Kay likes football and chips.", "She was seen with a black eye, and would", "not say."
)
MORE = lines("It was her aunt who rang.", "A visit was made on the Monday after.", top=120.0)


@pytest.mark.parametrize("stamp", [across("DO NOT DISCLOSE"), across("DO NOT DISCLOSE", rise=12.0)])
def test_a_stamp_marks_its_page_wherever_the_file_names_its_letters(stamp: Drawn) -> None:
    for page in (
        together(STORY, stamp),
        together(STORY, stamp, ("\n", (None,)), MORE),
        together(stamp, ("\n", (None,)), STORY),
    ):
        assert marked(page) == [(1, page[0])]


def test_what_is_stamped_on_every_page_is_said_of_the_paper() -> None:
    pages = [together(said, across("NOT TO BE DISCLOSED")) for said in (STORY, MORE, STORY)]
    assert marked(*pages) == [(n, text) for n, (text, _) in enumerate(pages, start=1)]


def test_what_stands_on_lines_is_no_stamp() -> None:
    assert not list(stamps(*STORY))
    steps = lines(*"DO NOT DISCLOSE")  # a letter a line, below each other
    assert not list(stamps(*steps))
    assert not marked(together(STORY, across("FAXED 12 MAY")))
