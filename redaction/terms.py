"""Words that somebody asked to have removed, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.bounds import after, before
from redaction.detectors.normal import APART, CLUSTER, GAP, WORD, Normal, folded, views
from redaction.everyday import spells_by_chance

_BETWEEN_WORDS = rf"(?:{GAP}){{0,3}}"
_LEAST_BACKWARDS = 6  # letters: shorter ones spell other words so
_LEAST_APART = 3  # letters: fewer with points between them are somebody's initials
_WITHIN_WORD = "(?:-? ?)"
"""What may stand inside a word: a hyphen of the line end that it once was broken at, a space."""
_LEAST_NUMBER = 6  # figures: of fewer, a hyphen makes a range of two numbers, "10-15"


class TermDetector:
    """Finds given terms without regard to case, accents, white space or line breaks."""

    name = "terms"

    def __init__(self, terms: Sequence[str]) -> None:
        """Take the terms; one without a letter or digit is found nowhere."""
        self._sought = [
            sought
            for number, term in enumerate(terms, start=1)
            if (sought := _Sought.of(number, term)) is not None
        ]

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each place where a term stands, whole."""
        texts = [(view, _bare(view.text)) for view in views(page.text)]
        for term in self._sought:
            # That its letters stand nowhere in a row is found out a hundred times faster.
            spans = {
                span
                for one, bare in texts
                for view in term.ways(one, bare)
                for hit in term.pattern.finditer(view.text)
                if (span := view.span(*hit.span()))
                and (
                    view.turned or not spells_by_chance(hit[0], term.words, page.text[slice(*span)])
                )
            }
            for span in sorted(spans):
                yield Finding(
                    page=1,
                    span=span,
                    kind="term",
                    propose=Propose.REDACT,
                    confidence=1.0,
                    detector=self.name,
                    because=f"term {term.number} of the list",
                    code=None,
                )


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

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return what finds the term; made when its letters stand somewhere, which takes long."""
        return _pattern(self.text)

    @cached_property
    def words(self) -> list[str]:
        """Return the term's words; asked for where something was found."""
        return WORD.findall(self.text)

    def ways(self, view: Normal, bare: str) -> Iterator[Normal]:
        """Yield a text, forwards or backwards, if the term may stand in it so."""
        if self.bare in bare:
            yield view
        if len(self.bare) >= _LEAST_BACKWARDS and self.bare[::-1] in bare:
            yield view.backwards()


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
    return re.compile(f"{before(solid)}(?:{'|'.join(ways)}){after(solid)}")


def _perhaps_parted(word: str) -> str:
    """Return a pattern of a word that may be parted somewhere; of short numbers by spaces alone."""
    within = " ?" if word.isdigit() and len(word) < _LEAST_NUMBER else _WITHIN_WORD
    return within.join(map(re.escape, word))
