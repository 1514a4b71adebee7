"""What the proof reads in pictures: also what a person has to look at twice to see."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaction.proof.eyes import by_eye


def as_page(image: Image.Image) -> bytes:
    """Return a page that is nothing but a picture, at 200 dots an inch."""
    out = io.BytesIO()
    image.save(out, "PDF", resolution=200.0)
    return out.getvalue()


@pytest.mark.parametrize("shade", [255, 48])
def test_letters_on_a_black_band_of_a_page_are_read_however_dark_they_are(shade: int) -> None:
    page = Image.new("L", (1000, 1200), 255)
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 44)
    for number in range(6):
        brush.text((60, 60 + 70 * number), "They talked about the garden", fill=0, font=font)
    brush.rectangle((60, 700, 940, 820), fill=0)
    brush.text((80, 732), "seen Zephyrine Quaxley", fill=shade, font=font)
    pdf = as_page(page)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        high = float(opened.pages[0].MediaBox[3])
    document = pypdfium2.PdfDocument(pdf)
    said = by_eye(document[0], [("/Page", (360.0, 0.0, 0.0, high, 0.0, 0.0))]).text
    document.close()
    assert "Zephyrine Quaxley" in said
    assert "garden" in said


@pytest.mark.parametrize("ink", [245, 235, 200])
def test_letters_hardly_darker_than_the_paper_are_read_beside_black_ones(ink: int) -> None:
    page = Image.new("L", (1000, 1200), 255)
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 44)
    for number in range(6):
        brush.text((60, 60 + 70 * number), "They talked about the garden", fill=0, font=font)
    brush.text((80, 732), "seen Zephyrine Quaxley", fill=ink, font=font)
    pdf = as_page(page)
    document = pypdfium2.PdfDocument(pdf)
    said = by_eye(document[0], [], whole=True)
    document.close()
    assert "Zephyrine Quax" in said.text
