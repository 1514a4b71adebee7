"""The catalogue: until when every record is kept, as it was when its store was last read.

It decides nothing. It says which records are worth reading again, and whether anybody whom a
record is about has another that is kept longer: a file goes as a whole (R6). Whatever it says of a
record is judged anew from the store, at the proposal and at the intent. It is derived: who loses
it reads the stores again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    case,
    delete,
    extract,
    func,
    insert,
    or_,
    select,
    true,
)

from recordkeeping.retention.due import inputs_digest, may_ever_go
from recordkeeping.retention.ends import reckon
from recordkeeping.retention.schedule import Schedule
from recordkeeping.vocabulary.holds import HoldScope
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    Digest,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import Record
from register import schema
from register.database import insert_into

T = TypeVar("T")
_AT_ONCE = 400  # keys in one statement: SQLite of old takes 999 values


class State(StrEnum):
    """What is known of a record's end."""

    DATED = "dated"
    UNKNOWN = "unknown"  # a fact is missing: never due
    FOR_GOOD = "for_good"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of one record; its own class first.

    `keep_through` is None unless the state is `dated`. `proposable` says that the record may be
    proposed for destruction once that day is over. `inputs` is a digest of every fact that this
    rests on, and of whom the record is about.
    """

    record: RecordRef
    classes: tuple[ClassId, ...]
    people: frozenset[SubjectRef]
    state: State
    keep_through: date | None
    destroy_by: date | None
    rule: str | None
    proposable: bool
    inputs: Digest

    @classmethod
    def of(cls, record: Record, schedule: Schedule) -> Entry:
        """Reckon what the catalogue says of a record."""
        reckoning = reckon(record, schedule)
        known = reckoning.known
        people = frozenset(subject.ref for subject in record.subjects)
        facts = " ".join((inputs_digest(record), *sorted(people)))
        state = State.DATED if known else State.UNKNOWN if reckoning.missing else State.FOR_GOOD
        return cls(
            record=record.ref,
            classes=record.classes,
            people=people,
            state=state,
            keep_through=known.keep_through if known else None,
            destroy_by=known.destroy_by if known else None,
            rule=known.claim.rule if known else None,
            proposable=may_ever_go(record, schedule, reckoning),
            inputs=Digest(sha256(facts.encode()).hexdigest()),
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """Up to where a store was read, by which schedule, and on which day.

    `mark` is the store's own word for the place; None where it has none. `records` is how many
    it had when all of it was last read, and `readings` how often it was read at all.
    """

    mark: str | None
    schedule: str
    read_on: date
    records: int = 0
    readings: int = 1


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every record of the stores, in the transaction of the caller."""

    connection: Connection

    def take(self, entries: Iterable[Entry], schedule: str) -> int:
        """Keep what is said of some records, in place of what was; return how many changed."""
        changed = 0
        for some in _chunks(list(entries)):
            fresh = self.differing(some, schedule)
            changed += len(fresh)
            if fresh:
                self._write(fresh, schedule)
        return changed

    def differing(self, entries: Sequence[Entry], schedule: str) -> list[Entry]:
        """Return those of some entries that are not what is kept of their records."""
        found: list[Entry] = []
        for some in _chunks(entries):
            known = self._known([entry.record for entry in some])
            found += [e for e in some if known.get(e.record) != (e.inputs, schedule)]
        return found

    def forget(self, records: Iterable[RecordRef]) -> int:
        """Forget records that their store no longer has; return how many were known."""
        gone = 0
        for some in _chunks(list(records)):
            for table in (schema.catalogue_person, schema.catalogue):
                found = self.connection.execute(delete(table).where(_is_one_of(table, some)))
            gone += found.rowcount
        return gone

    def records_of(self, store: StoreName) -> Iterator[RecordRef]:
        """Yield every record of a store that the catalogue knows."""
        table = schema.catalogue
        keys = self.connection.scalars(select(table.c.record_key).where(table.c.store == store))
        return (RecordRef(store, key) for key in keys)

    def entry(self, record: RecordRef) -> Entry | None:
        """Return what is said of one record, or None."""
        return next(iter(self._entries([record])), None)

    def due(
        self, store: StoreName, today: date, limit: int, after: RecordRef | None = None
    ) -> list[RecordRef]:
        """Return records of a store whose day is over, by their keys, from behind one of them.

        Nothing is said of holds, and nothing of what was proposed already.
        """
        table = schema.catalogue
        asked = (
            select(table.c.record_key)
            .where(table.c.store == store, table.c.proposable, table.c.keep_through < today)
            .order_by(table.c.record_key)
            .limit(limit)
        )
        if after is not None:
            asked = asked.where(table.c.record_key > after.key)
        return [RecordRef(store, key) for key in self.connection.scalars(asked)]

    def kept_by_others(
        self, records: Sequence[RecordRef], today: date, families: Sequence[str]
    ) -> frozenset[RecordRef]:
        """Return those of some records of whose file something is not over (R6, R11).

        A person's file is all records about them one of whose classes begins with these letters
        ("SC", "AD"): a contact of a child who was looked after later goes with the looked-after
        record. What must be gone by a day waits for nothing. What is kept for good, or lacks a
        fact, keeps its file.
        """
        table, own = schema.catalogue, schema.catalogue.alias("own")
        mine = schema.catalogue_person.alias("mine")
        other = schema.catalogue_person.alias("other")
        another = or_(other.c.store != mine.c.store, other.c.record_key != mine.c.record_key)
        kept: set[RecordRef] = set()
        for some in _chunks(records) if families else ():
            asked = (
                select(mine.c.store, mine.c.record_key)
                .select_from(mine.join(own, _same(own, mine)))
                .join(other, (mine.c.person == other.c.person) & another)
                .join(table, _same(table, other))
                .where(
                    _is_one_of(mine, some),
                    own.c.destroy_by.is_(None),
                    _is_of(own, families),
                    _is_of(table, families),
                    _is_not_over(today),
                )
                .distinct()
            )
            kept |= {RecordRef(StoreName(s), k) for s, k in self.connection.execute(asked)}
        return frozenset(kept)

    def keeps_another_of(self, record: Record, today: date, families: Sequence[str]) -> bool:
        """Say the same of one record as its store has it now, whatever the catalogue says of it.

        Whether it must be gone by a day is the caller's to know.
        """
        if not any(name.partition("-")[0] in families for name in record.classes):
            return False
        table, other = schema.catalogue, schema.catalogue_person
        for some in _chunks(sorted({subject.ref for subject in record.subjects})):
            asked = (
                select(table.c.record_key)
                .select_from(other.join(table, _same(table, other)))
                .where(
                    other.c.person.in_(some),
                    _is_of(table, families),
                    _is_not_over(today),
                    or_(table.c.store != record.ref.store, table.c.record_key != record.ref.key),
                )
                .limit(1)
            )
            if self.connection.execute(asked).first() is not None:
                return True
        return False

    def caught_by(self, scopes: Iterable[HoldScope]) -> int:
        """Return how many records the catalogue knows that fall under any of these scopes.

        A record is known by its own place: a scope that names a copy's is asked for nothing.
        """
        table = schema.catalogue
        caught = [_falls_under(scope) for scope in scopes]
        if not caught:
            return 0
        found = select(func.count()).select_from(table).where(or_(*caught))
        return self.connection.scalar(found) or 0

    def counts(self, store: StoreName, today: date) -> dict[str, int]:
        """Return how many records of a store are known, and how they stand but for holds."""
        table = schema.catalogue
        of = select(func.count()).select_from(table).where(table.c.store == store)
        over = (table.c.keep_through < today, table.c.proposable)
        return {
            "records": self.connection.scalar(of) or 0,
            "unknown": self.connection.scalar(of.where(table.c.state == State.UNKNOWN.value)) or 0,
            "over": self.connection.scalar(of.where(*over)) or 0,
        }

    def forecast(self) -> dict[tuple[int, ClassId], int]:
        """Return how many records may go from some day of each year on, by class, but for holds.

        A record whose last day is 31 December may go in the year that follows.
        """
        table = schema.catalogue
        year = extract("year", table.c.keep_through)
        last = (extract("month", table.c.keep_through) == 12) & (
            extract("day", table.c.keep_through) == 31
        )
        when = (year + case((last, 1), else_=0)).label("when")
        each = select(when, table.c.record_class).where(table.c.proposable).subquery()
        rows = self.connection.execute(
            select(each.c.when, each.c.record_class, func.count()).group_by(
                each.c.when, each.c.record_class
            )
        )
        return {(int(when), ClassId(name)): count for when, name, count in rows}

    def mark_of(self, store: StoreName) -> Mark | None:
        """Return up to where a store was read, or None where it never was to its end."""
        table = schema.catalogue_mark
        row = self.connection.execute(select(table).where(table.c.store == store)).one_or_none()
        if row is None:
            return None
        return Mark(row.mark, row.schedule, row.read_on, row.records, row.readings)

    def set_mark(self, store: StoreName, mark: Mark) -> None:
        """Keep up to where a store was read."""
        words = asdict(mark)
        self.connection.execute(
            insert_into(self.connection, schema.catalogue_mark)
            .values(store=store, **words)
            .on_conflict_do_update(index_elements=["store"], set_=words)
        )

    def _known(self, records: Sequence[RecordRef]) -> dict[RecordRef, tuple[str, str]]:
        table = schema.catalogue
        rows = self.connection.execute(
            select(table.c.store, table.c.record_key, table.c.inputs, table.c.schedule).where(
                _is_one_of(table, records)
            )
        )
        return {RecordRef(StoreName(r.store), r.record_key): (r.inputs, r.schedule) for r in rows}

    def _write(self, entries: Sequence[Entry], schedule: str) -> None:
        people = schema.catalogue_person
        rows = [_row(entry, schedule) for entry in entries]
        adding = insert_into(self.connection, schema.catalogue)
        values = {name: adding.excluded[name] for name in rows[0] if name not in _KEY}
        self.connection.execute(
            adding.on_conflict_do_update(index_elements=list(_KEY), set_=values), rows
        )
        self.connection.execute(
            delete(people).where(_is_one_of(people, [entry.record for entry in entries]))
        )
        about = [
            {"store": entry.record.store, "record_key": entry.record.key, "person": person}
            for entry in entries
            for person in sorted(entry.people)
        ]
        if about:
            self.connection.execute(insert(people), about)

    def _entries(self, records: Sequence[RecordRef]) -> Iterator[Entry]:
        table, people = schema.catalogue, schema.catalogue_person
        about: dict[RecordRef, set[SubjectRef]] = {record: set() for record in records}
        for row in self.connection.execute(select(people).where(_is_one_of(people, records))):
            about[RecordRef(StoreName(row.store), row.record_key)].add(SubjectRef(row.person))
        for row in self.connection.execute(select(table).where(_is_one_of(table, records))):
            record = RecordRef(StoreName(row.store), row.record_key)
            yield Entry(
                record=record,
                classes=tuple(map(ClassId, row.classes.strip("|").split("|"))),
                people=frozenset(about[record]),
                state=State(row.state),
                keep_through=row.keep_through,
                destroy_by=row.destroy_by,
                rule=row.rule,
                proposable=row.proposable,
                inputs=Digest(row.inputs),
            )


_KEY = ("store", "record_key")


def _row(entry: Entry, schedule: str) -> dict[str, object]:
    return {
        "store": entry.record.store,
        "record_key": entry.record.key,
        "record_class": entry.classes[0],
        "classes": f"|{'|'.join(entry.classes)}|",
        "state": entry.state.value,
        "keep_through": entry.keep_through,
        "destroy_by": entry.destroy_by,
        "rule": entry.rule,
        "proposable": entry.proposable,
        "inputs": entry.inputs,
        "schedule": schedule,
    }


def _same(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(one.c.store == other.c.store, one.c.record_key == other.c.record_key)


def _is_of(table: FromClause, families: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(table.c.classes.contains(f"|{name}-", autoescape=True) for name in families))


def _is_not_over(today: date) -> ColumnElement[bool]:
    keep_through = schema.catalogue.c.keep_through
    return or_(keep_through.is_(None), keep_through >= today)


def _falls_under(scope: HoldScope) -> ColumnElement[bool]:
    """Say that a row of the catalogue meets every dimension that a scope names."""
    table, person = schema.catalogue, schema.catalogue_person
    asked: list[ColumnElement[bool]] = [true()]
    if scope.subjects:
        about = select(person.c.record_key).where(
            person.c.store == table.c.store,
            person.c.record_key == table.c.record_key,
            person.c.person.in_(sorted(scope.subjects)),
        )
        asked.append(about.exists())
    if scope.records:
        asked.append(_is_one_of(table, sorted(scope.records)))
    if scope.classes:
        named = (table.c.classes.contains(f"|{name}|", autoescape=True) for name in scope.classes)
        asked.append(or_(*named))
    return and_(*asked)


def _is_one_of(table: FromClause, records: Sequence[RecordRef]) -> ColumnElement[bool]:
    """Say that a row is of one of some records."""
    by_store: dict[str, list[str]] = {}
    for record in records:
        by_store.setdefault(record.store, []).append(record.key)
    return or_(
        *(
            and_(table.c.store == store, table.c.record_key.in_(keys))
            for store, keys in by_store.items()
        )
    )


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
