"""Lines of a page without the letters that a stroke crosses out: people read names that way, too.

Part of the proof, apart from the finder that reads pages so as well: it looks at strokes letter by
letter, and at the middle of each alone.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box
from redaction.proof.places import Sheet
from redaction.proof.whereabouts import Placing

_DRAWS = re.compile(rb"(?m) (?:re|l)$")
_THIN, _OF_HEIGHT = 9.0, 0.4  # points; of a letter's height
_FROM, _TO = 0.22, 0.78  # of a letter's height, from its top
_GAP = 0.15  # of a letter's height, between two words
_AT_ONCE = 4_000_000  # pairs of a letter and a stroke
_DEEPEST = 16
_APART = "\n\u00b6\u00b6\u00b6\u00b6\n"  # no term goes on over it

_Rows = NDArray[np.float64]
NOTHING: _Rows = np.zeros((0, 4))
"""No strokes."""


def may_be_struck(content: bytes) -> bool:
    """Say whether a rewritten page draws any line: one instruction stands on each of its lines."""
    return _DRAWS.search(content) is not None


def strokes_on(page: pypdfium2.PdfPage, sheet: Sheet) -> _Rows:
    """Return the thin things that a page draws, as displayed: one row for each."""
    found = [
        sheet.shown_box(box)
        for index in range(raw.FPDFPage_CountObjects(page))
        for box in _thin(raw.FPDFPage_GetObject(page, index), [])
    ]
    return np.array(found, np.float64).reshape(-1, 4)


def _thin(thing: raw.FPDF_PAGEOBJECT, forms: list[raw.FS_MATRIX]) -> Iterator[Box]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_FORM and len(forms) < _DEEPEST:
        within = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(thing, within)
        for index in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from _thin(
                raw.FPDFFormObj_GetObject(thing, ctypes.c_ulong(index)), [within, *forms]
            )
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(thing, own)
        whole = [own, *forms]
        corners: list[tuple[float, float]] = []
        for index in range(raw.FPDFPath_CountSegments(thing)):
            piece = raw.FPDFPath_GetPathSegment(thing, index)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(piece, x, y)
            if raw.FPDFPathSegment_GetType(piece) == raw.FPDF_SEGMENT_MOVETO:
                yield from _strokes(corners)
                corners = []
            corners.append(_placed(x.value, y.value, whole))
        yield from _strokes(corners)


def _placed(x: float, y: float, matrices: Sequence[raw.FS_MATRIX]) -> tuple[float, float]:
    for m in matrices:
        x, y = m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
    return x, y


def _strokes(corners: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """Yield a figure that is thin, or the thin ones of the lines around a broad one."""
    figures = [corners] if corners else []
    while figures:
        xs, ys = zip(*figures.pop(), strict=True)
        box = min(xs), min(ys), max(xs), max(ys)
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield box
        elif len(xs) > 2:
            figures += [
                list(zip(xs[at : at + 2], ys[at : at + 2], strict=True))
                for at in range(len(xs) - 1)
            ]


def crossed_out(boxes: _Rows, strokes: _Rows) -> NDArray[np.bool_]:
    """Say the middle of which letters a stroke crosses; both as displayed, one row for each."""
    if not len(strokes) or not len(boxes):
        return np.zeros(len(boxes), bool)
    return _crossed(boxes, strokes) | _crossed(boxes[:, [1, 0, 3, 2]], strokes[:, [1, 0, 3, 2]])


def _crossed(boxes: _Rows, strokes: _Rows) -> NDArray[np.bool_]:
    """Say of which letters a level stroke crosses the middle."""
    left, top, right, bottom = boxes.T
    high, x = bottom - top, (left + right) / 2
    first, last = top + _FROM * high, top + _TO * high
    level = (strokes[:, 1] + strokes[:, 3]) / 2
    flat = strokes[:, 3] - strokes[:, 1] <= _OF_HEIGHT * high.max(initial=0)
    strokes, level = strokes[flat], level[flat]
    levels = np.sort(level)
    near = np.flatnonzero(np.searchsorted(levels, first) < np.searchsorted(levels, last, "right"))
    crossed = np.zeros(len(boxes), bool)
    for at in np.array_split(near, 1 + len(near) * len(strokes) // _AT_ONCE):
        through = (first[at, None] <= level) & (level <= last[at, None])
        through &= strokes[:, 3] - strokes[:, 1] <= _OF_HEIGHT * high[at, None]
        through &= (strokes[:, 0] <= x[at, None]) & (x[at, None] <= strokes[:, 2])
        crossed[at] = through.any(axis=1)
    return crossed


def write_without_struck(
    placing: Placing,
    said: Sequence[str],
    boxes: _Rows,
    line: NDArray[np.int64],
    gone: NDArray[np.bool_],
) -> None:
    """Write a line without what is struck out in it, if anything is, and anything is not."""
    if not gone[line].any() or gone[line].all():
        return
    last: float | None = None
    apart = False
    for number in line.tolist():
        x0, y0, x1, y1 = boxes[number].tolist()
        apart |= last is not None and x0 - last > _GAP * (y1 - y0)
        last = x1
        if gone[number]:
            continue
        if apart:
            placing.add(" ")
        apart = False
        placing.add(said[number], (x0, y0, x1, y1))
    placing.add(_APART)
