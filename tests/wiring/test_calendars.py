"""Bank holidays of each nation, of the whole United Kingdom, and of proclamation."""

from datetime import date
from pathlib import Path

import pytest

from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Misconfigured, Refused
from wiring.calendars import calendar_of, calendar_of_the_uk

CONFIGS = Path(__file__).parents[2] / "configs"


@pytest.mark.parametrize(
    ("day", "nation"),
    [
        ("2026-12-28", Nation.ENGLAND),
        ("2027-12-28", Nation.WALES),
        ("2026-06-15", Nation.SCOTLAND),
        ("2027-01-04", Nation.SCOTLAND),
        ("2026-07-13", Nation.NORTHERN_IRELAND),
    ],
)
def test_a_bank_holiday_of_one_nation_is_off_there_and_in_the_uk_union(
    day: str, nation: Nation
) -> None:
    assert not calendar_of(nation, CONFIGS).is_working_day(date.fromisoformat(day))
    assert not calendar_of_the_uk(CONFIGS).is_working_day(date.fromisoformat(day))


def test_a_scottish_holiday_is_worked_in_england() -> None:
    assert calendar_of(Nation.ENGLAND, CONFIGS).is_working_day(date(2026, 6, 15))


def test_a_day_the_council_adds_is_off(tmp_path: Path) -> None:
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "ours.yaml").write_text("england: [2026-11-04]")
    assert not calendar_of(Nation.ENGLAND, tmp_path).is_working_day(date(2026, 11, 4))
    assert calendar_of(Nation.WALES, tmp_path).is_working_day(date(2026, 11, 4))


@pytest.mark.parametrize("held", ["narnia: [2026-11-04]", "england: [tomorrow]", "- 2026-11-04"])
def test_a_day_that_cannot_be_read_is_a_fault_of_its_file(tmp_path: Path, held: str) -> None:
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "ours.yaml").write_text(held)
    with pytest.raises(Misconfigured, match=r"ours\.yaml"):
        calendar_of(Nation.ENGLAND, tmp_path)


def test_a_year_that_the_calendar_does_not_cover_is_refused() -> None:
    with pytest.raises(Refused, match="2099"):
        calendar_of(Nation.ENGLAND, CONFIGS).is_working_day(date(2099, 1, 2))
