"""Names that may be shown: where it is a professional who is named, and where it may not be."""

import pytest

from recordkeeping.disclosure.findings import Page, Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

ROSTER = Roster(
    "s",
    (
        Person("s", "Tyler Marsh", Standing.SUBJECT),
        Person("w1", "Karen Bradshaw", Standing.PROFESSIONAL, "social worker"),
        Person("w2", "Ian Sharp", Standing.PROFESSIONAL, "police officer"),
        Person("w3", "Amrit Singh Gill", Standing.PROFESSIONAL, "general practitioner"),
        Person("w4", "Mr David Thwaite", Standing.PROFESSIONAL, "headteacher"),
        Person("w5", "Jane O'Neill", Standing.PROFESSIONAL, "health visitor"),
        Person("f", "Jane Dobbs", relation="aunt"),
        Person("g", "Ronald Pickles", relation="grandfather", policy=Propose.SHOW, why="died"),
    ),
)


def seen(text: str) -> list[tuple[str, str]]:
    """Return the words of each finding and what is proposed."""
    found = RosterDetector().find(Page(1, text), ROSTER)
    return [(text[slice(*f.span)], f.propose.value) for f in sorted(found, key=lambda f: f.span)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms Bradshaw will ring.", "Ms Bradshaw"),
        ("K Bradshaw - SW", "K Bradshaw"),
        ("seen by K. Bradshaw", "K. Bradshaw"),
        ("BRADSHAW, Karen", "BRADSHAW, Karen"),
        ("DC Sharp shared that", "DC Sharp"),
        ("Dr Gill sent apologies", "Dr Gill"),
        ("Dr A S Gill", "Dr A S Gill"),
        ("Mr Thwaite reported", "Mr Thwaite"),
        ("Dr A.Gill sent apologies", "Dr A.Gill"),
        ("Ms K.Bradshaw agreed", "Ms K.Bradshaw"),
        ("DC. Sharp shared that", "DC. Sharp"),
        ("mr thwaite has written", "mr thwaite"),
        ("told social worker Karen today", "Karen"),
        ("Karen (SW) rang", "Karen"),
        ("With love from\nKaren\n(your social worker)", "Karen"),
        ("Many thanks,\nKaren", "Karen"),
        ("Mr Pickles died", "Mr Pickles"),
        ("Grandad Ronald came", "Ronald"),
    ],
)
def test_a_professional_named_as_such_is_shown(text: str, words: str) -> None:
    assert seen(text) == [(words, "show")]


def test_a_first_name_is_shown_where_the_paper_says_whose_it_is() -> None:
    assert seen("By Karen Bradshaw. Karen will ring. Karen's diary") == [
        ("Karen Bradshaw", "show"),
        ("Karen", "show"),
        ("Karen", "show"),
    ]
    assert seen("Karen will ring.") == [("Karen", "ask")]
    assert seen("To: Karen Bradshaw, Mum and Dad\n\nHi Karen,")[1] == ("Karen", "show")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("her aunt Karen has offered", "Karen"),
        ("Karen (his friend) was there", "Karen"),
        ("his mother Karen Bradshaw was there", "Karen Bradshaw"),
        ("his carer Karen Bradshaw was there", "Karen Bradshaw"),
        ("some lady called Karen", "Karen"),
        ("then karen left", "karen"),
        ("[18:02] Mum: ask Karen ok", "Karen"),
        ("with Karen Field and the cousins", "Karen"),
        ("Mrs Thwaite came", "Mrs Thwaite"),
        ("Jane has rung", "Jane"),  # an aunt is called so
        ("Bradshaw said", "Bradshaw"),
        ("Kaz rang", "Kaz"),
        ("Bradshw rang", "Bradshw"),
        ("her friend Ronald came", "Ronald"),
    ],
)
def test_who_may_be_another_or_in_another_capacity_is_asked_about(text: str, words: str) -> None:
    assert (words, "ask") in seen(f"Karen Bradshaw and Jane O'Neill wrote.\n{text}")


def test_initials_that_nobody_else_has_are_of_whom_the_paper_names() -> None:
    assert seen("Karen Bradshaw rang. KB will ring.")[1] == ("KB", "show")
    assert seen("KB will ring.") == [("KB", "ask")]
    assert seen("TM was there.") == []  # it is short for a team manager
    assert seen("T.M. was there; Tylers coat; the Tylers") == [
        ("T.M.", "show"),
        ("Tylers", "show"),
        ("Tylers", "ask"),
    ]


def test_the_words_for_people_in_a_list_are_not_taken_for_what_somebody_is() -> None:
    assert seen("Mum, Karen Bradshaw, and Dad met.") == [("Karen Bradshaw", "show")]


def test_a_reason_says_what_speaks_against_it() -> None:
    found = RosterDetector().find(Page(1, "her aunt Karen"), ROSTER)
    assert [f.because for f in found] == [
        "name of a professional in official capacity (social worker); but it stands beside a "
        "relation that is none of theirs"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane P Dobbs", [("Jane P Dobbs", "redact")]),
        ("Jane P. Dobbs", [("Jane P. Dobbs", "redact")]),
        ("Jane P.Q. Dobbs", [("Jane P.Q. Dobbs", "redact")]),
        ("Jane Iris Dobbs", [("Jane Iris Dobbs", "redact")]),
        ("Amrit S Gill", [("Amrit S Gill", "show")]),
        # Of a name that the roster lacks nobody knows for certain whose it is.
        ("Tyler Lee Marsh", [("Tyler Lee Marsh", "ask")]),
        ("Karen Lee Bradshaw", [("Karen Lee Bradshaw", "ask")]),
        ("Jane and Dobbs", [("Jane", "ask"), ("Dobbs", "redact")]),
    ],
)
def test_a_name_between_two_of_one_person_is_theirs(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert seen(text) == expected


def test_a_third_party_is_found_by_another_name_than_the_first_and_by_a_letter() -> None:
    ng = Person("n", "Ng Wei Ling", relation="friend")
    may = Person("m", "May Ann Izzard", relation="sister")
    roster = Roster("s", (ng, may))
    text = "With Wei and Ng L. Then May I. came. May I go? Mrs I may. On may i"
    found = sorted(RosterDetector().find(Page(1, text), roster), key=lambda f: f.span)
    assert [text[slice(*f.span)] for f in found] == ["Wei", "Ng L.", "May", "May", "Mrs I"]


OFFICERS = Roster(
    "s",
    (
        Person("s", "Tyler Marsh", Standing.SUBJECT),
        Person("d", "PC Helen Dunn", Standing.PROFESSIONAL, "police officer"),
        Person("h", "PC 4471 Hale", Standing.PROFESSIONAL, "police officer"),
        Person("m", "Mia Hart", relation="aunt"),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gary arrested,PC 4471 Dunn", [("PC 4471 Dunn", "show")]),
        ("by PC2210 Dunn", [("PC2210 Dunn", "show")]),
        ("PC Dunn and PC Hale came", [("PC Dunn", "show"), ("PC Hale", "show")]),
        ("Helen Dunn rang", [("Helen Dunn", "show")]),
        # A rank is nobody's first name, and an aunt is none of theirs.
        ("The PC was on; a PC came", []),
        ("PC 310 Hart came", [("Hart", "redact")]),
    ],
)
def test_a_rank_and_a_number_before_an_officers_surname_say_whose_it_is(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = sorted(RosterDetector().find(Page(1, text), OFFICERS), key=lambda f: f.span)
    assert [(text[slice(*f.span)], f.propose.value) for f in found] == expected


@pytest.mark.parametrize(
    ("text", "propose"),
    [
        ("Dear Karen,\n\nThank you for your report.", "show"),
        ("12 May 2015\n\nDear Karen\nRe: the review", "show"),
        # A letter to a friend of that name, one that others bear, and a sentence.
        ("Dear Karen,\n\nI miss you.\nLots of love, Tyler", "ask"),
        ("Dear Jane,\n\nThank you for your report.", "ask"),
        ("Dear Karen says that she is ill.", "ask"),
    ],
)
def test_a_letter_to_a_professional_names_them(text: str, propose: str) -> None:
    assert seen(text)[0][1] == propose


SURNAMES = Roster(
    "s",
    (
        Person("s", "Tyler Marsh", Standing.SUBJECT),
        Person("w1", "Karen Bradshaw", Standing.PROFESSIONAL, "social worker"),
        Person("w2", "Uche Oakes", Standing.PROFESSIONAL, "teacher"),
        Person("w3", "Mr Robin Dale", Standing.PROFESSIONAL, "teacher"),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No Karen is a Mr, and one of a Mr and a Ms is somebody else.
        ("Mr Bradshaw hit his wife.", [("Mr Bradshaw", "ask")]),
        ("Ms Bradshaw met Mr Bradshaw.", [("Ms Bradshaw", "show"), ("Mr Bradshaw", "ask")]),
        ("Ms Oakes met Mr Oakes.", [("Ms Oakes", "ask"), ("Mr Oakes", "ask")]),
        ("Mr Dale met Mrs Dale.", [("Mr Dale", "show"), ("Mrs Dale", "ask")]),
        # Titles that both have, and one title alone, say nothing against it.
        ("Dr Oakes met Mr Oakes.", [("Dr Oakes", "show"), ("Mr Oakes", "show")]),
        ("Ms Bradshaw and Mrs Bradshaw.", [("Ms Bradshaw", "show"), ("Mrs Bradshaw", "show")]),
        ("Mr Oakes rang.", [("Mr Oakes", "show")]),
        ("Mr Karen Bradshaw rang.", [("Mr Karen Bradshaw", "show")]),
    ],
)
def test_a_man_and_a_woman_of_one_surname_are_not_both_shown(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = RosterDetector().find(Page(1, text), SURNAMES)
    ordered = sorted(found, key=lambda f: f.span)
    assert [(text[slice(*f.span)], f.propose.value) for f in ordered] == expected


ROW = Roster(
    "s",
    (
        Person("s", "Tyler Marsh", Standing.SUBJECT),
        Person("w1", "Serwaa Darko", Standing.PROFESSIONAL, "social worker"),
        Person("w2", "Shona Abercrombie", Standing.PROFESSIONAL, "police officer"),
        Person("d", "Dean Darko", relation="father"),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The letter behind a comma is the next one's.
        ("S.Darko, S Abercrombie", [("S.Darko", "show"), ("S Abercrombie", "show")]),
        ("S. Darko, S. Abercrombie", [("S. Darko", "show"), ("S. Abercrombie", "show")]),
        ("Darko, S. came", [("Darko, S.", "ask")]),
        ("D Darko, S Abercrombie", [("D Darko", "redact"), ("S Abercrombie", "show")]),
        # Cells that wide gaps part are two people's.
        ("Tyler    M Abercrombie", [("Tyler", "show"), ("Abercrombie", "ask")]),
        # A log's entry is no message.
        (
            "Serwaa Darko wrote.\n15:15  Contact: Roy brought by Serwaa.",
            [("Serwaa Darko", "show"), ("Serwaa", "show")],
        ),
        (
            "Serwaa Darko wrote.\n19.1.86: He came. Serwaa knows.",
            [("Serwaa Darko", "show"), ("Serwaa", "show")],
        ),
        (
            "Serwaa Darko wrote.\n15:15 Kuba: ask Serwaa",
            [("Serwaa Darko", "show"), ("Serwaa", "ask")],
        ),
    ],
)
def test_a_professional_is_plain_in_a_row_of_letters_and_in_a_log(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = sorted(RosterDetector().find(Page(1, text), ROW), key=lambda f: f.span)
    assert [(text[slice(*f.span)], f.propose.value) for f in found] == expected


def test_a_title_that_no_grandfather_has_speaks_against_showing_him() -> None:
    assert ("Miss R. Pickles", "ask") in seen("Signed Miss R. Pickles.")
    assert ("Mr R. Pickles", "show") in seen("Signed Mr R. Pickles.")


def test_a_first_name_goes_on_with_a_surname_that_has_a_small_word_before_it() -> None:
    text = "Karen Bradshaw wrote. Karen ap Gwilym objects, and Karen is sorry."
    assert seen(text)[1:] == [("Karen", "ask"), ("Karen", "show")]
