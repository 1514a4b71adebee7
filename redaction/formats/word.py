"""Word documents (DOCX): paragraphs, tables, headers and footers, in order.

Anything else that may hold words is refused by its plain name: tracked changes, comments, notes,
text boxes, pictures, fields with hidden results, other files inside.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from defusedxml.ElementTree import fromstring
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.typeset import Line

MOST_UNPACKED = 100_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REFUSED_PARTS = {
    "word/comments": "comments",
    "word/footnotes": "footnotes",
    "word/endnotes": "endnotes",
    "word/media/": "pictures",
    "word/embeddings/": "other files inside",
    "word/charts/": "charts",
    "word/diagrams/": "diagrams",
    "word/glossary/": "building blocks",
    "word/vbaProject": "macros",
    "word/activeX": "controls",
}
_REFUSED_TAGS = {
    f"{_W}ins": "tracked changes", f"{_W}del": "tracked changes",
    f"{_W}moveFrom": "tracked changes", f"{_W}moveTo": "tracked changes",
    f"{_W}vanish": "hidden text", f"{_W}drawing": "drawings", f"{_W}pict": "drawings",
    f"{_W}object": "other files inside", f"{_W}altChunk": "other files inside",
    f"{_W}txbxContent": "text boxes", f"{_W}sdt": "content controls",
    f"{_W}fldSimple": "fields", f"{_W}instrText": "fields",
    f"{_W}commentReference": "comments", f"{_W}smartTag": "tags", f"{_W}sym": "symbols",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "formulas",
}  # fmt: skip


def is_word(content: bytes) -> bool:
    """Say whether bytes are a ZIP with a Word document in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, ValueError):
        return False


def word_lines(content: bytes) -> list[Line]:
    """Return a Word document's lines, or refuse one with parts that would be lost."""
    try:
        _look_inside(content)
        document = docx.Document(io.BytesIO(content))
        return list(_lines(document))
    except Refused:
        raise
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ):
        raise Refused("the Word document is damaged and cannot be opened") from None


def _look_inside(content: bytes) -> None:
    unpacked = 0
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.infolist():
            for start, what in _REFUSED_PARTS.items():
                if part.filename.startswith(start):
                    raise Refused(f"the Word document has {what}, which cannot be read yet")
            with package.open(part) as packed:
                # Real bytes are counted: the size that an archive announces may be a lie.
                data = packed.read(MOST_UNPACKED - unpacked + 1)
            unpacked += len(data)
            if unpacked > MOST_UNPACKED:
                raise Refused("the Word document unpacks to something far too large")
            if part.filename.startswith("word/") and part.filename.endswith(".xml"):
                _look_at_xml(data, part.filename)


def _look_at_xml(data: bytes, name: str) -> None:
    if name.split("/")[-1] in ("settings.xml", "styles.xml", "fontTable.xml", "numbering.xml"):
        return
    try:
        root: Any = fromstring(data)
    except Exception:  # many kinds are raised; each of them means no
        raise Refused("the Word document is damaged and cannot be opened") from None
    for node in root.iter():
        if node.tag in _REFUSED_TAGS:
            raise Refused(
                f"the Word document has {_REFUSED_TAGS[node.tag]}, which cannot be read yet"
            )


def _lines(document: Any) -> Iterator[Line]:
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.even_page_header):
            if not part.is_linked_to_previous:
                yield from _block(part)
    yield from _block(document)
    for section in document.sections:
        for part in (section.footer, section.first_page_footer, section.even_page_footer):
            if not part.is_linked_to_previous:
                yield from _block(part)


def _block(container: Any) -> Iterator[Line]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            name = block.style.name if block.style else ""
            yield Line(block.text, strong=str(name).startswith(("Heading", "Title")))
            yield Line("")
        elif isinstance(block, Table):
            for row in block.rows:
                # A merged cell stands in a row once for each column it spans.
                cells = {id(cell._tc): cell for cell in row.cells}.values()
                yield Line("   |   ".join(_cell(cell) for cell in cells))
            yield Line("")


def _cell(cell: Any) -> str:
    return " ".join(line.text for line in _block(cell) if line.text)
