"""Flows judge by a day that has come."""

from datetime import date, timedelta

import pytest

from recordkeeping.vocabulary.errors import Refused
from tasks.day import day_or_today
from wiring.clock import today_in_london


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        day_or_today(today_in_london() + timedelta(days=1))


def test_an_earlier_day_is_judged_by() -> None:
    assert day_or_today(date(2025, 9, 1)) == date(2025, 9, 1)
