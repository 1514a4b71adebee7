"""Days behind people: which may be a birth, and which is of what happened."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detect import detect, text_of
from redaction.detectors.patterns.birth import BirthDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument

ROSTER = Roster(
    "p1",
    (
        Person("p1", "Kayleigh Marsh", Standing.SUBJECT),
        Person("p2", "Emma Whitaker"),
        Person("p3", "Vasyl Savchuk"),
    ),
)
PAPER = "Minutes of 3 May 2019\n\n"


def asked(text: str) -> list[str]:
    """Return the days that are asked about."""
    document = ReadDocument(b"", (Page(1, PAPER + text),), (), "text/plain")
    findings = detect(document, ROSTER, [RosterDetector(), BirthDetector()])
    assert all(f.propose.value == "ask" for f in findings if f.kind == "birth")
    return [text_of(document, f) for f in findings if f.kind == "birth"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("against emma whitaker (1996-12-07), who has moved", "1996-12-07"),
        ("vasyl savchuk, 18/07/1974, arrested", "18/07/1974"),
        ("1. Emma Whitaker   28 Sep 1990   lodger", "28 Sep 1990"),
        ("3. VasylSavchuk   18-Jul-74   works nights", "18-Jul-74"),
        ("Emma Whitaker | 28 Sep 1990 | lodger", "28 Sep 1990"),
        ("Offender now: Vasyl Savchuk 03/08/88 a.k.a. Tigger", "03/08/88"),
        ("Emma, the carers' adult daughter, 28/02/85; Jo at weekends", "28/02/85"),
        ("Vasyl, 09-Jan-51, works away.", "09-Jan-51"),
        ("OTHERS LIVING AT THE ADDRESS\n1. Petrova   6-Jul-15", "6-Jul-15"),
        ("gave his birth as 26/02/1984 to the officer", "26/02/1984"),
        ("You have her birthday wrong. It is 18th September 2004.", "18th September 2004"),
    ],
)
def test_a_day_right_behind_somebody_else_may_be_their_birth(text: str, day: str) -> None:
    assert asked(text) == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Kayleigh was born on 10 July 2008 at home and Ty on 11/10/2013 by section.",
            ["10 July 2008", "11/10/2013"],
        ),
        (
            "Birthdays all together: Jo 19-Nov-06, Emma 18th September 2004, Ty 14/07/2009.",
            ["19-Nov-06", "18th September 2004", "14/07/2009"],
        ),
    ],
)
def test_births_in_a_row_are_all_told(text: str, days: list[str]) -> None:
    document = ReadDocument(b"", (Page(1, PAPER + text),), (), "text/plain")
    findings = detect(document, ROSTER, [RosterDetector(), BirthDetector()])
    assert [text_of(document, f) for f in findings if f.kind == "birth"] == days


@pytest.mark.parametrize(
    "text",
    [
        "FAMILY CONTACT\n1. Visit   12/06/2015\n2. Telephone call   13/06/2015",
        "Born in Leeds. Emma left and Jo moved on 12/06/2015.",
        "Emma Whitaker rang, 12/06/2015, and wept",
        "seen by Emma Whitaker (12/06/2015)",
        "Emma Whitaker (12/04/2019) was there",
        "Emma Whitaker   12/06/2015   visit",
        "Emma Whitaker 12/06/2005 left",
    ],
)
def test_days_of_what_happened_stay(text: str) -> None:
    assert asked(text) == []
