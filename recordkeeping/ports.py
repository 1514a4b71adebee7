"""What the rules ask of the world: one or two verbs each, met by shape.

Connectors and detectors implement these; `conformance` has a contract class and a fake for each.
Every method may raise the four errors of `recordkeeping.vocabulary.errors` and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, runtime_checkable

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.events import Event
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    DocumentRef,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import Record


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """What a store's index says about a document, before anybody has read it."""

    ref: DocumentRef
    media_type: str
    title: str = field(default="", repr=False)
    dated: date | None = None
    record_class: ClassId | None = None


@runtime_checkable
class RecordSource(Protocol):
    """A store whose records can be read. Reading changes nothing."""

    def records(self) -> Iterator[Record]:
        """Yield every record of the store, each once, in a stable order."""
        ...

    def record(self, ref: RecordRef) -> Record | None:
        """Read one record again, as it is now; None when the store no longer has it."""
        ...


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in a store, and the store's own word for up to where this tells it."""

    records: Iterable[Record]
    mark: str


@runtime_checkable
class ChangedRecords(Protocol):
    """A store that can tell which of its records changed."""

    def changed_since(self, mark: str | None) -> Changes | None:
        """Return every record that changed, or whose people did, since a mark; all for None.

        What changed just then may come twice. None where the store cannot tell. What the store no
        longer has is not told.
        """
        ...


@runtime_checkable
class DocumentIndex(Protocol):
    """A store that knows which documents are about a person."""

    def documents_about(self, subject: SubjectRef) -> Iterator[IndexedDocument]:
        """Yield every document about the person, each once, in a stable order."""
        ...


@runtime_checkable
class DocumentSource(Protocol):
    """A store that gives a document's bytes."""

    def fetch(self, document: DocumentRef) -> bytes:
        """Return the whole document, or refuse one that is missing or too large."""
        ...


@runtime_checkable
class PeopleSource(Protocol):
    """A store that knows who is who around a person."""

    def roster_of(self, subject: SubjectRef) -> Roster:
        """Return the people of this person's file; refuse a person it does not know."""
        ...


@runtime_checkable
class Disposer(Protocol):
    """A store that can dispose of a record and say whether it still holds it.

    It is opened with credentials of its own, apart from those for reading.
    """

    def dispose(self, record: RecordRef) -> None:
        """Dispose of the record for good; doing it twice is no fault."""
        ...

    def holds(self, record: RecordRef) -> bool:
        """Say whether any of the record can still be read here, by looking afresh.

        An answer that cannot be trusted raises `Unproven` or `Unavailable`: it is never False.
        """
        ...


@runtime_checkable
class Connector(Protocol):
    """A way of reaching stores, found by its entry point `muniment.connectors`.

    `settings` are the store's keys in `configs/stores.yaml` with those under `reads` (or
    `disposes`) merged in; every fault in them is told at once by `Misconfigured`.
    """

    def reader(self, name: StoreName, settings: Mapping[str, object]) -> object:
        """Open the store for reading; the answer meets one or more of the reading ports."""
        ...

    def disposer(self, name: StoreName, settings: Mapping[str, object]) -> Disposer:
        """Open the store for disposal, with the credentials under `disposes`."""
        ...


@runtime_checkable
class Detector(Protocol):
    """Something that finds what may not be disclosed in a page of text."""

    @property
    def name(self) -> str:
        """The detector's name in `configs/detectors.yaml` and in every finding it makes."""
        ...

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return findings on the page, without ids and boxes."""
        ...


@runtime_checkable
class EntryLog(Protocol):
    """The ledger, as those who act see it: it can be written to, and nothing else."""

    def append(self, event: Event) -> int:
        """Write the event in the caller's transaction; return its index in the log, from 0."""
        ...
