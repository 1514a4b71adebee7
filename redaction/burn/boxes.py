"""The boxes as they are painted: merged and widened, so that their size says less.

The width of a box says how long a name was (Bland et al., "Story Beyond the Eye"). Boxes that only
white space parts become one; a box takes the white space beside it until its width is a multiple of
two em. Where words stand close on both sides there is no white space to take.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageDraw

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area, around, overlap, same_line

INK = 200  # darker than this is drawn
_LINE_HEIGHT = 1.17  # of an em
_QUANTUM = 2.0  # em
_BESIDE, _BELOW = 1.5, 0.8  # em between boxes that become one
_PASSAGE = 10.0  # em
_OVERLAP = 1.0  # square points: more than boxes that only touch
_DEEP = 0.35  # of the lower box: so far into one another they leave no room for two labels
_CLEARANCE = 1.6  # points between a box and the next letter


def boxes_to_paint(areas: Sequence[Area], drawn: Image.Image, scale: float) -> list[Area]:
    """Return the areas of one page, merged and widened. `scale` is pixels for each point."""
    free = drawn.copy()
    paint = ImageDraw.Draw(free)
    for area in areas:
        # No pixel beyond: a comma is two of them, and a box that took it for blank would take it.
        left, top, right, bottom = pixels(area.box, scale)
        paint.rectangle((left, top, right - 1, bottom - 1), fill=255)
    blank = free.point([255 if value < INK else 0 for value in range(256)])
    merged = _merged(list(areas), blank, scale)
    return _merged([_widened(area, blank, scale) for area in merged], blank, scale)


def pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    """Return the pixels that a box touches, first and last included."""
    return (
        max(0, math.floor(box[0] * scale)),
        max(0, math.floor(box[1] * scale)),
        math.ceil(box[2] * scale),
        math.ceil(box[3] * scale),
    )


def _merged(areas: list[Area], ink: Image.Image, scale: float) -> list[Area]:
    """Join boxes, in reading order, until no two that stand together are parted by space alone."""
    areas = sorted(areas, key=lambda area: (area.box[1], area.box[0]))
    index = 0
    while index < len(areas):
        one = areas[index]
        for other in areas[index + 1 :]:
            if other.box[1] > one.box[3] + _em(one.box):
                break  # sorted by their upper edge: nothing nearer follows
            if _lie_deep(one, other) or (
                (_lie_over(one, other) or _stand_together(one, other))
                and _is_blank(one, other, ink, scale)
            ):
                areas.remove(other)
                areas[index] = replace(
                    one, box=around([one.box, other.box]), code=_both(one, other)
                )
                index = -1  # a larger box may have reached another
                break
        index += 1
    return areas


def _both(one: Area, other: Area) -> str:
    return ", ".join(sorted({*one.code.split(", "), *other.code.split(", ")} - {""}))


def _lie_over(one: Area, other: Area) -> bool:
    """Say whether two boxes of one label overlap: the label of each would stand in the other."""
    return one.label == other.label and overlap(one.box, other.box) > _OVERLAP


def _lie_deep(one: Area, other: Area) -> bool:
    """Say whether boxes lie over one another so far that they become one, whatever is beside them.

    Boxes of two lines of a noisy scan overlap by a rim: one around both would take words of each.
    """
    high = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return _lie_over(one, other) and shared > _DEEP * high


def _stand_together(one: Area, other: Area) -> bool:
    if one.label != other.label:
        return False
    a, b = one.box, other.box
    em = min(_em(a), _em(b))
    if same_line(a, b):
        return max(a[0], b[0]) - min(a[2], b[2]) <= _BESIDE * em
    # Lines of a passage become one block; a name under a name stays in its own sentence.
    if max(a[2] - a[0], b[2] - b[0]) < _PASSAGE * em:
        return False
    across = min(a[2], b[2]) - max(a[0], b[0])
    return across > 0 and max(a[1], b[1]) - min(a[3], b[3]) <= _BELOW * em


def _is_blank(one: Area, other: Area, ink: Image.Image, scale: float) -> bool:
    return ink.crop(pixels(around([one.box, other.box]), scale)).getbbox() is None


def _em(box: Box) -> float:
    """Return the em of a line of this height; a box over many lines is measured as one line."""
    return min(box[3] - box[1], 24.0) / _LINE_HEIGHT


def _widened(area: Area, ink: Image.Image, scale: float) -> Area:
    x0, y0, x1, y1 = area.box
    quantum = _QUANTUM * _em(area.box)
    wanted = math.ceil((x1 - x0) / quantum - 0.01) * quantum - (x1 - x0)
    # Into the white space of the column, never into the margin.
    column = ink.getbbox() or (0, 0, 0, 0)
    first, last = min(x0, column[0] / scale), max(x1, column[2] / scale)
    right = min(wanted, _free(ink, (x1, y0, min(x1 + wanted, last), y1), scale, ahead=True))
    left = min(
        wanted - right, _free(ink, (max(x0 - wanted, first), y0, x0, y1), scale, ahead=False)
    )
    return replace(area, box=(x0 - left, y0, x1 + right, y1))


def _free(ink: Image.Image, strip: Box, scale: float, *, ahead: bool) -> float:
    """Return how far, in points, a strip is blank from the box outwards."""
    if strip[2] <= strip[0]:
        return 0.0
    left, top, right, bottom = pixels(strip, scale)
    # The row of pixels at the box's edge may hold the rim of a letter of the line above.
    found = ink.crop((left, top + 1, right, max(top + 2, bottom - 1))).getbbox()
    if found is None:
        return strip[2] - strip[0]
    reach = found[0] if ahead else (right - left) - found[2]
    return max(0.0, reach / scale - _CLEARANCE)
