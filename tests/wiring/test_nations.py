"""What was read of the law of Wales and Scotland, as samples that a council there may take."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from console.main import main
from recordkeeping.retention.ends import reckon
from recordkeeping.retention.schedule import Schedule
from recordkeeping.vocabulary.errors import Misconfigured
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import Record, Subject
from wiring.schedules import load_schedule

CONFIGS = Path(__file__).parents[2] / "configs"
WALES = load_schedule(CONFIGS / "nations" / "wales")
SCOTLAND = load_schedule(CONFIGS / "nations" / "scotland")
D = date.fromisoformat


def kept_through(
    schedule: Schedule, record_class: str, born: str = "", died: str = "", **events: str
) -> date | None:
    subject = Subject(SubjectRef("p"), D(born) if born else None, died=D(died) if died else None)
    record = Record(
        RecordRef(StoreName("s"), "k"),
        ClassId(record_class),
        (subject,) if born else (),
        tuple((name, D(day)) for name, day in events.items()),
    )
    known = reckon(record, schedule).known
    return known.keep_through if known else None


@pytest.mark.parametrize(
    ("died", "wales", "scotland"),
    [
        ("", "2076-03-15", "2101-03-15"),
        ("2012-05-12", "2027-05-12", "2037-05-12"),
        ("2019-03-15", "2076-03-15", "2101-03-15"),  # on the 18th birthday: no longer under 18
    ],
)
def test_a_looked_after_childs_record_by_nation(died: str, wales: str, scotland: str) -> None:
    # SI 2015/1818 (W.) reg. 64: 75 years, or 15; SSI 2009/210 reg. 43: 100 years, or 25.
    assert kept_through(WALES, "SC-LAC", "2001-03-15", died) == D(wales)
    assert kept_through(SCOTLAND, "SC-LAC", "2001-03-15", died) == D(scotland)


@pytest.mark.parametrize(
    ("record_class", "event", "until"),
    [
        ("FO-CARER", "approval_end", "2025-06-01"),  # SI 2018/1333 (W.) reg. 13: 10, 10 and 3 years
        ("FO-CONN", "placement_end", "2025-06-01"),
        ("FO-REF", "decision", "2018-06-01"),
        ("AD-CHILD", "order", "2115-06-01"),
        ("AD-ADOPT", "order", "2115-06-01"),
        ("AD-S56LOG", "order", "2115-06-01"),
        ("AD-SUPP", "last_entry", "2090-06-01"),
    ],
)
def test_foster_parents_and_adoption_in_wales(record_class: str, event: str, until: str) -> None:
    assert kept_through(WALES, record_class, **{event: "2015-06-01"}) == D(until)


def test_what_was_not_read_of_a_nation_is_never_due() -> None:
    assert kept_through(SCOTLAND, "FO-CARER", approval_end="1950-01-01") is None


@pytest.mark.parametrize("nation", ["wales", "scotland"])
def test_a_nations_sample_is_held_against_its_own_law(
    nation: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(CONFIGS / "nations" / nation)
    assert main(["schedule", "lint", "--json", "--configs", folder]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["against"], answer["findings"]) == (f"statutory-{nation}-2026.1", [])


def test_a_scottish_schedule_with_the_english_period_is_below_the_minimum(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = (CONFIGS / "nations" / "scotland" / "schedules" / "scotland.yaml").read_text()
    (tmp_path / "schedules").mkdir()
    (tmp_path / "schedules" / "one.yaml").write_text(written.replace("P100Y", "P75Y", 1))
    assert main(["schedule", "lint", "--json", "--configs", str(tmp_path)]) == 4
    [found] = json.loads(capsys.readouterr().out)["findings"]
    assert (found["class"], found["name"]) == ("SC-LAC", "below-the-minimum")


PUPILS = """
schedule: test-1
nation: {nation}
{override}
classes:
  - id: ED-PUPIL
    title: Pupil record
    trigger: {{event: birth}}
    period: P25Y
    align: sy_end
    bound: target
    action: destroy
    authority: {{kind: local, cite: The council, effective_from: 2026-01-01, evidence: K}}
"""


def pupils(folder: Path, nation: str, override: str = "") -> Schedule:
    (folder / "schedules").mkdir()
    written = PUPILS.format(nation=nation, override=override)
    (folder / "schedules" / "one.yaml").write_text(written)
    return load_schedule(folder)


@pytest.mark.parametrize(
    ("nation", "end"),
    [
        ("england", "2026-08-31"),
        ("wales", "2026-08-31"),
        ("northern-ireland", "2026-08-31"),
        ("scotland", "2027-07-31"),  # the 25th birthday, 20 August 2026, is in the year after
    ],
)
def test_the_school_year_ends_as_the_nation_has_it(nation: str, end: str, tmp_path: Path) -> None:
    assert kept_through(pupils(tmp_path, nation), "ED-PUPIL", "2001-08-20") == D(end)


@pytest.mark.parametrize(
    ("born", "end"),
    [("2001-06-26", "2026-06-26"), ("2001-06-27", "2027-06-26"), ("2001-03-15", "2026-06-26")],
)
def test_an_authority_may_end_its_school_year_on_another_day(
    born: str, end: str, tmp_path: Path
) -> None:
    schedule = pupils(tmp_path, "scotland", 'school_year_end: "06-26"')
    assert kept_through(schedule, "ED-PUPIL", born) == D(end)


@pytest.mark.parametrize("wrong", ["06-31", "02-29", "6-26", "26 June"])
def test_a_day_that_is_not_in_every_year_ends_no_school_year(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="school_year_end"):
        pupils(tmp_path, "scotland", f'school_year_end: "{wrong}"')


def test_another_end_of_the_school_year_is_another_schedule(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    plain = pupils(tmp_path / "a", "scotland")
    assert pupils(tmp_path / "b", "scotland", 'school_year_end: "06-26"').digest != plain.digest
