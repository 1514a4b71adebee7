"""A surname with initials in other shapes: of couples, in brackets, otherwise spelt."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

ROSTER = Roster(
    "p1",
    (
        Person("p1", "Kayleigh Ann Quaxley", Standing.SUBJECT),
        Person("d", "Dean Tarbock"),
        Person("t", "Tracey Tarbock"),
        Person("m", "Alan McLeod"),
        Person("s", "Priya Nair", Standing.PROFESSIONAL),
    ),
)


def seen(text: str) -> list[tuple[str, str]]:
    found = sorted(RosterDetector().find(Page(1, text), ROSTER), key=lambda f: f.span)
    return [(text[slice(*f.span)], f.propose.value) for f in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("D & T Tarbock to pay rent", "D & T Tarbock"),
        ("to pay: D. and T. Tarbock", "D. and T. Tarbock"),
        ("Messrs D and T Tarbock", "D and T Tarbock"),
        ("present: Tarbock (D)", "Tarbock (D)"),
        ("present: TARBOCK (D.), late", "TARBOCK (D.)"),
        ("seen by A MACLEOD at home", "A MACLEOD"),
    ],
)
def test_initials_in_other_shapes_go_with_the_surname(text: str, words: str) -> None:
    assert seen(text) == [(words, "redact")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Part A and D Tarbock", [("D Tarbock", "redact")]),
        ("Tarbock (X) was", [("Tarbock", "redact")]),
        ("Tarbock (Dad) was", [("Tarbock", "redact")]),
        ("P Nair and the child", [("P Nair", "show")]),
        ("K Quaxley (F)", [("K Quaxley", "ask")]),
    ],
)
def test_other_letters_beside_a_name_stay(text: str, found: list[tuple[str, str]]) -> None:
    assert seen(text) == found
