"""The letters of a page in orders that no reader of lines follows: as drawn, and as they stand.

Readers that others wrote look for lines. Round a stamp, up a stair or along a curve there are none,
and a picture of a page keeps nothing of the order in which its letters were drawn. Part of the
proof, apart from the finder that reads such letters too.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from recordkeeping.disclosure.findings import Box
from redaction.proof.letters import Drawn
from redaction.proof.looks import address_of
from redaction.proof.places import Sheet
from redaction.proof.struck import (
    NOTHING,
    crossed_out,
    may_be_struck,
    strokes_on,
    write_without_struck,
)
from redaction.proof.unseen import unseen_letters
from redaction.proof.whereabouts import Placed, Placing

LEAST_IN_ORDERS = 3  # letters: any two may stand side by side in one order or another
_FEW = 4  # letters that stand by themselves: fewer are no name
_MOST_LEVEL = 8  # letters that stand level beside one another, on the top of a large circle
_LEVEL = 0.5  # of a letter's height that two of one line share
_CLOSE, _LINE = 0.15, 1.6  # of a letter's height between two of one word, and of one line
_WALK, _LONGER, _WORD = 4.0, 2.6, 1.5  # of a letter's size; times the last step
_APART = "\n\u00b6\u00b6\u00b6\u00b6\n"  # no term goes on over it
_DEEPEST = 32  # forms in forms


@dataclass(frozen=True, slots=True)
class _Letters:
    """Letters in the order in which they were drawn; one row of `boxes` each, as displayed."""

    said: Sequence[str] = field(repr=False)
    boxes: NDArray[np.float64]


def as_source_draws(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, areas: Sequence[Box]
) -> Placed:
    """Return what a source page shows outside areas, as drawn, by lines, and from near to near.

    A picture of the page shows these letters, whatever is written over it. `areas` are as
    displayed.
    """
    letters = _shown(page, text, areas)
    placing = Placing()
    numbers = np.arange(len(letters.said))
    _write(placing, letters, numbers)
    gone = crossed_out(letters.boxes, strokes_on(page, Sheet(page)))
    for line in _lines(letters.boxes):
        _write(placing, letters, line)
        write_without_struck(placing, letters.said, letters.boxes, line, gone)
    _write_walks(placing, letters)
    return placing.placed()


def as_people_read(drawn: Drawn, page: pypdfium2.PdfPage, content: bytes) -> Placed:
    """Return the letters of a released page that stand by themselves, each before the nearest.

    Also its lines in which strokes cross letters out, without these. `content` is what it draws.
    """
    sheet = Sheet(page)
    strokes = strokes_on(page, sheet) if may_be_struck(content) else NOTHING
    alone = sum(run.count for run in drawn.runs if run.count <= 2) >= _FEW
    if not alone and not len(strokes):
        return Placed("", ())
    x, y, half_wide, half_high = sheet.shown_cells(drawn.cells)
    boxes = np.stack([x - half_wide, y - half_high, x + half_wide, y + half_high], axis=1)
    gone = crossed_out(boxes, strokes)
    if not alone and not gone.any():
        return Placed("", ())
    said = [letter for run in drawn.runs for letter in run.each()]
    letters, placing = _without_space(said, boxes), Placing()
    if gone.any():
        gone = crossed_out(letters.boxes, strokes)
        for line in _lines(letters.boxes):
            write_without_struck(placing, letters.said, letters.boxes, line, gone)
    if alone:
        _write_walks(placing, letters)
    return placing.placed()


def _shown(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, areas: Sequence[Box]) -> _Letters:
    """Return the letters of a source that can be seen outside areas, in the order of drawing."""
    order, sheet = _drawing_order(page), Sheet(page)
    unseen = {index for index, _ in unseen_letters(page)}
    cell = raw.FS_RECTF()
    found: list[tuple[int, int, str, Box]] = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if index in unseen or letter.isspace() or raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetLooseCharBox(text, index, cell)
        box = sheet.shown_box((cell.left, cell.bottom, cell.right, cell.top))
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if any(area[0] < x < area[2] and area[1] < y < area[3] for area in areas):
            continue
        at = order.get(address_of(raw.FPDFText_GetTextObject(text, index)), len(order))
        found.append((at, index, letter, box))
    found.sort(key=lambda one: one[:2])
    boxes = np.array([box for *_, box in found]).reshape(-1, 4)
    return _without_space([letter for _, _, letter, _ in found], boxes)


def _without_space(said: Sequence[str], boxes: NDArray[np.float64]) -> _Letters:
    kept = [number for number, letter in enumerate(said) if letter.strip("\0\x02\ufffe \t\n\r")]
    return _Letters([said[number] for number in kept], boxes[kept])


def _drawing_order(page: pypdfium2.PdfPage) -> dict[int, int]:
    """Return by address the number of each string of a page, those in forms too, as drawn."""
    order: dict[int, int] = {}

    def walk(thing: raw.FPDF_PAGEOBJECT, depth: int) -> None:
        order[address_of(thing)] = len(order)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            for index in range(raw.FPDFFormObj_CountObjects(thing)):
                walk(raw.FPDFFormObj_GetObject(thing, ctypes.c_ulong(index)), depth + 1)

    for index in range(raw.FPDFPage_CountObjects(page)):
        walk(raw.FPDFPage_GetObject(page, index), 0)
    return order


def _write(placing: Placing, letters: _Letters, numbers: NDArray[np.int64]) -> None:
    """Write letters one after the other, with what parts them where they stand apart."""
    last: Box | None = None
    for number in numbers.tolist():
        x0, y0, x1, y1 = letters.boxes[number].tolist()
        if last is not None and (between := _between(last, (x0, y0, x1, y1))):
            placing.add(between)
        placing.add(letters.said[number], (x0, y0, x1, y1))
        last = x0, y0, x1, y1
    placing.add(_APART)


def _between(last: Box, box: Box) -> str:
    height = max(min(last[3] - last[1], box[3] - box[1]), 0.1)
    if min(last[3], box[3]) - max(last[1], box[1]) < _LEVEL * height:
        return "\n"
    gap = max(box[0] - last[2], last[0] - box[2])
    return " " if gap > _CLOSE * height else ""


def _lines(boxes: NDArray[np.float64]) -> Iterator[NDArray[np.int64]]:
    """Yield letters that stand level with one another and not far apart, from left to right."""
    left = np.ones(len(boxes), bool)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    for number in np.argsort(middle, kind="stable").tolist():
        if not left[number]:
            continue
        level = np.flatnonzero(
            left & (boxes[:, 1] <= middle[number]) & (middle[number] <= boxes[:, 3])
        )
        left[level] = False
        left[number] = False
        line = level[np.argsort(boxes[level, 0], kind="stable")]
        height = np.maximum(boxes[line, 3] - boxes[line, 1], 0.1)
        far = boxes[line[1:], 0] - boxes[line[:-1], 2] > _LINE * height[1:]
        yield from np.split(line, np.flatnonzero(far) + 1)


def _write_walks(placing: Placing, letters: _Letters) -> None:
    """Write letters that stand by themselves from near to near, both ways, and round twice."""
    alone = _alone(letters.boxes)
    if len(alone) < _FEW:
        return
    boxes = letters.boxes[alone]
    middle = np.stack([boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3]], axis=1) / 2
    size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    left = np.ones(len(alone), bool)
    while left.any():
        begin = int(np.flatnonzero(left)[0])
        # It may begin in the middle of a way: the way from its end takes all of it.
        end = _walk(middle, size, left.copy(), begin)[0][-1]
        ways = [_walk(middle, size, left.copy(), start) for start in dict.fromkeys((begin, end))]
        for way, spaced in ways:
            left[way] = False
            if len(way) >= _FEW:
                _write_way(placing, letters, alone[way], spaced)
                _write_way(placing, letters, alone[way[::-1]], [False, *spaced[:0:-1]])


def _write_way(
    placing: Placing, letters: _Letters, way: NDArray[np.int64], spaced: Sequence[bool]
) -> None:
    for times in (1, 2):  # where it comes round again a name may run over its end
        for number, space in times * list(zip(way, spaced, strict=True)):
            if space:
                placing.add(" ")
            x0, y0, x1, y1 = letters.boxes[number].tolist()
            placing.add(letters.said[number], (x0, y0, x1, y1))
        placing.add(_APART)


def _walk(
    middle: NDArray[np.float64], size: NDArray[np.float64], left: NDArray[np.bool_], start: int
) -> tuple[list[int], list[bool]]:
    """Return a way from a letter on, each time to the nearest, and before which is a space."""
    way, spaced, last = [start], [False], 0.0
    left[start] = False
    while left.any():
        away = np.hypot(*(middle - middle[way[-1]]).T)
        away[~left] = np.inf
        number = int(away.argmin())
        step = float(away[number])
        if step > max(_WALK * size[way[-1]], _LONGER * last):
            break
        spaced.append(bool(last) and step > _WORD * last)
        last = min(step, last * _WORD) if last else step
        way.append(number)
        left[number] = False
    return way, spaced


def _alone(boxes: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the letters that have few others beside them on their line."""
    alone = [line for line in _lines(boxes) if len(line) <= _MOST_LEVEL]
    return np.sort(np.concatenate(alone)) if alone else np.zeros(0, np.int64)
