"""What a reader takes in at once: a label, a bracket, a cell, a sentence, and how it stands.

"CONFIDENTIAL - for the court only: she rang" is a label of two pieces, and a sentence. A line that
ends before the width of its paragraph stands by itself; one that goes on in small letters does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.layout import WOULD_FIT

_PARTED = re.compile(
    r"(?P<blank>\n[ \t>|*]*\n\s*)"
    r"|(?P<question>\?[!?\"')\]*]*(?=\s|$)[ \t]*)"
    r"|(?P<stop>(?<!\bmr)(?<!\bmrs)(?<!\bdr)(?<!\bms)(?<!\b[a-z])[.!]+[\"')\]*]*(?=\s|$)[ \t]*)"
    r"|(?P<cell>\t|\s\|\s?| {3,})"
    r"|(?P<colon>:(?=\s|$)[ \t]*)"
    r"|(?P<opens>[(\[{])|(?P<closes>[)\]}])"
    r"|(?P<dash>;\s|\s[-\u2013\u2014]{1,3}>?\s|--+>?|\*{2,})"
    r"|(?P<line>\n[ \t>]*)"
)
_ORNAMENT = re.compile(r"[\W\d]")
_FIELD = re.compile(r"[^\s:][^:\n]{0,30}:(?:\s|$)|[^\n]*\S(?: {3,}|\t|\s\|)\s*\S")
"""A line of a form or a table, which goes on with no other."""
_MOST_PIECES = 3
_LEAD_IN = 2  # words before a colon that only lead in: "N.B.:", "Subject:"


class Edge(StrEnum):
    """What parts a piece of text from its neighbour."""

    TEXT = "text"
    BLANK = "blank"
    LINE = "line"
    STOP = "stop"
    QUESTION = "question"
    CELL = "cell"
    COLON = "colon"
    OPENS = "opens"
    CLOSES = "closes"
    DASH = "dash"
    WRAP = "wrap"


_SOFT = frozenset((Edge.OPENS, Edge.DASH, Edge.WRAP))
NEW_LINE = frozenset((Edge.TEXT, Edge.BLANK, Edge.LINE, Edge.WRAP))


class Unit(NamedTuple):
    """A stretch of a text, what stands before and behind it, and whether its line ends with it."""

    span: Span
    before: Edge
    after: Edge
    ends_line: bool = False


def units(text: str, written: Callable[[int, int], str]) -> Iterator[Unit]:
    """Yield the pieces of a text in small letters, and up to three together that are soft parted.

    `written` returns a stretch as it was written: by its capital a new line is told.
    """
    pieces = list(_pieces(text, written))
    for first, piece in enumerate(pieces):
        yield piece
        for last in range(first + 1, min(len(pieces), first + _MOST_PIECES)):
            if not _leads_on(text, pieces[last - 1]):
                break
            far = pieces[last]
            yield Unit((piece.span[0], far.span[1]), piece.before, far.after, far.ends_line)


def _leads_on(text: str, piece: Unit) -> bool:
    """Say whether the next piece may say more of the same: behind "Subject:", no label."""
    if piece.after is Edge.COLON:
        return len(text[slice(*piece.span)].split()) <= _LEAD_IN
    return piece.after in _SOFT


def _pieces(text: str, written: Callable[[int, int], str]) -> Iterator[Unit]:
    lines = text.split("\n")
    widths = _widths(lines)
    n, line_end = 0, len(lines[0])
    at, before, waiting = 0, Edge.TEXT, None
    for parted in _PARTED.finditer(text):
        while line_end < parted.start():
            n += 1
            line_end += 1 + len(lines[n])
        edge = Edge(str(parted.lastgroup))
        if edge is Edge.LINE:
            letter = written(parted.end(), parted.end() + 1)
            if _goes_on(lines, widths, n, letter):
                if letter.islower() or (n and lines[n - 1].strip()):
                    continue
                edge = Edge.WRAP  # the first line of a block may be its label, and may go on
        if text[at : parted.start()].strip():
            if waiting is not None:
                yield waiting
            waiting = Unit((at, parted.start()), before, edge, edge in NEW_LINE)
        elif waiting is not None and edge in NEW_LINE:
            after = edge if waiting.after is Edge.CLOSES else waiting.after
            waiting = waiting._replace(after=after, ends_line=True)
        before, at = edge, parted.end()
    if waiting is not None:
        yield waiting
    if text[at:].strip():
        yield Unit((at, len(text)), before, Edge.TEXT, ends_line=True)


def _widths(lines: Sequence[str]) -> list[int]:
    """Return for each line the width of the block between empty lines in which it stands."""
    out, block = [0] * len(lines), list[int]()
    for n in range(len(lines) + 1):
        if n < len(lines) and lines[n].strip():
            block.append(n)
            continue
        widest = max((len(lines[m]) for m in block), default=0)
        for m in block:
            out[m] = widest
        block = []
    return out


def _goes_on(lines: Sequence[str], widths: Sequence[int], n: int, next_letter: str) -> bool:
    """Say whether a line runs on into the one below."""
    below = lines[n + 1].strip() if n + 1 < len(lines) else ""
    if _FIELD.match(below) or _FIELD.match(lines[n].strip()):
        return next_letter.islower() and not _FIELD.match(below)
    if next_letter.islower():
        return True
    fits = len(lines[n]) + 1 + len(below.split(" ", 1)[0]) >= WOULD_FIT * widths[n]
    return fits and not _ORNAMENT.match(below or " ")
