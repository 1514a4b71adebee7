"""Case systems that can be reached by SQL: SQLite and PostgreSQL, their tables by a mapping.

A record's key is its table and its key there: `ssd_cin_episodes/R000123`. `extract/…` is the
document that the case system's own rows about one person make.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Engine, delete, func, or_, select, text
from sqlalchemy.engine import Connection

from connectors._boundary import own_key, read_closed, store_fault
from connectors._cells import (
    Row,
    UnreadableError,
    all_subjects,
    day_of,
    list_of,
    record_of,
    subject_of,
    text_of,
)
from connectors._database import SqlSettings, Tables, answers_of, describe, open_engine
from connectors._mapping import (
    PROFILES,
    DocumentTable,
    ExtractTable,
    PeopleTable,
    RecordTable,
    SqlMapping,
    load_mapping,
    missing,
    parts_of,
)
from connectors._roster import RosterReader
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Changes, IndexedDocument
from recordkeeping.vocabulary.calendars import ONE_DAY
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unavailable
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    DocumentRef,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import DobQuality, Record, Subject

T = TypeVar("T")
_ROWS_AT_ONCE = 500
_EXTRACT = "extract/"

# Which table is referred to by which, where deleting there does more than refuse. SQLAlchemy's own
# inspection misses this for a key that SQLite was given beside its column.
_FURTHER = {
    "sqlite": text(
        """SELECT f."table", m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND upper(f.on_delete) NOT IN ('NO ACTION', 'RESTRICT')"""
    ),
    "postgresql": text(
        """SELECT referred.relname, own.relname FROM pg_constraint c
        JOIN pg_class own ON own.oid = c.conrelid
        JOIN pg_class referred ON referred.oid = c.confrelid
        WHERE c.contype = 'f' AND c.confdeltype NOT IN ('a', 'r')"""
    ),
}


class SqlConnector:
    """Reaches a case system through its database."""

    def reader(self, name: StoreName, settings: Mapping[str, object]) -> SqlReader:
        """Open the database so that it cannot be written to."""
        keys, mapping, where = _read(name, settings)
        engine = open_engine(name, keys, writable=False)
        with answers_of(name):
            tables = _checked(engine, mapping, where)
        return SqlReader(name, engine, tables, mapping, keys.max_bytes)

    def disposer(self, name: StoreName, settings: Mapping[str, object]) -> SqlDisposer:
        """Open the database for disposal; refuse one in which disposing of one row takes others."""
        keys, mapping, where = _read(name, settings)
        engine = open_engine(name, keys, writable=True)
        with answers_of(name):
            tables = _checked(engine, mapping, where)
            if faults := tuple(_reaching_further(engine, mapping, name)):
                raise Misconfigured(faults)
        return SqlDisposer(name, engine, tables, {kind.table: kind for kind in mapping.records})


def _read(name: StoreName, given: Mapping[str, object]) -> tuple[SqlSettings, SqlMapping, str]:
    keys = read_closed(SqlSettings, f"stores.yaml:{name}", given)
    if keys.mapping:
        path = keys.path(keys.mapping)
    elif keys.profile in (shipped := {found.stem: found for found in PROFILES.glob("*.yaml")}):
        path = shipped[keys.profile]
    else:
        raise store_fault(
            name, "profile", f"is none of ours; there is: {', '.join(sorted(shipped))}"
        )
    return keys, load_mapping(path), path.name


def _checked(engine: Engine, mapping: SqlMapping, where: str) -> Tables:
    """Compare the mapping with the database; every table, column and doubtful key is told."""
    tables = describe(engine, {part.table for _, part in parts_of(mapping, where)})
    if faults := tuple(missing(mapping, where, tables.names())):
        raise Misconfigured(faults)
    with engine.connect() as connection:
        faults = tuple(_doubtful_keys(connection, tables, mapping, where))
    if faults:
        raise Misconfigured(faults)
    return tables


def _doubtful_keys(
    connection: Connection, tables: Tables, mapping: SqlMapping, where: str
) -> Iterator[Fault]:
    for number, kind in enumerate(mapping.records):
        key = tables.cell(kind.table, kind.key)
        twice = (
            select(key)
            .select_from(tables.clauses[kind.table])
            .group_by(key)
            .having(or_(func.count() > 1, key.is_(None)))
        )
        if connection.execute(twice.limit(1)).first():
            yield Fault(
                f"{where}:records[{number}].key",
                f"rows of {kind.table} share a key or have none; name a column that is unique",
            )


def _reaching_further(engine: Engine, mapping: SqlMapping, name: StoreName) -> Iterator[Fault]:
    """Yield a fault for every foreign key by which a disposal would change rows nobody named."""
    records = {kind.table.casefold() for kind in mapping.records}
    with engine.connect() as connection:
        for referred, table in connection.execute(_FURTHER[engine.dialect.name]):
            if referred.casefold() in records:
                yield Fault(
                    f"stores.yaml:{name}.disposes",
                    f"disposing of a row of {referred} changes {table} as well (ON DELETE); "
                    "have the database refuse instead",
                )


@dataclass(frozen=True, slots=True)
class SqlReader:
    """A case system, opened for reading: its records, its index of documents, its people."""

    store: StoreName
    engine: Engine
    tables: Tables
    mapping: SqlMapping
    max_bytes: int

    def records(self) -> Iterator[Record]:
        """Yield every record, table by table, in the order of their keys."""
        with answers_of(self.store), self._snapshot() as connection:
            for kind in self.mapping.records:
                asked = self.tables.all_cells(kind.table).order_by(
                    self.tables.cell(kind.table, kind.key)
                )
                streamed = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(asked)
                for batch in streamed.mappings().partitions():
                    yield from self._read(connection, kind, batch)  # type: ignore[arg-type]  # RowMappings of text

    def record(self, ref: RecordRef) -> Record | None:
        """Read one record again; None where its row is gone, or never was."""
        table, _, key = own_key(self.store, ref.store, ref.key).partition("/")
        kind = next((kind for kind in self.mapping.records if kind.table == table), None)
        if kind is None:
            return None
        with answers_of(self.store), self.engine.connect() as connection:
            rows = self.tables.rows(connection, table, kind.key, [key], kind.key)
            found = [row for row in rows if row[kind.key] == key]
            if len(found) > 1:
                raise Refused(f"rows of {table} in store {self.store} share a key; make it unique")
            return next(self._read(connection, kind, found), None)

    def changed_since(self, mark: str | None) -> Changes | None:
        """Return what changed since a mark; None where the mapping names no `changed` for it all.

        Each table is read from the day before the latest change that the mark knows: a change may
        have been made before that one and committed behind it.
        """
        tables: list[RecordTable | PeopleTable] = [*self.mapping.records, self.mapping.people.known]
        columns = {part.table: part.changed for part in tables if part.changed}
        if len(columns) < len({part.table for part in tables}):
            return None
        with answers_of(self.store), self.engine.connect() as connection:
            reached = {of: self._latest(connection, of, name) for of, name in columns.items()}
        since = _days_before(mark, columns) if mark is not None else None
        records = self.records() if since is None else self._changed(columns, since)
        return Changes(records, json.dumps(reached, sort_keys=True))

    def _latest(self, connection: Connection, of: str, name: str) -> str | None:
        """Return the latest change of a table; refuse a column that tells no day."""
        cell = self.tables.cell(of, name)
        latest: str | None = connection.scalar(select(func.max(cell)))
        if latest is not None and day_of(latest) is None:
            told = f"{of}.{name} of store {self.store} tells no day; map another as `changed`"
            raise Refused(f"{told}, or none")
        return latest

    def _changed(self, columns: Mapping[str, str], since: Mapping[str, date]) -> Iterator[Record]:
        known = self.mapping.people.known
        with answers_of(self.store), self._snapshot() as connection:
            key = self.tables.cell(known.table, known.key)
            people = list(
                connection.scalars(
                    select(key).where(
                        self.tables.is_since(known.table, columns[known.table], since[known.table])
                    )
                )
            )
            for kind in self.mapping.records:
                conditions = [
                    self.tables.is_since(kind.table, columns[kind.table], since[kind.table]),
                    *self._about(kind, people),
                ]
                seen: set[str | None] = set()
                for condition in conditions:
                    asked = self.tables.all_cells(kind.table).where(condition)
                    rows = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(asked)
                    for batch in rows.mappings().partitions():
                        fresh = [row for row in batch if row[kind.key] not in seen]
                        seen.update(row[kind.key] for row in fresh)
                        yield from self._read(connection, kind, fresh)  # type: ignore[arg-type]  # RowMappings of text

    def _about(self, kind: RecordTable, people: Sequence[str]) -> Iterator[ColumnElement[bool]]:
        """Yield conditions under which a row is about some people, or may be."""
        for some in _chunks(people):
            yield or_(*(self.tables.equal(kind.table, name, some) for name in kind.subjects))
        if people and kind.subjects_json:
            # Who else stands in a list is told by reading it.
            yield self.tables.cell(kind.table, kind.subjects_json).is_not(None)

    def documents_about(self, subject: SubjectRef) -> Iterator[IndexedDocument]:
        """Yield every document about the person, then the extract of the system's own rows."""
        seen: set[DocumentRef] = set()
        with answers_of(self.store), self.engine.connect() as connection:
            for index in self.mapping.documents:
                for row in self._indexed(connection, index, subject):
                    document = self._document(index, row)
                    if document.ref not in seen:
                        seen.add(document.ref)
                        yield document
            has_rows = any(rows for _, rows in self._own_rows(connection, subject))
        if has_rows:
            ref = DocumentRef(self.store, f"{_EXTRACT}{subject}")
            yield IndexedDocument(ref, "text/plain", "Case system extract")

    def fetch(self, document: DocumentRef) -> bytes:
        """Return an extract: every row about the person, with readable labels, as text."""
        key = own_key(self.store, document.store, document.key)
        if not key.startswith(_EXTRACT):
            raise Refused(f"the index of store {self.store} names no file for this document")
        with answers_of(self.store), self.engine.connect() as connection:
            subject = SubjectRef(key.removeprefix(_EXTRACT))
            sections = [
                _section(part, rows) for part, rows in self._own_rows(connection, subject) if rows
            ]
        if not sections:
            raise Refused(f"store {self.store} has no rows about this person")
        whole = "\n\n".join(("Case system extract", *sections)).encode() + b"\n"
        if len(whole) > self.max_bytes:
            raise Refused(f"an extract of store {self.store} is larger than {self.max_bytes} bytes")
        return whole

    def roster_of(self, subject: SubjectRef) -> Roster:
        """Return the people of this person's file; refuse a person it does not know."""
        with answers_of(self.store), self.engine.connect() as connection:
            reader = RosterReader(self.store, self.tables, self.mapping.people, connection)
            return reader.roster_of(subject)

    def _snapshot(self) -> Connection:
        """Connect so that a long reading sees one state of the database."""
        connection = self.engine.connect()
        if self.engine.dialect.name == "postgresql":
            return connection.execution_options(isolation_level="REPEATABLE READ")
        return connection

    def _read(
        self, connection: Connection, kind: RecordTable, rows: Sequence[Row]
    ) -> Iterator[Record]:
        ids = {subject for row in rows for subject in all_subjects(kind, row)}
        known = self.mapping.people.known
        people = {
            subject.ref: subject
            for some in _chunks(sorted(ids))
            for row in self.tables.rows(connection, known.table, known.key, some, known.key)
            if (subject := subject_of(known, row))
        }
        for row in rows:
            yield record_of(self.store, kind, row, lambda ref: people.get(ref) or _stranger(ref))

    def _indexed(
        self, connection: Connection, index: DocumentTable, subject: SubjectRef
    ) -> Iterator[Row]:
        """Yield the rows of the index in which the person is the main or a further subject."""
        asked = self.tables.all_cells(index.table)
        about = self.tables.equal(index.table, index.person, [subject])
        if index.further_people_json:
            about = or_(
                about, self.tables.cell(index.table, index.further_people_json).is_not(None)
            )
        ordered = asked.where(about).order_by(self.tables.cell(index.table, index.key))
        row: Row
        for row in connection.execute(ordered).mappings():  # type: ignore[assignment]  # a RowMapping of text
            if row[index.person] == subject or _names(index, row, subject):
                yield row

    def _document(self, index: DocumentTable, row: Row) -> IndexedDocument:
        store, path = row[index.store], row[index.path]
        ref = (
            DocumentRef(StoreName(store), path)
            if store and path
            # Told all the same: fetching it is refused, and the refusal becomes a gap.
            else DocumentRef(self.store, f"{index.table}/{row[index.key]}")
        )
        record_class = text_of(row, index.class_column)
        return IndexedDocument(
            ref=ref,
            media_type=text_of(row, index.media_type) or "application/octet-stream",
            title=text_of(row, index.title),
            dated=day_of(text_of(row, index.dated)),
            record_class=ClassId(record_class) if record_class else None,
        )

    def _own_rows(
        self, connection: Connection, subject: SubjectRef
    ) -> Iterator[tuple[ExtractTable, list[Row]]]:
        for part in self.mapping.extract:
            if part.table not in self.tables.clauses:
                continue
            rows = self.tables.rows(connection, part.table, part.person, [subject], part.person)
            # Tables without a key have no order of their own; their text gives them one.
            yield part, sorted(rows, key=lambda row: json.dumps(dict(row), sort_keys=True))


def _days_before(mark: str, columns: Mapping[str, str]) -> dict[str, date] | None:
    """Return the day before each table's latest change; None where the mark is of other tables."""
    try:
        reached = json.loads(mark)
    except ValueError:
        return None
    if not isinstance(reached, dict) or reached.keys() != columns.keys():
        return None
    days = {of: day_of(str(latest)) for of, latest in reached.items()}
    return {of: day - ONE_DAY if day else date.min for of, day in days.items()}


def _chunks(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    return (ids[at : at + _ROWS_AT_ONCE] for at in range(0, len(ids), _ROWS_AT_ONCE))


def _stranger(ref: SubjectRef) -> Subject:
    """Return somebody whom the table of people lacks: nothing is known, so nothing is due."""
    return Subject(ref, None, DobQuality.UNKNOWN)


def _names(index: DocumentTable, row: Row, subject: SubjectRef) -> bool:
    further = text_of(row, index.further_people_json)
    try:
        return subject in list_of(further)
    except UnreadableError:
        # A list that cannot be read but holds these very letters: a person looks and decides.
        return subject in further


def _section(part: ExtractTable, rows: Iterable[Row]) -> str:
    """Write the rows of one table: its title, then a paragraph for each row."""
    paragraphs = (
        "\n".join(f"{_label(name)}: {cell}" for name, cell in row.items() if cell) for row in rows
    )
    return "\n\n".join((part.title.upper(), *paragraphs))


def _label(column: str) -> str:
    """Make a column's name readable: `cine_close_date` becomes `Close date`."""
    _, _, rest = column.partition("_")
    return (rest or column).replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class SqlDisposer:
    """A case system, opened for disposal: of rows of the mapped tables, one at a time."""

    store: StoreName
    engine: Engine
    tables: Tables
    kinds: Mapping[str, RecordTable]

    def dispose(self, record: RecordRef) -> None:
        """Delete the row in a transaction of its own; refuse where other rows depend on it."""
        kind, key = self._row(record)
        same = self.tables.cell(kind.table, kind.key) == key
        with answers_of(self.store):
            with self.engine.begin() as connection:
                deleted = connection.execute(delete(self.tables.clauses[kind.table]).where(same))
                if deleted.rowcount > 1:
                    raise Refused(
                        f"{deleted.rowcount} rows of store {self.store} share this key: none was "
                        "deleted; make the key unique"
                    )
            self._clear_log()

    def holds(self, record: RecordRef) -> bool:
        """Say whether the row is there, by a fresh SELECT on a new connection."""
        kind, key = self._row(record)
        cell = self.tables.cell(kind.table, kind.key)
        asked = select(cell).select_from(self.tables.clauses[kind.table]).where(cell == key)
        with answers_of(self.store), self.engine.connect() as connection:
            return connection.execute(asked.limit(1)).first() is not None

    def _row(self, record: RecordRef) -> tuple[RecordTable, str]:
        table, _, key = own_key(self.store, record.store, record.key).partition("/")
        if table not in self.kinds or not key:
            raise Refused(f"store {self.store} disposes only of rows of its mapped tables")
        return self.kinds[table], key

    def _clear_log(self) -> None:
        """Empty SQLite's write-ahead log, where the row would live on in clear (secure_delete)."""
        if self.engine.dialect.name != "sqlite":
            return
        with self.engine.connect() as connection:
            busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
        if busy:
            raise Unavailable(f"store {self.store} is being read: its log cannot be emptied yet")
