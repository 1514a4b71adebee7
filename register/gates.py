"""Gates: what only one transaction at a time may pass, so that the next sees what it did.

Everything that makes a transaction wait for another is taken in one order, from the top:

    request        the row of the request that is changed
    gates          in the order of their numbers
    lease          of the item that a runner acts on
    items          rows of `proposal`, by id; several at once with `Disposals.lock`
    ledger's head  last: whoever attests lets no other attest until the transaction ends

What is locked already may be locked again, and rows that a transaction made itself are nobody
else's to wait for. A row that refers to a request or an item locks it as well, in PostgreSQL, so
it is written in that request's or item's turn. Two transactions that keep to the order never wait
for each other; one that does not is thrown out by the database on the day it meets another, and
what an officer did is undone. `tests/lock_order.py` watches every act and step for it.
"""

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
