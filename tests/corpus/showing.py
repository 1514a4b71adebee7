"""Leaks 1 and 2: text under drawn boxes, and text shown in pieces, arrays, escapes and hex."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Page, Pdf

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.paper import SEEN, UNNAMED, form, helvetica, line, put, sheet

WIDTHS = {
    " ": 278,
    "Z": 611,
    "e": 556,
    "p": 556,
    "h": 556,
    "y": 500,
    "r": 333,
    "i": 222,
    "n": 556,
    "Q": 778,
    "u": 556,
    "a": 556,
    "x": 500,
    "l": 222,
}


def places(text: str, x: float, size: float = 12) -> list[tuple[str, float]]:
    """Return each letter of a text with where it begins."""
    found = []
    for letter in text:
        found.append((letter, x))
        x += WIDTHS[letter] * size / 1000
    return found


@torture(1, each=[("black", b"0 g"), ("white", b"1 g"), ("cmyk", b"0 0 0 1 k")])
def under_a_drawn_box(colour: bytes) -> bytes:
    """A box is painted over the name, as people do who trust their eyes."""
    return sheet(b"q " + colour + b" 105 234 130 16 re f Q\n")


@torture(1)
def under_a_thick_line() -> bytes:
    """A stroke as thick as the letters goes over the name."""
    return sheet(b"q 16 w 105 243 m 235 243 l S Q\n")


@torture(1)
def under_a_shading() -> bytes:
    """A gradient that ends black on both sides covers the name."""
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceGray,
        Coords=Array([0, 0, 1, 0]),
        Function=Dictionary(
            FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([0]), N=1
        ),
        Extend=Array([True, True]),
    )
    return sheet(b"q 105 234 130 16 re W n /S sh Q\n", resources={"Shading": Dictionary(S=shading)})


@torture(1)
def under_a_form() -> bytes:
    """The covering box is a form of its own."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, b"0 g 105 234 130 16 re f"))

    return sheet(b"/X Do\n", change)


@torture(1)
def black_on_black() -> bytes:
    """The box lies under the letters, which have its colour."""
    return sheet(before=b"q 0 g 105 234 130 16 re f Q\n")


@torture(1)
def under_multiplied_ink() -> bytes:
    """A marker that multiplies lies over the name, which shows through."""
    states = Dictionary(G=Dictionary(BM=Name.Multiply, ca=0.9))
    return sheet(b"q /G gs 1 1 0 rg 105 234 130 16 re f Q\n", resources={"ExtGState": states})


@torture(2)
def shown_by_five_operators() -> bytes:
    """The name is shown in five pieces."""
    return sheet(b"BT /F 12 Tf 40 180 Td (Zep) Tj (hyr) Tj (ine Q) Tj (uax) Tj (ley) Tj ET\n")


@torture(2)
def shown_with_kerning() -> bytes:
    """An array moves each letter a little."""
    pieces = " ".join(f"({c}) {(-1) ** i * 15}" for i, c in enumerate(NAME))
    return sheet(f"BT /F 12 Tf 40 180 Td [{pieces}] TJ ET\n".encode())


@torture(2)
def shown_letter_by_letter_td() -> bytes:
    """Each letter has its own step."""
    x, out = 40.0, "BT /F 12 Tf 40 180 Td "
    for letter, at in places(NAME, 40):
        out += f"{at - x:.3f} 0 Td ({letter}) Tj "
        x = at
    return sheet(out.encode() + b"ET\n")


@torture(2)
def shown_letter_by_letter_tm() -> bytes:
    """Each letter has its own matrix."""
    shown = "".join(f"1 0 0 1 {x:.3f} 180 Tm ({c}) Tj " for c, x in places(NAME, 40))
    return sheet(f"BT /F 12 Tf {shown} ET\n".encode())


@torture(2)
def shown_letter_by_letter_objects() -> bytes:
    """Each letter is a text object of its own, within its own saved state."""
    shown = "".join(
        f"q 1 0 0 1 {x:.3f} 180 cm BT /F 12 Tf ({c}) Tj ET Q\n" for c, x in places(NAME, 40)
    )
    return sheet(shown.encode())


@torture(2)
def shown_backwards() -> bytes:
    """The last letter is shown first: nothing in the file reads forwards."""
    shown = "".join(f"1 0 0 1 {x:.3f} 180 Tm ({c}) Tj " for c, x in reversed(places(NAME, 40)))
    return sheet(f"BT /F 12 Tf {shown} ET\n".encode())


@torture(2)
def shown_every_other_letter() -> bytes:
    """The odd letters are shown first, then the even ones between them."""
    at = places(NAME, 40)
    shown = "".join(f"1 0 0 1 {x:.3f} 180 Tm ({c}) Tj " for c, x in at[::2] + at[1::2])
    return sheet(f"BT /F 12 Tf {shown} ET\n".encode())


@torture(2)
def shown_by_one_array_backwards() -> bytes:
    """One array draws the last letter first and goes back by its numbers."""
    x, pieces = 40.0, ""
    for letter, at in reversed(places(NAME, 40)):
        pieces += f"{(x - at) * 1000 / 12:.1f} ({letter}) "
        x = at + WIDTHS[letter] * 12 / 1000
    return sheet(f"BT /F 12 Tf 40 180 Td [{pieces}] TJ ET\n".encode())


@torture(2)
def among_another_word() -> bytes:
    """The name is shown in one array with a word that stays, whose letters come between."""
    name, kept = places(NAME, 40), places("nie alle reine hier"[: len(NAME)], 40)
    x, pieces = 40.0, ""
    for (a, at), (b, bt) in zip(name, kept, strict=True):
        pieces += f"{(x - at) * 1000 / 12:.1f} ({a}) "
        x = at + WIDTHS[a] * 12 / 1000
        pieces += f"{(x - bt - 200) * 1000 / 12:.1f} ({b}) "
        x = bt + 200 + WIDTHS[b] * 12 / 1000
    return sheet(f"BT /F 12 Tf 40 180 Td [{pieces}] TJ ET\n".encode())


@torture(2, each=[("tight", ""), ("spaced", " \n")])
def in_hex(gap: str) -> bytes:
    """The name is written in hexadecimal, with white space between the digits."""
    digits = gap.join(NAME.encode().hex())
    return sheet(f"BT /F 12 Tf 40 180 Td <{digits}> Tj ET\n".encode())


@torture(2)
def in_odd_hex() -> bytes:
    """The last digit is missing: a nought is meant."""
    return sheet(f"BT /F 12 Tf 40 180 Td <{(NAME + ' P').encode().hex()[:-1]}> Tj ET\n".encode())


@torture(2, each=[("three", 3), ("short", 0)])
def in_octal(digits: int) -> bytes:
    """Every letter is an octal escape; short ones end where the next begins."""
    shown = "".join(f"\\{ord(c):0{digits}o}" for c in NAME)
    return sheet(f"BT /F 12 Tf 40 180 Td ({shown}) Tj ET\n".encode())


@torture(2)
def in_a_broken_string() -> bytes:
    """Backslashes at line ends and needless ones part the string."""
    return sheet(b"BT /F 12 Tf 40 180 Td (Ze\\\nphy\\\r\nri\\\rn\\e Qu\\axl\\ey) Tj ET\n")


@torture(2)
def by_quotes() -> bytes:
    """The operators ' and \" move to the next line before they show."""
    return sheet(
        b"BT /F 12 Tf 14 TL 40 200 Td (On Tuesday) Tj (" + FIRST.encode() + b" ) '"
        b" 1 0.5 (" + LAST.encode() + b' came) " T* (and left) Tj ET\n'
    )


@torture(2)
def by_leading() -> bytes:
    """TD sets the leading that T* uses."""
    return sheet(
        f"BT /F 12 Tf 40 200 Td 0 -16 TD (seen) Tj T* ({FIRST}) Tj T* ({LAST}) Tj ET\n".encode()
    )


@torture(2)
def in_two_streams() -> bytes:
    """The contents are an array, and the name is cut between two of its streams."""

    def change(pdf: Pdf, page: Page) -> None:
        parts = [SEEN + b"BT /F 12 Tf 40 180 Td [(Zephy)", b"(rine)] TJ ( Qua) Tj", b"(xley) Tj ET"]
        page.obj.Contents = Array([pdf.make_stream(part) for part in parts])

    return sheet(change=change)


@torture(2)
def in_two_streams_operand_apart() -> bytes:
    """One stream ends with the string, the next begins with its operator."""

    def change(pdf: Pdf, page: Page) -> None:
        parts = [SEEN + b"BT /F 12 Tf 40 180 Td (" + NAME.encode() + b")", b"Tj ET"]
        page.obj.Contents = Array([pdf.make_stream(part) for part in parts])

    return sheet(change=change)


@torture(2)
def in_two_fonts() -> bytes:
    """The name changes its font at every other letter."""
    shown = "".join(f"/{'FB'[i % 2]} 12 Tf ({c}) Tj " for i, c in enumerate(NAME))
    bold = helvetica()
    bold.BaseFont = Name("/Helvetica-Bold")
    return sheet(
        f"BT 40 180 Td {shown} ET\n".encode(),
        lambda pdf, page: put(page, "Font", "B", bold),
    )


@torture(2)
def with_a_drop_cap() -> bytes:
    """The first letter is three lines high."""
    return sheet(
        line("Z", 40, 150, 40) + line("ephyrine Quaxley was", 66, 168) + line("seen there", 66, 154)
    )


@torture(2)
def in_small_capitals() -> bytes:
    """Small capitals are large ones in another size."""
    return sheet(
        b"BT 40 180 Td /F 14 Tf (Z) Tj /F 10 Tf (EPHYRINE) Tj /F 14 Tf ( Q) Tj /F 10 Tf (UAXLEY) Tj"
        b" ET\n"
    )


@torture(2)
def half_in_a_form() -> bytes:
    """The page shows the first half, a form the second."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line("yrine Quaxley", 67.34, 180)))

    return sheet(line("Zeph") + b"/X Do\n", change)


@torture(2)
def in_the_font_of_a_graphics_state() -> bytes:
    """The font is set by a graphics state, not by Tf."""

    def change(pdf: Pdf, page: Page) -> None:
        font = pdf.make_indirect(helvetica())
        put(page, "ExtGState", "G", Dictionary(Font=Array([font, 12])))

    return sheet(f"BT /G gs 40 180 Td ({NAME}) Tj ET\n".encode(), change)


@torture(2)
def after_a_restored_state() -> bytes:
    """Font and spacing come back from a saved state."""
    return sheet(f"BT /F 12 Tf ET q BT /F 30 Tf 9 Tc ET Q BT 40 180 Td ({NAME}) Tj ET\n".encode())


@torture(2)
def beside_an_only_name() -> bytes:
    """The page has the name alone; what is around it stands elsewhere."""
    return sheet(line(NAME, 40, 180), seen=UNNAMED)
