"""The circuit breaker: when a night looks so unlike the others that a person has to see it first.

Whatever trips it, nothing is authorised or destroyed until an owner has looked and reset it. A
wrong schedule, a half-read store or a wrong clock shows itself as numbers before it shows itself
as loss (ledger brief §2.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from statistics import median


class Cause(StrEnum):
    """What may trip the breaker."""

    TOO_MANY = "too_many"
    TOO_LARGE_A_SHARE = "too_large_a_share"
    TOO_MANY_MORE = "too_many_more"
    CLASS_FROM_NONE = "class_from_none"
    SCHEDULE_CHANGED = "schedule_changed"
    CLOCK_MOVED = "clock_moved"
    TOO_FEW_READ = "too_few_read"
    CATALOGUE_DIFFERS = "catalogue_differs"
    UNPROVEN = "unproven"
    BLOCKED = "blocked"


IN_WORDS: Mapping[Cause, str] = {
    Cause.TOO_MANY: "more records of a store were proposed in one night than ever should be",
    Cause.TOO_LARGE_A_SHARE: "a larger share of a store was proposed in one night than should be",
    Cause.TOO_MANY_MORE: "many more records were proposed than in the nights before",
    Cause.CLASS_FROM_NONE: "a class of which nothing was ever proposed has many proposals at once",
    Cause.SCHEDULE_CHANGED: "the schedule is another than that of the night before",
    Cause.CLOCK_MOVED: "this machine's clock is not where it was the night before",
    Cause.TOO_FEW_READ: "a store gave fewer records than the night before",
    Cause.CATALOGUE_DIFFERS: "a store's changes were not all told: the catalogue was wrong",
    Cause.UNPROVEN: "a record could not be shown to be gone",
    Cause.BLOCKED: "one record after another could not be disposed of",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a night may do; the council's choice.

    `small` proposals trip neither by their share nor by their class: a small store would trip
    every time.
    """

    most: int = 500
    most_percent: float = 1.0
    small: int = 50
    times_the_median: float = 3.0
    least_percent_read: float = 99.5
    most_days_asleep: int = 14
    most_blocked: int = 5


@dataclass(frozen=True, slots=True)
class Trip:
    """Why the breaker trips, and by which number beside which limit."""

    cause: Cause
    count: int
    limit: int


@dataclass(frozen=True, slots=True)
class Night:
    """What a night did with one store, and what the nights before it did.

    `read` is None where only what changed was read. `proposed` is of this store, by class; `of_all`
    of all stores so far, and `before` of all in each earlier night that proposed any.
    `classes_before` are the classes that were ever proposed.
    """

    today: date
    records: int
    read: int | None
    records_before: int | None
    proposed: Mapping[str, int] = field(default_factory=dict)
    of_all: int = 0
    before: Sequence[int] = ()
    classes_before: frozenset[str] = frozenset()
    schedule: str = ""
    schedule_before: str | None = None
    day_before: date | None = None


def trips(night: Night, limits: Limits) -> Iterator[Trip]:
    """Yield everything about a night that a person has to see before anything goes."""
    yield from _of_the_clock(night, limits)
    if night.schedule_before is not None and night.schedule != night.schedule_before:
        yield Trip(Cause.SCHEDULE_CHANGED, 1, 0)
    if night.read is not None and night.records_before:
        least = limits.least_percent_read / 100 * night.records_before
        if night.read < least:
            yield Trip(Cause.TOO_FEW_READ, night.read, round(least))
    total = sum(night.proposed.values())
    if total > limits.most:
        yield Trip(Cause.TOO_MANY, total, limits.most)
    share = limits.most_percent / 100 * night.records
    if total > limits.small and total > share:
        yield Trip(Cause.TOO_LARGE_A_SHARE, total, round(share))
    if night.before:
        usual = limits.times_the_median * median(night.before)
        if night.of_all > limits.small and night.of_all > usual:
            yield Trip(Cause.TOO_MANY_MORE, night.of_all, round(usual))
        for name, count in sorted(night.proposed.items()):
            if count > limits.small and name not in night.classes_before:
                yield Trip(Cause.CLASS_FROM_NONE, count, limits.small)


def _of_the_clock(night: Night, limits: Limits) -> Iterator[Trip]:
    if night.day_before is None:
        return
    if night.today < night.day_before:
        yield Trip(Cause.CLOCK_MOVED, (night.day_before - night.today).days, 0)
    if night.today > night.day_before + timedelta(days=limits.most_days_asleep):
        asleep = (night.today - night.day_before).days
        yield Trip(Cause.CLOCK_MOVED, asleep, limits.most_days_asleep)
