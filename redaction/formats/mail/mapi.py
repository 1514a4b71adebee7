"""The properties of Outlook's messages ([MS-OXPROPS], [MS-OXCDATA]): values of a type and a number.

Shared by the two forms in which they come: a message of its own, and what a server wrapped.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import compressed_rtf

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.mail.messages import OTHER_VERSION, Message, body_of, one_of
from redaction.formats.readings import Convert
from redaction.formats.rtf.html import html_inside
from redaction.formats.rtf.text import read_rich_text, words_of_rich_text
from redaction.formats.text import decode_as
from redaction.formats.web.pages import Picture, read_markup, words_in
from redaction.pages import Hidden

SUBJECT, BODY, RTF, HTML = 0x0037, 0x1000, 0x1009, 0x1013
HEADERS, CLASS, CODEPAGE, MESSAGE_CODEPAGE = 0x007D, 0x001A, 0x3FDE, 0x3FFD
SENT, DELIVERED = 0x0039, 0x0E06
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
FOR_NAME, FOR_ADDRESS, FOR_SMTP = 0x0042, 0x0065, 0x5D02
NAME, ADDRESS, SMTP, RECIPIENT_TYPE = 0x3001, 0x3003, 0x39FE, 0x0C15
DATA, METHOD, LONG_NAME, SHORT_NAME = 0x3701, 0x3705, 0x3707, 0x3704
MIME, CONTENT_ID, LOCATION, LONG_PATH = 0x370E, 0x3712, 0x3713, 0x370D
_MOST_RTF = 20_000_000  # bytes
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
Value = str | bytes | int | float | bool | datetime | None


@dataclass(frozen=True, slots=True)
class Property:
    """One value; `tag` is its number, or its name where the file gives it one of its own."""

    tag: int | str
    value: Value = field(repr=False)


Properties = Mapping[int | str, Value]


def valued(kind: int, raw: bytes, charset: str | None) -> Value:
    """Return what the bytes of one value mean, by the type of its property."""
    match kind:
        case 0x001E:
            return decode_as(raw.rstrip(b"\0"), charset)[0]
        case 0x001F:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        case 0x0002 if len(raw) >= 2:
            return int.from_bytes(raw[:2], "little", signed=True)
        case 0x0003 | 0x000A if len(raw) >= 4:
            return int.from_bytes(raw[:4], "little", signed=True)
        case 0x0014 | 0x0006 if len(raw) >= 8:
            return int.from_bytes(raw[:8], "little", signed=True)
        case 0x0004 if len(raw) >= 4:
            return float(struct.unpack("<f", raw[:4])[0])
        case 0x0005 | 0x0007 if len(raw) >= 8:
            return float(struct.unpack("<d", raw[:8])[0])
        case 0x000B:
            return any(raw[:2])
        case 0x0040 if len(raw) >= 8:
            return moment(int.from_bytes(raw[:8], "little"))
        case _:
            return raw


def moment(ticks: int) -> datetime | None:
    """Return a time counted in tenths of microseconds from 1601, if there is such a time."""
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
    except OverflowError:
        return None


def text_in(properties: Properties, *tags: int) -> str:
    """Return the first of these that is a text and says something."""
    for tag in tags:
        value = properties.get(tag)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def charset_of(properties: Properties, tag: int = MESSAGE_CODEPAGE) -> str | None:
    """Return the encoding that a code page names."""
    number = properties.get(tag)
    if not isinstance(number, int) or isinstance(number, bool):
        return None
    known = {65001: "utf-8", 20127: "ascii", 1200: "utf-16-le", 50220: "iso2022_jp",
             28591: "iso8859-1", 65000: "utf-7", 20866: "koi8-r"}  # fmt: skip
    iso = f"iso8859-{number - 28590}" if 28591 < number < 28606 else f"cp{number}"
    return known.get(number, iso)


def body_in(properties: Properties, picture: Picture = lambda address: None) -> Message:
    """Return the text of a message, in the versions that it is kept in."""
    versions: list[tuple[str, Message]] = []
    if plain := text_in(properties, BODY):
        versions.append(("text/plain", Message(blocks=body_of(plain))))
    if markup := markup_in(properties):
        rich = Message()
        rich.add(read_markup(markup[0], picture))
        rich.gaps += markup[1]
        versions.append(("text/html", rich))
    raw = properties.get(RTF)
    if isinstance(raw, bytes) and raw:
        versions += _of_rtf(raw, picture, has_html=bool(markup))
    message, beside = one_of(versions), beside_rich_text(properties)
    message.hidden += beside.hidden
    message.attachments += beside.attachments
    return message


def markup_in(properties: Properties) -> tuple[str, tuple[Gap, ...]] | None:
    """Return the HTML of a message, and a gap where its encoding is in doubt."""
    raw = properties.get(HTML)
    if isinstance(raw, str) and raw.strip():
        return raw, ()
    if isinstance(raw, bytes) and raw.strip(b"\0 \r\n"):
        return decode_as(raw, charset_of(properties, CODEPAGE))
    return None


def _of_rtf(raw: bytes, picture: Picture, *, has_html: bool) -> list[tuple[str, Message]]:
    rtf = unpacked_rtf(raw)
    if not rtf:
        return []
    markup = html_inside(rtf)
    if markup is not None:
        rich = Message()
        rich.add(read_markup(markup, picture))
        return [("text/rtf" if has_html else "text/html", rich)]
    return [("text/rtf", Message(blocks=body_of(words_of_rich_text(rtf))))]


def beside_rich_text(properties: Properties) -> Convert:
    """Return what rich text holds besides the words that it shows."""
    raw = properties.get(RTF)
    rtf = unpacked_rtf(raw) if isinstance(raw, bytes) else b""
    if not rtf:
        return Convert(content=b"", suffix="rtf")
    read, markup = read_rich_text(rtf), html_inside(rtf)
    if markup is None:
        return read
    # Around HTML stands the same once more, for programs that read rich text alone.
    knproperties = words_in(f"{markup}\n{text_in(properties, BODY)}")
    lines = [line for line in words_of_rich_text(rtf).split("\n") if words_in(line) - knproperties]
    hidden = [piece for piece in read.hidden if words_in(piece.text) - knproperties]
    if lines:
        hidden.append(Hidden(OTHER_VERSION, "\n".join(dict.fromkeys(lines))))
    return Convert(content=b"", suffix="rtf", hidden=tuple(hidden))


def unpacked_rtf(raw: bytes) -> bytes:
    """Return rich text that was packed as [MS-OXRTFCP] says, within bounds."""
    if len(raw) < 16:
        return b""
    if int.from_bytes(raw[4:8], "little") > _MOST_RTF:
        raise Refused("the text of the message is too long to be read; print it to PDF")
    try:
        return bytes(compressed_rtf.decompress(raw))
    except Exception:  # it raises what it meets
        raise Refused(
            "the text of the message is damaged and cannot be read; ask for it once more"
        ) from None
