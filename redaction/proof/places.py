"""Where a page's own points are on the page as displayed, and which letters pdfium reads where."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from unicodedata import normalize

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box

_STRETCH, _CHUNK = 160, 16  # letters that are looked at together, at first
_NEAR = 2.0  # points: a letter's cell may be larger than its ink
_UNSAID = {ord(c): None for c in "\x02\ufffe\0"}


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def plain(
    function: object,
    *takes: type[ctypes._SimpleCData[Any]],
    gives: type[ctypes._SimpleCData[Any]] = ctypes.c_uint,
) -> Callable[..., int]:
    """Return one of pdfium's functions that takes addresses as numbers: a third of the time."""
    address = ctypes.cast(function, _POINTER).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(gives, *takes)(address or 0)


_unicode_of = plain(raw.FPDFText_GetUnicode, _POINTER, _INT)
_is_added = plain(raw.FPDFText_IsGenerated, _POINTER, _INT)
_count_rects = plain(raw.FPDFText_CountRects, _POINTER, _INT, _INT)
_rect_of = plain(raw.FPDFText_GetRect, _POINTER, _INT, *(_POINTER,) * 4)
_cell_of = plain(raw.FPDFText_GetLooseCharBox, _POINTER, _INT, _POINTER)


class Sheet:
    """A page as displayed and in its own space: CropBox and rotation."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        """Take a page that pdfium has opened."""
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, bounds)
        self.left, self.bottom = bounds.left, bounds.bottom
        self.right, self.top = bounds.right, bounds.top
        self.turned = page.get_rotation()

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page's own space is displayed, from the top left."""
        match self.turned:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def own(self, x: float, y: float) -> tuple[float, float]:
        """Return where a displayed point is in the page's own space."""
        match self.turned:
            case 90:
                return y + self.left, x + self.bottom
            case 180:
                return self.right - x, y + self.bottom
            case 270:
                return self.right - y, self.top - x
            case _:
                return x + self.left, self.top - y

    def shown_cells(self, cells: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return cells (middle, and half the size) as displayed: one row for each number."""
        x, y, half_wide, half_high = cells.T
        if self.turned in (90, 270):
            half_wide, half_high = half_high, half_wide
        across, down = {
            0: (x - self.left, self.top - y),
            90: (y - self.bottom, x - self.left),
            180: (self.right - x, y - self.bottom),
            270: (self.top - y, self.right - x),
        }[self.turned]
        return np.stack([across, down, half_wide, half_high])

    def own_box(self, box: Box) -> Box:
        """Return a displayed box in the page's own space."""
        (x0, y0), (x1, y1) = self.own(box[0], box[1]), self.own(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def shown_box(self, box: Box) -> Box:
        """Return a box of the page's own space as it is displayed."""
        (x0, y0), (x1, y1) = self.shown(box[0], box[1]), self.shown(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def solid(text: str) -> str:
    """Return a text's letters without white space and what stands for none."""
    if text.isascii() and "\x02" not in text and "\0" not in text:
        return "".join(text.split())
    return "".join(normalize("NFKC", text).translate(_UNSAID).split())


def counted(text: str) -> Counter[str]:
    """Count the letters of a text, as `solid` gives them."""
    letters = solid(text)
    if not letters.isascii():
        return Counter(letters)
    many = np.bincount(np.frombuffer(letters.encode(), np.uint8), minlength=1)
    return Counter({chr(code): int(many[code]) for code in np.flatnonzero(many).tolist()})


def letters_in(
    textpage: pypdfium2.PdfTextPage, boxes: Sequence[Box], *, once: bool = False
) -> list[str]:
    """Return what pdfium reads in each box, of the page's own space: letters whose middle is there.

    `once`: a letter in two boxes that overlap is told of the first alone.
    Only letters near a box are looked at one by one: pdfium answers for whole stretches first.
    """
    read = [""] * len(boxes)
    if not boxes:
        return read
    handle = ctypes.cast(textpage.raw, _POINTER).value
    edges = np.array(boxes, np.float64)
    near = _near(handle, textpage.count_chars(), edges)
    cells = np.full((len(near), 4), np.nan, np.float32)  # left, top, right, bottom
    at = cells.ctypes.data
    for row, index in enumerate(near):
        _cell_of(handle, index, at + 16 * row)
    x, y = (cells[:, 0] + cells[:, 2]) / 2, (cells[:, 1] + cells[:, 3]) / 2
    x0, y0, x1, y1 = edges.T[:, :, None]
    inside = (x0 < x) & (x < x1) & (y0 < y) & (y < y1)
    if once:
        inside &= np.cumsum(inside, axis=0) == 1
    for number, row in np.argwhere(inside).tolist():
        letter = chr(_unicode_of(handle, near[row]))
        if not (letter.isspace() or letter in "\x02\ufffe\0" or _is_added(handle, near[row])):
            read[number] += letter if letter.isascii() else normalize("NFKC", letter)
    return read


def _near(handle: int | None, total: int, boxes: NDArray[np.float64]) -> list[int]:
    """Return the letters that may be in a box: of long stretches, then of short ones in those."""
    near = [(0, total)]
    for size in (_STRETCH, _CHUNK):
        near = _touching(handle, near, size, boxes)
    return [index for start, end in near for index in range(start, end)]


def _touching(
    handle: int | None, stretches: Sequence[tuple[int, int]], size: int, boxes: NDArray[np.float64]
) -> list[tuple[int, int]]:
    """Return the parts of stretches, each of so many letters, of which any may be in a box."""
    parts = [
        (start, min(start + size, end))
        for begin, end in stretches
        for start in range(begin, end, size)
    ]
    counts = list[int]()
    places = np.empty((sum(end - start for start, end in parts), 4))  # left, top, right, bottom
    first = at = places.ctypes.data
    for start, end in parts:
        many = min(_count_rects(handle, start, end - start), end - start)
        for index in range(many):
            _rect_of(handle, index, at, at + 8, at + 16, at + 24)
            at += 32
        counts.append(many)
    left, top, right, bottom = places[: (at - first) // 32].T[:, :, None]
    low, high = boxes[:, :2] - _NEAR, boxes[:, 2:] + _NEAR
    touches = (left < high[:, 0]) & (low[:, 0] < right) & (bottom < high[:, 1]) & (low[:, 1] < top)
    found = np.zeros(len(parts), bool)
    found[np.repeat(np.arange(len(parts)), counts)[touches.any(axis=1)]] = True
    return [part for part, is_near in zip(parts, found.tolist(), strict=True) if is_near]
