"""Which of several explanations of the same letters counts."""

from dataclasses import replace

import pytest

from recordkeeping.disclosure.findings import Finding, Propose, Span, Strength
from redaction.detectors.names.veto import tells_nothing
from redaction.merge import merged

TEXT = "Kayleigh Marsh came with Dean Marsh-Jones and Kayleigh Marsh-Jones."
KAYLEIGH, DEAN = (0, 14), (25, 35)


def said(span: Span, propose: Propose, strength: Strength, person: str | None = None) -> Finding:
    return Finding(1, span, "person", propose, 0.9, "d", "why", person=person, strength=strength)


def shown(span: Span = KAYLEIGH) -> Finding:
    return said(span, Propose.SHOW, Strength.WHOLE, "p1")


def guessed(start: int, end: int) -> Finding:
    return said((start, end), Propose.REDACT, Strength.GUESSED)


def outcome(*findings: Finding) -> list[tuple[str, str]]:
    return [(TEXT[slice(*f.span)], f.propose.value) for f in merged(findings, TEXT, tells_nothing)]


def test_a_guess_takes_nothing_from_a_name_that_may_be_shown() -> None:
    assert outcome(shown(), guessed(0, 14)) == [("Kayleigh Marsh", "show")]
    assert outcome(shown(), guessed(0, 19)) == [("Kayleigh Marsh", "show")]


def test_a_single_name_to_be_shown_in_a_longer_one_is_one_question_with_it() -> None:
    alone = said((0, 8), Propose.SHOW, Strength.PART, "p1")
    assert outcome(alone, guessed(0, 14)) == [("Kayleigh Marsh", "ask")]
    assert outcome(alone, guessed(0, 8)) == [("Kayleigh", "show")]
    # Another of the roster is the Marsh here: each name is explained.
    other = said((9, 14), Propose.REDACT, Strength.PART, "p2")
    assert outcome(alone, other, guessed(0, 14)) == [("Kayleigh", "show"), ("Marsh", "redact")]


def test_a_single_name_that_somebody_unlisted_bears_too_asks_unless_it_is_the_subjects() -> None:
    echoed = said((0, 8), Propose.REDACT, Strength.ECHOED)
    worker = said((0, 8), Propose.SHOW, Strength.PART, "p1")
    assert outcome(worker, echoed) == [("Kayleigh", "ask")]
    assert outcome(replace(worker, role="subject"), echoed) == [("Kayleigh", "show")]
    full = said(KAYLEIGH, Propose.SHOW, Strength.WHOLE, "p1")
    assert outcome(full, replace(echoed, span=KAYLEIGH)) == [("Kayleigh Marsh", "show")]


def test_a_guess_does_not_answer_what_the_roster_asks() -> None:
    asked = said(DEAN, Propose.ASK, Strength.PART)
    assert outcome(asked, guessed(*DEAN)) == [("Dean Marsh", "ask")]


def test_what_is_left_of_a_guess_is_removed_by_itself() -> None:
    removed = said(DEAN, Propose.REDACT, Strength.WHOLE, "p2")
    assert outcome(removed, guessed(25, 41)) == [("Dean Marsh", "redact"), ("Jones", "redact")]


def test_behind_a_name_of_the_roster_the_next_cell_says_who_they_are() -> None:
    text = "Tyler Quirke Friend 30/07/2002"
    listed = said((0, 12), Propose.REDACT, Strength.WHOLE, "p2")
    [found] = merged([listed, guessed(0, 19)], text, tells_nothing)
    assert (found.span, found.person) == ((0, 12), "p2")


def test_a_name_inside_a_longer_one_is_asked_about_and_not_shown() -> None:
    assert outcome(shown((46, 60)), guessed(46, 66)) == [
        ("Kayleigh Marsh", "ask"),
        ("Jones", "redact"),
    ]


@pytest.mark.parametrize("strength", [Strength.GUESSED, Strength.ALIKE])
def test_an_exact_name_outweighs_a_likeness_to_somebody_else(strength: Strength) -> None:
    other = said(KAYLEIGH, Propose.REDACT, strength, "p3")
    assert outcome(shown(), other) == [("Kayleigh Marsh", "show")]


def test_a_pattern_of_a_councils_own_is_never_outweighed_by_a_name_to_be_shown() -> None:
    own = said((9, 19), Propose.REDACT, Strength.SEEN)
    assert outcome(shown(), own) == [("Marsh came", "redact")]


def test_a_guess_that_nothing_explains_stays_whole() -> None:
    assert outcome(guessed(25, 41)) == [("Dean Marsh-Jones", "redact")]


def test_a_letter_before_a_surname_goes_with_it() -> None:
    text = "LADO minutes re J Sutcliffe, page 2"
    name = said((18, 27), Propose.REDACT, Strength.PART, "p2")
    found = list(merged([name, guessed(16, 27)], text, tells_nothing))
    assert [(f.span, f.propose) for f in sorted(found, key=lambda f: f.span)] == [
        ((16, 17), Propose.REDACT),
        ((18, 27), Propose.REDACT),
    ]


def test_a_letter_behind_a_first_name_goes_with_it() -> None:
    text = "Spoke to Sanjay F at the gate"
    name = said((9, 15), Propose.ASK, Strength.PART, "p2")
    found = list(merged([name, guessed(9, 17)], text, tells_nothing))
    assert (16, 17) in [f.span for f in found] or (9, 17) in [f.span for f in found]
