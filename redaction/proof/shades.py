"""What the greys of a page do not show: told by colours alone, or a few shades from its ground.

Squares are looked for in which most dots are alike and some are not, though no grey stands out.
What lies together of them is drawn once more: along the line on which its colours differ most, from
end to end of what they are, and as how far each dot is from the usual colour.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redaction.proof.squares import Marks, grown, joined

_SQUARE, _HALF = 16, 2  # pixels; it is looked at in half as many
_LEAST, _TIMES = 5.0, 4.0  # of 255; times as far apart as most dots of a square
_SHADES = 48.0  # of 255: more is seen in grey
_PAPER = 170.0  # of 255: what is darker than such ground is seen as faint
_FEWEST = 3  # squares of a group
_MOST = 4  # groups
_ENDS = (1.0, 99.0)  # percent of dots

Planes = NDArray[np.float32]
Drawn = tuple[Image.Image, tuple[int, int]]


def shades(part: Image.Image) -> Iterator[Drawn]:
    """Yield pictures of what greys do not show of a part of a page, and where each lies in it."""
    bands = part.convert("YCbCr" if part.mode == "RGB" else "L").split()
    high, wide = part.height // _SQUARE * _SQUARE, part.width // _SQUARE * _SQUARE
    if not high or not wide:
        return
    small = [np.asarray(band.crop((0, 0, wide, high)).reduce(_HALF), np.float32) for band in bands]
    marks = _marks(np.stack(small))
    planes: Planes = np.stack([np.asarray(band, np.float32) for band in bands])
    for rows, columns in _groups(marks):
        top, bottom = max(0, int(rows.min()) - 1), int(rows.max()) + 2
        left, right = max(0, int(columns.min()) - 1), int(columns.max()) + 2
        group = np.zeros((bottom - top, right - left), bool)
        group[rows - top, columns - left] = True
        x, y = left * _SQUARE, top * _SQUARE
        here = planes[:, y : bottom * _SQUARE, x : right * _SQUARE]
        for drawn in _drawn(here, group):
            yield drawn, (x, y)


def _marks(planes: Planes) -> Marks:
    """Return the squares in which something stands out that no grey shows."""
    side = _SQUARE // _HALF
    count, high, wide = planes.shape
    dots = planes.reshape(count, high // side, side, wide // side, side)
    dots = dots.transpose(0, 1, 3, 2, 4).reshape(count, high // side, wide // side, -1)
    usual = np.median(dots, axis=3, keepdims=True)
    away = dots - usual
    far = np.sqrt(np.square(away).sum(axis=0))
    most, half = far.max(axis=2), np.median(far, axis=2)
    greys = dots[0].max(axis=2) - dots[0].min(axis=2)
    tinted = np.sqrt(np.square(away[1:]).sum(axis=0)).max(axis=2, initial=0.0)
    marks: Marks = (most >= _LEAST) & (most >= _TIMES * half)
    marks &= greys <= np.maximum(_SHADES, tinted / 2)
    # Darker than paper, and no more coloured than dark: that is faint ink.
    darker = away[0].min(axis=2)
    marks &= ~((usual[0, ..., 0] >= _PAPER) & (tinted < -2 * darker))
    return marks


def _groups(marks: Marks) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Yield the rows and columns of the largest groups of marks that lie near each other."""
    found = [group for group in joined(marks) if len(group[0]) >= _FEWEST]
    found.sort(key=lambda group: len(group[0]), reverse=True)
    yield from found[:_MOST]


def _drawn(planes: Planes, group: Marks) -> Iterator[Image.Image]:
    """Yield a group's colours as greys: what lies on either side of its ground, and how far."""
    high, wide = planes.shape[1:]
    wider = _as_large(grown(group), (high, wide))
    dots = planes[:, _as_large(group, (high, wide))].astype(np.float64)
    middle = np.median(dots, axis=1)
    _, axes = np.linalg.eigh(np.atleast_2d(np.cov(dots)))
    along = np.tensordot(axes[:, -1], planes - middle[:, None, None], 1)
    low, top = np.percentile(axes[:, -1] @ (dots - middle[:, None]), _ENDS)
    # What stands out plainly is no part of it: it would be all that is seen.
    shown = wider & (np.abs(planes[0] - middle[0]) <= np.maximum(2 * _SHADES, np.abs(along)))
    for side, end in ((along, top), (-along, -low)):
        if end >= _LEAST:
            yield _inked(side / end, shown)
    if len(planes) > 1:
        far = np.sqrt(np.square(planes - middle[:, None, None]).sum(axis=0))
        if shown.any():
            yield _inked(far / max(1.0, float(np.percentile(far[shown], _ENDS[1]))), shown)


def _inked(share: NDArray[np.floating], shown: Marks) -> Image.Image:
    """Return a picture as dark as a share of all says, on white."""
    ink = np.where(shown, np.clip(share, 0, 1), 0)
    return Image.fromarray((255 - 255 * ink).astype(np.uint8))


def _as_large(marks: Marks, size: tuple[int, int]) -> Marks:
    large: Marks = np.repeat(np.repeat(marks, _SQUARE, axis=0), _SQUARE, axis=1)
    high, wide = (max(0, side - have) for side, have in zip(size, large.shape, strict=True))
    return np.pad(large, ((0, high), (0, wide)))[: size[0], : size[1]]
