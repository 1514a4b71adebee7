"""Plain text files."""

from __future__ import annotations

import codecs

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import Block, Words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes) -> str:
    """Return the text of a file: by its byte order mark, else UTF-8, else Windows-1252."""
    named = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    for encoding in named or ["utf-8", "cp1252"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("the text is written in an encoding that cannot be told")


def blocks_of_text(text: str) -> list[Block]:
    """Return the text as it stands, line by line."""
    return [Words(text.replace("\r\n", "\n").replace("\r", "\n"), plain=True)]
