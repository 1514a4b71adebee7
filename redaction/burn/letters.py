"""Letters of a string that is shown, each with where it stands."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area
from redaction.burn.interpret import Show
from redaction.burn.matrix import Matrix, landed, times


@dataclass(slots=True)
class Glyph:
    """A letter of a string, with where it stands as displayed and in its string's own space."""

    mark: int
    code: int
    start: float
    end: float
    box: Box
    zone: Box
    base: float
    em: float
    level: bool
    upright: bool  # as displayed its line runs up or down the page
    space: bool
    hidden: bool = False  # nobody can see it: it goes without a box
    label: str | None = None  # of the box that takes it; None: it stays
    shift: float = 0.0  # points to the right, as displayed
    boxed: Area | None = None  # the box that stands where this letter, the first of it, stood

    @property
    def gone(self) -> bool:
        """Say whether it is removed."""
        return self.label is not None


def is_level(whole: Matrix) -> bool:
    """Say whether letters under a matrix stand upright and side by side, as displayed."""
    a, b, c, d, _, _ = whole
    return a > 0 and d < 0 and abs(b) < 0.01 * a and abs(c) < 0.35 * -d


def letters_of(index: int, show: Show) -> Iterator[Glyph]:
    """Yield the letters of a string; `index` is its number among the marks."""
    whole = times(show.tm, show.stage)
    level = is_level(whole) and not show.layer
    upright = abs(whole[1]) > abs(whole[0])
    em = show.size * math.hypot(whole[2], whole[3])
    reach = show.face.ascent * show.size + show.rise
    depth = show.face.descent * show.size + show.rise
    place = _placed(whole)
    low_zone, high_zone = show.rise, show.rise + 0.5 * show.size
    at = 0.0
    for part in show.parts:
        if not isinstance(part, bytes):
            at -= part / 1000 * show.size * show.stretch
            continue
        for code in show.face.codes(part):
            wide = show.face.width(code) / 1000 * show.size * show.stretch
            low, high = min(at, at + wide), max(at, at + wide)
            zone = place(low, low_zone, high, high_zone)
            yield Glyph(
                mark=index,
                code=code,
                start=at,
                end=at + wide,
                box=place(low, depth, high, reach),
                zone=zone,
                base=zone[3],
                em=em,
                level=level,
                upright=upright,
                space=show.face.is_space(code),
            )
            at += wide + show.char_space * show.stretch
            if show.face.bytes_a_code == 1 and code == 32:
                at += show.word_space * show.stretch


def _placed(whole: Matrix) -> Callable[[float, float, float, float], Box]:
    """Return what says where a box lands; of upright text that is quickly said."""
    a, b, c, d, e, f = whole
    if a > 0 and d < 0 and not b and not c:
        return lambda x0, y0, x1, y1: (
            a * x0 + e,
            d * max(y0, y1) + f,
            a * x1 + e,
            d * min(y0, y1) + f,
        )
    return lambda x0, y0, x1, y1: landed(whole, (x0, y0, x1, y1))
