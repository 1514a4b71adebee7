"""The worked dates of the law: every example is a literal."""

from datetime import date
from pathlib import Path

import pytest

from recordkeeping.disclosure.deadline import (
    AccessFacts,
    Convention,
    Extension,
    Pause,
    Status,
    access_deadline,
    complaint_deadline,
    information_deadline,
)
from recordkeeping.vocabulary.calendars import Calendar, Nation
from recordkeeping.vocabulary.errors import Refused
from wiring.calendars import calendar_of, calendar_of_the_uk

CONFIGS = Path(__file__).parents[3] / "configs"
ENGLAND = calendar_of(Nation.ENGLAND, CONFIGS)
UK = calendar_of_the_uk(CONFIGS)
D = date.fromisoformat
ICO, STATUTE = Convention.ICO, Convention.STATUTE


def pause(asked: str, answered: str | None = None) -> Pause:
    return Pause(D(asked), D(answered) if answered else None)


@pytest.mark.parametrize(
    ("received", "facts", "convention", "start", "excluded", "nominal", "due", "notify_by"),
    [
        ("2026-09-03", {}, ICO, "2026-09-03", 0, "2026-10-03", "2026-10-05", "2026-10-02"),
        ("2026-09-05", {}, ICO, "2026-09-05", 0, "2026-10-05", "2026-10-05", "2026-10-05"),
        ("2026-01-01", {}, ICO, "2026-01-01", 0, "2026-02-01", "2026-02-02", "2026-01-30"),
        ("2024-11-25", {}, ICO, "2024-11-25", 0, "2024-12-25", "2024-12-27", "2024-12-24"),
        ("2026-01-31", {}, ICO, "2026-01-31", 0, "2026-02-28", "2026-03-02", "2026-02-27"),
        ("2024-01-31", {}, ICO, "2024-01-31", 0, "2024-02-29", "2024-02-29", "2024-02-29"),
        ("2028-01-31", {}, ICO, "2028-01-31", 0, "2028-02-29", "2028-02-29", "2028-02-29"),
        ("2027-01-28", {}, ICO, "2027-01-28", 0, "2027-02-28", "2027-03-01", "2027-02-26"),
        ("2027-01-29", {}, ICO, "2027-01-29", 0, "2027-02-28", "2027-03-01", "2027-02-26"),
        ("2027-01-31", {}, ICO, "2027-01-31", 0, "2027-02-28", "2027-03-01", "2027-02-26"),
        ("2026-03-31", {}, ICO, "2026-03-31", 0, "2026-04-30", "2026-04-30", "2026-04-30"),
        ("2026-03-03", {}, ICO, "2026-03-03", 0, "2026-04-03", "2026-04-07", "2026-04-02"),
        ("2026-11-25", {}, ICO, "2026-11-25", 0, "2026-12-25", "2026-12-29", "2026-12-24"),
        ("2027-11-25", {}, ICO, "2027-11-25", 0, "2027-12-25", "2027-12-29", "2027-12-24"),
        ("2026-12-01", {}, ICO, "2026-12-01", 0, "2027-01-01", "2027-01-04", "2026-12-31"),
        ("2027-04-30", {}, ICO, "2027-04-30", 0, "2027-05-30", "2027-06-01", "2027-05-28"),
        (
            "2026-09-07", {"identified": D("2026-09-18")}, ICO,
            "2026-09-18", 0, "2026-10-18", "2026-10-19", "2026-10-16",
        ),
        (
            "2026-06-16", {"extension": Extension(2, D("2026-07-10"))}, ICO,
            "2026-06-16", 0, "2026-09-16", "2026-09-16", "2026-07-16",
        ),
        (
            "2026-11-30", {"extension": Extension(2, D("2026-12-01"))}, ICO,
            "2026-11-30", 0, "2027-02-28", "2027-03-01", "2026-12-30",
        ),
        (
            "2026-02-15", {"pauses": (pause("2026-02-20", "2026-02-27"),)}, ICO,
            "2026-02-15", 7, "2026-03-22", "2026-03-23", "2026-03-20",
        ),
        (
            "2026-02-15", {"pauses": (pause("2026-02-20", "2026-02-27"),)}, STATUTE,
            "2026-02-15", 8, "2026-03-23", "2026-03-23", "2026-03-23",
        ),
        (
            "2026-10-05", {"pauses": (pause("2026-10-08", "2026-10-08"),)}, ICO,
            "2026-10-05", 0, "2026-11-05", "2026-11-05", "2026-11-05",
        ),
        (
            "2026-10-05", {"pauses": (pause("2026-10-08", "2026-10-08"),)}, STATUTE,
            "2026-10-05", 1, "2026-11-06", "2026-11-06", "2026-11-06",
        ),
        (
            "2026-10-05",
            {"pauses": (pause("2026-10-08", "2026-10-14"), pause("2026-10-20", "2026-10-23"))},
            ICO, "2026-10-05", 9, "2026-11-14", "2026-11-16", "2026-11-13",
        ),
        (
            "2026-10-05",
            {"pauses": (pause("2026-10-08", "2026-10-14"), pause("2026-10-20", "2026-10-23"))},
            STATUTE, "2026-10-05", 11, "2026-11-16", "2026-11-16", "2026-11-16",
        ),
        (
            "2026-09-07",
            {"identified": D("2026-09-18"), "pauses": (pause("2026-09-09", "2026-09-25"),)},
            ICO, "2026-09-18", 7, "2026-10-25", "2026-10-26", "2026-10-23",
        ),
        (
            "2026-08-10",
            {
                "pauses": (pause("2026-08-17", "2026-08-31"),),
                "extension": Extension(2, D("2026-09-10")),
            },
            ICO, "2026-08-10", 14, "2026-11-24", "2026-11-24", "2026-09-24",
        ),
        (
            "2026-07-01", {"fee_paid": D("2026-07-20")}, ICO,
            "2026-07-20", 0, "2026-08-20", "2026-08-20", "2026-08-20",
        ),
        ("2026-11-22", {}, ICO, "2026-11-22", 0, "2026-12-22", "2026-12-22", "2026-12-22"),
    ],
)  # fmt: skip
def test_a_subject_access_request_is_due_on_its_worked_date(
    received: str, facts: dict[str, object], convention: Convention, start: str, excluded: int,
    nominal: str, due: str, notify_by: str,
) -> None:  # fmt: skip
    answer = access_deadline(
        AccessFacts(D(received), **facts),  # type: ignore[arg-type]  # a table of keywords
        convention, ENGLAND, D(received),
    )  # fmt: skip
    assert (answer.start, answer.excluded_days) == (D(start), excluded)
    assert (answer.nominal, answer.due, answer.notify_by) == (D(nominal), D(due), D(notify_by))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-09-03", "2026-10-01"),
        ("2026-09-05", "2026-10-02"),
        ("2025-12-12", "2026-01-15"),
        ("2026-12-11", "2027-01-14"),
        ("2026-03-02", "2026-03-31"),
        ("2026-03-16", "2026-04-16"),
        ("2026-06-01", "2026-06-30"),
        ("2026-06-29", "2026-07-28"),
        ("2026-07-20", "2026-08-18"),
        ("2026-11-09", "2026-12-08"),
    ],
)
def test_freedom_of_information_counts_holidays_of_every_part_of_the_uk(
    received: str, due: str
) -> None:
    assert information_deadline(D(received), UK, today=D(received)).due == D(due)


def test_a_clarified_information_request_starts_again() -> None:
    answer = information_deadline(
        D("2026-09-01"), UK, today=D("2026-09-14"), clarified=D("2026-09-14")
    )
    assert answer.due == D("2026-10-12")


def test_days_from_fee_notice_to_payment_do_not_count_for_information() -> None:
    answer = information_deadline(
        D("2026-09-01"),
        UK,
        today=D("2026-09-18"),
        fee_notice=D("2026-09-07"),
        fee_paid=D("2026-09-18"),
    )
    assert answer.due == D("2026-10-13")


@pytest.mark.parametrize(
    ("today", "paid", "status"),
    [
        ("2026-12-07", None, Status.PAUSED),
        ("2026-12-08", None, Status.LAPSED),
        ("2027-02-08", "2027-02-08", Status.LAPSED),
        ("2026-12-10", "2026-12-07", Status.RUNNING),
    ],
)
def test_a_fee_that_is_not_paid_within_three_months_ends_the_duty_to_answer(
    today: str, paid: str | None, status: Status
) -> None:
    answer = information_deadline(
        D("2026-09-01"),
        UK,
        today=D(today),
        fee_notice=D("2026-09-07"),
        fee_paid=D(paid) if paid else None,
    )
    assert answer.status is status
    assert (answer.due is None) is (status is not Status.RUNNING)


def test_an_answer_that_is_late_says_so() -> None:
    late = information_deadline(D("2026-09-01"), UK, today=D("2026-09-30"))
    assert (late.due, late.status) == (D("2026-09-29"), Status.OVERDUE)
    assert complaint_deadline(D("2026-07-10"), ENGLAND, D("2026-08-11")).status is Status.OVERDUE
    assert complaint_deadline(D("2026-07-10"), ENGLAND, D("2026-08-10")).status is Status.RUNNING


def test_an_unpaid_fee_notice_leaves_no_day_to_answer_by() -> None:
    answer = information_deadline(
        D("2026-09-01"), UK, today=D("2026-09-10"), fee_notice=D("2026-09-07")
    )
    assert (answer.status, answer.due) == (Status.PAUSED, None)


def test_a_complaint_is_acknowledged_in_thirty_days_rolled_to_monday() -> None:
    assert complaint_deadline(D("2026-07-10"), ENGLAND, D("2026-07-10")).due == D("2026-08-10")


def test_the_month_does_not_begin_while_identity_is_outstanding() -> None:
    facts = AccessFacts(D("2026-09-07"), outstanding=("identity",))
    answer = access_deadline(facts, ICO, ENGLAND, D("2026-12-01"))
    assert (answer.status, answer.due) == (Status.NOT_STARTED, None)


def test_an_open_clarification_pauses_the_clock() -> None:
    facts = AccessFacts(D("2026-10-05"), pauses=(pause("2026-10-08"),))
    answer = access_deadline(facts, ICO, ENGLAND, D("2026-10-12"))
    assert (answer.status, answer.excluded_days) == (Status.PAUSED, 4)


def test_an_extension_told_after_the_month_is_refused() -> None:
    facts = AccessFacts(D("2026-06-16"), extension=Extension(2, D("2026-07-17")))
    with pytest.raises(Refused, match="2026-07-16"):
        access_deadline(facts, ICO, ENGLAND, D("2026-07-17"))


def test_a_request_is_overdue_the_day_after_it_was_due() -> None:
    facts = AccessFacts(D("2026-09-03"))
    assert access_deadline(facts, ICO, ENGLAND, D("2026-10-05")).status is Status.RUNNING
    assert access_deadline(facts, ICO, ENGLAND, D("2026-10-06")).status is Status.OVERDUE


def test_overlapping_clarifications_count_once() -> None:
    pauses = (pause("2026-10-08", "2026-10-14"), pause("2026-10-10", "2026-10-16"))
    answer = access_deadline(
        AccessFacts(D("2026-10-05"), pauses=pauses), ICO, ENGLAND, D("2026-10-20")
    )
    assert answer.excluded_days == 8


def test_a_year_without_known_holidays_is_refused_not_guessed() -> None:
    short = Calendar("two years", frozenset(), 2026, 2027)
    with pytest.raises(Refused, match="covers 2026 to 2027"):
        access_deadline(AccessFacts(D("2027-12-15")), ICO, short, D("2027-12-15"))
