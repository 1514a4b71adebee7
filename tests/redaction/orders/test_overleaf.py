"""Names of which half stands on one page and half on the next, with a foot and a head between."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster
from recordkeeping.ports import Detector
from redaction.detect import detect, text_of
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument
from redaction.terms import TermDetector

NOBODY = Roster("")
FOOT = "Page 1 of 2"
HEAD = "Northmoor Council\nFile 7 of 9, confidential"


def halves(
    first: str, second: str, detector: Detector, roster: Roster = NOBODY
) -> list[tuple[int, str]]:
    """Return the words found, each with its page."""
    texts = (f"On Tuesday the warden saw {first}\n{FOOT}", f"{HEAD}\n{second} in the garden.\nEnd")
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    boxes = tuple(tuple((0.0, 0.0, 9.0, 9.0) for _ in text) for text in texts)
    document = ReadDocument(b"", pages, boxes, "application/pdf")
    found = detect(document, roster, [detector])
    return [(finding.page, text_of(document, finding)) for finding in found]


@pytest.mark.parametrize(
    ("first", "second", "seen"),
    [
        ("Zephyrine", "Quaxley", [(1, "Zephyrine"), (2, "Quaxley")]),
        ("Zephyrine Quax-", "ley", [(1, "Zephyrine Quax-"), (2, "ley")]),
        ("Zephy\u2010", "rine Quaxley", [(1, "Zephy\u2010"), (2, "rine Quaxley")]),
    ],
)
def test_a_name_is_found_that_runs_on_past_a_foot_and_a_head(
    first: str, second: str, seen: list[tuple[int, str]]
) -> None:
    assert halves(first, second, TermDetector(["Zephyrine Quaxley"])) == seen


def test_a_name_is_found_that_runs_on_past_the_number_of_a_line() -> None:
    seen = halves("Zephyrine", "1  Quaxley", TermDetector(["Zephyrine Quaxley"]))
    assert seen == [(1, "Zephyrine"), (2, "Quaxley")]


def test_a_third_party_of_the_roster_is_found_so_too() -> None:
    person = Person("p2", "Zephyrine Quaxley")
    seen = halves("Zephyrine", "Quaxley", RosterDetector(), Roster("p1", (person,)))

    assert (1, "Zephyrine") in seen
    assert (2, "Quaxley") in seen


@pytest.mark.parametrize(
    ("first", "second"),
    [("Zephyrine", "Quaxleyson"), ("Azephyrine", "Quaxley"), ("Zephyrine, 7", "Quaxley")],
)
def test_words_that_are_not_the_name_stay(first: str, second: str) -> None:
    assert halves(first, second, TermDetector(["Zephyrine Quaxley"])) == []
