"""The noisy twin of a paper: letters that machines take for others, spaces lost, hyphens at ends.

It stands in for a scan where thousands of papers are read; `press` makes real scans of a few. The
truth moves with the letters: every span of the twin is what was printed there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from conformance.casefiles.truth import Case, Paper
from recordkeeping.disclosure.findings import Span

_CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("l", "1"), ("l", "I"), ("I", "l"),
    ("i", "l"),
    ("1", "l"), ("0", "O"), ("O", "0"), ("e", "c"), ("c", "e"), ("u", "v"), ("v", "u"), ("5", "S"),
    ("S", "5"), ("8", "B"), ("B", "8"), ("h", "b"), ("nn", "m"), ("w", "vv"), ("g", "q"),
    ("t", "f"),
    ("a", "o"), ("\u2019", "'"), (".", ","), (", ", " "), ("\n", " "), (" ", ""), (" ", "  "),
)  # fmt: skip
_OF_EACH = {part: [b for a, b in _CONFUSED if a == part] for part, _ in _CONFUSED}
_PLACES = re.compile("|".join(map(re.escape, sorted(_OF_EACH, key=len, reverse=True))))
RATE = 0.008
"""How many of the places that could be misread are: about one letter in 150, as on a fair scan."""


def noisy_case(case: Case, rng: Random) -> Case:
    """Return the same case with every paper spoiled; the roster is as it was."""
    return replace(case, papers=tuple(noisy(paper, rng) for paper in case.papers))


def noisy(paper: Paper, rng: Random, rate: float = RATE) -> Paper:
    """Return the paper with some of its letters misread, and the truth about it moved along."""
    edits = []
    for place in _PLACES.finditer(paper.text):
        if rng.random() < rate:
            edits.append((place.span(), rng.choice(_OF_EACH[place[0]])))
    return edited(paper, edits)


def edited(paper: Paper, edits: list[tuple[Span, str]]) -> Paper:
    """Return the paper with stretches put otherwise, in their order, and its spans moved along."""
    text, at = [], 0
    moved = list(range(len(paper.text) + 1))
    length = 0
    for (start, end), instead in edits:
        for place in range(at, start):
            moved[place] = length + place - at
        length += start - at
        text += [paper.text[at:start], instead]
        for place in range(start, end):
            # Each letter goes to its share of what stands there now.
            moved[place] = length + (place - start) * len(instead) // (end - start)
        length += len(instead)
        at = end
    for place in range(at, len(paper.text) + 1):
        moved[place] = length + place - at
    text.append(paper.text[at:])
    return respanned(paper, "".join(text), lambda span: (moved[span[0]], moved[span[1]]))


def respanned(paper: Paper, text: str, at: Callable[[Span], Span]) -> Paper:
    """Return the paper with another text; `at` says where a stretch of the old one stands now."""

    def says_something(span: Span) -> bool:
        return bool(text[slice(*at(span))].strip())

    mentions = (replace(m, span=at(m.span)) for m in paper.mentions if says_something(m.span))
    scopes = (replace(s, span=at(s.span)) for s in paper.scopes if says_something(s.span))
    return replace(paper, text=text, mentions=tuple(mentions), scopes=tuple(scopes))
