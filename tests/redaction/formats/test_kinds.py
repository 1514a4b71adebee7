"""A file is what its bytes are; what is not read is refused in words that say what to do."""

import io
import zipfile

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import (
    BMP,
    CSV,
    EMAIL,
    GIF,
    HTML,
    ICS,
    JPEG,
    MBOX,
    ODS,
    ODT,
    PDF,
    PNG,
    RTF,
    SHEET,
    SLIDES,
    TEXT,
    TIFF,
    VCF,
    WEBP,
    WORD,
    XLSB,
    ZIP,
    kind_of,
)

MAIL = b"From: a@example.org\nDate: Mon, 02 Nov 2026 10:00:00 +0000\nSubject: x\n\nwords\n"


def container(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        if mimetype:
            opened.writestr("mimetype", mimetype)
        for name in names:
            opened.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"junk before\n%PDF-1.7\n", PDF),
        (b"\x89PNG\r\n\x1a\n....", PNG),
        (b"\xff\xd8\xff\xe0....", JPEG),
        (b"GIF89a....", GIF),
        (b"BM\x10\0\0\0\0\0\0\0....", BMP),
        (b"II*\0....", TIFF),
        (b"MM\0*....", TIFF),
        (b"RIFF....WEBPVP8 ", WEBP),
        (b"{\\rtf1 words}", RTF),
        (container("[Content_Types].xml", "word/document2.xml"), WORD),
        (container("[Content_Types].xml", "xl/workbook.xml"), SHEET),
        (container("[Content_Types].xml", "xl/workbook.bin"), XLSB),
        (container("[Content_Types].xml", "ppt/presentation.xml"), SLIDES),
        (container(mimetype=ODT), ODT),
        (container(mimetype=ODS + "-template"), ODS),
        (container("word/letter.txt"), ZIP),
        (MAIL, EMAIL),
        (b"From someone@example.org Mon Nov  2 10:00:00 2026\n" + MAIL, MBOX),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>words", HTML),
        (b"<?xml version='1.0'?>\n<!-- saved --><html><body>", HTML),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ICS),
        (b"begin:vcard\r\nEND:VCARD\r\n", VCF),
        (b"name;born\nDean;1990\nKay;2015\n", CSV),
        (b'name,said\nDean,"one, two\nthree"\nKay,no\n', CSV),
        (b"sep=|\na|b\n", CSV),
        # Two rows are a table where the first says what columns hold.
        (b"Name,D.O.B.\nDean Marsh,01/02/1978\n", CSV),
        (b"Mother's name;Mobile number;Notes\nJo Marsh;07700 900142\n", CSV),
        (b"Dean rang, twice.\nNobody, he said.\n", TEXT),
        # A conversation as telephones save it, in two ways; a table that begins with times is one.
        (3 * b"[12/03/2014, 13:59:39] Dean Marsh: I am on my way\n", TEXT),
        (3 * b"3/12/14, 1:59 pm - Dean Marsh: I am on my way\n", TEXT),
        (3 * b"12/03/2014, 13:59, Dean Marsh: a call\n", CSV),
        (b"Dear Kay,\nI am well,\nYours,\n", TEXT),
        (b"Dean rang, twice.\nNobody, he said, came.\nThe end.\n", TEXT),
        (b"MZ rang.\n", TEXT),
        ("name\tborn\n".encode("utf-16"), TEXT),
    ],
)
def test_a_kind_is_told_by_its_bytes(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\0\0\n", "the file is empty"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "a sound or video recording"),
        (b"ID3\x03\0\0\0\0", "a sound or video recording"),
        (b"RIFF\0\0\0\0WAVEfmt ", "a sound or video recording"),
        (b"!BDN\0\0\0\0", "Outlook's own kind"),
        (b"AC1032\0\0\0\0", "a technical drawing"),
        (b"7z\xbc\xaf\x27\x1c\0\0", "unpack it"),
        (b"MZ\x90\0\3\0", "a program"),
        (b"%!PS-Adobe-3.0\n", "print it to PDF"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more", "damaged"),
        (b"words\0\1\2and no words", "of a kind that is not read"),
        (container(mimetype="application/vnd.oasis.opendocument.graphics"), "save it as PDF"),
    ],
)
def test_what_is_not_read_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        kind_of(content)


def test_a_locked_opendocument_file_is_refused_as_locked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("mimetype", ODT)
        opened.writestr("META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>")
    with pytest.raises(Refused, match="locked with a password"):
        kind_of(out.getvalue())
