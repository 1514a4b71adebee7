"""Which of several people is meant: what the text says beside a name decides, and nothing else."""

from datetime import date

import pytest

from recordkeeping.disclosure.findings import Page, Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

KEVIN = Person("son", "Kevin Hargreaves", Standing.SUBJECT, born=date(2008, 4, 3))
FATHER = Person("dad", "Kevin Hargreaves", relation="father", born=date(1980, 7, 1))
TRACY = Person("mum", "Tracy Hargreaves", relation="mother")
MARK = Person("mark", "Mark Doyle", relation="uncle")
TEACHER = Person("teacher", "Mark Okonjo", Standing.PROFESSIONAL, "teacher")
FRIEND = Person("friend", "Mark Lindqvist", relation="friend")
ROSTER = Roster("son", (KEVIN, FATHER, TRACY, MARK, TEACHER, FRIEND))


def people(text: str, words: str, roster: Roster = ROSTER) -> tuple[str, tuple[str, ...]]:
    """Return what is proposed for the last place where these words are found, and for whom."""
    found = [f for f in RosterDetector().find(Page(1, text), roster)
             if text[slice(*f.span)] == words]  # fmt: skip
    last = max(found, key=lambda f: f.span)
    return last.propose.value, last.people


def test_father_and_son_of_one_name_are_asked_about() -> None:
    assert people("Kevin Hargreaves left.", "Kevin Hargreaves") == ("ask", ("dad", "son"))


@pytest.mark.parametrize(
    ("text", "propose", "person"),
    [
        ("His father Kevin Hargreaves left.", "redact", "dad"),
        ("dad, Kevin Hargreaves, left", "redact", "dad"),
        ("Kevin Hargreaves (father) left", "redact", "dad"),
        ("Kevin Hargreaves Snr left", "redact", "dad"),
        ("Kevin Hargreaves senior left", "redact", "dad"),
        ("Kevin Hargreaves (DOB 01/07/1980)", "redact", "dad"),
        ("Kevin Hargreaves\nDOB: 3/4/2008", "show", "son"),
        ("Kevin Hargreaves Jr left", "show", "son"),
        ("Kevin Hargreaves, born on 3 April 2008", "show", "son"),
        ("12 May 2019: Kevin Hargreaves (38) left", "redact", "dad"),
        ("12 May 2019: Kevin Hargreaves, aged 11, left", "show", "son"),
    ],
)
def test_what_stands_beside_a_name_says_whose_it_is(text: str, propose: str, person: str) -> None:
    assert people(text, "Kevin Hargreaves") == (propose, (person,))


@pytest.mark.parametrize(
    "text",
    [
        "Kevin Hargreaves Senior Social Worker",  # a post
        "Kevin Hargreaves (38) left",  # of no year
        "12 May 2019: Kevin Hargreaves (70) left",  # nobody's age
        "his uncle Kevin Hargreaves left",  # nobody's role
        "I told mum, dad. Kevin Hargreaves left",
        "Kevin Hargreaves, Snrub and Jrue",
    ],
)
def test_what_says_nothing_about_these_people_leaves_them_all(text: str) -> None:
    assert people(text, "Kevin Hargreaves") == ("ask", ("dad", "son"))


@pytest.mark.parametrize(
    ("text", "propose", "person"),
    [
        ("her uncle Mark came", "redact", "mark"),
        ("with uncle mark", "redact", "mark"),
        ("Mark (his teacher) came", "show", "teacher"),
        ("Mark Doyle came.\n\nHe left.\n\nLater Mark said", "redact", "mark"),
        ("Mark Doyle came. She saw Mark again", "redact", "mark"),
        (
            "From: Mark Lindqvist\nTo: x\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nMark",
            "redact",
            "friend",
        ),
    ],
)
def test_a_single_name_is_of_whom_the_text_names_so(text: str, propose: str, person: str) -> None:
    words = "mark" if "mark" in text else "Mark"
    assert people(text, words) == (propose, (person,))


@pytest.mark.parametrize(
    "text",
    [
        "With Mark today",
        "Mark Doyle and Mark Lindqvist came. She saw Mark again",  # two of them
        "Mark Doyle came.\n\nA.\n\nB.\n\nC.\n\nD.\n\nThen to Mark",  # too long ago
    ],
)
def test_a_single_name_is_never_guessed(text: str) -> None:
    assert people(text, "Mark") == ("ask", ("friend", "mark", "teacher"))


def test_the_nearest_full_name_never_makes_a_single_name_the_subjects_or_anothers() -> None:
    doyle = Person("doyle", "Kevin Doyle", relation="uncle")
    roster = Roster("son", (KEVIN, doyle))
    assert people("Kevin Doyle came. Then Kevin left", "Kevin", roster) == ("ask", ("doyle", "son"))
    assert people("Kevin Hargreaves came. Then Kevin left", "Kevin", roster) == (
        "ask",
        ("doyle", "son"),
    )
    assert people("Then uncle Kevin left", "Kevin", roster) == ("redact", ("doyle",))


def test_both_of_two_people_before_one_surname_have_it() -> None:
    doyle = Person("doyle", "Kevin Doyle", relation="uncle")
    roster = Roster("x", (FATHER, TRACY, doyle, Person("x", "Ola Brink", Standing.SUBJECT)))
    assert people("Kevin and Tracy Hargreaves came", "Kevin", roster) == ("redact", ("dad",))
    assert people("Kevin, Tracy & Tracy Hargreaves came", "Kevin", roster) == ("redact", ("dad",))
    assert people("Kevin. Tracy Hargreaves came", "Kevin", roster) == ("redact", ("dad", "doyle"))


def test_a_child_is_no_mr_or_mrs() -> None:
    assert people("Mr Hargreaves came", "Mr Hargreaves") == ("redact", ("dad",))
    assert people("Mrs Hargreaves came", "Mrs Hargreaves") == ("redact", ("mum",))
    assert people("Mr and Mrs Hargreaves came", "Mr and Mrs Hargreaves") == (
        "redact",
        ("dad", "mum"),
    )
    # Of a year in which they may have been called so.
    assert people("On 2 June 2025 Mr Hargreaves came", "Mr Hargreaves") == ("ask", ("dad", "son"))


def test_the_subjects_own_first_name_is_theirs_where_others_might_have_it_for_short() -> None:
    kay = Person("kay", "Kay Brink", Standing.SUBJECT)
    aunt = Person("aunt", "Kathleen Voss", relation="aunt")
    roster = Roster("kay", (kay, aunt))
    assert people("Then Kay left", "Kay", roster) == ("show", ("kay",))
    assert people("Then Auntie Kay left", "Kay", roster) == ("redact", ("aunt",))


def test_the_family_name_stays_unless_somebody_ruled() -> None:
    assert people("the Hargreaves family", "Hargreaves") == ("show", ("dad", "mum", "son"))
    ruled = Person("dad", "Kevin Hargreaves", relation="father", policy=Propose.REDACT)
    assert people("the Hargreaves family", "Hargreaves", Roster("son", (KEVIN, ruled))) == (
        "ask",
        ("dad", "son"),
    )


TAMSIN = Person("tam", "Tamsin Birchall", Standing.SUBJECT)
BIRCHALLS = Roster(
    "tam",
    (
        TAMSIN,
        Person("mum", "Lorraine Birchall", relation="mother"),
        Person("bro", "Callum Birchall", relation="brother"),
    ),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Forename\nTamsin\nSurname\nBirchall\nAddress", "Birchall"),
        ("First name: Tamsin  Surname: Birchall", "Birchall"),
        ("Surname: Birchall\nForename(s): Tamsin", "Birchall"),
        ("Family name | Birchall | Given names | Tamsin Ann", "Birchall"),
        ("Miss Birchall (Tamsin) was late", "Miss Birchall"),
    ],
)
def test_a_surname_beside_the_subjects_first_name_is_their_own(text: str, words: str) -> None:
    assert people(text, words, BIRCHALLS)[0] == "show"


@pytest.mark.parametrize(
    ("text", "words", "propose"),
    [
        ("Surname: Birchall", "Birchall", "ask"),
        ("Forename: Callum  Surname: Birchall  Forename: Tamsin", "Birchall", "ask"),
        ("Surname: Birchall  Forename: Lorraine", "Birchall", "ask"),
        ("Miss Birchall (Tamsin's mother)", "Miss Birchall", "redact"),
        ("Tamsin told Birchall", "Birchall", "ask"),
    ],
)
def test_a_surname_that_may_be_a_relatives_is_no_subjects(
    text: str, words: str, propose: str
) -> None:
    assert people(text, words, BIRCHALLS)[0] == propose


def test_a_form_of_a_son_who_bears_his_fathers_name_says_nothing() -> None:
    assert people("Surname: Hargreaves  Forename: Kevin", "Hargreaves")[0] == "ask"
