"""Ink on a page that is in none of its words, joined into spots on a coarse grid.

Ruling lines, specks and filled areas are no spots.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box

Cells = NDArray[np.bool_]
CELL = 2.4  # points
_AROUND = 1.5  # points
_SHARE = 0.03  # of a cell's pixels: less ink is dust
_SMALLEST = 3  # cells: a smaller spot is a speck, a comma, a dot of a broken line
_RULE, _THICK = 15, 2  # cells: so long and so thin is a ruling line
_CROSSED = 0.8  # of a cell's width, in one row of dots: letters of a word leave gaps
_BREAKS = 2  # cells of such a run that need not be crossed
_FILLED = 0.6
_FULL = 0.72  # of its cells' dots
_MOST_CELLS = 40_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of ink: how many cells it fills, its box in cells, and how full those are of ink."""

    cells: int
    left: int
    top: int
    width: int
    height: int
    full: float = 1.0

    @property
    def is_filled(self) -> bool:
        """Say whether it is an area of one shade rather than strokes, or a word run together."""
        broad = min(self.width, self.height) >= 4
        solid = self.cells >= _FILLED * self.width * self.height
        return broad and solid and self.full >= _FULL


def spots(ink: Cells, dpi: float, words: Iterable[Box], but: Cells | None = None) -> list[Spot]:
    """Return the spots of a page's ink outside these words, in points, and outside `but`."""
    cell = cell_of(dpi)
    grid, level, upright = _in_cells(ink, cell)
    if but is not None:
        grid &= ~np.asarray(Image.fromarray(but).resize(grid.shape[::-1]))
    _take_out_rules(grid, level, upright)
    blot(grid, words, cell * 72 / dpi)
    found = [_weighed(spot, ink, cell) for spot in _joined(grid) if spot.cells >= _SMALLEST]
    return [spot for spot in found if not spot.is_filled and not _is_rule(spot)]


def _weighed(spot: Spot, ink: Cells, cell: int) -> Spot:
    top, left = spot.top * cell, spot.left * cell
    inside = ink[top : top + spot.height * cell, left : left + spot.width * cell]
    return replace(spot, full=float(inside.sum()) / (spot.cells * cell * cell))


def cell_of(dpi: float) -> int:
    """Return the side of a cell in pixels."""
    return max(1, round(CELL * dpi / 72))


def blot(grid: Cells, words: Iterable[Box], unit: float) -> None:
    """Blot out boxes, in points, on a grid with cells of so many points."""
    for x0, y0, x1, y1 in words:
        top, left = int((y0 - _AROUND) / unit), int((x0 - _AROUND) / unit)
        bottom, right = int((y1 + _AROUND) / unit) + 1, int((x1 + _AROUND) / unit) + 1
        grid[max(0, top) : bottom, max(0, left) : right] = False


def _in_cells(ink: Cells, cell: int) -> tuple[Cells, Cells, Cells]:
    """Return which cells hold ink, and which of them a stroke crosses level, and upright."""
    height, width = ink.shape
    padded = np.pad(ink, ((0, -height % cell), (0, -width % cell)))
    high, wide = padded.shape[0] // cell, padded.shape[1] // cell
    dots = padded.reshape(high, cell, wide, cell)
    across, down = dots.sum(axis=3, dtype=np.int32), dots.sum(axis=1, dtype=np.int32)
    inked: Cells = across.sum(axis=1) > max(2.0, _SHARE * cell * cell)
    whole = _CROSSED * cell
    return inked, (across >= whole).any(axis=1), (down >= whole).any(axis=2)


def _take_out_rules(grid: Cells, level: Cells, upright: Cells) -> None:
    """Clear the lines of tables and forms: long straight runs, no thicker than two cells."""
    along, down = _long_runs(grid & level), _long_runs((grid & upright).T).T
    for runs, axis in ((along, 0), (down, 1)):
        before, after = np.roll(grid, _THICK, axis), np.roll(grid, -_THICK, axis)
        grid &= ~(runs & ~(before & after))


def _long_runs(grid: Cells) -> Cells:
    """Return which cells are part of a run along a row that is as long as a ruling line."""
    if grid.shape[1] < _RULE:
        return np.zeros_like(grid)
    sums = np.cumsum(np.pad(grid, ((0, 0), (1, 0))).astype(np.int32), axis=1)
    whole = (sums[:, _RULE:] - sums[:, :-_RULE]) >= _RULE - _BREAKS
    runs = np.zeros_like(grid)
    for step in range(_RULE):
        runs[:, step : step + whole.shape[1]] |= whole
    return runs


def _is_rule(spot: Spot) -> bool:
    thin, long = sorted((spot.width, spot.height))
    return thin <= _THICK and long >= 4 * thin


def _joined(grid: Cells) -> Iterator[Spot]:
    """Yield the connected spots of a grid, corners touching."""
    left = {(int(y), int(x)) for y, x in np.argwhere(grid)[:_MOST_CELLS]}
    while left:
        queue = [left.pop()]
        ys, xs, count = [queue[0][0]], [queue[0][1]], 1
        while queue:
            y, x = queue.pop()
            for beside in ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
                if beside in left:
                    left.remove(beside)
                    queue.append(beside)
                    ys.append(beside[0])
                    xs.append(beside[1])
                    count += 1
        wide, high = max(xs) - min(xs) + 1, max(ys) - min(ys) + 1
        yield Spot(count, min(xs), min(ys), wide, high)
