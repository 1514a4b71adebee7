"""The day a flow judges by: given, or the day it is in London when the flow starts."""

from __future__ import annotations

from datetime import date

from recordkeeping.vocabulary.errors import Refused
from wiring.clock import today_in_london


def day_or_today(given: date | None) -> date:
    """Return the day given, or today in London; refuse a day that has not come.

    By a later day a record would be due that is not due, and a yes would hold that may be gone.
    """
    today = today_in_london()
    if given is not None and given > today:
        raise Refused(f"{given} has not come yet: flows judge by today or by an earlier day")
    return given or today


def only_today(given: date | None) -> date:
    """Return today in London; refuse any other day.

    A disposal is judged by the day on which it is done: by an earlier one a yes that has grown old
    would still hold.
    """
    day = day_or_today(given)
    if day != today_in_london():
        raise Refused(f"{day} is over: a disposal is judged by the day on which it is done")
    return day
