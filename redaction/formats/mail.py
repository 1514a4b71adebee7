"""E-mail: a plain view of who wrote to whom, when, and what; attachments stand for themselves.

Routing headers are not shown: they say nothing about the person who asks.
"""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from lxml import etree, html

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.document import Attachment
from redaction.formats.text import decoded
from redaction.formats.typeset import Line

SHOWN = ("From", "To", "Cc", "Bcc", "Reply-To", "Date", "Subject")
MOST_ATTACHMENTS = 200


def is_mail(content: bytes) -> bool:
    """Say whether bytes begin like an e-mail: headers, with a sender and a date or a subject."""
    head = content[:20_000].replace(b"\r\n", b"\n").split(b"\n\n")[0]
    names = {line.partition(b":")[0].lower() for line in head.split(b"\n") if b":" in line}
    return (
        b"from" in names
        and bool(names & {b"date", b"subject", b"message-id"})
        and (bool(names & {b"mime-version", b"message-id", b"received", b"content-type", b"to"}))
    )


def mail_lines(content: bytes) -> tuple[list[Line], tuple[Attachment, ...]]:
    """Return an e-mail's lines and its attachments."""
    message = BytesParser(policy=policy.default).parsebytes(content)
    if not isinstance(message, EmailMessage) or message.defects:
        raise Refused("the e-mail is damaged and cannot be read safely")
    lines = [
        Line(f"{name}: {value}", strong=name == "Subject")
        for name in SHOWN
        for value in message.get_all(name, [])
    ]
    body, attachments = _parts(message)
    return [*lines, Line(""), *body], attachments


def _parts(message: EmailMessage) -> tuple[list[Line], tuple[Attachment, ...]]:
    body: list[Line] = []
    attachments: list[Attachment] = []
    shown = message.get_body(("plain", "html"))
    for part in message.walk():
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            continue
        if part is shown:
            body = _body(part)
        elif shown is not None and _is_other_form(part, message):
            continue
        elif part is not message or shown is None:
            attachments.append(_attachment(part, len(attachments) + 1))
    if len(attachments) > MOST_ATTACHMENTS:
        raise Refused(f"the e-mail has more than {MOST_ATTACHMENTS} attachments")
    for number, attachment in enumerate(attachments, 1):
        body.append(Line(f"[Attachment {number}: {attachment.name}]", strong=True))
    return body, tuple(attachments)


def _is_other_form(part: EmailMessage, message: EmailMessage) -> bool:
    """Say whether a part is the HTML twin of a plain body: the same words in another form."""
    return (
        part.get_content_type() == "text/html"
        and not part.is_attachment()
        and message.get_content_type() == "multipart/alternative"
    )


def _body(part: EmailMessage) -> list[Line]:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = decoded(content)
    if part.get_content_type() == "text/html":
        text = _words_of(text)
    return [Line(line) for line in text.replace("\r\n", "\n").split("\n")]


def _words_of(markup: str) -> str:
    """Return every word of HTML, hidden ones as well: what is hidden is in scope too."""
    try:
        root: Any = html.fromstring(markup)
    except (etree.ParserError, ValueError):
        return ""
    for node in root.xpath("//script | //style | //comment()"):
        node.drop_tree()
    for node in root.xpath("//br | //p | //div | //tr | //li | //h1 | //h2 | //h3"):
        node.tail = "\n" + (node.tail or "")
    return str(root.text_content())


def _attachment(part: EmailMessage, number: int) -> Attachment:
    name = part.get_filename() or f"attachment {number}"
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        content = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    else:
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
    return Attachment(name, content)
