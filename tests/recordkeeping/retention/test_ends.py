"""Until when a record is kept, in days and sentences: every form that a rule can take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from recordkeeping.retention.due import Standing, assess
from recordkeeping.retention.ends import reckon
from recordkeeping.retention.schedule import (
    Action,
    Authority,
    Bound,
    Branch,
    Rule,
    Schedule,
    When,
    faults_of,
)
from recordkeeping.retention.triggers import TriggerEvent as Event
from recordkeeping.vocabulary.calendars import Alignment, Nation, Period
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import Record, Subject
from wiring.schedules import load_schedule

SAMPLE = load_schedule(Path(__file__).parents[3] / "configs")
D = date.fromisoformat
CLASS = ClassId("XX-TEST")
LAW = Authority("statute", "A test", D("2000-01-01"))


def rule(trigger: Branch, *alternatives: Branch, **more: object) -> Schedule:
    """Return a schedule of one rule."""
    one = Rule(
        CLASS, "A test", LAW, Action.DESTROY, Bound.TARGET, trigger, alternatives, **more  # type: ignore[arg-type]  # fields of one Rule
    )  # fmt: skip
    return Schedule("test-1", Nation.ENGLAND, {CLASS: one}, SAMPLE.modifiers)


def record(
    *subjects: Subject, carries: str = "", also: str = "", record_class: str = CLASS, **events: str
) -> Record:
    return Record(
        RecordRef(StoreName("s"), "k"),
        ClassId(record_class),
        subjects,
        tuple((name, D(day)) for name, day in events.items()),
        (ClassId(also),) if also else (),
        frozenset({carries} if carries else ()),
    )


def person(born: str, died: str = "") -> Subject:
    return Subject(SubjectRef("p"), D(born), died=D(died) if died else None)


def kept_through(file: Record, schedule: Schedule) -> date | None:
    known = reckon(file, schedule).known
    return known.keep_through if known else None


@pytest.mark.parametrize(
    ("alignment", "end"),
    [
        (Alignment.EXACT, "2021-02-14"),
        (Alignment.MONTH_END, "2021-02-28"),
        (Alignment.FINANCIAL_YEAR_END, "2021-03-31"),
        (Alignment.SCHOOL_YEAR_END, "2021-08-31"),
        (Alignment.CALENDAR_YEAR_END, "2021-12-31"),
    ],
)
def test_a_period_is_rounded_up_to_the_end_that_its_rule_names(
    alignment: Alignment, end: str
) -> None:
    schedule = rule(Branch(Event.CLOSURE, Period(6)), alignment=alignment)
    assert kept_through(record(closure="2015-02-14"), schedule) == D(end)


@pytest.mark.parametrize(
    ("alignment", "day"),
    [
        (Alignment.MONTH_END, "2021-02-28"),
        (Alignment.FINANCIAL_YEAR_END, "2021-03-31"),
        (Alignment.SCHOOL_YEAR_END, "2021-08-31"),
        (Alignment.CALENDAR_YEAR_END, "2021-12-31"),
    ],
)
def test_a_day_that_is_an_end_is_its_own(alignment: Alignment, day: str) -> None:
    schedule = rule(Branch(Event.CLOSURE, Period()), alignment=alignment)
    assert kept_through(record(closure=day), schedule) == D(day)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period(days=90), "2026-01-01", "2026-04-01"),
        (Period(months=6), "2026-08-31", "2027-02-28"),
        (Period(months=6), "2027-08-31", "2028-02-29"),
        (Period(years=1, months=1), "2024-02-29", "2025-04-01"),
        (Period(years=25), "2000-02-29", "2025-03-01"),
    ],
)
def test_years_come_first_then_months_then_days(period: Period, start: str, end: str) -> None:
    assert kept_through(record(closure=start), rule(Branch(Event.CLOSURE, period))) == D(end)


LATER = Branch(Event.CLOSURE, Period(35), or_later=(Event.LAST_CONTACT,))


@pytest.mark.parametrize(
    ("events", "end"),
    [
        ({"closure": "1990-05-01", "last_contact": "1993-06-01"}, "2028-06-01"),
        ({"closure": "1990-05-01", "last_contact": "1989-06-01"}, "2025-05-01"),
        ({"last_contact": "1989-06-01"}, "2024-06-01"),
        ({"closure": "1990-05-01"}, "2025-05-01"),
    ],
)
def test_of_closure_or_last_contact_the_later_that_is_known_counts(
    events: dict[str, str], end: str
) -> None:
    assert kept_through(record(**events), rule(LATER)) == D(end)


def test_where_neither_is_known_nothing_is() -> None:
    reckoning = reckon(record(), rule(LATER))
    assert reckoning.known is None
    assert reckoning.missing == ("no closure is recorded",)


def test_what_a_record_carries_chooses_the_period() -> None:
    schedule = rule(
        Branch(Event.BIRTH, Period(25)),
        Branch(Event.BIRTH, Period(31), When.CARRIES, modifier="EHCP_EVER"),
    )
    child = person("2001-03-15")
    assert kept_through(record(child), schedule) == D("2026-03-15")
    chosen = replace(schedule, modifiers={})
    assert kept_through(record(child, carries="EHCP_EVER"), chosen) is None  # of no schedule
    assert kept_through(record(child, carries="EHCP_EVER"), schedule) == D("2032-03-15")


def test_a_death_may_shorten_what_runs_from_another_event() -> None:
    schedule = rule(
        Branch(Event.LAST_CONTACT, Period(20)), Branch(Event.DEATH, Period(10), When.DEATH)
    )
    living, dead = person("1990-01-01"), person("1990-01-01", "2012-06-01")
    assert kept_through(record(living, last_contact="2010-02-01"), schedule) == D("2030-02-01")
    assert kept_through(record(dead, last_contact="2010-02-01"), schedule) == D("2022-06-01")
    both = record(dead, living, last_contact="2010-02-01")
    assert kept_through(both, schedule) == D("2030-02-01")  # the one who lives keeps it


def test_a_branch_by_a_modifier_that_the_schedule_lacks_is_a_fault() -> None:
    branch = Branch(Event.BIRTH, Period(31), When.CARRIES, modifier="NEVER_HEARD")
    [wrong] = rule(Branch(Event.BIRTH, Period(25)), branch).rules.values()
    (fault,) = faults_of([("a.yaml", wrong)], ["CSA"])
    assert fault.where == "a.yaml:XX-TEST.trigger.alt.modifier"
    half = replace(branch, modifier="")
    [wrong] = rule(Branch(Event.BIRTH, Period(25)), half).rules.values()
    assert len(list(faults_of([("a.yaml", wrong)], ["CSA"]))) == 1


def test_every_step_of_a_school_year_is_a_sentence() -> None:
    file = record(person("2001-08-31"), record_class="ED-SCP2")
    assert assess(file, SAMPLE, [], D("2026-09-01")).because == (
        "ED-SCP2: 25 years from the birth on 2001-08-31 is 2026-08-31",
        "ED-SCP2: the school year in which that falls ends on 2026-08-31",
        "ED-SCP2: the school year following that ends on 2027-08-31",
        "ED-SCP2: reading C, window: kept through 2026-08-31, to be destroyed by 2027-08-31",
        "today is 2026-09-01, and that is over",
    )


def test_what_keeps_a_record_less_long_is_told_too() -> None:
    file = record(person("2001-03-15"), record_class="ED-SCP2", also="SC-LAC", carries="EHCP_EVER")
    answer = assess(file, SAMPLE, [], D("2026-11-28"))
    assert answer.standing is Standing.NOT_DUE
    assert answer.because == (
        "SC-LAC: 75 years from the birth on 2001-03-15 is 2076-03-15",
        "SC-LAC: kept through 2076-03-15",
        "EHCP_EVER would keep it through 2032-03-15",
        "ED-SCP2 would keep it through 2026-08-31",
        "of everything it falls under, SC-LAC keeps it longest",
        "today is 2026-11-28, and 2076-03-15 is not over",
    )


def test_a_death_that_shortens_is_told_as_a_step() -> None:
    file = record(person("1996-05-01", "2012-05-12"), record_class="SC-LAC")
    assert assess(file, SAMPLE, [], D("2026-11-28")).because[:3] == (
        "SC-LAC: a death before the age of 18 is recorded on 2012-05-12, and what the rule says of"
        " that applies",
        "SC-LAC: 15 years from the death on 2012-05-12 is 2027-05-12",
        "SC-LAC: kept through 2027-05-12",
    )


def test_of_a_family_the_youngest_governs_and_the_others_are_told() -> None:
    file = record(person("1994-01-10"), person("2001-10-02"), record_class="SC-EH")
    because = assess(file, SAMPLE, [], D("2026-11-28")).because
    assert because[0] == "SC-EH: 25 years from the birth on 2001-10-02 is 2026-10-02"
    assert "SC-EH would keep it through 2019-08-31" in because


def test_everything_that_is_missing_is_told() -> None:
    file = record(record_class="SC-CIN")
    answer = assess(file, SAMPLE, [], D("2026-11-28"))
    assert answer.because == (
        "the date of birth is not known",
        "no closure is recorded",
        "what is not known is never disposed of",
    )


def test_a_ceiling_opens_at_once_and_ends_on_its_day() -> None:
    file = record(record_class="HE-REC", withdrawal="2026-11-20")
    assert assess(file, SAMPLE, [], D("2026-11-22")).because == (
        "HE-REC: the withdrawal was on 2026-11-20",
        "HE-REC: no time from the withdrawal on 2026-11-20 is 2026-11-20",
        "HE-REC: 1 day from the withdrawal on 2026-11-20 is 2026-11-21",
        "HE-REC: the latest of these is 2026-11-21",
        "HE-REC: kept through 2026-11-20, to be destroyed by 2026-11-21",
        "it had to be gone by 2026-11-21",
    )


def test_a_floor_is_rounded_up_as_the_end_of_its_rule_is() -> None:
    # A SENDIAS case closed late: six years after closure, to the end of that financial year.
    file = record(person("2001-03-15"), record_class="ED-SENDIAS", closure="2025-02-10")
    assert kept_through(file, SAMPLE) == D("2031-03-31")


def test_protection_runs_from_the_last_contact_where_that_is_later_than_the_closure() -> None:
    file = record(record_class="SC-CP", closure="1990-01-10", last_contact="1992-06-01")
    assert kept_through(file, SAMPLE) == D("2027-06-01")


def test_a_plan_of_a_child_once_looked_after_is_kept_75_years() -> None:
    plan = record(person("2001-03-15"), record_class="ED-EHCP")
    assert kept_through(plan, SAMPLE) == D("2032-08-31")
    of_a_looked_after = record(person("2001-03-15"), record_class="ED-EHCP", carries="LAC_EVER")
    assert kept_through(of_a_looked_after, SAMPLE) == D("2076-08-31")


def test_a_psychologists_file_is_kept_31_years_with_a_plan_and_25_without() -> None:
    file = record(person("2001-03-15"), record_class="ED-EP")
    assert kept_through(file, SAMPLE) == D("2026-08-31")
    with_a_plan = record(person("2001-03-15"), record_class="ED-EP", carries="EHCP_EVER")
    assert kept_through(with_a_plan, SAMPLE) == D("2032-08-31")


def test_a_child_in_need_who_died_is_kept_six_years_on_and_six_after_closure_at_least() -> None:
    died = person("2001-03-15", died="2010-05-12")
    assert kept_through(record(died, record_class="SC-CIN", closure="2010-06-01"), SAMPLE) == D(
        "2016-06-01"
    )


def test_a_drugs_case_counts_from_the_death_of_who_died() -> None:
    died = person("2001-03-15", died="2019-05-12")
    file = record(died, record_class="YO-DRUG", last_contact="2018-01-02")
    assert kept_through(file, SAMPLE) == D("2026-05-12")


def test_a_childs_death_is_reviewed_15_years_on_or_at_what_would_have_been_the_25th_birthday() -> (
    None
):
    as_a_baby = person("2001-03-15", died="2001-04-01")
    assert kept_through(record(as_a_baby, record_class="SC-CDR"), SAMPLE) == D("2026-03-15")
    at_seventeen = person("2001-03-15", died="2018-05-12")
    assert kept_through(record(at_seventeen, record_class="SC-CDR"), SAMPLE) == D("2033-05-12")
