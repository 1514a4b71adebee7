"""Lines of a scan with a second reading of some of their words put in its place.

Where two readings of a word differ, one of them stands in its line, or none, and the others are
words beside it that the page's text names later: "Jill and had no answer", "Illingworth".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from recordkeeping.disclosure.findings import Box, Page, Span
from redaction.glyphboxes import GlyphBoxes
from redaction.orders.columns import NOWHERE, InPieces
from redaction.orders.standing import APART

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\S+")
_LEVEL = 0.4  # of a letter's height between the middles of two lines
_NEAR = 1.6  # of a letter's height: farther off stand other words
_BESIDE = 8  # words on either side
_MOST = 400  # lines of a page
_PART = f"\n{APART * 4}\n"


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a line: where each stands in the text, and from where to where it reaches."""

    words: Sequence[Span]
    left: Sequence[float]
    right: Sequence[float]
    middle: float
    height: float


def in_their_place(page: Page, glyphs: Sequence[Box | None]) -> InPieces | None:
    """Return each line that was read in ink with other readings in it; None where there is one."""
    if not page.by_eye:
        return None
    lines = list(_lines(page, glyphs))[:_MOST]
    out, at = list[str](), list[int]()
    for reading in lines:
        for line in lines:
            for spans in _with(line, reading):
                for start, end in spans:
                    out += (page.text[start:end], " ")
                    at += (*range(start, end), NOWHERE)
                out.append(_PART)
                at += [NOWHERE] * len(_PART)
    return InPieces("".join(out), at) if out else None


def _lines(page: Page, glyphs: Sequence[Box | None]) -> Iterator[_Line]:
    edges = GlyphBoxes.of(glyphs).edges
    for start, end in page.by_eye:
        for found in _LINE.finditer(page.text, start, end):
            words = [word.span() for word in _WORD.finditer(page.text, *found.span())]
            boxes = edges[[at for word in words for at in range(*word)]]
            if not np.isnan(boxes).any():
                yield _Line(
                    words,
                    [float(edges[slice(*word), 0].min()) for word in words],
                    [float(edges[slice(*word), 2].max()) for word in words],
                    float((boxes[:, 1] + boxes[:, 3]).mean() / 2),
                    float(np.median(boxes[:, 3] - boxes[:, 1])),
                )


def _with(line: _Line, reading: _Line) -> Iterator[tuple[Span, ...]]:
    """Yield what to read of a line with a shorter reading in it, piece by piece."""
    low, high = min(reading.left), max(reading.right)
    height = min(line.height, reading.height)
    level = abs(line.middle - reading.middle) < _LEVEL * height
    if not level or high - low >= max(line.right) - min(line.left):
        return
    # Guessed letters reach into the words beside them: words are taken whole, by their middles.
    middles = [(a + b) / 2 for a, b in zip(line.left, line.right, strict=True)]
    before = [n for n, x in enumerate(middles) if x < low][-_BESIDE:]
    after = [n for n, x in enumerate(middles) if x > high][:_BESIDE]
    spans: list[Span] = []
    if before and low - line.right[before[-1]] < _NEAR * height:
        spans.append((line.words[before[0]][0], line.words[before[-1]][1]))
    spans.append((reading.words[0][0], reading.words[-1][1]))
    if after and line.left[after[0]] - high < _NEAR * height:
        spans.append((line.words[after[0]][0], line.words[after[-1]][1]))
    if len(spans) > 1:
        yield tuple(spans)
