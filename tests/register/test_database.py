"""The register opens on both databases, moves forward alone, and tells nobody a value."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, insert, text
from sqlalchemy.exc import IntegrityError

from recordkeeping.vocabulary.errors import Misconfigured, Unavailable
from register import schema
from register.database import open_database, scrub, transaction, upgrade


def test_the_migrations_make_exactly_the_tables_of_the_schema(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": "register_version", "compare_type": True}
        )
        assert compare_metadata(context, schema.metadata) == []


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM gate")) == 2


def test_a_database_of_a_newer_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE register_version SET version_num = '9999'"))
    with pytest.raises(Misconfigured, match="newer Muniment"):
        upgrade(engine)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://root:SECRET@localhost/x",
        "not a url SECRET",
        "sqlite+SECRET://",
        "postgresql://SECRET@h/x",
    ],
)
def test_a_url_we_cannot_use_is_a_fault_of_the_settings_and_is_not_repeated(url: str) -> None:
    with pytest.raises(Misconfigured) as fault:
        open_database(url)
    assert "SECRET" not in str(fault.value)


def test_a_database_that_is_away_is_unavailable_and_its_password_untold(tmp_path: Path) -> None:
    engine = open_database(f"postgresql+psycopg://u:SECRET@/x?host={tmp_path}")
    with pytest.raises(Unavailable) as away:
        upgrade(engine)
    assert "SECRET" not in str(away.value)
    assert away.value.__suppress_context__


def test_a_database_error_repeats_no_value(engine: Engine) -> None:
    row = {"hold": "none", "dimension": "subject", "store": "", "value": "KAYLEIGH-MARSH"}
    with pytest.raises(IntegrityError) as error, transaction(engine) as connection:
        connection.execute(insert(schema.hold_scope).values(row))
    assert "KAYLEIGH" not in str(error.value)


def test_what_fails_halfway_leaves_nothing(engine: Engine) -> None:
    twice = [{"id": 77}, {"id": 77}]
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        connection.execute(insert(schema.gate), twice)
    with transaction(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM gate WHERE id = 77")) == 0


def test_a_second_writer_of_sqlite_waits_and_is_told_when_it_waited_in_vain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("register.database._SECONDS_TO_WAIT", 0)
    engine = open_database(f"sqlite:///{tmp_path / 'r.sqlite'}")
    upgrade(engine)
    other = sqlite3.connect(tmp_path / "r.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="locked"), transaction(engine):
        pass
    other.close()
    engine.dispose()


def test_scrubbing_says_so_when_a_reader_keeps_the_log_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("register.database._SECONDS_TO_WAIT", 0)
    engine = open_database(f"sqlite:///{tmp_path / 'r.sqlite'}")
    upgrade(engine)
    reader = sqlite3.connect(tmp_path / "r.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM gate").fetchone()
    with transaction(engine) as connection:
        connection.execute(insert(schema.gate).values(id=77))
    with pytest.raises(Unavailable, match="being read"):
        scrub(engine)
    reader.close()
    scrub(engine)
    engine.dispose()
