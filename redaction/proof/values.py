"""What the values of a released file may be: numbers, and the words of a closed list."""

from __future__ import annotations

import io
import re
import struct

import pikepdf
from fontTools.agl import toUnicode
from fontTools.cffLib import CFFFontSet
from pikepdf import Array, Name, Object

_FORMAT = """
Page Pages Catalog Font XObject Image FontDescriptor Encoding ExtGState ObjStm XRef
Type0 Type1 Type3 TrueType CIDFontType0 CIDFontType2 Type1C CIDFontType0C OpenType
FlateDecode DCTDecode CCITTFaxDecode JPXDecode
DeviceGray DeviceRGB DeviceCMYK Indexed Separation
Cyan Magenta Yellow Black Red Green Blue Orange All None Spot
WinAnsiEncoding MacRomanEncoding StandardEncoding MacExpertEncoding PDFDocEncoding
Identity Identity-H
Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight
SoftLight Difference Exclusion Hue Saturation Color Luminosity
"""
_WORDS = frozenset(_FORMAT.split())
_FONT = re.compile(
    r"(?:[A-Z]{6}\+)?(?:Kept|Read\d*|F\d*|(?:Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew"
    r"|Calibri|Cambria|Verdana|Georgia|Tahoma|Symbol|ZapfDingbats|Garamond|TrebuchetMS|SegoeUI"
    r"|Liberation(?:Sans|Serif|Mono)|DejaVu(?:Sans|Serif|SansMono))(?:PS)?(?:MT)?"
    r"(?:[,-](?:Roman|Bold|Italic|Oblique|BoldItalic|BoldOblique|Regular|Light)?(?:MT)?)?)"
)
_NUMBERED = re.compile(r"[A-Za-z]{0,5}\.?\d{1,6}(?:\.[a-z0-9]{1,5})?")
_SUMS = re.compile(
    rb"(?:[\s{}]|-?\d*\.?\d+|abs|add|atan|ceiling|cos|cvi|cvr|div|exp|floor|idiv|ln|log|mod|mul|neg"
    rb"|round|sin|sqrt|sub|truncate|and|bitshift|eq|false|ge|gt|le|lt|ne|not|or|true|xor|ifelse|if"
    rb"|copy|dup|exch|index|pop|roll)*"
)
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_MOST_SHORT = 2  # letters: nobody is told by them
_FONT_TABLES = {
    b"head", b"hhea", b"maxp", b"hmtx", b"loca", b"glyf", b"cvt ", b"fpgm", b"prep", b"cmap",
    b"post",
}  # fmt: skip


def is_plain(value: object) -> bool:
    """Say whether a value holds numbers and words of the format alone. Dictionaries have rules."""
    if isinstance(value, pikepdf.String):
        return False
    if isinstance(value, Name):
        word = str(value)[1:]
        return word in _WORDS or _FONT.fullmatch(word) is not None
    if isinstance(value, Array):
        return all(is_plain(item) for item in value if not _is_elsewhere(item))
    return True


def _is_elsewhere(item: object) -> bool:
    return isinstance(item, Object) and item.is_indirect


def are_glyph_names(differences: Object) -> bool:
    """Say whether an array of differences names letters as every font does, and nothing else."""
    return all(
        _is_glyph_name(str(item)[1:]) if isinstance(item, Name) else not isinstance(item, Object)
        for item in differences
    )


def _is_glyph_name(name: str) -> bool:
    base = name.partition(".")[0]
    if len(base) <= _MOST_SHORT or _NUMBERED.fullmatch(name):
        return True
    # Names of parts, such as f_f_i, have to be known part by part.
    return all(len(part) <= 1 or toUnicode(part) for part in base.split("_"))


def is_language(value: object) -> bool:
    """Say whether a text is the code of a language."""
    return _LANGUAGE.fullmatch(str(value)) is not None


def is_bare_function(function: Object) -> bool:
    """Say whether a function that is a stream is its samples, or its sums, and no more."""
    body = function.read_bytes()
    if int(function.FunctionType) == 4:
        return _SUMS.fullmatch(body) is not None
    outputs, samples = len(function.Range) // 2, 1
    for size in function.Size:
        samples *= int(size)
    return len(body) == (samples * outputs * int(function.BitsPerSample) + 7) // 8


def is_bare_truetype(program: bytes) -> bool:
    """Say whether a TrueType program is its tables and no more, without names of anything."""
    (count,) = struct.unpack_from(">H", program, 4)
    entries = sorted(struct.unpack_from(">4sLLL", program, 12 + 16 * n) for n in range(count))
    if len({tag for tag, *_ in entries}) != count or not {e[0] for e in entries} <= _FONT_TABLES:
        return False
    at = 12 + 16 * count
    for tag, _, offset, length in sorted(entries, key=lambda entry: entry[2]):
        if offset != at:
            return False
        end = offset + length
        at = (end + 3) // 4 * 4
        if program[end:at].strip(b"\0"):
            return False
        if tag == b"post" and program[offset : offset + 4] != b"\0\3\0\0":
            return False
    return at - len(program) in range(4)


def is_bare_cff(program: bytes) -> bool:
    """Say whether a CFF program says nothing in words but the names of glyphs."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    top = fonts[0]
    words = {str(value) for value in top.rawDict.values() if isinstance(value, str)}
    return (
        len(fonts) == 1
        and all(
            _FONT.fullmatch(name) for name in [*fonts.fontNames, *words - {"Adobe", "Identity"}]
        )
        and all(_is_glyph_name(str(name)) for name in top.charset if str(name) != ".notdef")
    )
