"""Codes of a font given by its letters, where a program gave them in the order of writing.

LibreOffice and macOS number the letters of a subset as they come: `Re: Dean Quaxley` at the head
of a letter has the codes 1, 2, 3 and so on, and so have the outlines in the font. Letters that stay
elsewhere would keep their numbers, and whoever sorts them reads the name again. So a letter gets
the code that Windows has for it, in every document, and outlines stand in the order of codes.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fontTools.ttLib import TTFont, TTLibError
from reportlab.pdfbase.ttfonts import TTFontMaker

from redaction.burn.typefaces import CODES_IN_TABLE, Typeface

_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep", "cmap", "post")
_SPACE, _HARD_SPACE = 32, 160
_WORDS, _SCALE, _XY, _TWO_BY_TWO, _MORE = 0x01, 0x08, 0x40, 0x80, 0x20  # of a composed glyph


@dataclass(frozen=True, slots=True)
class Anew:
    """The new code of each of the 256 old ones, and the old glyph that an old code draws."""

    codes: bytes
    glyphs: Mapping[int, int]


def renumbered(face: Typeface) -> Anew | None:
    """Return new codes for an embedded TrueType font that has none but its own; else None."""
    if face.kind != "/TrueType" or face.descriptor is None or "/Encoding" in face.font:
        return None
    if "/FontFile2" not in face.descriptor or "/ToUnicode" not in face.font:
        return None
    try:
        program = bytes(face.descriptor["/FontFile2"].read_bytes())
        glyphs = _glyphs_by_code(program)
    except (struct.error, IndexError, KeyError, ValueError, TTLibError, AssertionError):
        return None  # a font that is damaged is told of where it is pruned
    return Anew(_codes(face.meanings), glyphs) if glyphs else None


def _glyphs_by_code(program: bytes) -> dict[int, int]:
    """Return the glyph of each code; nothing where viewers may choose between several tables."""
    font = TTFont(io.BytesIO(program), lazy=True)
    tables = font["cmap"].tables
    if [(table.platformID, table.platEncID) for table in tables] != [(1, 0)]:
        return {}
    return {code: font.getGlyphID(name) for code, name in tables[0].cmap.items() if code < 256}


def _codes(meanings: Mapping[int, str]) -> bytes:
    """Return a new code for every old one. The space alone has 32: words are spaced by it."""
    new: dict[int, int] = {}
    if meanings.get(_SPACE) == " ":
        new[_SPACE] = _SPACE
    by_letter = sorted(range(CODES_IN_TABLE), key=lambda code: (meanings.get(code, ""), code))
    taken = {_SPACE}
    for code in by_letter:
        own = _own_code(meanings.get(code, ""))
        if code not in new and own is not None and own not in taken:
            new[code] = own
            taken.add(own)
    free = iter([n for n in range(1, CODES_IN_TABLE) if n not in taken] + [0, _SPACE])
    for code in sorted(by_letter, key=lambda code: not meanings.get(code)):
        if code not in new:
            new[code] = next(free)
    return bytes(new[code] for code in range(CODES_IN_TABLE))


def _own_code(meaning: str) -> int | None:
    """Return the code that Windows has for a letter; for a space the one that spaces no words."""
    if meaning in (" ", "\u00a0"):
        return _HARD_SPACE
    try:
        code = meaning.encode("cp1252") if len(meaning) == 1 else b""
    except UnicodeEncodeError:
        return None
    return code[0] if code and code[0] > _SPACE else None


def compacted(program: bytes, anew: Anew, used: set[int]) -> bytes:
    """Return a TrueType program of nothing but what used codes draw, in the order of new codes."""
    tables = _tables(program)
    outlines, advances = _outlines(tables), _advances(tables)
    by_code = {anew.codes[code]: anew.glyphs[code] for code in used if code in anew.glyphs}
    order = list(dict.fromkeys([0, *(by_code[code] for code in sorted(by_code))]))
    for glyph in order:  # parts of composed letters follow, and parts of these
        order += [part for part, _ in _parts(outlines[glyph]) if part not in order]
    number = {glyph: at for at, glyph in enumerate(order)}
    body, starts = bytearray(), [0]
    for glyph in order:
        outline = bytearray(outlines[glyph])
        for part, at in _parts(outlines[glyph]):
            struct.pack_into(">H", outline, at, number[part])
        body += outline + b"\0" * (-len(outline) % 4)
        starts.append(len(body))
    tables["glyf"] = bytes(body) or b"\0"
    tables["loca"] = struct.pack(f">{len(starts)}L", *starts)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *advances[glyph]) for glyph in order)
    tables["head"] = _head(tables["head"], [outlines[glyph] for glyph in order])
    widest = max(advances[glyph][0] for glyph in order)
    # What is said of the margins of all glyphs is nobody's need.
    tables["hhea"] = _with(tables["hhea"], 10, ">Hhhh", widest, 0, 0, 0)
    tables["hhea"] = _with(tables["hhea"], 34, ">H", len(order))
    tables["maxp"] = _with(tables["maxp"], 4, ">H", len(order))
    tables["cmap"] = _table_of_codes({code: number[glyph] for code, glyph in by_code.items()})
    tables["post"] = struct.pack(">LlhhLLLLL", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0)
    out = TTFontMaker()
    for tag in _TABLES:
        if tag in tables:
            out.add(tag, tables[tag])
    return bytes(out.makeStream())


def _tables(program: bytes) -> dict[str, bytes]:
    tables: dict[str, bytes] = {}
    for index in range(struct.unpack_from(">H", program, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sLLL", program, 12 + 16 * index)
        if start + length > len(program):
            raise ValueError
        tables[tag.decode("latin-1")] = program[start : start + length]
    return tables


def _outlines(tables: Mapping[str, bytes]) -> Sequence[bytes]:
    glyphs = struct.unpack_from(">H", tables["maxp"], 4)[0]
    long = struct.unpack_from(">h", tables["head"], 50)[0]
    scale = 1 if long else 2
    starts = struct.unpack_from(f">{glyphs + 1}{'L' if long else 'H'}", tables["loca"])
    return [tables["glyf"][a * scale : b * scale] for a, b in pairwise(starts)]


def _advances(tables: Mapping[str, bytes]) -> Sequence[tuple[int, int]]:
    """Return how far each glyph goes and where it begins; the last full entry counts on."""
    glyphs = struct.unpack_from(">H", tables["maxp"], 4)[0]
    full = struct.unpack_from(">H", tables["hhea"], 34)[0]
    known = [struct.unpack_from(">Hh", tables["hmtx"], 4 * n) for n in range(full)]
    rest = [
        (known[-1][0], struct.unpack_from(">h", tables["hmtx"], 4 * full + 2 * n)[0])
        for n in range(glyphs - full)
    ]
    return [*known, *rest]


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """Yield the glyphs that a composed one is made of, and where in it their numbers stand."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, number = struct.unpack_from(">HH", outline, at)
        yield number, at + 2
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _SCALE else 4 if flags & _XY else 8 if flags & _TWO_BY_TWO else 0


def _head(table: bytes, outlines: Sequence[bytes]) -> bytes:
    """Return the head of a font of these outlines: of no day, and no larger than they are."""
    boxes = [struct.unpack_from(">4h", outline, 2) for outline in outlines if len(outline) >= 10]
    left, low, right, high = zip(*boxes, strict=True) if boxes else ((0,),) * 4
    table = _with(table, 20, ">qq", 0, 0)
    table = _with(table, 36, ">4h", min(left), min(low), max(right), max(high))
    return _with(table, 50, ">h", 1)


def _with(table: bytes, at: int, kind: str, *values: int) -> bytes:
    changed = bytearray(table)
    struct.pack_into(kind, changed, at, *values)
    return bytes(changed)


def _table_of_codes(glyphs: Mapping[int, int]) -> bytes:
    """Return a cmap with one table, of one octet a code (TrueType, format 0)."""
    if any(glyph > 255 for glyph in glyphs.values()):
        raise ValueError
    codes = bytes(glyphs.get(code, 0) for code in range(CODES_IN_TABLE))
    return struct.pack(">HHHHL", 0, 1, 1, 0, 12) + struct.pack(">HHH", 0, 262, 0) + codes
