"""Words that somebody asked to have removed, wherever they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Roster
from redaction.bounds import (
    PLURAL,
    after,
    before,
    begins_in_a_run,
    beside_rules,
    may_be_in_a_run,
    parted_in_a_run,
    stands_in_a_run,
)
from redaction.detectors.normal import APART, CLUSTER, GAP, WORD, Normal, folded, views
from redaction.everyday import spells_by_chance
from redaction.misreadings import MISREAD, Misreadings, is_no_other

_BETWEEN_WORDS = rf"(?:{GAP}){{0,3}}"
_LEAST_BACKWARDS = 6  # letters: shorter ones spell other words so
_LEAST_ADDRESSED = 5  # letters: shorter ones are part of too many addresses
_LEAST_DISTINCT = 7  # letters: so long a name is not part of other people's
_LEAST_APART = 3  # letters: fewer with points between them are somebody's initials
_WITHIN_WORD = r"(?:(?:-|'(?!(?:s|t|d|m|ll|re|ve)(?![^\W_])))? ?)"
"""What may stand inside a word: a hyphen of the line end that it once was broken at, a space.

An apostrophe too, for O'Brien is on lists as OBrien; but "she'll" is no Shell.
"""
_NAMED_BEFORE, _BEFORE = re.compile(r"[^\W\d_a-z][\w'-]*[^\S\n]+\Z"), 30  # letters
_MISREAD = 0.7  # how sure a finding is of what a machine read otherwise
_WITHIN_NUMBER = "(?:-? ?)"
_PHONE = re.compile(r"0[1-9][0-9]{9}")
_MOST_NAMES = 4  # words of a name
_LEAST_NUMBER = 6  # figures: of fewer, a hyphen makes a range of two numbers, "10-15"


class TermDetector:
    """Finds given terms without regard to case, accents, white space or line breaks."""

    name = "terms"

    def __init__(self, terms: Sequence[str], shown: Sequence[str] = ()) -> None:
        """Take the terms; one without a letter or digit is found nowhere.

        `shown` are names that stay: none of them is taken for a term that was misread.
        """
        self._sought = [
            sought
            for number, term in enumerate(terms, start=1)
            for way in _spelled(term)
            if (sought := _Sought.of(number, way)) is not None
        ]
        self._turned = [turned for sought in self._sought if (turned := sought.surname_first())]
        self._listed = {way: n for n, term in enumerate(terms, start=1) for way in _listed(term)}
        self._misread = Misreadings(self._listed, shown)

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each place where a term stands, whole."""
        texts = [(view, _bare(view.text)) for view in views(page.text)]
        straight = list(_found(self._sought, texts, page.text))
        taken = [span for _, span in straight]
        turned = (
            (number, (start, end))
            for number, (start, end) in _found(self._turned, texts, page.text)
            if _is_listed_so(page.text, start, end)
            # In "Ann Marsh, Dean Marsh" it is made of two people.
            and not any(start < other[1] and other[0] < end for other in taken)
        )
        for number, span in (*straight, *turned):
            yield self._finding(span, f"term {number} of the list", 1.0)
        for span, form in self._misread.standing_in(page.text, page.by_eye):
            because = f"term {self._listed[form]} of the list"
            if not is_no_other(form, page.text[slice(*span)]):
                because += f", as a scan may have been {MISREAD}"
            yield self._finding(span, because, _MISREAD)

    def _finding(self, span: Span, because: str, confidence: float) -> Finding:
        return Finding(
            page=1,
            span=span,
            kind="term",
            propose=Propose.REDACT,
            confidence=confidence,
            detector=self.name,
            because=because,
            code=None,
        )


def _found(
    sought: Iterable[_Sought], texts: Sequence[tuple[Normal, str]], page: str
) -> Iterator[tuple[int, Span]]:
    """Yield each place of a page in which a term stands, with the term's number."""
    for term in sought:
        # That its letters stand nowhere in a row is found out a hundred times faster.
        spans = {
            span
            for one, bare in texts
            for view in term.ways(one, bare)
            for span in term.spans(view, page)
        }
        yield from ((term.number, span) for span in sorted(spans))


@dataclass(frozen=True)
class _Sought:
    """A term of the list; `bare` are its letters and digits alone."""

    number: int
    text: str = field(repr=False)
    bare: str = field(repr=False)

    @classmethod
    def of(cls, number: int, term: str) -> _Sought | None:
        text = folded(term)
        return cls(number, text, _bare(text)) if WORD.search(text) else None

    def surname_first(self) -> _Sought | None:
        """Return a name as lists have it, "Quaxley, Zephyrine"; None for what is no such name."""
        words = self.text.split()
        if not 2 <= len(words) <= _MOST_NAMES or not all(map(_is_name, words)):
            return None
        return _Sought.of(self.number, " ".join([words[-1], *words[:-1]]))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds the term; made when its letters stand somewhere, which takes long."""
        return _pattern(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Return the term's words; asked for where something was found."""
        return WORD.findall(self.text)

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """Return what finds the term within a longer run of letters, and its plural."""
        name = _BETWEEN_WORDS.join(map(re.escape, self.words))
        return re.compile(rf"(?P<name>{name})(?P<plural>{PLURAL})?")

    @cached_property
    def over_lines(self) -> re.Pattern[str]:
        """Return what finds the term within a longer run of letters that a line's end parts."""
        name = _BETWEEN_WORDS.join(" ?".join(map(re.escape, word)) for word in self.words)
        return re.compile(rf"(?P<name>{name})(?P<plural>{PLURAL})?")

    @cached_property
    def addressed(self) -> re.Pattern[str]:
        """Return what finds the term in an address of e-mail, joined to initials or more."""
        name = re.escape(self.bare)
        if len(self.bare) < _LEAST_DISTINCT:
            return re.compile(
                rf"(?<![^\W\d_])[^\W\d_]{{0,2}}(?P<name>{name})[^\W\d_]?(?![^\W\d_]){_AT}"
            )
        return re.compile(rf"(?P<name>{name})(?!{_MAKES_ANOTHER}){_AT}")

    @cached_property
    def travelling(self) -> re.Pattern[str]:
        """Return what finds the term behind the code of a country in a passport's lines."""
        name = "<{0,2}".join(map(re.escape, self.words))
        return re.compile(
            rf"(?<![^\W_])[piacv][a-z0-9<\u00ab][a-z<]{{3}}(?P<name>{name})(?=[<\u00ab])"
        )

    def ways(self, view: Normal, bare: str) -> Iterator[Normal]:
        """Yield a text, forwards or backwards, if the term may stand in it so."""
        if self.bare in bare:
            yield view
        if len(self.bare) >= _LEAST_BACKWARDS and self.bare[::-1] in bare:
            yield view.backwards()

    def spans(self, view: Normal, page: str) -> Iterator[Span]:
        """Yield where in a page the term stands in this view of it: whole, or joined to others.

        A long name also stands in QuaxleyZephyrine.jpg and NameZephyrine, where a capital begins
        it, and the Quaxleys are a family.
        """
        for hit in self.pattern.finditer(view.text):
            start, end = view.span(*hit.span())
            if view.turned or not spells_by_chance(hit[0], self.words, page[start:end]):
                yield start, end
        if "<" in view.text or "\u00ab" in view.text:
            for hit in self.travelling.finditer(view.text):
                yield view.span(*hit.span("name"))
        if not may_be_in_a_run(self.words):
            return
        hits = [*self.joined.finditer(view.text), *self.over_lines.finditer(view.text)]
        for hit in hits:
            start, end = view.span(*hit.span("name"))
            if hit.re is self.over_lines and not parted_in_a_run(page, start, end):
                continue
            family = hit["plural"] and begins_in_a_run(page, start)
            if family or stands_in_a_run(page, start, end):
                yield view.span(*hit.span())
        if "@" in view.text and self.bare.isalpha() and len(self.bare) >= _LEAST_ADDRESSED:
            for hit in self.addressed.finditer(view.text):
                yield view.span(*hit.span("name"))


_AT = r"(?=[\w.+-]*@[\w-]+\.\w)"
_MAKES_ANOTHER = r"(?:son|sen|on|man|ton|ham|ley)(?![^\W\d_])"
_TWO_FOR_ONE = str.maketrans(
    {"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00e5": "aa", "\u00f8": "oe",
     "\u00c4": "Ae", "\u00d6": "Oe", "\u00dc": "Ue", "\u00c5": "Aa", "\u00d8": "Oe"}
)  # fmt: skip
"""Letters that passports and addresses of e-mail spell with two (ICAO 9303-3, section 6)."""


def _spelled(term: str) -> Iterator[str]:
    """Yield a term, and how it is spelled where its letters do not exist, "ue" for an umlaut.

    A spreadsheet keeps a telephone's number as a number, without its 0; so do cards, behind +44.
    """
    yield term
    if _PHONE.fullmatch(re.sub(r"[\s()/.-]", "", term)):
        national = re.sub(r"\D", "", term)[1:]
        yield from (national, f"44{national}", f"440{national}")
    composed = unicodedata.normalize("NFC", term)
    if (plain := composed.translate(_TWO_FOR_ONE)) != composed:
        yield plain


def _listed(term: str) -> Iterator[str]:
    """Yield a term, and a name with the surname first, with its capitals and accents."""
    yield term
    words = term.split()
    if 2 <= len(words) <= _MOST_NAMES and all(map(_is_name, words)):
        yield " ".join([words[-1], *words[:-1]])


def _is_listed_so(text: str, start: int, end: int) -> bool:
    """Say whether a surname and what follows it on its line is a name as registers have it.

    Without a comma it is none where another name is before it: "Kayleigh Marsh Dean" may be two.
    """
    said = text[start:end]
    if "," in said or "\n" in said or not said.strip():
        return "," in said
    before = text[max(0, start - _BEFORE) : start]
    return said.split()[0].isupper() or not _NAMED_BEFORE.search(before)


def _is_name(word: str) -> bool:
    return word.replace("-", "").replace("'", "").isalpha()


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds a term whose letters stand together, over lines, or each by itself."""
    words = WORD.findall(text)
    solid = "".join(words)
    if len(solid) < _LEAST_APART:
        ways = [" ?".join(map(re.escape, text.replace(" ", "")))]
    else:
        ways = [
            _BETWEEN_WORDS.join(map(_perhaps_parted, words)),
            APART.join(map(re.escape, CLUSTER.findall(solid))),
        ]
    anyhow = beside_rules(text, f"(?:{'|'.join(ways)})")
    return re.compile(f"{before(solid)}{anyhow}{after(solid)}")


def _perhaps_parted(word: str) -> str:
    """Return a pattern of a word that may be parted somewhere; of short numbers by spaces alone."""
    if word.isdigit():
        return (" ?" if len(word) < _LEAST_NUMBER else _WITHIN_NUMBER).join(word)
    return _WITHIN_WORD.join(map(re.escape, word))
