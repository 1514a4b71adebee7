"""A change of schedule is tried on every record before anybody says yes to it (R21)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from recordkeeping.retention.schedule import Action, Schedule
from recordkeeping.retention.simulation import Effect, simulate
from recordkeeping.vocabulary.calendars import Period
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import Record, Subject
from wiring.schedules import load_schedule

OLD = load_schedule(Path(__file__).parents[3] / "configs")
TODAY = date(2026, 11, 28)
NFA, CP = ClassId("SC-NFA"), ClassId("SC-CP")


def contact(year: int) -> Record:
    return Record(
        RecordRef(StoreName("s"), f"c{year}"), NFA,
        (Subject(SubjectRef("p"), date(1990, 1, 1)),), (("contact", date(year, 5, 1)),),
    )  # fmt: skip


def with_years(years: int, **more: object) -> Schedule:
    rule = OLD.rules[NFA]
    assert rule.trigger is not None
    changed = replace(rule, trigger=replace(rule.trigger, period=Period(years)), **more)  # type: ignore[arg-type]  # fields of one Rule
    return replace(OLD, rules={**OLD.rules, NFA: changed})


def test_a_shorter_period_is_told_with_what_could_go_at_once() -> None:
    # Six years to the end of their calendar year: 2019 and 2020 go from 2026 and 2027 on.
    records = [contact(year) for year in (2018, 2019, 2020, 2021, 2025)]
    found = simulate(records, OLD, with_years(5), TODAY)
    assert dict(found.effects) == {(NFA, Effect.EARLIER): 5}
    assert dict(found.at_once) == {NFA: 1}
    assert found.shortens


def test_a_longer_period_shortens_nothing() -> None:
    found = simulate([contact(2018)], OLD, with_years(10), TODAY)
    assert dict(found.effects) == {(NFA, Effect.LATER): 1}
    assert not found.shortens
    assert not found.at_once


def test_what_is_only_reviewed_from_now_on_may_never_go_by_itself() -> None:
    reviewed = with_years(6, action=Action.REVIEW)
    assert dict(simulate([contact(2018)], OLD, reviewed, TODAY).effects) == {(NFA, Effect.NEVER): 1}
    back = simulate([contact(2018)], reviewed, OLD, TODAY)
    assert dict(back.effects) == {(NFA, Effect.FIRST): 1}
    assert (back.shortens, dict(back.at_once)) == (True, {NFA: 1})


def test_what_lacks_a_fact_is_the_same_by_both() -> None:
    unknown = Record(RecordRef(StoreName("s"), "k"), CP)
    found = simulate([unknown, contact(2018)], OLD, OLD, TODAY)
    assert dict(found.effects) == {(CP, Effect.SAME): 1, (NFA, Effect.SAME): 1}
    assert not found.shortens
