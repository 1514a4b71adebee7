"""Holds are kept whole, end by release alone, and win every race that they reach first."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from sqlalchemy import Engine, delete

from recordkeeping.retention.disposal import Proposal
from recordkeeping.retention.due import Assessment
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
from recordkeeping.vocabulary.records import Record
from register import schema
from register.database import open_database, transaction, upgrade
from register.register import Register

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
OFFICER = OfficerId("c.records")


def hold(scope: HoldScope) -> Hold:
    return Hold(ItemId(uuid4().hex), HoldType.INQUIRY, scope, TODAY, date(2027, 11, 24))


@pytest.mark.parametrize(
    "scope",
    [
        HoldScope(subjects=frozenset({SubjectRef("p1"), SubjectRef("p2")})),
        HoldScope(
            records=frozenset({RecordRef(StoreName("a"), "1"), RecordRef(StoreName("b"), "1")}),
            classes=frozenset({ClassId("SC-LAC")}),
        ),
        HoldScope(everything=True),
    ],
    ids=["people", "records of a class", "everything"],
)
def test_a_hold_comes_back_with_its_whole_scope(engine: Engine, scope: HoldScope) -> None:
    placed = hold(scope)
    with transaction(engine) as connection:
        Register(connection).holds.place(placed, by=OFFICER)
    with transaction(engine) as connection:
        assert Register(connection).holds.in_force() == (placed,)


def test_a_released_hold_is_no_longer_in_force_and_is_not_forgotten(engine: Engine) -> None:
    placed = hold(HoldScope(everything=True))
    with transaction(engine) as connection:
        holds = Register(connection).holds
        holds.place(placed, by=OFFICER)
        holds.release(placed.id, by=OFFICER, on=date(2026, 12, 1), reason_code="ended")
        assert holds.in_force() == ()
        assert holds.get(placed.id).released_on == date(2026, 12, 1)
        with pytest.raises(Refused, match="released before"):
            holds.release(placed.id, by=OFFICER, on=TODAY, reason_code="ended")


def test_a_hold_knows_the_request_that_placed_it(engine: Engine) -> None:
    of_request, by_hand = hold(HoldScope(everything=True)), hold(HoldScope(everything=True))
    with transaction(engine) as connection:
        holds = Register(connection).holds
        holds.place(of_request, by=OFFICER, request=RequestId("SAR-2026-0001"))
        holds.place(by_hand, by=OFFICER)
        assert holds.of_request(RequestId("SAR-2026-0001")) == (of_request,)
        assert holds.request_of(of_request.id) == "SAR-2026-0001"
        assert holds.request_of(by_hand.id) is None
        assert holds.placed_by(of_request.id) == OFFICER


def violations(
    engine: Engine,
    record: Record,
    fresh: Assessment,
    proposed: Callable[[Register], Proposal],
    rounds: int,
) -> int:
    """Race holds against intents; count the intents that end with the hold there before them."""
    # The hold comes 0 to 50 ms after the intent began: sometimes before its look at the holds,
    # sometimes while it is still writing, sometimes after its end.
    delays = [0.05 * number / rounds for number in range(rounds)]
    return sum(violated(engine, record, fresh, proposed, delay) for delay in delays)


def violated(
    engine: Engine,
    record: Record,
    fresh: Assessment,
    proposed: Callable[[Register], Proposal],
    delay: float,
) -> bool:
    """Race one hold against one intent."""
    with transaction(engine) as connection:
        item = proposed(Register(connection)).id
    with transaction(engine) as connection:
        claim = Register(connection).disposals.claim(item, "run-1", NOW, timedelta(hours=1))
        assert claim is not None
    both_ready = Barrier(2)

    def place() -> None:
        both_ready.wait()
        time.sleep(delay)
        with transaction(engine) as connection:
            scope = HoldScope(subjects=frozenset({SubjectRef("p1")}))
            Register(connection).holds.place(hold(scope), by=OFFICER)

    def intend() -> bool:
        both_ready.wait()
        with transaction(engine) as connection:
            register = Register(connection)
            intended = register.disposals.intend(claim, record, fresh, today=TODAY).passed
            time.sleep(0.03)  # the rest of the transaction: the ledger's entry
            return intended and register.holds.in_force() != ()

    with ThreadPoolExecutor(2) as threads:
        placing, intending = threads.submit(place), threads.submit(intend)
        placing.result()
        was_violated = intending.result()
    with transaction(engine) as connection:
        register = Register(connection)
        for placed in register.holds.in_force():
            register.holds.release(placed.id, by=OFFICER, on=TODAY, reason_code="ended")
        # Forget the record, as a certificate would, so that the next round can propose it again.
        connection.execute(delete(schema.proposal_record))
    return was_violated


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Engine]:
    engine = open_database(postgres_url)
    upgrade(engine)
    yield engine
    engine.dispose()


def test_a_hold_acknowledged_before_the_intent_always_wins(
    postgres: Engine,
    record: Record,
    fresh: Assessment,
    authorised: Callable[[Register], Proposal],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raced = (postgres, record, fresh, authorised)
    assert violations(*raced, rounds=30) == 0
    # The race is real: with the gate taken away the same rounds violate holds.
    monkeypatch.setattr("register.disposals.pass_gate", lambda *_: None)
    assert violations(*raced, rounds=30) > 0


def test_of_many_runners_exactly_one_gets_the_item(
    postgres: Engine, authorised: Callable[[Register], Proposal]
) -> None:
    with transaction(postgres) as connection:
        item = authorised(Register(connection)).id
    ready = Barrier(8)

    def claim(runner: int) -> bool:
        ready.wait()
        with transaction(postgres) as connection:
            disposals = Register(connection).disposals
            return disposals.claim(item, f"run-{runner}", NOW, timedelta(hours=1)) is not None

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(claim, range(8))) == 1


def test_of_two_scans_at_the_same_time_exactly_one_proposes(
    postgres: Engine, record: Record, fresh: Assessment
) -> None:
    ready = Barrier(4)

    def propose(_: int) -> bool:
        ready.wait()
        with transaction(postgres) as connection:
            return Register(connection).disposals.propose(
                Proposal.of(
                    ItemId(uuid4().hex), record, fresh, proposed_by=OFFICER, proposed_on=TODAY
                )
            )

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(propose, range(4))) == 1


def test_two_who_rule_on_the_same_items_in_other_orders_never_wait_for_each_other(
    postgres: Engine, record: Record, fresh: Assessment
) -> None:
    other = replace(record, ref=RecordRef(record.ref.store, "other"))
    with transaction(postgres) as connection:
        disposals = Register(connection).disposals
        items = [ItemId(uuid4().hex) for _ in range(2)]
        for item, one in zip(items, (record, other), strict=True):
            due = replace(fresh, record=one.ref)
            disposals.propose(Proposal.of(item, one, due, proposed_by=OFFICER, proposed_on=TODAY))
    both_ready = Barrier(2)

    def look(order: Sequence[ItemId]) -> None:
        both_ready.wait()
        with transaction(postgres) as connection:
            disposals = Register(connection).disposals
            disposals.lock(order)
            for item in order:
                disposals.state_for_change(item)
                time.sleep(0.01)

    for _ in range(10):
        with ThreadPoolExecutor(2) as threads:
            # Whoever waited for the other in a circle would be thrown out by the database.
            list(threads.map(look, (items, items[::-1])))
