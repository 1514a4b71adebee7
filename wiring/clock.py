"""The moment it is, and the day it is in London: asked of the machine here and nowhere else."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")


def now_in_london() -> datetime:
    """Return the moment it is, with London's offset."""
    return datetime.now(_LONDON)


def today_in_london() -> date:
    """Return the day it is in London."""
    return now_in_london().date()
