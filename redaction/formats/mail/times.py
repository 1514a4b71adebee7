"""Days, times and durations of calendars (RFC 5545, 3.3) as people write them."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterable
from datetime import date, datetime

_WHEN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$")
_LASTS = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")


def when_in_words(value: str) -> str:
    """Return a time as people write it: "Tuesday 3 November 2026, 10:00"; others as they stand."""
    found = _WHEN.match(value.strip())
    if not found:
        return " to ".join(map(when_in_words, value.split("/"))) if "/" in value else value
    year, month, day, hour, minute, second, utc = found.groups()
    try:
        shown = _day(date(int(year), int(month), int(day)))
        if hour is None:
            return shown
        datetime(2000, 1, 1, int(hour), int(minute))  # noqa: DTZ001 - only whether there is such
    except ValueError:
        return value
    seconds = "" if second == "00" else f":{second}"
    return f"{shown}, {hour}:{minute}{seconds}{' UTC' if utc else ''}"


def day_in_words(value: str) -> str:
    """Return a day of somebody's life without a weekday, which would stay beside its box."""
    shown = when_in_words(value)
    weekday, _, day = shown.partition(" ")
    return day if weekday in day_name else shown


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def lasting(value: str, *, before: bool = False) -> str:
    """Return a duration as people say it: "15 minutes before"; others as they stand."""
    found = _LASTS.match(value.strip().upper())
    if not found or not any(found.groups()[1:]):
        return when_in_words(value)
    units = ("week", "day", "hour", "minute", "second")
    shown = " ".join(_counted(zip(found.groups()[1:], units, strict=True))) or "0 minutes"
    if not before:
        return shown
    return f"{shown} {'before' if found[1] == '-' else 'after'}"


def _counted(amounts: Iterable[tuple[str | None, str]]) -> Iterable[str]:
    for amount, unit in amounts:
        if amount and int(amount[:9]):
            yield f"{int(amount[:9])} {unit}{'' if int(amount[:9]) == 1 else 's'}"
