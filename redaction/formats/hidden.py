"""Hidden content, told once: not what the page says anyway, and no more than anybody would read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recordkeeping.disclosure.findings import Box, Gap
from redaction.pages import Hidden

MOST_PIECES = 5_000
MOST_LETTERS = 1_000_000
_LONGEST = 50_000
_TOO_MUCH = "the file holds more hidden words than can be listed"


@dataclass(frozen=True, slots=True)
class Maybe:
    """Words that are hidden only where their page, or a place on it, does not say them.

    `within` is in points: first as the file counts them, then (by `placed`) as displayed.
    """

    piece: Hidden
    within: Box | None = None

    def placed(self, corner: tuple[float, float], size: tuple[float, float], turned: int,
               scale: float) -> Maybe:  # fmt: skip
        """Return it with its place as displayed, on a page with this corner, size and rotation.

        Corner and size are those of the visible part, before it is turned and scaled.
        """
        if self.within is None:
            return self
        points = [
            _turned(x - corner[0], y - corner[1], size, turned)
            for x in self.within[::2]
            for y in self.within[1::2]
        ]
        across, down = [x * scale for x, _ in points], [y * scale for _, y in points]
        return replace(self, within=(min(across), min(down), max(across), max(down)))


def _turned(x: float, y: float, size: tuple[float, float], turned: int) -> tuple[float, float]:
    """Turn a point from the lower left, y upwards, to one as displayed, y downwards."""
    if turned == 90:
        return y, x
    if turned == 180:
        return size[0] - x, y
    if turned == 270:
        return size[1] - y, size[0] - x
    return x, size[1] - y


def told_once(
    sure: Iterable[Hidden],
    maybe: Iterable[Maybe],
    pages: Sequence[str],
    boxes: Sequence[Sequence[Box | None]] = (),
) -> tuple[tuple[Hidden, ...], tuple[Gap, ...]]:
    """Return hidden pieces without repetitions and within bounds, and a gap where those cut.

    Of `maybe` stays what its page, or its place, does not say: letters are compared, not spaces
    and case. `boxes` has one for each letter of `pages`, as displayed.
    """
    maybe = list(maybe)
    said = [_solid(text) for text in pages] if maybe else []
    everywhere = "\n".join(said)
    kept: dict[Hidden, None] = {}
    for piece in sure:
        kept[piece] = None
    for one in maybe:
        piece, words = one.piece, _solid(one.piece.text)
        on = everywhere
        if piece.page and piece.page <= len(said):
            on = said[piece.page - 1]
            if one.within and piece.page <= len(boxes):
                on = _in_place(pages[piece.page - 1], boxes[piece.page - 1], one.within)
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


def _in_place(text: str, boxes: Sequence[Box | None], place: Box) -> str:
    left, top, right, bottom = (place[0] - 1, place[1] - 1, place[2] + 1, place[3] + 1)
    return _solid(
        "".join(
            letter
            for letter, box in zip(text, boxes, strict=True)
            if box
            and left <= (box[0] + box[2]) / 2 <= right
            and top <= (box[1] + box[3]) / 2 <= bottom
        )
    )


def _solid(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if c.isalnum())
