"""Whom the width of a box would single out.

A line that is set again says nothing by its boxes: they are all of one width. Where that cannot be
done, a box is about as wide as what stood there, and of a short list of people the width may fit a
few alone (Bland et al., "Story Beyond the Eye": of thirty names, 84 in 100 are told apart). Who
sends the page is told so before.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from recordkeeping.disclosure.findings import Finding
from recordkeeping.disclosure.people import Roster
from redaction.detect import text_of
from redaction.pages import ReadDocument

Measure = Callable[[str], float]
"""Returns how wide a text is, in points."""

FEWEST = 5
"""A box that fits fewer people of the file than this tells too much (k-anonymity, k = 5)."""

_NEAR = 0.75  # points: how closely a gap between printed words can be measured


@dataclass(frozen=True, slots=True)
class Gap:
    """A box as a reader may measure it.

    `removed` is how wide the removed words were, `painted` how wide the box is, `quantum` the step
    that boxes are widened to where there is room; all in points.
    """

    removed: float
    painted: float
    quantum: float

    def fits(self, width: float) -> bool:
        """Say whether words of this width could have left the same box."""
        steps = self.painted / self.quantum
        if abs(steps - round(steps)) < 0.02 and self.painted > self.removed + _NEAR:
            return math.ceil(width / self.quantum - 0.01) == round(steps)
        return abs(width - self.removed) <= _NEAR


def pages_that_single_out(
    document: ReadDocument, removed: Iterable[Finding], roster: Roster, widths: Mapping[int, str]
) -> list[int]:
    """Return the pages on which the width of a box would fit fewer than five people of the file.

    `removed` are the findings that were boxed; `widths` says of each page what its boxes' widths
    tell: "constant", "quantised" or "exact". Boxes of one width single out nobody.
    """
    people = [(person.name, *person.aliases) for person in roster.people]
    found: set[int] = set()
    for finding in removed:
        told = widths.get(finding.page, "constant")
        if finding.kind == "person" and told != "constant":
            found.update(finding.page for alone in _of(document, finding, people, told) if alone)
    return sorted(found)


def _of(
    document: ReadDocument, finding: Finding, people: Sequence[Sequence[str]], told: str
) -> Iterator[bool]:
    if len(finding.boxes) != 1:
        return  # over two lines the width of neither is that of a name
    ((x0, y0, x1, y1),) = finding.boxes
    wide, quantum = x1 - x0, 2 * min(y1 - y0, 24.0) / 1.17
    painted = math.ceil(wide / quantum - 0.01) * quantum if told == "quantised" else wide
    measure = as_wide_as(text_of(document, finding), wide)
    yield singles_out(Gap(wide, painted, quantum), people, measure)


def forms_of(name: str) -> tuple[str, ...]:
    """Return the forms in which papers give a name: whole, first and last, and each of them."""
    parts = name.split()
    if len(parts) < 2:
        return (name,)
    return tuple(dict.fromkeys((name, f"{parts[0]} {parts[-1]}", parts[0], parts[-1])))


def singles_out(gap: Gap, people: Sequence[Sequence[str]], width_of: Measure) -> bool:
    """Say whether a box fits so few of the people that it tells who stood there.

    `people` are the names of each person; `width_of` measures a text as the line
    would set it. Of fewer than five people, all have to fit.
    """
    fitting = sum(_fits(gap, names, width_of) for names in people)
    return bool(people) and fitting < min(FEWEST, len(people))


def _fits(gap: Gap, names: Iterable[str], width_of: Measure) -> bool:
    forms = {form for name in names for form in forms_of(name)}
    return any(gap.fits(width_of(form)) for form in forms)


def as_wide_as(removed: str, width: float) -> Measure:
    """Return a measure of texts, told from one that is known: Helvetica's, to its scale."""
    known = stringWidth(removed, "Helvetica", 1.0) or 1.0
    return lambda text: float(stringWidth(text, "Helvetica", 1.0)) * width / known
