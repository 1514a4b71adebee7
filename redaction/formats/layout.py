"""Setting words on pages: documents without pages of their own become PDF.

Nothing is dropped in silence: a sign that the typeface lacks is set as its code point, a letter
that it lacks is a refusal, and the finished pages are read back and compared with what went in.
"""

from __future__ import annotations

import html
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle
from reportlab.platypus.doctemplate import LayoutError

from recordkeeping.vocabulary.errors import Refused
from redaction.fonts import BOLD, MONO, SANS, letters_of, typeface

MOST_LETTERS = 5_000_000
_MARGIN = 56.0  # points
_MOST_COLUMNS = 12
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_RULING = Color(0.6, 0.6, 0.6)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, a heading, or a line of a plain text file."""

    text: str = field(repr=False)
    heading: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: rows of cells."""

    rows: tuple[tuple[str, ...], ...] = field(repr=False)


Block = Words | Rows

_BODY = ParagraphStyle("body", fontName=SANS, fontSize=10, leading=14, spaceAfter=5)
_HEADING = ParagraphStyle("heading", _BODY, fontName=BOLD, fontSize=11.5, leading=16, spaceBefore=7)
_LINE = ParagraphStyle("line", _BODY, spaceAfter=0)
_PLAIN = ParagraphStyle("plain", _BODY, fontName=MONO, fontSize=9, leading=12.5, spaceAfter=0)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9, leading=12, spaceAfter=0)
_GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, _RULING), ("VALIGN", (0, 0), (-1, -1), "TOP")])
for _style in (_BODY, _LINE, _HEADING, _PLAIN, _CELL):
    _style.splitLongWords = True
    # Kerning pairs and ligatures would only make the pages harder to read back.
    _style.shaping = 0


def lay_out(blocks: Sequence[Block]) -> bytes:
    """Return A4 pages with these blocks, or refuse writing that cannot be set safely."""
    if sum(len(text) for block in blocks for text in texts_of(block)) > MOST_LETTERS:
        raise Refused("the document is too long to be read")
    for name in (SANS, BOLD, MONO):
        typeface(name)
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
    story = [flowable for block in blocks for flowable in _flowables(block)]
    try:
        template.build(story or [Paragraph("\u00a0", _BODY)])
    except LayoutError:  # its text quotes the document
        raise Refused("the document holds a table or line too large for a page") from None
    return out.getvalue()


def texts_of(block: Block) -> Iterable[str]:
    """Yield every text of a block."""
    match block:
        case Words(text):
            yield text
        case Rows(rows):
            for row in rows:
                yield from row


def settable(text: str, font: str = SANS) -> str:
    """Return the text as it is set: composed, without unseen characters, nothing lost.

    Characters that only steer (soft hyphens, zero-width spaces, marks of direction) go, so that
    they cannot part a name. A sign that the typeface lacks becomes its code point.
    """
    known = letters_of(font)
    out = []
    for letter in unicodedata.normalize("NFC", text):
        if unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
            raise Refused("the document is written from right to left, which is not read yet")
        kind = unicodedata.category(letter)
        if kind == "Cf" or letter == "\r":
            continue
        if letter in "\n\t\f" or ord(letter) in known:
            out.append(letter)
        elif kind == "Zs":
            out.append(" ")
        elif kind[0] in "LMN":
            # A name set as code points would be looked for by nobody, and read by who wants to.
            out.append(_as_plain(letter, known))
        else:
            out.append(f"[U+{ord(letter):04X}]")
    return "".join(out)


def _as_plain(letter: str, known: frozenset[int]) -> str:
    """Return a letter in its plain form, such as "d" for a wide one, or refuse the document."""
    plain = unicodedata.normalize("NFKC", letter)
    if all(ord(c) in known for c in plain):
        return plain
    raise Refused("the document is written in letters that cannot be shown yet")


def _flowables(block: Block) -> Iterable[Flowable]:
    match block:
        case Words(text, plain=True):
            for page, part in enumerate(settable(text, MONO).split("\f")):
                if page:
                    yield PageBreak()
                for line in part.split("\n"):
                    yield _paragraph(line, _PLAIN)
        case Words(text, heading=heading):
            *lines, last = settable(text).replace("\f", "\n").split("\n")
            for line in lines:
                yield _paragraph(line, _HEADING if heading else _LINE)
            yield _paragraph(last, _HEADING if heading else _BODY)
        case Rows(rows):
            yield _table(rows)


def _paragraph(line: str, style: ParagraphStyle) -> Paragraph:
    """Return a line with its own spaces kept: they may be columns."""
    kept = html.escape(line.expandtabs(4), quote=False)
    stripped = kept.lstrip(" ")
    indent = "\u00a0" * (len(kept) - len(stripped))
    while "  " in stripped:
        stripped = stripped.replace("  ", "\u00a0 ")
    return Paragraph((indent + stripped) or "\u00a0", style)


def _table(rows: tuple[tuple[str, ...], ...]) -> Flowable:
    columns = max((len(row) for row in rows), default=0)
    if not 1 <= columns <= _MOST_COLUMNS:
        raise Refused(f"the document holds a table of {columns} columns; 1 to 12 are read")
    width = (A4[0] - 2 * _MARGIN) / columns
    cells = [
        [
            [_paragraph(line, _CELL) for line in settable(text).replace("\f", "\n").split("\n")]
            for text in row + ("",) * (columns - len(row))
        ]
        for row in rows
    ]
    return Table(cells, colWidths=[width] * columns, style=_GRID, splitInRow=1, spaceAfter=8)


def refuse_lost_letters(blocks: Sequence[Block], pages: Iterable[str]) -> None:
    """Refuse a document of which the finished pages do not hold every letter."""
    wanted = "".join(
        settable(text, MONO if isinstance(block, Words) and block.plain else SANS)
        for block in blocks
        for text in texts_of(block)
    )
    if _solid(wanted) != _solid("".join(pages)):
        raise Refused("the document could not be set on pages without losing letters")


def _solid(text: str) -> list[str]:
    return sorted(c for c in unicodedata.normalize("NFKC", text) if not c.isspace())
