"""Numbers that the roster lacks: whose they may be, and where else they stand."""

import pytest

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detect import detect, named_elsewhere, text_of
from redaction.detectors.patterns.handle import HandleDetector
from redaction.detectors.patterns.uln import UlnDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument
from redaction.propagation import tells_of_unknown, unknown_people

ROSTER = Roster(
    "p1",
    (
        Person("p1", "Kayleigh Marsh", Standing.SUBJECT, aliases=("Kay",)),
        Person("p2", "Dean Bell", relation="uncle"),
    ),
)
DETECTORS = (RosterDetector(), UlnDetector(), HandleDetector())
ULN = "2554480817"


def read(text: str) -> ReadDocument:
    """Return a document of typed text."""
    return ReadDocument(b"", (Page(1, text),), (), "text/plain")


def found(text: str) -> list[Finding]:
    document = read(text)
    seen = detect(document, ROSTER, DETECTORS)
    return [f for f in seen if text_of(document, f) in (ULN, "@kaylz_x")]


@pytest.mark.parametrize(
    "text",
    [
        f"Kay has enrolled; her ULN is {ULN}.",
        f"Name: MARSH, Kayleigh\nSchool: Quayside\nULN: {ULN}",
        "Kay: add me, my snap is @kaylz_x",
        # A form is about whom it begins with.
        f"Name: Kayleigh Marsh\nSchool: Quayside\n\nCollege\n\nLearner number (ULN): {ULN}",
        f"Pupil | Kayleigh Marsh\n\nAttendance 92 per cent\n\nULN | {ULN}",
        # Nobody else was named who could own it.
        f"Kay came.\n\nULN {ULN}",
        f"Kay came. {'They talked about the summer and about a bicycle. ' * 5} ULN {ULN}",
    ],
)
def test_a_number_behind_the_subjects_name_asks(text: str) -> None:
    [finding] = found(text)
    assert finding.propose.value == "ask"
    assert finding.because.endswith("belongs to nobody on the roster, and may be the subject's own")
    assert (finding.person, finding.code) == (None, "R01")


@pytest.mark.parametrize(
    "text",
    [
        f"Dean Bell has enrolled; his ULN is {ULN}.",
        f"Kay saw Dean Bell, ULN {ULN}.",
        f"ULN {ULN} on the college form",
        f"Name: Kayleigh Marsh\nSchool: Quayside\n\nBrother\n\nULN: {ULN}",
        f"Name: Kayleigh Marsh\nUncle: Dean Bell\n\nULN: {ULN}",
        f"Dean Bell came.\n\nKay came.\n\nULN {ULN}",
        f"Kay came. {'They talked about the summer and about a bicycle. ' * 50} ULN {ULN}",
    ],
)
def test_another_persons_or_nobodys_is_removed(text: str) -> None:
    [finding] = found(text)
    assert finding.propose.value == "redact"


def test_of_one_number_the_same_is_proposed_in_each_place() -> None:
    text = f"Kay's ULN is {ULN}.\n\nDean Bell wrote ULN {ULN} down."
    assert [finding.propose.value for finding in found(text)] == ["ask", "ask"]


def test_a_number_that_one_paper_calls_by_its_kind_is_found_in_the_others() -> None:
    first = read(f"Dean Bell has enrolled; his ULN is {ULN}.")
    seen = [(f, text_of(first, f)) for f in detect(first, ROSTER, DETECTORS)]
    unknown = unknown_people([(f, words) for f, words in seen if tells_of_unknown(f)])
    other = read("College rang about 255 448 0817 and about 255 448 0818.")
    named = named_elsewhere(other, unknown, detect(other, ROSTER, DETECTORS))
    [finding] = named
    assert text_of(other, finding) == "255 448 0817"
    assert (finding.kind, finding.propose.value, finding.person) == ("uln", "redact", None)
    because = "a number that belongs to nobody on the roster, and stands elsewhere too"
    assert finding.because == because


def test_a_number_that_the_roster_lists_is_looked_for_as_the_roster_does() -> None:
    people = (*ROSTER.people, Person("p3", "Jo Lowe", identifiers=(("uln", ULN),)))
    document = read(f"Jo Lowe, ULN {ULN}")
    seen = detect(document, Roster("p1", people), DETECTORS)
    assert not any(tells_of_unknown(finding) for finding in seen)
