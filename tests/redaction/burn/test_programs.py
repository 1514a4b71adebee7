"""Programs of fonts: of letters that went, no outline and no name stays."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
import reportlab
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(reportlab.__file__).parent / "fonts"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
BOX = (118.0, 85.0, 190.0, 105.0)

Burned = Callable[..., Any]


def in_type_1(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    face = pdfmetrics.EmbeddedType1Face(
        str(FONTS / "DarkGardenMK.afm"), str(FONTS / "DarkGardenMK.pfb")
    )
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font("DarkGardenMK", "DarkGardenMK", "WinAnsiEncoding"))
    canvas.setFont("DarkGardenMK", 16)
    canvas.drawString(40, 200, text)
    canvas.save()
    return out.getvalue()


def in_compact_form(text: str, form: Callable[..., bytes]) -> bytes:
    """A CFF program with a name, a notice, and glyphs that say whose they are."""
    source = TTFont(DEJAVU)
    glyphs, letters = source.getGlyphSet(), source.getBestCmap()
    drawn, names = {}, {}
    for code, name in [
        (0, ".notdef"),
        *((ord(c), f"Zephyrine{ord(c)}") for c in sorted(set(text))),
    ]:
        pen = T2CharStringPen(600, None)
        if code:
            glyphs[letters[code]].draw(pen)
            names[code] = name
        drawn[name] = pen.getCharString()
    builder = FontBuilder(2048, isTTF=False)
    builder.setupGlyphOrder(list(drawn))
    builder.setupCFF(
        "ZephyrineHand", {"Notice": "(c) Zephyrine", "FullName": "Zephyrine"}, drawn, {}
    )
    program = io.BytesIO()
    builder.font["CFF "].cff.compile(program, builder.font)

    def fill(pdf: Pdf) -> dict[str, Any]:
        file = pdf.make_stream(program.getvalue(), Subtype=Name.Type1C)
        differences = [part for code, name in names.items() for part in (code, Name(f"/{name}"))]
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name("/ABCDEF+ZephyrineHand"),
            FirstChar=0,
            LastChar=255,
            Widths=Array([600] * 256),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(differences)),
            FontDescriptor=pdf.make_indirect(
                Dictionary(
                    Type=Name.FontDescriptor, FontName=Name("/ABCDEF+ZephyrineHand"), Flags=4,
                    FontBBox=Array([0, -300, 1000, 900]), ItalicAngle=0, Ascent=800, Descent=-200,
                    CapHeight=700, StemV=80, FontFile3=file,
                )
            ),
            ToUnicode=pdf.make_stream(
                b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange "
                b"<20> <7E> <0020> endbfrange"
            ),
        )  # fmt: skip
        return {"/Font": Dictionary(C=font)}

    return form(f"BT /C 12 Tf 40 200 Td ({text}) Tj ET", fill)


def program_of(pdf: bytes) -> tuple[CFFFontSet, bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontFile3" in thing:
                raw = bytes(thing.FontFile3.read_bytes())
                fonts = CFFFontSet()
                fonts.decompile(io.BytesIO(raw), None)
                return fonts, raw
    raise AssertionError("no compact program is in the file")


def test_a_type_1_program_keeps_the_letters_that_stay_and_no_notice(
    burned: Burned, words: Callable[[bytes], str], drawn: Callable[[bytes], Image.Image]
) -> None:
    source = in_type_1("Visit by Zephyrine on Monday")
    result, verdict = burned(source, BOX, gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    said = words(result.pdf)
    assert said.startswith("Visit b")
    assert said.endswith("Monday")
    assert b"/FontFile " not in result.pdf
    fonts, raw = program_of(result.pdf)
    assert b"Dark" not in raw
    assert set(fonts[0].charset) == {".notdef", *(f"g{n}" for n in range(1, len(fonts[0].charset)))}
    before, after = (np.asarray(drawn(pdf)).astype(int) for pdf in (source, result.pdf))
    start = slice(160, 220), slice(80, 150)  # "Visi", which stands before the box
    assert np.abs(before[start] - after[start]).mean() < 2
    assert before[start].min() < 60


def test_a_compact_program_says_no_names_and_draws_no_letter_that_went(
    form: Callable[..., bytes], burned: Burned, words: Callable[[bytes], str]
) -> None:
    source = in_compact_form("A visit by Zo on Monday", form)
    result, verdict = burned(source, (118.0, 85.0, 134.0, 105.0), gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    assert words(result.pdf) == "A visit by [removed: another person] on Monday"
    fonts, raw = program_of(result.pdf)
    assert b"ephyrine" not in raw
    inked = [n for n in fonts[0].charset if len(program(fonts, n)) > 2]
    assert len(inked) == len(set("Avisitbyonmonday".replace("m", "M")))


def program(fonts: CFFFontSet, name: str) -> list[Any]:
    string = fonts[0].CharStrings[name]
    string.decompile()
    return list(string.program)


@pytest.mark.parametrize("letter", ["Á", "ñ", "ü"])
def test_a_letter_put_together_of_two_keeps_its_accent(
    letter: str, drawn: Callable[[bytes], Image.Image], burned: Burned
) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    face = pdfmetrics.EmbeddedType1Face(str(FONTS / "callig15.afm"), str(FONTS / "callig15.pfb"))
    pdfmetrics.registerTypeFace(face)
    pdfmetrics.registerFont(pdfmetrics.Font("Callig", face.name, "WinAnsiEncoding"))
    canvas.setFont("Callig", 60)
    canvas.drawString(40, 200, f"M{letter}M")
    canvas.save()
    result, verdict = burned(out.getvalue(), (300.0, 20.0, 340.0, 40.0))
    assert (result.pictures, verdict.against) == ((), ())
    before, after = (np.asarray(drawn(pdf)).astype(int) for pdf in (out.getvalue(), result.pdf))
    assert np.abs(before[100:] - after[100:]).mean() < 0.5
