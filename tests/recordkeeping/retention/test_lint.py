"""A council's schedule held against the statutory pack of England: minima, maxima, traps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from recordkeeping.retention.lint import Finding, Level, Pack, lint, not_compared
from recordkeeping.retention.schedule import (
    Action,
    Authority,
    Bound,
    Branch,
    Modifier,
    Rule,
    Schedule,
    When,
)
from recordkeeping.retention.triggers import TriggerEvent as Event
from recordkeeping.vocabulary.calendars import Alignment, MonthDay, Nation, Period
from recordkeeping.vocabulary.identifiers import ClassId
from wiring.schedules import load_statutory

ENGLAND = load_statutory(Nation.ENGLAND)
COUNCIL = Authority("local", "The council", date(2026, 1, 1), ("K",))
BIRTH_75 = Branch(Event.BIRTH, Period(75))
DEATH_15 = Branch(Event.DEATH, Period(15), When.DEATH_UNDER_18)


def rule(name: str, trigger: Branch | None, *alternatives: Branch, **more: object) -> Rule:
    one = Rule(
        ClassId(name), "A class", COUNCIL, Action.DESTROY, Bound.TARGET, trigger, alternatives,
        owner="Head of records",
    )  # fmt: skip
    return replace(one, **more)  # type: ignore[arg-type]  # fields of one Rule


def schedule(*rules: Rule, modifiers: dict[str, Modifier] | None = None) -> Schedule:
    return Schedule(
        "council-1",
        Nation.ENGLAND,
        {one.id: one for one in rules},
        ENGLAND.schedule.modifiers if modifiers is None else modifiers,
    )


def linted(*rules: Rule) -> list[Finding]:
    return list(lint(schedule(*rules), ENGLAND))


def found(*rules: Rule) -> list[tuple[str, str]]:
    return [(one.level.value, one.name) for one in linted(*rules)]


BELOW = [("error", "below-the-minimum")]
ABOVE = [("error", "above-the-maximum")]
FAR_ABOVE = [("warning", "far-above-the-evidence")]


def test_a_looked_after_childs_record_of_75_years_is_as_the_law_says() -> None:
    assert found(rule("SC-LAC", BIRTH_75, DEATH_15)) == []


@pytest.mark.parametrize(
    "short",
    [
        rule("SC-LAC", Branch(Event.BIRTH, Period(74, 11, 30))),
        rule("SC-LAC", BIRTH_75, Branch(Event.DEATH, Period(14), When.DEATH_UNDER_18)),
        rule("SC-LAC", BIRTH_75, Branch(Event.DEATH, Period(15), When.DEATH)),  # an adult's, too
        rule("SC-LAC", Branch(Event.CLOSURE, Period(57))),  # of a child who was in care at twelve
        rule("SC-LAC", BIRTH_75, bound=Bound.MAX),  # it may then go at once
        rule("FO-CARER", Branch(Event.CLOSURE, Period(10))),  # the approval may end after it
        rule("FO-REF", Branch(Event.DECISION, Period(2))),
        rule("SC-ALLEG", Branch(Event.ALLEGATION, Period(10))),  # before the pension age
        rule("ED-CPFILE", Branch(Event.BIRTH, Period(25))),  # not to the end of the school year
    ],
    ids=lambda short: f"{short.id}-{short.trigger.period}",
)
def test_what_is_kept_shorter_than_a_minimum_is_an_error(short: Rule) -> None:
    assert found(short) == BELOW


def test_the_finding_tells_the_case_the_authority_and_what_to_do() -> None:
    [one] = linted(rule("FO-REF", Branch(Event.DECISION, Period(2))))
    assert one.because == (
        "it is below the statutory minimum: born on 2001-03-15, all else on 2013-03-16,"
        " it is kept through 2015-03-16 and not through 2016-03-16"
    )
    assert one.authority == (
        "Fostering Services (England) Regulations 2011, reg. 32(3) (V19 L:Devon)"
    )
    assert one.do == "keep it as long as that at least"


def test_a_longer_period_from_another_event_is_not_below() -> None:
    assert found(rule("FO-REF", Branch(Event.DECISION, Period(4)))) == []


@pytest.mark.parametrize(
    "long",
    [
        rule("SC-MASHW", Branch(Event.CLOSURE, Period(days=91))),
        rule("SC-MASHW", None, action=Action.PERMANENT, review_every=Period(1)),
        rule("ED-SCP2", Branch(Event.BIRTH, Period(27))),
        rule("IG-SARRAW", Branch(Event.CLOSURE, Period(1)), bound=Bound.MAX),
    ],
    ids=lambda long: str(long.id),
)
def test_what_is_kept_longer_than_a_maximum_is_an_error(long: Rule) -> None:
    assert found(long) == ABOVE


def test_the_end_of_the_school_year_of_the_25th_birthday_is_within_the_window() -> None:
    birth = Branch(Event.BIRTH, Period(25))
    assert found(rule("ED-SCP2", birth, alignment=Alignment.SCHOOL_YEAR_END)) == []


@pytest.mark.parametrize("years", [60, 61])
def test_more_than_twice_the_longest_period_found_is_a_warning(years: int) -> None:
    # The schedules of councils keep children in need from 21 to 30 years from birth.
    expected = FAR_ABOVE if years > 60 else []
    assert found(rule("SC-CIN", Branch(Event.BIRTH, Period(years)))) == expected


@pytest.mark.parametrize(
    "said",
    [
        "75 years from the 18th birthday",
        "Seventy-five years after their eighteenth birthday",
        "75 years from the child's 18th birthday",
    ],
)
def test_75_years_from_the_18th_birthday_is_a_trap(said: str) -> None:
    assert found(rule("SC-LAC", BIRTH_75, said=said)) == [
        ("error", "75-years-from-the-18th-birthday")
    ]


def test_93_years_from_birth_are_the_same_trap_without_a_word() -> None:
    assert found(rule("SC-LAC", Branch(Event.BIRTH, Period(93)))) == [
        ("error", "75-years-from-the-18th-birthday")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "If the child dies before the age of fifteen, 15 years from death",
        "Where a child died under 15: fifteen years",
        "on a death before attaining the age of 15 years",
    ],
)
def test_a_death_before_fifteen_is_a_trap(said: str) -> None:
    assert found(rule("SC-LAC", BIRTH_75, DEATH_15, said=said)) == [
        ("error", "death-before-fifteen")
    ]


def test_children_act_1999_is_a_trap_wherever_it_is_cited() -> None:
    assert found(rule("SC-LAC", BIRTH_75, said="Children Act 1999")) == [
        ("error", "children-act-1999")
    ]
    cited = Authority("local", "The Children's Act, 1999", date(2026, 1, 1), ("K",))
    assert found(rule("SC-CP", Branch(Event.CLOSURE, Period(35)), authority=cited)) == [
        ("error", "children-act-1999")
    ]


@pytest.mark.parametrize(
    "said",
    [
        "75 years from the date of birth",
        "3 years from the 18th birthday",
        "if the child dies before the age of 18, fifteen years from the date of death",
        "if the child dies before attaining 18, for a period of 15 years beginning with that date",
        "Children Act 1989; Children Act 2004; Protection of Children Act 1999",
    ],
)
def test_what_the_law_itself_says_is_no_trap(said: str) -> None:
    assert found(rule("SC-LAC", BIRTH_75, DEATH_15, said=said)) == []


def test_a_rule_without_evidence_is_an_error() -> None:
    bare = Authority("local", "The council", date(2026, 1, 1))
    assert found(rule("SC-LAC", BIRTH_75, authority=bare)) == [("error", "no-evidence")]


def test_what_is_kept_for_good_without_a_review_is_an_error_and_seldom_a_warning() -> None:
    for_good = rule("AA-LOG", None, action=Action.PERMANENT)
    assert found(for_good) == [("error", "no-review")]
    assert found(replace(for_good, review_every=Period(6))) == [("warning", "seldom-reviewed")]
    assert found(replace(for_good, review_every=Period(5))) == []


def test_a_review_as_seldom_as_the_packs_own_is_allowed() -> None:
    log = rule("IG-DISP", None, action=Action.PERMANENT, review_every=Period(10))
    assert found(log) == []


def test_a_class_without_an_owner_is_a_warning() -> None:
    assert found(rule("SC-LAC", BIRTH_75, owner="")) == [("warning", "no-owner")]


def test_a_class_of_the_councils_own_is_compared_with_what_it_is_equivalent_to() -> None:
    own = rule("DV-CARE", Branch(Event.BIRTH, Period(70)))
    assert found(own) == []
    assert not_compared(schedule(own), ENGLAND) == ("DV-CARE",)
    assert found(replace(own, equivalent=ClassId("SC-LAC"))) == BELOW
    assert found(replace(own, equivalent=ClassId("SC-LOC"))) == [("error", "no-such-equivalent")]


def test_a_modifier_may_not_be_below_the_packs_and_is_missed() -> None:
    csa = ENGLAND.schedule.modifiers["CSA"]
    short = replace(csa, floor=Branch(Event.BIRTH, Period(25)))
    others = {k: v for k, v in ENGLAND.schedule.modifiers.items() if k != "CSA"}
    below = list(lint(schedule(modifiers=others | {"CSA": short}), ENGLAND))
    assert [(one.level, one.rule, one.name) for one in below] == [
        (Level.ERROR, "CSA", "below-the-minimum")
    ]
    missed = list(lint(schedule(modifiers=others), ENGLAND))
    assert [(one.level, one.rule, one.name) for one in missed] == [
        (Level.WARNING, "CSA", "no-such-modifier")
    ]


def test_of_a_nation_without_a_pack_only_what_stands_alone_is_told() -> None:
    nothing = Pack(Schedule("none", Nation.NORTHERN_IRELAND, {}, {}), {})
    own = schedule(rule("SC-LAC", Branch(Event.BIRTH, Period(1)), owner=""))
    assert [one.name for one in lint(own, nothing)] == ["no-owner"]


def test_an_authority_that_ends_its_school_years_earlier_is_not_below_for_that() -> None:
    birth = Branch(Event.BIRTH, Period(25))
    own = schedule(rule("ED-CPFILE", birth, alignment=Alignment.SCHOOL_YEAR_END))
    july = replace(own, school_year_end=MonthDay(7, 20))
    assert list(lint(july, ENGLAND)) == []
