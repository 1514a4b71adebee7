"""Setting words on pages: documents without pages of their own become PDF.

Nothing is dropped in silence: a sign that no typeface has is set by its name, a letter that none
has is a refusal, and the finished pages are read back and compared with what went in.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
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
_MOST_CELLS = 400_000
_SHORT = 14
_LONGEST = 600  # letters: what is longer asks for no more room
_LETTER, _AROUND = 5.4, 14.0  # points: a letter of a cell, what stands free beside its text
_ONE_LINE = 115.0  # points: a first name and a surname
_MOST_FOR_SHORT = 0.6  # of the page, where longer texts stand beside them
_WIDEST = 300.0  # an e-mail address stays whole
_LONG, _FOR_LONG = 60, 120.0  # letters of a cell that is a note, and the points it is read well in
_LABEL = 72.0
_INDENT = 14.0
_DEEPEST = 8
_RULING = Color(0.6, 0.6, 0.6)
_HEAD = Color(0.93, 0.93, 0.93)
_QUOTED = Color(0.25, 0.25, 0.25)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper, and the room for words on it, in points."""

    name: str
    size: tuple[float, float]

    @property
    def width(self) -> float:
        """Return how wide a line of words may be."""
        return self.size[0] - 2 * (_MARGIN + _FRAME)

    @property
    def height(self) -> float:
        """Return how high the words of a page may stand."""
        return self.size[1] - 2 * (_MARGIN + _FRAME)


UPRIGHT, WIDE = Paper("upright", A4), Paper("wide", landscape(A4))


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
    """A table: rows of cells. With `head`, the first row says what the columns are.

    The first `repeated` rows stand again at the head of each page that the table goes on to.
    """

    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    head: bool = False
    repeated: int = 0


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
_PADDING, _BESIDE, _AFTER_TABLE = 5.0, 12.0, 8.0
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


def lay_out(blocks: Sequence[Block], again: list[str] | None = None) -> bytes:
    """Return A4 pages with these blocks, or refuse writing that cannot be set safely.

    To `again` are added the texts of rows that were set once more at the head of a page.
    """
    if sum(len(text) for block in blocks for text in texts_of(block)) > MOST_LETTERS:
        raise Refused("the document is too long to be read; part it, and add each part")
    for name in (SANS, BOLD, MONO):
        typeface(name)
    if any(is_shaped(settable(text)) for block in blocks for text in texts_of(block)):
        raise Refused("the document is written from right to left, or in joined letters, "
                      "which cannot be shown yet; print it to PDF")  # fmt: skip
    out = io.BytesIO()
    sections = [(paper_for(section), section) for section in _sections(narrowed(blocks))]
    template = BaseDocTemplate(out, invariant=1)
    # The first of the templates is that of the first page.
    template.addPageTemplates(
        [
            PageTemplate(
                paper.name,
                [Frame(_MARGIN, _MARGIN, paper.size[0] - 2 * _MARGIN, paper.size[1] - 2 * _MARGIN)],
                pagesize=paper.size,
            )
            for paper in sorted((UPRIGHT, WIDE), key=lambda paper: paper is not sections[0][0])
        ]
    )
    story = list(_story(sections, [] if again is None else again))
    try:
        template.build(story or [Paragraph("\u00a0", _BODY)])
    except LayoutError:  # its text quotes the document
        raise Refused(
            "the document holds a table or line too large for a page; print it to PDF"
        ) from None
    return out.getvalue()


def _sections(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return the blocks from one new page to the next."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NewPage):
            sections.append([])
        else:
            sections[-1].append(block)
    return sections


def _story(
    sections: Iterable[tuple[Paper, Sequence[Block]]], again: list[str]
) -> Iterator[Flowable]:
    was_quoted = False
    for number, (paper, blocks) in enumerate(sections):
        if number:
            yield NextPageTemplate(paper.name)
            yield PageBreak()
        for block in blocks:
            is_quoted = isinstance(block, Words) and block.quoted > 0
            if was_quoted and not is_quoted:
                yield Spacer(1, 6)
            was_quoted = is_quoted
            yield from _flowables(block, again, paper)


def texts_of(block: Block) -> Iterable[str]:
    """Yield every text of a block."""
    match block:
        case Words(text):
            yield text
        case Rows(rows) | Fields(rows):
            for row in rows:
                yield from row


def paper_for(blocks: Iterable[Block]) -> Paper:
    """Return upright paper, or wide paper where a table needs it to be read well."""
    tables = (block.rows for block in blocks if isinstance(block, Rows))
    return WIDE if any(sum(_rooms(rows)) > UPRIGHT.width for rows in tables) else UPRIGHT


def narrowed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, with the columns of a wide table set below one another.

    A column is never so narrow that its words have to be broken: half a name on each of two lines
    is read by people, and found by no program. The first column, which says what a row is about,
    stands before each group.
    """
    for block in blocks:
        if not isinstance(block, Rows):
            yield block
            continue
        columns = max((len(row) for row in block.rows), default=0)
        if columns == 0:
            continue
        if columns * len(block.rows) > _MOST_CELLS:
            raise Refused(
                "the document holds a table too large to be read; part it, and add each part"
            )
        about, *rooms = _rooms(block.rows)
        groups = abreast(dict(enumerate(rooms, start=1)), about)
        if len(groups) <= 1:
            yield block
            continue
        for group in groups:
            first, last = group[0], group[-1] + 1
            named = f"Columns {first + 1} to {last}" if last > first + 1 else f"Column {last}"
            yield Words(named, heading=True)
            rows = tuple((*row[:1], *row[first:last]) for row in block.rows)
            yield Rows(rows, block.head, block.repeated)


def abreast(rooms: Mapping[int, float], taken: float) -> list[list[int]]:
    """Return columns in groups that fit on a page beside what is `taken`, by the room for each.

    They stand on upright paper if all do, else as many as go on wide paper.
    """
    if taken + sum(rooms.values()) <= UPRIGHT.width:
        return [list(rooms)] if rooms else []
    groups: list[list[int]] = []
    left = 0.0
    for column, room in rooms.items():
        if not groups or room > left:
            groups.append([])
            left = WIDE.width - taken
        groups[-1].append(column)
        left -= room
    return groups


def _rooms(rows: Sequence[Sequence[str]]) -> list[float]:
    columns = max((len(row) for row in rows), default=0)
    return [room_for([row[at] for row in rows if at < len(row)]) for at in range(columns)]


def room_for(texts: Iterable[str]) -> float:
    """Return how wide a column must be, in points, for its texts to be read well."""
    longest, is_long = "", False
    for text in texts:
        longest = max([longest, *unbroken(text)], key=len)
        is_long = is_long or len(text) > _LONG
    return max(least_width(longest), _FOR_LONG if is_long else 0.0)


def _flowables(block: Block, again: list[str], paper: Paper) -> Iterable[Flowable]:
    match block:
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
        case Rows(rows, head, repeated):
            yield LongTable(rows, head, min(repeated, len(rows) - 1), again, paper)
        case Fields(rows):
            yield from _fields(rows, paper.width)


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


class LongTable(Flowable):
    """A table that is set page by page: reportlab's own takes the square of its length."""

    def __init__(
        self,
        rows: tuple[tuple[str, ...], ...],
        head: bool,
        repeated: int,
        again: list[str],
        paper: Paper,
    ) -> None:
        """Take the rows of a table, and where to say which texts were set once more."""
        super().__init__()
        columns = max(len(row) for row in rows)
        self._rows, self._head, self._repeated = rows, head, repeated
        self._first, self._again, self._paper = 0, again, paper
        self._cells = _Cells(rows, head, _widths(rows, columns, paper.width), columns, repeated)
        self._set: Table | None = None
        self._ends = len(rows)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size of what is left, or of more than there is room for."""
        self._ends, taken = self._fitting(height)
        if self._ends < len(self._rows):
            return width, height + 1
        self._set = self._table(self._first, self._ends)
        self._set.wrap(width, height)
        return width, taken + _AFTER_TABLE

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits on this page, and the rest."""
        ends, _ = self._fitting(height)
        if ends > max(self._first, self._repeated):
            self._count_again()
            return [self._table(self._first, ends), self._from(ends)]
        if height < self._paper.height - 1:
            return []  # a new page has more room
        parts = self._table(self._first, ends + 1).split(width, height)
        if not parts:
            return []
        self._count_again()
        return [*parts, *([self._from(ends + 1)] if ends + 1 < len(self._rows) else [])]

    def draw(self) -> None:
        """Draw what is left."""
        assert self._set is not None  # noqa: S101 - it is wrapped before it is drawn
        self._count_again()
        self._set.drawOn(self.canv, 0, 0)

    def _count_again(self) -> None:
        if self._first:
            self._again += [text for row in self._rows[: self._repeated] for text in row]

    def _from(self, first: int) -> LongTable:
        rest = copy.copy(self)
        rest.__dict__.pop("_postponed", None)  # that is said of this part, not of the rest
        rest._first, rest._set = first, None
        return rest

    def _fitting(self, height: float) -> tuple[int, float]:
        """Return the row before which the page is full, and how high the rows before it are."""
        rows = list(range(self._repeated)) if self._first else []
        taken = sum(self._cells.height(row) for row in rows)
        for row in range(self._first, len(self._rows)):
            more = self._cells.height(row)
            if taken + more > height:
                return row, taken
            taken += more
        return len(self._rows), taken

    def _table(self, first: int, ends: int) -> Table:
        again = range(self._repeated) if first else ()
        numbers = [*again, *range(first, ends)]
        headed = self._head and bool(numbers) and numbers[0] == 0
        last = sum(number < max(1, self._repeated) for number in numbers) - 1
        shade = [("BACKGROUND", (0, 0), (-1, last), _HEAD)] if headed else []
        return Table(
            [self._cells.row(number) for number in numbers],
            colWidths=self._cells.widths,
            style=TableStyle([*_GRID, *shade]),
            splitInRow=1,
            spaceAfter=_AFTER_TABLE if ends == len(self._rows) else 0,
        )


@dataclass(slots=True)
class _Cells:
    """The cells of a table as paragraphs, and how high its rows are: each found out once."""

    rows: Sequence[tuple[str, ...]]
    head: bool
    widths: list[float]
    columns: int
    repeated: int
    heights: dict[int, float] = field(default_factory=dict)
    made: dict[int, list[list[Paragraph]]] = field(default_factory=dict)

    def row(self, number: int) -> list[list[Paragraph]]:
        """Return the paragraphs of a row, new each time that it is drawn."""
        made = self.made.pop(number, None)
        if made is not None:
            return made
        style = _HEAD_CELL if self.head and number < max(1, self.repeated) else _CELL
        row = self.rows[number]
        return [_lines(text, style) for text in row + ("",) * (self.columns - len(row))]

    def height(self, number: int) -> float:
        """Return how high a row is, in points."""
        if number not in self.heights:
            self.made[number] = cells = self.row(number)
            self.heights[number] = _PADDING + max(
                sum(line.wrap(width - _BESIDE, 1e6)[1] for line in lines)
                for lines, width in zip(cells, self.widths, strict=True)
            )
        return self.heights[number]


def _widths(rows: tuple[tuple[str, ...], ...], columns: int, page: float) -> list[float]:
    """Share the page among the columns by what stands in them, none narrower than its words."""
    wanted = [24.0] * columns
    words = [""] * columns
    for row in rows:
        for at, text in enumerate(row):
            longest = max((len(line) for line in text.split("\n")), default=0)
            wanted[at] = max(wanted[at], min(longest, _LONGEST) * _LETTER + _AROUND)
            words[at] = max([words[at], *unbroken(text)], key=len)
    least = [least_width(word) for word in words]
    if sum(least) > page:
        return [width * page / sum(least) for width in least]
    if sum(map(max, wanted, least)) > page:
        return _evened(wanted, least, page)
    more = [max(0.0, width - low) for width, low in zip(wanted, least, strict=True)]
    share = (page - sum(least)) / (sum(more) or 1)
    if not sum(more):
        return [width * page / sum(least) for width in least]
    return [low + extra * share for low, extra in zip(least, more, strict=True)]


def _evened(wanted: Sequence[float], least: Sequence[float], page: float) -> list[float]:
    """Share the page so that the longest cells of all columns become as high as one another.

    So a column of long notes takes what dates and names leave. Where that is enough for the notes,
    names and other short texts stay on one line.
    """
    one_line = [max(low, width) if width <= _ONE_LINE else low
                for width, low in zip(wanted, least, strict=True)]  # fmt: skip
    if sum(one_line) - one_line[wanted.index(max(wanted))] <= _MOST_FOR_SHORT * page:
        least = one_line

    def in_lines(lines: float) -> list[float]:
        return [max(low, (width - _AROUND) / lines + _AROUND)
                for width, low in zip(wanted, least, strict=True)]  # fmt: skip

    few, many = 1.0, float(_LONGEST)
    for _ in range(40):
        lines = (few + many) / 2
        few, many = (lines, many) if sum(in_lines(lines)) > page else (few, lines)
    widths = in_lines(many)
    widths[widths.index(max(widths))] += page - sum(widths)
    return widths


def unbroken(text: str) -> list[str]:
    """Return the pieces of a cell that stand on one line: its words, or all of it when short."""
    return [text] if len(text) <= _SHORT and "\n" not in text else text.split()


def least_width(word: str) -> float:
    """Return how wide a column must be, in points, to show a word unbroken, if it is no monster."""
    return min(max(24.0, width_of(settable(word, BOLD), BOLD, 9) + 14), _WIDEST)


def _fields(rows: tuple[tuple[str, str], ...], page: float) -> Iterator[Flowable]:
    if not rows:
        return
    labels = [settable(label, BOLD) for label, _ in rows]
    width = min(160.0, max(_LABEL, *(width_of(label, BOLD, 9) + 10 for label in labels)))
    for number, (label, value) in enumerate(rows):
        is_last = number == len(rows) - 1
        under = [("LINEBELOW", (0, -1), (-1, -1), 0.75, _RULING)] if is_last else []
        yield Table(
            [[_lines(label, _HEAD_CELL), _lines(value, _LABELLED)]],
            colWidths=[width, page - width],
            style=TableStyle(under, parent=_NO_GRID),
            splitInRow=1,
            spaceAfter=9 if is_last else 0,
        )


def refuse_lost_letters(
    blocks: Sequence[Block], pages: Iterable[str], again: Iterable[str] = ()
) -> None:
    """Refuse a document of which the finished pages do not hold every letter, and `again`."""
    wanted = "".join(
        settable(text, MONO if isinstance(block, Words) and block.plain else SANS)
        for block in narrowed(blocks)
        for text in texts_of(block)
    )
    twice = "".join(settable(text) for text in again)
    if solid(wanted + twice) != solid("".join(pages)):
        raise Refused(
            "the document could not be set on pages without losing letters; print it to PDF"
        )
