"""A page read down its columns, where the file names its letters line by line across them.

In a cell of a table, or in a column of a leaflet, a name runs on in the line below, while the file
goes on with what stands beside it. Some readers follow columns; the finding has to as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box, Span
from redaction.glyphboxes import GlyphBoxes
from redaction.orders.standing import APART, AsItStands

_COLUMN = 1.0  # of a letter's height between two letters: from there on other words stand beside
_LEVEL = 0.6  # of a letter's height that two of one line share
_BELOW = 2.6  # of a letter's height, from the top of one line to that of the next
_SHARED = 0.4  # of the narrower piece's width, that stands above or below
_ALIKE = 1.7  # times as high
_LONG, _ENDS = 40, 3  # letters of a piece: of a longer one so many words at its ends are read
_WHITE = [9, 10, 13, 32, 0xA0]
_MOST = 1500  # pieces of a page: more are no lines of words
_PART = f"\n{APART * 4}\n"
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class InPieces:
    """Words that a page has in pieces; `at[i]` is the place in its text of letter i, or -1."""

    text: str = field(repr=False)
    at: Sequence[int] = field(repr=False)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where a stretch of this text stands in the page's own, piece by piece."""
        spans: list[Span] = []
        for place in sorted({place for place in self.at[start:end] if place != NOWHERE}):
            if spans and spans[-1][1] == place:
                spans[-1] = spans[-1][0], place + 1
            else:
                spans.append((place, place + 1))
        return tuple(spans)

    def of(self, other: AsItStands) -> AsItStands:
        """Return this reading of another reading as one of the page itself."""
        places = (() if place == NOWHERE else other.at[place] for place in self.at)
        return AsItStands(self.text, tuple(places))


@dataclass(frozen=True, slots=True)
class Pieces:
    """Stretches of a page's text that stand together on a line: where each begins, ends, is."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    boxes: NDArray[np.float64]


def down_columns(text: str, glyphs: Sequence[Box | None]) -> InPieces | None:
    """Return the lines of columns, each below the one above it; None where the page has none."""
    pieces = found_pieces(text, glyphs)
    if not 2 < len(pieces.first) <= _MOST:
        return None
    below = _below(pieces.boxes)
    onward = below == np.arange(len(below)) + 1  # the page's own text says these
    if not (~onward & (below >= 0)).any():
        return None
    out: list[str] = []
    at: list[int] = []
    for chain in _chains(below, onward):
        for number in chain:
            for start, end in _said(text, int(pieces.first[number]), int(pieces.last[number]) + 1):
                out += (text[start:end], "\n")
                at += range(start, end)
                at.append(NOWHERE)
        out.append(_PART)
        at += [NOWHERE] * len(_PART)
    return InPieces("".join(out), at)


def found_pieces(text: str, glyphs: Sequence[Box | None]) -> Pieces:
    """Return what of a page's text stands together on a line, in the order of the text."""
    every = GlyphBoxes.of(glyphs)
    white = np.isin(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"), _WHITE)
    at = np.flatnonzero(~every.added() & ~white)
    if len(at) == 0:
        return Pieces(at, at, np.zeros((0, 4)))
    boxes = every.edges[at].astype(np.float64)
    before, after = boxes[:-1], boxes[1:]
    height = before[:, 3] - before[:, 1]
    level = (after[:, 1] < before[:, 3] - _LEVEL * height) & (
        after[:, 3] > before[:, 1] + _LEVEL * height
    )
    onward = level & (before[:, 0] <= after[:, 0])
    onward &= after[:, 0] < before[:, 2] + _COLUMN * height
    first = np.concatenate(([0], np.flatnonzero(~onward) + 1))
    last = np.concatenate((first[1:], [len(at)])) - 1
    around = np.stack(
        (
            np.minimum.reduceat(boxes[:, 0], first),
            np.minimum.reduceat(boxes[:, 1], first),
            np.maximum.reduceat(boxes[:, 2], first),
            np.maximum.reduceat(boxes[:, 3], first),
        ),
        axis=1,
    )
    return Pieces(at[first], at[last], around)


def _below(boxes: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return for each piece the number of the one that stands right below it, or -1."""
    left, top, right, bottom = boxes.T
    height = np.maximum(bottom - top, 0.1)
    width = np.maximum(right - left, 0.1)
    down = top[None] - top[:, None]
    shared = np.minimum(right[None], right[:, None]) - np.maximum(left[None], left[:, None])
    near = (down > _LEVEL * height[:, None]) & (down < _BELOW * height[:, None])
    near &= shared > _SHARED * np.minimum(width[None], width[:, None])
    near &= (height[None] < _ALIKE * height[:, None]) & (height[:, None] < _ALIKE * height[None])
    # The nearest line; on it what begins where this piece begins.
    far = np.where(near, down + 0.01 * np.abs(left[None] - left[:, None]), np.inf)
    nearest = far.argmin(axis=1)
    found: NDArray[np.int64] = np.where(np.isfinite(far.min(axis=1)), nearest, -1)
    return found


def _chains(below: NDArray[np.int64], onward: NDArray[np.bool_]) -> Iterator[list[int]]:
    """Yield columns: each piece with the one below it, and so on, but for what a text says."""
    after = below.tolist()
    under = {number for number in after if number >= 0}
    taken: set[int] = set()
    for start in range(len(after)):
        if start in under:
            continue
        chain = [start]
        while (number := after[chain[-1]]) >= 0:
            chain.append(number)
            if number in taken:
                break  # another column runs on there, and is read already
        taken.update(chain)
        if any(not onward[number] for number in chain[:-1]):
            yield chain


def _said(text: str, first: int, end: int) -> Iterator[Span]:
    """Yield where a piece stands, of a long one its first and its last words."""
    if end - first > _LONG:
        words = text[first:end].split(" ")
        head, tail = " ".join(words[:_ENDS]), " ".join(words[-_ENDS:])
        if len(head) + len(tail) < end - first:
            yield first, first + len(head)
            first = end - len(tail)
    yield first, end
