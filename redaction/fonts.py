"""The typeface of what we set ourselves: DejaVu, free, with most of Europe's letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from recordkeeping.vocabulary.errors import Fault, Misconfigured

FOLDER = Path("/usr/share/fonts/truetype/dejavu")
SANS, BOLD, MONO, NARROW = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DejaVuSansCondensed"


@cache
def typeface(name: str) -> TTFont:
    """Return one of the typefaces, ready for use, or say which package to install."""
    try:
        font = TTFont(name, str(FOLDER / f"{name}.ttf"))
    except TTFError:
        missing = Fault(f"fonts/{name}", "is missing; install the Debian package fonts-dejavu-core")
        raise Misconfigured([missing]) from None
    pdfmetrics.registerFont(font)
    return font


@cache
def letters_of(name: str) -> frozenset[int]:
    """Return the code points that a typeface can draw."""
    return frozenset(typeface(name).face.charToGlyph)


def width_of(text: str, name: str, size: float) -> float:
    """Return how wide a text is, in points."""
    return float(typeface(name).stringWidth(text, size))
