"""Fields of a form with a box for each letter: its letters, pulled together, are read as words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

import numpy as np
import tesserocr
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.scans.ocr import Symbol, Word, words_in
from redaction.scans.points import pieces
from redaction.scans.straightening import evened, threshold

_WALL, _HIGHEST, _THICK = 10.5, 40.0, 3.0  # points: letters of a form are lower than its walls
_NARROWEST, _WIDEST = 7.0, 36.0  # points from wall to wall
_LEVEL, _EVEN = 2.0, 0.12  # points; of a cell's width
_FEWEST = 5  # cells
_SPARSE = 3
_GAP, _WORD = 0.18, 0.6  # of the letters' height: between letters, and for an empty cell
_MARGIN = 0.5
_LEAST = 0.15  # of a cell's height: less ink is a rest of its walls
_EMPTY, _SPACE = 3.0, 0.3  # of a cell's height: from word to word, and what is left of it
_READ = 40.0  # confidence
_MOST = 40  # fields

Row = list[tuple[int, int, int, int]]


def words_in_combs(image: Image.Image, dpi: float) -> list[Word]:
    """Return what fields with a box for each letter say; each letter's box is its cell."""
    grey = evened(image.convert("L"))
    values = np.asarray(grey)
    ink: NDArray[np.bool_] = values < threshold(values[::_SPARSE, ::_SPARSE])
    words = list[Word]()
    for number, row in enumerate(islice(_rows(_walls(ink, dpi), dpi), _MOST)):
        read = list(_read(grey, ink, row, dpi))
        words += [replace(word, line=number) for word in _joined(read)]
    return words


def _walls(ink: NDArray[np.bool_], dpi: float) -> NDArray[np.intp]:
    """Return upright lines that are higher than letters, from left to right."""
    long = round(_WALL * dpi / 72)
    if ink.shape[0] <= long:
        return np.zeros((0, 4), np.intp)
    sums = np.cumsum(np.pad(ink, ((1, 0), (0, 0))), axis=0, dtype=np.int32)
    boxes, _ = pieces(sums[long:] - sums[:-long] == long)
    boxes[:, 3] += long - 1
    high, wide = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    kept = (high <= _HIGHEST * dpi / 72) & (wide <= _THICK * dpi / 72)
    return boxes[kept][np.argsort(boxes[kept][:, 0], kind="stable")]


def _rows(walls: NDArray[np.intp], dpi: float) -> Iterator[Row]:
    """Yield the cells of each row of walls that stand level and equally far apart."""
    unit, left = dpi / 72, list(map(tuple, walls.tolist()))
    while left:
        row = [left.pop(0)]
        step = 0.0
        for wall in list(left):
            last = row[-1]
            level = max(abs(wall[1] - row[0][1]), abs(wall[3] - row[0][3])) <= _LEVEL * unit
            far = wall[0] - last[0]
            near = _NARROWEST * unit <= far <= _WIDEST * unit
            if level and near and (not step or abs(far - step) <= _EVEN * step):
                step = step or far
                row.append(wall)
                left.remove(wall)
        if len(row) > _FEWEST:
            yield [
                (one[2], max(one[1], two[1]), two[0], min(one[3], two[3]))
                for one, two in pairwise(row)
            ]


def _read(grey: Image.Image, ink: NDArray[np.bool_], row: Row, dpi: float) -> Iterator[Word]:
    letters = [_letter(ink, cell, dpi) for cell in row]
    found = [box for box in letters if box is not None]
    if len(found) < 2:
        return
    top, bottom = min(box[1] for box in found), max(box[3] for box in found)
    high = bottom - top
    edge = round(_MARGIN * high)
    wide = sum((box[2] - box[0] if box else 0) + high for box in letters) + 2 * edge
    line = Image.new("L", (wide, high + 2 * edge), 255)
    at, places = edge, list[tuple[int, int, int]]()
    for number, box in enumerate(letters):
        if box is None:
            at += round(_WORD * high)
            continue
        line.paste(grey.crop((box[0], top, box[2], bottom)), (at, edge))
        places.append((at, at + box[2] - box[0], number))
        at += box[2] - box[0] + round(_GAP * high)
    line = line.crop((0, 0, at + edge, line.height))
    for word in words_in(line, dpi, tesserocr.PSM.SINGLE_LINE):
        if word.confidence >= _READ:
            yield from _over_cells(word, places, row, dpi)


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    """Yield words of a field, each reaching almost to the next: they are said in one string."""
    for word, after in zip(words, [*words[1:], None], strict=False):
        x0, y0, x1, y1 = word.box
        if after is None or not 0 < after.box[0] - x1 <= _EMPTY * (y1 - y0):
            yield word
            continue
        x1 = max(x1, after.box[0] - _SPACE * (y1 - y0))
        last = word.symbols[-1]
        symbols = (*word.symbols[:-1], replace(last, box=(*last.box[:2], x1, last.box[3])))
        yield replace(word, box=(x0, y0, x1, y1), cell=(x0, y0, x1, y1), symbols=symbols)


def _letter(
    ink: NDArray[np.bool_], cell: tuple[int, int, int, int], dpi: float
) -> tuple[int, int, int, int] | None:
    """Return where the ink of a cell is, without what is joined to its rim."""
    x0, y0, x1, y1 = cell
    rim = max(1, round(0.6 * dpi / 72))
    x0, y0, x1, y1 = x0 + rim, y0 + 2 * rim, x1 - rim, y1 - 2 * rim
    part = ink[max(0, y0) : y1, max(0, x0) : x1]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if len(rows) < _LEAST * (y1 - y0) or not len(columns):
        return None
    return (
        x0 + int(columns[0]),
        y0 + int(rows[0]),
        x0 + int(columns[-1]) + 1,
        y0 + int(rows[-1]) + 1,
    )


def _over_cells(
    word: Word, places: Sequence[tuple[int, int, int]], row: Row, dpi: float
) -> Iterator[Word]:
    unit = 72 / dpi
    symbols = list[Symbol]()
    for symbol in word.symbols:
        middle = (symbol.box[0] + symbol.box[2]) / 2 / unit
        number = min(places, key=lambda place: abs((place[0] + place[1]) / 2 - middle))[2]
        x0, y0, x1, y1 = (edge * unit for edge in row[number])
        symbols.append(Symbol(symbol.text, (x0, y0, x1, y1)))
    if symbols:
        whole: Box = (
            symbols[0].box[0], symbols[0].box[1], symbols[-1].box[2], symbols[-1].box[3]
        )  # fmt: skip
        yield replace(word, box=whole, cell=whole, symbols=tuple(symbols))
