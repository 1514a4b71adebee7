"""Squares of a page that the proof looks at together: those beside each other, and in groups."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[np.bool_]


def grown(marks: Marks) -> Marks:
    """Return marks with the squares all around them."""
    around = np.pad(marks, 1)
    high, wide = marks.shape
    parts = [around[y : y + high, x : x + wide] for y in range(3) for x in range(3)]
    wider: Marks = np.logical_or.reduce(parts)
    return wider


def joined(inked: Marks) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Yield the rows and columns of marks that lie together, with at most two squares between."""
    marks = np.pad(inked, 3)
    left = marks.copy()
    for y, x in np.argwhere(marks):
        if not left[y, x]:
            continue
        left[y, x] = False
        group = [(int(y), int(x))]
        for row, column in group:  # grows as it is walked
            near = np.argwhere(left[row - 3 : row + 4, column - 3 : column + 4])
            left[row - 3 : row + 4, column - 3 : column + 4] = False
            group += [(int(row + dy - 3), int(column + dx - 3)) for dy, dx in near]
        rows, columns = np.array(group).T
        yield rows - 3, columns - 3
