"""What a change of schedule would do to each record: earlier, later, never, or nothing (R21)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from recordkeeping.retention.due import may_ever_go
from recordkeeping.retention.ends import reckon
from recordkeeping.retention.schedule import Schedule
from recordkeeping.vocabulary.calendars import ONE_DAY
from recordkeeping.vocabulary.identifiers import ClassId
from recordkeeping.vocabulary.records import Record


class Effect(StrEnum):
    """What a change of schedule does to the day from which a record may go."""

    SAME = "same"
    EARLIER = "earlier"
    LATER = "later"
    NEVER = "never"  # it might have gone, and no longer may by itself
    FIRST = "first"  # it could not go by itself, and now may


@dataclass(slots=True)
class Simulation:
    """How many records of each class a change would touch, and how many could go at once.

    `at_once` counts records that may go today by the new schedule and could not by the old one:
    nobody has said yes to that yet.
    """

    effects: Counter[tuple[ClassId, Effect]] = field(default_factory=Counter)
    at_once: Counter[ClassId] = field(default_factory=Counter)

    @property
    def shortens(self) -> bool:
        """Say whether any record could go sooner than before (R21)."""
        return any(
            effect in (Effect.EARLIER, Effect.FIRST) and count
            for (_, effect), count in self.effects.items()
        )


def simulate(records: Iterable[Record], old: Schedule, new: Schedule, today: date) -> Simulation:
    """Reckon every record by both schedules. Holds are left out: they beat either."""
    found = Simulation()
    for record in records:
        before, after = _may_go_from(record, old), _may_go_from(record, new)
        found.effects[record.record_class, _effect(before, after)] += 1
        if after and after <= today and not (before and before <= today):
            found.at_once[record.record_class] += 1
    return found


def _may_go_from(record: Record, schedule: Schedule) -> date | None:
    """Return the first day on which a record may go by itself; None where it never may."""
    reckoning = reckon(record, schedule)
    known = reckoning.known
    if known is None or not may_ever_go(record, schedule, reckoning):
        return None
    return known.keep_through + ONE_DAY


def _effect(before: date | None, after: date | None) -> Effect:
    if before == after:
        return Effect.SAME
    if after is None:
        return Effect.NEVER
    if before is None:
        return Effect.FIRST
    return Effect.EARLIER if after < before else Effect.LATER
