"""A document as it was read: its pages, their words, and where each letter stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Box, Gap, Page, Span


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that came inside another. `media_type` is what its sender called it."""

    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that are in a file and on none of its pages: comments, tracked deletions, notes.

    They are personal data in scope: a reviewer sees them and decides. `kind` is a plain word or two
    for what they are ("comment", "deleted text"), `page` where they belong, if anywhere.
    """

    kind: str
    text: str = field(repr=False)
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that could be read whole.

    `pdf` is its page form: what is shown to reviewers, and what is burned. `glyphs[i][j]` is the
    box of `pages[i].text[j]`, or None for white space that only the reader added. `sizes[i]` is the
    width and height of a page as displayed, in points. `gaps` tells what could not be read, and of
    words on its pages that nobody sees; detectors read them, and no release shows them. `hidden`
    is what the file holds besides its pages. `source` is the text of a plain text file as it stands
    there, which has no pages of its own. `wholes[i]` are boxes on a page of words of which nobody
    knows where their letters stand: if one goes, the word goes. `doubted[i]` are boxes of
    words that may have been misread, for which a person must look at the page. `struck[i]` are
    stretches of a page that are struck out within a line that goes on: its words may be read
    without them.
    """

    pdf: bytes = field(repr=False)
    pages: tuple[Page, ...]
    glyphs: tuple[Sequence[Box | None], ...] = field(repr=False)
    media_type: str
    sizes: tuple[tuple[float, float], ...] = ()
    gaps: tuple[Gap, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    source: Page | None = None
    wholes: tuple[tuple[Box, ...], ...] = ()
    doubted: tuple[tuple[Box, ...], ...] = ()
    struck: tuple[tuple[Span, ...], ...] = ()
