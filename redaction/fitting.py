"""Fitting the boxes that the machine guessed to the ink that is there.

Tesseract's letters are found by when they were recognised: a box may end inside a letter, and what
is left beside a redaction then shows it. A word's box grows until it meets the space after it; the
letters of a word part where there is least ink.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.bool_]
Pixels = tuple[int, int, int, int]
_ASIDE, _ABOVE = 0.9, 0.15  # of a word's height: how far its own ink may lie outside its box
_GAP = 0.12  # of a word's height: a wider blank may be a space between words
_RIM = 1  # pixel: the pale edge of a letter
_STOPS = frozenset(".,:;")
_STOP = 0.35  # of a word's height: no stop is wider
_NEAR = 0.2  # of a word's height: how far from where it was guessed two letters may part


@dataclass(frozen=True, slots=True)
class Fitted:
    """A word's box, and the places along it where its letters begin and end.

    `joined` says of each place between two letters whether ink runs through it.
    """

    box: Pixels
    edges: tuple[int, ...]
    joined: tuple[bool, ...]


def fitted(ink: Ink, box: Pixels, letters: Sequence[Pixels], others: Sequence[Pixels]) -> Fitted:
    """Fit a word of a level line. `others` are the boxes of the words beside it on its line."""
    height, width = ink.shape
    x0, y0, x1, y1 = (
        max(0, min(box[0], width - 1)), max(0, min(box[1], height - 1)),
        max(1, min(box[2], width)), max(1, min(box[3], height)),
    )  # fmt: skip
    if x1 <= x0 or y1 <= y0:
        return Fitted(
            box, (box[0], *(letter[2] for letter in letters)), (False,) * (len(letters) - 1)
        )
    aside, above = round(_ASIDE * (y1 - y0)) + 1, round(_ABOVE * (y1 - y0)) + 1
    before = max([o[2] for o in others if o[2] <= x0] + [x0 - aside, 0])
    after = min([o[0] for o in others if o[0] >= x1] + [x1 + aside, width])
    columns: Ink = np.any(ink[y0:y1], axis=0)
    gap = max(2, round(_GAP * (y1 - y0)))
    x0, x1 = _grown(columns, x0, x1, before, after, gap)
    rows: Ink = np.any(ink[:, x0:x1], axis=1)
    y0, y1 = _grown(rows, y0, y1, max(0, y0 - above), min(height, y1 + above), 1)
    near = max(1, round(_NEAR * (y1 - y0)))
    places = [x0]
    for one, two in pairwise(letters):
        places.append(_parted(ink[y0:y1], (one[2] + two[0]) // 2, near, places[-1], x1))
    joined = tuple(bool(ink[y0:y1, min(edge, width - 1)].any()) for edge in places[1:])
    x0, x1 = max(x0 - _RIM, before), min(x1 + _RIM, after)
    return Fitted((x0, y0, x1, y1), (x0, *places[1:], x1), joined)


def with_strays(ink: Ink, fits: Sequence[Fitted]) -> list[Fitted]:
    """Give ink that stands between the words of a line, and in none of them, to the nearest.

    It is a letter that the machine left out, or a part of one whose thin strokes are lost.
    """
    return [
        _with_strays(ink, fit, [other.box for other in fits if other is not fit]) for fit in fits
    ]


def _with_strays(ink: Ink, fit: Fitted, others: Sequence[Pixels]) -> Fitted:
    x0, y0, x1, y1 = fit.box
    reach = round(_ASIDE * (y1 - y0))
    before = max([o[2] for o in others if o[2] <= x0], default=x0 - 2 * reach)
    after = min([o[0] for o in others if o[0] >= x1], default=x1 + 2 * reach)
    columns: Ink = np.any(ink[y0:y1], axis=0)
    low, high = (
        max(0, x0 - reach, (before + x0) // 2),
        min(ink.shape[1], x1 + reach, (after + x1) // 2),
    )
    left, right = np.flatnonzero(columns[low:x0]), np.flatnonzero(columns[x1:high])
    if left.size:
        x0 = max(before, low + int(left[0]) - _RIM)
    if right.size:
        x1 = min(after, x1 + int(right[-1]) + 1 + _RIM)
    return Fitted((x0, y0, x1, y1), (x0, *fit.edges[1:-1], x1), fit.joined)


def with_stop_apart(ink: Ink, fit: Fitted, last: str) -> Fitted:
    """Let a word's last sign begin after the blank before it, where its part holds a letter too.

    The machine gives the end of a name to the stop behind it, which stays when the name goes.
    """
    if last not in _STOPS or len(fit.edges) < 3:
        return fit
    _, y0, _, y1 = fit.box
    start, end = fit.edges[-2:]
    inked = np.flatnonzero(np.any(ink[y0:y1, start:end], axis=0))
    if not inked.size or inked[-1] - inked[0] < _STOP * (y1 - y0):
        return fit
    parted = np.flatnonzero(np.diff(inked) > 1)
    first = int(inked[parted[-1] + 1]) if parted.size else int(inked[-1] - _STOP * (y1 - y0))
    return Fitted(fit.box, (*fit.edges[:-2], start + max(0, first - 1), end), fit.joined)


def _grown(inked: Ink, low: int, high: int, least: int, most: int, gap: int) -> tuple[int, int]:
    """Grow over ink, and over blanks narrower than a gap with ink beyond them: a whole letter."""
    while low > least and (ink := np.flatnonzero(inked[max(least, low - gap) : low])).size:
        low = max(least, low - gap) + int(ink[0])
    while high < most and (ink := np.flatnonzero(inked[high : min(most, high + gap)])).size:
        high += int(ink[-1]) + 1
    return low, high


def _parted(band: Ink, guess: int, near: int, low: int, high: int) -> int:
    """Return the column near the guess that holds the least ink, the nearest of them."""
    start, end = max(low, guess - near), min(high, guess + near + 1)
    if start >= end:
        return max(low, min(guess, high))
    counts = band[:, start:end].sum(axis=0)
    away = np.abs(np.arange(start, end) - guess)
    return start + int(np.lexsort((away, counts))[0])
