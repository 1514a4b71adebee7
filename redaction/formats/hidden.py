"""Hidden content, told once: not what the page says anyway, and no more than anybody would read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from recordkeeping.disclosure.findings import Gap
from redaction.pages import Hidden

MOST_PIECES = 5_000
MOST_LETTERS = 1_000_000
_LONGEST = 50_000
_TOO_MUCH = "the file holds more hidden words than are listed for review"


def told_once(
    sure: Iterable[Hidden], maybe: Iterable[Hidden], pages: Sequence[str]
) -> tuple[tuple[Hidden, ...], tuple[Gap, ...]]:
    """Return hidden pieces without repetitions and within bounds, and a gap where those cut.

    Of `maybe` stays what its page does not say: letters are compared, not spaces and case.
    """
    maybe = list(maybe)
    said = [_solid(text) for text in pages] if maybe else []
    everywhere = "\n".join(said)
    kept: dict[Hidden, None] = {}
    for piece in sure:
        kept[piece] = None
    for piece in maybe:
        words = _solid(piece.text)
        on = said[piece.page - 1] if piece.page and piece.page <= len(said) else everywhere
        if words and words not in on:
            kept[piece] = None
    placed = {(piece.kind, piece.text) for piece in kept if piece.page is not None}
    listed: list[Hidden] = []
    letters, cut = 0, False
    for piece in kept:
        if piece.page is None and (piece.kind, piece.text) in placed:
            continue
        if len(listed) >= MOST_PIECES or letters >= MOST_LETTERS:
            cut = True
            break
        text = "".join(c if c.isprintable() or c == "\n" else " " for c in piece.text)
        cut |= len(text) > _LONGEST
        listed.append(Hidden(piece.kind, text[:_LONGEST], piece.page))
        letters += len(text[:_LONGEST])
    return tuple(listed), (Gap(_TOO_MUCH),) if cut else ()


def _solid(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if c.isalnum())
