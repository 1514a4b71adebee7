"""Dots of a released page that may draw letters together, read once they run together.

Apart from how a page is read first: there each dot is drawn anew, here the page is made unsharp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import tesserocr
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from recordkeeping.disclosure.findings import Box
from redaction.scans.ocr import Symbol, Word, is_shown, words_in

_INK = 60  # of 255 darker than paper
_HALVES = {
    1: (1, 2, 3),
    2: (1, 2),
}  # pixels, half a dot's size at most, on a page made so much smaller
_SQUARE, _IN_SQUARE = 128, 16  # pixels; dots of a square in which they are more than text has
_SAMPLE = 300
_REGULAR = 0.4  # by how much of the usual way the ways from dot to dot differ: specks differ more
_RIM = 6  # pixels of white about a page
_UNSHARP = (0.4, 0.6)  # of the way from dot to dot
_WAY = 4.0  # pixels from dot to dot where they are read
_MOST_PIXELS = 12_000_000
_MANY = 40
_SMALL = 7.0  # points
_NO_WORDS = re.compile(r"^[^\w\n]*[^\w\s][^\w\n]*$", re.MULTILINE)

Marks = NDArray[np.bool_]


def are_strewn(words: str) -> bool:
    """Say whether a page has many signs that stand in no line with letters."""
    count = 0
    for line in _NO_WORDS.finditer(words):
        count += len(line[0]) - line[0].count(" ")
        if count >= _MANY:
            return True
    return False


def are_many_small(sizes: Sequence[tuple[float, float]]) -> bool:
    """Say whether so many of these things, by width and height in points, are dots."""
    return sum(max(abs(wide), abs(high)) <= _SMALL for wide, high in sizes) >= _MANY


def dotted(part: Image.Image, dpi: float) -> Iterator[Word]:
    """Yield the words that dots of a picture draw. Their boxes are on the picture, in points."""
    if min(part.size) < _SQUARE // 4:
        return
    paper = int(np.percentile(np.asarray(part)[::8, ::8], 75))
    for smaller, halves in _HALVES.items():
        values = np.asarray(part.reduce(smaller))
        dark = np.pad(values < paper - _INK, _RIM)
        sums = np.cumsum(np.cumsum(dark.astype(np.int32), axis=0), axis=1)
        for half in halves:
            rows, columns = (at * smaller for at in _dots(sums, half))
            found = _dense(rows, columns)
            if found.any():
                yield from _unsharp(part, dpi, rows[found], columns[found], half * smaller)


def _dots(sums: NDArray[np.int32], half: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where what is no larger than twice `half` stands with white all around it.

    `sums` is how much is dark above and left of each pixel.
    """
    side = 2 * half + 1
    high, wide = sums.shape[0] - side - 2, sums.shape[1] - side - 2

    def within(top: int, size: int) -> NDArray[np.int32]:
        end = top + size
        across = sums[:, end : end + wide] - sums[:, top : top + wide]
        dark: NDArray[np.int32] = across[end : end + high] - across[top : top + high]
        return dark

    inner = within(1, side)
    rows, columns = np.nonzero((inner > 0) & (within(0, side + 2) == inner))

    def rest(low: int, right: int) -> NDArray[np.int32]:
        bottom, end = rows + low, columns + right
        dark: NDArray[np.int32] = (
            sums[bottom, end]
            - sums[rows + 1, end]
            - sums[bottom, columns + 1]
            + sums[rows + 1, columns + 1]
        )
        return dark

    # Of all the windows that hold a dot, the one whose last row and last column it reaches.
    whole = rest(side + 1, side + 1)
    ends = (rest(side, side + 1) < whole) & (rest(side + 1, side) < whole)
    return np.maximum(rows[ends] + half - _RIM, 0), np.maximum(columns[ends] + half - _RIM, 0)


def _dense(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Marks:
    """Say of each dot whether its square holds many."""
    if len(rows) == 0:
        return np.zeros(0, np.bool_)
    squares = rows // _SQUARE * (int(columns.max()) // _SQUARE + 1) + columns // _SQUARE
    dense: Marks = np.bincount(squares)[squares] >= _IN_SQUARE
    return dense


def _unsharp(
    part: Image.Image,
    dpi: float,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    half: int,
) -> Iterator[Word]:
    step = max(1, len(rows) // _SAMPLE)
    far = np.hypot(
        rows[::step, None] - rows[None, :], columns[::step, None] - columns[None, :]
    ).astype(np.float32)
    far[far == 0] = np.inf
    ways = far.min(axis=1)
    way = float(np.median(ways))
    if np.percentile(ways, 75) - np.percentile(ways, 25) > _REGULAR * way:
        return
    left, top = (max(0, int(at.min()) - _SQUARE // 2) for at in (columns, rows))
    right, bottom = (int(at.max()) + _SQUARE // 2 for at in (columns, rows))
    region = part.crop((left, top, min(right, part.width), min(bottom, part.height)))
    scale = _WAY / way
    size = max(1, round(region.width * scale)), max(1, round(region.height * scale))
    if size[0] * size[1] > _MOST_PIXELS:
        return
    for share in _UNSHARP:
        unsharp = region.filter(ImageFilter.GaussianBlur(share * way)).resize(size)
        read = words_in(ImageOps.autocontrast(unsharp), dpi * scale, tesserocr.PSM.SINGLE_BLOCK)
        for word in filter(is_shown, read):
            yield _moved(word, left * 72 / dpi, top * 72 / dpi)


def _moved(word: Word, across: float, down: float) -> Word:
    def there(box: Box) -> Box:
        return box[0] + across, box[1] + down, box[2] + across, box[3] + down

    symbols = tuple(Symbol(s.text, there(s.box)) for s in word.symbols)
    return replace(word, box=there(word.box), symbols=symbols)
