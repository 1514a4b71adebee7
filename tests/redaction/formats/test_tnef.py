"""What Exchange wraps (winmail.dat): its text and attachments are those of the message."""

from __future__ import annotations

import base64
import struct

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import texts_of
from redaction.formats.mail.email import read_email
from redaction.formats.mail.tnef import read_tnef
from redaction.reading import read_documents


def attribute(number: int, content: bytes, level: int = 1) -> bytes:
    """Return one attribute with its checksum."""
    head = struct.pack("<BII", level, number | 0x60000, len(content))
    return head + content + struct.pack("<H", sum(content) & 0xFFFF)


def values(*told: tuple[int, int, bytes]) -> bytes:
    """Return properties of variable length: (type, tag, bytes)."""
    out = struct.pack("<I", len(told))
    for kind, tag, raw in told:
        padded = raw + b"\0" * (-len(raw) % 4)
        out += struct.pack("<HHII", kind, tag, 1, len(raw)) + padded
    return out


WRAPPED = (
    b"\x78\x9f\x3e\x22\1\0"
    + attribute(0x9007, struct.pack("<II", 1252, 0))
    + attribute(0x9003, values((0x1E, 0x1000, b"Dean rang. Ren\xe9e.\0"),
                               (0x1F, 0x3FFA, "Jane Smith".encode("utf-16-le"))))
    + attribute(0x9002, b"\0" * 14, 2)
    + attribute(0x8010, b"note.txt\0", 2)
    + attribute(0x800F, b"attached words", 2)
    + attribute(0x9002, b"\0" * 14, 2)
    + attribute(0x9005, values((0x1F, 0x3707, "..\\long name.doc".encode("utf-16-le")),
                               (0x0D, 0x3701, b"I" * 16 + b"inside")), 2)
)  # fmt: skip


def test_text_attachments_and_properties_are_taken_out() -> None:
    contents = read_tnef(WRAPPED)
    assert [text for block in contents.blocks for text in texts_of(block)] == [
        "Dean rang. Ren\u00e9e."
    ]
    assert [(a.name, a.content) for a in contents.attachments] == [
        ("note.txt", b"attached words"),
        ("long name.doc", b"inside"),
    ]
    assert [piece.text for piece in contents.hidden] == ["Last changed by: Jane Smith"]


def test_a_message_that_carries_a_wrapped_part_shows_it() -> None:
    message = (
        b"From: a@example.org\nDate: Mon, 02 Nov 2026 10:00:00 +0000\nSubject: Visit\n"
        b"Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n \n"
        b"--B\nContent-Type: application/ms-tnef; name=winmail.dat\n"
        b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(WRAPPED) + b"\n--B--\n"
    )
    contents = read_email(message)
    words = [text for block in contents.blocks for text in texts_of(block)]
    assert "Dean rang. Ren\u00e9e." in words
    assert [a.name for a in contents.attachments] == ["note.txt", "long name.doc"]


def test_damaged_and_endless_wrappings_end_in_a_reason() -> None:
    with pytest.raises(Refused, match="wrapped is damaged"):
        read_tnef(WRAPPED[:-30])
    with pytest.raises(Refused, match="wrapped is damaged"):
        read_tnef(WRAPPED[:6] + attribute(0x9003, struct.pack("<I", 2**31)))
    head = (
        b"From: a@example.org\nDate: x\nSubject: y\nContent-Type: application/ms-tnef\n"
        b"Content-Transfer-Encoding: base64\n\n"
    )
    pieces = [WRAPPED[:at] for at in range(8, len(WRAPPED), 97)]
    for read in read_documents([head + base64.b64encode(piece) for piece in pieces]):
        assert read.pages if not isinstance(read, Refused) else str(read)


TOM = "Tom Brown".encode("utf-16-le")


@pytest.mark.parametrize(
    "extra",
    [
        attribute(0x9004, struct.pack("<I", 1) + values((0x1F, 0x3001, TOM))),
        attribute(0x8009, b"tom.brown@example.net\0"),
        attribute(0x9003, values((0x102, 0x0C19, b"\0\1\2\3" + TOM + b"\0\0"))),
        attribute(0x9001, b"Tom Brown\0", 2),
    ],
    ids=["receivers", "message id", "an address's identifier", "an attachment's file"],
)  # fmt: skip
def test_words_of_other_attributes_are_told(extra: bytes) -> None:
    told = "\n".join(piece.text for piece in read_tnef(WRAPPED + extra).hidden).lower()
    assert "tom" in told
    assert "brown" in told
