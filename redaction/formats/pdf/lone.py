"""A page as one font alone shows it, black on white: lines of it to be read by eye."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import tesserocr
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.areas import around
from redaction.formats.pdf.ink import fitting_dpi
from redaction.formats.pdf.saying import map_to_unicode
from redaction.formats.pdf.streams import contents, unpacked
from redaction.formats.pdf.usage import Key
from redaction.pdfium import Glyphs, glyphs, picture
from redaction.scans.ocr import words_in

_PLACING = frozenset(
    ["q", "Q", "cm", "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "TL", "Tc", "Tw", "Tz", "Ts"]
)
_SHOWING = frozenset(["Tj", "TJ", "'", '"'])
_DEEPEST = 8
_TALL = 52  # pixels of a line's cell at which OCR reads well
_COARSEST, _FINEST = 100, 400  # dots an inch
_SURE = 70.0
_MOST_LINES, _OFTEN_ENOUGH = 8, 4
_ABOUT = 3.0  # points around a line
_UNSEEN = 3  # the text rendering mode without ink
_ANYWHERE = 1_000_000
_BETWEEN = 24  # pixels from line to line

_FIRST_NAME, _MOST_NAMES = 0xE000, 6000  # of private code points, by which codes are told apart

Votes = dict[bytes, Counter[str]]


@dataclass(frozen=True, slots=True)
class _Unit:
    """One glyph: its code, and where it stands on the page as displayed."""

    code: bytes = field(repr=False)
    box: Box


def votes_on(
    pdf: Pdf, page: Page, key: Key, codes: Collection[bytes], wanted: Collection[bytes]
) -> Votes:
    """Return as what OCR reads the letters of one font on a page, by their codes.

    `codes` are those that the page shows, `wanted` those that matter: lines that hold none of them
    are not read.
    """
    known = sorted(codes)[:_MOST_NAMES]
    document = pypdfium2.PdfDocument(_alone(pdf, page, key, known))
    try:
        lone = document[0]
        lines = _chosen(list(_lines(glyphs(lone), known)), set(wanted))
        return _read(lone, lines) if lines else {}
    finally:
        document.close()


# --- the page with nothing but the font


def _alone(pdf: Pdf, page: Page, key: Key, codes: Sequence[bytes]) -> bytes:
    """Return the page with one font alone, which says of each letter only which code it is."""
    with Pdf.new() as made:
        box = [float(edge) for edge in page.cropbox]
        font = made.copy_foreign(pdf.get_object(key))
        font.ToUnicode = map_to_unicode(
            made, {code: chr(_FIRST_NAME + number) for number, code in enumerate(codes)}
        )
        only = _Only(made, pdf, key, font)
        content, resources = only.of(contents(page.obj), page.obj.Resources, 0)
        made.pages.append(
            Page(
                Dictionary(
                    Type=Name.Page,
                    MediaBox=Array(box),
                    Rotate=int(page.obj.get("/Rotate", 0)),
                    Resources=resources,
                    Contents=made.make_stream(content),
                )
            )
        )
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


class _Only:
    """Makes instructions, and what they use, with the strings of one font and nothing else."""

    def __init__(self, made: Pdf, pdf: Pdf, key: Key, font: Object) -> None:
        self.made, self.pdf, self.key, self.font = made, pdf, key, font

    def of(self, raw: bytes, resources: Object, depth: int) -> tuple[bytes, Object]:
        fonts = resources.get("/Font", Dictionary())
        things = resources.get("/XObject", Dictionary())
        names = {name for name, font in fonts.items() if font.objgen == self.key}
        kept = Dictionary(Font=Dictionary(dict.fromkeys(names, self.font)), XObject=Dictionary())
        out: list[Any] = []
        font, mode, saved = "", 0, list[tuple[str, int]]()
        for one in pikepdf.parse_content_stream(self.pdf.make_stream(raw)):
            name, operands = str(one.operator), list(getattr(one, "operands", []))
            match name:
                case "q":
                    saved.append((font, mode))
                case "Q":
                    font, mode = saved.pop() if saved else (font, mode)
                case "Tf" if operands:
                    font = str(operands[0])
                case "Tr" if operands:
                    mode = int(operands[0])
                case "Do" if operands and depth < _DEEPEST:
                    form = things.get(str(operands[0]))
                    if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == Name.Form:
                        kept.XObject[str(operands[0])] = self._form(form, resources, depth)
                        out.append(one)
            if name in _PLACING or (name in _SHOWING and font in names and mode != _UNSEEN):
                out.append(one)
            elif name in ("'", '"'):
                out.append(([], pikepdf.Operator("T*")))
        return pikepdf.unparse_content_stream(out), kept

    def _form(self, form: Object, outer: Object, depth: int) -> Object:
        content, kept = self.of(unpacked(form), form.get("/Resources", outer), depth + 1)
        stream = self.made.make_stream(content)
        stream.Type, stream.Subtype, stream.Resources = Name.XObject, Name.Form, kept
        stream.BBox = Array([-_ANYWHERE, -_ANYWHERE, _ANYWHERE, _ANYWHERE])
        if "/Matrix" in form:
            stream.Matrix = Array([float(number) for number in form.Matrix])
        return stream


# --- its lines


def _lines(read: Glyphs, codes: Sequence[bytes]) -> Iterator[list[_Unit]]:
    line: list[_Unit] = []
    for letter, box in zip(read.text, read.boxes, strict=True):
        number = ord(letter) - _FIRST_NAME
        if box is not None and 0 <= number < len(codes):
            line.append(_Unit(codes[number], box))
        elif letter == "\n" and line:
            yield line
            line = []
    if line:
        yield line


def _chosen(lines: list[list[_Unit]], wanted: set[bytes]) -> list[list[_Unit]]:
    """Return the lines that hold most of what is wanted, until each of it is there often."""
    seen: Counter[bytes] = Counter()
    chosen: list[list[_Unit]] = []
    holding = [(line, [unit.code for unit in line if unit.code in wanted]) for line in lines]
    while holding and len(chosen) < _MOST_LINES:
        worth = [sum(seen[code] < _OFTEN_ENOUGH for code in set(found)) for _, found in holding]
        if not (best := max(worth)):
            break
        line, found = holding.pop(worth.index(best))
        chosen.append(line)
        seen.update(found)
    return chosen


def _read(page: pypdfium2.PdfPage, lines: list[list[_Unit]]) -> Votes:
    tall = sorted(unit.box[3] - unit.box[1] for line in lines for unit in line)
    dpi = 72 * _TALL / max(1.0, tall[len(tall) // 2])
    dpi = fitting_dpi(page, round(min(_FINEST, max(_COARSEST, dpi))))
    unit, drawn = 72 / dpi, picture(page, dpi)
    strips, tops = [], [_BETWEEN]
    for line in lines:
        x0, y0, x1, y1 = around([one.box for one in line])
        edges = x0 - _ABOUT, y0 - _ABOUT, x1 + _ABOUT, y1 + _ABOUT
        left, top, right, bottom = (round(edge / unit) for edge in edges)
        strips.append((line, left, top, drawn.crop((left, top, right, bottom))))
        tops.append(tops[-1] + bottom - top + _BETWEEN)
    wide = max(strip.width for *_, strip in strips) + 2 * _BETWEEN
    sheet = Image.new("L", (wide, tops[-1]), 255)
    for (*_, strip), at in zip(strips, tops, strict=False):
        sheet.paste(strip, (_BETWEEN, at))
    votes: Votes = {}
    for word in words_in(sheet, dpi, tesserocr.PSM.SINGLE_BLOCK):
        if word.confidence < _SURE:
            continue
        middle = (word.box[1] + word.box[3]) / 2 / unit
        number = max(0, int(np.searchsorted(tops, middle)) - 1)
        if number >= len(strips):
            continue
        line, left, _, _ = strips[number]
        shift = (left - _BETWEEN) * unit
        seen = [
            (symbol.text, (symbol.box[0] + symbol.box[2]) / 2 + shift) for symbol in word.symbols
        ]
        for one in line:
            text = "".join(text for text, x in seen if one.box[0] <= x < one.box[2])
            if text:
                votes.setdefault(one.code, Counter())[text] += 1
    return votes
