"""Flows judge by a day that has come."""

from datetime import date, timedelta

import pytest
from prefect import Flow

from flows.carry_out_disposals import carry_out_disposals
from flows.reconcile import reconcile
from recordkeeping.vocabulary.errors import Refused
from tasks.day import day_or_today, only_today
from wiring.clock import today_in_london


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        day_or_today(today_in_london() + timedelta(days=1))


def test_an_earlier_day_is_judged_by() -> None:
    assert day_or_today(date(2025, 9, 1)) == date(2025, 9, 1)


def test_a_disposal_is_judged_by_no_day_that_is_over() -> None:
    with pytest.raises(Refused, match="is over: a disposal is judged by the day"):
        only_today(today_in_london() - timedelta(days=1))
    assert only_today(today_in_london()) == only_today(None) == today_in_london()


@pytest.mark.parametrize("flow", [carry_out_disposals, reconcile])
def test_no_flow_that_destroys_runs_by_a_day_that_is_over(flow: Flow[..., dict[str, int]]) -> None:
    with pytest.raises(Refused, match="is over: a disposal is judged by the day"):
        flow.fn(today_in_london() - timedelta(days=1))
