"""What a page looks like, as pdfium draws it: at one dot a point, in grey."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box
from redaction.proof.letters import Drawn
from redaction.proof.places import Sheet, plain

_FLAT = 40  # of 255: the rim of a neighbour's letter is no letter
_CHANGED, _MOST_CHANGED = 64, 0.005  # of 255; share of a page's pixels
_COARSE, _CHANGED_COARSE = 8, 40  # dots that are looked at together; of 255
_EDGE = 3  # of 255: a smaller step from pixel to pixel is not seen
_TINY = 0.4  # points from the middle of a letter to its top
_ABOUT = 3  # points around a box that its removal may have changed
_FINER = 150 / 72  # a page that became a picture is looked at as finely as it was drawn
_LINE = 30  # points: a box that is no higher stands in a line, which may be set again
_MOST_PIXELS = 4_000_000
_GLANCE = 3  # lines of dots: lower letters are looked at dot for dot
_MOST_CELLS, _MOST_AT_ONCE = 256, 2**20  # cells, and dots of them
_GROUND = 224  # the grey of a box

Pixels = NDArray[np.uint8]

_POINTER = ctypes.c_void_p
_thing_at = plain(raw.FPDFPage_GetObject, _POINTER, ctypes.c_int, gives=_POINTER)
_kind_of = plain(raw.FPDFPageObj_GetType, _POINTER)
_font_of = plain(raw.FPDFTextObj_GetFont, _POINTER, gives=_POINTER)


def scale_of(page: pypdfium2.PdfPage) -> float:
    """Return how many dots a point of a page has: one, or less where it is huge."""
    return float(min(1.0, (_MOST_PIXELS / (page.get_width() * page.get_height())) ** 0.5))


def pixels(page: pypdfium2.PdfPage, scale: float) -> Pixels:
    """Draw a page in grey, with so many dots a point."""
    drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    grey: Pixels = drawn.to_numpy().reshape(drawn.height, -1)[:, : drawn.width].copy()
    return grey


def finer(scale: float) -> float:
    """Return how many dots a point has where a picture of a page is looked at."""
    return scale * _FINER


def scaled(boxes: Iterable[Box], scale: float) -> list[Box]:
    """Return boxes in dots."""
    return [(x0 * scale, y0 * scale, x1 * scale, y1 * scale) for x0, y0, x1, y1 in boxes]


def without_boxes(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> bool:
    """Take the painted boxes and their labels off a page in memory; say whether all were found.

    `boxes` are in the page's own space.
    """
    missing = set(range(len(boxes)))
    labels: dict[int, bool] = {}
    handle = address_of(page.raw)
    for index in range(raw.FPDFPage_CountObjects(page)):
        at = _thing_at(handle, index)
        kind = _kind_of(at)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            piece = ctypes.cast(at, raw.FPDF_PAGEOBJECT)
            for number in _painted_by(piece, boxes):
                missing.discard(number)
                raw.FPDFPageObj_SetIsActive(piece, False)
        elif kind == raw.FPDF_PAGEOBJ_TEXT and boxes and _is_label(at, labels):
            raw.FPDFPageObj_SetIsActive(ctypes.cast(at, raw.FPDF_PAGEOBJECT), False)
    return not missing


def without_letters(text: pypdfium2.PdfTextPage, areas: Sequence[Box]) -> None:
    """Take the strings off a page in memory of which every letter is to be removed.

    `areas` are in the page's own space. Letters that are folded flat, or reach far out of their
    cells, are drawn elsewhere than where they are said to stand.
    """
    kept: set[int] = set()
    gone: dict[int, raw.FPDF_PAGEOBJECT] = {}
    cell = raw.FS_RECTF()
    for index in range(text.count_chars()):
        thing = raw.FPDFText_GetTextObject(text, index)
        if not thing or chr(raw.FPDFText_GetUnicode(text, index)).isspace():
            continue
        raw.FPDFText_GetLooseCharBox(text, index, cell)
        x, y = (cell.left + cell.right) / 2, (cell.bottom + cell.top) / 2
        if any(box[0] < x < box[2] and box[1] < y < box[3] for box in areas):
            gone[address_of(thing)] = thing
        else:
            kept.add(address_of(thing))
    for address, thing in gone.items():
        if address not in kept:
            raw.FPDFPageObj_SetIsActive(thing, False)


def address_of(thing: object) -> int:
    """Return what is the same for one thing on a page, however pdfium was asked for it."""
    return int(ctypes.cast(thing, ctypes.c_void_p).value or 0)  # type: ignore[arg-type]


def _painted_by(path: raw.FPDF_PAGEOBJECT, boxes: Sequence[Box]) -> list[int]:
    """Return which boxes a path is: one of their grey, exactly as large as they are."""
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path, *colour)
    if [part.value for part in colour] != [_GROUND, _GROUND, _GROUND, 255]:
        return []
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(path, *edges)
    found = [edge.value for edge in edges]
    return [
        number
        for number, box in enumerate(boxes)
        if all(abs(a - b) < 1 for a, b in zip(found, box, strict=True))
    ]


def _is_label(text: int, known: dict[int, bool]) -> bool:
    """Say whether the string at an address is of the font of labels; `known` remembers fonts."""
    address = _font_of(text)
    if address not in known:
        name = ctypes.create_string_buffer(32)
        raw.FPDFFont_GetBaseFontName(ctypes.cast(address, raw.FPDF_FONT), name, len(name))
        known[address] = name.value.endswith(b"Kept")
    return known[address]


def is_flat(bare: Pixels, box: Box) -> bool:
    """Say whether nothing can be seen under a box."""
    high, wide = bare.shape
    # A pixel in from the edge: the rims of neighbours are there.
    left, right = max(0, int(box[0]) + 1), min(wide, int(box[2]) - 1)
    top, bottom = max(0, int(box[1]) + 2), min(high, int(box[3]) - 2)
    if left >= right or top >= bottom:
        return True
    return int(np.ptp(bare[top:bottom, left:right])) <= _FLAT


def has_changed(before: Pixels, after: Pixels, boxes: Sequence[Box], *, coarse: bool) -> bool:
    """Say whether pages differ elsewhere than at the boxes and in the lines that these stand in.

    `coarse`: the page became a picture, in which the rims of letters are other than they were.
    """
    if before.shape != after.shape:
        return True
    size = _COARSE if coarse else 1
    if coarse:
        changed = np.abs(_blocks(before, size) - _blocks(after, size)) > _CHANGED_COARSE
    else:
        changed = _apart(before, after) > _CHANGED
    for box in boxes:
        left, top = max(0, int(box[0]) - _ABOUT) // size, max(0, int(box[1]) - _ABOUT) // size
        right, bottom = -(-(int(box[2]) + _ABOUT) // size), -(-(int(box[3]) + _ABOUT) // size)
        changed[top:bottom, left:right] = False
        if box[3] - box[1] <= _LINE:
            changed[top:bottom] = False
        if box[2] - box[0] <= _LINE:
            changed[:, left:right] = False
    return bool(np.count_nonzero(changed) > _MOST_CHANGED * changed.size)


def _apart(one: Pixels, other: Pixels) -> Pixels:
    """Return how far apart two pictures are, dot for dot, without leaving their small numbers."""
    apart: Pixels = np.maximum(one, other) - np.minimum(one, other)
    return apart


def _blocks(drawn: Pixels, size: int) -> NDArray[np.float64]:
    """Return a picture in which squares of dots are one dot of their middle grey."""
    high, wide = drawn.shape[0] // size * size, drawn.shape[1] // size * size
    squares = drawn[:high, :wide].reshape(high // size, size, wide // size, size)
    middle: NDArray[np.float64] = squares.mean(axis=(1, 3))
    return middle


def all_seen(
    bare: Pixels, scale: float, sheet: Sheet, drawn: Drawn, exempt: Sequence[Box], *, tiny: bool
) -> bool:
    """Say whether every letter of a page stands where there is something to be seen.

    `exempt` are boxes, in dots, whose labels may be unseen. `tiny`: letters may be so.
    """
    cells = drawn.cells[drawn.says & (drawn.parts % 2 == 0)]
    if not tiny and len(cells) and float(np.maximum(cells[:, 2], cells[:, 3]).min()) < _TINY:
        return False
    shown = sheet.shown_cells(cells) * scale
    windows = _windows(bare, *shown)
    unseen = ~_seen_at_a_glance(bare, windows)
    if not unseen.any():
        return True
    x, y = shown[:2]
    for box in exempt:
        unseen &= ~((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3]))
    return not unseen.any() or bool(_have_edges(bare, windows[:, unseen]).all())


def _differ(one: Pixels, other: Pixels) -> NDArray[np.bool_]:
    """Say of each dot whether it is more than `_EDGE` from its fellow, both ways round zero."""
    differ: NDArray[np.bool_] = (one - other + np.uint8(_EDGE)) > np.uint8(2 * _EDGE)
    return differ


def _windows(
    bare: Pixels,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    half_wide: NDArray[np.float64],
    half_high: NDArray[np.float64],
) -> NDArray[np.intp]:
    """Return the dots of each cell: from the left, from the top, to the right, to the bottom.

    They begin and end at even dots.
    """
    high, wide = bare.shape
    edges = [
        np.clip(2 * np.floor((x - half_wide) / 2), 0, wide),
        np.clip(2 * np.floor((y - half_high) / 2), 0, high),
        np.clip(2 * np.ceil((x + half_wide + 1) / 2), 0, wide),
        np.clip(2 * np.ceil((y + half_high + 1) / 2), 0, high),
    ]
    return np.stack(edges).astype(np.intp)


def _seen_at_a_glance(bare: Pixels, windows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Say in which cells a dot differs from the one before it, on two lines through the middle.

    Nearly every letter is seen so; the others are looked at dot for dot.
    """
    wide = bare.shape[1]
    lines = np.ascontiguousarray(bare[::_GLANCE])
    edges = np.zeros((len(lines), wide + wide % 2), bool)
    edges[:, 1:wide] = _differ(lines[:, 1:], lines[:, :-1])
    pairs = edges.view(np.uint16) != 0  # two dots are one from here on
    sums = np.concatenate([[0], np.cumsum(pairs.reshape(-1), dtype=np.uint32)])
    left, right = -(-windows[0] // 2), -(-windows[2] // 2)
    top, bottom = -(-windows[1] // _GLANCE), -(-windows[3] // _GLANCE)
    seen = np.zeros(len(left), bool)
    for line in ((top + bottom) // 2, (top + bottom) // 2 - 1):
        begin = np.clip(line, 0, len(lines) - 1) * pairs.shape[1]
        seen |= (top <= line) & (line < bottom) & (sums[begin + right] > sums[begin + left])
    return seen


def _have_edges(bare: Pixels, windows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Say which cells have a dot that differs from the one before it or above it."""
    high, wide = bare.shape
    left, top, right, bottom = windows
    across, down = right - left, bottom - top
    seen = np.zeros(len(left), bool)
    # Cells of about one size are looked at together, so many at once as there is room for.
    order = np.argsort(across * down, kind="stable")
    at = 0
    while at < len(order):
        some = order[at : at + _MOST_CELLS]
        while len(some) > 1 and _size(some, across, down) > _MOST_AT_ONCE:
            some = some[: len(some) // 2]
        at += len(some)
        rows = top[some, None] + np.arange(-1, int(down[some].max()))
        columns = left[some, None] + np.arange(-1, int(across[some].max()))
        # What is beyond the page is as the last dot on it: no edge.
        dots = bare[
            np.clip(rows, 0, high - 1)[:, :, None], np.clip(columns, 0, wide - 1)[:, None, :]
        ]
        here = dots[:, 1:, 1:]
        edges = _differ(here, dots[:, 1:, :-1]) | _differ(here, dots[:, :-1, 1:])
        edges &= (rows[:, 1:] < bottom[some, None])[:, :, None]
        edges &= (columns[:, 1:] < right[some, None])[:, None, :]
        seen[some] = edges.any(axis=(1, 2))
    return seen


def _size(some: NDArray[np.intp], across: NDArray[np.intp], down: NDArray[np.intp]) -> int:
    return len(some) * int(across[some].max() + 1) * int(down[some].max() + 1)
