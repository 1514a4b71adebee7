"""What a document is, told from its bytes: a name or a sender's word is not trusted."""

from __future__ import annotations

import io
import re
import zipfile

from recordkeeping.vocabulary.errors import Refused

PDF = "application/pdf"
TEXT = "text/plain"
EMAIL = "message/rfc822"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_NOT_READ = (
    (b"\x89PNG", "a picture; pictures cannot be read yet"),
    (b"\xff\xd8\xff", "a picture; pictures cannot be read yet"),
    (b"GIF8", "a picture; pictures cannot be read yet"),
    (b"BM", "a picture; pictures cannot be read yet"),
    (b"II*\0", "a scanned picture; pictures cannot be read yet"),
    (b"MM\0*", "a scanned picture; pictures cannot be read yet"),
    (b"\xd0\xcf\x11\xe0", "an older Office document or an Outlook message, which is not read yet"),
    (b"{\\rtf", "a rich text document, which is not read yet"),
)
_IN_ZIP = (
    ("xl/", "a spreadsheet, which is not read yet"),
    ("ppt/", "a presentation, which is not read yet"),
)
_HTML = re.compile(rb"\s*(<!doctype\s+html|<html\b)", re.IGNORECASE)
_HEADER = re.compile(
    rb"(?:from|to|cc|bcc|subject|date|sender|reply-to|received|return-path|delivered-to|message-id"
    rb"|mime-version|content-type|x-[a-z-]+|dkim-signature|arc-[a-z-]+|authentication-results"
    rb"|in-reply-to|references|thread-topic|thread-index|importance)[ \t]*:",
    re.IGNORECASE,
)
_SENDER = re.compile(rb"^from[ \t]*:", re.IGNORECASE | re.MULTILINE)
_WHEN_OR_TO = re.compile(
    rb"^(?:date|message-id|mime-version|received|to)[ \t]*:", re.IGNORECASE | re.MULTILINE
)


def kind_of(content: bytes) -> str:
    """Return the media type of a document that can be read, or refuse it in plain words."""
    if not content.strip(b"\0 \t\r\n"):
        raise Refused("the file is empty")
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content)
    for magic, what in _NOT_READ:
        if content.startswith(magic):
            raise Refused(f"the file is {what}")
    if _HTML.match(content):
        raise Refused("the file is a web page, which is not read yet")
    if _is_email(content):
        return EMAIL
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("the file is of a kind that is not read")
    return TEXT


def _kind_of_zip(content: bytes) -> str:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    # The last is what zipfile raises for an archive newer than it knows.
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Refused("the file is damaged: a container that cannot be opened") from None
    if "word/document.xml" in names:
        return WORD
    for folder, what in _IN_ZIP:
        if any(name.startswith(folder) for name in names):
            raise Refused(f"the file is {what}")
    raise Refused("the file is a container of other files; add them one by one")


def _is_email(content: bytes) -> bool:
    """Say whether the file begins with the headers of a message: a sender, and a date or so.

    A note that begins "From: … To: …" reads the same either way: both are shown whole.
    """
    head = content[:65536].lstrip(b"\r\n").replace(b"\r\n", b"\n").split(b"\n\n", 1)[0] + b"\n"
    lines = [line for line in head.split(b"\n") if line and line[:1] not in b" \t"]
    if not lines or not _HEADER.match(lines[0].removeprefix(b"\xef\xbb\xbf")):
        return False
    regular = all(re.match(rb"[!-9;-~]+[ \t]*:", line) for line in lines[1:])
    return regular and bool(_SENDER.search(head)) and bool(_WHEN_OR_TO.search(head))
