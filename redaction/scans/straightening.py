"""Making a scanned page easier to read: its light evened out, its specks gone, its lines level.

Nothing here decides what is released. The pixels that are shown stay as they came, turned at most;
these are only what the machine reads. Angles are in degrees, clockwise as displayed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

STEEPEST = 10.0
_LEAST_SKEW = 0.1
_SKEW_WIDTH = 800  # pixels: what an angle is measured on
_MOST_POINTS = 60_000
_COARSE, _FINE = 0.5, 0.05
_EVENNESS = 8  # how many times smaller the picture of the light is
_BLANK = 20  # greys between paper and ink: less than this is no ink
_FAINT = 110  # the grey above which ink is called faint
_DULL = 240
_SPECKLED = 0.04
_SPECK, _ALONE = 1.6, 2.5  # points: a speck is no larger, and nothing stands so near to it
_DUST, _NEAR = 1.3, 0.35  # points: so large, and so near to letters
_SQUARES = 3  # of a point: they hold a speck wherever it lies
_LARGER = 0.1  # of the specks
_MANY = 30  # specks of a picture, from which on they are no signs
_EDGE = 0.25  # of the way from paper to ink
_QUARTERS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns the other way round
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}

Grey = NDArray[np.uint8]
Ink = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was turned to stand upright: by quarters, then by the small angle of its lines.

    `size` is that of the picture before, in pixels, `upright` that of the picture after.
    """

    quarter: int
    skew: float
    size: tuple[int, int]
    upright: tuple[int, int]

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the upright picture stood before, in pixels."""
        a, b, c, d, e, f = _affine(self._turned(), self.upright, self.skew)
        x, y = a * x + b * y + c, d * x + e * y + f
        width, height = self.size
        match self.quarter:
            case 90:
                return y, height - x
            case 180:
                return width - x, height - y
            case 270:
                return width - y, x
            case _:
                return x, y

    def _turned(self) -> tuple[int, int]:
        width, height = self.size
        return (height, width) if self.quarter in (90, 270) else (width, height)


def turned(image: Image.Image, quarter: int, skew: float) -> tuple[Image.Image, Turn]:
    """Turn a picture by quarters and then by a small angle; its corners are kept, on paper."""
    upright = image.transpose(_QUARTERS[quarter]) if quarter else image
    turn = turn_of(image.size, quarter, skew)
    if not skew:
        return upright, turn
    level = upright.transform(
        turn.upright,
        Image.Transform.AFFINE,
        _affine(upright.size, turn.upright, skew),
        Image.Resampling.BICUBIC,
        fillcolor=paper_of(upright),
    )
    return level, turn


def turn_of(size: tuple[int, int], quarter: int, skew: float) -> Turn:
    """Return what turning a picture of that size so does to it."""
    width, height = size[::-1] if quarter in (90, 270) else size
    if not skew:
        return Turn(quarter, 0.0, size, (width, height))
    sine, cosine = abs(math.sin(math.radians(skew))), abs(math.cos(math.radians(skew)))
    upright = round(width * cosine + height * sine), round(height * cosine + width * sine)
    return Turn(quarter, skew, size, upright)


def _affine(
    before: tuple[int, int], after: tuple[int, int], skew: float
) -> tuple[float, float, float, float, float, float]:
    """Return the map from the turned picture back to the one before, about their middles."""
    sine, cosine = math.sin(math.radians(skew)), math.cos(math.radians(skew))
    cx, cy = after[0] / 2, after[1] / 2
    a, b, d, e = cosine, sine, -sine, cosine
    return a, b, before[0] / 2 - a * cx - b * cy, d, e, before[1] / 2 - d * cx - e * cy


def paper_of(image: Image.Image) -> int | tuple[int, ...]:
    """Return the colour of the paper: that of the middle of the lighter half."""
    small = image.copy()
    small.thumbnail((200, 200))
    values = np.asarray(small)
    if values.ndim == 2:
        return 255 if values.dtype == np.bool_ else int(np.percentile(values, 75))
    return tuple(int(v) for v in np.percentile(values.reshape(-1, values.shape[2]), 75, axis=0))


def skew_of(image: Image.Image) -> float:
    """Return by how much a picture must be turned clockwise for its lines to be level.

    The angle, within ±10°, under which the ink falls into the sharpest rows.
    """
    scale = min(1.0, _SKEW_WIDTH / max(image.width, 1))
    small = image.convert("L").resize(
        (max(1, round(image.width * scale)), max(1, round(image.height * scale))),
        Image.Resampling.BOX,
    )
    values = np.asarray(small)
    ys, xs = np.nonzero(values < threshold(values))
    if len(ys) < 50:
        return 0.0
    if len(ys) > _MOST_POINTS:
        step = len(ys) // _MOST_POINTS + 1
        ys, xs = ys[::step], xs[::step]
    coarse = np.arange(-STEEPEST, STEEPEST + _COARSE, _COARSE)
    best = float(max(coarse, key=lambda angle: _sharpness(xs, ys, angle)))
    fine = np.arange(best - _COARSE, best + _COARSE + _FINE, _FINE)
    best = float(max(fine, key=lambda angle: _sharpness(xs, ys, angle)))
    level = _sharpness(xs, ys, 0.0)
    if abs(best) < _LEAST_SKEW or _sharpness(xs, ys, best) < 1.02 * level:
        return 0.0
    return round(best, 2)


def _sharpness(xs: NDArray[np.int64], ys: NDArray[np.int64], angle: float) -> float:
    radians = math.radians(angle)
    rows = (xs * math.sin(radians) + ys * math.cos(radians)).astype(np.int64)
    profile = np.bincount(rows - rows.min()).astype(float)
    return float(np.sum(np.diff(profile) ** 2))


def threshold(values: Grey) -> int:
    """Return the grey that parts ink from paper: halfway between the two (Otsu 1979)."""
    counts = np.bincount(values.ravel(), minlength=256).astype(float)
    below = np.cumsum(counts)
    mass = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        ink, paper = mass / below, (mass[-1] - mass) / above
        between = below * above * (ink - paper) ** 2
    if not np.any(between > 0):
        return 0
    at = int(np.nanargmax(between))
    # On clean paper many greys part equally well; the first of them would leave out pale edges.
    return max(at + 1, round(float(ink[at] + paper[at]) / 2))


def edge_threshold(values: Grey) -> int:
    """Return the grey below which even a letter's pale edges and thin strokes lie, but no noise."""
    middle = threshold(values)
    paper = values[values >= middle][::7]
    if paper.size == 0 or values.min() >= middle:
        return middle
    usual, low = np.percentile(paper, (50, 10))
    noise = float(usual - low) / 1.28  # of a bell curve, one part in ten lies lower
    ink = float(np.mean(values[values < middle]))
    return max(middle, round(float(usual) - max(_EDGE * (float(usual) - ink), 4 * noise)))


def evened(image: Image.Image) -> Image.Image:
    """Return a grey picture with even paper and dark ink; its specks and hairlines are left."""
    grey = image.convert("L")
    light = _light(grey)
    values = np.asarray(grey, dtype=np.float32)
    even = np.minimum(values * (255.0 / light), 255.0) if light.min() < _DULL else values
    ink = float(np.percentile(even[::3, ::3], 0.7))
    paper = float(np.percentile(even[::3, ::3], 60))
    if paper - ink < _BLANK:
        return grey
    if ink > _FAINT or paper < _DULL:
        even = (even - ink) * (255.0 / (paper - ink))
    return Image.fromarray(np.clip(even, 0, 255).astype(np.uint8))


def cleared(image: Image.Image) -> Image.Image:
    """Return a grey picture with even paper, dark ink, and no specks, as good to read as can be."""
    return without_specks(evened(image))


def without_specks(clear: Image.Image) -> Image.Image:
    """Return an evened picture without its specks; of hairlines, dashes may be left."""
    return clear.filter(ImageFilter.MedianFilter(3)) if _is_speckled(clear) else clear


def without_lone_specks(clear: Image.Image, dpi: float) -> Image.Image:
    """Return a picture without its dust, if many specks of it stand alone.

    Beside a word, or above and below it, specks make its box larger, and the lines about it are
    covered with it. What is no larger than the specks that stand alone is dust beside letters too.
    """
    values = np.asarray(clear)
    if not _is_dusty(values, dpi):
        return clear
    size, alone = max(2, round(_SPECK * dpi / 72)), max(2, round(_ALONE * dpi / 72))
    ink = values < edge_threshold(values)
    specks = _lone(ink, size, alone)
    if specks is None:
        return clear
    while size > 1 and (smaller := _lone(ink & specks, size - 1, 1)) is not None:
        if (ink & specks & ~smaller).sum() > _LARGER * (ink & specks).sum():
            break
        size -= 1
    near = _lone(ink, min(size, round(_DUST * dpi / 72)), max(1, round(_NEAR * dpi / 72)))
    blank = specks if near is None else specks | near
    return Image.fromarray(np.where(blank, np.uint8(255), values))


def _is_dusty(values: Grey, dpi: float) -> bool:
    """Say whether much may stand alone on a picture, as a look at squares of a point tells."""
    step = max(1, int(dpi / 72))
    high, wide = (side // step * step for side in values.shape)
    if min(high, wide) <= _SQUARES * step:
        return False
    darkest = values[:high, :wide].reshape(high // step, step, -1, step).min(axis=(1, 3))
    return _lone(darkest < edge_threshold(values), _SQUARES, 1) is not None


def _lone(ink: Ink, size: int, about: int) -> Ink | None:
    """Return the squares, so many dots wide, of ink with none so near to it; None for few."""
    edge = about + size
    padded = np.pad(ink, edge)
    sums = np.pad(np.cumsum(np.cumsum(padded, 0, np.int32), 1), ((1, 0), (1, 0)))
    # Nothing is near where a larger window about a small one holds no more than it.
    held = _in_windows(sums, size)[about:-about, about:-about]
    ys, xs = np.nonzero((held > 0) & (held == _in_windows(sums, size + 2 * about)))
    if len({*zip((ys // edge).tolist(), (xs // edge).tolist(), strict=True)}) < _MANY:
        return None
    marks = np.zeros(sums.shape, np.int32)
    for down, across, mark in ((0, 0, 1), (size, 0, -1), (0, size, -1), (size, size, 1)):
        np.add.at(marks, (ys + about + down, xs + about + across), mark)
    alone: Ink = np.cumsum(np.cumsum(marks, 0), 1)[edge:-edge, edge:-edge] > 0
    return alone[: ink.shape[0], : ink.shape[1]]


def _in_windows(sums: NDArray[np.int32], size: int) -> NDArray[np.int32]:
    """Return how much each window of so many dots holds, by what is above and before each dot."""
    held: NDArray[np.int32] = (
        sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]
    )
    return held


def _light(grey: Image.Image) -> NDArray[np.float32]:
    """Return how light the paper is at each place; where there is no paper, as elsewhere."""
    small = grey.reduce(_EVENNESS) if min(grey.size) > 8 * _EVENNESS else grey
    brightest = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(4))
    usual = float(np.percentile(np.asarray(brightest), 80))
    light = np.asarray(brightest.resize(grey.size, Image.Resampling.BILINEAR), dtype=np.float32)
    return np.maximum(light, max(1.0, 0.6 * usual))


def _is_speckled(clear: Image.Image) -> bool:
    """Say whether a good part of the dark spots stand alone, as no part of a letter does."""
    dark = clear.point([255 if value < 128 else 0 for value in range(256)])
    # A speck is gone when the picture is worn down and grown again by one pixel.
    kept = dark.filter(ImageFilter.MedianFilter(3))
    lost = np.count_nonzero(np.asarray(ImageChops.subtract(dark, kept)))
    whole = np.count_nonzero(np.asarray(dark))
    return bool(0 < whole < 0.4 * clear.width * clear.height and lost > _SPECKLED * whole)
