"""From bytes to a document that was read whole, or to a refusal that a requester may read."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Box, Gap, Page
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.email import read_email
from redaction.formats.kinds import CSV, EMAIL, KINDS, PDF, TEXT, WORD, kind_of
from redaction.formats.layout import Block, lay_out, refuse_lost_letters, texts_of
from redaction.formats.letters import gaps_of
from redaction.formats.pdf import read_pdf
from redaction.formats.readings import (
    Convert,
    ReadAsPdf,
    Reader,
    Reading,
    refuse_as,
)
from redaction.formats.text import blocks_of_text, decode
from redaction.formats.word import blocks_of_word
from redaction.pages import Attachment, Hidden, ReadDocument
from redaction.sandbox import in_sandbox
from redaction.wire import Header

MOST_BYTES = 100 * 2**20
_NOWHERE = (math.nan,) * 4


def _read_text(content: bytes) -> Reading:
    text = decode(content)
    return Contents(blocks=tuple(blocks_of_text(text)), source=text)


def _read_email(content: bytes) -> Reading:
    blocks, attachments = read_email(content)
    return Contents(blocks=tuple(blocks), attachments=attachments)


def _read_word(content: bytes) -> Reading:
    return Contents(blocks=tuple(blocks_of_word(content)))


# Who reads what. A kind that is known and not named here is refused by its plain name.
READERS: Mapping[str, Reader] = {
    PDF: read_pdf,
    TEXT: _read_text,
    CSV: _read_text,
    EMAIL: _read_email,
    WORD: _read_word,
}


def read_document(content: bytes) -> ReadDocument:
    """Read a document of any kind we know, in a limited process of its own, or refuse it."""
    if len(content) > MOST_BYTES:
        raise Refused(f"the file is larger than {MOST_BYTES // 2**20} MB")
    return _unpacked(*in_sandbox("read", {}, [content]))


def read_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Read a document in this process: the sandbox's part of `read_document`."""
    return _packed(_read(blobs[0]))


def _read(content: bytes) -> ReadDocument:
    kind = kind_of(content)
    reading = READERS.get(kind, refuse_as(KINDS[kind]))(content)
    match reading:
        case Contents(blocks=blocks, source=source):
            document = _laid_out(blocks)
            document = replace(document, source=None if source is None else Page(1, source))
        case ReadAsPdf(pdf=pdf):
            document = read_pdf(pdf)
        case Convert():
            raise Refused("the file is of a kind that is not read yet")
        case _:
            return replace(reading, media_type=kind)
    return replace(
        document,
        media_type=kind,
        hidden=reading.hidden + document.hidden,
        attachments=reading.attachments + document.attachments,
        gaps=reading.gaps + document.gaps,
    )


def _laid_out(blocks: Sequence[Block]) -> ReadDocument:
    document = read_pdf(lay_out(blocks))
    refuse_lost_letters(blocks, (page.text for page in document.pages))
    unseen = gaps_of(text for block in blocks for text in texts_of(block))
    return replace(document, gaps=document.gaps + unseen)


def _packed(document: ReadDocument) -> tuple[Header, list[bytes]]:
    header = {
        "media_type": document.media_type,
        "pages": [page.text for page in document.pages],
        "sizes": [list(size) for size in document.sizes],
        "gaps": [[gap.because, gap.page] for gap in document.gaps],
        "hidden": [[h.kind, h.text, h.page] for h in document.hidden],
        "attached": [[a.name, a.media_type] for a in document.attachments],
        "source": document.source.text if document.source else None,
    }
    boxes = [
        array("f", [edge for box in page for edge in box or _NOWHERE]).tobytes()
        for page in document.glyphs
    ]
    return header, [document.pdf, *boxes, *(a.content for a in document.attachments)]


def _unpacked(untrusted: Header, untrusted_parts: Sequence[bytes]) -> ReadDocument:
    """Make a document of what the sandbox said, or refuse: a stranger's bytes ran in it."""
    try:
        texts = [str(text) for text in untrusted["pages"]]
        pdf, boxes = untrusted_parts[0], untrusted_parts[1 : 1 + len(texts)]
        attached = zip(untrusted["attached"], untrusted_parts[1 + len(texts) :], strict=True)
        source = untrusted["source"]
        return ReadDocument(
            pdf=pdf,
            pages=tuple(Page(number, text) for number, text in enumerate(texts, start=1)),
            glyphs=tuple(_boxes(text, part) for text, part in zip(texts, boxes, strict=True)),
            media_type={kind: kind for kind in KINDS}[untrusted["media_type"]],
            sizes=tuple((float(w), float(h)) for w, h in untrusted["sizes"]),
            gaps=tuple(
                Gap(str(why), None if page is None else int(page))
                for why, page in untrusted["gaps"]
            ),
            hidden=tuple(
                Hidden(str(kind), str(text), None if page is None else int(page))
                for kind, text, page in untrusted["hidden"]
            ),
            attachments=tuple(Attachment(str(n), str(kind), part) for (n, kind), part in attached),
            source=Page(1, str(source)) if source is not None else None,
        )
    except (KeyError, ValueError, TypeError, IndexError):
        raise Refused("the document could not be read safely") from None


def _boxes(text: str, part: bytes) -> tuple[Box | None, ...]:
    edges = array("f", part)
    if len(edges) != 4 * len(text):
        raise ValueError
    corners = iter(edges)
    return tuple(
        None if math.isnan(box[0]) else box
        for box in zip(corners, corners, corners, corners, strict=True)
    )
