"""What tests of several rooms share: a real PostgreSQL, and our memory on either database."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import URL, Engine

from register.database import open_database, upgrade

_LONGEST = (
    "tests/redaction/test_torture.py",
    "tests/journeys/test_officers.py",
    "tests/journeys/test_demo.py",
    "tests/redaction/test_damaged_files.py",
    "tests/journeys/test_up.py",
)
_SECONDS_TO_START = 30
_INITDB = ("-E", "UTF8", "--locale=C", "--no-sync")
_SETTINGS = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take minutes: begun last, they would keep one processor alone.

    Files are given to processors in this order where `--no-loadscope-reorder` is asked for; by
    itself pytest-xdist ends with those of few tests, which are the longest here.
    """
    first = {name: number for number, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: first.get(item.nodeid.partition("::")[0], len(first)))


def _programs() -> Path:
    """Return the folder of the newest PostgreSQL server installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[-3])
    )
    if found:
        return found[-1].parent
    if on_path := shutil.which("postgres"):
        return Path(on_path).parent
    pytest.fail("PostgreSQL is not installed: install the Debian package `postgresql`")


def _account() -> str | None:
    """Return the account to run the server as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _answers(folder: Path) -> bool:
    try:
        psycopg.connect(f"host={folder} user=muniment dbname=postgres").close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    """The socket's folder of a PostgreSQL server that listens on no network at all."""
    programs, account = _programs(), _account()
    # Not pytest's own folder: the server's account may not enter that one, and the name of a
    # socket has at most 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="muniment-pg-"))
    if account is not None:
        shutil.chown(folder, account)
    data, log = folder / "data", folder / "log"
    # Without root there are no groups to drop, and asking to would itself be refused.
    groups: list[str] | None = None if account is None else []
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "muniment", "-A", "trust", *_INITDB],
        check=True,
        capture_output=True,
        cwd="/",
        user=account,
        extra_groups=groups,
    )
    with log.open("wb") as output:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *_SETTINGS],
            stdout=output,
            stderr=output,
            cwd="/",
            user=account,
            extra_groups=groups,
        )
    try:
        give_up = time.monotonic() + _SECONDS_TO_START
        while not _answers(folder):
            if server.poll() is not None or time.monotonic() > give_up:
                pytest.fail(f"PostgreSQL did not start: {log.read_text()}")
            time.sleep(0.05)
        yield folder
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait()
        shutil.rmtree(folder)


@contextmanager
def _fresh_database(folder: Path, template: str = "template1") -> Iterator[str]:
    """Make a database like the template, give its URL, and drop it again."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(f"host={folder} user=muniment dbname=postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield f"postgresql+psycopg://muniment@/{name}?host={folder}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_url(postgres_folder: Path) -> Iterator[str]:
    """The URL of a fresh, empty PostgreSQL database."""
    with _fresh_database(postgres_folder) as url:
        yield url


@pytest.fixture(scope="session")
def upgraded_postgres(postgres_folder: Path) -> Iterator[str]:
    """The name of a PostgreSQL database with the register's tables, to be copied."""
    with _fresh_database(postgres_folder) as url:
        yield str(_upgraded(url).database)


@pytest.fixture(scope="session")
def upgraded_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the register's tables, to be copied."""
    file = tmp_path_factory.mktemp("register") / "register.sqlite"
    _upgraded(f"sqlite:///{file}")
    return file


def _upgraded(url: str) -> URL:
    engine = open_database(url)
    upgrade(engine)
    engine.dispose()
    return engine.url


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Our memory, empty and up to date, on each of the two databases."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            file = shutil.copy(request.getfixturevalue("upgraded_sqlite"), tmp_path)
            url = f"sqlite:///{file}"
        else:
            template = request.getfixturevalue("upgraded_postgres")
            folder = request.getfixturevalue("postgres_folder")
            url = stack.enter_context(_fresh_database(folder, template))
        engine = open_database(url)
        yield engine
        engine.dispose()
