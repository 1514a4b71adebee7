"""Entries stand in one unbroken order, for good; details beside them can be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DBAPIError

from ledger import schema
from ledger.canonical import decode
from ledger.errors import AlreadyEntered, KeysUnusable, LedgerBroken, LedgerBusy, Malformed
from ledger.log import Log
from ledger.merkle import check_consistency, check_inclusion, leaf_hash

Enter = Callable[[Connection, int], None]

COMPLETED = {"kind": "disposal_completed", "item": "0f" * 16}
DETAIL = {"name": "Kayleigh Marsh", "nhs": "943 476 5919", "key": "ssd:person/4711"}


def test_the_first_entry_has_index_0_and_the_next_1(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        assert log.append(connection, {"kind": "log_opened"}) == 0
        assert log.append(connection, {"kind": "hold_placed"}) == 1
    with engine.begin() as connection:
        assert [*log.entries(connection, 0)] == [
            b'{"kind":"log_opened"}',
            b'{"kind":"hold_placed"}',
        ]


def test_an_entry_whose_transaction_is_undone_was_never_there(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        log.append(connection, {"kind": "log_opened"})
        before = log.size_and_root(connection)
    with engine.begin() as connection:
        log.append(connection, COMPLETED, once=True)
        connection.rollback()
    with engine.begin() as connection:
        assert log.size_and_root(connection) == before
        assert log.append(connection, COMPLETED, once=True) == 1


def test_a_disposal_is_completed_once(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        log.append(connection, COMPLETED, once=True)
    with engine.begin() as connection:
        with pytest.raises(AlreadyEntered, match="at entry 0"):
            log.append(connection, COMPLETED, once=True)
        assert log.append(connection, {**COMPLETED, "item": "1f" * 16}, once=True) == 1


def test_every_entry_and_every_growth_can_be_proven(engine: Engine, log: Log, enter: Enter) -> None:
    with engine.begin() as connection:
        enter(connection, 11)
        old_size, old_root = log.size_and_root(connection)
        enter(connection, 9)
        size, root = log.size_and_root(connection)
        for index, leaf in enumerate(log.entries(connection, 0)):
            path = log.inclusion(connection, index, size)
            check_inclusion(leaf_hash(leaf), index, size, path, root)
        path = log.consistency(connection, old_size, size)
        check_consistency(old_size, size, path, old_root, root)


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE ledger_entry SET leaf = leaf_hash WHERE seq = 1",
        "UPDATE ledger_entry SET seq = seq + 10",
        "DELETE FROM ledger_entry WHERE seq = 2",
        "DELETE FROM ledger_entry",
        "INSERT INTO ledger_entry SELECT log, 7, leaf, leaf_hash FROM ledger_entry WHERE seq = 0",
        "UPDATE ledger_once SET seq = 0",
        "DELETE FROM ledger_once",
        "UPDATE ledger_checkpoint SET size = 0",
        "DELETE FROM ledger_checkpoint",
    ],
)
def test_the_database_refuses_to_alter_what_stands(
    attack: str, engine: Engine, log: Log, enter: Enter
) -> None:
    with engine.begin() as connection:
        enter(connection, 3)
        log.append(connection, COMPLETED, once=True)
        connection.execute(
            schema.checkpoint.insert().values(log=log.origin, size=3, note="", frontier=b"")
        )
    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(text(attack))
    with engine.begin() as connection:
        assert len([*log.entries(connection, 0, 4)]) == 4


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_once", "ledger_checkpoint"])
def test_postgresql_refuses_to_truncate_even_as_a_replica(
    table: str, postgresql: Engine, enter: Enter
) -> None:
    with postgresql.begin() as connection:
        enter(connection, 1)
    with postgresql.connect() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        with pytest.raises(DBAPIError, match="only grows"):
            connection.execute(text(f"TRUNCATE {table}"))


def test_sqlite_refuses_to_replace_an_entry(sqlite: Engine, enter: Enter) -> None:
    with sqlite.begin() as connection:
        enter(connection, 2)
    with pytest.raises(DBAPIError, match="next number"), sqlite.begin() as connection:
        connection.execute(
            text(
                "INSERT OR REPLACE INTO ledger_entry SELECT log, 0, leaf, leaf_hash"
                " FROM ledger_entry WHERE seq = 1"
            )
        )


def test_making_the_tables_twice_changes_nothing(engine: Engine, log: Log, enter: Enter) -> None:
    with engine.begin() as connection:
        enter(connection, 2)
        before = log.size_and_root(connection)
        assert schema.create(connection, log.origin) is False
        assert log.size_and_root(connection) == before


def test_two_logs_in_one_database_count_apart(engine: Engine, log: Log, enter: Enter) -> None:
    other = Log("northmoor.example/disposal/2027a", log.detail_key)
    with engine.begin() as connection:
        enter(connection, 2)
        assert schema.create(connection, other.origin) is True
        assert other.append(connection, {"kind": "log_opened"}) == 0


def test_a_log_that_was_never_made_is_broken_and_not_empty(engine: Engine, log: Log) -> None:
    with engine.begin() as connection, pytest.raises(LedgerBroken):
        Log("nobody.example/log", log.detail_key).append(connection, {"kind": "log_opened"})


def test_a_forged_head_stops_the_next_entry(engine: Engine, log: Log, enter: Enter) -> None:
    with engine.begin() as connection:
        enter(connection, 3)
        connection.execute(schema.head.update().values(root=bytes(32)))
    with engine.begin() as connection, pytest.raises(LedgerBroken):
        log.append(connection, {"kind": "hold_placed"})


def test_a_writer_that_cannot_get_the_lock_is_told_busy(postgresql: Engine, log: Log) -> None:
    with postgresql.begin() as first, postgresql.begin() as second:
        log.append(first, {"kind": "hold_placed"})
        second.execute(text("SET LOCAL lock_timeout = '50ms'"))
        with pytest.raises(LedgerBusy):
            log.append(second, {"kind": "hold_placed"})


def test_the_callers_may_not_write_the_commitment_themselves(engine: Engine, log: Log) -> None:
    with engine.begin() as connection, pytest.raises(Malformed):
        log.append(connection, {"kind": "hold_placed", "detail": "00" * 32})


def test_a_detail_opens_again_and_is_the_one_committed_to(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        index = log.append(connection, COMPLETED, detail=DETAIL, erase_after=date(2046, 3, 14))
        assert log.open_detail(connection, index) == DETAIL


def test_nothing_of_a_detail_stands_anywhere_in_the_database(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        log.append(connection, COMPLETED, detail=DETAIL)
        log.append(connection, COMPLETED, detail=DETAIL)
        stored = b"".join(
            value if isinstance(value, bytes) else str(value).encode()
            for table in schema.metadata.sorted_tables
            for row in connection.execute(select(table))
            for value in row
        )
        first, second = [decode(leaf)["detail"] for leaf in log.entries(connection, 0)]
    for canary in (b"Kayleigh", b"476 5919", b"person/4711"):
        assert canary not in stored
    assert first != second  # salted: two entries about one person do not show it


def test_an_erased_detail_is_gone_and_the_log_is_as_it_was(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        log.append(connection, COMPLETED, detail=DETAIL, erase_after=date(2026, 3, 14))
        log.append(connection, COMPLETED, detail=DETAIL, erase_after=date(2026, 3, 15))
        log.append(connection, COMPLETED, detail=DETAIL)
        before = (log.size_and_root(connection), [*log.entries(connection, 0)])
    with engine.begin() as connection:
        assert log.erase_details(connection, date(2026, 3, 15)) == 1
        assert log.open_detail(connection, 0) is None
        assert log.open_detail(connection, 1) == DETAIL
        assert log.open_detail(connection, 2) == DETAIL
        assert (log.size_and_root(connection), [*log.entries(connection, 0)]) == before
        assert connection.execute(select(func.count()).select_from(schema.detail)).scalar() == 2


def test_a_detail_moved_to_another_entry_does_not_open(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        log.append(connection, COMPLETED, detail=DETAIL)
        log.append(connection, COMPLETED)
        connection.execute(schema.detail.update().values(seq=1))
        with pytest.raises(KeysUnusable):
            log.open_detail(connection, 1)


def test_a_detail_does_not_open_with_another_key(engine: Engine, log: Log) -> None:
    with engine.begin() as connection:
        log.append(connection, COMPLETED, detail=DETAIL)
        with pytest.raises(KeysUnusable):
            Log(log.origin, bytes(32)).open_detail(connection, 0)
