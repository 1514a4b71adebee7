"""What a file is, by its bytes and not by its name; and reading it."""

from __future__ import annotations

from dataclasses import replace

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.document import PDF, ReadDocument
from redaction.formats.mail import is_mail, mail_lines
from redaction.formats.pdf import read_pdf
from redaction.formats.text import text_lines
from redaction.formats.typeset import typeset
from redaction.formats.word import is_word, word_lines

MOST_BYTES = 100_000_000
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, TEXT = "message/rfc822", "text/plain"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")


def media_type_of(content: bytes) -> str:
    """Return the kind of a file that can be read, or refuse one that cannot, with its reason."""
    if not content:
        raise Refused("the file is empty")
    if len(content) > MOST_BYTES:
        raise Refused("the file is too large to be read")
    if b"%PDF-" in content[:1024]:
        return PDF
    if is_word(content):
        return WORD
    if content.startswith(b"PK"):
        raise Refused("the file is a spreadsheet, an archive or damaged; it cannot be read yet")
    if content.startswith(_PICTURES):
        raise Refused("the file is a picture, which cannot be read yet")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("the file is of an old Office kind, which cannot be read yet")
    if content.startswith(b"{\\rtf") or content.lstrip()[:200].lower().startswith(
        (b"<!doctype html", b"<html")
    ):
        raise Refused("the file is formatted text of a kind that cannot be read yet")
    return MAIL if is_mail(content) else TEXT


def read_document(content: bytes) -> ReadDocument:
    """Read a file into pages, or refuse it with a reason that a requester may read."""
    match kind := media_type_of(content):
        case "application/pdf":
            return read_pdf(content)
        case "message/rfc822":
            lines, attachments = mail_lines(content)
        case "text/plain":
            lines, attachments = text_lines(content), ()
        case _:
            lines, attachments = word_lines(content), ()
    if not any(line.text.strip() for line in lines) and not attachments:
        raise Refused("the file holds no words")
    return replace(read_pdf(typeset(lines)), media_type=kind, attachments=attachments)
