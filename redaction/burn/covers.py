"""What hides a part of a picture: what is drawn over it later, its clip, and the page's edge."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recordkeeping.disclosure.findings import Box
from redaction.burn.interpret import Mark, Path, Picture, Subpath
from redaction.burn.matrix import IDENTITY, Matrix, at, bounds, inverse, times
from redaction.burn.unseen import Point, Shape, Unseen

_RIM = 0.5  # points
_STEPS = 12  # straight pieces that a curve is taken for
_MOST_PIECES = 200
_BROAD = 2.0  # in user space: narrower lines hide nothing
_SEE_THROUGH = ("/SMask", "/Mask", "/ImageMask", "/SMaskInData")


@dataclass(frozen=True, slots=True)
class Cover:
    """A shape as displayed that lets nothing through, as far as its clip, and when it is drawn."""

    index: int
    box: Box
    shape: Shape
    clip: Box | None


def covers_of(marks: Sequence[Mark]) -> list[Cover]:
    """Return everything on a page that hides for certain what was drawn before it."""
    return [cover for index, mark in enumerate(marks) for cover in _covers(index, mark)]


def unseen(
    index: int, picture: Picture, covers: Sequence[Cover], view: Box | None
) -> Unseen | None:
    """Return what hides a part of the picture that mark `index` draws; None: all of it shows.

    `view` is what shows of the page at all there, as displayed.
    """
    over = [c for c in covers if c.index > index and _reaches(c, picture.box)]
    beyond = view is not None and _beyond(picture.box, view) > 2 * _RIM
    if not over and not beyond:
        return None
    # From the page as displayed to the unit square with its first row at the top.
    back = times(inverse(picture.stage), (1.0, 0.0, 0.0, -1.0, 0.0, 1.0))
    a, b, c, d, _, _ = picture.stage
    return Unseen(
        tuple(
            (_landed(back, c.shape), _landed(back, _corners(c.clip)) if c.clip else None)
            for c in over
        ),
        _landed(back, _corners(view)) if beyond and view is not None else None,
        (_RIM / math.hypot(a, b), _RIM / math.hypot(c, d)),
    )


def _covers(index: int, mark: Mark) -> Iterator[Cover]:
    match mark:
        case Path() if mark.solid and mark.plain_clip:
            for piece in mark.subpaths:
                shapes = [*_lines(piece, mark.width)] if mark.paint[0] in "SsBb" else []
                if mark.paint[0] in "fFBb" and _is_alone(piece, mark.subpaths):
                    shapes.append(tuple(_outline(piece)))
                for shape in shapes:
                    if len(shape) > 2:
                        shown = tuple(at(mark.stage, *point) for point in shape)
                        box = bounds(IDENTITY, shown)
                        yield Cover(index, box, shown, _needed(mark.clip, box))
        case Picture() if mark.solid and mark.plain_clip:
            if not any(key in mark.given for key in _SEE_THROUGH):
                shape = tuple(at(mark.stage, *point) for point in _corners((0.0, 0.0, 1.0, 1.0)))
                yield Cover(index, mark.box, shape, _needed(mark.clip, mark.box))


def _lines(piece: Subpath, width: float) -> Iterator[Shape]:
    """Yield what a broad line covers, straight piece by piece, as with a marker over a face."""
    if width < _BROAD or any(operator == "re" for operator, _ in piece.drawn):
        return
    for (x0, y0), (x1, y1) in pairwise(_outline(piece)):
        long = math.hypot(x1 - x0, y1 - y0)
        if long:
            across, up = (y0 - y1) / long * width / 2, (x1 - x0) / long * width / 2
            yield (
                (x0 + across, y0 + up), (x1 + across, y1 + up),
                (x1 - across, y1 - up), (x0 - across, y0 - up),
            )  # fmt: skip


def _outline(piece: Subpath) -> Iterator[Point]:
    """Yield the corners of a piece of a path, a curve in short straight lines."""
    now: Point = (0.0, 0.0)
    for operator, n in piece.drawn:
        match operator:
            case "re":
                x, y, w, h = n
                yield from ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            case "m" | "l":
                now = n[0], n[1]
                yield now
            case "c" | "v" | "y":
                first = now if operator == "v" else (n[0], n[1])
                second = (n[0], n[1]) if operator == "v" else (n[2], n[3])
                end = n[-2], n[-1]
                second = end if operator == "y" else second
                for step in range(1, _STEPS + 1):
                    yield _on_curve(now, first, second, end, step / _STEPS)
                now = end


def _on_curve(p: Point, q: Point, r: Point, s: Point, t: float) -> Point:
    u = 1 - t
    parts = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    x, y = (
        sum(k * w for k, w in zip(parts, axis, strict=True))
        for axis in zip(p, q, r, s, strict=True)
    )
    return x, y


def _is_alone(piece: Subpath, all_of_it: Sequence[Subpath]) -> bool:
    """Say whether no other piece of the same path may leave a hole in this one."""
    return len(all_of_it) <= _MOST_PIECES and not any(
        other is not piece and _beside(other.box, piece.box) for other in all_of_it
    )


def _beside(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _needed(clip: Box | None, box: Box) -> Box | None:
    """Return a clip only where it cuts something off."""
    return clip if clip is not None and _beyond(box, clip) > 0 else None


def _beyond(box: Box, view: Box) -> float:
    return max(view[0] - box[0], view[1] - box[1], box[2] - view[2], box[3] - view[3])


def _reaches(cover: Cover, box: Box) -> bool:
    return _beside(cover.box, box) and (cover.clip is None or _beside(cover.clip, box))


def _corners(box: Box) -> Shape:
    x0, y0, x1, y1 = box
    return (x0, y0), (x1, y0), (x1, y1), (x0, y1)


def _landed(back: Matrix, shape: Sequence[Point]) -> Shape:
    return tuple((round(x, 6), round(y, 6)) for x, y in (at(back, *point) for point in shape))
