"""Names as a machine reads them in ink: "Igbal" is Iqbal there, and "lan Bjerk" Ian Bjørk.

Which letters are taken for which is what tesseract does with clean prints at 150 to 300 dots an
inch. Only words that were read in ink are asked about, and only for what somebody listed: in a text
that was typed "Euan" is no Evan. Letters with accents, which English data do not know, may have
become anything.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import TypeAlias

from recordkeeping.disclosure.findings import Span
from redaction.everyday import is_everyday
from redaction.lookalikes import PLAIN, is_unseen

MISREAD = "misread"
"""Stands in the reason of a finding that may be something else, read rightly."""
_Alike: TypeAlias = Mapping[frozenset[str], float]
_OFTEN, _AT_TIMES, _SELDOM, _NEVER = 0.5, 1.0, 1.5, float("inf")
_ALIKE = {
    frozenset(pair): cost
    for pairs, cost in (
        ("il i1 l1 i| l| 1| i! l! o0 s5 s$ z2 b8 gq g9 q9", _OFTEN),
        ("ce uv nh mn", _AT_TIMES),
    )
    for pair in pairs.split()
}
_CAPITALS = {frozenset(pair): _AT_TIMES for pair in ("oq", "cg", "uv")}
"""Capitals that are taken for each other: an L is no I, and a D no C and l."""
_IN_CAPITALS = _ALIKE | _CAPITALS
_PARTED = {
    "m": ("rn", "nn", "in", "ni"),
    "n": ("ri", "ii"),
    "h": ("li", "ii"),
    "u": ("ii", "li", "il"),
    "w": ("vv", "uu"),
    "d": ("cl", "ol"),
}
"""Letters that are read as two, and the other way about."""
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("bhijlmnrtuvwyf1|!8", "i"),
        **dict.fromkeys("cegqo09", "o"),
        "d": "oi",
        "5": "s",
        "$": "s",
        "2": "z",
    }
)
_DOUBLED = re.compile(r"(.)(?=\1)")
_ANY = "*"  # a letter of which anything may have become
_SIGNS = "|!$\u00a3\u20ac\u00a7\u00a2"  # that are read of letters
_NOT_COUNTED = re.compile(rf"[^a-z0-9{re.escape(_SIGNS)}]+")
_PIECE = re.compile(rf"(?:[^\W_]|[{re.escape(_SIGNS)}](?=\w))+")
_BROKEN = re.compile(r"[-\u2010\u00ad\u00ac=][^\S\n]*\n\s*")
_LEAST = 3  # letters: shorter names look like too many words
_LEAST_KNOWN = 4  # letters besides those of which anything may have become
_LEAST_DOUBLED = 7  # letters: of fewer, Elie and Ellie are two people
_LEAST_WORN = 9  # letters of a word: in fewer, one stroke for another makes another name
_LEAST_PARTED = 6  # letters: of fewer, two short words make up a name by chance
_TITLED = re.compile(r"(?:Mrs|Mr|Miss|Ms|Dr)(?=\w{4})")
"""A title that ran into a name: "Mrigbal"."""
_SHORTENED = 3  # letters before a full stop that ends no sentence: "Q. Iqbal", "Wm. Hall"
_SURELY = {"\u0142": "t"}
"""What English data make of a letter, and what no other name has in its place."""
_LEAST_SURELY = 5  # letters: "Hag" may be somebody, and no Haq
_BETWEEN = 2  # signs between two words of a name, besides white space


@dataclass(frozen=True, slots=True)
class _Form:
    """A form as it is listed, its letters as a machine may know them, and how many words it has.

    `capital` is its first letter, if it is one.
    """

    listed: str = field(repr=False)
    letters: str = field(repr=False)
    words: int
    capital: str = field(repr=False)


class Misreadings:
    """Finds what a machine may have read instead of forms that are listed."""

    def __init__(self, forms: Iterable[str], shown: Iterable[str] = ()) -> None:
        """Take names and numbers as they are listed, with their capitals and accents.

        What stands in `shown` is read right: Neil is not Nell, where somebody decided that he may
        be named.
        """
        self._known = {window.bare for text in shown for window in _windows(text, 0, len(text), 9)}
        self._by_shape: dict[str, list[_Form]] = defaultdict(list)
        self._accented: list[_Form] = []
        self._most = 0
        for listed in dict.fromkeys(forms):
            form, shape, accented = _form_of(listed)
            self._known.add(form.letters)
            if len(form.letters) < _LEAST:
                continue
            self._most = max(self._most, form.words + 1)
            self._by_shape[shape].append(form)
            if accented is not None:
                self._accented.append(accented)

    def standing_in(self, text: str, stretches: Iterable[Span]) -> Iterator[tuple[Span, str]]:
        """Yield where one of the forms was misread in stretches of a text, and the form as listed.

        What reads as it is listed is not told.
        """
        windows = [
            window
            for start, end in stretches
            for window in _windows(text, start, end, self._most)
            if window.bare not in self._known
        ]
        shapes = [_shape(window.bare) for window in windows]
        for window, shape in zip(windows, shapes, strict=True):
            for form in self._by_shape.get(shape, ()):
                if _may_be(form, window):
                    yield window.span, form.listed
        if not windows:
            return
        lines = "\n".join(shapes)
        starts = list(accumulate((len(shape) + 1 for shape in shapes), initial=0))
        for form in self._accented:
            parts = _parts(form.letters)
            if max(parts, key=len) not in lines:  # found out a hundred times faster
                continue
            for found in _line_of(parts).finditer(lines):
                window = windows[bisect_right(starts, found.start()) - 1]
                if _may_be(form, window):
                    yield window.span, form.listed


@lru_cache(maxsize=16_384)
def _form_of(listed: str) -> tuple[_Form, str, _Form | None]:
    """Return a form as it may be read, its shape, and the same with letters that may be any."""
    letters, plain, words = _letters(listed), _folded(listed), len(_PIECE.findall(listed))
    capital = listed.strip()[:1] if listed.strip()[:1].isupper() else ""
    known = len(letters.replace(_ANY, ""))
    accented = _ANY in letters and known >= _LEAST_KNOWN
    return (
        _Form(listed, plain, words, capital),
        _shape(plain),
        _Form(listed, letters, words, capital) if accented else None,
    )


def begins_like(words: str) -> str:
    """Return the shape of a first letter, which words share with what they are misread as.

    Nothing where that may be any: of letters with accents.
    """
    return _shape(_folded(words)[:1])[:1] if words.isascii() else ""


def is_no_other(listed: str, read: str) -> bool:
    """Say whether what a machine read can be nobody but who is listed: "0'Brien", "Igbal".

    No name has a figure or a sign among its letters, nor had one a q that no u follows but was read
    with a g. "Nell" may be somebody else than Neil.
    """
    form = "".join(filter(_counts, unicodedata.normalize("NFC", listed.casefold())))
    seen = [
        (letter, sum(map(str.isalpha, word)) > 1)
        for word in read.split()
        for letter in filter(_counts, word)
    ]
    if len(form) != len(seen):
        return False
    for at, (one, (other, among_letters)) in enumerate(zip(form, seen, strict=True)):
        if _folded(one) == _folded(other) or _SURELY.get(one) == other:
            continue
        no_letter = among_letters and one.isalpha() and not other.isalpha()
        lone_q = (one, other.casefold()) == ("q", "g") and form[at + 1 : at + 2] != "u"
        if not no_letter and not (lone_q and len(form) >= _LEAST_SURELY):
            return False
    return True


def _counts(letter: str) -> bool:
    return letter.isalnum() or letter in _SIGNS


@dataclass(frozen=True, slots=True)
class _Window:
    """Some words of a text that follow each other, and their letters alone, without case.

    `words` are how many, those that a line's end parts counted as one.
    """

    span: Span
    words: int
    pieces: Sequence[str] = field(repr=False)
    first: str = field(repr=False)
    bare: str = field(repr=False)
    alike: _Alike = field(repr=False)


def _windows(text: str, start: int, end: int, most: int) -> Iterator[_Window]:
    found = list(_PIECE.finditer(text, start, end))
    folded = [_folded(piece[0]) for piece in found]
    for piece in found:
        if titled := _TITLED.match(piece[0]):
            at = piece.start() + titled.end()
            rest = text[at : piece.end()]
            bare = _folded(rest)
            yield _Window((at, piece.end()), 1, [bare], rest[0], bare, _ALIKE)
    for first in range(len(found)):
        words = 0
        for last in range(first, min(first + most + 1, len(found))):
            between = text[found[last - 1].end() : found[last].start()] if last > first else ""
            signs = "".join(between.split())
            ends = between[:1] == "." != between and len(folded[last - 1]) > _SHORTENED
            if len(signs) > _BETWEEN or ends:
                break
            words += _BROKEN.fullmatch(between) is None
            yield _Window(
                (found[first].start(), found[last].end()),
                words,
                folded[first : last + 1],
                found[first][0][0],
                "".join(folded[first : last + 1]),
                _IN_CAPITALS
                if text[found[first].start() : found[last].end()].isupper()
                else _ALIKE,
            )


def _may_be(form: _Form, window: _Window) -> bool:
    """Say whether a form was read as these words, which are none that any text holds."""
    if all(map(is_everyday, window.pieces)):
        return False
    parted = abs(window.words - form.words)
    if parted > 1 or (parted and len(window.bare) < _LEAST_PARTED):
        return False
    most, any_ = _most(len(form.letters)), form.letters.count(_ANY)
    if not -any_ - most <= len(window.bare) - len(form.letters) <= any_ + most:
        return False
    read, cost = window.bare, 0.0
    if form.capital and form.letters[0] != _ANY:
        if window.first.islower() and (form.capital, window.first) != ("I", "l"):
            most /= 2  # a name in small letters, or any word
        elif window.first.isupper() and window.first != form.capital:
            if frozenset((window.bare[0], form.letters[0])) not in _CAPITALS:
                return False
            read, cost = form.letters[0] + read[1:], _AT_TIMES
    worn = form.words == 1 and len(form.letters) >= _LEAST_WORN
    return 0 < cost + _cost(form.letters, read, most, window.alike, worn=worn) <= most


def _most(letters: int) -> float:
    """Return how much may have been misread of so many letters."""
    if letters <= 4:
        return _OFTEN
    if letters <= 6:
        return _AT_TIMES
    return 2.0 if letters < 10 else 3.0


def _cost(form: str, read: str, most: float, alike: _Alike, *, worn: bool) -> float:
    """Return how much of a form was misread if this was read of it; more than `most` if too much.

    Of a `worn` one any stroke may have been read as another. The least sum over all ways in which
    its letters may have become these, as in edit distances.
    """
    doubled = len(form) >= _LEAST_DOUBLED

    @cache
    def rest(at: int, seen: int) -> float:
        if at == len(form) or abs((len(form) - at) - (len(read) - seen)) > 2 * most + 1:
            return 0.0 if (at, seen) == (len(form), len(read)) else _NEVER
        steps = _steps(form[at : at + 2], read[seen : seen + 2], alike, doubled)
        if worn and _is_worn(form[at : at + 1], read[seen : seen + 1]):
            steps = chain(steps, [(_SELDOM, 1, 1)])
        return min((cost + rest(at + a, seen + b) for cost, a, b in steps), default=_NEVER)

    return rest(0, 0)


def _steps(form: str, read: str, alike: _Alike, doubled: bool) -> Iterator[tuple[float, int, int]]:
    """Yield how letters of a form may have become those read: at what cost, how many of each.

    `doubled`: one may have been read twice, or two alike as one.
    """
    if form[0] == _ANY:
        yield _AT_TIMES, 1, 0
        yield from ((_OFTEN * n, 1, n) for n in range(1, len(read) + 1))
        return
    if read and (cost := _apart(form[0], read[0], alike)) < _NEVER:
        yield cost, 1, 1
        if doubled and len(read) > 1 and _apart(form[0], read[1], alike) < _NEVER:
            yield _AT_TIMES, 1, 2
        if doubled and len(form) > 1 and _apart(form[1], read[0], alike) < _NEVER:
            yield _AT_TIMES, 2, 1
    if read in _PARTED.get(form[0], ()):
        yield _AT_TIMES, 1, 2
    if read and form in _PARTED.get(read[0], ()):
        yield _AT_TIMES, 2, 1


def _is_worn(one: str, other: str) -> bool:
    """Say whether of two letters in broken or pale ink as much may be left: strokes, or bows."""
    return one.isalpha() and other.isalpha() and one.translate(_SHAPES) == other.translate(_SHAPES)


def _apart(one: str, other: str, alike: _Alike) -> float:
    """Return how much it takes to read one letter as another."""
    return 0.0 if one == other else alike.get(frozenset((one, other)), _NEVER)


def _letters(listed: str) -> str:
    """Return the letters of a form without case; one with an accent or a stroke is any."""
    if listed.isascii():
        return _folded(listed)
    composed = unicodedata.normalize("NFC", listed)
    return "".join(
        _ANY if letter.isalpha() and not letter.isascii() else _folded(letter)
        for letter in composed
    )


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Return the letters, figures and signs of a text without case and accents."""
    if text.isascii():
        return _NOT_COUNTED.sub("", text.lower())  # what the rest comes to, many times faster
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(PLAIN)
    return "".join(c for c in apart if (c.isalnum() or c in _SIGNS) and not is_unseen(c))


def _shape(bare: str) -> str:
    """Return what letters have in common with all that they may be read as."""
    return _DOUBLED.sub("", bare.translate(_SHAPES))


@lru_cache(maxsize=32768)
def _parts(letters: str) -> tuple[str, ...]:
    """Return the shapes of what stands about the letters of which anything may have become."""
    first, *within, last = (_shape(part) for part in letters.split(_ANY))
    # What such a letter became may be one with what stands beside it in the shape.
    return first.rstrip("io"), *(part.strip("io") for part in within), last.lstrip("io")


@lru_cache(maxsize=4096)
def _line_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a form with accents among lines of shapes."""
    return re.compile("^" + r"[^\n]{0,5}".join(map(re.escape, parts)) + "$", re.MULTILINE)
