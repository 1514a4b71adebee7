"""What is to be removed from a document, and the document it was removed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Box


@dataclass(frozen=True, slots=True)
class Area:
    """A box on a page that was decided to be removed, and what stands there instead.

    `page` counts from 1; `box` is in points, origin at the top left of the page as displayed. The
    label is what the requester reads; an empty one leaves the box without words. `code` is the
    exemption that the page's legend names, if there is one.
    """

    page: int
    box: Box
    label: str = "another person"
    code: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """How many terms the proof read on a page where none had been found, and what went with them.

    One term may be covered by several areas: each letter of it, where they stand round a stamp.
    """

    terms: int
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class BurnedDocument:
    """A PDF made anew, without what stood in the areas. Not yet proven: nobody may release it.

    `pictures` are the pages, from 1, that became pictures, with why; `exact` is how many boxes are
    as wide as what stood there, or nearly. `widths` says of each rewritten page with boxes what
    their widths tell: "constant" nothing, "quantised" a little, "exact" how long the words were.
    """

    pdf: bytes = field(repr=False)
    pages: int
    pictures: tuple[tuple[int, str], ...] = ()
    exact: int = 0
    widths: tuple[tuple[int, str], ...] = ()


def legend_of(removed: Iterable[tuple[str, str]]) -> str:
    """Return what the foot of a page says of its boxes: each label with its codes.

    `removed` are labels and codes; where there is no code, nothing is said.
    """
    codes: dict[str, list[str]] = {}
    for label, code in sorted({(label, code) for label, code in removed if code}):
        codes.setdefault(label, []).append(code)
    said = [f"{label} ({', '.join(some)})" for label, some in codes.items()]
    return f"Removed on this page: {'; '.join(said)}" if said else ""


def read_aloud(label: str) -> str:
    """Return what a box says to who hears the page, or copies its words (ISO 32000-1 §14.9.4)."""
    return f"[removed: {label}]"


def overlap(a: Box, b: Box) -> float:
    """Return the area, in square points, that two boxes share."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0


def around(boxes: list[Box]) -> Box:
    """Return the smallest box around one or more boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def follows(last: Box, box: Box) -> bool:
    """Say whether a letter goes on where the last one stood: level, upright or upside down."""
    aside = max(last[0], box[0]) - min(last[2], box[2])
    below = max(last[1], box[1]) - min(last[3], box[3])
    if same_line(last, box):
        return box[0] > last[0] - 1 or aside < last[3] - last[1]
    width = min(last[2] - last[0], box[2] - box[0])
    return -aside > 0.8 * max(width, 1) and below < 0.3 * (last[2] - last[0])


def same_line(a: Box, b: Box) -> bool:
    """Say whether two boxes stand beside each other: they share half the lower one's height."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    return shared > 0.5 * min(a[3] - a[1], b[3] - b[1])
