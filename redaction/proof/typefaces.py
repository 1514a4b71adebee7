"""The fonts of a released page: what each code means and how wide it is. Apart from the burner."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pikepdf
from fontTools.agl import toUnicode
from numpy.typing import NDArray
from pikepdf import Name, Object
from reportlab.pdfbase import _fontdata  # type: ignore[attr-defined]

_MEANING = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_STANDARD = (
    ("Courier", "Courier"), ("Times", "Times-Roman"), ("Symbol", "Symbol"),
    ("ZapfDingbats", "ZapfDingbats"), ("", "Helvetica"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typeface:
    """One font. `meanings` lacks a code that means nothing; widths are thousandths of an em.

    `table` is `meanings` for `str.translate`; `letters` is by code the one letter that it means, 0
    where that is none or several; `says` whether it stands for anything but space.
    """

    octets: int
    meanings: dict[int, str] = field(repr=False)
    widths: NDArray[np.float64] = field(repr=False)
    table: Mapping[int, str] = field(init=False, repr=False)
    letters: NDArray[np.uint32] = field(init=False, repr=False)
    says: NDArray[np.bool_] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what all readers of letters ask for."""
        says = np.zeros(len(self.widths), bool)
        said = [code for code, text in self.meanings.items() if text.strip()]
        says[[code for code in said if code < len(says)]] = True
        letters = np.zeros(len(self.widths), np.uint32)
        for code, text in self.meanings.items():
            if len(text) == 1 and code < len(letters):
                letters[code] = ord(text)
        object.__setattr__(self, "letters", letters)
        object.__setattr__(self, "says", says)
        object.__setattr__(self, "table", _Table(self.meanings))


class _Table(dict[int, str]):
    """What codes mean; one that means nothing is nothing."""

    def __missing__(self, code: int) -> str:
        return ""


def typeface_of(font: Object) -> Typeface:
    """Read a font of the closed shape."""
    if "/DescendantFonts" in font:
        [letters] = font.DescendantFonts
        return Typeface(2, _meanings(font), _wide_widths(letters))
    names = _glyph_names(font)
    meanings = {code: toUnicode(name) for code, name in enumerate(names) if name}
    meanings.update(_meanings(font))
    return Typeface(1, meanings, _widths(font, names))


def _meanings(font: Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    body = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
    return {
        int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be", "replace")
        for code, said in _MEANING.findall(body)
    }


def _glyph_names(font: Object) -> list[str | None]:
    encoding = font.get("/Encoding")
    base: Object | None = encoding if isinstance(encoding, Name) else None
    if isinstance(encoding, pikepdf.Dictionary):
        base = encoding.get("/BaseEncoding")
    table = _fontdata.encodings.get(str(base)[1:] if base is not None else "StandardEncoding")
    names: list[str | None] = list(table or [None] * 256)
    code = 0
    if isinstance(encoding, pikepdf.Dictionary):
        for item in encoding.get("/Differences", []):
            if isinstance(item, Name):
                names[code] = str(item)[1:]
                code += 1
            else:
                code = int(item)
    return names


def _widths(font: Object, names: list[str | None]) -> NDArray[np.float64]:
    descriptor = font.get("/FontDescriptor")
    missing = float(descriptor.get("/MissingWidth", 0)) if descriptor is not None else 0.0
    widths = np.full(256, missing)
    if "/Widths" in font:
        first, given = int(font.get("/FirstChar", 0)), [float(w) for w in font.Widths]
        widths[first : first + len(given)] = given[: 256 - first]
        # Of a Type 3 font they are in a space of its own (ISO 32000-1 §9.6.5).
        return widths * (1000 * float(font.FontMatrix[0])) if "/FontMatrix" in font else widths
    base = str(font.get("/BaseFont", "/"))[1:].rpartition("+")[2]
    known = _fontdata.widthsByFontGlyph
    family = next(standard for start, standard in _STANDARD if base.startswith(start))
    table = known.get(base, known[family])
    return np.array([float(table.get(name, 500)) if name else 0.0 for name in names])


def _wide_widths(letters: Object) -> NDArray[np.float64]:
    widths = np.full(65536, float(letters.get("/DW", 1000)))
    items = list(letters.get("/W", []))
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            given = [float(width) for width in items[at + 1]]
            widths[first : first + len(given)] = given
            at += 2
        else:
            widths[first : int(items[at + 1]) + 1] = float(items[at + 2])
            at += 3
    return widths
