"""A month that is somebody's name too: where it is the month, and where it may be them."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

CHILD = Person("s", "Kayleigh Marsh", Standing.SUBJECT)
ROSTER = Roster(
    "s",
    (
        CHILD,
        Person("f", "Will May", relation="friend"),
        Person("a", "April Dawson", relation="aunt"),
        Person("u", "August Quill", relation="uncle"),
        Person("j", "June Brindlow", relation="neighbour"),
    ),
)


def seen(text: str) -> list[tuple[str, str]]:
    """Return the words and the proposal of what is found."""
    found = sorted(RosterDetector().find(Page(1, text), ROSTER), key=lambda f: f.span)
    return [(text[slice(*f.span)], f.propose.value) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "In May the school will hold a review. It will be fine in May.",
        "during April, since June, until August.",
        "last May, next April, this June, early August, late May, mid-May",
        "by the end of May, the beginning of April",
        "from May to July, from April until June, from May onwards",
        "In May Mum left, in June she came back.",
        "In May Karen left, in June THE GP wrote",
        "IN MAY THE SCHOOL",
    ],
)
def test_a_month_is_nobodys_name_where_months_stand(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "words", "propose"),
    [
        ("with Mr May today", "Mr May", "redact"),
        ("met Will May in town", "Will May", "redact"),
        ("seen with May and others", "May", "redact"),
        ("told in May's room", "May", "ask"),
        ("in May Harwood's view", "May", "ask"),
        ("she confided in May", "May", "ask"),
        ("since May left us", "May", "ask"),
        ("until June moved away", "June", "ask"),
        ("his late April", "April", "ask"),
        ("a note by May", "May", "ask"),
        ("a text from June", "June", "ask"),
    ],
)
def test_whoever_is_called_like_a_month_may_be_meant(text: str, words: str, propose: str) -> None:
    assert seen(text) == [(words, propose)]


def test_a_listed_name_behind_a_month_begins_what_is_said() -> None:
    assert seen("In May Kayleigh left.") == [("Kayleigh", "show")]
    assert seen("In June Brindlow's view") == [("June Brindlow", "redact")]
