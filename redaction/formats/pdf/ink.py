"""Ink that nobody has read yet: words drawn as lines look like words, and no reader finds them.

A page is drawn, and every letter that was read is blotted out. If ink is left, the page is drawn
once more without its ruling lines and filled rectangles (rulings.py); what is left then is looked
at by OCR (rereading.py). Letters that are on the page but leave no ink are *unseen*: white, tiny,
covered, clipped, or beyond the edge.

What this cannot see: a glyph that is drawn as one letter and says that it is another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box
from redaction.formats.pdf.rulings import Grey, without_rulings
from redaction.formats.pdf.strewn import strewn_letters
from redaction.glyphboxes import GlyphBoxes
from redaction.pdfium import (
    Glyphs,
    displayed_size,
    drawn_by_procedures,
    grey,
    unseen_by_mode,
    visible,
)

_DPI = 100
_MOST_PIXELS = 40_000_000
_AROUND_LETTER = 1.0  # points: a bold or slanted glyph reaches out of its cell
_STRAY_PIXELS = 12  # about the full stop of a 12 point text
_DARK = 240
_DARK_GROUND = 110
_MIDDLE = ((0.5, 0.5), (0.3, 0.5), (0.7, 0.5), (0.5, 0.35), (0.5, 0.65))  # of a letter's cell
_ANY_INK = 248  # a picture is looked at, however faint it is
_APART = 30.0  # points between regions that are looked at by themselves
_MARGIN = 6.0
_BLANKS = "\uf020\ufffd"  # a space of a symbol font; a letter that says nothing may be one


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be seen of a page: the words that leave no ink, and whether ink is unread."""

    unseen: str = field(repr=False)
    unread: bool


def fitting_dpi(page: pypdfium2.PdfPage, wanted: int) -> int:
    """Return the resolution at which a page is drawn: less than wanted where it is very large."""
    wide, high = displayed_size(page)
    most = 72 * (_MOST_PIXELS / max(1.0, wide * high)) ** 0.5
    return max(8, int(min(wanted, most)))


def look_at(
    page: pypdfium2.PdfPage,
    read: Glyphs,
    *,
    pictured: bool,
    veiled: bool = False,
    drawn_letters: bool = False,
) -> Look:
    """Look at a page.

    `pictured` says that it may hold pictures, `veiled` that letters without ink may lie over them,
    `drawn_letters` that procedures draw some of its letters: these explain no ink.
    """
    over = set(unseen_by_mode(page).boxes) if veiled else set()
    if drawn_letters:
        over |= set(drawn_by_procedures(page).boxes)
    over |= set(strewn_letters(read).boxes)
    over -= {None}
    boxes = [box for box in read.boxes if box not in over] if over else read.boxes
    dpi = fitting_dpi(page, _DPI)
    drawn = grey(page, dpi)
    seen = visible(drawn, dpi, read.boxes)
    hidden = ~np.array(seen, bool) | _covered(drawn, dpi, read)
    unseen = ""
    if hidden.any():
        known = (~GlyphBoxes.of(read.boxes).added() & hidden).tolist()
        unseen = _stretches(read.text, known)
    darkest = _ANY_INK if pictured else _DARK
    unread = _is_left(blotted(drawn, dpi, boxes), darkest)
    if unread:
        unread = _is_left(blotted(without_rulings(page, dpi, boxes), dpi, boxes), darkest)
    return Look(unseen, unread)


def _covered(drawn: Grey, dpi: float, read: Glyphs) -> NDArray[np.bool_]:
    """Say which letters lie under something dark that may be smaller than their cells.

    Their middles are of one dark shade, as a bold "l" by itself may be: three in a row are needed.
    """
    covered = np.zeros(len(read.text), bool)
    edges = GlyphBoxes.of(read.boxes).edges * (dpi / 72)
    given = np.flatnonzero(~np.isnan(edges[:, 0]))
    at, size = edges[given, :2], edges[given, 2:] - edges[given, :2]
    dark = np.ones(len(given), bool)
    for part in _MIDDLE:
        x, y = (at + size * part).astype(np.int64).T
        inside = (x >= 0) & (y >= 0) & (x < drawn.shape[1]) & (y < drawn.shape[0])
        dark &= inside & (drawn[y * inside, x * inside] <= _DARK_GROUND)
    for index in given[dark].tolist():
        left, top, right, bottom = edges[index]
        inset_x, inset_y = (right - left) * 0.15, (bottom - top) * 0.3
        middle = drawn[
            int(top + inset_y) : int(bottom - inset_y) + 1,
            int(left + inset_x) : int(right - inset_x) + 1,
        ]
        covered[index] = bool(middle.max() <= _DARK_GROUND)
    if covered.any():
        bare = np.array([not letter.isspace() for letter in read.text])
        letters = np.flatnonzero(bare)
        three = _in_a_row(covered[letters])
        covered[:] = False
        covered[letters[three]] = True
    return covered


def _in_a_row(marks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep those that have two others beside them."""
    if len(marks) < 3:
        return np.zeros(len(marks), bool)
    inner = marks[:-2] & marks[1:-1] & marks[2:]
    kept = np.zeros(len(marks), bool)
    for step in range(3):
        kept[step : len(inner) + step] |= inner
    return kept


def _stretches(text: str, unseen: Sequence[bool]) -> str:
    """Return the letters that are not seen; where others stand between them, a line ends."""
    kept = "".join(
        letter if gone or letter.isspace() else "\n"
        for letter, gone in zip(text, unseen, strict=True)
        if letter not in _BLANKS
    )
    return "\n".join(" ".join(line.split()) for line in kept.splitlines() if line.strip())


def blotted(drawn: Grey, dpi: float, boxes: Sequence[Box | None]) -> Grey:
    """Return a picture of a page with what stands in boxes, given in points, made white."""
    rest = drawn.copy()
    every = GlyphBoxes.of(boxes)
    edges = every.edges[~every.added()].astype(np.float64)
    edges = np.nan_to_num(edges, nan=0.0, posinf=1e6, neginf=-1e6)
    around = np.array([-1, -1, 1, 1]) * _AROUND_LETTER
    high, wide = drawn.shape[:2]
    pixels = np.floor((_joined(edges) + around) * dpi / 72) + np.array([0, 0, 1, 1])
    pixels = np.clip(pixels, 0, (wide, high, wide, high)).astype(int)
    for x0, y0, x1, y1 in pixels.tolist():
        rest[y0:y1, x0:x1] = 255
    return rest


def _joined(edges: NDArray[np.float64]) -> NDArray[np.float64]:
    """Join boxes that follow each other on a line: a page has a hundredth as many."""
    if len(edges) < 2:
        return edges
    before, after = edges[:-1], edges[1:]
    level = np.abs(before[:, (1, 3)] - after[:, (1, 3)]).max(1) < _AROUND_LETTER
    gap = after[:, 0] - before[:, 2]
    onward = level & (np.abs(gap) < _AROUND_LETTER)
    starts = np.concatenate(([0], np.flatnonzero(~onward) + 1))
    low = np.minimum.reduceat(edges[:, :2], starts)
    high = np.maximum.reduceat(edges[:, 2:], starts)
    return np.concatenate((low, high), axis=1)


def _is_left(rest: Grey, darkest: int) -> bool:
    return int(np.count_nonzero(rest < darkest)) > _STRAY_PIXELS


def regions_of(rest: Grey, dpi: float) -> Iterator[Box]:
    """Yield where ink is left on a picture, in points: bands that stand well apart."""
    inked = (rest if rest.ndim == 2 else rest.min(axis=2)) < _ANY_INK
    rows = np.flatnonzero(inked.any(1))
    if len(rows) == 0:
        return
    apart = np.flatnonzero(np.diff(rows) > _APART * dpi / 72)
    for first, last in zip([0, *(apart + 1)], [*apart, len(rows) - 1], strict=True):
        top, bottom = rows[first], rows[last] + 1
        columns = np.flatnonzero(inked[top:bottom].any(0))
        unit = 72 / dpi
        yield (
            max(0.0, columns[0] * unit - _MARGIN),
            max(0.0, top * unit - _MARGIN),
            (columns[-1] + 1) * unit + _MARGIN,
            bottom * unit + _MARGIN,
        )
