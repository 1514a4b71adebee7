"""A message in plain terms, whatever it was kept in, and its canonical view on pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Gap
from redaction.formats.contents import Contents
from redaction.formats.layout import Block, Fields, Words, texts_of
from redaction.formats.mail.machines import is_generated
from redaction.formats.web.pages import words_in
from redaction.pages import Attachment, Hidden

SHOWN = ("From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject")
"""What the head of a message shows, in this order. Every other header is hidden."""
OTHER_VERSION = "other version of the message"
_ADDRESS = re.compile(r"<?\b(?:https?://|mailto:|cid:|www\.)\S+|\[cid:[^\]]*\]", re.IGNORECASE)
_QUOTE = re.compile(r"(?:[ \t]*>)+")


@dataclass
class Message:
    """What a message says, part by part, in the order in which it came."""

    head: list[tuple[str, str]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def add(self, other: Message | Contents) -> None:
        """Take in what another part says."""
        self.blocks += other.blocks
        self.attachments += other.attachments
        self.hidden += other.hidden
        self.gaps += other.gaps

    def contents(self) -> Contents:
        """Return the canonical view: the head as a block of labels, the body, what came along."""
        rows = [(f"{label}:", value) for label, value in self.head]
        names = [attachment.name for attachment in self.attachments]
        if names:
            rows.append(("Attached:", "\n".join(names)))
        head: list[Block] = [Fields(tuple(rows))] if rows else []
        return Contents(
            tuple(head + self.blocks),
            tuple(self.attachments),
            tuple(self.hidden),
            tuple(dict.fromkeys(self.gaps)),
        )


def shown_head(headers: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the headers that the canonical view shows, in its order, said twice or not."""
    values = {name: [v for n, v in headers if n.lower() == name.lower()] for name in SHOWN}
    for name in ("Reply-To", "Sender"):  # of interest where they are somebody else's
        values[name] = [v for v in values[name] if v not in values["From"]]
    return [(name, value) for name in SHOWN for value in values[name] if value]


def hidden_head(
    headers: Iterable[tuple[str, str]], shown: Sequence[tuple[str, str]]
) -> Iterable[Hidden]:
    """Yield the headers that only machines read, those of one name together."""
    together: dict[str, list[str]] = {}
    told = {(name.lower(), value) for name, value in shown}
    for name, value in headers:
        if (name.lower(), value) in told or not value.strip() or name.lower() in _SILENT:
            continue
        if name.lower() != "content-type" or not says_nothing_more(value):
            together.setdefault(name.lower(), []).append(f"{name}: {value}")
    for lines in together.values():
        yield Hidden("header", "\n".join(dict.fromkeys(lines)))


def says_nothing_more(value: str) -> bool:
    """Say whether a header that tells of a part holds only what machines need."""
    rest = KIND.sub("", value, count=1)
    for found in _PARAMETER.finditer(rest):
        if is_ordinary(found["name"], found["quoted"] or found["bare"] or ""):
            rest = rest.replace(found[0], "", 1)
    return not re.search(r"\w", rest)


def is_ordinary(parameter: str, value: str) -> bool:
    """Say whether a parameter of a part's kind is one that machines need, and no longer."""
    if parameter.lower() == "boundary":
        return is_generated(value)
    return parameter.lower() in _ORDINARY and len(value) <= _LONG and " " not in value


KIND = re.compile(r"\s*(?:[\w.+-]+/[\w.+-]+|inline|attachment)\s*(?=;|$)", re.IGNORECASE)
_PARAMETER = re.compile(
    r';\s*(?P<name>[\w-]+)\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s;"()]*))\s*(?=;|$)'
)
_LONG = 90  # letters: a boundary has 70 at most (RFC 2046, 5.1.1)
_ORDINARY = {"boundary", "charset", "format", "delsp", "type", "protocol", "micalg", "report-type",
             "method", "start", "smime-type", "size", "creation-date", "modification-date",
             "read-date"}  # fmt: skip
_SILENT = {"mime-version", "content-transfer-encoding", "content-length", "lines", "status"}


def one_of(versions: Sequence[tuple[str, Message]]) -> Message:
    """Return the version of a message to show, with what only the others say told as hidden.

    Versions are (kind, message). Shown is the plain one, unless the HTML says everything that the
    plain one says: then the HTML, whose tables and lists are the writer's own.
    """
    said = [(kind, message) for kind, message in versions if _words(message) or message.attachments]
    if not said:
        return versions[0][1] if versions else Message()
    by_kind = {kind: message for kind, message in reversed(said) if _words(message)}
    plain, rich = by_kind.get("text/plain"), by_kind.get("text/html")
    shown = plain or rich or said[0][1]
    if plain and rich and not _words(plain) - _words(rich):
        shown = rich
    out = Message()
    out.add(shown)
    for _, message in said:
        if message is shown:
            continue
        out.attachments += message.attachments
        out.hidden += message.hidden
        out.gaps += message.gaps
        if lines := only_in(message.blocks, shown.blocks):
            out.hidden.append(Hidden(OTHER_VERSION, lines))
    return out


def only_in(blocks: Iterable[Block], others: Iterable[Block]) -> str:
    """Return the lines of blocks that say a word which the others do not say, addresses too."""
    known = words_in("\n".join(_texts(others)))
    lines = [line for text in _texts(blocks) for line in text.split("\n")]
    return "\n".join(dict.fromkeys(line for line in lines if words_in(line) - known))


def _words(message: Message) -> set[str]:
    return words_in(_ADDRESS.sub(" ", "\n".join(_texts(message.blocks))))


def _texts(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks for text in texts_of(block)]


def body_of(text: str) -> list[Block]:
    """Return the plain text of a message: paragraphs, and what is quoted with its marks."""
    blocks: list[Block] = []
    lines: list[str] = []
    depth = 0
    for line in text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n"):
        marks = _QUOTE.match(line)
        quoted = marks[0].count(">") if marks else 0
        if quoted != depth and lines:
            blocks.append(Words("\n".join(lines), quoted=depth))
            lines = []
        depth = quoted
        lines.append(line.rstrip())
    if any(line.strip() for line in lines):
        blocks.append(Words("\n".join(lines).rstrip(), quoted=depth))
    return blocks


def unflowed(text: str, *, delete: bool) -> str:
    """Return "flowed" text with the lines joined that its writer did not part (RFC 3676, 4)."""
    out: list[str] = []
    joined = False
    for line in text.replace("\r\n", "\n").split("\n"):
        marks = re.match(r">*", line)
        depth = marks.end() if marks else 0
        words = line[depth:].removeprefix(" ")
        before = re.match(r">*", out[-1]) if out else None
        if joined and before and before.end() == depth and words != "-- ":
            out[-1] += words
        else:
            out.append(line[:depth] + (" " if depth else "") + words)
        joined = words.endswith(" ") and words != "-- "
        if joined and delete:
            out[-1] = out[-1][:-1]
    return "\n".join(out)
