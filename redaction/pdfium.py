"""PDF pages through pdfium: their letters with boxes, and their picture.

Called only inside the sandbox: pdfium keeps global state and is not thread-safe. Positions are
turned here into those of the page as displayed (CropBox and rotation applied, origin at the top
left, y downwards), so that nobody else needs to know of rotation.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused

_LINE_END_HYPHEN = "\x02"
UNREADABLE = "\ufffd"
_CONTRAST = 24


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The text of a page, and for each of its characters a box, or None for added white space."""

    text: str = field(repr=False)
    boxes: tuple[Box | None, ...] = field(repr=False)


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


def visible(drawn: Image.Image, dpi: int, boxes: Sequence[Box | None]) -> list[bool]:
    """Say of each box whether anything can be seen in it."""
    scale = dpi / 72
    width, height = drawn.size
    pixels = drawn.im  # thousands of small crops: without the wrapper they cost a third
    seen = []
    for box in boxes:
        if box is None:
            seen.append(False)
            continue
        left, top = max(0, int(box[0] * scale)), max(0, int(box[1] * scale))
        right = min(width, int(box[2] * scale) + 1)
        bottom = min(height, int(box[3] * scale) + 1)
        if left >= right or top >= bottom:
            seen.append(False)
            continue
        low, high = pixels.crop((left, top, right, bottom)).getextrema()
        seen.append(high - low >= _CONTRAST)
    return seen


def glyphs(page: pypdfium2.PdfPage) -> Glyphs:
    """Return every letter of the page, seen or not, in reading order.

    Lines end with a line feed. A letter without meaning in Unicode is U+FFFD. The letters of a
    ligature share one box.
    """
    textpage = page.get_textpage()
    shown_at, extent_of = _displayed(page), _extents(textpage)
    text: list[str] = []
    boxes: list[Box | None] = []
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if raw.FPDFText_IsGenerated(textpage, index):
            if code != 0x0D:
                text.append("\n" if code == 0x0A else " ")
                boxes.append(None)
            continue
        letter = _letter(code)
        # pdfium joins a word that is hyphenated at a line's end; other readers do not.
        joined = letter == _LINE_END_HYPHEN
        text.append("-" if joined else letter)
        boxes.append(shown_at(extent_of(index)))
        if joined:
            text.append("\n")
            boxes.append(None)
    return Glyphs("".join(text), tuple(boxes))


def _letter(code: int) -> str:
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNREADABLE
    # A line break inside a drawn string is no line break of the page.
    return " " if code in (0x0A, 0x0D, 0x09) else chr(code)


class _extents:  # noqa: N801 - a function with a memory
    """What a glyph covers, in PDF coordinates: its cell and its ink together."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self.textpage = textpage
        self.cell = raw.FS_RECTF()
        self.edges = [ctypes.c_double() for _ in range(4)]

    def __call__(self, index: int) -> Box:
        cell, (left, right, bottom, top) = self.cell, self.edges
        raw.FPDFText_GetLooseCharBox(self.textpage, index, cell)
        raw.FPDFText_GetCharBox(self.textpage, index, left, right, bottom, top)
        return (
            min(cell.left, left.value),
            min(cell.bottom, bottom.value),
            max(cell.right, right.value),
            max(cell.top, top.value),
        )


class _displayed:  # noqa: N801 - a function with a memory
    """From PDF coordinates to the page as displayed."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, bounds)
        self.left, self.bottom = bounds.left, bounds.bottom
        self.right, self.top = bounds.right, bounds.top
        self.rotation = page.get_rotation()

    def __call__(self, box: Box) -> Box:
        x0, y0 = self._point(box[0], box[1])
        x1, y1 = self._point(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y
