"""Holds in our memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    ItemId,
    OfficerId,
    RecordRef,
    RequestId,
    StoreName,
    SubjectRef,
)
from register import schema
from register.gates import Gate, pass_gate


@dataclass(frozen=True, slots=True)
class Holds:
    """Every hold that was placed, and every release."""

    connection: Connection

    def in_force(self) -> tuple[Hold, ...]:
        """Return every hold that nobody has released, in the order of their placing."""
        return self._read(schema.hold_release.c.hold.is_(None))

    def get(self, hold: ItemId) -> Hold:
        """Return one hold, released or not; refuse an id that is none."""
        found = self._read(schema.hold.c.id == hold)
        if not found:
            raise Refused("there is no hold with this id")
        return found[0]

    def of_request(self, request: RequestId) -> tuple[Hold, ...]:
        """Return the holds in force that opening a request has placed."""
        return self._read(schema.hold_release.c.hold.is_(None), schema.hold.c.request == request)

    def request_of(self, hold: ItemId) -> RequestId | None:
        """Return the request whose opening placed this hold, or None."""
        found = self.connection.scalar(
            select(schema.hold.c.request).where(schema.hold.c.id == hold)
        )
        return None if found is None else RequestId(found)

    def placed_by(self, hold: ItemId) -> OfficerId:
        """Return who placed a hold; refuse an id that is none."""
        self.get(hold)
        found = self.connection.scalar(select(schema.hold.c.by).where(schema.hold.c.id == hold))
        return OfficerId(str(found))

    def place(self, hold: Hold, *, by: OfficerId, request: RequestId | None = None) -> None:
        """Place a hold. Once this transaction is committed, no disposal it covers is intended."""
        pass_gate(self.connection, Gate.HOLDS)
        self.connection.execute(
            insert(schema.hold).values(
                id=hold.id,
                type=hold.type.value,
                everything=hold.scope.everything,
                placed_on=hold.placed_on,
                review_by=hold.review_by,
                request=request,
                by=by,
            )
        )
        rows = [{"hold": hold.id, **named} for named in _named_by(hold.scope)]
        if rows:
            self.connection.execute(insert(schema.hold_scope), rows)

    def release(self, hold: ItemId, *, by: OfficerId, on: date, reason_code: str) -> None:
        """End a hold; refuse one that has ended already."""
        pass_gate(self.connection, Gate.HOLDS)
        if self.get(hold).released_on is not None:
            raise Refused("this hold was released before")
        self.connection.execute(
            insert(schema.hold_release).values(
                hold=hold, released_on=on, reason_code=reason_code, by=by
            )
        )

    def _read(self, *conditions: ColumnElement[bool]) -> tuple[Hold, ...]:
        joined = schema.hold.outerjoin(schema.hold_release)
        rows = self.connection.execute(
            select(schema.hold, schema.hold_release.c.released_on)
            .select_from(joined)
            .where(*conditions)
            .order_by(schema.hold.c.placed_on, schema.hold.c.id)
        ).all()
        scopes = self._scopes([row.id for row in rows])
        return tuple(_hold(row, scopes[row.id]) for row in rows)

    def _scopes(self, holds: list[str]) -> dict[str, list[Row[Any]]]:
        found: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self.connection.execute(
            select(schema.hold_scope).where(schema.hold_scope.c.hold.in_(holds))
        ):
            found[row.hold].append(row)
        return found


def _named_by(scope: HoldScope) -> Iterator[dict[str, str]]:
    for subject in sorted(scope.subjects):
        yield {"dimension": "subject", "store": "", "value": subject}
    for record in sorted(scope.records):
        yield {"dimension": "record", "store": record.store, "value": record.key}
    for record_class in sorted(scope.classes):
        yield {"dimension": "class", "store": "", "value": record_class}


def _hold(row: Row[Any], scope: Iterable[Row[Any]]) -> Hold:
    named = [(part.dimension, StoreName(part.store), part.value) for part in scope]
    return Hold(
        id=ItemId(row.id),
        type=HoldType(row.type),
        scope=HoldScope(
            subjects=frozenset(SubjectRef(v) for kind, _, v in named if kind == "subject"),
            records=frozenset(RecordRef(store, v) for kind, store, v in named if kind == "record"),
            classes=frozenset(ClassId(v) for kind, _, v in named if kind == "class"),
            everything=row.everything,
        ),
        placed_on=row.placed_on,
        review_by=row.review_by,
        released_on=row.released_on,
    )
