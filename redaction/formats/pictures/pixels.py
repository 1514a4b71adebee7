"""Pixels as an image of a PDF: nothing of the file that they came in, and small.

Two-valued pages are packed as CCITT Group 4 (ITU-T T.6), all else as JPEG.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

_QUALITY = 85
_ROWS_A_STRIP, _STRIP_AT, _STRIP_LONG = 278, 273, 279  # TIFF tags
_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}


def packed_pixels(image: Image.Image) -> bytes:
    """Return a picture of the kinds "1", "L" and "RGB" packed for a PDF."""
    if image.mode == "1":
        return _as_fax(image)
    out = io.BytesIO()
    bare = Image.frombytes(image.mode, image.size, image.tobytes())  # no profile, no comment
    bare.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def image_object(pdf: Pdf, data: bytes, mode: str, size: tuple[int, int]) -> pikepdf.Object:
    """Return packed pixels as an image of a PDF (ISO 32000-1 §8.9.5)."""
    width, height = size
    stream = pikepdf.Stream(pdf, data)
    stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Image
    stream["/Width"], stream["/Height"] = width, height
    stream["/ColorSpace"] = _SPACES.get(mode, Name.DeviceGray)
    stream["/BitsPerComponent"] = 1 if mode == "1" else 8
    stream["/Filter"] = Name.CCITTFaxDecode if mode == "1" else Name.DCTDecode
    if mode == "1":
        stream["/DecodeParms"] = Dictionary(K=-1, Columns=width, Rows=height)
    return pdf.make_indirect(stream)


def _as_fax(image: Image.Image) -> bytes:
    # Pillow writes what is set as black.
    turned = image.convert("L").point([255 - value for value in range(256)]).convert("1")
    out = io.BytesIO()
    turned.save(out, "TIFF", compression="group4", tiffinfo={_ROWS_A_STRIP: image.height})
    with Image.open(io.BytesIO(out.getvalue()), formats=["TIFF"]) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        [start], [length] = tags[_STRIP_AT], tags[_STRIP_LONG]
    return out.getvalue()[start : start + length]
