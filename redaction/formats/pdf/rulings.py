"""Ruling lines, frames and grounds of a page: what is drawn and nobody reads, told from writing.

A ruling is a path of level and upright strokes, or a gradient. One that is broad is looked at: if
something shows inside it that no letter explains (letters cut out of it, a pattern, a mask, white
outlines over it), it is writing's ground and stays. A small one beside other ink may be the stem
of a letter, and stays too.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, pairwise

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.pdfium import displayed_boxes, picture

_MOST_OBJECTS = 200_000
_TINY = 12.0  # points
_MOST_TINY = 40  # bullets and tick boxes; of more, letters may be made
_BAR = 5.0  # points: wider than a bar, lower than one
_FEWEST_BARS, _MANY_SEGMENTS = 12, 80
_BETWEEN_BARS = 12.0  # points
_NARROW, _LETTER_HIGH = 8.0, 40.0  # points: nothing is written in less; no letter is higher
_MOST_CORNERS = 5  # lines of one piece: more are the outline of a letter such as E
_STEP = 24  # of 255: a smaller step from dot to dot is a gradient's
_STRAIGHT = 7.0  # points: an edge so long is a ruling's own
_FEWEST_EDGES = 1.0  # square points of edges: about those of one letter
_INSIDE = 1.5  # points from the rim of a ruling
_BESIDE, _ABOVE = 12.0, 3.0  # points from a letter's ink to its next stem, or to its dot

Grey = NDArray[np.uint8]
_Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Rulings:
    """The rulings of one page, by what may be hidden in them."""

    broad: list[pypdfium2.PdfObject] = field(default_factory=list)
    small: list[pypdfium2.PdfObject] = field(default_factory=list)  # no larger than a letter
    long: list[pypdfium2.PdfObject] = field(default_factory=list)


def without_rulings(
    page: pypdfium2.PdfPage,
    dpi: int,
    letters: Sequence[Box | None],
    draw: Callable[[pypdfium2.PdfPage, int], Image.Image] = picture,
) -> Grey:
    """Draw a page without its rulings, in grey or otherwise.

    `letters` are where it is known what is said.
    """
    rulings = rulings_of(page)
    with _put_out((*rulings.small, *rulings.long)):
        grounds = _with_writing(page, dpi, rulings.broad, letters)
        plain = [ruling for ruling in rulings.broad if id(ruling) not in grounds]
        with _put_out(plain):
            bare = np.array(draw(page, dpi))
    if not rulings.small:
        return bare
    near = _beside_ink(bare if bare.ndim == 2 else bare.min(axis=2), dpi, letters)
    if not near.any():
        return bare
    with _put_out((*rulings.long, *plain)):
        drawn = np.array(draw(page, dpi))
        return np.where(near if drawn.ndim == 2 else near[..., None], drawn, bare)


def rulings_of(page: pypdfium2.PdfPage) -> Rulings:
    """Sort out what of a page may be a ruling; refuse a page of too many things."""
    objects = list(islice(page.get_objects(max_depth=16), _MOST_OBJECTS + 1))
    if len(objects) > _MOST_OBJECTS:
        raise Refused("holds too many drawn things to be read")
    found = [o for o in objects if o.type == raw.FPDF_PAGEOBJ_PATH and _is_ruling(o)]
    tiny = [o for o in found if _longer(o) < _TINY]
    kept = {id(o) for o in (*(tiny if len(tiny) > _MOST_TINY else ()), *_bars(found))}
    rulings = Rulings()
    shades = [o for o in objects if o.type == raw.FPDF_PAGEOBJ_SHADING]
    for one in (*(o for o in found if id(o) not in kept), *shades):
        left, bottom, right, top = _on_page(one)
        if max(right - left, top - bottom) < _LETTER_HIGH and one.type != raw.FPDF_PAGEOBJ_SHADING:
            rulings.small.append(one)
            if min(right - left, top - bottom) >= _NARROW:
                rulings.broad.append(one)
        elif min(right - left, top - bottom) >= _NARROW:
            rulings.broad.append(one)
        else:
            rulings.long.append(one)
    return rulings


def _longer(drawn: pypdfium2.PdfObject) -> float:
    left, bottom, right, top = _on_page(drawn)
    return float(max(right - left, top - bottom))


@contextmanager
def _put_out(drawn: Iterable[pypdfium2.PdfObject]) -> Iterator[None]:
    """Leave things undrawn for a while."""
    things = list(drawn)
    for one in things:
        raw.FPDFPageObj_SetIsActive(one, False)
    try:
        yield
    finally:
        for one in things:
            raw.FPDFPageObj_SetIsActive(one, True)


# --- what stands on broad rulings


def _with_writing(
    page: pypdfium2.PdfPage,
    dpi: int,
    broad: Sequence[pypdfium2.PdfObject],
    letters: Sequence[Box | None],
) -> set[int]:
    """Return the identities of broad rulings inside which something shows that no letter says."""
    if not broad:
        return set()
    edges = _edges(np.array(picture(page, dpi)), dpi)
    known = [box for box in letters if box is not None]
    for x0, y0, x1, y1 in _pixels(known, dpi, edges.shape, around=_INSIDE):
        edges[y0:y1, x0:x1] = False
    sums = np.zeros((edges.shape[0] + 1, edges.shape[1] + 1), np.int32)
    np.cumsum(np.cumsum(edges, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    places = _pixels(
        displayed_boxes(page, [_on_page(one) for one in broad]), dpi, edges.shape, around=-_INSIDE
    )
    most = _FEWEST_EDGES * (dpi / 72) ** 2 * 6
    return {
        id(one)
        for one, (x0, y0, x1, y1) in zip(broad, places, strict=True)
        if x0 < x1 and y0 < y1 and sums[y1, x1] - sums[y0, x1] - sums[y1, x0] + sums[y0, x0] > most
    }


def _on_page(drawn: pypdfium2.PdfObject) -> Box:
    """Return where a thing is on its page, whichever forms it stands in."""
    left, bottom, right, top = drawn.get_bounds()
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    form = drawn.container
    while form is not None:
        matrix = form.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
        form = form.container
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _edges(drawn: Grey, dpi: int) -> _Mask:
    """Return where dots differ from the next one, but for long straight edges."""
    longest = max(3, round(_STRAIGHT * dpi / 72))
    values = drawn.astype(np.int16)
    level = np.zeros(drawn.shape, bool)
    upright = np.zeros(drawn.shape, bool)
    level[1:] = np.abs(np.diff(values, axis=0)) > _STEP
    upright[:, 1:] = np.abs(np.diff(values, axis=1)) > _STEP
    return (level & ~_in_long_runs(level, longest)) | (
        upright & ~_in_long_runs(upright.T, longest).T
    )


def _in_long_runs(marks: _Mask, longest: int) -> _Mask:
    """Return the marks that stand in rows of so many without a gap."""
    held = np.cumsum(marks, axis=1, dtype=np.int32)
    full = np.zeros(marks.shape, bool)
    if marks.shape[1] <= longest:
        return full
    # A run that ends at a dot is full where as many marks lie before it as dots.
    ends = held[:, longest:] - held[:, :-longest] == longest
    steps = np.zeros((marks.shape[0], marks.shape[1] + 1), np.int32)
    steps[:, 1 : ends.shape[1] + 1] += ends
    steps[:, longest + 1 :] -= ends[:, : steps.shape[1] - longest - 1]
    full[:] = np.cumsum(steps, axis=1)[:, :-1] > 0
    return full


def _beside_ink(bare: Grey, dpi: int, letters: Sequence[Box | None]) -> _Mask:
    """Return where small rulings may be parts of letters: beside ink that no letter explains."""
    ink = bare < 215
    known = [box for box in letters if box is not None]
    for x0, y0, x1, y1 in _pixels(known, dpi, ink.shape, around=_INSIDE):
        ink[y0:y1, x0:x1] = False
    across, down = round(_BESIDE * dpi / 72), round(_ABOVE * dpi / 72)
    return _spread(_spread(ink, across).T, down).T


def _spread(marks: _Mask, by: int) -> _Mask:
    """Return the marks with so many dots to their left and right."""
    held = np.cumsum(np.pad(marks, ((0, 0), (by + 1, by))), axis=1, dtype=np.int32)
    near: _Mask = held[:, 2 * by + 1 :] > held[:, : -2 * by - 1]
    return near


def _pixels(
    boxes: Sequence[Box], dpi: int, shape: tuple[int, ...], *, around: float
) -> list[tuple[int, int, int, int]]:
    edges = np.nan_to_num(np.array(boxes, float).reshape(-1, 4), posinf=1e6, neginf=-1e6)
    edges = (edges + around * np.array([-1, -1, 1, 1])) * dpi / 72
    high, wide = shape
    whole = np.clip(np.round(edges), 0, (wide, high, wide, high)).astype(int)
    return [tuple(row) for row in whole.tolist()]


# --- what is a ruling


def _bars(rulings: Sequence[pypdfium2.PdfObject]) -> Iterator[pypdfium2.PdfObject]:
    """Yield what may be the bars of a code for cameras: many close upright strokes of one height.

    The borders of a table's columns stand farther apart.
    """
    level: dict[tuple[int, int], list[pypdfium2.PdfObject]] = {}
    for drawn in rulings:
        left, bottom, right, top = _on_page(drawn)
        if right - left <= _BAR < top - bottom:
            level.setdefault((round(bottom), round(top)), []).append(drawn)
        elif raw.FPDFPath_CountSegments(drawn) >= _MANY_SEGMENTS:
            yield drawn
    for bars in map(_close, level.values()):
        if len(bars) >= _FEWEST_BARS:
            yield from bars


def _close(bars: Sequence[pypdfium2.PdfObject]) -> list[pypdfium2.PdfObject]:
    """Return the bars that stand close to the one before or behind them."""
    places = sorted((*_on_page(bar)[::2], n) for n, bar in enumerate(bars))
    near = [two[0] - one[1] <= _BETWEEN_BARS for one, two in pairwise(places)]
    return [
        bars[n]
        for (_, _, n), before, behind in zip(places, [False, *near], [*near, False], strict=True)
        if before or behind
    ]


def _is_ruling(path: pypdfium2.PdfObject) -> bool:
    """Say whether a path is made of level and upright strokes alone, and is no letter such as E."""
    last: tuple[float, float] | None = None
    lines = most = 0
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind not in (raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_LINETO):
            return False
        lines = lines + 1 if kind == raw.FPDF_SEGMENT_LINETO else 0
        most = max(most, lines)
        if kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            across, down = abs(x.value - last[0]), abs(y.value - last[1])
            if min(across, down) > 0.01:
                return False
        last = x.value, y.value
    return most <= _MOST_CORNERS or _longer(path) > _LETTER_HIGH
