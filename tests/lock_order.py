"""Watch every transaction take its locks; raise where one takes them in another order.

Two transactions that take the same locks in different orders can each wait for the other: the
database then throws one of them out, and what an officer did is undone. Such a meeting is too
rare to wait for in a test. So the order itself is watched, in whatever a test makes happen, with
either database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import (
    URL,
    Connection,
    Delete,
    Engine,
    Insert,
    Select,
    Table,
    Update,
    create_engine,
    event,
)
from sqlalchemy.sql.expression import Executable

ORDER = ("request", "gate", "lease", "proposal", "ledger_head")
"""As `register/gates.py` writes it down: by table, and within a table by key."""

BEHIND = {
    # Whoever deletes from these holds the row of ORDER that owns them: nobody else is there.
    "proposal_record": "proposal",
    "disposal_place": "proposal",
}

_POSTGRESQL = create_engine("postgresql+psycopg://").dialect

Lock = tuple[int, Any]


class OutOfOrder(AssertionError):
    """A lock was taken after one that comes later in the order."""


@dataclass(slots=True)
class Taken:
    """What one transaction has locked, and the rows that it made itself and nobody else sees."""

    locks: list[Lock] = field(default_factory=list)
    made: set[Lock] = field(default_factory=set)


@dataclass(slots=True)
class Watch:
    """The transactions that are open, and the ways in which those that ended took their locks."""

    database: URL
    open: WeakKeyDictionary[Connection, Taken] = field(default_factory=WeakKeyDictionary)
    ways: set[tuple[str, ...]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def begun(self, connection: Connection) -> None:
        """Begin with no lock; what is no memory of ours, a council's store, is not watched."""
        if connection.engine.url == self.database:
            self.open[connection] = Taken()

    def committed(self, connection: Connection) -> None:
        """Remember in what order a transaction took its locks."""
        names = [
            f"gate {key}" if ORDER[place] == "gate" else ORDER[place]
            for place, key in self.open.pop(connection, Taken()).locks
        ]
        self.ways.add(tuple(dict.fromkeys(names)))

    def executed(
        self,
        connection: Connection,
        statement: Executable,
        many: Sequence[Mapping[str, Any]],
        one: Mapping[str, Any],
        _: Mapping[str, Any],
    ) -> None:
        """Take the locks of a statement that is about to run, or raise."""
        taken = self.open.get(connection)
        if taken is None:
            return
        if isinstance(statement, Insert) and statement.table.name != "lease":
            self._made(taken, statement, [*many, one])
        for lock in _locks_of(statement, connection, [*many, one]):
            if lock in taken.made or lock in taken.locks:
                continue
            if taken.locks and lock < max(taken.locks):
                last = max(taken.locks)
                self._tell(f"{ORDER[lock[0]]} {lock[1]} after {ORDER[last[0]]} {last[1]}")
            taken.locks.append(lock)

    def _tell(self, wrong: str) -> None:
        self.wrong.append(wrong)
        raise OutOfOrder(wrong)

    def _made(self, taken: Taken, statement: Insert, rows: Sequence[Mapping[str, Any]]) -> None:
        if statement.table.name in ORDER:
            place = ORDER.index(statement.table.name)
            values = [*rows, statement.compile().params]
            taken.made |= {(place, row["id"]) for row in values if row.get("id") is not None}


@contextmanager
def watched(memory: Engine) -> Iterator[Watch]:
    """Watch every transaction of this memory, by whichever engine, until the end of the block.

    A wrong order stops its transaction where it is taken. A step of Prefect's tells a defect
    without its words, so it is raised once more at the end.
    """
    watch = Watch(memory.url)
    heard: dict[str, Callable[..., None]] = {
        "begin": watch.begun,
        "commit": watch.committed,
        "before_execute": watch.executed,
    }
    for name, listener in heard.items():
        event.listen(Engine, name, listener)
    try:
        yield watch
    finally:
        for name, listener in heard.items():
            event.remove(Engine, name, listener)
        if watch.wrong:
            raise OutOfOrder(watch.wrong[0])


def _locks_of(
    statement: Executable, connection: Connection, rows: Sequence[Mapping[str, Any]]
) -> list[Lock]:
    """Return the rows of ORDER that a statement locks, in the order in which it does."""
    match statement:
        case Select():
            # SQLite has no FOR UPDATE and is told none: what PostgreSQL would be told counts.
            compiled = statement.compile(dialect=_POSTGRESQL)
            if "FOR UPDATE" not in str(compiled):
                return []
            [table] = statement.get_final_froms()
            assert isinstance(table, Table)
            keys = _flat(compiled.params.values())
            if len(keys) > 1 and "ORDER BY" not in str(compiled):
                raise OutOfOrder(f"several rows of {table.name} at once, in no order")
            return _of(table, sorted(keys))
        case Update() | Delete():
            assert isinstance(statement.table, Table)
            if (owner := BEHIND.get(statement.table.name)) is not None:
                return _of_name(owner, _keys(statement, connection, "item"))
            if statement.table.name == "ledger_head":
                return _of(statement.table, [""])
            return _of(statement.table, _keys(statement, connection, "item"))
        case Insert():
            return _of_insert(statement, [*rows, statement.compile().params])
        case _:
            return []


def _of_insert(statement: Insert, rows: Sequence[Mapping[str, Any]]) -> list[Lock]:
    """Return what an insert locks: a lease that may stand already, and the rows it refers to.

    PostgreSQL locks the row that a foreign key names until the transaction ends.
    """
    table = statement.table
    assert isinstance(table, Table)
    locks = []
    if table.name == "lease":
        locks += _of(table, [row["item"] for row in rows if row.get("item") is not None])
    for key in table.foreign_keys:
        keys = {row.get(key.parent.name) for row in rows} - {None}
        locks += _of_name(key.column.table.name, sorted(keys, key=str))
    return locks


def _keys(statement: Update | Delete, connection: Connection, column: str) -> list[Any]:
    params = statement.compile(dialect=connection.dialect).params
    return _flat(value for name, value in params.items() if name.startswith(f"{column}_"))


def _flat(values: Any) -> list[Any]:
    return [
        one for value in values for one in (value if isinstance(value, list | tuple) else [value])
    ]


def _of(table: Table, keys: Sequence[Any]) -> list[Lock]:
    return _of_name(table.name, keys)


def _of_name(table: str, keys: Sequence[Any]) -> list[Lock]:
    if table not in ORDER:
        return []
    return [(ORDER.index(table), key) for key in keys]
