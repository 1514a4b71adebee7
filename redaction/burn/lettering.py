"""The one font of a burned document: of its letters only those that are written, and no names.

A subset font is a list of the letters used; this one is made of what is kept, so it lists nothing
that was removed. Its tables of names are left out: a person called Vera is not to be found in
"Bitstream Vera".

A letter of a script that the typeface lacks has the outline of the sign for a missing one, and says
what it is: over a picture, where letters are unseen, words of every script can be searched.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from unicodedata import category

from pikepdf import Array, Dictionary, Name, Object, Pdf
from reportlab.pdfbase.ttfonts import TTFontMaker

from redaction.fonts import NARROW, letters_of, typeface, width_of

_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep")
_MISSING = "\ufffd"
_NARROWEST = 0.78
_READABLE = 6.0  # points: a person can read smaller letters hardly
ASCENT, DESCENT = 0.93, 0.24  # of the em, as the typeface says
_TO_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{}
endcmap end end"""


class Lettering:
    """Gives each letter a code as it is written, and makes the font at the end."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def codes(self, text: str) -> str:
        """Return a text as hexadecimal codes of this font."""
        codes = []
        for letter in text:
            said = letter if _drawn(letter) == letter or _says_something(letter) else _MISSING
            codes.append(f"{self._codes.setdefault(said, len(self._codes) + 1):04X}")
        return "".join(codes)

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is in this font, in points."""
        return width_of("".join(map(_drawn, text)), NARROW, size)

    def fitted(
        self, text: str, room: float, height: float, sizes: Sequence[float]
    ) -> tuple[float, float] | None:
        """Return the first of these sizes in which a text has room, and how far it is stretched.

        It is set up to a fifth narrower before it is set smaller: narrow letters of seven points
        can still be read. None where it has no room in any size.
        """
        for size in sizes:
            stretch = min(1.0, room / (self.width(text, size) or 1.0))
            if stretch >= _NARROWEST and size * 1.1 <= height:
                return size, stretch
        return None

    def said_in(
        self, label: str, code: str, room: float, height: float, sizes: Sequence[float]
    ) -> tuple[str, float, float] | None:
        """Return what a box says, how large and how far stretched; None where nothing has room.

        A label that has no room in a size that can be read gives way to its code, which the legend
        explains; where there is none, it is said as small as has to be.
        """
        plain = [size for size in sizes if size >= _READABLE]
        for text, tried in ((label, plain), (code, sizes), (label, sizes)):
            if text and (fitted := self.fitted(text, room, height, tried)):
                return text, *fitted
        return None

    def font(self, pdf: Pdf) -> Object:
        """Return the finished font, with the letters that were written."""
        face = typeface(NARROW).face
        glyphs: dict[int, int] = {}
        shown = [ord(_drawn(letter)) for letter in self._codes]
        numbers = [glyphs.setdefault(face.charToGlyph[code], len(glyphs) + 1) for code in shown]
        program = pdf.make_stream(_without_names(face.makeSubset(shown)))
        numbers_of_codes = struct.pack(f">{len(numbers) + 1}H", 0, *numbers)
        widths = Array([round(self.width(letter, 1000)) for letter in self._codes])
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/AAAAAA+Kept"),
            Flags=4,
            FontBBox=Array([-500, -250, 1500, 1000]),
            ItalicAngle=0,
            Ascent=round(1000 * ASCENT),
            Descent=-round(1000 * DESCENT),
            CapHeight=729,
            StemV=80,
            FontFile2=program,
        )
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/AAAAAA+Kept"),
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            CIDToGIDMap=pdf.make_stream(numbers_of_codes),
            DW=600,
            W=Array([1, widths]),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/AAAAAA+Kept"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_stream(self._meanings()),
            )
        )

    def _meanings(self) -> bytes:
        pairs = [
            f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
            for letter, code in self._codes.items()
        ]
        blocks = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
        return _TO_UNICODE.format(
            "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
        ).encode()


def spoken(words: str, instructions: str) -> str:
    """Return instructions marked as saying these words to programs, whatever letters they show."""
    said = words.encode("utf-16-be").hex().upper()
    return f"/Span <</ActualText <FEFF{said}>>> BDC {instructions} EMC"


def _drawn(letter: str) -> str:
    """Return the letter whose outline stands for a letter: its own, if the typeface has one."""
    return letter if ord(letter) in letters_of(NARROW) else _MISSING


def _says_something(letter: str) -> bool:
    """Say whether a letter means the same to everybody: it is assigned, and for no private use."""
    return not category(letter).startswith("C")


def _without_names(font: bytes) -> bytes:
    made = TTFontMaker()
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        if tag.decode("latin-1") in _TABLES:
            made.add(tag.decode("latin-1"), font[start : start + length])
    return bytes(made.makeStream())
