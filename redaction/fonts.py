"""The typefaces of what we set ourselves: DejaVu, and Noto for the letters that it lacks."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from recordkeeping.vocabulary.errors import Fault, Misconfigured

FOLDER = Path("/usr/share/fonts/truetype/dejavu")
SANS, BOLD, MONO, NARROW = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono", "DejaVuSansCondensed"
_BASIC = 0xFFFF
_NOTO = FOLDER.parent / "noto"
_OTHERS = (
    SANS,
    *(
        f"NotoSans{script}-Regular"
        for script in (
            "",
            "Armenian",
            "Georgian",
            "Ethiopic",
            "Cherokee",
            "CanadianAboriginal",
            "Vai",
            "Symbols",
            "Symbols2",
            "Math",
        )
    ),
)
"""Where a letter is looked for that its own typeface lacks. None of these joins letters."""


def get_ready() -> None:
    """Open the typeface of labels, so that processes forked from this one need not.

    One that is missing is told by whoever needs it.
    """
    with suppress(Misconfigured):
        letters_of(NARROW)


@cache
def typeface(name: str) -> TTFont:
    """Return one of the typefaces, ready for use, or say which package to install."""
    noto = name.startswith("Noto")
    try:
        font = TTFont(name, str((_NOTO if noto else FOLDER) / f"{name}.ttf"))
    except TTFError:
        package = "fonts-noto-core" if noto else "fonts-dejavu-core"
        missing = Fault(f"fonts/{name}", f"is missing; install the Debian package {package}")
        raise Misconfigured([missing]) from None
    pdfmetrics.registerFont(font)
    return font


@cache
def letters_of(name: str) -> frozenset[int]:
    """Return the code points that a typeface can draw and say again.

    reportlab writes the meaning of none beyond the basic plane so that it can be read back.
    """
    return frozenset(code for code in typeface(name).face.charToGlyph if code <= _BASIC)


@cache
def typeface_of(letter: str, first: str) -> str | None:
    """Return the name of the typeface that draws a letter, if one does; `first` is asked first."""
    code = ord(letter)
    return next((name for name in (first, *_OTHERS) if code in letters_of(name)), None)


def width_of(text: str, name: str, size: float) -> float:
    """Return how wide a text is, in points."""
    return float(typeface(name).stringWidth(text, size))
