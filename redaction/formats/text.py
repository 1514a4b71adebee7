"""Plain text files, and what encodings say."""

from __future__ import annotations

import codecs

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Block, Words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs"}
_WINDOWS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
DOUBTFUL = "the text is written in an encoding that could not be told for certain"


def read_text(content: bytes) -> Contents:
    """Return a text file as it stands."""
    text = decode(content)
    return Contents(tuple(blocks_of_text(text)), source=text)


def decode(content: bytes) -> str:
    """Return the text of a file: by its byte order mark, else UTF-8, UTF-16 or Windows-1252."""
    for encoding in _marked(content) or [*_wide(content), "utf-8", "cp1252"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("the text is written in an encoding that cannot be told; save it as UTF-8")


def beginning(content: bytes) -> bytes:
    """Return the beginning of a file, for a look at its kind, in UTF-8 where it is UTF-16 or 32."""
    start = content[:65536]
    wide = [e for e in _marked(start) or _wide(start) if e != "utf-8-sig"]
    return start.decode(wide[0], "replace").lstrip("\ufeff").encode() if wide else start


def _marked(content: bytes) -> list[str]:
    """Return what a byte order mark says."""
    return next(([encoding] for mark, encoding in _MARKS if content.startswith(mark)), [])


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wide(content: bytes) -> list[str]:
    """Return UTF-16 where every second byte is mostly empty, as in Latin letters written so."""
    start = content[:4096]
    if len(content) % 2 or b"\0" not in start:
        return []
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) * 0.3 and even < len(start) * 0.05:
        return ["utf-16-le"]
    if even > len(start) * 0.3 and odd < len(start) * 0.05:
        return ["utf-16-be"]
    return []


def decode_as(content: bytes, charset: str | None) -> tuple[str, tuple[Gap, ...]]:
    """Return text in the encoding that its sender named, and a gap where that cannot be right.

    Where the named one is unknown or wrong, UTF-8 and then Windows-1252 are tried, and a byte that
    means nothing is shown as a replacement sign.
    """
    named = _codec(charset)
    # What is plainly written in two octets a letter is not in what its sender says.
    if (marked := _marked(content)) or (b"\0" in content and (marked := _wide(content))):
        named = next((e for e in marked if _is(content, e)), named)
    # A message that names none, or only ASCII, and holds more, is in what its readers guess.
    for encoding in dict.fromkeys(filter(None, (named, "utf-8", _WINDOWS.get(named or "")))):
        try:
            text = content.decode(encoding)
        except (UnicodeError, ValueError):
            continue
        is_sure = encoding == named or charset is None or content.isascii()
        return text, () if is_sure or named == "ascii" else (Gap(DOUBTFUL),)
    return content.decode("cp1252", "replace"), (Gap(DOUBTFUL),)


def _codec(charset: str | None) -> str | None:
    try:
        found = codecs.lookup((charset or "ascii").strip(" \"'"))
    except (LookupError, ValueError, UnicodeError):
        return None
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and found.name not in _NO_CHARSETS else None


def blocks_of_text(text: str) -> list[Block]:
    """Return the text as it stands, line by line."""
    return [Words(text.replace("\r\n", "\n").replace("\r", "\n"), plain=True)]
