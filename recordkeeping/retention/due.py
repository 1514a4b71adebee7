"""How a record stands on a day, and why.

The answer is built from end dates, never from periods (R5): a short period from a late event can
outlast a long one from an early event. What is not known only ever makes the answer later; where
it could make it earlier, the answer is `unknown`, and what is unknown is never disposable (I4).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from recordkeeping.retention.schedule import (
    Action,
    Bound,
    Branch,
    Mode,
    Reading,
    Rule,
    Schedule,
    SchoolYears,
    When,
)
from recordkeeping.retention.triggers import (
    OF_A_PERSON,
    Unknown,
    day_of,
    died_under_18,
    doubts_about,
    open_again,
)
from recordkeeping.vocabulary.calendars import (
    ONE_DAY,
    Alignment,
    Nation,
    align,
    school_year_end,
)
from recordkeeping.vocabulary.holds import Hold, holds_over
from recordkeeping.vocabulary.identifiers import ClassId, Digest, RecordRef
from recordkeeping.vocabulary.records import CopyStatus, Record, Subject


class Standing(StrEnum):
    """How a record stands today."""

    NOT_DUE = "not_due"
    DUE = "due"  # inside its window
    OVERDUE = "overdue"  # past the day it had to be gone by
    HELD = "held"
    UNKNOWN = "unknown"  # a fact is missing: never disposable


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
        return self.standing in (Standing.DUE, Standing.OVERDUE) and self.action in (
            Action.DESTROY,
            Action.REVIEW_THEN_DESTROY,
        )


@dataclass(frozen=True, slots=True)
class _End:
    """One end date and how it was reached. `rule` is a class or a modifier."""

    rule: str
    authority: str
    keep_through: date
    destroy_by: date | None
    action: Action | None
    because: tuple[str, ...]


def assess(record: Record, schedule: Schedule, holds: Iterable[Hold], today: date) -> Assessment:
    """Decide how a record stands today. The longest end date governs; a hold outranks it."""
    ends: list[_End] = []
    missing: list[str] = []
    for found in (*_doubts(record, schedule, today), *_all_ends(record, schedule)):
        if isinstance(found, Unknown):
            missing.append(found.because)
        else:
            ends.append(found)
    rules = _rules_over(record, schedule)
    governing = None
    if not any(rule.action is Action.PERMANENT for rule in rules):
        governing = max(ends, key=_how_late, default=None)
    standing, because = _stand(record, schedule, governing, missing, today)
    if held := holds_over(record, holds):
        standing = Standing.HELD
        kinds = ", ".join(sorted({hold.type.value for hold in held}))
        because = (*because, f"it is held ({kinds}); a hold beats every date")
    known = governing if governing and not missing else None
    action = known.action if known else None
    if known and action is None:
        # A modifier governs the date; what happens then is still the class's to say.
        action = _rule_of(record.record_class, schedule).action
    return Assessment(
        record=record.ref,
        record_class=record.record_class,
        standing=standing,
        keep_through=known.keep_through if known else None,
        eligible_from=known.keep_through + ONE_DAY if known else None,
        destroy_by=known.destroy_by if known else None,
        action=action,
        rule=known.rule if known else None,
        authority=known.authority if known else "",
        schedule=schedule.version,
        because=because,
        inputs=inputs_digest(record),
    )


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


def _how_late(end: _End) -> tuple[date, int, str]:
    """Order ends: of equal days the more cautious action governs, whatever the order of classes."""
    caution = list(Action).index(end.action) if end.action else len(Action)
    return end.keep_through, caution, end.rule


def _rules_over(record: Record, schedule: Schedule) -> tuple[Rule, ...]:
    """Return every rule of the schedule that a record falls under, followed ones included."""
    own = [schedule.rules[name] for name in record.classes if name in schedule.rules]
    return (*own, *(schedule.rules[name] for rule in own for name in rule.follows))


def _doubts(record: Record, schedule: Schedule, today: date) -> Iterator[Unknown]:
    """Yield what keeps a record from having an end at all, whichever class it is of."""
    for subject in record.subjects:
        yield from doubts_about(subject, today)
    if still_open := open_again(record):
        yield still_open
    for rule in _rules_over(record, schedule):
        if rule.jurisdiction and schedule.nation not in rule.jurisdiction:
            yield Unknown(f"{rule.id} is no rule for {schedule.nation.value} (R22)")


def _stand(
    record: Record,
    schedule: Schedule,
    governing: _End | None,
    missing: Sequence[str],
    today: date,
) -> tuple[Standing, tuple[str, ...]]:
    """Compare the governing end with the day, after everything that keeps a record regardless."""
    because = governing.because if governing else ()
    if missing:
        told = tuple(dict.fromkeys(missing))
        return Standing.UNKNOWN, (*because, *told, "what is not known is never disposed of")
    if governing is None:
        return Standing.NOT_DUE, ("it is kept for good, under review",)
    if len(record.classes) > 1 or record.modifiers:
        because = (*because, f"of everything it falls under, {governing.rule} keeps it longest")
    rules = _rules_over(record, schedule)
    if record.irreplaceable or any(rule.irreplaceable for rule in rules):
        why = "it holds originals: they are returned to the person, never disposed of in bulk"
        return Standing.NOT_DUE, (*because, why)
    if today <= governing.keep_through:
        return Standing.NOT_DUE, because
    if record.copy_status is CopyStatus.SECONDARY and record.primary_confirmed is not True:
        why = "it is a secondary copy, and the primary record was not confirmed to exist (R15)"
        return Standing.UNKNOWN, (*because, why)
    for rule in rules:
        if rule.authority.effective_from > today:
            why = f"{rule.id} takes effect on {rule.authority.effective_from}"
            return Standing.UNKNOWN, (*because, why)
    if governing.destroy_by and today > governing.destroy_by:
        return Standing.OVERDUE, (*because, f"it had to be gone by {governing.destroy_by}")
    return Standing.DUE, because


def _all_ends(record: Record, schedule: Schedule) -> Iterator[_End | Unknown]:
    """Yield the end date of every class and modifier, for every subject."""
    for class_id in record.classes:
        rule = schedule.rules.get(class_id)
        if rule is None:
            yield Unknown(f"{class_id} is not in the schedule {schedule.version}")
            continue
        for named in (rule, *(schedule.rules[followed] for followed in rule.follows)):
            yield from _ends_of(named, record, schedule.nation)
    for name in sorted(record.modifiers):
        modifier = schedule.modifiers.get(name)
        if modifier is None:
            yield Unknown(f"the modifier {name} is not in the schedule {schedule.version}")
            continue
        for subject in _whom(modifier.floor, record):
            yield _plain_end(
                modifier.floor, Alignment.EXACT, record, subject, schedule.nation,
                rule=modifier.id, authority=modifier.authority.cite, action=None,
            )  # fmt: skip


def _ends_of(rule: Rule, record: Record, nation: Nation) -> Iterator[_End | Unknown]:
    """Yield a rule's end for each subject, and each of its floors."""
    if rule.trigger is None:
        return
    for subject in _whom(rule.trigger, record):
        branch = _branch_for(rule, subject)
        if rule.school_years:
            yield _school_year_end(rule, branch, rule.school_years, record, subject, nation)
        elif rule.bound is Bound.MAX:
            yield _ceiling(rule, branch, record, subject, nation)
        else:
            yield _plain_end(
                branch, rule.alignment, record, subject, nation,
                rule=rule.id, authority=rule.authority.cite, action=rule.action,
            )  # fmt: skip
    for floor in rule.not_before:
        for subject in _whom(floor, record):
            yield _plain_end(
                floor, Alignment.EXACT, record, subject, nation,
                rule=rule.id, authority=rule.authority.cite, action=rule.action,
            )  # fmt: skip


def _whom(branch: Branch, record: Record) -> Sequence[Subject | None]:
    """Return whom a branch is reckoned for: every subject where a person's life starts it (R8)."""
    if branch.event in OF_A_PERSON:
        return record.subjects or (None,)
    return (None,)


def _branch_for(rule: Rule, subject: Subject | None) -> Branch:
    """Return the branch that applies to a subject: a death switches only where it is known (R4)."""
    assert rule.trigger is not None  # noqa: S101 - the caller looked
    for branch in rule.alternatives:
        match branch.when:
            case When.DEATH_UNDER_18 if subject and died_under_18(subject):
                return branch
            case When.DEATH if subject and subject.died:
                return branch
    return rule.trigger


def _plain_end(
    branch: Branch,
    alignment: Alignment,
    record: Record,
    subject: Subject | None,
    nation: Nation,
    *,
    rule: str,
    authority: str,
    action: Action | None,
) -> _End | Unknown:
    """Return the last day of a period after an event, rounded up."""
    start = day_of(branch.event, record, subject)
    if isinstance(start, Unknown):
        return start
    raw = branch.period.after(start)
    end = align(raw, alignment, nation)
    because = [
        f"{rule}: kept {branch.period} from {branch.event.in_words} on {start}, through {raw}"
    ]
    if end != raw:
        because.append(f"rounded up to the end of its year, {end}")
    return _End(rule, authority, end, None, action, tuple(because))


def _ceiling(
    rule: Rule, branch: Branch, record: Record, subject: Subject | None, nation: Nation
) -> _End | Unknown:
    """Return a window from the event to the day by which the record must be gone."""
    start = day_of(branch.event, record, subject)
    if isinstance(start, Unknown):
        return start
    latest = max(align(branch.period.after(start), rule.alignment, nation), start + ONE_DAY)
    told = (
        f"{rule.id}: may go after {branch.event.in_words} on {start}, and must be gone by {latest}"
    )
    return _End(rule.id, rule.authority.cite, start, latest, rule.action, (told,))


def _school_year_end(
    rule: Rule,
    branch: Branch,
    years: SchoolYears,
    record: Record,
    subject: Subject | None,
    nation: Nation,
) -> _End | Unknown:
    """Return the window or day of "the school year following the birthday" (§4.4)."""
    start = day_of(branch.event, record, subject)
    if isinstance(start, Unknown):
        return start
    birthday = branch.period.after(start)
    first = school_year_end(birthday, nation)
    second = school_year_end(first + ONE_DAY, nation)
    outer = first if years.reading is Reading.A else second
    keep_through, destroy_by = outer, None
    if years.mode is Mode.WINDOW:
        destroy_by = outer
        keep_through = birthday if years.reading is Reading.A else first
    because = (
        f"{rule.id}: {branch.period} from {branch.event.in_words} on {start} is {birthday}",
        f"the school year in which that falls ends on {first}, the one following on {second}",
        f"reading {years.reading}, {years.mode}: kept through {keep_through}"
        + (f", to be destroyed by {destroy_by}" if destroy_by else ""),
    )
    return _End(rule.id, rule.authority.cite, keep_through, destroy_by, rule.action, because)


def _rule_of(class_id: ClassId, schedule: Schedule) -> Rule:
    return schedule.rules[class_id]
