"""Codes that cameras read: bars and squares may say a name, a number or an address.

Called only inside the sandbox.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import zxingcpp
from PIL import Image

from recordkeeping.disclosure.findings import Box

CODE = "code that a camera reads"
_MOST = 200
_QUIET = 0.04  # of a code's size: its box may miss the outermost bars


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says, and its box in points, origin at the top left of the picture."""

    text: str = field(repr=False)
    box: Box


def codes_on(image: Image.Image, dpi: float) -> list[Code]:
    """Return the codes of a picture that can be read."""
    unit = 72 / dpi
    found = []
    for code in zxingcpp.read_barcodes(image.convert("L"))[:_MOST]:
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
        around = max(2.0, _QUIET * max(max(xs) - min(xs), max(ys) - min(ys)))
        text = " ".join(code.text.split())
        if text:
            edges = min(xs) - around, min(ys) - around, max(xs) + around, max(ys) + around
            left, top, right, bottom = (max(0.0, edge * unit) for edge in edges)
            found.append(Code(text, (left, top, right, bottom)))
    return found


def over_codes(boxes: Sequence[Box | None], codes: Sequence[Code]) -> Sequence[Box | None]:
    """Give each letter of what a code says the box of the whole code.

    A camera reads a code that lacks a part.
    """
    if not codes:
        return boxes
    return tuple(
        next((code.box for code in codes if box and _lies_in(box, code.box)), box) for box in boxes
    )


def _lies_in(box: Box, whole: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return whole[0] <= x <= whole[2] and whole[1] <= y <= whole[3]
