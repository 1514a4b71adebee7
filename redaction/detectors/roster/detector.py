"""The people of the file: their names in every usual shape, and what they are known by.

A name split over two pages is found when the caller joins the pages; `redaction.detect` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

import ahocorasick

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.bounds import (
    PLURAL,
    begins_in_a_run,
    beside_rules,
    may_be_in_a_run,
    stands_in_a_run,
)
from redaction.detectors.normal import WORD, Normal, folded, glued, views
from redaction.detectors.owners import found, standing
from redaction.detectors.roster.variants import CAPITALS_ONLY, Variant, variants_of
from redaction.everyday import is_common_word, spells_by_chance
from redaction.misreadings import MISREAD, Misreadings, is_no_other

_INITIALS = re.compile(r"(?<![^\W_])(?:[A-Z]\.?){3,5}(?![^\W_])")
_SHORTEST_PLURAL = 4
_NEAR = 8  # hits on either side of one that may share its words
_SHORTEST_INSIDE = 4  # letters of a name within others that are written apart
_SHORTEST_PARTED = 5  # letters of a name that a line's end parts: others are made of two words
_OFFICIAL = {Standing.PROFESSIONAL, Standing.ORGANISATION}
_FAMILY, _SPACE = re.compile(PLURAL), re.compile(" ")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Who may be meant by a form of words, and whether it is exactly what the roster lists."""

    person: str
    kind: str
    what: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    span: Span
    meanings: frozenset[_Meaning] = field(repr=False)
    derived: bool  # found in a shape that nobody listed: a plural, an ambiguous word
    misread: bool = False  # in ink, with letters that a machine takes for each other
    no_other: bool = False  # misread so that nobody else can be called that


class RosterDetector:
    """Finds the people of the roster, by name and by what they are known by."""

    name = "roster"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each mention; who may be meant decides what is proposed."""
        index = _index(roster)
        hits = [*_spelled(page.text, index), *_initials(page.text, index), *_misread(page, index)]
        for hit in _longest(_apart(_united(hits), page.text, roster.subject)):
            if not hit.misread or _is_of_others(roster, hit):
                yield _finding(roster, hit, page.text)


class _Index:
    """The forms of a roster: names in an automaton, numbers and addresses as patterns."""

    def __init__(self, roster: Roster) -> None:
        self.meanings: dict[str, set[_Meaning]] = defaultdict(set)
        self.initials: dict[str, set[_Meaning]] = defaultdict(set)
        self.as_listed: dict[str, set[_Meaning]] = defaultdict(set)
        spaced: dict[str, set[_Meaning]] = defaultdict(set)
        for person in roster.people:
            accents = _accented(person)
            for variant in variants_of(person, standing(roster, person)):
                meaning = _Meaning(person.id, variant.kind, variant.what, variant.exact)
                if variant.shape != CAPITALS_ONLY:
                    self.as_listed[_as_listed(variant, accents)].add(meaning)
                if variant.loose:
                    spaced[variant.text].add(meaning)
                elif variant.shape == CAPITALS_ONLY:
                    self.initials[variant.text].add(meaning)
                else:
                    self.meanings[variant.text].add(meaning)
        self.spaced = [(_loose(text), frozenset(meant)) for text, meant in spaced.items()]
        self.misreadings = Misreadings(self.as_listed)
        self.automaton = ahocorasick.Automaton()
        for text in self.meanings:
            self.automaton.add_word(text, text)
        if self.meanings:
            self.automaton.make_automaton()

    def occurrences(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and form of each name in a normalised text."""
        if not self.meanings:
            return
        for last, form in self.automaton.iter(text):
            yield last + 1 - len(form), last + 1, form


def _accented(person: Person) -> dict[str, str]:
    """Return the words of somebody's names with their accents, by what they are without."""
    words = (word for name in (person.name, *person.aliases) for word in re.split(r"[\s-]", name))
    return {folded(word): word for word in words if not word.isascii()}


def _as_listed(variant: Variant, accents: Mapping[str, str]) -> str:
    """Return a form with its accents, a name with its capital."""
    text = re.sub(r"[^\s-]+", lambda word: accents.get(word[0], word[0]), variant.text)
    return text[:1].upper() + text[1:] if variant.kind == "person" else text


@lru_cache(maxsize=16)
def _index(roster: Roster) -> _Index:
    return _Index(roster)


def _loose(text: str) -> re.Pattern[str]:
    """Match a number or an address whatever stands between its pieces."""
    # Whatever is no letter and no digit: "Queen's Road" has an apostrophe, "LD/2001/123" strokes.
    between = r"[\W_]*"
    pieces = re.findall(r"[^\W_]" if _is_number(text) else r"[^\W_]+", text)
    words = (_STREETS.get(piece) or re.escape(piece) for piece in pieces)
    # A long number may have run into words, as in a table without its borders.
    edge = r"\d" if _is_number(text) and may_be_in_a_run([text]) else r"[^\W_]"
    return re.compile(f"(?<!{edge}){beside_rules(text, between.join(words))}(?!{edge})")


_STREET_WORDS = """
street st|road rd|close cl|avenue ave av|lane ln|drive dr|court ct|crescent cres cresc|place pl
gardens gdns|terrace terr ter|square sq|grove gr|house hse|flat apartment apt|saint st|park pk
north n|south s|east e|west w|mount mt
"""
_STREETS = {
    word: "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"
    for words in re.split(r"[|\n]", _STREET_WORDS)
    for word in words.split()
}
"""Each word of an address that people shorten, and every way of writing it."""


def _is_number(text: str) -> bool:
    return sum(c.isdigit() for c in text) * 2 > sum(c.isalnum() for c in text)


def _spelled(text: str, index: _Index) -> Iterator[_Hit]:
    for page in views(text):
        yield from _named(text, page, index)
        yield from _parted(text, page, index)
        for stretch in glued(page):  # boundaries are lost here; a name inside is a name
            for start, end, form in index.occurrences(stretch.text):
                if end - start == len(stretch.text) or end - start >= _SHORTEST_INSIDE:
                    meanings = frozenset(index.meanings[form])
                    yield _Hit(stretch.span(start, end), meanings, derived=True)


def _named(text: str, page: Normal, index: _Index) -> Iterator[_Hit]:
    for start, end, form in index.occurrences(page.text):
        if hit := _mention(text, page, (start, end), form, index):
            yield hit
    for pattern, meanings in index.spaced:
        for match in pattern.finditer(page.text):
            yield _Hit(page.span(*match.span()), meanings, derived=False)


def _parted(text: str, page: Normal, index: _Index) -> Iterator[_Hit]:
    """Yield names in which a line ends within a word, without a hyphen, as in narrow columns."""
    spaces = (space.start() for space in _SPACE.finditer(page.text))
    breaks = [at for at in spaces if "\n" in text[page.starts[at] : page.ends[at]]]
    lines = pairwise([-1, *breaks, len(page.text)])
    solid = "".join(page.text[last + 1 : this] for last, this in lines)
    seams = [at - number for number, at in enumerate(breaks)]
    for first, last, form in index.occurrences(solid):
        before, until = bisect_right(seams, first), bisect_left(seams, last)
        if before == until or sum(map(str.isalpha, form)) < _SHORTEST_PARTED:
            continue
        if not all(solid[at - 1 : at + 1].isalpha() for at in seams[before:until]):
            continue  # figures of two lines are two numbers
        stretch = first + before, last + until
        hit = _mention(text, page, stretch, form, index)
        if hit and not _is_chance(text, page, stretch, form):
            yield _Hit(hit.span, hit.meanings, derived=True)


def _is_chance(text: str, page: Normal, stretch: Span, form: str) -> bool:
    written, original = page.text[slice(*stretch)], text[slice(*page.span(*stretch))]
    return not page.turned and spells_by_chance(written, WORD.findall(form), original)


def _mention(text: str, page: Normal, stretch: Span, form: str, index: _Index) -> _Hit | None:
    """Return what is meant by letters that make up a name, unless they are part of a word."""
    start, end = stretch
    plural = _plural_end(page, start, end) or _plural_in_es(text, page, start, end)
    if page.bounded(start, end) or plural:
        hit = _judge_case(text, page.span(start, plural or end), form, index.meanings[form])
        return replace(hit, derived=True) if hit and plural else hit
    if span := _run_together(text, page, stretch, form):
        return _Hit(span, frozenset(index.meanings[form]), derived=True)
    return None


def _run_together(text: str, page: Normal, stretch: Span, form: str) -> Span | None:
    """Return where a name stands that ran into other words, as in a table without its borders.

    One that is also a word is part of too many others there, as of "PrimRose".
    """
    start, end = page.span(*stretch)
    if not begins_in_a_run(text, start) or not may_be_in_a_run(WORD.findall(form)):
        return None
    if family := _FAMILY.match(page.text, stretch[1]):
        return page.span(stretch[0], family.end())
    return (start, end) if stands_in_a_run(text, start, end) else None


def _plural_end(page: Normal, start: int, end: int) -> int | None:
    """Return where "kellys" ends; in "Kelly's" the s is no part of the name and stays."""
    if end - start < _SHORTEST_PLURAL or not page.bounded(start, end + 1):
        return None
    return end + 1 if page.text[end : end + 1] == "s" else None


def _plural_in_es(text: str, page: Normal, start: int, end: int) -> int | None:
    """Return where "Joneses" ends: a name in s, x or z, with its capital."""
    if page.text[end : end + 2] != "es" or page.text[end - 1] not in "sxz":
        return None
    if end - start < _SHORTEST_PLURAL or not page.bounded(start, end + 2):
        return None
    capital = text[page.starts[start]].isupper()
    return end + 2 if capital and not is_common_word(page.text[start:end]) else None


def _judge_case(text: str, span: Span, form: str, meanings: set[_Meaning]) -> _Hit | None:
    """Return the hit, unless the name is also a word ("May") and lacks its capital."""
    if not is_common_word(form):
        return _Hit(span, frozenset(meanings), derived=False)
    return _Hit(span, frozenset(meanings), derived=True) if text[span[0]].isupper() else None


def _initials(text: str, index: _Index) -> Iterator[_Hit]:
    for match in _INITIALS.finditer(text):
        if meanings := index.initials.get(match[0].replace(".", "")):
            yield _Hit(match.span(), frozenset(meanings), derived=False)


def _misread(page: Page, index: _Index) -> Iterator[_Hit]:
    for span, form in index.misreadings.standing_in(page.text, page.by_eye):
        yield _Hit(
            span,
            frozenset(index.as_listed[form]),
            derived=True,
            misread=True,
            no_other=is_no_other(form, page.text[slice(*span)]),
        )


def _is_of_others(roster: Roster, hit: _Hit) -> bool:
    """Say whether anybody may be meant of whom something is to be removed."""
    ids = {meaning.person for meaning in hit.meanings}
    meant = [person for person in roster.people if person.id in ids]
    if any(person.policy for person in meant):
        return any(person.policy is not Propose.SHOW for person in meant)
    stand = {standing(roster, person) for person in meant}
    return not stand <= {Standing.SUBJECT} and not stand <= _OFFICIAL


def _united(hits: Iterable[_Hit]) -> list[_Hit]:
    """Unite hits on the same words: everybody who may be meant counts."""
    at: dict[Span, _Hit] = {}
    for hit in hits:
        one = at.get(hit.span, hit)
        at[hit.span] = _Hit(
            hit.span,
            one.meanings | hit.meanings,
            one.derived and hit.derived,
            one.misread and hit.misread,
            one.no_other or hit.no_other,
        )
    return sorted(at.values(), key=lambda hit: (hit.span[0], -hit.span[1]))


def _apart(hits: list[_Hit], text: str, subject: str) -> Iterator[_Hit]:
    """Leave out a name made of the end of one and the start of the next: no "Marsh Dean".

    "Kayleigh Marsh" beside "Dean Marsh", as cells of a table and lists of a family hold them, is
    two people. Each word of the hit left out stands in one of the two that stay; a name that
    another than the subject is listed by is never left out.
    """
    for at, hit in enumerate(hits):
        if any(meaning.exact and meaning.person != subject for meaning in hit.meanings):
            yield hit
            continue
        before = (h for h in hits[max(0, at - _NEAR) : at] if h.span[0] < hit.span[0])
        after = hits[at + 1 : at + 1 + _NEAR]
        if not any(
            first.span[1] < hit.span[1] and _is_listed(first) and _follows(first, hit, after, text)
            for first in before
        ):
            yield hit


def _is_listed(hit: _Hit) -> bool:
    listed = {meaning.person for meaning in hit.meanings if meaning.exact}
    return not hit.derived and all(meaning.person in listed for meaning in hit.meanings)


def _follows(first: _Hit, hit: _Hit, after: list[_Hit], text: str) -> bool:
    """Say whether the rest of a hit is a name of the same people by itself, after the first."""
    people = {meaning.person for meaning in hit.meanings}
    return first.span[1] > hit.span[0] and any(
        rest.span[0] >= first.span[1]
        and rest.span[1] >= hit.span[1]
        and people <= {meaning.person for meaning in rest.meanings}
        and not any(c.isalnum() for c in text[first.span[1] : rest.span[0]])
        for rest in after
    )


def _longest(hits: Iterable[_Hit]) -> Iterator[_Hit]:
    """Leave out hits inside a longer one: "Marsh" in "Dean Marsh" is Dean's."""
    reach = -1
    for hit in hits:
        if hit.span[1] > reach:
            reach = hit.span[1]
            yield hit


def _finding(roster: Roster, hit: _Hit, text: str) -> Finding:
    owners = [p for p in roster.people if p.id in {m.person for m in hit.meanings}]
    listed = {m.person for m in hit.meanings if m.exact}
    exact = not hit.derived and all(owner.id in listed for owner in owners)
    meaning = min(hit.meanings, key=lambda m: (not m.exact, m.kind, m.what))
    return found(
        roster,
        owners,
        span=hit.span,
        kind=meaning.kind,
        detector=RosterDetector.name,
        what=f"{MISREAD} {meaning.what}" if hit.misread and not hit.no_other else meaning.what,
        exact=exact,
        confidence=0.99 if exact else 0.8,
        strength=_strength(hit, meaning.kind, len(WORD.findall(text, *hit.span)), exact=exact),
    )


def _strength(hit: _Hit, kind: str, words: int, *, exact: bool) -> Strength:
    if hit.misread:
        return Strength.ALIKE
    if kind not in ("person", "initials"):
        return Strength.CERTAIN
    if words < 2:
        return Strength.PART
    return Strength.WHOLE if exact else Strength.NAMED
