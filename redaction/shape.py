"""What a released PDF may be made of, and what may stand in its boxes: nothing else.

Part of the proof, apart from the burner: it shares no code with what it judges. A file that passes
holds, for every page, one grey picture and one content stream of drawn boxes and written letters,
and one font without names. There is no place in it where anything else could lie.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Name, Object, Pdf

from recordkeeping.disclosure.findings import Box

_KEYS = {
    "trailer": {"/Root", "/Size", "/ID", "/Type", "/W", "/Index", "/Filter", "/Length",
                "/DecodeParms"},
    "catalog": {"/Type", "/Pages", "/Lang"},
    "tree": {"/Type", "/Kids", "/Count", "/Parent"},
    "page": {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"},
    "image": {"/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent",
              "/Filter", "/Length"},
    "font": {"/Type", "/Subtype", "/BaseFont", "/Encoding", "/DescendantFonts", "/ToUnicode"},
    "letters": {"/Type", "/Subtype", "/BaseFont", "/CIDSystemInfo", "/FontDescriptor",
                "/CIDToGIDMap", "/DW", "/W"},
    "descriptor": {"/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent",
                   "/Descent", "/CapHeight", "/StemV", "/FontFile2"},
    "stream": {"/Filter", "/Length"},
}  # fmt: skip
_FONT_TABLES = {b"head", b"hhea", b"maxp", b"hmtx", b"loca", b"glyf", b"cvt ", b"fpgm", b"prep"}
_NUMBER = r"-?\d+(?:\.\d+)?"
_CONTENT = re.compile(
    rf"q {_NUMBER} 0 0 {_NUMBER} 0 0 cm /Page Do Q\n"
    rf"{_NUMBER} G {_NUMBER} g {_NUMBER} w\n"
    rf"(?:{_NUMBER} {_NUMBER} {_NUMBER} {_NUMBER} re S\n)*"
    r"BT\n"
    rf"(?:/Kept {_NUMBER} Tf [03] Tr {_NUMBER} Tz 1 0 0 1 {_NUMBER} {_NUMBER} Tm"
    rf" \[(?:{_NUMBER} <[0-9A-F]*> ?)*\] TJ\n)*"
    r"ET"
)
_MEANINGS = re.compile(
    r"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapType 2 def\n"
    r"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    r"(?:\d+ beginbfchar\n(?:<[0-9A-F]{4}> <[0-9A-F]{4,8}>\n)+endbfchar\n?)*\n?endcmap end end"
)


def against_shape(content: bytes, pdf: Pdf) -> list[str]:
    """Return what in the file has no rule that names it."""
    try:
        return list(_against_shape(content, pdf))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, struct.error):
        return ["the file lacks parts that every released file has"]


def _against_shape(content: bytes, pdf: Pdf) -> Iterator[str]:
    if not content.startswith(b"%PDF-") or content.count(b"%%EOF") != 1:
        yield "the file has more than one beginning or end"
    if not content.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "something lies after the end of the file"
    if pdf.is_encrypted:
        yield "the file is encrypted"
    known: set[tuple[int, int]] = set()
    for where, found in _objects(pdf):
        if found.is_indirect:
            known.add(found.objgen)
        if odd := set(found.keys()) - _KEYS[where]:
            yield f"a {where} has {len(odd)} keys that no rule names"
    if stray := {o.objgen for o in pdf.objects if o.is_indirect} - known - _own_of_the_format(pdf):
        yield f"{len(stray)} objects belong to nothing"
    for page in pdf.pages:
        yield from _against_page(page.obj)


def _own_of_the_format(pdf: Pdf) -> set[tuple[int, int]]:
    return {
        o.objgen
        for o in pdf.objects
        if isinstance(o, pikepdf.Stream) and o.get("/Type") in (Name.XRef, Name.ObjStm)
    }


def _objects(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    """Yield every object that a rule names, and what it is."""
    yield "trailer", pdf.trailer
    yield "catalog", pdf.Root
    yield from (("tree", node) for node in _trees(pdf.Root.Pages, 0))
    for page in pdf.pages:
        yield "page", page.obj
        yield "stream", page.obj.Contents
        yield "image", page.obj.Resources.XObject.Page
        font = page.obj.Resources.Font.Kept
        letters = font.DescendantFonts[0]
        yield "font", font
        yield "letters", letters
        yield "descriptor", letters.FontDescriptor
        yield "stream", font.ToUnicode
        yield "stream", letters.CIDToGIDMap
        yield "stream", letters.FontDescriptor.FontFile2


def _trees(node: Object, depth: int) -> Iterator[Object]:
    yield node
    if depth < 32:
        for child in node.Kids:
            if child.get("/Type") == Name.Pages:
                yield from _trees(child, depth + 1)


def _against_page(page: Object) -> Iterator[str]:
    resources = page.Resources
    if (
        set(resources.keys()) != {"/XObject", "/Font"}
        or set(resources.XObject.keys()) != {"/Page"}
        or set(resources.Font.keys()) != {"/Kept"}
    ):
        yield "a page has resources that no rule names"
    if not _CONTENT.fullmatch(page.Contents.read_bytes().decode("latin-1")):
        yield "a page draws something that no rule names"
    image, font = resources.XObject.Page, resources.Font.Kept
    row = (int(image.Width) + 1) // 2
    if len(image.read_bytes()) != row * int(image.Height):
        yield "a picture holds more than its pixels"
    if not _MEANINGS.fullmatch(font.ToUnicode.read_bytes().decode("latin-1")):
        yield "a font says more than what its letters mean"
    program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    if not _font_tables(program) <= _FONT_TABLES:
        yield "a font holds more than its letters"


def _font_tables(program: bytes) -> set[bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    return {program[12 + 16 * n : 16 + 16 * n] for n in range(count)}


def against_areas(content: bytes, pdf: Pdf, areas: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Yield what can still be seen or read inside the areas: `[page, x0, y0, x1, y1, label]`."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(pdf.pages, start=1):
        here = [(tuple(area[1:5]), str(area[5])) for area in areas if area[0] == number]
        if here:
            picture = _Picture(page.obj)
            if not all(picture.is_flat(box) for box, _ in here):
                yield f"page {number} shows something in a box"
            letters = _letters(document[number - 1])
            if not all(_reads(box, letters) in _solid(label) for box, label in here):
                yield f"page {number} has words in a box"
    if beyond := {area[0] for area in areas} - set(range(1, len(pdf.pages) + 1)):
        yield f"{len(beyond)} boxes are on pages that are not there"


class _Picture:
    """The grey picture of a page: two pixels a byte, rows padded to a byte."""

    def __init__(self, page: Object) -> None:
        image = page.Resources.XObject.Page
        self.width, self.height = int(image.Width), int(image.Height)
        self.across = self.width / float(page.MediaBox[2])
        self.down = self.height / float(page.MediaBox[3])
        self.pixels = image.read_bytes()

    def is_flat(self, box: Box) -> bool:
        """Say whether every pixel that a box touches has one grey."""
        left, right = max(0, int(box[0] * self.across)), int(box[2] * self.across) + 1
        top, bottom = max(0, int(box[1] * self.down)), int(box[3] * self.down) + 1
        row = (self.width + 1) // 2
        greys: set[str] = set()
        for y in range(top, min(bottom, self.height)):
            # In hexadecimal a pixel is a digit: a box may begin in the middle of a byte.
            line = self.pixels[y * row + left // 2 : y * row + right // 2 + 1].hex()
            greys.update(line[left % 2 : left % 2 + min(right, self.width) - left])
        return len(greys) <= 1


def _letters(page: pypdfium2.PdfPage) -> list[tuple[float, float, str]]:
    """Return each letter of a page with the middle of its cell, from the top left."""
    text, height = page.get_textpage(), page.get_height()
    cell = raw.FS_RECTF()
    letters = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if not letter.isspace() and not raw.FPDFText_IsGenerated(text, index):
            raw.FPDFText_GetLooseCharBox(text, index, cell)
            middle = (cell.left + cell.right) / 2, height - (cell.top + cell.bottom) / 2
            letters.append((*middle, letter))
    return letters


def _reads(box: Box, letters: Sequence[tuple[float, float, str]]) -> str:
    x0, y0, x1, y1 = box
    return "".join(letter for x, y, letter in letters if x0 < x < x1 and y0 < y < y1)


def _solid(label: str) -> str:
    return "".join(label.split())
