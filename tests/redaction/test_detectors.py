"""What each detector has to see, and what it has to leave alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.ports import Detector
from redaction.detectors.markings.detector import MarkingDetector
from redaction.detectors.patterns.email import EmailDetector
from redaction.detectors.patterns.nhs import NhsDetector
from redaction.detectors.patterns.nino import NinoDetector
from redaction.detectors.patterns.phone import PhoneDetector
from redaction.detectors.patterns.postcode import PostcodeDetector
from redaction.detectors.patterns.upn import UpnDetector
from redaction.detectors.roster.detector import RosterDetector

NOBODY = Roster("")


def seen(detector: Detector, text: str, roster: Roster = NOBODY) -> list[tuple[str, str]]:
    """Return what was found and what is proposed, in the order of the text."""
    findings = sorted(detector.find(Page(1, text), roster), key=lambda f: f.span)
    return [(text[slice(*f.span)], f.propose.value) for f in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dean Marsh rang.", [("Dean Marsh", "redact")]),
        ("dean marsh rang", [("dean marsh", "redact")]),
        ("DEAN MARSH", [("DEAN MARSH", "redact")]),
        ("Dean's car", [("Dean", "redact")]),
        ("Deans car", [("Deans", "redact")]),
        ("Marsh, Dean", [("Marsh, Dean", "redact")]),
        ("D. Marsh and D Marsh", [("D. Marsh", "redact"), ("D Marsh", "redact")]),
        ("Dean Mar-\nsh came", [("Dean Mar-\nsh", "redact")]),
        ("Dean\n Marsh", [("Dean\n Marsh", "redact")]),
        ("De\u00adan came", [("De\u00adan", "redact")]),
        ("D\u00e9an came", [("D\u00e9an", "redact")]),
        ("D e a n came", [("D e a n", "redact")]),
        ("DeanMarsh", [("DeanMarsh", "redact")]),
        # What touches a name and is no part of it.
        ("Dean2 said", [("Dean", "redact")]),
        ("Dean Marsh\u00b9\u00b2 said", [("Dean Marsh", "redact")]),
        ("\u00b3Dean Marsh", [("Dean Marsh", "redact")]),
        ("Dean Marsh\u2019s car", [("Dean Marsh", "redact")]),
        ("Dean-Marsh_2.docx", [("Dean", "redact"), ("Marsh", "redact")]),
        ("NHS 943 476 5919\u00b2", [("943 476 5919", "show")]),
        ("of 14 Coble Lane\u00b9", [("14 Coble Lane", "show")]),
        # Written apart, or by letters that look like its own.
        ("D.e.a.n came", [("D.e.a.n", "redact")]),
        ("spelt D-e-a-n", [("D-e-a-n", "redact")]),
        ("D/e/a/n M/a/r/s/h", [("D/e/a/n M/a/r/s/h", "redact")]),
        ("D\u0435an Marsh", [("D\u0435an Marsh", "redact")]),
        ("Dean Mar5h", [("Dean Mar5h", "redact")]),
        # The end of one name and the start of the next are no third name.
        ("Kayleigh Marsh Dean Marsh", [("Kayleigh Marsh", "show"), ("Dean Marsh", "redact")]),
        ("Kayleigh Marsh\nDean Marsh", [("Kayleigh Marsh", "show"), ("Dean Marsh", "redact")]),
        ("Kayleigh Marsh, Dean", [("Kayleigh Marsh", "show"), ("Dean", "redact")]),
        ("Dean Marsh, Kayleigh", [("Dean Marsh", "redact"), ("Kayleigh", "show")]),
        ("Kayleigh, Marsh Dean", [("Kayleigh", "show"), ("Marsh Dean", "redact")]),
        # A surname that father and child share is never guessed. A child is no Mr, and the family
        # is the child's too.
        ("Marsh came", [("Marsh", "ask")]),
        ("Mr Marsh came", [("Mr Marsh", "redact")]),
        ("the Marsh family", [("Marsh", "show")]),
        # Only what the roster lists may be shown.
        ("Kayleigh Ann Marsh", [("Kayleigh Ann Marsh", "show")]),
        ("Kayleigh Marsh", [("Kayleigh Marsh", "show")]),
        ("Kay said", [("Kay", "show")]),
        ("K Marsh", [("K Marsh", "ask")]),
        ("KAM", [("KAM", "show")]),  # nobody else has these initials
        ("Priya Nair", [("Priya Nair", "show")]),
        ("Ms Nair", [("Ms Nair", "show")]),
        ("NHS 943 476 5919", [("943 476 5919", "show")]),
        ("call +44 1632 960001", [("44 1632 960001", "show")]),
        ("1632960001", [("1632960001", "show")]),  # as a spreadsheet's cell
        ("of 14 Coble Lane, Northmoor", [("14 Coble Lane, Northmoor", "show")]),
        ("write to kay@example.org", [("kay@example.org", "show")]),
        # Not names.
        ("a deanery, marshes and marshalling", []),
        ("kam", []),
        ("K. Amber, e.g. a d.e.a", []),
        ("\u0434\u0435\u0430\u043d", []),
        ("Okay, okayed", []),
    ],
)
def test_people_of_the_roster(text: str, expected: list[tuple[str, str]], roster: Roster) -> None:
    assert seen(RosterDetector(), text, roster) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Cells of a table that lost its borders: what is found so is never shown unasked.
        ("contactDean MarshKayleigh", [("Dean Marsh", "redact"), ("Kayleigh", "ask")]),
        ("12Dean MarshFather", [("Dean Marsh", "redact")]),
        ("FatherDeanMother", [("Dean", "redact")]),
        ("visitPriya NairToday", [("Priya Nair", "ask")]),
        ("homeMarshes", [("Marshes", "ask")]),
        ("scanDeanMarsh.pdf", [("DeanMarsh", "redact")]),
        ("see example.org/KayleighFiles", [("Kayleigh", "ask")]),
        ("McDean, MacMarsh, LaDean", []),
        ("contactdean marshkayleigh, adean, Deanery, aDeanery, Marshallow", []),
        ("aKayB and theKay", []),  # of three letters: part of too many words
        # A line that ends within a name, as in a narrow column.
        ("Mr Mar\nsh came", [("Mr Mar\nsh", "ask")]),
        ("Dean Mar\nsh came", [("Dean Mar\nsh", "redact")]),
        ("De\nan M\nar\nsh", [("De\nan M\nar\nsh", "redact")]),
        ("> Dean Ma\n> rsh wrote", [("Dean Ma\n> rsh", "redact")]),
        ("the Mar\nshes", [("Mar\nshes", "ask")]),
        ("Kay\nleigh Marsh", [("Kay\nleigh Marsh", "ask")]),
        ("contactDean Mar\nshKayleigh", [("Dean Mar\nsh", "redact"), ("Kayleigh", "ask")]),
        ("mar\nshmallow, de\nan, Mar\n5 sh, Mar, sh", []),
    ],
)
def test_people_are_found_where_words_ran_together_and_where_lines_part_them(
    text: str, expected: list[tuple[str, str]], roster: Roster
) -> None:
    assert seen(RosterDetector(), text, roster) == expected


def test_a_long_number_is_found_where_it_ran_into_words() -> None:
    person = Person("p9", "Ola Brink", identifiers=(("nhs", "943 476 5919"),))
    text = "NHS9434765919Kayleigh, 19434765919 and 94347659190"
    assert seen(RosterDetector(), text, Roster("x", (person,))) == [("9434765919", "redact")]


def test_names_that_are_words_are_no_part_of_others() -> None:
    others = Roster("x", (Person("p8", "Rose Brown"), Person("p9", "Leah Asher")))
    ordinary = "PrimRose, RoseHip, BrownField, as\nher, a s\nher"
    assert seen(RosterDetector(), ordinary, others) == []
    assert seen(RosterDetector(), "AuntRose BrownUncle; Ash\ner", others) == [
        ("Rose Brown", "redact"),
        ("Ash\ner", "redact"),
    ]


@pytest.mark.parametrize(
    "written",
    ["15/03/2001", "15.3.2001", "15-03-01", "2001-03-15", "15 March 2001", "15th Mar 2001",
     "March 15, 2001", "15 03 2001", "15 Mar '01", "15 March \u201901", "15/3/'01"],
)  # fmt: skip
def test_a_date_of_birth_in_any_shape_is_found_and_other_dates_are_not(written: str) -> None:
    other = Roster("x", (Person("p9", "Ola Brink", born=date(2001, 3, 15)),))
    assert seen(RosterDetector(), f"Born {written}; seen 16/03/2001.", other) == [
        (written, "redact")
    ]


def test_a_birthday_without_its_year_is_found_where_it_says_that_it_is_one() -> None:
    other = Roster("x", (Person("p9", "Ola Brink", born=date(2001, 3, 15)),))
    text = "She was born on the 15th of March, or born on 15 March. Seen on the 15th of March."
    assert seen(RosterDetector(), text, other) == [
        ("born on the 15th of March", "redact"),
        ("born on 15 March", "redact"),
    ]


def test_a_name_that_is_a_word_needs_its_capital() -> None:
    family = Roster("x", (Person("p9", "May Brink", relation="aunt"),))
    assert seen(RosterDetector(), "She may come; May came.", family) == [("May", "redact")]


def test_a_name_in_s_has_a_plural() -> None:
    others = Roster("x", (Person("p9", "Ola Jones"),))
    assert seen(RosterDetector(), "the Joneses and Jones\u2019 car", others) == [
        ("Joneses", "redact"),
        ("Jones", "redact"),
    ]


def test_short_names_are_not_looked_for_within_letters_that_stand_apart() -> None:
    others = Roster("x", (Person("p9", "Bao Ng"),))
    assert seen(RosterDetector(), "very s t r o n g; NG", others) == [("NG", "redact")]


def test_the_same_name_for_subject_and_third_party_is_asked_about() -> None:
    both = Roster("p1", (Person("p1", "Ola Brink", Standing.SUBJECT), Person("p2", "Ola Brink")))
    assert seen(RosterDetector(), "Ola Brink", both) == [("Ola Brink", "ask")]


def test_a_finding_says_who_without_saying_the_name(roster: Roster) -> None:
    (finding,) = RosterDetector().find(Page(1, "Dean Marsh"), roster)
    assert (finding.person, finding.role, finding.code) == ("p2", "third_party", "R01")
    assert finding.because == "named third party (father)"
    assert "Dean" not in repr(finding)


@pytest.mark.parametrize(
    ("detector", "text", "expected"),
    [
        (NhsDetector(), "No 943 476 5870 is hers", [("943 476 5870", "redact")]),
        (NhsDetector(), "9434765870", [("9434765870", "redact")]),
        (NhsDetector(), "NHS number: 943 476 5871", [("943 476 5871", "ask")]),
        (NhsDetector(), "order 943 476 5871, 01632 960 001", []),
        (NinoDetector(), "AB 12 34 56 C", [("AB 12 34 56 C", "redact")]),
        (NinoDetector(), "ab123456c", [("ab123456c", "redact")]),
        (NinoDetector(), "BG123456A QQ123456C AB123456E", []),
        (UpnDetector(), "H801200001001", [("H801200001001", "redact")]),
        (UpnDetector(), "UPN: A801200001001", [("A801200001001", "ask")]),
        (UpnDetector(), "A801200001001", []),
        (PostcodeDetector(), "NM1 2AB and EC1A1BB", [("NM1 2AB", "ask"), ("EC1A1BB", "ask")]),
        (PostcodeDetector(), "form A4 2up, room B12 3 chairs, m20at", []),
        (PhoneDetector(), "01632 960 002", [("01632 960 002", "ask")]),
        (PhoneDetector(), "+44 (0)7700 900123", [("+44 (0)7700 900123", "ask")]),
        (PhoneDetector(), "(01632) 960002", [("(01632) 960002", "ask")]),
        (PhoneDetector(), "0.123456789, case 2026-0012345, 943 476 5870", []),
        (EmailDetector(), "to a.b+c@mail.example.org.", [("a.b+c@mail.example.org", "ask")]),
        (EmailDetector(), "at @home, a@b", []),
    ],
)
def test_numbers_and_addresses(
    detector: Detector, text: str, expected: list[tuple[str, str]]
) -> None:
    assert seen(detector, text) == expected


@pytest.mark.parametrize(
    ("detector", "text"),
    [
        (NhsDetector(), "943-476-5919"),
        (PhoneDetector(), "+44 (0)1632 960001"),
        (EmailDetector(), "KAY@example.org"),
        (PostcodeDetector(), "nm1 2ab"),
    ],
)
def test_the_subjects_own_number_is_shown_however_it_is_written(
    detector: Detector, text: str, roster: Roster
) -> None:
    assert [propose for _, propose in seen(detector, text, roster)] == ["show"]


SECTION = "THIRD PARTY INFORMATION\nShe rang.\n\nHe too."
END = "End of third party information"
BANNER = "NOT TO BE DISCLOSED TO SERVICE USER\nHe rang."
LABEL = "[Not to be shared with family] He rang.\nTwice."


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        (f"Intro.\n{SECTION}\nNEXT STEPS\nVisit.", SECTION),
        (f"{SECTION}\n{END}\nVisit.", f"{SECTION}\n{END}"),
        (SECTION, SECTION),
        (BANNER, BANNER),
        (f"One.\n\n{LABEL}\n\nTwo.", LABEL),
        ("One.\n\nPlease do not disclose to mother.\n\nTwo.", "Please do not disclose to mother."),
        ("The referrer wishes to remain anonymous.", "The referrer wishes to remain anonymous."),
    ],
)
def test_a_marking_covers_its_section_or_its_paragraph(text: str, covered: str) -> None:
    assert seen(MarkingDetector(), text) == [(covered, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "This is not confidential.",
        "She has third party insurance for the car.",
        "I gave her the number of a confidential helpline.",
        "This e-mail is confidential and intended for the addressee.",
        "We talked about confidential information and what it means.",
        "The door was not disclosed on the plan.",
    ],
)
def test_words_in_prose_are_no_marking(text: str) -> None:
    assert seen(MarkingDetector(), text) == []


def test_a_marking_has_no_code_because_it_is_no_ground() -> None:
    (finding,) = MarkingDetector().find(Page(1, SECTION), NOBODY)
    assert finding.code is None
    assert finding.kind == "marking"


@pytest.mark.parametrize(
    "make",
    [RosterDetector, MarkingDetector, NhsDetector, NinoDetector, UpnDetector, PostcodeDetector,
     PhoneDetector, EmailDetector],
)  # fmt: skip
def test_every_detector_is_one(make: Callable[[], Detector], roster: Roster) -> None:
    detector = make()
    assert isinstance(detector, Detector)
    findings: list[Finding] = list(detector.find(Page(1, ""), roster))
    assert findings == []


@pytest.mark.parametrize(
    ("listed", "text", "found"),
    [
        ("12 Queen's Road, Northmoor", "of 12 Queen's Road, Northmoor.", slice(3, 29)),
        ("12 Queen's Road, Northmoor", "of 12 Queens Rd Northmoor.", slice(3, 25)),
        ("44 Cuddy\u2019s Rest, Northmoor NM7 1AT", "at 44 Cuddy's Rest", slice(3, 18)),
        ("9 Marsh & Fen Lane, Northmoor", "9 Marsh & Fen Lane", slice(0, 18)),
        ("Flat 2/1, 9 Quay Street, Northmoor", "Flat 2/1, 9 Quay St,\nNorthmoor", slice(0, 30)),
        ("St Mary's House, 12 High Street", "at St Mary's House, 12 High Street", slice(3, 34)),
        ("42 Marram Close, Northmoor", "No. 42, Marram Cl.", slice(4, 17)),
    ],
)
def test_an_address_is_found_however_it_is_punctuated(listed: str, text: str, found: slice) -> None:
    dean = Person("p2", "Dean Hart", addresses=(listed,))
    roster = Roster("p1", (Person("p1", "Kay Marsh"), dean))
    assert (text[found], "redact") in seen(RosterDetector(), text, roster)


def test_a_reference_with_strokes_and_the_subjects_own_name_turned_round() -> None:
    roster = Roster(
        "p1",
        (
            Person("p1", "Kayleigh Ann Storey", role=Standing.SUBJECT),
            Person("p2", "Dean Hart", identifiers=(("case", "LD/2001/123"),)),
        ),
    )
    assert seen(RosterDetector(), "Ref LD/2001/123", roster) == [("LD/2001/123", "redact")]
    assert seen(RosterDetector(), "STOREY, Kayleigh", roster) == [("STOREY, Kayleigh", "show")]


def misread(text: str, *people: Person) -> list[tuple[str, str, str]]:
    """Return what is found in a text that was read in ink: words, proposal and reason."""
    page = Page(1, text, ((0, len(text)),))
    found = RosterDetector().find(page, Roster("p1", people))
    return [(text[slice(*f.span)], f.propose.value, f.because) for f in found]


SUBJECT = Person("p1", "Kayleigh Marsh")


def test_a_third_party_is_found_where_a_scan_was_misread() -> None:
    father = Person("p2", "Qasim Iqbal", role=Standing.THIRD_PARTY, relation="father")
    assert misread("Qasim Igbal came. Mr lgbal said", SUBJECT, father) == [
        ("Qasim Igbal", "redact", "named third party (father)"),  # nobody else is called that
        ("Mr lgbal", "redact", "misread name of a third party (father)"),
    ]
    # Typed so it is a misspelling.
    assert seen(RosterDetector(), "Mr Igbal", Roster("p1", (SUBJECT, father))) == [
        ("Igbal", "redact")
    ]


def test_accents_that_a_scan_lost_are_known_from_the_roster() -> None:
    neighbour = Person("p2", "\u0141ukasz Bj\u00f8rk", role=Standing.THIRD_PARTY)
    because = "misread name of a third party"
    assert misread("tukasz and Mr Bjerk", SUBJECT, neighbour) == [
        ("tukasz", "redact", "named third party"),  # so English data read that letter
        ("Mr Bjerk", "redact", because),
    ]


def test_the_subjects_own_misread_name_and_a_professionals_stay() -> None:
    father = Person("p2", "Dean Marsh", role=Standing.THIRD_PARTY)
    worker = Person("p3", "Nia Illingworth", role=Standing.PROFESSIONAL)
    assert misread("Kayleigh Marsn. Nia lllingworth", SUBJECT, father, worker) == []
    assert misread("Dean Marsn", SUBJECT, father) == [
        ("Dean Marsn", "redact", "misread name of a third party")
    ]


def test_a_relative_whose_name_looks_like_anothers_is_not_taken_for_them() -> None:
    brother = Person("p2", "Neil Marsh", role=Standing.PROFESSIONAL)
    aunt = Person("p3", "Nell Marsh", role=Standing.THIRD_PARTY)
    [(words, propose, _), (other, _, _)] = misread(
        "Neil Marsh and Nell Marsh", SUBJECT, brother, aunt
    )
    assert (words, propose, other) == ("Neil Marsh", "show", "Nell Marsh")


MOTHER = Person("p2", "Tracy Marsh", relation="mother")
WORKER = Person("p3", "Priya Nair", Standing.PROFESSIONAL, "social worker")


@pytest.mark.parametrize(
    ("policy", "text", "expected"),
    [
        (Propose.SHOW, "Tracy Marsh rang.", [("Tracy Marsh", "show")]),
        (Propose.SHOW, "Tracy rang.", [("Tracy", "ask")]),  # only an exact name may be shown
        (Propose.ASK, "Tracy Marsh rang.", [("Tracy Marsh", "ask")]),
        (Propose.REDACT, "Tracy Marsh rang.", [("Tracy Marsh", "redact")]),
    ],
)
def test_a_ruling_about_a_person_beats_how_they_stand(
    policy: Propose, text: str, expected: list[tuple[str, str]]
) -> None:
    ruled = replace(MOTHER, policy=policy, why="known to the subject")
    assert seen(RosterDetector(), text, Roster("p1", (ruled,))) == expected
    withheld = replace(WORKER, policy=Propose.REDACT, why="named as a neighbour")
    [finding] = RosterDetector().find(Page(1, "Priya Nair came."), Roster("p1", (withheld,)))
    assert finding.propose is Propose.REDACT
    assert finding.because == (
        "name of a person to be withheld (social worker): named as a neighbour"
    )


def test_people_of_one_name_about_whom_rulings_differ_are_asked_about() -> None:
    shown = replace(MOTHER, policy=Propose.SHOW)
    namesake = Person("p4", "Tracy Marsh", relation="aunt")
    assert seen(RosterDetector(), "Tracy Marsh rang.", Roster("p1", (shown, namesake))) == [
        ("Tracy Marsh", "ask")
    ]
