"""Claims: that no two runners act on one item, and that one who slept too long is shut out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, or_, select, update

from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import ItemId
from register import schema
from register.database import insert_into


@dataclass(frozen=True, slots=True)
class Claim:
    """A runner's right to act on one item. A later claim on the item ends it."""

    item: ItemId
    runner: str
    epoch: int


def take(
    connection: Connection, item: ItemId, runner: str, now: datetime, lease: timedelta
) -> Claim | None:
    """Take the item for `lease`, or return None while another runner has it."""
    values = {"item": item, "runner": runner, "expires_at": now + lease}
    table = schema.lease
    epoch = connection.execute(
        insert_into(connection, table)
        .values(epoch=1, **values)
        .on_conflict_do_update(
            index_elements=[table.c.item],
            set_={**values, "epoch": table.c.epoch + 1},
            where=or_(table.c.expires_at <= now, table.c.runner == runner),
        )
        .returning(table.c.epoch)
    ).scalar_one_or_none()
    return None if epoch is None else Claim(item, runner, epoch)


def give_back(connection: Connection, claim: Claim, now: datetime) -> None:
    """End a claim early, so that another runner need not wait; an ended one is left alone."""
    connection.execute(
        update(schema.lease)
        .where(schema.lease.c.item == claim.item, schema.lease.c.epoch == claim.epoch)
        .values(expires_at=now)
    )


def check(connection: Connection, claim: Claim) -> None:
    """Refuse a claim that a later one has ended, and let none be made in this transaction.

    A lease that ran out and that nobody took since is still this runner's: the row is locked.
    """
    table = schema.lease
    epoch = connection.scalar(
        select(table.c.epoch).where(table.c.item == claim.item).with_for_update()
    )
    if epoch != claim.epoch:
        raise Refused("another runner has taken this disposal over")
