"""The tables of the log, the same on SQLite and PostgreSQL; entries only ever grow.

    ledger_head        one row a log: size, frontier, root; its lock is the single writer's
    ledger_entry       the leaf, byte for byte, and its hash; numbered from the head, never by a
                       sequence: a rollback must not leave a gap
    ledger_once        what may happen to an item only once, and where it stands
    ledger_checkpoint  signed notes, and the frontier to go on from
    ledger_detail      what leaves only commit to: encrypted, and the one table that forgets

The triggers stop mistakes and the application's own account. They are no evidence: who owns the
database can remove them. Evidence is a checkpoint that somebody else has kept.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    insert,
    inspect,
    select,
)

from ledger.merkle import EMPTY_ROOT

metadata = MetaData()

_NUMBER = BigInteger().with_variant(Integer, "sqlite")

head = Table(
    "ledger_head",
    metadata,
    Column("log", Text, primary_key=True),
    Column("size", _NUMBER, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("root", LargeBinary, nullable=False),
    sqlite_strict=True,
)

entry = Table(
    "ledger_entry",
    metadata,
    Column("log", Text, primary_key=True),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("leaf", LargeBinary, nullable=False),
    Column("leaf_hash", LargeBinary, nullable=False),
    sqlite_strict=True,
)

once = Table(
    "ledger_once",
    metadata,
    Column("log", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("seq", _NUMBER, nullable=False),
    sqlite_strict=True,
)

checkpoint = Table(
    "ledger_checkpoint",
    metadata,
    Column("log", Text, primary_key=True),
    Column("size", _NUMBER, primary_key=True, autoincrement=False),
    Column("note", Text, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    sqlite_strict=True,
)

detail = Table(
    "ledger_detail",
    metadata,
    Column("log", Text, primary_key=True),
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
    Column("key_id", Text, nullable=False),
    Column("erase_after", Text),  # ISO 8601: the order of the text is the order of the days
    sqlite_strict=True,
)

_ONLY_GROW = (entry, once, checkpoint)


def create(connection: Connection, origin: str) -> bool:
    """Make the tables and this log, where they are missing; say whether the log is new."""
    if connection.dialect.name == "postgresql":
        # Two processes that start together would both find nothing and both create.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('muniment ledger'))")
    if not inspect(connection).has_table(head.name):
        metadata.create_all(connection)
        for statement in _triggers(connection.dialect.name):
            connection.exec_driver_sql(statement)
    if connection.execute(select(head.c.log).where(head.c.log == origin)).first():
        return False
    connection.execute(insert(head).values(log=origin, size=0, frontier=b"", root=EMPTY_ROOT))
    return True


def _triggers(dialect: str) -> list[str]:
    match dialect:
        case "sqlite":
            return [
                *(_sqlite_refuses(table, act) for table in _ONLY_GROW for act in _SQLITE_ACTS),
                _SQLITE_NEXT,
            ]
        case "postgresql":
            return [
                _POSTGRESQL_REFUSES,
                _POSTGRESQL_NEXT,
                *(statement for table in _ONLY_GROW for statement in _postgresql_guards(table)),
                "CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry"
                " FOR EACH ROW EXECUTE FUNCTION ledger_entry_is_next()",
                "ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_next",
            ]
        case _:
            raise ValueError(f"the ledger is kept in SQLite or PostgreSQL, not in {dialect}")


_SQLITE_ACTS = ("UPDATE", "DELETE")

# INSERT OR REPLACE deletes without asking the DELETE trigger: only the next number may come in.
_SQLITE_NEXT = """
    CREATE TRIGGER ledger_entry_next BEFORE INSERT ON ledger_entry
    WHEN NEW.seq IS NOT (SELECT size FROM ledger_head WHERE log = NEW.log)
    BEGIN SELECT RAISE(ABORT, 'an entry takes the next number'); END
"""

_POSTGRESQL_REFUSES = """
    CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$
"""

_POSTGRESQL_NEXT = """
    CREATE FUNCTION ledger_entry_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.seq IS DISTINCT FROM (SELECT size FROM ledger_head WHERE log = NEW.log) THEN
            RAISE EXCEPTION 'an entry takes the next number';
        END IF;
        RETURN NEW;
    END $$
"""


def _sqlite_refuses(table: Table, act: str) -> str:
    return (
        f"CREATE TRIGGER {table.name}_no_{act.lower()} BEFORE {act} ON {table.name}"
        " BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
    )


def _postgresql_guards(table: Table) -> tuple[str, str]:
    trigger = f"{table.name}_only_grows"
    return (
        f"CREATE TRIGGER {trigger} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table.name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows()",
        # ALWAYS: session_replication_role = replica would otherwise switch it off.
        f"ALTER TABLE {table.name} ENABLE ALWAYS TRIGGER {trigger}",
    )
