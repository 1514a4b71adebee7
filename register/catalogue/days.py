"""Days as whole numbers, twenty million at a time: 31 August 2026 is 20260831, and 0 is unknown.

The same arithmetic as `recordkeeping.vocabulary.calendars`, for columns: an anniversary of 29
February is 1 March, a month is added up to the last day of a shorter one, an end is rounded up.
"""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from recordkeeping.vocabulary.calendars import Alignment, Period, SchoolYear, last_school_day

Days = NDArray[np.int32]
"""Days as yyyymmdd; 0 is a day that is not known."""
Flags = NDArray[np.bool_]

_LENGTHS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], dtype=np.int32)
_FEBRUARY, _LEAP_DAY, _FIRST_OF_MARCH = 2, 229, 301


def number(day: date | None) -> int:
    """Return a day as a number, and 0 for none."""
    return 0 if day is None else day.year * 10_000 + day.month * 100 + day.day


def day_of_number(value: int) -> date | None:
    """Return the day that a number stands for, and None for 0."""
    if not value:
        return None
    return date(value // 10_000, value // 100 % 100, value % 100)


def after(start: Days, period: Period) -> Days:
    """Return the days a period later: years first, then months, then days."""
    days = start
    if period.years:
        days = _years_later(days, period.years)
    if period.months:
        days = _months_later(days, period.months)
    if period.days:
        days = _days_later(days, period.days)
    return np.where(start == 0, np.int32(0), days)


def end_of(days: Days, alignment: Alignment, years: SchoolYear) -> Days:
    """Return the ends of the years or months in which days fall."""
    match alignment:
        case Alignment.EXACT:
            return days
        case Alignment.SCHOOL_YEAR_END:
            last = last_school_day(years)
            ends = _yearly(days, last.month * 100 + last.day)
        case Alignment.FINANCIAL_YEAR_END:
            ends = _yearly(days, 331)
        case Alignment.CALENDAR_YEAR_END:
            ends = _yearly(days, 1231)
        case Alignment.MONTH_END:
            ends = days // 100 * 100 + _length(days // 10_000, days // 100 % 100)
    return np.where(days == 0, np.int32(0), ends)


def end_following(days: Days, alignment: Alignment, years: SchoolYear) -> Days:
    """Return the ends of the years or months that follow those in which days fall."""
    ends = end_of(days, alignment, years)
    return end_of(after(ends, Period(days=1)), alignment, years)


def _yearly(days: Days, month_and_day: int) -> Days:
    ends = days // 10_000 * 10_000 + month_and_day
    return ends + np.where(days > ends, 10_000, 0).astype(np.int32)


def _years_later(days: Days, years: int) -> Days:
    later = days + np.int32(years * 10_000)
    leap_days = days % 10_000 == _LEAP_DAY
    if leap_days.any():
        common = leap_days & ~_is_leap(later // 10_000)
        later = np.where(common, later + (_FIRST_OF_MARCH - _LEAP_DAY), later).astype(np.int32)
    return later


def _months_later(days: Days, months: int) -> Days:
    count = days // 100 % 100 - 1 + months
    year, month = days // 10_000 + count // 12, count % 12 + 1
    day = np.minimum(days % 100, _length(year, month))
    return (year * 10_000 + month * 100 + day).astype(np.int32)


def _days_later(days: Days, count: int) -> Days:
    known = np.where(days == 0, np.int32(19700101), days)
    months = (known // 10_000 - 1970) * 12 + known // 100 % 100 - 1
    first = months.astype("datetime64[M]").astype("datetime64[D]")
    later = first + (known % 100 - 1 + count).astype("timedelta64[D]")
    month = later.astype("datetime64[M]")
    of_month = (later - month.astype("datetime64[D]")).astype(np.int32) + 1
    since = month.astype(np.int32)
    found: Days = ((since // 12 + 1970) * 10_000 + (since % 12 + 1) * 100 + of_month).astype(
        np.int32
    )
    return found


def _length(year: Days, month: Days) -> Days:
    length = _LENGTHS[month]
    february = month == _FEBRUARY
    if february.any():
        length = length + (february & _is_leap(year))
    return length.astype(np.int32)


def _is_leap(year: Days) -> Flags:
    leap: Flags = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return leap
