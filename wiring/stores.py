"""The stores of `stores.yaml`, opened when they are first needed and not before.

A store is opened for disposal apart from reading, with the credentials under `disposes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import TypeVar

from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import (
    Connector,
    Disposer,
    DocumentIndex,
    DocumentSource,
    PeopleSource,
    RecordSource,
)
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from recordkeeping.vocabulary.identifiers import DocumentRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import Record
from wiring.settings import StoreSettings

Port = TypeVar("Port")


@dataclass(slots=True)
class Stores:
    """Every store that the council named, by name."""

    settings: Mapping[StoreName, StoreSettings]
    base: Path
    _readers: dict[StoreName, object] = field(default_factory=dict)
    _disposers: dict[StoreName, Disposer] = field(default_factory=dict)

    def check(self) -> None:
        """Open every store both ways, or raise `Misconfigured` with every fault of every store."""
        faults: list[Fault] = []
        for name, settings in self.settings.items():
            try:
                self.reader(name)
                if settings.disposes is not None:
                    self.disposer(name)
            except Misconfigured as wrong:
                faults.extend(wrong.faults)
            except Refused as no:
                faults.append(Fault(f"stores.yaml:{name}", str(no)))
        if faults:
            raise Misconfigured(dict.fromkeys(faults))

    def reader(self, name: StoreName) -> object:
        """Return the store as it is opened for reading."""
        if name not in self._readers:
            settings = self._named(name)
            connector = load_connector(settings.connector, f"stores.yaml:{name}.connector")
            self._readers[name] = connector.reader(name, settings.for_reading(self.base))
        return self._readers[name]

    def disposer(self, name: StoreName) -> Disposer:
        """Return the store as it is opened for disposal; refuse one that may not dispose."""
        if name not in self._disposers:
            settings = self._named(name)
            how = settings.for_disposal(self.base)
            if how is None:
                raise Refused(
                    f"store {name} has no credentials for disposal; give it `disposes` in "
                    "stores.yaml, or have its owner dispose of the record"
                )
            connector = load_connector(settings.connector, f"stores.yaml:{name}.connector")
            self._disposers[name] = connector.disposer(name, how)
        return self._disposers[name]

    def lack_a_disposer(self, record: Record) -> bool:
        """Say whether some place of a record cannot be disposed of from here at all."""
        try:
            for place in record.places:
                self.disposer(place.store)
        except (Refused, Misconfigured):
            return True
        return False

    def record_sources(self) -> Iterator[tuple[StoreName, RecordSource]]:
        """Yield every store that has records."""
        return self._meeting(RecordSource)

    def document_indexes(self) -> Iterator[tuple[StoreName, DocumentIndex]]:
        """Yield every store that knows which documents are about whom."""
        return self._meeting(DocumentIndex)

    def record_source(self, name: StoreName) -> RecordSource:
        """Return a store that has records; refuse one that has none."""
        store = self.reader(name)
        if not isinstance(store, RecordSource):
            raise Refused(f"store {name} has no records to read")
        return store

    def fetch(self, document: DocumentRef) -> bytes:
        """Return a document's bytes from the store that has it."""
        store = self.reader(document.store)
        if not isinstance(store, DocumentSource):
            raise Refused(f"store {document.store} gives no documents")
        return store.fetch(document)

    def roster_of(self, subject: SubjectRef) -> Roster:
        """Return who is who around a person, from the first store that knows the person."""
        refusal = Refused("no store knows who is who; one with people is needed in stores.yaml")
        for _, store in self._meeting(PeopleSource):
            try:
                return store.roster_of(subject)
            except Refused as no:
                refusal = no
        raise refusal

    def _named(self, name: StoreName) -> StoreSettings:
        if name not in self.settings:
            raise Refused(f"store {name} is not in stores.yaml; name it there, or restore it")
        return self.settings[name]

    def _meeting(self, port: type[Port]) -> Iterator[tuple[StoreName, Port]]:
        for name in self.settings:
            store = self.reader(name)
            if isinstance(store, port):
                yield name, store


def load_connector(name: str, where: str) -> Connector:
    """Return the connector with this entry point; a name that nobody installed is a fault."""
    found = {entry.name: entry for entry in entry_points(group="muniment.connectors")}
    if name not in found:
        known = ", ".join(sorted(found)) or "none"
        raise Misconfigured([Fault(where, f"no connector {name} is installed; there are: {known}")])
    connector = found[name].load()()
    if not isinstance(connector, Connector):
        raise Misconfigured(
            [Fault(where, f"{name} is not a connector: it lacks reader or disposer")]
        )
    return connector
