"""The properties of Outlook's messages that no page shows, told by names that people understand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from redaction.formats.mail import mapi
from redaction.pages import Hidden

_SHOWN = {
    mapi.SUBJECT, mapi.BODY, mapi.RTF, mapi.HTML, mapi.HEADERS, mapi.CODEPAGE,
    mapi.MESSAGE_CODEPAGE, mapi.SENT, mapi.CLASS,
    mapi.SENDER_NAME, mapi.SENDER_SMTP, mapi.FOR_NAME, mapi.FOR_SMTP,
    0x0E1D, 0x003D, 0x0E04, 0x0E03, 0x0E02,  # the subject, and who it went to, said again
}  # fmt: skip
_NAMES: dict[int | str, str] = {
    0x0070: "Topic", 0x0040: "Received by", 0x0044: "Received for", 0x0076: "Received by address",
    0x0078: "Received for address", 0x0075: "Address type", 0x004D: "Author",
    0x0C1A: "Sender", 0x0C1F: "Sender's address", 0x5D01: "Sender's address",
    0x0042: "Sent for", 0x0065: "Sent for address", 0x5D02: "Sent for address",
    0x3FFA: "Last changed by", 0x3FF8: "Made by", 0x1035: "Message id", 0x1042: "In reply to",
    0x1039: "References", 0x0E06: "Delivered", 0x3007: "Made", 0x3008: "Last changed",
    0x0050: "Replies go to", 0x004F: "Replies go to", 0x1046: "Sent from", 0x0E28: "Account",
    0x8208: "Where", 0x820D: "Begins", 0x820E: "Ends", 0x8234: "Time zone", 0x8238: "Attendees",
    0x823B: "Attendees", 0x823C: "Optional attendees", 0x8232: "Repeats",
    0x8530: "Reminder", 0x8580: "Sent from the account", 0x8554: "Version",
    0x8005: "File as", 0x8083: "E-mail address", 0x8082: "Address type", 0x8084: "E-mail",
}  # fmt: skip


def shown_properties(properties: mapi.Properties) -> Iterator[Hidden]:
    """Yield one piece with every text and date that the properties hold beside what is shown."""
    lines = [
        line
        for tag, value in properties.items()
        if tag not in _SHOWN and (line := _said(tag, value))
    ]
    if lines:
        yield Hidden("message property", "\n".join(dict.fromkeys(lines)))


def _said(tag: int | str, value: mapi.Value) -> str:
    if isinstance(value, bytes):
        value = _words_in(value)
    if isinstance(value, datetime):
        said = f"{value:%d %B %Y, %H:%M} UTC"
    elif isinstance(value, str) and any(c.isalpha() for c in value):
        said = " ".join(value.split())
    else:
        return ""
    name = _NAMES.get(tag) or (tag if isinstance(tag, str) else f"Property {tag:#06x}")
    return f"{name}: {said}"


def _words_in(raw: bytes) -> str:
    """Return the text of a value kept as bytes, where it is nothing but text."""
    for encoding in ("utf-8", "utf-16-le"):
        try:
            text = raw.decode(encoding).strip("\0")
        except UnicodeDecodeError:
            continue
        if len(text) > 3 and all(
            (c.isprintable() and ord(c) < 0x2000) or c in "\r\n\t" for c in text
        ):
            return text
    return ""
