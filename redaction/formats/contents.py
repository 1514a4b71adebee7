"""What a reader of a kind of file without pages hands on: what it shows, holds and hides."""

from __future__ import annotations

from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Gap
from redaction.formats.layout import Block
from redaction.pages import Attachment, Hidden


@dataclass(frozen=True, slots=True)
class Contents:
    """A file as its reader understood it.

    `blocks` are set on pages; `attachments` are documents of their own, in the order in which they
    came; `hidden` is what the file holds and does not show; `gaps` tells what could not be read.
    `source` is the text of a file that is nothing but text.
    """

    blocks: tuple[Block, ...] = field(default=(), repr=False)
    attachments: tuple[Attachment, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    gaps: tuple[Gap, ...] = ()
    source: str | None = field(default=None, repr=False)
