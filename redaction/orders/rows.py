"""Tables read row by row, where a page names their cells one after the other; stamps by themselves.

Of a table in a letter or a report the page's text has the lines of each cell, and nothing that says
where a cell or a row ends. What a cell says of its row is seen only where the row is one line. What
is stamped aslant over a page is said of the page, and stands in its text anywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from recordkeeping.disclosure.findings import Box, Page, Span
from redaction.orders.columns import NOWHERE, found_pieces
from redaction.orders.stamps import stamps
from redaction.orders.stretches import joined

_SLACK = 2.0  # points that cells of a column may begin apart
_LEVEL = 0.5  # of a letter's height that two of one line share
_NEAR = 3.0  # of a letter's height between two rows
_FEWEST_OF_TWO, _FEWEST = 3, 2  # rows of a table of two columns, and of more
_FEWEST_COMMAS = 2
_ENDS = "\v"
"""Stands behind a row: what is below it is none of its cells."""


@dataclass(slots=True)
class _Cell:
    """Lines that stand below each other: which letters of a page, and where."""

    first: int
    last: int
    left: float
    top: float
    right: float
    bottom: float

    def add(self, other: _Cell) -> None:
        """Take in what stands further down in the same cell."""
        self.last, self.bottom = other.last, max(self.bottom, other.bottom)
        self.left, self.right = min(self.left, other.left), max(self.right, other.right)
        self.top = min(self.top, other.top)


_Row = list[_Cell]


@dataclass(frozen=True, slots=True)
class ByRows:
    """Pages as one, their tables row by row, what is stamped on each behind it."""

    page: Page
    _at: Sequence[Sequence[int] | None] = field(repr=False)
    _starts: Sequence[int] = field(repr=False)
    _own: Sequence[int] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch stands in the pages as they were given."""
        first, last = self._place(start, 1), self._place(end - 1, -1)
        low, high = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        for number in range(low, high + 1):
            # A stamp that stands behind its page here may stand before its other letters there.
            there = self._at[number] or ()
            begun = self._starts[number]
            placed = [at for at in there[max(0, start - begun) : end - begun] if at != NOWHERE]
            if placed:
                first = min(first, self._own[number] + min(placed))
                last = max(last, self._own[number] + max(placed))
        return first, last + 1

    def _place(self, at: int, onward: int) -> int:
        number = bisect_right(self._starts, at) - 1
        places, within = self._at[number], at - self._starts[number]
        if places is None or within >= len(places):  # or the end of a page
            length = within if places is None else self._own[number + 1] - self._own[number] - 1
            return self._own[number] + length
        while 0 <= within < len(places) and places[within] == NOWHERE:
            within += onward
        return self._own[number] + places[min(max(within, 0), len(places) - 1)]


def by_rows(pages: Sequence[Page], boxes: Sequence[Sequence[Box | None]]) -> ByRows:
    """Return pages joined by line feeds, with each row of a table on a line of its own."""
    read, at = list[Page](), list[Sequence[int] | None]()
    for number, page in enumerate(pages):
        places = _reading(page.text, boxes[number]) if number < len(boxes) else None
        at.append(None if places is None else [place for place, _ in places])
        if places is None:
            page = replace(page, text=_with_tabs(page.text))
        else:
            text = "".join(sign or page.text[place] for place, sign in places)
            page = Page(page.number, text, ((0, len(text)),) if page.by_eye else ())
        read.append(page)
    own, starts = (
        list(accumulate((len(page.text) + 1 for page in some), initial=0)) for some in (pages, read)
    )
    return ByRows(joined(read), at, starts[:-1] or [0], own)


def _with_tabs(text: str) -> str:
    """Return a text, as long as it is: values that commas part have tabs between them."""
    head, _, below = text.partition("\n")
    sign = max(",;", key=head.count)
    many = head.count(sign)
    if many < _FEWEST_COMMAS or below.partition("\n")[0].count(sign) < many:
        return text
    out, parts, quoted = list(text), [0], False
    for at, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif quoted:
            out[at] = " " if letter in "\r\n" else letter
        elif letter == sign:
            out[at] = "\t"
            parts[-1] += 1
        elif letter == "\n":
            parts.append(0)
    alike = all(number == many for number in parts[:-1]) and parts[-1] in (0, many)
    return "".join(out) if alike and not quoted else text


def _reading(text: str, glyphs: Sequence[Box | None]) -> list[tuple[int, str]] | None:
    """Return a page's letters by places, and what stands for some; None without any of it."""
    read = _by_tables(text, glyphs)
    across = list(stamps(text, glyphs))
    if not across:
        return read
    stamped = {at for span in across for at in range(*span)}
    out = [one for one in read or ((at, "") for at in range(len(text))) if one[0] not in stamped]
    for span in across:
        out += [(NOWHERE, "\n"), (NOWHERE, "\n"), *((at, "") for at in range(*span))]
    return out


def _by_tables(text: str, glyphs: Sequence[Box | None]) -> list[tuple[int, str]] | None:
    """Return a page's letters with its tables row by row; None without tables."""
    out, done = list[tuple[int, str]](), 0
    for table in _tables(text, glyphs):
        start, end = table[0][0][1].first, table[-1][-1][1].last
        out += ((at, "") for at in range(done, start))
        for row in table:
            column = 0
            for number, cell in row:
                out += [(NOWHERE, "\t")] * (number - column)
                column = number
                out += (
                    (at, " " if text[at] in "\r\n" else "") for at in range(cell.first, cell.last)
                )
            out += [(NOWHERE, _ENDS), (NOWHERE, "\n")]
        if text[end : end + 1] in ("\r", "\n", ""):
            out.pop()
        done = end
    if not done:
        return None
    return [*out, *((at, "") for at in range(done, len(text)))]


def _tables(text: str, glyphs: Sequence[Box | None]) -> Iterator[list[list[tuple[int, _Cell]]]]:
    """Yield tables: of each row its cells, each with the number of its column."""
    rows = list(_rows(text, glyphs))
    n = 0
    while n < len(rows):
        table = _table(rows, n) if len(rows[n]) > 1 else []
        if table and not _is_form(text, table):
            yield table
        n += len(table) or 1


def _rows(text: str, glyphs: Sequence[Box | None]) -> Iterator[_Row]:
    """Yield what stands side by side, cell by cell in the order of the page; mostly one cell."""
    found = found_pieces(text, glyphs)
    row: _Row = []
    waiting: list[_Row] = []
    for first, last, box in zip(found.first, found.last, found.boxes.tolist(), strict=True):
        cell = _Cell(int(first), int(last) + 1, *box)
        if row and _is_beside(row[-1], cell):
            # A first cell of several lines: what is beside its first stands beside all of them.
            while waiting and len(row) == 1 and _is_over(waiting[-1], row[0], cell):
                above = waiting.pop()[0]
                above.add(row[0])
                row = [above]
            row.append(cell)
        elif len(row) > 1 and _is_below(row[-1], cell):
            row[-1].add(cell)
        else:
            if row:
                waiting.append(row)
            row = [cell]
    yield from waiting
    if row:
        yield row


def _is_beside(cell: _Cell, other: _Cell) -> bool:
    """Say whether another piece stands to the right of a cell, and not below it."""
    return other.left > cell.right and other.top < cell.bottom - _LEVEL * (other.bottom - other.top)


def _is_below(cell: _Cell, other: _Cell) -> bool:
    height = other.bottom - other.top
    return (
        abs(other.left - cell.left) < _SLACK or cell.left < other.left < cell.right
    ) and cell.bottom - _LEVEL * height < other.top < cell.bottom + height


def _is_over(above: _Row, cell: _Cell, beside: _Cell) -> bool:
    """Say whether the line above a cell is of the same cell, as what stands beside it says."""
    return (
        len(above) == 1
        and abs(above[0].left - cell.left) < _SLACK
        and above[0].bottom > beside.top
        and above[0].right < beside.left
    )


def _table(rows: Sequence[_Row], n: int) -> list[list[tuple[int, _Cell]]]:
    """Return the rows from one on whose cells stand in its columns, if they make up a table."""
    lefts = [cell.left for cell in rows[n]]
    table, last = [list(enumerate(rows[n]))], rows[n]
    for row in rows[n + 1 :]:
        placed = _placed(row, lefts)
        height = row[0].bottom - row[0].top
        below = max(cell.bottom for cell in last)
        if placed is None or not below - height < row[0].top < below + _NEAR * height:
            break
        table.append(placed)
        last = row
    while len(table[-1]) == 1 and len(table) > 1:
        table.pop()
    fewest = _FEWEST_OF_TWO if len(lefts) == 2 else _FEWEST
    return table if len(table) >= fewest else []


def _is_form(text: str, table: Sequence[Sequence[tuple[int, _Cell]]]) -> bool:
    """Say whether two columns are labels with colons, and what is told behind each of them."""
    labels = [row[0][1] for row in table]
    colons = sum(text.endswith(":", cell.first, cell.last) for cell in labels)
    return max(map(len, table)) == 2 and 2 * colons > len(labels)


def _placed(row: _Row, lefts: Sequence[float]) -> list[tuple[int, _Cell]] | None:
    """Return the cells of a row with their columns; None where they do not stand in those."""
    placed = list[tuple[int, _Cell]]()
    for cell in row:
        number = bisect_right(lefts, cell.left + _SLACK) - 1
        beyond = lefts[number + 1] if number + 1 < len(lefts) else float("inf")
        if number < 0 or cell.right > beyond + _SLACK or (placed and placed[-1][0] == number):
            return None
        placed.append((number, cell))
    aligned = sum(abs(cell.left - lefts[number]) < _SLACK for number, cell in placed)
    return placed if 2 * aligned >= len(placed) else None
