"""By which place a line is held: its left edge, its right edge, or its middle.

A line set in the middle, or to the right, begins where the width of its words lets it: a name
taken out of it must not be measured by that. So the place where it is held comes from the walls of
a cell, the edges of the page and of its text, and other lines, never from the line itself. Only a
line that begins where others do, or about which nothing else is known, is held where it begins.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from recordkeeping.disclosure.findings import Box
from redaction.burn.interpret import Mark, Show
from redaction.burn.letters import Glyph
from redaction.burn.matrix import times
from redaction.burn.rows import ONE_EDGE, Limits, largest

_SAME = 1.0  # points: places of two lines that are one
_NARROW = 0.6  # of the page: a wider cell is a frame around text
_PAD = 0.5  # em between a wall and words set against it
_OFF_WALL = 0.3  # em that words stand clear of a wall
_BY = 2.5  # em: so near above or below a line stands what it belongs to
_GAP = 1.8  # em between words that are no one line
_HEIGHT = 1.17  # em of a line's box


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line: where they begin and end, its foot and its em."""

    start: float
    end: float
    foot: float
    em: float

    @property
    def middle(self) -> float:
        """Return where its middle is."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Held:
    """By what a line is held, "left", "right" or "middle", where, and between which places."""

    by: str
    place: float
    left: float
    right: float

    def begin(self, wide: float) -> float:
        """Return where the line begins when it is so wide."""
        return self.place - {"left": 0.0, "right": wide, "middle": wide / 2}[self.by]

    @property
    def most(self) -> float:
        """Return how wide the line may become."""
        before, after = self.place - self.left, self.right - self.place
        return {"left": after, "right": before, "middle": 2 * min(before, after)}[self.by]


class Holding:
    """Says it of the lines of one page."""

    def __init__(self, marks: Sequence[Mark], page: Box, limits: Limits) -> None:
        """Take a page's marks, its size, and how far its words may go."""
        self.marks, self.page, self.limits = marks, page, limits
        self.edge = limits.right if limits.column is None else limits.column
        self.middle = (page[0] + page[2]) / 2  # of the page
        text = ((kept[0] + kept[1]) / 2 for kept in [limits.kept] if kept is not None)
        self.middles = (self.middle, *text, (limits.left + self.edge) / 2)

    def of(self, segment: Sequence[Glyph], em: float, room: tuple[float, float]) -> Held:
        """Say it of a line; `room` is where the words beside it end and begin."""
        letters = [g for g in segment if not g.space or g.gone]
        base = largest(segment).base - 0.1 * em
        first = min(g.box[0] for g in segment)
        line = Line(first, max(g.box[2] for g in letters), base, em)
        low, high = self._walls(line)
        by, place = self._held(line, (low, high), room)
        if by == "left":
            return Held(by, place, place, math.inf)
        kept = self.limits.kept or (math.inf, -math.inf)
        left = max(min(kept[0], self.page[0] + 36), low + _OFF_WALL * em, room[0])
        right = min(max(kept[1], self.page[2] - 36), high - _OFF_WALL * em, room[1])
        return Held(by, place, left, right)

    def _held(
        self, line: Line, cell: tuple[float, float], room: tuple[float, float]
    ) -> tuple[str, float]:
        wide = cell[1] - cell[0]
        alone = room[0] <= cell[0] + _PAD * line.em and cell[1] - _PAD * line.em <= room[1]
        if math.isfinite(wide) and alone and not self._is_full(line):
            found = self._in_cell(line, cell)
            if found is not None or wide < _NARROW * (self.page[2] - self.page[0]):
                return found or ("left", line.start)
        return self._on_page(line, alone=room == (-math.inf, math.inf))

    def _is_full(self, line: Line) -> bool:
        """Say whether a line is as long as justified lines are."""
        column = self.limits.column
        ends = column is not None and abs(line.end - column) < ONE_EDGE
        return ends and round(line.start) in self.limits.starts

    def _in_cell(self, line: Line, cell: tuple[float, float]) -> tuple[str, float] | None:
        """Say it of a line alone in its cell, by the cell's walls and the lines of its column."""
        middle = (cell[0] + cell[1]) / 2
        others = [o for o in self._others(line) if cell[0] - 1 <= o.start and o.end <= cell[1] + 1]
        others = [o for o in others if abs(o.middle - middle) >= ONE_EDGE]
        if any(self._is_in(o, cell) for o in others if _begin_together(o, line)):
            return "left", line.start
        if abs(line.middle - middle) < ONE_EDGE:
            return "middle", middle
        if ends := [o.end for o in others if _end_together(o, line) and self._is_in(o, cell)]:
            return "right", median(ends)
        before, after = line.start - cell[0], cell[1] - line.end
        if after < line.em and before > after + 2 * ONE_EDGE:
            return "right", cell[1] - _PAD * line.em
        return None

    def _on_page(self, line: Line, *, alone: bool) -> tuple[str, float]:
        """Say it of a line by the edges of the page and its text, and the lines above and below."""
        near = ONE_EDGE if alone else _SAME
        fits = [m for m in self.middles if abs(line.middle - m) < near]
        fits = fits if alone else [m for m in fits if m == self.middle]
        if round(line.start) in self.limits.starts and not self._only_happens_to_begin(
            line, fits[0] if alone and fits else None
        ):
            return "left", line.start
        if alone and fits:
            return "middle", fits[0]
        if abs(line.end - self.edge) < ONE_EDGE:
            return "right", self.edge
        others = [o for o in self._others(line) if abs(o.start - self.limits.left) >= ONE_EDGE]
        if any(_begin_together(o, line) for o in others):
            return "left", line.start
        if fits:
            return "middle", fits[0]
        if len(ends := [o.end for o in others if _end_together(o, line)]) > 1:
            return "right", median(ends)
        if (middle := self._middle_near(line)) is not None:
            return "middle", middle
        middles = [o.middle for o in others if _have_one_middle(o, line)]
        return ("middle", median(middles)) if len(middles) > 1 else ("left", line.start)

    def _middle_near(self, line: Line) -> float | None:
        """Return the middle, if it is a line's own, of the frame, or of the words, by it.

        Names stand so under the signs of a genogram. What stands on the line's own height is not
        asked: the ground behind a name is as wide as the name.
        """
        top, near = line.foot - 0.7 * line.em, _BY * line.em
        for x0, high, x1, low in self.limits.frames:
            if abs((x0 + x1) / 2 - line.middle) < _SAME and (
                0 <= top - low < near or 0 <= high - line.foot < near
            ):
                return (x0 + x1) / 2
        for other in self._others(line):
            as_long = abs(other.start - line.start) + abs(other.end - line.end) < _SAME
            if abs(other.foot - line.foot) < near and (as_long or _have_one_middle(other, line)):
                return other.middle
        return None

    def _only_happens_to_begin(self, line: Line, middle: float | None) -> bool:
        """Say whether all lines that begin where this one does are set in the middle like it.

        Where it is not known what that middle is, they are if all are as long.
        """
        limits = self.limits
        at_edge = line.start - limits.left < ONE_EDGE
        if middle is None:
            return not at_edge and not any(_begin_together(o, line) for o in self._others(line))
        full = at_edge and abs(line.end - self.edge) < ONE_EDGE
        return not (full and limits.kept) and not any(
            abs(o.start - line.start) < 1.5 * _SAME and abs(o.middle - middle) >= ONE_EDGE
            for o in self._others(line)
        )

    def _others(self, line: Line) -> Iterator[Line]:
        return (other for other in self.lines if abs(other.foot - line.foot) > 0.5 * line.em)

    def _walls(self, line: Line) -> tuple[float, float]:
        """Return the walls on both sides of a line's middle; an infinity where there is none."""
        low, high, middle = -math.inf, math.inf, line.middle
        for x, top, _, bottom in self.limits.walls:
            if top < line.foot < bottom:
                if low < x <= middle:
                    low = x
                elif middle < x < high:
                    high = x
        return low, high

    def _is_in(self, line: Line, cell: tuple[float, float]) -> bool:
        low, high = self._walls(line)
        return abs(low - cell[0]) < ONE_EDGE and abs(high - cell[1]) < ONE_EDGE

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the whole page, parted where words stand wide apart."""
        rows: dict[int, list[Line]] = {}
        for mark in self.marks:
            if isinstance(mark, Show) and (line := _line_of(mark)) is not None:
                near = (n for n in (0, -1, 1) if round(line.foot) + n in rows)
                rows.setdefault(round(line.foot) + next(near, 0), []).append(line)
        return [line for row in rows.values() for line in self._parted(row)]

    def _parted(self, row: list[Line]) -> Iterator[Line]:
        row.sort(key=lambda line: line.start)
        last = row[0]
        for line in row[1:]:
            apart = line.start - last.end
            if apart > _GAP * line.em or (apart > 0 and self._walls(line) != self._walls(last)):
                yield last
                last = line
            else:
                last = Line(last.start, max(last.end, line.end), last.foot, max(last.em, line.em))
        yield last


def _begin_together(one: Line, other: Line) -> bool:
    """Say whether two lines begin in one place, and not only because both are as long."""
    return abs(one.start - other.start) < _SAME and abs(one.end - other.end) > ONE_EDGE


def _end_together(one: Line, other: Line) -> bool:
    return abs(one.end - other.end) < _SAME and abs(one.start - other.start) > ONE_EDGE


def _line_of(show: Show) -> Line | None:
    """Return a string as words on a line, without the spaces at its ends; None of spaces alone."""
    x0, top, x1, bottom = show.box
    strings = [part for part in show.parts if isinstance(part, bytes)]
    if strings:
        wide = math.hypot(*times(show.tm, show.stage)[:2]) * show.stretch
        x0 += wide * _spaces(show, show.face.codes(strings[0]))
        x1 -= wide * _spaces(show, show.face.codes(strings[-1])[::-1])
    em = (bottom - top) / _HEIGHT
    return Line(x0, x1, bottom - 0.3 * em, em) if x0 < x1 else None


def _have_one_middle(one: Line, other: Line) -> bool:
    apart = min(abs(one.start - other.start), abs(one.end - other.end))
    return abs(one.middle - other.middle) < _SAME and apart > 0.5 * _SAME


def _spaces(show: Show, codes: Sequence[int]) -> float:
    """Return how wide, before they are stretched, the spaces are that codes begin with."""
    wide = 0.0
    for code in codes:
        advance, space = show.face.known[code]
        if not space:
            break
        wide += advance * show.size / 1000 + show.char_space
        wide += show.word_space if code == 32 and show.face.bytes_a_code == 1 else 0.0
    return wide
