"""Letters of a source page that nobody sees: to leave them out of a release loses no word."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from redaction.proof.looks import address_of

_SCALE = 100 / 72
_CONTRAST = 24  # of 255
_TINY = 2  # pixels
_READ = b"+Read"  # the font of words that were read in pictures, laid unseen over their ink
_UNSEEN_MODE = 3


def unseen_on(page: pypdfium2.PdfPage) -> str:
    """Return the letters that pdfium reads on a page and that are white, covered or without ink.

    It says too few rather than too many: where something else is seen in a letter's place, it is
    taken to be seen.
    """
    return "".join(letter for _, letter in unseen_letters(page))


def unseen_letters(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str]]:
    """Yield the number and the letter of each of them, as pdfium counts the letters of a page."""
    text = page.get_textpage()
    drawn = np.asarray(page.render(scale=_SCALE, grayscale=True, draw_annots=False).to_pil())
    high, wide = drawn.shape[:2]
    covers = _Covers(page)
    cell, edges = raw.FS_RECTF(), [ctypes.c_int() for _ in range(4)]
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetLooseCharBox(text, index, cell)
        corners = ((cell.left, cell.top), (cell.right, cell.bottom))
        for number, (x, y) in enumerate(corners):
            raw.FPDF_PageToDevice(
                page, 0, 0, wide, high, 0, x, y, edges[2 * number], edges[2 * number + 1]
            )
        x0, x1 = sorted((edges[0].value, edges[2].value))
        y0, y1 = sorted((edges[1].value, edges[3].value))
        held = drawn[max(0, y0) : max(0, y1 + 1), max(0, x0) : max(0, x1 + 1)]
        if (
            held.size == 0
            or y1 - y0 < _TINY
            or int(np.ptp(held)) < _CONTRAST
            or not _is_inked(text, index, held)
            or covers.hide(text, index, cell)
        ):
            yield index, letter


def _is_inked(text: pypdfium2.PdfTextPage, index: int, held: np.ndarray) -> bool:
    """Say whether a letter is of its own drawn in a colour that is not that of its ground."""
    thing = raw.FPDFText_GetTextObject(text, index)
    if not thing:
        return True
    mode = raw.FPDFTextObj_GetTextRenderMode(thing)
    if mode == _UNSEEN_MODE:
        name = ctypes.create_string_buffer(64)
        raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(thing), name, len(name))
        return name.value.endswith(_READ)
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if mode or not raw.FPDFText_GetFillColor(text, index, red, green, blue, opacity):
        return True
    rim = np.concatenate([held[0], held[-1], held[:, 0], held[:, -1]])
    light = 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value
    return opacity.value > 0 and abs(float(np.median(rim)) - light) > _CONTRAST


class _Covers:
    """What is painted over letters afterwards and lets nothing through: plain rectangles."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.order: dict[int, int] = {}
        self.boxes: list[tuple[int, float, float, float, float]] = []
        edges = [ctypes.c_float() for _ in range(4)]
        colour = [ctypes.c_uint() for _ in range(4)]
        for index in range(raw.FPDFPage_CountObjects(page)):
            thing = raw.FPDFPage_GetObject(page, index)
            self.order[address_of(thing)] = index
            if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_PATH:
                continue
            raw.FPDFPageObj_GetFillColor(thing, *colour)
            if _is_filled(thing) and colour[3].value == 255:
                raw.FPDFPageObj_GetBounds(thing, *edges)
                left, bottom, right, top = (edge.value for edge in edges)
                self.boxes.append((index, left, bottom, right, top))

    def hide(self, text: pypdfium2.PdfTextPage, index: int, cell: raw.FS_RECTF) -> bool:
        """Say whether a letter lies under one of them."""
        at = self.order.get(address_of(raw.FPDFText_GetTextObject(text, index)))
        if at is None:
            return False
        middle = (cell.left + cell.right) / 2, (cell.bottom + cell.top) / 2
        return any(
            over > at and left <= middle[0] <= right and bottom <= middle[1] <= top
            for over, left, bottom, right, top in self.boxes
        )


def _is_filled(path: raw.FPDF_PAGEOBJECT) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    found = raw.FPDFPath_GetDrawMode(path, mode, stroked)
    segments = raw.FPDFPath_CountSegments(path)
    return bool(found and mode.value != raw.FPDF_FILLMODE_NONE and segments in (4, 5))
