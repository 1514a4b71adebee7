"""When a record may go: the school year after the 25th birthday, and every way to be later."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordkeeping.retention.due import Standing, assess
from recordkeeping.retention.ends import reckon
from recordkeeping.retention.schedule import Mode, Reading, SchoolYears
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ClassId, ItemId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import CopyStatus, DobQuality, Record, Subject
from wiring.schedules import load_schedule

SCHEDULE = load_schedule(Path(__file__).parents[3] / "configs")
D = date.fromisoformat
TODAY = D("2026-11-24")


def child(born: str | None, died: str | None = None, ref: str = "p1") -> Subject:
    return Subject(
        SubjectRef(ref),
        born=D(born) if born else None,
        died=D(died) if died else None,
        dob_quality=DobQuality.VERIFIED if born else DobQuality.UNKNOWN,
    )


def record(record_class: str, *subjects: Subject, **events: str) -> Record:
    return Record(
        RecordRef(StoreName("case-db"), "r1"),
        ClassId(record_class),
        subjects=subjects,
        events=tuple((name, D(day)) for name, day in events.items()),
    )


def hold(over: Record) -> Hold:
    scope = HoldScope(records=frozenset({over.ref}))
    return Hold(ItemId("h1"), HoldType.LITIGATION, scope, TODAY, D("2027-11-24"))


@pytest.mark.parametrize(
    ("born", "nation", "school_year_ends", "the_one_following"),
    [
        ("2001-03-15", "england", "2026-08-31", "2027-08-31"),
        ("2001-07-20", "england", "2026-08-31", "2027-08-31"),
        ("2001-08-31", "england", "2026-08-31", "2027-08-31"),
        ("2001-09-01", "england", "2027-08-31", "2028-08-31"),
        ("2001-11-10", "england", "2027-08-31", "2028-08-31"),
        ("2000-02-29", "england", "2025-08-31", "2026-08-31"),
        ("2001-03-15", "scotland", "2026-07-31", "2027-07-31"),
        ("2001-07-20", "scotland", "2026-07-31", "2027-07-31"),
        ("2001-08-31", "scotland", "2027-07-31", "2028-07-31"),
        ("2001-09-01", "scotland", "2027-07-31", "2028-07-31"),
        ("2000-02-29", "scotland", "2025-07-31", "2026-07-31"),
    ],
)
def test_a_schools_secondary_record_goes_in_the_school_year_after_the_25th_birthday(
    born: str, nation: str, school_year_ends: str, the_one_following: str
) -> None:
    schedule = replace(SCHEDULE, nation=Nation(nation))
    answer = assess(record("ED-SCP2", child(born)), schedule, [], TODAY)
    assert answer.keep_through == D(school_year_ends)
    assert answer.destroy_by == D(the_one_following)


@pytest.mark.parametrize(
    ("reading", "mode", "keep_through", "destroy_by"),
    [
        ("C", "window", "2026-08-31", "2027-08-31"),
        ("C", "point", "2027-08-31", None),
        ("A", "point", "2026-08-31", None),
        ("A", "window", "2026-03-15", "2026-08-31"),
    ],
)
def test_the_reading_of_the_school_year_is_the_councils(
    reading: str, mode: str, keep_through: str, destroy_by: str | None
) -> None:
    rule = SCHEDULE.rules[ClassId("ED-SCP2")]
    chosen = replace(rule, school_years=SchoolYears(Reading(reading), Mode(mode)))
    schedule = replace(SCHEDULE, rules={**SCHEDULE.rules, rule.id: chosen})
    answer = assess(record("ED-SCP2", child("2001-03-15")), schedule, [], TODAY)
    assert answer.keep_through == D(keep_through)
    assert answer.destroy_by == (D(destroy_by) if destroy_by else None)


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        ("2026-08-31", Standing.NOT_DUE),
        ("2026-09-01", Standing.DUE),
        ("2027-08-31", Standing.DUE),
        ("2027-09-01", Standing.OVERDUE),
    ],
)
def test_the_window_opens_and_shuts_on_its_days(today: str, standing: Standing) -> None:
    assert (
        assess(record("ED-SCP2", child("2001-08-31")), SCHEDULE, [], D(today)).standing is standing
    )


def test_a_looked_after_childs_record_is_kept_through_the_75th_anniversary() -> None:
    answer = assess(record("SC-LAC", child("1951-11-22")), SCHEDULE, [], TODAY)
    assert answer.keep_through == D("2026-11-22")
    assert answer.eligible_from == D("2026-11-23")


def test_a_leap_days_anniversary_is_1_march() -> None:
    answer = assess(record("SC-LAC", child("1952-02-29")), SCHEDULE, [], TODAY)
    assert answer.keep_through == D("2027-03-01")


def test_a_death_under_18_counts_15_years_from_the_death() -> None:
    answer = assess(record("SC-LAC", child("1996-05-01", "2012-05-12")), SCHEDULE, [], TODAY)
    assert answer.keep_through == D("2027-05-12")


@pytest.mark.parametrize("died", ["2014-05-01", "2019-01-01"])
def test_a_death_from_18_on_shortens_nothing(died: str) -> None:
    answer = assess(record("SC-LAC", child("1996-05-01", died)), SCHEDULE, [], TODAY)
    assert answer.keep_through == D("2071-05-01")


def test_a_sibling_in_the_same_file_keeps_their_own_date() -> None:
    file = record("SC-LAC", child("1996-05-01", "2012-05-12"), child("1999-02-03", ref="p2"))
    assert assess(file, SCHEDULE, [], TODAY).keep_through == D("2074-02-03")


def test_the_youngest_child_of_a_file_governs() -> None:
    file = record("SC-EH", child("1994-01-10"), child("2001-10-02", ref="p2"))
    assert assess(file, SCHEDULE, [], TODAY).keep_through == D("2027-08-31")


def test_the_last_of_several_closures_counts() -> None:
    file = Record(
        RecordRef(StoreName("s"), "k"),
        ClassId("FO-ENQ"),
        events=(("closure", D("2024-12-01")), ("closure", D("2010-01-01"))),
    )
    assert assess(file, SCHEDULE, [], TODAY).keep_through == D("2026-12-01")


def test_a_reopened_case_is_never_due() -> None:
    closed = record("SC-CP", child("1970-01-01"), closure="1985-03-01")
    assert assess(closed, SCHEDULE, [], TODAY).standing is Standing.DUE
    reopened = replace(closed, events=(*closed.events, ("reopening", D("1986-02-01"))))
    answer = assess(reopened, SCHEDULE, [], TODAY)
    assert answer.standing is Standing.UNKNOWN
    assert any("reopened on 1986-02-01" in reason for reason in answer.because)


def test_a_case_closed_again_after_reopening_counts_from_the_second_closure() -> None:
    file = Record(
        RecordRef(StoreName("s"), "k"),
        ClassId("SC-CP"),
        events=(
            ("closure", D("1985-03-01")),
            ("reopening", D("1986-02-01")),
            ("closure", D("1999-06-30")),
        ),
    )
    assert assess(file, SCHEDULE, [], TODAY).keep_through == D("2034-06-30")


def test_of_several_classes_the_latest_end_date_governs_not_the_longest_period() -> None:
    carer = record("FO-CARER", child("1951-01-01"), approval_end="2020-06-30")
    both = replace(carer, also_classes=(ClassId("SC-LAC"),))
    answer = assess(both, SCHEDULE, [], TODAY)
    assert (answer.rule, answer.keep_through) == ("FO-CARER", D("2030-06-30"))
    assert any("FO-CARER keeps it longest" in reason for reason in answer.because)


def test_a_child_sexual_abuse_record_is_kept_75_years_whatever_its_class() -> None:
    known = replace(record("ED-SCP2", child("2000-01-01")), modifiers=frozenset({"CSA"}))
    answer = assess(known, SCHEDULE, [], TODAY)
    assert (answer.rule, answer.keep_through, answer.destroy_by) == ("CSA", D("2075-01-01"), None)


def test_a_hold_beats_every_date() -> None:
    due = record("ED-SCP2", child("2001-03-15"))
    answer = assess(due, SCHEDULE, [hold(due)], TODAY)
    assert answer.standing is Standing.HELD
    assert not answer.is_disposable
    assert any("LITIGATION" in reason for reason in answer.because)


def test_a_released_hold_holds_nothing() -> None:
    due = record("ED-SCP2", child("2001-03-15"))
    answer = assess(due, SCHEDULE, [replace(hold(due), released_on=TODAY)], TODAY)
    assert answer.standing is Standing.DUE


@pytest.mark.parametrize(
    "unsure",
    [
        child(None),
        replace(child("1940-01-01"), dob_quality=DobQuality.ESTIMATED),
        replace(child("1940-01-01"), dob_quality=DobQuality.UNKNOWN),
    ],
)
def test_an_unknown_birth_is_never_due(unsure: Subject) -> None:
    answer = assess(record("SC-LAC", unsure), SCHEDULE, [], TODAY)
    assert (answer.standing, answer.keep_through) == (Standing.UNKNOWN, None)


def test_a_record_without_anybody_in_it_is_never_due_by_birth() -> None:
    assert assess(record("SC-LAC"), SCHEDULE, [], TODAY).standing is Standing.UNKNOWN


def test_an_unknown_class_is_never_due() -> None:
    answer = assess(record("XX-NEW", child("1900-01-01")), SCHEDULE, [], TODAY)
    assert answer.standing is Standing.UNKNOWN


def test_one_unknown_class_among_several_keeps_the_record() -> None:
    both = replace(record("SC-LAC", child("1940-01-01")), also_classes=(ClassId("XX-NEW"),))
    assert assess(both, SCHEDULE, [], TODAY).standing is Standing.UNKNOWN


def test_an_open_case_is_kept_even_when_its_child_is_long_grown() -> None:
    assert assess(record("SC-CIN", child("1960-01-01")), SCHEDULE, [], TODAY).standing is (
        Standing.UNKNOWN
    )


@pytest.mark.parametrize(
    ("confirmed", "standing"),
    [(True, Standing.DUE), (False, Standing.UNKNOWN), (None, Standing.UNKNOWN)],
)
def test_a_secondary_copy_goes_only_when_the_primary_was_confirmed(
    confirmed: bool | None, standing: Standing
) -> None:
    copy = replace(
        record("ED-SCP2", child("2001-03-15")),
        copy_status=CopyStatus.SECONDARY,
        primary_confirmed=confirmed,
    )
    assert assess(copy, SCHEDULE, [], TODAY).standing is standing


def test_originals_are_never_disposed_of_in_bulk() -> None:
    assert not assess(record("SC-DIRECT", child("1940-01-01")), SCHEDULE, [], TODAY).is_disposable
    kept = replace(record("ED-SCP2", child("2001-03-15")), irreplaceable=True)
    assert assess(kept, SCHEDULE, [], TODAY).standing is Standing.NOT_DUE


def test_a_copy_on_consent_must_go_at_once_when_consent_is_withdrawn() -> None:
    file = record("HE-REC", withdrawal="2026-11-20")
    assert assess(file, SCHEDULE, [], D("2026-11-20")).standing is Standing.NOT_DUE
    assert assess(file, SCHEDULE, [], D("2026-11-21")).standing is Standing.DUE
    assert assess(file, SCHEDULE, [], D("2026-11-22")).standing is Standing.OVERDUE


def test_what_is_kept_for_good_is_never_due() -> None:
    assert assess(record("IG-DISP"), SCHEDULE, [], D("2140-01-01")).standing is Standing.NOT_DUE


def test_a_class_that_follows_another_takes_its_date() -> None:
    answer = assess(record("SC-IRO", child("1951-11-22")), SCHEDULE, [], TODAY)
    assert answer.keep_through == D("2026-11-22")


def test_what_is_reviewed_is_not_proposed_for_destruction() -> None:
    old = record("AD-CHILD", child("1900-01-01"), order="1910-01-01")
    answer = assess(old, SCHEDULE, [], TODAY)
    assert answer.standing is Standing.DUE
    assert not answer.is_disposable


def test_the_same_facts_have_the_same_digest_and_others_another() -> None:
    first = assess(record("SC-CP", child("2001-03-15"), closure="2010-01-01"), SCHEDULE, [], TODAY)
    again = record("SC-CP", child("2001-03-15"), closure="2010-01-01")
    same = assess(again, SCHEDULE, [], D("2030-01-01"))
    other = assess(record("SC-CP", child("2001-03-15"), closure="2010-01-02"), SCHEDULE, [], TODAY)
    assert first.inputs == same.inputs != other.inputs


DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
CLASSES = st.sampled_from(sorted(SCHEDULE.rules))
EVENTS = ["closure", "contact", "last_contact", "order", "decision", "entry", "approval_end"]
RECORDS = st.builds(
    Record,
    st.just(RecordRef(StoreName("s"), "k")),
    CLASSES.map(ClassId),
    st.lists(
        st.builds(Subject, st.just(SubjectRef("p")), st.one_of(st.none(), DAYS)), max_size=3
    ).map(tuple),
    st.lists(st.tuples(st.sampled_from(EVENTS), DAYS), max_size=6).map(tuple),
)


@given(RECORDS, CLASSES, DAYS)
def test_another_class_never_makes_a_record_due_earlier(file: Record, more: str, day: date) -> None:
    wider = replace(file, also_classes=(ClassId(more),))
    if assess(wider, SCHEDULE, [], day).is_disposable:
        before = assess(file, SCHEDULE, [], day)
        assert before.standing in (Standing.DUE, Standing.OVERDUE)


@given(RECORDS, st.lists(CLASSES, max_size=3, unique=True), st.randoms())
def test_in_whichever_order_classes_people_and_events_came_the_same_end_governs(
    file: Record, more: list[str], dice: Random
) -> None:
    wide = replace(file, also_classes=tuple(map(ClassId, more)))
    own, *others = dice.sample(wide.classes, len(wide.classes))
    shuffled = replace(
        wide,
        record_class=own,
        also_classes=tuple(others),
        subjects=tuple(dice.sample(wide.subjects, len(wide.subjects))),
        events=tuple(dice.sample(wide.events, len(wide.events))),
    )
    one, other = (reckon(each, SCHEDULE) for each in (wide, shuffled))
    ends = [(each.known.claim.rule, each.known.keep_through) if each.known else None
            for each in (one, other)]  # fmt: skip
    assert ends[0] == ends[1]
    assert bool(one.missing) is bool(other.missing)


@given(RECORDS, st.sampled_from(["CSA", "LAC_EVER", "EHCP_EVER"]), DAYS)
def test_a_modifier_never_makes_a_record_due_earlier(file: Record, more: str, day: date) -> None:
    if assess(replace(file, modifiers=frozenset({more})), SCHEDULE, [], day).is_disposable:
        assert assess(file, SCHEDULE, [], day).is_disposable


@given(RECORDS, DAYS)
def test_another_person_in_a_file_never_makes_it_due_earlier(file: Record, born: date) -> None:
    day = D("2029-01-01")
    more = replace(file, subjects=(*file.subjects, Subject(SubjectRef("p9"), born)))
    if file.subjects and assess(more, SCHEDULE, [], day).is_disposable:
        assert assess(file, SCHEDULE, [], day).is_disposable


@given(RECORDS, DAYS)
def test_nothing_is_disposable_under_a_hold_or_before_it_is_eligible(
    file: Record, day: date
) -> None:
    assert not assess(file, SCHEDULE, [hold(file)], day).is_disposable
    answer = assess(file, SCHEDULE, [], day)
    if answer.is_disposable:
        assert answer.eligible_from is not None
        assert answer.eligible_from <= day
