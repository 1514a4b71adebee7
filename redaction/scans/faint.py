"""Faint letters on light ground: ink that is hardly darker than the paper around it is read too.

The grey that parts ink from paper is one for a whole page: beside black letters, pale ones are
paper to it. Here ink is what is darker than the ground within a few points of it, by more than
this paper's grain. What is plainly ink, and the rim and ringing about it, is left out: it was
read. Only where such ink stands together is it read, alone and with all the contrast it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from tesserocr import PSM

from recordkeeping.disclosure.findings import Box
from redaction.scans.ocr import LIKELY, Symbol, Word, words_in, words_on
from redaction.scans.spots import Cells, Spot, cell_of, spots
from redaction.scans.straightening import threshold, without_what_stands_alone

_STROKE = 5.0  # points: no stroke of a letter is broader
_LEAST = 2.0  # of 255: less is no shade at all
_GRAIN, _USUAL = 3.0, 80  # times what this percentage of the paper is darker than its ground
_ABOUT, _RINGING = 2.0, 8  # points, and dots of a JPEG's square, about plain ink
_RUNG = 40.0  # of 255: what is so dark so near to plain ink is no ringing
_PLAINLY = 0.4  # of the way from the grey that parts ink and paper to the ink itself
_RIM = 0.3  # of the darkest nearby: less is the rim of a stroke
_COARSE, _SHARP = 90.0, 120.0  # dots an inch: to find it, and from where on grain is smoothed
_AROUND = 12.0  # points
_TEXTURE = 0.25  # of a page's cells: so much faint ink is the grain of the paper
_STROKES = 4  # cells across
_FEWEST, _CELLS = 3, 16  # spots, and their cells together: about a word
_SPECKS = 100  # spots: more are read once first, whether they say anything
_DUST = 800  # spots: of more, those that stand alone are left out of that
_SHORTEST = 2  # letters
_LINES = 3.0  # of a word's height, above and below it, and twice as many beside it
_EIGHT = 8

Greys = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Faint:
    """How much darker than its ground each dot is, and which of them are faint ink."""

    darker: Greys
    ink: Cells
    dpi: float

    @classmethod
    def of(cls, darker: Greys, ink: Cells, dpi: float) -> Faint:
        """Return ink without its rims."""
        return cls(darker, _without_rims(darker, ink), dpi)

    def spots(self, words: Sequence[Word]) -> list[Spot]:
        """Return the spots of faint ink outside these words, or none where it is mere grain."""
        found = spots(self.ink, self.dpi, [word.box for word in words])
        cell = cell_of(self.dpi)
        if sum(spot.cells for spot in found) * cell * cell > _TEXTURE * self.ink.size:
            return []
        large = [spot for spot in found if max(spot.width, spot.height) >= _STROKES]
        many = _FEWEST <= len(found) <= _SPECKS and sum(s.cells for s in found) >= _CELLS
        return found if large or many else []

    def as_ink(self) -> Image.Image:
        """Return faint ink as black on white paper, and nothing else."""
        inked = np.where(self.ink, np.minimum(self.darker, 255), 0).astype(np.uint8)
        high, wide = inked.shape
        small = _block_most(inked, (-(-wide // _EIGHT), -(-high // _EIGHT)))
        most = Image.fromarray(most_about(small, round(_AROUND * self.dpi / 72 / _EIGHT)))
        share = self.darker / np.maximum(np.asarray(most.resize((wide, high)), np.float32), _LEAST)
        about = most_about(self.ink.astype(np.uint8), 1) > 0
        grey = 255 - 255 * np.where(about, np.clip(share, 0, 1), 0)
        return Image.fromarray(grey.astype(np.uint8))


def faint_ink(image: Image.Image, dpi: float, words: Sequence[Word]) -> Faint:
    """Return the ink of a picture that is paper to whoever looks at the page as a whole.

    What these words are made of is none.
    """
    grey = image.convert("L")
    values = np.asarray(grey)
    smooth = grey.filter(ImageFilter.BoxBlur(1)) if dpi > _SHARP else grey
    darker = np.maximum(_ground(smooth, dpi) - np.asarray(smooth, np.float32), 0)
    plain: Cells = values < _plain(values)
    near = _widened(plain, _ABOUT * dpi / 72)
    for x0, y0, x1, y1 in (word.box for word in words if word.confidence >= LIKELY):
        left, top, right, bottom = (edge * dpi / 72 for edge in (x0, y0, x1, y1))
        near[max(0, int(top) - 2) : int(bottom) + 3, max(0, int(left) - 2) : int(right) + 3] = True
    paper = darker[~near][::7]
    grain = float(np.percentile(paper, _USUAL)) if paper.size else 0.0
    ink: Cells = (darker >= max(_LEAST, _GRAIN * grain)) & ~near
    ink &= (darker >= _RUNG) | ~_widened(plain, _RINGING)
    return Faint.of(darker, ink, dpi)


def _without_rims(darker: Greys, ink: Cells) -> Cells:
    """Return faint ink without what JPEG and blur put about it: it would fill words to blots."""
    if not ink.any():
        return ink
    high, wide = ink.shape
    inked = np.where(ink, np.minimum(darker, 255), 0).astype(np.uint8)
    small = _block_most(inked, (-(-wide // _EIGHT), -(-high // _EIGHT)))
    most = Image.fromarray(most_about(small, 1)).resize((wide, high), Image.Resampling.BOX)
    rimless: Cells = ink & (darker >= _RIM * np.asarray(most, np.float32))
    return rimless


def _plain(values: NDArray[np.uint8]) -> float:
    """Return the grey below which ink is plain, so that the page's own reading had all of it."""
    middle = threshold(values)
    if not middle or values.min() >= middle:
        return middle
    return middle - _PLAINLY * float(middle - values[values < middle].mean())


def faint_spots(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Spot]:
    """Return the spots of faint ink outside these words, as a coarse look finds them."""
    factor = max(1, int(dpi / _COARSE))
    grey = image.convert("L")
    small = grey.reduce(factor) if factor > 1 and min(grey.size) > 8 * factor else grey
    return faint_ink(small, dpi * small.width / grey.width, words).spots(words)


def with_faint_words(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Word]:
    """Return the words read on a picture, and behind them those in faint ink elsewhere on it."""
    if not faint_spots(image, dpi, words):
        return list(words)
    faint = faint_ink(image, dpi, words)
    found = faint.spots(words)
    if not found:
        return list(words)
    cell, edge = cell_of(dpi), round(_AROUND * dpi / 72)
    left = max(0, min(s.left for s in found) * cell - edge)
    top = max(0, min(s.top for s in found) * cell - edge)
    right = max(s.left + s.width for s in found) * cell + edge
    bottom = max(s.top + s.height for s in found) * cell + edge
    part = faint.as_ink().crop((left, top, min(right, image.width), min(bottom, image.height)))
    if len(found) > _SPECKS:
        # To the machine a thousand specks are lines of hundreds of words: it takes a minute.
        look = without_what_stands_alone(part, dpi) if len(found) > _DUST else part
        said = list(filter(_is_no_grain, words_in(look, dpi, PSM.AUTO)))
        if not said:
            return list(words)  # the grain of the paper, or what shows through from its other side
        part = _about(part, dpi, said)
    read = list(filter(_is_believed, words_on(part, dpi)))
    after = max((word.line for word in words), default=-1) + 1
    return [*words, *moved(read, left * 72 / dpi, top * 72 / dpi, after)]


def _is_believed(word: Word) -> bool:
    return word.confidence >= LIKELY and sum(map(str.isalnum, word.text)) >= _SHORTEST


def _about(part: Image.Image, dpi: float, words: Sequence[Word]) -> Image.Image:
    """Return what stands about words, and white: a page full of specks takes minutes to read."""
    kept = Image.new("L", part.size, 255)
    for x0, y0, x1, y1 in (word.box for word in words):
        far = _LINES * (y1 - y0)
        edges = [
            round(edge * dpi / 72) for edge in (x0 - 2 * far, y0 - far, x1 + 2 * far, y1 + far)
        ]
        box = (
            max(0, edges[0]),
            max(0, edges[1]),
            min(part.width, edges[2]),
            min(part.height, edges[3]),
        )
        kept.paste(part.crop(box), box[:2])
    return kept


def _is_no_grain(word: Word) -> bool:
    """Say whether specks are letters: of grain two are read by chance, as "as", for minutes."""
    return _is_believed(word) and sum(map(str.isalnum, word.text)) > _SHORTEST


def moved(words: Sequence[Word], x: float, y: float, line: int) -> Iterator[Word]:
    """Yield words so far across and down a page, in points, and so many lines on."""
    for word in words:
        yield replace(
            word,
            box=_beside(word.box, x, y),
            cell=_beside(word.cell, x, y),
            symbols=tuple(Symbol(s.text, _beside(s.box, x, y)) for s in word.symbols),
            line=word.line + line,
        )


def _beside(box: Box, x: float, y: float) -> Box:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _ground(grey: Image.Image, dpi: float) -> Greys:
    """Return how light the ground is about each dot: strokes are filled, broad areas stay."""
    factor = max(1, round(dpi / 72))
    wide, high = -(-grey.width // factor), -(-grey.height // factor)
    small = _block_most(np.asarray(grey), (wide, high))
    reach = round(_STROKE / 2)
    turned: NDArray[np.uint8] = np.invert(most_about(small, reach))
    closed = np.invert(most_about(turned, reach))
    filled = Image.fromarray(closed).resize(grey.size, Image.Resampling.BILINEAR)
    return np.asarray(filled, np.float32)


def most_about(values: NDArray[np.uint8], reach: int) -> NDArray[np.uint8]:
    """Return for each dot the most of the square about it, so far on each side."""
    most = values
    for axis in (0, 1):
        around = np.pad(most, [(reach, reach) if a == axis else (0, 0) for a in (0, 1)], "edge")
        size = most.shape[axis]
        most = around[:size] if axis == 0 else around[:, :size]
        for step in range(1, 2 * reach + 1):
            part = around[step : step + size] if axis == 0 else around[:, step : step + size]
            most = np.maximum(most, part)
    return most


def _block_most(values: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the most of each block of a picture that is made so small."""
    high, wide = values.shape
    rows = np.arange(size[1]) * high // size[1]
    columns = np.arange(size[0]) * wide // size[0]
    most: NDArray[np.uint8] = np.maximum.reduceat(
        np.maximum.reduceat(values, rows, axis=0), columns, axis=1
    )
    return most


def _widened(ink: Cells, by: float) -> Cells:
    """Return ink and all dots so near to it, or a little farther."""
    step = max(1, int(by / 2))
    high, wide = ink.shape
    small = np.pad(ink, ((0, -high % step), (0, -wide % step)))
    dots = small.reshape(small.shape[0] // step, step, -1, step)
    blocks: Cells = np.asarray(dots.any(axis=(1, 3)))
    grown = most_about(blocks.astype(np.uint8), round(by / step)) > 0
    near: Cells = np.repeat(np.repeat(grown, step, axis=0), step, axis=1)[:high, :wide]
    return near
