"""Disposals that were begun and not shown to be done: finished, or raised to a person."""

from collections import Counter
from datetime import date

from tasks.certificates import certify
from tasks.counting import show_counts
from tasks.day import only_today
from tasks.disposal import interrupted_items, resume, unproven_items
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("reconcile")
def reconcile(today: date | None = None) -> dict[str, int]:
    """Resume intents without an outcome, certify what is done, and count what needs a person."""
    day = only_today(today)
    counts: Counter[str] = Counter(resume(interrupted_items(), day))
    seal()
    counts.update(certify(day))
    counts["needs_a_person"] = len(unproven_items())
    show_counts("reconcile", counts)
    seal()
    return dict(counts)
