"""Misspelt names are found, and nobody is taken for somebody whose name theirs is nearly."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector
from redaction.detectors.roster.fuzzy import Misspellings

CHILD = Person("p1", "Kayleigh Marsh", Standing.SUBJECT)
UNCLE = Person("p2", "Darren Quaxley", relation="uncle")
AUNT = Person("p3", "Michelle Hargreaves", relation="aunt")
WORKER = Person("p4", "Priya Illingworth", Standing.PROFESSIONAL, "social worker")
FAMILY = Roster("p1", (CHILD, UNCLE, AUNT, WORKER))


def seen(text: str, roster: Roster = FAMILY) -> list[tuple[str, str, str | None]]:
    """Return the words, the proposal and who alone is meant, in the order of the text."""
    found = sorted(RosterDetector().find(Page(1, text), roster), key=lambda f: f.span)
    return [(text[slice(*f.span)], f.propose.value, f.person) for f in found]


@pytest.mark.parametrize(
    "misspelt",
    [
        "Quaxly", "Quaxely", "Quaxleey", "Qauxley", "Qaxley", "Quaxlei", "QUAXLY", "quaxly",
        "Buaxley",  # a wrong first letter, in a longer word
        "Quax1ey", "Quaxiey", "0uaxley", "Quoxley", "Guaxley",
    ],
)  # fmt: skip
def test_a_misspelt_name_is_found(misspelt: str) -> None:
    assert seen(f"with {misspelt} today") == [(misspelt, "redact", "p2")]


@pytest.mark.parametrize(
    "misspelt", ["Hargrives", "Hargraevs", "Hargeaevs", "Margreave", "Hargrevs"]
)
def test_of_a_long_name_two_letters_may_be_wrong(misspelt: str) -> None:
    assert seen(f"Ms {misspelt} rang") == [(misspelt, "redact", "p3")]


def test_letters_that_machines_take_for_each_other_are_known_in_typed_text_too() -> None:
    burn = Roster("p1", (CHILD, Person("p2", "Cormac Burnhaven")))
    assert seen("Conmac Bumhaven; Corrnac Bvrnhaven", burn) == [
        ("Conmac", "redact", "p2"),
        ("Bumhaven", "redact", "p2"),
        ("Corrnac", "redact", "p2"),
        ("Bvrnhaven", "redact", "p2"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the quality of dare and barren land",  # words of English
        "Quaxleigh Moor",  # too far from it
        "Qaxly",  # two letters of a short name
        "Duaxle",
        "Mechelen",
        "Dan, Dak, Qux",
    ],
)
def test_what_is_another_word_or_too_far_from_a_name_is_none(text: str) -> None:
    assert seen(text) == []


def test_whoever_is_exactly_listed_is_never_taken_for_another() -> None:
    children = (
        Person("p2", "Jayden Voss", relation="brother"),
        Person("p3", "Kayden Holt", relation="friend"),
        Person("p4", "Hayden Illingworth", Standing.PROFESSIONAL, "teacher"),
    )
    roster = Roster("p1", (CHILD, *children))
    assert seen("Jayden, Kayden, Hayden", roster) == [
        ("Jayden", "redact", "p2"),
        ("Kayden", "redact", "p3"),
        ("Hayden", "ask", "p4"),
    ]
    # As near to all three, who stand differently.
    assert seen("Zayden", roster) == [("Zayden", "ask", None)]
    # Nearer to one of them, and misspelt beside a surname that only one has.
    assert seen("Jaydenn; Zayden Holt", roster) == [
        ("Jaydenn", "redact", "p2"),
        ("Zayden", "redact", "p3"),
        ("Holt", "redact", "p3"),
    ]


def test_a_short_name_that_was_misread_is_known_beside_another_of_the_same_person() -> None:
    roster = Roster("p1", (CHILD, Person("p2", "Dean Wood"), Person("p3", "Liam Wright")))
    assert seen("Dean Woocl and Liarn Wright; Woocl", roster) == [
        ("Dean", "redact", "p2"),
        ("Woocl", "redact", "p2"),
        ("Liarn", "redact", "p3"),
        ("Wright", "redact", "p3"),
    ]


@pytest.mark.parametrize(
    ("listed", "text", "read"),
    [
        ("Dean Wood", "Dean Woocl", "Woocl"),
        ("Dean Wood", "DEAN WOOCL", "WOOCL"),
        ("Dean Iqbal", "Dean Igbal", "Igbal"),
        ("Dean Bj\u00f8rk", "Dean Bjerk", "Bjerk"),
    ],
)
def test_a_misread_name_is_known_beside_another_at_the_edges_of_a_text(
    listed: str, text: str, read: str
) -> None:
    roster = Roster("p1", (CHILD, Person("p2", listed)))
    assert (read, "redact", "p2") in seen(text, roster)


def test_a_roster_that_spells_a_name_wrong_finds_it_spelt_right() -> None:
    people = (Person("p2", "Blil Cook"), Person("p3", "Wil Brandreth"), Person("p4", "Lam Wood"))
    roster = Roster("p1", (CHILD, *people))
    assert seen("then Bill rang; Will Brandreth; Liam Wood", roster) == [
        ("Bill", "redact", "p2"),
        ("Will", "redact", "p3"),
        ("Brandreth", "redact", "p3"),
        ("Liam", "redact", "p4"),
        ("Wood", "redact", "p4"),
    ]
    assert seen("that will do, liam", roster) == []
    mason = Roster("p1", (CHILD, Person("p2", "Masoon Lamb")))
    assert seen("They feared Mason. Mason jars; a mason", mason) == [("Mason", "ask", "p2")]


def test_a_misspelt_subject_or_professional_is_asked_about_and_never_shown() -> None:
    assert seen("Kayliegh said; Illingwoth said") == [
        ("Kayliegh", "ask", "p1"),
        ("Illingwoth", "ask", "p4"),
    ]


def test_the_subjects_own_name_that_a_scan_misread_stays_as_it_is() -> None:
    text = "Kayleiqh said. Quaxlcy said."
    found = RosterDetector().find(Page(1, text, ((0, len(text)),)), FAMILY)
    assert [text[slice(*f.span)] for f in found] == ["Quaxlcy"]


def test_the_nearest_words_are_meant() -> None:
    words = Misspellings(["hargreaves", "hargrave", "quaxley"])
    assert words.meant_by("hargravs") == {"hargrave"}
    assert words.meant_by("hargraves") == {"hargrave", "hargreaves"}
    assert words.meant_by("hargreaves") == set()
    assert words.meant_by("harvest") == set()


@pytest.mark.parametrize(
    "written",
    ["Hargre@ves", "H@rgre@ves", "hargre@ve$", "Harg****es", "H********s",
     "H***eaves", "Hargr3@ves"],
)  # fmt: skip
def test_signs_put_for_letters_of_a_name_hide_it_from_nobody(written: str) -> None:
    assert seen(f"with {written} today") == [(written, "redact", "p3")]
    assert seen(f"{written}, then") == [(written, "redact", "p3")]


@pytest.mark.parametrize(
    "text",
    [
        "harg@reaves.org and d@hargre.org",
        "H*rgreaves rang h****s up",  # one star, and what is sworn
        "H******s and H*******x",  # too few letters hidden, and another last letter
        "3 * 4 ** 5, 10 @ 30, W0RK, F**k, s**t",
        "M@rk and D@vid",
    ],
)
def test_signs_between_letters_that_hide_nobody_listed_stay(text: str) -> None:
    assert [words for words, _, _ in seen(text) if "*" in words or "@" in words] == []
