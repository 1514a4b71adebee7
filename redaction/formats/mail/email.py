"""E-mail (RFC 5322, MIME): what its reader saw, on pages; what machines read, as hidden content.

Of a message that says the same twice, one version is shown and what only the other says is told.
Everything else that came with it is an attachment: a document of its own.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.generator import BytesGenerator
from email.message import Message as Part
from email.utils import collapse_rfc2231_value

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Words
from redaction.formats.mail.calendar import read_calendar
from redaction.formats.mail.headers import decoded, filename_of, headers_of
from redaction.formats.mail.messages import (
    KIND,
    Message,
    body_of,
    hidden_head,
    is_ordinary,
    one_of,
    shown_head,
    unflowed,
)
from redaction.formats.mail.tnef import is_tnef, read_tnef
from redaction.formats.mail.transfer import unpacked, without_wrapped
from redaction.formats.names import counted, plain_name
from redaction.formats.text import decode_as
from redaction.formats.web.pages import read_markup
from redaction.pages import Attachment, Hidden

_MOST_PARTS = 500
_DEEPEST = 40
_MOST_BODY = 4_000_000  # letters: what a person could read
_CIPHERED = {"multipart/encrypted", "application/pgp-encrypted"}
_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_SIGNATURES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
}
_COMMON_PREAMBLE = re.compile(r"^\s*(this is an?|if you (?:can )?read this).{0,200}$", re.I | re.S)
_PIECE = "piece of a message"
_OUTSIDE = "text outside the parts of the message"
_RICH = {"text/enriched", "text/richtext"}  # RFC 1896, RFC 1341
_READ_AS_TEXT = {"text/plain", "text/html", "text/calendar", *_RICH}
_OF_KIND = {"content-type", "content-disposition"}
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_NUMBERED = re.compile(r"\Apicture \d+ (?=.*\.)")
_COMMAND = re.compile(r"(?<!<)<(?!<)[^<>]{1,60}>")
ENCRYPTED = "the text of the message is encrypted and cannot be read; ask for it without encryption"
SEALED = "the text of the message is inside a digital signature and cannot be read"


def read_email(content: bytes) -> Contents:
    """Return what a message shows, what came with it, and what it holds beside."""
    try:
        root = message_from_bytes(content.lstrip(b"\r\n"), policy=policy.compat32)
        return _Reading().of(root)
    except RecursionError:
        raise Refused("the message is nested too deeply to be read; print it to PDF") from None
    except (MessageError, LookupError, ValueError, TypeError, AttributeError):
        raise Refused("the message is damaged and cannot be read; ask for it once more") from None


class _Reading:
    """The reading of one message, within bounds."""

    def __init__(self) -> None:
        self._parts = 0
        self._places: dict[str, str] = {}
        self._numbered: dict[int, str] = {}

    def of(self, root: Part) -> Contents:
        headers = headers_of(root)
        message = Message(head=shown_head(headers))
        self._number_pictures(root)
        message.add(self._part(root, 0))
        message.hidden += hidden_head(headers, message.head)
        names = counted([attachment.name for attachment in message.attachments])
        message.attachments = [
            Attachment(name, attachment.media_type, attachment.content)
            for name, attachment in zip(names, message.attachments, strict=True)
        ]
        return message.contents()

    def _number_pictures(self, root: Part) -> None:
        """Give each picture that a text may show a number, in the order in which they came."""
        for part in _within(root):
            if part.get_content_maintype() == "image":
                place = f"picture {len(self._numbered) + 1}"
                self._numbered[id(part)] = place
                for name in ("Content-ID", "Content-Location"):
                    if address := str(part.get(name, "")).strip(" <>\r\n\t"):
                        self._places[address] = place

    def _picture(self, address: str) -> str | None:
        return self._places.get(address.strip().removeprefix("cid:").removeprefix("CID:"))

    def _part(self, part: Part, depth: int) -> Message:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise Refused(f"the message has more than {_MOST_PARTS} parts; print it to PDF")
        if depth > _DEEPEST:
            raise Refused("the message is nested too deeply to be read; print it to PDF")
        kind = part.get_content_type()
        if kind in _CIPHERED:
            return self._sealed(part, ENCRYPTED)
        if kind.startswith("multipart/") and part.is_multipart():
            return self._together(part, kind, depth)
        message = self._leaf(part, kind)
        if depth:
            message.hidden += _part_headers(part, message.attachments)
        return message

    def _together(self, part: Part, kind: str, depth: int) -> Message:
        children = [child for child in part.get_payload() if isinstance(child, Part)]
        read = [(_kind_within(child), self._part(child, depth + 1)) for child in children]
        if kind == "multipart/alternative":
            message = one_of(read)
        else:
            message = Message()
            for _, other in read:
                message.add(other)
        for around in (part.preamble, part.epilogue):
            if around and around.strip() and not _COMMON_PREAMBLE.match(around):
                message.hidden.append(Hidden(_OUTSIDE, around))
        if depth:
            message.hidden += _part_headers(part)
        return message

    def _leaf(self, part: Part, kind: str) -> Message:
        name = filename_of(part)
        is_body = part.get_content_disposition() != "attachment" and not name
        if kind in ("message/rfc822", "message/global") or kind == "message/news":
            return Message(attachments=[_inner(part, name)])
        if kind in _SEALED:
            smime = str(part.get_param("smime-type", "")).lower()
            return self._sealed(part, SEALED if "signed" in smime else ENCRYPTED)
        if kind in _SIGNATURES:
            return _signature(part)
        if kind == "message/external-body":
            elsewhere = Gap("a part of the message stands elsewhere, and was not fetched")
            return Message(hidden=_as_it_came(part), gaps=[elsewhere])
        if kind == "message/partial":
            others = Gap("the message is one piece of several; the others are needed")
            return Message(hidden=_as_it_came(part), gaps=[others])
        if kind.startswith("message/") and part.is_multipart():  # reports on delivery
            reports = [headers_of(p) for p in part.get_payload() if isinstance(p, Part)]
            lines = [f"{n}: {v}" for report in reports for n, v in report]
            return Message(blocks=[Words("\n".join(lines))])
        held = unpacked(part)
        if is_tnef(held.content):
            message = _tnef(held.content)
        elif is_body and (kind in _READ_AS_TEXT or kind.endswith("html")):
            message = self._body(part, kind, held.content)
        else:
            attached = self._attachment(part, kind, name, held.content)
            message = Message(attachments=[attached])
        if held.beside:
            message.hidden.append(Hidden(_OUTSIDE, held.beside))
        return message

    def _body(self, part: Part, kind: str, content: bytes) -> Message:
        if kind == "text/calendar":
            message = Message()
            message.add(read_calendar(content))
            return message
        text, gaps = decode_as(content, _charset(part))
        if len(text) > _MOST_BODY:
            raise Refused("the text of the message is too long to be read; print it to PDF")
        if kind.endswith("html"):
            message = Message(gaps=list(gaps))
            message.add(read_markup(text, self._picture))
            return message
        if kind in _RICH:
            text = _COMMAND.sub("", text).replace("<<", "<")
        if str(part.get_param("format", "")).lower() == "flowed":
            text = unflowed(text, delete=str(part.get_param("delsp", "")).lower() == "yes")
        text, files = without_wrapped(text)
        attached = [
            Attachment(plain_name(name, "unnamed"), "application/octet-stream", held)
            for name, held in files
        ]
        return Message(blocks=body_of(text), attachments=attached, gaps=list(gaps))

    def _attachment(self, part: Part, kind: str, name: str | None, content: bytes) -> Attachment:
        place = self._numbered.get(id(part))
        ending = re.sub(r"[^a-z0-9]", "", kind.partition("/")[2])[:8]
        shown = plain_name(name, f"{place or 'unnamed'}.{ending}")
        if place and any(place == p for p in self._places.values()) and name:
            shown = f"{place} {shown}"
        return Attachment(shown, kind, content)

    def _sealed(self, part: Part, why: str) -> Message:
        """Tell that the words are locked away, and keep what they are locked in."""
        content = part.as_bytes() if part.is_multipart() else _bytes_of(part)
        kind = part.get_content_type()
        name = plain_name(
            filename_of(part), "encrypted part" if why == ENCRYPTED else "signed part"
        )
        return Message(
            blocks=[Words(f"[{Gap(why).reason}]")],
            attachments=[Attachment(name, kind, content)],
            gaps=[Gap(why)],
        )


def _within(root: Part) -> Iterator[Part]:
    """Yield every part of a message, those of messages inside it not."""
    waiting, seen = [root], 0
    while waiting and seen <= _MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        yield part
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting = [p for p in part.get_payload() if isinstance(p, Part)] + waiting


def _kind_within(part: Part) -> str:
    """Return what kind of text a part gives, seen through what it is wrapped in."""
    kinds = [p.get_content_type() for p in _within(part)]
    return next((kind for kind in kinds if kind in ("text/html", "text/plain")), kinds[0])


def _charset(part: Part) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return "unknown"


def _bytes_of(part: Part) -> bytes:
    return part.as_bytes() if part.is_multipart() else unpacked(part).content


def _inner(part: Part, name: str | None) -> Attachment:
    """Return a message inside a message, as its sender wrote it."""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if isinstance(inner, Part):
        out = io.BytesIO()
        BytesGenerator(out, mangle_from_=False, maxheaderlen=0).flatten(inner)
        content = out.getvalue()
        if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
            content = _unpacked(content)
            inner = message_from_bytes(content, policy=policy.compat32)
        subject = decoded(str(inner.get("Subject", "")))
    else:
        content, subject = _bytes_of(part), ""
    name = plain_name(name, f"{plain_name(subject, 'message')}.eml")
    return Attachment(name, "message/rfc822", content)


def _unpacked(content: bytes) -> bytes:
    """Return a message that was packed against the rules (RFC 2046, 5.2.1), as some senders do."""
    try:
        return base64.b64decode(content) or content
    except (binascii.Error, ValueError):
        return content


def _tnef(content: bytes) -> Message:
    message = Message()
    inside = read_tnef(content)
    message.add(inside)
    return message


def _signature(part: Part) -> Message:
    """Tell of a signature beside the words: it may name who signed."""
    content = _bytes_of(part)
    words = [run.decode("ascii") for run in re.findall(rb"[ -~]{5,}", content)]
    if b"BEGIN PGP" in content:
        words = ["a signature by PGP"]
    return Message(hidden=[Hidden("digital signature", "\n".join(words[:200]) or "unreadable")])


def _part_headers(part: Part, attached: Sequence[Attachment] = ()) -> Iterator[Hidden]:
    """Yield what the head of a part says besides what it is, and what its attachment is called."""
    names = {_NUMBERED.sub("", attachment.name) for attachment in attached}
    kept = [
        (name, value)
        for name, value in headers_of(part)
        if name.lower() not in _OF_KIND or _says_more(part, name, names)
    ]
    # Of a kind that says more, all is told.
    yield from hidden_head(kept, [])


def _says_more(part: Part, header: str, names: set[str]) -> bool:
    value = decoded(str(part.get(header, "")))
    try:
        (kind, _), *parameters = part.get_params([("", "")], header)
        said = [(name.lower(), collapse_rfc2231_value(text)) for name, text in parameters]
    except (LookupError, ValueError, TypeError, UnicodeError):
        return True
    return (
        "(" in _QUOTED.sub("", value)
        or not KIND.fullmatch(kind)
        or any(
            not is_ordinary(name, text)
            and not (name in ("name", "filename") and decoded(text) in names)
            for name, text in said
        )
    )


def _as_it_came(part: Part) -> list[Hidden]:
    """Return what stands in a part that cannot be read as a message: its headers and its text."""
    given = part.get_payload()
    lines = []
    for inner in given if isinstance(given, list) else [given]:
        if isinstance(inner, Part):
            lines += [f"{name}: {value}" for name, value in headers_of(inner)]
            inner = "" if inner.is_multipart() else inner.get_payload()
        lines.append(str(inner))
    said = "\n".join(lines).strip()
    return [Hidden(_PIECE, said)] if said else []
