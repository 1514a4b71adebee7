"""A new PDF of what may stay: each page a picture, its boxes painted in, and kept words as text.

Every page is drawn by pdfium, the boxes are painted on its pixels, and the picture is encoded anew
(16 greys); the words that are kept are laid invisibly over it, so that the page can be searched and
read aloud. No object of the source file is carried over. ADR 4 says what this costs.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageDraw
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from redaction.burn.areas import Area, kept_letters, prepared, words_of
from redaction.formats.document import ReadDocument, ReadPage
from redaction.formats.typeset import PLAIN, has_letter, register_fonts

DPI = 150
GROUND, EDGE, INK = 0xEE, 0xBB, HexColor("#5a6269")
"""Pale grey with a thin edge: both are exact among the 16 greys of the picture."""


@dataclass(frozen=True, slots=True)
class BurnedDocument:
    """A document after burning, not yet proven. `areas` are the boxes as they were painted."""

    pdf: bytes = field(repr=False)
    areas: tuple[Area, ...]
    pages_as_images: tuple[int, ...]


def burn(document: ReadDocument, areas: Sequence[Area]) -> BurnedDocument:
    """Return the document without what lies under the areas."""
    painted: list[Area] = []
    pictures: list[bytes] = []
    held = io.BytesIO()
    register_fonts()
    canvas = Canvas(held, invariant=1, pageCompression=1)
    source = pdfium.PdfDocument(document.pdf)
    try:
        for page in document.pages:
            here = prepared((a for a in areas if a.page == page.number), page)
            painted += here
            pictures.append(_picture(source, page, here))
            _lay_words(canvas, page, here)
    finally:
        source.close()
    canvas.save()
    pdf = _joined(held.getvalue(), pictures, document.pages)
    return BurnedDocument(pdf, tuple(painted), tuple(p.number for p in document.pages))


def pixels_of(page: ReadPage) -> tuple[int, int]:
    """Return the size of a page's picture."""
    return round(page.width * DPI / 72), round(page.height * DPI / 72)


def _picture(source: pdfium.PdfDocument, page: ReadPage, areas: Sequence[Area]) -> bytes:
    """Draw one page, paint its boxes, and return its pixels as packed 4-bit grey."""
    drawn = source[page.number - 1].render(scale=DPI / 72, may_draw_forms=False, grayscale=True)
    picture = drawn.to_pil().convert("L").resize(pixels_of(page))
    brush = ImageDraw.Draw(picture)
    across, down = picture.width / page.width, picture.height / page.height
    sides = [
        (a.box[0] * across, a.box[1] * down, a.box[2] * across, a.box[3] * down) for a in areas
    ]
    # Edges first, then all ground: no edge is left inside a box that another one overlaps.
    for x0, y0, x1, y1 in sides:
        brush.rectangle((int(x0), int(y0), int(x1 + 1), int(y1 + 1)), fill=EDGE)
    for x0, y0, x1, y1 in sides:
        brush.rectangle((int(x0) + 1, int(y0) + 1, int(x1), int(y1)), fill=GROUND)
    return _packed(picture)


def _packed(picture: Image.Image) -> bytes:
    """Return two pixels a byte, each row padded to whole bytes."""
    width, height = picture.size
    if width % 2:
        wider = Image.new("L", (width + 1, height), 255)
        wider.paste(picture)
        picture = wider
    greys = picture.tobytes()
    return bytes(
        (high & 0xF0) | (low >> 4) for high, low in zip(greys[::2], greys[1::2], strict=True)
    )


def _lay_words(canvas: Canvas, page: ReadPage, areas: Sequence[Area]) -> None:
    """Lay the kept words invisibly where they stand, and the labels visibly in their boxes."""
    canvas.setPageSize((page.width, page.height))
    canvas.saveState()  # invisibility would stay on for the labels otherwise
    for word, (x0, y0, x1, y1) in words_of(kept_letters(page, areas)):
        shown = "".join(letter for letter in word if has_letter(letter))
        natural = pdfmetrics.stringWidth(shown, PLAIN, 10)
        if not natural:
            continue
        text = canvas.beginText(x0, page.height - y1 + 0.22 * (y1 - y0))
        text.setFont(PLAIN, 10)
        text.setTextRenderMode(3)
        text.setHorizScale(100 * max(x1 - x0, 0.1) / natural)
        text.textOut(shown)
        canvas.drawText(text)
    canvas.restoreState()
    canvas.setFillColor(INK)
    for area in areas:
        _lay_label(canvas, area, page.height)
    canvas.showPage()


def _lay_label(canvas: Canvas, area: Area, height: float) -> None:
    """Write a label in its box as large as it fits; a box too small for it stays plain."""
    x0, y0, x1, y1 = area.box
    lines = max(round((y1 - y0) / 60), 1)
    size = min(0.55 * (y1 - y0) / lines, 9.0)
    while size > 4.4 and pdfmetrics.stringWidth(area.label, PLAIN, size) > x1 - x0 - 3:
        size -= 0.2
    if pdfmetrics.stringWidth(area.label, PLAIN, size) > x1 - x0 - 2:
        return
    text = canvas.beginText(x0 + 2, height - (y0 + y1) / 2 - 0.35 * size)
    text.setFont(PLAIN, size)
    text.textOut(area.label)
    canvas.drawText(text)


def _joined(words: bytes, pictures: Sequence[bytes], pages: Sequence[ReadPage]) -> bytes:
    """Put each picture under its page's words, in a file that says nothing of itself."""
    with pikepdf.open(io.BytesIO(words)) as laid, pikepdf.new() as made:
        for number, (picture, page) in enumerate(zip(pictures, pages, strict=True)):
            made.pages.append(laid.pages[number])
            target = made.pages[-1]
            width, height = pixels_of(page)
            image = made.make_stream(picture)
            image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
            image.Width, image.Height = width, height
            image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceGray, 4
            fonts = target.obj.Resources.get("/Font", pikepdf.Dictionary())
            target.obj.Resources = pikepdf.Dictionary(
                Font=fonts, XObject=pikepdf.Dictionary(Page=image)
            )
            draw = f"q {page.width:.4f} 0 0 {page.height:.4f} 0 0 cm /Page Do Q\n".encode()
            target.contents_add(made.make_stream(draw), prepend=True)
            for key in set(target.obj.keys()) - _PAGE_KEYS:
                del target.obj[key]
        for key in set(made.Root.keys()) - {"/Type", "/Pages"}:
            del made.Root[key]
        if "/Info" in made.trailer:
            del made.trailer["/Info"]
        held = io.BytesIO()
        made.save(held, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return held.getvalue()


_PAGE_KEYS = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
