"""The kinds of paper that a case file holds, each in a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from conformance.casefiles.truth import Paper
from conformance.practice.papers import (
    case_notes,
    chronology,
    contact_sheet,
    core_group,
    emails,
    genogram,
    health_letter,
    lac_review,
    life_story,
    old_scan,
    police_report,
    referral,
    school_report,
    solicitor_letter,
    strategy,
    supervision,
    texts,
)
from conformance.practice.pen import Pen
from conformance.practice.people import World

KINDS: dict[str, tuple[Callable[[Pen], None], tuple[int, ...]]] = {
    # kind: who writes it, and at which widths its lines end, 0 for never
    case_notes.KIND: (case_notes.write, (0, 0, 84)),
    chronology.KIND: (chronology.write, (0,)),
    contact_sheet.KIND: (contact_sheet.write, (0,)),
    core_group.KIND: (core_group.write, (0,)),
    emails.KIND: (emails.write, (0, 0, 0)),
    genogram.KIND: (genogram.write, (0,)),
    health_letter.KIND: (health_letter.write, (0, 90)),
    lac_review.KIND: (lac_review.write, (0, 78)),
    life_story.KIND: (life_story.write, (0, 68)),
    old_scan.KIND: (old_scan.write, (64, 72)),
    police_report.KIND: (police_report.write, (80, 0)),
    referral.KIND: (referral.write, (0,)),
    school_report.KIND: (school_report.write, (0,)),
    solicitor_letter.KIND: (solicitor_letter.write, (88, 74)),
    strategy.KIND: (strategy.write, (0, 96)),
    supervision.KIND: (supervision.write, (0,)),
    texts.KIND: (texts.write, (0,)),
}

WHOLE = (
    "THIS DOCUMENT IS NOT TO BE DISCLOSED TO THE SERVICE USER OR FAMILY",
    "RESTRICTED - whole document - third party information - do not release to the subject",
    "Confidential: not for disclosure. This paper must not be given to parents or children.",
    "CLOSED SECTION OF FILE - WITHHOLD FROM SUBJECT ACCESS",
)
"""What a paper says at its head that is marked from the first line to the last."""

MARKABLE = frozenset(
    {"strategy minutes", "police report", "supervision note", "health letter", "school report"}
)


def paper(world: World, rng: Random, kind: str, name: str) -> Paper:
    """Write one paper of a kind."""
    write, widths = KINDS[kind]
    pen = Pen(world, rng)
    marked = kind in MARKABLE and rng.random() < 0.14
    if marked:
        pen.write("{<}" + rng.choice(WHOLE) + "\n\n")
    write(pen)
    if marked:
        pen.write("{>52d}")
    return pen.paper(name, kind, rng.choice(widths))
