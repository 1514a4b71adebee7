"""The second evaluator: until when whole columns of records are kept, in whole numbers.

It reads the same expressions as `recordkeeping.retention.ends` and has to come to the same days,
rules and actions for every record; a test holds both against each other over thousands of random
rules and rows. It tells no reasons: whoever wants them asks the reference about that one record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

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
from recordkeeping.retention.schedule import Action, Schedule
from recordkeeping.retention.triggers import LATEST_YEAR, TriggerEvent
from recordkeeping.vocabulary.calendars import Period, SchoolYear
from recordkeeping.vocabulary.records import Record
from register.catalogue.days import Days, Flags, after, end_following, end_of, number

Rows = NDArray[np.int32]
"""Numbers of records in a block, from 0."""

_LATEST = np.int32(LATEST_YEAR * 10_000 + 1231)
_NEVER = np.int32(99_999_999)
"""Later than any day: where nothing has to be gone by a day."""
_NOBODY = np.int32(-1)
_CAUTION = {action: at for at, action in enumerate(Action)}


@dataclass(frozen=True)
class Columns:
    """A block of records as columns. Days are as they are recorded, believable or not.

    `class_rows[i]` is a record of the class `classes[class_of[i]]`; a record has one or several.
    Modifiers are told likewise. `subject_rows` says whose record each person is in, ascending.
    `events` has the latest day of each event, one for each record; what is not there has none.
    """

    count: int
    classes: Sequence[str]
    class_rows: Rows
    class_of: Rows
    subject_rows: Rows
    born: Days
    sure: Flags
    died: Days
    events: Mapping[TriggerEvent, Days]
    modifiers: Sequence[str]
    modifier_rows: Rows
    modifier_of: Rows

    @classmethod
    def of(cls, records: Sequence[Record]) -> Columns:
        """Return records as columns."""
        pairs = [(n, name) for n, record in enumerate(records) for name in record.classes]
        carried = [(n, name) for n, r in enumerate(records) for name in sorted(r.modifiers)]
        people = [(n, subject) for n, r in enumerate(records) for subject in r.subjects]
        classes = sorted({name for _, name in pairs})
        modifiers = sorted({name for _, name in carried})
        events = {}
        for event in TriggerEvent:
            days = [max((number(d) for d in r.days_of(event.value)), default=0) for r in records]
            if any(days):
                events[event] = np.array(days, np.int32)
        return cls(
            count=len(records),
            classes=classes,
            class_rows=_ints(n for n, _ in pairs),
            class_of=_ints(classes.index(name) for _, name in pairs),
            subject_rows=_ints(n for n, _ in people),
            born=_ints(number(s.born) for _, s in people),
            sure=np.array([s.dob_quality.is_enough for _, s in people], np.bool_),
            died=_ints(number(s.died) for _, s in people),
            events=events,
            modifiers=modifiers,
            modifier_rows=_ints(n for n, _ in carried),
            modifier_of=_ints(modifiers.index(name) for _, name in carried),
        )

    def carrying(self, modifier: str) -> Flags:
        """Say of each record whether it carries a modifier."""
        carries = np.zeros(self.count, np.bool_)
        if modifier in self.modifiers:
            carries[self.modifier_rows[self.modifier_of == self.modifiers.index(modifier)]] = True
        return carries

    @cached_property
    def known_births(self) -> Days:
        """Return births that a due date may rest on, and 0 for all others (R7)."""
        return np.where(self.sure, _believable(self.born), np.int32(0))


@dataclass(frozen=True)
class Ends:
    """Until when each record of a block is kept, and by which of `rules`.

    Of what is `missing` a fact, or kept `for_good`, there is no day, and `rule` and `action` are
    -1. `destroy_by` is 0 where there is no outer limit; `action` is -1 where a modifier governs,
    and the record's class says what happens.
    """

    rules: Sequence[str]
    keep_through: Days
    destroy_by: Days
    rule: NDArray[np.int32]
    action: NDArray[np.int32]
    missing: Flags
    for_good: Flags


@dataclass(frozen=True, slots=True)
class _Frame:
    """For whom a claim is reckoned: a row of a block, and one of its people or nobody."""

    columns: Columns
    rows: Rows
    people: Rows
    years: SchoolYear


def reckon(columns: Columns, schedule: Schedule) -> Ends:
    """Reckon until when each record of a block is kept, by everything that it falls under."""
    best = _Best(columns, schedule)
    doubts = _doubts(columns)
    for at, name in enumerate(columns.classes):
        rows = columns.class_rows[columns.class_of == at]
        rule = schedule.rules.get(name)  # type: ignore[call-overload]  # a class is a str
        if rule is None:
            doubts[rows] = True
            continue
        for one in (rule, *(schedule.rules[followed] for followed in rule.follows)):
            if one.jurisdiction and schedule.nation not in one.jurisdiction:
                doubts[rows] = True
            best.for_good[rows] |= one.action is Action.PERMANENT
            for claim in claims_of(one):
                best.take(claim, rows)
    for at, name in enumerate(columns.modifiers):
        rows = columns.modifier_rows[columns.modifier_of == at]
        modifier = schedule.modifiers.get(name)
        if modifier is None:
            doubts[rows] = True
        else:
            best.take(claim_of(modifier), rows)
    return best.ends(doubts)


class _Best:
    """The end that keeps each record longest of those that were reckoned so far."""

    def __init__(self, columns: Columns, schedule: Schedule) -> None:
        self._columns = columns
        self._years = schedule.school_year
        # In the order in which the reference compares their names.
        self._rules = sorted({*schedule.rules, *schedule.modifiers})
        self._rank = {name: at for at, name in enumerate(self._rules)}
        self._order = np.full(columns.count, -1, np.int64)
        self._gone = np.zeros(columns.count, np.int32)
        self._action = np.full(columns.count, -1, np.int32)
        self._missing = np.zeros(columns.count, np.bool_)
        self.for_good = np.zeros(columns.count, np.bool_)

    def take(self, claim: Claim, rows: Rows) -> None:
        """Take in what a claim asks of some records."""
        frame = _frame(self._columns, rows, self._years, of_people=claim.is_of_people)
        keep = days(claim.keep_through, frame)
        gone = np.full(len(keep), _NEVER, np.int32)
        if claim.destroy_by is not None:
            gone = days(claim.destroy_by, frame)
        known = (keep != 0) & (gone != 0)
        self._missing[frame.rows[~known]] = True
        where, keep, gone = frame.rows[known], keep[known], gone[known]
        caution = len(Action) if claim.action is None else _CAUTION[claim.action]
        # A day, then caution, then the rule's name: as the reference orders ends.
        order = (keep.astype(np.int64) << 24) | (caution << 16) | self._rank[claim.rule]
        if claim.is_of_people:
            where, order, gone = _latest_of_each(where, order, gone)
        better = order > self._order[where]
        same = (order == self._order[where]) & (gone < self._gone[where])
        chosen = better | same
        at = where[chosen]
        self._order[at], self._gone[at] = order[chosen], gone[chosen]
        self._action[at] = -1 if claim.action is None else _CAUTION[claim.action]

    def ends(self, doubts: Flags) -> Ends:
        """Return what was found; where something is missing, nothing is said."""
        # A record without a single claim is kept for good, as by the reference.
        for_good = self.for_good | ((self._order < 0) & ~self._missing)
        missing = self._missing | doubts
        silent = missing | for_good
        nothing = np.int32(0)
        return Ends(
            rules=self._rules,
            keep_through=np.where(silent, nothing, (self._order >> 24).astype(np.int32)),
            destroy_by=np.where(silent | (self._gone == _NEVER), nothing, self._gone),
            rule=np.where(silent, np.int32(-1), (self._order & 0xFFFF).astype(np.int32)),
            action=np.where(silent, np.int32(-1), self._action),
            missing=missing,
            for_good=for_good & ~missing,
        )


def days(expression: Day, frame: _Frame) -> Days:
    """Return the days that an expression comes to, 0 where one is not known."""
    match expression:
        case DayOf(event):
            return _day_of(event, frame)
        case LatestKnown(events):
            return _greatest([_day_of(event, frame) for event in events])
        case After(start, period):
            return after(days(start, frame), period)
        case EndOf(inner, alignment):
            return end_of(days(inner, frame), alignment, frame.years)
        case EndFollowing(inner, alignment):
            return end_following(days(inner, frame), alignment, frame.years)
        case Latest(several):
            every = [days(one, frame) for one in several]
            unknown = np.logical_or.reduce([one == 0 for one in every])
            return np.where(unknown, np.int32(0), _greatest(every))
        case Either(when, then, otherwise):
            return np.where(_hold(when, frame), days(then, frame), days(otherwise, frame))


def frame_of(columns: Columns, years: SchoolYear) -> _Frame:
    """Return every record of a block with each of its people, or with nobody."""
    return _frame(columns, np.arange(columns.count, dtype=np.int32), years, of_people=True)


def _frame(columns: Columns, rows: Rows, years: SchoolYear, *, of_people: bool) -> _Frame:
    if not of_people:
        return _Frame(columns, rows, np.full(len(rows), _NOBODY, np.int32), years)
    wanted = np.zeros(columns.count, np.bool_)
    wanted[rows] = True
    people = np.flatnonzero(wanted[columns.subject_rows]).astype(np.int32)
    of = columns.subject_rows[people]
    wanted[of] = False
    alone = np.flatnonzero(wanted).astype(np.int32)
    return _Frame(
        columns,
        np.concatenate((of, alone)),
        np.concatenate((people, np.full(len(alone), _NOBODY, np.int32))),
        years,
    )


def _day_of(event: TriggerEvent, frame: _Frame) -> Days:
    match event:
        case TriggerEvent.BIRTH:
            return _of_people(frame.columns.known_births, frame)
        case TriggerEvent.DEATH:
            return _of_people(_believable(frame.columns.died), frame)
        case _:
            latest = frame.columns.events.get(event)
            if latest is None:
                return np.zeros(len(frame.rows), np.int32)
            return _believable(latest[frame.rows])


def _of_people(column: Days, frame: _Frame) -> Days:
    if not len(column):
        return np.zeros(len(frame.people), np.int32)
    return np.where(frame.people == _NOBODY, np.int32(0), column[frame.people])


def _hold(condition: Condition, frame: _Frame) -> Flags:
    match condition:
        case Carries(modifier):
            return frame.columns.carrying(modifier)[frame.rows]
        case Died(None):
            recorded: Flags = _of_people(frame.columns.died, frame) != 0
            return recorded
        case Died(int(under)):
            born = _day_of(TriggerEvent.BIRTH, frame)
            died = _day_of(TriggerEvent.DEATH, frame)
            grown = after(born, Period(under))
            before: Flags = (born != 0) & (died != 0) & (born <= died) & (died < grown)
            return before
    raise TypeError(condition)


def _doubts(columns: Columns) -> Flags:
    """Say of each record whether something in it keeps it from having an end at all."""
    doubts = np.zeros(columns.count, np.bool_)
    early = (columns.died != 0) & (columns.born != 0) & (columns.died < columns.born)
    doubts[columns.subject_rows[~columns.sure | early]] = True
    reopened = columns.events.get(TriggerEvent.REOPENING)
    if reopened is not None:
        closed = columns.events.get(TriggerEvent.CLOSURE, np.zeros(columns.count, np.int32))
        doubts |= (reopened != 0) & (reopened >= closed)
    return doubts


def _latest_of_each(
    rows: Rows, order: NDArray[np.int64], gone: Days
) -> tuple[Rows, NDArray[np.int64], Days]:
    """Return of each record the greatest of its several ends, each record once."""
    if not len(rows):
        return rows, order, gone
    by = np.lexsort((-gone, order, rows))
    rows, order, gone = rows[by], order[by], gone[by]
    last = np.append(rows[1:] != rows[:-1], True)
    return rows[last], order[last], gone[last]


def _greatest(several: Sequence[Days]) -> Days:
    greatest: Days = np.maximum.reduce(list(several))
    return greatest


def _believable(column: Days) -> Days:
    """Return days as they are recorded, and 0 for those that no event has, such as 9999."""
    return np.where(column > _LATEST, np.int32(0), column)


def _ints(values: Iterable[int]) -> Rows:
    return np.fromiter(values, np.int32)
