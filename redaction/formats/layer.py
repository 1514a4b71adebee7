"""Words that were read in pictures, laid unseen over their ink, so that they are letters of a page.

Everything after reading (detectors, burning, the proof) then treats a scan like any other page.
The letters are drawn in text rendering mode 3 (ISO 32000-1 §9.3.6) in a font without outlines, as
tesseract and ocrmypdf do it, so that every script can be said. Each code of the font is a letter
*with the width of its ink*: the cells of a word's letters lie on them exactly, and a part of a word
can be taken out. A reading that nobody vouches for (an older one, or what a code for cameras says)
goes into a font named `/Other…`: detectors read it, and no release keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name, Object, Pdf

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.letters import is_right_to_left
from redaction.scans.codes import Code
from redaction.scans.ocr import Word

READ, OTHER = "Read", "Other"
_ASCENT, _DESCENT = 0.76, 0.24  # of the em: a line's cell from top to bottom
_STEP = 40  # thousandths of an em: as fine as widths are told apart
_WIDEST_SPACE = 0.6  # em; a longer way to the next word is no space but a new start
_LEVEL = 0.4  # points
# pdfium takes two strings of the same codes in the same place for a shadow, and reads one.
_FIRST_CODES = {READ: 1, OTHER: 0x8000}
_MOST_CODES = 0x7FFE
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{}
endcmap end end"""


def with_read_layer(pdf: Pdf, page: pikepdf.Page, words: Sequence[Word]) -> None:
    """Lay words over the ink they were read in. Their boxes are those of the page as displayed."""
    _lay(pdf, page, words, READ)


def with_other_layer(pdf: Pdf, page: pikepdf.Page, words: Sequence[Word]) -> None:
    """Lay a second reading over the page, after all else: to be searched, never to be released."""
    _lay(pdf, page, words, OTHER)


def with_codes(pdf: Pdf, page: pikepdf.Page, codes: Sequence[Code]) -> None:
    """Lay what codes say over them, as a second reading, in letters as small as it takes."""
    _lay(pdf, page, [_within(code, number) for number, code in enumerate(codes)], OTHER)


def _within(code: Code, line: int) -> Word:
    """Return a code's text as one line across the middle of its code."""
    x0, y0, x1, y1 = code.box
    height = min(y1 - y0, 2.0 * (x1 - x0) / len(code.text))
    middle = (y0 + y1) / 2
    box = x0, middle - height / 2, x1, middle + height / 2
    return Word(code.text, box, 100.0, (), line, box)


def _lay(pdf: Pdf, page: pikepdf.Page, words: Sequence[Word], kind: str) -> None:
    if not words:
        return
    name = _free_name(page, kind)
    font = _Font(_FIRST_CODES[kind])
    place = _Place(page)
    drawn = [instruction for line in _lines(words) for instruction in _line(line, font, place)]
    page.obj.Resources.Font[f"/{name}"] = font.made(pdf)
    content = "\n".join(["Q BT 3 Tr", *(f"/{name} {one}" for one in drawn), "ET"])
    page.contents_add(b"q", prepend=True)
    page.contents_add(content.encode("ascii"))
    page.contents_coalesce()


def _free_name(page: pikepdf.Page, kind: str) -> str:
    if "/Resources" not in page.obj:
        page.obj.Resources = Dictionary()
    if "/Font" not in page.obj.Resources:
        page.obj.Resources.Font = Dictionary()
    taken = set(page.obj.Resources.Font.keys())
    return next(f"{kind}{n}" for n in range(len(taken) + 1) if f"/{kind}{n}" not in taken)


class _Place:
    """From the page as displayed to the coordinates of its content (§8.3.2.3, §7.7.3.3)."""

    def __init__(self, page: pikepdf.Page) -> None:
        left, bottom, right, top = (float(edge) for edge in page.cropbox)
        self.left, self.right = min(left, right), max(left, right)
        self.bottom, self.top = min(bottom, top), max(bottom, top)
        self.rotation = int(page.obj.get("/Rotate", 0)) % 360

    def at(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return self.left + y, self.bottom + x
            case 180:
                return self.right - x, self.bottom + y
            case 270:
                return self.right - y, self.top - x
            case _:
                return self.left + x, self.top - y


class _Letters:
    """A word as it is read: from `start` to `end` along its line, from `top` to `bottom` across."""

    def __init__(self, word: Word) -> None:
        self.turn, self.line = word.turn, word.line
        cell = word.cell if word.cell[2] > word.cell[0] else word.box
        self.start, self.top, self.end, self.bottom = _as_read(cell, word.turn)
        boxes = [_as_read(symbol.box, word.turn) for symbol in word.symbols]
        edges = [self.start]
        for one, two in pairwise(boxes):
            edges.append(min(max((one[2] + two[0]) / 2, edges[-1]), self.end))
        self.pieces: list[tuple[str, float]] = []
        texts = [symbol.text for symbol in word.symbols]
        if "".join(texts) != word.text or not texts:
            # Words from right to left are drawn by their last letter first: so readers expect them.
            turned = any(map(is_right_to_left, word.text))
            texts, edges = [word.text[::-1] if turned else word.text], [self.start]
        for text, start, end in zip(texts, edges, [*edges[1:], self.end], strict=True):
            for n in range(1, len(text) + 1):
                self.pieces.append((text[n - 1], start + (end - start) * n / len(text)))

    def goes_on(self, line: Sequence[_Letters]) -> bool:
        """Say whether this word can be shown in one string with those words.

        The string stands where its first word does: on a line that is not quite level each word
        is near the one before it, and the last one far from the first.
        """
        first, before = line[0], line[-1]
        level = max(abs(self.top - first.top), abs(self.bottom - first.bottom)) < _LEVEL
        same = level and self.turn == before.turn and self.line == before.line
        return same and 0 <= self.start - before.end <= _WIDEST_SPACE * (first.bottom - first.top)


def _as_read(box: Box, turn: int) -> Box:
    """Turn a box so that its word is read from left to right, downwards."""
    x0, y0, x1, y1 = box
    match turn:
        case 90:
            return -y1, x0, -y0, x1
        case 180:
            return -x1, -y1, -x0, -y0
        case 270:
            return y0, -x1, y1, -x0
        case _:
            return box


def _as_displayed(x: float, y: float, turn: int) -> tuple[float, float]:
    match turn:
        case 90:
            return y, -x
        case 180:
            return -x, -y
        case 270:
            return -y, x
        case _:
            return x, y


def _lines(words: Iterable[Word]) -> Iterator[list[_Letters]]:
    line: list[_Letters] = []
    for word in words:
        letters = _Letters(word)
        if letters.end <= letters.start or letters.bottom <= letters.top:
            continue
        if line and not letters.goes_on(line):
            yield line
            line = []
        line.append(letters)
    if line:
        yield line


def _line(line: Sequence[_Letters], font: _Font, place: _Place) -> Iterator[str]:
    """Yield the instruction that shows the words of one line."""
    first = line[0]
    size = max(0.5, first.bottom - first.top)
    base = first.top + _ASCENT * size
    pen = first.start
    codes: list[str] = []

    def show(text: str, end: float) -> None:
        nonlocal pen
        code, width = font.code(text, (end - pen) / size)
        codes.append(code)
        pen += width * size

    for number, letters in enumerate(line, start=1):
        for text, end in letters.pieces:
            show(text, end)
        after = line[number].start if number < len(line) else letters.end + 0.25 * size
        show(" ", after)
    yield f"{size:.3f} Tf {_matrix(first.start, base, first.turn, place)} Tm <{''.join(codes)}> Tj"


def _matrix(x: float, y: float, turn: int, place: _Place) -> str:
    """Return the text matrix whose origin is a point, and whose first axis is that of reading."""
    x0, y0 = place.at(*_as_displayed(x, y, turn))
    x1, y1 = place.at(*_as_displayed(x + 1, y, turn))
    a, b = round(x1 - x0), round(y1 - y0)
    return f"{a} {b} {-b} {a} {x0:.3f} {y0:.3f}"


class _Font:
    """Gives each letter of each width a code, and makes the font at the end."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._codes: dict[tuple[str, int], int] = {}

    def code(self, text: str, width: float) -> tuple[str, float]:
        """Return a code for a letter as wide as said, in em, and how wide it is for certain."""
        steps = max(1, min(round(width * 1000 / _STEP), 200))
        code = self._codes.setdefault((text, steps), self._first + len(self._codes))
        if len(self._codes) > _MOST_CODES:
            raise Refused("holds too many kinds of letters to be read")
        return f"{code:04X}", steps * _STEP / 1000

    def made(self, pdf: Pdf) -> Object:
        """Return the font: Type 0, without outlines (§9.7)."""
        kind = READ if self._first == _FIRST_CODES[READ] else OTHER
        name = Name(f"/AAAAAA+{kind}")
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=Array([0, -round(1000 * _DESCENT), 1000, round(1000 * _ASCENT)]),
            ItalicAngle=0,
            Ascent=round(1000 * _ASCENT),
            Descent=-round(1000 * _DESCENT),
            CapHeight=round(1000 * _ASCENT),
            StemV=80,
            FontFile2=pdf.make_stream(_without_outlines()),
        )
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            CIDToGIDMap=pdf.make_stream(b"\0\1" * (self._first + len(self._codes))),
            DW=500,
            W=Array([self._first, Array([steps * _STEP for _, steps in self._codes])]),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_stream(self._meanings()),
            )
        )

    def _meanings(self) -> bytes:
        pairs = [
            f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
            for (letter, _), code in self._codes.items()
        ]
        blocks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
        return _TO_UNICODE.format(
            "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
        ).encode()


@cache
def _without_outlines() -> bytes:
    """Return a TrueType program of two glyphs that draw nothing, and of the tables a PDF needs."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "blank"])
    made.setupCharacterMap({})
    made.setupGlyf({".notdef": Glyph(), "blank": _upright_hair()})
    made.setupHorizontalMetrics({".notdef": (500, 0), "blank": (500, 0)})
    made.setupHorizontalHeader(ascent=round(1000 * _ASCENT), descent=-round(1000 * _DESCENT))
    made.setupMaxp()
    made.font["head"].created = made.font["head"].modified = 0
    out = BytesIO()
    for table in ("cmap", "post", "name", "OS/2"):
        if table in made.font:
            del made.font[table]
    made.font.recalcTimestamp = False
    made.font.save(out)
    return out.getvalue()


def _upright_hair() -> Glyph:
    """Return an outline as high as the cell and without area: pdfium passes over flat letters."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, -round(1000 * _DESCENT)))
    pen.lineTo((0, round(1000 * _ASCENT)))
    pen.closePath()
    outline: Glyph = pen.glyph()
    return outline
