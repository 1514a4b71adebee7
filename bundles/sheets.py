"""Proven pages in the bundle: each at its own size on a larger sheet, with a line above and below.

    ┌───────────────────────┐
    │ Document 3: Case note │  band of ours
    ├───────────────────────┤
    │     the page, as      │  a form of its own, clipped to what its page showed:
    │     it was proven     │  its size is kept, and nothing is drawn over it
    ├───────────────────────┤
    │ SAR-…     Page 42 of … │  band of ours
    └───────────────────────┘

Of a page only what draws it is taken. What else hangs on it or on its document stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pikepdf
from reportlab.lib.pagesizes import A4

from bundles.lettering import Lettering, ink, line_width, stroke, word_width
from bundles.lettering import number as decimal
from bundles.typeset import BASELINE, BOLD, HAIRLINE, INK, LINE_SIZE, QUIET, TEXT, page_of

_CUT = "…"
_LEAST_WIDTH = 420.0  # points: an A5 sheet, so that a title fits above a small page
_BAND = 34.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet for one page, in points. `scale` keeps our lines readable on very large pages."""

    width: float
    height: float
    scale: float

    @property
    def band(self) -> float:
        """Return the height of the band above the page, and of the one below."""
        return _BAND * self.scale

    @property
    def inset(self) -> float:
        """Return how far our lines stand from the sheet's edges."""
        return self.width * 0.06 + 10 * self.scale


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: a rectangle of its own space, turned clockwise, in its unit.

    Pages of a document are often alike in this, and then share what we set around them.
    """

    box: tuple[float, float, float, float]
    turned: int
    unit: float

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """Return what turns the rectangle upright in points (ISO 32000-1 §8.3.3)."""
        unit = self.unit
        wide, tall = (unit * (self.box[n + 2] - self.box[n]) for n in (0, 1))
        return {
            90: (0, -unit, unit, 0, 0, wide),
            180: (-unit, 0, 0, -unit, wide, tall),
            270: (0, unit, -unit, 0, tall, 0),
        }.get(self.turned, (unit, 0, 0, unit, 0, 0))

    @property
    def upright(self) -> tuple[float, float, float, float]:
        """Return the rectangle that the page takes once it is upright."""
        a, b, c, d, e, f = self.matrix
        x0, y0, x1, y1 = self.box
        xs = (a * x0 + c * y0 + e, a * x1 + c * y1 + e)
        ys = (b * x0 + d * y0 + f, b * x1 + d * y1 + f)
        return min(xs), min(ys), max(xs), max(ys)


def shown_of(page: pikepdf.Page) -> Shown:
    """Return what a page shows, as it is displayed: cropped, turned, in its own unit."""
    unit = float(page.obj["/UserUnit"]) if "/UserUnit" in page.obj else 1.0
    return _shown(page.cropbox.unparse(), int(page.rotation), unit)


@lru_cache(256)
def _shown(crop_box: bytes, turned: int, unit: float) -> Shown:
    x0, y0, x1, y1 = map(float, crop_box.strip(b"[] ").split())
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return Shown(box, turned % 360, unit)


@lru_cache(256)
def sheet_for(shown: Shown) -> Sheet:
    """Measure the sheet for a page."""
    x0, y0, x1, y1 = shown.upright
    width, height = x1 - x0, y1 - y0
    scale = max(1.0, width / A4[0])
    # Sheets of one name have one size to the last digit: a page of A4 is told in several ways.
    width, height = round(max(width, _LEAST_WIDTH), 2), round(height + 2 * _BAND * scale, 2)
    return Sheet(width, height, scale)


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands on the sheets of one document, and the letters that it is set in."""

    lettering: Lettering
    number: int
    title: str
    request: str
    pages: int

    def around(self, shown: Shown) -> bytes:
        """Return the content of a sheet but for its page number, the page being `/Document`."""
        sheet = sheet_for(shown)
        return "\n".join((_placed(shown, sheet), *self._band_above(sheet))).encode("ascii")

    def page_number(self, number: int, sheet: Sheet) -> bytes:
        """Return the content that comes after it: the page's number in the bundle."""
        size, words = LINE_SIZE * sheet.scale, page_of(number, self.pages)
        x = sheet.width - sheet.inset - line_width(words, TEXT, size)
        return self.lettering.line(words, TEXT, size, x, BASELINE * sheet.scale).encode("ascii")

    def _band_above(self, sheet: Sheet) -> Iterator[str]:
        """Tell which document it is, part our bands from the page, and begin the band below."""
        size, base, letters = (
            LINE_SIZE * sheet.scale,
            sheet.height - 21 * sheet.scale,
            self.lettering,
        )
        which = numbered(self.number)
        yield ink(INK)
        yield letters.line(which, BOLD, size, sheet.inset, base)
        start = sheet.inset + word_width(which + " ", BOLD, size)
        yield ink(QUIET)
        title = _fitted(self.title, sheet.width - sheet.inset - start, size)
        yield letters.line(title, TEXT, size, start, base)
        yield stroke(HAIRLINE, 0.5 * sheet.scale)
        for height in (sheet.height - sheet.band, sheet.band):
            yield f"0 {decimal(height)} m {decimal(sheet.width)} {decimal(height)} l S"
        yield letters.line(self.request, TEXT, size, sheet.inset, BASELINE * sheet.scale)


def numbered(number: int) -> str:
    """Return what a document is called above its pages, before its title."""
    return f"Document {number:,}:"


def words_on_sheets(titles: Iterable[str], request: str) -> Iterator[tuple[str, str]]:
    """Yield everything that can stand on a sheet, with its font."""
    yield numbered(1234567890), BOLD
    yield page_of(1234567890, 1234567890), TEXT
    yield from ((title, TEXT) for title in (_CUT, request, *titles))


@lru_cache(256)
def _placed(shown: Shown, sheet: Sheet) -> str:
    """Return what draws the page in the middle of its room, made smaller where it has to be."""
    x0, y0, x1, y1 = shown.upright
    room = sheet.height - 2 * sheet.band
    scale = min(1.0, sheet.width / (x1 - x0), room / (y1 - y0))
    x = (sheet.width - scale * (x0 + x1)) / 2
    y = (sheet.height - scale * (y0 + y1)) / 2
    factor = f"{scale:.6f}".rstrip("0").rstrip(".")
    return f"q {factor} 0 0 {factor} {decimal(x)} {decimal(y)} cm /Document Do Q"


def _fitted(title: str, room: float, size: float) -> str:
    """Shorten a title with an ellipsis until it fits."""
    shown = title
    while shown and word_width(shown, TEXT, size) > room:
        shown = shown[:-2].rstrip() + _CUT
    return shown
