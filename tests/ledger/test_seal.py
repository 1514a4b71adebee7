"""What is signed has just been read again: a turned bit stops the pen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import Connection, Engine, select, text

from ledger import schema
from ledger.audit import audit_log
from ledger.errors import LedgerBroken
from ledger.keyring import Keyring, open_keyring
from ledger.keys import open_checkpoint
from ledger.log import Log
from ledger.merkle import leaf_hash
from ledger.seal import seal

Enter = Callable[[Connection, int], None]


def overwrite(connection: Connection, statement: str, **values: object) -> None:
    """Alter the log as its database's owner can: without the triggers."""
    if connection.dialect.name == "sqlite":
        for table in ("entry", "checkpoint"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS ledger_{table}_no_update"))
            connection.execute(text(f"DROP TRIGGER IF EXISTS ledger_{table}_no_delete"))
        connection.execute(text("DROP TRIGGER IF EXISTS ledger_entry_next"))
    else:
        for table in ("entry", "checkpoint"):
            connection.execute(text(f"ALTER TABLE ledger_{table} DISABLE TRIGGER USER"))
    connection.execute(text(statement), values)


def test_a_checkpoint_says_size_and_root_and_both_keys_sign_it(
    engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    with engine.begin() as connection:
        enter(connection, 5)
        note = seal(connection, log, keyring.signers, noon)
        checkpoint = open_checkpoint(note, log.origin, keyring.verifiers)
        assert (checkpoint.size, checkpoint.root) == log.size_and_root(connection)


def test_when_nothing_is_new_the_last_checkpoint_stands(
    engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    with engine.begin() as connection:
        enter(connection, 5)
        first = seal(connection, log, keyring.signers, noon)
        assert seal(connection, log, keyring.signers, noon + timedelta(days=1)) == first
        assert log.notes(connection) == [(5, first)]


def test_an_empty_log_is_not_signed(
    engine: Engine, log: Log, keyring: Keyring, noon: datetime
) -> None:
    with engine.begin() as connection, pytest.raises(LedgerBroken):
        seal(connection, log, keyring.signers, noon)


def test_an_honest_log_with_many_checkpoints_holds(
    engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    with engine.begin() as connection:
        for count in (1, 4, 8, 7):
            enter(connection, count)
            seal(connection, log, keyring.signers, noon)
        found = audit_log(connection, log, keyring.verifiers)
        assert found.verified
        assert (found.entries, found.size, found.checkpoints) == (20, 20, 4)
        assert found.root == log.size_and_root(connection)[1]


FORGERIES = {
    "a turned bit in a new entry": (
        "UPDATE ledger_entry SET leaf = :leaf WHERE seq = 6",
        {"leaf": b'{"item":"x","kind":"hold_placed"}'},
    ),
    "a new entry with its hash recomputed": (
        "UPDATE ledger_entry SET leaf = :leaf, leaf_hash = :hash WHERE seq = 6",
        {
            "leaf": b"{}",
            "hash": leaf_hash(b"{}"),
        },
    ),
    "a missing entry": ("DELETE FROM ledger_entry WHERE seq = 6", {}),
    "entries in another order": (
        "UPDATE ledger_entry SET seq = CASE seq WHEN 6 THEN 107 ELSE 6 END WHERE seq IN (6, 7)",
        {},
    ),
    "a head that says less": ("UPDATE ledger_head SET size = 7", {}),
    "a head with another root": ("UPDATE ledger_head SET root = :root", {"root": bytes(32)}),
    "a last checkpoint of another size": ("UPDATE ledger_checkpoint SET size = 4", {}),
    "a last checkpoint of another frontier": (
        "UPDATE ledger_checkpoint SET frontier = :frontier",
        {"frontier": bytes(64)},
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_nothing_is_signed_over(
    forgery: str, engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    statement, values = FORGERIES[forgery]
    with engine.begin() as connection:
        enter(connection, 5)
        seal(connection, log, keyring.signers, noon)
        enter(connection, 4)
        overwrite(connection, statement, **values)
        with pytest.raises(LedgerBroken):
            seal(connection, log, keyring.signers, noon)
        assert len(log.notes(connection)) == 1


# A stored frontier only saves reading again; an audit reads everything anyway.
@pytest.mark.parametrize("forgery", [*FORGERIES][:-1])
def test_an_audit_finds(
    forgery: str, engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    statement, values = FORGERIES[forgery]
    with engine.begin() as connection:
        enter(connection, 5)
        seal(connection, log, keyring.signers, noon)
        enter(connection, 4)
        overwrite(connection, statement, **values)
        found = audit_log(connection, log, keyring.verifiers)
        assert not found.verified
        assert len(found.because) == 1


def test_an_audit_finds_an_old_entry_rewritten_with_every_hash_after_it(
    engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    with engine.begin() as connection:
        enter(connection, 5)
        note = seal(connection, log, keyring.signers, noon)
        overwrite(connection, "DELETE FROM ledger_entry")
        overwrite(connection, "DELETE FROM ledger_head")
        schema.create(connection, log.origin)
        for number in range(5):
            log.append(connection, {"kind": "hold_released", "item": f"{number:032x}"})
        assert log.notes(connection) == [(5, note)]
        found = audit_log(connection, log, keyring.verifiers)
        assert not found.verified
        with pytest.raises(LedgerBroken):
            seal(connection, log, keyring.signers, noon)


def test_entries_that_nobody_signed_do_not_hold(
    engine: Engine, log: Log, keyring: Keyring, enter: Enter
) -> None:
    with engine.begin() as connection:
        enter(connection, 3)
        found = audit_log(connection, log, keyring.verifiers)
    assert found.because == (
        "after 3 entries: there is no checkpoint: nothing shows who wrote the entries",
    )


def test_a_log_signed_with_other_keys_does_not_hold(
    engine: Engine,
    log: Log,
    keyring: Keyring,
    enter: Enter,
    noon: datetime,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    others = open_keyring(tmp_path_factory.mktemp("o") / "keys", log.origin, may_create=True)
    with engine.begin() as connection:
        enter(connection, 3)
        seal(connection, log, others.signers, noon)
        assert not audit_log(connection, log, keyring.verifiers).verified
        with pytest.raises(LedgerBroken):
            seal(connection, log, keyring.signers, noon)


def other_than(value: object) -> object:
    """Return a value of the same kind that differs little."""
    match value:
        case int():
            return value + 1000  # a number that no other row has
        case bytes():
            return bytes([value[0] ^ 1]) + value[1:] if value else b"\0"
        case _:
            text = str(value)
            return ("B" if text[0] != "B" else "C") + text[1:]


def test_no_field_of_a_row_changes_unseen(
    engine: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    with engine.begin() as connection:
        enter(connection, 7)
        seal(connection, log, keyring.signers, noon)
        enter(connection, 5)
        seal(connection, log, keyring.signers, noon)
        assert audit_log(connection, log, keyring.verifiers).verified
    changed = 0
    for table in (schema.head, schema.entry, schema.checkpoint):
        with engine.begin() as connection:
            rows = [dict(row) for row in connection.execute(select(table)).mappings()]
        for row, column in product(rows, table.columns):
            # A checkpoint that is taken away takes nothing from the entries: they are read again
            # from the one before, and signed anew. Only who kept it outside could tell.
            if table is schema.checkpoint and column.name == "log":
                continue
            if row.get("size") == 7 and column.name == "frontier":  # never read again
                continue
            with engine.connect() as connection:  # undone at its end
                overwrite(connection, "SELECT 1")
                same = [table.c[key.name] == row[key.name] for key in table.primary_key]
                to = {column.name: other_than(row[column.name])}
                assert connection.execute(table.update().where(*same).values(to)).rowcount == 1
                assert not holds(connection, log, keyring, noon), f"{table.name}.{column.name}"
                changed += 1
    assert changed == 4 + 12 * 4 + 2 * 4 - 3


def holds(connection: Connection, log: Log, keyring: Keyring, noon: datetime) -> bool:
    """Say whether the log passes an audit and may be signed on: what either refuses is seen."""
    try:
        seal(connection, log, keyring.signers, noon)
        return audit_log(connection, log, keyring.verifiers).verified
    except LedgerBroken:
        return False
