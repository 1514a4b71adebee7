"""Case files for practice tell the truth of themselves: each mention, and nothing left untold."""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from random import Random

import pytest

from conformance.casefiles.truth import Case, Expect, Mention, Paper
from conformance.practice import Defects, cases, noisy, world
from conformance.practice.forms import initials_of
from conformance.practice.names import REAL_PEOPLE
from conformance.practice.numbers import DRAMA, nhs_check, upn_letter, utr_check
from conformance.practice.papers import KINDS
from conformance.practice.pen import Pen
from conformance.practice.people import Someone, World, unaccented
from conformance.practice.phenomena import SIXTY, named
from recordkeeping.disclosure.people import Standing

SEED = 4107
COUNT = 60

DATE = re.compile(
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
ROLE = re.compile(
    r"\b(?:mum|mam|mummy|dad|daddy|nan|nana|nans|gran|grandma|grandad|mother|father|stepdad|auntie"
    r"|aunt|uncle|brother|sister|mgm|pgm|mgf|pgf)\b",
    re.IGNORECASE,
)
NUMBERS = re.compile(r"\d[\d ()-]{8,}\d|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\S+@\S+")
ROLE_AND_NAME = {"nanny", "nana", "nan", "granny", "grandma", "grandad", "auntie", "aunty", "uncle"}


@pytest.fixture(scope="module")
def files() -> list[tuple[World, Case]]:
    return [(world(SEED, at), case) for at, case in enumerate(cases(SEED, COUNT))]


def told(files: list[tuple[World, Case]]) -> Iterator[tuple[World, Paper, Mention, str]]:
    for made, case in files:
        for paper in case.papers:
            for mention in paper.mentions:
                yield made, paper, mention, paper.text[slice(*mention.span)]


def letters(text: str) -> str:
    unbroken = re.sub(r"-\n(?:> )?", "", text)
    return "".join(c for c in unaccented(unbroken).casefold() if c.isalnum())


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out or changed to make one of the other."""
    row = list(range(len(other) + 1))
    for at, a in enumerate(one, 1):
        last, row = row, [at]
        for to, b in enumerate(other, 1):
            row.append(min(last[to] + 1, row[-1] + 1, last[to - 1] + (a != b)))
    return row[-1]


def writings(who: Someone) -> set[str]:
    """Return every way of writing a person that needs no slip, in plain letters."""
    first, last, initial = who.first, who.last, who.first[0]
    ways = {first, last, f"{first} {last}", f"{last} {first}", f"{last} {first} {who.middle}",
            f"{first} {who.middle} {last}", f"{initial} {last}", initials_of(who), f"{last}s",
            f"{last}es", who.pet, who.alias, who.former, f"{first} {who.former}",
            who.other_spelling, who.other_spelling.split(" ")[0]}  # fmt: skip
    for part in last.split("-"):
        ways |= {part, f"{first} {part}"}
    return {letters(way) for way in ways if way}


def test_every_template_of_every_paper_can_be_written() -> None:
    made = world(SEED, 1)
    for kind, (write, _) in KINDS.items():
        templates = [
            line.removeprefix("?same ").removeprefix("?near ").removeprefix("?two ")
            for bank in vars(sys.modules[write.__module__]).values()
            if isinstance(bank, tuple) and bank and isinstance(bank[0], str)
            for line in bank
            if "{" in line and not re.search(r"%s|\{\{|\{who\}", line)
        ]
        assert len(templates) >= 12, kind
        for template in templates:
            pen = Pen(made, Random(1))
            pen.write(template)
            assert pen.opened == []


SLIPS = {named(16): 2, named(17): 4, named(18): 4}
BY_WORD = {named(31), named(49), named(51)}


def numbers_of(who: Someone, kind: str) -> set[str]:
    particulars = {
        "phone": (who.phone, who.landline, who.private), "email": (who.email,),
        "handle": (who.handle,), "url": (f"https://social.example/{who.handle[1:]}",),
        "postcode": (who.home.postcode,), "address": (who.home.line,),
        "reference": (who.numbers["police"],), "nhs": (who.numbers["nhs"],),
    }  # fmt: skip
    return {letters(n) for n in particulars.get(kind) or (who.numbers.get(kind, ""),)}


def says(made: World, mention: Mention, text: str) -> bool:
    """Say whether the words of a mention are what the mention says of them."""
    if mention.kind == "decoy":
        return mention.person is None and mention.expect is Expect.KEEP
    if mention.kind == "date":
        return mention.person is None and any(c.isdigit() for c in text)
    who = made.people[str(mention.person)]
    if mention.kind == "birth":
        return f"{who.born.year % 100:02d}" in text and str(who.born.day) in text
    if mention.kind == "person" and mention.phenomenon in BY_WORD:
        return bool(letters(text)) and letters(text) not in {letters(who.first), letters(who.last)}
    if mention.kind == "person":
        word, ways = letters(text), writings(who)
        slips = SLIPS.get(mention.phenomenon, 0)
        return word in ways or any(distance(word, way) <= slips for way in ways if slips)
    numbers = numbers_of(who, mention.kind)
    word = letters(text)
    if mention.kind in ("phone", "postcode", "address"):
        tails = {n.lstrip("0") for n in numbers}
        return any(t in word or word in t or distance(word, t) <= 1 for t in tails)
    return word in numbers or (mention.kind == "nhs" and {word[:9]} == {n[:9] for n in numbers})


def test_every_span_says_what_its_mention_is(files: list[tuple[World, Case]]) -> None:
    wrong = [
        (paper.name, mention.kind, mention.phenomenon, mention.person, text)
        for made, paper, mention, text in told(files)
        if not says(made, mention, text) or text != text.strip()
    ]
    assert wrong == []


def blanked(paper: Paper) -> str:
    """Return a paper's text with every mention replaced by marks of the same length."""
    text = list(paper.text)
    for mention in paper.mentions:
        text[slice(*mention.span)] = "\x00" * (mention.span[1] - mention.span[0])
    return "".join(text)


def test_no_name_stands_untold(files: list[tuple[World, Case]]) -> None:
    untold = []
    for made, case in files:
        names = {n for p in made.everybody for n in (p.first, p.last, p.alias, p.former) if n}
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names))) + r")\b")
        for paper in case.papers:
            rest = blanked(paper)
            untold += [(paper.name, rest[m.start() - 30 : m.end() + 10])
                       for m in pattern.finditer(rest)]  # fmt: skip
    assert untold == []


def test_no_role_date_or_number_stands_untold(files: list[tuple[World, Case]]) -> None:
    untold = []
    for _, case in files:
        for paper in case.papers:
            rest = blanked(paper)
            for pattern in (ROLE, DATE, NUMBERS):
                untold += [
                    (paper.name, rest[max(0, m.start() - 30) : m.end() + 10])
                    for m in pattern.finditer(rest)
                    if not (m[0].casefold() in ROLE_AND_NAME and rest[m.end() + 1] == "\x00")
                ]
    assert untold == []


def test_mentions_do_not_overlap(files: list[tuple[World, Case]]) -> None:
    for _, case in files:
        for paper in case.papers:
            spans = [m.span for m in paper.mentions]
            assert spans == sorted(spans)
            assert all(a[1] <= b[0] for a, b in pairwise(spans)), paper.name


def digest(seed: int) -> str:
    return hashlib.sha256(repr([
        (case.id, case.roster, [(p.text, p.mentions, p.scopes) for p in case.papers],
         [noisy(p, 3).text for p in case.papers])
        for case in cases(seed, 4)]).encode()).hexdigest()  # fmt: skip


def test_the_same_seed_makes_the_same_files() -> None:
    assert digest(5) == digest(5)
    assert digest(5) != digest(6)


def test_all_sixty_phenomena_occur_often_enough_to_count(
    files: list[tuple[World, Case]],
) -> None:
    seen = Counter(mention.phenomenon for _, _, mention, _ in told(files))
    seen.update(s.phenomenon for _, case in files for p in case.papers for s in p.scopes)
    assert set(seen) <= set(SIXTY)
    assert {name: seen[name] for name in SIXTY if seen[name] < 30} == {}


def test_check_digits_hold_but_where_one_is_wrong_on_purpose(
    files: list[tuple[World, Case]],
) -> None:
    for made, _, mention, text in told(files):
        digits = re.sub(r"\D", "", text)
        if mention.kind == "nhs":
            wrong = digits != made.people[str(mention.person)].numbers["nhs"]
            assert (nhs_check(digits[:9]) == int(digits[9])) is not wrong, text
        elif mention.kind == "upn":
            assert text[0] == upn_letter(text[1:]), text
        elif mention.kind == "chi":
            assert nhs_check(digits[:9]) == int(digits[9]), text
        elif mention.kind == "utr":
            assert digits[0] == utr_check(digits[1:]), text
        elif mention.kind == "uln":
            assert sum(int(d) * (10 - at) for at, d in enumerate(digits)) % 11 == 10, text
        elif mention.kind == "decoy" and len(digits) == 10 and text.isdigit():
            assert nhs_check(digits[:9]) != int(digits[9]), text


def test_nobody_is_real(files: list[tuple[World, Case]]) -> None:
    drama = {code + rest.replace(" ", "") for code, rest in DRAMA} | {"07700900"}
    for made, _ in files:
        for who in made.everybody:
            assert who.name not in REAL_PEOPLE
            assert who.numbers["nhs"].startswith("999")
            assert who.numbers["upn"][4] == "0"
            assert who.email.rpartition(".")[2] == "example"
            for phone in (who.phone, who.private, who.landline):
                assert any(phone.replace(" ", "").startswith(d) for d in drama), phone


def test_no_two_people_of_a_case_have_one_number(files: list[tuple[World, Case]]) -> None:
    for made, _ in files:
        for kind in ("nhs", "upn", "nino", "vrm", "bank", "uln", "utr", "driving"):
            assert len({p.numbers[kind] for p in made.everybody}) == len(made.people)
        phones = [n for p in made.everybody for n in (p.phone, p.private)]
        assert len(set(phones)) == len(phones)


def test_known_says_whether_the_roster_lists_them(files: list[tuple[World, Case]]) -> None:
    for made, case in files:
        listed = {p.id for p in case.roster.people}
        assert "subject" in listed
        for paper in case.papers:
            for mention in paper.mentions:
                if mention.person:
                    assert mention.known is (mention.person in listed)
                    assert mention.standing is made.people[mention.person].standing


def test_the_rosters_faults_come_in_the_shares_that_are_told(
    files: list[tuple[World, Case]],
) -> None:
    family = [p for made, _ in files for p in made.everybody
              if p.standing is Standing.THIRD_PARTY and not p.key.startswith("x")]  # fmt: skip
    missing = sum(not p.in_roster for p in family) / len(family)
    misspelt = sum(p.roster_name != p.name for p in family) / len(family)
    assert 0.06 < missing < 0.14
    assert 0.02 < misspelt < 0.08
    officials = [p for made, _ in files for p in made.everybody
                 if p.standing is Standing.PROFESSIONAL]  # fmt: skip
    assert all(p.in_roster and p.roster_name == p.name for p in officials)
    poorer = next(cases(SEED, 1, Defects(professionals=1.0)))
    assert not [p for p in poorer.roster.people if p.role is Standing.PROFESSIONAL]


def test_papers_have_the_length_of_real_ones_and_no_two_are_alike(
    files: list[tuple[World, Case]],
) -> None:
    papers = [p for _, case in files for p in case.papers]
    words = [len(p.text.split()) for p in papers]
    assert min(words) >= 150
    assert max(words) <= 1200
    assert len({p.text for p in papers}) == len(papers)
    assert {p.kind for p in papers} == set(KINDS)


def test_scopes_begin_with_their_marking_and_are_real_or_only_sound_so(
    files: list[tuple[World, Case]],
) -> None:
    scopes = [(p, s) for _, case in files for p in case.papers for s in p.scopes]
    assert {s.phenomenon for _, s in scopes} == {named(n) for n in (52, 53, 54, 55)}
    real = [p.text[slice(*s.span)] for p, s in scopes if s.real]
    assert {s.phenomenon for _, s in scopes if s.real} == {"marking", "privilege"}
    assert len(real) >= 100
    assert all(len(text.split()) >= 8 for text in real)
    assert len({s.level for _, s in scopes}) == 5


def moved(paper: Paper, twin: Paper) -> Iterator[tuple[str, str]]:
    for same, mention in zip(paper.mentions, twin.mentions, strict=True):
        yield letters(paper.text[slice(*same.span)]), letters(twin.text[slice(*mention.span)])


def test_a_twin_whose_lines_alone_are_broken_anew_says_the_same_under_every_span(
    files: list[tuple[World, Case]],
) -> None:
    for _, case in files[:12]:
        for paper in case.papers:
            twin = noisy(paper, 9, share=0.0)
            assert [now for _, now in moved(paper, twin)] == [was for was, _ in moved(paper, twin)]


def test_a_noisy_twin_has_a_few_letters_mistaken_and_its_spans_moved_along(
    files: list[tuple[World, Case]],
) -> None:
    pairs = [pair for _, case in files[:12] for paper in case.papers
             for pair in moved(paper, noisy(paper, 9))]  # fmt: skip
    slips = sum(distance(was, now) for was, now in pairs)
    assert 0.005 < slips / sum(len(was) for was, _ in pairs) < 0.05
