"""Words in the drawings of a released page that the page does not show.

Outlines in the colour of their ground, or under a blend that hides them, are in the file for
whoever changes the colour.
"""

from __future__ import annotations

import io
import re

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pikepdf import Dictionary, Name
from PIL import ImageOps

from redaction.scans.ocr import words_on

_DRAWN = re.compile(
    rb"(?:.* )?(?:q|Q|cm|w|J|j|M|d|m|l|c|v|y|h|re|f|F|f\*|B|B\*|b|b\*|s|S|n)", re.ASCII
)
_LOOK, _READ = 100, 200  # dots an inch
_BLOCK = 6  # pixels at which drawings are compared, at `_LOOK`
_DRAWN_THERE, _FLAT = 100, 4  # of 255
_LEAST = 3  # such blocks: fewer hold no word
_PAPER = (-20_000, -20_000, 40_000, 40_000)


def unshown(page: pikepdf.Page, kept: bytes, released: pypdfium2.PdfPage) -> str:
    """Return the words that eyes read in a page's drawings where the page itself is flat.

    `kept` is what the page draws besides its boxes, one instruction on each line.
    """
    alone = pypdfium2.PdfDocument(_drawings_alone(page, kept))
    try:
        drawings = alone[0]
        apart = _shades(drawings) >= _DRAWN_THERE
        if not apart.any() or np.count_nonzero(apart & (_shades(released) < _FLAT)) < _LEAST:
            return ""
        image = drawings.render(scale=_READ / 72, grayscale=True).to_pil().convert("L")
    finally:
        alone.close()
    words = words_on(ImageOps.invert(image), _READ) + words_on(image, _READ)
    return " ".join(word.text for word in words)


def _drawings_alone(page: pikepdf.Page, kept: bytes) -> bytes:
    """Return a page that turns what is below each of the drawings round: black, white, black.

    So a letter shows on whatever ground, in one colour and without the clips and shades it had.
    """
    lines = [line for line in kept.splitlines() if _DRAWN.fullmatch(line.strip())]
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(10, 10))
        sheet = made.pages[0].obj
        for key in ("/MediaBox", "/CropBox"):
            if key in page.obj:
                sheet[key] = [float(edge) for edge in page.obj[key]]
        sheet.Rotate = int(page.obj.get("/Rotate", 0))
        sheet.Resources = Dictionary(ExtGState=Dictionary(D=Dictionary(BM=Name.Difference)))
        ground = b"0 g " + b" ".join(b"%d" % edge for edge in _PAPER) + b" re f /D gs 1 g 1 G"
        sheet.Contents = made.make_stream(b"\n".join([ground, *lines]))
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def _shades(page: pypdfium2.PdfPage) -> NDArray[np.int_]:
    """Return how far apart the shades of each block of a page are, in its clearest colour."""
    bitmap = page.render(scale=_LOOK / 72, may_draw_forms=False, draw_annots=False)
    rows = np.asarray(bitmap.to_pil().convert("RGB"), np.int16)
    high, wide = rows.shape[0] // _BLOCK, rows.shape[1] // _BLOCK
    blocks = rows[: high * _BLOCK, : wide * _BLOCK].reshape(high, _BLOCK, wide, _BLOCK, 3)
    return np.asarray((blocks.max(axis=(1, 3)) - blocks.min(axis=(1, 3))).max(axis=2), int)
