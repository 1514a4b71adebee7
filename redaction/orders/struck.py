"""Lines of a page read without the letters that are struck out in them."""

from __future__ import annotations

from collections.abc import Sequence

from recordkeeping.disclosure.findings import Span
from redaction.detectors.encoded import lines_around
from redaction.orders.standing import APART, AsItStands

_PARTED = f"\n{APART * 4}\n"


def without_struck(text: str, struck: Sequence[Span]) -> AsItStands | None:
    """Return the lines of struck letters, and one about each, without these; None without any.

    What is struck out goes with the letter before it: a name is removed with what stands in it.
    """
    if not struck:
        return None
    said: list[str] = []
    at: list[tuple[int, ...]] = []
    gone = {place for span in struck for place in range(*span)}
    for start, end in lines_around(text, struck):
        for place in range(start, end):
            if place not in gone:
                said.append(text[place])
                at.append((place,))
            elif at and at[-1]:
                at[-1] = (*at[-1], place)
        said.append(_PARTED)
        at += [()] * len(_PARTED)
    return AsItStands("".join(said), tuple(at))
