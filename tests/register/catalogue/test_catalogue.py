"""The catalogue knows what is over, what keeps a file, and what a hold would catch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from recordkeeping.vocabulary.holds import HoldScope
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import CopyStatus, Record, Subject
from register.catalogue.catalogue import Catalogue, Entry, Mark, State
from register.database import transaction
from wiring.schedules import load_schedule

SCHEDULE = load_schedule(Path(__file__).parents[3] / "configs")
CASES, SCHOOLS = StoreName("cases"), StoreName("schools")
TODAY = date(2026, 11, 28)
D = date.fromisoformat


def person(ref: str, born: str) -> Subject:
    return Subject(SubjectRef(ref), D(born))


ANN, BOB = person("ann", "1990-05-01"), person("bob", "2015-05-01")


def record(
    key: str, record_class: str, *people: Subject, store: StoreName = CASES, **events: str
) -> Record:
    return Record(
        RecordRef(store, key),
        ClassId(record_class),
        people,
        tuple((name, D(day)) for name, day in events.items()),
    )


def keep(catalogue: Catalogue, *records: Record) -> int:
    return catalogue.take([Entry.of(one, SCHEDULE) for one in records], SCHEDULE.digest)


OVER = record("over", "ED-SCP2", ANN, store=SCHOOLS)
YOUNG = record("young", "ED-SCP2", BOB, store=SCHOOLS)
CONTACT = record("contact", "SC-NFA", ANN, contact="2010-01-05")


def test_what_is_over_comes_by_its_key_and_goes_on_behind_one(engine: Engine) -> None:
    many = [replace(OVER, ref=RecordRef(SCHOOLS, f"k{n:03}")) for n in range(7)]
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, *many, YOUNG)
        first = catalogue.due(SCHOOLS, TODAY, 5)
        assert [ref.key for ref in first] == ["k000", "k001", "k002", "k003", "k004"]
        assert [r.key for r in catalogue.due(SCHOOLS, TODAY, 5, first[-1])] == ["k005", "k006"]
        assert catalogue.due(CASES, TODAY, 5) == []
        assert catalogue.counts(SCHOOLS, TODAY) == {"records": 8, "unknown": 0, "over": 7}


def test_a_day_is_over_on_the_day_after_it(engine: Engine) -> None:
    child = record("k", "ED-SCP2", person("c", "2001-08-31"), store=SCHOOLS)
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, child)
        assert catalogue.due(SCHOOLS, D("2026-08-31"), 5) == []
        assert catalogue.due(SCHOOLS, D("2026-09-01"), 5) == [child.ref]


def test_only_what_changed_is_written(engine: Engine) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        assert keep(catalogue, OVER, YOUNG) == 2
        assert keep(catalogue, OVER, YOUNG) == 0
        assert keep(catalogue, replace(OVER, subjects=(BOB,)), YOUNG) == 1
        assert catalogue.due(SCHOOLS, TODAY, 5) == []
        # The same birth and another person: another file.
        twin = replace(BOB, ref=SubjectRef("twin"))
        assert keep(catalogue, replace(YOUNG, subjects=(twin,))) == 1
        found = catalogue.entry(YOUNG.ref)
        assert found is not None
        assert found.people == {"twin"}
        assert catalogue.take([Entry.of(YOUNG, SCHEDULE)], "another schedule") == 1


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (record("a", "SC-LAC"), State.UNKNOWN),
        (record("b", "IG-DISP"), State.FOR_GOOD),
        (record("c", "AD-CHILD", ANN, order="1910-01-01"), State.DATED),  # reviewed
        (record("d", "SC-DIRECT", person("old", "1920-01-01")), State.DATED),  # originals
        (replace(OVER, copy_status=CopyStatus.SECONDARY), State.DATED),  # primary unconfirmed
    ],
)
def test_what_may_never_go_by_itself_is_never_over(
    one: Record, state: State, engine: Engine
) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, one)
        found = catalogue.entry(one.ref)
        assert found is not None
        assert (found.state, found.proposable) == (state, False)
        assert catalogue.due(one.ref.store, D("2199-01-01"), 5) == []


CASE = ["SC", "AD"]


@pytest.mark.parametrize(
    "other",
    [
        record("lac", "SC-LAC", ANN),
        record("adopted", "AD-CHILD", ANN, order="1995-01-01"),
        record("nobody-knows", "SC-CP", ANN),
        record("family", "SC-LAC", BOB, ANN),
        replace(record("school", "ED-CPFILE", BOB, ANN), also_classes=(ClassId("SC-CP"),)),
    ],
)
def test_a_front_door_contact_stays_while_something_of_its_childs_file_is_kept(
    other: Record, engine: Engine
) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, CONTACT)
        assert catalogue.due(CASES, TODAY, 5) == [CONTACT.ref]
        assert catalogue.kept_by_others([CONTACT.ref], TODAY, CASE) == frozenset()
        assert not catalogue.keeps_another_of(CONTACT, TODAY, CASE)
        keep(catalogue, other)
        assert catalogue.kept_by_others([CONTACT.ref], TODAY, CASE) == {CONTACT.ref}
        assert catalogue.keeps_another_of(CONTACT, TODAY, CASE)
        # A council may let each record go by itself.
        assert catalogue.kept_by_others([CONTACT.ref], TODAY, []) == frozenset()
        assert not catalogue.keeps_another_of(CONTACT, TODAY, [])


@pytest.mark.parametrize(
    "other",
    [
        record("over", "SC-NFA", ANN, contact="2009-01-05"),
        record("other-child", "SC-LAC", BOB),
        record("complaint", "IG-COMPL", ANN, closure="2026-01-05"),
        record("register", "IG-DISP", ANN),
    ],
)
def test_what_is_over_or_of_another_file_keeps_nothing(other: Record, engine: Engine) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, CONTACT, other)
        assert catalogue.kept_by_others([CONTACT.ref], TODAY, CASE) == frozenset()
        assert not catalogue.keeps_another_of(CONTACT, TODAY, CASE)


def test_what_must_be_gone_by_a_day_waits_for_no_file(engine: Engine) -> None:
    copy = record("copy", "SC-MASHW", ANN, closure="2020-01-05")
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, copy, record("lac", "SC-LAC", ANN))
        assert catalogue.due(CASES, TODAY, 5) == [copy.ref]
        assert catalogue.kept_by_others([copy.ref], TODAY, CASE) == frozenset()


def test_what_a_store_no_longer_has_is_forgotten_with_its_people(engine: Engine) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, OVER, CONTACT)
        assert catalogue.forget([OVER.ref, RecordRef(SCHOOLS, "never-was")]) == 1
        assert list(catalogue.records_of(SCHOOLS)) == []
        assert list(catalogue.records_of(CASES)) == [CONTACT.ref]
        assert not catalogue.keeps_another_of(CONTACT, TODAY, CASE)


@pytest.mark.parametrize(
    ("scope", "caught"),
    [
        (HoldScope(everything=True), 3),
        (HoldScope(subjects=frozenset({SubjectRef("ann")})), 2),
        (HoldScope(classes=frozenset({ClassId("ED-SCP2")})), 2),
        (HoldScope(classes=frozenset({ClassId("ED-SCP")})), 0),
        (HoldScope(classes=frozenset({ClassId("SC-CIN")})), 1),  # the contact is of both
        (HoldScope(records=frozenset({YOUNG.ref})), 1),
        (
            HoldScope(
                subjects=frozenset({SubjectRef("ann")}), classes=frozenset({ClassId("ED-SCP2")})
            ),
            1,
        ),
    ],
)
def test_what_a_hold_would_catch_is_counted(scope: HoldScope, caught: int, engine: Engine) -> None:
    both = replace(CONTACT, also_classes=(ClassId("SC-CIN"),))
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(catalogue, OVER, YOUNG, both)
        assert catalogue.caught_by([scope]) == caught
        assert catalogue.caught_by([scope, HoldScope(everything=True)]) == 3
        assert catalogue.caught_by([]) == 0
        assert sum(scope.covers(one) for one in (OVER, YOUNG, both)) == caught


def test_what_may_go_is_forecast_by_year_and_class(engine: Engine) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        keep(
            catalogue,
            replace(CONTACT, ref=RecordRef(CASES, "a")),  # through 31 December 2016
            record("b", "SC-NFA", ANN, contact="2025-02-01"),
            OVER,  # through 31 August 2015
            YOUNG,
            record("c", "SC-LAC"),
            record("d", "IG-DISP", ANN),
        )
        assert catalogue.forecast() == {
            (2015, "ED-SCP2"): 1,
            (2017, "SC-NFA"): 1,
            (2032, "SC-NFA"): 1,
            (2040, "ED-SCP2"): 1,
        }


def test_a_store_that_was_read_to_its_end_has_a_mark(engine: Engine) -> None:
    with transaction(engine) as connection:
        catalogue = Catalogue(connection)
        assert catalogue.mark_of(CASES) is None
        for word in ("2026-11-27T02:15", None):
            catalogue.set_mark(CASES, Mark(word, SCHEDULE.digest, TODAY))
            assert catalogue.mark_of(CASES) == Mark(word, SCHEDULE.digest, TODAY)


def test_a_schedule_that_is_changed_in_place_has_another_digest() -> None:
    rule = SCHEDULE.rules[ClassId("SC-NFA")]
    assert rule.trigger is not None
    period = replace(rule.trigger.period, years=1)
    shorter = replace(rule, trigger=replace(rule.trigger, period=period))
    changed = replace(SCHEDULE, rules={**SCHEDULE.rules, rule.id: shorter})
    assert changed.version == SCHEDULE.version
    assert changed.digest != SCHEDULE.digest
    again = load_schedule(Path(__file__).parents[3] / "configs")
    assert again.digest == SCHEDULE.digest
