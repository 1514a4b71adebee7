"""Ink that nobody has read yet: words drawn as lines look like words, and no reader finds them.

A page is drawn, and every letter that was read is blotted out. If ink is left, the page is drawn
once more without its ruling lines and filled rectangles; what is left then is looked at by OCR
(rereading.py). Letters that are on the page but leave no ink are *unseen*: white, tiny, covered,
clipped, or beyond the edge.

What this cannot see: a glyph that is drawn as one letter and says that it is another.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.pdfium import Glyphs, displayed_size, picture, unseen_by_mode, visible

_DPI = 100
_MOST_PIXELS = 40_000_000
_AROUND_LETTER = 1.0  # points: a bold or slanted glyph reaches out of its cell
_STRAY_PIXELS = 12  # about the full stop of a 12 point text
_DARK = 215
_ANY_INK = 248  # a picture is looked at, however faint it is
_MOST_OBJECTS = 200_000
_TINY = 12.0  # points
_MOST_TINY = 40  # bullets and tick boxes; of more, letters may be made
_BAR = 5.0  # points: wider than a bar, lower than one
_FEWEST_BARS, _MANY_SEGMENTS = 12, 80
_APART = 30.0  # points between regions that are looked at by themselves
_MARGIN = 6.0
_BLANKS = "\uf020\ufffd"  # a space of a symbol font; a letter that says nothing may be one

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be seen of a page: how many letters leave no ink, and whether ink is unread."""

    unseen: int
    unread: bool


def fitting_dpi(page: pypdfium2.PdfPage, wanted: int) -> int:
    """Return the resolution at which a page is drawn: less than wanted where it is very large."""
    wide, high = displayed_size(page)
    most = 72 * (_MOST_PIXELS / max(1.0, wide * high)) ** 0.5
    return max(8, int(min(wanted, most)))


def look_at(page: pypdfium2.PdfPage, read: Glyphs, *, pictured: bool, veiled: bool = False) -> Look:
    """Look at a page. The page is used up.

    `pictured` says that it may hold pictures, `veiled` that letters without ink may lie over them:
    those explain no ink.
    """
    over = set(unseen_by_mode(page).boxes) - {None} if veiled else set()
    boxes = [box for box in read.boxes if box not in over] if over else read.boxes
    dpi = fitting_dpi(page, _DPI)
    drawn = picture(page, dpi)
    seen = visible(drawn, dpi, read.boxes)
    unseen = sum(
        not inked and box is not None and letter not in _BLANKS and not letter.isspace()
        for letter, box, inked in zip(read.text, read.boxes, seen, strict=True)
    )
    darkest = _ANY_INK if pictured else _DARK
    unread = _is_left(blotted(np.array(drawn), dpi, boxes), darkest)
    if unread:
        take_out_rulings(page)
        unread = _is_left(blotted(np.array(picture(page, dpi)), dpi, boxes), darkest)
    return Look(unseen, unread)


def blotted(drawn: Grey, dpi: float, boxes: Sequence[Box | None]) -> Grey:
    """Return a picture of a page with what stands in boxes, given in points, made white."""
    rest = drawn.copy()
    edges = np.array([box for box in boxes if box is not None], dtype=float).reshape(-1, 4)
    edges = np.nan_to_num(edges, nan=0.0, posinf=1e6, neginf=-1e6)
    around = np.array([-1, -1, 1, 1]) * _AROUND_LETTER
    high, wide = drawn.shape
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
    return int((rest < darkest).sum()) > _STRAY_PIXELS


def regions_of(rest: Grey, dpi: float) -> Iterator[Box]:
    """Yield where ink is left on a picture, in points: bands that stand well apart."""
    inked = rest < _ANY_INK
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


def take_out_rulings(page: pypdfium2.PdfPage) -> None:
    """Remove straight lines and rectangles from a page; it is used up by that."""
    objects = list(islice(page.get_objects(max_depth=16), _MOST_OBJECTS + 1))
    if len(objects) > _MOST_OBJECTS:
        raise Refused("holds too many drawn things to be read")
    rulings = [o for o in objects if o.type == raw.FPDF_PAGEOBJ_PATH and _is_ruling(o)]
    tiny = [o for o in rulings if _is_tiny(o)]
    kept = {id(o) for o in (*(tiny if len(tiny) > _MOST_TINY else ()), *_bars(rulings))}
    for drawn in rulings:
        if id(drawn) in kept:
            continue
        if drawn.container is None:
            raw.FPDFPage_RemoveObject(page, drawn)
        else:
            raw.FPDFFormObj_RemoveObject(drawn.container, drawn)


def _bars(rulings: Sequence[pypdfium2.PdfObject]) -> Iterator[pypdfium2.PdfObject]:
    """Yield what may be the bars of a code for cameras: many upright strokes of one height."""
    level: dict[tuple[int, int], list[pypdfium2.PdfObject]] = {}
    for drawn in rulings:
        left, bottom, right, top = drawn.get_bounds()
        if right - left <= _BAR < top - bottom:
            level.setdefault((round(bottom), round(top)), []).append(drawn)
        elif raw.FPDFPath_CountSegments(drawn) >= _MANY_SEGMENTS:
            yield drawn
    for bars in level.values():
        if len(bars) >= _FEWEST_BARS:
            yield from bars


def _is_tiny(path: pypdfium2.PdfObject) -> bool:
    left, bottom, right, top = path.get_bounds()
    return bool(max(right - left, top - bottom) < _TINY)


def _is_ruling(path: pypdfium2.PdfObject) -> bool:
    """Say whether a path is made of level and upright strokes alone."""
    last: tuple[float, float] | None = None
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind not in (raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_LINETO):
            return False
        if kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            across, down = abs(x.value - last[0]), abs(y.value - last[1])
            if min(across, down) > 0.01:
                return False
        last = x.value, y.value
    return True
