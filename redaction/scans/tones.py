"""Letters that grey does not show: those that colour alone tells, and those a few shades from dark.

A picture is read in grey. Red on a green that is as light is one grey there, and under a marker
letters are all but as black as it is. Here a dot is ink where it is far from the colour of its
ground (grey and colour together), and near to its grey. A coarse look finds squares, as high as a
line, that hold such dots; only where these stand together as strokes do are they drawn, black on
white, and read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from tesserocr import PSM

from redaction.scans.faint import Faint, most_about, moved
from redaction.scans.ocr import LIKELY, SURE, Word, not_shown, words_in, words_on
from redaction.scans.spots import Cells, Spot, cell_of

_SIDE, _CELL = 12.0, 16  # points of a square, and dots of its side in a coarse look
_COARSE = 72 * _CELL / _SIDE  # dots an inch
_LEAST, _GRAINS = 4.0, 4.0  # of 255; times what is usual in a square
_DOTS, _FEWEST = 4, 2  # of a square; squares
_LIGHT = 170  # of 255: what is darker than so light a ground is read as faint ink
_SHADES, _FARTHER_SHADES = 40, 60  # of 255: how far greys differ about such a dot
_ABOUT, _FARTHER = 2, 4  # dots
_ONE_GROUND = 24  # of 255: between dots of one ground
_COLOURED = 2.0  # times as far in colour as in grey: colour tells it
_RIM = 1.5  # points about what grey shows plainly
_SHARP = 120.0  # dots an inch: from where on grain is smoothed
_AROUND = 12.0  # points
_SPECKS = 60  # spots: more are read once first, whether they say anything
_LETTERS = 3  # fewer are a word only where they are read for certain

Planes = NDArray[np.float32]
"""Grey, and where there is colour how blue and how red, row by row."""


@dataclass(frozen=True, slots=True)
class _Tones:
    """Of each square of a picture: its ground, how far from it ink is, and whether it holds any."""

    ground: Planes
    least: Planes
    toned: Cells

    @classmethod
    def of(cls, planes: Planes, down: int, across: int) -> _Tones | None:
        """Return the tones of so many squares, or None where grey shows all that there is."""
        dots = _in_squares(planes, down, across)
        ground = np.median(dots, axis=3)
        grey, colour = dots[0] - ground[0][..., None], _length(dots[1:] - ground[1:][..., None])
        far = np.hypot(grey, colour)
        least = np.maximum(_LEAST, _GRAINS * np.median(far, axis=2))
        near, farther = (
            _in_squares(_contrast(planes[0], reach)[None], down, across)[0]
            for reach in (_ABOUT, _FARTHER)
        )
        ink = (far >= least[..., None]) & ~_is_faint(grey, colour, ground[0][..., None])
        ink &= near <= np.maximum(_SHADES, far / 2)
        ink &= farther <= np.maximum(_FARTHER_SHADES, far)
        toned: Cells = np.count_nonzero(ink, axis=2) >= _DOTS
        if np.count_nonzero(toned) < _FEWEST:
            return None
        for row, column in np.argwhere(_grown(toned)):
            ground[:, row, column], usual = _usual_about(dots, ground, row, column)
            least[row, column] = max(_LEAST, _GRAINS * usual)
        return cls(ground, least, toned)

    def ink(
        self, planes: Planes, whole: tuple[int, int], corner: tuple[int, int], dpi: float
    ) -> Faint:
        """Return the ink of a part, from a corner on, of a picture that is as large as said."""
        high, wide = planes.shape[1:]
        down, across = self.toned.shape
        rows = ((np.arange(high) + corner[1]) * down // whole[1])[:, None]
        columns = (np.arange(wide) + corner[0]) * across // whole[0]
        ground = self.ground[:, rows, columns]
        grey, colour = planes[0] - ground[0], _length(planes[1:] - ground[1:])
        plain = _contrast(planes[0], max(1, round(_RIM * dpi / 72)))
        here: Cells = _grown(self.toned)[rows, columns]
        here &= plain <= np.maximum(_FARTHER_SHADES, colour)
        here &= ~_is_faint(grey, colour, ground[0])
        far = np.where(here, np.hypot(grey, colour), 0)
        return Faint.of(far, far >= self.least[rows, columns], dpi)


def tone_spots(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Spot]:
    """Return the spots of ink outside these words that grey does not show, as a coarse look."""
    found = _looked_at(image, dpi, words)
    return found[1] if found else []


def words_in_tones(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Word]:
    """Return words in ink that grey does not show, but those that were read for certain.

    What was read beside a word and is hardly one is to be searched, never shown.
    """
    found = _looked_at(image, dpi, [word for word in words if word.confidence >= LIKELY])
    if not found or not found[1]:
        return []
    tones, seen = found
    corner = left, top, *_ = _about(seen, dpi)
    part = image.crop((left, top, min(corner[2], image.width), min(corner[3], image.height)))
    smooth = part.filter(ImageFilter.BoxBlur(1)) if dpi > _SHARP else part
    ink = tones.ink(_planes(smooth), image.size, (left, top), dpi)
    drawn = ink.as_ink()
    if len(seen) > _SPECKS and not any(map(_is_believed, words_in(drawn, dpi, PSM.AUTO))):
        return []  # a photograph's
    read = words_on(drawn, dpi)
    if not any(map(_is_believed, read)):
        return []
    said = [word if _is_believed(word) else not_shown(word) for word in read if _letters(word) > 1]
    return list(moved(said, left * 72 / dpi, top * 72 / dpi, 0))


def _looked_at(
    image: Image.Image, dpi: float, words: Sequence[Word]
) -> tuple[_Tones, list[Spot]] | None:
    """Return a picture's tones and the spots of its ink, where a square has any."""
    if image.mode == "1":
        return None
    side = _SIDE * dpi / 72
    down, across = max(1, round(image.height / side)), max(1, round(image.width / side))
    small = image.resize((across * _CELL, down * _CELL), Image.Resampling.BOX)
    planes = _planes(small)
    tones = _Tones.of(planes, down, across)
    if tones is None:
        return None
    return tones, tones.ink(planes, small.size, (0, 0), _COARSE).spots(words)


def _about(found: Sequence[Spot], dpi: float) -> tuple[int, int, int, int]:
    """Return the box about spots of a coarse look, in pixels of the picture."""
    unit, edge = cell_of(_COARSE) * dpi / _COARSE, _AROUND * dpi / 72
    return (
        max(0, int(min(spot.left for spot in found) * unit - edge)),
        max(0, int(min(spot.top for spot in found) * unit - edge)),
        int(max(spot.left + spot.width for spot in found) * unit + edge),
        int(max(spot.top + spot.height for spot in found) * unit + edge),
    )


def _is_believed(word: Word) -> bool:
    return word.confidence >= (LIKELY if _letters(word) >= _LETTERS else SURE)


def _letters(word: Word) -> int:
    return sum(map(str.isalnum, word.text))


def _planes(image: Image.Image) -> Planes:
    bands = image.convert("YCbCr" if image.mode == "RGB" else "L").split()
    return np.stack([np.asarray(band, np.float32) for band in bands])


def _in_squares(planes: Planes, down: int, across: int) -> Planes:
    """Return the dots of each square of planes."""
    cells = planes.reshape(-1, down, _CELL, across, _CELL)
    return cells.transpose(0, 1, 3, 2, 4).reshape(-1, down, across, _CELL * _CELL)


def _contrast(grey: Planes, reach: int) -> Planes:
    """Return how far apart the darkest and the lightest dot about each dot are."""
    values = grey.astype(np.uint8)
    most, least = most_about(values, reach), np.invert(most_about(np.invert(values), reach))
    return (most - least).astype(np.float32)


def _usual_about(
    dots: Planes, ground: Planes, row: int, column: int
) -> tuple[NDArray[np.float32], float]:
    """Return the usual colour of a square and those about it, and how far dots are from it.

    Only what is as light as the square itself counts: a marker is no wider than its line.
    """
    rows, columns = slice(max(0, row - 1), row + 2), slice(max(0, column - 1), column + 2)
    about = dots[:, rows, columns].reshape(len(dots), -1)
    same = about[:, np.abs(about[0] - ground[0, row, column]) <= _ONE_GROUND]
    if not same.size:  # half of it is light, half dark, and none of it as its middle
        same = about
    usual: NDArray[np.float32] = np.median(same, axis=1)
    return usual, float(np.median(_length(same - usual[:, None])))


def _length(colours: Planes) -> Planes:
    length: Planes = np.sqrt(np.square(colours).sum(axis=0))
    return length


def _is_faint(grey: Planes, colour: Planes, ground: Planes) -> Cells:
    """Say which dots are ink on light ground, which is read in grey."""
    faint: Cells = (ground >= _LIGHT) & (grey < 0) & (colour < -_COLOURED * grey)
    return faint


def _grown(squares: Cells) -> Cells:
    grown: Cells = most_about(squares.view(np.uint8), 1) > 0
    return grown
