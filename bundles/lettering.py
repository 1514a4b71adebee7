"""Words as content of a PDF, set in the fonts of a document that is being laid out.

reportlab embeds of a font the letters that were used, and numbers them as they come. Its own ways
of drawing a line of words take a tenth of a millisecond each, which for ten thousand pages and
their lists is most of a bundle's time; this writes the same operators (ISO 32000-1 §9.4).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.vocabulary.errors import Unproven


class Lettering:
    """The fonts of one document. What is not among its letters once it is saved is an error."""

    def __init__(self, canvas: Canvas) -> None:
        """Take the fonts of the document that a canvas draws."""
        self._document: Any = cast(Any, canvas)._doc
        self._fonts: dict[str, _Letters] = {}

    def close(self) -> None:
        """Take no more letters: the fonts are written."""
        for letters in self._fonts.values():
            letters.close()

    def line(self, words: str, font: str, size: float, x: float, y: float) -> str:
        """Return the operators that set one line of words, its baseline beginning at a point."""
        return f"BT 1 0 0 1 {number(x)} {number(y)} Tm {self.shown(words, font, size)} ET"

    def shown(self, words: str, font: str, size: float) -> str:
        """Return the operators that show words in a font, inside a text object."""
        letters = self._fonts.get(font)
        if letters is None:
            letters = self._fonts[font] = _Letters(font, self._document)
        return " ".join(
            f"{name} {number(size)} Tf ({shown}) Tj" for name, shown in letters.written(words)
        )


class _Letters:
    """How the letters of a font are written in strings, asked from reportlab once each.

    A font of many letters is embedded in parts of 256; nearly every word is of the first alone.
    """

    def __init__(self, font: str, document: Any) -> None:
        self._font: Any = pdfmetrics.getFont(font)
        self._document = document
        self._first = _First(self)
        self._codes: dict[int, tuple[int, str]] = {}
        self._names: dict[int, str] = {}
        self._name(0)

    def close(self) -> None:
        self._document = None

    def written(self, words: str) -> list[tuple[str, str]]:
        """Return words as strings of a PDF, each with the name of the part of the font."""
        try:
            return [(self._names[0], words.translate(self._first))]
        except _BeyondFirst:
            return [
                (self._name(part), "".join(shown for _, shown in letters))
                for part, letters in groupby((self.code(ord(c)) for c in words), itemgetter(0))
            ]

    def code(self, letter: int) -> tuple[int, str]:
        """Return the part of the font that a letter is in, and how it is written there."""
        if letter not in self._codes:
            if self._document is None:
                raise Unproven("a letter of the bundle is not embedded; report this as a defect")
            ((part, written),) = self._font.splitString(chr(letter), self._document)
            self._name(part)
            self._codes[letter] = part, "".join(map(_octal, written))
        return self._codes[letter]

    def _name(self, part: int) -> str:
        if part not in self._names:
            self._names[part] = self._font.getSubsetInternalName(part, self._document)
        return self._names[part]


class _First(dict[int, str]):
    """The letters of the first part alone, for `str.translate`."""

    def __init__(self, letters: _Letters) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, letter: int) -> str:
        part, written = self._letters.code(letter)
        if part:
            raise _BeyondFirst
        self[letter] = written
        return written


class _BeyondFirst(Exception):
    """A letter is not in the first part of its font."""


def _octal(byte: int) -> str:
    """Return one byte of a literal string (ISO 32000-1 §7.3.4.2)."""
    return chr(byte) if 32 <= byte < 127 and chr(byte) not in "()\\" else f"\\{byte:03o}"


@lru_cache(1 << 14)
def number(value: float) -> str:
    """Write a number as PDF has it: no exponent, no more digits than matter."""
    return f"{value:.4f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def ink(color: Color) -> str:
    """Return the operator that fills in a colour."""
    return f"{number(color.red)} {number(color.green)} {number(color.blue)} rg"


def stroke(color: Color, width: float) -> str:
    """Return the operators that draw lines in a colour and width."""
    return ink(color).replace("rg", "RG") + f" {number(width)} w"


@lru_cache(1 << 14)
def word_width(word: str, font: str, size: float) -> float:
    """Return how wide a word is, in points."""
    return float(pdfmetrics.stringWidth(word, font, size))


def line_width(line: str, font: str, size: float) -> float:
    """Return how wide a line is that is set once only, in points, from its letters."""
    return sum(map(_widths(font, size).__getitem__, line))


@lru_cache(256)
def _widths(font: str, size: float) -> _Widths:
    return _Widths(font, size)


class _Widths(dict[str, float]):
    def __init__(self, font: str, size: float) -> None:
        super().__init__()
        self._font, self._size = font, size

    def __missing__(self, letter: str) -> float:
        self[letter] = wide = word_width(letter, self._font, self._size)
        return wide
