"""PDF pages through pdfium: their letters with boxes, and their picture.

Called only inside the sandbox: pdfium keeps global state and is not thread-safe. Positions are
turned here into those of the page as displayed (CropBox and rotation applied, origin at the top
left, y downwards), so that nobody else needs to know of rotation.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused

_LINE_END_HYPHEN = 0x02
UNREADABLE = "\ufffd"
_CONTRAST = 24
_LIGHT, _DARK = 232, 208  # of 255: as far apart as that contrast
_LETTER_ROWS = 64
_SAME = 0.001  # points

_Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def _plain(function: object, *takes: type[ctypes._SimpleCData[Any]]) -> Callable[..., int]:
    """Return one of pdfium's functions that takes addresses as numbers: a third of the time."""
    address = ctypes.cast(function, _POINTER).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(ctypes.c_uint, *takes)(address or 0)


_unicode_of = _plain(raw.FPDFText_GetUnicode, _POINTER, _INT)
_cell_of = _plain(raw.FPDFText_GetLooseCharBox, _POINTER, _INT, _POINTER)
_ink_of = _plain(raw.FPDFText_GetCharBox, _POINTER, _INT, *(_POINTER,) * 4)
_origin_of = _plain(raw.FPDFText_GetCharOrigin, _POINTER, _INT, _POINTER, _POINTER)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The text of a page, and for each of its characters a box, or None for added white space."""

    text: str = field(repr=False)
    boxes: tuple[Box | None, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is drawn: where its baseline begins, and what it covers, as displayed."""

    text: str = field(repr=False)
    x: float
    y: float
    box: Box


def open_pdf(pdf: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF, or refuse it as locked or damaged."""
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as cause:
        if "password" in str(cause).lower():
            raise Refused("the PDF is locked with a password") from None
        raise Refused("the PDF is damaged and cannot be opened") from None


def displayed_size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return width and height of the page as displayed, in points."""
    return page.get_width(), page.get_height()


def picture(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    """Return the page as displayed, in grey on white, without annotations."""
    bitmap = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False, draw_annots=False)
    drawn: Image.Image = bitmap.to_pil()
    return drawn.convert("L")


def coloured_picture(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    """Return the page as displayed, in red, green and blue on white, without annotations."""
    bitmap = page.render(scale=dpi / 72, may_draw_forms=False, draw_annots=False)
    drawn: Image.Image = bitmap.to_pil()
    return drawn.convert("RGB")


def visible(drawn: Image.Image, dpi: int, boxes: Sequence[Box | None]) -> list[bool]:
    """Say of each box whether anything can be seen in it.

    A box on white paper is counted, with thousands of others, from running sums of light and of
    dark pixels; only one without either is looked at by itself.
    """
    scale = dpi / 72
    width, height = drawn.size
    edges = np.array([box or (0.0,) * 4 for box in boxes], dtype=float).reshape(-1, 4) * scale
    edges = np.nan_to_num(edges, nan=0.0, posinf=1e6, neginf=-1e6)
    low = np.clip(edges[:, :2].astype(np.int64), 0, (width, height))
    high = np.clip(edges[:, 2:].astype(np.int64) + 1, 0, (width, height))
    (left, top), (right, bottom) = low.T, high.T
    pixels = np.asarray(drawn)
    # Sums along rows; a letter is a dozen rows high, and the rows of all letters are added at once.
    marks = (pixels >= _LIGHT).astype(np.uint32) + ((pixels <= _DARK).astype(np.uint32) << 16)
    sums = np.zeros((height, width + 1), np.uint32)
    np.cumsum(marks, 1, dtype=np.uint32, out=sums[:, 1:])
    found = np.zeros(len(edges), np.uint32)
    small = (bottom - top <= _LETTER_ROWS) & (right > left)
    for row in range(_LETTER_ROWS):
        on = np.flatnonzero(small & (top + row < bottom))
        if len(on) == 0:
            break
        found[on] += sums[top[on] + row, right[on]] - sums[top[on] + row, left[on]]
    light, dark = found & 0xFFFF, found >> 16
    size = (right - left) * (bottom - top)
    small &= size < 0xFFFF  # more would not fit in half of a number
    seen = small & (light > 0) & (dark > 0)
    unseen = (right <= left) | (bottom <= top) | (small & (light == size))
    out = seen.tolist()
    for index in np.flatnonzero(~(seen | unseen)).tolist():
        least, most = drawn.im.crop(
            (int(left[index]), int(top[index]), int(right[index]), int(bottom[index]))
        ).getextrema()
        out[index] = most - least >= _CONTRAST
    return [one and box is not None for one, box in zip(out, boxes, strict=True)]


def glyphs(page: pypdfium2.PdfPage) -> Glyphs:
    """Return every letter of the page, seen or not, in reading order.

    Lines end with a line feed. A letter without meaning in Unicode is U+FFFD. The letters of a
    ligature share one box.
    """
    textpage = page.get_textpage()
    count = textpage.count_chars()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    codes = list(map(_unicode_of, repeat(handle), range(count)))
    text: list[str] = []
    boxes: list[Box | None] = []
    for index, (code, box) in enumerate(zip(codes, _boxes(page, handle, count), strict=True)):
        if code > 0x7F or not chr(code).isalnum():  # white space that no string holds
            if raw.FPDFText_IsGenerated(textpage, index):
                if code != 0x0D:
                    text.append("\n" if code == 0x0A else " ")
                    boxes.append(None)
                continue
            code = ord(_letter(code))
        # pdfium joins a word that is hyphenated at a line's end; other readers do not.
        if code == _LINE_END_HYPHEN:
            text += "-\n"
            boxes += (box, None)
            continue
        text.append(chr(code))
        boxes.append(box)
    return Glyphs("".join(text), tuple(boxes))


def letters_near(page: pypdfium2.PdfPage, areas: Sequence[Box], beside: float) -> list[Letter]:
    """Return the letters, but for white space, whose middle half lies in or close to an area."""
    textpage = page.get_textpage()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    count = textpage.count_chars()
    if not count or not areas:
        return []
    boxes = _boxes(page, handle, count)
    x0, y0, x1, y1 = np.array(boxes).T
    quarter = (y1 - y0) / 4
    near = np.zeros(count, bool)
    for left, top, right, bottom in areas:
        across = (x0 <= right + beside) & (x1 >= left - beside)
        near |= across & (y0 + quarter <= bottom) & (y1 - quarter >= top)
    found = [
        (index, code)
        for index in np.flatnonzero(near).tolist()
        if not chr(code := _unicode_of(handle, index)).isspace()
        and not raw.FPDFText_IsGenerated(textpage, index)
    ]
    starts = np.zeros((2, len(found)))
    for number, (index, _) in enumerate(found):
        at = starts.ctypes.data + 8 * number
        _origin_of(handle, index, at, at + 8 * len(found))
    across, down = _displayed(page, starts[0], starts[1]).tolist()
    return [
        Letter(_letter(code), x, y, boxes[index])
        for (index, code), x, y in zip(found, across, down, strict=True)
    ]


def _boxes(page: pypdfium2.PdfPage, handle: int | None, count: int) -> list[Box]:
    """Return what each glyph covers, its cell and its ink together, on the page as displayed.

    There are thousands on a page: pdfium writes into arrays, which are turned as a whole.
    """
    cells = np.zeros((count, 4), np.float32)  # left, top, right, bottom
    edges = np.zeros((4, count))  # left, right, bottom, top
    at = cells.ctypes.data
    deque(map(_cell_of, repeat(handle), range(count), range(at, at + 16 * count, 16)), 0)
    rows = [range(a, a + 8 * count, 8) for a in (row.ctypes.data for row in edges)]
    deque(map(_ink_of, repeat(handle), range(count), *rows), 0)
    _narrow(handle, cells, edges)
    x0, x1 = np.minimum(cells[:, 0], edges[0]), np.maximum(cells[:, 2], edges[1])
    y0, y1 = np.minimum(cells[:, 3], edges[2]), np.maximum(cells[:, 1], edges[3])
    corners = _displayed(page, x0, y0), _displayed(page, x1, y1)
    low, high = np.minimum(*corners), np.maximum(*corners)
    return list(zip(*low.tolist(), *high.tolist(), strict=True))


def _narrow(handle: int | None, cells: np.ndarray, edges: _Floats) -> None:
    """Let the letters of a line end where the next one begins, where a font does not say where.

    Of a Type 3 font that gives no letter's own bounds pdfium tells the bounds of its largest, for
    the cell and for the ink of each: they would lie over their neighbours.
    """
    left, right, bottom, top = edges
    bounds = np.stack((left, top, right, bottom), axis=1)
    unsaid = (np.abs(cells - bounds) < _SAME).all(axis=1) & (right - left > _SAME)
    run: list[tuple[int, float, float]] = []
    for index in [*np.flatnonzero(unsaid).tolist(), -2]:
        x, y = ctypes.c_double(), ctypes.c_double()
        if index >= 0:
            _origin_of(handle, index, ctypes.addressof(x), ctypes.addressof(y))
        goes_on = run and index == run[-1][0] + 1 and abs(y.value - run[-1][2]) < _SAME
        if run and not (goes_on and run[-1][1] < x.value < right[run[-1][0]]):
            _narrow_run(run, cells, edges)
            run = []
        run.append((index, x.value, y.value))


def _narrow_run(run: Sequence[tuple[int, float, float]], cells: np.ndarray, edges: _Floats) -> None:
    starts = [x for _, x, _ in run]
    if len(run) < 2:
        return
    widest = max(after - x for x, after in pairwise(starts))
    for (index, x, _), end in zip(run, [*starts[1:], starts[-1] + widest], strict=True):
        if cells[index, 0] <= x < end:
            right = min(end, float(cells[index, 2]))
            cells[index, 0], cells[index, 2] = x, right
            edges[0, index], edges[1, index] = x, right


def displayed_boxes(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> list[Box]:
    """Return boxes in PDF coordinates as those of the page as displayed."""
    x0, y0, x1, y1 = np.array(boxes, float).reshape(-1, 4).T
    corners = _displayed(page, x0, y0), _displayed(page, x1, y1)
    low, high = np.minimum(*corners), np.maximum(*corners)
    return list(zip(*low.tolist(), *high.tolist(), strict=True))


def _displayed(page: pypdfium2.PdfPage, x: _Floats, y: _Floats) -> _Floats:
    """Return points in PDF coordinates as those of the page as displayed: all x, then all y."""
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    match page.get_rotation():
        case 90:
            return np.stack((y - bounds.bottom, x - bounds.left))
        case 180:
            return np.stack((bounds.right - x, y - bounds.bottom))
        case 270:
            return np.stack((bounds.top - y, bounds.right - x))
        case _:
            return np.stack((x - bounds.left, bounds.top - y))


def _letter(code: int) -> str:
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNREADABLE
    # A line break inside a drawn string is no line break of the page.
    return " " if code in (0x0A, 0x0D, 0x09) else chr(code)


def unseen_by_mode(page: pypdfium2.PdfPage) -> Glyphs:
    """Return the letters that are drawn with neither ink nor outline (ISO 32000-1 §9.3.6, mode 3).

    An older reading of a scan is made of such letters, over the ink that they were read in.
    """
    textpage = page.get_textpage()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    count = textpage.count_chars()
    text: list[str] = []
    boxes: list[Box | None] = []
    for index, box in enumerate(_boxes(page, handle, count)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if raw.FPDFText_IsGenerated(textpage, index):
            if text and code != 0x0D:
                text.append("\n" if code == 0x0A else " ")
                boxes.append(None)
            continue
        drawn = raw.FPDFText_GetTextObject(textpage, index)
        if drawn and raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            text.append(_letter(code))
            boxes.append(box)
    return Glyphs("".join(text), tuple(boxes))
