"""The reference evaluator: until when a record is kept, and why, in plain days and sentences.

Written to be read by whoever answers for records. It is slow and certain; whatever reckons faster
is held against it. Nothing here knows what day it is today.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recordkeeping.retention.expressions import (
    After,
    Carries,
    Claim,
    Condition,
    Day,
    DayOf,
    Died,
    Either,
    EndFollowing,
    EndOf,
    Latest,
    LatestKnown,
    claim_of,
    claims_of,
)
from recordkeeping.retention.schedule import Action, Rule, Schedule
from recordkeeping.retention.triggers import (
    Unknown,
    day_of,
    died_under,
    doubts_about,
    open_again,
)
from recordkeeping.vocabulary.calendars import ONE_DAY, Alignment, SchoolYear, align
from recordkeeping.vocabulary.records import Record, Subject


@dataclass(frozen=True, slots=True)
class Facts:
    """What a claim is reckoned from: a record, one of its people or nobody, and whose years."""

    record: Record
    subject: Subject | None
    years: SchoolYear


@dataclass(frozen=True, slots=True)
class End:
    """Until when one claim keeps a record, for one of its people."""

    claim: Claim
    facts: Facts
    keep_through: date
    destroy_by: date | None

    @property
    def because(self) -> Iterator[str]:
        """Yield a sentence for each step that leads to this end."""
        for step in _steps(self.claim.keep_through, self.facts):
            yield f"{self.claim.rule}: {step}"
        if self.destroy_by and self.claim.destroy_by:
            known = set(_steps(self.claim.keep_through, self.facts))
            for step in _steps(self.claim.destroy_by, self.facts):
                if step not in known:
                    yield f"{self.claim.rule}: {step}"
        reading = f"{self.claim.reading}: " if self.claim.reading else ""
        until = f", to be destroyed by {self.destroy_by}" if self.destroy_by else ""
        yield f"{self.claim.rule}: {reading}kept through {self.keep_through}{until}"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Every end of a record, the one that governs it, and what could not be told.

    `governing` is None where the record is kept for good, or where nothing could be reckoned.
    """

    ends: tuple[End, ...]
    governing: End | None
    missing: tuple[str, ...]

    @property
    def known(self) -> End | None:
        """Return the end that governs, if nothing is missing that could make it later."""
        return None if self.missing else self.governing

    @property
    def others(self) -> Iterator[str]:
        """Yield what keeps the record less long, latest first, each said once."""
        governing = self.governing
        if governing is None:
            return
        seen = {(governing.claim.rule, governing.keep_through)}
        for end in sorted(self.ends, key=_how_late, reverse=True):
            told = (end.claim.rule, end.keep_through)
            if told not in seen:
                seen.add(told)
                yield f"{end.claim.rule} would keep it through {end.keep_through}"


def reckon(record: Record, schedule: Schedule) -> Reckoning:
    """Reckon until when a record is kept by everything that it falls under (R5, R8, R11).

    Ends are compared, never periods: a short period from a late event can outlast a long one.
    """
    ends: list[End] = []
    missing: list[str] = []
    for found in (*_doubts(record, schedule), *_ends(record, schedule)):
        if isinstance(found, Unknown):
            missing.append(found.because)
        else:
            ends.append(found)
    for_good = any(rule.action is Action.PERMANENT for rule in rules_over(record, schedule))
    governing = None if for_good else max(ends, key=_how_late, default=None)
    return Reckoning(tuple(ends), governing, tuple(dict.fromkeys(missing)))


def rules_over(record: Record, schedule: Schedule) -> tuple[Rule, ...]:
    """Return every rule of the schedule that a record falls under, followed ones included."""
    own = [schedule.rules[name] for name in record.classes if name in schedule.rules]
    return (*own, *(schedule.rules[name] for rule in own for name in rule.follows))


def day(expression: Day, facts: Facts) -> date | Unknown:
    """Return the day that an expression comes to, or what is missing."""
    match expression:
        case DayOf(event):
            return day_of(event, facts.record, facts.subject)
        case LatestKnown(events):
            return _latest_known([day_of(e, facts.record, facts.subject) for e in events])
        case After(start, period):
            begun = day(start, facts)
            return begun if isinstance(begun, Unknown) else period.after(begun)
        case EndOf(inner, alignment):
            raw = day(inner, facts)
            return raw if isinstance(raw, Unknown) else align(raw, alignment, facts.years)
        case EndFollowing(inner, alignment):
            raw = day(inner, facts)
            if isinstance(raw, Unknown):
                return raw
            return align(align(raw, alignment, facts.years) + ONE_DAY, alignment, facts.years)
        case Latest(days):
            return _latest([day(one, facts) for one in days])
        case Either(when, then, otherwise):
            return day(then if holds(when, facts) else otherwise, facts)


def holds(condition: Condition, facts: Facts) -> bool:
    """Say whether a condition is known to hold; what is not known switches nothing (R4)."""
    match condition:
        case Died(None):
            return facts.subject is not None and facts.subject.died is not None
        case Died(int(under)):
            return facts.subject is not None and died_under(facts.subject, under)
        case Carries(modifier):
            return modifier in facts.record.modifiers
    raise TypeError(condition)


def _latest(days: Sequence[date | Unknown]) -> date | Unknown:
    for one in days:
        if isinstance(one, Unknown):
            return one
    return max(one for one in days if not isinstance(one, Unknown))


def _latest_known(days: Sequence[date | Unknown]) -> date | Unknown:
    known = [one for one in days if not isinstance(one, Unknown)]
    return max(known) if known else days[0]


_ENDS = {
    Alignment.SCHOOL_YEAR_END: "school year",
    Alignment.FINANCIAL_YEAR_END: "financial year",
    Alignment.CALENDAR_YEAR_END: "calendar year",
    Alignment.MONTH_END: "month",
    Alignment.EXACT: "day",
}


def _steps(expression: Day, facts: Facts) -> Iterator[str]:
    """Yield a sentence for each step of an expression that comes to a day."""
    reached = day(expression, facts)
    match expression:
        case DayOf(event):
            yield f"the {event.in_words} was on {reached}"
        case LatestKnown(events):
            yield f"of {_listed(events)} the latest was on {reached}"
        case After(DayOf(event), period):
            start = day(DayOf(event), facts)
            yield f"{period} from the {event.in_words} on {start} is {reached}"
        case After(start, period):
            yield from _steps(start, facts)
            yield f"{period} later is {reached}"
        case EndOf(inner, alignment):
            yield from _steps(inner, facts)
            yield f"the {_ENDS[alignment]} in which that falls ends on {reached}"
        case EndFollowing(inner, alignment):
            yield from _steps(inner, facts)
            yield f"the {_ENDS[alignment]} following that ends on {reached}"
        case Latest(days):
            for one in days:
                yield from _steps(one, facts)
            yield f"the latest of these is {reached}"
        case Either(when, then, otherwise):
            if holds(when, facts):
                yield _held(when, facts)
                yield from _steps(then, facts)
            else:
                yield from _steps(otherwise, facts)


def _held(condition: Condition, facts: Facts) -> str:
    match condition:
        case Died(under):
            at = f" before the age of {under}" if under else ""
            died = facts.subject.died if facts.subject else None
            return f"a death{at} is recorded on {died}, and what the rule says of that applies"
        case Carries(modifier):
            return f"the record carries {modifier}, and what the rule says of that applies"
    raise TypeError(condition)


def _listed(events: Sequence[object]) -> str:
    words = [str(event).replace("_", " ") for event in events]
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def _how_late(end: End) -> tuple[date, int, str, int]:
    """Order ends: of equal days the more cautious action governs, whatever the order of classes.

    Of one rule's equal days the one that has to be gone the sooner: its floor lifts no ceiling.
    """
    action = end.claim.action
    caution = list(Action).index(action) if action else len(Action)
    return end.keep_through, caution, end.claim.rule, -(end.destroy_by or date.max).toordinal()


def _doubts(record: Record, schedule: Schedule) -> Iterator[Unknown]:
    """Yield what keeps a record from having an end at all, whichever class it is of."""
    for subject in record.subjects:
        yield from doubts_about(subject)
    if still_open := open_again(record):
        yield still_open
    for rule in rules_over(record, schedule):
        if rule.jurisdiction and schedule.nation not in rule.jurisdiction:
            yield Unknown(f"{rule.id} is no rule for {schedule.nation.value} (R22)")


def _ends(record: Record, schedule: Schedule) -> Iterator[End | Unknown]:
    """Yield the end of every claim on a record, for each of its people where it is of people."""
    for claim in _claims(record, schedule):
        if isinstance(claim, Unknown):
            yield claim
            continue
        whom = (record.subjects if claim.is_of_people else ()) or (None,)
        for subject in whom:
            facts = Facts(record, subject, schedule.school_year)
            keep_through = day(claim.keep_through, facts)
            destroy_by = day(claim.destroy_by, facts) if claim.destroy_by else None
            if isinstance(keep_through, Unknown):
                yield keep_through
            elif isinstance(destroy_by, Unknown):
                yield destroy_by
            else:
                yield End(claim, facts, keep_through, destroy_by)


def _claims(record: Record, schedule: Schedule) -> Iterator[Claim | Unknown]:
    for class_id in record.classes:
        rule = schedule.rules.get(class_id)
        if rule is None:
            yield Unknown(f"{class_id} is not in the schedule {schedule.version}")
            continue
        for named in (rule, *(schedule.rules[followed] for followed in rule.follows)):
            yield from claims_of(named)
    for name in sorted(record.modifiers):
        modifier = schedule.modifiers.get(name)
        if modifier is None:
            yield Unknown(f"the modifier {name} is not in the schedule {schedule.version}")
            continue
        yield claim_of(modifier)
