"""Leaks 13 and 17: letters that are made of points, in drawings and from a printer with needles."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from pikepdf import Array, Dictionary, Name, Page, Pdf
from PIL import Image, ImageDraw, ImageFilter

from tests.corpus.case import NAME, torture
from tests.corpus.drawings import FIVE_BY_SEVEN
from tests.corpus.paper import put, sheet

Places = Sequence[tuple[float, float]]
_CURVE = 0.5523
_DPI = 300
# Nine needles: two of them set what hangs below the line.
NEEDLES = {
    **FIVE_BY_SEVEN,
    "p": "00 00 1e 11 11 11 1e 10 10",
    "y": "00 00 11 11 11 11 0f 01 0e",
}


def needles(text: str) -> list[tuple[int, int]]:
    """Return where a printer with needles sets its dots, in columns and rows."""
    return [
        (6 * at + x, y)
        for at, letter in enumerate(text)
        for y, row in enumerate(NEEDLES.get(letter, "").split())
        for x in range(5)
        if int(row, 16) >> (4 - x) & 1
    ]


def _strewn(step: float = 3.2) -> Places:
    return [(round(40 + x * step, 2), round(150 - y * step, 2)) for x, y in needles(NAME)]


def circle(x: float, y: float, reach: float) -> str:
    """Return the path of a circle."""
    bend = _CURVE * reach
    return (
        f"{x - reach} {y} m {x - reach} {y + bend} {x - bend} {y + reach} {x} {y + reach} c "
        f"{x + bend} {y + reach} {x + reach} {y + bend} {x + reach} {y} c "
        f"{x + reach} {y - bend} {x + bend} {y - reach} {x} {y - reach} c "
        f"{x - bend} {y - reach} {x - reach} {y - bend} {x - reach} {y} c f"
    )


DRAWN: dict[str, Callable[[float, float], str]] = {
    "circles": lambda x, y: circle(x, y, 0.8),
    "specks": lambda x, y: circle(x, y, 0.3),
    "squares": lambda x, y: f"{x - 0.8} {y - 0.8} 1.6 1.6 re f",
    "round-ends": lambda x, y: f"1 J 1.6 w {x} {y} m {x} {y} l S",
}


@torture(17, look=True, each=DRAWN.items())
def in_points(draw: Callable[[float, float], str]) -> bytes:
    """Dots that stand apart draw the name."""
    return sheet("\n".join(draw(x, y) for x, y in _strewn()).encode() + b"\n")


@torture(17, look=True, each=[("full-stops", ("2E", 18.0, 0.139)), ("bullets", ("95", 5.0, 0.175))])
def in_strewn_signs(sign: tuple[str, float, float]) -> bytes:
    """Full stops or bullets, each set by itself, draw the name."""
    code, size, middle = sign
    shown = (f"1 0 0 1 {x - middle * size} {y} Tm <{code}> Tj" for x, y in _strewn())
    return sheet(f"BT /F {size} Tf {' '.join(shown)} ET\n".encode())


@torture(17, look=True)
def in_strewn_procedures() -> bytes:
    """The dots are letters of a font whose letters are procedures."""

    def change(pdf: Pdf, page: Page) -> None:
        dot = pdf.make_stream(f"1000 0 0 0 1000 1000 d1 {circle(500, 500, 500)}".encode())
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary({"/dot": dot}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([46, Name.dot])),
            FirstChar=46,
            LastChar=46,
            Widths=Array([1000]),
            Resources=Dictionary(),
        )
        put(page, "Font", "D", pdf.make_indirect(font))

    shown = (f"1 0 0 1 {x} {y} Tm <2E> Tj" for x, y in _strewn())
    return sheet(f"BT /D 1.6 Tf {' '.join(shown)} ET\n".encode(), change)


@torture(17, look=True)
def in_stamps_of_one_pixel() -> bytes:
    """A picture of one black pixel, drawn many times, draws the name."""

    def change(pdf: Pdf, page: Page) -> None:
        pixel = pdf.make_stream(
            b"\0",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        put(page, "XObject", "I", pdf.make_indirect(pixel))

    drawn = "\n".join(f"q 1.6 0 0 1.6 {x} {y} cm /I Do Q" for x, y in _strewn())
    return sheet(drawn.encode() + b"\n", change)


def needled(lines: Sequence[str], dpi: int, step: float, dot: float) -> Image.Image:
    """Return lines from a printer with needles as a scanner sees them; steps and dots in points."""
    fine = 4 * dpi / 72
    across, down = max(map(len, lines)) * 6 * step + 60, len(lines) * 14 * step + 60
    page = Image.new("L", (round(across * fine), round(down * fine)), 250)
    brush = ImageDraw.Draw(page)
    for number, line in enumerate(lines):
        for x, y in needles(line):
            at = (30 + x * step) * fine, (30 + (14 * number + y) * step) * fine
            brush.circle(at, dot / 2 * fine, fill=40)
    small = page.resize((page.width // 4, page.height // 4), Image.Resampling.LANCZOS)
    return small.filter(ImageFilter.GaussianBlur(0.5))


def _file(kind: str) -> bytes:
    out = io.BytesIO()
    page = needled(["a line in the rain", NAME, "are here all year"], _DPI, 1.6, 1.0)
    keys = {"resolution": float(_DPI)} if kind == "PDF" else {"dpi": (_DPI, _DPI)}
    page.save(out, kind, **keys)
    return out.getvalue()


@torture(13, look=True, stays=())
def in_a_scan_from_a_printer_with_needles() -> bytes:
    """A scan whose letters are dots that stand apart."""
    return _file("PDF")


@torture("png", suffix=".png", look=True, stays=())
def from_a_printer_with_needles() -> bytes:
    """A picture whose letters are dots that stand apart."""
    return _file("PNG")


@torture("tiff", suffix=".tiff", look=True, stays=())
def by_a_printer_with_needles() -> bytes:
    """A fine scan whose letters are dots that stand apart."""
    return _file("TIFF")
