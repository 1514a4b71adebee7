"""Boxes of a form with a cross in them: read by eye as letters, and saying none.

Only what is a square frame, whole on all sides, and within it two lines from corner to corner and
nothing else: initials in a box are letters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from recordkeeping.disclosure.findings import Box
from redaction.scans.straightening import threshold

_LEAST, _MOST = 5.0, 24.0  # points across
_MOST_OBLONG = 1.25
_FRAME, _LINE = 0.12, 0.14  # of a box's side: how thick its frame, how far ink lies from a line
_WHOLE, _STRAY = 0.9, 0.02  # of a side or a line, how much is drawn; of the ink, how much is beside
_BEYOND = 2.0  # points that what was read may reach over the box
_MOST_INKED = 0.2  # of the ground about it: in the dark no form is
_PAPER, _PIECE = 255, 128


def is_crossed_box(grey: Image.Image, dpi: float, read: Box) -> bool:
    """Say whether what was read in a box, in points, is no word but a crossed box of a form."""
    unit = 72 / dpi
    x0, y0, x1, y1 = read
    if max(x1 - x0, y1 - y0) > _MOST:
        return False
    about = (
        max(0, int((x0 - _MOST) / unit)), max(0, int((y0 - _MOST) / unit)),
        min(grey.width, int((x1 + _MOST) / unit)), min(grey.height, int((y1 + _MOST) / unit)),
    )  # fmt: skip
    values = np.asarray(grey.crop(about))
    if values.size == 0:
        return False
    middle = (x0 + x1) / 2 / unit - about[0], (y0 + y1) / 2 / unit - about[1]
    ink = values < threshold(values)
    if ink.mean() > _MOST_INKED:
        return False
    piece = _piece_at(ink, *middle)
    rows, columns = np.flatnonzero(piece.any(axis=1)), np.flatnonzero(piece.any(axis=0))
    if len(rows) == 0:
        return False
    left, right = (about[0] + columns[0]) * unit, (about[0] + columns[-1] + 1) * unit
    top, bottom = (about[1] + rows[0]) * unit, (about[1] + rows[-1] + 1) * unit
    holds = (
        left - _BEYOND <= x0 and x1 <= right + _BEYOND
        and top - _BEYOND <= y0 and y1 <= bottom + _BEYOND
    )  # fmt: skip
    sides = right - left, bottom - top
    square = max(sides) <= _MOST_OBLONG * min(sides) and _LEAST <= min(sides) <= max(sides) <= _MOST
    bounds = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return holds and square and _is_crossed(piece[bounds])


def _piece_at(ink: NDArray[np.bool_], x: float, y: float) -> NDArray[np.bool_]:
    """Return the connected ink that is nearest to a place."""
    inked = np.argwhere(ink)
    if len(inked) == 0:
        return ink
    row, column = inked[np.abs(inked - (y, x)).sum(axis=1).argmin()]
    drawn = Image.fromarray(np.where(ink, 0, _PAPER).astype(np.uint8)).copy()
    ImageDraw.floodfill(drawn, (int(column), int(row)), _PIECE)
    piece: NDArray[np.bool_] = np.asarray(drawn) == _PIECE
    return piece


def _is_crossed(piece: NDArray[np.bool_]) -> bool:
    high, wide = piece.shape
    thick = max(1, round(_FRAME * min(high, wide)))
    sides = (
        piece[:thick].any(axis=0), piece[-thick:].any(axis=0),
        piece[:, :thick].any(axis=1), piece[:, -thick:].any(axis=1),
    )  # fmt: skip
    if min(float(side.mean()) for side in sides) < _WHOLE:
        return False
    down, across = np.meshgrid(np.linspace(0, 1, high), np.linspace(0, 1, wide), indexing="ij")
    within = np.zeros_like(piece)
    within[thick:-thick, thick:-thick] = True
    falling, rising = np.abs(across - down) < _LINE, np.abs(across + down - 1) < _LINE
    rows = range(thick, high - thick)
    for line in (falling, rising):
        if np.mean([(piece[row] & line[row]).any() for row in rows] or [0]) < _WHOLE:
            return False
    inside = piece & within
    beside = inside & ~falling & ~rising
    return int(beside.sum()) <= _STRAY * int(inside.sum())
