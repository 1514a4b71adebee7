"""Letters made of points: round or square dots that stand apart, and together draw a word.

No engine reads them: to it they are specks. Each dot is told from all other ink by its shape, and
its group by how near its dots stand; drawn once more as wide as they stand apart, they touch, and
are strokes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import tesserocr
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from recordkeeping.disclosure.findings import Box
from redaction.areas import overlap
from redaction.scans.ocr import LIKELY, SURE, Symbol, Word, words_in
from redaction.scans.straightening import evened, threshold

_PALE, _SPARSE = 200, 3
_LARGEST, _APART = 7.0, 16.0  # points: of a dot, and from one to the next
_OBLONG, _FULL = 1.7, 0.6  # a dot's longer side to its shorter one; of its box, how much is ink
_LIKE = 1.7  # times as large as the next
_FARTHEST = 14.0  # times a dot's size, to the next
_REACH = 4.5  # times as far as to the nearest: to the dot of an i, and to the next letter
_FEWEST = 20  # dots of a group: fewer are no two letters
_MOST = 60_000
_CHUNK = 400
_STEP = 5.0  # pixels from dot to dot, as they are drawn once more
_DOT = 0.75  # of that step: half as wide as a dot is drawn
_ALIKE = 1.35  # steps of groups that are drawn together
_MOST_DRAWN, _MOST_PIXELS = 4, 12_000_000
_ABOUT = 4.0  # such steps about a group
# Ways of reading: pixels from dot to dot, how far in steps it is blurred (0: each dot is drawn),
# and how much narrower it is made, as letters of few dots are broad.
_READ_AS = ((_STEP, 0.0, 1.0), (3.1, 0.45, 1.0), (2.6, 0.5, 0.8))
_LEVELS = 4  # rows and columns of dots: fewer are a dotted line or frame
# By how much of the usual way the ways from dot to dot differ: those of specks, by half of it.
_REGULAR, _HARDLY_REGULAR = 0.3, 0.42
_MANY = 40  # dots that stand regularly, from which on a person must look
_FILLED = 0.8  # of its places: a group that is so full is a ground
_OVER, _INNER = 0.5, 0.2  # of its dots: with others above or below, and within its box
_SHORTEST = 2  # letters
_IN_A_LETTER = 3  # dots
_MOST_WORN, _DARKEST = 2, 20  # pixels; percent of the ink

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Dotted:
    """What letters made of points say, and whether there are points that may be letters."""

    words: list[Word]
    drawn: bool


def words_of_points(
    image: Image.Image, dpi: float, words: Sequence[Word], *, touching: bool
) -> Dotted:
    """Return the words that dots of a picture draw, as they are read once they are strokes.

    `words` were read in it; the dots that those have as words do are passed over. `touching`: dots
    are looked for that touch, too.
    """
    grey = evened(image.convert("L"))
    said, drawn = list[Word](), False
    for ink in _inks(np.asarray(grey)) if touching else islice(_inks(np.asarray(grey)), 1):
        dots = _outside(_dots(ink, 72 / dpi), words)
        if len(dots) > _MOST:
            return Dotted(said, drawn=True)
        groups = [group for group in _groups(dots) if _is_strewn(group)]
        drawn |= any(map(_may_be_letters, groups))
        for together in _of_one_step(groups)[:_MOST_DRAWN]:
            said = _with_lines(said, _read(grey, dpi, np.concatenate(together)))
        if said:
            break
    return Dotted(said, drawn)


def _inks(values: NDArray[np.uint8]) -> Iterator[Marks]:
    """Yield the ink of a picture, and less and less of it: dots that touch are parted."""
    parting = min(threshold(values[::_SPARSE, ::_SPARSE]), _PALE)
    ink: Marks = values < parting
    yield ink
    if ink.any():
        yield values < (parting + float(np.percentile(values[ink], _DARKEST))) / 2
    for _ in range(_MOST_WORN):
        ink = _worn(ink)
        yield ink


def _with_lines(said: Sequence[Word], more: Iterable[Word]) -> list[Word]:
    """Return words, and of others those of lines that say anything new."""
    new = list(more)
    telling = {
        word.line
        for word in new
        if not any(word.text == old.text and overlap(word.box, old.box) > 0 for old in said)
    }
    after = max((word.line for word in said), default=-1) + 1
    return [*said, *(replace(w, line=w.line + after) for w in new if w.line in telling)]


def strewn(places: Floats) -> Marks:
    """Say which of some like dots may draw letters: x and y of their middles, and their sizes."""
    marks = np.zeros(len(places), np.bool_)
    numbered = np.column_stack((places, np.arange(len(places))))
    for group in _groups(numbered.astype(np.float64)):
        marks[group[:, 3].astype(np.intp)] = _may_be_letters(group)
    return marks


def _worn(ink: Marks) -> Marks:
    """Return ink without its rim: dots that touch are parted."""
    inner: Marks = np.zeros_like(ink)
    inner[1:-1, 1:-1] = (
        ink[1:-1, 1:-1] & ink[:-2, 1:-1] & ink[2:, 1:-1] & ink[1:-1, :-2] & ink[1:-1, 2:]
    )
    return inner


# --- dots: x, y and size of each, in points


def _dots(ink: Marks, unit: float) -> Floats:
    boxes, sizes = pieces(ink)
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    longer, shorter = np.maximum(wide, high), np.minimum(wide, high)
    small = (longer * unit <= _LARGEST) & (longer <= np.maximum(_OBLONG * shorter, shorter + 1))
    small &= (sizes >= _FULL * wide * high) & (sizes > 1)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    dots: Floats = np.stack((x, y, (wide + high) / 2), axis=1)[small] * unit
    return dots


def _outside(dots: Floats, words: Sequence[Word]) -> Floats:
    """Return dots without those of words that have no more of them than words do."""
    kept = np.ones(len(dots), np.bool_)
    x, y, _ = dots.T
    for word in words:
        x0, y0, x1, y1 = word.box
        if word.confidence >= SURE:
            inside = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
            if np.count_nonzero(inside) <= _IN_A_LETTER * sum(map(str.isalnum, word.text)):
                kept &= ~inside
    return dots[kept]


def pieces(ink: Marks) -> tuple[Ints, Ints]:
    """Return the boxes and the sizes in dots of connected pieces of ink, corners touching."""
    steps = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    wide = ink.shape[1] + 2
    # Runs of the row above that end at or after a run's start, and begin at or before its end.
    first = np.searchsorted((rows + 1) * wide + ends, rows * wide + starts)
    last = np.searchsorted((rows + 1) * wide + starts, rows * wide + ends, "right")
    count = np.maximum(last - first, 0)
    below = np.repeat(np.arange(len(rows)), count)
    above = np.arange(len(below)) + np.repeat(first - (np.cumsum(count) - count), count)
    label = _joined(len(rows), above, below)
    number = int(label.max(initial=-1)) + 1
    boxes = np.zeros((number, 4), np.intp)
    boxes[:, :2] = np.iinfo(np.intp).max
    for column, values, keep in (
        (0, starts, np.minimum), (1, rows, np.minimum), (2, ends, np.maximum),
        (3, rows + 1, np.maximum),
    ):  # fmt: skip
        keep.at(boxes[:, column], label, values)
    return boxes, np.bincount(label, ends - starts, number).astype(np.intp)


def _joined(count: int, one: Ints, other: Ints) -> Ints:
    """Return for each of so many things the number of its group; two of a pair are in one."""
    label = np.arange(count)
    while True:
        least = np.minimum(label[one], label[other])
        new = label.copy()
        np.minimum.at(new, label[one], least)
        np.minimum.at(new, label[other], least)
        new = new[new]
        if np.array_equal(new, label):
            return np.unique(label, return_inverse=True)[1].reshape(-1)
        label = new


# --- groups


def _groups(dots: Floats) -> Iterator[Floats]:
    """Yield the dots of each group, with how far each stands from its nearest as a last column."""
    dots = dots[np.argsort(dots[:, 1], kind="stable")]
    nearest = np.full(len(dots), np.inf)
    for part, _, far in _ways(dots, _APART):
        nearest[part] = far.min(axis=1, initial=np.inf)
    near = nearest <= np.minimum(_APART, _FARTHEST * dots[:, 2])
    dots, nearest = dots[near], nearest[near]
    one, other = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
    for part, there, far in _ways(dots, _REACH * _APART):
        least = np.minimum(nearest[part][:, None], nearest[there][None, :])
        rows, columns = np.nonzero(far <= _REACH * least)
        one.append(rows + part.start)
        other.append(columns + there.start)
    label = _joined(len(dots), np.concatenate(one), np.concatenate(other))
    whole = np.column_stack((dots, nearest))
    order = np.argsort(label, kind="stable")
    ends = np.cumsum(np.bincount(label))[:-1]
    yield from (group for group in np.split(whole[order], ends) if len(group) >= _FEWEST)


def _ways(dots: Floats, reach: float) -> Iterator[tuple[slice, slice, Floats]]:
    """Yield how far it is from some dots to others like them that stand near, or infinity."""
    for start in range(0, len(dots), _CHUNK):
        part = slice(start, min(start + _CHUNK, len(dots)))
        top, bottom = dots[part.start, 1] - reach, dots[part.stop - 1, 1] + reach
        first, last = np.searchsorted(dots[:, 1], (top, bottom))
        here, others = dots[part], dots[first:last]
        far = np.hypot(here[:, None, 0] - others[None, :, 0], here[:, None, 1] - others[None, :, 1])
        larger = np.maximum(here[:, None, 2], others[None, :, 2])
        smaller = np.minimum(here[:, None, 2], others[None, :, 2])
        far[(larger > _LIKE * smaller) | (far == 0)] = np.inf
        yield part, slice(int(first), int(last)), far


def _may_be_letters(group: Floats) -> bool:
    """Say whether dots stand so regularly, and so many, that they are no specks."""
    return len(group) >= _MANY and _is_strewn(group, _REGULAR)


def _is_strewn(group: Floats, regular: float = _HARDLY_REGULAR) -> bool:
    """Say whether dots stand so regularly, and draw more than lines, a frame or a ground."""
    step = float(np.median(group[:, -1]))
    if float(np.std(group[:, -1])) > regular * step:
        return False
    places = np.round((group[:, :2] - group[:, :2].min(axis=0)) / step).astype(np.intp) + 1
    across, down = places.max(axis=0)
    if min(across, down) < _LEVELS or len(group) > _FILLED * across * down:
        return False
    taken = np.zeros((down + 2, across + 2), np.bool_)
    taken[places[:, 1], places[:, 0]] = True
    column, row = places.T
    over = [taken[row + y, column + x] for y in (-1, 1) for x in (-1, 0, 1)]
    inner = (column > 1) & (column < across) & (row > 1) & (row < down)
    return float(np.logical_or.reduce(over).mean()) >= _OVER and float(inner.mean()) >= _INNER


def _of_one_step(groups: Sequence[Floats]) -> list[list[Floats]]:
    """Return groups whose dots stand about equally far apart together, the most dots first."""
    together: list[list[Floats]] = []
    last = 0.0
    for step, group in sorted(
        ((float(np.median(g[:, -1])), g) for g in groups), key=lambda o: o[0]
    ):
        if not together or step > _ALIKE * last:
            together.append([])
            last = step
        together[-1].append(group)
    return sorted(together, key=lambda groups: -sum(map(len, groups)))


# --- reading


def _read(grey: Image.Image, dpi: float, dots: Floats) -> list[Word]:
    """Return what dots say, drawn once more so that they touch, and blurred until they do."""
    step = float(np.median(dots[:, -1]))
    left, top = (float(edge) - _ABOUT * step for edge in dots[:, :2].min(axis=0))
    right, bottom = (float(edge) + _ABOUT * step for edge in dots[:, :2].max(axis=0))
    said = list[Word]()
    for pixels, blur, narrow in _READ_AS:
        scale = pixels / step
        size = int((right - left) * scale * narrow) + 1, int((bottom - top) * scale) + 1
        if size[0] * size[1] > _MOST_PIXELS:
            continue
        if blur:
            box = (left, top, right, bottom)
            part = _blurred(grey, blur * step, tuple(edge * dpi / 72 for edge in box), size, dpi)
        else:
            part = _drawn((dots[:, :2] - (left, top)) * scale, size)
        read = words_in(part, 72 * scale, tesserocr.PSM.SINGLE_BLOCK)
        said = _with_lines(
            said, [_placed(word, left, top, narrow) for word in read if _is_believed(word)]
        )
    return said


def _is_believed(word: Word) -> bool:
    return word.confidence >= LIKELY and sum(map(str.isalnum, word.text)) >= _SHORTEST


def _blurred(
    grey: Image.Image, far: float, box: tuple[float, ...], size: tuple[int, int], dpi: float
) -> Image.Image:
    """Return a part of a picture so unsharp, in points, and at so many pixels."""
    blurred = grey.filter(ImageFilter.GaussianBlur(far * dpi / 72))
    part = blurred.transform(
        size, Image.Transform.EXTENT, box, Image.Resampling.BICUBIC, fillcolor=255
    )
    return ImageOps.autocontrast(part)


def _drawn(places: Floats, size: tuple[int, int]) -> Image.Image:
    """Return dots, where they stand in pixels, as black strokes on white."""
    ink = np.zeros(size[::-1], np.bool_)
    columns, rows = np.round(places).astype(np.intp).T
    reach = int(_DOT * _STEP + 1)
    for y in range(-reach, reach + 1):
        for x in range(-reach, reach + 1):
            if x * x + y * y <= (_DOT * _STEP) ** 2 + 1:
                ink[rows + y, columns + x] = True
    return Image.fromarray(np.where(ink, 0, 255).astype(np.uint8)).filter(
        ImageFilter.GaussianBlur(1.0)
    )


def _placed(word: Word, x: float, y: float, narrow: float) -> Word:
    """Return a word of a part that begins at `x` and `y` and was made so narrow."""

    def there(box: Box) -> Box:
        return box[0] / narrow + x, box[1] + y, box[2] / narrow + x, box[3] + y

    symbols = tuple(Symbol(s.text, there(s.box)) for s in word.symbols)
    return replace(word, box=there(word.box), cell=there(word.box), symbols=symbols)
