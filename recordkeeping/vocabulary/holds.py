"""A hold is why certain records may not be disposed of. It beats every date (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recordkeeping.vocabulary.identifiers import ClassId, ItemId, RecordRef, SubjectRef
from recordkeeping.vocabulary.records import Record


class HoldType(StrEnum):
    """Why records are held (domain brief §4.5)."""

    SAR_OPEN = "SAR_OPEN"
    SAR_COMPLAINT = "SAR_COMPLAINT"
    FOI_OPEN = "FOI_OPEN"
    LITIGATION = "LITIGATION"
    COURT_ORDER = "COURT_ORDER"
    POLICE_INVESTIGATION = "POLICE_INVESTIGATION"
    INQUIRY = "INQUIRY"
    LCSPR_CDOP = "LCSPR_CDOP"
    OMBUDSMAN = "OMBUDSMAN"
    COMPLAINT = "COMPLAINT"
    INSURANCE = "INSURANCE"
    REDRESS_CICA = "REDRESS_CICA"
    ADOPTION_SEARCH = "ADOPTION_SEARCH"
    RESTRICTION_ART18 = "RESTRICTION_ART18"
    SAFEGUARDING_PATTERN = "SAFEGUARDING_PATTERN"
    DATA_QUALITY = "DATA_QUALITY"
    MANUAL = "MANUAL"


@dataclass(frozen=True, slots=True)
class HoldScope:
    """Which records a hold covers: a live query, so that later records are caught as well.

    A record is covered when it meets every dimension that is named; an empty dimension asks
    nothing. A scope that names nothing covers nothing by accident and is refused at birth,
    unless `everything` says that a whole-council moratorium is meant.
    """

    subjects: frozenset[SubjectRef] = frozenset()
    records: frozenset[RecordRef] = frozenset()
    classes: frozenset[ClassId] = frozenset()
    everything: bool = False

    def __post_init__(self) -> None:
        """Refuse a scope that names nothing."""
        if not (self.subjects or self.records or self.classes or self.everything):
            raise ValueError("a hold must name people, records or classes, or say everything")
        if self.everything and (self.subjects or self.records or self.classes):
            raise ValueError("a hold over everything names nothing beside: it would hold only that")

    def covers(self, record: Record) -> bool:
        """Say whether the record falls under this scope."""
        if self.subjects and not self.subjects.intersection(s.ref for s in record.subjects):
            return False
        if self.records and not self.records.intersection(record.places):
            return False
        return not self.classes or bool(self.classes.intersection(record.classes))


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold in force or released. `review_by` never ends it: only a release does."""

    id: ItemId
    type: HoldType
    scope: HoldScope
    placed_on: date
    review_by: date
    released_on: date | None = None

    def covers(self, record: Record) -> bool:
        """Say whether the hold is in force over the record."""
        return self.released_on is None and self.scope.covers(record)


def holds_over(record: Record, holds: Iterable[Hold]) -> tuple[Hold, ...]:
    """Return every hold in force over a record."""
    return tuple(hold for hold in holds if hold.covers(record))
