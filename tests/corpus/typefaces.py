"""Leaks 7, 12 (Type 3) and 37: what font programs, their names and their procedures still say."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Page, Pdf

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.encodings import KINDS, lettered
from tests.corpus.letters import Face, make, named, outlines, type_1
from tests.corpus.paper import helvetica, put, sheet

KEPT = "then came a girl"


def _two_lines(kind: str, **how: object) -> bytes:
    """Return a sheet on which one font writes the name and words that stay."""
    both = NAME + KEPT

    def made(pdf: Pdf) -> Face:
        return make(pdf, both, kind, **how)  # type: ignore[arg-type]

    with Pdf.new() as scratch:
        face = made(scratch)
        content = face.show(NAME) + face.show(KEPT, 40, 150)
    return sheet(content, lambda pdf, page: put(page, "Font", "E", made(pdf).font))


@torture(7, each=[(kind, kind) for kind in KINDS])
def in_the_list_of_letters(kind: str) -> bytes:
    """The font has the letters used: Z, Q and x are the name's alone."""
    return _two_lines(kind)


@torture(7, each=[(kind, kind) for kind in KINDS])
def in_the_names_of_glyphs(kind: str) -> bytes:
    """A glyph is called by the whole name."""
    return _two_lines(
        kind, called=lambda c: {"Z": FIRST, "g": LAST, "l": "ZephyrineQuaxley"}.get(c, named(c))
    )


@torture(7, each=[(kind, kind) for kind in KINDS if kind != "type3"])
def in_the_list_of_a_descriptor(kind: str) -> bytes:
    """The font's descriptor lists the letters, or spells the name."""
    return _two_lines(kind, CharSet=f"/Z/Q/x/{FIRST}", FontFamily=NAME)


@torture(7)
def in_a_whole_typeface() -> bytes:
    """A glyph that nobody shows is drawn as the whole name."""
    both = KEPT + "~"

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, both, "type3", says=None)
        path = "".join(f"{p} f\n" for p in outlines(NAME, 0, 0, 100) if p)
        face.font.CharProcs.asciitilde = pdf.make_stream(f"1000 0 d0\n{path}".encode())
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, both, "type3").show(KEPT)
    return sheet(content, change)


@torture(12, look=True)
def drawn_whole_by_one_type_3_glyph() -> bytes:
    """One letter of a Type 3 font draws the whole name, and its map says a full stop."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, "a.", "type3")
        path = "".join(f"{p} f\n" for p in outlines(NAME, 0, 0, 1000) if p)
        face.font.CharProcs.period = pdf.make_stream(f"9000 0 d0\n{path}".encode())
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, "a.", "type3").show(".")
    return sheet(content, change)


@torture(12, each=[("seen", "~"), ("never-shown", "a")])
def written_inside_a_type_3_glyph(shown: str) -> bytes:
    """A glyph's procedure shows the name in another font, once on the page and once not."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, "a~", "type3", says=None)
        face.font.CharProcs.asciitilde = pdf.make_stream(
            f"9000 0 d0\nBT /F 1000 Tf ({NAME}) Tj ET\n".encode()
        )
        face.font.Resources = Dictionary(Font=Dictionary(F=helvetica()))
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, "a~", "type3").show(shown)
    return sheet(content, change)


@torture(12)
def noted_inside_a_type_3_glyph() -> bytes:
    """A comment and marked content in a glyph's procedure."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, KEPT, "type3")
        glyph = face.font.CharProcs.a.read_bytes()
        face.font.CharProcs.a = pdf.make_stream(
            glyph + f"% {NAME}\n/Span <</ActualText ({NAME})>> BDC EMC\n".encode()
        )
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, KEPT, "type3").show(KEPT)
    return sheet(content, change)


@torture(12)
def in_a_type_3_font_without_encoding() -> bytes:
    """A Type 3 font whose widths are nought: nothing moves on, nothing has a size."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, NAME, "type3")
        face.font.FontBBox = Array([0, 0, 0, 0])
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, NAME, "type3").show(NAME)
    return sheet(content, change)


@torture(37, each=[(kind, kind) for kind in ("truetype", "cid", "cff", "cidcff", "type1")])
def in_the_fonts_own_name(kind: str) -> bytes:
    """The font is called after the person, and its name table says whose it is."""
    return lettered(
        "the boiler room",
        kind,
        family="ABCDEF+ZephyrineQuaxley",
        names={0: f"(c) {NAME}", 1: NAME, 4: NAME, 6: "ZephyrineQuaxley", 9: NAME, 13: NAME},
    )


@torture(37)
def in_a_type_1_notice() -> bytes:
    """A Type 1 font's notice says who made it."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, KEPT, "type1")
        program = type_1({named(c): c for c in set(KEPT)}, "Made", f"by {NAME}")
        face.font.FontDescriptor.FontFile = pdf.make_stream(program, Length1=len(program))
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, KEPT, "type1").show(KEPT)
    return sheet(content, change)


@torture(37)
def in_an_unused_font() -> bytes:
    """A font that no letter uses is called after the person."""
    return sheet(
        change=lambda pdf, page: put(
            page, "Font", "Unused", make(pdf, NAME, family="ABCDEF+ZephyrineQuaxley").font
        )
    )


@torture(37)
def in_the_name_of_a_resource() -> bytes:
    """The page calls its font by the name, and so do its instructions."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Font", "ZephyrineQuaxley", helvetica())

    return sheet(b"BT /ZephyrineQuaxley 12 Tf 40 180 Td (the boiler room) Tj ET\n", change)


@torture(37)
def in_a_font_nobody_embeds() -> bytes:
    """A font of the person's name that is not in the file: any other takes its place."""
    font = helvetica()
    font.BaseFont = Name("/ZephyrineQuaxley")
    font.FirstChar, font.LastChar = 32, 126
    font.Widths = Array([500] * 95)
    font.FontDescriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/ZephyrineQuaxley"),
        FontFamily=NAME,
        Flags=32,
        FontBBox=Array([0, -200, 1000, 900]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
    )
    return sheet(
        b"BT /E 12 Tf 40 180 Td (the boiler room) Tj ET\n",
        lambda pdf, page: put(page, "Font", "E", font),
    )


@torture(37)
def in_an_ordering() -> bytes:
    """The registry and ordering of a font's characters hold the name."""

    def change(pdf: Pdf, page: Page) -> None:
        face = make(pdf, KEPT, "cid")
        face.font.DescendantFonts[0].CIDSystemInfo = Dictionary(
            Registry=FIRST, Ordering=LAST, Supplement=0
        )
        put(page, "Font", "E", face.font)

    with Pdf.new() as scratch:
        content = make(scratch, KEPT, "cid").show(KEPT)
    return sheet(content, change)
