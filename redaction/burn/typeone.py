"""Type 1 programs: opened, and made a compact (CFF) program of the letters that stay.

A Type 1 program is PostScript with two layers of a cipher that hides nothing (Adobe Type 1 Font
Format, chapter 7). Outlines are taken from it, accents that are put together included; names,
notices, hints and everything else stay behind.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.t1Lib import T1Font

from redaction.burn.typefaces import Doubt


def as_compact(program: bytes, names: Mapping[int, str]) -> tuple[bytes, dict[int, str]]:
    """Return a CFF program of the glyphs that codes name, and the new name of each code's glyph.

    A code whose glyph is not in the program is left out.
    """
    try:
        return _as_compact(program, names)
    except Doubt:
        raise
    except Exception:  # fontTools raises whatever a damaged font brings about
        raise Doubt("a font that is damaged") from None


def _as_compact(program: bytes, names: Mapping[int, str]) -> tuple[bytes, dict[int, str]]:
    font = T1Font.__new__(T1Font)
    font.data, font.encoding = program, "ascii"
    font.parse()
    matrix = [float(value) for value in font.font.get("FontMatrix", [0.001, 0, 0, 0.001, 0, 0])]
    scaled = tuple(1000 * value for value in matrix)
    glyphs = font.getGlyphSet()
    drawn = {}
    renamed: dict[str, str] = {".notdef": ".notdef"}
    codes: dict[int, str] = {}
    for code, name in sorted(names.items()):
        if name in glyphs:
            codes[code] = renamed.setdefault(name, f"g{len(renamed)}")
    missed = any(name not in glyphs or name == ".notdef" for name in names.values())
    for name, new in renamed.items():
        pen = T2CharStringPen(0, None)
        if name in glyphs and (name != ".notdef" or missed):  # no letter that stays draws it
            outline = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(outline)
            outline.replay(TransformPen(pen, scaled))
        drawn[new] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(drawn))
    builder.setupCFF("F", {}, drawn, {})
    fonts: CFFFontSet = builder.font["CFF "].cff
    fonts.fontNames = ["F"]
    out = io.BytesIO()
    fonts.compile(out, builder.font)
    return out.getvalue(), codes
