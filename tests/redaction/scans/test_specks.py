"""Scans with dust and grain: a word's box is as large as the word, whatever lies about it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.people import Roster
from redaction.detect import detect
from redaction.reading import read_document
from redaction.scans.straightening import without_lone_specks, without_what_stands_alone
from redaction.terms import TermDetector

LINES = (
    "FAX: Constabulary to Services, 21 April 2016",
    "Attended 42 Marram Close at 23.10 and 00.20. Grace Cook",
    "present with Kayleigh Storey and Joy Quaxley. No complaint",
    "made. Children in bed. Notified for information.",
)


def dusty_fax(specks: int) -> Image.Image:
    """Return a fax at 150 dots an inch, lines 19 points apart, with so many specks of two dots."""
    page = Image.new("L", (1240, 900), 246)
    brush, font = ImageDraw.Draw(page), ImageFont.truetype("DejaVuSerif.ttf", 27)
    for number, line in enumerate(LINES):
        brush.text((135, 160 + 40 * number), line, fill=40, font=font)
    chance = np.random.default_rng(3)
    for x, y in zip(chance.integers(0, 1238, specks), chance.integers(0, 898, specks), strict=True):
        brush.rectangle((int(x), int(y), int(x) + 1, int(y) + 1), fill=90)
    return page


def as_pdf(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "PDF", resolution=150.0, quality=70)
    return out.getvalue()


@pytest.fixture(scope="module", params=["PNG", "PDF"])
def boxes(request: pytest.FixtureRequest) -> dict[str, Box]:
    page, out = dusty_fax(900), io.BytesIO()
    page.save(out, "PNG", dpi=(150, 150))
    content = out.getvalue() if request.param == "PNG" else as_pdf(page)
    document = read_document(content)
    found = detect(
        document, Roster(""), [TermDetector(["42 Marram Close", "Joy Quaxley", "Grace Cook"])]
    )
    text = document.pages[0].text
    assert [line.strip() for line in text.strip().splitlines()] == list(LINES)
    return {text[slice(*finding.span)]: finding.boxes[0] for finding in found}


def test_dust_makes_no_box_larger(boxes: dict[str, Box]) -> None:
    assert sorted(boxes) == ["42 Marram Close", "Grace Cook", "Joy Quaxley"]
    for x0, top, x1, bottom in boxes.values():
        assert bottom - top < 18  # the next line begins 19 points lower
        assert x1 - x0 < 120


def test_no_box_lies_on_the_line_above_or_below(boxes: dict[str, Box]) -> None:
    assert boxes["42 Marram Close"][3] <= boxes["Joy Quaxley"][1] + 1


def test_specks_go_and_stops_dots_and_strokes_stay() -> None:
    page = dusty_fax(0)
    assert without_lone_specks(page, 150) is page
    dusty = np.asarray(without_lone_specks(dusty_fax(900), 150)).astype(int)
    lettered = np.asarray(page) < 200
    assert (dusty[lettered] < 200).mean() > 0.999
    assert (dusty[600:] < 200).sum() < 0.1 * (np.asarray(dusty_fax(900))[600:] < 200).sum()


def test_what_stands_alone_goes_and_every_dot_of_a_letter_stays() -> None:
    page = dusty_fax(0)
    assert without_what_stands_alone(page, 150) is page
    dusty, lettered = dusty_fax(900), np.asarray(page) < 200
    bare = np.asarray(without_what_stands_alone(dusty, 150))
    assert (bare[lettered] == np.asarray(dusty)[lettered]).all()
    assert (bare[600:] < 200).sum() < 0.1 * (np.asarray(dusty)[600:] < 200).sum()


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_a_picture_without_ink_or_smaller_than_a_speck_stays_as_it_is(shade: int) -> None:
    for size in ((1, 1), (3, 900), (400, 400)):
        page = Image.new("L", size, shade)
        assert without_lone_specks(page, 300) is page
