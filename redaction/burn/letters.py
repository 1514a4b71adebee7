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
    upright: bool  # as displayed its line runs up or down the page
    space: bool
    hidden: bool = False  # nobody can see it: it goes without a box
    label: str | None = None  # of the box that takes it; None: it stays
    exemption: str = ""  # of that box, as the page's legend names it
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


def letters_of(index: int, show: Show) -> list[Glyph]:
    """Return the letters of a string; `index` is its number among the marks."""
    whole = times(show.tm, show.stage)
    level = is_level(whole) and not show.layer
    upright = abs(whole[1]) > abs(whole[0])
    em = show.size * math.hypot(whole[2], whole[3])
    reach = show.face.ascent * show.size + show.rise
    depth = show.face.descent * show.size + show.rise
    low_zone, high_zone = show.rise, show.rise + 0.5 * show.size
    a, b, c, d, e, f = whole
    plain = a > 0 and d < 0 and not b and not c
    # On nearly every page text is level, and all letters of a string have one height.
    top, bottom = d * max(depth, reach) + f, d * min(depth, reach) + f
    high, base = d * max(low_zone, high_zone) + f, d * min(low_zone, high_zone) + f
    found = []
    for code, start, end, space in steps_of(show):
        if plain and start <= end:
            x0, x1 = a * start + e, a * end + e
            box, zone = (x0, top, x1, bottom), (x0, high, x1, base)
        else:
            first, last = (start, end) if start <= end else (end, start)
            box = landed(whole, (first, depth, last, reach))
            zone = landed(whole, (first, low_zone, last, high_zone))
        found.append(Glyph(index, code, start, end, box, zone, zone[3], em, level, upright, space))
    return found


def steps_of(show: Show) -> Iterator[tuple[int, float, float, bool]]:
    """Yield each code of a string, where it begins and ends, and whether it is a space."""
    face, known, at = show.face, show.face.known, 0.0
    scale = show.size * show.stretch / 1000
    apart, apart_words = show.char_space * show.stretch, show.word_space * show.stretch
    single = face.bytes_a_code == 1
    for part in show.parts:
        if not isinstance(part, bytes):
            at -= part * scale
            continue
        for code in face.codes(part):
            wide, space = known[code]
            end = at + wide * scale
            yield code, at, end, space
            at = end + apart
            if code == 32 and single:
                at += apart_words
