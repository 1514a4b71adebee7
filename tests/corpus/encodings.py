"""Leaks 5, 6 and the finder's part of 40: what letters say, what they show, and how it is spelt."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.case import NAME, torture
from tests.corpus.letters import SANS, make
from tests.corpus.paper import SEEN, SIZE, form, helvetica, line, put, sheet

KINDS = ("truetype", "cid", "cff", "cidcff", "type1", "type3")


def lettered(text: str, kind: str = "truetype", *, seen: bool = True, **how: Any) -> bytes:
    """Return a sheet with a line in an embedded font made for it."""
    with Pdf.new() as scratch:
        content = make(scratch, text, kind, **how).show(text)

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Font", "E", make(pdf, text, kind, **how).font)

    return sheet(content, change, seen=SEEN if seen else b"")


def typed(*texts: str) -> bytes:
    """Return a page in DejaVu Sans, as reportlab writes one, in any of its scripts."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SIZE, invariant=1)
    pdfmetrics.registerFont(TTFont("Corpus", SANS))
    canvas.setFont("Corpus", 12)
    for number, text in enumerate(
        (
            "Record of a visit on Tuesday morning",
            "They talked with the warden in the garden",
            *texts,
        )
    ):
        canvas.drawString(40, 260 - 20 * number, text)
    canvas.save()
    return out.getvalue()


@torture(5, each=[(kind, kind) for kind in KINDS], look=True)
def without_a_map(kind: str) -> bytes:
    """No map to Unicode: glyph names, or nothing at all, say what the letters are."""
    return lettered(NAME, kind, says=None)


@torture(5, each=[(kind, kind) for kind in KINDS], look=True)
def without_map_or_names(kind: str) -> bytes:
    """No map to Unicode, and glyphs called g1, g2: only the shapes say the name."""
    return lettered(NAME, kind, says=None, called=lambda c: f"g{ord(c)}")


@torture(5, each=[(kind, kind) for kind in KINDS], look=True)
def in_the_private_area(kind: str) -> bytes:
    """The map leads to private code points."""
    return lettered(NAME, kind, says=lambda c: chr(0xE000 + ord(c)))


@torture(5, each=[(kind, kind) for kind in KINDS], look=True)
def shown_but_said_otherwise(kind: str) -> bytes:
    """The letters look like the name; the map says another word."""
    other = dict(zip("Zephyrin Quaxl", "The boards wil", strict=True))
    return lettered(NAME, kind, says=lambda c: other[c], called=lambda c: f"g{ord(c)}")


@torture(5, each=[(kind, kind) for kind in KINDS])
def said_but_shown_otherwise(kind: str) -> bytes:
    """The letters look like another word; the map says the name."""
    other = dict(zip("Zephyrin Quaxl", "bcdfghjk mnoqr", strict=True))
    return lettered(NAME, kind, drawn=lambda c: other[c])


@torture(5, each=[(kind, kind) for kind in KINDS])
def all_said_by_one_glyph(kind: str) -> bytes:
    """One full stop says the whole name to whoever copies it."""
    return lettered("and.", kind, says=lambda c: NAME if c == "." else c)


@torture(5)
def named_by_differences() -> bytes:
    """An ordinary font's codes are dealt out anew, without a map."""
    letters = sorted(set(NAME) - {" "})
    codes = {c: 0x41 + i for i, c in enumerate(letters)} | {" ": 0x20}
    font = helvetica()
    font.Encoding = Dictionary(Differences=Array([0x41, *(Name(f"/{c}") for c in letters)]))
    return sheet(
        line("".join(chr(codes[c]) for c in NAME), font="D"),
        lambda pdf, page: put(page, "Font", "D", font),
    )


@torture(5)
def named_by_code_points() -> bytes:
    """Differences call the glyphs uni005A and u00051."""
    letters = sorted(set(NAME) - {" "})
    names = [Name(f"/uni{ord(c):04X}") for c in letters]
    font = helvetica()
    font.Encoding = Dictionary(Differences=Array([0x41, *names]))
    code = {c: chr(0x41 + i) for i, c in enumerate(letters)} | {" ": " "}
    return sheet(
        line("".join(code[c] for c in NAME), font="D"),
        lambda pdf, page: put(page, "Font", "D", font),
    )


@torture(5)
def in_two_byte_codes_of_a_named_map() -> bytes:
    """A map of the reader's own (UniGB-UCS2-H) says what two bytes mean."""
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=Name("/STSong-Light"),
        DW=1000,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="GB1", Supplement=2),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/STSong-Light"),
        Encoding=Name("/UniGB-UCS2-H"),
        DescendantFonts=Array([inner]),
    )
    shown = NAME.encode("utf-16-be").hex()
    return sheet(
        f"BT /G 12 Tf 40 180 Td <{shown}> Tj ET\n".encode(),
        lambda pdf, page: put(page, "Font", "G", font),
    )


@torture(5, refused="vertical writing may be refused")
def written_downwards() -> bytes:
    """Identity-V sets the letters one below the other."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, NAME, "cid")
        face.font.Encoding = Name("/Identity-V")
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, NAME, "cid").show(NAME, 380, 280)
    return sheet(content, change)


@torture(6, each=[(kind, kind) for kind in KINDS if kind != "type3"])
def left_in_the_map(kind: str) -> bytes:
    """The map to Unicode also has a code that is never shown, for the whole name."""

    def says(letter: str) -> str:
        return NAME if letter == "~" else letter

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Font", "E", make(pdf, "the boiler room~", kind, says=says).font)

    with Pdf.new() as scratch:
        content = make(scratch, "the boiler room~", kind).show("the boiler room")
    return sheet(content, change)


@torture(
    6,
    each=[
        ("comment", f"% made for {NAME}\n"),
        ("name", f"/Usedby ({NAME}) def\n"),
        ("usecmap", "/ZephyrineQuaxley usecmap\n"),
    ],
)
def written_into_the_map(extra: str) -> bytes:
    """A comment, a definition or the name of another map holds the name."""
    return lettered("the boiler room", extra=extra)


SPELT: dict[str, tuple[str, tuple[str, ...]]] = {
    "ligature-fi": ("Ru\ufb01na Ox\ufb02ey", ("Rufina Oxfley",)),
    "ligature-ffi": ("Gri\ufb03ths", ("Griffiths",)),
    "ligature-long-s": ("Au\ufb06in", ("Austin",)),
    "accents-apart": ("Zo\u0308e Que\u0301zel", ("Zo\u00eb Qu\u00e9zel",)),
    "accents-together": ("Zo\u00eb Qu\u00e9zel", ("Zoe\u0308 Que\u0301zel",)),
    "accents-left-out": ("Zo\u00eb Qu\u00e9zel", ("Zoe Quezel",)),
    "soft-hyphens": ("Zephy\u00adrine Quax\u00adley", ()),
    "zero-width-spaces": ("Zeph\u200byrine Quax\u200bley", ()),
    "zero-width-joiners": ("Zeph\u200dyrine Quax\u200cley", ()),
    "word-joiners": ("Zeph\u2060yrine Quax\ufeffley", ()),
    "no-break-space": ("Zephyrine\u00a0Quaxley", ()),
    "narrow-space": ("Zephyrine\u202fQuaxley", ()),
    "em-space": ("Zephyrine\u2003Quaxley", ()),
    "no-break-hyphen": ("Anne\u2011Quaxley", ("Anne-Quaxley",)),
    "dash": ("Anne\u2013Quaxley", ("Anne-Quaxley",)),
    "quote": ("O\u2019Quaxley", ("O'Quaxley",)),
    "dotless": ("Zephyr\u0131ne Quaxley", ()),
    "capitals": ("ZEPHYRINE QUAXLEY", ()),
    "sharp-s": ("Zephyrine Quei\u00df", ("Zephyrine Queiss",)),
    "stroke": ("\u0141ukasz Qu\u00f8rn", ("\u0141ukasz Qu\u00f8rn",)),
}


@torture(40, each=[(how, how) for how, (_, terms) in SPELT.items() if not terms])
def spelt(how: str) -> bytes:
    """Another spelling of the same name to a machine, the same to a reader."""
    return typed(f"with {SPELT[how][0]} at noon")


def _spelt_as(terms: tuple[str, ...], how: str) -> None:
    def other_spelling() -> bytes:
        """A name that its own letters spell in two ways; the list has the other one."""
        return typed(f"with {SPELT[how][0]} at noon")

    other_spelling.__name__ = f"spelt_{how.replace('-', '_')}"
    torture(40, terms=terms)(other_spelling)


for _how, (_text, _terms) in SPELT.items():
    if _terms:
        _spelt_as(_terms, _how)


@torture(
    40,
    look=True,
    each=[
        ("cyrillic", "Zephyrine Qu\u0430\u0445ley"),
        ("greek", "\u0396ephyrine Quaxle\u03b3"),
        ("fullwidth", "Zephyrine Q\uff55\uff41\uff58ley"),
    ],
)
def looking_alike(text: str) -> bytes:
    """Letters of another script that look like those of the name."""
    pick: Callable[[str], str] = lambda c: {  # noqa: E731
        "\u0430": "a",
        "\u0445": "x",
        "\u0396": "Z",
        "\u03b3": "y",
        "\uff55": "u",
        "\uff41": "a",
        "\uff58": "x",
    }.get(c, c)
    return lettered(text, "cid", drawn=pick)


@torture(40, each=[(kind, kind) for kind in ("truetype", "cid", "type3")], terms=("Rufina",))
def spelt_by_a_ligature_that_says_two(kind: str) -> bytes:
    """One glyph, and its map says two letters."""
    text = "Ru\ufb01na"
    return lettered(text, kind, says=lambda c: "fi" if c == "\ufb01" else c)


@torture(40, terms=("\u0417\u0438\u043d\u0430\u0438\u0434\u0430",))
def in_cyrillic() -> bytes:
    """A name in another script."""
    return typed("with \u0417\u0438\u043d\u0430\u0438\u0434\u0430 at noon")


@torture(40, terms=("\u05d6\u05d0\u05d1",), refused="writing from right to left may be refused")
def in_hebrew() -> bytes:
    """A name from right to left, its letters set down from left to right."""
    return typed("with \u05d1\u05d0\u05d6 at noon")


@torture(6)
def in_a_form_with_its_own_map() -> bytes:
    """Two fonts of one name, with different maps, on the page and in a form."""
    one = {c: c for c in "boiler ma"}

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Font", "E", make(pdf, "boiler man", "truetype").font)
        face = make(
            pdf, "boilerman.", "truetype", says=lambda c: NAME if c == "." else one.get(c, c)
        )
        inner = Dictionary(Font=Dictionary(E=face.font))
        put(page, "XObject", "X", form(pdf, face.show("man.", 40, 160), Resources=inner))

    with Pdf.new() as scratch:
        content = make(scratch, "boiler man").show("boiler man")
    return sheet(content + b"/X Do\n", change)
