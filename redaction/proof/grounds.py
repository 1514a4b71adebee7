"""What can still be read or seen where something was removed: a released page beside its source.

Part of the proof, apart from the burner. Of every page:

    letters    those that pdfium reads on the released page outside its boxes are, letter for
               letter, those that it reads on the source page outside the areas: not one more
    boxes      inside a box stands its label and nothing else
    ground     with the boxes taken off, the ground under them is flat: nothing is merely covered
    ink        every letter stands where something can be seen: none is white, tiny or covered
    elsewhere  outside boxes, and lines that were set again, the page looks as it did
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pikepdf
import pypdfium2

from recordkeeping.disclosure.findings import Box
from redaction.areas import read_aloud
from redaction.proof.letters import Drawn
from redaction.proof.looks import (
    Pixels,
    all_seen,
    finer,
    has_changed,
    is_flat,
    pixels,
    scale_of,
    scaled,
    without_boxes,
    without_letters,
)
from redaction.proof.places import Sheet, counted, letters_in, solid
from redaction.proof.samples import shows_under
from redaction.proof.shape import (
    PICTURE,
    PagePicture,
    legend_part,
    painted_boxes,
    spoken_on,
    strip_of,
)
from redaction.proof.unseen import unseen_on

_SAME_SIZE = 0.01  # points: numbers are written with four digits
_TALLEST_STRIP = 60.0  # points: what a page may grow at its foot, to say what its codes are
_UNSEEN_MODE = 3  # ISO 32000-1 §9.3.6
_MOST_LOST, _SHARE_LOST = 3, 0.02  # letters at the edge of an area may go with it


@dataclass(frozen=True, slots=True)
class Beside:
    """A released page and its source, opened by pdfium, and what was to be removed from it."""

    parts: Sequence[bytes]  # of the released page's content (shape.py)
    released: pypdfium2.PdfPage
    words: pypdfium2.PdfTextPage
    original: pypdfium2.PdfPage
    areas: Sequence[tuple[Box, str]]
    codes: Sequence[str] = ()  # what a box may say where its label has no room
    legend: str = ""  # what its foot may say, and nothing else

    @property
    def on_page(self) -> list[tuple[Box, str]]:
        """The areas as far as the source page shows them: a strip at its foot is beyond it."""
        wide, high = self.original.get_size()
        parts = [
            ((max(x0, 0.0), max(y0, 0.0), min(x1, wide), min(y1, high)), label)
            for (x0, y0, x1, y1), label in self.areas
        ]
        return [(box, label) for box, label in parts if box[0] < box[2] and box[1] < box[3]]


def against_page(page: pikepdf.Page, kind: str, drawn: Drawn, beside: Beside) -> Iterator[str]:
    """Yield what speaks against one page of the closed shape.

    Afterwards the released page is without its boxes in pdfium's memory: it is the last who looks.
    """
    sheet = Sheet(beside.released)
    if not _has_its_size(kind, sheet, beside):
        yield "has another size than its source"
        return
    decided = [box for box, _ in beside.on_page]
    if not set(spoken_on(beside.parts)) <= {read_aloud(label) for _, label in beside.areas}:
        yield "says something else in a box to programs than what its label is"
    if kind == PICTURE:
        boxes = decided
        yield from _against_picture(page, sheet, drawn, beside)
    else:
        boxes = [sheet.shown_box(_around(corners)) for corners in painted_boxes(beside.parts)]
        if decided and not boxes:
            yield "has no box where something was removed"
            return
        foot = _legend(beside.parts, drawn)
        if foot not in ("", solid(beside.legend)):
            yield "says something else at its foot than what its codes are"
        yield from _against_words(sheet, drawn, boxes, foot, beside)
        if shows_under(page.obj, drawn.pictures, [sheet.own_box(box) for box in boxes]):
            yield "has a picture with something under a box"
        if not without_boxes(beside.released, [sheet.own_box(box) for box in boxes]):
            yield "has a box that cannot be looked under"
    scale = scale_of(beside.released)
    bare = pixels(beside.released, scale)
    inked = scaled(boxes, scale)
    if kind != PICTURE and not all(is_flat(bare, box) for box in inked):
        yield "shows something under a box"
    if not all_seen(bare, scale, sheet, drawn, inked, tiny=kind == PICTURE):
        yield "has letters that nobody can see"
    if kind == PICTURE:  # the finer of the two ways of drawing it would have thinner lines
        scale = finer(scale)
        bare = pixels(beside.released, scale)
    aside = scaled([*boxes, *decided], scale)
    if _has_changed(bare, scale, aside, sheet, beside, coarse=kind == PICTURE):
        yield "does not look as it did outside its boxes"


def _has_its_size(kind: str, sheet: Sheet, beside: Beside) -> bool:
    """Say whether a page is as large as its source, but for a strip at its foot for its legend."""
    wide, high = beside.released.get_size()
    was_wide, was_high = beside.original.get_size()
    strip = strip_of(beside.parts) if kind != PICTURE else None
    if abs(wide - was_wide) > _SAME_SIZE:
        return False
    if abs(high - was_high) <= _SAME_SIZE:
        return strip is None
    if not beside.legend or not 0 < high - was_high <= _TALLEST_STRIP:
        return False
    if kind == PICTURE:
        return True
    wanted = (0.0, was_high, wide, high)
    return strip is not None and all(
        abs(a - b) <= _SAME_SIZE for a, b in zip(sheet.shown_box(strip), wanted, strict=True)
    )


def _has_changed(
    bare: Pixels, scale: float, aside: Sequence[Box], sheet: Sheet, beside: Beside, *, coarse: bool
) -> bool:
    """Say whether the page differs from its source, also from that without what was to go."""
    original = beside.original
    before = pixels(original, scale)
    if bare.shape[0] > before.shape[0]:  # a strip for its legend, which was looked at by its words
        bare = bare[: before.shape[0]]
    if not has_changed(before, bare, aside, coarse=coarse):
        return False
    without_letters(original.get_textpage(), [sheet.own_box(box) for box, _ in beside.areas])
    return has_changed(pixels(original, scale), bare, aside, coarse=coarse)


def _against_picture(
    page: pikepdf.Page, sheet: Sheet, drawn: Drawn, beside: Beside
) -> Iterator[str]:
    picture, areas = PagePicture(page.obj), beside.on_page
    if not all(picture.is_flat(box) for box, _ in areas):
        yield "shows something in a box"
    read = letters_in(beside.words, [sheet.own_box(box) for box, _ in areas])
    spoken = [_either_way(label) for _, label in areas]
    if not all(
        any(_unturned(said) in way for way in ways) for said, ways in zip(read, spoken, strict=True)
    ):
        yield "has words in a box"
    labels = [solid(label) for _, label in beside.areas]
    codes = [solid(code) for code in beside.codes]
    shown = {solid(run.text) for run in drawn.runs if run.mode != _UNSEEN_MODE}
    if any(said not in (*labels, *codes) and said not in solid(beside.legend) for said in shown):
        yield "shows letters that are no label and not what its codes are"


def _against_words(
    sheet: Sheet, drawn: Drawn, boxes: Sequence[Box], foot: str, beside: Beside
) -> Iterator[str]:
    """Compare the words of a rewritten page with its source, by pdfium."""
    own = [sheet.own_box(box) for box in boxes]
    inside = letters_in(beside.words, own, once=True)
    text = beside.original.get_textpage()
    gone = letters_in(text, [sheet.own_box(box) for box, _ in beside.areas], once=True)
    left = counted(beside.words.get_text_range()) - counted("".join(inside) + foot)
    wanted = counted(text.get_text_range()) - counted("".join(gone))
    if left - wanted:
        yield "says more than what was to stay"
    allowed = max(_MOST_LOST * len(beside.areas), _SHARE_LOST * wanted.total())
    lost = wanted - left
    if lost.total() > allowed and (lost - counted(unseen_on(beside.original))).total() > allowed:
        yield "has lost words that were to stay"
    # Where boxes overlap, letters of one's label stand in the other: they are counted together.
    labels = counted(_unturned("".join(spoken_on(beside.parts))))
    if counted(_unturned("".join(inside))) - labels or _kept_in(drawn, own):
        yield "has words in a box"


def _either_way(label: str) -> tuple[str, str]:
    """Return what a box says, and the same with its words turned round.

    Readers turn them among words from right to left, and brackets with them.
    """
    words = _unturned(read_aloud(label))
    return solid(words), solid("".join(reversed(words.split())))


def _unturned(said: str) -> str:
    return said.replace("]", "[")


def _legend(parts: Sequence[bytes], drawn: Drawn) -> str:
    part = legend_part(parts)
    return solid("".join(run.text for run in drawn.runs if run.part == part))


def _kept_in(drawn: Drawn, boxes: Sequence[Box]) -> bool:
    """Say whether a letter that is no label stands in a box."""
    if not boxes:
        return False
    x, y = np.ascontiguousarray(drawn.cells[drawn.parts % 2 == 0, :2].T)
    # Few lines have a box: what is at its height is looked at.
    at_height = ((box, np.flatnonzero((y > box[1]) & (y < box[3]))) for box in boxes)
    return any(bool(((x[at] > box[0]) & (x[at] < box[2])).any()) for box, at in at_height)


def _around(corners: Sequence[tuple[float, float]]) -> Box:
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
