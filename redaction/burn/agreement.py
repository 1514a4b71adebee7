"""Two readings of what stands near a box: pdfium's and ours must be the same.

Boxes are decided on letters where pdfium reads them; letters are removed where our interpreter has
them. A font or a content stream that the two understand differently would leave a name standing
beside its box. Where they differ, the page is `Doubt`, and becomes a picture: of pixels there is
one reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import mirrored, normalize

import numpy as np

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area
from redaction.burn.interpret import Mark, Show
from redaction.burn.letters import Glyph, letters_of
from redaction.burn.matrix import at, times
from redaction.burn.typefaces import Doubt
from redaction.pdfium import Letter

BESIDE = 3.0  # points around an area in which readings must agree
_REACH = 6.0  # points: letters of ours that far from an area may be those that pdfium means
_APART, _APART_EM = 1.0, 0.12  # points, em: a letter begins at one place


def must_agree(
    marks: Sequence[Mark], looked_at: Mapping[int, list[Glyph]], areas: Sequence[Area],
    read: Sequence[Letter],
) -> None:  # fmt: skip
    """Raise `Doubt` unless every letter that was read near the areas is one of the marks'.

    `looked_at` are letters of marks, by the number of the mark; `read` are pdfium's.
    """
    if not read:
        return
    ours = _ours(marks, looked_at, [area.box for area in areas])
    if not ours:
        raise Doubt("letters that two readers place differently")
    places = np.array([place for place, _, _ in ours])
    for letter in read:
        apart = np.hypot(places[:, 0] - letter.x, places[:, 1] - letter.y)
        near = [ours[n] for n in np.flatnonzero(apart <= _allowed(letter))]
        if not near:
            raise Doubt("letters that two readers place differently")
        if not any(_same(letter.text, show.face.meanings.get(code)) for _, show, code in near):
            raise Doubt("letters that two readers read differently")


def _allowed(letter: Letter) -> float:
    high = letter.box[3] - letter.box[1]
    return max(_APART, _APART_EM * min(high, 72.0))


def _ours(
    marks: Sequence[Mark], looked_at: Mapping[int, list[Glyph]], areas: Sequence[Box]
) -> list[tuple[tuple[float, float], Show, int]]:
    """Return where letters begin, as displayed, of the strings that come near an area."""
    found = []
    for index, mark in enumerate(marks):
        if isinstance(mark, Show) and _comes_near(mark.box, areas):
            whole = times(mark.tm, mark.stage)
            for glyph in looked_at.get(index) or letters_of(index, mark):
                found.append((at(whole, glyph.start, mark.rise), mark, glyph.code))
    return found


def _comes_near(box: Box, areas: Sequence[Box]) -> bool:
    return any(
        box[0] < area[2] + _REACH
        and area[0] - _REACH < box[2]
        and box[1] < area[3] + _REACH
        and area[1] - _REACH < box[3]
        for area in areas
    )


def _same(read: str, meaning: str | None) -> bool:
    """Say whether two readings of a letter are one, as far as both of them read it."""
    said = normalize("NFKC", meaning or "")
    letters = normalize("NFKC", read)
    if not any(c.isalnum() for c in letters) or not any(c.isalnum() for c in said):
        # Points and marks are read in more ways than one: turned round, or as a line's end.
        return all(not c.isalnum() or mirrored(c) for c in letters) or not said.strip("\ufffd")
    # One letter's drawing may be two letters, of which pdfium tells each.
    return all(c in said for c in letters)
