"""A picture set level: by the angle of its lines, and where they converge, as a camera saw them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from redaction.scans.ocr import read_upright
from redaction.scans.straightening import leaning_of, turned
from tests.corpus.pictures import picture

DPI = 150
LINE = "On Tuesday the warden was in the garden with Zephyrine Quaxley."
FACE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def page(desk: int | None = None) -> Image.Image:
    """Return a page of ten level lines, on a desk that is darker or on none."""
    made = Image.new("L", (1300, 900), 250 if desk is None else desk)
    draw, font = ImageDraw.Draw(made), ImageFont.truetype(FACE, 24)
    if desk is not None:
        draw.rectangle((100, 90, 1200, 810), fill=250)
    for number in range(10):
        draw.text((180, 130 + 60 * number), LINE, 20, font)
    return made


def photograph(angle: float, drawn_in: float, desk: int | None = None) -> Image.Image:
    """Return the page turned, and one of its sides farther from the camera by this share."""
    made = page(desk)
    (wide, high), off = made.size, round(drawn_in * made.height / 2)
    corners = (0, -off, 0, high + off, wide, high - off, wide, off)
    ground = desk or 250
    seen = made.transform(
        made.size, Image.Transform.QUAD, corners, Image.Resampling.BILINEAR, fillcolor=ground
    )
    return seen.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=ground)


@pytest.mark.parametrize("desk", [None, 110])
@pytest.mark.parametrize(("angle", "drawn_in"), [(0, 0), (14, 0), (-6, 0), (3, 0.1), (-12, -0.12)])
def test_lines_of_a_photograph_taken_aslant_are_set_level(
    angle: float, drawn_in: float, desk: int | None
) -> None:
    taken = photograph(angle, drawn_in, desk)
    skew, converging = leaning_of(taken)
    level, _ = turned(taken, 0, skew, converging)
    rows = (np.asarray(level) < 70).sum(axis=1)
    inked = np.flatnonzero(rows > 0.2 * rows.max())
    assert len(np.split(inked, np.flatnonzero(np.diff(inked) > 8) + 1)) == 10
    assert (converging != 0) == (drawn_in != 0)


def test_nothing_of_a_picture_is_cut_off_and_each_point_can_be_put_back() -> None:
    taken = Image.new("L", (600, 400), 255)
    for x, y in ((2, 2), (590, 3), (3, 390), (592, 392), (300, 200)):
        taken.paste(0, (x, y, x + 6, y + 6))
    for quarter, skew, converging in ((0, 7.0, 0.2), (90, -4.0, -0.2), (180, 0.0, 0.15)):
        upright, turn = turned(taken, quarter, skew, converging)
        assert upright.size == turn.upright
        ys, xs = np.nonzero(np.asarray(upright) < 110)
        back = [turn.back(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]
        for x, y in ((5, 5), (593, 6), (6, 393), (595, 395), (303, 203)):
            near = [one for one in back if abs(one[0] - x) < 6 and abs(one[1] - y) < 6]
            assert np.mean(near, axis=0) == pytest.approx((x, y), abs=1.5)


def test_words_of_a_photograph_taken_aslant_stand_on_level_lines() -> None:
    reading = read_upright(photograph(-12, -0.12, 110), DPI)
    said = [word for word in reading.words if word.text == "Zephyrine"]
    assert len(said) == 10
    assert all(word.whole is None for word in said)
    heights = [word.box[3] - word.box[1] for word in said]
    assert max(heights) < 1.35 * min(heights)


@pytest.mark.parametrize("top", [0, 44])
def test_a_strip_of_a_scan_is_set_level_without_losing_its_height(top: int) -> None:
    strip = picture().crop((0, top, 680, top + 44))
    upright, _ = turned(strip, 0, *leaning_of(strip))
    assert upright.width >= strip.width
    assert strip.height <= upright.height <= 2 * strip.height
