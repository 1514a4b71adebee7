"""The legend of a page: what the codes of its boxes are, in small letters in its lower margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area, legend_of
from redaction.burn.interpret import Mark, Path, Picture, Set, Show
from redaction.burn.lettering import Lettering
from redaction.burn.matrix import Matrix, landed, times

_SIZES = (7.0, 6.0, 5.0)
_STRIP = 12  # points: a page grows by whole ones, so that pictures of it can be compared
_LEADING = 1.25  # of the size
MARGIN, _FROM_EDGE = 24.0, 16.0  # points
_GREY = 0.35


@dataclass(frozen=True, slots=True)
class Foot:
    """Lines of a legend with their sizes and how far down they stand, as displayed, in points.

    `grown` is by how much the page has to grow at its foot, where it has no room of its own.
    """

    lines: Sequence[tuple[str, float, float]] = ()
    grown: int = 0


@dataclass(frozen=True, slots=True)
class Legend:
    """The instructions of a page's legend, or none, and by how much the page grows at its foot."""

    instructions: str = ""
    grown: int = 0


def legend(
    areas: Sequence[Area], marks: Sequence[Mark], taken: Sequence[Box], page: Box, back: Matrix,
    lettering: Lettering,
) -> Legend:  # fmt: skip
    """Return the legend of a page, nothing where none is due.

    `taken` are boxes that are painted, `back` leads from the page as displayed to its own space.
    """
    standing = max([*_feet(marks, page), *(box[3] for box in taken)], default=page[3] / 2)
    foot = foot_of(areas, standing, page, lettering)
    shown = []
    if foot.grown:
        # Whatever reaches beyond the page's old edge is not to be seen in the new strip.
        x0, y0, x1, y1 = landed(back, (page[0], page[3], page[2], page[3] + foot.grown))
        shown.append(f"1 g {x0:.4f} {y0:.4f} {x1 - x0:.4f} {y1 - y0:.4f} re f")
    for line, size, y in foot.lines:
        matrix = times((1.0, 0.0, 0.0, -1.0, MARGIN, y), back)
        place = " ".join(f"{value:.4f}" for value in matrix)
        shown.append(
            f"BT {_GREY} g /Kept {size} Tf 0 Tc 0 Tw 0 Ts 0 Tr 100 Tz {place} Tm "
            f"<{lettering.codes(line)}> Tj ET"
        )
    return Legend("\n".join(["q 1 0 0 1 0 0 cm", *shown, "Q"]), foot.grown) if shown else Legend()


def foot_of(areas: Sequence[Area], standing: float, page: Box, lettering: Lettering) -> Foot:
    """Return the foot of a page. `standing` is how far down something stands on it already."""
    text = legend_of((area.label, area.code) for area in areas)
    free = page[3] - standing
    lines: list[str] = []
    for size in _SIZES if text else ():
        lines = list(_lines(text, size, page[2] - 2 * MARGIN, lettering))
        high = len(lines) * size * _LEADING
        if high + 2 > free:
            continue
        first = page[3] - high - min(_FROM_EDGE, (free - high) / 2) + size
        return Foot([(line, size, first + n * size * _LEADING) for n, line in enumerate(lines)])
    if not lines:
        return Foot()
    size = _SIZES[0]
    lines = list(_lines(text, size, page[2] - 2 * MARGIN, lettering))
    high = len(lines) * size * _LEADING
    grown = -(-int(high + 6) // _STRIP) * _STRIP
    first = page[3] + (grown - high) / 2 + size
    return Foot([(line, size, first + n * size * _LEADING) for n, line in enumerate(lines)], grown)


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
