"""Both evaluators come to the same days for every rule and record, whatever is missing (P37)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from recordkeeping.retention import ends
from recordkeeping.retention.expressions import (
    After,
    Carries,
    Day,
    DayOf,
    Died,
    Either,
    EndFollowing,
    EndOf,
    Latest,
    LatestKnown,
)
from recordkeeping.retention.schedule import (
    Action,
    Authority,
    Bound,
    Branch,
    Mode,
    Modifier,
    Reading,
    Rule,
    Schedule,
    SchoolYears,
    When,
)
from recordkeeping.retention.triggers import OF_A_PERSON, TriggerEvent, Unknown
from recordkeeping.vocabulary.calendars import Alignment, MonthDay, Nation, Period
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import DobQuality, Record, Subject
from register.catalogue import vectors
from register.catalogue.days import day_of_number, number
from register.catalogue.vectors import Columns
from wiring.schedules import load_schedule

TREES = int(os.environ.get("MUNIMENT_TREES", "2000"))
"""How many random expressions are held against each other; set higher for a long run."""
ROWS = 12
SAMPLE = load_schedule(Path(__file__).parents[3] / "configs")
OF_RECORDS = [event for event in TriggerEvent if event not in OF_A_PERSON]
HARD = [
    date(1952, 2, 29), date(2000, 2, 29), date(2004, 2, 29), date(1900, 2, 28), date(2001, 8, 31),
    date(2001, 9, 1), date(2001, 7, 31), date(2001, 8, 1), date(1999, 3, 31), date(1999, 12, 31),
    date(2024, 1, 31), date(2024, 1, 30), date(2200, 12, 31), date(2201, 1, 1), date(9999, 12, 31),
]  # fmt: skip
MODIFIERS = ["CSA", "LAC_EVER", "EHCP_EVER"]


def a_day(dice: Random) -> date:
    if dice.random() < 0.3:
        return dice.choice(HARD)
    return date(1920, 1, 1) + timedelta(days=dice.randrange(40_000))


def a_period(dice: Random) -> Period:
    return Period(
        dice.choice([0, 0, 1, 6, 18, 25, 75, 100]),
        dice.choice([0, 0, 0, 1, 6, 13, 18]),
        dice.choice([0, 0, 0, 1, 29, 90, 400]),
    )


def a_condition(dice: Random) -> Died | Carries:
    conditions: list[Died | Carries] = [Died(18), Died(), Died(15), Carries(dice.choice(MODIFIERS))]
    return dice.choice(conditions)


def a_tree(dice: Random, depth: int = 4) -> Day:
    """Return a random expression; at the bottom always a day of an event."""
    events = list(TriggerEvent)
    if depth == 0 or dice.random() < 0.15:
        if dice.random() < 0.3:
            return LatestKnown(tuple(dice.sample(events, dice.randint(1, 3))))
        return DayOf(dice.choice(events[:5]))
    match dice.randrange(5):
        case 0:
            return After(a_tree(dice, depth - 1), a_period(dice))
        case 1:
            return EndOf(a_tree(dice, depth - 1), dice.choice(list(Alignment)))
        case 2:
            return EndFollowing(a_tree(dice, depth - 1), dice.choice(list(Alignment)))
        case 3:
            return Latest(tuple(a_tree(dice, depth - 2 if depth > 1 else 0) for _ in range(2)))
        case _:
            below = max(0, depth - 2)
            return Either(a_condition(dice), a_tree(dice, below), a_tree(dice, below))


def a_subject(dice: Random) -> Subject:
    return Subject(
        SubjectRef("p"),
        born=a_day(dice) if dice.random() < 0.85 else None,
        dob_quality=dice.choice([DobQuality.VERIFIED] * 8 + list(DobQuality)),
        died=a_day(dice) if dice.random() < 0.3 else None,
    )


def a_record(dice: Random, classes: list[str]) -> Record:
    events = [
        (event.value, a_day(dice))
        for event in OF_RECORDS
        for _ in range(dice.choice([0, 1, 1, 2]))
        if event is not TriggerEvent.REOPENING or dice.random() < 0.2
    ]
    own, *also = dice.sample(classes, dice.choice([1, 1, 2, 3]))
    return Record(
        RecordRef(StoreName("s"), "k"),
        ClassId(own),
        tuple(a_subject(dice) for _ in range(dice.choice([0, 1, 1, 1, 2, 4]))),
        tuple(events),
        tuple(map(ClassId, also)),
        frozenset(name for name in MODIFIERS if dice.random() < 0.15),
    )


def a_rule(dice: Random, name: str, others: list[str]) -> Rule:
    def branch(when: When | None = None) -> Branch:
        event = dice.choice(list(TriggerEvent))
        later = tuple(dice.sample(OF_RECORDS, 2)) if dice.random() < 0.2 else ()
        carried = dice.choice(MODIFIERS) if when is When.CARRIES else ""
        return Branch(event, a_period(dice), when, later, carried)

    ceiling = dice.random() < 0.3
    years = SchoolYears(dice.choice(list(Reading)), dice.choice(list(Mode)))
    shape = dice.random()
    return Rule(
        id=ClassId(name),
        title=name,
        authority=Authority("local", "A test", date(2000, 1, 1)),
        action=Action.PERMANENT if shape < 0.05 else dice.choice(list(Action)[:5]),
        bound=Bound.MAX if ceiling else Bound.TARGET,
        trigger=None if shape < 0.15 else branch(),
        alternatives=tuple(branch(dice.choice(list(When))) for _ in range(dice.randrange(3))),
        not_before=tuple(branch() for _ in range(dice.choice([0, 0, 1, 2]))),
        alignment=dice.choice(list(Alignment)),
        school_years=years if ceiling and dice.random() < 0.5 else None,
        follows=tuple(map(ClassId, dice.sample(others, 2))) if 0.05 <= shape < 0.15 else (),
        jurisdiction=(Nation.WALES,) if dice.random() < 0.05 else (),
    )


def a_schedule(dice: Random) -> Schedule:
    names = [f"XX-{n}" for n in range(8)]
    rules = {ClassId(name): a_rule(dice, name, names) for name in names}
    modifiers = {
        name: Modifier(
            name, name, rules[ClassId("XX-0")].authority,
            Branch(dice.choice(list(TriggerEvent)), a_period(dice)),
        )
        for name in MODIFIERS[: dice.randint(2, 3)]
    }  # fmt: skip
    return Schedule("test", dice.choice(list(Nation)), rules, modifiers)


def differences(records: list[Record], schedule: Schedule) -> Iterator[str]:
    """Yield every record on which the two evaluators do not say the same."""
    fast = vectors.reckon(Columns.of(records), schedule)
    for n, record in enumerate(records):
        slow = ends.reckon(record, schedule)
        known = slow.known
        action = known.claim.action if known else None
        said = (
            day_of_number(int(fast.keep_through[n])),
            day_of_number(int(fast.destroy_by[n])),
            fast.rules[fast.rule[n]] if fast.rule[n] >= 0 else None,
            list(Action)[fast.action[n]] if fast.action[n] >= 0 else None,
            bool(fast.missing[n]),
        )
        want = (
            known.keep_through if known else None,
            known.destroy_by if known else None,
            known.claim.rule if known else None,
            action,
            bool(slow.missing),
        )
        if said != want:
            yield f"{said} != {want}: {record}"


def test_both_come_to_the_same_day_for_random_expressions() -> None:
    dice = Random(20_261_128)
    known = 0
    for _ in range(TREES):
        tree = a_tree(dice)
        records = [a_record(dice, ["XX-1"] * 3) for _ in range(ROWS)]
        years = dice.choice([*Nation, MonthDay(6, 26)])
        frame = vectors.frame_of(Columns.of(records), years)
        fast = vectors.days(tree, frame)
        people = [subject for record in records for subject in record.subjects]
        for row, person, value in zip(frame.rows, frame.people, fast, strict=True):
            subject = people[person] if person >= 0 else None
            slow = ends.day(tree, ends.Facts(records[row], subject, years))
            assert int(value) == (0 if isinstance(slow, Unknown) else number(slow)), tree
            known += int(value) != 0
    assert known > TREES  # the rows are not all unknown


def test_both_say_the_same_of_random_schedules_and_records() -> None:
    dice = Random(1_989)
    for _ in range(TREES // 10):
        schedule = a_schedule(dice)
        names = [*map(str, schedule.rules), "XX-NONE"]
        records = [a_record(dice, names) for _ in range(40)]
        assert list(differences(records, schedule)) == []


@pytest.mark.parametrize("nation", Nation)
def test_both_say_the_same_of_every_class_of_the_sample(nation: Nation) -> None:
    dice = Random(nation.value)
    schedule = replace(SAMPLE, nation=nation)
    records = [
        replace(a_record(dice, sorted(SAMPLE.rules)), record_class=name)
        for name in SAMPLE.rules
        for _ in range(6)
    ]
    assert list(differences(records, schedule)) == []


def test_a_floor_on_the_same_day_lifts_no_ceiling() -> None:
    name = ClassId("XX-1")
    draft = Branch(TriggerEvent.CLOSURE, Period(1))
    rule = Rule(
        name, "Drafts", Authority("local", "A test", date(2000, 1, 1)), Action.DESTROY, Bound.MAX,
        draft, not_before=(Branch(TriggerEvent.CLOSURE, Period()),),
    )  # fmt: skip
    schedule = Schedule("test", Nation.ENGLAND, {name: rule}, {})
    record = Record(RecordRef(StoreName("s"), "k"), name, events=(("closure", date(2020, 5, 1)),))
    assert list(differences([record], schedule)) == []
    found = vectors.reckon(Columns.of([record]), schedule)
    assert (found.keep_through.tolist(), found.destroy_by.tolist()) == ([20200501], [20210501])


def test_nothing_unknown_is_ever_given_a_day() -> None:
    nobody = Record(RecordRef(StoreName("s"), "k"), ClassId("SC-LAC"))
    doubtful = replace(
        nobody, subjects=(Subject(SubjectRef("p"), date(1940, 1, 1), DobQuality.ESTIMATED),)
    )
    unheard = replace(nobody, record_class=ClassId("XX-NEW"))
    found = vectors.reckon(Columns.of([nobody, doubtful, unheard]), SAMPLE)
    assert found.missing.tolist() == [True, True, True]
    assert found.keep_through.tolist() == [0, 0, 0]


def test_no_record_at_all_is_no_fault() -> None:
    assert vectors.reckon(Columns.of([]), SAMPLE).keep_through.tolist() == []


def test_a_wrong_leap_day_would_be_seen() -> None:
    child = Subject(SubjectRef("p"), date(1952, 2, 29))
    record = Record(RecordRef(StoreName("s"), "k"), ClassId("SC-LAC"), (child,))
    assert vectors.reckon(Columns.of([record]), SAMPLE).keep_through.tolist() == [20270301]
