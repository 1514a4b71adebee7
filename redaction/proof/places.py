"""Where a page's own points are on the page as displayed, and which letters pdfium reads where."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import normalize

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box

_CHUNK = 48  # letters that are looked at together, at first
_NEAR = 2.0  # points: a letter's cell may be larger than its ink
_UNSAID = {ord(c): None for c in "\x02\ufffe\0"}


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
    return Counter(solid(text))


def letters_in(textpage: pypdfium2.PdfTextPage, boxes: Sequence[Box]) -> list[str]:
    """Return what pdfium reads in each box, of the page's own space: letters whose middle is there.

    Only letters near a box are looked at one by one: pdfium answers for whole stretches first.
    """
    read = [""] * len(boxes)
    cell = raw.FS_RECTF()
    for index in _near(textpage, boxes):
        letter = chr(raw.FPDFText_GetUnicode(textpage, index))
        if (
            letter.isspace()
            or letter in "\x02\ufffe\0"
            or raw.FPDFText_IsGenerated(textpage, index)
        ):
            continue
        raw.FPDFText_GetLooseCharBox(textpage, index, cell)
        x, y = (cell.left + cell.right) / 2, (cell.top + cell.bottom) / 2
        for number, box in enumerate(boxes):
            if box[0] < x < box[2] and box[1] < y < box[3]:
                read[number] += normalize("NFKC", letter)
    return read


def _near(textpage: pypdfium2.PdfTextPage, boxes: Sequence[Box]) -> Iterator[int]:
    """Yield the letters that may be in a box."""
    if not boxes:
        return
    around = [(b[0] - _NEAR, b[1] - _NEAR, b[2] + _NEAR, b[3] + _NEAR) for b in boxes]
    total, edges = textpage.count_chars(), [ctypes.c_double() for _ in range(4)]
    left, top, right, bottom = edges
    given = [ctypes.byref(edge) for edge in edges]
    for start in range(0, total, _CHUNK):
        count = min(_CHUNK, total - start)
        for index in range(raw.FPDFText_CountRects(textpage, start, count)):
            raw.FPDFText_GetRect(textpage, index, *given)
            x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
            if _touches(around, x0, y0, x1, y1):
                yield from range(start, start + count)
                break


def _touches(boxes: Sequence[Box], x0: float, y0: float, x1: float, y1: float) -> bool:
    # A plain loop: this is asked a thousand times a page.
    for box in boxes:  # noqa: SIM110
        if x0 < box[2] and box[0] < x1 and y0 < box[3] and box[1] < y1:
            return True
    return False
