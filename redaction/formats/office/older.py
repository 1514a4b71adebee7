"""Word documents of the years before 2007 ([MS-DOC]): LibreOffice makes DOCX of them.

What would be lost on the way is told here, before: who saved the file and where, properties,
variables, macros, what drawings say, and words that are left in the file and belong to no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.compound import Compound
from redaction.formats.office.container import attachment_of, in_package, parsed, text_in
from redaction.formats.office.officeart import tell_drawings
from redaction.formats.office.told import Told
from redaction.formats.readings import Convert
from redaction.pages import Hidden

_LOCKED = "the file is locked with a password; ask for it without one"
_MACROS = "the file holds macros, which are not read"
_OLD = "the file is of the years before 1997, and what it hides is not all read"
_WORD_97 = 0x00C1
_ENCRYPTED, _TABLE = 0x0100, 0x0200
_TABLES = 154  # where the places of tables begin in the header; each is 8 bytes (2.5.6)
_NAMES_OF_TEXT, _PIECES, _AUTHORS, _VARIABLES, _SAVED_BY = 32, 33, 51, 60, 71
_DRAWINGS = 50
_LETTERS = 76  # where the header says how many letters the text has without notes and headers
_CELL, _TAB, _PARAGRAPH = "\x07", 0x09, 0x0D
_OF_TEXT = {1: "Template", 2: "title", 3: "subject", 4: "keywords", 5: "description", 6: "creator",
            7: "lastModifiedBy", 8: "data of a mail merge", 9: "heads of a mail merge"}  # fmt: skip
_PROPERTIES = {
    "title": "title", "subject": "subject", "author": "creator", "keywords": "keywords",
    "comments": "description", "template": "Template", "last_saved_by": "lastModifiedBy",
    "category": "category", "manager": "Manager", "company": "Company",
}  # fmt: skip
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){6,}")
_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{10,}")
_SIGNS = str.maketrans(
    {"\x07": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\r": "\n", "\x1e": "-", "\x1f": None,
     **{chr(code): " " for code in (1, 2, 3, 4, 5, 6, 8)}}
)  # fmt: skip


def read_doc(content: bytes) -> Convert:
    """Return a Word document of the years before 2007 as one that is to become DOCX."""
    file, told = Compound(content, "document"), Told()
    main = file.stream(("WordDocument",))
    header = _Header(main, file)
    if header.flags & _ENCRYPTED:
        raise Refused(_LOCKED)
    perhaps: list[Hidden] = []
    _tell_properties(file, told)
    _tell_storages(file, told)
    if header.version < _WORD_97:
        told.gap(_OLD)
    else:
        _tell_tables(header, told)
        tell_drawings(header.table(_DRAWINGS), told)
        tell_drawings(file.stream(("Data",)), told)
        pieces = list(header.pieces())
        if (parted := header.with_cells_apart(pieces)) is not None:
            content = file.with_stream(("WordDocument",), parted)
        perhaps = [
            Hidden("words of the file that no page shows", line)
            for line in _without_codes("".join(text for _, _, text in pieces)).split("\n")
            if line.strip()
        ]
        for run in _left_over(main, [(start, end) for start, end, _ in pieces]):
            told.hide("words left over in the file", run)
    for run in file.left_over():
        if _is_text(run):
            told.hide("words left over in the file", run)
    return Convert(
        content=content,
        suffix="doc",
        to="docx",
        perhaps=tuple(perhaps),
        hidden=told.pieces(),
        attachments=tuple(told.attachments.values()),
        gaps=tuple(told.gaps),
    )


@dataclass(slots=True)
class _Header:
    """The header of a document (2.5.1), which says where everything else is."""

    main: bytes
    file: Compound

    @property
    def version(self) -> int:
        return self._number(2, 2)

    @property
    def flags(self) -> int:
        return self._number(10, 2)

    def _number(self, at: int, size: int) -> int:
        return int.from_bytes(self.main[at : at + size], "little")

    def table(self, which: int) -> bytes:
        """Return a table of the document; an empty one where there is none."""
        at, size = self._number(_TABLES + 8 * which, 4), self._number(_TABLES + 8 * which + 4, 4)
        if which >= self._number(152, 2):
            return b""
        name = "1Table" if self.flags & _TABLE else "0Table"
        return self.file.stream((name,))[at : at + size]

    def pieces(self) -> Iterator[tuple[int, int, str]]:
        """Yield where each piece of text begins and ends, and what it says (2.9.177)."""
        clx = self.table(_PIECES)
        at = 0
        while clx[at : at + 1] == b"\1":  # formatting
            at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
        if clx[at : at + 1] != b"\2":
            return
        plc = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
        count, left = (len(plc) - 4) // 12, 2 * len(self.main)
        for n in range(max(0, count)):
            first, last = (int.from_bytes(plc[4 * k : 4 * k + 4], "little") for k in (n, n + 1))
            place = 4 * (count + 1) + 8 * n + 2
            start = int.from_bytes(plc[place : place + 4], "little")
            wide = not start & 0x40000000
            start = start if wide else (start & 0x3FFFFFFF) // 2
            end = start + max(0, last - first) * (2 if wide else 1)
            left -= end - start
            if left < 0:  # pieces that lie over each other are no text
                return
            yield (
                start,
                end,
                self.main[start:end].decode("utf-16-le" if wide else "cp1252", "replace"),
            )

    def with_cells_apart(self, pieces: Sequence[tuple[int, int, str]]) -> bytes | None:
        """Return the stream of a text that ends in a table with tabs between its cells.

        LibreOffice does not see such a table, and sets its cells without any space: it wants a
        paragraph after it ([MS-DOC] 2.4.3), which other programs leave out. None for other texts.
        """
        left, places = self._number(_LETTERS, 4), list[tuple[int, str]]()
        for start, end, text in pieces:
            width = (end - start) // max(1, len(text))
            places += ((start + width * n, letter) for n, letter in enumerate(text[:left]))
            left -= len(text[:left])
        if not places or places[-1][1] != _CELL:
            return None
        stream = bytearray(self.main)
        last = ""
        for at, letter in places:
            if letter == _CELL:
                stream[at] = _PARAGRAPH if last == _CELL else _TAB
            last = "" if letter == last == _CELL else letter
        return bytes(stream)


def _strings(table: bytes, at: int = 0) -> tuple[list[str], int]:
    """Return the strings of a table of them (2.2.4), and where it ends."""
    if table[at : at + 2] != b"\xff\xff":
        return [], at
    count, extra = (int.from_bytes(table[at + n : at + n + 2], "little") for n in (2, 4))
    found, at = [], at + 6
    for _ in range(count):
        size = 2 * int.from_bytes(table[at : at + 2], "little")
        if at >= len(table):
            break
        found.append(table[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size + extra
    return found, at


def _tell_tables(header: _Header, told: Told) -> None:
    for number, text in enumerate(_strings(header.table(_NAMES_OF_TEXT))[0]):
        if number in _OF_TEXT and text.strip():
            told.hide("document property", f"{_OF_TEXT[number]}: {text}")
    for author in _strings(header.table(_AUTHORS))[0]:
        told.hide("author of a change or comment", "" if author == "Unknown" else author)
    saved = _strings(header.table(_SAVED_BY))[0]
    for author, path in zip(saved[::2], saved[1::2], strict=False):
        told.hide("who saved the file, and where", f"{author}: {path}")
    variables = header.table(_VARIABLES)
    names, at = _strings(variables)
    for name in names:
        size = 2 * int.from_bytes(variables[at : at + 2], "little")
        value = variables[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        told.hide("document variable", f"{name}: {value}")
        at += 2 + size


def _tell_properties(file: Compound, told: Told) -> None:
    for key, value in file.properties():
        if key == "thumbnail":
            told.hide("thumbnail", "a picture of its first page is kept in the file")
        elif value.strip("\0 "):
            told.hide("document property", f"{_PROPERTIES.get(key, key)}: {value.strip(chr(0))}")


def _tell_storages(file: Compound, told: Told) -> None:
    if {"Macros", "_VBA_PROJECT_CUR"} & set(file.storages(())):
        told.gap(_MACROS)
    for name in file.storages(("MsoDataStore",)):
        said = file.stream(("MsoDataStore", name, "Item"))
        try:
            told.hide("data bound to a field", text_in(parsed(said)) if said else "")
        except Refused:
            told.hide("data bound to a field", said.decode("utf-8", "replace"))
    for name in file.storages(("ObjectPool",)):
        for stream in ("Package", "\x01Ole10Native", "CONTENTS"):
            inside = file.stream(("ObjectPool", name, stream))
            title = "embedded"
            if stream == "\x01Ole10Native" and inside:
                title, inside = in_package(inside[4:])
            attachment = attachment_of(title, inside)
            if attachment is not None:
                told.attachments[name] = attachment


def _without_codes(text: str) -> str:
    """Return text with the results of its fields and without their codes (2.8.25)."""
    out, in_code = [], list[bool]()
    for part in re.split("([\x13\x14\x15])", text):
        if part == "\x13":
            in_code.append(True)
        elif part == "\x14" and in_code:
            in_code[-1] = False
        elif part == "\x15" and in_code:
            in_code.pop()
        elif not any(in_code):
            out.append(part)
    return "".join(out).translate(_SIGNS)


def _left_over(main: bytes, pieces: list[tuple[int, int]]) -> Iterator[str]:
    """Yield words in the stream of the text that belong to none of its pieces."""
    rest = bytearray(main)
    for start, end in pieces:
        rest[start:end] = bytes(max(0, min(end, len(rest)) - start))
    wide = [run[0].decode("utf-16-le") for run in _WIDE.finditer(rest)]
    narrow = [run[0].decode("cp1252", "replace")
              for run in _NARROW.finditer(_WIDE.sub(b"\0", bytes(rest)))]  # fmt: skip
    yield from (run for run in (*wide, *narrow) if _is_text(run))


def _is_text(run: str) -> bool:
    """Say whether a run of bytes reads like words: formatting reads like capitals and signs."""
    letters = sum(c.isascii() and (c.isalpha() or c.isspace()) for c in run)
    is_name = run.strip() in ("Root Entry", "WordDocument")
    return not is_name and letters > 0.8 * len(run) and sum(map(str.islower, run)) > 0.5 * len(run)
