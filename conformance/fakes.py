"""Stores and a log in memory, for rehearsals and tests: they keep every promise of their ports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import IndexedDocument
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.events import Event
from recordkeeping.vocabulary.identifiers import DocumentRef, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import Record


@dataclass(slots=True)
class FakeStore:
    """One store that meets every port: put records, documents and rosters in, and read them."""

    name: StoreName
    _records: dict[str, Record] = field(default_factory=dict, repr=False)
    _documents: dict[str, bytes] = field(default_factory=dict, repr=False)
    _index: dict[SubjectRef, list[IndexedDocument]] = field(default_factory=dict, repr=False)
    _rosters: dict[SubjectRef, Roster] = field(default_factory=dict, repr=False)

    def put(self, record: Record) -> None:
        """Keep a record, in place of one with the same key."""
        self._records[self._own(record.ref)] = record

    def put_document(
        self, document: IndexedDocument, content: bytes, about: Iterable[SubjectRef] = ()
    ) -> None:
        """Keep a document, and note whom it is about."""
        self._documents[self._own(document.ref)] = content
        for subject in about:
            self._index.setdefault(subject, []).append(document)

    def put_roster(self, subject: SubjectRef, roster: Roster) -> None:
        """Keep the people of somebody's file."""
        self._rosters[subject] = roster

    def records(self) -> Iterator[Record]:
        """Yield every record, in the order of their keys."""
        yield from (self._records[key] for key in sorted(self._records))

    def record(self, ref: RecordRef) -> Record | None:
        """Return one record, or None."""
        return self._records.get(self._own(ref))

    def documents_about(self, subject: SubjectRef) -> Iterator[IndexedDocument]:
        """Yield what is about the person, in the order of their keys."""
        yield from sorted(self._index.get(subject, ()), key=lambda document: document.ref)

    def fetch(self, document: DocumentRef) -> bytes:
        """Return a document; refuse one that is not here."""
        try:
            return self._documents[self._own(document)]
        except KeyError:
            raise Refused(f"store {self.name} has no such document") from None

    def roster_of(self, subject: SubjectRef) -> Roster:
        """Return the people of a file; refuse somebody unknown."""
        try:
            return self._rosters[subject]
        except KeyError:
            raise Refused(f"store {self.name} does not know this person") from None

    def dispose(self, record: RecordRef) -> None:
        """Forget the record or document with this key."""
        key = self._own(record)
        self._records.pop(key, None)
        self._documents.pop(key, None)

    def holds(self, record: RecordRef) -> bool:
        """Say whether anything stands under this key."""
        key = self._own(record)
        return key in self._records or key in self._documents

    def _own(self, ref: RecordRef | DocumentRef) -> str:
        if ref.store != self.name:
            raise Refused(f"store {self.name} was asked about something of store {ref.store}")
        return ref.key


@dataclass(frozen=True, slots=True)
class FakeConnector:
    """Reaches fakes by their names; both ways lead to the same store."""

    stores: Mapping[StoreName, FakeStore]

    def reader(self, name: StoreName, settings: Mapping[str, object]) -> FakeStore:
        """Return the store, whatever its settings."""
        return self.stores[name]

    def disposer(self, name: StoreName, settings: Mapping[str, object]) -> FakeStore:
        """Return the same store."""
        return self.stores[name]


@dataclass(slots=True)
class FakeLog:
    """A log that keeps its events in a list, for a test to read."""

    events: list[Event] = field(default_factory=list)

    def append(self, event: Event) -> int:
        """Keep the event; return its place, from 0."""
        self.events.append(event)
        return len(self.events) - 1
