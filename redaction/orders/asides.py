"""Small letters that stand high or low behind a word, as of a footnote: no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recordkeeping.disclosure.findings import Box, Span

_LAST_LETTERS = re.compile(r"(?<=[^\W\d_]{3})[^\W\d_]{1,2}(?![^\W_])")
_SMALL = 0.75  # of the height of those before
_OFF = 0.1  # of that height: so far from the line
_LEVEL = 0.03


def asides(text: str, glyphs: Sequence[Box | None]) -> Iterator[Span]:
    """Yield the last letters of words, one or two, that stand small and off the word's line."""
    if not glyphs:
        return
    for last in _LAST_LETTERS.finditer(text):
        start, end = last.span()
        for first in range(start, end):
            before = [box for box in glyphs[first - 3 : first] if box is not None]
            after = glyphs[first:end]
            if len(before) == 3 and all(box and _is_aside(box, before) for box in after):
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
