"""Older Word documents: what they hide is told before LibreOffice makes newer ones of them."""

import struct

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.compound import Compound
from redaction.formats.kinds import DOC, kind_of
from redaction.formats.office.older import read_doc
from redaction.pages import Hidden
from tests.redaction.formats.compounds import Tree, compound

WORD_97, WORD_95 = 0x00C1, 0x0065
ENCRYPTED = 0x0100
AT = 0x800  # where the text begins


def strings(*texts: str, extra: int = 0) -> bytes:
    told = b"".join(struct.pack("<H", len(t)) + t.encode("utf-16-le") + bytes(extra) for t in texts)
    return struct.pack("<HHH", 0xFFFF, len(texts), extra) + told


def variable(name: str, value: str) -> bytes:
    return strings(name, extra=4) + struct.pack("<H", len(value)) + value.encode("utf-16-le")


def pieces(*lengths: tuple[int, bool, int]) -> bytes:
    """Return a table of pieces of text: how many letters, whether two bytes each, and where."""
    places, descriptions, at = [0], b"", 0
    for count, wide, start in lengths:
        at += count
        places.append(at)
        descriptions += struct.pack("<HIH", 0, start if wide else start * 2 | 0x40000000, 0)
    plc = struct.pack(f"<{len(places)}I", *places) + descriptions
    return b"\1\2\0xx" + b"\2" + struct.pack("<I", len(plc)) + plc


def doc(
    text: bytes = b"Before\rAfter\r",
    tables: dict[int, bytes] | None = None,
    version: int = WORD_97,
    flags: int = 0,
    more: Tree | None = None,
    letters: int = 0,
) -> bytes:
    """Return a document of one text and of tables by their number in the header."""
    tables = {33: pieces((len(text), False, AT)), **(tables or {})}
    header = bytearray(AT)
    struct.pack_into("<HHHHHH", header, 0, 0xA5EC, version, 0, 0, 0, flags)
    struct.pack_into("<I", header, 76, letters)
    struct.pack_into("<H", header, 152, 93)
    table = b""
    for which, content in tables.items():
        struct.pack_into("<II", header, 154 + 8 * which, len(table), len(content))
        table += content
    return compound({"WordDocument": bytes(header) + text, "0Table": table, **(more or {})})


def shape(*options: tuple[int, str]) -> bytes:
    """Return the options of a shape ([MS-ODRAW] 2.2.9)."""
    values = [text.encode("utf-16-le") + b"\0\0" for _, text in options]
    heads = b"".join(
        struct.pack("<HI", kind | 0x8000, len(value))
        for (kind, _), value in zip(options, values, strict=True)
    )
    inside = heads + b"".join(values)
    return struct.pack("<HHI", len(options) << 4 | 3, 0xF00B, len(inside)) + inside


@pytest.mark.parametrize(
    ("table", "kind", "text"),
    [
        ({71: strings("Moss", "C:\\cases\\Zephyrine.doc")}, "who saved the file, and where",
         "Moss: C:\\cases\\Zephyrine.doc"),
        ({51: strings("Unknown", "Zephyrine")}, "author of a change or comment", "Zephyrine"),
        ({60: variable("child", "Zephyrine")}, "document variable", "child: Zephyrine"),
        ({32: strings("", "", "About Zephyrine")}, "document property", "title: About Zephyrine"),
        ({50: shape((0x0381, "Zephyrine"))}, "alternative text", "Zephyrine"),
        ({50: b"\1" + shape((0x0104, "x"), (0x0380, "Zephyrine"))}, "name of a drawing",
         "Zephyrine"),
    ],
)  # fmt: skip
def test_what_the_tables_hide_is_told(table: dict[int, bytes], kind: str, text: str) -> None:
    assert read_doc(doc(tables=table)).hidden == (Hidden(kind, text),)


def test_words_that_belong_to_no_piece_of_the_text_are_told() -> None:
    text = b"Before\rZephyrine was seen there\rAfter\r"
    kept = pieces((7, False, AT), (6, False, AT + 32))
    reading = read_doc(doc(text, {33: kept}))
    assert reading.hidden == (Hidden("words left over in the file", "Zephyrine was seen there"),)


def test_each_line_is_on_a_page_or_told_by_whoever_reads_the_pages() -> None:
    text = "Before\rSee \x13 HYPERLINK x \x14the note\x15 end\x07Łódź\x0b".encode("utf-16-le")
    reading = read_doc(doc(text, {33: pieces((len(text) // 2, True, AT))}))
    kind = "words of the file that no page shows"
    assert reading.perhaps == tuple(
        Hidden(kind, line) for line in ("Before", "See the note end", "Łódź")
    )
    assert (reading.suffix, reading.to) == ("doc", "docx")


def test_cells_of_a_table_that_ends_a_text_are_set_apart() -> None:
    def text_of(content: bytes) -> bytes:
        return Compound(content).stream(("WordDocument",))[AT:]

    table = b"NHS\7Zephyrine\7\7GP\7\7\7"  # the last cell is empty
    ended = read_doc(doc(b"Before\r" + table, letters=7 + len(table)))
    assert text_of(ended.content) == b"Before\rNHS\tZephyrine\t\rGP\t\r\t"
    for text, letters in ((table + b"After\r", 999), (table + b"\r\7", len(table) + 1)):
        whole = doc(text, letters=letters)
        assert read_doc(whole).content == whole  # a paragraph follows; the last mark is a header's


def test_macros_and_embedded_files_are_told() -> None:
    native = b"\0\0\0\0\2\0note.txt\0C:\\n\0\0\0\3\0\5\0\0\0C:\\n\0\4\0\0\0rang"
    more: Tree = {
        "Macros": {"dir": b"x"},
        "ObjectPool": {
            "_12": {"\x01Ole10Native": native},
            "_13": {"Package": b"PK\5\6" + bytes(18)},
        },
    }
    reading = read_doc(doc(more=more))
    assert [gap.because for gap in reading.gaps] == ["the file holds macros, which are not read"]
    assert [(a.name, a.content[:4]) for a in reading.attachments] == [
        ("note.txt", b"rang"), ("embedded", b"PK\5\6"),
    ]  # fmt: skip


def test_a_document_with_a_password_is_refused_with_its_reason() -> None:
    with pytest.raises(Refused, match="locked with a password; ask for it without one"):
        read_doc(doc(flags=ENCRYPTED))


@pytest.mark.parametrize("stream", ["EncryptedPackage", "\tDRMContent"])
def test_a_newer_document_with_a_password_is_refused_with_its_reason(stream: str) -> None:
    sealed = compound({"EncryptionInfo": b"\4\0\4\0", stream: b"\1\2\3"})
    with pytest.raises(Refused, match="locked with a password; ask for it without one"):
        kind_of(sealed)


def test_a_document_of_before_1997_says_that_not_all_is_read() -> None:
    reading = read_doc(doc(version=WORD_95))
    assert [gap.because for gap in reading.gaps] == [
        "the file is of the years before 1997, and what it hides is not all read"
    ]


@pytest.mark.parametrize(
    "table",
    [
        {33: b"\2\xff\xff\xff\xff"},
        {33: b"\2\x0d\0\0\0" + b"\xff" * 13},
        {33: b"\1\xff\xff"},
        {60: strings("a", "b")[:-1]},
        {71: b"\xff\xff\xff\xff\xff\xff"},
        {50: b"\xf3\xff\x0b\xf0\xff\xff\xff\xff"},
        {50: b"\x13\0\x0b\xf0\x06\0\0\0\x81\xc3\xff\xff\xff\xff"},
    ],
)
def test_damaged_tables_are_read_as_far_as_they_go(table: dict[int, bytes]) -> None:
    assert kind_of(doc(tables=table)) == DOC
    assert read_doc(doc(tables=table)).to == "docx"


def test_a_damaged_container_ends_in_a_reason() -> None:
    with pytest.raises(Refused, match="the document is damaged and cannot be opened"):
        read_doc(doc()[:700])
