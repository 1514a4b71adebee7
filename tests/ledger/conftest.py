"""A log with its keys, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, event

from ledger import schema
from ledger.keyring import Keyring, open_keyring
from ledger.log import Log

ORIGIN = "northmoor.example/disposal/2026a"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def open_engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
        event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


@pytest.fixture
def origin() -> str:
    return ORIGIN


@pytest.fixture
def noon() -> datetime:
    return NOON


@pytest.fixture(scope="session")
def keyring(tmp_path_factory: pytest.TempPathFactory) -> Keyring:
    return open_keyring(tmp_path_factory.mktemp("keys") / "ledger", ORIGIN, may_create=True)


@pytest.fixture
def log(keyring: Keyring) -> Log:
    return Log(ORIGIN, keyring.detail_key)


def _opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    with engine.begin() as connection:
        schema.create(connection, ORIGIN)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Engine]:
    yield from _opened(f"sqlite:///{tmp_path / 'ledger.sqlite'}")


@pytest.fixture
def postgresql(postgres_url: str) -> Iterator[Engine]:
    yield from _opened(postgres_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Engine)
    return found


@pytest.fixture
def enter(log: Log) -> Callable[[Connection, int], None]:
    """Enter so many plain entries."""

    def enter(connection: Connection, count: int) -> None:
        start, _ = log.size_and_root(connection)
        for number in range(start, start + count):
            log.append(connection, {"kind": "hold_placed", "item": f"{number:032x}"})

    return enter
