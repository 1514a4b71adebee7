"""Ink that is hardly darker than the paper: read where it says something, else told."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from redaction.formats.pictures.reader import read_picture
from redaction.scans.doubt import FAINT, doubts
from redaction.scans.faint import with_faint_words
from redaction.scans.ocr import words_on
from redaction.scans.reversed import words_either_way

DPI = 150


def sheet() -> tuple[Image.Image, ImageDraw.ImageDraw, ImageFont.FreeTypeFont]:
    """Return a page of black lines, with room below."""
    page = Image.new("L", (1240, 1000), 255)
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 24)
    for number in range(8):
        line = "On Tuesday the warden was in the garden with many children."
        brush.text((100, 100 + 40 * number), line, 0, font)
    return page, brush, font


def as_jpeg(page: Image.Image, quality: int) -> Image.Image:
    out = io.BytesIO()
    page.save(out, "JPEG", quality=quality)
    return Image.open(out).convert("L")


@pytest.mark.parametrize("ink", [250, 235, 200, 160])
def test_a_name_in_grey_beside_black_lines_is_read_where_it_stands(ink: int) -> None:
    page, brush, font = sheet()
    brush.text((100, 700), "Zephyrine Quaxley", ink, font)
    said = {word.text: word.box for word in words_either_way(page, DPI)}
    x0, y0, x1, y1 = (edge * DPI / 72 for edge in said["Quaxley"])
    left, top, right, bottom = brush.textbbox((100, 700), "Zephyrine Quaxley", font)
    assert abs(x1 - right) < 4
    assert left + 100 < x0 < right
    assert top - 6 < y0 < y1 < bottom + 6
    assert said["Zephyrine"][0] * DPI / 72 < left + 2


def test_a_faint_name_on_a_jpeg_with_grain_is_read() -> None:
    page, brush, font = sheet()
    brush.text((100, 700), "Zephyrine Quaxley", 225, font)
    grain = np.random.default_rng(3).normal(-10, 3, page.size[::-1])
    spoiled = Image.fromarray(np.clip(np.asarray(page) + grain, 0, 255).astype(np.uint8))
    said = [word.text for word in words_either_way(as_jpeg(spoiled, 75), DPI)]
    assert "Zephyrine" in said


@pytest.mark.parametrize("quality", [75, 40])
def test_a_name_in_grey_on_a_clean_jpeg_is_read(quality: int) -> None:
    page, brush, font = sheet()
    brush.text((100, 700), "Zephyrine Quaxley", 160, font)
    said = [word.text for word in words_either_way(as_jpeg(page, quality), DPI)]
    assert {"Zephyrine", "Quaxley"} <= set(said)


def test_a_faint_name_is_read_among_a_thousand_specks() -> None:
    page = sheet()[0].resize((2480, 2000))
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 48)
    brush.text((200, 1500), "Zephyrine Quaxley", 215, font)
    for number in range(1300):
        x, y = 38 + 50 * (number % 49), 818 + 40 * (number // 49)
        if not (1440 < y < 1600 and x < 900):
            brush.rectangle((x, y, x + 3, y + 3), fill=225)
    said = [word.text for word in with_faint_words(page, 2 * DPI, words_on(page, 2 * DPI))]
    assert {"Zephyrine", "Quaxley"} <= set(said)


def test_a_faint_name_in_a_picture_file_is_laid_over_its_ink() -> None:
    page, brush, font = sheet()
    brush.text((100, 700), "Zephyrine Quaxley", 235, font)
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(DPI, DPI))
    document = read_picture(out.getvalue())
    assert "Zephyrine Quaxley" in document.pages[0].text


def test_faint_strokes_that_say_nothing_are_told() -> None:
    page, brush, _ = sheet()
    brush.line([(120, 720), (180, 690), (220, 740), (300, 680), (380, 745)], 232, 4)
    words = words_either_way(page, DPI)
    assert doubts(page, DPI, words) == [FAINT]


@pytest.mark.parametrize("quality", [40, 75])
def test_neither_clean_pages_nor_what_jpeg_puts_about_letters_is_doubted(quality: int) -> None:
    page = as_jpeg(sheet()[0], quality)
    assert doubts(page, DPI, words_either_way(page, DPI)) == []


def test_what_shows_through_from_the_other_side_is_not_read_as_words() -> None:
    page = sheet()[0]
    behind = ImageOps.mirror(page).filter(ImageFilter.GaussianBlur(2.5))
    through = 245 - (255 - np.roll(np.asarray(behind, np.float32), 20, 0)) * 0.1
    grain = np.random.default_rng(0).normal(0, 3, page.size[::-1])
    both = np.clip(np.minimum(np.asarray(page), through) + grain, 0, 255).astype(np.uint8)
    scan = as_jpeg(Image.fromarray(both), 80)
    said = " ".join(word.text for word in words_either_way(scan, DPI))
    assert (
        said.split() == ("On Tuesday the warden was in the garden with many children. " * 8).split()
    )
