"""The breaker trips at one more than its limit, and never at the limit (P30)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from recordkeeping.retention.breaker import IN_WORDS, Cause, Limits, Night, trips

LIMITS = Limits()
QUIET = Night(
    today=date(2026, 11, 28),
    records=100_000,
    read=100_000,
    records_before=100_000,
    proposed={"SC-NFA": 90},
    of_all=90,
    before=(80, 100, 90),
    classes_before=frozenset({"SC-NFA"}),
    schedule="aa",
    schedule_before="aa",
    day_before=date(2026, 11, 27),
)


def causes(**of_the_night: object) -> list[Cause]:
    night = replace(QUIET, **of_the_night)  # type: ignore[arg-type]  # fields of one Night
    return [trip.cause for trip in trips(night, LIMITS)]


def test_a_night_like_the_others_trips_nothing() -> None:
    assert causes() == []
    assert set(IN_WORDS) == set(Cause)


@pytest.mark.parametrize(
    ("of_the_night", "cause"),
    [
        ({"proposed": {"SC-NFA": 500}, "before": ()}, None),
        ({"proposed": {"SC-NFA": 501}, "before": ()}, Cause.TOO_MANY),
        ({"records": 9_000, "proposed": {"SC-NFA": 90}}, None),
        ({"records": 8_999, "proposed": {"SC-NFA": 90}}, Cause.TOO_LARGE_A_SHARE),
        ({"records": 100, "proposed": {"SC-NFA": 50}}, None),  # a small store
        ({"of_all": 270}, None),
        ({"of_all": 271}, Cause.TOO_MANY_MORE),
        ({"of_all": 51, "before": (1, 1, 1)}, Cause.TOO_MANY_MORE),
        ({"of_all": 50, "before": (1, 1, 1)}, None),
        ({"proposed": {"SC-NFA": 90, "SC-CP": 50}}, None),
        ({"proposed": {"SC-NFA": 90, "SC-CP": 51}}, Cause.CLASS_FROM_NONE),
        ({"schedule": "bb"}, Cause.SCHEDULE_CHANGED),
        ({"schedule_before": None}, None),
        ({"read": 99_500}, None),
        ({"read": 99_499}, Cause.TOO_FEW_READ),
        ({"read": None}, None),
        ({"records_before": None, "read": 7}, None),
        ({"day_before": date(2026, 11, 28)}, None),
        ({"day_before": date(2026, 11, 29)}, Cause.CLOCK_MOVED),
        ({"day_before": date(2026, 11, 14)}, None),
        ({"day_before": date(2026, 11, 13)}, Cause.CLOCK_MOVED),
        ({"day_before": None}, None),
    ],
)
def test_it_trips_behind_each_limit_and_not_at_it(
    of_the_night: dict[str, object], cause: Cause | None
) -> None:
    assert causes(**of_the_night) == ([cause] if cause else [])
