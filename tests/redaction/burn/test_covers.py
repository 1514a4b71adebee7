"""Of a picture that something covers in part, nothing below the cover is released."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

SEEN = "BT /F1 12 Tf 40 270 Td (The visit was on a plain Tuesday in the autumn) Tj ET "
SIDE = 200  # pixels, on 200 by 200 points
PLACED = "q 200 0 0 200 100 40 cm /I Do Q "

Burned = Callable[..., Any]


def _pixels() -> NDArray[np.int_]:
    down, along = np.mgrid[0:SIDE, 0:SIDE]
    blue = np.full_like(down, 90)
    blue[40:160, 40:160] = 140
    return np.stack([along, down, blue], axis=2)


def _photograph(*, jpeg: bool = False) -> Callable[[Pdf], dict[str, Any]]:
    """A picture in which no pixel is like another, with a bluer middle, none as light as a box."""
    rows = _pixels().astype(np.uint8)

    def fill(pdf: Pdf) -> dict[str, Any]:
        out = io.BytesIO()
        if jpeg:
            Image.fromarray(rows).save(out, "JPEG", quality=92, subsampling=0)
        image = Stream(pdf, out.getvalue() or rows.tobytes())
        image.Type, image.Subtype, image.Width, image.Height = (
            Name.XObject, Name.Image, SIDE, SIDE,
        )  # fmt: skip
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        if jpeg:
            image.Filter = Name.DCTDecode
        return {"/XObject": Dictionary(I=image)}

    return fill


def _kept(pictures: list[Any]) -> NDArray[np.bool_]:
    """Say of each pixel of the one picture that is left whether it is what it was."""
    [image] = pictures
    pixels = np.asarray(pikepdf.PdfImage(image).as_pil_image().convert("RGB")).astype(int)
    return np.asarray((abs(pixels - _pixels()) < 16).all(axis=2))


@pytest.mark.parametrize("jpeg", [False, True])
def test_pixels_below_a_bar_go_and_all_others_stay(
    jpeg: bool, form: Callable[..., bytes], burned: Burned, drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:  # fmt: skip
    source = form(SEEN + PLACED + "0 g 150 140 80 40 re f", _photograph(jpeg=jpeg))
    result, verdict = burned(source)
    assert (result.pictures, verdict.against) == ((), ())
    kept = _kept(pictures(result.pdf))
    # The bar lies on columns 50 to 130 and rows 60 to 100; a rim of three pixels stays.
    assert not kept[63:97, 53:127].any()
    kept[60:100, 50:130] = True
    assert kept.all()
    before, after = (np.asarray(drawn(pdf)).astype(int) for pdf in (source, result.pdf))
    assert abs(before - after).max() <= (12 if jpeg else 0)


@pytest.mark.parametrize(
    ("cover", "below"),
    [
        ("1 g 150 140 m 230 140 l 230 180 l 150 180 l h f", (80, 90)),
        ("0 g 150 160 m 150 190 230 190 230 160 c 230 130 150 130 150 160 c f", (80, 90)),
        ("0.2 g 200 90 m 250 140 l 200 190 l 150 140 l h f*", (100, 100)),
        ("q 0.7 0.7 -0.7 0.7 200 100 cm 0 g 0 0 60 60 re f Q", (98, 100)),
        ("0 g " + " ".join(f"150 {140 + n} 80 1 re f" for n in range(40)), (80, 90)),
        ("0 g " + " ".join(f"150 {140 + n} 80 1 re" for n in range(40)) + " f", (80, 90)),
        ("q 150 140 80 40 re W n 0 g 0 0 400 300 re f Q", (80, 90)),
        ("1 0 0 rg 0 0 1 RG 150 140 80 40 re B", (80, 90)),
        ("40 w 150 160 m 230 160 l S", (80, 90)),
        ("30 w 1 J 1 j 140 140 m 170 180 200 130 240 170 c S", (82, 90)),
        ("q 0.1 0 0 0.1 0 0 cm 400 w 1500 1600 m 2300 1600 l S Q", (80, 90)),
    ],
)
def test_what_lies_below_goes_whatever_shape_hides_it(
    cover: str,
    below: tuple[int, int],
    form: Callable[..., bytes],
    burned: Burned,
    drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:
    source = form(SEEN + PLACED + cover, _photograph())
    result, verdict = burned(source)
    assert (result.pictures, verdict.against) == ((), ())
    row, column = below
    kept = _kept(pictures(result.pdf))
    assert not kept[row - 8 : row + 8, column - 8 : column + 8].any()
    assert (drawn(source).tobytes()) == drawn(result.pdf).tobytes()


@pytest.mark.parametrize(
    "shown",
    [
        "0 g 150 140 80 40 re f " + PLACED,  # drawn before
        PLACED + "2 w 150 140 80 40 re S",
        PLACED + "40 w [2 2] 0 d 150 160 m 230 160 l S",
        PLACED + "40 w 150 160 m 230 160 l n",
        PLACED + "0 g 150 140 80 40 re 155 145 70 30 re f*",
        PLACED + "q /G gs 0 g 150 140 80 40 re f Q",
        PLACED + "1 g 100 100 200 2 re f 100 120 200 1 re f",  # rules
        "q 1 0 0 1 0 0 cm 200 0 0 200 100 40 cm /I Do Q q 99.8 39.8 200.4 200.4 re W n Q",
    ],
)
def test_a_picture_stays_as_it_was_where_it_shows(
    shown: str,
    form: Callable[..., bytes],
    burned: Burned,
    pictures: Callable[[bytes], list[Any]],
) -> None:
    def fill(pdf: Pdf) -> dict[str, Any]:
        state = Dictionary(G=Dictionary(ca=0.5))
        return _photograph()(pdf) | {"/ExtGState": state}

    result, verdict = burned(form(SEEN + shown, fill))
    assert (result.pictures, verdict.against) == ((), ())
    assert _kept(pictures(result.pdf)).all()


def test_what_is_cropped_off_a_picture_goes(
    form: Callable[..., bytes], burned: Burned, drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:  # fmt: skip
    source = form(SEEN + "q 100 40 120 200 re W n " + PLACED + "Q", _photograph())
    result, verdict = burned(source)
    assert (result.pictures, verdict.against) == ((), ())
    kept = _kept(pictures(result.pdf))
    assert kept[:, :120].all()
    assert not kept[:, 123:].any()
    assert drawn(source).tobytes() == drawn(result.pdf).tobytes()


def test_what_hangs_off_the_page_goes(
    form: Callable[..., bytes], burned: Burned, pictures: Callable[[bytes], list[Any]]
) -> None:
    result, verdict = burned(form(SEEN + "q 200 0 0 200 300 40 cm /I Do Q", _photograph()))
    assert (result.pictures, verdict.against) == ((), ())
    kept = _kept(pictures(result.pdf))
    assert kept[:, :100].all()
    assert not kept[:, 104:].any()


def test_a_picture_that_lies_aslant_loses_only_what_is_covered(
    form: Callable[..., bytes], burned: Burned, drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:  # fmt: skip
    aslant = "q 160 60 -60 160 160 40 cm /I Do Q 0 g 180 130 40 40 re f"
    source = form(SEEN + aslant, _photograph())
    result, verdict = burned(source)
    assert (result.pictures, verdict.against) == ((), ())
    kept = _kept(pictures(result.pdf))
    assert 0.03 < 1 - kept.mean() < 1600 / 29200
    assert drawn(source).tobytes() == drawn(result.pdf).tobytes()


def test_a_picture_that_is_covered_on_one_page_stays_whole_on_another(
    burned: Burned, form: Callable[..., bytes]
) -> None:
    with pikepdf.open(io.BytesIO(form(SEEN + PLACED, _photograph()))) as pdf:
        for cover in (b"0 g 150 140 80 40 re f", b"0 g 150 140 80 40 re f", b""):
            pdf.pages.append(pdf.pages[0])
            content = pdf.pages[0].Contents.read_bytes() + cover
            pdf.pages[-1].obj.Contents = Array([pdf.make_stream(content)])
        out = io.BytesIO()
        pdf.save(out)
    result, verdict = burned(out.getvalue())
    assert (result.pictures, verdict.against) == ((), ())
    with pikepdf.open(io.BytesIO(result.pdf)) as made:
        named = [next(iter(page.obj.Resources.XObject.values())).objgen for page in made.pages]
        whole = [
            bool(_kept([next(iter(page.obj.Resources.XObject.values()))]).all())
            for page in made.pages
        ]
    assert whole == [True, False, False, True]
    assert named[0] == named[3]
    assert named[1] == named[2]


@pytest.mark.parametrize("size", [200, 100, 400])
def test_what_its_own_mask_hides_of_a_picture_goes(
    size: int, form: Callable[..., bytes], burned: Burned, drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:  # fmt: skip
    def fill(pdf: Pdf) -> dict[str, Any]:
        made = _photograph()(pdf)
        alpha = np.full((size, size), 255, np.uint8)
        alpha[size // 4 : size // 2, size // 4 : size * 3 // 4] = 0
        mask = Stream(pdf, alpha.tobytes(), Type=Name.XObject, Subtype=Name.Image)
        mask.Width = mask.Height = size
        mask.ColorSpace, mask.BitsPerComponent = Name.DeviceGray, 8
        made["/XObject"].I.SMask = mask
        return made

    source = form(SEEN + PLACED, fill)
    result, verdict = burned(source)
    assert (result.pictures, verdict.against) == ((), ())
    kept = _kept(pictures(result.pdf))
    assert not kept[58:92, 58:142].any()
    kept[50:100, 50:150] = True
    assert kept.all()
    assert drawn(source).tobytes() == drawn(result.pdf).tobytes()


def test_what_a_keyed_out_colour_hides_goes(
    form: Callable[..., bytes], burned: Burned, drawn: Callable[[bytes], Image.Image],
    pictures: Callable[[bytes], list[Any]],
) -> None:  # fmt: skip
    def fill(pdf: Pdf) -> dict[str, Any]:
        made = _photograph()(pdf)
        made["/XObject"].I.Mask = Array([0, 255, 60, 120, 0, 255])
        return made

    source = form(SEEN + PLACED, fill)
    result, verdict = burned(source)
    assert (result.pictures, verdict.against) == ((), ())
    kept = _kept(pictures(result.pdf))
    assert not kept[62:118].any()
    assert kept[:60].all()
    assert kept[121:].all()
    before, after = (np.asarray(drawn(pdf)).astype(int) for pdf in (source, result.pdf))
    assert abs(before - after).max() <= 1
