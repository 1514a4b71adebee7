"""What the shapes of a name come to in a whole document, and of people whom nobody listed."""

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detect import detect, words_to_be_gone
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument
from redaction.propagation import UnknownDetector

CHILD = Person("p1", "Kayleigh Marsh", Standing.SUBJECT)


def read(*texts: str) -> ReadDocument:
    """Return a document of typed text."""
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    return ReadDocument(b"", pages, (), "text/plain")


def test_a_nickname_that_is_a_word_may_stay_as_that_word() -> None:
    roster = Roster("p1", (CHILD, Person("p2", "William Voss", relation="uncle")))
    document = read("They met Bill Voss and Bill about the gas bill.")
    findings = detect(document, roster, [RosterDetector()])
    assert [document.pages[0].text[slice(*f.span)] for f in findings] == ["Bill Voss", "Bill"]
    assert words_to_be_gone(document, findings, findings) == ["Bill Voss"]


def test_a_misspelt_name_that_is_a_word_may_stay_as_that_word() -> None:
    roster = Roster("p1", (CHILD, Person("p2", "Darren Cook", relation="uncle")))
    document = read("They met Darren Crook, who is no crook.")
    findings = detect(document, roster, [RosterDetector()])
    assert [document.pages[0].text[slice(*f.span)] for f in findings] == ["Darren", "Crook"]
    assert words_to_be_gone(document, findings, findings) == ["Darren"]


def test_of_whom_nobody_listed_no_nickname_or_misspelling_is_guessed_and_initials_ask() -> None:
    unknown = Roster("", (Person("unknown-1", "Deborah Quaxley", Standing.UNKNOWN),))
    text = "Deborah Quaxley, Ms Quaxley; Debbie, Quaxly, and DQ.\n\nD.Q. came. Form DQ"
    found = UnknownDetector(unknown).find(Page(1, text), Roster(""))
    assert sorted((text[slice(*f.span)], f.propose.value) for f in found) == [
        ("D.Q.", "ask"),
        ("DQ", "ask"),
        ("Deborah Quaxley", "redact"),
        ("Ms Quaxley", "redact"),
    ]


def test_of_whom_nobody_listed_what_else_the_words_may_be_is_asked_about_or_left() -> None:
    people = ("Paul Smith", "Mario Kart", "At")
    unknown = Roster("", tuple(Person(f"u-{n}", n, Standing.UNKNOWN) for n in people))
    text = "We met Paul Smith at school. He played Mario Kart."
    found = UnknownDetector(unknown).find(Page(1, text), Roster(""))
    assert [(text[slice(*f.span)], f.propose.value) for f in found] == [("Paul Smith", "ask")]


def test_a_sender_is_known_over_the_end_of_a_page() -> None:
    people = (Person("p2", "Mark Doyle"), Person("p3", "Mark Okonjo", Standing.PROFESSIONAL))
    document = read("From: Mark Doyle\nSubject: Friday\n\nThank you.", "I shall come.\n\nMark")
    *_, last = detect(document, Roster("p1", (CHILD, *people)), [RosterDetector()])
    assert (last.page, last.propose.value, last.person) == (2, "redact", "p2")
