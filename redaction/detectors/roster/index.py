"""The forms of a roster, so that a text is asked for all of them at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import ahocorasick

from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.bounds import beside_rules, may_be_in_a_run
from redaction.detectors.normal import folded
from redaction.detectors.owners import standing
from redaction.detectors.roster.capacity import may_be_shown
from redaction.detectors.roster.fuzzy import Misspellings
from redaction.detectors.roster.hits import Meaning
from redaction.detectors.roster.numbers import PART_OF_ADDRESS, parts_of_addresses
from redaction.detectors.roster.variants import (
    CAPITALS_ONLY,
    DOTTED,
    HANDLE,
    LEAST_LIKE,
    SIGNED,
    Variant,
    Way,
    variants_of,
    words_of,
)
from redaction.misreadings import Misreadings

_CLOSE = (Way.LISTED, Way.DERIVED)
_LEAST_IN_A_ROW = 4  # letters of a name that is looked for with gaps in it
_WITH_GAPS = {"person", "birth", "email"}  # kinds whose every sign counts, gaps between or none
_POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}")
_LEAST_ANCHOR = 4  # letters and figures: fewer stand in any text
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


@dataclass(frozen=True, slots=True)
class _Loose:
    """A number or an address: its pattern, and letters in a row without which it is nowhere."""

    pattern: re.Pattern[str] = field(repr=False)
    anchor: str = field(repr=False)
    meanings: frozenset[Meaning] = field(repr=False)


class Index:
    """The forms of a roster: names in an automaton, numbers and addresses as patterns."""

    def __init__(self, roster: Roster, *, closely: bool = False) -> None:
        self.meanings: dict[str, set[Meaning]] = defaultdict(set)
        self.initials: dict[str, set[Meaning]] = defaultdict(set)
        self.dotted: dict[str, set[Meaning]] = defaultdict(set)
        self.signed: dict[str, set[Meaning]] = defaultdict(set)
        self.handles: dict[str, set[Meaning]] = defaultdict(set)
        self.as_listed: dict[str, set[Meaning]] = defaultdict(set)
        self.words: dict[str, set[Meaning]] = defaultdict(set)
        self.called: dict[str, frozenset[str]] = {}
        spaced: dict[str, set[Meaning]] = defaultdict(set)
        near = {
            part.text
            for person in roster.people
            if person.id == roster.subject or may_be_shown(roster, person)
            for part in parts_of_addresses(person)
        }
        for person in roster.people:
            stands = standing(roster, person)
            accents = _accented(person)
            shown = may_be_shown(roster, person) and stands is not Standing.ORGANISATION
            for variant in variants_of(person, stands, shown=shown):
                if closely and variant.kind == "initials":
                    # Of somebody whom nobody listed, only where the paper says so.
                    self.dotted[variant.text].add(_meaning(variant, person))
                elif variant.what == PART_OF_ADDRESS and variant.text in near:
                    continue  # a street on which the subject lives too
                elif variant.way in _CLOSE or not closely:
                    self._take(variant, person, accents, spaced)
            if stands is not Standing.ORGANISATION and not closely:
                meaning = Meaning(person.id, "person", "misspelt name", False, Way.SPELLING)
                self.called[person.id] = frozenset(words_of(person))
                for word in self.called[person.id]:
                    if len(word) >= LEAST_LIKE:
                        self.words[word].add(meaning)
        self._loose = [_loose(text, frozenset(meant)) for text, meant in spaced.items()]
        self.misreadings = Misreadings(self.as_listed)
        self.misspellings = Misspellings(self.words)
        self._names = _automaton(self.meanings)
        self._in_a_row = defaultdict[str, list[str]](list)
        for form, meant in self.meanings.items():
            row = "".join(filter(str.isalnum, form))
            if len(row) >= _LEAST_IN_A_ROW and any(one.kind in _WITH_GAPS for one in meant):
                self._in_a_row[row].append(form)
        self._rows = _automaton(set(self._in_a_row))
        self._anchors = _automaton({loose.anchor for loose in self._loose if loose.anchor})

    def _take(
        self,
        variant: Variant,
        person: Person,
        accents: Mapping[str, str],
        spaced: dict[str, set[Meaning]],
    ) -> None:
        meaning = _meaning(variant, person)
        if variant.shape == CAPITALS_ONLY:
            self.initials[variant.text].add(meaning)
            return
        if variant.shape == DOTTED:
            self.dotted[variant.text].add(meaning)
            return
        if variant.shape == SIGNED:
            self.signed[variant.text].add(meaning)
            return
        if variant.shape == HANDLE:
            self.handles[variant.text].add(meaning)
            return
        if variant.way in _CLOSE:
            # What nobody listed may be any word, misread.
            self.as_listed[_as_listed(variant, accents)].add(meaning)
        (spaced if variant.loose else self.meanings)[variant.text].add(meaning)

    def occurrences(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and form of each name in a normalised text."""
        if self._names is None:
            return
        for last, form in self._names.iter(text):
            yield last + 1 - len(form), last + 1, form

    def occurrences_in_a_row(self, letters: str) -> Iterator[tuple[int, int, list[str]]]:
        """Yield start, end and forms of each longer name, birth or e-mail in letters alone."""
        if self._rows is None:
            return
        for last, row in self._rows.iter(letters):
            yield last + 1 - len(row), last + 1, self._in_a_row[row]

    def numbers(self, text: str) -> Iterator[tuple[int, int, frozenset[Meaning]]]:
        """Yield start, end and meaning of each number and address in a normalised text."""
        seen: set[str] = set()
        if self._anchors is not None:
            # That its letters stand nowhere in a row is found out a hundred times faster.
            seen = {anchor for _, anchor in self._anchors.iter(_solid(text))}
        for loose in self._loose:
            if not loose.anchor or loose.anchor in seen:
                for match in loose.pattern.finditer(text):
                    yield *match.span(), loose.meanings


def _meaning(variant: Variant, person: Person) -> Meaning:
    return Meaning(person.id, variant.kind, variant.what, variant.exact, variant.way)


@lru_cache(maxsize=16)
def index_of(roster: Roster, *, closely: bool = False) -> Index:
    """Return the index of a roster, made once; `closely`: of what is listed or follows from it."""
    return Index(roster, closely=closely)


def _automaton(forms: Mapping[str, object] | set[str]) -> ahocorasick.Automaton | None:
    if not forms:
        return None
    automaton = ahocorasick.Automaton()
    for text in forms:
        automaton.add_word(text, text)
    automaton.make_automaton()
    return automaton


def _accented(person: Person) -> dict[str, str]:
    """Return the words of somebody's names with their accents, by what they are without."""
    words = (word for name in (person.name, *person.aliases) for word in re.split(r"[\s-]", name))
    return {folded(word): word for word in words if not word.isascii()}


def _as_listed(variant: Variant, accents: Mapping[str, str]) -> str:
    """Return a form with its accents, a name with its capital."""
    text = re.sub(r"[^\s-]+", lambda word: accents.get(word[0], word[0]), variant.text)
    return text[:1].upper() + text[1:] if variant.kind == "person" else text


def _loose(text: str, meanings: frozenset[Meaning]) -> _Loose:
    """Match a number or an address whatever stands between its pieces."""
    # Whatever is no letter and no digit: "Queen's Road" has an apostrophe, "LD/2001/123" strokes.
    between = r"[\W_]*"
    apart = _is_number(text) or _POSTCODE.fullmatch(text) is not None
    pieces = re.findall(r"[^\W_]" if apart else r"[^\W_]+", text)
    streets = {} if apart else _STREETS  # the N of "NM5" is no North
    words = (streets.get(piece) or re.escape(piece) for piece in pieces)
    # A long number may have run into words, as in a table without its borders.
    edge = r"\d" if _is_number(text) and may_be_in_a_run([text]) else r"[^\W_]"
    pattern = re.compile(f"(?<!{edge}){beside_rules(text, between.join(words))}(?!{edge})")
    return _Loose(pattern, _anchor(["".join(pieces)] if apart else pieces), meanings)


def _anchor(pieces: list[str]) -> str:
    """Return the longest run of letters and figures that no abbreviation changes."""
    runs = [""]
    for piece in pieces:
        if piece in _STREETS:
            runs.append("")
        else:
            runs[-1] += piece
    longest = max(runs, key=len)
    return longest if len(longest) >= _LEAST_ANCHOR and longest.isascii() else ""


def _solid(text: str) -> str:
    """Return the plain letters and figures of a text in a row."""
    return text.encode("ascii", "ignore").translate(None, _NO_LETTERS).decode("ascii")


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
