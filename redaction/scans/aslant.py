"""Words that stand otherwise than their page does: upside down, on their side, or aslant.

A page is read as most of its words stand. What it holds besides, on a stamp, a sticker or a slip
laid over it, is ink to that reading, or letters that make no word. Where so much ink is in no word
that is certain, it is cut out alone and read once more as it may stand: turned by the angle of its
own lines, and by quarters. The page's own reading there stands unless the new one says far more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.areas import overlap
from redaction.scans.doubt import pictured
from redaction.scans.ocr import (
    LIKELY,
    SURE,
    Symbol,
    Word,
    confidence_of,
    not_shown,
    put_back,
    words_on,
)
from redaction.scans.spots import Cells, Spot, cell_of, spots
from redaction.scans.straightening import cleared, paper_of, threshold, turned

_COARSE, _EIGHT = 90.0, 8  # dots an inch on which blocks are found; dots
_PALE = 200
_CERTAIN, _IN_LINE = 75.0, 12  # mean confidence of a line, and its letters
_REACH = 6  # cells between two spots of one block: about a space
_CELLS, _LONG = 16, 6  # about a short word, together and across
_MOST = 8  # blocks of a page
_STEEPEST = 90.0
_MOST_POINTS, _FEWEST_POINTS = 20_000, 50
_ROW, _SHARPER = 2.0, 1.05  # dots; times as sharp as level
_ASLANT = 2.0  # degrees
_WHOLE = 0.7  # of the page: so large a block was tried every way
_AROUND = 4.0  # points
_LETTERS = 3
_BETTER = 1.5


@dataclass(slots=True)
class _Block:
    """Spots that stand together: their box in cells, and how many cells they fill."""

    box: tuple[int, ...]
    cells: int


def with_words_aslant(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Word]:
    """Return the words read on a picture, and behind them those that stand another way.

    What was read in their place is kept as what is hardly a word.
    """
    grey = image.convert("L")
    firm = _firm(words)
    unsure = [word for word in words if word not in firm]
    sure = [word for word in unsure if word.confidence >= SURE and _letters(word) >= _LETTERS]
    factor = max(1, int(dpi / _COARSE)) if min(grey.size) > _EIGHT * dpi / _COARSE else 1
    small = grey.reduce(factor) if factor > 1 else grey
    coarse = dpi * small.width / grey.width
    blocks = _blocks(small, coarse, [word.box for word in (*firm, *sure)])
    if not blocks:
        return list(words)
    unit = cell_of(coarse) * 72 / coarse
    blocks = _with_words(blocks, [word.box for word in unsure], unit)
    rest = _without(grey, firm, dpi)
    for block in blocks:
        x0, y0, x1, y1 = (edge * unit for edge in block.box)
        place = max(0.0, x0 - _AROUND), max(0.0, y0 - _AROUND), x1 + _AROUND, y1 + _AROUND
        found = _read(rest, dpi, place)
        there = [old for old in unsure if any(overlap(old.box, new.box) for new in found)]
        if _said(found) <= _BETTER * _said(filter(_is_believed, there)):
            continue
        words = [not_shown(word) if word in there else word for word in words]
        after = max((word.line for word in words), default=-1) + 1
        words += [replace(word, line=word.line + after) for word in found]
    return list(words)


def _firm(words: Sequence[Word]) -> list[Word]:
    """Return the words of lines that say enough to stand as they were read."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    plain = {
        number
        for number, line in lines.items()
        if confidence_of(line) >= _CERTAIN and sum(len(word.text) for word in line) >= _IN_LINE
    }
    return [word for word in words if word.line in plain and word.confidence >= LIKELY / 2]


def _blocks(grey: Image.Image, dpi: float, words: Sequence[Box]) -> list[_Block]:
    """Return the largest blocks of ink outside these words that may be words."""
    values = np.asarray(cleared(grey))
    ink: Cells = values < min(threshold(values), _PALE)
    found = spots(ink, dpi, words)
    if sum(spot.cells for spot in found) < _CELLS:
        return []
    found = spots(ink, dpi, words, but=pictured(grey, dpi, []))
    blocks = [
        block
        for block in _together(map(_of, found))
        if block.cells >= _CELLS
        and max(block.box[2] - block.box[0], block.box[3] - block.box[1]) >= _LONG
    ]
    return sorted(blocks, key=lambda block: -block.cells)[:_MOST]


def _with_words(blocks: Sequence[_Block], words: Iterable[Box], unit: float) -> list[_Block]:
    """Return blocks with the unsure words beside them: letters aslant are read as others."""
    cells = [_Block(tuple(round(edge / unit) for edge in box), 0) for box in words]
    return [block for block in _together([*blocks, *cells]) if block.cells]


def _of(spot: Spot) -> _Block:
    right, bottom = spot.left + spot.width, spot.top + spot.height
    return _Block((spot.left, spot.top, right, bottom), spot.cells)


def _together(found: Iterable[_Block]) -> list[_Block]:
    blocks: list[_Block] = []
    for one in found:
        while near := [other for other in blocks if _is_near(one.box, other.box)]:
            blocks = [other for other in blocks if other not in near]
            boxes = [one.box, *(other.box for other in near)]
            x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
            x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
            one = _Block((x0, y0, x1, y1), one.cells + sum(other.cells for other in near))
        blocks.append(one)
    return blocks


def _is_near(one: Sequence[int], other: Sequence[int]) -> bool:
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    return across <= _REACH and down <= _REACH


def _without(grey: Image.Image, words: Iterable[Word], dpi: float) -> Image.Image:
    """Return a picture with paper where these words are."""
    values, paper = np.array(grey), paper_of(grey)
    for word in words:
        x0, y0, x1, y1 = (round(edge * dpi / 72) for edge in word.box)
        values[max(0, y0 - 2) : y1 + 2, max(0, x0 - 2) : x1 + 2] = paper
    return Image.fromarray(values)


def _read(rest: Image.Image, dpi: float, place: Box) -> list[Word]:
    """Return the words of a block as it says most, where they are on the whole picture."""
    left, top = (int(edge * dpi / 72) for edge in place[:2])
    right = min(rest.width, int(place[2] * dpi / 72) + 1)
    bottom = min(rest.height, int(place[3] * dpi / 72) + 1)
    if right <= left or bottom <= top:
        return []
    part = rest.crop((left, top, right, bottom))
    angle = _angle_of(part)
    whole = part.width * part.height > _WHOLE * rest.width * rest.height
    angles = [0.0] if abs(angle) < _ASLANT else [angle] if whole else [angle, 0.0]
    best: list[Word] = []
    for angle in [] if whole and angles == [0.0] else angles:
        level, turn = turned(part, 0, angle)
        read = [put_back(word, turn, dpi) for word in words_on(level, dpi) if _is_believed(word)]
        if _said(read) > _said(best):
            best = read
    if sum(map(_letters, best)) < _LETTERS or confidence_of(best) < _CERTAIN:
        return []
    return [_moved(word, left * 72 / dpi, top * 72 / dpi) for word in best]


def _angle_of(part: Image.Image) -> float:
    """Return by how much a block must be turned clockwise for its lines to be level, within ±90°.

    Its ink falls into the sharpest rows then. Dots are strewn over their squares: at some angles
    the grid itself would fall into rows.
    """
    values = np.asarray(part)
    ys, xs = np.nonzero(values < threshold(values))
    step = len(ys) // _MOST_POINTS + 1
    strewn = np.random.default_rng(0).random((2, len(ys[::step])))
    across, down = xs[::step] + strewn[0], ys[::step] + strewn[1]
    if len(down) < _FEWEST_POINTS:
        return 0.0
    tried = np.arange(-_STEEPEST, _STEEPEST + 1)
    best = float(max(tried, key=lambda angle: _sharpness(across, down, angle)))
    near = np.arange(best - 1, best + 1.1, 0.25)
    best = float(max(near, key=lambda angle: _sharpness(across, down, angle)))
    level = _sharpness(across, down, 0.0)
    return best if _sharpness(across, down, best) > _SHARPER * level else 0.0


def _sharpness(xs: NDArray[np.float64], ys: NDArray[np.float64], angle: float) -> float:
    rows = (xs * math.sin(math.radians(angle)) + ys * math.cos(math.radians(angle))) / _ROW
    profile = np.bincount((rows - rows.min()).astype(np.int64)).astype(float)
    return float(np.sum(np.diff(profile, prepend=0.0, append=0.0) ** 2))


def _is_believed(word: Word) -> bool:
    letters = _letters(word)
    return word.confidence >= LIKELY and letters >= 2 and 2 * letters > len(word.text)


def _letters(word: Word) -> int:
    return sum(map(str.isalnum, word.text))


def _said(words: Iterable[Word]) -> float:
    return sum(word.confidence * len(word.text) for word in words)


def _moved(word: Word, x: float, y: float) -> Word:
    def beside(box: Box) -> Box:
        return box[0] + x, box[1] + y, box[2] + x, box[3] + y

    symbols = tuple(Symbol(symbol.text, beside(symbol.box)) for symbol in word.symbols)
    return replace(word, box=beside(word.box), cell=beside(word.cell), symbols=symbols)
