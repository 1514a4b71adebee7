"""Which letters of a page nobody can see: white, tiny, cut off, covered, or without any ink.

They were read and are never released. Of most strings it is certain that they are seen, from how
they are drawn: dark letters on nothing, within the page. Only of the others is the page's picture
looked at, letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.burn.interpret import Mark, Path, Picture, Show, Subpath
from redaction.burn.letters import Glyph, letters_of
from redaction.burn.typefaces import Doubt
from redaction.pdfium import visible

LOOK_DPI = 100
_TINY = 1.2  # points: smaller letters are not seen
_SMALL = 2.5
_DARK_INK, _LIGHT_GROUND = 0.72, 0.5  # of 1, which is white
_LEAST_SHOWN = 0.15  # of a letter's middle
_BAR = 0.43  # of 1: as dark as what somebody blacks words out with
_LIKE_GROUND = 24  # of 255
_EDGE = 0.5  # points
_MOST_PIECES = 200
_UNSEEN_MODE, _FIRST_CLIP = 3, 4
_ONE_SHADE = 3  # of 255: what differs by more may be read


Look = Callable[[bool], Image.Image]
"""Draws the page as displayed at `LOOK_DPI`, in its colours or in grey."""


class Sight:
    """Judges the letters of one page."""

    def __init__(self, marks: Sequence[Mark], page: Box, look: Look) -> None:
        """Take a page's marks; `look` draws the page when it is needed."""
        self.page, self.look = page, look
        self._untold: set[tuple[float, ...]] = set()  # pieces that nobody sees: box, and mark
        covers: list[tuple[float, ...]] = []
        grounds: list[tuple[float, ...]] = []
        bars: list[tuple[float, ...]] = []
        for index, mark in enumerate(marks):
            if isinstance(mark, Path) and mark.paint not in ("n", "S", "s"):
                light = mark.fill is not None and mark.fill > _LIGHT_GROUND
                for piece in mark.subpaths:
                    sure = (
                        piece.upright
                        and mark.solid
                        and mark.plain_clip
                        and mark.paint[0] in "fFBb"
                        and not _has_a_hole(piece, mark.subpaths)
                    )
                    box = _within(piece.box, mark.clip)
                    if box is not None:
                        covers.append((*box, index, sure))
                        if sure and mark.fill is not None and mark.fill <= _BAR:
                            bars.append((*box, index))
                        if not light:
                            grounds.append((*box, index))
            elif isinstance(mark, Picture) and (box := _within(mark.box, mark.clip)) is not None:
                covers.append((*box, index, mark.solid and mark.plain_clip and _is_opaque(mark)))
                grounds.append((*box, index))
        self.covers = np.array(covers or np.zeros((0, 6)), float).reshape(-1, 6)
        self.bars = np.array(bars or np.zeros((0, 5)), float).reshape(-1, 5)
        self.grounds = np.array(grounds or np.zeros((0, 5)), float).reshape(-1, 5)

    def judged(self, index: int, show: Show) -> list[Glyph] | None:
        """Return the letters of a string of which some are hidden; None where all are seen."""
        read = show.layer == "read"
        if not read and self._is_surely_seen(index, show):
            return None
        letters = letters_of(index, show)
        if not read and (show.mode == _UNSEEN_MODE or (letters and letters[0].em < _TINY)):
            hidden = [True] * len(letters)
        else:
            hidden = [not self._is_in_view(g, show.clip) or self._is_covered(g) for g in letters]
            if read:
                hidden = [not self._is_in_view(g, None) for g in letters]
            elif not all(hidden) and self._asks_for_a_look(index, show):
                seen = self._seen(letters, show)
                hidden = [h or not s for h, s in zip(hidden, seen, strict=True)]
        if all(hide for hide, g in zip(hidden, letters, strict=True) if not g.space):
            hidden = [True] * len(letters)
        for glyph, hide in zip(letters, hidden, strict=True):
            glyph.hidden = hide
        if not any(hidden):
            return None
        if show.mode >= _FIRST_CLIP:
            raise Doubt("letters that are a clip")
        return letters

    def covers_whole(self, index: int, box: Box, rim: float = 0.0) -> bool:
        """Say whether what a mark draws in a box, and in a rim around it, is covered afterwards."""
        sure = self.covers[(self.covers[:, 4] > index) & (self.covers[:, 5] == 1)]
        x0, y0, x1, y1 = box
        return bool(
            (
                (sure[:, 0] <= x0 - rim)
                & (sure[:, 1] <= y0 - rim)
                & (sure[:, 2] >= x1 + rim)
                & (sure[:, 3] >= y1 + rim)
            ).any()
        )

    @cached_property
    def drawn(self) -> Image.Image:
        """The page as displayed, in grey."""
        return self.look(False)

    @cached_property
    def coloured(self) -> NDArray[np.uint8]:
        """The page as displayed, in its colours: rows, columns, and red, green and blue."""
        return np.asarray(self.look(True), np.uint8)

    def tells(self, index: int, piece: Subpath, rim: float) -> bool:
        """Say whether a drawn piece with curves or corners is seen: its place is not of one shade.

        Lines reach a rim around it. What is drawn over something that does not fill its place
        stays: without it that would show.
        """
        if _is_four_sided(piece) or _within(piece.box, self.page) != piece.box:
            return True
        scale, (x0, y0, x1, y1) = LOOK_DPI / 72, piece.box
        left, top = (max(0, int((edge - rim) * scale) - 1) for edge in (x0, y0))
        right, bottom = (int((edge + rim) * scale) + 2 for edge in (x1, y1))
        place = self.coloured[top:bottom, left:right]
        if not place.size or np.ptp(place, axis=(0, 1)).max() > _ONE_SHADE:
            return True
        below = self.covers[(self.covers[:, 4] < index) & _meets(self.covers, piece.box)]
        below = [one for one in below.tolist() if tuple(one[:5]) not in self._untold]
        if below and not (below[-1][5] == 1 and _lies_in(piece.box, below[-1])):
            return True
        self._untold.add((*piece.box, float(index)))
        return False

    def _is_surely_seen(self, index: int, show: Show) -> bool:
        if show.mode == _UNSEEN_MODE or abs(show.box[3] - show.box[1]) < _SMALL:
            return False
        view = _within(self.page, show.clip)
        if view is None or not _holds(view, show.box):
            return False
        if len(self.covers):
            after = self.covers[:, 4] > index
            if (after & _meets(self.covers, show.box)).any():
                return False
        return not self._asks_for_a_look(index, show)

    def _asks_for_a_look(self, index: int, show: Show) -> bool:
        """Say whether only the page's picture shows if letters are seen."""
        if show.mode not in (0, 2, 4, 6) or show.fill is None or show.fill > _DARK_INK:
            return True
        if not show.solid or any(
            show.face.has_blanks(part) for part in show.parts if isinstance(part, bytes)
        ):
            return True
        if not len(self.covers):
            return False
        before = self.grounds[:, 4] < index
        unsure = (self.covers[:, 4] > index) & (self.covers[:, 5] == 0)
        return bool(
            (before & _meets(self.grounds, show.box)).any()
            or (unsure & _meets(self.covers, show.box)).any()
        )

    def _is_in_view(self, glyph: Glyph, clip: Box | None) -> bool:
        view = _within(self.page, clip)
        if view is None:
            return False
        x0, y0, x1, y1 = glyph.zone
        shown = _within(glyph.zone, view)
        if x1 - x0 < 0.01 or y1 - y0 < 0.01:
            return shown is not None
        if shown is None:
            return False
        part = (shown[2] - shown[0]) * (shown[3] - shown[1]) / ((x1 - x0) * (y1 - y0))
        return part > _LEAST_SHOWN

    def _is_covered(self, glyph: Glyph) -> bool:
        """Say whether something that lets nothing through is drawn over a letter afterwards."""
        sure = self.covers[(self.covers[:, 4] > glyph.mark) & (self.covers[:, 5] == 1)]
        x0, y0, x1, y1 = glyph.zone
        return self._is_under_a_bar(glyph) or bool(
            (
                (sure[:, 0] <= x0 + _EDGE)
                & (sure[:, 1] <= y0 + _EDGE)
                & (sure[:, 2] >= x1 - _EDGE)
                & (sure[:, 3] >= y1 - _EDGE)
            ).any()
        )

    def _is_under_a_bar(self, glyph: Glyph) -> bool:
        """Say whether a dark rectangle covers a letter but for tips that nobody reads it by."""
        if not len(self.bars):
            return False
        x0, y0, x1, y1 = glyph.zone
        bars = self.bars[self.bars[:, 4] > glyph.mark]
        wide = np.minimum(bars[:, 2], x1) - np.maximum(bars[:, 0], x0)
        high = np.minimum(bars[:, 3], y1) - np.maximum(bars[:, 1], y0)
        covered = np.clip(wide, 0, None) * np.clip(high, 0, None)
        return bool((covered > (1 - _LEAST_SHOWN) * (x1 - x0) * (y1 - y0)).any())

    def _seen(self, letters: Sequence[Glyph], show: Show) -> list[bool]:
        seen = visible(self.drawn, LOOK_DPI, [glyph.box for glyph in letters])
        for number, glyph in enumerate(letters):
            if glyph.space:
                seen[number] = True  # goes only where all the words around it go
            elif seen[number] and show.mode == 0 and (show.fill or 0.0) > _DARK_INK:
                # Ink in a letter's cell may be its neighbours': one in the colour of its ground
                # is not seen.
                seen[number] = (
                    abs(self._ground(glyph.box) - 255 * (show.fill or 0.0)) > _LIKE_GROUND
                )
        return seen

    def _ground(self, box: Box) -> float:
        """Return the grey around a letter's cell, of 255."""
        scale = LOOK_DPI / 72
        left, top = max(0, int(box[0] * scale) - 1), max(0, int(box[1] * scale) - 1)
        right, bottom = int(box[2] * scale) + 2, int(box[3] * scale) + 2
        cell = np.asarray(self.drawn.crop((left, top, right, bottom)))
        rim = np.concatenate([cell[0], cell[-1], cell[:, 0], cell[:, -1]])
        return float(np.median(rim))


def _is_opaque(picture: Picture) -> bool:
    given = picture.given
    return not any(key in given for key in ("/SMask", "/Mask", "/ImageMask")) and picture.upright


def _has_a_hole(piece: Subpath, all_of_it: Sequence[Subpath]) -> bool:
    """Say whether another piece of the same path lies over one: a frame leaves its middle bare.

    Of a path of very many pieces it may.
    """
    x0, y0, x1, y1 = piece.box
    return len(all_of_it) > _MOST_PIECES or any(
        other is not piece
        and x0 < other.box[2]
        and other.box[0] < x1
        and y0 < other.box[3]
        and other.box[1] < y1
        for other in all_of_it
    )


def _within(box: Box, view: Box | None) -> Box | None:
    if view is None:
        return box
    shared = (
        max(box[0], view[0]), max(box[1], view[1]), min(box[2], view[2]), min(box[3], view[3])
    )  # fmt: skip
    return shared if shared[0] < shared[2] and shared[1] < shared[3] else None


def _is_four_sided(piece: Subpath) -> bool:
    return piece.pieces <= 4 and not any(operator in "cvy" for operator, _ in piece.drawn)


def _lies_in(box: Box, cover: Sequence[float]) -> bool:
    return cover[0] <= box[0] and cover[1] <= box[1] and cover[2] >= box[2] and cover[3] >= box[3]


def _holds(view: Box, box: Box) -> bool:
    """Say whether a string is in view, but for the empty rims of its cells."""
    rim = 0.25 * (box[3] - box[1])
    return (
        view[0] <= box[0] + 1
        and view[1] <= box[1] + rim
        and view[2] >= box[2] - 1
        and view[3] >= box[3] - rim
    )


def _meets(boxes: np.ndarray, box: Box) -> np.ndarray:
    return (
        (boxes[:, 0] < box[2])
        & (boxes[:, 2] > box[0])
        & (boxes[:, 1] < box[3])
        & (boxes[:, 3] > box[1])
    )
