"""Rows of a workbook, told apart by the numbers that stand before them on our pages.

Readers of pages keep no cells: a long cell runs over lines, and of two columns far apart the lines
may run on. The numbers are in their order all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Span

_NUMBERED = re.compile(r"(?m)^(\d{1,6}) (?=\S)")
_NUMBER = re.compile(r"(\d{1,6}) ")
_LAST_HEAD = 8  # rows: below them stands no head
_LONGEST_ROW = 4000  # letters
_MOST_EMPTY = 5  # rows without a word, which are left out
_LONGEST_HEAD = 600  # letters from where a row begins to one of its heads
_LEAST_LAST = 200  # letters
_OVER = re.compile(r"\n(?:Sheet: |Columns [A-Z]+ to |\n)")


def row_of(text: str, at: int) -> Span | None:
    """Return the row in which a head stands, if it is one of the first of a sheet."""
    for first in _NUMBERED.finditer(text, max(0, at - _LONGEST_HEAD), at + 1):
        number = int(first[1])
        follows = _next(text, first.start(), number) if number <= _LAST_HEAD else None
        if follows and at < follows[0]:
            return first.start(), follows[0]
    return None


def rows_below(text: str, head: Span) -> Iterator[Span]:
    """Yield the rows below one of them."""
    start = head[1]
    number = _NUMBER.match(text, start)
    if number is not None:
        yield from _below(text, start, int(number[1]))


def _below(text: str, start: int, number: int) -> Iterator[Span]:
    longest = _LEAST_LAST
    while follows := _next(text, start, number):
        longest = max(longest, follows[0] - start)
        yield start, follows[0]
        start, number = follows
    # Nothing says where the last row ends, and what comes below it is no part of it.
    over = _OVER.search(text, start, start + longest)
    yield start, over.start() if over else min(len(text), start + longest)


def _next(text: str, start: int, number: int) -> tuple[int, int] | None:
    """Return where the next row begins, and its number: at a line's beginning, else within one."""
    for before in ("\n", " "):
        for n in range(number + 1, number + 1 + _MOST_EMPTY):
            at = text.find(f"{before}{n} ", start + 1, start + _LONGEST_ROW)
            if at >= 0:
                return at + 1, n
    return None
