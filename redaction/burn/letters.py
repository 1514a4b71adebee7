"""Letters of a string that is shown, each with where it stands."""

from __future__ import annotations

import math
from collections.abc import Iterator
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
    em = show.size * math.hypot(whole[2], whole[3])
    reach = show.face.ascent * show.size + show.rise
    depth = show.face.descent * show.size + show.rise
    at = 0.0
    for part in show.parts:
        if not isinstance(part, bytes):
            at -= part / 1000 * show.size * show.stretch
            continue
        for code in show.face.codes(part):
            wide = show.face.width(code) / 1000 * show.size * show.stretch
            low, high = min(at, at + wide), max(at, at + wide)
            zone = landed(whole, (low, show.rise, high, show.rise + 0.5 * show.size))
            yield Glyph(
                mark=index,
                code=code,
                start=at,
                end=at + wide,
                box=landed(whole, (low, depth, high, reach)),
                zone=zone,
                base=zone[3],
                em=em,
                level=level,
                space=show.face.is_space(code),
            )
            at += wide + show.char_space * show.stretch
            if show.face.bytes_a_code == 1 and code == 32:
                at += show.word_space * show.stretch
