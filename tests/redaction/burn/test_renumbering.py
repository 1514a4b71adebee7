"""Fonts numbered in the order of writing: what stays says nothing of what was written first."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name, Pdf

from recordkeeping.disclosure.release import ProvenDocument

LIBERATION = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"
KEPT = "The quality of a windy day: Zo\u00e9 \u2013 fix, bake, jump, mild view, caf\u00e9 & grape"
NAME = (40.0, 84.0, 160.0, 104.0)

Form = Callable[..., bytes]
Burned = Callable[..., Any]


def as_written(*lines: str) -> tuple[Callable[[Pdf], dict[str, Any]], str]:
    """Return a font as LibreOffice makes it, codes and outlines as they come, and the content."""
    letters = list(dict.fromkeys("".join(lines)))
    source = TTFont(LIBERATION)
    names = [source.getBestCmap()[ord(letter)] for letter in letters]
    parts = [
        part.glyphName
        for name in names
        if source["glyf"][name].isComposite()
        for part in source["glyf"][name].components
    ]
    order = list(dict.fromkeys([".notdef", *names, *parts]))
    drawn = {}
    for name in order:
        pen = TTGlyphPen(source.getGlyphSet())
        source.getGlyphSet()[name].draw(pen)
        drawn[name] = pen.glyph()
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics({name: source["hmtx"][name] for name in order})
    builder.setupHorizontalHeader(ascent=1854, descent=-434)
    builder.setupMaxp()
    builder.setupPost()
    builder.font["cmap"] = _octet_table(dict(enumerate(names, start=1)))
    program = io.BytesIO()
    builder.font.save(program)
    codes = {letter: at for at, letter in enumerate(letters, start=1)}
    pairs = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in codes.items())

    def fill(pdf: Pdf) -> dict[str, Any]:
        file = pdf.make_stream(program.getvalue())
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/BAAAAA+Written"), Flags=4, ItalicAngle=0,
            FontBBox=Array([-200, -300, 1200, 1000]), Ascent=905, Descent=-212, CapHeight=729,
            StemV=80, FontFile2=file,
        )  # fmt: skip
        widths = [round(source["hmtx"][name][0] / 2.048) for name in names]
        font = Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/BAAAAA+Written"), FirstChar=0,
            LastChar=len(letters), Widths=Array([0, *widths]), FontDescriptor=descriptor,
            ToUnicode=pdf.make_stream(
                f"begincmap\n{len(letters)} beginbfchar\n{pairs}\nendbfchar\nendcmap".encode()
            ),
        )  # fmt: skip
        return {"/Font": Dictionary(F9=font)}

    shown = [bytes(codes[letter] for letter in line).hex() for line in lines]
    content = " ".join(
        f"BT /F9 9 Tf 1 0 0 1 40 {206 - 20 * n} Tm <{line}> Tj ET" for n, line in enumerate(shown)
    )
    return fill, content


def _octet_table(names: Mapping[int, str]) -> Any:
    table: Any = newTable("cmap")
    part = CmapSubtable.newSubtable(0)
    part.platformID, part.platEncID, part.language, part.cmap = 1, 0, 0, dict(names)
    table.tableVersion, table.tables = 0, [part]
    return table


def fonts_of(pdf: bytes) -> list[tuple[bytes, bytes, object]]:
    """Return program, meanings and widths of each font of a page."""
    document = pikepdf.open(io.BytesIO(pdf))
    return [
        (
            font.FontDescriptor.FontFile2.read_bytes(),
            font.ToUnicode.read_bytes(),
            (font.FirstChar, [float(width) for width in font.Widths]),
        )
        for name, font in document.pages[0].Resources.Font.items()
        if name != "/Kept"
    ]


@pytest.mark.parametrize("name", ["Wilma Quade", "Edward Key", "May Gupta"])
def test_a_font_says_the_same_whatever_name_was_written_first(
    name: str, form: Form, burned: Burned, words: Callable[[bytes], str]
) -> None:
    told = []
    for head in (name, "nobody"):
        fill, content = as_written(head, KEPT)
        result, verdict = burned(form(content, fill), NAME, gone=(name,))
        assert verdict.against == ()
        assert result.pictures == ()
        assert KEPT in words(result.pdf)
        told.append((fonts_of(result.pdf), kept_of(result.pdf)))
    assert told[0] == told[1]


def kept_of(pdf: bytes) -> list[bytes]:
    """Return what the page shows of the line that stays."""
    document = pikepdf.open(io.BytesIO(pdf))
    content = b"\n".join(part.read_bytes() for part in document.pages[0].Contents)
    return [line for line in content.split(b"\n") if line.endswith(b"] TJ")]


def test_what_stays_looks_as_it_did(
    form: Form, released: Callable[..., ProvenDocument], drawn: Callable[[bytes], Any]
) -> None:
    fill, content = as_written("Wilma Quade", KEPT)
    before = form(content, fill)
    proven = released(before, "Wilma Quade")
    assert proven.pages_as_images == ()
    line = (0, 2 * 110, 800, 2 * 130)
    assert drawn(before).crop(line).tobytes() == drawn(proven.pdf).crop(line).tobytes()
