"""What a marking's finding says: a question, whom to ask, and what tells who spoke in trust."""

from __future__ import annotations

import time

import pytest

from conformance.detectors import Detection, DetectorContract
from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Person, Roster
from redaction.detect import detect, words_to_be_gone
from redaction.detectors.markings.detector import MarkingDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument

NOBODY = Roster("")
NOTE = "FILE NOTE\nCase 12\nBy P. Nair\n\nWe met on Monday at the school.\n\n"


def findings(text: str) -> list[Finding]:
    return list(MarkingDetector().find(Page(1, text), NOBODY))


class TestMarkings(DetectorContract):
    @pytest.fixture
    def detection(self) -> Detection:
        section = "NOT TO BE DISCLOSED TO SERVICE USER\n\nHer aunt is ill."
        told = "The referrer wishes to remain anonymous."
        return Detection(
            MarkingDetector(),
            NOBODY,
            f"{NOTE}{section}\n\nNEXT STEPS\n\nA visit.\n\n{told}\n\nThe caller was frightened.",
            (section, told, "The caller"),
            "This is not confidential. She has third party insurance, and disclosed it to us.",
        )


def test_a_marking_is_always_asked_about_and_never_a_ground() -> None:
    for finding in findings(
        f"{NOTE}NOT TO BE DISCLOSED\n\nHe rang.\n\nLEGALLY PRIVILEGED: advice."
    ):
        assert finding.propose is Propose.ASK
        assert finding.kind == "marking"
        assert finding.code is None


@pytest.mark.parametrize(
    ("marking", "goes"),
    [
        ("NOT TO BE DISCLOSED", "ask whoever wrote it which exemption stands behind it"),
        ("THIRD PARTY INFORMATION", "about somebody else: weigh it person by person (DPA 2018 "
         "Sch 2 para 16)"),
        ("LEGALLY PRIVILEGED", "for the lawyers"),
        ("WITHOUT PREJUDICE", "for the lawyers"),
        ("NOT TO BE DISCLOSED WITHOUT LEAVE OF THE COURT", "for the lawyers: a court may have to "
         "allow it"),
        ("PII: POLICE SENSITIVE", "for the police, or the chair of their scheme"),
        ("PNC RECORD", "for the police, or the chair of their scheme"),
        ("MARAC MINUTES", "for the police, or the chair of their scheme"),
        ("NOT TO BE SHARED: POLICE INTELLIGENCE", "for the police, or the chair of their scheme"),
        ("MEDICAL IN CONFIDENCE", "for a health professional: one has to be asked"),
        ("NOT TO BE SHOWN TO THE PATIENT", "for a health professional: one has to be asked"),
        ("NOT TO BE DISCLOSED WITHOUT CONSENT OF THE CONSULTANT", "for a health professional"),
        ("ADOPTION RECORDS", "it stands outside subject access (DPA 2018 Sch 4 para 3)"),
        ("CONFIDENTIAL REFERRER", "for whoever spoke in trust"),
        ("Referrer wishes to remain anonymous", "may tell who spoke in trust"),
    ],
)  # fmt: skip
def test_a_reason_says_who_has_to_be_asked(marking: str, goes: str) -> None:
    first, *_ = findings(f"{NOTE}{marking}\n\nHe rang.\n\nRECOMMENDATION\n\nA visit.")
    assert goes in first.because


def test_what_is_marked_twice_goes_to_both() -> None:
    (only,) = findings(
        f"{NOTE}LEGALLY PRIVILEGED\n\nIn my view.\n\nPOLICE SENSITIVE\n\nHe was seen.\n\n{NOTE}"
    )
    assert "for the lawyers" in only.because
    assert "for the police" in only.because


REFERRAL = (
    f"{NOTE}The referrer wishes to remain anonymous.\n\n"
    "The caller lives next door and has known the family for years. Her son is in the same class. "
    "She heard shouting.\n\nThe neighbour at number 14 rang too.\n\nKay was asleep."
)


def test_what_tells_who_spoke_in_trust_is_asked_about_near_the_marking() -> None:
    told = [REFERRAL[slice(*f.span)] for f in findings(REFERRAL) if f.kind == "referrer"]
    assert told == [
        "The referrer wishes to remain anonymous.",
        "The caller",
        "lives next door",
        "has known the family for years",
        "Her son is in the same class",
        "The neighbour at number 14 rang too",
    ]


def test_role_words_without_a_marking_are_nobodys_secret() -> None:
    assert findings(REFERRAL.replace("wishes to remain anonymous", "gave her name")) == []


def document(*texts: str) -> ReadDocument:
    pages = tuple(Page(n, text) for n, text in enumerate(texts, 1))
    return ReadDocument(b"", pages, tuple([None] * len(text) for text in texts), "text/plain")


def test_what_tells_who_spoke_is_removed_where_it_stands_and_may_stand_elsewhere() -> None:
    read = document(REFERRAL)
    found = detect(read, NOBODY, [MarkingDetector()])
    assert [f.kind for f in found][:2] == ["referrer", "referrer"]
    assert words_to_be_gone(read, found, found) == []


def test_a_marking_in_the_header_of_a_thick_file_covers_its_last_page() -> None:
    pages = [f"NOT FOR RELEASE TO CLIENT\nPage {n}\n{'Kay came in. ' * 40}" for n in range(1, 61)]
    found = detect(document(*pages), NOBODY, [MarkingDetector()])
    assert [f.page for f in found] == list(range(1, 61))


def test_a_thousand_pages_are_read_once_whatever_they_mark() -> None:
    page = "Kay came in and we talked about the summer. She would like to go by train.\n" * 33
    marked = f"{page}\nNOT TO BE DISCLOSED\n\n{page}"
    start = time.process_time()
    found = detect(document(page, page, marked, *[page] * 997), NOBODY, [MarkingDetector()])
    assert time.process_time() - start < 30
    assert [f.page for f in found] == list(range(3, 1001))


def test_a_name_within_what_tells_who_spoke_is_decided_by_itself() -> None:
    roster = Roster("p1", (Person("p1", "Kay Marsh"), Person("p2", "Dean Hart")))
    text = f"{NOTE}The referrer wishes to remain anonymous.\n\nShe has known Dean Hart for years."
    found = detect(document(text), roster, [MarkingDetector(), RosterDetector()])
    seen = [(text[slice(*f.span)], f.kind, f.propose.value) for f in found]
    assert ("Dean Hart", "person", "redact") in seen
    assert ("has known", "referrer", "ask") in seen
