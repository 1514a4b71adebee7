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
_TOLD = 1.2  # dots: a blank that is to be told from the space in a letter
_LINE = 0.2  # of a word's height: no line through a word is thicker
_MOST_UNREAD = 12  # of a word's height: how much of a word may not have been read
_RIM = 1  # pixel: the pale edge of a letter
_STOPS = frozenset(".,:;")
_MARKS = frozenset("()[]{}'\"\u2018\u2019\u201c\u201d!?|/\\-\u2013\u2022*")
_RAISED, _HIGH = frozenset("'\"\u2018\u2019\u201c\u201d"), 0.6  # of a word's height
_STOP, _MARK = 0.35, 0.6  # of a word's height: no stop is wider, and no other sign
_LETTER = 1.4  # of a word's height: a wider stroke is several letters that touch
_LESS = 0.4  # of a stroke: with more of it on either side, it is two letters that touch
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
    if len(letters) == 1:  # a stroke between two words is no part of either, nor they of it
        before, after = _within_overlaps((x0, y0, x1, y1), others, before, after)
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


def _within_overlaps(
    box: Pixels, others: Sequence[Pixels], before: int, after: int
) -> tuple[int, int]:
    """Return how far a box may grow that shares columns with the words on its either side."""
    x0, _, x1, _ = box
    if any(o[0] < x0 < o[2] for o in others):
        before = x0
    if any(o[0] < x1 < o[2] for o in others):
        after = x1
    return before, after


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
    before = max([o[2] for o in others if o[2] <= x0], default=0)
    after = min([o[0] for o in others if o[0] >= x1], default=ink.shape[1])
    if len(fit.edges) == 2:
        before, after = _within_overlaps(fit.box, others, before, after)
    columns: Ink = np.any(ink[y0:y1], axis=0)
    low, high = (
        max(x0 - reach, (before + x0) // 2 if before else 0),
        min(x1 + reach, (after + x1) // 2 if after < ink.shape[1] else after),
    )
    left, right = np.flatnonzero(columns[low:x0]), np.flatnonzero(columns[x1:high])
    # A word that was read in part goes on for as long as no blank parts its letters.
    letters: Ink = ink[y0:y1].sum(axis=0) >= max(2, _LINE * (y1 - y0))
    gap, most = max(2, round(_GAP * (y1 - y0))), _MOST_UNREAD * (y1 - y0)
    parted = _GAP * (y1 - y0) >= _TOLD  # in smaller print dots do not tell blanks from spaces
    least, until = max(0, before, x0 - most), min(after, x1 + most)
    # Between two words of a line all of it is theirs; beyond the last a pen's line may go on.
    leftwards = columns if before else letters
    rightwards = columns if after < ink.shape[1] else letters
    if left.size:
        x0, cut = max(before, low + int(left[0]) - _RIM), parted and left[0] < gap
        x0 = _grown(leftwards, x0, x0, least, x0, gap)[0] if cut else x0
    if right.size:
        cut = parted and x1 + right[-1] >= high - gap
        x1 = min(after, x1 + int(right[-1]) + 1 + _RIM)
        x1 = _grown(rightwards, x1, x1, x1, until, gap)[1] if cut else x1
    return Fitted((x0, y0, x1, y1), (x0, *fit.edges[1:-1], x1), fit.joined)


def with_whole_strokes(ink: Ink, fits: Sequence[Fitted]) -> list[Fitted]:
    """Let no stroke stand in two words of a line: all of it goes to the one that holds most."""
    whole = list(fits)
    for at, to in pairwise(sorted(range(len(fits)), key=lambda number: fits[number].box[0])):
        one, two = whole[at], whole[to]
        (left, top, end, bottom), (start, high, right, low) = one.box, two.box
        if end < start or not left < start < right or not left < end < right:
            continue
        band = ink[min(top, high) : max(bottom, low)]
        for border in dict.fromkeys(((start + end) // 2, end, start)):
            whole_at = _beside_stroke(band, border, left + 1, right - 1)
            # Letters that touch are one stroke: no more than one of them goes to the other word.
            if whole_at != border and one.edges[-2] <= whole_at <= two.edges[1]:
                whole[at] = _placed(one, left, whole_at)
                whole[to] = _placed(two, whole_at, right)
                break
    return whole


def _placed(fit: Fitted, start: int, end: int) -> Fitted:
    """Return a word that begins and ends there; no letter of it lies outside."""
    inside = (min(max(edge, start), end) for edge in fit.edges[1:-1])
    return Fitted((start, fit.box[1], end, fit.box[3]), (start, *inside, end), fit.joined)


def with_signs_apart(ink: Ink, fit: Fitted, letters: Sequence[str]) -> Fitted:
    """Let a word's signs hold no part of the letters beside them, which may be those of a name.

    The machine gives the end of a name to the stop behind it, or its beginning to the bracket
    before it, which stay when the name goes.
    """
    if len(letters) < 2 or len(letters) + 1 != len(fit.edges):
        return fit
    band, edges = ink[fit.box[1] : fit.box[3]], list(fit.edges)
    for at, text in enumerate(letters):
        if text not in _STOPS | _MARKS:
            continue
        start, end = edges[at : at + 2]
        widest = round((_STOP if text in _STOPS else _MARK) * band.shape[0])
        part = band[:, start:end]
        first, last = _sign_in(part, text, widest, at == 0, at == len(letters) - 1)
        edges[at] = start + first if at else start
        edges[at + 1] = start + last if at < len(letters) - 1 else end
        for beside in {at, at + 1} - {0, len(letters)}:
            low, high = edges[beside - 1] + 1, edges[beside + 1] - 1
            if not low < edges[beside] < high:
                continue
            end_of = _letter_over(band, edges[beside], low, high, widest, behind=beside == at)
            if end_of is not None:
                edges[beside] = end_of
            elif first == 0 and last == end - start:
                edges[beside] = _beside_stroke(band, edges[beside], low, high)
    return Fitted(fit.box, tuple(edges), fit.joined)


def _sign_in(part: Ink, text: str, widest: int, begins: bool, ends: bool) -> tuple[int, int]:
    """Return where in its part a sign begins and ends: a letter may stand before or behind it."""
    wide = part.shape[1]
    inked = np.flatnonzero(part.any(axis=0))
    if not inked.size or inked[-1] - inked[0] < widest:
        return 0, wide
    parted = np.flatnonzero(np.diff(inked) > 1)
    groups = [(int(g[0]), int(g[-1])) for g in np.split(inked, parted + 1)]
    if ends:
        first = groups[-1][0] if parted.size else groups[0][1] - widest
        return max(0, first - 1), wide
    if begins:
        last = groups[0][1] if parted.size else groups[0][0] + widest
        return 0, min(wide, last + 2)
    groups = [g for g in groups if g[1] - g[0] <= widest] or groups  # the others are letters
    if text in _RAISED:  # what reaches down is the letter beside it, wherever it stands
        groups = [g for g in groups if _is_high(part[:, g[0] : g[1] + 1])] or groups
    low, high = min(groups, key=lambda group: abs(group[0] + group[1] - wide))
    return (max(0, low - 1), min(wide, high + 2)) if parted.size else (0, wide)


def _is_high(part: Ink) -> bool:
    """Say whether ink stands in the upper part of a word alone."""
    return not part[round(_HIGH * part.shape[0]) :].any()


def _letter_over(
    band: Ink, place: int, low: int, high: int, widest: int, *, behind: bool
) -> int | None:
    """Return where a letter ends that reaches over a sign, or begins; None where none does.

    A stroke that is wider than the sign can be is the letter's, however much of it stands where
    the sign was guessed: the arm of a y reaches over the comma behind it.
    """
    columns = np.flatnonzero(_stroke_through(band[:, low:high], place - low).any(axis=0))
    if not columns.size or columns[0] == 0 or columns[-1] == high - low - 1:
        return None
    if columns[-1] - columns[0] < widest:
        return None
    return low + int(columns[-1] + 1 if behind else columns[0])


def _beside_stroke(band: Ink, place: int, low: int, high: int) -> int:
    """Return where a stroke that runs through a place is whole, on the side that has most of it.

    That is the place itself where nothing runs through it, or letters that touch.
    """
    reach: int = round(_LETTER * band.shape[0])
    first, last = max(low, place - reach), min(high, place + reach)
    if not first < place < last:
        return place
    stroke = _stroke_through(band[:, first:last], place - first)
    columns = np.flatnonzero(stroke.any(axis=0))
    if not columns.size or columns[0] == 0 or columns[-1] == last - first - 1:
        return place
    count, before = int(stroke.sum()), int(stroke[:, : place - first].sum())
    if columns[-1] - columns[0] > reach or min(before, count - before) > _LESS * count:
        return place
    return first + int(columns[-1] + 1 if 2 * before > count else columns[0])


def _stroke_through(window: Ink, place: int) -> Ink:
    """Return the connected ink, corners touching, that runs from a column into the one before."""
    stroke: Ink = np.zeros_like(window)
    beside = _about(window[:, place : place + 1])[:, 0]
    stroke[:, place - 1] = window[:, place - 1] & beside
    while True:
        wider = _about(stroke) & window
        if np.array_equal(wider, stroke):
            return stroke
        stroke = wider


def _about(ink: Ink) -> Ink:
    """Return ink with the dots all around it."""
    tall = ink.copy()
    tall[1:] |= ink[:-1]
    tall[:-1] |= ink[1:]
    wide = tall.copy()
    wide[:, 1:] |= tall[:, :-1]
    wide[:, :-1] |= tall[:, 1:]
    return wide


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
