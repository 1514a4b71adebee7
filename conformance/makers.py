"""What a maker of case files must keep: its truth is right of every mention, and nothing untold.

Inherit the class and give its maker, its files, and the kinds of its papers.
"""

# ruff: noqa: S101, D102 -- these methods are tests: they assert, and their names are their promises
from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conformance.casefiles.truth import Case, Expect, Mention, Paper
from conformance.practice.forms import initials_of
from conformance.practice.noise import noisy
from conformance.practice.numbers import DRAMA, nhs_check, upn_letter, utr_check
from conformance.practice.people import Someone, World, unaccented
from conformance.practice.phenomena import SIXTY, named
from conformance.practice.roster import USUAL, Defects
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Standing

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


Files = Sequence[tuple[World, Case]]


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker of case files to be tried, and the seed to try it by."""

    seed: int
    cases: Callable[[int, int, Defects], Iterator[Case]]
    world: Callable[[int, int], World]
    kinds: frozenset[str]
    real_people: frozenset[str]

    def files(self, count: int) -> Files:
        """Return so many cases, each with its people as they are."""
        made = self.cases(self.seed, count, USUAL)
        return [(self.world(self.seed, at), case) for at, case in enumerate(made)]


def told(files: Files) -> Iterator[tuple[World, Paper, Mention, str]]:
    """Yield every mention with its case's people, its paper, and the words that it points at."""
    for made, case in files:
        for paper in case.papers:
            for mention in paper.mentions:
                yield made, paper, mention, paper.text[slice(*mention.span)]


def letters(text: str) -> str:
    """Return letters and figures alone, small and without accents, to compare by."""
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
            f"{first} {who.middle} {last}", f"{initial} {last}", f"{last}s",
            f"{last}es", who.pet, who.alias, who.former, f"{first} {who.former}",
            who.other_spelling, who.other_spelling.split(" ")[0]}  # fmt: skip
    ways |= {
        initials_of(who),
        initial + last[0],
        "".join(word[0] for word in re.split("[ -]", who.name)),
        f"{last} {initial}",
        f"{first} {last[0]}",
        f"{initial} {who.middle[0]} {last}",
    }
    for called in filter(None, (who.pet, who.alias)):
        ways |= {f"{called} {last}", f"{first} {called} {last}"}
    for part in last.split("-"):
        ways |= {part, f"{first} {part}"}
    return {letters(way) for way in ways if way}


SLIPS = {named(16): 2, named(17): 4, named(18): 4}


BY_WORD = {named(31), named(49), named(51)}


def numbers_of(who: Someone, kind: str) -> set[str]:
    """Return somebody's particulars of a kind, to compare by."""
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


def blanked(paper: Paper) -> str:
    """Return a paper's text with every mention replaced by marks of the same length."""
    text = list(paper.text)
    for mention in paper.mentions:
        text[slice(*mention.span)] = "\x00" * (mention.span[1] - mention.span[0])
    return "".join(text)


def digest(maker: Maker, seed: int) -> str:
    """Return a digest of everything that a maker makes of a seed."""
    return hashlib.sha256(repr([
        (case.id, case.roster, [(p.text, p.mentions, p.scopes) for p in case.papers],
         [noisy(p, 3).text for p in case.papers])
        for case in maker.cases(seed, 4, USUAL)]).encode()).hexdigest()  # fmt: skip


def moved(paper: Paper, twin: Paper) -> Iterator[tuple[str, str]]:
    """Yield what a mention points at in a paper, and in its noisy twin."""
    for same, mention in zip(paper.mentions, twin.mentions, strict=True):
        yield letters(paper.text[slice(*same.span)]), letters(twin.text[slice(*mention.span)])


class MakerContract:
    """What a maker keeps. The subclass gives `maker`, and `files`: sixty cases of it."""

    def test_every_span_says_what_its_mention_is(self, files: Files) -> None:
        wrong = [
            (paper.name, mention.kind, mention.phenomenon, mention.person, text)
            for made, paper, mention, text in told(files)
            if not says(made, mention, text) or text != text.strip()
        ]
        assert wrong == [], wrong[:9]

    def test_no_name_stands_untold(self, files: Files) -> None:
        untold = []
        for made, case in files:
            names = {n for p in made.everybody for n in (p.first, p.last, p.alias, p.former) if n}
            pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names))) + r")\b")
            for paper in case.papers:
                rest = blanked(paper)
                untold += [(paper.name, rest[m.start() - 30 : m.end() + 10])
                           for m in pattern.finditer(rest)]  # fmt: skip
        assert untold == [], untold[:9]

    def test_no_role_date_or_number_stands_untold(self, files: Files) -> None:
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
        assert untold == [], untold[:9]

    def test_mentions_do_not_overlap(self, files: Files) -> None:
        for _, case in files:
            for paper in case.papers:
                spans = [m.span for m in paper.mentions]
                assert spans == sorted(spans)
                assert all(a[1] <= b[0] for a, b in pairwise(spans)), paper.name

    def test_the_same_seed_makes_the_same_files(self, maker: Maker) -> None:
        assert digest(maker, 5) == digest(maker, 5)
        assert digest(maker, 5) != digest(maker, 6)

    def test_all_sixty_phenomena_occur_often_enough_to_count(self, files: Files) -> None:
        seen = Counter(mention.phenomenon for _, _, mention, _ in told(files))
        seen.update(s.phenomenon for _, case in files for p in case.papers for s in p.scopes)
        assert set(seen) <= set(SIXTY)
        few = {name: seen[name] for name in SIXTY if seen[name] < 30}
        assert few == {}, few

    def test_check_digits_hold_but_where_one_is_wrong_on_purpose(self, files: Files) -> None:
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

    def test_nobody_is_real(self, files: Files, maker: Maker) -> None:
        drama = {code + rest.replace(" ", "") for code, rest in DRAMA} | {"07700900"}
        for made, _ in files:
            for who in made.everybody:
                assert who.name not in maker.real_people, who.name
                assert who.numbers["nhs"].startswith("999")
                assert who.numbers["upn"][4] == "0"
                assert who.email.rpartition(".")[2] == "example"
                for phone in (who.phone, who.private, who.landline):
                    assert any(phone.replace(" ", "").startswith(d) for d in drama), phone

    def test_no_two_people_of_a_case_have_one_number(self, files: Files) -> None:
        for made, _ in files:
            for kind in ("nhs", "upn", "nino", "vrm", "bank", "uln", "utr", "driving"):
                assert len({p.numbers[kind] for p in made.everybody}) == len(made.people)
            phones = [n for p in made.everybody for n in (p.phone, p.private)]
            assert len(set(phones)) == len(phones)

    def test_known_says_whether_the_roster_lists_them(self, files: Files) -> None:
        for made, case in files:
            listed = {p.id for p in case.roster.people}
            assert "subject" in listed
            for paper in case.papers:
                for mention in paper.mentions:
                    if mention.person:
                        assert mention.known is (mention.person in listed)
                        assert mention.standing is made.people[mention.person].standing

    def test_the_rosters_faults_come_in_the_shares_that_are_told(
        self, files: Files, maker: Maker
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
        poorer = next(maker.cases(maker.seed, 1, Defects(professionals=1.0)))
        assert not [p for p in poorer.roster.people if p.role is Standing.PROFESSIONAL]

    def test_papers_have_the_length_of_real_ones_and_no_two_are_alike(
        self, files: Files, maker: Maker
    ) -> None:
        papers = [p for _, case in files for p in case.papers]
        words = [len(p.text.split()) for p in papers]
        assert min(words) >= 150
        assert max(words) <= 1200
        assert len({p.text for p in papers}) == len(papers)
        assert {p.kind for p in papers} == maker.kinds

    def test_scopes_begin_with_their_marking_and_are_real_or_only_sound_so(
        self, files: Files
    ) -> None:
        scopes = [(p, s) for _, case in files for p in case.papers for s in p.scopes]
        assert {s.phenomenon for _, s in scopes} == {named(n) for n in (52, 53, 54, 55)}
        real = [p.text[slice(*s.span)] for p, s in scopes if s.real]
        assert {s.phenomenon for _, s in scopes if s.real} == {"marking", "privilege"}
        assert len(real) >= 100
        assert all(len(text.split()) >= 8 for text in real)
        assert len({s.level for _, s in scopes}) == 5

    def test_a_twin_whose_lines_alone_are_broken_anew_says_the_same_under_every_span(
        self, files: Files
    ) -> None:
        for _, case in files[:12]:
            for paper in case.papers:
                twin = noisy(paper, 9, share=0.0)
                assert [now for _, now in moved(paper, twin)] == [
                    was for was, _ in moved(paper, twin)
                ]

    def test_a_noisy_twin_has_a_few_letters_mistaken_and_its_spans_moved_along(
        self, files: Files
    ) -> None:
        pairs = [pair for _, case in files[:12] for paper in case.papers
                 for pair in moved(paper, noisy(paper, 9))]  # fmt: skip
        slips = sum(distance(was, now) for was, now in pairs)
        assert 0.005 < slips / sum(len(was) for was, _ in pairs) < 0.05

    def test_what_is_a_third_partys_stays_only_for_a_reason_that_is_told(
        self, files: Files
    ) -> None:
        wrong = []
        for made, paper, mention, text in told(files):
            if mention.standing is Standing.THIRD_PARTY and mention.expect is Expect.KEEP:
                who, subject = made.people[str(mention.person)], made.subject
                stays = (
                    who.policy is Propose.SHOW
                    or mention.phenomenon in BY_WORD
                    or (mention.phenomenon == named(14) and who.last == subject.last)
                    or (mention.kind in ("address", "postcode") and who.home == subject.home)
                    or (mention.kind == "phone" and who.landline == subject.landline)
                )
                wrong += [] if stays else [(paper.name, text)]
        assert wrong == [], wrong[:9]

    def test_the_subjects_and_professionals_own_is_never_to_be_redacted(self, files: Files) -> None:
        wrong = [
            (paper.name, text)
            for made, paper, mention, text in told(files)
            if mention.standing in (Standing.SUBJECT, Standing.PROFESSIONAL)
            and mention.expect is Expect.REDACT
            and letters(text)[-9:] != made.people[str(mention.person)].private[-9:]
        ]
        assert wrong == [], wrong[:9]

    def test_nothing_of_anybody_stays_under_a_marking(self, files: Files) -> None:
        for _, paper, mention, text in told(files):
            under = any(s.real and s.span[0] <= mention.span[0] < s.span[1] for s in paper.scopes)
            assert not (under and mention.person and mention.expect is Expect.KEEP), text
