"""Misspelt names: words that are no words of English, and nearly what the roster lists.

A deletion index finds which listed words may be meant without asking each of them (Mor and
Fraenkel, 1982; SymSpell), optimal string alignment says how far apart two words are, and letters
that machines take for each other are those of `redaction.misreadings`. What is exactly somebody's
name is never taken for another's: that is asked before, by those who call this.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import OSA

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.veto import is_english
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded
from redaction.misreadings import Misreadings

_LEAST = 4  # letters of a word that may be a name misspelt
LEAST_SMALL = 5
"""Letters of a word without a capital that may be a name misspelt."""
_LEAST_BESIDE = 3  # letters of a word beside another name of the same person
_LEAST_ODD = 5  # letters of a word of English that is a name besides
_LEAST_FIRST = 6  # letters from which on the first one may be wrong
_LEAST_TWO = 8  # letters from which on two of them may be wrong
_MOST = 24  # letters: longer ones are no word of a name
_MOST_KEPT = 200_000  # words whose answer is kept: papers of a case repeat theirs


_SIGN = re.compile(r"[^\W_][@$!*]{1,12}[^\W_]|[^\W\d_][013][^\W\d_]")
_SIGNED = re.compile(
    r"(?<![\w@$!*.])[^\W\d_][\w@$!*]{2,22}(?:[^\W\d_]|[@$013])(?![\w@$!*])(?!\.[^\W_])"
)
_STANDS_FOR = {"@": "a", "$": "s", "!": "il", "0": "o", "1": "il", "3": "e"}
_STARS = re.compile(r"\*{2,}")
_LEAST_SHOWN = 3  # letters beside stars: of fewer they are as many as what they hide


def written_with_signs(text: str, words: Iterable[str]) -> Iterator[tuple[Span, frozenset[str]]]:
    """Yield where signs stand for letters of listed words: "Lorr@ine", "L*****ne".

    Stars stand behind a capital: what is sworn has none.
    """
    if _SIGN.search(text) is None:
        return
    listed = sorted(words)
    for match in _SIGNED.finditer(text):
        written = match[0]
        stars = "*" in written
        if stars and not (written[0].isupper() and _STARS.search(written)):
            continue
        if not (stars or any(sign in written for sign in _STANDS_FOR)):
            continue
        exact = sum(map(str.isalpha, written)) < _LEAST_SHOWN
        pattern = re.compile(
            "".join(
                (re.escape(piece) if exact else ".{2,}").replace(r"\*", ".")
                if piece[0] == "*"
                else "".join(f"[{_STANDS_FOR.get(sign, sign)}]" for sign in folded(piece))
                for piece in re.findall(r"\*+|[^*]+", written)
            )
        )
        if meant := frozenset(word for word in listed if pattern.fullmatch(word)):
            yield match.span(), meant


class Misspellings:
    """Says which listed words may be meant by a word that is none of them."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take words of names without case, each of letters alone."""
        self._words = frozenset(words)
        self._without: dict[str, set[str]] = defaultdict(set)
        for word in self._words:
            for shorter in _deletions(word, _may_differ_in(word)):
                self._without[shorter].add(word)
        self._misread = Misreadings(word.title() for word in self._words)
        self._kept: dict[str, frozenset[str]] = {}

    def meant_by(self, word: str) -> frozenset[str]:
        """Return the listed words that are nearest to a word without case and accents.

        Of a word of English, which needs its capital: those that a roster may spell wrong.
        """
        if word not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[word] = frozenset(self._nearest(word))
        return self._kept[word]

    def _nearest(self, word: str) -> set[str]:
        if not _LEAST <= len(word) <= _MOST or word in self._words:
            return set()
        if is_english(word):
            return {listed for listed in self._candidates(word) if _is_typed_wrong(listed, word)}
        apart = {listed: self._apart(listed, word) for listed in self._candidates(word)}
        near = [distance for distance in apart.values() if distance is not None]
        if near:
            return {listed for listed, distance in apart.items() if distance == min(near)}
        read = self._misread.standing_in(word.title(), [(0, len(word))])
        return {form.casefold() for _, form in read}

    def _candidates(self, plain: str) -> Iterator[str]:
        figures = sum(map(str.isdigit, plain))
        if figures and (figures > 1 or len(plain) < _LEAST_FIRST):
            return  # a reference, and no name in which a letter was read as a figure
        for shorter in _deletions(plain, _may_differ_in(plain)):
            yield from self._without.get(shorter, ())

    def _apart(self, word: str, plain: str) -> int | None:
        """Return in how many letters two words differ; None where that is too many."""
        if word[0] != plain[0] and min(len(word), len(plain)) < _LEAST_FIRST:
            return None
        most = _may_differ_in(word)
        distance: int = OSA.distance(word, plain, score_cutoff=most)
        return distance if distance <= most else None


def _is_typed_wrong(listed: str, word: str) -> bool:
    """Say whether a listed word that is no name we know may be this word of English: "Masoon"."""
    if len(word) < _LEAST_ODD or listed[0] != word[0] or is_english(listed) or is_in_lists(listed):
        return False
    return OSA.distance(listed, word, score_cutoff=1) == 1


def is_nearly(word: str, listed: str) -> bool:
    """Say whether a word is a listed one with a letter typed wrong: where more is known of it."""
    least = min(len(word), len(listed))
    return least >= _LEAST_BESIDE and OSA.distance(listed, word, score_cutoff=1) == 1


def _may_differ_in(word: str) -> int:
    return 2 if len(word) >= _LEAST_TWO else 1


def _deletions(word: str, most: int) -> set[str]:
    """Return a word, and what is left of it without up to so many of its letters."""
    return {
        "".join(kept) for fewer in range(most + 1) for kept in combinations(word, len(word) - fewer)
    }
