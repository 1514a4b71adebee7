"""Case files to tune on: the truth about them is true, and every phenomenon is in them."""

from collections import defaultdict
from random import Random

import pytest

from conformance.casefiles import cases
from conformance.casefiles.noise import edited, noisy_case
from conformance.casefiles.papers import KINDS
from conformance.casefiles.press import aligned, as_docx, as_pdf, as_scan
from conformance.casefiles.rosters import with_people_missing
from conformance.casefiles.truth import Case, Expect, Level, Mention, Paper, Scope
from recordkeeping.disclosure.people import Standing
from redaction.reading import read_document

PHENOMENA = """
full name|first name only|title and surname|title and full name|initials|initial and surname
surname first|capitals|lower case|nickname nobody listed|alias|former name|possessive
family in the plural|joined names|one typo|two typos|misread by a machine|glued|letter-spaced
hyphen at the end of a line|name over two lines|half of a double-barrelled name|accents dropped
spelled by another ear|name that is a word|word that is no name|father and son alike
sibling's like name|surname shared with the subject|professional with a family's name
role word alone|role and name|unknown, full name|unknown, first name|unknown, lower case
name in a file's name|e-mail header|quoted trail|signature|table row|form field|page header
address on one line|address on several lines|address in part|address without postcode
address shared with the subject|postcode|postcode without its space|telephone number
telephone, local part|date of birth|date of an event|number, nhs
NHS number with a wrong check digit|ten digits that are no NHS number|number, upn|number, nino
number, vrm|number, reference|number, bank|place or brand that holds a name
abbreviation of a role|label for a child|subject's own name|subject's own particulars
source described, not named|marked section, ended|marked section, to the next heading
marked section, to the signature|marked paragraph|marked paper|marked row|marked message
words of a marking in prose|privileged paper|disclaimer|roster spells it wrong
relative in a second role|shown by a ruling|statement about the subject|a child's own words
professional, short|professional, first name in prose|unknown, with a professional's first name
relative with a professional's first name|middle name alone|name and a letter
former name nobody listed|unknown, in a list|jotted in small letters|unknown, jotted
"""


@pytest.fixture(scope="module")
def some() -> list[Case]:
    return list(cases(seed=7, count=30))


def test_the_same_seed_makes_the_same_case_again_and_another_seed_another() -> None:
    [one], [again], [other] = (list(cases(seed, 1)) for seed in (7, 7, 8))
    assert one == again
    assert one.papers[0].text == again.papers[0].text
    assert one.papers[0].text != other.papers[0].text


def test_every_phenomenon_and_every_kind_of_paper_is_there(some: list[Case]) -> None:
    papers = [paper for case in some for paper in case.papers]
    seen = {m.phenomenon for p in papers for m in p.mentions}
    seen |= {s.phenomenon for p in papers for s in p.scopes}
    wanted = {name for line in PHENOMENA.strip().split("\n") for name in line.split("|")}
    assert wanted - seen == set()
    assert {paper.kind for paper in papers} == set(KINDS)
    assert {scope.level for p in papers for scope in p.scopes} == set(Level)


def test_no_name_both_stays_and_goes_in_one_case(some: list[Case]) -> None:
    for case in some:
        expected = defaultdict(set)
        for paper in case.papers:
            for m in paper.mentions:
                if m.kind == "person":
                    expected[paper.text[slice(*m.span)].casefold()].add(m.expect)
        assert [e for e in expected.values() if {Expect.KEEP, Expect.REDACT} <= e] == []


def test_the_truth_says_of_whom_the_roster_knows(some: list[Case]) -> None:
    for case in some:
        listed = {person.id for person in case.roster.people}
        for mention in (m for paper in case.papers for m in paper.mentions if m.person):
            assert mention.known == (mention.person in listed)
    standings = {m.standing for case in some for paper in case.papers for m in paper.mentions}
    assert {Standing.SUBJECT, Standing.THIRD_PARTY, Standing.PROFESSIONAL} < standings


def test_rosters_are_spoiled_as_case_stores_are_but_for_the_subject(some: list[Case]) -> None:
    def called(case: Case) -> set[str]:
        return {case.roster.person(case.roster.subject).name}  # type: ignore[union-attr]

    missing = [with_people_missing(case.roster, Random(1)) for case in some]
    for case, roster in zip(some, missing, strict=True):
        assert called(case) == {p.name for p in roster.people if p.id == roster.subject}
        others = len(case.roster.people) - 1
        assert len(roster.people) - 1 == others - round(others / 4)


PAPER = Paper(
    "a",
    "e-mail",
    "Rang Dean Bell.\nHe came home.",
    (Mention((5, 14), "person", Expect.REDACT, "full name"),),
    (Scope((0, 15), Level.PARAGRAPH, "marked paragraph"),),
)


def test_the_truth_moves_with_the_letters_of_a_noisy_twin() -> None:
    twin = edited(PAPER, [((0, 4), "Rarng"), ((8, 9), "rn"), ((10, 11), "8")])
    assert twin.text == "Rarng Dearn 8ell.\nHe came home."
    assert twin.text[slice(*twin.mentions[0].span)] == "Dearn 8ell"
    assert twin.text[slice(*twin.scopes[0].span)] == "Rarng Dearn 8ell."


def test_a_noisy_case_keeps_its_mentions_and_spoils_about_one_letter_in_a_hundred(
    some: list[Case],
) -> None:
    twin = noisy_case(some[0], Random(1))
    before, after = (sum(len(p.mentions) for p in case.papers) for case in (some[0], twin))
    assert before - after <= before // 100
    changed = sum(
        paper.text[slice(*m.span)] != other.text[slice(*n.span)]
        for paper, other in zip(some[0].papers, twin.papers, strict=True)
        for m, n in zip(paper.mentions, other.mentions, strict=False)
    )
    assert 0.01 * before < changed < 0.3 * before


@pytest.mark.parametrize("printed", [as_pdf, as_docx], ids=["pdf", "docx"])
def test_what_is_printed_is_read_back_with_every_mention_where_it_stands(
    printed: object, some: list[Case]
) -> None:
    paper = next(p for p in some[0].papers if p.kind not in ("messages", "chronology"))
    read = read_document(printed(paper))  # type: ignore[operator]
    back = aligned(paper, "\n".join(page.text for page in read.pages))
    assert len(back.mentions) == len(paper.mentions)
    for mention, there in zip(paper.mentions, back.mentions, strict=True):
        words = paper.text[slice(*mention.span)].split()
        assert back.text[slice(*there.span)].split() == words


def test_a_scan_is_read_by_eye_and_most_mentions_stand_where_they_were_read() -> None:
    read = read_document(as_scan(PAPER, Random(1)))
    assert read.pages[0].by_eye
    back = aligned(PAPER, read.pages[0].text)
    assert back.text[slice(*back.mentions[0].span)] == "Dean Bell"
