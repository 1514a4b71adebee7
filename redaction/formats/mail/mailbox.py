"""Mailboxes (RFC 4155): an index of the messages on pages, each message a document of its own."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import MessageError

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Rows, Words
from redaction.formats.mail.headers import headers_of
from redaction.formats.names import counted, plain_name
from redaction.pages import Attachment, Hidden

_MOST_MESSAGES = 500
_LINE, _ODD_LINE = "line before a message", "words before a message"
_BEGINS = re.compile(rb"(?:\A(?:\xef\xbb\xbf)?|(?<=\n))From [^\n]*\n(?=[!-9;-~]+[ \t]*:)")
_DATED = re.compile(rb"\d\d:\d\d.*\d{4}")
_BY_PROGRAM = re.compile(  # RFC 4155: where from, and when as asctime writes it
    r"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?(?: \S+){0,3} *"
)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mailbox(content: bytes) -> Contents:
    """Return the index of a mailbox, and its messages."""
    begins = list(_BEGINS.finditer(content))
    # The line before a message ends in a time; a line of a letter may begin with "From", too.
    begins = [found for found in begins if _DATED.search(found[0])] or begins
    if not begins:
        raise Refused(
            "the mailbox is damaged: no message begins in it; ask for its messages one by one"
        )
    if len(begins) > _MOST_MESSAGES:
        raise Refused(
            f"the mailbox holds {len(begins)} messages; at most {_MOST_MESSAGES} are read: "
            "part it, and add each part"
        )
    ends = [*(found.start() for found in begins[1:]), len(content)]
    messages = [
        _QUOTED.sub(rb"\1", content[begin.end() : end]).rstrip(b"\r\n") + b"\n"
        for begin, end in zip(begins, ends, strict=True)
    ]
    heads = [_head(message) for message in messages]
    names = counted([plain_name(head.get("subject"), "message") + ".eml" for head in heads])
    rows: list[tuple[str, ...]] = [("No.", "Date", "From", "Subject")]
    for number, head in enumerate(heads, start=1):
        rows.append((str(number), *(head.get(name, "") for name in ("date", "from", "subject"))))
    found = (begin[0].decode("utf-8", "replace").strip("\ufeff\r\n") for begin in begins)
    lines = list(dict.fromkeys(found))
    before = content[: begins[0].start()].strip()
    # A line that no program would write may be somebody's sentence: a person is asked.
    hidden = [Hidden(_LINE, line) for line in lines if _BY_PROGRAM.fullmatch(line)]
    hidden += [Hidden(_ODD_LINE, line) for line in lines if not _BY_PROGRAM.fullmatch(line)]
    if before:
        hidden.append(Hidden("text before the first message", before.decode("utf-8", "replace")))
    title = f"Mailbox of {len(messages)} message{'' if len(messages) == 1 else 's'}"
    return Contents(
        (Words(title, heading=True), Rows(tuple(rows), head=True)),
        tuple(
            Attachment(name, "message/rfc822", message)
            for name, message in zip(names, messages, strict=True)
        ),
        tuple(hidden),
    )


def _head(message: bytes) -> dict[str, str]:
    """Return the headers of a message that an index shows; damaged ones are left to its reader."""
    start = re.split(rb"\r?\n\r?\n", message[:400_000], maxsplit=1)[0] + b"\n\n"
    try:
        found = headers_of(message_from_bytes(start, policy=policy.compat32))
    except (MessageError, ValueError, LookupError, Refused):
        return {}
    return {name.lower(): value for name, value in reversed(found)}
