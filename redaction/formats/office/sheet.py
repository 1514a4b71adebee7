"""Workbooks and tables in text: every cell on a page, and told what their readers did not see.

We set the cells ourselves: a printed workbook leaves out what its print area, its hidden rows or
its narrow columns leave out.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.kinds import separator_of
from redaction.formats.layout import Block, NewPage, Rows, Words, abreast, least_width, room_for
from redaction.formats.office.cells import as_shown, is_unseen, unescaped, written_out
from redaction.formats.office.container import Parts, properties
from redaction.formats.office.leftwords import tell_left
from redaction.formats.office.sheetbeside import strings_of, tell_parts
from redaction.formats.office.told import Told
from redaction.formats.readings import Convert
from redaction.formats.text import decode
from redaction.pages import Hidden

MOST_CELLS = 250_000
_MOST_TITLES = 4
_LEFT = "words left in the file"
_RESERVED = ("_xlnm._FilterDatabase", "_xlnm.Print_Area", "_xlnm.Print_Titles")  # §18.2.5
_MENDED = (
    "the workbook was damaged or unusual and had to be mended, and something of it may be missing"
)
_WITH_STRINGS = re.compile(r"^xl/(sharedStrings\.xml|comments\d*\.xml|worksheets/sheet\d*\.xml)$")
_LONGEST_RUN = 16_384
_CODES = re.compile(r"&(?:[A-Z]|\"[^\"]*\"|\d+)|\bPage\b|\bof\b")


def read_sheet(content: bytes) -> Contents | Convert:
    """Return a workbook's cells as tables, with what it hides beside them."""
    parts = Parts(content)
    for name in parts:  # unfolds everything once, within bounds, before openpyxl does
        parts.read(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shown = openpyxl.load_workbook(
                io.BytesIO(content), data_only=True, keep_links=False, rich_text=True
            )
            made = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except Exception:  # openpyxl raises what it meets; LibreOffice may make sense of it
        return _to_be_mended(content, parts)
    reading = _Reading(parts, shown, made)
    blocks = tuple(reading.blocks())
    drawn = tell_parts(parts, reading.told, {text.strip() for text in reading.seen})
    words = [block.text for block in drawn if isinstance(block, Words)]
    ranges = [text for sheet in reading.made.worksheets for text in _ranges_of(sheet)]
    tell_left(parts, reading.told, (*reading.seen, *words, *reading.made.sheetnames, *ranges))
    return Contents(
        blocks=(*blocks, *drawn),
        hidden=reading.told.pieces(),
        attachments=tuple(reading.told.attachments.values()),
        gaps=tuple(reading.told.gaps),
    )


def _to_be_mended(content: bytes, parts: Parts) -> Convert:
    """Return a workbook that is not as it should be for LibreOffice to write anew, and say so.

    What its parts hold is told from the file itself; its strings have to be found again.
    """
    told = Told()
    told.hidden.update(((h.kind, h.text, h.page), None) for h in properties(parts))
    told.gap(_MENDED)
    tell_parts(parts, told)
    tell_left(parts, told, ())
    kept = [
        Hidden(_LEFT, text.strip())
        for name in parts
        if _WITH_STRINGS.search(name)
        for text in strings_of(parts.xml(name))
        if text.strip()
    ]
    return Convert(
        content=content,
        suffix="xlsx",
        to="xlsx",
        perhaps=tuple(kept),
        hidden=told.pieces(),
        attachments=tuple(told.attachments.values()),
        gaps=tuple(told.gaps),
    )


def read_csv(content: bytes) -> Contents:
    """Return a table written as text, with numbered rows."""
    text = decode(content)
    separator = separator_of(text[:65536]) or ","
    body = re.sub(r"^sep=.\r?\n", "", text)
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=separator))
    except csv.Error:
        raise Refused("the table is damaged and cannot be read; ask for it once more") from None
    cells = {
        (number, column): value.strip()
        for number, row in enumerate(rows, start=1)
        for column, value in enumerate(row, start=1)
        if value.strip()
    }
    _refuse_too_many(len(cells))
    return Contents(blocks=tuple(_grid(cells, titles=1)), source=text)


@dataclass(slots=True)
class _Reading:
    """A workbook on its way to pages: its values, its formulas, and what is told."""

    parts: Parts
    shown: Any
    made: Any
    told: Told = field(default_factory=Told)
    seen: set[str] = field(default_factory=set)

    def blocks(self) -> Iterator[Block]:
        self.told.hidden.update(((h.kind, h.text, h.page), None) for h in properties(self.parts))
        _refuse_too_many(sum(len(sheet._cells) for sheet in self.made.worksheets))
        self._tell_names(self.made.defined_names, "")
        for at, sheet in enumerate(self.made.worksheets):
            if at:
                yield NewPage()
            yield from self._sheet(sheet, self.shown[sheet.title])

    def _sheet(self, made: Any, shown: Any) -> Iterator[Block]:
        state = "" if made.sheet_state == "visible" else " (hidden)"
        yield Words(f"Sheet: {made.title}{state}", heading=True)
        if state:
            self.told.hide("hidden sheet", made.title)
        for part in ("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter",
                     "firstFooter"):  # fmt: skip
            margin = getattr(made, part)
            words = " ".join(
                t for t in (margin.left.text, margin.center.text, margin.right.text) if t
            )
            if _CODES.sub("", words).strip():
                self.told.hide("header or footer of a printed sheet", words)
        values = {place: cell.value for place, cell in shown._cells.items()}
        cells: dict[tuple[int, int], str] = {}
        for place, cell in sorted(made._cells.items()):
            text = self._cell(made.title, cell, values.get(place))
            if text:
                cells[place] = text
        self._tell_unseen(made, cells)
        self._tell_rules(made)
        self.seen.update(cells.values())
        if not cells:
            yield Words("This sheet is empty.")
        yield from _grid(cells, _titles(made))

    def _cell(self, sheet: str, cell: Any, value: Any) -> str:
        """Return what a cell shows; tell what stands behind it."""
        where = f"{sheet} {cell.coordinate}"
        written = getattr(cell.value, "text", cell.value)  # an array formula
        formula = isinstance(written, str) and written.startswith("=")
        text = self._in_looks(value, written) or as_shown(value, cell.number_format)
        if formula and '"' in written:
            self.told.hide("formula", f"{where}: {written}")
        if formula and value is None:
            text = written
        if text and (meant := unescaped(text)) != text:
            self.seen.add(text)
            text = meant
        if cell.comment is not None:
            said = f"{cell.comment.author}: " if cell.comment.author else ""
            self.told.hide("comment", f"{where}: {said}{unescaped(cell.comment.text)}")
        if cell.hyperlink is not None:
            for link in (cell.hyperlink.target, cell.hyperlink.tooltip):
                self.told.hide("link", f"{where}: {link}" if link else "")
        if text and is_unseen(cell.number_format, cell.font.color, cell.fill):
            self.told.hide("cell that cannot be seen", f"{where}: {text}")
        return text

    def _in_looks(self, value: Any, written: Any) -> str:
        """Return the words of a cell of several looks, or nothing where it has one or none."""
        if not isinstance(value, CellRichText):
            return ""
        text = written_out(value)
        if str(value) != written:  # a string and looks beside it: all of it is shown
            return str(written)
        self.seen.add(written)
        return text

    def _tell_unseen(self, sheet: Any, cells: dict[tuple[int, int], str]) -> None:
        """Tell the rows and columns that are hidden, filtered away or of no size."""
        rows = {n for n, d in sheet.row_dimensions.items() if d.hidden or d.height == 0}
        columns = set[int]()
        for dimension in sheet.column_dimensions.values():
            if (dimension.hidden or dimension.width == 0) and dimension.min and dimension.max:
                last = min(dimension.max, dimension.min + _LONGEST_RUN)
                columns.update(range(dimension.min, last + 1))
        for row in sorted(rows & {row for row, _ in cells}):
            words = " | ".join(text for (r, _), text in cells.items() if r == row)
            self.told.hide("hidden row", f"{sheet.title}, row {row}: {words}")
        for column in sorted(columns & {column for _, column in cells}):
            words = " | ".join(text for (_, c), text in cells.items() if c == column)
            letter = get_column_letter(column)
            self.told.hide("hidden column", f"{sheet.title}, column {letter}: {words}")

    def _tell_rules(self, sheet: Any) -> None:
        self._tell_names(sheet.defined_names, f"{sheet.title}: ")
        for rule in sheet.data_validations.dataValidation:
            for said in (rule.formula1, rule.formula2, rule.prompt, rule.promptTitle, rule.error,
                         rule.errorTitle):  # fmt: skip
                self.told.hide("choice or advice of a cell", said or "")
        for each in sheet.conditional_formatting:
            for rule in each.rules:
                for said in (*rule.formula, rule.text or ""):
                    if '"' in said or said == rule.text:
                        self.told.hide("formula", said)

    def _tell_names(self, names: Any, where: str) -> None:
        for name, definition in names.items():
            if not name.startswith("_xlnm"):
                self.told.hide("defined name", f"{where}{name}: {definition.attr_text}")


def _ranges_of(sheet: Any) -> Iterator[str]:
    """Yield what a workbook calls a sheet's filter and its print ranges, and how it writes them."""
    yield from _RESERVED
    yield f"{sheet.title}!{sheet.auto_filter.ref}"
    yield from (str(said) for said in (sheet.print_area, sheet.print_titles) if said)


def _grid(cells: dict[tuple[int, int], str], titles: int = 0) -> Iterable[Block]:
    """Return cells as tables with the letters of columns and the numbers of rows.

    The first `titles` rows of the sheet say what its columns are.
    """
    rows = sorted({row for row, _ in cells})
    bands = _bands(cells, least_width(str(rows[-1])) if rows else 0.0)
    for band in bands:
        if len(bands) > 1:
            letters = f"{get_column_letter(band[0])} to {get_column_letter(band[-1])}"
            yield Words(f"Columns {letters}", heading=True)
        head = ("", *(get_column_letter(column) for column in band))
        shown = [row for row in rows if any((row, column) in cells for column in band)]
        body = ((str(row), *(cells.get((row, column), "") for column in band)) for row in shown)
        repeated = sum(row <= titles for row in shown)
        yield Rows((head, *body), head=True, repeated=1 + repeated)


def _titles(sheet: Any) -> int:
    """Return how many rows at the top of a sheet say what its columns are, as far as is known."""
    count = 0
    pane = sheet.freeze_panes
    if pane:
        count = int(re.sub(r"[A-Z]+", "", str(pane))) - 1
    for area in (sheet.auto_filter.ref, *(table.ref for table in sheet.tables.values())):
        if area and re.fullmatch(r"[A-Z]+1(:.*)?", area.replace("$", "")):
            count = max(count, 1)
    if printed := re.fullmatch(r"\$?1:\$?(\d+)", sheet.print_title_rows or ""):
        count = max(count, int(printed[1]))
    first = [cell for (row, _), cell in sheet._cells.items() if row == 1 and cell.value is not None]
    if count == 0 and len(first) > 1 and all(cell.font.b for cell in first):
        count = 1
    return count if count <= _MOST_TITLES else 0


def _bands(cells: dict[tuple[int, int], str], taken: float) -> list[list[int]]:
    """Return the columns in groups that fit on a page side by side with their words unbroken."""
    texts: dict[int, list[str]] = {}
    for (_, column), text in cells.items():
        texts.setdefault(column, [get_column_letter(column)]).append(text)
    return abreast({column: room_for(texts[column]) for column in sorted(texts)}, taken)


def _refuse_too_many(count: int) -> None:
    if count > MOST_CELLS:
        raise Refused(
            f"the table holds {count:,} cells; at most {MOST_CELLS:,} are read: "
            "part it, and add each part"
        )
