"""Days: months and years added as the law adds them, ends of years, working days.

Dates only, no time of day (R23). Where two readings are possible, the later one is taken for the
end of a retention period: a record is then kept a day longer, never destroyed a day too soon.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from recordkeeping.vocabulary.errors import Refused

ONE_DAY = timedelta(days=1)


class Nation(StrEnum):
    """Whose bank holidays and school years count."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


def add_months(start: date, months: int) -> date:
    """Return the corresponding day `months` later, or the last day of a shorter month.

    31 January and one month is 28 or 29 February, never 3 March: the ICO counts to the last day
    of the shorter month, and a requester may not lose days to our arithmetic.
    """
    year, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))


def add_years(start: date, years: int) -> date:
    """Return the anniversary; that of 29 February is 1 March in a common year (R3)."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


_PERIOD = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?\Z")


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in whole years, months and days (ISO 8601: `P75Y`, `P6M`, `P90D`)."""

    years: int = 0
    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Period | None:
        """Read a period, or return None when the text is none."""
        found = _PERIOD.match(text)
        if not found:
            return None
        return cls(*(int(part or 0) for part in found.groups()))

    def after(self, start: date) -> date:
        """Return the day this long after the start: years first, then months, then days."""
        return add_months(add_years(start, self.years), self.months) + timedelta(days=self.days)

    def __str__(self) -> str:
        """Say the period in words."""
        parts = [
            f"{n} {unit}" if n != 1 else f"1 {unit[:-1]}"
            for n, unit in ((self.years, "years"), (self.months, "months"), (self.days, "days"))
            if n
        ]
        return " and ".join(parts) or "no time"


class Alignment(StrEnum):
    """The end that a raw date is rounded up to (R12)."""

    EXACT = "exact"
    SCHOOL_YEAR_END = "sy_end"
    FINANCIAL_YEAR_END = "fy_end"
    CALENDAR_YEAR_END = "cy_end"
    MONTH_END = "month_end"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of every year, such as 31 August; never 29 February."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> MonthDay | None:
        """Read `08-31`, or return None when the text is no day of every year."""
        if not re.fullmatch(r"\d\d-\d\d", text):
            return None
        month, day = int(text[:2]), int(text[3:])
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(2001, month)[1]:
            return None
        return cls(month, day)

    def __str__(self) -> str:
        """Say the day as it is written in a schedule."""
        return f"{self.month:02}-{self.day:02}"


SchoolYear = Nation | MonthDay
"""Whose school years count: a nation's, or those of an authority that end on a day of its own."""


def last_school_day(years: SchoolYear) -> MonthDay:
    """Return the day on which school years end.

    31 August; in Scotland 31 July, the conservative end of its summer break (domain brief §4.3).
    """
    match years:
        case MonthDay():
            return years
        case Nation.SCOTLAND:
            return MonthDay(7, 31)
        case _:
            return MonthDay(8, 31)


def school_year_end(day: date, years: SchoolYear) -> date:
    """Return the last day of the school year that the day falls in."""
    last = last_school_day(years)
    end = date(day.year, last.month, last.day)
    return end if day <= end else date(day.year + 1, last.month, last.day)


def align(day: date, alignment: Alignment, years: SchoolYear) -> date:
    """Return the day rounded up to the alignment's next end; never earlier than the day itself."""
    match alignment:
        case Alignment.EXACT:
            return day
        case Alignment.SCHOOL_YEAR_END:
            return school_year_end(day, years)
        case Alignment.FINANCIAL_YEAR_END:
            end = date(day.year, 3, 31)
            return end if day <= end else date(day.year + 1, 3, 31)
        case Alignment.CALENDAR_YEAR_END:
            return date(day.year, 12, 31)
        case Alignment.MONTH_END:
            return day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are working days, for the years from `first` to `last` and no others."""

    name: str
    days_off: frozenset[date]
    first: int
    last: int

    def is_working_day(self, day: date) -> bool:
        """Say whether the day is neither at a weekend nor off; refuse a year it does not cover."""
        if not self.first <= day.year <= self.last:
            raise Refused(
                f"the calendar of bank holidays ({self.name}) covers {self.first} to {self.last}, "
                f"not {day.year}; a newer one is needed"
            )
        return day.weekday() < 5 and day not in self.days_off

    def on_or_after(self, day: date) -> date:
        """Return the day, rolled forward to a working day."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """Return the day, rolled back to a working day."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def working_days_after(self, day: date, count: int) -> date:
        """Return the nth working day after a day; the day itself is day 0, working or not."""
        while count:
            day += ONE_DAY
            count -= self.is_working_day(day)
        return day

    def working_days_before(self, day: date, count: int) -> date:
        """Return the nth working day before a day."""
        while count:
            day -= ONE_DAY
            count -= self.is_working_day(day)
        return day
