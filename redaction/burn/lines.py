"""Which letters go, and where those that stay move to.

The gap that a removed name leaves tells how long the name was (Bland et al., "Story Beyond the
Eye"). So a line is set again: every removed stretch becomes a box of one width, whatever stood
there, and the words that stay follow at their own nominal widths. A justified line is justified
again from what stays. Where a line cannot be set again, boxes take the white space beside them up
to a multiple of two em.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import cast

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area, overlap
from redaction.burn.boxes import boxes_to_paint
from redaction.burn.holding import Holding
from redaction.burn.interpret import Mark, Picture, Show
from redaction.burn.letters import Glyph, is_level, letters_of
from redaction.burn.matrix import landed, times
from redaction.burn.rows import (
    ABOVE,
    BELOW,
    IMPLIED,
    ONE_EDGE,
    Limits,
    beside,
    largest,
    right_limit,
    segments_of,
    words_before,
)
from redaction.burn.sight import LOOK_DPI, Sight

BOX = 4.0  # em: the width of every box in a line that is set again
_NARROWEST_BOX = 1.6
_QUANTUM = 2.0
_SPACE = 0.27  # em, where a font has no space of its own
_CLEAR = 0.25  # em around a box
_UNSEEN = 3  # the mode of letters that nobody sees (§9.3.6)
_PASSAGE = 40  # letters: no name is so long
_CLOSING, _OPENING = frozenset(".,:;!?)]’”…"), frozenset("([‘“")
_AT_ITS_END = 0.6  # points
_LEAST_STRETCH, _MOST_STRETCH = 0.55, 3.2


@dataclass(slots=True)
class Decided:
    """What becomes of one page: its letters that are looked at, and the boxes that are painted."""

    glyphs: dict[int, list[Glyph]] = field(default_factory=dict)
    boxes: list[Area] = field(default_factory=list)
    at_end: list[Area] = field(default_factory=list)  # boxes where no letter stood
    set_again: list[Box] = field(default_factory=list)
    quantised: int = 0  # boxes as wide as a multiple of two em
    exact: int = 0  # boxes whose width still tells something

    @property
    def width(self) -> str:
        """Say what the widths of the boxes tell, of the one that tells most."""
        if not self.boxes:
            return ""
        return "exact" if self.exact else "quantised" if self.quantised else "constant"


def decide(marks: Sequence[Mark], areas: Sequence[Area], sight: Sight) -> Decided:
    """Decide about every letter that is near an area or that nobody can see."""
    decided = Decided()
    for index, mark in enumerate(marks):
        if not isinstance(mark, Show):
            continue
        judged = sight.judged(index, mark)
        if judged is not None:
            decided.glyphs[index] = judged
        elif areas and _concerns(mark, areas) and (letters := letters_of(index, mark)):
            decided.glyphs[index] = letters
    if not areas:
        return decided
    every = [g for glyphs in decided.glyphs.values() for g in glyphs if not g.hidden]
    for index, glyphs in decided.glyphs.items():
        top, bottom = min(g.zone[1] for g in glyphs), max(g.zone[3] for g in glyphs)
        near = [area for area in areas if area.box[1] < bottom and top < area.box[3]]
        first = min((area.box[0] for area in near), default=math.inf)
        last = max((area.box[2] for area in near), default=-math.inf)
        kerned = _Kerned(glyphs, cast(Show, marks[index]).face.meanings)
        for at, glyph in enumerate(glyphs):
            left, _, right, _ = glyph.zone
            if right < first or last < left or glyph.hidden:
                continue
            for area in near:
                if area.box[0] <= right and left <= area.box[2] and _takes(area.box, glyph):
                    if kerned.is_under_its_neighbour(at, area.box):
                        continue
                    glyph.label, glyph.exemption = area.label, area.code
                    break
    limits = Limits.of(marks, sight.page, [g for g in every if g.gone])
    holding = Holding(marks, sight.page, limits)
    segments = list(segments_of([g for g in every if g.level], limits))
    for segment in segments:
        if any(glyph.gone for glyph in segment):
            room = (words_before(segment, segments), beside(segment, segments))
            _set_again(segment, decided, holding, room)
    _box_the_rest(every, areas, decided, _Pictures.of(marks, sight), limits.walls)
    return decided


def _concerns(show: Show, areas: Sequence[Area]) -> bool:
    x0, y0, x1, y1 = show.box
    near = [area.box for area in areas if area.box[1] < y1 and y0 < area.box[3]]
    if not near:
        return False
    whole = times(show.tm, show.stage)
    if not is_level(whole) or show.layer:
        return any(box[0] < x1 + 1 and x0 - 1 < box[2] for box in near)
    # Of upright lines only those whose letters an area may take are looked at.
    size = 0.5 * show.size
    _, top, _, bottom = landed(whole, (0.0, show.rise, 1.0, show.rise + size))
    return any(box[1] < bottom and top < box[3] for box in near)


def _takes(area: Box, glyph: Glyph) -> bool:
    """Say whether an area takes a letter: generous along the line, narrow across it."""
    x0, y0, x1, y1 = zone = glyph.zone
    if x1 < area[0] or area[2] < x0 or y1 < area[1] or area[3] < y0:
        return False
    if glyph.upright:
        area = _on_its_side(area)
        x0, y0, x1, y1 = _on_its_side(zone)
    tall = min(y1, area[3]) - max(y0, area[1])
    if tall <= 0.3 * (y1 - y0):
        return False
    wide = min(x1, area[2]) - max(x0, area[0])
    if x1 - x0 < 0.01:
        return area[0] <= x0 <= area[2]
    return wide > min(0.2 * (x1 - x0), 2.5)


@dataclass(frozen=True, slots=True)
class _Kerned:
    """Signs of a string that a typeface sets closer to a letter than either is wide: "y" and ",".

    A box around the letter reaches into the sign, which stays all the same: it is no letter and no
    digit, most of it stands outside, and the box ends where the letter beside it does.
    """

    glyphs: Sequence[Glyph]
    meanings: Mapping[int, str]

    def is_under_its_neighbour(self, at: int, area: Box) -> bool:
        """Say whether an area takes a sign only because it takes the letter beside it."""
        glyph = self.glyphs[at]
        sign = self.meanings.get(glyph.code, "")
        left, _, right, _ = glyph.zone
        if not sign or not glyph.level:
            return False
        if sign in _CLOSING and at > 0:
            letter = self.glyphs[at - 1]
            ends, outside = letter.zone[2] - area[2], right - area[2]
        elif sign in _OPENING and at + 1 < len(self.glyphs):
            letter = self.glyphs[at + 1]
            ends, outside = letter.zone[0] - area[0], area[0] - left
        else:
            return False
        most = outside > 0.5 * (right - left)
        return most and abs(ends) < _AT_ITS_END and _takes(area, letter)


@dataclass
class _Run:
    """Letters that stay together, or that go together into one box."""

    glyphs: list[Glyph]
    label: str | None

    @cached_property
    def steps(self) -> list[tuple[Glyph, str]]:
        """Each letter that stays, with what comes before it: nothing, a space, or its double."""
        steps: list[tuple[Glyph, str]] = []
        last: Glyph | None = None
        start = end = 0.0
        for glyph in self.glyphs:
            x0, _, x1, _ = glyph.box
            if last is not None and glyph.code == last.code and x0 < start + 0.4 * (end - start):
                steps.append((glyph, "double"))  # printed over the last one, as for boldness
                continue
            apart = last is not None and x0 - end > IMPLIED * glyph.em
            implied = apart and not glyph.space and last is not None and not last.space
            steps.append((glyph, "space" if implied else ""))
            last, start, end = glyph, x0, x1
        return steps


def _set_again(
    segment: list[Glyph], decided: Decided, holding: Holding, room: tuple[float, float]
) -> None:
    """Give every removed stretch of a line the same width, and move what stays."""
    runs, limits = _runs(segment), holding.limits
    em = max(glyph.em for glyph in segment if not glyph.space or glyph.gone)
    first = min(glyph.box[0] for glyph in segment)
    end = max(glyph.box[2] for glyph in segment if not glyph.space or glyph.gone)
    held = holding.of(segment, em, room)
    justified = held.by == "left" and limits.column is not None
    justified = justified and abs(end - (limits.column or 0.0)) < ONE_EDGE
    far = limits.column if justified and limits.column is not None else limits.right
    # How far the line may reach, and how wide it may become, held where it is held.
    right = min(right_limit(segment, first, far, limits, em), room[1])
    if held.by == "left":
        held = replace(held, right=right)
    most = held.most
    boxes = sum(run.label is not None for run in runs)
    kept, spaces = _nominal(runs, em)
    if not kept and boxes == 1:
        # Nothing stays on the line: the box says no more than that there was one.
        passage = held.by == "left" and sum(not glyph.space for glyph in segment) > _PASSAGE
        wide = max(most, em) if passage else min(BOX * em, max(most, em))
        begin = held.begin(wide)
        [taken] = [run for run in runs if run.label is not None]
        for glyph in segment:
            if glyph.space:  # where it stands tells where the words began or ended
                glyph.label = taken.label
        _paint(taken, begin, begin + wide, decided)
        decided.set_again.append(_band(segment, min(begin, first), max(begin + wide, end)))
        return
    # Both sides of a box stand clear of the words beside it.
    wide = min(BOX * em, (most - kept - spaces) / boxes - 2 * _CLEAR * em)
    if wide < _NARROWEST_BOX * em:
        return
    stretch = 1.0
    if justified and spaces:
        free = most - kept - boxes * (wide + 2 * _CLEAR * em)
        wanted = free / spaces
        if _LEAST_STRETCH <= wanted <= _MOST_STRETCH:
            stretch = wanted
    clear = 2 * boxes - (runs[0].label is not None) - (runs[-1].label is not None)
    begin = held.begin(kept + spaces + boxes * wide + clear * _CLEAR * em)
    _lay(runs, begin, wide, stretch, em, decided)
    decided.set_again.append(_band(segment, min(begin, first), max(right, end)))


def _band(segment: Sequence[Glyph], left: float, right: float) -> Box:
    """Return the strip in which no stroke stays that may tell where a removed word ended."""
    top, bottom = min(g.box[1] for g in segment), max(g.box[3] for g in segment)
    return left - 1, top, right + 1, bottom


def _runs(segment: list[Glyph]) -> list[_Run]:
    """Part a line into what stays and what goes; space between two removed words goes with them."""
    labels: list[str | None] = [glyph.label for glyph in segment]
    before: str | None = None
    spaces: list[int] = []
    for index, glyph in enumerate(segment):
        if glyph.space:
            spaces.append(index)
            continue
        if before is not None and before == glyph.label:
            for space in spaces:
                labels[space] = before if labels[space] is None else labels[space]
        before, spaces = glyph.label, []
    runs: list[_Run] = []
    for glyph, label in zip(segment, labels, strict=True):
        glyph.label = label
        if runs and runs[-1].label == label:
            runs[-1].glyphs.append(glyph)
        else:
            runs.append(_Run([glyph], label))
    return runs


def _nominal(runs: Iterable[_Run], em: float) -> tuple[float, float]:
    """Return how wide the letters that stay are without spaces, and how wide the spaces are."""
    width = spaces = 0.0
    for run in runs:
        if run.label is not None:
            continue
        for glyph, before in run.steps:
            if before == "double":
                continue
            spaces += _SPACE * em if before == "space" else 0.0
            if glyph.space:
                spaces += glyph.box[2] - glyph.box[0]
            else:
                width += glyph.box[2] - glyph.box[0]
    return width, spaces


def _lay(
    runs: list[_Run], left: float, wide: float, stretch: float, em: float, decided: Decided
) -> None:
    at = left
    last_shift = 0.0
    for index, run in enumerate(runs):
        if run.label is not None:
            at += _CLEAR * em if index else 0.0
            _paint(run, at, at + wide, decided)
            at += wide + _CLEAR * em
            continue
        for glyph, before in run.steps:
            if before == "double":
                glyph.shift = last_shift
                continue
            if before == "space":
                at += stretch * _SPACE * em
            glyph.shift = last_shift = at - glyph.box[0]
            at += (stretch if glyph.space else 1.0) * (glyph.box[2] - glyph.box[0])


def _paint(run: _Run, x0: float, x1: float, decided: Decided) -> None:
    line = largest(run.glyphs)
    box = (x0, line.base - ABOVE * line.em, x1, line.base + BELOW * line.em)
    codes = {glyph.exemption for glyph in run.glyphs} - {""}
    area = Area(0, box, run.label or "", ", ".join(sorted(codes)))
    decided.boxes.append(area)
    first = min(run.glyphs, key=lambda g: (g.space, g.mark, g.box[0]))
    first.boxed = area


@dataclass(frozen=True, slots=True)
class _Pictures:
    """Where pictures are, and how the page looks: words there are white space's only measure.

    `unseen` are the marks that say what eyes read there: nothing of the page is lost with them.
    """

    boxes: tuple[Box, ...]
    sight: Sight
    unseen: frozenset[int]

    @classmethod
    def of(cls, marks: Sequence[Mark], sight: Sight) -> _Pictures:
        unseen = (n for n, m in enumerate(marks) if isinstance(m, Show) and m.mode == _UNSEEN)
        boxes = tuple(m.box for m in marks if isinstance(m, Picture))
        return cls(boxes, sight, frozenset(unseen))

    def lie_under(self, area: Area) -> bool:
        return any(overlap(area.box, box) > 0 for box in self.boxes)


def _box_the_rest(
    every: Sequence[Glyph],
    areas: Sequence[Area],
    decided: Decided,
    pictures: _Pictures,
    walls: Sequence[Box],
) -> None:
    """Box the areas of which no line was set again, and those without any letter."""
    rest = []
    gone = [glyph for glyph in every if glyph.gone]
    for area in areas:
        taken = [g for g in gone if _takes(area.box, g)]
        if not any(
            overlap(g.zone, b.box) > 0 or _is_set_again(g, decided)
            for g in taken
            for b in decided.boxes
        ):
            rest.append(area)
    on_pictures = [area for area in rest if pictures.lie_under(area)]
    painted = [_widened(area, every, walls) for area in rest if area not in on_pictures]
    if on_pictures:
        painted += boxes_to_paint(on_pictures, pictures.sight.drawn, LOOK_DPI / 72)
    for area in painted:
        decided.boxes.append(area)
        if _is_quantised(area.box, every):
            decided.quantised += 1
        else:
            decided.exact += 1
        for glyph in every:
            if glyph.space and overlap(glyph.box, area.box) > 0:
                glyph.label = area.label  # white space that the box took
            elif not glyph.gone and glyph.mark in pictures.unseen and _in(area.box, glyph.box):
                glyph.label = area.label  # what eyes read is no more to be seen there
        free = [g for g in every if g.gone and g.boxed is None and _takes(area.box, g)]
        if free:
            min(free, key=lambda g: g.mark).boxed = area
        else:
            decided.at_end.append(area)


def _in(area: Box, box: Box) -> bool:
    """Say whether the middle of a letter stands in a box, or on its edge."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    edge = 0.1
    return area[0] - edge < x < area[2] + edge and area[1] - edge < y < area[3] + edge


def _on_its_side(box: Box) -> Box:
    """Return a box with its width for its height: what runs down the page runs along it."""
    return box[1], box[0], box[3], box[2]


def _runs_down(box: Box, every: Sequence[Glyph]) -> bool:
    """Say whether the words that an area takes run up or down the page."""
    return any(glyph.upright for glyph in every if glyph.gone and _takes(box, glyph))


def _is_quantised(box: Box, every: Sequence[Glyph]) -> bool:
    """Say whether a box is as wide as a multiple of two em of its line."""
    x0, y0, x1, y1 = _on_its_side(box) if _runs_down(box, every) else box
    quanta = (x1 - x0) / (_QUANTUM * min(y1 - y0, 24.0) / 1.17)
    return round(quanta) >= 1 and abs(quanta - round(quanta)) < 0.04


def _is_set_again(glyph: Glyph, decided: Decided) -> bool:
    return any(
        band[1] <= glyph.base - 0.2 * glyph.em <= band[3] and band[0] <= glyph.box[0] <= band[2]
        for band in decided.set_again
    )


def _widened(area: Area, every: Sequence[Glyph], walls: Sequence[Box]) -> Area:
    """Return an area with the white space beside it along the line, up to a multiple of two em.

    A box stays in its cell: over a wall it would hide a line, and the page become a picture.
    """
    others = [glyph.box for glyph in every if not glyph.gone and not glyph.space]
    if _runs_down(area.box, every):
        turned = _along(_on_its_side(area.box), [_on_its_side(box) for box in others])
        return replace(area, box=_on_its_side(turned))
    return replace(area, box=_along(area.box, [*others, *walls]))


def _along(box: Box, others: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = box
    quantum = _QUANTUM * min(y1 - y0, 24.0) / 1.17
    wanted = math.ceil((x1 - x0) / quantum - 0.01) * quantum - (x1 - x0)
    kept = [other for other in others if other[1] < y1 and y0 < other[3]]
    after = min((other[0] for other in kept if other[0] >= x1 - 1), default=x1 + wanted + 1)
    before = max((other[2] for other in kept if other[2] <= x0 + 1), default=x0)
    more = max(0.0, min(wanted, after - x1 - 1))
    less = max(0.0, min(wanted - more, x0 - before - 1))
    return x0 - less, y0, x1 + more, y1
