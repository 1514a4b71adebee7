"""Dates of birth in tables: under their heads, in rows of a workbook, in lines below each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from recordkeeping.disclosure.findings import Span
from redaction.detectors.matching import SPACE
from redaction.detectors.patterns.dates import DATE, LAST, dates_in, days
from redaction.detectors.patterns.rows import row_of, rows_below

_LABEL = (
    r"(?:d[./]?\s?o[./]?\s?b(?=\b|'?s\b)\.?|dates?[\s-]{1,3}of[\s-]{1,3}births?|birth[\s-]?dates?|birth\s?day"
    r"(?=\s*[:=|]|$)|year\s+of\s+birth|births?(?=\s?:))"
)
_OLD = 10  # years before the paper's last date: what stands first in a row is no event of its days
_HEADING = re.compile(
    rf"(?<!\w)(?:{_LABEL}|(?-i:Born|BORN)|(?<!\S)b\.(?=\s|\||$))(?!\w)", re.IGNORECASE
)
_HEADS_ONLY = re.compile(r"[\W\d]*(?:(?:[A-Z][\w'\u2019]*|[bd]\.|of|birth|to|and|in|no)[\W\d]*)+")
"""A line of which "Born" or "b." may be a column's head: no sentence, heads alone."""
_OTHER_HEADING = re.compile(
    r"\b(?:date(?!s?[\s-]of[\s-]birth)|dates(?![\s-]of)|from|to|start\w*|end\w*|when|seen|visit\w*|review\w*"
    r"|due|placed|admitted|opened|closed|time|attend\w*|joined|left|met|died)\b"
    r"|(?<!\S)d\.(?=\s|\||$)",
    re.IGNORECASE,
)
_SELDOM_A_DATE = re.compile(r"from|to|left|met", re.IGNORECASE)
_TIME = re.compile(r"\btime\b", re.IGNORECASE)
_CELLS = re.compile(rf"\t+|{SPACE}*\|{SPACE}*|{SPACE}{{2,}}")
_COMMA = re.compile("[,;]")
_IN_A_SENTENCE = re.compile(
    r"\b(?:on|since|until|till|from|by|dated|after|before|w/[ce])\s+(?:the\s+)?(?:\w+day,?\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before a date that is no cell of its own: "Rang on Monday 8 June 2015"."""
_FAR = 24  # letters
_LONGEST_HEADING = 120
_ROWS_WITHOUT = 2  # lines without a date that a table may hold between two with one
_LONGEST_TABLE = 200
_LONGEST_NUMBERED = 400  # letters of all the heads of a workbook's page
_YEAR_OF_DAYS = 365


def in_tables(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a column that is headed as dates of birth."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    places = [m.start() for m in _HEADING.finditer(text)]
    last = last_year(text) if places else 0
    reached = -1
    for at in places:
        if at >= reached and (row := row_of(text, at)):
            reached = row[1]
            yield from _rows_numbered(text, row, last)
    for number in sorted({_line_of(starts, at) for at in places}):
        line = _line(text, starts, number)
        if len(line) > _LONGEST_HEADING or DATE.search(line) or not _heads(line):
            continue
        if _HEADING.fullmatch(line.strip(" \t:|")):
            yield from _cells_below(text, starts, number)
        else:
            yield from _rows_below(text, starts, number, line, last)


def last_year(text: str) -> int:
    """Return the year of a paper's last date that is written in full."""
    meant = (days(seen) for seen in dates_in(text))
    return max((day[0].year for day in meant if len(day) == 1), default=LAST)


def _rows_numbered(text: str, row: Span, last: int) -> Iterator[re.Match[str]]:
    """Yield the births of a workbook's rows below the one that heads them."""
    head = " ".join(text[slice(*row)].split())
    if len(head) > _LONGEST_NUMBERED or DATE.search(head) or not _heads_a_sheet(head):
        return
    for start, end in rows_below(text, row):
        dates = [seen for seen in _alone(text, start, end) if days(seen)]
        yield from _in_order(head, dates, last)


def _alone(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the dates of a row that a sentence of its notes does not tell."""
    for seen in DATE.finditer(text, start, end):
        if not _IN_A_SENTENCE.search(text, max(start, seen.start() - _FAR), seen.start()):
            yield seen


def _heads_a_sheet(head: str) -> bool:
    """Say whether a numbered row says what its columns are: heads have capitals.

    Beside "Born" and "b.", which may be of a sentence, there are more capitals than beside "DOB".
    """
    words = head.split()[1:]
    small = sum(word[0].islower() and not _HEADS_ONLY.fullmatch(word) for word in words)
    named = any(seen[0].lower() not in ("born", "b.") for seen in _HEADING.finditer(head))
    return small * (2 if named else 4) <= len(words)


def _heads(line: str) -> bool:
    """Say whether a line heads dates of birth: "Born" alone may be of a sentence."""
    named = any(seen[0].lower() not in ("born", "b.") for seen in _HEADING.finditer(line))
    return named or _HEADS_ONLY.fullmatch(line) is not None


def _line_of(starts: list[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _line(text: str, starts: list[int], number: int) -> str:
    end = starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
    return text[starts[number] : end].rstrip("\r")


def _rows_below(
    text: str, starts: list[int], number: int, head: str, last: int
) -> Iterator[re.Match[str]]:
    """Yield of each row the date in the column, or its only date where no other is headed."""
    heads, parted = _cells(head)
    column = next((n for n, h in enumerate(heads) if _HEADING.search(h)), 0)
    others = any(_OTHER_HEADING.search(_HEADING.sub("", h)) for h in heads)
    rest = _OTHER_HEADING.sub("", _HEADING.sub("", head)).rstrip()
    if rest.endswith((".", ",", ";")) and not parted:
        return
    if others and len(heads) < 2 and _HEADS_ONLY.fullmatch(head) is None:
        return
    without = 0
    for below in range(number + 1, min(len(starts), number + _LONGEST_TABLE)):
        row = _line(text, starts, below)
        dates = list(_alone(text, starts[below], starts[below] + len(row)))
        if not row.strip() or without > _ROWS_WITHOUT or _HEADING.search(row):
            return
        without = 0 if dates else without + 1
        cells, _ = _cells(row, parted)
        if len(heads) > 1 and len(cells) == len(heads):
            dates = [d for d in dates if d[0] in cells[column]][:1]
        elif others or len(dates) != 1:
            dates = _in_order(head, dates, last)
        yield from (d for d in dates if days(d))


def _cells(line: str, parted: bool | None = None) -> tuple[list[str], bool]:
    """Return the cells of a row, and whether they are parted by commas, as heads alone tell.

    Between commas a cell may be empty; between tabs it is not told from a wider one.
    """
    cells = [cell for cell in _CELLS.split(line.strip()) if cell]
    if parted is None:
        parted = len(cells) < 2 and _COMMA.search(line) is not None
        parted = parted and _HEADS_ONLY.fullmatch(line) is not None
    return ([cell.strip() for cell in _COMMA.split(line)] if parted else cells), parted


def _in_order(head: str, dates: list[re.Match[str]], last: int) -> list[re.Match[str]]:
    """Return which dates of a row are births, where nothing parts its cells but a space.

    They stand in the order in which their columns are headed. Where there are more of them, or
    fewer, than columns that hold dates, it is the first of the row's days, or one long before the
    paper's `last` year: nobody is seen before they are born.
    """
    births = [seen.start() for seen in _HEADING.finditer(head)]
    without = _TIME.sub("____", _HEADING.sub(lambda seen: "_" * len(seen[0]), head))
    others = list(_OTHER_HEADING.finditer(without))
    surely = [seen for seen in others if not _SELDOM_A_DATE.fullmatch(seen[0])]
    first = _first(dates, last) if len(births) == 1 else []
    for heads in (others, surely):
        every = sorted([*births, *(seen.start() for seen in heads)])
        if len(every) == len(dates):
            found = [day for day, at in zip(dates, every, strict=True) if at in births]
            return found + [day for day in first if day not in found]
    return first


def _first(dates: list[re.Match[str]], last: int) -> list[re.Match[str]]:
    """Return the day of a row that lies long before its others, or alone before the paper's."""
    by_day = sorted(((_by(seen, last), seen) for seen in dates if days(seen)), key=lambda d: d[0])
    if not by_day:
        return []
    day, seen = by_day[0]
    if len(by_day) > 1:
        return [seen] if (by_day[1][0] - day).days >= _YEAR_OF_DAYS else []
    return [seen] if day.year <= last - _OLD else []


def _by(seen: re.Match[str], last: int) -> date:
    """Return the date that is meant: of a year of two digits the later one not after `last`."""
    meant = days(seen)
    return next((day for day in meant if day.year <= last), meant[-1])


def _cells_below(text: str, starts: list[int], number: int) -> Iterator[re.Match[str]]:
    """Yield lines that are a date and no more, below a table's heads that stand one a line."""
    first = number
    while first and 0 < len(_line(text, starts, first - 1).strip()) <= 30 and number - first < 12:
        first -= 1
    heads: list[str] = []
    for below in range(first, min(len(starts), number + 12)):
        line = _line(text, starts, below).strip()
        if not line or any(c.isdigit() for c in line):
            break
        heads.append(line)
    if any(_OTHER_HEADING.search(_HEADING.sub("", head)) for head in heads):
        return
    without = 0
    for below in range(number + 1, min(len(starts), number + _LONGEST_TABLE)):
        line = _line(text, starts, below).strip()
        without += 1
        if not line or without > 12:
            return
        seen = DATE.match(
            text,
            starts[below]
            + len(_line(text, starts, below))
            - len(_line(text, starts, below).lstrip()),
        )
        if seen and len(line) == len(seen[0]) and days(seen):
            without = 0
            yield seen
