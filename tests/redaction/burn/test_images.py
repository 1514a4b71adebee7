"""Pictures under boxes: what lay there is gone from the file, and the rest is as it was."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw, ImageFont

from redaction.areas import Area
from redaction.burn.burning import burn

WIDE, HIGH = 320, 240  # drawn at 40 30, so that a pixel is a point
DRAW = "q 320 0 0 240 40 30 cm /Im Do Q BT /F1 12 Tf 40 280 Td (Seen on Tuesday) Tj ET"
BOX = (140.0, 100.0, 240.0, 130.0)  # columns 100 to 200 and rows 70 to 100 of the picture
SECRET = slice(74, 96), slice(104, 196)

Burned = Callable[..., Any]


def secret(dark: int = 0, light: int = 255) -> np.ndarray[Any, Any]:
    """Paper with stripes that nobody may see, and a mark that stays."""
    picture = np.full((HIGH, WIDE), light, np.uint8)
    picture[74:96, 104:196:4] = dark
    picture[150:180, 20:60] = dark
    return picture


def packed(pdf: Pdf, raw: bytes, **keys: object) -> Stream:
    image = Stream(pdf, zlib.compress(raw), Type=Name.XObject, Subtype=Name.Image)
    image.Filter, image.Width, image.Height = Name.FlateDecode, WIDE, HIGH
    for key, value in keys.items():
        image[f"/{key}"] = value
    return image


def grey(pdf: Pdf) -> Stream:
    return packed(pdf, secret().tobytes(), ColorSpace=Name.DeviceGray, BitsPerComponent=8)


def turned_round(pdf: Pdf) -> Stream:
    image = packed(pdf, secret(255, 0).tobytes(), ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    image.Decode = Array([1, 0])
    return image


def red(pdf: Pdf) -> Stream:
    rgb = np.dstack([np.full((HIGH, WIDE), 255, np.uint8), secret(), secret()])
    return packed(pdf, rgb.tobytes(), ColorSpace=Name.DeviceRGB, BitsPerComponent=8)


def inks(pdf: Pdf) -> Stream:
    none = np.zeros((HIGH, WIDE), np.uint8)
    cmyk = np.dstack([none, none, none, 255 - secret()])
    return packed(pdf, cmyk.tobytes(), ColorSpace=Name.DeviceCMYK, BitsPerComponent=8)


def two_valued(pdf: Pdf) -> Stream:
    raw = np.packbits(secret() > 0, axis=1).tobytes()
    return packed(pdf, raw, ColorSpace=Name.DeviceGray, BitsPerComponent=1)


def stencil(pdf: Pdf) -> Stream:
    raw = np.packbits(secret() > 0, axis=1).tobytes()
    return packed(pdf, raw, ImageMask=True, BitsPerComponent=1)


def from_a_table(pdf: Pdf) -> Stream:
    table = pdf.make_stream(bytes([255, 255, 255, 200, 0, 0, 230, 230, 230, 0, 0, 0]))
    space = Array([Name.Indexed, Name.DeviceRGB, 3, table])
    codes = np.where(secret() > 0, 0, 1).astype(np.uint8)
    raw = (codes[:, ::2] << 4 | codes[:, 1::2]).astype(np.uint8).tobytes()
    return packed(pdf, raw, ColorSpace=space, BitsPerComponent=4)


def deep(pdf: Pdf) -> Stream:
    raw = secret().astype(">u2") * 257
    return packed(pdf, raw.astype(">u2").tobytes(), ColorSpace=Name.DeviceGray, BitsPerComponent=16)


def fax(pdf: Pdf) -> Stream:
    out = io.BytesIO()
    Image.fromarray(secret()).convert("1").save(
        out, "TIFF", compression="group4", tiffinfo={278: HIGH}
    )
    with Image.open(out) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    image = packed(pdf, b"", ColorSpace=Name.DeviceGray, BitsPerComponent=1)
    image.write(
        out.getvalue()[start : start + length],
        filter=Name.CCITTFaxDecode,
        decode_parms=Dictionary(K=-1, Columns=WIDE, Rows=HIGH, BlackIs1=True),
    )
    return image


def camera(pdf: Pdf) -> Stream:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Zephyrine at home"
    image = Image.fromarray(np.dstack([secret(40, 235)] * 3))
    image.save(out, "JPEG", quality=70, exif=exif, comment=b"Zephyrine")
    stream = packed(pdf, b"", ColorSpace=Name.DeviceRGB, BitsPerComponent=8)
    stream.write(out.getvalue(), filter=Name.DCTDecode)
    return stream


def four_inks_jpeg(pdf: Pdf) -> Stream:
    out = io.BytesIO()
    none = np.zeros((HIGH, WIDE), np.uint8)
    Image.fromarray(np.dstack([none, none, none, 255 - secret()]), "CMYK").save(out, "JPEG")
    stream = packed(pdf, b"", ColorSpace=Name.DeviceCMYK, BitsPerComponent=8)
    stream.Decode = Array([1, 0] * 4)
    stream.write(out.getvalue(), filter=Name.DCTDecode)
    return stream


def jpeg_2000(pdf: Pdf) -> Stream:
    out = io.BytesIO()
    Image.fromarray(secret()).save(out, "JPEG2000")
    stream = packed(pdf, b"", ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    stream.write(out.getvalue(), filter=Name.JPXDecode)
    return stream


def let_through_softly(pdf: Pdf) -> Stream:
    image = packed(
        pdf, bytes(WIDE * HIGH), ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )  # all black: the words are in its mask
    image.SMask = packed(
        pdf, (255 - secret()).tobytes(), ColorSpace=Name.DeviceGray, BitsPerComponent=8
    )
    return image


def let_through_sharply(pdf: Pdf) -> Stream:
    image = packed(pdf, bytes(WIDE * HIGH), ColorSpace=Name.DeviceGray, BitsPerComponent=8)
    raw = np.packbits(secret() > 0, axis=1).tobytes()
    image.Mask = packed(pdf, raw, ImageMask=True, BitsPerComponent=1)
    return image


def let_through_by_colour(pdf: Pdf) -> Stream:
    image = grey(pdf)
    image.Mask = Array([250, 255])
    return image


KINDS = [
    grey, turned_round, red, inks, two_valued, stencil, from_a_table, deep, fax, camera,
    four_inks_jpeg, jpeg_2000, let_through_softly, let_through_sharply, let_through_by_colour,
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_lay_under_a_box_is_gone_and_the_rest_looks_as_it_did(
    kind: Callable[[Pdf], Stream],
    form: Callable[..., bytes],
    burned: Burned,
    drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:
    source = form(DRAW, lambda pdf: {"/XObject": Dictionary(Im=kind(pdf))})
    result, verdict = burned(source, BOX)
    assert result.pictures == ()
    assert verdict.against == ()
    before, after = (np.asarray(drawn(pdf)).astype(int) for pdf in (source, result.pdf))
    assert np.ptp(before[208:252, 288:472]) > 150, "the secret was there"
    outside = np.abs(after - before).max(axis=2)
    # The box as it is painted, and the blocks of a JPEG around what it covers.
    outside[2 * 84 : 2 * 146, 2 * 60 : 2 * 356] = 0
    # Where a mask was made of a colour, the rim of what it lets through is drawn less softly.
    assert (outside > 12).sum() <= (600 if kind is let_through_by_colour else 0)
    [image] = pictures(result.pdf)
    for held in [image, *([image.SMask] if "/SMask" in image else [])]:
        samples = np.asarray(pikepdf.PdfImage(held).as_pil_image()).astype(int)[SECRET]
        assert (
            np.ptp(samples.reshape(-1, samples.shape[2] if samples.ndim > 2 else 1), axis=0).max()
            <= 6
        )


def test_a_photograph_under_no_box_keeps_its_pixels_and_no_word_of_its_camera(
    form: Callable[..., bytes], burned: Burned, pictures: Callable[[bytes], list[Any]]
) -> None:
    source = form(DRAW, lambda pdf: {"/XObject": Dictionary(Im=camera(pdf))})
    result, verdict = burned(source)
    [image] = pictures(result.pdf)
    raw = image.read_raw_bytes()
    assert verdict.against == ()
    assert b"Zephyrine" not in raw
    assert b"Exif" not in raw
    [first] = pictures(source)
    before = np.asarray(Image.open(io.BytesIO(first.read_raw_bytes())))
    assert (np.asarray(Image.open(io.BytesIO(raw))) == before).all()


def test_a_picture_that_two_places_share_loses_pixels_at_the_one_alone(
    form: Callable[..., bytes], burned: Burned, pictures: Callable[[bytes], list[Any]]
) -> None:
    twice = "q 160 0 0 120 10 150 cm /Im Do Q q 160 0 0 120 210 20 cm /Im Do Q"
    source = form(twice, lambda pdf: {"/XObject": Dictionary(Im=grey(pdf))})
    result, verdict = burned(source, (60, 60, 110, 90))
    assert (result.pictures, verdict.against) == ((), ())
    held = [np.asarray(pikepdf.PdfImage(i).as_pil_image()) for i in pictures(result.pdf)]
    assert sorted(int(np.ptp(pixels[SECRET])) for pixels in held) == [0, 255]


def test_a_picture_wholly_under_a_box_is_not_in_the_file(
    form: Callable[..., bytes], burned: Burned, pictures: Callable[[bytes], list[Any]]
) -> None:
    source = form(DRAW, lambda pdf: {"/XObject": Dictionary(Im=grey(pdf))})
    result, verdict = burned(source, (30, 25, 370, 280))
    assert (result.pictures, verdict.against) == ((), ())
    assert pictures(result.pdf) == []


def test_ripples_of_a_jpeg_around_a_removed_word_are_smoothed_away(
    form: Callable[..., bytes], burned: Burned, pictures: Callable[[bytes], list[Any]]
) -> None:
    source = form(DRAW, lambda pdf: {"/XObject": Dictionary(Im=camera(pdf))})
    [first] = pictures(source)
    before = np.asarray(pikepdf.PdfImage(first).as_pil_image().convert("L")).astype(int)
    result, _ = burned(source, (144.5, 104.5, 236, 126))  # as tight as the word itself
    [image] = pictures(result.pdf)
    after = np.asarray(pikepdf.PdfImage(image).as_pil_image().convert("L")).astype(int)
    ring = slice(72, 73), slice(96, 208)
    assert np.ptp(before[ring]) > 2 * np.ptp(after[ring])


def scanned(name: str, how: dict[str, Any], across: int, down: int) -> Callable[[Pdf], Stream]:
    """Return a maker of a JPEG of a page of letters all as wide, with a name in its middle line."""
    font = ImageFont.truetype("LiberationMono-Regular.ttf", 30)
    page = Image.new("L", (760, 240), 246)
    brush = ImageDraw.Draw(page)
    for line, text in enumerate(("The family was visited on Tuesday", f"seen with {name} at noon",
                                 "before they all went home again")):  # fmt: skip
        brush.text((40 + across, 40 + down + 36 * line), text, fill=40, font=font)
    noise = np.random.default_rng(1).normal(0, 2, (240, 760))
    grey = np.clip(np.asarray(page) + noise, 0, 255).astype(np.uint8)
    mode = how.get("mode", "RGB")
    image = Image.fromarray(grey).convert(mode) if mode != "CMYK" else Image.fromarray(
        np.dstack([np.zeros_like(grey)] * 3 + [255 - grey]), "CMYK"
    )  # fmt: skip
    out = io.BytesIO()
    image.save(out, "JPEG", **{key: value for key, value in how.items() if key != "mode"})

    def make(pdf: Pdf) -> Stream:
        stream = packed(pdf, b"")
        stream.Width, stream.Height, stream.BitsPerComponent = 760, 240, 8
        spaces = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
        stream.ColorSpace = spaces[mode]
        stream.write(out.getvalue(), filter=Name.DCTDecode)
        return stream

    return make


@pytest.mark.parametrize(
    ("how", "across", "down"),
    [
        ({"mode": "L", "quality": 75}, 3, 4),
        ({"quality": 30, "subsampling": 2}, 6, 9),
        ({"quality": 75, "subsampling": 2}, 11, 5),
        ({"quality": 95, "subsampling": 0}, 0, 0),
        ({"mode": "CMYK", "quality": 75}, 6, 9),
    ],
    ids=["grey", "worst", "subsampled", "best", "inks"],
)
def test_beside_a_box_on_a_scan_no_pixel_tells_which_name_of_that_width_was_there(
    how: dict[str, Any],
    across: int,
    down: int,
    form: Callable[..., bytes],
    pictures: Callable[[bytes], list[Any]],
) -> None:
    left, top = 40 + across + 10 * 18, 40 + down + 36  # a letter is 18 pixels wide
    unit = 380 / 760
    box = (10 + left * unit, 10 + top * unit, 10 + (left + 162) * unit, 10 + (top + 32) * unit)
    draw = "q 380 0 0 120 10 170 cm /Im Do Q"
    released = []
    for name in ("Zephyrine", "Ellilamog"):
        make = scanned(name, how, across, down)
        source = form(draw, lambda pdf, make=make: {"/XObject": Dictionary(Im=make(pdf))})
        result = burn(source, [Area(1, box)])
        assert result.pictures == ()
        [image] = pictures(result.pdf)
        held = pikepdf.PdfImage(image).as_pil_image()
        released.append(np.asarray(held).astype(int).reshape(240, 760, -1))
    apart = np.abs(released[0] - released[1]).max(axis=2)
    apart[top - 2 : top + 34, left - 2 : left + 164] = 0  # the box itself, painted flat
    assert apart.max() == 0
    under = released[0][top + 2 : top + 30, left + 2 : left + 160]
    assert np.ptp(under.reshape(-1, under.shape[2]), axis=0).max() <= 16
    # The words beside it are as dark as they were.
    beside = released[0][top : top + 32, 40 + across : left - 10]
    assert np.ptp(beside.reshape(-1, beside.shape[2]), axis=0).max() > 150
