"""Leak 40: the same person in other words, in other places, over lines and pages."""

from __future__ import annotations

from pikepdf import Page, Pdf

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.paper import SIZE, line, sheet


@torture(
    40,
    each=[
        ("capitals", "ZEPHYRINE QUAXLEY"),
        ("small", "zephyrine quaxley"),
        ("mixed", "zEPHYRINE qUAXLEY"),
        ("turned-round", "QUAXLEY, Zephyrine"),
        ("possessive", "Quaxley's mother"),
        ("title", "Mrs Quaxley rang"),
        ("with-comma", "Zephyrine, Quaxley"),
        ("quoted", "'Zephyrine'"),
        ("bracketed", "(Zephyrine)[Quaxley]"),
        ("slash", "Zephyrine/Quaxley"),
        ("two-spaces", "Zephyrine   Quaxley"),
        ("dotted", "Zephyrine.Quaxley"),
        ("address", "mail zephyrine.quaxley@example.org"),
        ("path", "C:\\Zephyrine\\Quaxley.doc"),
        ("underscored", "zephyrine_quaxley_notes.doc"),
        ("hashed", "#Zephyrine"),
        ("hyphened", "Anne-Zephyrine Quaxley-Marsh"),
        ("full-stop", "It was Zephyrine."),
        ("digits", "1.Zephyrine 2.Quaxley"),
        ("ellipsis", "Zephyrine...Quaxley"),
    ],
)
def written(text: str) -> bytes:
    """The name in the forms in which people write names."""
    return sheet(line(text))


@torture(40, each=[("spaces", " "), ("dots", "."), ("hyphens", "-"), ("two", "  ")])
def letter_spaced(gap: str) -> bytes:
    """A space, a point or a dash stands between the letters."""
    return sheet(line(gap.join(FIRST), 40, 180))


@torture(
    40,
    each=[
        ("hyphen", "Zephy-|rine Quaxley"),
        ("soft", "Zephy\u00ad|rine Quaxley"),
        ("no-hyphen", "Zephyrine|Quaxley"),
        ("three", "Ze-|phy-|rine"),
    ],
)
def over_lines(text: str) -> bytes:
    """A line ends within the name."""
    parts = text.split("|")
    return sheet(b"".join(line(part, 40, 180 - 14 * n) for n, part in enumerate(parts)))


@torture(40)
def over_two_pages() -> bytes:
    """A page ends within the name."""

    def finish(pdf: Pdf, page: Page) -> None:
        second = pdf.add_blank_page(page_size=SIZE)
        second.obj.Resources = page.obj.Resources
        second.obj.Contents = pdf.make_stream(line(f"{LAST} was in the second garden", 40, 250))

    return sheet(line(f"and then {FIRST}", 40, 40), finish=finish)


@torture(40)
def in_a_header_of_five_pages() -> bytes:
    """Every page repeats the name at its head and its foot."""

    def finish(pdf: Pdf, page: Page) -> None:
        for n in range(4):
            more = pdf.add_blank_page(page_size=SIZE)
            more.obj.Resources = page.obj.Resources
            more.obj.Contents = pdf.make_stream(
                line(f"File of {NAME}", 200, 285, 9)
                + line(f"page {n}", 40, 150)
                + line(NAME, 40, 10, 6)
            )

    return sheet(finish=finish)


@torture(40)
def in_two_columns() -> bytes:
    """The name is broken over two lines of a column, beside another column."""
    left = [FIRST, f"{LAST} came", "on foot"]
    right = ["a bench", "in the sun", "and shade"]
    return sheet(
        b"".join(
            line(a, 40, 180 - 14 * n) + line(b, 140, 180 - 14 * n)
            for n, (a, b) in enumerate(zip(left, right, strict=True))
        )
    )


@torture(40, each=[("with-hyphen", "-"), ("without", "")])
def wrapped_in_a_cell(hyphen: str) -> bytes:
    """The name is parted over two lines of a cell; the file goes on with the cells beside it."""
    rows = [(FIRST[:5] + hyphen, "3 May 2001", "the bench"), (FIRST[5:], "10:00", "the shade")]
    return sheet(
        b"".join(
            line(text, x, 180 - 13 * n)
            for n, row in enumerate(rows)
            for text, x in zip(row, (40, 140, 240), strict=True)
        )
    )


@torture(40, terms=(NAME,))
def over_numbered_lines() -> bytes:
    """A transcript: each line has its number, and the name goes on over one."""
    said = ("Q. And who was it?", f"A. That was {FIRST}", f"{LAST}, I believe.", "Q. Nobody else?")
    return sheet(
        b"".join(line(f"{n}   {text}", 40, 340 - 14 * n) for n, text in enumerate(said, start=11))
    )


@torture(40, each=[("round", "Z(ephyrine) (Q)uaxley"), ("square", "Zeph[yrine] Qua[xl]ey")])
def in_brackets(said: str) -> bytes:
    """An editor's brackets stand within the words of the name."""
    return sheet(line(f"with {said} at noon"))


@torture(40)
def in_cells_of_a_table() -> bytes:
    """First and last name stand in cells of their own, far apart."""
    return sheet(line(FIRST, 40, 180) + line(LAST, 200, 180) + line("a bench", 320, 180))


@torture(40)
def in_overlapping_words() -> bytes:
    """The name is overprinted with a word that stays."""
    return sheet(line(NAME, 40, 180) + line("confidential", 60, 180))


@torture(40, each=[("wide", 4.0), ("very-wide", 9.0)])
def with_wide_tracking(space: float) -> bytes:
    """The letters stand apart by the text's own spacing."""
    return sheet(f"BT /F 11 Tf {space} Tc 40 180 Td ({NAME}) Tj ET\n".encode())


@torture(40)
def glued_to_its_neighbours() -> bytes:
    """The words have no spaces; only steps part them."""
    return sheet(
        b"BT /F 12 Tf 40 180 Td [(then) -250 (Zephyrine) -250 (Quaxley) -250 (came)] TJ ET\n"
    )


@torture(40, each=[("close", 200), ("closer", 120)])
def with_narrow_steps_for_spaces(step: int) -> bytes:
    """The steps between the words are narrower than a space."""
    text = f"[(then) -{step} (Zephyrine) -{step} (Quaxley) -{step} (came)]"
    return sheet(f"BT /F 12 Tf 40 180 Td {text} TJ ET\n".encode())


@torture(40)
def with_a_raised_ending() -> bytes:
    """A part of the name is raised and smaller, as in 1st."""
    return sheet(
        b"BT /F 12 Tf 40 180 Td (Zephyri) Tj /F 8 Tf 4 Ts (ne) Tj 0 Ts /F 12 Tf ( Quaxley) Tj ET\n"
    )


@torture(40)
def with_letters_out_of_order() -> bytes:
    """Two names are drawn at once, a letter of one after a letter of the other."""
    a, b = "", ""
    x = 0.0
    for one, other in zip(NAME, "a bench in the sun", strict=False):
        a += f"1 0 0 1 {40 + x:.1f} 180 Tm ({one}) Tj 1 0 0 1 {40 + x:.1f} 160 Tm ({other}) Tj "
        x += 9
    return sheet(f"BT /F 12 Tf {a}{b} ET\n".encode())
