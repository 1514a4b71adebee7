"""Names with gaps inside them, as readers of pages see letters that are set apart."""

from datetime import date

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

ROSTER = Roster(
    "p1",
    (
        Person("p1", "Jodie-Ann Tranter", Standing.SUBJECT),
        Person("p2", "Sandra Entwistle", Standing.THIRD_PARTY),
        Person("p3", "Ruby-Mae Wolstencroft", Standing.THIRD_PARTY),
        Person("p4", "Roberta Marshall", Standing.THIRD_PARTY),
        Person("p5", "Dean Voss", Standing.THIRD_PARTY),
    ),
)


def _seen(text: str) -> list[tuple[str, str]]:
    found = RosterDetector().find(Page(1, text), ROSTER)
    return [(text[slice(*f.span)], f.propose.value) for f in found]


@pytest.mark.parametrize(
    "written",
    ["Entwi stle", "En t w i s t l e", "E n t w istle", "V o ss", "Vo s s", "Ent  wistle",
     "entwi stle", "ENTWI STLE", "Sandra Entwi stle", "San dra Ent wistle", "Ruby-\nMae",
     "Ruby-\n> Mae", "Ruby - Mae", "Wolsten-\ncroft", "Wol stencroft"],
)  # fmt: skip
def test_a_name_with_a_gap_in_it_is_seen_whole(written: str) -> None:
    assert _seen(f"There {written} spoke.") == [(written, "redact")]


@pytest.mark.parametrize("written", ["Robert a", "Marsh all"])
def test_what_may_be_words_beside_each_other_is_asked_about(written: str) -> None:
    assert _seen(f"Then {written} was sung.") == [(written, "ask")]


@pytest.mark.parametrize(
    "text",
    ["the marsh all around", "Vo ss", "V oss", "a de an", "Ent. Wistle", "Entwi, stle",
     "xEntwi stle", "Entwi stlex", "Went wist le"],
)  # fmt: skip
def test_words_and_lines_that_have_nothing_to_do_with_each_other_are_no_name(text: str) -> None:
    assert _seen(text) == []


def test_the_subjects_own_name_with_a_gap_is_asked_about_and_never_shown_unlisted() -> None:
    assert _seen("There Tran ter spoke.") == [("Tran ter", "ask")]


KNOWN = Roster(
    "p1",
    (
        Person("p1", "Tamsin Hallett", Standing.SUBJECT, born=date(2004, 5, 17)),
        Person(
            "p2",
            "Ellie-May Featherstonehaugh",
            Standing.THIRD_PARTY,
            born=date(2011, 7, 3),
            emails=("seun.aw@example.org",),
            addresses=("22 Bellfield Terrace, Northmoor NM5 8RW",),
        ),
    ),
)


def _known(text: str) -> list[tuple[str, str]]:
    found = RosterDetector().find(Page(1, text), KNOWN)
    return [(text[slice(*f.span)], f.propose.value) for f in found]


@pytest.mark.parametrize(
    "written",
    [
        "N M 5 8 R W", "NM 5 8 RW", "N M5 8R W", "n m 5 8 r w", "NM5 8\nRW",
        "0 3 / 0 7 / 2 0 1 1", "03 / 07 / 20 11", "3 . 7 . 2 0 1 1", "2 0 1 1 - 0 7 - 0 3",
        "3 J u l y 2 0 1 1", "3 r d Ju ly 2011", "0 3 0 7 2 0 1 1", "0 3 / 0 7 / 1 1",
        "s e u n . a w @ e x a m p l e . o r g", "seun.aw @exam ple.org", "seun.aw@\nexample.org",
        "03/07/\n2011", "03.07.\n2011", "03-07-\n2011", "03/\n07/2011", "03/07\n/2011",
        "03/07/\n> 2011", "3 July\n2011",
    ],
)  # fmt: skip
def test_a_listed_birth_postcode_or_e_mail_with_gaps_in_it_is_seen_whole(written: str) -> None:
    assert _known(f"There it says {written} again.") == [(written, "redact")]


@pytest.mark.parametrize(
    "text",
    [
        "scores 3 7 1 1", "03/07/ 2012", "3/07/20 11 1", "30 3/07/2011x", "0307 2011",
        "s e u n . a w @ e x a m p l e . o r gs", "seun aw@example org", "N M 5 8 R WS",
        "NM5 9RW", "North M5 8RW",
    ],
)  # fmt: skip
def test_figures_and_letters_that_make_up_nothing_listed_stay(text: str) -> None:
    assert _known(text) == []


@pytest.mark.parametrize("written", ["17/05/\n2004", "1 7 / 0 5 / 2 0 0 4"])
def test_the_subjects_own_birth_with_a_gap_is_shown(written: str) -> None:
    assert _known(f"Her date of birth is {written}.") == [(written, "show")]
