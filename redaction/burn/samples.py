"""The samples of a picture as its colour space counts them: unpacked from a file, and packed again.

Whatever way a picture was packed in, what comes out is one number for each part of each pixel.
Nothing else of the source is kept: no profile, no camera's notes, no bytes behind the pixels.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image, JpegImagePlugin

from redaction.burn.typefaces import Doubt

_PLAIN = {"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode"}
_SHORT = {
    "/Fl": "/FlateDecode", "/LZW": "/LZWDecode", "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode", "/RL": "/RunLengthDecode", "/DCT": "/DCTDecode",
    "/CCF": "/CCITTFaxDecode",
}  # fmt: skip
_LOSSLESS = pikepdf.StreamDecodeLevel.specialized  # run lengths too
_PARTS = {"L": 1, "RGB": 3, "CMYK": 4}
_STRIP_AT, _STRIP_LONG, _ROWS = 273, 279, 278  # tags of TIFF 6.0

Values = NDArray[np.uint8]


@dataclass(slots=True)
class Samples:
    """Rows, columns and parts of `bits` each; 16 bits are brought down to 8.

    `quality` are the quantisation tables and the subsampling of a JPEG; `alpha` what a JPEG 2000
    picture says of its opacity.
    """

    values: Values
    bits: int
    kind: str = ""
    quality: tuple[dict[int, list[int]], int] | None = None
    alpha: Values | None = None


def filters_of(given: Object) -> list[str]:
    """Return the names of the filters that a stream is packed with, outermost first."""
    filters = given.get("/Filter")
    if filters is None:
        return []
    names = [str(f) for f in filters] if isinstance(filters, Array) else [str(filters)]
    return [_SHORT.get(name, name) for name in names]


def innermost(made: Pdf, given: Object, filters: list[str]) -> bytes:
    """Return a stream's bytes with all but its last filter undone."""
    raw: bytes = given.read_raw_bytes()
    for name in filters[:-1]:
        if name not in _PLAIN:
            raise Doubt("a picture of a kind that cannot be rewritten")
        wrapped = pikepdf.Stream(made, raw)
        wrapped["/Filter"] = Name(name)
        try:
            raw = wrapped.read_bytes(_LOSSLESS)
        except pikepdf.PdfError:
            raise Doubt("a picture that is damaged") from None
    return raw


def unpacked(made: Pdf, given: Object, parts: int | None, bits: int) -> Samples:
    """Return the samples of a picture, or raise `Doubt`; `parts` is None where its data decide."""
    width, height = int(given["/Width"]), int(given["/Height"])
    filters = filters_of(given)
    last = filters[-1] if filters else ""
    try:
        if last == "/DCTDecode":
            return _jpeg(innermost(made, given, filters), width, height, parts)
        if last == "/JPXDecode":
            return _jpeg_2000(innermost(made, given, filters), width, height, parts)
        if last == "/CCITTFaxDecode":
            raw = innermost(made, given, filters)
            return _fax(raw, _parameters(given, filters), width, height)
        if last == "/JBIG2Decode":
            return _jbig2(given, filters, width, height)
        if set(filters) - _PLAIN:
            raise Doubt("a picture of a kind that cannot be rewritten")
        return _plain(given.read_bytes(_LOSSLESS), width, height, parts or 1, bits)
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, pikepdf.PdfError,
            pypdfium2.PdfiumError, Image.DecompressionBombError):  # fmt: skip
        raise Doubt("a picture that is damaged") from None


def packed(samples: Samples) -> bytes:
    """Return samples as rows of bytes, each row padded to a byte (ISO 32000-1 §8.9.3)."""
    rows = samples.values.reshape(samples.values.shape[0], -1)
    if samples.bits == 8:
        return rows.tobytes()
    if samples.bits == 1:
        return np.packbits(rows, axis=1).tobytes()
    each = 8 // samples.bits
    padded = np.pad(rows, ((0, 0), (0, -rows.shape[1] % each)))
    out = np.zeros((rows.shape[0], padded.shape[1] // each), np.uint8)
    for step in range(each):
        out |= padded[:, step::each] << (8 - samples.bits * (step + 1))
    return out.tobytes()


def as_jpeg(values: Values, quality: tuple[dict[int, list[int]], int] | None) -> bytes:
    """Return samples of one or three parts as a JPEG, of a quality that a source had."""
    image = Image.fromarray(values[:, :, 0] if values.shape[2] == 1 else values)
    out = io.BytesIO()
    if quality is None:
        image.save(out, "JPEG", quality=88, subsampling=0, optimize=True)
    elif values.shape[2] == 1 or quality[1] < 0:
        image.save(out, "JPEG", qtables=quality[0], optimize=True)
    else:
        image.save(out, "JPEG", qtables=quality[0], subsampling=quality[1], optimize=True)
    return out.getvalue()


def as_fax(values: Values) -> bytes:
    """Return two-valued samples, 0 for black, as CCITT Group 4 (T.6)."""
    # Pillow writes what is set as black: so black is set.
    image = Image.fromarray((values[:, :, 0] == 0).astype(np.uint8) * 255).convert("1")
    out = io.BytesIO()
    image.save(out, "TIFF", compression="group4", tiffinfo={_ROWS: image.height})
    with Image.open(io.BytesIO(out.getvalue())) as tiff:
        [start], [length] = tiff.tag_v2[_STRIP_AT], tiff.tag_v2[_STRIP_LONG]  # type: ignore[attr-defined]
    return out.getvalue()[start : start + length]


# --- the kinds of packing


def _plain(raw: bytes, width: int, height: int, parts: int, bits: int) -> Samples:
    if bits not in (1, 2, 4, 8, 16):
        raise Doubt("a picture of a kind that cannot be rewritten")
    row = (width * parts * bits + 7) // 8
    if len(raw) < row * height:
        raise Doubt("a picture that is damaged")
    rows = np.frombuffer(raw, np.uint8, row * height).reshape(height, row)
    count = width * parts
    match bits:
        case 16:
            values, bits = rows[:, ::2], 8
        case 8:
            values = rows
        case 1:
            values = np.unpackbits(rows, axis=1)
        case _:
            each, mask = 8 // bits, (1 << bits) - 1
            values = np.zeros((height, row * each), np.uint8)
            for step in range(each):
                values[:, step::each] = (rows >> (8 - bits * (step + 1))) & mask
    return Samples(values[:, :count].reshape(height, width, parts).copy(), bits)


def _opened(raw: bytes, kind: str, width: int, height: int) -> Image.Image:
    image = Image.open(io.BytesIO(raw), formats=[kind])
    if image.size != (width, height):
        raise Doubt("a picture that is damaged")
    image.load()
    return image


def _jpeg(raw: bytes, width: int, height: int, parts: int | None) -> Samples:
    image = _opened(raw, "JPEG", width, height)
    if _PARTS.get(image.mode) is None or _PARTS[image.mode] != (parts or _PARTS[image.mode]):
        raise Doubt("a picture of a kind that cannot be rewritten")
    tables: dict[int, list[int]] = image.quantization  # type: ignore[attr-defined]
    quality = tables, JpegImagePlugin.get_sampling(image)
    values = np.array(image, np.uint8).reshape(height, width, -1)
    if image.mode == "CMYK":
        # Pillow turns the inks round, as Photoshop means them; the file's Decode array says the
        # same once more.
        return Samples(255 - values, 8, "photograph")
    return Samples(values, 8, "photograph", quality)


def _jpeg_2000(raw: bytes, width: int, height: int, parts: int | None) -> Samples:
    image = _opened(raw, "JPEG2000", width, height)
    alpha = None
    if image.mode in ("LA", "RGBA"):
        alpha = np.array(image.getchannel("A"), np.uint8).reshape(height, width, 1)
        image = image.convert(image.mode[:-1])
    if _PARTS.get(image.mode) is None or _PARTS[image.mode] != (parts or _PARTS[image.mode]):
        raise Doubt("a picture of a kind that cannot be rewritten")
    values = np.array(image, np.uint8).reshape(height, width, -1)
    return Samples(values, 8, "photograph", alpha=alpha)


def _parameters(given: Object, filters: list[str]) -> Object:
    parameters: object = given.get("/DecodeParms", given.get("/DP", Dictionary()))
    if isinstance(parameters, Array):
        parameters = parameters[len(filters) - 1] if len(parameters) == len(filters) else None
    return parameters if isinstance(parameters, Dictionary) else Dictionary()


def _fax(raw: bytes, parameters: Object, width: int, height: int) -> Samples:
    """Unpack CCITT data by way of a TIFF file around it."""
    if int(parameters.get("/Columns", 1728)) != width or parameters.get("/EncodedByteAlign", False):
        raise Doubt("a picture of a kind that cannot be rewritten")
    scheme = int(parameters.get("/K", 0))
    tags = [
        (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 4 if scheme < 0 else 3),
        (262, 3, 0), (273, 4, 0), (277, 3, 1), (278, 4, height), (279, 4, len(raw)),
        (292, 4, 1 if scheme > 0 else 0),
    ]  # fmt: skip
    start = 8 + 2 + 12 * len(tags) + 4
    entries = b"".join(
        struct.pack("<HHLL", tag, kind, 1, start if tag == _STRIP_AT else value)
        for tag, kind, value in tags
    )
    head = b"II*\0" + struct.pack("<LH", 8, len(tags)) + entries + bytes(4)
    image = _opened(head + raw, "TIFF", width, height)
    # In a TIFF of this kind nought is white: Pillow shows black as nought, as PDF does.
    values = (np.array(image.convert("L"), np.uint8) > 127).astype(np.uint8)
    if parameters.get("/BlackIs1", False):
        values = 1 - values
    return Samples(values.reshape(height, width, 1), 1)


def _jbig2(given: Object, filters: list[str], width: int, height: int) -> Samples:
    """Unpack JBIG2 data by pdfium, on a page of its own."""
    with Pdf.new() as alone:
        stream = pikepdf.Stream(alone, given.read_raw_bytes())
        stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Image
        stream["/Width"], stream["/Height"], stream["/BitsPerComponent"] = width, height, 1
        stream["/ColorSpace"] = Name.DeviceGray
        stream["/Filter"] = Array([Name(name) for name in filters])
        shared = _parameters(given, filters).get("/JBIG2Globals")
        if shared is not None:
            held = Dictionary(JBIG2Globals=alone.make_stream(shared.read_bytes()))
            stream["/DecodeParms"] = Array([Dictionary()] * (len(filters) - 1) + [held])
        page = alone.add_blank_page(page_size=(100, 100))
        page.Resources = Dictionary(XObject=Dictionary(I=stream))
        page.Contents = alone.make_stream(b"q 100 0 0 100 0 0 cm /I Do Q")
        out = io.BytesIO()
        alone.save(out)
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        pictures = list(document[0].get_objects())
        if len(pictures) != 1:
            raise Doubt("a picture that is damaged")
        image = pictures[0].get_bitmap().to_pil().convert("L")
    finally:
        document.close()
    if image.size != (width, height):
        raise Doubt("a picture that is damaged")
    values = (np.array(image, np.uint8) > 127).astype(np.uint8)
    return Samples(values.reshape(height, width, 1), 1)
