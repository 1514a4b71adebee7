"""Fonts of a rewritten document, made anew with the letters that stay and nothing else.

A subset font is a list of the letters used. So programs keep the outlines of used letters alone,
widths and meanings of other codes go, and so do names, notices and layout tables: a person called
Vera is not to be found in "Bitstream Vera".
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from fontTools.cffLib import CFFFontSet, CharStrings
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Dictionary, Name, Object, Pdf
from reportlab.pdfbase.ttfonts import TTFontMaker

from redaction.burn.procedures import remade_drawn
from redaction.burn.renumbering import compacted, octet_table, same_tables, tables_of
from redaction.burn.resources import Resources
from redaction.burn.typefaces import Doubt, Typeface, differences_of, glyph_names
from redaction.burn.typeone import as_compact

_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep", "cmap", "post")
_DESCRIPTOR = (
    "/Flags", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/XHeight", "/StemV",
    "/MissingWidth", "/Leading", "/AvgWidth", "/MaxWidth",
)  # fmt: skip
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapType 2 def
1 begincodespacerange <{low}> <{high}> endcodespacerange
{blocks}
endcmap end end"""


def remade(made: Pdf, name: str, face: Typeface, resources: Resources) -> Object:
    """Return a font for the codes that are used, or raise `Doubt`."""
    if face.kind == "/Type3":
        return remade_drawn(made, face, resources, _to_unicode)
    if face.kind == "/Type0":
        return _composite(made, name, face)
    return _simple(made, name, face)


def _simple(made: Pdf, name: str, face: Typeface) -> Object:
    font, used = face.font, sorted(face.used)
    base = Name(str(font.get("/BaseFont", "/"))) if not face.embedded else Name(f"/AAAAAA+{name}")
    kind = Name.Type1 if face.kind == "/MMType1" else Name(face.kind)
    out = Dictionary(Type=Name.Font, Subtype=kind, BaseFont=base)
    renamed: dict[int, str] | None = None
    if face.descriptor is not None:
        descriptor = _descriptor(base, face)
        renamed = _program(made, descriptor, face)
        out.FontDescriptor = made.make_indirect(descriptor)
    encoding = _encoding(font, face) if renamed is None else _named(renamed, None)
    if encoding is not None:
        out.Encoding = encoding
    if "/Widths" in font and used:
        widths = {face.new_code(code): _plain(face.width(code)) for code in used}
        out.FirstChar, out.LastChar = min(widths), max(widths)
        codes = range(min(widths), max(widths) + 1)
        out.Widths = Array([widths.get(code, 0) for code in codes])
    elif "/Widths" in font:
        out.FirstChar, out.LastChar, out.Widths = 0, 0, Array([0])
    if "/ToUnicode" in font or renamed is not None:
        out.ToUnicode = made.make_stream(_to_unicode(face, 2))
    return made.make_indirect(out)


def _encoding(font: Object, face: Typeface) -> Object | None:
    given = font.get("/Encoding")
    if given is None:
        return None
    if isinstance(given, Name):
        return Name(str(given))
    said = differences_of(given)
    used = {code: said[code] for code in face.used if code in said}
    return _named(used, given.get("/BaseEncoding"))


def _named(names: Mapping[int, str], base: Object | None) -> Object:
    """Return an encoding that gives names to codes."""
    out, differences, last = Dictionary(Type=Name.Encoding), Array(), -2
    if base is not None:
        out.BaseEncoding = Name(str(base))
    for code, name in sorted(names.items()):
        if code != last + 1:
            differences.append(code)
        differences.append(Name(f"/{name}"))
        last = code
    out.Differences = differences
    return out


def _composite(made: Pdf, name: str, face: Typeface) -> Object:
    base = Name(f"/AAAAAA+{name}")
    given = face.descendant
    kind = str(given.get("/Subtype"))
    if kind not in ("/CIDFontType2", "/CIDFontType0"):
        raise Doubt("a font of a kind that cannot be rewritten")
    descriptor = _descriptor(base, face)
    _program(made, descriptor, face)
    widths = sorted((face.new_code(code), _plain(face.width(code))) for code in face.used)
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name(kind),
        BaseFont=base,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=made.make_indirect(descriptor),
        DW=1000,
        W=Array([part for code, width in widths for part in (code, Array([width]))]),
    )
    if kind == "/CIDFontType2":
        table = bytearray(2 * (max((code for code, _ in widths), default=0) + 1))
        for code in face.used:
            new = face.new_code(code)
            table[2 * new : 2 * new + 2] = struct.pack(">H", face.glyphs.get(code, 0))
        descendant.CIDToGIDMap = made.make_stream(bytes(table))
    out = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=base,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([made.make_indirect(descendant)]),
    )
    if "/ToUnicode" in face.font:
        out.ToUnicode = made.make_stream(_to_unicode(face, 4))
    return made.make_indirect(out)


def _glyph_numbers(face: Typeface) -> dict[int, int]:
    """Return the glyph of each used code."""
    table = face.descendant.get("/CIDToGIDMap")
    if table is None or table == Name.Identity:
        return {code: code for code in face.used}
    raw = table.read_bytes()
    return {
        code: int.from_bytes(raw[2 * code : 2 * code + 2], "big")
        for code in face.used
        if 2 * code + 2 <= len(raw)
    }


def _descriptor(base: Name, face: Typeface) -> Dictionary:
    given = face.descriptor
    if given is None:
        raise Doubt("a font without a descriptor")
    out = Dictionary(Type=Name.FontDescriptor, FontName=base)
    for key in _DESCRIPTOR:
        if key in given:
            out[key] = _plain(float(given[key]))
    if "/FontBBox" in given:
        out.FontBBox = Array([_plain(float(edge)) for edge in given["/FontBBox"]])
    return out


def _program(made: Pdf, out: Dictionary, face: Typeface) -> dict[int, str] | None:
    """Put a pruned program into a descriptor; return the new names of glyphs by code, if any."""
    given = face.descriptor
    if given is None:
        return None
    if "/FontFile2" in given:
        program = _truetype(bytes(given["/FontFile2"].read_bytes()), face)
        out.FontFile2 = made.make_stream(program)
        out.FontFile2["/Length1"] = len(program)
        return None
    if "/FontFile3" in given:
        kind = str(given["/FontFile3"].get("/Subtype", ""))
        program, renamed = _compact(bytes(given["/FontFile3"].read_bytes()), kind, face)
    elif "/FontFile" in given:
        kind = "/Type1C"
        names = {
            face.new_code(code): n for code in face.used if (n := face.names[code]) is not None
        }
        program, renamed = as_compact(bytes(given["/FontFile"].read_bytes()), names)
    else:
        return None
    out.FontFile3 = made.make_stream(program)
    out.FontFile3["/Subtype"] = Name(kind)
    return renamed


def _to_unicode(face: Typeface, digits: int) -> bytes:
    # By letter: many programs number a font's letters as they came, so that in the order of their
    # codes they spell the beginning of what was written in it.
    meanings = sorted(
        (text, face.new_code(code)) for code in face.used if (text := face.meanings.get(code))
    )
    pairs = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex().upper()}>" for text, code in meanings
    ]
    blocks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
    return _TO_UNICODE.format(
        low="0" * digits,
        high="F" * digits,
        blocks="\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks),
    ).encode()


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else round(number, 3)


# --- TrueType


def _truetype(program: bytes, face: Typeface) -> bytes:
    try:
        return _compact_truetype(program, face)
    except (struct.error, IndexError, KeyError, ValueError, TTLibError, AssertionError):
        raise Doubt("a font that is damaged") from None


def _compact_truetype(program: bytes, face: Typeface) -> bytes:
    """Return a program of what used codes draw; a composite font learns the glyphs of its codes."""
    in_order = sorted(face.used, key=face.new_code)
    if face.kind == "/Type0":
        old = _glyph_numbers(face)
        drawn = [old[code] for code in in_order if code in old]
        out, number = compacted(program, drawn, lambda _: None)
        face.glyphs = {code: number.get(glyph, 0) for code, glyph in old.items()}
        return out
    if face.renumbers:
        by_code = {face.new_code(c): face.glyphs[c] for c in in_order if c in face.glyphs}
        return compacted(
            program,
            by_code.values(),
            lambda number: octet_table({c: number.get(g, 0) for c, g in by_code.items()}),
        )[0]
    found = _glyphs_of_truetype(program, face, in_order)
    if "cmap" not in tables_of(program):
        return _blanked(program, found)  # codes are numbers of glyphs
    return compacted(program, found, lambda number: same_tables(program, number))[0]


def _glyphs_of_truetype(program: bytes, face: Typeface, codes: Sequence[int]) -> list[int]:
    """Return the glyphs that codes may draw, by whichever way a viewer finds them."""
    font = TTFont(io.BytesIO(program), lazy=True)
    tables = [table.cmap for table in font["cmap"].tables] if "cmap" in font else []
    names = glyph_names(face.font, "") if face.font.get("/Encoding") is not None else None
    order = {}
    if names is not None and "post" in font:
        order = {name: number for number, name in enumerate(font.getGlyphOrder())}
    found: list[int] = []
    for code in codes:
        meaning = face.meanings.get(code) or ""
        wanted = [code, 0xF000 + code, 0xF100 + code, 0xF200 + code]
        wanted += [ord(meaning)] if len(meaning) == 1 else []
        found += [
            font.getGlyphID(name)
            for number in wanted
            for table in tables
            if (name := table.get(number)) is not None
        ]
        if names is not None and (named := names[code]) is not None and named in order:
            found.append(order[named])
    return found


def _blanked(program: bytes, wanted: Iterable[int]) -> bytes:
    """Return a TrueType program in which only these glyphs have an outline."""
    count = struct.unpack_from(">H", program, 4)[0]
    tables: dict[str, bytes] = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", program, 12 + 16 * index)
        if start + length > len(program):
            raise ValueError
        tables[tag.decode("latin-1")] = program[start : start + length]
    glyphs = struct.unpack_from(">H", tables["maxp"], 4)[0]
    long = struct.unpack_from(">h", tables["head"], 50)[0]
    offsets = list(struct.unpack_from(f">{glyphs + 1}{'L' if long else 'H'}", tables["loca"]))
    if not long:
        offsets = [2 * offset for offset in offsets]
    outlines = [tables["glyf"][a:b] for a, b in pairwise(offsets)]
    kept, todo = set[int](), [0, *wanted]
    while todo:
        number = todo.pop()
        if number in kept or not 0 <= number < glyphs:
            continue
        kept.add(number)
        todo += _components(outlines[number])
    body, starts = bytearray(), [0]
    for number, outline in enumerate(outlines):
        if number in kept:
            body += outline + b"\0" * (-len(outline) % 4)
        starts.append(len(body))
    tables["glyf"] = bytes(body) or b"\0"
    tables["loca"] = struct.pack(f">{len(starts)}L", *starts)
    head = bytearray(tables["head"])
    head[50:52] = struct.pack(">h", 1)
    tables["head"] = bytes(head)
    tables["hmtx"] = _advances(tables, glyphs, kept)
    if "cmap" in tables:
        tables["cmap"] = _codes(program, kept)
    tables["post"] = struct.pack(">LlhhLLLLL", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0)
    out = TTFontMaker()
    for tag in _TABLES:
        if tag in tables:
            out.add(tag, tables[tag])
    return bytes(out.makeStream())


def _components(outline: bytes) -> list[int]:
    """Return the glyphs that a composed glyph is made of."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    parts, at = [], 10
    while True:
        flags, number = struct.unpack_from(">HH", outline, at)
        parts.append(number)
        at += 4 + (4 if flags & 1 else 2)
        at += 2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0
        if not flags & 0x20:
            return parts


def _advances(tables: dict[str, bytes], glyphs: int, kept: set[int]) -> bytes:
    """Return the advances with those of glyphs that go set to nothing."""
    full = struct.unpack_from(">H", tables["hhea"], 34)[0]
    table = bytearray(tables["hmtx"])
    for number in range(min(full, glyphs)):
        # The last of the full entries counts for every glyph after it.
        if number not in kept and number != full - 1:
            table[4 * number : 4 * number + 4] = b"\0\0\0\0"
    return bytes(table)


def _codes(program: bytes, kept: set[int]) -> bytes:
    """Return the table of codes without those of glyphs that go."""
    font = TTFont(io.BytesIO(program), lazy=True)
    cmap = font["cmap"]
    for table in cmap.tables:
        table.cmap = {
            code: name for code, name in table.cmap.items() if font.getGlyphID(name) in kept
        }
    compiled: bytes = cmap.compile(font)
    return compiled


# --- CFF


def _compact(program: bytes, kind: str, face: Typeface) -> tuple[bytes, dict[int, str] | None]:
    if kind not in ("/Type1C", "/CIDFontType0C"):
        raise Doubt("a font of a kind that cannot be pruned")
    try:
        return _blanked_cff(program, face)
    except Doubt:
        raise
    except Exception:  # fontTools raises whatever a damaged font brings about
        raise Doubt("a font that is damaged") from None


def _blanked_cff(program: bytes, face: Typeface) -> tuple[bytes, dict[int, str] | None]:
    """Return a CFF program of used glyphs in the order of their codes; none has a name."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    top = fonts[0]
    is_cid = hasattr(top, "ROS")
    order = list(top.charset)
    by_code = _glyphs_of_cff(top, face, order, is_cid=is_cid)
    strings = top.CharStrings
    in_order = sorted(by_code, key=face.new_code)
    if face.kind == "/Type0":  # codes are numbers of glyphs, or names of them in a row
        in_order = sorted(face.used, key=face.new_code)
        drawn = [by_code.get(code, order[0]) for code in in_order]
    else:
        drawn = list(dict.fromkeys(by_code[code] for code in in_order))
    drawn = [order[0], *(name if name in strings else order[0] for name in drawn)]
    for name in dict.fromkeys(drawn):
        _take_apart(strings, name)
    fonts.desubroutinize()
    spelled = "cid{:05d}" if is_cid else "g{}"
    new = [".notdef", *(spelled.format(number) for number in range(1, len(drawn)))]
    indices = [strings.charStrings[name] for name in drawn]
    outlines = [strings.charStringsIndex[index] for index in indices]
    strings.charStringsIndex.items = outlines
    if getattr(strings, "fdSelect", None) is not None:
        strings.fdSelect.gidArray = [strings.fdSelect.gidArray[index] for index in indices]
    strings.charStrings = {name: number for number, name in enumerate(new)}
    top.charset, top.numGlyphs = new, len(new)
    top.recalcFontBBox()  # that of the letters that went would be told by it
    renamed: dict[int, str] | None = None
    if not is_cid:
        top.Encoding = "StandardEncoding"  # says nothing: codes have names of their own
        if face.kind != "/Type0":
            at = {name: number for number, name in enumerate(drawn)}
            at[order[0]] = 0
            renamed = {face.new_code(code): new[at[name]] for code, name in by_code.items()}
    for key in (
        "Notice",
        "Copyright",
        "FullName",
        "FamilyName",
        "Weight",
        "BaseFontName",
        "version",
    ):
        top.rawDict.pop(key, None)
        if hasattr(top, key):
            delattr(top, key)
    fonts.fontNames = ["F"]
    out = io.BytesIO()
    fonts.compile(out, TTFont(recalcBBoxes=False))
    return out.getvalue(), renamed


def _take_apart(strings: CharStrings, name: str) -> None:
    """Draw an accented letter that is put together of two others as one outline of its own."""
    string = strings[name]
    string.decompile()
    parts = string.program
    if parts[-1:] != ["endchar"] or sum(isinstance(p, int | float) for p in parts[-5:-1]) < 4:
        return
    pen = T2CharStringPen(None, None)
    outline = DecomposingRecordingPen(strings)
    string.draw(outline)
    outline.replay(pen)
    drawn = pen.getCharString(string.private, string.globalSubrs)
    drawn.width = string.width
    strings[name] = drawn


def _glyphs_of_cff(
    top: object, face: Typeface, order: list[str], *, is_cid: bool
) -> dict[int, str]:
    """Return the glyph that each used code draws."""
    if face.kind == "/Type0":
        if is_cid:
            return {code: f"cid{code:05d}" for code in face.used}
        return {code: order[code] for code in face.used if code < len(order)}
    built_in = getattr(top, "Encoding", None)
    encoding = face.font.get("/Encoding")
    base: Object | None = encoding if isinstance(encoding, Name) else None
    said = differences_of(encoding) if isinstance(encoding, Dictionary) else {}
    if isinstance(encoding, Dictionary):
        base = encoding.get("/BaseEncoding")
    found: dict[int, str] = {}
    for code in face.used:
        name = said.get(code)
        if name is None and base is None and isinstance(built_in, list):
            name = built_in[code] if code < len(built_in) else None
        elif name is None:
            name = face.names[code]
        if name is not None and name in order:
            found[code] = name
    return found
