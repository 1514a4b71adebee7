"""A table of short lines that may be a thousand rows long, and lies over many pages.

Every cell is words in one style. Rows stay whole; headings are repeated on every page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from bundles.lettering import Lettering, ink, number, stroke, word_width

_ABOVE, _BELOW, _BESIDE = 4.5, 5.5, 6.0
_RULE = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in a style, set as they are. `leads_to` names the place that they are a link to."""

    words: str
    style: ParagraphStyle
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link lies on its page, in points from the lower left, and the place it leads to."""

    box: tuple[float, float, float, float]
    leads_to: str


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[Cell, tuple[str, ...]], ...]
    height: float


class Unkept(Canvas):
    """Pages that are laid out to see where things fall, and then laid out again."""

    def save(self) -> None:
        """Write nothing."""


class Rows(Flowable):
    """Rows under headings, with a hairline below each."""

    def __init__(
        self,
        headings: Sequence[Cell],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        color: Color,
    ) -> None:
        """Lay rows out in columns of these widths, in points."""
        super().__init__()
        self._widths, self._color = tuple(widths), color
        rooms = _rooms(widths)
        self._headings = [_laid(headings, rooms)] if headings else []
        self._rows = [_laid(row, rooms) for row in rows]
        self.spaceBefore, self.spaceAfter = 3, 12
        self.links: list[Link] = []

    def _reached(self) -> list[float]:
        """Return how far down the headings reach, and then each row."""
        heads = sum(row.height for row in self._headings)
        return list(accumulate(map(attrgetter("height"), self._rows), initial=heads))

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Return the size of the whole table."""
        self.width, self.height = sum(self._widths), self._reached()[-1]
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the rows that fit, and the rest under the same headings; nothing if none fits."""
        fitting = bisect_right(self._reached(), height) - 1
        if fitting < 1:
            return []
        return [self._of(self._rows[:fitting]), self._of(self._rows[fitting:])]

    def _of(self, rows: list[_Row]) -> Rows:
        part = Rows([], [], self._widths, self._color)
        part._headings, part._rows = self._headings, rows
        return part

    def draw(self) -> None:
        """Draw the rows, and remember where the links are."""
        if isinstance(self.canv, Unkept):
            return
        letters = Lettering(self.canv)
        written = [stroke(self._color, _RULE)]
        top = self.height
        for row in (*self._headings, *self._rows):
            written += self._row(row, top, letters)
            top -= row.height
            written.append(f"0 {number(top)} m {number(self.width)} {number(top)} l S")
        self.canv.saveState()
        self.canv.addLiteral("\n".join(written))
        self.canv.restoreState()

    def _row(self, row: _Row, top: float, letters: Lettering) -> Iterator[str]:
        left = 0.0
        for column, (cell, lines) in enumerate(row.cells):
            style, x = cell.style, left + (_BESIDE if column else 0)
            base = top - _ABOVE - style.fontSize
            yield ink(style.textColor)
            for line in lines:
                yield letters.line(line, style.fontName, style.fontSize, x, base)
                if cell.leads_to:
                    self._link(cell, line, x, base)
                base -= style.leading
            left += self._widths[column]

    def _link(self, cell: Cell, line: str, x: float, base: float) -> None:
        style = cell.style
        wide = word_width(line, style.fontName, style.fontSize)
        x0, y0 = self.canv.absolutePosition(x, base - (style.leading - style.fontSize))
        x1, y1 = self.canv.absolutePosition(x + wide, base + style.fontSize)
        self.links.append(Link((x0, y0, x1, y1), cell.leads_to))


def _rooms(widths: Sequence[float]) -> list[float]:
    """Return how wide words may be in each column: the outer edges have no space beside them."""
    last = len(widths) - 1
    return [
        width - (_BESIDE if n else 0) - (_BESIDE if n < last else 0)
        for n, width in enumerate(widths)
    ]


def _laid(cells: Sequence[Cell], rooms: Sequence[float]) -> _Row:
    laid = tuple((c, _lines(c.words, c.style, r)) for c, r in zip(cells, rooms, strict=True))
    tall = max(cell.style.leading * len(lines) for cell, lines in laid)
    return _Row(laid, tall + _ABOVE + _BELOW)


@lru_cache(4096)
def _lines(words: str, style: ParagraphStyle, room: float) -> tuple[str, ...]:
    """Part words into lines that are as full as they go."""
    font, size = style.fontName, style.fontSize
    space, free = word_width(" ", font, size), 0.0
    lines: list[list[str]] = []
    for word in _pieces(words, style, room):
        wide = word_width(word, font, size)
        if lines and wide + space <= free:
            lines[-1].append(word)
            free -= wide + space
        else:
            lines.append([word])
            free = room - wide
    return tuple(" ".join(line) for line in lines)


def _pieces(words: str, style: ParagraphStyle, room: float) -> Iterator[str]:
    """Yield words; one that is wider than its column is cut."""
    font, size = style.fontName, style.fontSize
    for word in words.split():
        rest = word
        while word_width(rest, font, size) > room and len(rest) > 1:
            widths = accumulate(word_width(letter, font, size) for letter in rest)
            fitting = max(1, sum(width <= room for width in widths))
            yield rest[:fitting]
            rest = rest[fitting:]
        yield rest
