"""What the reader of one kind of document hands on: one of three things, or a document read whole.

Each carries what the file holds besides its pages, so that nothing is lost on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.kinds import PDF, SHEET, SLIDES, WORD
from redaction.pages import Attachment, Hidden, ReadDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAsPdf:
    """A PDF made of the file, which is to be read as any other PDF."""

    pdf: bytes = field(repr=False)
    hidden: tuple[Hidden, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A text that stands on a page of its own, under a heading, after page `after`."""

    after: int
    heading: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Convert:
    """A file for LibreOffice, prepared so that it holds nothing but what is to be shown.

    `content` is of the kind that `suffix` names. `to` is "pdf", or the suffix of the kind that it
    becomes first, which is then read in its turn. Each of `words` must be read on the finished
    pages, as often as it stands here. With `whole`, every letter and word must be, or the file is
    refused. A piece of `perhaps` is on a page or is hidden, which only the finished pages tell.
    Each of `notes` stands on a page of its own.
    """

    content: bytes = field(repr=False)
    suffix: str
    to: str = "pdf"
    words: tuple[str, ...] = field(default=(), repr=False)
    perhaps: tuple[Hidden, ...] = ()
    notes: tuple[Note, ...] = ()
    whole: bool = False
    hidden: tuple[Hidden, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    gaps: tuple[Gap, ...] = ()


# What a file may become before it is read, and the kind that it must be then.
TARGETS = {"pdf": PDF, "docx": WORD, "xlsx": SHEET, "pptx": SLIDES}
Reading = Contents | ReadAsPdf | Convert | ReadDocument
Reader = Callable[[bytes], Reading]


def refuse_as(what: str) -> Reader:
    """Return a reader for a kind that nobody reads yet."""

    def refuse(content: bytes) -> Reading:
        raise Refused(f"the file is {what}, which is not read yet; save it as PDF")

    return refuse
