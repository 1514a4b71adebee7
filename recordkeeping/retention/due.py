"""How a record stands on a day, and why.

`ends` says until when a record is kept; here that is held against the day, the holds and all that
keeps a record regardless. What is not known only ever makes the answer later; where it could make
it earlier, the answer is `unknown`, and what is unknown is never disposable (I4).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from itertools import islice

from recordkeeping.retention.ends import Reckoning, reckon, rules_over
from recordkeeping.retention.schedule import Action, Schedule
from recordkeeping.retention.triggers import of_the_future
from recordkeeping.vocabulary.calendars import ONE_DAY
from recordkeeping.vocabulary.holds import Hold, holds_over
from recordkeeping.vocabulary.identifiers import ClassId, Digest, RecordRef
from recordkeeping.vocabulary.records import CopyStatus, Record


class Standing(StrEnum):
    """How a record stands today."""

    NOT_DUE = "not_due"
    DUE = "due"  # inside its window
    OVERDUE = "overdue"  # past the day it had to be gone by
    HELD = "held"
    UNKNOWN = "unknown"  # a fact is missing: never disposable


DISPOSABLE = frozenset({Action.DESTROY, Action.REVIEW_THEN_DESTROY})
"""The actions that end in destruction."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """How a record stands, the rule that governs it, and a sentence for each step.

    `eligible_from` is the first day on which disposal is allowed, `keep_through` the day before;
    `destroy_by` is None where the rule has no outer limit. `inputs` is a digest of every fact the
    answer rests on: the same facts, the same digest.
    """

    record: RecordRef
    record_class: ClassId
    standing: Standing
    keep_through: date | None
    eligible_from: date | None
    destroy_by: date | None
    action: Action | None
    rule: str | None
    authority: str
    schedule: str
    because: tuple[str, ...]
    inputs: Digest

    @property
    def is_disposable(self) -> bool:
        """Say whether this record may be proposed for destruction today."""
        return self.standing in (Standing.DUE, Standing.OVERDUE) and self.action in DISPOSABLE


MOST_OTHERS = 6
"""How many of the ends that do not govern are told."""


def assess(record: Record, schedule: Schedule, holds: Iterable[Hold], today: date) -> Assessment:
    """Decide how a record stands today. The longest end date governs; a hold outranks it."""
    reckoning = reckon(record, schedule)
    to_come = [about.because for s in record.subjects for about in of_the_future(s, today)]
    if to_come:
        missing = tuple(dict.fromkeys((*reckoning.missing, *to_come)))
        reckoning = replace(reckoning, missing=missing)
    standing, because = _stand(record, schedule, reckoning, today)
    if held := holds_over(record, holds):
        standing = Standing.HELD
        kinds = ", ".join(sorted({hold.type.value for hold in held}))
        because = (*because, f"it is held ({kinds}); a hold beats every date")
    known = reckoning.known
    action = known.claim.action if known else None
    if known and action is None:
        # A modifier governs the date; what happens then is still the class's to say.
        action = schedule.rules[record.record_class].action
    return Assessment(
        record=record.ref,
        record_class=record.record_class,
        standing=standing,
        keep_through=known.keep_through if known else None,
        eligible_from=known.keep_through + ONE_DAY if known else None,
        destroy_by=known.destroy_by if known else None,
        action=action,
        rule=known.claim.rule if known else None,
        authority=known.claim.authority if known else "",
        schedule=schedule.version,
        because=because,
        inputs=inputs_digest(record),
    )


def may_ever_go(record: Record, schedule: Schedule, reckoning: Reckoning) -> bool:
    """Say whether a record may be proposed for destruction once its day is over.

    Not while a fact is missing, nor what is kept for good, reviewed or transferred, nor originals,
    nor a secondary copy whose primary was not confirmed (R15).
    """
    known = reckoning.known
    if known is None:
        return False
    action = known.claim.action or schedule.rules[record.record_class].action
    rules = rules_over(record, schedule)
    copy = record.copy_status is CopyStatus.SECONDARY and record.primary_confirmed is not True
    originals = record.irreplaceable or any(rule.irreplaceable for rule in rules)
    return action in DISPOSABLE and not copy and not originals


def inputs_digest(record: Record) -> Digest:
    """Return a digest of every fact about a record that its due date can rest on."""
    facts = {
        "classes": record.classes,
        "subjects": sorted(
            [str(s.born), s.dob_quality.value, str(s.died)] for s in record.subjects
        ),
        "events": sorted([name, day.isoformat()] for name, day in record.events),
        "modifiers": sorted(record.modifiers),
        "copy": [record.copy_status.value, record.primary_confirmed, record.irreplaceable],
        "places": [[place.store, place.key] for place in record.places],
    }
    return Digest(sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest())


def _stand(
    record: Record, schedule: Schedule, reckoning: Reckoning, today: date
) -> tuple[Standing, tuple[str, ...]]:
    """Compare the governing end with the day, after everything that keeps a record regardless."""
    governing = reckoning.governing
    because = tuple(governing.because) if governing else ()
    if reckoning.missing:
        told = (*because, *reckoning.missing, "what is not known is never disposed of")
        return Standing.UNKNOWN, told
    if governing is None:
        return Standing.NOT_DUE, ("it is kept for good, under review",)
    if others := tuple(islice(reckoning.others, MOST_OTHERS)):
        because = (*because, *others)
    if others or len(record.classes) > 1 or record.modifiers:
        longest = f"of everything it falls under, {governing.claim.rule} keeps it longest"
        because = (*because, longest)
    rules = rules_over(record, schedule)
    if record.irreplaceable or any(rule.irreplaceable for rule in rules):
        why = "it holds originals: they are returned to the person, never disposed of in bulk"
        return Standing.NOT_DUE, (*because, why)
    if today <= governing.keep_through:
        why = f"today is {today}, and {governing.keep_through} is not over"
        return Standing.NOT_DUE, (*because, why)
    if record.copy_status is CopyStatus.SECONDARY and record.primary_confirmed is not True:
        why = "it is a secondary copy, and the primary record was not confirmed to exist (R15)"
        return Standing.UNKNOWN, (*because, why)
    for rule in rules:
        if rule.authority.effective_from > today:
            why = f"{rule.id} takes effect on {rule.authority.effective_from}"
            return Standing.UNKNOWN, (*because, why)
    if governing.destroy_by and today > governing.destroy_by:
        return Standing.OVERDUE, (*because, f"it had to be gone by {governing.destroy_by}")
    return Standing.DUE, (*because, f"today is {today}, and that is over")
