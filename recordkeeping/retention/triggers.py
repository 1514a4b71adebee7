"""The facts that start a period, and the day each of them falls on for one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recordkeeping.vocabulary.calendars import add_years
from recordkeeping.vocabulary.records import Record, Subject


class TriggerEvent(StrEnum):
    """Every event that a schedule may name: a closed list, so that a slip is a fault."""

    BIRTH = "birth"
    DEATH = "death"
    CLOSURE = "closure"
    REOPENING = "reopening"
    LAST_CONTACT = "last_contact"
    CONTACT = "contact"
    ORDER = "order"
    PLACEMENT_END = "placement_end"
    APPROVAL_END = "approval_end"
    LAST_ENTRY = "last_entry"
    PUBLICATION = "publication"
    DECISION = "decision"
    ENTRY = "entry"
    WITHDRAWAL = "withdrawal"
    RECEIPT_CONFIRMED = "receipt_confirmed"
    COMPLETION = "completion"
    DISCLOSURE = "disclosure"
    STUDY_END = "study_end"
    LEAVING = "leaving"
    MATTER_END = "matter_end"
    ALLEGATION = "allegation"

    @property
    def in_words(self) -> str:
        """Say the event as a sentence would."""
        return self.value.replace("_", " ")


LATEST_YEAR = 2200
"""No event is later; stores write 9999 where a day is not known."""

OF_A_PERSON = frozenset({TriggerEvent.BIRTH, TriggerEvent.DEATH})
"""Events that stand with a subject; all others stand with the record."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A day that is not known, and why. Nothing is ever due because of it."""

    because: str


def day_of(event: TriggerEvent, record: Record, subject: Subject | None) -> date | Unknown:
    """Return the day a period starts on, or what is missing.

    Of several days the latest counts (R9).
    """
    match event:
        case TriggerEvent.BIRTH:
            return _birth(subject)
        case TriggerEvent.DEATH:
            return _death(subject)
        case _:
            return _latest(event, record)


def died_under(subject: Subject, years: int) -> bool:
    """Say whether a subject is known to have died before that birthday (R1, R4).

    An age is attained at the start of the anniversary (Family Law Reform Act 1969 s9).
    """
    born, died = _birth(subject), _death(subject)
    if isinstance(born, Unknown) or isinstance(died, Unknown):
        return False
    return born <= died < add_years(born, years)


def open_again(record: Record) -> Unknown | None:
    """Say that a case is open: reopened on or after the day it was last closed (R9)."""
    closed = record.days_of(TriggerEvent.CLOSURE.value)
    reopened = record.days_of(TriggerEvent.REOPENING.value)
    if reopened and (not closed or reopened[-1] >= closed[-1]):
        return Unknown(f"the case was reopened on {reopened[-1].isoformat()} and is not closed")
    return None


def doubts_about(subject: Subject) -> Iterator[Unknown]:
    """Yield what is recorded of a person and cannot be relied on (R4, R7)."""
    if not subject.dob_quality.is_enough:
        yield Unknown(f"the date of birth is only {subject.dob_quality.value} (R7)")
    if subject.died and subject.born and subject.died < subject.born:
        yield Unknown("a death is dated before the birth")


def of_the_future(subject: Subject, today: date) -> Iterator[Unknown]:
    """Yield what is recorded of a person and cannot have happened yet."""
    if subject.died and subject.died > today:
        yield Unknown("a death is dated after today")


def _birth(subject: Subject | None) -> date | Unknown:
    if subject is None or subject.born is None:
        return Unknown("the date of birth is not known")
    if not subject.dob_quality.is_enough:
        return Unknown(f"the date of birth is only {subject.dob_quality.value} (R7)")
    return _believable(subject.born, TriggerEvent.BIRTH)


def _death(subject: Subject | None) -> date | Unknown:
    if subject is None or subject.died is None:
        return Unknown("no death is recorded")
    return _believable(subject.died, TriggerEvent.DEATH)


def _believable(day: date, event: TriggerEvent) -> date | Unknown:
    if day.year > LATEST_YEAR:
        return Unknown(f"{event.in_words} is dated after {LATEST_YEAR}, which no event is")
    return day


def _latest(event: TriggerEvent, record: Record) -> date | Unknown:
    days = record.days_of(event.value)
    if not days:
        return Unknown(f"no {event.in_words} is recorded")
    return _believable(days[-1], event)
