"""Codes of a font given by the letters that stay, when it is known which do.

Programs number the letters of a subset as they come: `Re: Dean Quaxley` at the head of a letter has
the codes 1, 2, 3 and so on, and so have the outlines in the font; the layer of what was read in a
picture is made so too. Letters that stay elsewhere would keep their numbers, and whoever sorts them
reads the name again. So pages are written with the codes of the source, marked; when all are
written, a letter gets the code that Windows has for it, or one by its place among those that stay,
and outlines stand in the order of codes.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from fontTools.ttLib import TTFont, TTLibError
from reportlab.pdfbase.ttfonts import TTFontMaker

from redaction.burn.typefaces import CODES_IN_TABLE, Typeface

_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep", "cmap", "post")
_SPACE, _HARD_SPACE = 32, 160
_WORDS, _SCALE, _XY, _TWO_BY_TWO, _MORE = 0x01, 0x08, 0x40, 0x80, 0x20  # of a composed glyph
# pdfium takes two strings of the same codes in the same place for a shadow, and reads one: what was
# read in a picture must not have the codes of what stands there.
_FIRST, _FIRST_READ = 1, 0x4000
_READ = re.compile(r"/[A-Z]{6}\+Read")
_BY_CODE = {(1, 0), (3, 0)}  # tables of a program that are asked for a code itself (§9.6.6.4)
_MARKED = re.compile(rb"<(F\d+):([0-9A-F]*)>")


def is_renumbered(face: Typeface) -> bool:
    """Say whether a font gets new codes: an embedded one whose codes nothing else gives."""
    if face.kind == "/Type3":
        return True
    if face.descriptor is None or not face.embedded:
        return False
    if face.kind != "/TrueType":
        return face.kind == "/Type0" or "/FontFile2" not in face.descriptor
    if "/Encoding" in face.font or "/FontFile2" not in face.descriptor:
        return False
    if "/ToUnicode" not in face.font:
        return False
    try:
        program = bytes(face.descriptor["/FontFile2"].read_bytes())
        face.glyphs = _glyphs_by_code(program)
    except (struct.error, IndexError, KeyError, ValueError, TTLibError, AssertionError):
        return False  # a font that is damaged is told of where it is pruned
    return bool(face.glyphs)


def renumber(face: Typeface) -> None:
    """Give each code that is used its new one; a font of two-octet codes has them in a row."""
    if not face.renumbers:
        return
    if face.bytes_a_code == 1:
        face.anew = _codes(face.meanings, face.used)
        return
    first = _FIRST_READ if _READ.fullmatch(str(face.font.get("/BaseFont", ""))) else _FIRST
    order = sorted(face.used, key=lambda c: (face.meanings.get(c) or "", face.width(c), c))
    face.anew = {code: new for new, code in enumerate(order, start=first)}


def marked(name: str, shown: bytes) -> str:
    """Return a string of a font that gets new codes, as it is written until they are known."""
    return f"<{name}:{shown.hex().upper()}>"


def with_new_codes(content: bytes, faces: Mapping[str, Typeface]) -> bytes:
    """Return a page's content with the new codes in the place of marked ones."""
    tables: dict[bytes, bytes] = {}

    def new(found: re.Match[bytes]) -> bytes:
        name = found[1]
        face = faces[name.decode("ascii")]
        shown = bytes.fromhex(found[2].decode("ascii"))
        if face.bytes_a_code == 1:
            if name not in tables:
                tables[name] = bytes(face.new_code(code) for code in range(CODES_IN_TABLE))
            shown = shown.translate(tables[name])
        else:
            shown = face.coded([face.new_code(code) for code in face.codes(shown)])
        return b"<%s>" % shown.hex().upper().encode("ascii")

    return _MARKED.sub(new, content)


def _glyphs_by_code(program: bytes) -> dict[int, int]:
    """Return the glyph of each code; nothing where viewers may choose between several."""
    font = TTFont(io.BytesIO(program), lazy=True)
    found: dict[int, int] = {}
    for table in font["cmap"].tables:
        if (table.platformID, table.platEncID) not in _BY_CODE:
            return {}
        for number, name in table.cmap.items():
            glyph, code = font.getGlyphID(name), number & 0xFF
            if number & ~0xFF not in (0, 0xF000) or (glyph and found.get(code, glyph) != glyph):
                return {}
            if glyph:
                found[code] = glyph
    return found


def _codes(meanings: Mapping[int, str], used: Iterable[int]) -> dict[int, int]:
    """Return a new code for every used one. The space alone has 32: words are spaced by it."""
    new: dict[int, int] = {}
    if _SPACE in used and meanings.get(_SPACE) == " ":
        new[_SPACE] = _SPACE
    by_letter = sorted(used, key=lambda code: (meanings.get(code, ""), code))
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
    return new


def _own_code(meaning: str) -> int | None:
    """Return the code that Windows has for a letter; for a space the one that spaces no words."""
    if meaning in (" ", "\u00a0"):
        return _HARD_SPACE
    try:
        code = meaning.encode("cp1252") if len(meaning) == 1 else b""
    except UnicodeEncodeError:
        return None
    return code[0] if code and code[0] > _SPACE else None


def compacted(
    program: bytes,
    drawn: Iterable[int],
    codes: Callable[[Mapping[int, int]], bytes | None],
) -> tuple[bytes, Mapping[int, int]]:
    """Return a TrueType program of nothing but glyphs that are drawn, and their new numbers.

    They stand in the order given; `codes` makes the table of codes (cmap) from the new numbers.
    """
    tables = tables_of(program)
    outlines, advances = _outlines(tables), _advances(tables)
    order = list(dict.fromkeys([0, *(glyph for glyph in drawn if 0 <= glyph < len(outlines))]))
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
    table = codes(number)
    tables.pop("cmap", None)
    if table is not None:
        tables["cmap"] = table
    tables["post"] = struct.pack(">LlhhLLLLL", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0)
    out = TTFontMaker()
    for tag in _TABLES:
        if tag in tables:
            out.add(tag, tables[tag])
    return bytes(out.makeStream()), number


def tables_of(program: bytes) -> dict[str, bytes]:
    """Return the tables of a TrueType program by their tags."""
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


def octet_table(glyphs: Mapping[int, int]) -> bytes:
    """Return a cmap with one table, of one octet a code (TrueType, format 0)."""
    if any(glyph > 255 for glyph in glyphs.values()):
        raise ValueError
    codes = bytes(glyphs.get(code, 0) for code in range(CODES_IN_TABLE))
    return struct.pack(">HHHHL", 0, 1, 1, 0, 12) + struct.pack(">HHH", 0, 262, 0) + codes


def same_tables(program: bytes, number: Mapping[int, int]) -> bytes:
    """Return a program's own cmap for glyphs with new numbers, without those that went."""
    font = TTFont(io.BytesIO(program), lazy=True)
    cmap, names = font["cmap"], font.getGlyphOrder()
    new = {names[old]: f"n{at}" for old, at in number.items()}
    for table in cmap.tables:
        table.cmap = {code: new[name] for code, name in table.cmap.items() if name in new}
    font.setGlyphOrder([f"n{at}" for at in range(len(number))])
    compiled: bytes = cmap.compile(font)
    return compiled
