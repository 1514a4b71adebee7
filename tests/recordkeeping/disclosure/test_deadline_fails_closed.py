"""A deadline that has passed is not brought back."""

from datetime import date
from pathlib import Path

import pytest

from recordkeeping.disclosure.deadline import (
    AccessFacts,
    Convention,
    Pause,
    Status,
    access_deadline,
    information_deadline,
)
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Refused
from wiring.calendars import calendar_of, calendar_of_the_uk

CONFIGS = Path(__file__).parents[3] / "configs"


def test_a_question_asked_after_the_answer_was_due_pauses_nothing() -> None:
    facts = AccessFacts(received=date(2026, 8, 3), pauses=(Pause(date(2026, 10, 10)),))
    calendar = calendar_of(Nation.ENGLAND, CONFIGS)
    answer = access_deadline(facts, Convention.ICO, calendar, date(2026, 11, 20))
    assert (answer.status, answer.due) == (Status.OVERDUE, date(2026, 9, 3))


def test_a_request_cannot_be_clarified_before_it_was_received() -> None:
    with pytest.raises(Refused, match="before it was received"):
        information_deadline(
            date(2026, 3, 5),
            calendar_of_the_uk(CONFIGS),
            today=date(2026, 3, 5),
            clarified=date(2026, 1, 1),
        )
