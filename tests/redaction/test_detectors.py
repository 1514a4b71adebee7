"""What each detector must see, and what it must leave alone."""

from datetime import date

import pytest

from recordkeeping.disclosure.findings import Page, Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.ports import Detector
from redaction.detectors.email import EmailDetector
from redaction.detectors.markings import MarkingDetector
from redaction.detectors.nhs import NhsDetector
from redaction.detectors.nino import NinoDetector
from redaction.detectors.phone import PhoneDetector
from redaction.detectors.postcode import PostcodeDetector
from redaction.detectors.roster import RosterDetector
from redaction.detectors.upn import UpnDetector

ROSTER = Roster(
    "p1",
    (
        Person(
            "p1", "Kayleigh Ann Marsh", Standing.SUBJECT,
            aliases=("Kay",), born=date(2001, 3, 15), identifiers=(("nhs", "943 476 5919"),),
            addresses=("14 Coble Lane, Northmoor NM1 2AB",), phones=("01632 960 001",),
        ),
        Person("p2", "Dean Marsh", relation="father", born=date(1975, 4, 2)),
        Person("p3", "Priya Nair", Standing.PROFESSIONAL, relation="social worker"),
        Person("p4", "Jayden Marsh", relation="brother"),
        Person("p5", "Zoë O’Neill-Smith", relation="neighbour"),
    ),
)  # fmt: skip


def seen(detector: Detector, text: str) -> list[tuple[str, str]]:
    found = detector.find(Page(1, text), ROSTER)
    return [(text[f.span[0] : f.span[1]], f.propose.value) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dean Marsh came.", [("Dean Marsh", "redact")]),
        ("DEAN MARSH came.", [("DEAN MARSH", "redact")]),
        ("Marsh, Dean came.", [("Marsh, Dean", "redact")]),
        ("Dean\nMarsh came.", [("Dean\nMarsh", "redact")]),
        ("D Marsh came.", [("D Marsh", "redact")]),
        ("Dean's car", [("Dean's", "redact")]),
        ("brother Jay-\nden said", [("Jay-\nden", "redact")]),
        ("zoe o'neill smith rang", [("zoe o'neill smith", "redact")]),
        ("Kayleigh Marsh is well", [("Kayleigh Marsh", "show")]),
        ("Kay is well", [("Kay", "show")]),
        ("Priya Nair visited", [("Priya Nair", "show")]),
        ("Ms Nair visited", [("Ms Nair", "ask")]),
        ("Mr Marsh visited", [("Mr Marsh", "ask")]),
        ("born 15/03/2001", [("15/03/2001", "show")]),
        ("born 2 April 1975", [("2 April 1975", "redact")]),
        ("at 14 Coble Lane", [("14 Coble Lane", "show")]),
        ("the marshland by the sea", []),
        ("the dean of the chapter", []),
        ("Deanery Road", []),
        ("on 15/03/2011", []),
    ],
)
def test_people_of_the_roster_are_seen_however_they_are_written(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert seen(RosterDetector(), text) == expected


@pytest.mark.parametrize(
    ("detector", "text", "expected"),
    [
        (NhsDetector(), "NHS number 943 476 5919.", [("943 476 5919", "show")]),
        (NhsDetector(), "NHS number 999 162 5070.", [("999 162 5070", "redact")]),
        (NhsDetector(), "NHS number 943 476 5918.", [("943 476 5918", "redact")]),
        (NhsDetector(), "ring 943 476 5918", []),
        (NinoDetector(), "NI: AB 12 34 56 C", [("AB 12 34 56 C", "redact")]),
        (NinoDetector(), "NI: QQ 57 15 96 C", [("QQ 57 15 96 C", "redact")]),
        (NinoDetector(), "is QQ 57 15 96 \n C.", [("QQ 57 15 96 \n C", "redact")]),
        (NinoDetector(), "grid ref GB 12 34 56 A", []),
        (UpnDetector(), "UPN H801200001001", [("H801200001001", "redact")]),
        (PostcodeDetector(), "at NM1 2AB now", [("NM1 2AB", "show")]),
        (PostcodeDetector(), "at NM3 7DX now", [("NM3 7DX", "redact")]),
        (PostcodeDetector(), "room B12 3 times", []),
        (PhoneDetector(), "ring 01632 960 001", [("01632 960 001", "show")]),
        (PhoneDetector(), "ring +44 (0)1632 960001", [("+44 (0)1632 960001", "show")]),
        (PhoneDetector(), "ring 07700\n900125 now", [("07700\n900125", "redact")]),
        (PhoneDetector(), "on 01/02/2003", []),
        (EmailDetector(), "to jo@example.org.", [("jo@example.org", "redact")]),
        (EmailDetector(), "at noon @ the office", []),
    ],
)
def test_identifiers_are_seen_and_the_subjects_own_are_shown(
    detector: Detector, text: str, expected: list[tuple[str, str]]
) -> None:
    assert seen(detector, text) == expected


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        (
            "NOT TO BE DISCLOSED TO SERVICE USER\nShe is frightened.\nHe shouts.",
            ["NOT TO BE DISCLOSED TO SERVICE USER\nShe is frightened.\nHe shouts."],
        ),
        ("[Not to be disclosed to the family] He shouts.\n\nNext.", None),
        ("Third party information: his address\n\nOpen again.", None),
        ("Mum has third party insurance for the car.", []),
        ("I told her that this is not to be shared with family members lightly.", []),
        ("This e-mail is confidential and intended for the addressee.", []),
    ],
)
def test_a_marking_counts_where_it_marks_and_not_where_prose_mentions_it(
    text: str, covered: list[str] | None
) -> None:
    found = [text[f.span[0] : f.span[1]] for f in MarkingDetector().find(Page(1, text), ROSTER)]
    if covered is None:
        [only] = found
        assert only.endswith(("He shouts.", "his address"))
    else:
        assert found == covered


def test_a_marking_asks_and_never_decides() -> None:
    [finding] = MarkingDetector().find(Page(1, "NOT FOR DISCLOSURE\nx"), ROSTER)
    assert (finding.propose, finding.code) == (Propose.ASK, "R90")
