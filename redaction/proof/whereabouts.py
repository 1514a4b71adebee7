"""Where on a page a term stands that a reader found there: the boxes of its letters.

Asked only of pages that failed. It follows the ways in which terms are found (needles.py) letter by
letter, which takes longer than to know that one is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from recordkeeping.disclosure.findings import Box
from redaction.areas import same_line
from redaction.proof.needles import Needle, matches

Place = tuple[int, float, float, float, float]
"""A page, from 1, and a box on it as displayed, in points, origin at the top left."""

_PAD = 1.0  # points: ink may reach out of the cell that a font gives a letter


@dataclass(frozen=True, slots=True)
class Placed:
    """Words of a page, and where each letter stands; None where nobody can tell, or for space."""

    text: str = field(repr=False)
    boxes: Sequence[Box | None] = field(repr=False)


NO_WORDS = Placed("", ())


@dataclass(slots=True)
class Placing:
    """Words of a page while they are put together, as displayed, in points."""

    text: list[str] = field(default_factory=list, repr=False)
    boxes: list[Box | None] = field(default_factory=list, repr=False)

    def add(self, text: str, box: Box | None = None) -> None:
        """Add letters that share a box."""
        self.text.append(text)
        self.boxes += [box] * len(text)

    def placed(self) -> Placed:
        """Return the words."""
        return Placed("".join(self.text), self.boxes)


def places_on(page: int, placed: Placed, needle: Needle) -> list[Place] | None:
    """Return where a term stands on a page; None where that cannot be told of every letter."""
    found: list[Place] = []
    for start, end in matches(placed.text, needle):
        places = stretch_on(page, placed, start, end)
        if places is None:
            return None
        found += places
    return found or None


def stretch_on(page: int, placed: Placed, start: int, end: int) -> list[Place] | None:
    """Return where a stretch of a page's words stands, a box for each line of it."""
    boxes = []
    for letter, box in zip(placed.text[start:end], placed.boxes[start:end], strict=True):
        if box is not None:
            boxes.append(box)
        elif letter.isalnum():
            return None
    return [(page, x0 - _PAD, y0 - _PAD, x1 + _PAD, y1 + _PAD) for x0, y0, x1, y1 in _lines(boxes)]


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    """Join the boxes of letters that stand beside one another."""
    if not boxes:
        return
    x0, y0, x1, y1 = boxes[0]
    for last, box in pairwise(boxes):
        near = max(last[0], box[0]) - min(last[2], box[2]) < max(last[3] - last[1], 1.0)
        if not (same_line(last, box) and near):
            yield x0, y0, x1, y1
            x0, y0, x1, y1 = box
        x0, y0 = min(x0, box[0]), min(y0, box[1])
        x1, y1 = max(x1, box[2]), max(y1, box[3])
    yield x0, y0, x1, y1
