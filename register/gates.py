"""Gates: what only one transaction at a time may pass, so that the next sees what it did."""

from __future__ import annotations

from enum import IntEnum

from sqlalchemy import Connection, select

from register import schema


class Gate(IntEnum):
    """A row to lock. The first migration makes one for each."""

    HOLDS = 1  # between placing a hold and intending a disposal
    PROPOSALS = 2  # between two scans that find the same record due


def pass_gate(connection: Connection, gate: Gate) -> None:
    """Wait until nobody else is inside; then be the only one until the transaction ends.

    On SQLite every transaction of ours is alone from its beginning.
    """
    connection.execute(
        select(schema.gate.c.id).where(schema.gate.c.id == gate.value).with_for_update()
    ).one()
