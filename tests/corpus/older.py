"""XLS, XLSB, PPT, ODS and ODP: files that become a newer kind of themselves before they are read."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Mapping
from typing import Any

import olefile

from recordkeeping.vocabulary.errors import Refused
from redaction.sandbox.office import File, convert
from tests.corpus.case import FIRST, LAST, NAME, REFUSED, torture
from tests.corpus.notes import TOLD
from tests.corpus.office import (
    OFFICE,
    SHEETS,
    SLIDES,
    _shape,
    _zip,
    presentation,
    workbook,
)
from tests.redaction.formats.compounds import compound

Change = Callable[[bytes], bytes]


def made(content: bytes, suffix: str, to: str) -> bytes:
    """Return a file as LibreOffice saves it in another kind."""
    result = convert([File(content, suffix, to)])[0]
    if isinstance(result, Refused):
        raise result
    return result


def restreamed(content: bytes, changes: Mapping[str, Change]) -> bytes:
    """Return a compound file with some of its streams changed."""
    with olefile.OleFileIO(io.BytesIO(content)) as old:
        tree: dict[str, Any] = {}
        for path in old.listdir():
            *above, name = path
            inside = tree
            for folder in above:
                inside = inside.setdefault(folder, {})
            stream = old.openstream(path).read()
            inside[name] = changes[name](stream) if name in changes else stream
    return compound(tree)


ON_SHEETS = ("far-away", "outside-print-area", "sheet-name", "clipped", "struck-out-within")
BEHIND_SHEETS = ("very-hidden-sheet", "hidden-sheet", "hidden-row", "hidden-column", "white",
                 "no-format", "comment", "defined-name", "validation", "formula", "properties",
                 "filtered")  # fmt: skip


def book(which: str, to: str) -> bytes:
    """Return a workbook of the torture set in another kind."""
    return made(workbook(SHEETS[which][0]), "xlsx", to)


@torture("xls", suffix=".xls", stays=OFFICE, each=[(w, w) for w in ON_SHEETS])
def on_a_sheet_of_an_older_workbook(which: str) -> bytes:
    """The name is in a cell that a print does not show, or in the name of a sheet."""
    return book(which, "xls")


@torture("xls", suffix=".xls", stays=OFFICE, told=TOLD, each=[(w, w) for w in BEHIND_SHEETS])
def behind_a_sheet_of_an_older_workbook(which: str) -> bytes:
    """What a workbook hides is hidden in the older kind as well."""
    return book(which, "xls")


def record(kind: int, body: bytes) -> bytes:
    """Return a record of a workbook ([MS-XLS] 2.1.4)."""
    return struct.pack("<HH", kind, len(body)) + body


def _at_the_end(more: bytes) -> Change:
    return lambda stream: stream + more


def _inserted(more: bytes) -> Change:
    """Put records after the first, which says what the stream is; places of sheets move along."""

    def change(stream: bytes) -> bytes:
        first = 4 + struct.unpack_from("<H", stream, 2)[0]
        new = bytearray(stream[:first] + more + stream[first:])
        at = first + len(more)
        while at + 4 <= len(new):
            kind, size = struct.unpack_from("<HH", new, at)
            if kind == 0x85:
                place = struct.unpack_from("<I", new, at + 4)[0]
                struct.pack_into("<I", new, at + 4, place + len(more))
            if kind == 0x0A:
                break
            at += 4 + size
        return bytes(new)

    return change


PADDED = struct.pack("<HB", len(NAME), 0) + NAME.encode().ljust(109)
IN_RECORDS: dict[str, Change] = {
    "user-name": _inserted(record(0x5C, PADDED)),
    "cache-of-a-pivot": _inserted(record(0xCD, struct.pack("<HB", len(NAME), 0) + NAME.encode())),
    "after-the-sheets": _at_the_end(record(0x0204, bytes(6) + struct.pack("<HB", len(NAME), 1)
                                               + NAME.encode("utf-16-le"))),
}  # fmt: skip


@torture("xls", suffix=".xls", stays=OFFICE, told=TOLD, each=list(IN_RECORDS.items()))
def in_a_record_of_an_older_workbook(change: Change) -> bytes:
    """Records that no sheet shows: who saved it last, caches, cells beyond the end."""
    return restreamed(made(workbook(lambda b: None), "xlsx", "xls"), {"Workbook": change})


@torture("xls", suffix=".xls", stays=OFFICE, may=frozenset({REFUSED}), because="it is locked")
def in_a_locked_older_workbook() -> bytes:
    """The stream says that it is encrypted."""
    plain = made(workbook(lambda b: None), "xlsx", "xls")
    return restreamed(plain, {"Workbook": _inserted(record(0x2F, bytes(6)))})


@torture("ods", suffix=".ods", stays=OFFICE, each=[(w, w) for w in ON_SHEETS])
def on_a_sheet_of_an_open_workbook(which: str) -> bytes:
    """The name is in a cell that a print does not show, or in the name of a sheet."""
    return book(which, "ods")


@torture("ods", suffix=".ods", stays=OFFICE, told=TOLD, each=[(w, w) for w in BEHIND_SHEETS])
def behind_a_sheet_of_an_open_workbook(which: str) -> bytes:
    """What a workbook hides is hidden in an OpenDocument spreadsheet as well."""
    return book(which, "ods")


def _before(mark: bytes, xml: str) -> Change:
    return lambda part: part.replace(mark, xml.encode() + mark, 1)


LINK = "http://www.w3.org/1999/xlink"
IN_ODS: dict[str, Mapping[str, Change | bytes]] = {
    "script": {
        "content.xml": _before(
            b"<office:font-face-decls",
            f'<office:scripts><office:script>say "{NAME}"</office:script></office:scripts>',
        )
    },
    "linked-table": {
        "content.xml": _before(
            b"<table:table-column",
            f'<table:table-source xmlns:xlink="{LINK}" xlink:type="simple" '
            f'xlink:href="file:///C:/{FIRST}/{LAST}.ods" table:table-name="{NAME}"/>',
        )
    },
    "another-part": {"Notes/about.xml": f"<about>{NAME}</about>".encode()},
    "version-list": {
        "VersionList.xml": f'<list><entry comment="{NAME}" creator="{NAME}"/></list>'.encode()
    },
    "tracked-change": {
        "content.xml": _before(
            b"<table:table ",
            '<table:tracked-changes><table:cell-content-change table:id="ct1"><table:cell-address '
            'table:column="0" table:row="0" table:table="0"/><office:change-info><dc:creator>'
            f"{NAME}</dc:creator><dc:date>2026-11-02T09:00:00</dc:date></office:change-info>"
            f"<table:previous><table:change-track-table-cell><text:p>{NAME}</text:p>"
            "</table:change-track-table-cell></table:previous></table:cell-content-change>"
            "</table:tracked-changes>",
        )
    },
}


@torture("ods", suffix=".ods", stays=OFFICE, told=TOLD, each=list(IN_ODS.items()))
def in_another_part_of_an_open_workbook(changes: Mapping[str, Change | bytes]) -> bytes:
    """Scripts, links, other parts, older versions and tracked changes."""
    return _zip(made(workbook(lambda b: None), "xlsx", "ods"), changes)


def deck(which: str, to: str) -> bytes:
    """Return a presentation of the torture set in another kind."""
    return made(presentation(**SLIDES[which][0]), "pptx", to)


@torture("ppt", suffix=".ppt", stays=OFFICE, told=TOLD,
         each=[(w, w) for w in ("notes", "hidden-slide", "off-slide")])  # fmt: skip
def behind_an_older_slide(which: str) -> bytes:
    """What a presentation hides is hidden in the older kind as well."""
    return deck(which, "ppt")


@torture("ppt", suffix=".ppt", stays=OFFICE)
def on_an_older_slide() -> bytes:
    """The name is on two slides."""
    return deck("second-slide", "ppt")


def _text(kind: int, octets: bytes) -> bytes:
    return struct.pack("<HHI", 0, kind, len(octets)) + octets


@torture(
    "ppt",
    suffix=".ppt",
    stays=OFFICE,
    told=TOLD,
    each=[
        ("wide", _text(0x0FA0, NAME.encode("utf-16-le"))),
        ("narrow", _text(0x0FA8, NAME.encode())),
        ("string", _text(0x0FBA, NAME.encode("utf-16-le"))),
    ],
)
def in_an_earlier_saving_of_slides(more: bytes) -> bytes:
    """A presentation that was saved fast keeps words that were deleted since."""
    return restreamed(
        made(presentation(), "pptx", "ppt"), {"PowerPoint Document": lambda stream: stream + more}
    )


@torture("odp", suffix=".odp", stays=OFFICE, told=TOLD,
         each=[(w, w) for w in ("notes", "hidden-slide", "off-slide", "alt-text")])  # fmt: skip
def behind_an_open_slide(which: str) -> bytes:
    """What a presentation hides is hidden in an OpenDocument presentation as well."""
    return deck(which, "odp")


@torture("odp", suffix=".odp", stays=OFFICE)
def on_an_open_slide() -> bytes:
    """The name has struck letters in it."""
    return deck("struck-out-within", "odp")


@torture("odp", suffix=".odp", stays=OFFICE, told=TOLD)
def in_a_comment_on_an_open_slide() -> bytes:
    """A comment names the person, and so does its author."""
    comment = (
        '<office:annotation svg:x="1cm" svg:y="1cm"><dc:creator>' + NAME + "</dc:creator>"
        f"<dc:date>2026-11-02T09:00:00</dc:date><text:p>ask {NAME}</text:p></office:annotation>"
    )
    plain = made(presentation(extra=_shape("plain", top=3_000_000)), "pptx", "odp")

    def change(part: bytes) -> bytes:
        return re.sub(rb"(<draw:page [^>]*>)", rb"\1" + comment.encode(), part, count=1)

    return _zip(plain, {"content.xml": change})
