"""Names with gaps inside them, as readers of pages see letters that are set apart."""

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
