"""What Exchange wraps a message's own text and attachments in: "winmail.dat" ([MS-OXTNEF])."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import texts_of
from redaction.formats.mail import mapi
from redaction.formats.mail.messages import Message
from redaction.formats.mail.named import shown_properties
from redaction.formats.mail.unsaid import left_unsaid
from redaction.formats.names import plain_name
from redaction.formats.text import decode_as
from redaction.pages import Attachment, Hidden

_SIGNATURE = b"\x78\x9f\x3e\x22"
_MOST_ATTRIBUTES = 20_000
_MOST_VALUES = 20_000
_FIXED = {0x0002: 4, 0x0003: 4, 0x0004: 4, 0x000A: 4, 0x000B: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8,
          0x0014: 8, 0x0040: 8, 0x0048: 16, 0x0001: 0}  # fmt: skip
_BODY, _PROPERTIES, _CODEPAGE = 0x800C, 0x9003, 0x9007
_RENDERING, _TITLE, _DATA, _ATTACHED = 0x9002, 0x8010, 0x800F, 0x9005
_DAMAGED = (
    "a part of the message that Outlook wrapped is damaged and cannot be read; "
    "ask for the message once more"
)


@dataclass
class _Attached:
    name: str = ""
    content: bytes = b""
    properties: dict[int | str, mapi.Value] = field(default_factory=dict)


def is_tnef(content: bytes) -> bool:
    """Say whether a part is one that Exchange wrapped."""
    return content.startswith(_SIGNATURE)


def read_tnef(content: bytes) -> Contents:
    """Return the text and the attachments of a wrapped part, or refuse it as damaged."""
    properties: dict[int | str, mapi.Value] = {}
    attached: list[_Attached] = []
    charset: str | None = None
    plain, others = "", list[bytes]()
    for number, raw in _attributes(content):
        if number not in (_BODY, _PROPERTIES, _DATA, _ATTACHED, _CODEPAGE):
            others.append(raw)
        if number == _CODEPAGE and len(raw) >= 4:
            charset = mapi.charset_of({mapi.MESSAGE_CODEPAGE: int.from_bytes(raw[:4], "little")})
        elif number == _BODY:
            plain = decode_as(raw.rstrip(b"\0"), charset)[0]
        elif number == _PROPERTIES:
            properties.update(_Values(raw, charset).all())
        elif number == _RENDERING:
            attached.append(_Attached())
        elif attached and number == _TITLE:
            attached[-1].name = decode_as(raw.rstrip(b"\0"), charset)[0]
        elif attached and number == _DATA:
            attached[-1].content = raw
        elif attached and number == _ATTACHED:
            attached[-1].properties.update(_Values(raw, charset).all())
    message = Message()
    if plain and not mapi.text_in(properties, mapi.BODY):
        properties[mapi.BODY] = plain
    message.add(mapi.body_in(properties))
    message.attachments += [_document(one, n) for n, one in enumerate(attached, start=1)]
    message.hidden += shown_properties(properties)
    message.hidden += _unsaid(message, [properties, *(one.properties for one in attached)], others)
    return Contents(
        tuple(message.blocks),
        tuple(message.attachments),
        tuple(message.hidden),
        tuple(message.gaps),
    )


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each attribute (2.1.3.2); one that runs over the end is damage."""
    at = 6
    for _ in range(_MOST_ATTRIBUTES):
        if at + 9 > len(content):
            return
        number = int.from_bytes(content[at + 1 : at + 3], "little")
        length = int.from_bytes(content[at + 5 : at + 9], "little")
        end = at + 9 + length
        if content[at] not in (1, 2) or end + 2 > len(content):
            raise Refused(_DAMAGED)
        yield number, content[at + 9 : end]
        at = end + 2
    raise Refused(_DAMAGED)


class _Values:
    """The properties inside an attribute (2.1.3.4), read with bounds."""

    def __init__(self, raw: bytes, charset: str | None) -> None:
        self._raw, self._at, self._charset = raw, 0, charset

    def all(self) -> dict[int | str, mapi.Value]:
        found: dict[int | str, mapi.Value] = {}
        count = self._number(4)
        if count > _MOST_VALUES:
            raise Refused(_DAMAGED)
        for _ in range(count):
            kind, tag = self._number(2), self._number(2)
            name: int | str = tag
            if tag >= 0x8000:
                name = self._name()
            for value in self._some(kind):
                found[name] = value
        return found

    def _name(self) -> str:
        self._take(16)
        if self._number(4) == 0:
            return f"property {self._number(4):#06x}"
        return self._padded(self._number(4)).decode("utf-16-le", "replace").rstrip("\0")

    def _some(self, kind: int) -> list[mapi.Value]:
        base, many = kind & 0x0FFF, bool(kind & 0x1000)
        size = _FIXED.get(base)
        count = self._number(4) if many or size is None else 1
        if count > _MOST_VALUES:
            raise Refused(_DAMAGED)
        values = []
        for _ in range(count):
            raw = self._take(size) if size is not None else self._padded(self._number(4))
            values.append(mapi.valued(base, raw, self._charset))
        if many and values:
            return [", ".join(str(value) for value in values if not isinstance(value, bytes))]
        return values

    def _number(self, size: int) -> int:
        return int.from_bytes(self._take(size), "little")

    def _padded(self, size: int) -> bytes:
        taken = self._take(size)
        self._at = min(len(self._raw), self._at + (-size % 4))
        return taken

    def _take(self, size: int) -> bytes:
        taken = self._raw[self._at : self._at + size]
        if len(taken) != size:
            raise Refused(_DAMAGED)
        self._at += size
        return taken


def _document(one: _Attached, number: int) -> Attachment:
    content, kind = one.content, mapi.text_in(one.properties, mapi.MIME)
    inside = one.properties.get(mapi.DATA)
    if isinstance(inside, bytes) and len(inside) > 16:
        content = inside[16:]  # the id of the kind of object comes first
        if is_tnef(content):
            kind = "application/ms-tnef"
    name = mapi.text_in(one.properties, mapi.LONG_NAME, mapi.SHORT_NAME) or one.name
    return Attachment(
        plain_name(name, f"attachment {number}"), kind or "application/octet-stream", content
    )


def _unsaid(
    message: Message, properties: Sequence[mapi.Properties], others: Sequence[bytes]
) -> Iterator[Hidden]:
    """Yield the words of all attributes and properties that nothing says yet."""
    streams = list(others)
    for told in properties:
        for tag, value in told.items():
            if isinstance(value, str):
                streams.append(value.encode("utf-16-le"))
            elif isinstance(value, bytes) and tag not in (mapi.RTF, mapi.HTML, mapi.DATA):
                streams.append(value)
    said = [text for block in message.blocks for text in texts_of(block)]
    said += [piece.text for piece in message.hidden]
    said += [attachment.name for attachment in message.attachments]
    if lines := list(left_unsaid(streams, said)):
        yield Hidden("message property", "\n".join(lines))
