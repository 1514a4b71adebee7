"""Initials that keep a sign or small letters of a listed name: "G O'M", "J-P", "GMcD"."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

CHILD = Person("p1", "Kayleigh Ann Marsh", Standing.SUBJECT)
SIGNED = Roster(
    "p1",
    (
        CHILD,
        Person("g", "Gary O'Malley"),
        Person("j", "Jean-Paul Dupont"),
        Person("w", "Rose Armitage-Wood"),
        Person("m", "Gemma McDonald"),
        Person("v", "Peter van der Berg"),
    ),
)


def seen(text: str) -> list[tuple[str, str, str | None]]:
    """Return the words, the proposal and who alone is meant."""
    found = sorted(RosterDetector().find(Page(1, text), SIGNED), key=lambda f: f.span)
    return [(text[slice(*f.span)], f.propose.value, f.person) for f in found]


@pytest.mark.parametrize(
    ("text", "words", "propose", "person"),
    [
        ("G O'M phoned", "G O'M", "redact", "g"),
        ("G.O'M. was late", "G.O'M.", "redact", "g"),
        ("G. O\u2019M. was late", "G. O\u2019M.", "redact", "g"),
        ("so GO'M left", "GO'M", "redact", "g"),
        ("child A G O'M left", "G O'M", "redact", "g"),
        ("Mr O'M denied it", "Mr O'M", "redact", "g"),
        ("with Gary O'M", "Gary O'M", "redact", "g"),
        ("then O'M left", "O'M", "ask", "g"),
        ("J-P left", "J-P", "ask", "j"),
        ("J-P.D. left", "J-P.D.", "redact", "j"),
        ("R A-W left", "R A-W", "redact", "w"),
        ("A-W left", "A-W", "ask", "w"),
        ("Ms McD left", "Ms McD", "redact", "m"),
        ("GMcD left", "GMcD", "redact", "m"),
        ("PvdB left", "PvdB", "ask", "v"),
    ],
)
def test_initials_that_keep_a_sign_of_the_name_are_found_whole(
    text: str, words: str, propose: str, person: str
) -> None:
    assert seen(text) == [(words, propose, person)]


@pytest.mark.parametrize(
    "text",
    [
        "An A-Z list, X-ray, a PhD, O'Neill, McDavid",
        "g o'm and mcd",
        "THE A-W LIST",
        "form A-W 4",
        "a RO'MX and A-Way",
    ],
)
def test_letters_with_signs_that_are_nobodys_initials_stay(text: str) -> None:
    assert seen(text) == []
