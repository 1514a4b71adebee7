"""A font as the interpreter needs it: how its strings fall into codes, and how wide each is.

What cannot be known for certain is `Doubt`: the page is drawn as a picture instead.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import pikepdf
from fontTools.agl import toUnicode
from pikepdf import Name, Object
from reportlab.pdfbase import _fontdata  # type: ignore[attr-defined]

CODES_IN_TABLE = 256
_SPACES = frozenset(" \u00a0")
_KNOWN_FAMILIES = re.compile(
    r"(Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew|Calibri|Cambria|Verdana|Georgia"
    r"|Tahoma|Symbol|ZapfDingbats|Garamond|TrebuchetMS|SegoeUI|Liberation(Sans|Serif|Mono)"
    r"|DejaVu(Sans|Serif|SansMono))"
    r"(PS)?(MT)?([,-](Roman|Bold|Italic|Oblique|BoldItalic|BoldOblique|Regular|Light)?(MT)?)?"
)


class Doubt(Exception):
    """Something that cannot be rewritten for certain; its text names no content."""


class _Known(dict[int, tuple[float, bool]]):
    """The width of each code of a font, and whether it is a space, as soon as it is asked for."""

    def __init__(self, face: Typeface) -> None:
        self._face = face

    def __missing__(self, code: int) -> tuple[float, bool]:
        self[code] = said = self._face.width(code), self._face.is_space(code)
        return said


class Typeface:
    """One font dictionary: widths in thousandths of the em, by code."""

    descriptor: Object | None
    scale: tuple[float, float]  # of a Type 3 font: em that a unit of its letters is

    def __init__(self, font: Object) -> None:
        """Read what a font says of its codes, or raise `Doubt`."""
        self.font = font
        self.kind = str(font.get("/Subtype", ""))
        self.bytes_a_code = 2 if self.kind == "/Type0" else 1
        self.meanings = _meanings(font)
        if self.kind == "/Type0":
            self._read_composite()
        elif self.kind in ("/Type1", "/TrueType", "/MMType1"):
            self._read_simple()
        elif self.kind == "/Type3":
            self._read_drawn()
        else:
            raise Doubt("a font of a kind that nobody knows")
        self.ascent, self.descent = _extent(self.descriptor)
        self.renumbers = False  # its codes are written marked, until new ones are known
        self.anew: Mapping[int, int] = {}  # the code that a used one becomes (renumbering.py)
        self.glyphs: Mapping[int, int] = {}  # by code, where the program alone says it
        self.used: set[int] = set()
        self.lost: set[int] = set()
        self.known = _Known(self)
        self._advances: dict[bytes, tuple[float, int, int]] = {}
        self._blank: Collection[int] | None = None

    def codes(self, shown: bytes) -> Sequence[int]:
        """Return the codes of a string."""
        if self.bytes_a_code == 1:
            return shown
        if len(shown) % 2:
            raise Doubt("a string that does not fall into codes")
        return struct.unpack(f">{len(shown) // 2}H", shown)

    def coded(self, codes: list[int]) -> bytes:
        """Return codes as a string."""
        if self.bytes_a_code == 1:
            return bytes(codes)
        return b"".join(code.to_bytes(2, "big") for code in codes)

    def new_code(self, code: int) -> int:
        """Return the code that a code of the source becomes."""
        return self.anew.get(code, code)

    def advance(self, shown: bytes) -> tuple[float, int, int]:
        """Return how far a string goes in thousandths, how many codes, and how many are 32."""
        known = self._advances.get(shown)
        if known is None:
            codes = self.codes(shown)
            of = self._widths.__getitem__ if self.bytes_a_code == 1 else self.width
            width = sum(map(of, codes))
            # Word spacing applies to the single-byte code 32 alone (§9.3.3).
            spaces = shown.count(b" ") if self.bytes_a_code == 1 else 0
            known = self._advances[shown] = (width, len(codes), spaces)
        return known

    def width(self, code: int) -> float:
        """Return the width of a code."""
        if self.bytes_a_code == 1:
            return self._widths[code]
        return self._by_code.get(code, self._default)

    def is_space(self, code: int) -> bool:
        """Say whether a code draws nothing but moves on."""
        meaning = self.meanings.get(code)
        if meaning is not None:
            return bool(meaning) and all(c in _SPACES for c in meaning)
        return self.bytes_a_code == 1 and code in (32, 160)

    def has_blanks(self, shown: bytes) -> bool:
        """Say whether a letter of a string draws nothing, as far as that is seen at once."""
        if self.kind == "/Type3":
            return True  # what a procedure draws only the page's picture tells
        if self._blank is None:
            self._blank = _blank_glyphs(self)
        if not self._blank:
            return False
        return any(code in self._blank and not self.is_space(code) for code in self.codes(shown))

    def _named(self, standard: str) -> list[str | None]:
        """Return the glyph name of each code; where the file is silent, the program says it."""
        names = glyph_names(self.font, standard)
        encoding = self.font.get("/Encoding")
        silent = encoding is None or (
            isinstance(encoding, pikepdf.Dictionary) and "/BaseEncoding" not in encoding
        )
        if silent and self.descriptor is not None and "/FontFile" in self.descriptor:
            own = _own_encoding(bytes(self.descriptor["/FontFile"].read_bytes()))
            if own is not None:
                said = differences_of(encoding) if encoding is not None else {}
                names = [said.get(code, own.get(code)) for code in range(CODES_IN_TABLE)]
        return names

    def _read_simple(self) -> None:
        self.descriptor = self.font.get("/FontDescriptor")
        base = str(self.font.get("/BaseFont", "/"))[1:]
        self.embedded = _program(self.descriptor) is not None
        if not self.embedded and not _KNOWN_FAMILIES.fullmatch(base.rpartition("+")[2]):
            raise Doubt("a font that is not in the file")
        self._widths = [0.0] * CODES_IN_TABLE
        if "/Widths" in self.font:
            missing = float(self.descriptor.get("/MissingWidth", 0)) if self.descriptor else 0.0
            self._widths = [missing] * CODES_IN_TABLE
            first = int(self.font.get("/FirstChar", 0))
            for index, width in enumerate(self.font["/Widths"]):
                if 0 <= first + index < CODES_IN_TABLE:
                    self._widths[first + index] = float(width)
        elif (standard := _standard_name(base)) is not None:
            widths = _fontdata.widthsByFontGlyph[standard]
            for code, name in enumerate(glyph_names(self.font, standard)):
                self._widths[code] = float(widths.get(name, 0)) if name else 0.0
        else:
            raise Doubt("a font that does not say how wide its letters are")
        self.names = self._named(_standard_name(base) or "")
        if not self.meanings:
            self.meanings = {
                code: toUnicode(name) for code, name in enumerate(self.names) if name is not None
            }

    def _read_drawn(self) -> None:
        """Read a Type 3 font (§9.6.5), whose letters are procedures in a space of their own."""
        a, b, c, d, e, f = (float(part) for part in self.font["/FontMatrix"])
        if b or c or e or f or a <= 0 or not d:
            raise Doubt("a font whose letters are slanted drawings")
        self.scale = a, d
        self.descriptor, self.embedded = None, True
        self._widths = [0.0] * CODES_IN_TABLE
        first = int(self.font.get("/FirstChar", 0))
        for index, width in enumerate(self.font["/Widths"]):
            if 0 <= first + index < CODES_IN_TABLE:
                self._widths[first + index] = float(width) * a * 1000
        said = differences_of(self.font["/Encoding"])
        self.names = [said.get(code) for code in range(CODES_IN_TABLE)]
        if not self.meanings:
            self.meanings = {code: toUnicode(name) for code, name in said.items()}

    def _read_composite(self) -> None:
        if self.font.get("/Encoding") != Name("/Identity-H"):
            raise Doubt("a font with an encoding of its own")
        descendant = self.font["/DescendantFonts"][0]
        self.descendant = descendant
        self.descriptor = descendant.get("/FontDescriptor")
        self.embedded = _program(self.descriptor) is not None
        if not self.embedded:
            raise Doubt("a font that is not in the file")
        self._default = float(descendant.get("/DW", 1000))
        self._by_code = _widths_of(descendant.get("/W"))


def _program(descriptor: Object | None) -> Object | None:
    if descriptor is None:
        return None
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in descriptor:
            program: Object = descriptor[key]
            return program
    return None


def _blank_glyphs(face: Typeface) -> Collection[int]:
    """Return the codes of a composite TrueType font whose glyphs have no outline."""
    if face.kind != "/Type0" or face.descriptor is None or "/FontFile2" not in face.descriptor:
        return ()
    try:
        program = bytes(face.descriptor["/FontFile2"].read_bytes())
        tables = {}
        for index in range(struct.unpack_from(">H", program, 4)[0]):
            tag, _, start, length = struct.unpack_from(">4sLLL", program, 12 + 16 * index)
            tables[tag] = program[start : start + length]
        glyphs = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
        long = struct.unpack_from(">h", tables[b"head"], 50)[0]
        starts = struct.unpack_from(f">{glyphs + 1}{'L' if long else 'H'}", tables[b"loca"])
    except (struct.error, KeyError, pikepdf.PdfError):
        raise Doubt("a font that is damaged") from None
    scale = 1 if long else 2
    outlines = tables[b"glyf"]
    blank = {
        number
        for number, (start, end) in enumerate(pairwise(starts))
        if _is_flat(outlines[start * scale : end * scale])
    }
    table = face.descendant.get("/CIDToGIDMap")
    if table is None or table == Name.Identity:
        return blank
    numbers = memoryview(table.read_bytes())
    return {
        code
        for code in range(len(numbers) // 2)
        if int.from_bytes(numbers[2 * code : 2 * code + 2], "big") in blank
    }


def _is_flat(outline: bytes) -> bool:
    """Say whether an outline has no width or no height: it draws nothing."""
    if len(outline) < 10:
        return True
    left, low, right, high = struct.unpack_from(">4h", outline, 2)
    return bool(right <= left or high <= low)


def _extent(descriptor: Object | None) -> tuple[float, float]:
    """Return how far letters reach above and below the line, in em, if what is said makes sense."""
    ascent = float(descriptor.get("/Ascent", 0)) / 1000 if descriptor is not None else 0.0
    descent = float(descriptor.get("/Descent", 0)) / 1000 if descriptor is not None else 0.0
    return (
        ascent if 0.4 <= ascent <= 1.4 else 0.8,
        -abs(descent) if 0.05 <= abs(descent) <= 0.6 else -0.22,
    )


def _standard_name(base: str) -> str | None:
    """Return the standard font of a name such as `Arial,Bold`, or None."""
    plain = base.rpartition("+")[2]
    if plain in _fontdata.widthsByFontGlyph:
        return plain
    family = next(
        (
            standard
            for start, standard in (
                ("Arial", "Helvetica"), ("Helvetica", "Helvetica"),
                ("Times", "Times"), ("Courier", "Courier"),
            )
            if plain.startswith(start)
        ),
        None,
    )  # fmt: skip
    if family is None:
        return None
    bold, slanted = "Bold" in plain, "Italic" in plain or "Oblique" in plain
    if family == "Times":
        style = {(0, 0): "Roman", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}
        return f"Times-{style[bold, slanted]}"
    style = {(0, 0): "", (1, 0): "-Bold", (0, 1): "-Oblique", (1, 1): "-BoldOblique"}
    return f"{family}{style[bold, slanted]}"


def glyph_names(font: Object, standard: str) -> list[str | None]:
    """Return the glyph name of each of the 256 codes of a simple font, or None."""
    encoding = font.get("/Encoding")
    base: Object | None = encoding if isinstance(encoding, Name) else None
    if isinstance(encoding, pikepdf.Dictionary):
        base = encoding.get("/BaseEncoding")
    own = {"Symbol": "SymbolEncoding", "ZapfDingbats": "ZapfDingbatsEncoding"}
    name = str(base)[1:] if base is not None else own.get(standard, "StandardEncoding")
    table = _fontdata.encodings.get(name)
    if table is None:
        raise Doubt("an encoding that nobody knows")
    names: list[str | None] = list(table)
    if isinstance(encoding, pikepdf.Dictionary):
        for code, named in differences_of(encoding).items():
            names[code] = named
    return names


def differences_of(encoding: Object) -> dict[int, str]:
    """Return the glyph names that an encoding gives to codes of its own (§9.6.6.1)."""
    said: dict[int, str] = {}
    code = 0
    for item in encoding.get("/Differences", []):
        if isinstance(item, Name):
            if 0 <= code < CODES_IN_TABLE:
                said[code] = str(item)[1:]
            code += 1
        else:
            code = int(item)
    return said


_STANDARD_ENCODING = re.compile(rb"/Encoding\s+StandardEncoding\s+def")
_PUT = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/()<>\[\]{}%]+)\s+put")


def _own_encoding(program: bytes) -> dict[int, str] | None:
    """Return the encoding of a Type 1 program; None if that is the standard one."""
    clear = program.partition(b"eexec")[0]
    start = clear.find(b"/Encoding")
    if start < 0 or _STANDARD_ENCODING.search(clear):
        return None
    return {int(m[1]): m[2].decode("latin-1") for m in _PUT.finditer(clear, start)}


def _widths_of(array: Object | None) -> dict[int, float]:
    """Read the array W of a composite font (§9.7.4.3)."""
    widths: dict[int, float] = {}
    items = list(array) if array is not None else []
    index = 0
    while index + 1 < len(items):
        first, second = int(items[index]), items[index + 1]
        if isinstance(second, pikepdf.Array):
            for step, width in enumerate(second):
                widths[first + step] = float(width)
            index += 2
        else:
            if index + 2 >= len(items) or int(second) - first > 65535:
                raise Doubt("a font whose widths are damaged")
            for code in range(first, int(second) + 1):
                widths[code] = float(items[index + 2])
            index += 3
    return widths


_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])", re.DOTALL
)
_LONGEST_RANGE = 65536


def _meanings(font: Object) -> dict[int, str]:
    stream = font.get("/ToUnicode")
    if not isinstance(stream, pikepdf.Stream):
        return {}
    return dict(_cached_meanings(stream.read_bytes()))


@lru_cache(maxsize=64)
def _cached_meanings(cmap: bytes) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for block in _BLOCK.finditer(cmap):
        if block[1] == b"bfchar":
            for code, text in _CHAR.findall(block[2]):
                found[_number(code)] = _text(text)
            continue
        for first, last, target in _RANGE.findall(block[2]):
            low, high = _number(first), _number(last)
            if not 0 <= high - low < _LONGEST_RANGE:
                raise Doubt("a font that says what its letters mean in a damaged way")
            if target.startswith(b"["):
                for step, text in enumerate(re.findall(rb"<([0-9A-Fa-f\s]*)>", target)):
                    found[low + step] = _text(text)
                continue
            text = _text(target[1:-1])
            for step in range(high - low + 1 if text else 0):
                found[low + step] = text[:-1] + chr(min(ord(text[-1]) + step, 0x10FFFF))
    return found


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()), 16)


def _text(digits: bytes) -> str:
    solid = b"".join(digits.split()).decode()
    return bytes.fromhex(solid + "0" * (len(solid) % 2)).decode("utf-16-be", "replace")
