"""The council's retention schedule: rules with their authority and the day they took effect.

A rule says from which event how long a record of its class is kept. It may have further branches
(a child who died), floors (six years after closure), a window instead of a day (the school year
after the 25th birthday), or follow other classes. `wiring.schedules` reads it from YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from recordkeeping.retention.triggers import TriggerEvent
from recordkeeping.vocabulary.calendars import Alignment, MonthDay, Nation, Period, SchoolYear
from recordkeeping.vocabulary.errors import Fault
from recordkeeping.vocabulary.identifiers import ClassId, Digest


class Bound(StrEnum):
    """What the period is: a floor of the law, a ceiling, or the council's choice."""

    MIN = "min"
    MAX = "max"
    TARGET = "target"


class Action(StrEnum):
    """What happens when the period is over."""

    DESTROY = "destroy"
    REVIEW_THEN_DESTROY = "review_then_destroy"
    REVIEW = "review"
    TRANSFER = "transfer"
    ANONYMISE = "anonymise"
    PERMANENT = "permanent"


class When(StrEnum):
    """When a further branch of a rule applies."""

    DEATH_UNDER_18 = "death_under_18"
    DEATH = "death"
    CARRIES = "carries"  # the record carries the branch's modifier


class Reading(StrEnum):
    """How "the school year following the birthday" is read (domain brief §4.4).

    A: the end of the school year in which the birthday falls. C: the end of the first school year
    that begins after it, the outermost limit.
    """

    A = "A"
    C = "C"


class Mode(StrEnum):
    """Whether a school-year rule gives a window to dispose in, or one day."""

    WINDOW = "window"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class SchoolYears:
    """The school-year reading of a rule, printed on every answer that rests on it."""

    reading: Reading
    mode: Mode


@dataclass(frozen=True, slots=True)
class Authority:
    """The law, guidance or decision that a rule rests on, and where it was read.

    `evidence` are tags: `V18` or `S3` a source that was read, `L:Devon` one council's own choice,
    `K` what somebody knew and nobody verified.
    """

    kind: str
    cite: str
    effective_from: date
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """One way to an end date: this long after this event, aligned, where it applies.

    Where `or_later` names further events, the latest of all that are known counts.
    """

    event: TriggerEvent
    period: Period
    when: When | None = None
    or_later: tuple[TriggerEvent, ...] = ()
    modifier: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What the schedule says of one record class.

    Without a trigger, a rule follows other classes or is for good. `not_before` are floors: the
    record is kept at least until each of them, rounded up as the rule's own end is. `irreplaceable`
    are originals that no bulk disposal may touch; they are returned to the person first. `said` are
    the council's own words for the rule, `equivalent` the class of the statutory pack that a class
    of its own name stands for.
    """

    id: ClassId
    title: str
    authority: Authority
    action: Action
    bound: Bound
    trigger: Branch | None = None
    alternatives: tuple[Branch, ...] = ()
    not_before: tuple[Branch, ...] = ()
    alignment: Alignment = Alignment.EXACT
    school_years: SchoolYears | None = None
    follows: tuple[ClassId, ...] = ()
    review_every: Period | None = None
    jurisdiction: tuple[Nation, ...] = ()
    approvers: tuple[str, ...] = ()
    irreplaceable: bool = False
    owner: str = ""
    said: str = ""
    equivalent: ClassId | None = None


@dataclass(frozen=True, slots=True)
class Modifier:
    """A sticky fact about a record that keeps it at least this long, whatever its class (R11)."""

    id: str
    title: str
    authority: Authority
    floor: Branch
    review_every: Period | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Every rule in force, under one version, for one nation."""

    version: str
    nation: Nation
    rules: Mapping[ClassId, Rule]
    modifiers: Mapping[str, Modifier]
    school_year_end: MonthDay | None = None

    @property
    def school_year(self) -> SchoolYear:
        """Return whose school years count: the authority's own if it has said so."""
        return self.school_year_end or self.nation

    @property
    def digest(self) -> Digest:
        """Return a digest of every rule: what is changed in place is another schedule."""
        told = {
            "version": self.version,
            "nation": self.nation.value,
            "school_year_end": str(self.school_year_end or ""),
            "rules": [asdict(self.rules[name]) for name in sorted(self.rules)],
            "modifiers": [asdict(self.modifiers[name]) for name in sorted(self.modifiers)],
        }
        return Digest(sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest())


def faults_of(rules: Iterable[tuple[str, Rule]], modifiers: Iterable[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong with rules that were read well: each with the file it came from.

    A rule without an end needs a review (R16, at most every 10 years); classes stand once; what a
    rule follows must exist and have dates of its own; a branch's modifier is one of `modifiers`.
    """
    known = frozenset(modifiers)
    listed = list(rules)
    dated = {rule.id for _, rule in listed if rule.trigger}
    seen: set[ClassId] = set()
    for file, rule in listed:
        where = f"{file}:{rule.id}"
        if rule.id in seen:
            yield Fault(where, "stands twice")
        seen.add(rule.id)
        if bool(rule.trigger) + bool(rule.follows) + (rule.action is Action.PERMANENT) != 1:
            yield Fault(where, "needs a trigger, or classes to follow, or the action permanent")
        if rule.action is Action.PERMANENT and rule.review_every is None:
            yield Fault(f"{where}.review_every", "is missing: what is kept for good is reviewed")
        if rule.review_every and rule.review_every.years > 10:
            yield Fault(f"{where}.review_every", "is longer than 10 years")
        if rule.school_years and (rule.bound is not Bound.MAX or rule.trigger is None):
            yield Fault(f"{where}.school_years", "needs a trigger, and the bound max")
        for branch in rule.alternatives:
            if (branch.when is When.CARRIES) != bool(branch.modifier):
                yield Fault(f"{where}.trigger.alt", "needs a modifier with `carries`, and only so")
            elif branch.modifier and branch.modifier not in known:
                told = f"{branch.modifier} is none of the schedule's modifiers"
                yield Fault(f"{where}.trigger.alt.modifier", told)
        for followed in rule.follows:
            if followed not in dated:
                yield Fault(f"{where}.follows", f"{followed} is no class with dates of its own")
