"""Pictures of a slide that nobody sees whole: they are transparent, or a shape lies over them.

What the pages do not show of them is in the file all the same, and somebody may have hidden it.
Fills and their transparency are ISO 29500-1 §20.1.8, shapes' order is that of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from redaction.formats.office.container import Element, attribute, local
from redaction.formats.office.drawings import share
from redaction.formats.office.package import ids_named
from redaction.formats.office.slidetext import Place, is_named, is_turned, place_of, words_shown

TRANSPARENT, COVERED = "picture that cannot be seen", "picture that is covered in part"
_DRAWN = ("sp", "pic")
_FILLS = ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill")
_FAINT, _SOLID = 0.1, 0.9  # of a colour's strength: hardly anything, nearly all
_WHOLE, _PART, _MOST = 0.98, 0.05, 0.5  # of a picture's area
_UPRIGHT = ("", "rect", "flowChartProcess")  # shapes that fill their place to the corners


@dataclass(frozen=True, slots=True)
class Unseen:
    """A picture that is not seen, or not all of it: what it is to the reviewer, and its ids."""

    kind: str
    because: str
    ids: tuple[str, ...]


def unseen_pictures(root: Element, is_clear: Callable[[str], bool]) -> Iterator[Unseen]:
    """Yield the pictures of a slide that it does not show, or not whole.

    `is_clear` says of an id whether one can see through the picture that it stands for.
    """
    shapes = [shape for shape in root.iter() if is_named(shape, *_DRAWN)]
    for at, shape in enumerate(shapes):
        ids = _picture_in(shape)
        if not ids:
            continue
        called = next((attribute(e, "name") for e in shape.iter() if local(e) == "cNvPr"), "")
        named = f", {called}" if called else ""
        if _strength(shape) <= _FAINT:
            yield Unseen(TRANSPARENT, f"{named}: it is transparent", ids)
            continue
        hidden = max((_hidden(shape, over, is_clear) for over in shapes[at + 1 :]), default=0.0)
        if hidden >= _WHOLE:
            yield Unseen(TRANSPARENT, f"{named}: something lies over it", ids)
        elif hidden:
            yield Unseen(COVERED, f"{named}: something lies over a part of it", ids)


def _fill_of(shape: Element) -> Element | None:
    """Return how a shape, or the group that it is in, is filled; None where no fill says so."""
    for part in shape:
        if local(part) == "blipFill":
            return part
        if local(part) in ("spPr", "grpSpPr"):
            fill = next((each for each in part if local(each) in _FILLS), None)
            if fill is not None and local(fill) == "grpFill":
                group = shape.getparent()
                return None if group is None else _fill_of(group)
            return fill
    return None


def _picture_in(shape: Element) -> tuple[str, ...]:
    fill = _fill_of(shape)
    return tuple(ids_named(fill)) if fill is not None and local(fill) == "blipFill" else ()


def _strength(shape: Element) -> float:
    """Return how strong a shape's fill is, from 0, where one sees through it, to 1."""
    fill = _fill_of(shape)
    if fill is None:
        styled = (e for part in shape if local(part) == "style" for e in part)
        looks = next((e for e in styled if local(e) == "fillRef"), None)
        return 0.0 if looks is None or attribute(looks, "idx", "0") in ("0", "1000") else 1.0
    if local(fill) == "noFill":
        return 0.0
    marks = [("alpha", "val"), ("alphaModFix", "amt"), ("alphaMod", "val")]
    said = [attribute(e, key) for e in fill.iter() for name, key in marks if local(e) == name]
    return min([share(value) for value in said if value], default=1.0)


def _hidden(picture: Element, over: Element, is_clear: Callable[[str], bool]) -> float:
    """Return which share of a picture a later shape hides; 0 where that is nothing to tell."""
    if _strength(over) < _SOLID or any(is_clear(id) for id in _picture_in(over)):
        return 0.0
    under, above = place_of(picture), place_of(over)
    if under is None or above is None or not under.width or not under.height:
        return 0.0
    shared = _shared(under, above)
    forms = [attribute(e, "prst") for e in over.iter() if local(e) == "prstGeom"]
    level = not (is_turned(picture) or is_turned(over))
    if shared >= _WHOLE and level and (forms or [""])[0] in _UPRIGHT:
        return 1.0
    # A caption in a picture hides nothing that anybody wanted hidden; nor do two that overlap.
    least = _MOST if _picture_in(over) or words_shown(over) else _PART
    return min(shared, _WHOLE - 0.01) if shared >= least else 0.0


def _shared(one: Place, other: Place) -> float:
    """Return which share of one place another takes."""
    wide = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    high = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(0.0, wide) * max(0.0, high) / (one.width * one.height)
