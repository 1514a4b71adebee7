"""The pixels of a picture that nobody can see: whoever takes a bar off a face finds nothing below.

Only pixels go that are certain not to show, and a rim stays: a viewer that smooths a picture mixes
each pixel with its neighbours, and the edge of a bar falls between two of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

_SMOOTHED = 2  # pixels of the picture: as far as a viewer mixes them

Point = tuple[float, float]
Shape = tuple[Point, ...]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unseen:
    """What hides a picture, in its unit square from the top left, and a rim's width there.

    `covers` are shapes, each with the clip that it is drawn in; of what lies outside `view` nothing
    shows.
    """

    covers: tuple[tuple[Shape, Shape | None], ...]
    view: Shape | None
    rim: Point

    def mask(self, wide: int, high: int) -> Mask | None:
        """Return which pixels are certain not to be seen; None where there are none."""
        hidden = np.zeros((high, wide), bool)
        whole: list[Shape] = []
        for shape, clip in self.covers:
            if clip is None:
                whole.append(shape)
            else:
                hidden |= _filled([shape], wide, high) & _filled([clip], wide, high)
        hidden |= _filled(whole, wide, high)
        if self.view is not None:
            hidden |= ~_filled([self.view], wide, high)
        for axis, pixels in ((1, wide), (0, high)):
            rim = math.ceil(self.rim[1 - axis] * pixels) + _SMOOTHED
            hidden = _worn(hidden, rim, axis)
        return hidden if hidden.any() else None


def inner(mask: Mask, size: tuple[int, int] | None = None) -> Mask | None:
    """Return a mask, stretched to a size, without its rim; None where nothing is left of it."""
    if size is not None:
        image = Image.fromarray(mask.astype(np.uint8))
        mask = np.asarray(image.resize(size, Image.Resampling.NEAREST)).astype(bool)
    for axis in (0, 1):
        mask = _worn(mask, _SMOOTHED, axis)
    return mask if mask.any() else None


def _filled(shapes: Sequence[Shape], wide: int, high: int) -> Mask:
    """Return which pixels shapes of the unit square touch."""
    image = Image.new("L", (wide, high), 0)
    draw = ImageDraw.Draw(image)
    for shape in shapes:
        draw.polygon([(_bound(x) * wide - 0.5, _bound(y) * high - 0.5) for x, y in shape], fill=1)
    return np.asarray(image).astype(bool)


def _bound(part: float) -> float:
    """Keep a corner that lies far outside near: it is the same to the picture, and can be drawn."""
    return min(10.0, max(-10.0, part))


def _worn(mask: Mask, rim: int, axis: int) -> Mask:
    """Return a mask without a rim along one axis; beyond the picture it goes on as at its edge."""
    padded = np.pad(mask, [(rim, rim) if n == axis else (0, 0) for n in (0, 1)], mode="edge")
    ahead = [(1, 0) if n == axis else (0, 0) for n in (0, 1)]
    sums = np.cumsum(np.pad(padded, ahead), axis=axis, dtype=np.int32)
    width, size = 2 * rim + 1, mask.shape[axis]
    upper = np.take(sums, np.arange(width, width + size), axis)
    lower = np.take(sums, np.arange(size), axis)
    return np.asarray(upper - lower == width, bool)
