"""Letters that stand each by itself, as round a stamp or along a curve, read one after the other.

A reader that looks for lines finds none in them and names such letters in some order. People read
on to the letter that stands nearest, and do not mind which way the writing turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box
from redaction.glyphboxes import GlyphBoxes
from redaction.orders.columns import NOWHERE, InPieces
from redaction.orders.standing import APART

_FEW = 2  # letters that stand level beside each other, on the top of a circle
_FEWEST, _MOST = 4, 1500  # letters; more are lines of a page that is turned
_LEVEL, _BESIDE = 0.6, 1.6  # of a letter's height
_FAR = 4.0  # of a letter's height: nothing goes on there
_FARTHER = 2.6  # times the last step
_WORD = 1.5  # times the last step: a space

_Step = tuple[int, bool]
"""The number of a letter, and whether a space stands before it."""


def read_on(text: str, glyphs: Sequence[Box | None]) -> InPieces | None:
    """Return letters that stand by themselves, each before the nearest one; None without any.

    Each stretch is read forwards and backwards; round a circle twice: it begins anywhere.
    """
    places, boxes = _alone(text, glyphs)
    if not _FEWEST <= len(places) <= _MOST:
        return None
    out: list[str] = []
    at: list[int] = []
    for walk, closing in _walks(boxes):
        for way in (walk, list(_backwards(walk))):
            once = [piece for number, spaced in way
                    for piece in ((NOWHERE,) * spaced, (int(places[number]),))]  # fmt: skip
            said = [place for piece in once for place in piece]
            if closing is not None:
                said += [*[NOWHERE] * len(closing), *said]
            out.append("".join(text[place] if place != NOWHERE else " " for place in said))
            at += said
            out.append(APART * 4)
            at += [NOWHERE] * 4
    return InPieces("".join(out), at) if out else None


def _alone(
    text: str, glyphs: Sequence[Box | None]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the places and boxes of letters that have at most one other beside them."""
    every = GlyphBoxes.of(glyphs)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    at = np.flatnonzero(~every.added() & (codes != ord(" ")))
    if len(at) < _FEWEST:
        return at[:0], np.zeros((0, 4))
    boxes = every.edges[at].astype(np.float64)
    before, after = boxes[:-1], boxes[1:]
    height = before[:, 3] - before[:, 1]
    onward = (after[:, 1] < before[:, 3] - _LEVEL * height) & (
        after[:, 3] > before[:, 1] + _LEVEL * height
    )
    onward &= np.abs(after[:, 0] - before[:, 2]) < _BESIDE * height
    first = np.concatenate(([0], np.flatnonzero(~onward) + 1))
    many = np.diff(np.append(first, len(at)))
    alone = np.flatnonzero(np.repeat(many <= _FEW, many))
    alone = alone[[text[place].isalpha() for place in at[alone].tolist()]]
    return at[alone], boxes[alone]


def _walks(boxes: NDArray[np.float64]) -> Iterator[tuple[list[_Step], str | None]]:
    """Yield ways from letter to letter, and what closes each where it comes round again."""
    middle = np.stack(((boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2), axis=1)
    size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    left = np.ones(len(boxes), bool)
    while left.any():
        start = int(np.flatnonzero(left)[0])
        # From wherever it begins, a way ends at an end: from there it is walked whole.
        end = _walk(middle, size, left.copy(), start)[-1][0]
        ways = [_walk(middle, size, left.copy(), one) for one in dict.fromkeys((start, end))]
        for way in ways:
            left[[number for number, _ in way]] = False
            if len(way) >= _FEWEST:
                yield way, _closing(middle[[number for number, _ in way]], size[way[0][0]])


def _closing(middle: NDArray[np.float64], size: float) -> str | None:
    """Return what stands between the end of a way and its beginning: nothing, a space, too much."""
    step = float(np.median(np.hypot(*np.diff(middle, axis=0).T)))
    far = float(np.hypot(*(middle[0] - middle[-1])))
    if len(middle) == _FEWEST or far > max(_FAR * size, _FARTHER * step):
        return None
    return " " if far > _WORD * step else ""


def _walk(
    middle: NDArray[np.float64], size: NDArray[np.float64], left: NDArray[np.bool_], start: int
) -> list[_Step]:
    way, last = [(start, False)], 0.0
    left[start] = False
    while left.any():
        here = way[-1][0]
        far = np.hypot(*(middle - middle[here]).T)
        far[~left] = np.inf
        number = int(far.argmin())
        step = float(far[number])
        if step > max(_FAR * size[here], _FARTHER * last):
            break
        way.append((number, bool(last) and step > _WORD * last))
        left[number] = False
        last = min(step, last * _WORD) if last else step
    return way


def _backwards(way: Sequence[_Step]) -> Iterator[_Step]:
    spaced = False
    for number, before in reversed(way):
        yield number, spaced
        spaced = before
