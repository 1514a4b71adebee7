"""E-mail: what its reader saw. Headers that only machines read are neither shown nor released.

Of a message that says the same twice (plain and HTML), the plain version is shown. Everything
else that came with it is an attachment: a document of its own.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from lxml import etree, html

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import Block, Words
from redaction.pages import Attachment

_SHOWN = ("From", "To", "Cc", "Bcc", "Date", "Subject")
_MOST_PARTS = 500
_BREAKS = {"p", "div", "br", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
_NOT_WORDS = {"script", "style", "head"}


def read_email(content: bytes) -> tuple[list[Block], tuple[Attachment, ...]]:
    """Return what a message shows, and what came with it."""
    try:
        message = message_from_bytes(content, policy=policy.default)
        return _read(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        raise Refused("the message is damaged and cannot be read") from None


def _read(message: EmailMessage) -> tuple[list[Block], tuple[Attachment, ...]]:
    leaves = _leaves(message)
    if len(leaves) > _MOST_PARTS:
        raise Refused(f"the message has {len(leaves)} parts; at most {_MOST_PARTS} are read")
    body, attachments = [], []
    for part in leaves:
        if _is_words(part):
            body.append(_words(part))
        else:
            attachments.append(_attachment(part))
    blocks: list[Block] = [
        Words(f"{name}: {value}", heading=name == "Subject")
        for name in _SHOWN
        for value in message.get_all(name, [])
    ]
    if names := ", ".join(a.name for a in attachments):
        blocks.append(Words(f"Attached: {names}"))
    blocks += [Words(text) for text in body]
    return blocks, tuple(attachments)


def _leaves(part: EmailMessage) -> list[EmailMessage]:
    """Return the parts that hold something, one of each pair that says the same twice."""
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        return [part]
    parts = [p for p in part.iter_parts() if isinstance(p, EmailMessage)]
    if part.get_content_type() == "multipart/alternative":
        kinds = {p.get_content_type(): p for p in parts}
        if "text/plain" in kinds and _words(kinds["text/plain"]).strip():
            parts = [p for p in parts if p.get_content_type() != "text/html"]
        else:
            parts = [p for p in parts if p.get_content_type() != "text/plain"]
    return [leaf for p in parts for leaf in _leaves(p)]


def _is_words(part: EmailMessage) -> bool:
    return (
        part.get_content_type() in ("text/plain", "text/html")
        and part.get_content_disposition() != "attachment"
        and part.get_filename() is None
    )


def _words(part: EmailMessage) -> str:
    text = str(part.get_content()).replace("\r\n", "\n")
    return words_of_html(text) if part.get_content_type() == "text/html" else text


def _attachment(part: EmailMessage) -> Attachment:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        name = part.get_filename() or f"{inner.get('Subject', 'message')}.eml"
        return Attachment(name, "message/rfc822", inner.as_bytes())
    content = part.get_payload(decode=True)
    name = part.get_filename() or f"unnamed {part.get_content_type()}"
    return Attachment(name, part.get_content_type(), content if isinstance(content, bytes) else b"")


def words_of_html(markup: str) -> str:
    """Return the words of HTML, those of hidden elements too: hidden is a style, not absence."""
    if not markup.strip():
        return ""
    try:
        root = html.document_fromstring(markup)
    except (etree.ParserError, ValueError):
        raise Refused("the message's text is damaged and cannot be read") from None
    words: list[str] = []
    _collect(root, words)
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(root: html.HtmlElement, words: list[str]) -> None:
    """Walk the tree without recursion: a hostile message is nested as deep as it likes."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        is_element = isinstance(element.tag, str)
        if event == "start":
            if element.tag in _NOT_WORDS:
                walk.skip_subtree()
                continue
            if element.tag in _BREAKS:
                words.append("\n")
            for name in ("alt", "title", "value", "placeholder"):
                if element.get(name):
                    words.append(f" [{element.get(name)}] ")
            words.append(_flat(element.text))
        else:
            if is_element and element.tag in _BREAKS:
                words.append("\n")
            words.append(_flat(element.tail))


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")
