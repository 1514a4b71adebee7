"""Fonts made for one text, of every kind a PDF knows, and the outlines of letters as paths."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import reportlab
from fontTools import agl
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import BasePen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.t1Lib import T1Font
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name, Object, Pdf

SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_TYPE_1 = Path(reportlab.__file__).parent / "fonts" / "_er_____.pfb"


@dataclass(frozen=True, slots=True)
class Face:
    """A font in a PDF, and how a text is written in it."""

    font: Object
    code: Callable[[str], bytes]

    def show(self, text: str, x: float = 40, y: float = 180, size: float = 12) -> bytes:
        """Return a line of text in it; the font's resource is called E."""
        return f"BT /E {size} Tf {x} {y} Td <{self.code(text).hex()}> Tj ET\n".encode()


@cache
def _source(path: str = SANS) -> TTFont:
    return TTFont(path)


class _Path(BasePen):  # type: ignore[misc]  # fontTools tells no types
    """Writes what a glyph draws as the operators of a page."""

    def __init__(self, glyphs: Any, scale: float, x: float, y: float) -> None:
        super().__init__(glyphs)
        self.out: list[str] = []
        self._scale, self._x, self._y = scale, x, y

    def _to(self, p: Any) -> str:
        return f"{p[0] * self._scale + self._x:.3f} {p[1] * self._scale + self._y:.3f}"

    def _moveTo(self, p: Any) -> None:  # noqa: N802 - the pen protocol's name
        self.out.append(f"{self._to(p)} m")

    def _lineTo(self, p: Any) -> None:  # noqa: N802
        self.out.append(f"{self._to(p)} l")

    def _curveToOne(self, a: Any, b: Any, c: Any) -> None:  # noqa: N802
        self.out.append(f"{self._to(a)} {self._to(b)} {self._to(c)} c")

    def _closePath(self) -> None:  # noqa: N802
        self.out.append("h")


def outlines(text: str, x: float = 40, y: float = 180, size: float = 12) -> list[str]:
    """Return the outline of each letter of a text, as paths not yet painted."""
    source = _source()
    glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
    scale, out = size / source["head"].unitsPerEm, []
    for letter in text:
        name = cmap[ord(letter)]
        pen = _Path(glyphs, scale, x, y)
        glyphs[name].draw(pen)
        out.append("\n".join(pen.out))
        x += glyphs[name].width * scale
    return out


def named(letter: str) -> str:
    """Return the name that a letter has in the glyph list."""
    return str(agl.UV2AGL.get(ord(letter), f"uni{ord(letter):04X}"))


def to_unicode(pdf: Pdf, says: Mapping[int, str], width: int, extra: str = "") -> Object:
    """Return a ToUnicode map of codes of `width` bytes."""
    lines = [
        f"<{code:0{2 * width}X}> <{text.encode('utf-16-be').hex()}>" for code, text in says.items()
    ]
    body = "\n".join(lines)
    return pdf.make_stream(
        f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap {extra}\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <{'00' * width}> <{'FF' * width}> endcodespacerange\n"
        f"{len(lines)} beginbfchar\n{body}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end".encode()
    )


def make(
    pdf: Pdf,
    text: str,
    kind: str = "truetype",
    *,
    says: Callable[[str], str] | None = lambda letter: letter,
    called: Callable[[str], str] = named,
    family: str = "ABCDEF+Made",
    drawn: Callable[[str], str] = lambda letter: letter,
    names: Mapping[int, str] | None = None,
    extra: str = "",
    as_written: bool = False,
    **descriptor: Any,
) -> Face:
    """Return a font with the letters of a text and no others.

    `says` is what its ToUnicode map says of a letter (None: there is no map), `called` what its
    glyphs are called, `drawn` the letter whose shape a glyph has, `names` its name table. With
    `as_written` letters are numbered in the order of the text, else in that of the alphabet.
    """
    letters = list(dict.fromkeys(text)) if as_written else sorted(set(text))
    first = 33
    codes = {letter: first + i for i, letter in enumerate(letters)}
    program = _program(letters, codes, kind, called, drawn, family, names or {})
    source = _source()
    glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
    per = 1000 / source["head"].unitsPerEm
    widths = [round(glyphs[cmap[ord(drawn(letter))]].width * per) for letter in letters]
    wide = kind in ("cid", "cidcff")
    stream = pdf.make_stream(program) if kind != "type3" else None
    if stream is not None:
        if kind in ("cff", "cidcff"):
            stream.Subtype = Name.CIDFontType0C if wide else Name.Type1C
        else:
            stream.Length1 = len(program)
    key = {"cff": "FontFile3", "cidcff": "FontFile3", "type1": "FontFile"}.get(kind, "FontFile2")
    about = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{family}"),
        Flags=4,
        FontBBox=Array([-200, -300, 1200, 1000]),
        ItalicAngle=0,
        Ascent=900,
        Descent=-250,
        CapHeight=700,
        StemV=80,
        **descriptor,
    )
    if stream is not None:
        about[f"/{key}"] = stream
    gids = {letter: i for i, letter in enumerate(letters, start=1)}
    if wide:
        inner = Dictionary(
            Type=Name.Font,
            BaseFont=Name(f"/{family}"),
            FontDescriptor=pdf.make_indirect(about),
            Subtype=Name.CIDFontType2 if kind == "cid" else Name.CIDFontType0,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            W=Array([1, Array(widths)]),
            DW=600,
        )
        if kind == "cid":
            inner.CIDToGIDMap = Name.Identity
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{family}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
        )
        said = {gids[c]: says(c) for c in letters} if says else {}

        def code(line: str) -> bytes:
            return b"".join(gids[c].to_bytes(2, "big") for c in line)
    else:
        differences = Array([first, *(Name(f"/{called(c)}") for c in letters)])
        font = Dictionary(
            Type=Name.Font,
            BaseFont=Name(f"/{family}"),
            FirstChar=first,
            LastChar=first + len(letters) - 1,
            Widths=Array(widths),
            Subtype=Name.TrueType if kind == "truetype" else Name.Type1,
        )
        if kind != "truetype":
            font.Encoding = Dictionary(Type=Name.Encoding, Differences=differences)
        if kind == "type3":
            font = _type3(pdf, letters, widths, first, differences, called, drawn)
        else:
            font.FontDescriptor = pdf.make_indirect(about)
        said = {codes[c]: says(c) for c in letters} if says else {}

        def code(line: str) -> bytes:
            return bytes(codes[c] for c in line)

    if says:
        font.ToUnicode = to_unicode(pdf, said, 2 if wide else 1, extra)
    return Face(pdf.make_indirect(font), code)


def _type3(
    pdf: Pdf,
    letters: list[str],
    widths: list[int],
    first: int,
    differences: Array,
    called: Callable[[str], str],
    drawn: Callable[[str], str],
) -> Dictionary:
    procedures = Dictionary()
    for letter, width in zip(letters, widths, strict=True):
        path = "" if letter == " " else outlines(drawn(letter), 0, 0, 1000)[0] + " f"
        procedures[f"/{called(letter)}"] = pdf.make_stream(
            f"{width} 0 -200 -300 1200 1000 d1\n{path}\n".encode()
        )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([-200, -300, 1200, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=procedures,
        FirstChar=first,
        LastChar=first + len(letters) - 1,
        Widths=Array(widths),
        Resources=Dictionary(),
        Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
    )


def _program(
    letters: list[str],
    codes: Mapping[str, int],
    kind: str,
    called: Callable[[str], str],
    drawn: Callable[[str], str],
    family: str,
    names: Mapping[int, str],
) -> bytes:
    if kind == "type3":
        return b""
    if kind == "type1":
        return type_1({called(c): drawn(c) for c in letters}, family)
    source = _source()
    glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
    order = [".notdef", *(called(c) for c in letters)]
    shapes = {called(c): cmap[ord(drawn(c))] for c in letters} | {".notdef": ".notdef"}
    truetype = kind in ("truetype", "cid")
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=truetype)
    builder.updateHead(created=3_800_000_000, modified=3_800_000_000)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(c): called(c) for c in letters})
    if truetype:
        made = {}
        for name, shape in shapes.items():
            pen = TTGlyphPen(None)
            _plain(glyphs, shape, pen)
            made[name] = pen.glyph()
        builder.setupGlyf(made)
    else:
        made = {}
        for name, shape in shapes.items():
            pen = T2CharStringPen(glyphs[shape].width, glyphs)
            glyphs[shape].draw(pen)
            made[name] = pen.getCharString()
        builder.setupCFF(family, {"FullName": names.get(4, family)}, made, {})
    builder.setupHorizontalMetrics({n: (glyphs[s].width, 0) for n, s in shapes.items()})
    builder.setupHorizontalHeader(ascent=1900, descent=-480)
    builder.setupOS2()
    builder.setupPost(keepGlyphNames=True)
    if names:
        builder.setupNameTable({})
        for number, text in names.items():
            builder.font["name"].setName(text, number, 3, 1, 0x409)
            builder.font["name"].setName(text, number, 1, 0, 0)
    font = builder.font
    if kind in ("cff", "cidcff"):
        saved = io.BytesIO()
        font.save(saved)
        return bytes(TTFont(saved).getTableData("CFF "))
    font["cmap"] = _symbolic({codes[c]: called(c) for c in letters})
    saved = io.BytesIO()
    font.save(saved)
    return saved.getvalue()


def _plain(glyphs: Any, shape: str, pen: Any) -> None:
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    recording = DecomposingRecordingPen(glyphs)
    glyphs[shape].draw(recording)
    recording.replay(pen)


def _symbolic(mapping: Mapping[int, str]) -> Any:
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, []
    for platform, encoding, form, base in ((1, 0, 0, 0), (3, 0, 4, 0xF000)):
        part = CmapSubtable.newSubtable(form)
        part.platformID, part.platEncID, part.language = platform, encoding, 0
        part.cmap = {base + code: name for code, name in mapping.items()}
        table.tables.append(part)
    return table


def type_1(glyphs: Mapping[str, str], family: str, notice: str = "") -> bytes:
    """Return a Type 1 program that has these glyphs alone, each with the shape of its letter."""
    whole = T1Font(str(_TYPE_1))
    whole.parse()
    font = whole.font
    shapes = font["CharStrings"]
    kept = {name: shapes[named(letter)] for name, letter in glyphs.items()}
    for name in list(shapes.keys()):
        del shapes[name]
    shapes[".notdef"] = next(iter(kept.values()))
    shapes.update(kept)
    font["FontName"] = family.split("+")[-1]
    if notice:
        font["FontInfo"]["Notice"] = notice
    return bytes(whole.createData())
