"""A page read as its letters stand, where the file names them in another order.

Programs draw words in any order: a name may be drawn surname first, or letter by letter, or be
flattened into the page after everything else. Readers follow the order of the file; people follow
the lines. Detectors read both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box, Span
from redaction.glyphboxes import GlyphBoxes

APART = "\x1f"
"""Stands where two stretches of a line have nothing to do with each other: no name runs over it."""

_SAME_LINE = 0.4  # of a letter's height
_TORN, _SPACE, _COLUMN = 0.1, 0.14, 1.6  # of a letter's height between two letters
_NARROW = 0.085  # a tenth of an em: from there on poppler, too, reads two words
_WIDER = 2  # times as far apart as the letters on both sides: words, not letters with tracking
_DOUBLED = 0.6  # of a letter's width: printed over the last one, as for boldness
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class AsItStands:
    """A page's words by line and place; `at[i]` are the places in the page's text of letter i."""

    text: str = field(repr=False)
    at: tuple[tuple[int, ...], ...] = field(repr=False)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where a stretch of this text stands in the page's own: one span or several."""
        places = sorted({place for places in self.at[start:end] for place in places})
        spans: list[Span] = []
        for place in places:
            if spans and spans[-1][1] == place:
                spans[-1] = spans[-1][0], place + 1
            else:
                spans.append((place, place + 1))
        return tuple(spans)


@dataclass(slots=True)
class _Letter:
    box: Box
    at: list[int]
    letter: str

    @property
    def height(self) -> float:
        return max(self.box[3] - self.box[1], 0.1)

    @property
    def middle(self) -> float:
        return (self.box[1] + self.box[3]) / 2


def as_it_stands(text: str, glyphs: Sequence[Box | None]) -> AsItStands | None:
    """Return the page as its letters stand, or None where the file names them in that order."""
    runs, torn, glued = _runs(text, glyphs)
    if not torn and not glued and not _touching(runs):
        return None
    letters = [
        _Letter(box, [place], letter)
        for place, (letter, box) in enumerate(zip(text, glyphs, strict=True))
        if box is not None and not letter.isspace()
    ]
    stretches = list(_stretches(letters))
    if not (torn or glued) and all(_in_order(stretch, text) for _, stretch in stretches):
        return None
    space = _NARROW if glued else _SPACE
    out: list[str] = []
    at: list[tuple[int, ...]] = []
    for before, stretch in stretches:
        out.append(before)
        at.append(())
        for spaced, letter in _spaced(stretch, space):
            if spaced:
                out.append(" ")
                at.append(())
            out.append(letter.letter)
            at.append(tuple(letter.at))
    return AsItStands("".join(out), tuple(at))


def _runs(text: str, glyphs: Sequence[Box | None]) -> tuple[list[Box], bool, bool]:
    """Return the boxes of letters that the file names one after the other along a line.

    Also say whether the reader saw a space where two letters stand close together, and whether it
    saw none where two words do.
    """
    every = GlyphBoxes.of(glyphs)
    white = np.frombuffer(text.encode("utf-32-le"), "<u4") == ord(" ")
    missing = every.added()
    at = np.flatnonzero(~missing & ~white)
    if len(at) == 0:
        return [], False, False
    boxes = every.edges[at].astype(np.float64)
    before, after = boxes[:-1], boxes[1:]
    height = before[:, 3] - before[:, 1]
    level = (after[:, 1] < before[:, 3] - 0.6 * height) & (
        after[:, 3] > before[:, 1] + 0.6 * height
    )
    added = (missing & white)[at[1:] - 1]
    close = np.abs(after[:, 0] - before[:, 2]) < _TORN * height
    onward = level & (before[:, 0] <= after[:, 0])
    onward &= after[:, 0] < before[:, 2] + _COLUMN * height
    first = np.concatenate(([0], np.flatnonzero(~onward) + 1))
    last = np.concatenate((first[1:], [len(at)])) - 1
    runs = np.stack(
        (
            boxes[first, 0],
            np.minimum.reduceat(boxes[:, 1], first),
            boxes[last, 2],
            np.maximum.reduceat(boxes[:, 3], first),
        ),
        axis=1,
    )
    torn = bool((added & level & close).any())
    gaps = np.where(onward, (after[:, 0] - before[:, 2]) / np.maximum(height, 0.1), 0.0)
    glued = _are_words_apart(gaps, np.diff(at) == 1)
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in runs.tolist()], torn, glued


def _are_words_apart(gaps: NDArray[np.float64], unparted: NDArray[np.bool_]) -> bool:
    """Say whether two letters with nothing between them stand as far apart as words do."""
    around = np.pad(gaps, 1)
    beside = np.maximum(around[:-2], around[2:])
    return bool((unparted & (gaps > _NARROW) & (gaps > _WIDER * beside)).any())


def _touching(runs: list[Box]) -> bool:
    """Say whether two runs stand so near on one line that they are read as one."""
    runs.sort(key=lambda box: box[1])
    for index, one in enumerate(runs):
        height = one[3] - one[1]
        for other in runs[index + 1 :]:
            if other[1] >= one[3] - 0.5 * height:
                break
            apart = max(one[0], other[0]) - min(one[2], other[2])
            if apart < _COLUMN * height and other[3] > one[1] + 0.5 * height:
                return True
    return False


def _stretches(letters: Sequence[_Letter]) -> Iterator[tuple[str, list[_Letter]]]:
    """Yield stretches of letters that stand together, and what parts each from the last one."""
    lines: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda one: one.middle):
        near = lines and abs(lines[-1][-1].middle - letter.middle) < _SAME_LINE * min(
            lines[-1][-1].height, letter.height
        )
        if near:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    for line in lines:
        line.sort(key=lambda one: (one.box[0], one.at))
        before = "\n"
        stretch: list[_Letter] = []
        for letter in line:
            if stretch and letter.box[0] - stretch[-1].box[2] > _COLUMN * letter.height:
                yield before, _as_read(stretch)
                before, stretch = APART, []
            if stretch and _is_printed_over(stretch[-1], letter):
                stretch[-1].at += letter.at
            else:
                stretch.append(letter)
        yield before, _as_read(stretch)


def _is_printed_over(last: _Letter, letter: _Letter) -> bool:
    width = last.box[2] - last.box[0]
    return last.letter == letter.letter and letter.box[0] < last.box[0] + _DOUBLED * width


def _as_read(stretch: list[_Letter]) -> list[_Letter]:
    """Turn a stretch round that is written from right to left."""
    to_left = sum(unicodedata.bidirectional(one.letter[0]) in _RIGHT_TO_LEFT for one in stretch)
    return stretch[::-1] if 2 * to_left > len(stretch) else stretch


def _in_order(stretch: Sequence[_Letter], text: str) -> bool:
    """Say whether the page's own text has this stretch in one go, but for white space."""
    places = sorted(place for letter in stretch for place in letter.at)
    named = [place for letter in stretch for place in letter.at]
    return named == places and not _letters_between(text, places)


def _letters_between(text: str, places: Sequence[int]) -> bool:
    """Say whether letters stand between these places that are not among them."""
    return any(
        later - place > 1 and not text[place + 1 : later].isspace()
        for place, later in pairwise(places)
    )


def _spaced(stretch: Sequence[_Letter], space: float) -> Iterator[tuple[bool, _Letter]]:
    last: _Letter | None = None
    for letter in stretch:
        gap = 0.0
        if last is not None:
            gap = max(letter.box[0] - last.box[2], last.box[0] - letter.box[2])
        yield gap > space * letter.height, letter
        last = letter
