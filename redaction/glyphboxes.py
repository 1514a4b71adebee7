"""Where the letters of a page stand, as one array: there are thousands on a page.

As a sequence it is what it stands for: for each letter a box, or None for white space that a reader
added. A tuple of tuples would take ten times the memory, and time wherever it is made or read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box

Edges = NDArray[np.float64] | NDArray[np.float32]
NOWHERE = (float("nan"),) * 4


class GlyphBoxes(Sequence["Box | None"]):
    """The boxes of letters, in points."""

    def __init__(self, edges: Edges) -> None:
        """Take an array of shape (letters, 4): left, top, right, bottom."""
        self._edges = edges

    @property
    def edges(self) -> Edges:
        """A row for each letter, of NaN where it has no box."""
        return self._edges

    @classmethod
    def of(cls, boxes: Sequence[Box | None]) -> GlyphBoxes:
        """Return boxes of any kind of sequence as one array."""
        if isinstance(boxes, GlyphBoxes):
            return boxes
        rows = [NOWHERE if box is None else box for box in boxes]
        return cls(np.array(rows, dtype=float).reshape(-1, 4))

    def __len__(self) -> int:
        """Return how many letters there are."""
        return len(self.edges)

    @overload
    def __getitem__(self, index: int) -> Box | None: ...
    @overload
    def __getitem__(self, index: slice) -> GlyphBoxes: ...
    def __getitem__(self, index: int | slice) -> Box | GlyphBoxes | None:
        """Return one box, or some of them."""
        if isinstance(index, slice):
            return GlyphBoxes(self.edges[index])
        return _box(self.edges[index].tolist())

    def __iter__(self) -> Iterator[Box | None]:
        """Yield each box."""
        return map(_box, self.edges.tolist())

    def __eq__(self, other: object) -> bool:
        """Say whether another sequence has the same boxes."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def added(self) -> NDArray[np.bool_]:
        """Return which letters have no box."""
        missing: NDArray[np.bool_] = np.isnan(self.edges[:, 0])
        return missing


def _box(edges: list[float]) -> Box | None:
    x0, y0, x1, y1 = edges
    return None if x0 != x0 else (x0, y0, x1, y1)
