"""What a rule demands and nobody is asked about: done by people's acts and by the machine alike."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from recordkeeping.retention.breaker import Trip
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId, RequestId, StoreName
from wiring.work import Work

REVIEW_WITHIN = timedelta(days=365)
"""A hold is reviewed within a year (domain brief §4.5)."""


def trip_breaker(work: Work, by: OfficerId, store: StoreName | None, trip: Trip) -> bool:
    """Stop everything until an owner has looked; say whether that was not so already."""
    id = ItemId(uuid4().hex)
    if not work.register.breaker.trip(id, store, trip, work.today):
        return False
    facts: dict[str, Fact] = {
        "cause": trip.cause.value,
        "count": trip.count,
        "limit": trip.limit,
    }
    work.attest(Event(EventKind.BREAKER_TRIPPED, id, by, work.now, facts))
    return True


def put_in_force(
    work: Work,
    by: OfficerId,
    type: HoldType,
    scope: HoldScope,
    *,
    review_within: timedelta = REVIEW_WITHIN,
    request: RequestId | None = None,
) -> ItemId:
    """Place a hold that a rule demands, without asking who may; return its id."""
    hold = Hold(
        id=ItemId(uuid4().hex),
        type=type,
        scope=scope,
        placed_on=work.today,
        review_by=work.today + review_within,
    )
    work.register.holds.place(hold, by=by, request=request)
    facts: dict[str, Fact] = {"type": type.value, "review_by": hold.review_by.isoformat()}
    if request is not None:
        facts["request"] = request
    work.attest(Event(EventKind.HOLD_PLACED, hold.id, by, work.now, facts))
    return hold.id
