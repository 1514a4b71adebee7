"""What a rule says, as an expression: counted from which event, for how long, rounded up to what.

One tree that several evaluators read: `ends` by days and in sentences (the reference), and whatever
reckons columns of them at once. They agree because these words are few and each says all of itself:

- what is not known stays so through every operation, and is never due (I4);
- the anniversary of 29 February is 1 March in a common year (R3); a month is added up to the last
  day of a shorter one; years come first, then months, then days;
- an end is rounded up and never down (R12): a day that is an end is its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recordkeeping.retention.schedule import (
    Action,
    Bound,
    Branch,
    Mode,
    Modifier,
    Reading,
    Rule,
    When,
)
from recordkeeping.retention.triggers import OF_A_PERSON, TriggerEvent
from recordkeeping.vocabulary.calendars import Alignment, Period
from recordkeeping.vocabulary.identifiers import ClassId

ADULT = 18  # years


@dataclass(frozen=True, slots=True)
class DayOf:
    """The day of an event: the latest where there were several (R9)."""

    event: TriggerEvent


@dataclass(frozen=True, slots=True)
class LatestKnown:
    """The latest day of several events, of which one at least is known."""

    events: tuple[TriggerEvent, ...]


@dataclass(frozen=True, slots=True)
class After:
    """The day a period later."""

    start: Day
    period: Period


@dataclass(frozen=True, slots=True)
class EndOf:
    """The end of the year or month in which a day falls."""

    day: Day
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class EndFollowing:
    """The end of the year or month that follows the one in which a day falls."""

    day: Day
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest of several days; not known where one of them is not."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Died:
    """Somebody is known to have died, before the birthday at which they would be `under` (R4)."""

    under: int | None = None


@dataclass(frozen=True, slots=True)
class Carries:
    """The record carries a modifier, such as `LAC_EVER`."""

    modifier: str


Condition = Died | Carries


@dataclass(frozen=True, slots=True)
class Either:
    """One day where a condition is known to hold, and another where it is not."""

    when: Condition
    then: Day
    otherwise: Day


Day = DayOf | LatestKnown | After | EndOf | EndFollowing | Latest | Either


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule asks of a record: kept through a day, and gone by another or by none.

    `rule` is a class or a modifier; `action` is None for a modifier, which leaves that to the
    class. `reading` says how a rule was read that can be read in two ways.
    """

    rule: ClassId | str
    authority: str
    action: Action | None
    keep_through: Day
    destroy_by: Day | None = None
    reading: str = ""

    @property
    def is_of_people(self) -> bool:
        """Say whether it is reckoned for each person whom a record is about (R8)."""
        return of_people(self.keep_through)


def of_people(day: Day) -> bool:
    """Say whether a day depends on somebody's birth or death."""
    match day:
        case DayOf(event):
            return event in OF_A_PERSON
        case LatestKnown(events):
            return not OF_A_PERSON.isdisjoint(events)
        case After(inner) | EndOf(inner) | EndFollowing(inner):
            return of_people(inner)
        case Latest(days):
            return any(map(of_people, days))
        case Either(when, then, otherwise):
            return isinstance(when, Died) or of_people(then) or of_people(otherwise)


def claims_of(rule: Rule) -> Iterator[Claim]:
    """Yield what a rule asks for: its period or window, and each of its floors.

    A rule that only follows others, or keeps for good, asks for no day of its own.
    """
    if rule.trigger is None:
        return
    keep_through, destroy_by, reading = _window(rule, rule.trigger)
    for branch in reversed(rule.alternatives):
        then, gone, _ = _window(rule, branch)
        when = _condition(branch)
        keep_through = Either(when, then, keep_through)
        if destroy_by is not None and gone is not None:
            destroy_by = Either(when, gone, destroy_by)
    cite = rule.authority.cite
    yield Claim(rule.id, cite, rule.action, keep_through, destroy_by, reading)
    for floor in rule.not_before:
        yield Claim(rule.id, cite, rule.action, _aligned(After(_start(floor), floor.period), rule))


def claim_of(modifier: Modifier) -> Claim:
    """Return the floor that a modifier sets, whatever the record's class (R11)."""
    floor = After(DayOf(modifier.floor.event), modifier.floor.period)
    return Claim(modifier.id, modifier.authority.cite, None, floor)


def _start(branch: Branch) -> Day:
    return LatestKnown((branch.event, *branch.or_later)) if branch.or_later else DayOf(branch.event)


def _aligned(end: Day, rule: Rule) -> Day:
    return end if rule.alignment is Alignment.EXACT else EndOf(end, rule.alignment)


def _condition(branch: Branch) -> Condition:
    match branch.when:
        case When.CARRIES:
            return Carries(branch.modifier)
        case When.DEATH_UNDER_18:
            return Died(ADULT)
        case _:
            return Died()


def _window(rule: Rule, branch: Branch) -> tuple[Day, Day | None, str]:
    """Return until when a branch keeps a record, by when it must be gone, and how it was read."""
    start = _start(branch)
    end = After(start, branch.period)
    if years := rule.school_years:
        # "The school year following the birthday": domain brief §4.4, readings A and C.
        first: Day = EndOf(end, Alignment.SCHOOL_YEAR_END)
        following: Day = EndFollowing(end, Alignment.SCHOOL_YEAR_END)
        outer = first if years.reading is Reading.A else following
        told = f"reading {years.reading}, {years.mode}"
        if years.mode is Mode.POINT:
            return outer, None, told
        return (end if years.reading is Reading.A else first), outer, told
    aligned = _aligned(end, rule)
    if rule.bound is Bound.MAX:
        return start, Latest((aligned, After(start, Period(days=1)))), ""
    return aligned, None, ""
