"""Small letters that stand high or low behind a word, as of a footnote: no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from recordkeeping.disclosure.findings import Box, Span
from redaction.glyphboxes import GlyphBoxes

_WORD = re.compile(r"[^\W\d_]{4,}(?![^\W_])")
_BEFORE, _MOST = 3, 2  # letters of the word that tell its line; of an aside
_SMALL = 0.75  # of the height of those before
_OFF = 0.1  # of that height: so far from the line
_LEVEL = 0.03


def asides(text: str, glyphs: Sequence[Box | None]) -> Iterator[Span]:
    """Yield the last letters of words, one or two, that stand small and off the word's line."""
    if not glyphs:
        return
    words = np.array([word.span() for word in _WORD.finditer(text)], dtype=int).reshape(-1, 2)
    edges = GlyphBoxes.of(glyphs).edges
    last, before = edges[words[:, 1] - 1], edges[words[:, 1] - 1 - _MOST]
    # At a glance nearly every letter is none: this is asked of every word.
    off = np.abs(last[:, 3] - before[:, 3]) > _OFF * (before[:, 3] - before[:, 1])
    for start, end in words[off].tolist():
        boxes = {at: glyphs[at] for at in range(max(start, end - _MOST - _BEFORE), end)}
        for first in range(max(start + _BEFORE, end - _MOST), end):
            ahead = [box for at in range(first - _BEFORE, first) if (box := boxes[at])]
            after = [boxes[at] for at in range(first, end)]
            if len(ahead) == _BEFORE and all(box and _is_aside(box, ahead) for box in after):
                yield first, end
                break


def _is_aside(box: Box, before: Sequence[Box]) -> bool:
    """Say whether a letter is small beside those before it, and stands above or below their line.

    In lines that are aslant or upright letters stand below each other anyhow; small capitals stand
    on the line, but for the tail of a Q, and one before that is as small.
    """
    base = min(bottom for *_, bottom in before)  # without tails
    height = base - min(top for _, top, *_ in before)
    last = before[-1][3] - before[-1][1]
    level = sum(abs(bottom - base) < _LEVEL * height for *_, bottom in before) >= 2
    if not level or box[0] < before[-1][2] - 0.2 * height or last < 0.5 * height:
        return False
    small = box[3] - box[1] <= _SMALL * min(height, last)
    return small and abs(box[3] - base) > _OFF * height
