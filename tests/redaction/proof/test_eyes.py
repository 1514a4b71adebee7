"""What the proof reads in pictures: also what a person has to look at twice to see."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.formats.pdf.content import page_form
from redaction.proof.eyes import by_eye
from redaction.prove import weigh


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


TONES = [
    ((200, 0, 0), (0, 102, 0)),
    ((0, 102, 0), (200, 0, 0)),
    ((0, 0, 0), (10, 10, 10)),
    ((10, 10, 10), (0, 0, 0)),
    ((128, 128, 128), (120, 120, 120)),
    ((0, 0, 0), (0, 0, 80)),
    ((0, 0, 80), (0, 0, 0)),
]


def marked(ink: tuple[int, int, int], ground: tuple[int, int, int]) -> Image.Image:
    """Return a page with a name on a band, both of colours as said."""
    page = Image.new("RGB", (1000, 1200), (255, 255, 255))
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSans.ttf", 44)
    brush.text((60, 60), "They talked about the garden", fill=(0, 0, 0), font=font)
    brush.rectangle((60, 700, 940, 820), fill=ground)
    brush.text((80, 732), "seen Zephyrine Quaxley", fill=ink, font=font)
    return page


@pytest.mark.parametrize(("ink", "ground"), TONES)
def test_letters_that_greys_do_not_show_are_read_where_they_stand(
    ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    document = pypdfium2.PdfDocument(as_page(marked(ink, ground)))
    said = by_eye(document[0], [], whole=True)
    document.close()
    places = [said.boxes[found.start()] for found in re.finditer("Zephyrine Quaxley", said.text)]
    initials = [tuple(edge * 200 / 72 for edge in place) for place in places if place]
    assert any(
        190 < x0 < 215 and 225 < x1 < 250 and 725 < y0 < y1 < 795 for x0, y0, x1, y1 in initials
    )


@pytest.mark.parametrize(("ink", "ground"), [TONES[0], TONES[2]])
def test_a_release_that_still_shows_a_name_which_greys_do_not_show_is_not_proven(
    ink: tuple[int, int, int], ground: tuple[int, int, int]
) -> None:
    form = page_form(as_page(marked(ink, ground))).pdf  # nobody read it, so nobody found the name
    areas = [Area(1, (20, 20, 120, 40))]
    verdict = weigh(burn(form, areas).pdf, form, areas, ["Zephyrine Quaxley"])
    assert {(leak.reader, leak.page) for leak in verdict.leaks} == {("ocr", 1)}
    assert verdict.failing == {1}
