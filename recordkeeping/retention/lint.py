"""A council's schedule held against a statutory pack: what is too short, too long, or a known trap.

Ends are compared, never periods: both schedules are asked about the same invented records, born and
closed on awkward days, with and without a death. What a council wrote in words (`said`) is searched
for slips that councils have published (domain brief §4.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import product

from recordkeeping.retention.ends import reckon
from recordkeeping.retention.schedule import Action, Bound, Branch, Modifier, Rule, Schedule
from recordkeeping.retention.triggers import OF_A_PERSON, TriggerEvent
from recordkeeping.vocabulary.calendars import ONE_DAY, Period, add_years
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import Record, Subject


class Level(StrEnum):
    """Whether a finding has to be mended, or looked at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a class: its name, why, by which authority, and what to do."""

    level: Level
    rule: str
    name: str
    because: str
    authority: str
    do: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What the law and councils' schedules say of each class, and how far they differ.

    `ranges` are the shortest and the longest period that evidence was found for, from the event
    that the class is counted from.
    """

    schedule: Schedule
    ranges: Mapping[ClassId, tuple[Period, Period]]


def lint(own: Schedule, pack: Pack) -> Iterator[Finding]:
    """Yield what is wrong with a council's schedule, class by class."""
    # The law says "school year"; on which day it ends is the authority's to say.
    pack = replace(pack, schedule=replace(pack.schedule, school_year_end=own.school_year_end))
    for rule in own.rules.values():
        theirs = pack.schedule.rules.get(rule.equivalent or rule.id)
        yield from _of_itself(rule)
        yield from _reviewed_seldom(rule, theirs)
        yield from _traps(rule, theirs)
        if theirs:
            yield from _compared(rule, own, theirs, pack)
        elif rule.equivalent:
            yield Finding(
                Level.ERROR, rule.id, "no-such-equivalent",
                f"it is said to stand for {rule.equivalent}, which the pack does not have",
                "", "name a class of the pack, or leave `equivalent` out",
            )  # fmt: skip
    yield from _modifiers(own, pack)


def not_compared(own: Schedule, pack: Pack) -> tuple[ClassId, ...]:
    """Return the classes that the pack says nothing of."""
    known = pack.schedule.rules
    return tuple(name for name, rule in own.rules.items() if (rule.equivalent or name) not in known)


def _of_itself(rule: Rule) -> Iterator[Finding]:
    cite = rule.authority.cite
    if not rule.authority.evidence:
        yield Finding(
            Level.ERROR, rule.id, "no-evidence", "nothing says where its authority was read", cite,
            "give `evidence`, and K where nobody has verified it",
        )  # fmt: skip
    if rule.action is Action.PERMANENT and rule.review_every is None:
        yield Finding(
            Level.ERROR, rule.id, "no-review", "it is kept for good and never reviewed (R16)", cite,
            "give `review_every`, five years at most",
        )  # fmt: skip
    if not rule.owner:
        yield Finding(
            Level.WARNING, rule.id, "no-owner", "nobody is named who answers for it (R16)", cite,
            "give `owner`, for the class or at the head of its file",
        )  # fmt: skip


LONGEST_REVIEW = 5  # years, R16


def _reviewed_seldom(one: Rule | Modifier, theirs: Rule | Modifier | None) -> Iterator[Finding]:
    every = one.review_every
    allowed = max(
        LONGEST_REVIEW, theirs.review_every.years if theirs and theirs.review_every else 0
    )
    if every and (every.years, every.months, every.days) > (allowed, 0, 0):
        yield Finding(
            Level.WARNING, one.id, "seldom-reviewed",
            f"it is reviewed every {every}, and {allowed} years are the most (R16)",
            one.authority.cite, f"review it every {allowed} years or sooner",
        )  # fmt: skip


_75_FROM_18 = re.compile(
    r"\b(?:75|seventy[- ]five)\s+years?\s+(?:from|after)\s+(?:\w+(?:['’]s)?\s+){0,3}?"
    r"(?:18th|eighteenth)\s+birthday",
    re.IGNORECASE,
)
_DEATH_BEFORE_15 = re.compile(
    r"\b(?:dies?|died|dying|death|deceased)\b[^.;]{0,40}?\b(?:before|under|below)\s+"
    r"(?:(?:attaining|reaching|turning|the|their|his|her|age|aged|of)\s+)*"
    r"(?:15(?:th)?|fifteen(?:th)?)\b",
    re.IGNORECASE,
)
_ACT_OF_1999 = re.compile(r"(?<!of )\bChildren(?:['’]s)?\s+Act,?\s+1999\b", re.IGNORECASE)


def _traps(rule: Rule, theirs: Rule | None) -> Iterator[Finding]:
    """Yield the slips that councils have published: Kirklees, Devon and Blackpool in this order."""
    words = f"{rule.title}\n{rule.authority.cite}\n{rule.said}"
    law = theirs.authority.cite if theirs else ""
    if _75_FROM_18.search(words) or _is_counted_twice(rule, theirs):
        yield Finding(
            Level.ERROR, rule.id, "75-years-from-the-18th-birthday",
            "75 years from the 18th birthday are 93 from birth", law,
            "count 75 years from birth",
        )  # fmt: skip
    if _DEATH_BEFORE_15.search(words):
        yield Finding(
            Level.ERROR, rule.id, "death-before-fifteen",
            "it speaks of a death before fifteen, where the law says before eighteen", law,
            "say: a death before the age of 18, and 15 years from it (`when: death_under_18`)",
        )  # fmt: skip
    if _ACT_OF_1999.search(words):
        yield Finding(
            Level.ERROR, rule.id, "children-act-1999",
            "there is no Children Act 1999", "Children Act 1989; Children Act 2004",
            "cite the Act that is meant, and what in it says how long",
        )  # fmt: skip


def _is_counted_twice(rule: Rule, theirs: Rule | None) -> bool:
    ours, law = rule.trigger, theirs.trigger if theirs else None
    if ours is None or law is None or {ours.event, law.event} != {TriggerEvent.BIRTH}:
        return False
    return law.period.years >= 75 and ours.period.years == law.period.years + 18


def _compared(rule: Rule, own: Schedule, theirs: Rule, pack: Pack) -> Iterator[Finding]:
    cases = list(_cases(rule, theirs, own, pack.schedule))
    law = f"{theirs.authority.cite} ({' '.join(theirs.authority.evidence)})"
    if theirs.bound is Bound.MIN and (short := _shortest(cases, own, pack.schedule)):
        kind = "statutory minimum" if theirs.authority.kind == "statute" else "minimum"
        yield Finding(
            Level.ERROR, rule.id, "below-the-minimum", f"it is below the {kind}: {short}", law,
            "keep it as long as that at least",
        )  # fmt: skip
    if theirs.bound is Bound.MAX and (long := _longest(cases, own, pack.schedule)):
        yield Finding(
            Level.ERROR, rule.id, "above-the-maximum", f"it is kept longer than it may be: {long}",
            law, "let it be gone by then: a shorter period, and `bound: max`",
        )  # fmt: skip
    elif theirs.bound is not Bound.MAX and _is_far_above(cases, rule, own, theirs, pack):
        shortest, longest = _range(theirs, pack)
        found = f"{shortest} to {longest}" if shortest != longest else f"{longest}"
        yield Finding(
            Level.WARNING, rule.id, "far-above-the-evidence",
            f"it is kept more than twice as long as any schedule that was found: {found} (R19)",
            law,
            "say why it is needed for so long, or shorten it",
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Case:
    """An invented record, as each of the schedules files it."""

    told: str
    ours: Record
    theirs: Record

    @property
    def is_plain(self) -> bool:
        return not self.ours.modifiers and not self.ours.subjects[0].died


_BORN = (date(2001, 3, 15), date(2001, 8, 31), date(2004, 2, 29))
_AGES = (1, 12, 30)
_DIED_AT = (None, 10, 16, 40)
_LATER = timedelta(days=400)
_EVENTS = [
    event for event in TriggerEvent if event not in OF_A_PERSON and event != TriggerEvent.REOPENING
]


def _cases(rule: Rule, theirs: Rule, own: Schedule, law: Schedule) -> Iterator[_Case]:
    """Yield records of both classes: each event at an age, or those that the law counts from later.

    The second kind tells a rule that counts from another event than the law does.
    """
    counted = {event for branch in _branches(theirs) for event in (branch.event, *branch.or_later)}
    carried = {b.modifier for one in (rule, theirs) for b in one.alternatives if b.modifier}
    shared = sorted(carried & set(own.modifiers) & set(law.modifiers))
    for born, age, died_at, later in product(_BORN, _AGES, _DIED_AT, (False, True)):
        day = add_years(born, age) + ONE_DAY
        died = add_years(born, died_at) + ONE_DAY if died_at else None
        events = tuple(
            (event.value, day + _LATER if later and event in counted else day) for event in _EVENTS
        )
        told = f"born on {born}" + (f", dead on {died}" if died else "")
        told += f", all else on {day}" if not later else f", all else on {day} or {day + _LATER}"
        for modifier in ("", *shared):
            record = Record(
                RecordRef(StoreName("lint"), "invented"), rule.id,
                (Subject(SubjectRef("invented"), born, died=died),), events,
                modifiers=frozenset({modifier} if modifier else ()),
            )  # fmt: skip
            carrying = f", carrying {modifier}" if modifier else ""
            yield _Case(told + carrying, record, replace(record, record_class=theirs.id))


def _branches(rule: Rule) -> Iterator[Branch]:
    yield from (rule.trigger,) if rule.trigger else ()
    yield from rule.alternatives
    yield from rule.not_before


def _kept(record: Record, schedule: Schedule) -> tuple[date, date] | None:
    """Return until when a record is kept and when it is gone at the latest, if that is known."""
    reckoning = reckon(record, schedule)
    if reckoning.missing:
        return None
    end = reckoning.governing
    if end is None:
        return date.max, date.max
    return end.keep_through, end.destroy_by or end.keep_through


def _shortest(cases: list[_Case], own: Schedule, law: Schedule) -> str:
    """Return the case in which a council keeps a record shorter than the law by most."""
    worst, told = timedelta(), ""
    for case in cases:
        ours, least = _kept(case.ours, own), _kept(case.theirs, law)
        if ours and least and least[0] - ours[0] > worst:
            worst = least[0] - ours[0]
            told = f"{case.told}, it is kept through {ours[0]} and not through {_or_good(least[0])}"
    return told


def _longest(cases: list[_Case], own: Schedule, law: Schedule) -> str:
    """Return the case in which a council keeps a record longer than the law by most."""
    worst, told = timedelta(), ""
    for case in cases:
        ours, most = _kept(case.ours, own), _kept(case.theirs, law)
        if ours and most and ours[1] - most[1] > worst:
            worst = ours[1] - most[1]
            told = f"{case.told}, it is kept through {_or_good(ours[1])} and not gone by {most[1]}"
    return told


def _or_good(day: date) -> str:
    return "all time" if day == date.max else day.isoformat()


def _range(theirs: Rule, pack: Pack) -> tuple[Period, Period]:
    own = theirs.trigger.period if theirs.trigger else Period()
    return pack.ranges.get(theirs.id, (own, own))


def _is_far_above(cases: list[_Case], rule: Rule, own: Schedule, theirs: Rule, pack: Pack) -> bool:
    """Say whether a class is kept beyond twice the longest evidence in every plain case (R19)."""
    if theirs.trigger is None:
        return False
    doubled = replace(
        theirs,
        trigger=replace(theirs.trigger, period=_twice(_range(theirs, pack)[1])),
        not_before=tuple(replace(f, period=_twice(f.period)) for f in theirs.not_before),
    )
    law = replace(pack.schedule, rules={**pack.schedule.rules, theirs.id: doubled})
    plain = [(_kept(c.ours, own), _kept(c.theirs, law)) for c in cases if c.is_plain]
    return bool(plain) and all(ours and most and ours[0] > most[0] for ours, most in plain)


def _twice(period: Period) -> Period:
    return Period(period.years * 2, period.months * 2, period.days * 2)


def _modifiers(own: Schedule, pack: Pack) -> Iterator[Finding]:
    for name, theirs in pack.schedule.modifiers.items():
        law = f"{theirs.authority.cite} ({' '.join(theirs.authority.evidence)})"
        ours = own.modifiers.get(name)
        if ours is None:
            yield Finding(
                Level.WARNING, name, "no-such-modifier",
                f"the schedule has no modifier {name}: {theirs.title.lower()}", law,
                f"add it, with a floor of {theirs.floor.period} from {theirs.floor.event.in_words}",
            )  # fmt: skip
            continue
        if not ours.authority.evidence:
            yield Finding(
                Level.ERROR, name, "no-evidence", "nothing says where its authority was read",
                ours.authority.cite, "give `evidence`, and K where nobody has verified it",
            )  # fmt: skip
        shorter = any(ours.floor.period.after(b) < theirs.floor.period.after(b) for b in _BORN)
        if shorter or ours.floor.event is not theirs.floor.event:
            yield Finding(
                Level.ERROR, name, "below-the-minimum",
                f"its floor is {ours.floor.period} from {ours.floor.event.in_words}, and not"
                f" {theirs.floor.period} from {theirs.floor.event.in_words}", law,
                "keep it as long as that at least",
            )  # fmt: skip
        yield from _reviewed_seldom(ours, theirs)
