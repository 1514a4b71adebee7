"""Letters that a line is drawn through: whoever reads the page may read its words without them.

No string of a page says so, whatever program struck them out: a line of the page does, level or, in
words that are turned, upright. Lines below words, and those of tables, run through no letter.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box, Span
from redaction.glyphboxes import GlyphBoxes
from redaction.pdfium import Glyphs, displayed_boxes

_THICKEST = 8.0  # points: of letters as large as a page's title
_THICK = 0.35  # of a letter's height
_MIDDLE = 0.25, 0.75  # of a letter's height: what is below underlines it
_MOST_OF_IT = 0.6  # of a letter's width
_MOST_SEGMENTS = 4000  # of one path: more are a drawing
_MOST_OBJECTS, _MOST_LINES = 100_000, 200_000
_MOST_AT_ONCE = 4_000_000  # pairs of a letter and a line
_DEEPEST = 16  # forms in forms
_LONGEST = 300  # letters of one passage

_Edges = NDArray[np.float64]
_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def lines_through(page: pypdfium2.PdfPage, letters: Glyphs, *, always: bool = False) -> list[Box]:
    """Return the lines of a page where they strike out some of its letters, or `always`."""
    drawn = islice(_lines(page), _MOST_LINES)
    lines = [box for box in drawn if min(box[2] - box[0], box[3] - box[1]) <= _THICKEST]
    if not lines:
        return []
    shown = displayed_boxes(page, lines)
    return shown if always or struck_out(letters, shown) else []


def struck_out(letters: Glyphs, lines: list[Box]) -> tuple[Span, ...]:
    """Return what of a page's words lines strike out where other words of a line go on."""
    every = GlyphBoxes.of(letters.boxes)
    at = np.flatnonzero(~every.added())
    if not lines or not len(at):
        return ()
    boxes, drawn = every.edges[at].astype(np.float64), np.array(lines, np.float64)
    struck = np.zeros(len(letters.text), bool)
    struck[at] = _crossed(boxes, drawn) | _crossed(_turned(boxes), _turned(drawn))
    return tuple(_within_lines(letters.text, struck)) if struck.any() else ()


def _turned(boxes: _Edges) -> _Edges:
    return boxes[:, (1, 0, 3, 2)]


def _crossed(boxes: _Edges, lines: _Edges) -> NDArray[np.bool_]:
    """Say through the middle of which letters a level line runs."""
    crossed = np.zeros(len(boxes), bool)
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    thick = lines[:, 3] - lines[:, 1]
    lines = lines[thick <= _THICK * high.max(initial=0)]
    lines = lines[np.argsort(lines[:, 1] + lines[:, 3])]
    middle, thick = (lines[:, 1] + lines[:, 3]) / 2, lines[:, 3] - lines[:, 1]
    # Of the lines of a page, in their order, only those that are as low as a letter are looked at.
    first = np.searchsorted(middle, boxes[:, 1] + _MIDDLE[0] * high)
    last = np.searchsorted(middle, boxes[:, 1] + _MIDDLE[1] * high, "right")
    many = last - first
    at = np.flatnonzero(many)
    for some in np.split(at, np.flatnonzero(np.diff(np.cumsum(many[at]) // _MOST_AT_ONCE)) + 1):
        of = np.repeat(np.arange(len(some)), many[some])
        before = np.cumsum(many[some]) - many[some]
        line, letter = np.arange(len(of)) - before[of] + first[some][of], some[of]
        left = np.maximum(boxes[letter, 0], lines[line, 0])
        over = np.maximum(np.minimum(boxes[letter, 2], lines[line, 2]) - left, 0)
        over[thick[line] > _THICK * high[letter]] = 0
        covered = np.bincount(of, over, len(some))
        crossed[some] = (covered > 0) & (covered >= _MOST_OF_IT * wide[some])
    return crossed


def _within_lines(text: str, struck: NDArray[np.bool_]) -> Iterator[Span]:
    """Yield stretches of struck letters, and of spaces between, beside which a word goes on."""
    last = -1
    marked = [at for at in np.flatnonzero(struck).tolist() if not text[at].isspace()]
    runs: list[list[int]] = []
    for at in marked:
        if last >= 0 and not text[last + 1 : at].strip():
            runs[-1][1] = at + 1
        else:
            runs.append([at, at + 1])
        last = at
    for start, end in runs:
        before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
        within = before[-1:].isalnum() or after[:1].isalnum()
        between = before.rstrip()[-1:].isalnum() and after.lstrip()[:1].isalnum()
        if (within or between) and end - start <= _LONGEST:
            yield start, end


# --- the lines of a page


def _lines(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Yield the thin figures of a page, and the lines around others, in its own space."""
    things = (
        raw.FPDFPage_GetObject(page, index)
        for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS))
    )
    for thing in things:
        yield from _lines_of(thing, _SAME, 0)


def _lines_of(thing: raw.FPDF_PAGEOBJECT, outer: _Matrix, depth: int) -> Iterator[Box]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        if raw.FPDFPath_CountSegments(thing) <= _MOST_SEGMENTS:
            matrix = _times(_matrix_of(thing), outer)
            yield from _pieces(thing, matrix, _pen(thing, matrix) / 2)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix_of(thing), outer)
        for index in range(min(raw.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)):
            piece = raw.FPDFFormObj_GetObject(thing, ctypes.c_ulong(index))
            yield from _lines_of(piece, inner, depth + 1)


def _pieces(path: raw.FPDF_PAGEOBJECT, matrix: _Matrix, half: float) -> Iterator[Box]:
    """Yield the figures that a path is made of, and the straight lines of those that are broad."""
    figure: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if figure and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield from _strokes(figure, matrix, half)
            figure = []
        figure.append((x.value, y.value))
    yield from _strokes(figure, matrix, half)


def _strokes(figure: Sequence[tuple[float, float]], matrix: _Matrix, half: float) -> Iterator[Box]:
    """Yield a figure that is thin, or the lines around one that is broad."""
    if not figure:
        return
    whole = _around(figure, matrix, half)
    if min(whole[2] - whole[0], whole[3] - whole[1]) <= _THICKEST:
        yield whole
    else:
        yield from (_around(two, matrix, half) for two in pairwise(figure))


def _pen(path: raw.FPDF_PAGEOBJECT, matrix: _Matrix) -> float:
    """Return how broad the strokes of a path are on its page; nothing where it is only filled."""
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    a, b, c, d, *_ = matrix
    return width.value * abs(a * d - b * c) ** 0.5 if stroke.value else 0.0


def _matrix_of(thing: raw.FPDF_PAGEOBJECT) -> _Matrix:
    said = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, said)
    return said.a, said.b, said.c, said.d, said.e, said.f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    o, p, q, r, s, t = other
    return (a * o + b * q, a * p + b * r, c * o + d * q, c * p + d * r,
            e * o + f * q + s, e * p + f * r + t)  # fmt: skip


def _around(points: Sequence[tuple[float, float]], matrix: _Matrix, half: float = 0.0) -> Box:
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half
