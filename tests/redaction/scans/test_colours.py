"""Letters that grey does not show: by colour alone, or a few shades from a dark ground."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaction.formats.pdf.reader import read_pdf
from redaction.formats.pictures.reader import read_picture
from redaction.scans.doubt import FAINT
from redaction.scans.reversed import words_either_way
from redaction.scans.tones import words_in_tones
from tests.corpus.pictures import in_outlines_over_a_picture_of_their_grey

DPI = 150
RED, GREEN = (200, 0, 0), (0, 102, 0)  # one grey: 60
BLUE, BROWN = (60, 60, 255), (136, 82, 27)  # 82 and 92


def sheet() -> tuple[Image.Image, ImageDraw.ImageDraw, ImageFont.FreeTypeFont]:
    """Return a page of black lines, with room below."""
    page = Image.new("RGB", (1240, 800), (255, 255, 255))
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 26)
    for number in range(4):
        line = "On Tuesday the warden was in the garden with children."
        brush.text((100, 100 + 46 * number), line, (0, 0, 0), font)
    return page, brush, font


def marked(ink: tuple[int, int, int], ground: tuple[int, int, int]) -> Image.Image:
    """Return a page with a name on a band, both of colours as said."""
    page, brush, font = sheet()
    brush.rectangle((90, 490, 700, 560), ground)
    brush.text((100, 508), "seen Zephyrine Quaxley", ink, font)
    return page


def saved(page: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, dpi=(DPI, DPI), **how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (RED, GREEN),
        (GREEN, RED),
        (BLUE, BROWN),
        ((0, 0, 0), (10, 10, 10)),
        ((10, 10, 10), (0, 0, 0)),
        ((128, 128, 128), (120, 120, 120)),
        ((0, 0, 0), (0, 0, 80)),
        ((0, 0, 80), (0, 0, 0)),
    ],
)
def test_a_name_that_grey_does_not_show_is_read_where_it_stands(
    ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    said = {word.text: word.box for word in words_either_way(marked(ink, ground), DPI)}
    x0, y0, x1, y1 = (edge * DPI / 72 for edge in said["Zephyrine"])
    font = ImageFont.truetype("DejaVuSans.ttf", 26)
    left, right = (100 + font.getlength(text) for text in ("seen ", "seen Zephyrine"))
    assert left - 4 < x0 < left + 5
    assert right - 5 < x1 < right + 4
    assert 504 < y0 < 518
    assert 530 < y1 < 546
    assert {"Quaxley", "Tuesday"} <= said.keys()


@pytest.mark.parametrize(
    ("kind", "how"), [("PNG", {}), ("TIFF", {}), ("JPEG", {"quality": 75, "subsampling": 2})]
)
def test_a_name_in_red_on_green_is_a_word_of_the_page(kind: str, how: dict[str, int]) -> None:
    document = read_picture(saved(marked(RED, GREEN), kind, **how))
    assert "Zephyrine" in document.pages[0].text


def test_a_name_in_red_on_green_in_a_picture_of_a_pdf_is_read() -> None:
    out = io.BytesIO()
    marked(RED, GREEN).save(out, "PDF", resolution=DPI)
    assert "seen Zephyrine" in read_pdf(out.getvalue()).pages[0].text


def test_red_outlines_over_a_green_picture_are_read() -> None:
    read = read_pdf(in_outlines_over_a_picture_of_their_grey())
    assert "seen Zephyrine Quaxley" in read.pages[0].text


def test_a_drawing_in_red_on_green_is_told() -> None:
    page, brush, _ = sheet()
    brush.rectangle((90, 490, 700, 700), GREEN)
    brush.line([(120, 640), (180, 540), (220, 660), (300, 520), (380, 665)], RED, 5)
    document = read_picture(saved(page, "PNG"))
    assert FAINT in [gap.because for gap in document.gaps]


def _halftone() -> Image.Image:
    """Return dots of two colours that are one grey everywhere."""
    rows, columns = np.mgrid[0:400, 0:600]
    even = ((rows + columns) % 2 == 0)[..., None]
    return Image.fromarray(np.where(even, RED, GREEN).astype(np.uint8))


def _noise() -> Image.Image:
    noise = np.random.default_rng(4).integers(0, 255, (400, 600, 3))
    return Image.fromarray(noise.astype(np.uint8))


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGB", (1, 1), RED),
        Image.new("RGB", (3, 900), RED),
        Image.new("RGB", (600, 400), GREEN),
        Image.new("L", (600, 400), 128),
        Image.new("1", (600, 400), 1),
        _halftone(),
        _noise(),
    ],
    ids=["dot", "strip", "colour", "grey", "two-valued", "halftone", "noise"],
)
def test_a_picture_without_letters_says_nothing(image: Image.Image) -> None:
    assert words_in_tones(image, DPI, []) == []


def test_ordinary_colours_are_no_letters_more() -> None:
    page, brush, font = sheet()
    brush.ellipse((900, 500, 1040, 640), (0, 90, 160))
    brush.ellipse((940, 540, 1000, 600), (240, 190, 0))
    brush.rectangle((95, 146, 700, 184), (255, 255, 90))  # a highlighter
    brush.text((100, 146), "On Tuesday the warden was in the garden", (0, 0, 0), font)
    brush.text((100, 500), "Northmoor Council", (0, 90, 160), font)
    brush.rectangle((90, 600, 700, 660), (225, 240, 225), (0, 120, 60), 2)
    brush.text((100, 615), "Name of child", (0, 120, 60), font)
    assert words_in_tones(page, DPI, []) == []
