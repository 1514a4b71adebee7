"""Columns that ask of each row whether it may be shared: "OK to share with family?" above "No".

A row that is answered so that it is kept back is marked; "yes" to sharing marks nothing. So is the
paragraph of an entry that a field closes or opens: "Share with YP: N".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.layout import Layout, starts_an_entry
from redaction.detectors.markings.turns import classes_of

_ANY = re.compile(
    r"shar|disclos|releas|tell|told|show|see|know|confiden|restrict|withh|redact|exempt|seal|hidden"
    r"|secret|privileg|third|sensitiv|not (?:to|for)",
    re.IGNORECASE,
)
_PARTED = {"\t": re.compile(r"\t"), "|": re.compile(r"\|"), " ": re.compile(r" {2,}(?=\S)")}
_PARTED[","] = re.compile(r",")
_CSV = re.compile(r'"(?:[^"]|"")*"|,')
_SHARED = re.compile(
    r"\b(?:shar(?:e|ed|ing|e?able)|disclos(?:e|ed|able)|releas(?:e|ed|able))\b", re.I
)
_LEARNT = re.compile(
    r"\b(?:ok(?:ay)?|safe|can|may|could|should|to|allowed)\b.*"
    r"\b(?:tell|told|show|shown|see|seen|read|know|give|given|view)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:confidential|restrict(?:ed|ions?)?|withh[eo]ld|redact(?:ed)?|exempt|sealed|hidden|secret"
    r"|privileged|third[ -]party|sensitive|not (?:to be|for))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\?|\by(?:es)?\s*/\s*no?\b|^\W*(?:ok(?:ay)?|can|may|safe|fit|to)\b"
    r"|^\W*(?:disclose|disclosable|release|releasable|shareable)\W*$",
    re.I,
)
_TOWARDS = re.compile(
    r"\b(?:with|to|by)\s+(?!(?:be|share|disclose|release|tell|show|see|know)\b)", re.I
)
_AGREED = re.compile(r"\bconsent|\bpermission|\bagree|\bthird\b", re.IGNORECASE)
"""What asks whether somebody lets others share, and not whether the family may learn."""
_NO = re.compile(
    r"\W*(?:no|n|not|never|don.?t|x|withh[eo]ld|redact|hold|later|pending)\b(?!/a)"
    r"(?! (?:problems?|issues?|objections?|concerns?|known|applicable|sure)\b)"
    r"|[\u2717\u2718\u274c]",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*(?:yes|y|x|true)\b|[\u2713\u2714\u2611\u2612\u2705]", re.IGNORECASE)
_MOST_WORDS, _LONGEST_ANSWER = 9, 60
_HELD = re.compile(
    r"\b(?:private|confidential|restricted|withheld|sealed|secret|hidden|privileged"
    r"|not (?:to be )?(?:shared|disclosed|shown|seen|released|passed|copied|told|given|sent|read)"
    r"|not for|do not (?:share|disclose|show|copy|release|send)"
    r"|(?:staff|professionals?|office|sw|workers?|panel)(?:'s|s')? (?:only|eyes))\b"
    r"(?! (?:landlord|rent|school|sector|hire|tenan|address|phone|number|car|foster|law|hospital"
    r"|clinic|diet|profit|sale|resus|use|lessons?|tuition|lets?))",
    re.IGNORECASE,
)
"""How a column is headed whose every cell is kept back: "Private note (not shared with child)"."""
_FEWEST_WORDS = 3  # of a cell that tells something
_COMMAS = 2  # of the head of a table that commas part
_SLACK = 2  # letters that a cell may begin before the head of its column
_FIELD = re.compile(
    r"(?P<told>.*[.;]\s+)?(?P<asked>[^.;:?|\t]{4,60})(?:\?\s*:?|:)\s*(?P<answer>[^|\t:?]{1,60})"
)
"""A field at the end of what it is of: "She rang. OK to share with family? No"."""


_TO_COME = re.compile(r"\W*(?:ok(?:ay)?|can|may|safe|fit|to|share|disclose|release)\b", re.I)
"""How a field begins that asks what may be, and not what was done."""


class _Column(NamedTuple):
    """A column that asks: how cells are parted, which of them, where its head stands."""

    parted: str
    number: int
    span: Span
    kept: bool

    def keeps(self, answer: str) -> bool:
        """Say whether an answer keeps its row back."""
        said = (_YES if self.kept else _NO).match(answer)
        return said is not None and len(answer) <= _LONGEST_ANSWER

    def cell(self, row: str) -> str:
        """Return what a row says in this column."""
        cells = _cells(row, self.parted)
        if self.parted != " ":
            at = slice(*cells[self.number]) if 1 < len(cells) > self.number else slice(0)
            return row[at].strip()
        start, end = self.span
        below = (row[a:b] for a, b in cells if start - _SLACK <= a < end + _SLACK)
        return next(below, "").strip()


def unshared(layout: Layout) -> Iterator[Span]:
    """Yield rows and entries that are answered so that they are kept back."""
    n, heads = 0, (n for n, line in enumerate(layout.lines) if _ANY.search(line.text))
    for head in heads:
        if head < n:
            continue
        if field := _entry(layout, head):
            yield field
        for column in _columns(_raw(layout, head)):
            rows = _table(layout, head, column)
            n = max(n, rows[-1] + 1)
            yield from _rows(layout, rows, column)


def held(layout: Layout) -> Iterator[Span]:
    """Yield the cells below a head that says that its column is kept back, where they tell."""
    done = 0
    for head, line in enumerate(layout.lines):
        if head < done or not _HELD.search(line.text):
            continue
        above = layout.lines[head - 1].text if head else ""
        raw = _raw(layout, head)
        parted = next((sign for sign in ("\t", "|") if sign in raw), "")
        if not parted or parted in above or line.text.endswith((".", ";")):
            continue
        cells = _cells(raw, parted)
        said = [raw[slice(*cell)].strip() for cell in cells]
        columns = [k for k, words in enumerate(said) if words and _HELD.search(words)]
        short = all(len(words.split()) <= _MOST_WORDS for words in said)
        if not short or len(columns) == sum(map(bool, said)) or starts_an_entry(line.text):
            continue
        rows = head + 1
        while rows < len(layout.lines) and parted in _raw(layout, rows):
            rows += 1
        done = rows
        for column in columns:
            below = list(_column(layout, range(head + 1, rows), parted, column))
            words = [layout.text[slice(*span)] for span in below]
            if any(len(told.split()) >= _FEWEST_WORDS for told in words):
                start = layout.lines[head].start
                yield start + cells[column][0], start + cells[column][1]
                yield from below


def _column(layout: Layout, rows: range, parted: str, column: int) -> Iterator[Span]:
    """Yield what a column says in each of some rows, without white space around it."""
    for n in rows:
        raw, start = _raw(layout, n), layout.lines[n].start
        cells = _cells(raw, parted)
        if column >= len(cells):
            continue
        a, b = cells[column]
        told = raw[a:b]
        if any(letter.isalnum() for letter in told):
            a += len(told) - len(told.lstrip())
            yield start + a, start + a + len(told.strip())


def _raw(layout: Layout, n: int) -> str:
    return layout.text[layout.lines[n].start : layout.lines[n].end].rstrip()


def _entry(layout: Layout, n: int) -> Span | None:
    """Return the paragraph that a field with its answer closes, or the one above it."""
    field = _FIELD.fullmatch(layout.lines[n].text)
    if field is None or not (_NO.match(field["answer"]) and _is_of_family(field["asked"])):
        return None
    if not _TO_COME.match(field["asked"]):
        return None
    first, last = layout.paragraph(n)
    if first == last and not field["told"] and n > 1:
        first, _ = layout.paragraph(n - 1 if layout.lines[n - 1].text else n - 2)
    return layout.lines[first].start, layout.lines[last].end


def _columns(head: str) -> Iterator[_Column]:
    """Yield the columns of a table's head that ask whether a row may be shared."""
    parted = next(sign for sign in ("\t", "|", " ") if sign in (*head, " "))
    if parted == " " and head.count(",") >= _COMMAS and ", " not in head:
        parted = ","
    cells = _cells(head, parted)
    if sum(bool(head[slice(*cell)].strip()) for cell in cells) < 2:
        return
    for number, span in enumerate(cells):
        said = head[slice(*span)].strip()
        if 0 < len(said.split()) <= _MOST_WORDS:
            kept = _KEPT.search(said) is not None
            if kept or _is_of_family(said) or _asks(said):
                yield _Column(parted, number, span, kept)


def _cells(row: str, parted: str) -> list[Span]:
    at = len(row) - len(row.lstrip(" ")) if parted == " " else 0
    cells = list[Span]()
    for edge in (_CSV if parted == "," else _PARTED[parted]).finditer(row, at):
        if parted == "," and edge[0] != ",":
            continue  # a cell in quotes, with the commas in it
        cells.append((at, edge.start()))
        at = edge.end()
    return [*cells, (at, len(row))]


def _asks(words: str) -> bool:
    """Say whether a head asks if a row may be shared, and not with whom else: "Disclose?"."""
    asks = _SHARED.search(words) and _ASKED.search(words) and not _AGREED.search(words)
    return bool(asks) and _TOWARDS.search(words) is None


def _is_of_family(words: str) -> bool:
    """Say whether it is asked if the family, or whoever else it is about, may learn."""
    if _AGREED.search(words) or not (_SHARED.search(words) or _LEARNT.search(words)):
        return False
    return any("whom" in classes_of(word) for word in words.casefold().replace("?", " ").split())


def _table(layout: Layout, head: int, column: _Column) -> list[int]:
    """Return the lines of a table, its head first, over what pages repeat and where they break."""
    rows = [head]
    for n in range(head + 1, len(layout.lines)):
        if not layout.is_filled(n):
            continue
        raw = _raw(layout, n)
        runs_on = n == rows[-1] + 1 and (raw[:1].isspace() or raw[:1].islower())
        answered = column.keeps(column.cell(raw)) or _YES.match(column.cell(raw))
        cells = _PARTED[column.parted].search(raw.lstrip()) is not None
        if not (answered or runs_on or (cells and (n == rows[-1] + 1 or column.parted != " "))):
            break
        rows.append(n)
    return rows


def _rows(layout: Layout, rows: Sequence[int], column: _Column) -> Iterator[Span]:
    """Yield the rows of a table that are kept back, with the lines on which they go on."""
    row: list[int] = []
    for n in [*rows[1:], -1]:
        raw = _raw(layout, n) if n >= 0 else ""
        begins = n < 0 or bool(column.cell(raw)) or (column.parted in raw and column.parted == "\t")
        if begins and row:
            if column.keeps(column.cell(_raw(layout, row[0]))):
                yield layout.lines[row[0]].start, layout.lines[row[-1]].end
            row = []
        if begins or row:
            row.append(n)
