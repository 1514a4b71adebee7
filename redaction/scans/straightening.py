"""Making a scanned page easier to read: its light evened out, its specks gone, its lines level.

Nothing here decides what is released. The pixels that are shown are turned and set level at most;
these are only what the machine reads. Angles are in degrees, clockwise as displayed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

STEEPEST = 20.0
_OFTEN = 10.0  # degrees: by more nobody lays paper on a scanner
_MUCH_SHARPER = 1.2  # times, for a page to lean as a photograph may
_LEAST_SKEW = 0.1
_SKEW_WIDTH = 800  # pixels: what an angle is measured on
_MOST_POINTS = 60_000
_FEW_POINTS = 20_000
_FEWEST = 50  # points
_MANY_LINES, _INKED, _BETWEEN = 5, 0.25, 2  # lines; of the fullest row; rows
_FULL = 250  # of 255
_BROAD = 11  # pixels of what an angle is measured on: no stroke of a letter is broader
_COARSE, _FINE = 0.5, 0.05
_ASIDE = 2.0  # degrees: so far the middle of lines that converge may be from what all lines say
_MOST_CONVERGING, _LEAST_CONVERGING = 0.24, 0.015
_SHARPER = 1.1  # times as sharp as lines that do not converge
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
_LOW = 4.0  # times as wide as it is high: a picture is a strip, whose lines do not converge
_NEAREST = 0.1  # of how near a picture is: no dot of it is nearer
_QUARTERS = {
    90: Image.Transpose.ROTATE_270,  # Pillow turns the other way round
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}

Grey = NDArray[np.uint8]
Ink = NDArray[np.bool_]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was turned to stand upright: by quarters, then by the small angle of its lines.

    `size` is that of the picture before, in pixels, `upright` that of the picture after. Lines of a
    photograph taken aslant converge: `converging` is how much more the last slants than the first,
    as rise to run.
    """

    quarter: int
    skew: float
    size: tuple[int, int]
    upright: tuple[int, int]
    converging: float = 0.0

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the upright picture stood before, in pixels."""
        turned, (width, height) = _turned_size(self._turned(), self.skew), self.upright
        stretch = 1 + (x - width / 2) * self.converging / turned[1]
        y = turned[1] / 2 + (y - height / 2) * stretch
        a, b, c, d, e, f = _affine(self._turned(), turned, self.skew)
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


def turned(
    image: Image.Image, quarter: int, skew: float, converging: float = 0.0
) -> tuple[Image.Image, Turn]:
    """Turn a picture by quarters and then by a small angle; its corners are kept, on paper.

    Lines that converge are set level then.
    """
    upright = image.transpose(_QUARTERS[quarter]) if quarter else image
    turn = turn_of(image.size, quarter, skew, converging)
    paper = paper_of(upright) if skew or converging else None
    size = _turned_size(upright.size, skew)
    if skew:
        upright = upright.transform(
            size,
            Image.Transform.AFFINE,
            _affine(upright.size, size, skew),
            Image.Resampling.BICUBIC,
            fillcolor=paper,
        )
    if converging:
        upright = upright.transform(
            turn.upright,
            Image.Transform.QUAD,
            _converged(size, turn.upright[1], converging),
            Image.Resampling.BICUBIC,
            fillcolor=paper,
        )
    return upright, turn


def turn_of(size: tuple[int, int], quarter: int, skew: float, converging: float = 0.0) -> Turn:
    """Return what turning a picture of that size so does to it."""
    before = size[::-1] if quarter in (90, 270) else size
    width, height = _turned_size(before, skew)
    # So high that nothing is cut off on the side that is drawn together.
    high = round(height / (1 - width * abs(converging) / (2 * height)))
    return Turn(quarter, skew, size, (width, high), converging)


def _turned_size(size: tuple[int, int], skew: float) -> tuple[int, int]:
    width, height = size
    sine, cosine = abs(math.sin(math.radians(skew))), abs(math.cos(math.radians(skew)))
    return round(width * cosine + height * sine), round(height * cosine + width * sine)


def _converged(size: tuple[int, int], high: int, converging: float) -> tuple[float, ...]:
    """Return where the corners of a picture so high stood before its lines were set level."""
    width, height = size
    more = width * converging / (2 * height)
    left, right = high / 2 * (1 - more), high / 2 * (1 + more)
    middle = height / 2
    return (
        0.0, middle - left, 0.0, middle + left, width, middle + right, width, middle - right
    )  # fmt: skip


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


def leaning_of(image: Image.Image) -> tuple[float, float]:
    """Return by how much to turn a picture for its lines to be level, and how they converge.

    The angle, clockwise, under which the ink falls into the sharpest rows. Only where many lines
    say so a picture leans by more than paper does on a scanner, or its lines converge.
    """
    seen = _Strokes.of(image)
    way = seen.converging(seen.skew(STEEPEST))
    if seen.lines(way) >= _MANY_LINES:
        return way
    return _Strokes.of(image, broad=True).skew(_OFTEN), 0.0


@dataclass(frozen=True, slots=True)
class _Strokes:
    """Where a picture that was made small has ink, from its middle: across, and down."""

    across: Points
    down: Points
    size: tuple[int, int]

    @classmethod
    def of(cls, image: Image.Image, *, broad: bool = False) -> _Strokes:
        """Take the strokes of a picture, and what is `broad`: a desk, or a picture on the page."""
        scale = min(1.0, _SKEW_WIDTH / max(image.width, 1))
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        values = np.asarray(image.convert("L").resize(size, Image.Resampling.BOX))
        dark = values < threshold(values)
        ys, xs = np.nonzero(dark if broad else dark & ~_broad_in(dark))
        step = len(ys) // _MOST_POINTS + 1
        middle = np.float64(size[0] / 2), np.float64(size[1] / 2)
        return cls(xs[::step] - middle[0], ys[::step] - middle[1], size)

    def skew(self, steepest: float) -> float:
        """Return the angle of the lines, as if they were parallel."""
        if len(self.down) < _FEWEST:
            return 0.0
        coarse = np.arange(-steepest, steepest + _COARSE, _COARSE)
        sharp = np.array([self._sharpness((float(angle), 0.0)) for angle in coarse])
        often = np.abs(coarse) <= _OFTEN
        best = float(coarse[np.argmax(np.where(often, _MUCH_SHARPER, 1.0) * sharp)])
        fine: list[float] = np.arange(best - _COARSE, best + _COARSE + _FINE, _FINE).tolist()
        best = max(fine, key=lambda angle: self._sharpness((angle, 0.0)))
        level = self._sharpness((0.0, 0.0))
        if abs(best) < _LEAST_SKEW or self._sharpness((best, 0.0)) < 1.02 * level:
            return 0.0
        return round(best, 2)

    def converging(self, skew: float) -> tuple[float, float]:
        """Return the angle of the middle, and how lines converge; those of a flat page do not."""
        if len(self.down) < _FEWEST or self.size[0] > _LOW * self.size[1]:
            return skew, 0.0
        ways = [
            (skew + angle, much)
            for angle in np.arange(-_ASIDE, _ASIDE + 0.1, 0.5).tolist()
            for much in np.arange(-_MOST_CONVERGING, _MOST_CONVERGING + 0.01, 0.02).tolist()
        ]
        few = len(self.down) // _FEW_POINTS + 1
        best = max(ways, key=lambda way: self._sharpness(way, few))
        if self._sharpness(best) < _SHARPER * self._sharpness((skew, 0.0)):
            return skew, 0.0
        ways = [
            (best[0] + angle, best[1] + much)
            for angle in np.arange(-0.4, 0.41, 0.1).tolist()
            for much in np.arange(-0.015, 0.016, 0.005).tolist()
        ]
        angle, much = max(ways, key=self._sharpness)
        return (round(angle, 2), round(much, 4)) if abs(much) >= _LEAST_CONVERGING else (skew, 0.0)

    def lines(self, way: tuple[float, float]) -> int:
        """Return how many lines there are once the picture stands this way."""
        if len(self.down) < _FEWEST:
            return 0
        rows = self._rows(way)
        inked = np.flatnonzero(rows > _INKED * rows.max())
        return int(np.count_nonzero(np.diff(inked) > _BETWEEN)) + 1

    def _sharpness(self, way: tuple[float, float], step: int = 1) -> float:
        return float(np.sum(np.diff(self._rows(way, step)) ** 2))

    def _rows(self, way: tuple[float, float], step: int = 1) -> Points:
        """Return how much ink is in each row of pixels."""
        across, down = self.across[::step], self.down[::step]
        sine, cosine = math.sin(math.radians(way[0])), math.cos(math.radians(way[0]))
        rows = across * sine + down * cosine
        if way[1]:
            height = _turned_size(self.size, way[0])[1]
            # In a low and wide picture the far side would lie beyond the horizon.
            depth = 1 + (across * cosine - down * sine) * way[1] / height
            rows = rows / np.maximum(depth, _NEAREST)
        places = np.floor(rows).astype(np.int64)
        return np.bincount(places - places.min()).astype(np.float64)


def _broad_in(dark: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return what is broader than a stroke, and its rim."""
    filled = Image.fromarray(dark.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(_BROAD // 2))
    core = filled.point([0] * _FULL + [255] * (256 - _FULL))
    broad: NDArray[np.bool_] = np.asarray(core.filter(ImageFilter.BoxBlur(_BROAD // 2 + 2))) > 0
    return broad


def threshold(values: Grey) -> int:
    """Return the grey that parts ink from paper: halfway between the two (Otsu 1979)."""
    counts = np.array(Image.fromarray(values).histogram(), dtype=float)
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
    size, alone = _sizes(dpi)
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


def without_what_stands_alone(clear: Image.Image, dpi: float) -> Image.Image:
    """Return a picture without the specks that no letter is near to, if there are many of them."""
    values = np.asarray(clear)
    specks = _lone(values < edge_threshold(values), *_sizes(dpi))
    if specks is None:
        return clear
    return Image.fromarray(np.where(specks, np.uint8(255), values))


def _sizes(dpi: float) -> tuple[int, int]:
    """Return how large a speck is at most, and how far from anything else, in dots."""
    return max(2, round(_SPECK * dpi / 72)), max(2, round(_ALONE * dpi / 72))


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
    edge, far = about + size, size + 2 * about
    padded = np.pad(ink, edge)
    # Nothing is near where there is ink in a square and none above, below or beside it.
    above, beside = _in_windows(padded, about, far), _in_windows(padded, size, about)
    alone = _in_windows(padded, size, size)[about:-about, about:-about].copy()
    alone &= ~(above[: -about - size] | above[about + size :])
    alone &= ~(beside[about:-about, : -about - size] | beside[about:-about, about + size :])
    ys, xs = np.nonzero(alone)
    places = np.zeros((alone.shape[0] // edge + 1, alone.shape[1] // edge + 1), np.bool_)
    places[ys // edge, xs // edge] = True
    if np.count_nonzero(places) < _MANY:
        return None
    return _in_windows(alone, size, size)[1:-1, 1:-1]


def _in_windows(ink: Ink, high: int, wide: int) -> Ink:
    """Return whether a window holds any ink, by the first dot of each: so many fewer of them."""
    held, rows, columns = ink, 1, 1
    while columns < wide:
        step = min(columns, wide - columns)
        held = held[:, :-step] | held[:, step:]
        columns += step
    while rows < high:
        step = min(rows, high - rows)
        held = held[:-step] | held[step:]
        rows += step
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
