"""Scans and photographs: pages of pixels made anew, straightened, with their words over them.

Of the file nothing comes into the page but decoded pixels. What else it says is told as hidden.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from recordkeeping.disclosure.findings import Gap, Page
from redaction.formats.kinds import kind_of
from redaction.formats.layer import with_codes, with_other_layer, with_read_layer
from redaction.formats.pictures.facts import behind, facts_of
from redaction.formats.pictures.frames import Frame, count_of, frame_at, opened, seek
from redaction.formats.pictures.pixels import image_object, packed_pixels
from redaction.pages import Hidden, ReadDocument
from redaction.pdfium import displayed_size, glyphs, open_pdf
from redaction.sandbox.abreast import abreast
from redaction.sandbox.wire import Header
from redaction.scans.codes import CODE, Code, codes_on, over_codes
from redaction.scans.doubted import told_apart
from redaction.scans.ocr import Word, doubted_of, get_ready, is_shown, read_upright, wholes_of
from redaction.scans.reversed import with_light_words
from redaction.scans.straightening import Turn, turned
from redaction.scans.told import codes_heard, codes_told, words_heard, words_told

SEETHROUGH = "a part of the picture is set to be invisible, and is not released"
_MOVING = ("GIF", "WEBP", "PNG")


@dataclass(frozen=True, slots=True)
class PicturePage:
    """One frame, ready for its page: packed pixels, and what was read in them, in points."""

    data: bytes = field(repr=False)
    mode: str
    pixels: tuple[int, int]
    dpi: float
    words: tuple[Word, ...] = ()
    others: tuple[Word, ...] = ()
    codes: tuple[Code, ...] = ()
    doubts: tuple[str, ...] = ()


def read_picture(content: bytes) -> ReadDocument:
    """Read a picture file, each of its frames a page, or refuse it."""
    kind = kind_of(content)
    image = opened(content, kind)
    shown, hidden = _looked_through(image)
    get_ready()
    pages = [
        _heard(*answer) for answer in abreast(lambda n: _told(_page_of(frame_at(image, n))), shown)
    ]
    rest = behind(content, kind)
    document = _document(kind, pages)
    return replace(
        document,
        hidden=(*dict.fromkeys(hidden), *document.hidden),
        attachments=(rest,) if rest else (),
    )


def _looked_through(image: Image.Image) -> tuple[list[int], list[Hidden]]:
    """Return which frames are to be shown, from 0, and what each says of itself.

    Of a moving picture, a frame that shows what the last one did is left out.
    """
    shown: list[int] = []
    hidden: list[Hidden] = []
    last = b""
    count = count_of(image)
    for number in range(count):
        if image.format in _MOVING or count == 1:  # some say things behind their pixels
            frame = frame_at(image, number).image
            look = sha256(frame.tobytes() + repr(frame.size).encode()).digest()
            if look != last:
                shown.append(number)
            last = look
        else:
            seek(image, number)
            shown.append(number)
        hidden += facts_of(image, number + 1 if count > 1 else None)
    return shown, hidden


def _told(page: PicturePage) -> tuple[Header, list[bytes]]:
    return {
        "mode": page.mode,
        "pixels": page.pixels,
        "dpi": page.dpi,
        "words": words_told(page.words),
        "others": words_told(page.others),
        "codes": codes_told(page.codes),
        "doubts": page.doubts,
    }, [page.data]


def _heard(told: Header, parts: Sequence[bytes]) -> PicturePage:
    width, height = told["pixels"]
    return PicturePage(
        data=parts[0],
        mode=str(told["mode"]),
        pixels=(int(width), int(height)),
        dpi=float(told["dpi"]),
        words=tuple(words_heard(told["words"])),
        others=tuple(words_heard(told["others"])),
        codes=tuple(codes_heard(told["codes"])),
        doubts=tuple(str(why) for why in told["doubts"]),
    )


def _page_of(frame: Frame) -> PicturePage:
    reading = read_upright(frame.image, frame.dpi)
    upright = _turned(frame.image, reading.turn)
    read = with_light_words(upright, frame.dpi, reading.words)
    said = told_apart(upright, frame.dpi, read, is_shown)
    return PicturePage(
        data=packed_pixels(upright),
        mode=upright.mode,
        pixels=upright.size,
        dpi=frame.dpi,
        words=tuple(said.words),
        others=tuple(said.others),
        codes=tuple(codes_on(upright, frame.dpi)),
        doubts=(*said.why, SEETHROUGH) if frame.seethrough else tuple(said.why),
    )


def _turned(image: Image.Image, turn: Turn) -> Image.Image:
    how = turn.quarter, turn.skew, turn.converging
    if image.mode == "1" and (turn.skew or turn.converging):
        grey, _ = turned(image.convert("L"), *how)
        return grey.point([0] * 128 + [255] * 128).convert("1")
    return turned(image, *how)[0]


def _document(kind: str, made: Sequence[PicturePage]) -> ReadDocument:
    pdf = _pdf_of(made)
    document = open_pdf(pdf)
    try:
        read = [glyphs(page) for page in document]
        sizes = tuple(displayed_size(page) for page in document)
    finally:
        document.close()
    return ReadDocument(
        pdf=pdf,
        pages=tuple(
            Page(number, page.text, ((0, len(page.text)),) if page.text else ())
            for number, page in enumerate(read, start=1)
        ),
        glyphs=tuple(
            over_codes(page.boxes, one.codes) for page, one in zip(read, made, strict=True)
        ),
        media_type=kind,
        sizes=sizes,
        gaps=tuple(
            Gap(why, number) for number, page in enumerate(made, start=1) for why in page.doubts
        ),
        hidden=tuple(
            Hidden(CODE, code.text, number)
            for number, page in enumerate(made, start=1)
            for code in page.codes
        ),
        wholes=tuple(wholes_of((*page.words, *page.others)) for page in made),
        doubted=tuple(doubted_of(page.words) for page in made),
    )


def _pdf_of(made: Sequence[PicturePage]) -> bytes:
    out = io.BytesIO()
    with Pdf.new() as pdf:
        for one in made:
            width, height = (round(side * 72 / one.dpi, 3) for side in one.pixels)
            drawn = f"q {width} 0 0 {height} 0 0 cm /I0 Do Q"
            image = image_object(pdf, one.data, one.mode, one.pixels)
            blank = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, width, height]),
                CropBox=Array([0, 0, width, height]),
                Rotate=0,
                Resources=Dictionary(XObject=Dictionary(I0=image)),
                Contents=pdf.make_stream(drawn.encode()),
            )
            pdf.pages.append(pikepdf.Page(blank))
            page = pdf.pages[-1]
            with_read_layer(pdf, page, one.words)
            with_other_layer(pdf, page, one.others)
            with_codes(pdf, page, one.codes)
        pdf.save(out, compress_streams=True)
    return out.getvalue()
