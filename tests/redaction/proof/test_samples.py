"""What a picture holds under a box is looked at in its own samples: a mask hides nothing."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object, Pdf
from PIL import Image, ImageDraw

from redaction.proof.samples import shows_under

BOX = (120.0, 40.0, 180.0, 60.0)
MATRIX = (200.0, 0.0, 0.0, 100.0, 0.0, 0.0)  # the picture fills a page of 200 by 100 points


def drawing(*, word: bool) -> Image.Image:
    image = Image.new("L", (400, 200), 255)
    draw = ImageDraw.Draw(image)
    draw.text((20, 90), "It was a calm afternoon", fill=0)
    if word:
        draw.text((260, 95), "Zephyrine", fill=0)
    return image


def lossless(pdf: Pdf, image: Image.Image) -> Object:
    stream = pdf.make_stream(image.tobytes())
    bits = 1 if image.mode == "1" else 8
    for key, value in (("Width", 400), ("Height", 200), ("BitsPerComponent", bits)):
        stream[f"/{key}"] = value
    stream.ColorSpace = Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray
    return stream


def bilevel(pdf: Pdf, image: Image.Image) -> Object:
    return lossless(pdf, image.convert("1", dither=Image.Dither.NONE))


def coloured(pdf: Pdf, image: Image.Image) -> Object:
    return lossless(pdf, image.convert("RGB"))


def photograph(pdf: Pdf, image: Image.Image) -> Object:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    stream = lossless(pdf, image)
    stream.write(out.getvalue(), filter=Name.DCTDecode)
    return stream


def seen_through(pdf: Pdf, image: Image.Image) -> Object:
    stream = lossless(pdf, image)
    stream.SMask = lossless(pdf, Image.new("L", (400, 200), 0))
    return stream


def in_a_mask(pdf: Pdf, image: Image.Image) -> Object:
    stream = lossless(pdf, Image.new("L", (400, 200), 255))
    stream.SMask = lossless(pdf, image)
    return stream


@pytest.mark.parametrize("make", [lossless, bilevel, coloured, photograph, seen_through, in_a_mask])
@pytest.mark.parametrize("word", [True, False])
def test_a_word_in_a_picture_under_a_box_is_seen(
    make: Callable[[Pdf, Image.Image], Object], word: bool
) -> None:
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100)).obj
        image = make(pdf, drawing(word=word))
        page.Resources = Dictionary(XObject=Dictionary(I1=image))
        assert shows_under(page, [("I1", MATRIX)], [BOX]) is word
        assert not shows_under(page, [("I1", MATRIX)], [(120.0, 70.0, 180.0, 90.0)])
