"""Outlook's messages (MSG, [MS-OXMSG]): made into e-mail as it travels, and read as that.

So a message is shown in one way whatever it was kept in, and a message inside it is one, too.
What e-mail has no word for (Outlook's own properties, words in unused space) is hidden content.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email import message_from_bytes, message_from_string, policy
from email.encoders import encode_base64
from email.header import Header
from email.message import Message as Part
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.compound import Compound, Path
from redaction.formats.contents import Contents
from redaction.formats.mail import mapi
from redaction.formats.mail.email import read_email
from redaction.formats.mail.headers import decoded, filename_of, headers_of
from redaction.formats.mail.messages import SHOWN, says_nothing_more
from redaction.formats.mail.named import shown_properties
from redaction.formats.mail.unsaid import left_unsaid
from redaction.formats.rtf.html import html_inside
from redaction.formats.rtf.text import words_of_rich_text
from redaction.pages import Hidden

_PROPERTIES = "__properties_version1.0"
_STREAM = re.compile(r"__substg1\.0_([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})(?:-([0-9A-Fa-f]{8}))?")
_INSIDE = "__substg1.0_3701000D"
_NAMED = "__nameid_version1.0"
_TOP, _EMBEDDED, _ROW = 32, 24, 8  # bytes before the entries of a properties stream (2.4)
_DEEPEST = 10
_MOST_ROWS = 2000
_RECIPIENTS = {1: "To", 2: "Cc", 3: "Bcc"}
_MESSAGE = 5  # how an attachment is kept: as a message
_MEETING = ("ipm.appointment", "ipm.schedule")
_LETTERS = ("ipm.note", "report", *_MEETING)
_READ_ELSEWHERE = {mapi.RTF, mapi.HTML, mapi.DATA, mapi.HEADERS}
_TELLING = ("Subject", "Content-ID", "Content-Location")
_ELSEWHERE_SAID = "words in the message's own store"
_BEGINS, _ENDS, _WHERE = 0x820D, 0x820E, 0x8208
PROTECTED = "the message is protected by rights management and cannot be read; ask for it without"
_ELSEWHERE = "a file that the message points at stands elsewhere, and was not fetched"
_UNREAD = "an object inside the message is of a kind that is not read"


@dataclass
class _Told:
    """What e-mail has no word for."""

    hidden: list[Hidden] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def read_outlook(content: bytes) -> Contents:
    """Return what a message of Outlook's shows, what came with it, and what it holds beside."""
    store = Compound(content)
    told = _Told()
    edge = hashlib.sha256(content).hexdigest()[:32]  # no part of the file can hold it
    message = _Store(store, _names(store), edge).message((), _TOP, told)
    read = read_email(message.as_bytes(policy=policy.compat32.clone(linesep="\n")))
    left = store.left_over()
    if left:
        told.hidden.append(Hidden("words in unused space of the file", "\n".join(left)))
    return replace(read, hidden=(*read.hidden, *told.hidden), gaps=tuple({*read.gaps, *told.gaps}))


class _Store:
    """The message in a compound file, and those inside it."""

    def __init__(self, store: Compound, names: dict[int, int | str], edge: str) -> None:
        self._store = store
        self._edge = edge
        self._names = names

    def message(self, at: Path, header: int, told: _Told, depth: int = 0) -> Part:
        """Return the message of a storage as e-mail."""
        if depth > _DEEPEST:
            raise Refused("the message is nested too deeply to be read; print it to PDF")
        own = self._properties(at, header, None)
        kind = mapi.text_in(own, mapi.CLASS).lower()
        if "rpmsg" in kind:
            raise Refused(PROTECTED)
        charset = mapi.charset_of(own) or "cp1252"
        root = MIMEMultipart("mixed", boundary=f"{self._edge}{depth}")
        for name, value in self._head(at, own, charset):
            root[name] = _encoded(" ".join(value.split()))
        for part in self._body(own, kind, depth):
            root.attach(part)
        hidden = [*shown_properties(own), *self._beside_headers(own)]
        rich = mapi.beside_rich_text(own)
        hidden += rich.hidden
        for storage in self._rows(at, "__attach_version1.0_"):
            attached = self._attachment(storage, charset, told, kind, depth)
            if attached is not None:
                root.attach(attached)
        for inside in rich.attachments:
            root.attach(_part({}, inside.name, inside.content, ""))
        hidden += self._unsaid(at, own, root, hidden)
        if depth:  # what is hidden in a message inside travels with it
            for piece in hidden:
                for line in piece.text.split("\n"):
                    root["X-Outlook-Property"] = _encoded(line)
        else:
            told.hidden += hidden
        return root

    def _properties(
        self, at: Path, header: int, charset: str | None
    ) -> dict[int | str, mapi.Value]:
        """Return the properties of a storage, listed ones and streams that no list names."""
        found: dict[int | str, mapi.Value] = {}
        raw = self._store.stream((*at, _PROPERTIES))
        for entry in range(header, len(raw) - 15, 16):
            kind = int.from_bytes(raw[entry : entry + 2], "little")
            tag = int.from_bytes(raw[entry + 2 : entry + 4], "little")
            if kind in (0x2, 0x3, 0x4, 0x5, 0x6, 0x7, 0xA, 0xB, 0x14, 0x40):
                found[self._named(tag)] = mapi.valued(kind, raw[entry + 8 : entry + 16], None)
        charset = charset or mapi.charset_of(found) or "cp1252"
        several: dict[int | str, list[str]] = {}
        for name in self._store.streams(at):
            stream = _STREAM.fullmatch(name)
            if not stream:
                continue
            name_of, kind = self._named(int(stream[1], 16)), int(stream[2], 16)
            value = mapi.valued(kind & 0x0FFF, self._store.stream((*at, name)), charset)
            if stream[3] is None and not kind & 0x1000:
                found[name_of] = value
            elif stream[3] is not None and isinstance(value, str):
                several.setdefault(name_of, []).append(value)
        return found | {tag: ", ".join(values) for tag, values in several.items()}

    def _named(self, tag: int) -> int | str:
        return self._names.get(tag, tag) if tag >= 0x8000 else tag

    def _rows(self, at: Path, start: str) -> list[Path]:
        rows = [(*at, name) for name in self._store.storages(at) if name.startswith(start)]
        if len(rows) > _MOST_ROWS:
            raise Refused("the message has too many parts to be read; print it to PDF")
        return rows

    def _head(self, at: Path, own: mapi.Properties, charset: str) -> Iterator[tuple[str, str]]:
        """Yield the headers: Outlook's own first, then those for machines that it kept."""
        sender = _person(own, mapi.SENDER_NAME, mapi.SENDER_SMTP, mapi.SENDER_ADDRESS)
        whose = _person(own, mapi.FOR_NAME, mapi.FOR_SMTP, mapi.FOR_ADDRESS) or sender
        if whose:
            yield "From", whose
        if sender and sender != whose:
            yield "Sender", sender
        people: dict[str, list[str]] = {}
        for row in self._rows(at, "__recip_version1.0_"):
            told = self._properties(row, _ROW, charset)
            number = told.get(mapi.RECIPIENT_TYPE)
            to = _RECIPIENTS.get(number & 0xF if isinstance(number, int) else 1, "To")
            people.setdefault(to, []).append(
                _person(told, mapi.NAME, mapi.SMTP, mapi.ADDRESS) or "somebody unnamed"
            )
        for to in _RECIPIENTS.values():
            if to in people:
                yield to, ", ".join(people[to])
        kept = headers_of(message_from_string(mapi.text_in(own, mapi.HEADERS)))
        dates = [value for name, value in kept if name.lower() == "date"]
        moment = own.get(mapi.SENT) or own.get(mapi.DELIVERED)
        if dates:
            yield "Date", dates[0]
        elif moment is not None and not isinstance(moment, str | bytes | int | float):
            yield "Date", f"{moment:%a, %d %b %Y %H:%M:%S} +0000"
        if subject := mapi.text_in(own, mapi.SUBJECT):
            yield "Subject", subject
        for name, value in kept:
            if name.lower().startswith("content-") or name.lower() in ("mime-version", "date"):
                continue
            is_shown = name.title() in SHOWN
            yield (f"X-As-Sent-{name}" if is_shown else name), value

    def _body(self, own: mapi.Properties, kind: str, depth: int) -> Iterator[Part]:
        versions = (
            [MIMEText(text, "plain", "utf-8")] if (text := mapi.text_in(own, mapi.BODY)) else []
        )
        markup = mapi.markup_in(own)
        raw = own.get(mapi.RTF)
        rtf = mapi.unpacked_rtf(raw) if isinstance(raw, bytes) else b""
        inside = html_inside(rtf) if rtf else None
        for words in (markup[0] if markup else None, inside):
            if words:
                versions.append(MIMEText(words, "html", "utf-8"))
        if rtf and inside is None:
            # Rich text of its own: a version in words, which the reader compares.
            versions.append(MIMEText(words_of_rich_text(rtf), "plain", "utf-8"))
        if kind.startswith(_MEETING) and (meeting := _meeting(own)):
            yield MIMEText(meeting, "calendar", "utf-8")
        if not kind.startswith(_LETTERS):
            # A contact, a task or a note is in its properties, not in a text.
            lines = "\n".join(piece.text for piece in shown_properties(own))
            if lines:
                yield MIMEText(lines, "plain", "utf-8")
        if len(versions) > 1:
            yield MIMEMultipart("alternative", f"{self._edge}a{depth}", versions)
        else:
            yield from versions

    @staticmethod
    def _beside_headers(own: mapi.Properties) -> Iterator[Hidden]:
        """Yield what the headers say that travelled with it, and that do not become its own."""
        kept = message_from_string(mapi.text_in(own, mapi.HEADERS))
        lines = [
            f"{name}: {value}"
            for name, value in headers_of(kept)
            if name.lower().startswith("content-") and not says_nothing_more(value)
        ]
        rest = kept.get_payload()
        if isinstance(rest, str) and rest.strip():
            lines.append(rest.strip())
        if lines:
            yield Hidden("header", "\n".join(lines))

    def _unsaid(
        self, at: Path, own: mapi.Properties, root: Part, hidden: Sequence[Hidden]
    ) -> list[Hidden]:
        """Return words in the streams of a message that nothing of it says yet."""
        said = [decoded(str(value)) for _, value in root.items()]
        said += [piece.text for piece in hidden]
        said += [mapi.text_in(own, mapi.BODY)]
        for part in root.walk():
            said += [filename_of(part) or "", decoded(str(part.get("Subject", "")))]
            said += [
                decoded(str(part.get(name, ""))) for name in ("Content-ID", "Content-Location")
            ]
        raw = own.get(mapi.RTF)
        if isinstance(raw, bytes):
            said.append(mapi.unpacked_rtf(raw).decode("latin-1"))
        streams = list(self._streams(at))
        lines = list(left_unsaid(streams, said))
        return [Hidden(_ELSEWHERE_SAID, "\n".join(lines))] if lines else []

    def _streams(self, at: Path) -> Iterator[bytes]:
        """Yield the streams that hold no document or text of its own, and the names of odd ones."""
        for name in self._store.streams(at):
            known = _STREAM.fullmatch(name)
            if known and int(known[1], 16) in _READ_ELSEWHERE:
                continue
            if not known and name != _PROPERTIES and at != (_NAMED,):
                yield name.encode()
            if name != _PROPERTIES:
                yield self._store.stream((*at, name))
        for name in self._store.storages(at):
            inner = (*at, name)
            if name == _INSIDE and self._store.stream((*inner, _PROPERTIES)):
                continue
            if not name.startswith("__"):
                yield name.encode()
            yield from self._streams(inner)

    def _attachment(
        self, at: Path, charset: str, told: _Told, kind: str, depth: int
    ) -> Part | None:
        own = self._properties(at, _ROW, charset)
        name = mapi.text_in(own, mapi.LONG_NAME, mapi.SHORT_NAME, mapi.NAME)
        if name.lower() == "message.rpmsg":
            raise Refused(PROTECTED)
        method = own.get(mapi.METHOD)
        if _INSIDE in self._store.storages(at):
            if method != _MESSAGE and not self._store.stream((*at, _INSIDE, _PROPERTIES)):
                told.gaps.append(Gap(_UNREAD))
                return None
            part = MIMEBase("message", "rfc822")
            part.set_payload([self.message((*at, _INSIDE), _EMBEDDED, told, depth + 1)])
            if name:
                part.add_header(
                    "Content-Disposition", "attachment", filename=("utf-8", "", f"{name}.eml")
                )
            return part
        content = own.get(mapi.DATA)
        if not isinstance(content, bytes):
            told.gaps.append(Gap(_ELSEWHERE))
            if path := mapi.text_in(own, mapi.LONG_PATH, 0x3708, 0x370D):
                told.hidden.append(Hidden("link", path))
            return None
        return _part(own, name, content, kind)


def _part(own: mapi.Properties, name: str, content: bytes, kind: str) -> Part:
    """Return an attachment as a part; what was signed or sealed whole is the message itself."""
    if kind.startswith("ipm.note.smime"):
        if b"multipart/signed" in content[:2000].lower():
            return message_from_bytes(content, policy=policy.compat32)
        sealed = MIMEApplication(content, "pkcs7-mime")
        sealed.set_param("smime-type", "enveloped-data")
        return sealed
    main, _, sub = mapi.text_in(own, mapi.MIME).partition("/")
    safe = re.compile(r"[A-Za-z0-9.+-]+")
    is_kind = bool(safe.fullmatch(main) and safe.fullmatch(sub))
    is_leaf = is_kind and main.lower() not in ("multipart", "message")
    part = MIMEBase(main, sub) if is_leaf else MIMEBase("application", "octet-stream")
    part.set_payload(content)
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name or "unnamed"))
    for header, tag in (("Content-ID", mapi.CONTENT_ID), ("Content-Location", mapi.LOCATION)):
        if value := mapi.text_in(own, tag):
            part[header] = " ".join(value.split())
    return part


def _encoded(value: str) -> str:
    return Header(value, "utf-8", maxlinelen=400).encode()


def _person(own: mapi.Properties, name: int, smtp: int, address: int) -> str:
    """Return a person as a head shows them. An address of Exchange's own says nothing more."""
    called = mapi.text_in(own, name).strip()
    where = mapi.text_in(own, smtp, address).strip()
    if where.upper().startswith("/O=") and called:
        where = ""
    if not where or where == called:
        return called
    return f"{called} <{where}>" if called else where


def _meeting(own: mapi.Properties) -> str:
    """Return when and where a meeting is, as a calendar says it."""
    lines = []
    for word, tag in (("DTSTART", _BEGINS), ("DTEND", _ENDS)):
        moment = own.get(tag)
        if moment is not None and not isinstance(moment, str | bytes | int | float):
            lines.append(f"{word}:{moment:%Y%m%dT%H%M%SZ}")
    if where := mapi.text_in(own, _WHERE):
        escaped = re.sub(r"([\\;,])", r"\\\1", " ".join(where.split()))
        lines.append(f"LOCATION:{escaped}")
    if not lines:
        return ""
    return "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])


def _names(store: Compound) -> dict[int, int | str]:
    """Return the names of properties from 0x8000 on (2.2.3): numbers of their own, or words."""
    entries = store.stream((_NAMED, "__substg1.0_00030102"))
    words = store.stream((_NAMED, "__substg1.0_00040102"))
    names: dict[int, int | str] = {}
    for at in range(0, min(len(entries), 8 * 4000) - 7, 8):
        number = int.from_bytes(entries[at : at + 4], "little")
        kind = int.from_bytes(entries[at + 4 : at + 6], "little")
        tag = 0x8000 + int.from_bytes(entries[at + 6 : at + 8], "little")
        if not kind & 1:
            names[tag] = number
            continue
        size = int.from_bytes(words[number : number + 4], "little")
        name = words[number + 4 : number + 4 + min(size, 512)].decode("utf-16-le", "replace")
        names[tag] = name or tag
    return names
