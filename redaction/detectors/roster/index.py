"""The forms of a roster, so that a text is asked for all of them at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import ahocorasick

from recordkeeping.disclosure.findings import Span
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.bounds import beside_rules, may_be_in_a_run
from redaction.detectors.normal import folded
from redaction.detectors.owners import standing
from redaction.detectors.roster.capacity import may_be_shown
from redaction.detectors.roster.fuzzy import Misspellings
from redaction.detectors.roster.hits import Meaning
from redaction.detectors.roster.numbers import PART_OF_ADDRESS, parts_of_addresses
from redaction.detectors.roster.variants import (
    ANY,
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
from redaction.misreadings import Misreadings, begins_like

_CLOSE = (Way.LISTED, Way.DERIVED)
_LEAST_IN_A_ROW = 4  # letters of a name that is looked for with gaps in it
_WITH_GAPS = {"person", "birth", "email"}  # kinds whose every sign counts, gaps between or none
_POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}")
_LEAST_ANCHOR = 4  # letters and figures: fewer stand in any text
_LETTER, _FIGURE, _WORD = re.compile(r"[^\W_]"), re.compile(r"\d"), re.compile(r"[^\W_]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


@dataclass(frozen=True)
class _Loose:
    """A number or an address: its form, and letters in a row without which it is nowhere.

    Of a number `row` is all of it in a row: where that stands, nothing else has to be asked.
    """

    text: str = field(repr=False)
    anchor: str = field(repr=False)
    row: str = field(repr=False)
    meanings: frozenset[Meaning] = field(repr=False)

    @cached_property
    def edge(self) -> re.Pattern[str]:
        """What may not stand right beside it.

        A long number may have run into words, as in a table without its borders.
        """
        return _FIGURE if _is_number(self.text) and may_be_in_a_run([self.text]) else _LETTER

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Match it whatever stands between its pieces; made where it may stand at all."""
        # No letter and no digit: "Queen's Road" has an apostrophe, "LD/2001/123" strokes.
        between = r"[\W_]*"
        streets = {} if _is_apart(self.text) else _STREETS  # the N of "NM5" is no North
        words = (streets.get(piece) or re.escape(piece) for piece in _pieces(self.text))
        edge = self.edge.pattern
        around = beside_rules(self.text, between.join(words))
        return re.compile(f"(?<!{edge}){around}(?!{edge})")

    def standing_at(self, text: str, span: Span) -> Iterator[Span]:
        """Yield where a number stands whose letters in a row begin and end at these places."""
        start, end = span
        if sum(map(str.isalnum, text[start:end])) != len(self.row):
            return
        if not (self.edge.match(text, start - 1, start) or self.edge.match(text, end, end + 1)):
            yield span
            return
        # A rule of a table may be read as a one beside it.
        at = self.pattern.search(text, max(0, start - 1), end + 2)
        if at is not None and at.start() in (start - 1, start):
            yield at.span()


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of somebody; `meaning` is nobody's yet.

    `listed` is the form as a machine may misread it, and `row` as it may have gaps in it.
    """

    text: str = field(repr=False)
    shape: str
    loose: bool
    meaning: Meaning
    listed: str | None = field(repr=False)
    row: str = field(repr=False)


class Index:
    """The forms of a roster: names in an automaton, numbers and addresses as patterns."""

    def __init__(self, roster: Roster, *, closely: bool = False) -> None:
        self.meanings: dict[str, set[Meaning]] = defaultdict(set)
        self.initials: dict[str, set[Meaning]] = defaultdict(set)
        self.dotted: dict[str, set[Meaning]] = defaultdict(set)
        self.signed: dict[str, set[Meaning]] = defaultdict(set)
        self.handles: dict[str, set[Meaning]] = defaultdict(set)
        self.words: dict[str, set[Meaning]] = defaultdict(set)
        self.called: dict[str, frozenset[str]] = {}
        self._meant: dict[str, frozenset[Meaning]] = {}
        self._forms: dict[str, list[_Forms]] = defaultdict(list)
        self._in_a_row: dict[str, set[str]] = defaultdict(set)
        spaced: dict[str, set[Meaning]] = defaultdict(set)
        near = {
            part.text
            for person in roster.people
            if person.id == roster.subject or may_be_shown(roster, person)
            for part in parts_of_addresses(person)
        }
        for person in roster.people:
            stands = standing(roster, person)
            shown = may_be_shown(roster, person) and stands is not Standing.ORGANISATION
            of = _forms_closely if closely else _Forms
            forms = of(replace(person, id=""), stands, shown)
            self._forms[person.id].append(forms)
            meant = forms.meant(person.id)
            for form in forms.every:
                if form.meaning.what == PART_OF_ADDRESS and form.text in near:
                    continue  # a street on which the subject lives too
                self._take(form, meant[form.meaning], spaced)
            if stands is not Standing.ORGANISATION and not closely:
                meaning = Meaning(person.id, "person", "misspelt name", False, Way.SPELLING)
                self.called[person.id] = frozenset(words_of(person))
                for word in self.called[person.id]:
                    if len(word) >= LEAST_LIKE:
                        self.words[word].add(meaning)
        every = [_loose(text, frozenset(meant)) for text, meant in spaced.items()]
        self._loose = [loose for loose in every if not loose.row]
        self._by_row: dict[str, list[_Loose]] = defaultdict(list)
        for loose in every:
            if loose.row:
                self._by_row[loose.row].append(loose)
        self.misspellings = Misspellings(self.words)
        self._names = _automaton(self.meanings)
        self._rows = _automaton(self._in_a_row)
        self._anchors = _automaton({loose.anchor for loose in self._loose if loose.anchor})
        self._numbers = _automaton(self._by_row)

    @cached_property
    def as_listed(self) -> Mapping[str, set[Meaning]]:
        """Return who is meant by what is listed or follows from it, as a machine may misread it."""
        listed: dict[str, set[Meaning]] = defaultdict(set)
        for person, several in self._forms.items():
            for forms in several:
                meant = forms.meant(person)
                for form in forms.every:
                    if form.listed is not None:
                        listed[form.listed].add(meant[form.meaning])
        return listed

    @cached_property
    def misreadings(self) -> Misreadings:
        """Return what finds the forms where a machine misread them, made when it is asked for."""
        return Misreadings(self.as_listed)

    def may_be_misread(self, text: str, span: Span, people: Iterable[str]) -> bool:
        """Say whether some words may be a form of one of these people, by that person's alone.

        To ask this first is to read in a few forms instead of everybody's.
        """
        return any(
            where == span
            for id in people
            for forms in self._forms[id]
            for where, _ in forms.misread_as(text[slice(*span)]).standing_in(text, [span])
        )

    def _take(self, form: _Form, meaning: Meaning, spaced: dict[str, set[Meaning]]) -> None:
        if form.shape == CAPITALS_ONLY:
            self.initials[form.text].add(meaning)
            return
        if form.shape == DOTTED:
            self.dotted[form.text].add(meaning)
            return
        if form.shape == SIGNED:
            self.signed[form.text].add(meaning)
            return
        if form.shape == HANDLE:
            self.handles[form.text].add(meaning)
            return
        if form.loose:
            spaced[form.text].add(meaning)
            return
        self.meanings[form.text].add(meaning)
        if form.row:
            self._in_a_row[form.row].add(form.text)

    def meant_by(self, form: str) -> frozenset[Meaning]:
        """Return who may be meant by the form of a name: one set for each, which knows its hash."""
        if (known := self._meant.get(form)) is None:
            known = self._meant[form] = frozenset(self.meanings[form])
        return known

    def occurrences(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and form of each name in a normalised text."""
        if self._names is None:
            return
        for last, form in self._names.iter(text):
            yield last + 1 - len(form), last + 1, form

    def occurrences_in_a_row(self, letters: str) -> Iterator[tuple[int, int, set[str]]]:
        """Yield start, end and forms of each longer name, birth or e-mail in letters alone."""
        if self._rows is None:
            return
        for last, row in self._rows.iter(letters):
            yield last + 1 - len(row), last + 1, self._in_a_row[row]

    def numbers(self, text: str) -> Iterator[tuple[int, int, frozenset[Meaning]]]:
        """Yield start, end and meaning of each number and address in a normalised text."""
        seen: set[str] = set()
        solid = _solid(text)
        if self._anchors is not None:
            # That its letters stand nowhere in a row is found out a hundred times faster.
            seen = {anchor for _, anchor in self._anchors.iter(solid)}
        if self._numbers is not None:
            yield from self._rows_of_numbers(text, solid)
        for loose in self._loose:
            if not loose.anchor or loose.anchor in seen:
                for match in loose.pattern.finditer(text):
                    yield *match.span(), loose.meanings

    def _rows_of_numbers(
        self, text: str, solid: str
    ) -> Iterator[tuple[int, int, frozenset[Meaning]]]:
        assert self._numbers is not None  # noqa: S101 - the caller looked
        places: list[int] = []
        for last, row in self._numbers.iter(solid):
            if not places:
                places = [at for at, c in enumerate(text) if c.isascii() and c.isalnum()]
            span = places[last + 1 - len(row)], places[last] + 1
            for loose in self._by_row[row]:
                for start, end in loose.standing_at(text, span):
                    yield start, end, loose.meanings


class _Forms:
    """The forms of somebody, whatever their id; `closely`: what is listed or follows from it."""

    def __init__(
        self, person: Person, standing: Standing, shown: bool, *, closely: bool = False
    ) -> None:
        accents, forms = _accented(person), dict[_Form, None]()
        for variant in variants_of(person, standing, shown=shown):
            initials = variant.kind == "initials"
            if closely and not initials and variant.way not in _CLOSE:
                continue
            meaning = Meaning("", variant.kind, variant.what, variant.exact, variant.way)
            # Of somebody whom nobody listed, initials only where the paper says so.
            shape = DOTTED if closely and initials else variant.shape
            # What nobody listed may be any word, misread.
            close = variant.way in _CLOSE and shape == ANY
            listed = _as_listed(variant, accents) if close else None
            row = _in_a_row(variant) if shape == ANY else ""
            forms[_Form(variant.text, shape, variant.loose, meaning, listed, row)] = None
        self.every = tuple(forms)
        self.meanings = frozenset(form.meaning for form in forms)
        self._misread: dict[str, Misreadings] = {}

    def meant(self, person: str) -> dict[Meaning, Meaning]:
        """Return what each meaning is of somebody."""
        return {one: replace(one, person=person) for one in self.meanings}

    def misread_as(self, words: str) -> Misreadings:
        """Return what finds those of these forms that may be all of some words, misread."""
        begun = begins_like(words)
        if (found := self._misread.get(begun)) is None:
            listed = (form.listed for form in self.every if form.listed is not None)
            found = self._misread[begun] = Misreadings(
                one for one in listed if not begun or begins_like(one) in ("", begun)
            )
        return found


@lru_cache(maxsize=256)
def _forms_closely(person: Person, standing: Standing, shown: bool) -> _Forms:
    """Return the forms of somebody whom nobody listed: papers of a case name the same people."""
    return _Forms(person, standing, shown, closely=True)


def _in_a_row(variant: Variant) -> str:
    """Return the letters of a form that is looked for with gaps in it; nothing of any other."""
    row = "".join(filter(str.isalnum, variant.text)) if variant.kind in _WITH_GAPS else ""
    return row if len(row) >= _LEAST_IN_A_ROW else ""


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
    text = variant.text
    if accents:
        text = re.sub(r"[^\s-]+", lambda word: accents.get(word[0], word[0]), text)
    return text[:1].upper() + text[1:] if variant.kind == "person" else text


def _loose(text: str, meanings: frozenset[Meaning]) -> _Loose:
    """Return what finds a number or an address, whatever stands between its pieces."""
    pieces = _pieces(text)
    row = "".join(pieces) if _is_apart(text) else ""
    row = row if len(row) >= _LEAST_ANCHOR and row.isascii() else ""
    anchor = "" if row else _anchor(["".join(pieces)] if _is_apart(text) else pieces)
    return _Loose(text, anchor, row, meanings)


def _is_apart(text: str) -> bool:
    """Say whether something may stand between any two signs of it."""
    return _is_number(text) or _POSTCODE.fullmatch(text) is not None


def _pieces(text: str) -> list[str]:
    return (_LETTER if _is_apart(text) else _WORD).findall(text)


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
