"""How often something happens (RFC 5545, 3.3.10), in words."""

from __future__ import annotations

import re

from redaction.formats.mail.times import when_in_words

_EVERY = {
    "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year", "HOURLY": "hour",
    "MINUTELY": "minute", "SECONDLY": "second",
}  # fmt: skip
_DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
    "SA": "Saturday", "SU": "Sunday",
}  # fmt: skip
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last",
             -2: "last but one"}  # fmt: skip


def in_words(rule: str) -> str:
    """Return a rule as people say it; what is not understood stands beside it as it is written."""
    parts = dict(p.split("=", 1) for p in rule.upper().strip().split(";") if "=" in p)
    unit = _EVERY.get(parts.pop("FREQ", ""))
    interval = parts.pop("INTERVAL", "1")
    if unit is None or not interval.isdigit():
        return rule
    said = [f"every {unit}" if interval == "1" else f"every {interval} {unit}s"]
    if days := parts.pop("BYDAY", ""):
        said.append("on " + _listed([_weekday(day) for day in days.split(",")]))
    if numbers := parts.pop("BYMONTHDAY", ""):
        said.append(f"on day {_listed(numbers.split(','))} of the month")
    if months := parts.pop("BYMONTH", ""):
        said.append("in " + _listed([_month(month) for month in months.split(",")]))
    if count := parts.pop("COUNT", ""):
        said.append(f"{count} times")
    if until := parts.pop("UNTIL", ""):
        said.append(f"until {when_in_words(until)}")
    parts.pop("WKST", None)
    rest = "; ".join(f"{name}={value}" for name, value in parts.items())
    return ", ".join(said).replace(", on", " on", 1) + (f" ({rest})" if rest else "")


def _weekday(day: str) -> str:
    found = re.fullmatch(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", day.strip())
    if not found:
        return day
    if not found[1]:
        return _DAYS[found[2]]
    return f"the {_ORDINALS.get(int(found[1]), found[1] + '.')} {_DAYS[found[2]]}"


def _month(month: str) -> str:
    is_month = month.isdigit() and len(month) < 3 and 1 <= int(month) <= 12
    return _MONTHS[int(month) - 1] if is_month else month


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
