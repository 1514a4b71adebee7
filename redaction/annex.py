"""The annex of a document: what its file holds and shows on no page, set on pages of its own.

Comments, deleted sentences and notes are about people too. A reviewer reads them in the annex; each
piece is a finding of its own, so that nothing of it is released before a person decides.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector
from redaction.formats.layout import Words
from redaction.formats.letters import settable
from redaction.merge import HIDDEN
from redaction.packing import packed, unpacked
from redaction.pages import Hidden, ReadDocument
from redaction.reading import laid_out
from redaction.sandbox.child import in_sandbox
from redaction.sandbox.wire import Header

TITLE = "What this file holds and shows on none of its pages"
UNREDACTED = "For a reviewer alone. Nothing on these pages is redacted: they are not to be sent."
_NOT_ABOUT_THEM = "R40"
_BY_PROGRAMS = frozenset(
    {
        "header", "document property", "message property", "link", "bookmark name", "script",
        "page label", "font name", "style name", "defined name", "technical data", "thumbnail",
        "calendar field", "card field", "line before a message",
    }
)  # fmt: skip
"""Kinds that programs write: proposed to be removed. Of all others a person is asked."""


@dataclass(frozen=True, slots=True)
class Annex:
    """The pages of an annex, and the detector that finds each of its pieces there."""

    document: ReadDocument
    detector: Detector


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str = field(repr=False)
    page: int | None

    @property
    def heading(self) -> str:
        return f"{self.kind}, page {self.page}" if self.page else self.kind


def annex_of(document: ReadDocument, *, warning: str = "") -> Annex | None:
    """Return the annex of a document, or None when its file holds nothing besides its pages.

    The warning stands under the title of its first page.
    """
    pieces = list(_pieces(document.hidden))
    if not pieces:
        return None
    asked = {
        "warning": warning,
        "pieces": [[piece.kind, piece.text, piece.page] for piece in pieces],
    }
    read = unpacked(*in_sandbox("annex", asked, []))
    assert isinstance(read, ReadDocument)  # noqa: S101 - what is set here waits for nobody
    return Annex(read, _PieceDetector(pieces, warning))


def annex_here(asked: Header, _: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Set an annex on pages in this process: the sandbox's part of `annex_of`."""
    blocks = [Words(TITLE, heading=True)]
    if warning := str(asked["warning"]):
        blocks.append(Words(warning))
    pieces = [_Piece(str(kind), str(text), page) for kind, text, page in asked["pieces"]]
    for heading, piece in _headed(pieces):
        blocks += [Words(heading, heading=True)] if heading else []
        blocks.append(Words(piece.text))
    return packed(laid_out(blocks))


def _headed(pieces: Sequence[_Piece]) -> Iterator[tuple[str, _Piece]]:
    """Yield each piece with its heading, or with none where the piece before has the same."""
    last = ""
    for piece in pieces:
        yield "" if piece.heading == last else piece.heading, piece
        last = piece.heading


def _pieces(hidden: Iterable[Hidden]) -> Iterator[_Piece]:
    """Yield what is decided one by one; what programs wrote of one kind is one piece."""
    for (kind, page), some in groupby(hidden, key=lambda one: (one.kind, one.page)):
        texts = [one.text.strip() for one in some if one.text.strip()]
        if kind in _BY_PROGRAMS and texts:
            yield _Piece(kind, "\n".join(texts), page)
        else:
            yield from (_Piece(kind, text, page) for text in texts)


@dataclass(frozen=True, slots=True)
class _PieceDetector:
    """Finds the pieces of one annex, in the order in which they were set."""

    pieces: Sequence[_Piece]
    warning: str = ""
    name: str = "annex"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding over each piece; over the whole text if they cannot be told apart."""
        spans = _spans(self.pieces, TITLE + self.warning, page.text)
        if spans is None:
            yield _finding((0, len(page.text)), None)
            return
        for piece, span in zip(self.pieces, spans, strict=True):
            yield _finding(span, piece.kind)


def _finding(span: Span, kind: str | None) -> Finding:
    by_program = kind in _BY_PROGRAMS
    return Finding(
        page=1,
        span=span,
        kind=HIDDEN,
        propose=Propose.REDACT if by_program else Propose.ASK,
        code=_NOT_ABOUT_THEM if by_program else None,
        confidence=1.0,
        detector="annex",
        because=f"in the file and on none of its pages: {kind or 'several things'}",
    )


def _spans(pieces: Sequence[_Piece], above: str, text: str) -> list[Span] | None:
    """Return where each piece stands, letter for letter, or None where that does not work out."""
    places = [(at, plain) for at, letter in enumerate(text) for plain in _solid(letter)]
    spans: list[Span] = []
    at = len(_solid(settable(above)))
    for heading, piece in _headed(pieces):
        at += len(_solid(settable(heading)))
        wanted = _solid(settable(piece.text))
        there = places[at : at + len(wanted)]
        if not there or "".join(plain for _, plain in there) != wanted:
            return None
        spans.append((there[0][0], there[-1][0] + 1))
        at += len(wanted)
    return spans if at == len(places) else None


def _solid(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if not c.isspace())
