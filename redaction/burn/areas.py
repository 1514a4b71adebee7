"""Where ink has to go: boxes merged and widened so that they say little about what was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from recordkeeping.disclosure.findings import Box
from redaction.formats.document import ReadPage, union

STEP = 2.0
"""Boxes are as wide as a whole number of twice their height, where white space allows."""


@dataclass(frozen=True, slots=True)
class Area:
    """One box to remove on one page, and the plain words that stand in its place."""

    page: int
    box: Box
    label: str = "removed"


def prepared(areas: Iterable[Area], page: ReadPage) -> list[Area]:
    """Return the areas of one page, neighbours on a line merged, widths rounded up.

    Between two boxes with only a space between them, the space would tell where a word ends.
    """
    merged: list[Area] = []
    for area in sorted(areas, key=lambda a: (a.box[1], a.box[0])):
        grown = area
        # Growing may bring a box next to one that it was not next to before.
        while near := next((m for m in merged if _belong_together(m.box, grown.box)), None):
            merged.remove(near)
            label = near.label if near.label == grown.label else "removed"
            grown = Area(area.page, union((near.box, grown.box)), label)
        merged.append(grown)
    return [Area(a.page, _widened(a.box, page), a.label) for a in merged]


def kept_letters(page: ReadPage, areas: Sequence[Area]) -> list[tuple[str, Box]]:
    """Return the letters of a page that no area touches, each with its box."""
    return [
        (letter, box)
        for letter, box in zip(page.text, page.glyphs, strict=True)
        if box is not None and not any(touches(box, area.box) for area in areas)
    ]


def touches(letter: Box, area: Box) -> bool:
    """Say whether a letter is under an area: its centre, or a tenth of its room."""
    x = min(letter[2], area[2]) - max(letter[0], area[0])
    y = min(letter[3], area[3]) - max(letter[1], area[1])
    if x <= 0 or y <= 0:
        return False
    room = max((letter[2] - letter[0]) * (letter[3] - letter[1]), 0.01)
    return x * y / room > 0.1


def words_of(letters: Iterable[tuple[str, Box]]) -> list[tuple[str, Box]]:
    """Return letters joined into words: on one line, each close to the one before."""
    numbered = []
    number, before = 0, None
    for letter, box in letters:
        if before is not None and not _joined(before, box):
            number += 1
        numbered.append((number, letter, box))
        before = box
    words = []
    for _, group in groupby(numbered, key=lambda item: item[0]):
        parts = list(group)
        words.append(("".join(letter for _, letter, _ in parts), union(b for _, _, b in parts)))
    return words


def _joined(before: Box, box: Box) -> bool:
    height = max(before[3] - before[1], 1)
    level = abs(before[1] - box[1]) < 0.4 * height
    return level and -0.5 * height < box[0] - before[2] < 0.12 * height


def _belong_together(one: Box, other: Box) -> bool:
    """Say whether two boxes are one: much of the smaller is inside, or a space lies between."""
    x = min(one[2], other[2]) - max(one[0], other[0])
    y = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return (x > 0 and y > 0 and x * y > 0.3 * smaller) or _neighbours(one, other)


def _neighbours(one: Box, other: Box) -> bool:
    height = min(one[3] - one[1], other[3] - other[1])
    shared = min(one[3], other[3]) - max(one[1], other[1])
    gap = max(one[0], other[0]) - min(one[2], other[2])
    return shared > 0.6 * height and gap < 0.5 * height


def _widened(box: Box, page: ReadPage) -> Box:
    """Return the box rounded up to the next step, as far as the next word or the page's edge."""
    x0, y0, x1, y1 = box
    step = STEP * (y1 - y0)
    wanted = x0 + ceil((x1 - x0) / step) * step
    for glyph in page.glyphs:
        if glyph and glyph[1] < y1 and glyph[3] > y0 and glyph[0] >= x1 - 0.5:
            wanted = min(wanted, glyph[0] - 1.5)
    return x0, y0, max(x1, min(wanted, page.width)), y1
