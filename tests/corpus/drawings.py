"""Leak 17: text that is drawn, not written."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Page, Pdf
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.corpus.case import LAST, NAME, torture
from tests.corpus.letters import outlines
from tests.corpus.paper import form, line, put, sheet

BIG = {"x": 40.0, "y": 140.0, "size": 22.0}


def _drawn(text: str = NAME) -> list[str]:
    return [path for path in outlines(text, **BIG) if path]


@torture(17, look=True)
def in_one_path() -> bytes:
    """The whole name is one path."""
    return sheet(("\n".join(_drawn()) + " f\n").encode())


@torture(17, look=True)
def in_one_path_with_what_stays() -> bytes:
    """One path has the name and the words around it: what a paragraph becomes."""
    kept = outlines("a bench in the sun", 40, 100, 18)
    return sheet(("\n".join(_drawn() + kept) + " f*\n").encode())


@torture(17, look=True)
def in_a_path_a_letter() -> bytes:
    """Each letter is a path of its own."""
    return sheet(" f\n".join([*_drawn(), ""]).encode())


@torture(17, look=True)
def in_strokes() -> bytes:
    """The outlines are stroked, not filled."""
    return sheet(("0.6 w " + " S\n".join([*_drawn(), ""])).encode())


@torture(17, look=True)
def in_a_path_that_is_a_clip() -> bytes:
    """The outlines are a clip, and a box is painted through it."""
    return sheet(("q " + "\n".join(_drawn()) + " W n 0 g 0 0 420 300 re f Q\n").encode())


@torture(17, look=True)
def in_a_path_that_is_a_clip_for_a_shading() -> bytes:
    """The outlines are a clip, and a gradient is painted through it."""
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceRGB,
        Coords=Array([0, 0, 420, 0]),
        Function=Dictionary(
            FunctionType=2, Domain=Array([0, 1]), C0=Array([0.4, 0, 0]), C1=Array([0, 0, 0.4]), N=1
        ),
        Extend=Array([True, True]),
    )
    return sheet(
        ("q " + "\n".join(_drawn()) + " W n /S sh Q\n").encode(),
        resources={"Shading": Dictionary(S=shading)},
    )


@torture(
    17,
    look=True,
    each=[
        ("level", "0.5 g 1 0 0 1 60 120 cm"),
        ("pale", "0.85 g 1 0 0 1 60 120 cm"),
        ("aslant", "0.85 g 0.669 0.743 -0.743 0.669 120 150 cm"),
    ],
)
def in_a_path_of_a_watermark(placed: str) -> bytes:
    """The surname is a watermark, in very large outlines and in grey."""
    large = "\n".join(path for path in outlines(LAST, 0, 0, 72) if path)
    return sheet(f"q {placed} {large} f Q\n".encode(), size=(595, 560))


@torture(17, look=True)
def in_a_path_left_out_of_a_box() -> bytes:
    """A black box has the letters cut out of it."""
    return sheet(("0 g 30 130 340 36 re " + "\n".join(_drawn()) + " f*\n").encode())


@torture(17, look=True)
def in_a_path_of_a_form() -> bytes:
    """The outlines stand in a form, at another size."""
    small = "\n".join(outlines(NAME, 0, 0, 1)) + " f"

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, small.encode(), BBox=Array([-1, -1, 40, 3])))

    return sheet(b"q 22 0 0 22 40 140 cm /X Do Q\n", change)


@torture(17, look=True)
def in_white_paths_under_grey() -> bytes:
    """White outlines on a grey band."""
    return sheet(("q 0.4 g 30 130 340 36 re f 1 g " + "\n".join(_drawn()) + " f Q\n").encode())


FIVE_BY_SEVEN = {
    "Z": "1f 01 02 04 08 10 1f",
    "e": "00 00 0e 11 1f 10 0e",
    "p": "00 00 1e 11 1e 10 10",
    "h": "10 10 16 19 11 11 11",
    "y": "00 00 11 11 0f 01 0e",
    "r": "00 00 16 19 10 10 10",
    "i": "04 00 0c 04 04 04 0e",
    "n": "00 00 16 19 11 11 11",
    "Q": "0e 11 11 11 15 12 0d",
    "u": "00 00 11 11 11 13 0d",
    "a": "00 00 0e 01 0f 11 0f",
    "x": "00 00 11 0a 04 0a 11",
    "l": "0c 04 04 04 04 04 0e",
    "t": "08 08 1c 08 08 09 06",
}


@torture(17, look=True, each=[("boxes", "re f"), ("lines", "l S")])
def in_dots_of_a_printer(how: str) -> bytes:
    """Letters of five by seven dots: nothing but small level boxes or dashes."""
    out = []
    for at, letter in enumerate("Zephyrine"):
        for y, row in enumerate(FIVE_BY_SEVEN[letter].split()):
            for x in range(5):
                if int(row, 16) >> (4 - x) & 1:
                    left, low = 40 + at * 18 + x * 3, 150 - y * 3
                    out.append(
                        f"{left} {low} 3 3 re f"
                        if how == "re f"
                        else f"3 w {left} {low + 1.5} m {left + 3} {low + 1.5} l S"
                    )
    return sheet(("\n".join(out) + "\n").encode())


@torture(17, look=True)
def in_a_signature() -> bytes:
    """A few long curves, as of a hand: nobody can read them by machine, and they are a name."""
    return sheet(
        b"1.2 w 60 150 m 90 190 110 120 130 160 c 150 190 150 130 170 150 c 190 170 200 140 220 155 c"
        b" S\n" + line(f"signed: {NAME}", 60, 130)
    )


@torture(17, look=True, stays=("Tuesday", "warden", "garden", "column"))
def in_a_table_of_ruling_lines() -> bytes:
    """The name stands in a ruled cell, and ruling goes through its box."""
    rules = b"0.5 w 36 110 m 380 110 l S 36 130 m 380 130 l S 36 110 m 36 130 l S 200 110 m 200 130 l S\n"
    return sheet(rules + line(NAME, 40, 116) + line("next column", 205, 116))


@torture(
    17,
    look=True,
    each=[
        ("white", "1 g"),
        ("nearly-white", "0.995 g"),
        ("on-its-band", "0.2 0.3 0.6 rg 20 120 380 60 re f 0.2 0.3 0.6 rg"),
        ("on-black", "0 g 20 120 380 60 re f"),
        ("multiplied", "/Multiply gs 1 g"),
        ("screened", "1 g 0 0 420 190 re f /Screen gs 0 g"),
    ],
)
def in_outlines_that_nobody_sees(colour: str) -> bytes:
    """The outlines are as their ground: whoever changes their colour reads the name."""
    modes = Dictionary(
        {f"/{mode}": Dictionary(BM=Name(f"/{mode}")) for mode in ("Multiply", "Screen")}
    )
    drawn = f"q {colour} " + "\n".join(_drawn()) + " f Q\n"
    return sheet(drawn.encode(), resources={"ExtGState": modes})


@torture(17, look=True)
def in_strokes_that_nobody_sees() -> bytes:
    """The outlines are stroked in white."""
    return sheet(("q 1 G 0.6 w " + " S\n".join([*_drawn(), ""]) + "Q\n").encode())


def _struck(pieces: tuple[str, ...], draw: Callable[[float, float], str]) -> bytes:
    """Return a line of which every other piece is struck out."""
    x, drawn = 40.0, list[str]()
    for number, piece in enumerate(pieces):
        wide = stringWidth(piece, "Helvetica", 12)
        if number % 2:
            drawn.append(draw(x, x + wide))
        x += wide
    return line("".join(pieces), 40, 160) + "\n".join([*drawn, ""]).encode()


STRUCK: dict[str, tuple[tuple[str, ...], Callable[[float, float], str]]] = {
    "bar": (
        ("Ze", "XX", "phyrine Qua", "t", "xley"),
        lambda a, b: f"{a:.2f} 163.4 {b - a:.2f} 0.8 re f",
    ),
    "line": (
        ("Ze", "XX", "phyrine Qua", "t", "xley"),
        lambda a, b: f"0.7 w {a:.2f} 163.6 m {b:.2f} 163.6 l S",
    ),
    "two-lines": (
        ("Ze", "XX", "phyrine"),
        lambda a, b: f"0.4 w {a:.2f} 163 m {b:.2f} 163 l {a:.2f} 165 m {b:.2f} 165 l S",
    ),
    "shrunk": (
        ("Ze", "XX", "phyrine"),
        lambda a, b: f"q .1 0 0 .1 0 0 cm 7 w {a * 10:.1f} 1636 m {b * 10:.1f} 1636 l S Q",
    ),
    "first": (("met ", "M", "Zephyrine"), lambda a, b: f"{a:.2f} 163.4 {b - a:.2f} 0.8 re f"),
    "a-word": (("met Zephyrine", " May", " Quaxley"),
               lambda a, b: f"{a:.2f} 163.4 {b - a:.2f} 0.8 re f"),
}  # fmt: skip


@torture(17, look=True, each=list(STRUCK.items()))
def in_struck_letters(struck: tuple[tuple[str, ...], Callable[[float, float], str]]) -> bytes:
    """A line through some letters says that they are to be left out: the name is there without."""
    return sheet(_struck(*struck))


@torture(17, look=True)
def in_letters_that_a_comment_strikes() -> bytes:
    """A reader's note strikes the letters out."""
    rect = [
        40 + stringWidth("Ze", "Helvetica", 12), 157.5,
        40 + stringWidth("ZeXX", "Helvetica", 12), 169.5,
    ]  # fmt: skip
    x0, y0, x1, y1 = rect

    def change(pdf: Pdf, page: Page) -> None:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.StrikeOut, Rect=Array(rect), F=4, C=Array([0, 0, 0]),
            QuadPoints=Array([x0, y1, x1, y1, x0, y0, x1, y0]),
        )  # fmt: skip
        page.obj.Annots = Array([pdf.make_indirect(note)])

    return sheet(line("ZeXXphyrine", 40, 160), change)
