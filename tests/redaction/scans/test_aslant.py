"""Words that stand another way than their page: read where they stand, whatever the angle."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaction.proof.aslant import aslant
from redaction.scans.doubt import HANDWRITING, doubts
from redaction.scans.ocr import LIKELY, Word, words_on
from redaction.scans.reversed import words_either_way

DPI = 150
LINE = "On Tuesday the warden was in the garden with many children."


def sheet() -> Image.Image:
    """Return a page of black level lines, with room below."""
    page = Image.new("L", (1240, 1000), 255)
    for number in range(6):
        ImageDraw.Draw(page).text((100, 80 + 40 * number), LINE, 0, font(24))
    return page


def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype("DejaVuSans.ttf", size)


def with_slip(angle: float, size: int = 24, ink: int = 0) -> tuple[Image.Image, Image.Image]:
    """Return a page with a slip laid on it so turned, and where on it the slip's name has ink."""
    page, alone = sheet(), Image.new("L", (1240, 1000), 255)
    slip = Image.new("L", (11 * size, 4 * size), 255)
    named = slip.copy()
    for drawn, text in ((slip, "Zephyrine Quaxley\nlives at 12 Elm Row"), (named, "Zephyrine")):
        ImageDraw.Draw(drawn).text((size, size), text, ink, font(size))
    for on, drawn in ((page, slip), (alone, named)):
        turned = drawn.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        on.paste(turned, (400, 400))
    return page, alone


def covers(word: Word, alone: Image.Image) -> bool:
    """Say whether a word's box has all of this ink, and is hardly larger."""
    ys, xs = np.nonzero(np.asarray(alone) < 200)
    x0, y0, x1, y1 = (edge * DPI / 72 for edge in word.box)
    whole = x0 <= xs.min() + 1 and y0 <= ys.min() + 1 and x1 >= xs.max() and y1 >= ys.max()
    return bool(whole and (x1 - x0) * (y1 - y0) < 1.5 * np.ptp(xs) * np.ptp(ys))


@pytest.mark.parametrize(("angle", "size"), [(30, 24), (180, 24), (-80, 24), (-110, 40)])
def test_a_name_on_a_slip_laid_askew_on_a_level_page_is_read_where_its_ink_is(
    angle: float, size: int
) -> None:
    page, alone = with_slip(angle, size)
    words = [word for word in words_either_way(page, DPI) if word.confidence >= LIKELY]
    said = {word.text: word for word in words}
    assert covers(said["Zephyrine"], alone)
    assert "Quaxley" in said
    assert [word.text for word in words[: 6 * 11]] == LINE.split() * 6


def test_a_name_in_grey_and_large_across_a_page_is_read() -> None:
    page, alone = with_slip(30, 44, ink=150)
    said = {word.text: word for word in words_either_way(page, DPI)}
    assert covers(said["Zephyrine"], alone)


@pytest.mark.parametrize("angle", [30, 180])
def test_the_proof_reads_a_name_that_stands_askew_by_itself(angle: float) -> None:
    page, alone = with_slip(angle)
    said = {word.text: word for word in aslant(page, DPI, words_on(page, DPI))}
    ys, xs = np.nonzero(np.asarray(alone) < 200)
    x0, y0, x1, y1 = (edge * DPI / 72 for edge in said["Zephyrine"].box)
    assert np.allclose((x0, y0, x1, y1), (xs.min(), ys.min(), xs.max(), ys.max()), atol=8)


def test_neither_reader_finds_words_on_a_level_page_that_is_read_already() -> None:
    page = sheet()
    ImageDraw.Draw(page).text((100, 600), "Imogen  12  Yes", 0, font(24))
    assert [w.text for w in words_either_way(page, DPI)][-3:] == ["Imogen", "12", "Yes"]
    assert list(aslant(page, DPI, words_on(page, DPI))) == []


def test_a_signature_is_told_and_not_taken_for_words() -> None:
    page = sheet()
    at = np.linspace(0, 9 * np.pi, 400)
    curve = zip(200 + 10 * at + 18 * np.cos(at), 700 - 4 * at + 45 * np.sin(1.1 * at), strict=True)
    ImageDraw.Draw(page).line(list(curve), 40, 4)
    words = [word for word in words_either_way(page, DPI) if word.confidence >= LIKELY]
    assert [word.text for word in words] == LINE.split() * 6
    assert HANDWRITING in doubts(page, DPI, words)
