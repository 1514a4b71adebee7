"""Disposers that misbehave as real stores do. Whoever disposes of records must survive each.

Each wraps a disposer that keeps its promises, and breaks exactly one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from recordkeeping.ports import Disposer
from recordkeeping.vocabulary.errors import Refused, Unavailable, Unproven
from recordkeeping.vocabulary.identifiers import RecordRef


@dataclass(slots=True)
class Stalling:
    """Is away for its first calls, then answers: the caller must try again and lose nothing."""

    store: Disposer
    calls_away: int = 1

    def dispose(self, record: RecordRef) -> None:
        """Dispose of the record once the store is back."""
        self._wait()
        self.store.dispose(record)

    def holds(self, record: RecordRef) -> bool:
        """Answer once the store is back."""
        self._wait()
        return self.store.holds(record)

    def _wait(self) -> None:
        if self.calls_away > 0:
            self.calls_away -= 1
            raise Unavailable("the store did not answer in time")


@dataclass(frozen=True, slots=True)
class LosingTheReply:
    """Disposes of the record and then breaks the line: the caller must look, not assume."""

    store: Disposer

    def dispose(self, record: RecordRef) -> None:
        """Dispose of the record, and fail to say so."""
        self.store.dispose(record)
        raise Unavailable("the line broke before the store's answer came")

    def holds(self, record: RecordRef) -> bool:
        """Answer truly."""
        return self.store.holds(record)


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Says that it disposed of the record and does nothing: nothing may be certified."""

    store: Disposer

    def dispose(self, record: RecordRef) -> None:
        """Do nothing, without a word."""

    def holds(self, record: RecordRef) -> bool:
        """Answer truly: the record is there."""
        return self.store.holds(record)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Disposes of records, and cannot show it: what is not shown is not gone."""

    store: Disposer

    def dispose(self, record: RecordRef) -> None:
        """Dispose of the record."""
        self.store.dispose(record)

    def holds(self, record: RecordRef) -> bool:
        """Give no answer that can be trusted."""
        raise Unproven("the store gave a listing that cannot be trusted")


@dataclass(frozen=True, slots=True)
class Lying:
    """Keeps every record and says that it is gone.

    No caller can find this out by asking; the contract of disposers is what keeps such a store
    out. It is here so that the contract itself can be tested.
    """

    store: Disposer

    def dispose(self, record: RecordRef) -> None:
        """Do nothing."""

    def holds(self, record: RecordRef) -> bool:
        """Lie."""
        return False


@dataclass(slots=True)
class FailingBetweenCopies:
    """Disposes of the first records it is given and refuses the rest, as behind a legal hold."""

    store: Disposer
    disposals_allowed: int = 1
    refused: list[RecordRef] = field(default_factory=list)

    def dispose(self, record: RecordRef) -> None:
        """Dispose of the record, or refuse once enough were disposed of."""
        if self.disposals_allowed <= 0:
            self.refused.append(record)
            raise Refused("the store has this record under a legal hold; ask its owner")
        self.disposals_allowed -= 1
        self.store.dispose(record)

    def holds(self, record: RecordRef) -> bool:
        """Answer truly."""
        return self.store.holds(record)
