"""Text laid out as PDF pages: for what has words but no pages of its own."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused

FONTS = Path("/usr/share/fonts/truetype/dejavu")
PLAIN, STRONG = "MunimentReading", "MunimentReadingBold"
SIZE, LEADING, MARGIN = 10.0, 14.5, 62.0
MOST_LINES = 200_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as written; `strong` for headings and labels."""

    text: str
    strong: bool = False


def typeset(lines: Sequence[Line]) -> bytes:
    """Return the lines as an A4 PDF, long ones broken between words."""
    register_fonts()
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setCreator("Muniment")
    width = A4[0] - 2 * MARGIN
    y = A4[1] - MARGIN
    for count, line in enumerate(_broken(lines, width)):
        if count > MOST_LINES:
            raise Refused("the text is too long to be laid out")
        if y < MARGIN:
            canvas.showPage()
            y = A4[1] - MARGIN
        canvas.setFont(STRONG if line.strong else PLAIN, SIZE)
        canvas.drawString(MARGIN, y, line.text)
        y -= LEADING
    canvas.showPage()
    canvas.save()
    return held.getvalue()


@cache
def register_fonts() -> None:
    """Make the fonts known to the typesetter, or say which package has them."""
    try:
        pdfmetrics.registerFont(TTFont(PLAIN, FONTS / "DejaVuSans.ttf"))
        pdfmetrics.registerFont(TTFont(STRONG, FONTS / "DejaVuSans-Bold.ttf"))
    except (TTFError, OSError):
        fault = Fault(str(FONTS), "is missing; install the Debian package fonts-dejavu-core")
        raise Misconfigured([fault]) from None


def has_letter(letter: str) -> bool:
    """Say whether the reading font can show a letter."""
    register_fonts()
    font = pdfmetrics.getFont(PLAIN)
    return isinstance(font, TTFont) and ord(letter) in font.face.charToGlyph


def _broken(lines: Sequence[Line], width: float) -> Iterator[Line]:
    for line in lines:
        font = STRONG if line.strong else PLAIN
        for paragraph in line.text.splitlines() or [""]:
            shown = "".join(map(_shown, unicodedata.normalize("NFC", paragraph)))
            for part in _wrapped(shown, font, width):
                yield Line(part, line.strong)


def _shown(letter: str) -> str:
    """Return a letter that the font has, or its code point in words: nothing is dropped."""
    if letter == "\t":
        return "    "
    if unicodedata.category(letter) in ("Cf", "Cc"):
        return ""  # marks that show nothing: soft hyphens, joiners, direction
    return letter if has_letter(letter) else f"[U+{ord(letter):04X}]"


def _wrapped(text: str, font: str, width: float) -> Iterator[str]:
    """Break a line between words; a word wider than the page is broken where it must be."""
    room = ""
    indent = text[: len(text) - len(text.lstrip())]
    for word in text.split(" "):
        candidate = f"{room} {word}" if room else word
        if pdfmetrics.stringWidth(candidate, font, SIZE) <= width:
            room = candidate
            continue
        if room:
            yield room
        room = indent + word
        while pdfmetrics.stringWidth(room, font, SIZE) > width:
            cut = len(room)
            while pdfmetrics.stringWidth(room[:cut], font, SIZE) > width:
                cut -= 1
            yield room[:cut]
            room = room[cut:]
    yield room
