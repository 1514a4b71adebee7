"""The circuit breaker in our memory: what tripped it, and who has looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, insert, select

from recordkeeping.retention.breaker import Cause, Trip
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId, StoreName
from register import schema
from register.gates import Gate, pass_gate

MEDIAN_OVER = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Tripped:
    """A trip that nobody has reset: its id, the store it is of or none, why, and since when."""

    id: ItemId
    store: StoreName | None
    trip: Trip
    on: date


@dataclass(frozen=True, slots=True)
class Breaker:
    """Every trip and every reset, in the transaction of the caller."""

    connection: Connection

    def open_trips(self) -> tuple[Tripped, ...]:
        """Return what nobody has reset, oldest first; while there is any, nothing goes."""
        trip, reset = schema.breaker_trip, schema.breaker_reset
        rows = self.connection.execute(
            select(trip)
            .select_from(trip.outerjoin(reset))
            .where(reset.c.trip.is_(None))
            .order_by(trip.c.tripped_on, trip.c.id)
        )
        return tuple(
            Tripped(
                ItemId(row.id),
                StoreName(row.store) if row.store else None,
                Trip(Cause(row.cause), row._mapping["count"], row.limit),
                row.tripped_on,
            )
            for row in rows
        )

    def or_refuse(self) -> None:
        """Refuse while anything is tripped; whoever asks holds the gate of holds already."""
        if tripped := self.open_trips():
            causes = ", ".join(sorted({one.trip.cause.value for one in tripped}))
            raise Refused(
                f"the circuit breaker is tripped ({causes}): an owner looks, then resets it with "
                "`muniment breaker reset`"
            )

    def wait(self) -> None:
        """Wait for who places a hold or trips: whoever may trip later takes this gate first."""
        pass_gate(self.connection, Gate.HOLDS)

    def trip(self, id: ItemId, store: StoreName | None, trip: Trip, on: date) -> bool:
        """Keep a trip; return False where the same one of the same store is open already."""
        pass_gate(self.connection, Gate.HOLDS)
        same = (one for one in self.open_trips() if one.store == store)
        if any(one.trip.cause is trip.cause for one in same):
            return False
        self.connection.execute(
            insert(schema.breaker_trip).values(
                id=id,
                store=store or "",
                cause=trip.cause.value,
                count=trip.count,
                limit=trip.limit,
                tripped_on=on,
            )
        )
        return True

    def reset(self, id: ItemId, *, by: OfficerId, on: date, reason_code: str) -> Tripped:
        """Keep that an officer has looked; refuse what is not open."""
        pass_gate(self.connection, Gate.HOLDS)
        tripped = next((one for one in self.open_trips() if one.id == id), None)
        if tripped is None:
            raise Refused("no open trip of the circuit breaker has this id")
        self.connection.execute(
            insert(schema.breaker_reset).values(
                trip=id, reason_code=reason_code, reset_on=on, by=by
            )
        )
        return tripped

    def proposals_before(self, today: date) -> Sequence[int]:
        """Return how many proposals each day of the last 90 made that made any, but for today."""
        proposal = schema.proposal
        rows = self.connection.scalars(
            select(func.count())
            .where(proposal.c.proposed_on < today, proposal.c.proposed_on >= today - MEDIAN_OVER)
            .group_by(proposal.c.proposed_on)
        )
        return tuple(rows)

    def proposals_of(self, store: StoreName, today: date) -> dict[str, int]:
        """Return how many records of a store were proposed today, by class."""
        proposal, record = schema.proposal, schema.proposal_record
        rows = self.connection.execute(
            select(proposal.c.record_class, func.count())
            .select_from(proposal.join(record))
            .where(proposal.c.proposed_on == today, record.c.store == store)
            .group_by(proposal.c.record_class)
        )
        return {row.record_class: row[1] for row in rows}

    def proposals_on(self, today: date) -> int:
        """Return how many records of all stores were proposed today."""
        asked = select(func.count()).where(schema.proposal.c.proposed_on == today)
        return self.connection.scalar(asked) or 0

    def classes_before(self, today: date) -> frozenset[str]:
        """Return every class of which anything was proposed before today."""
        proposal = schema.proposal
        asked = select(proposal.c.record_class).where(proposal.c.proposed_on < today).distinct()
        return frozenset(self.connection.scalars(asked))
