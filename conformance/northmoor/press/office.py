"""Word documents, workbooks and plain text, with no clock in them."""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Font

from conformance.northmoor.press.pdf import COUNCIL
from conformance.northmoor.wording import Heading, Marking, Paper, Paragraph, Table

_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def print_docx(paper: Paper) -> bytes:
    """Print a paper as a Word document: paragraphs, tables, one header and footer."""
    document = Document()
    document.core_properties.author = COUNCIL
    document.core_properties.title = paper.kind
    document.sections[0].header.paragraphs[0].text = f"{COUNCIL}\t\t{paper.head.text}"
    document.sections[0].footer.paragraphs[0].text = "OFFICIAL – SENSITIVE (PERSONAL)"
    document.add_heading(paper.title, level=1)
    for block in paper.blocks:
        match block:
            case Heading(line):
                document.add_heading(line.text, level=2)
            case Paragraph(line):
                document.add_paragraph(line.text)
            case Marking(words, scope):
                document.add_paragraph().add_run(words).bold = True
                for line in scope:
                    document.add_paragraph(line.text)
            case Table(rows):
                grid = document.add_table(len(rows), len(rows[0]), style="Table Grid")
                for cells, row in zip(grid.rows, rows, strict=True):
                    for cell, line in zip(cells.cells, row, strict=True):
                        cell.text = line.text
    document.save(out := BytesIO())
    return _without_clock(out.getvalue(), paper)


def print_xlsx(paper: Paper) -> bytes:
    """Print a paper as a workbook: its tables on one sheet, its words on a second."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet, notes = book.create_sheet("Chronology"), book.create_sheet("Notes")
    notes.append([paper.head.text])
    for block in paper.blocks:
        match block:
            case Table(rows):
                for row in rows:
                    sheet.append([cell.text for cell in row])
            case Heading(line) | Paragraph(line):
                notes.append([line.text])
            case Marking(words, scope):
                notes.append([words])
                for line in scope:
                    notes.append([line.text])
    for head in sheet[1]:
        head.font = Font(bold=True)
    for column, width in zip("ABCD", (14, 22, 90, 26), strict=True):
        sheet.column_dimensions[column].width = width
    book.save(out := BytesIO())
    return _without_clock(out.getvalue(), paper)


def print_txt(paper: Paper) -> bytes:
    """Print a paper as plain text, one line for each paragraph."""
    return "\n\n".join([paper.title, *(line.text for line in paper.lines())]).encode() + b"\n"


def _without_clock(made: bytes, paper: Paper) -> bytes:
    """Write the archive again with the paper's own day in place of every time of making."""
    day = datetime.combine(paper.dated, time(9))
    stamp = f"{day:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(BytesIO(made)) as old, ZipFile(out := BytesIO(), "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMPS.sub(rb"\g<1>" + stamp + rb"\g<3>", part)
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, part)
    return out.getvalue()
