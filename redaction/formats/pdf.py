"""PDF, read by two engines that must agree, or refused.

Only what can be read whole is read: letters that both engines decode. A page with a picture, a
drawing that is more than straight rules, a form, a note, a layer or a letter without a meaning is
refused, because somebody's name could stand there unseen.

Accepted for now, and said in ADR 4: a font whose letters look otherwise than they decode is
believed where both engines decode it alike. Reading the rendered page (OCR) will close this.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.document import PDF, ReadDocument, ReadPage

MOST_PAGES = 2000
MOST_SMALL_MARKS = 60
"""Bullets and tick boxes a page may have; more small marks than these may be letters."""

SOFT_HYPHEN = "\u00ad"
_SCALE = 100  # pdfium converts to whole pixels: a hundredth of a point is near enough
_FORBIDDEN_ROOT = {
    "/AcroForm": "a form to fill in",
    "/OCProperties": "layers that can be hidden",
    "/Collection": "other files inside",
    "/AF": "other files inside",
}


def read_pdf(content: bytes) -> ReadDocument:
    """Read a PDF whole, or refuse it with a reason that a requester may read."""
    count = _look_inside(content)
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        raise Refused("the file is damaged and cannot be opened safely") from None
    try:
        if len(document) != count:
            raise Refused("the file is damaged: its pages cannot be counted safely")
        pages = tuple(_read_page(document, index) for index in range(count))
    except pdfium.PdfiumError:
        raise Refused("the file is damaged and a page of it cannot be opened") from None
    finally:
        document.close()
    return ReadDocument(PDF, content, pages)


def _look_inside(content: bytes) -> int:
    """Return the number of pages, once nothing is there that a page does not show."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                raise Refused("the file is locked with a password")
            for key, what in _FORBIDDEN_ROOT.items():
                if key in pdf.Root:
                    raise Refused(f"the file holds {what}, which cannot be read yet")
            if pdf.attachments:
                raise Refused("the file holds other files inside, which cannot be read yet")
            if not 1 <= len(pdf.pages) <= MOST_PAGES:
                raise Refused(f"the file has no page, or more than {MOST_PAGES}")
            for page in pdf.pages:
                _look_at_page(page)
            return len(pdf.pages)
    except pikepdf.PasswordError:
        raise Refused("the file is locked with a password") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError):
        raise Refused("the file is damaged and cannot be opened safely") from None


def _look_at_page(page: pikepdf.Page) -> None:
    for note in page.obj.get("/Annots", pikepdf.Array()):
        if note.get("/Subtype") != "/Link":
            raise Refused("a page has notes or marks laid over it, which cannot be read yet")
    if "/UserUnit" in page.obj:
        raise Refused("a page has an unusual unit of length, which cannot be read yet")
    _look_at_resources(page.obj.get("/Resources", pikepdf.Dictionary()), 0)


def _look_at_resources(resources: Any, depth: int) -> None:
    if depth > 8:
        raise Refused("a page is built too deeply to be read safely")
    for font in resources.get("/Font", pikepdf.Dictionary()).values():
        if font.get("/Subtype") == "/Type3":
            raise Refused("a page has letters that are drawings, which cannot be read yet")
    if resources.get("/Pattern") or resources.get("/Shading"):
        raise Refused("a page has patterns or shades, which cannot be read yet")
    for state in resources.get("/ExtGState", pikepdf.Dictionary()).values():
        if state.get("/SMask", "/None") != "/None":
            raise Refused("a page has masks, which cannot be read yet")
    for thing in resources.get("/XObject", pikepdf.Dictionary()).values():
        if thing.get("/Subtype") != "/Form":
            raise Refused("a page holds a picture, which cannot be read yet")
        _look_at_resources(thing.get("/Resources", pikepdf.Dictionary()), depth + 1)


def _read_page(document: Any, index: int) -> ReadPage:
    page = document[index]
    text_page = page.get_textpage()
    try:
        width, height = page.get_size()
        _look_at_objects(page)
        letters = list(_letters(page, text_page, width, height))
        return ReadPage(
            index + 1,
            width,
            height,
            "".join(letter for letter, _ in letters),
            tuple(box for _, box in letters),
        )
    finally:
        text_page.close()
        page.close()


def _look_at_objects(page: Any) -> None:
    """Refuse a page with anything but letters and straight rules."""
    small = 0
    for thing in page.get_objects(max_depth=10):
        match thing.type:
            case raw.FPDF_PAGEOBJ_TEXT | raw.FPDF_PAGEOBJ_FORM:
                continue
            case raw.FPDF_PAGEOBJ_PATH:
                if not _is_straight(thing.raw):
                    raise Refused("a page holds a drawing, which cannot be read yet")
                left, bottom, right, top = thing.get_bounds()
                small += right - left < 14 and top - bottom < 14
            case _:
                raise Refused("a page holds a picture, which cannot be read yet")
    if small > MOST_SMALL_MARKS:
        raise Refused("a page holds many small drawings, which may be letters")


def _is_straight(path: Any) -> bool:
    """Say whether a path is made of straight level and upright strokes alone, and few of them."""
    count = raw.FPDFPath_CountSegments(path)
    if count > 64:
        return False
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for number in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (x.value, y.value)
        if kind == raw.FPDF_SEGMENT_LINETO and before:
            if min(abs(here[0] - before[0]), abs(here[1] - before[1])) > 0.5:
                return False
        elif kind != raw.FPDF_SEGMENT_MOVETO:
            return False
        before = here
    return True


def _letters(
    page: Any, text_page: Any, width: float, height: float
) -> Iterator[tuple[str, Box | None]]:
    """Yield each code point with its box as displayed; refuse one without a meaning or a place."""
    pending = 0
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if 0xDC00 <= code < 0xE000 and pending:
            code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00)
            pending = 0
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            yield ("\n" if code == 10 else " "), None
            continue
        # pdfium tells a hyphen at a line's end as character 2, and the line's end not at all.
        letter = SOFT_HYPHEN if code == 2 else chr(code)
        if (
            raw.FPDFText_HasUnicodeMapError(text_page, index)
            or code == 0
            or 0xE000 <= code < 0xF900
        ):
            raise Refused("a page has letters whose meaning the file does not say")
        box = _box(page, text_page, index, width, height)
        if box[2] < 0 or box[3] < 0 or box[0] > width or box[1] > height:
            raise Refused("a page has words outside its edges, which nobody would see")
        yield letter, (None if letter.isspace() else box)


def _box(page: Any, text_page: Any, index: int, width: float, height: float) -> Box:
    rectangle = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, rectangle)
    corners = [
        _displayed(page, x, y, width, height)
        for x, y in ((rectangle.left, rectangle.top), (rectangle.right, rectangle.bottom))
    ]
    (xa, ya), (xb, yb) = corners
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _displayed(page: Any, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """Turn a point of the page's own space into points from the top left, as displayed."""
    dx, dy = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(
        page, 0, 0, round(width * _SCALE), round(height * _SCALE), 0, x, y, dx, dy
    )
    return dx.value / _SCALE, dy.value / _SCALE
