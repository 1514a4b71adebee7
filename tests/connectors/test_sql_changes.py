"""A case system that says when its rows changed is read by what changed, and misses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from sqlalchemy import Engine, create_engine, text

from connectors.sql import SqlConnector, SqlReader
from recordkeeping.ports import ChangedRecords
from recordkeeping.vocabulary.errors import Misconfigured, Refused
from recordkeeping.vocabulary.identifiers import StoreName

STORE = StoreName("case-db")
MAPPING = """
    people:
      known: {table: person, key: id, name: [name], born: born, changed: changed_at}
    records:
      - table: episode
        key: id
        record_class: SC-CIN
        subjects: [person_id]
        subjects_json: others
        events: {closure: closed}
        changed: changed_at
"""
MADE = """
    CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, born TEXT, changed_at {moment});
    CREATE TABLE episode (id TEXT PRIMARY KEY, person_id TEXT, others TEXT, closed TEXT,
        changed_at {moment});
    INSERT INTO person VALUES ('p1', 'Ann', '1990-01-01', '2020-01-01 10:00:00'),
        ('p2', 'Bob', '1991-01-01', '2020-01-01 10:00:00'),
        ('p3', 'Cy', '1992-01-01', '2020-01-01 10:00:00');
    INSERT INTO episode VALUES ('e1', 'p1', NULL, '2010-01-01', '2020-01-02 10:00:00'),
        ('e2', 'p2', NULL, '2010-01-01', '2020-03-01 10:00:00'),
        ('e3', 'p2', '["p3"]', '2010-01-01', '2020-01-02 10:00:00'),
        ('e4', 'p1', NULL, '2010-01-01', NULL);
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def case_system(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path / 'cases.sqlite'}"
    moment = "TEXT"
    if request.param == "postgresql":
        url, moment = request.getfixturevalue("postgres_url"), "TIMESTAMP"
    engine = create_engine(url)
    change(engine, MADE.format(moment=moment))
    yield engine
    engine.dispose()


def change(engine: Engine, statements: str) -> None:
    with engine.begin() as connection:
        for statement in filter(str.strip, statements.split(";")):
            connection.execute(text(statement))


def opened(engine: Engine, folder: Path, mapping: str = MAPPING) -> SqlReader:
    file = folder / "mapping.yaml"
    file.write_text(dedent(mapping))
    url = engine.url.render_as_string(hide_password=False).replace("+psycopg", "")
    settings = {"url": url, "mapping": file.name, "base": str(folder)}
    return SqlConnector().reader(STORE, settings)


def told(store: SqlReader, mark: str | None) -> tuple[list[str], str]:
    changes = store.changed_since(mark)
    assert changes is not None
    return sorted(r.ref.key.removeprefix("episode/") for r in changes.records), changes.mark


def test_without_a_mark_all_is_told(case_system: Engine, tmp_path: Path) -> None:
    store = opened(case_system, tmp_path)
    assert isinstance(store, ChangedRecords)
    assert told(store, None)[0] == ["e1", "e2", "e3", "e4"]


def test_behind_a_mark_only_what_may_have_changed_is(case_system: Engine, tmp_path: Path) -> None:
    store = opened(case_system, tmp_path)
    _, mark = told(store, None)
    # The people were all changed on their latest day: everybody's records come once more.
    change(case_system, "UPDATE person SET changed_at = '2019-01-01 10:00:00' WHERE id <> 'p3'")
    # e2 is of the latest day, e3 may be about Cy, and of e4 nobody knows.
    assert told(store, mark)[0] == ["e2", "e3", "e4"]


@pytest.fixture
def quiet(case_system: Engine, tmp_path: Path) -> tuple[SqlReader, str]:
    """A store of which the mark tells that its people were last changed long ago."""
    change(case_system, "UPDATE person SET changed_at = '2018-01-01' WHERE id <> 'p3'")
    store = opened(case_system, tmp_path)
    return store, told(store, None)[1]


@pytest.mark.parametrize(
    ("statement", "more"),
    [
        ("UPDATE episode SET closed = NULL, changed_at = '2020-04-01' WHERE id = 'e1'", "e1"),
        ("INSERT INTO episode VALUES ('e9', 'p1', NULL, NULL, '2020-04-01 00:00:00')", "e9"),
        ("INSERT INTO episode VALUES ('e9', 'p1', NULL, NULL, NULL)", "e9"),
        # Committed late, behind a change with a later moment.
        ("INSERT INTO episode VALUES ('e9', 'p1', NULL, NULL, '2020-02-29 23:00:00')", "e9"),
        ("UPDATE person SET born = '1999-01-01', changed_at = '2020-04-01' WHERE id = 'p1'", "e1"),
    ],
)  # fmt: skip
def test_every_change_is_told(
    statement: str, more: str, quiet: tuple[SqlReader, str], case_system: Engine
) -> None:
    store, mark = quiet
    before, _ = told(store, mark)
    assert more not in before
    change(case_system, statement)
    after, _ = told(store, mark)
    assert set(after) >= {*before, more}


def test_a_mark_of_other_tables_tells_all(quiet: tuple[SqlReader, str]) -> None:
    store, _ = quiet
    for strange in ("", "[]", '{"other": "2020-01-01"}'):
        assert len(told(store, strange)[0]) == 4


def test_a_mapping_that_does_not_say_when_all_of_it_changed_tells_nothing(
    case_system: Engine, tmp_path: Path
) -> None:
    half = MAPPING.replace(", changed: changed_at}", "}")
    assert opened(case_system, tmp_path, half).changed_since(None) is None


def test_a_column_that_tells_no_day_is_refused(case_system: Engine, tmp_path: Path) -> None:
    store = opened(
        case_system, tmp_path, MAPPING.replace("born, changed: changed_at", "born, changed: name")
    )
    with pytest.raises(Refused, match=r"person.name of store case-db tells no day"):
        store.changed_since(None)


def test_a_column_that_is_not_there_is_a_fault_of_the_mapping(
    case_system: Engine, tmp_path: Path
) -> None:
    with pytest.raises(Misconfigured, match="changed_on"):
        opened(
            case_system, tmp_path, MAPPING.replace("changed: changed_at}", "changed: changed_on}")
        )
