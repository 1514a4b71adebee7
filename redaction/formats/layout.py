"""Setting words on pages: documents without pages of their own become PDF.

Nothing is dropped in silence: a sign that no typeface has is set by its name, a letter that none
has is a refusal, and the finished pages are read back and compared with what went in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.doctemplate import LayoutError

from recordkeeping.vocabulary.errors import Refused
from redaction.fonts import BOLD, MONO, SANS, typeface, width_of
from redaction.formats.letters import is_shaped, marked_up, settable, solid

MOST_LETTERS = 5_000_000
_MARGIN = 56.0  # points
_FRAME = 6.0  # what reportlab keeps free inside the margins
PAGE_WIDTH = A4[0] - 2 * (_MARGIN + _FRAME)
_MOST_COLUMNS = 8  # side by side; more are set below one another
_MOST_CELLS = 400_000
_ROWS_AT_ONCE = 100
_SHORT = 14
_LABEL = 72.0
_INDENT = 14.0
_DEEPEST = 8
_RULING = Color(0.6, 0.6, 0.6)
_HEAD = Color(0.93, 0.93, 0.93)
_QUOTED = Color(0.25, 0.25, 0.25)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, a heading, or a line of a plain text file.

    `quoted` is how many times somebody's words were quoted, `indent` how deep in a list they stand.
    """

    text: str = field(repr=False)
    heading: bool = False
    plain: bool = False
    quoted: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: rows of cells. With `head`, the first row says what the columns are."""

    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    head: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands at the head of a message or a card: labels and what they say."""

    rows: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block = Words | Rows | Fields | NewPage

_BODY = ParagraphStyle("body", fontName=SANS, fontSize=10, leading=14, spaceAfter=5)
_HEADING = ParagraphStyle("heading", _BODY, fontName=BOLD, fontSize=11.5, leading=16, spaceBefore=7)
_PLAIN = ParagraphStyle("plain", _BODY, fontName=MONO, fontSize=9, leading=12.5, spaceAfter=0)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9, leading=12, spaceAfter=0)
_HEAD_CELL = ParagraphStyle("head cell", _CELL, fontName=BOLD)
_LABELLED = ParagraphStyle("labelled", _BODY, spaceAfter=0)
_GRID = (
    ("GRID", (0, 0), (-1, -1), 0.5, _RULING),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
)
_NO_GRID = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
)
for _style in (_BODY, _HEADING, _PLAIN, _CELL, _HEAD_CELL, _LABELLED):
    _style.splitLongWords = True
    # Kerning pairs and ligatures would only make the pages harder to read back.
    _style.shaping = 0


class _Quoted(Paragraph):
    """A paragraph with a bar at its left for each time that it was quoted."""

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(_RULING)
        self.canv.setLineWidth(1.2)
        for bar in range(self.style.bars):
            x = 3 + bar * _INDENT
            self.canv.line(x, 0, x, self.height)
        self.canv.restoreState()
        super().draw()


def lay_out(blocks: Sequence[Block]) -> bytes:
    """Return A4 pages with these blocks, or refuse writing that cannot be set safely."""
    if sum(len(text) for block in blocks for text in texts_of(block)) > MOST_LETTERS:
        raise Refused("the document is too long to be read")
    for name in (SANS, BOLD, MONO):
        typeface(name)
    if any(is_shaped(settable(text)) for block in blocks for text in texts_of(block)):
        raise Refused("the document is written from right to left, or in joined letters, "
                      "which cannot be shown yet")  # fmt: skip
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        invariant=1,
    )
    story = list(_story(blocks))
    try:
        template.build(story or [Paragraph("\u00a0", _BODY)])
    except LayoutError:  # its text quotes the document
        raise Refused("the document holds a table or line too large for a page") from None
    return out.getvalue()


def _story(blocks: Iterable[Block]) -> Iterator[Flowable]:
    was_quoted = False
    for block in narrowed(blocks):
        is_quoted = isinstance(block, Words) and block.quoted > 0
        if was_quoted and not is_quoted:
            yield Spacer(1, 6)
        was_quoted = is_quoted
        yield from _flowables(block)


def texts_of(block: Block) -> Iterable[str]:
    """Yield every text of a block."""
    match block:
        case Words(text):
            yield text
        case Rows(rows) | Fields(rows):
            for row in rows:
                yield from row


def narrowed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, with the columns of a wide table set below one another.

    The first column, which says what a row is about, stands before each group.
    """
    for block in blocks:
        if not isinstance(block, Rows):
            yield block
            continue
        columns = max((len(row) for row in block.rows), default=0)
        if columns == 0:
            continue
        if columns * len(block.rows) > _MOST_CELLS:
            raise Refused("the document holds a table too large to be read")
        if columns <= _MOST_COLUMNS:
            yield block
            continue
        for first in range(1, columns, _MOST_COLUMNS - 1):
            last = min(first + _MOST_COLUMNS - 1, columns)
            yield Words(f"Columns {first + 1} to {last}", heading=True)
            rows = tuple((*row[:1], *row[first:last]) for row in block.rows)
            yield Rows(rows, block.head)


def _flowables(block: Block) -> Iterable[Flowable]:
    match block:
        case NewPage():
            yield PageBreak()
        case Words(text, plain=True):
            for page, part in enumerate(settable(text, MONO).split("\f")):
                if page:
                    yield PageBreak()
                for line in part.split("\n"):
                    yield _paragraph(line, _PLAIN)
        case Words(text, heading=heading, quoted=quoted, indent=indent):
            *lines, last = settable(text).replace("\f", "\n").split("\n")
            base = "heading" if heading else "body"
            between = _style_of(base, min(quoted, _DEEPEST), min(indent, _DEEPEST), lines=True)
            ending = _style_of(base, min(quoted, _DEEPEST), min(indent, _DEEPEST), lines=False)
            for line in lines:
                yield _paragraph(line, between)
            yield _paragraph(last, ending)
        case Rows(rows, head):
            yield from _tables(rows, head)
        case Fields(rows):
            yield from _fields(rows)


@cache
def _style_of(base: str, quoted: int, indent: int, *, lines: bool) -> ParagraphStyle:
    parent = _HEADING if base == "heading" else _BODY
    style = ParagraphStyle(f"{base} {quoted} {indent} {lines}", parent)
    style.leftIndent = _INDENT * (quoted + indent)
    if lines:
        style.spaceAfter = 0
    if quoted:
        style.textColor = _QUOTED
        style.spaceBefore = style.spaceAfter = 0  # the bar goes on from line to line
        style.bars = quoted
    return style


def _paragraph(line: str, style: ParagraphStyle) -> Paragraph:
    """Return a line with its own spaces kept: they may be columns."""
    kept = line.expandtabs(4)
    stripped = kept.lstrip(" ")
    indent = "\u00a0" * (len(kept) - len(stripped))
    while "  " in stripped:
        stripped = stripped.replace("  ", "\u00a0 ")
    kind = _Quoted if getattr(style, "bars", 0) else Paragraph
    return kind(marked_up((indent + stripped) or "\u00a0", style.fontName), style)


def _lines(text: str, style: ParagraphStyle) -> list[Paragraph]:
    lines = settable(text, style.fontName).replace("\f", "\n").split("\n")
    return [_paragraph(line, style) for line in lines]


def _tables(rows: tuple[tuple[str, ...], ...], head: bool) -> Iterator[Flowable]:
    """Yield a table in pieces: one long table takes the square of its length to set."""
    columns = max(len(row) for row in rows)
    widths = _widths(rows, columns)
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        piece = rows[first : first + _ROWS_AT_ONCE]
        headed = head and first == 0
        cells = [
            [
                _lines(text, _HEAD_CELL if headed and number == 0 else _CELL)
                for text in row + ("",) * (columns - len(row))
            ]
            for number, row in enumerate(piece)
        ]
        shade = [("BACKGROUND", (0, 0), (-1, 0), _HEAD)] if headed else []
        is_last = first + _ROWS_AT_ONCE >= len(rows)
        yield Table(
            cells,
            colWidths=widths,
            style=TableStyle([*_GRID, *shade]),
            splitInRow=1,
            spaceAfter=8 if is_last else 0,
        )


def _widths(rows: tuple[tuple[str, ...], ...], columns: int) -> list[float]:
    """Share the page among the columns by what stands in them, none narrower than its words."""
    wanted = [24.0] * columns
    words = [""] * columns
    for row in rows:
        for at, text in enumerate(row):
            longest = max((len(line) for line in text.split("\n")), default=0)
            wanted[at] = max(wanted[at], min(longest, 48) * 5.4 + 14)
            words[at] = max([words[at], *unbroken(text)], key=len)
    least = [least_width(word) for word in words]
    if sum(least) > PAGE_WIDTH:
        return [width * PAGE_WIDTH / sum(least) for width in least]
    more = [max(0.0, width - low) for width, low in zip(wanted, least, strict=True)]
    share = (PAGE_WIDTH - sum(least)) / (sum(more) or 1)
    if not sum(more):
        return [width * PAGE_WIDTH / sum(least) for width in least]
    return [low + extra * share for low, extra in zip(least, more, strict=True)]


def unbroken(text: str) -> list[str]:
    """Return the pieces of a cell that stand on one line: its words, or all of it when short."""
    return [text] if len(text) <= _SHORT and "\n" not in text else text.split()


def least_width(word: str) -> float:
    """Return how wide a column must be, in points, to show a word unbroken, if it is no monster."""
    return min(max(24.0, width_of(settable(word, BOLD), BOLD, 9) + 14), 160.0)


def _fields(rows: tuple[tuple[str, str], ...]) -> Iterator[Flowable]:
    if not rows:
        return
    labels = [settable(label, BOLD) for label, _ in rows]
    width = min(160.0, max(_LABEL, *(width_of(label, BOLD, 9) + 10 for label in labels)))
    for number, (label, value) in enumerate(rows):
        is_last = number == len(rows) - 1
        under = [("LINEBELOW", (0, -1), (-1, -1), 0.75, _RULING)] if is_last else []
        yield Table(
            [[_lines(label, _HEAD_CELL), _lines(value, _LABELLED)]],
            colWidths=[width, PAGE_WIDTH - width],
            style=TableStyle(under, parent=_NO_GRID),
            splitInRow=1,
            spaceAfter=9 if is_last else 0,
        )


def refuse_lost_letters(blocks: Sequence[Block], pages: Iterable[str]) -> None:
    """Refuse a document of which the finished pages do not hold every letter."""
    wanted = "".join(
        settable(text, MONO if isinstance(block, Words) and block.plain else SANS)
        for block in narrowed(blocks)
        for text in texts_of(block)
    )
    if solid(wanted) != solid("".join(pages)):
        raise Refused("the document could not be set on pages without losing letters")
