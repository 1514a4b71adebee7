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
from openpyxl.utils import get_column_letter

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.cells import as_shown, is_unseen
from redaction.formats.container import Element, Parts, attribute, local, properties, text_in
from redaction.formats.contents import Contents
from redaction.formats.drawings import tell_descriptions
from redaction.formats.kinds import separator_of
from redaction.formats.layout import PAGE_WIDTH, Block, NewPage, Rows, Words, least_width, unbroken
from redaction.formats.readings import Convert
from redaction.formats.text import decode
from redaction.formats.told import Told

MOST_CELLS = 150_000
_COLUMNS = 7  # side by side, beside the number of the row
_LONGEST_RUN = 16_384
_MACROS = "the file holds macros, which are not read"
_SAYS_NOTHING = re.compile(
    r"(^\[Content_Types\]\.xml|\.rels|docProps/.*\.xml|xl/(workbook|styles|calcChain|sharedStrings"
    r"|metadata)\.xml|xl/theme/.*|xl/worksheets/sheet\d*\.xml|xl/chartsheets/.*|.*\.vml"
    r"|xl/charts/(style|colors)\d*\.xml|.*printerSettings.*|.*/itemProps\d*\.xml"
    r"|xl/tables/.*|xl/comments.*|.*/(richData|rdrichvalue).*)$",
    re.IGNORECASE,
)


def read_sheet(content: bytes) -> Contents | Convert:
    """Return a workbook's cells as tables, with what it hides beside them."""
    parts = Parts(content)
    for name in parts:  # unfolds everything once, within bounds, before openpyxl does
        parts.read(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
            made = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except Exception:  # openpyxl raises what it meets; LibreOffice may make sense of it
        return Convert(content=content, suffix="xlsx", to="xlsx")
    reading = _Reading(parts, shown, made)
    blocks = tuple(reading.blocks())
    reading.tell_parts()
    return Contents(
        blocks=(*blocks, *reading.drawn),
        hidden=reading.told.pieces(),
        attachments=tuple(reading.told.attachments.values()),
        gaps=tuple(reading.told.gaps),
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
        raise Refused("the table is damaged and cannot be read") from None
    cells = {
        (number, column): value.strip()
        for number, row in enumerate(rows, start=1)
        for column, value in enumerate(row, start=1)
        if value.strip()
    }
    _refuse_too_many(len(cells))
    return Contents(blocks=tuple(_grid(cells)), source=text)


@dataclass(slots=True)
class _Reading:
    """A workbook on its way to pages: its values, its formulas, and what is told."""

    parts: Parts
    shown: Any
    made: Any
    told: Told = field(default_factory=Told)
    drawn: list[Block] = field(default_factory=list)
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
        yield from _grid(cells)

    def _cell(self, sheet: str, cell: Any, value: Any) -> str:
        """Return what a cell shows; tell what stands behind it."""
        where = f"{sheet} {cell.coordinate}"
        written = getattr(cell.value, "text", cell.value)  # an array formula
        formula = isinstance(written, str) and written.startswith("=")
        text = as_shown(value, cell.number_format)
        if formula and '"' in written:
            self.told.hide("formula", f"{where}: {written}")
        if formula and value is None:
            text = written
        if cell.comment is not None:
            said = f"{cell.comment.author}: " if cell.comment.author else ""
            self.told.hide("comment", f"{where}: {said}{cell.comment.text}")
        if cell.hyperlink is not None:
            for link in (cell.hyperlink.target, cell.hyperlink.tooltip):
                self.told.hide("link", f"{where}: {link}" if link else "")
        if text and is_unseen(cell.number_format, cell.font.color):
            self.told.hide("cell that cannot be seen", f"{where}: {text}")
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

    def tell_parts(self) -> None:
        """Tell what stands in the parts of the file that hold no cells."""
        for name in self.parts:
            if name == "xl/sharedStrings.xml":
                self._tell_strings(self.parts.xml(name))
            elif "threadedComments/" in name or "persons/" in name:
                self._tell_people(self.parts.xml(name))
            elif name.endswith(".rels"):
                for tie in self.parts.relations(_owner(name)).values():
                    if tie.external:
                        self.told.hide("link", tie.target)
            elif _SAYS_NOTHING.match(name):
                continue
            elif "vbaProject" in name:
                self.told.gap(_MACROS)
            elif "thumbnail" in name:
                continue
            elif name.endswith(".xml"):
                self._tell_part(name, self.parts.xml(name))
            else:
                self.told.attach(self.parts, name)

    def _tell_part(self, name: str, root: Element) -> None:
        if "/drawings/" in name or "/charts/" in name or "/diagrams/" in name:
            tell_descriptions(root, self.parts.relations(name), self.told)
            texts = [e.text or "" for e in root.iter() if local(e) in ("t", "v", "f")]
            words = " ".join(text for text in texts if text.strip())
            if words:
                what = "a chart" if "/charts/" in name else "a drawing"
                self.drawn.append(Words(f"Words in {what}", heading=True))
                self.drawn.append(Words(words))
            return
        kind = "part of the file that is not shown"
        if "pivot" in name:
            kind = "copy of cells kept for a pivot table"
        elif "externalLink" in name:
            kind = "copy of cells of another file"
        elif "connections" in name or "queryTable" in name:
            kind = "where the data came from"
        elif "revisions" in name:
            kind = "earlier words of cells"
        elif "customXml" in name:
            kind = "data bound to a field"
        said = [text_in(root)]
        for element in root.iter():
            said += [attribute(element, key) for key in ("v", "name", "connection", "command", "u")]
        self.told.hide(kind, "\n".join(dict.fromkeys(word for word in said if word)))

    def _tell_people(self, root: Element) -> None:
        for element in root.iter():
            if local(element) == "person":
                for key in ("displayName", "userId"):
                    self.told.hide("person named in the file", attribute(element, key))
            elif local(element) == "text":
                self.told.hide("comment", element.text or "")

    def _tell_strings(self, root: Element) -> None:
        """Tell words that are kept with the cells' words and that no cell shows."""
        for item in root:
            words = "".join(
                e.text or ""
                for e in item.iter()
                if local(e) == "t" and not any(local(a) == "rPh" for a in e.iterancestors())
            )
            if words.strip() and words.strip() not in self._known():
                self.told.hide("words that no cell shows", words)

    def _known(self) -> set[str]:
        if "\0" not in self.seen:
            self.seen = {text.strip() for text in self.seen} | {"\0"}
        return self.seen


def _owner(rels: str) -> str:
    """Return the name of the part whose relations these are."""
    return rels.replace("_rels/", "").removesuffix(".rels")


def _grid(cells: dict[tuple[int, int], str]) -> Iterable[Block]:
    """Return cells as tables with the letters of columns and the numbers of rows."""
    rows = sorted({row for row, _ in cells})
    bands = _bands(cells, least_width(str(rows[-1])) if rows else 0.0)
    for band in bands:
        if len(bands) > 1:
            letters = f"{get_column_letter(band[0])} to {get_column_letter(band[-1])}"
            yield Words(f"Columns {letters}", heading=True)
        head = ("", *(get_column_letter(column) for column in band))
        body = (
            (str(row), *(cells.get((row, column), "") for column in band))
            for row in rows
            if any((row, column) in cells for column in band)
        )
        yield Rows((head, *body), head=True)


def _bands(cells: dict[tuple[int, int], str], taken: float) -> list[list[int]]:
    """Return the columns in groups that fit on a page side by side with their words unbroken."""
    longest: dict[int, str] = {}
    for (_, column), text in cells.items():
        longest[column] = max([longest.get(column, ""), *unbroken(text)], key=len)
    bands: list[list[int]] = []
    left = 0.0
    for column in sorted(longest):
        width = least_width(longest[column])
        if not bands or len(bands[-1]) == _COLUMNS or width > left:
            bands.append([])
            left = PAGE_WIDTH - taken
        bands[-1].append(column)
        left -= width
    return bands


def _refuse_too_many(count: int) -> None:
    if count > MOST_CELLS:
        raise Refused(f"the table holds {count:,} cells; at most {MOST_CELLS:,} are read")
