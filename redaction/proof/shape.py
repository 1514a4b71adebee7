"""What a released PDF may be made of: nothing that a rule here does not name.

Part of the proof, apart from the burner: it shares no code with what it judges. A page is either a
picture with letters over it, or a row of parts: what stays, in instructions and names of a closed
list, and in turns with it one part for each box. Every object, every key and every instruction
has its rule; there is no place in the file where anything else could lie.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import pikepdf
from pikepdf import Array, Name, Object, Pdf
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.proof.envelope import against_envelope
from redaction.proof.values import (
    are_glyph_names,
    is_bare_cff,
    is_bare_function,
    is_bare_truetype,
    is_language,
    is_plain,
)

PICTURE, REWRITTEN = "picture", "rewritten"
_KEYS = {
    "trailer": {"/Root", "/Size", "/ID", "/Type", "/W", "/Index", "/Filter", "/Length",
                "/DecodeParms"},
    "catalog": {"/Type", "/Pages", "/Lang"},
    "tree": {"/Type", "/Kids", "/Count", "/Parent"},
    "page": {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"},
    "resources": {"/Font", "/XObject", "/ExtGState", "/ColorSpace"},
    "image": {"/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent",
              "/Filter", "/Length", "/Decode", "/ImageMask", "/Interpolate", "/SMask",
              "/DecodeParms"},
    "fax": {"/K", "/Columns", "/Rows"},
    "font": {"/Type", "/Subtype", "/BaseFont", "/Encoding", "/DescendantFonts", "/ToUnicode",
             "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor"},
    "drawn font": {"/Type", "/Subtype", "/FontBBox", "/FontMatrix", "/FirstChar", "/LastChar",
                   "/Widths", "/Encoding", "/CharProcs", "/Resources", "/ToUnicode"},
    "drawn encoding": {"/Type", "/Differences"},
    "drawn resources": {"/XObject", "/ExtGState"},
    "encoding": {"/Type", "/BaseEncoding", "/Differences"},
    "letters": {"/Type", "/Subtype", "/BaseFont", "/CIDSystemInfo", "/FontDescriptor",
                "/CIDToGIDMap", "/DW", "/W"},
    "system": {"/Registry", "/Ordering", "/Supplement"},
    "descriptor": {"/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent",
                   "/Descent", "/CapHeight", "/XHeight", "/StemV", "/MissingWidth", "/Leading",
                   "/AvgWidth", "/MaxWidth", "/FontFile2", "/FontFile3"},
    "program": {"/Filter", "/Length", "/Length1", "/Subtype"},
    "state": {"/Type", "/CA", "/ca", "/LW", "/LC", "/LJ", "/ML", "/AIS", "/SA", "/OP", "/op",
              "/BM"},
    "function": {"/FunctionType", "/Domain", "/Range", "/C0", "/C1", "/N", "/Functions",
                 "/Bounds", "/Encode", "/Decode", "/Size", "/BitsPerSample", "/Filter", "/Length"},
    "stream": {"/Filter", "/Length"},
}  # fmt: skip
_NAMES = {
    "/Font": re.compile(r"/(?:F\d+|Kept)"),
    "/XObject": re.compile(r"/(?:I\d+e?|Page)"),
    "/ExtGState": re.compile(r"/G\d+"),
    "/ColorSpace": re.compile(r"/C\d+"),
}
_N = r"-?\d{1,10}(?:\.\d{1,6})?"
_SPOKEN = r"/Span <</ActualText <FEFF((?:[0-9A-F]{4})*)>>> BDC"
_PICTURE_CONTENT = re.compile(
    rf"q {_N} 0 0 {_N} 0 0 cm /Page Do Q\n"
    rf"{_N} G {_N} g {_N} w\n"
    rf"(?:{_N} {_N} {_N} {_N} re S\n)*"
    r"BT\n"
    rf"(?:/Kept {_N} Tf [03] Tr {_N} Tz 1 0 0 1 {_N} {_N} Tm"
    rf" \[(?:{_N} <[0-9A-F]*> ?)*\] TJ\n"
    rf"|{_SPOKEN} /Kept {_N} Tf [03] Tr {_N} Tz 1 0 0 1 {_N} {_N} Tm"
    rf" \[{_N} <[0-9A-F]*>\] TJ EMC\n)*"
    r"ET"
)
_INSTRUCTIONS = re.compile(
    r"(?:[ \n]++|-?\d{1,10}+(?:\.\d{1,6}+)?(?![\w.])|/(?:[FIGC]\d++e?|Device(?:Gray|RGB|CMYK)"
    r"|(?:Absolute|Relative)Colorimetric|Saturation|Perceptual)(?=\s)|<[0-9A-F]*+>|[\[\]]"
    r"|(?:BT|ET|TJ|Tf|Tc|Tw|Tz|Ts|Tr|Tm|Do|cm|gs|cs|CS|sc|SC|scn|SCN|rg|RG|re|ri|q|Q|w|J|j|M|d|i|g"
    r"|G|k|K|m|l|c|v|y|h|n|S|s|W\*?|[fBb]\*?|F)(?=\s|$))*+"
)
_PROCEDURE = re.compile(
    rf"(?:{_N} {_N} d0|{_N} {_N} {_N} {_N} {_N} {_N} d1)"
    r"(?:[ \n]++|-?\d{1,10}+(?:\.\d{1,6}+)?(?![\w.])|/[IG]\d++(?=\s)|[\[\]]"
    r"|(?:Do|cm|gs|rg|RG|re|q|Q|w|J|j|M|d|i|g|G|k|K|m|l|c|v|y|h|n|S|s|W\*?|[fBb]\*?|F)(?=\s|$))*+"
)
_NEXT_PART = b"\n%\n"
_BOX = re.compile(
    rf"q {_N} {_N} {_N} {_N} {_N} {_N} cm\n"
    rf"{_N} g {_N} G 0\.5 w {_N} {_N} m {_N} {_N} l {_N} {_N} l {_N} {_N} l h B\n"
    rf"(?:{_SPOKEN} BT {_N} g /Kept {_N} Tf 0 Tc 0 Tw 0 Ts [03] Tr {_N} Tz"
    rf" {_N} {_N} {_N} {_N} {_N} {_N} Tm <[0-9A-F]*> Tj ET EMC\n)?Q"
)
_LEGEND = re.compile(
    rf"q 1 0 0 1 0 0 cm\n(?:1 g ({_N}) ({_N}) ({_N}) ({_N}) re f\n)?"
    rf"(?:BT {_N} g /Kept {_N} Tf 0 Tc 0 Tw 0 Ts 0 Tr 100 Tz {_N} {_N} {_N} {_N} {_N} {_N} Tm"
    r" <[0-9A-F]*> Tj ET\n)+Q"
)
_CORNERS = re.compile(rf"w ({_N}) ({_N}) m ({_N}) ({_N}) l ({_N}) ({_N}) l ({_N}) ({_N}) l h B")
_MEANINGS = re.compile(
    r"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapType 2 def\n"
    r"1 begincodespacerange <0+> <F+> endcodespacerange\n"
    r"(?:\d+ beginbfchar\n(?:<[0-9A-F]{2,4}> <(?:[0-9A-F]{4})*>\n)+endbfchar\n?)*\n?endcmap end end"
)
_DEVICE = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
_STANDARD = {"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/Identity-H",
             "/MacExpertEncoding", "/PDFDocEncoding"}  # fmt: skip


@dataclass(slots=True)
class Shape:
    """What was found of a file's shape: what speaks against which page, 0 for the file; and kinds.

    A page against which something speaks has no kind. `known` are the objects that a rule led to.
    """

    against: list[tuple[int, str]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    known: set[tuple[int, int]] = field(default_factory=set)


class _Unnamed(Exception):
    """Something for which there is no rule."""


def shape_of_pages(pdf: Pdf, first: int, last: int) -> Shape:
    """Look at pages, from 1, and at all they use, and tell what in them no rule names."""
    shape = Shape()
    walk = _Walk(pdf)
    for number in range(first, last + 1):
        shape.kinds.append("")
        with _told(shape, number):
            shape.kinds[-1] = walk.page(pdf.pages[number - 1].obj)
    shape.known = walk.known
    return shape


def shape_of_file(content: bytes, pdf: Pdf) -> Shape:
    """Look at what stands above the pages, and around everything."""
    shape = Shape()
    shape.against += [(0, why) for why in against_envelope(content, pdf)]
    walk = _Walk(pdf)
    with _told(shape, 0):
        walk.roots()
    shape.known = walk.known
    return shape


@contextmanager
def _told(shape: Shape, page: int) -> Iterator[None]:
    """Note for a page, 0 for the file, what has no rule."""
    try:
        yield
    except _Unnamed as why:
        shape.against.append((page, str(why)))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, OSError, struct.error,
            AssertionError, pikepdf.PdfError):  # fmt: skip
        shape.against.append((page, "lacks parts that every released page has"))


def objects_of(pdf: Pdf) -> set[tuple[int, int]]:
    """Return every object of a file that something has to lead to."""
    return {
        o.objgen
        for o in pdf.objects
        if o.is_indirect
        and not (isinstance(o, pikepdf.Stream) and o.get("/Type") in (Name.XRef, Name.ObjStm))
    }


class _Walk:
    """Goes through a file by rule, and remembers every object that a rule led to."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.known: set[tuple[int, int]] = set()
        self.passed: set[tuple[int, int]] = set()  # fonts that pages share

    def roots(self) -> None:
        """Look at what stands above the pages."""
        self._keys("trailer", self.pdf.trailer)
        self._keys("catalog", self.pdf.Root)
        for node in _trees(self.pdf.Root.Pages, 0):
            self._keys("tree", node)

    def page(self, page: Object) -> str:
        """Look at one page and everything it uses; return its kind."""
        self._keys("page", page)
        resources = page.Resources
        self._keys("resources", resources)
        self._named(resources)
        if isinstance(page.Contents, Array):
            return self._rewritten(page)
        return self._picture(page)

    def _named(self, resources: Object) -> None:
        for kind, names in _NAMES.items():
            used = resources.get(kind)
            if used is None:
                continue
            if not all(names.fullmatch(name) for name in used.keys()):  # noqa: SIM118
                raise _Unnamed("a page uses names that no rule names")
            for name, value in used.items():
                self._resource(kind, name, value)

    def _rewritten(self, page: Object) -> str:
        self._remember(page.Contents)
        parts = parts_of(page)
        legend = legend_part(parts)
        for stream in page.Contents:
            self._keys("stream", stream)
        for number, part in enumerate(parts):
            drawn = part.decode("latin-1")
            if number == legend:
                if not _LEGEND.fullmatch(drawn):
                    raise _Unnamed("a page has a legend of a kind that no rule names")
            elif number % 2:
                if not _BOX.fullmatch(drawn):
                    raise _Unnamed("a page has a box of a kind that no rule names")
            elif not _INSTRUCTIONS.fullmatch(drawn):
                raise _Unnamed("a page draws something that no rule names")
        if "/Page" in page.Resources.get("/XObject", {}):
            raise _Unnamed("a page is both a picture and not")
        return REWRITTEN

    def _picture(self, page: Object) -> str:
        self._keys("stream", page.Contents)
        resources = page.Resources
        if set(resources.keys()) != {"/XObject", "/Font"} or (
            set(resources.XObject.keys()) != {"/Page"} or set(resources.Font.keys()) != {"/Kept"}
        ):
            raise _Unnamed("a page has resources that no rule names")
        if not _PICTURE_CONTENT.fullmatch(page.Contents.read_bytes().decode("latin-1")):
            raise _Unnamed("a page draws something that no rule names")
        image = resources.XObject.Page
        grey, coloured = _is_grey(image), _is_coloured(image)
        if not (grey or coloured) or image.get("/Filter") != Name.FlateDecode:
            raise _Unnamed("a picture of a page is of an unknown kind")
        return PICTURE

    def _resource(self, kind: str, name: str, value: Object) -> None:
        match kind:
            case "/Font":
                if value.objgen not in self.passed:
                    self._font(value)
                if value.is_indirect:  # not reached for one that no rule names
                    self.passed.add(value.objgen)
            case "/XObject":
                self._image(value, 0)
            case "/ExtGState":
                self._keys("state", value)
            case _:
                self._space(value)

    # --- fonts

    def _font(self, font: Object) -> None:
        if font.get("/Subtype") == Name.Type3:
            self._drawn_font(font)
            return
        self._keys("font", font)
        self._meanings(font)
        encoding = font.get("/Encoding")
        if isinstance(encoding, Name):
            if str(encoding) not in _STANDARD:
                raise _Unnamed("a font has an encoding that no rule names")
        elif encoding is not None:
            self._keys("encoding", encoding, besides="/Differences")
            if "/Differences" in encoding:
                self._remember(encoding.Differences)
                if not are_glyph_names(encoding.Differences):
                    raise _Unnamed("a font has letters of a name that no rule names")
        if "/DescendantFonts" in font:
            [letters] = font.DescendantFonts
            self._remember(font.DescendantFonts)
            self._keys("letters", letters)
            self._keys("system", letters.CIDSystemInfo)
            if (str(letters.CIDSystemInfo.Registry), str(letters.CIDSystemInfo.Ordering)) != (
                "Adobe", "Identity",
            ):  # fmt: skip
                raise _Unnamed("a font is of a character collection that no rule names")
            if isinstance(letters.get("/CIDToGIDMap"), pikepdf.Stream):
                self._keys("stream", letters.CIDToGIDMap)
            self._descriptor(letters.FontDescriptor)
        elif "/FontDescriptor" in font:
            self._descriptor(font.FontDescriptor)

    def _meanings(self, font: Object) -> None:
        if "/ToUnicode" not in font:
            return
        self._keys("stream", font.ToUnicode)
        if not _MEANINGS.fullmatch(font.ToUnicode.read_bytes().decode("latin-1")):
            raise _Unnamed("a font says more than what its letters mean")

    def _drawn_font(self, font: Object) -> None:
        """Look at a Type 3 font: letters have the number of their code for a name, and no other."""
        self._keys("drawn font", font)
        self._meanings(font)
        self._keys("drawn encoding", font.Encoding, besides="/Differences")
        self._remember(font.Encoding.Differences)
        given = list(font.Encoding.Differences)
        codes = [int(code) for code in given[0::2]]
        called = [f"/g{code}" for code in codes]
        if [str(name) for name in given[1::2]] != called or set(font.CharProcs.keys()) != {*called}:
            raise _Unnamed("a font has letters of a name that no rule names")
        self._remember(font.CharProcs)
        for procedure in font.CharProcs.values():
            self._keys("stream", procedure)
            if not _PROCEDURE.fullmatch(procedure.read_bytes().decode("latin-1")):
                raise _Unnamed("a letter is drawn in a way that no rule names")
        self._keys("drawn resources", font.Resources)
        self._named(font.Resources)

    def _descriptor(self, descriptor: Object) -> None:
        self._keys("descriptor", descriptor)
        if "/FontFile2" in descriptor:
            self._keys("program", descriptor.FontFile2)
            if not is_bare_truetype(descriptor.FontFile2.read_bytes()):
                raise _Unnamed("a font holds more than its letters")
        if "/FontFile3" in descriptor:
            self._keys("program", descriptor.FontFile3)
            if not is_bare_cff(descriptor.FontFile3.read_bytes()):
                raise _Unnamed("a font holds more than its letters")

    # --- pictures and colours

    def _image(self, image: Object, depth: int) -> None:
        self._keys("image", image)
        if image.get("/Subtype") != Name.Image or depth > 1:
            raise _Unnamed("a picture of an unknown kind")
        bits = int(image.BitsPerComponent)
        parts = 1 if image.get("/ImageMask") else self._space(image.ColorSpace)
        size = (int(image.Width) * parts * bits + 7) // 8 * int(image.Height)
        filter = image.get("/Filter")
        if ("/DecodeParms" in image) != (filter == Name.CCITTFaxDecode):
            raise _Unnamed("a picture is packed in a way that no rule names")
        if isinstance(filter, Array):
            raise _Unnamed("a picture is packed in a way that no rule names")
        if filter == Name.DCTDecode:
            if not _is_bare_jpeg(image.read_raw_bytes()):
                raise _Unnamed("a picture holds more than its pixels")
        elif filter == Name.CCITTFaxDecode:
            self._keys("fax", image.DecodeParms)
            if parts * bits != 1 or not is_bare_fax(image):
                raise _Unnamed("a picture holds more than its pixels")
        elif filter in (None, Name.FlateDecode):
            if len(image.read_bytes()) != size:
                raise _Unnamed("a picture holds more than its pixels")
        else:
            raise _Unnamed("a picture is packed in a way that no rule names")
        if "/SMask" in image:
            self._image(image.SMask, depth + 1)

    def _space(self, space: Object) -> int:
        """Look at a colour space; return how many numbers make a colour."""
        if isinstance(space, Name):
            return _DEVICE[str(space)]
        self._remember(space)
        match str(space[0]):
            case "/Indexed":
                base = _DEVICE[str(space[1])]
                self._keys("stream", space[3])
                if len(space[3].read_bytes()) != base * (int(space[2]) + 1):
                    raise _Unnamed("a colour table holds more than its colours")
            case "/Separation":
                self._space(space[2])
                self._function(space[3], 0)
            case _:
                raise _Unnamed("a colour space that no rule names")
        return 1

    def _function(self, function: Object, depth: int) -> None:
        if depth > 5:
            raise _Unnamed("a colour function that no rule names")
        self._keys("function", function)
        if isinstance(function, pikepdf.Stream) and not is_bare_function(function):
            raise _Unnamed("a colour function holds more than its numbers")
        for inner in function.get("/Functions", []):
            self._function(inner, depth + 1)

    def _keys(self, kind: str, found: Object, besides: str = "") -> None:
        self._remember(found)
        if odd := set(found.keys()) - _KEYS[kind]:
            raise _Unnamed(f"a {kind} has {len(odd)} keys that no rule names")
        if kind == "system":
            return
        for key, value in found.items():
            if (key == "/ID" and kind == "trailer") or key == besides:
                continue
            if key == "/Lang" and kind == "catalog":
                if not is_language(value):
                    raise _Unnamed("the file is in a language that no rule names")
                continue
            if not is_plain(value):
                raise _Unnamed(f"a {kind} holds a text, or a word that no rule names")
            if isinstance(value, Array) and key not in ("/Kids", "/Contents"):
                self._remember(value)

    def _remember(self, found: Object) -> None:
        if found.is_indirect:
            self.known.add(found.objgen)


def _is_grey(image: Object) -> bool:
    """Say whether a picture is of sixteen greys."""
    return bool(image.ColorSpace == Name.DeviceGray) and int(image.BitsPerComponent) == 4


def _is_coloured(image: Object) -> bool:
    """Say whether a picture is of 256 colours out of a table."""
    space = image.ColorSpace
    return (
        isinstance(space, Array)
        and len(space) == 4
        and bool(space[0] == Name.Indexed and space[1] == Name.DeviceRGB)
        and int(space[2]) == 255
        and int(image.BitsPerComponent) == 8
    )


def _trees(node: Object, depth: int) -> Iterator[Object]:
    yield node
    if depth < 32:
        for child in node.Kids:
            if child.get("/Type") == Name.Pages:
                yield from _trees(child, depth + 1)


def _is_bare_jpeg(raw: bytes) -> bool:
    """Say whether a JPEG holds tables and pixels alone, and ends where its picture does."""
    at = 2
    while raw[at : at + 1] == b"\xff" and at + 4 <= len(raw):
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == 0xDA:
            return raw.endswith(b"\xff\xd9") and raw.count(b"\xff\xd9") == 1
        adobe = marker == 0xEE and length == 14 and raw[at + 4 : at + 9] == b"Adobe"
        if not (adobe or marker in (0xDB, 0xC4, 0xDD, 0xC0, 0xC1, 0xC2)):
            return False
        at += 2 + length
    return False


def is_bare_fax(image: Object) -> bool:
    """Say whether CCITT data are those of a picture and nothing more: packed again, they are equal.

    Group 4 (ITU-T T.6) says each picture in one way only.
    """
    width, height = int(image.Width), int(image.Height)
    if (int(image.DecodeParms.K), int(image.DecodeParms.Columns)) != (-1, width):
        return False
    if int(image.DecodeParms.Rows) != height:
        return False
    raw = image.read_raw_bytes()
    return _fax_of(fax_pixels(raw, width, height)) == raw


def fax_pixels(raw: bytes, width: int, height: int) -> Image.Image:
    """Return the picture that CCITT Group 4 data say, black as nought; `OSError` if they do not."""
    tags = ((256, width), (257, height), (258, 1), (259, 4), (262, 0), (273, 110), (277, 1),
            (279, len(raw)))  # fmt: skip
    entries = b"".join(struct.pack("<HHLL", tag, 4, 1, value) for tag, value in tags)
    head = b"II*\0" + struct.pack("<LH", 8, len(tags)) + entries
    image = Image.open(io.BytesIO(head.ljust(110, b"\0") + raw), formats=["TIFF"])
    image.load()
    return image


def _fax_of(image: Image.Image) -> bytes:
    out = io.BytesIO()
    # Pillow writes what is set as black.
    turned = image.convert("L").point([255 - value for value in range(256)]).convert("1")
    turned.save(out, "TIFF", compression="group4", tiffinfo={278: image.height})
    with Image.open(io.BytesIO(out.getvalue())) as tiff:
        tags = tiff.tag_v2  # type: ignore[attr-defined]
        return out.getvalue()[tags[273][0] : tags[273][0] + tags[279][0]]


def parts_of(page: Object) -> list[bytes]:
    """Return the parts of a page's content, which lines of a bare comment sign keep apart.

    Of a rewritten page these are, in turns, what stays and the boxes.
    """
    streams = list(page.Contents) if isinstance(page.Contents, Array) else [page.Contents]
    return [part for stream in streams for part in stream.read_bytes().split(_NEXT_PART)]


def legend_part(parts: Sequence[bytes]) -> int | None:
    """Return the number of the part that is a rewritten page's legend, if it has one.

    What stays stands first and last, in turns with the boxes: one part more is the legend.
    """
    count = len(parts)
    return count - 1 if count % 2 == 0 else None


def strip_of(parts: Sequence[bytes]) -> Box | None:
    """Return the white strip by which a rewritten page has grown, in its own space, if it has."""
    part = legend_part(parts)
    found = None if part is None else _LEGEND.match(parts[part].decode("latin-1"))
    if found is None or found[1] is None:
        return None
    x, y, wide, high = (float(found[n]) for n in (1, 2, 3, 4))
    return x, y, x + wide, y + high


def spoken_on(parts: Sequence[bytes]) -> list[str]:
    """Return what the boxes of a page say to programs, each, whatever letters they show."""
    drawn = "\n".join(part.decode("latin-1") for part in parts)
    said = [found[1] for found in re.finditer(_SPOKEN, drawn)]
    return [bytes.fromhex(words).decode("utf-16-be", "replace") for words in said]


def painted_boxes(parts: Sequence[bytes]) -> list[list[tuple[float, float]]]:
    """Return the corners of every box of a rewritten page, in its own space."""
    boxes = [part.decode("latin-1") for part in parts[1::2]]
    found = [match for match in map(_CORNERS.search, boxes) if match]
    return [[(float(m[n]), float(m[n + 1])) for n in (1, 3, 5, 7)] for m in found]


class PagePicture:
    """The picture of a picture page: two greys a byte, or one number of a colour; rows padded."""

    def __init__(self, page: Object) -> None:
        """Take a page of the kind PICTURE."""
        image = page.Resources.XObject.Page
        self.width, self.height = int(image.Width), int(image.Height)
        self.across = self.width / float(page.MediaBox[2])
        self.down = self.height / float(page.MediaBox[3])
        self.halves = int(image.BitsPerComponent) == 4
        rows = np.frombuffer(image.read_bytes(), np.uint8)
        self.rows = rows.reshape(self.height, -1)

    def is_flat(self, box: Box) -> bool:
        """Say whether every pixel that a box touches has one grey, or one colour."""
        left, right = max(0, int(box[0] * self.across)), int(box[2] * self.across) + 1
        top, bottom = max(0, int(box[1] * self.down)), int(box[3] * self.down) + 1
        found = self.rows[top : min(bottom, self.height)]
        if found.size == 0:  # a box beyond the page's edge
            return True
        if self.halves:
            found = np.stack([found >> 4, found & 15], axis=2).reshape(len(found), -1)
        found = found[:, left : min(right, self.width)]
        return found.size == 0 or int(np.ptp(found)) == 0
