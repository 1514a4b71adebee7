"""Two readings of what stands near a box: pdfium's and ours must be the same.

Boxes are decided on letters where pdfium reads them; letters are removed where our interpreter has
them. A font or a content stream that the two understand differently would leave a name standing
beside its box. Where they differ, the page is `Doubt`, and becomes a picture: of pixels there is
one reading.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from unicodedata import mirrored, normalize

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area
from redaction.burn.interpret import Mark, Show
from redaction.burn.letters import Glyph, steps_of
from redaction.burn.matrix import times
from redaction.burn.typefaces import Doubt
from redaction.pdfium import Letter

BESIDE = 3.0  # points around an area in which readings must agree
_REACH = 6.0  # points: letters of ours that far from an area may be those that pdfium means
_APART, _APART_EM = 1.0, 0.12  # points, em: a letter begins at one place
_TALLEST = 72.0  # points
_CELL = 9.0  # points: more than letters may be apart
_Place = tuple[float, float, str | None]


def must_agree(
    marks: Sequence[Mark], looked_at: Mapping[int, list[Glyph]], areas: Sequence[Area],
    read: Sequence[Letter],
) -> None:  # fmt: skip
    """Raise `Doubt` unless every letter that was read near the areas is one of the marks'.

    `looked_at` are letters of marks, by the number of the mark; `read` are pdfium's.
    """
    if not read:
        return
    ours = _ours(marks, looked_at, [area.box for area in areas], _Rows.of(read))
    for letter in read:
        near = list(_near(ours, letter, own_cell=True)) or list(_near(ours, letter))
        if not near:
            raise Doubt("letters that two readers place differently")
        if not any(_same(letter.text, meaning) for meaning in near) and not any(
            _same(letter.text, meaning) for meaning in _near(ours, letter)
        ):
            raise Doubt("letters that two readers read differently")


@dataclass(frozen=True, slots=True)
class _Rows:
    """How far down the page letters were read, in order, and how far from that ours may begin.

    `across` is from where to where on it the letters of a row begin.
    """

    down: Sequence[float]
    across: Mapping[float, tuple[float, float]]
    allowed: float

    @classmethod
    def of(cls, read: Sequence[Letter]) -> _Rows:
        across: dict[float, tuple[float, float]] = {}
        for letter in read:
            first, last = across.get(letter.y, (letter.x, letter.x))
            across[letter.y] = min(first, letter.x), max(last, letter.x)
        return cls(sorted(across), across, max(map(_allowed, read)))

    def on(self, y: float) -> tuple[float, float] | None:
        """Return from where to where ours may begin, so far down the page; None for nowhere."""
        first = bisect_left(self.down, y - self.allowed)
        last = bisect_right(self.down, y + self.allowed)
        if first == last:
            return None
        ends = [self.across[down] for down in self.down[first:last]]
        return min(e[0] for e in ends) - self.allowed, max(e[1] for e in ends) + self.allowed


def _near(
    ours: Mapping[tuple[int, int], Sequence[_Place]], letter: Letter, *, own_cell: bool = False
) -> Iterator[str | None]:
    """Yield what those letters of ours mean that begin where a letter was read."""
    x, y = letter.x, letter.y
    allowed = _allowed(letter)
    across, down = int(x // _CELL), int(y // _CELL)
    for cell in (
        ((across, down),)
        if own_cell
        else product((across - 1, across, across + 1), (down - 1, down, down + 1))
    ):
        for our_x, our_y, meaning in ours.get(cell, ()):
            if math.hypot(our_x - x, our_y - y) <= allowed:
                yield meaning


def _allowed(letter: Letter) -> float:
    high = letter.box[3] - letter.box[1]
    return max(_APART, _APART_EM * min(high, _TALLEST))


def _ours(
    marks: Sequence[Mark],
    looked_at: Mapping[int, list[Glyph]],
    areas: Sequence[Box],
    rows: _Rows,
) -> dict[tuple[int, int], list[_Place]]:
    """Return where letters begin, as displayed, and what they mean, by squares of the page.

    These are the letters of strings that come near an area.
    """
    found: dict[tuple[int, int], list[_Place]] = defaultdict(list)
    for index, mark in enumerate(marks):
        if not isinstance(mark, Show) or not _comes_near(mark.box, areas):
            continue
        a, b, c, d, e, f = times(mark.tm, mark.stage)
        e, f = e + c * mark.rise, f + d * mark.rise
        low, high = -math.inf, math.inf
        if b == 0:
            if (within := rows.on(f)) is None:
                continue
            low, high = within
        meanings = mark.face.meanings
        known = looked_at.get(index)
        steps = (
            [(glyph.code, glyph.start) for glyph in known]
            if known
            else [(code, start) for code, start, _, _ in steps_of(mark)]
        )
        for code, start in steps:
            x = a * start + e
            if low <= x <= high:
                y = b * start + f
                found[int(x // _CELL), int(y // _CELL)].append((x, y, meanings.get(code)))
    return found


def _comes_near(box: Box, areas: Sequence[Box]) -> bool:
    return any(
        box[0] < area[2] + _REACH
        and area[0] - _REACH < box[2]
        and box[1] < area[3] + _REACH
        and area[1] - _REACH < box[3]
        for area in areas
    )


@lru_cache(maxsize=4096)
def _same(read: str, meaning: str | None) -> bool:
    """Say whether two readings of a letter are one, as far as both of them read it."""
    said = normalize("NFKC", meaning or "")
    letters = normalize("NFKC", read)
    if not any(c.isalnum() for c in letters) or not any(c.isalnum() for c in said):
        # Points and marks are read in more ways than one: turned round, or as a line's end.
        return all(not c.isalnum() or mirrored(c) for c in letters) or not said.strip("\ufffd")
    # One letter's drawing may be two letters, of which pdfium tells each.
    return all(c in said for c in letters)
