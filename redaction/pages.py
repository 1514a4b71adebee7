"""A document as it was read: its pages, their words, and where each letter stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Box, Gap, Page


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that came inside another. `media_type` is what its sender called it."""

    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that could be read whole.

    `pdf` is its page form: what is shown to reviewers, and what is burned. `glyphs[i][j]` is the
    box of `pages[i].text[j]`, or None for white space that only the reader added. `sizes[i]` is the
    width and height of a page as displayed, in points. `gaps` tells of
    words that are in the file but that nobody sees on its pages; detectors read them, and no
    release shows them. `source` is the text of a plain text file as it stands there, which has no
    pages of its own.
    """

    pdf: bytes = field(repr=False)
    pages: tuple[Page, ...]
    glyphs: tuple[tuple[Box | None, ...], ...] = field(repr=False)
    media_type: str
    sizes: tuple[tuple[float, float], ...] = ()
    gaps: tuple[Gap, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    source: Page | None = None
