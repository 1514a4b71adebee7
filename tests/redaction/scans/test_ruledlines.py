"""Ruling lines are found, level and askew, and no letter is one."""

import math

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaction.scans.ocr import words_on
from redaction.scans.ruledlines import Ink, ruled_lines

DPI = 200
FONT = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 30)


def ink_of(image: Image.Image) -> Ink:
    ink: Ink = np.asarray(image) < 160
    return ink


def crossed(degrees: float) -> Image.Image:
    """Return two lines that cross, both turned by an angle, on a blank page."""
    image = Image.new("L", (800, 600), 255)
    away = round(300 * math.tan(math.radians(degrees)))
    draw = ImageDraw.Draw(image)
    draw.line((100, 300 - away, 700, 300 + away), fill=0, width=3)
    draw.line((400 + away, 20, 400 - away, 580), fill=0, width=3)
    return image


@pytest.mark.parametrize("degrees", [0.0, 0.6, -1.4, 2.3])
def test_lines_of_a_table_that_stands_askew_are_found(degrees: float) -> None:
    ink = ink_of(crossed(degrees))
    left = ink & ~ruled_lines(ink, DPI)
    assert int(left.sum()) <= 0.06 * int(ink.sum())


def test_no_letter_is_a_line_nor_a_part_of_one() -> None:
    image = Image.new("L", (1000, 300), 255)
    draw = ImageDraw.Draw(image)
    for number, text in enumerate(("ILLTTTEEEEZZZHHHlllliii11117777", "Zzzzeeemmmwww-rnrnrn==")):
        draw.text((40, 40 + 60 * number), text, fill=0, font=FONT, features=["-kern"])
    assert not ruled_lines(ink_of(image), DPI).any()


def test_a_letter_that_crosses_a_line_is_left_whole() -> None:
    """The tail of the "y" goes through the line under it."""
    image = Image.new("L", (700, 200), 255)
    draw = ImageDraw.Draw(image)
    draw.text((60, 60), "Mary", fill=0, font=FONT)
    letters = ink_of(image)
    draw.line((20, 97, 680, 97), fill=0, width=2)
    ink = ink_of(image)
    left = ink & ~ruled_lines(ink, DPI)
    assert int((letters & ~left).sum()) == 0
    assert int((left & ~letters).sum()) <= 12


ROWS = (
    ("14/03/2006", "Tobias Oduya", "P. Nair"),
    ("21/03/2006", "Tyler Marsh", "P. Nair"),
    ("02/04/2006", "Dean Marsh", "A. Fell"),
)


def table(rows: tuple[tuple[str, ...], ...], degrees: float) -> Image.Image:
    """Return a table with hairlines and stouter lines, as a scanner sees it that stands askew."""
    image = Image.new("L", (1000, 500), 255)
    draw = ImageDraw.Draw(image)
    for line in range(4):
        draw.line((60, 60 + 100 * line, 940, 60 + 100 * line), fill=90, width=1 + line % 2)
    for column in (60, 330, 700, 940):
        draw.line((column, 60, column, 360), fill=90, width=2)
    for row, texts in enumerate(rows):
        for column, text in zip((75, 345, 715), texts, strict=True):
            draw.text((column, 70 + 100 * row), text, fill=0, font=FONT)
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


@pytest.mark.parametrize("degrees", [0.0, 1.2, 2.3])
def test_each_word_of_a_table_is_read_and_its_box_has_all_of_its_ink(degrees: float) -> None:
    askew = table(ROWS, degrees)
    words = [word for word in words_on(askew, DPI) if word.confidence >= 25]
    assert " ".join(word.text for word in words) == " ".join(" ".join(row) for row in ROWS)
    for word in words:
        x0, y0, x1, y1 = (round(edge * DPI / 72) for edge in word.box)
        # The picture is turned back, so that a box is as much wider as the word is high and askew.
        assert x1 - x0 <= FONT.getlength(word.text) + 14
        ImageDraw.Draw(askew).rectangle((x0, y0, x1, y1), fill=255)
    darker = np.asarray(table((), degrees), int) - np.asarray(askew, int)
    assert int((darker > 40).sum()) == 0
