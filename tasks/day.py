"""The day a flow judges by: given, or the day it is in London when the flow starts."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_or_today(given: date | None) -> date:
    """Return the day given, or today in London."""
    return given or datetime.now(LONDON).date()
