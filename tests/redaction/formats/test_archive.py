"""Containers: every file listed and kept, names harmless, bombs refused."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.archive import read_archive
from redaction.formats.layout import Rows, Words
from redaction.reading import read_document


def container(*files: tuple[str, bytes], comment: bytes = b"") -> bytes:
    """Return a container of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the same name twice is meant
        for name, content in files:
            opened.writestr(zipfile.ZipInfo(name, (2026, 11, 2, 10, 0, 0)), content, 8)
        opened.comment = comment
    return out.getvalue()


def rows_of(content: bytes) -> list[tuple[str, ...]]:
    """Return the list on the page, without its head."""
    [rows] = [block for block in read_archive(content).blocks if isinstance(block, Rows)]
    return list(rows.rows[1:])


def test_files_are_listed_and_kept_under_names_that_say_nothing() -> None:
    content = container(("notes/", b""), ("notes/Zephyrine.TXT", b"words"), comment=b"by Dean")
    contents = read_archive(content)
    assert rows_of(content) == [
        ("1", "notes/", "02/11/2026 10:00", "folder", ""),
        ("2", "notes/Zephyrine.TXT", "02/11/2026 10:00", "5", ""),
    ]
    assert [(a.name, a.content) for a in contents.attachments] == [("0002.txt", b"words")]
    assert [(h.kind, h.text) for h in contents.hidden] == [("comment of the container", "by Dean")]
    assert contents.gaps == ()


def test_names_that_point_elsewhere_and_names_that_come_twice_are_told() -> None:
    content = container(
        ("../../etc/passwd", b"a"), ("C:\\dean.txt", b"b"), ("a.txt", b"c"), ("A.txt", b"d")
    )
    assert [row[4] for row in rows_of(content)] == [
        "its name points out of the container",
        "its name points out of the container",
        "",
        "the same name as No. 3",
    ]
    names = [a.name for a in read_archive(content).attachments]
    assert names == ["0001", "0002.txt", "0003.txt", "0004.txt"]


def test_a_locked_or_damaged_file_is_a_gap_and_the_others_are_kept() -> None:
    content = bytearray(container(("locked.txt", b"x" * 50), ("open.txt", b"words")))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    contents = read_archive(bytes(content))
    assert [gap.because for gap in contents.gaps] == [
        "1 of the 2 files in the container could not be opened: "
        "locked with a password; ask for it without one"
    ]
    title, rows = contents.blocks
    assert title == Words("Container of 2 files, 1 of which could not be opened", heading=True)
    assert isinstance(rows, Rows)
    assert [row[4] for row in rows.rows[1:]] == ["NOT OPENED: locked with a password", ""]
    assert [a.content for a in contents.attachments] == [b"words"]
    damaged = container(("a.txt", b"words" * 99), ("open.txt", b"words"))
    at = damaged.index(b"a.txt") + 5
    contents = read_archive(damaged[:at] + b"\xff\xff\xff" + damaged[at + 3 :])
    assert [gap.because for gap in contents.gaps] == [
        "1 of the 2 files in the container could not be opened: packed in a way that is not read, "
        "or damaged; ask for each file by itself"
    ]


def test_bombs_are_refused() -> None:
    with pytest.raises(Refused, match="unfolds into something too large"):
        read_document(container(("a", b"\0" * 60_000_000)))
    inner = container(("a", b"\0" * 15_000_000))
    with pytest.raises(Refused, match="unfolds into something too large"):
        read_document(container(*((f"{n}.zip", inner) for n in range(8))))
    with pytest.raises(Refused, match="more than 1000 files"):
        read_document(container(*((f"{n}.txt", b"x") for n in range(1001))))


def test_containers_in_containers_are_opened_to_a_depth() -> None:
    content = b"words"
    for level in range(4):
        content = container((f"{level}.zip" if level else "note.txt", content))
    [attached] = read_archive(content).attachments
    assert attached.content.startswith(b"PK\x03\x04")
    with pytest.raises(Refused, match="more than 4 deep"):
        read_document(container(("5.zip", container(("4.zip", content)))))


def test_what_the_list_does_not_name_is_told() -> None:
    content = container(("a.txt", b"words"))
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        start = opened.start_dir
    stray = (
        b"PK\x03\x04" + struct.pack("<5H3I2H", 20, 0, 0, 0, 0, 0, 5, 5, 5, 0) + b"Zephy" + b"rine!"
    )
    moved = bytearray(content[:start] + stray + content[start:])
    moved[-6:-2] = struct.pack("<I", start + len(stray))
    contents = read_archive(bytes(moved))
    assert "Zephyrine!" in contents.hidden[0].text
    assert len(contents.gaps) == 1


def test_a_container_is_read_in_the_sandbox_and_an_empty_one_too() -> None:
    document = read_document(container(("a.txt", b"Dean rang.")))
    assert document.media_type == "application/zip"
    assert document.pages[0].text.startswith("Container of 1 file\n")
    assert read_document(container()).attachments == ()


def test_a_damaged_container_is_refused() -> None:
    with pytest.raises(Refused, match="damaged"):
        read_document(container(("a.txt", b"words"))[:40])


def test_words_in_extra_fields_and_around_a_container_are_told() -> None:
    entry = zipfile.ZipInfo("a.txt", (2026, 11, 2, 10, 0, 0))
    entry.extra = struct.pack("<HH", 0x9999, 10) + b"Dean Marsh"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr(entry, b"words")
    told = read_archive(b"Zora Finch\n" + out.getvalue() + b"Kim Lowry").hidden
    assert [(piece.kind, piece.text.split("\n")) for piece in told] == [
        ("outside the container's own list", ["Zora Finch"]),
        ("outside the container's own list", ["Kim Lowry"]),
        ("about the files in the container", ["Dean Marsh"]),
    ]


def test_a_file_that_the_list_does_not_name_is_a_document_too() -> None:
    whole = bytearray(container(("a.txt", b"on Tuesday"), ("b.txt", b"about Dean Marsh, " * 9)))
    listed, end = whole.rfind(b"PK\1\2"), whole.rfind(b"PK\5\6")
    size = int.from_bytes(whole[end + 12 : end + 16], "little") - (end - listed)
    whole[end + 8 : end + 16] = struct.pack("<HHI", 1, 1, size)
    del whole[listed:end]
    read = read_archive(bytes(whole))
    assert [(a.name, a.content) for a in read.attachments] == [
        ("0001.txt", b"on Tuesday"),
        ("0002 not listed", b"about Dean Marsh, " * 9),
    ]
