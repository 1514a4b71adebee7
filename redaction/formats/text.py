"""Plain text: its encoding is found out, never guessed past an error."""

from __future__ import annotations

import codecs

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.typeset import Line


def decoded(content: bytes) -> str:
    """Return the text of bytes in UTF-8, in UTF-16 with its mark, or in Windows-1252."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise Refused("the text is in an encoding that we do not know") from None
    if any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in text):
        raise Refused("the file is not text, nor any other kind that we can read")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def text_lines(content: bytes) -> list[Line]:
    """Return the lines of a text file."""
    return [Line(line) for line in decoded(content).split("\n")]
