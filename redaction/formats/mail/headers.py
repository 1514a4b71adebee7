"""The headers of a message as people read them: unfolded, decoded (RFC 2047, 2231), whole."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message as Part

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.text import decode_as

_MOST_HEADERS = 2000
_MOST_LETTERS = 400_000
_ENCODED = re.compile(r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?=")


def headers_of(part: Part) -> list[tuple[str, str]]:
    """Return the headers in their order, decoded."""
    raw = list(part.raw_items())
    if len(raw) > _MOST_HEADERS or sum(len(str(value)) for _, value in raw) > _MOST_LETTERS:
        raise Refused("the head of the message is too long to be read; print it to PDF")
    return [(name, decoded(str(value))) for name, value in raw]


def decoded(value: str) -> str:
    """Return a header's value as people read it; bytes that are no ASCII are told by guess."""
    raw = value.encode("utf-8", "surrogateescape")
    unfolded = " ".join(re.sub(r"[\r\n]+[ \t]*", " ", decode_as(raw, None)[0]).split())
    # White space between two encoded words only folds them (RFC 2047, 6.2).
    joined = re.sub(r"(\?=)\s+(?==\?)", r"\1", unfolded)
    return _words(joined)


def _words(text: str) -> str:
    """Decode runs of encoded words together: a letter may be parted between two."""
    out, at = [], 0
    for run in re.finditer(rf"(?:{_ENCODED.pattern})+", text):
        out += [text[at : run.start()], _run(run[0])]
        at = run.end()
    return "".join([*out, text[at:]])


def _run(words: str) -> str:
    pieces: list[tuple[str, bytes]] = []
    for word in _ENCODED.findall(words):
        charset = word[2:].split("?")[0].split("*")[0].lower()
        try:
            content = b"".join(
                part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
                for part, _ in decode_header(word)
            )
        except (HeaderParseError, ValueError):
            return words
        if pieces and pieces[-1][0] == charset:
            pieces[-1] = (charset, pieces[-1][1] + content)
        else:
            pieces.append((charset, content))
    return "".join(decode_as(content, charset)[0] for charset, content in pieces)


def filename_of(part: Part) -> str | None:
    """Return the name that a part was given, in either of its places."""
    try:
        name = part.get_filename()
    except (LookupError, ValueError, UnicodeError, TypeError):
        name = None
    return decoded(name) if name else None
