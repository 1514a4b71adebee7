"""Nothing doubtful, open, original, permanent or foreign ever becomes disposable."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from recordkeeping.retention.due import Standing, assess
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import DobQuality, Record, Subject
from wiring.schedules import load_schedule

SCHEDULE = load_schedule(Path(__file__).parents[3] / "configs")
TODAY = date(2026, 11, 24)
ENQUIRY = ClassId("FO-ENQ")


def record(record_class: str, *also: str, born: str = "1940-01-01", **events: str) -> Record:
    return Record(
        RecordRef(StoreName("s"), "k"),
        ClassId(record_class),
        subjects=(Subject(SubjectRef("p"), date.fromisoformat(born)),),
        also_classes=tuple(map(ClassId, also)),
        events=tuple((name, date.fromisoformat(day)) for name, day in events.items()),
    )


def of_person(file: Record, **facts: object) -> Record:
    return replace(file, subjects=(replace(file.subjects[0], **facts),))  # type: ignore[arg-type]  # facts of one Subject


def test_a_reopened_case_is_kept_even_where_its_period_runs_from_birth() -> None:
    open_again = record("SC-EH", born="1980-01-01", closure="1999-01-01", reopening="2026-10-01")
    assert assess(open_again, SCHEDULE, [], TODAY).standing is Standing.UNKNOWN
    closed = record("SC-EH", born="1980-01-01", closure="1999-01-01", reopening="1998-01-01")
    assert assess(closed, SCHEDULE, [], TODAY).standing is Standing.DUE


@pytest.mark.parametrize("classes", [("FO-ENQ", "IG-DISP"), ("IG-DISP", "FO-ENQ")])
def test_what_is_kept_for_good_outlasts_every_dated_class(classes: tuple[str, str]) -> None:
    answer = assess(record(*classes, closure="2010-01-01"), SCHEDULE, [], TODAY)
    assert answer.standing is Standing.NOT_DUE


def test_originals_are_kept_when_they_are_only_one_of_the_classes() -> None:
    both = record("ED-SCP2", "SC-DIRECT")
    assert assess(both, SCHEDULE, [], TODAY).standing is Standing.NOT_DUE


@pytest.mark.parametrize("quality", [DobQuality.ESTIMATED, DobQuality.UNKNOWN])
def test_an_uncertain_birth_stops_disposal_of_every_class(quality: DobQuality) -> None:
    file = of_person(record("SC-CP", closure="1985-01-01"), dob_quality=quality)
    assert assess(file, SCHEDULE, [], TODAY).standing is Standing.UNKNOWN


@pytest.mark.parametrize("died", ["1931-01-01", "2027-05-01"])
def test_a_death_that_cannot_be_shortens_nothing(died: str) -> None:
    file = of_person(record("SC-LAC"), died=date.fromisoformat(died))
    assert assess(file, SCHEDULE, [], TODAY).standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    "file", [record("SC-LAC", born="9999-12-31"), record("FO-ENQ", closure="9999-12-31")]
)
def test_a_stores_placeholder_for_no_day_is_unknown_and_stops_no_scan(file: Record) -> None:
    assert assess(file, SCHEDULE, [], TODAY).standing is Standing.UNKNOWN


def test_another_nations_rule_disposes_of_nothing() -> None:
    foreign = replace(SCHEDULE.rules[ENQUIRY], jurisdiction=(Nation.SCOTLAND,))
    schedule = replace(SCHEDULE, rules={**SCHEDULE.rules, ENQUIRY: foreign})
    answer = assess(record("FO-ENQ", closure="2010-01-01"), schedule, [], TODAY)
    assert answer.standing is Standing.UNKNOWN


def test_a_rule_disposes_of_nothing_before_it_takes_effect() -> None:
    rule = SCHEDULE.rules[ENQUIRY]
    later = replace(rule, authority=replace(rule.authority, effective_from=date(2030, 1, 1)))
    schedule = replace(SCHEDULE, rules={**SCHEDULE.rules, ENQUIRY: later})
    file = record("FO-ENQ", closure="2010-01-01")
    assert assess(file, schedule, [], TODAY).standing is Standing.UNKNOWN
    assert assess(file, schedule, [], date(2030, 1, 1)).standing is Standing.DUE


@pytest.mark.parametrize("classes", [("ED-PUPIL", "ED-CPFILE"), ("ED-CPFILE", "ED-PUPIL")])
def test_of_equal_ends_the_more_cautious_action_governs_in_any_order(
    classes: tuple[str, str],
) -> None:
    answer = assess(record(*classes, born="1990-01-01"), SCHEDULE, [], TODAY)
    assert (answer.rule, answer.action) == ("ED-CPFILE", "review_then_destroy")
