"""Opening our memory, bringing its tables up to date, and letting erased rows go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, OperationalError

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Unavailable

_MIGRATIONS = Path(__file__).with_name("migrations")
_VERSION_TABLE = "register_version"
_UPGRADE_LOCK = 0x6D756E69  # any number that nobody else locks in this database
_SECONDS_TO_WAIT = 30


def open_database(url: str | URL) -> Engine:
    """Open the database behind the URL; nothing is read or written yet.

    SQLite and PostgreSQL (`postgresql+psycopg://…`) are known; any other is `Misconfigured`.
    Values never appear in an error's text.
    """
    try:
        driver = make_url(url).drivername
    except ArgumentError:
        # The URL may hold a password, and SQLAlchemy's text repeats the URL.
        raise _misconfigured("is not a database URL") from None
    match driver:
        case "sqlite":
            engine = create_engine(url, hide_parameters=True)
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        case "postgresql+psycopg":
            # At READ COMMITTED a statement that waited for a lock sees what the other committed;
            # the gate of holds rests on it, so a server's own default may not change it.
            return create_engine(
                url,
                hide_parameters=True,
                isolation_level="READ COMMITTED",
                pool_pre_ping=True,
                # A run that died with a lock makes the next one fail with words, not wait for ever.
                connect_args={"options": f"-c lock_timeout={_SECONDS_TO_WAIT}s"},
            )
        case _:
            raise _misconfigured("begins with neither sqlite:/// nor postgresql+psycopg://")


def upgrade(engine: Engine) -> None:
    """Bring the tables up to this version; refuse a database that a newer version wrote."""
    config = Config()
    # The ini parser behind alembic reads a percent sign as the start of a variable.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with transaction(engine) as connection:
        _wait_for_other_upgrades(connection)
        found = MigrationContext.configure(
            connection, opts={"version_table": _VERSION_TABLE}
        ).get_current_revision()
        if found is not None and found not in known:
            raise _misconfigured("was written by a newer Muniment: install that version")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Open one transaction: committed at the end, undone when anything is raised."""
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError:
        # The driver's text may repeat a value of the row that it was writing.
        raise Unavailable("our own database does not answer, or is locked; try again") from None


def insert_into(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Return the dialect's INSERT, which alone knows ON CONFLICT; both spell it alike."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def scrub(engine: Engine) -> None:
    """Leave nothing of erased rows in an SQLite database's files.

    Erased rows are overwritten with zeros; their older pages stand in the write-ahead log until
    it is written back and cut. A PostgreSQL server keeps old row versions until its own VACUUM
    and the recycling of its log: that is its administrator's.
    """
    if engine.dialect.name != "sqlite":
        return
    # Not through `transaction`: a checkpoint inside a transaction does nothing.
    with closing(engine.raw_connection()) as connection:
        busy, *_ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Unavailable("our own database is being read; erased rows are not yet gone from it")


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # ours to begin, not the driver's
    for pragma in (
        f"busy_timeout = {_SECONDS_TO_WAIT * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads first and writes later would fail when another wrote in between;
    # taking the write lock at once makes it wait instead, and judges on what it will change.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _wait_for_other_upgrades(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})


def _misconfigured(because: str) -> Misconfigured:
    return Misconfigured([Fault("register database", because)])
