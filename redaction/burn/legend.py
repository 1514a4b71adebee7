"""The legend of a page: what the codes of its boxes are, in small letters in its lower margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area, legend_of
from redaction.burn.interpret import Mark, Path, Picture, Set, Show
from redaction.burn.lettering import Lettering
from redaction.burn.matrix import Matrix, times

_SIZES = (7.0, 6.0, 5.0)
_LEADING = 1.25  # of the size
MARGIN, _FROM_EDGE = 24.0, 16.0  # points
_GREY = 0.35


def legend(
    areas: Sequence[Area], marks: Sequence[Mark], taken: Sequence[Box], page: Box, back: Matrix,
    lettering: Lettering,
) -> str:  # fmt: skip
    """Return the instructions of a page's legend, or nothing where none is due or none fits.

    `taken` are boxes that are painted, `back` leads from the page as displayed to its own space.
    """
    foot = max([*_feet(marks, page), *(box[3] for box in taken)], default=page[3] / 2)
    shown = []
    for line, size, y in legend_lines(areas, foot, page, lettering):
        matrix = times((1.0, 0.0, 0.0, -1.0, MARGIN, y), back)
        place = " ".join(f"{value:.4f}" for value in matrix)
        shown.append(
            f"BT {_GREY} g /Kept {size} Tf 0 Tc 0 Tw 0 Ts 0 Tr 100 Tz {place} Tm "
            f"<{lettering.codes(line)}> Tj ET"
        )
    return "\n".join(["q 1 0 0 1 0 0 cm", *shown, "Q"]) if shown else ""


def legend_lines(
    areas: Sequence[Area], foot: float, page: Box, lettering: Lettering
) -> list[tuple[str, float, float]]:
    """Return each line of a legend, its size, and how far down its letters stand, as displayed.

    `foot` is how far down the page something stands already. None is due or none fits: no lines.
    """
    text = legend_of((area.label, area.code) for area in areas)
    free = page[3] - foot
    for size in _SIZES if text else ():
        lines = list(_lines(text, size, page[2] - 2 * MARGIN, lettering))
        high = len(lines) * size * _LEADING
        if high + 2 > free:
            continue
        first = page[3] - high - min(_FROM_EDGE, (free - high) / 2) + size
        return [(line, size, first + n * size * _LEADING) for n, line in enumerate(lines)]
    return []


def _feet(marks: Sequence[Mark], page: Box) -> Iterator[float]:
    """Yield how far down, as displayed, each mark reaches that is on the page."""
    for mark in marks:
        if isinstance(mark, Set) or (isinstance(mark, Path) and mark.paint == "n"):
            continue
        boxes = [piece.box for piece in mark.subpaths] if isinstance(mark, Path) else [mark.box]
        assert isinstance(mark, Path | Picture | Show)  # noqa: S101 - all that is left
        for box in boxes:
            if box[1] < page[3] and box[0] < page[2] and box[2] > page[0]:
                yield min(box[3], page[3], mark.clip[3] if mark.clip else page[3])


def _lines(text: str, size: float, wide: float, lettering: Lettering) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and lettering.width(longer, size) > wide:
            yield line
            longer = word
        line = longer
    yield line
