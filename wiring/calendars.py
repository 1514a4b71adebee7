"""Bank holidays, from the `holidays` library and the council's own one-off days.

Two calendars answer two questions (domain brief §2.5): a SAR rolls to a working day of the
controller's nation; FOI counts days that are working days in *every* part of the United Kingdom.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path

import holidays

from recordkeeping.vocabulary.calendars import Calendar, Nation
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from wiring.yaml_files import read_yaml

FIRST, LAST = 2018, 2045
SUBDIVISIONS = {
    Nation.ENGLAND: ("ENG", "england-and-wales"),
    Nation.WALES: ("WLS", "england-and-wales"),
    Nation.SCOTLAND: ("SCT", "scotland"),
    Nation.NORTHERN_IRELAND: ("NIR", "northern-ireland"),
}


def calendar_of(nation: Nation, configs: Path) -> Calendar:
    """Return the working days of one nation."""
    return Calendar(_name(SUBDIVISIONS[nation][1]), _days_off(nation, configs), FIRST, LAST)


def calendar_of_the_uk(configs: Path) -> Calendar:
    """Return the days that are working days in every part of the UK (FOIA 2000 s10(6))."""
    days = frozenset[date]().union(*(_days_off(nation, configs) for nation in Nation))
    return Calendar(_name("united-kingdom-union"), days, FIRST, LAST)


def _name(region: str) -> str:
    return f"{region} (holidays {version('holidays')})"


def _days_off(nation: Nation, configs: Path) -> frozenset[date]:
    published = holidays.country_holidays(
        "GB", subdiv=SUBDIVISIONS[nation][0], years=range(FIRST, LAST + 1)
    )
    return frozenset(published) | _one_off_days(configs).get(nation, frozenset())


def _one_off_days(configs: Path) -> Mapping[Nation, frozenset[date]]:
    """Return proclaimed days of `calendars/*.yaml`: lists of dates under the nation's name."""
    days: dict[Nation, set[date]] = {}
    faults: list[Fault] = []
    for path in sorted((configs / "calendars").glob("*.yaml")):
        untrusted = read_yaml(path)
        if not isinstance(untrusted, dict):
            faults.append(Fault(path.name, "must map a nation to a list of days"))
            continue
        for nation, listed in untrusted.items():
            where = f"{path.name}:{nation}"
            if nation not in list(Nation):
                faults.append(Fault(where, f"is none of {', '.join(Nation)}"))
            elif not isinstance(listed, list) or any(type(day) is not date for day in listed):
                faults.append(Fault(where, "must be a list of days such as 2026-06-15"))
            else:
                days.setdefault(Nation(nation), set()).update(listed)
    if faults:
        raise Misconfigured(faults)
    return {nation: frozenset(listed) for nation, listed in days.items()}
