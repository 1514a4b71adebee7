"""Cells of workbooks, each behind the head of its column, as our own pages show them.

The pages have a letter above each column and a number before each row. Read along a row, an empty
cell is not seen, so that no order of dates tells which of them is a birth; and the heads of a sheet
may stand on another page than its cells. What a cell is called is said here next to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box, Page
from redaction.glyphboxes import Edges as _Edges
from redaction.glyphboxes import GlyphBoxes
from redaction.orders.columns import NOWHERE, InPieces

_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[A-Z]{1,3}")
_NUMBER = re.compile(r"\d{1,6}")
_SHEET, _BAND = "Sheet:", "Columns"
_LEVEL = 3.0  # points between two lines at least
_LAST_HEAD = 8  # rows: the heads of a sheet stand in one of its first
_LONGEST_HEAD = 60  # letters
_COUNTED = re.compile(r"\W*\d+\W*")  # "Phone 2"
_SLACK = 2.0  # points that a letter may stand before its column's
_FIGURES = re.compile(r"\d{4}")
_A_HEAD = re.compile(
    r"(?i)(?:.*\b)?(?:d\.?o\.?b\.?|dates? of births?|birth ?dates?|born|phone|telephone|mobile|tel"
    r"|e-?mail|address|postcode|nhs(?: no| number)?)\W*"
)
_PART = "\n\n"

_Places = list[int]


@dataclass(slots=True)
class _Sheet:
    """Where the letters of each cell stand: by row, column, and page."""

    cells: dict[tuple[int, int], list[tuple[int, _Places]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def cell_by_cell(pages: Sequence[Page], boxes: Sequence[Sequence[Box | None]]) -> list[InPieces]:
    """Return for each page its cells with figures, each behind its column's head, line by line."""
    out: list[tuple[list[str], list[int]]] = [([], []) for _ in pages]
    for sheet in _sheets(pages, boxes):
        for page, head, places in _headed(sheet, pages):
            text, at = out[page]
            cell, stands = _written(pages[page].text, places)
            if any(map(str.isdigit, cell)):
                text += (f"{head}: ", cell, _PART)
                at += [*[NOWHERE] * (len(head) + 2), *stands, *[NOWHERE] * len(_PART)]
    return [InPieces("".join(text), at) for text, at in out]


def _sheets(pages: Sequence[Page], boxes: Sequence[Sequence[Box | None]]) -> Iterator[_Sheet]:
    """Yield the sheets of a workbook: one goes on over pages until the next is named."""
    sheet = _Sheet()
    for number, (page, glyphs) in enumerate(zip(pages, boxes, strict=False)):
        edges = GlyphBoxes.of(glyphs).edges
        lines = _lines(page.text, edges)
        tables = [n for n, line in enumerate(lines) if _is_of_letters(line)]
        above = 0
        for at, ends in pairwise([*tables, len(lines)]):
            if any(line[0].text == _SHEET for line in lines[above:at]):
                yield sheet
                sheet = _Sheet()
            over = (n for n in range(at, ends) if lines[n][0].text in (_SHEET, _BAND))
            below = next(over, ends)
            bottom = lines[below][0].top if below < len(lines) else float("inf")
            _add_table(sheet, number, edges, lines[at:below], bottom)
            above = at + 1
    yield sheet


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a page without white space, and where it stands."""

    text: str
    left: float
    right: float
    top: float


def _lines(text: str, edges: _Edges) -> list[list[_Token]]:
    """Return the words of a page by the lines on which they stand, whatever order they have."""
    if len(edges) != len(text):
        return []
    tokens = [
        _Token(word[0], float(first[0]), float(last[2]), float(first[1]))
        for word in _TOKEN.finditer(text)
        if (first := edges[word.start()])[0] == first[0]
        and (last := edges[word.end() - 1])[0] == last[0]
    ]
    lines: list[list[_Token]] = []
    for token in sorted(tokens, key=lambda token: token.top):
        if lines and token.top - lines[-1][0].top < _LEVEL:
            lines[-1].append(token)
        else:
            lines.append([token])
    return [sorted(line, key=lambda token: token.left) for line in lines]


def _is_of_letters(line: Sequence[_Token]) -> bool:
    """Say whether a line is the letters of columns, in their order."""
    if not all(_LETTERS.fullmatch(token.text) for token in line):
        return False
    columns = [_column(token.text) for token in line]
    return columns == sorted(set(columns))


def _add_table(
    sheet: _Sheet, page: int, edges: _Edges, lines: Sequence[Sequence[_Token]], bottom: float
) -> None:
    """Add the cells of one table, whose first line is the letters of its columns."""
    letters, *rest = lines
    columns = [_column(letter.text) for letter in letters]
    lefts = np.array([letter.left for letter in letters])
    rows = [
        (line[0].top, int(line[0].text))
        for line in rest
        if _NUMBER.fullmatch(line[0].text) and line[0].right <= lefts[0]
    ]
    for place, row, column in _placed(edges, bottom, lefts, [top for top, _ in rows]):
        cell = sheet.cells[rows[row][1], columns[column]]
        if not cell or cell[-1][0] != page:
            cell.append((page, []))
        cell[-1][1].append(place)


def _placed(
    edges: _Edges, bottom: float, lefts: NDArray[np.float64], tops: Sequence[float]
) -> Iterator[tuple[int, int, int]]:
    """Yield each letter that stands in a cell, with the order of its row and of its column."""
    at = np.flatnonzero(edges[:, 3] <= bottom + _LEVEL)
    boxes = edges[at]
    columns = np.searchsorted(lefts - _SLACK, boxes[:, 0], side="right") - 1
    middles = (boxes[:, 1] + boxes[:, 3]) / 2
    rows = np.searchsorted(np.asarray(tops), middles, side="right") - 1
    inside = (columns >= 0) & (rows >= 0)
    yield from zip(
        at[inside].tolist(), rows[inside].tolist(), columns[inside].tolist(), strict=True
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _headed(sheet: _Sheet, pages: Sequence[Page]) -> Iterator[tuple[int, str, _Places]]:
    """Yield each cell below a head: its page, the head, and where its letters stand."""
    said = {
        cell: " ".join(" ".join(_written(pages[p].text, at)[0] for p, at in parts[:1]).split())
        for cell, parts in sheet.cells.items()
    }
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for (row, column), text in said.items():
        if _is_like_a_head(text):
            rows[row][column] = _COUNTED.sub("", text)
    every = defaultdict[int, int](int)
    for row, _ in said:
        every[row] += 1
    first = max(
        (row for row in rows if row <= _LAST_HEAD), key=lambda r: (len(rows[r]), -r), default=0
    )
    again = {
        row
        for row, heads in rows.items()
        if len(heads) == every[row] > 1 and any(map(_A_HEAD.fullmatch, heads.values()))
    }
    heads: dict[int, str] = {}
    now = 0
    for row, column in sorted(sheet.cells):
        if row != now and (row == first or row in again):
            heads = {**heads, **rows[row]} if row == first else rows[row]
        now = row
        if row != first and row not in again and (head := heads.get(column)):
            for page, places in sheet.cells[row, column]:
                yield page, head, places


def _is_like_a_head(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEAD and any(map(str.isalpha, text)) and _FIGURES.search(text) is None
    )


def _written(text: str, places: _Places) -> tuple[str, list[int]]:
    """Return a cell's words, lines joined by a space, and where each of its letters stands."""
    out: list[str] = []
    at: list[int] = []
    last = places[0] - 1 if places else 0
    for place in places:
        if place == last + 2 and text[last + 1].isspace():
            out.append(" ")
            at.append(last + 1)
        elif place != last + 1:
            out.append(" ")
            at.append(NOWHERE)
        out.append(text[place])
        at.append(place)
        last = place
    return "".join(out), at
