"""Ink that nobody could read: words drawn as lines look like words, and no reader finds them.

The page is drawn without its ruling lines and filled rectangles; every letter that was read is
blotted out. Ink that is left was not read, and the page is refused. Letters that are on the page
but leave no ink are *unseen*: white, tiny, covered, or beyond the edge.

What this cannot see: a glyph that is drawn as one letter and says that it is another. Only reading
the picture (OCR) would show that; see docs/adr/0004-redaction-skeleton.md.
"""

from __future__ import annotations

import ctypes
from itertools import islice

import pypdfium2
import pypdfium2.raw as raw
from PIL import ImageDraw

from recordkeeping.vocabulary.errors import Refused
from redaction.pdfium import Glyphs, picture, visible

_DPI = 100
_AROUND_LETTER = 1.0  # points: a bold or slanted glyph reaches out of its cell
_STRAY_PIXELS = 12  # about the full stop of a 12 point text
_DARK = 215
_MOST_OBJECTS = 200_000


def unseen_letters(page: pypdfium2.PdfPage, read: Glyphs) -> int:
    """Return how many letters of the page leave no ink on it."""
    seen = visible(picture(page, _DPI), _DPI, read.boxes)
    return sum(
        not inked and box is not None and not letter.isspace()
        for letter, box, inked in zip(read.text, read.boxes, seen, strict=True)
    )


def refuse_unread_ink(page: pypdfium2.PdfPage, read: Glyphs) -> None:
    """Refuse a page on which something is drawn that was not read. The page is used up."""
    _take_out_rulings(page)
    drawn = picture(page, _DPI)
    scale = _DPI / 72
    blot = ImageDraw.Draw(drawn)
    for x0, y0, x1, y1 in filter(None, read.boxes):
        blot.rectangle(
            (
                (x0 - _AROUND_LETTER) * scale,
                (y0 - _AROUND_LETTER) * scale,
                (x1 + _AROUND_LETTER) * scale,
                (y1 + _AROUND_LETTER) * scale,
            ),
            fill=255,
        )
    if sum(drawn.histogram()[:_DARK]) > _STRAY_PIXELS:
        raise Refused("holds a drawing or a signature that cannot be read yet")


def _take_out_rulings(page: pypdfium2.PdfPage) -> None:
    """Remove straight lines and rectangles; refuse pictures and shadings."""
    objects = list(islice(page.get_objects(max_depth=16), _MOST_OBJECTS + 1))
    if len(objects) > _MOST_OBJECTS:
        raise Refused("holds too many drawn things to be read")
    for drawn in objects:
        if drawn.type in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            raise Refused("holds a picture that cannot be read yet")
        if drawn.type == raw.FPDF_PAGEOBJ_PATH and _is_ruling(drawn):
            if drawn.container is None:
                raw.FPDFPage_RemoveObject(page, drawn)
            else:
                raw.FPDFFormObj_RemoveObject(drawn.container, drawn)


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
