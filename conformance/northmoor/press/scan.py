"""Scans: words drawn as a picture, with the specks and the slant of an old photocopier."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime, time
from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

from conformance.northmoor.press.pdf import FONTS
from conformance.northmoor.wording import Paper

_SIZE = (1240, 1754)  # A4 at 150 dots to the inch


@cache
def _hand() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / "DejaVuSerif-Italic.ttf"), 26)


def print_scan(paper: Paper, key: str, form: str) -> bytes:
    """Print a paper as a picture: `form` is JPEG or PDF. The key decides where the specks lie."""
    page = Image.new("L", _SIZE, 248)
    pen, height = ImageDraw.Draw(page), 150.0
    for line in paper.lines():
        for row in textwrap.wrap(line.text, 66):
            pen.text((130, height), row, font=_hand(), fill=52)
            height += 38
        height += 20
    rng = Random(key)  # noqa: S311 (specks, not secrets)
    for _ in range(2600):
        pen.point((rng.randrange(_SIZE[0]), rng.randrange(_SIZE[1])), fill=rng.randrange(90, 210))
    slanted = page.rotate(rng.uniform(-0.8, 0.8), Image.Resampling.BICUBIC, fillcolor=248)
    made = datetime.combine(paper.dated, time(9), UTC).timetuple()
    out = BytesIO()
    if form == "PDF":
        slanted.save(out, "PDF", resolution=150, creationDate=made, modDate=made)
    else:
        slanted.save(out, "JPEG", quality=70, dpi=(150, 150))
    return out.getvalue()
