"""Leak 13: scanned forms with a box for each letter."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from tests.corpus.case import NAME, STAYS, torture
from tests.corpus.letters import SANS

_LINES = ("Record of a visit on Tuesday", "Present was the warden", "They sat in the garden")


def form_with_combs(
    said: Sequence[str], dpi: int = 200, cell: float = 18.0, *, topless: bool = False
) -> Image.Image:
    """Return a scanned form, 420 by 300 points, with a letter in each box of its fields."""
    unit = 2 * dpi / 72
    page = Image.new("L", (round(420 * unit), round(300 * unit)), 250)
    brush, font = ImageDraw.Draw(page), ImageFont.truetype(SANS, round(11 * unit))
    for number, line in enumerate(_LINES):
        brush.text((40 * unit, (30 + 20 * number) * unit), line, font=font, fill=20)
    for number, field in enumerate(said):
        top, wall = 130 + 50 * number, round(0.7 * unit)
        for at in range(20):
            left = 40 + at * cell
            x0, y0, x1, y1 = (edge * unit for edge in (left, top, left + cell, top + cell))
            if topless:
                brush.line((x0, y0, x0, y1, x1, y1, x1, y0), fill=60, width=wall)
            else:
                brush.rectangle((x0, y0, x1, y1), outline=60, width=wall)
            middle = (x0 + x1) / 2, (y0 + y1) / 2
            brush.text(middle, field[at : at + 1].strip(), font=font, fill=20, anchor="mm")
    return page.resize((page.width // 2, page.height // 2), Image.Resampling.LANCZOS)


def _file(kind: str, *, topless: bool = False) -> bytes:
    out = io.BytesIO()
    keys = {"resolution": 200.0} if kind == "PDF" else {"dpi": (200, 200)}
    form_with_combs([NAME], topless=topless).save(out, kind, **keys)
    return out.getvalue()


@torture(13, look=True, stays=STAYS, each=[("whole", False), ("topless", True)])
def in_boxes_of_a_form(topless: bool) -> bytes:
    """A scanned form has a letter of the name in each of its boxes."""
    return _file("PDF", topless=topless)


@torture("tiff", suffix=".tiff", look=True, stays=STAYS)
def in_boxes_of_a_scanned_form() -> bytes:
    """A picture of a form has a letter of the name in each of its boxes."""
    return _file("TIFF")
