"""A record as the rules see it: its class, whom it is about, and what happened when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, SubjectRef


class DobQuality(StrEnum):
    """How well a date of birth is known (R7). Only the first three may lead to disposal."""

    VERIFIED = "verified"
    CLAIMED = "claimed"
    ASSESSED = "assessed"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"

    @property
    def is_enough(self) -> bool:
        """Say whether a due date may rest on it."""
        return self in (DobQuality.VERIFIED, DobQuality.CLAIMED, DobQuality.ASSESSED)


class CopyStatus(StrEnum):
    """Whether this is the record itself or somebody's copy of it (R15)."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Subject:
    """A person whom a record is about, as far as retention needs to know."""

    ref: SubjectRef
    born: date | None = None
    dob_quality: DobQuality = DobQuality.VERIFIED
    died: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record: one class of its own, its subjects, its dated events.

    `events` are pairs of an event's name and its day, in any order; one event may have several
    days (a case closed twice). Births and deaths stand with the subjects, not here.
    `also_classes` are classes that the same papers fall under as well: the longest wins (R5).
    `copies` are other places where the same record lies; they are disposed of first, so that a
    crash never leaves a copy which nothing points to.
    `primary_confirmed` matters for a secondary copy alone: None means that nobody has looked.
    `irreplaceable` marks originals that no bulk disposal may touch (SC-DIRECT).
    """

    ref: RecordRef
    record_class: ClassId
    subjects: tuple[Subject, ...] = ()
    events: tuple[tuple[str, date], ...] = ()
    also_classes: tuple[ClassId, ...] = ()
    modifiers: frozenset[str] = frozenset()
    copies: tuple[RecordRef, ...] = ()
    copy_status: CopyStatus = CopyStatus.PRIMARY
    primary_confirmed: bool | None = None
    irreplaceable: bool = False

    def days_of(self, event: str) -> tuple[date, ...]:
        """Return every day on which the event happened, earliest first."""
        return tuple(sorted(day for name, day in self.events if name == event))

    @property
    def classes(self) -> tuple[ClassId, ...]:
        """Return every class this record falls under, its own first, each once."""
        return tuple(dict.fromkeys((self.record_class, *self.also_classes)))

    @property
    def places(self) -> tuple[RecordRef, ...]:
        """Return every place the record lies in, in the order of disposal: copies, then itself."""
        return (*self.copies, self.ref)
