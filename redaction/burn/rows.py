"""Stretches of words on one line, and how far the words of each may go.

Neither a wide gap nor an upright rule runs through a stretch: in a table each cell's line is one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from recordkeeping.disclosure.findings import Box
from redaction.burn.interpret import Mark, Path, Show, Subpath
from redaction.burn.letters import Glyph

ABOVE, BELOW = 0.82, 0.24  # em: how far a box reaches over and under a line's foot
ONE_EDGE = 2.0  # points: lines that end so near each other end at one edge
_NEXT_CELL = 1.8  # em between letters that do not belong to one line of words
_TAB = 0.6  # em: a wider step behind a bullet or number leads to where a list's words begin
_BULLET = 3  # letters at most
IMPLIED = 0.15  # em: a step that is a space though no letter says so
_FRAME = 5  # pieces of a drawn rectangle
_CORNERS = 4
_RULE = 1.6  # points: thinner is a line
_GROUND = 2.0  # em: a painted ground that is higher is that of a cell, a lower one of some words
_RAISED, _LOWERED, _SMALL, _ADJOINED = 0.6, 0.3, 0.8, 0.35  # em, of a letter set beside a line's
_FEW = 6  # small letters that stand together
_BASE, _EM = attrgetter("base"), attrgetter("em")


@dataclass(frozen=True, slots=True)
class Limits:
    """How far words may go: the edges of the page's text, and upright rules between cells.

    Lines that lose something say nothing here: where they ended tells how wide it was. `column` is
    where other lines end, if several end in one place; `right` is how far a ragged line may go;
    `stops` are where words begin on more than one line, at its start or behind a bullet; `starts`
    where a line begins that loses nothing, or three that do; `left` is the leftmost; `kept` is
    between which edges the lines stand that lose nothing; `walls` are the rules, the sides of
    `frames`, and those of painted grounds, which are frames too.
    """

    left: float
    right: float
    kept: tuple[float, float] | None
    column: float | None
    uprights: tuple[Box, ...]
    walls: tuple[Box, ...]
    frames: tuple[Box, ...]
    stops: frozenset[int]
    starts: frozenset[int]

    @classmethod
    def of(cls, marks: Sequence[Mark], page: Box, gone: Sequence[Glyph]) -> Limits:
        """Find them on a page that loses some of its letters."""
        bands = sorted({(g.zone[1], g.zone[3]) for g in gone})
        every = [mark.box for mark in marks if isinstance(mark, Show)]
        shows = [b for b in every if not any(b[1] < low and high < b[3] for high, low in bands)]
        left = min((box[0] for box in every), default=page[0])
        margin = left - page[0]
        ends = sorted((box[2] for box in shows), reverse=True)
        right = max([page[2] - margin, *ends[:1]])
        column = ends[0] if len(ends) > 1 and ends[0] - ends[1] < ONE_EDGE else None
        pieces = [
            (s.box, m.paint not in "fF*")
            for m in marks
            if isinstance(m, Path) and m.paint != "n"
            for s in m.subpaths
            if s.box[3] - s.box[1] > 5 and (s.pieces <= _FRAME or _is_rounded(s))
        ]
        uprights = tuple(b for b, _ in pieces if b[2] - b[0] < _RULE)
        high = _GROUND * max((glyph.em for glyph in gone), default=0.0)
        frames = tuple(b for b, framed in pieces if framed or b[3] - b[1] > high)
        sides = [(x, b[1], x, b[3]) for b in frames for x in (b[0], b[2])]
        walls = (*uprights, *sides)
        right = min(right, page[2] - 4)
        stops, starts = _stops(every), _starts(every, shows)
        kept = None
        if shows:  # where the text of the lines that lose nothing begins and ends
            start = min(box[0] for box in shows)
            kept = start, ends[0] if column else max(page[2] - (start - page[0]), ends[0])
        return cls(left, right, kept, column, uprights, walls, frames, stops, starts)

    def is_stop(self, x: float) -> bool:
        """Say whether the words of a list begin there: a place that no removed word has moved."""
        return round(x) in self.stops


def _is_rounded(piece: Subpath) -> bool:
    """Say whether a piece of a path is a rectangle with round corners."""
    curves = sum(operator in "cvy" for operator, _ in piece.drawn)
    return curves == _CORNERS and _CORNERS < piece.pieces <= 2 * _CORNERS + 1


def _stops(boxes: Sequence[Box]) -> frozenset[int]:
    found = _counted(sorted(starts)[:2] for starts in _rows(boxes))
    return frozenset(x for x, count in found.items() if count > 1)


def _starts(every: Sequence[Box], whole: Sequence[Box]) -> frozenset[int]:
    kept = _counted([min(starts)] for starts in _rows(whole))
    often = {x for x, n in _counted([min(s)] for s in _rows(every)).items() if n > 2}
    return frozenset({*kept, *often})


def _rows(boxes: Sequence[Box]) -> Iterable[list[float]]:
    rows: dict[int, list[float]] = {}
    for box in boxes:
        rows.setdefault(round(box[3]), []).append(box[0])
    return rows.values()


def _counted(rows: Iterable[Sequence[float]]) -> Counter[int]:
    """Count the rows with a place, and with it its two neighbours: rounding parts no two lines."""
    found: Counter[int] = Counter()
    for places in rows:
        for place in {round(x) + near for x in places for near in (-1, 0, 1)}:
            found[place] += 1
    return found


def segments_of(glyphs: Sequence[Glyph], limits: Limits) -> Iterator[list[Glyph]]:
    """Yield stretches of words on one line: neither a wide gap nor an upright rule parts them."""
    rows: list[list[Glyph]] = []
    base, em = math.inf, 0.0  # of the row's first letter
    for glyph in sorted(glyphs, key=_BASE):
        near = 0.25 * (em if em < glyph.em else glyph.em)
        if abs(base - glyph.base) < near:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            base, em = glyph.base, glyph.em
    for row in _joined(rows):
        row.sort(key=lambda g: (g.box[0], g.box[2]))
        segment: list[Glyph] = []
        reach = -math.inf
        walls, uprights = _across(row, limits.walls), _across(row, limits.uprights)
        for glyph in row:
            if glyph.space:
                segment.append(glyph)
                continue
            x0, _, x1, _ = glyph.box
            if segment and (
                x0 - reach > _NEXT_CELL * glyph.em
                or (len(segment) <= _BULLET and _behind_bullet(segment, reach, glyph, limits))
                or (walls and _ruled(walls, uprights, reach, glyph))
            ):
                yield segment
                segment = []
            segment.append(glyph)
            if x1 > reach or len(segment) == 1:
                reach = x1
        if segment:
            yield segment


def _joined(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put small raised and lowered letters (4th, a note's number) on the line that they touch."""
    size = [max(glyph.em for glyph in row) for row in rows]
    touched: dict[int, int] = {}
    for small, row in enumerate(rows):
        for large, line in enumerate(rows):
            above = line[0].base - row[0].base
            near = -_LOWERED * size[large] < above < _RAISED * size[large]
            near = near and size[small] < _SMALL * size[large]
            if near and large not in touched and _touches(row, line, size[large]):
                touched[small] = large
                break
    for small, large in touched.items():
        if large not in touched:
            rows[large] = rows[large] + rows[small]
    return [row for n, row in enumerate(rows) if touched.get(n) is None or touched[n] in touched]


def _touches(row: Sequence[Glyph], line: Sequence[Glyph], em: float) -> bool:
    """Say whether every few small letters stand against a letter of a line."""
    ends = [(g.box[0], g.box[2]) for g in line if not g.space]
    few: list[list[Glyph]] = []
    for glyph in sorted((g for g in row if not g.space), key=lambda g: g.box[0]):
        if few and glyph.box[0] - few[-1][-1].box[2] < _ADJOINED * em:
            few[-1].append(glyph)
        else:
            few.append([glyph])
    return all(
        len(letters) <= _FEW
        and any(
            min(abs(letters[0].box[0] - end), abs(start - letters[-1].box[2])) < _ADJOINED * em
            for start, end in ends
        )
        for letters in few
    )


def _behind_bullet(segment: Sequence[Glyph], reach: float, glyph: Glyph, limits: Limits) -> bool:
    """Say whether a letter begins the words of a list: what stands before it is not to move."""
    return (
        len(segment) <= _BULLET
        and not any(g.space or g.gone for g in segment)
        and glyph.box[0] - reach > _TAB * glyph.em
        and limits.is_stop(glyph.box[0])
    )


def _across(row: Sequence[Glyph], walls: Sequence[Box]) -> list[float]:
    """Return where walls stand across a row."""
    if not walls:
        return []
    line = largest(row)
    foot = line.base - 0.1 * line.em
    return [wall[0] for wall in walls if wall[1] < foot < wall[3]]


def _ruled(walls: list[float], uprights: list[float], reach: float, glyph: Glyph) -> bool:
    """Say whether an upright rule stands before a letter, or, in white space, a frame's side."""
    x = glyph.box[0]
    some = walls if x - reach > IMPLIED * glyph.em else uprights
    return any(reach - 1 <= wall <= x + 1 for wall in some)


def beside(segment: list[Glyph], segments: Sequence[list[Glyph]]) -> float:
    """Return where the next words beside a line begin that do not belong to this stretch.

    They may stand a little higher or lower: the lines of two columns need not be level.
    """
    line = largest(segment)
    top, bottom = line.base - ABOVE * line.em, line.base + BELOW * line.em
    return min(
        (
            other[0].box[0] - 0.5 * line.em
            for other in segments
            if other[0].box[0] > segment[-1].box[0]
            and min(bottom, other[0].base + 0.2 * other[0].em)
            - max(top, other[0].base - 0.75 * other[0].em)
            > 0.1 * line.em
        ),
        default=math.inf,
    )


def words_before(segment: list[Glyph], segments: Sequence[list[Glyph]]) -> float:
    """Return where the words before a line end that do not belong to this stretch."""
    line = largest(segment)
    return max(
        (
            other[-1].box[2] + 0.5 * line.em
            for other in segments
            if other[0].box[0] < segment[0].box[0] and abs(other[0].base - line.base) < line.em
        ),
        default=-math.inf,
    )


def largest(glyphs: Sequence[Glyph]) -> Glyph:
    """Return the letter that says where a line's letters stand: no raised or lowered one."""
    return max(glyphs, key=_EM)


def right_limit(segment: list[Glyph], left: float, far: float, limits: Limits, em: float) -> float:
    """Return how far right a line may go that begins at `left`: to `far`, or the next wall."""
    base = largest(segment).base
    walls = [
        rule[0] - 0.3 * em
        for rule in limits.walls
        if rule[0] > left + 1 and rule[1] < base - 0.1 * em < rule[3]
    ]
    return min([far, *walls])
