"""Markings in nobody's list: each label and sentence weighed by what it says and how it stands.

Weights were learnt from papers that people wrote for it (`benchmarks/marked`) by
`benchmarks/marking_weights.py`, and stand in `weights.csv`, a feature a line: whoever doubts a
proposal can add them up. What has no word that keeps something back is weighed by nothing.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.phrases import Force
from redaction.detectors.markings.spelling import Mended
from redaction.detectors.markings.turns import CORES, features
from redaction.detectors.markings.units import NEW_LINE, Edge, Unit, units

_WEIGHTS = Path(__file__).with_name("weights.csv")
_HEAD = 5  # lines
_ENTRY = re.compile(
    r"[\s\[(]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{2,4}|\d{1,2}[:.]\d\d(?: ?[ap]m)?)[\])]*[\s,:-]*"
)
"""The day or the hour of an entry, which is no part of its label."""
_ALWAYS = "always"
_ENOUGH, _ENOUGH_AS_HEADING = 1.0, 0.0
"""How much has to speak for a marking: the logarithm of its odds."""
_ENOUGH_OF_MANY = 2.0  # of 25 words and more, some of which may be of anything
_HEADING, _MANY = "stands: heads", "words: 40"
_MORE_THAN_STATUS = frozenset(CORES) - {"status"} | {"third party", "law", "source"}
_LABELS = NEW_LINE | {Edge.COLON, Edge.DASH, Edge.CELL, Edge.CLOSES}


class Weighed(NamedTuple):
    """A unit of a mended text and what speaks for its being a marking."""

    unit: Unit
    features: frozenset[str]


def weighed(meant: Mended, text: str) -> Iterator[Weighed]:
    """Yield every unit that may keep something back, with its features."""
    begins = _begins(meant.text)

    def written(start: int, end: int) -> str:
        if not start < end <= len(meant.text):
            return ""
        return text[slice(*meant.span(start, end))]

    for unit in units(meant.text, written):
        start, end = unit.span
        said = features(
            unit, meant.text[start:end], written(start, end).strip(), at_head=start < begins
        )
        if said:
            yield Weighed(unit, said)


def judged(meant: Mended, text: str) -> Iterator[tuple[Span, Force]]:
    """Yield labels and sentences of a mended text whose weights say that they mark, in order."""
    weights = _weights()
    found = list[tuple[float, Unit]]()
    for one in weighed(meant, text):
        if _is_title(one.features):
            continue
        score = sum(weights.get(name, 0.0) for name in one.features) + weights[_ALWAYS]
        if score >= _enough(one.features):
            found.append((score, one.unit))
    taken: list[Unit] = []
    for _, unit in sorted(found, key=lambda scored: (-scored[0], scored[1].span)):
        at = bisect_left(taken, unit)
        overlaps = any(
            unit.span[0] < t.span[1] and t.span[0] < unit.span[1]
            for t in taken[max(0, at - 1) : at + 1]
        )
        if not overlaps:
            taken.insert(at, unit)
    for unit in taken:
        start, end = unit.span
        if entry := _ENTRY.match(meant.text, start, end):
            start = entry.end()
        # A unit may begin where the line above ends, and marks nothing there.
        start = end - len(meant.text[start:end].lstrip())
        yield (start, end), Force.NOTICE if unit.after in _LABELS else Force.ORDER


def _enough(features: frozenset[str]) -> float:
    if _HEADING in features:
        return _ENOUGH_AS_HEADING
    return _ENOUGH_OF_MANY if _MANY in features else _ENOUGH


def _is_title(features: frozenset[str]) -> bool:
    """Say whether a paper's head only calls it confidential: "CONFIDENTIAL PUPIL FILE"."""
    return "stands: head" in features and features.isdisjoint(_MORE_THAN_STATUS)


def _begins(text: str) -> int:
    """Return where a paper's head ends."""
    at = -1
    for _ in range(_HEAD):
        at = text.find("\n", at + 1)
        if at < 0:
            return len(text)
    return at


@cache
def _weights() -> dict[str, float]:
    with _WEIGHTS.open(newline="", encoding="utf-8") as file:
        return {name: float(weight) for name, weight in csv.reader(file)}
