"""Words stamped aslant across a page: they are none of the lines that a file names them between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from recordkeeping.disclosure.findings import Box, Span
from redaction.glyphboxes import GlyphBoxes

_FEWEST = 8  # letters and spaces: of fewer nothing is said
_LEVEL, _UPRIGHT = 0.2, 5.0  # the rise of a line of text and of one that stands on end


def stamps(text: str, glyphs: Sequence[Box | None]) -> Iterator[Span]:
    """Yield the runs of letters, on one line of the text, each of which stands aslant to the last.

    `glyphs` are the boxes of the letters, in points; NaN or None where a sign has none.
    """
    if len(glyphs) <= _FEWEST:
        return
    edges = GlyphBoxes.of(glyphs).edges
    middles = (edges[:, :2] + edges[:, 2:]) / 2
    steps = np.diff(middles, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        rise = steps[:, 1] / np.abs(steps[:, 0])
    slanted = (np.abs(rise) > _LEVEL) & (np.abs(rise) < _UPRIGHT)
    # Where a line ends and the next begins a step is aslant as well: a run is of many steps.
    turns = np.flatnonzero(np.diff(np.where(slanted, np.sign(rise), 0))) + 1
    bounds = [0, *turns.tolist(), len(slanted)]
    for first, last in pairwise(bounds):
        if slanted[first] and last - first >= _FEWEST and "\n" not in text[first : last + 1]:
            yield first, last + 1
