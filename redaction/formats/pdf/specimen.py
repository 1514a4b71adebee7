"""A specimen of a font: each of its letters that a document shows, drawn by itself by pdfium.

What a letter is said to be is what pdfium says of it, as it does of the pages.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from redaction.letterforms import EM, Ink, Shape, shape_of

_ACROSS, _WIDE, _HIGH = 16, 2.5, 2.0  # letters in a row; em of a cell
_LEFT, _LOW = 0.7, 0.6  # em: where a letter stands in its cell
_MOST = 320  # letters on one page


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a font: its code, what it is said to be, and its shape, None where it has none.

    `wide` is how far its ink reaches, in em.
    """

    code: bytes = field(repr=False)
    said: str = field(repr=False)
    shape: Shape | None = field(repr=False)
    wide: float


def specimen_of(fonts: Sequence[tuple[Object, Sequence[bytes]]]) -> list[list[Letter]]:
    """Draw the letters of some fonts, by codes, and return them font by font."""
    with Pdf.new() as pdf:
        sheets = [
            (number, list(codes[at : at + _MOST]), pdf.copy_foreign(font))
            for number, (font, codes) in enumerate(fonts)
            for at in range(0, len(codes), _MOST)
        ]
        for _, codes, font in sheets:
            _add_sheet(pdf, font, codes)
        out = io.BytesIO()
        pdf.save(out)
    drawn: list[list[Letter]] = [[] for _ in fonts]
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        for page, (number, codes, _) in zip(document, sheets, strict=True):
            drawn[number] += _letters(page, codes)
            page.close()
    finally:
        document.close()
    return drawn


def _add_sheet(pdf: Pdf, font: Object, codes: Sequence[bytes]) -> None:
    rows = -(-len(codes) // _ACROSS)
    size = _ACROSS * _WIDE * EM, rows * _HIGH * EM
    shown = [
        f"1 0 0 1 {x * EM:.1f} {size[1] - y * EM:.1f} Tm <{code.hex()}> Tj"
        for code, (x, y) in zip(codes, map(_place, range(len(codes))), strict=True)
    ]
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *size]),
        Resources=Dictionary(Font=Dictionary(F=font)),
        Contents=pdf.make_stream("\n".join([f"BT /F {EM} Tf", *shown, "ET"]).encode()),
    )
    pdf.pages.append(Page(page))


def _place(number: int) -> tuple[float, float]:
    """Return where a letter begins, in em from the top left."""
    row, column = divmod(number, _ACROSS)
    return column * _WIDE + _LEFT, (row + 1) * _HIGH - _LOW


def _letters(page: pypdfium2.PdfPage, codes: Sequence[bytes]) -> list[Letter]:
    bitmap = page.render(scale=1, grayscale=True, may_draw_forms=False, draw_annots=False)
    ink: Ink = 255 - np.asarray(bitmap.to_pil().convert("L"))
    said = _said(page, len(codes))
    letters = []
    for number, code in enumerate(codes):
        row, column = divmod(number, _ACROSS)
        top, left = round(row * _HIGH * EM), round(column * _WIDE * EM)
        cell = ink[top : top + round(_HIGH * EM), left : left + round(_WIDE * EM)]
        columns = np.flatnonzero(cell.max(0, initial=0) > 0)
        wide = (columns[-1] + 1 - columns[0]) / EM if len(columns) else 0.0
        shape = shape_of(cell, round((_HIGH - _LOW) * EM))
        letters.append(Letter(code, said[number], shape, float(wide)))
    return letters


def _said(page: pypdfium2.PdfPage, count: int) -> list[str]:
    """Return what pdfium says of each letter; nothing where it says nothing."""
    text = page.get_textpage()
    said = [""] * count
    x, y, high = ctypes.c_double(), ctypes.c_double(), page.get_height()
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        column = round((x.value / EM - _LEFT) / _WIDE)
        row = round(((high - y.value) / EM + _LOW) / _HIGH) - 1
        number = row * _ACROSS + column
        code = raw.FPDFText_GetUnicode(text, index)
        if 0 <= column < _ACROSS and 0 <= number < count and code:
            said[number] += chr(code) if code < 0x110000 else ""
    return said
