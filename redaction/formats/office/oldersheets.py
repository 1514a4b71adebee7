"""Workbooks of Excel's other kinds (XLS, XLSB): LibreOffice makes XLSX of them, which is read.

Their words are found here as well: what neither the pages show nor the new file tells is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from redaction.formats.compound import Compound
from redaction.formats.office.container import Parts
from redaction.formats.office.records import MACROS, NEVER_SHOWN, wide_words, words_of_workbook
from redaction.formats.office.sheetbeside import tell_parts
from redaction.formats.office.told import Told
from redaction.formats.readings import Convert
from redaction.pages import Hidden

_MACROS = "the file holds macros, which are not read"
_INSIDE = "a file inside this one is not opened; its words are told"
_BOOKS = ("workbook", "book")
_LEFT = "words left in the file"
_LOOKS = re.compile(
    r"xl/(styles|theme/.*|calcChain|metadata)\.bin|.*printerSettings.*|.*vbaProject.*"
)
_SAYS_NOTHING = re.compile(r"\W*|Root Entry|Arial|Calibri|Normal|[A-Z]|Sheet\d*|_xlnm.*|Worksheets")
_MOST_PIECES = 200_000


def read_xls(content: bytes) -> Convert:
    """Return a workbook of the years before 2007 as one that is to become XLSX."""
    book = Compound(content, "spreadsheet")
    told = Told()
    found: list[tuple[str, str]] = []
    for name in book.streams(()):
        stream = book.stream((name,))
        if name.casefold() in _BOOKS:
            found += words_of_workbook(stream)
        else:
            found += [(_LEFT, text) for text in wide_words(stream)]
    for storage in book.storages(()):
        if storage.casefold().startswith("_vba_project"):
            told.gap(_MACROS)
        elif storage.casefold().startswith("mbd"):
            told.gap(_INSIDE)
            for name in book.streams((storage,)):
                found += [(_LEFT, text) for text in wide_words(book.stream((storage, name)))]
    if any(kind == MACROS for kind, _ in found):
        told.gap(_MACROS)
    found += [("document property", text) for _, text in book.properties()]
    left = (text for text in book.left_over() if text != "Root Entry")
    told.hide("words in unused space of the file", "\n".join(left))
    return _to_be_read(content, "xls", found, told)


def read_xlsb(content: bytes) -> Convert:
    """Return a workbook of Excel's binary kind as one that is to become XLSX."""
    parts = Parts(content)
    told = Told()
    found: list[tuple[str, str]] = []
    for name in parts:
        inside = parts.read(name)
        if name.endswith(".bin") and not _LOOKS.fullmatch(name) and "embeddings/" not in name:
            found += [(_LEFT, text) for text in wide_words(inside)]
    tell_parts(parts, told)
    return _to_be_read(content, "xlsb", found, told)


def _to_be_read(
    content: bytes, suffix: str, found: Iterable[tuple[str, str]], told: Told
) -> Convert:
    pieces = []
    for kind, text in found:
        if kind in NEVER_SHOWN:
            told.hide(kind, text)
        elif kind != MACROS and not _SAYS_NOTHING.fullmatch(text):
            pieces.append(Hidden(kind, text))
    if len(pieces) > _MOST_PIECES:
        told.gap("the file holds more words than can be compared with its pages")
    return Convert(
        content=content,
        suffix=suffix,
        to="xlsx",
        perhaps=tuple(pieces[:_MOST_PIECES]),
        hidden=told.pieces(),
        attachments=tuple(told.attachments.values()),
        gaps=tuple(told.gaps),
    )
