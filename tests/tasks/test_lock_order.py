"""Whoever holds, proposes, authorises, destroys or certifies takes the same locks in one order."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, Engine, insert

from conformance.hostile import Forgetting, Stalling
from conformance.northmoor.council import Northmoor
from console.main import main
from ledger import schema as ledger_tables
from ledger.log import Log
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, StoreName
from register import schema
from register.database import transaction
from register.gates import Gate, pass_gate
from register.register import Register
from review.disposal_acts import (
    Basis,
    Lifting,
    Rejection,
    Seen,
    authorise_disposal,
    place_hold,
    reject_disposal,
    release_hold,
    reset_breaker,
)
from tasks import retention
from tasks.certificates import certify
from tasks.disposal import dispose_of, resume
from tasks.retention import _judge, withdraw_stale
from tests.lock_order import OutOfOrder, watched
from tests.tasks.conftest import desk_of
from wiring.clock import now_in_london
from wiring.schedules import sample_configs
from wiring.services import Services, open_services

ORIGIN = "council.example/2026"
FILES = StoreName("case-files")
# Officers' commands act today, so everything here does. No date is what is tested.
DAY = now_in_london().date()


class Unseen:
    """A progress bar that nobody sees: Prefect's would start a server of its own for it."""

    def show(self, done: int, of: int | None = None) -> None:
        assert done >= 0


@pytest.fixture(params=["sqlite", "postgresql"])
def services(
    request: pytest.FixtureRequest,
    built: Northmoor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Services]:
    """A council, its memory on either database."""
    if request.param == "postgresql":
        monkeypatch.setenv("MUNIMENT_DATABASE_URL", request.getfixturevalue("postgres_url"))
    shutil.copytree(built.folder, tmp_path / "northmoor")
    configs = tmp_path / "northmoor" / "configs"
    shutil.copytree(sample_configs(), configs)
    monkeypatch.setenv("MUNIMENT_CONFIGS", str(configs))
    monkeypatch.setattr(retention, "Progress", lambda _: Unseen())
    yield open_services()
    for opened in configs.parent.glob("configs*"):
        open_services(opened).engine.dispose()


def waiting(services: Services, count: int) -> list[ItemId]:
    """Return items of both nights that wait for an owner: high ids of the first, low of the last.

    In the order of their proposal they are then in no order of their ids.
    """
    with services.work(DAY) as work:
        found = [p for p in work.register.disposals.waiting() if p.places == 2]
    first = [p.id for p in found if p.proposed_on < DAY][-(count // 2) :] if count > 1 else []
    last = [p.id for p in found if p.proposed_on == DAY][: count - len(first)]
    assert len(first) + len(last) == count
    return [*first, *last]


def authorised(services: Services, count: int) -> list[ItemId]:
    """Have the owner say yes to some, each in a transaction of its own."""
    items = waiting(services, count)
    for item in items:
        with services.work(DAY) as work:
            authorise_disposal(work, services.settings.officer("off-102"), item, Basis.REVIEWED)
    return items


def read_by_night() -> None:
    """Read every store into the catalogue, and propose what is over."""
    for store in retention.store_names.fn():
        assert retention.read_store.fn(store, DAY)["read"] > 0
        retention.propose_due.fn(store, DAY)


def scanned(services: Services) -> None:
    """Propose what is due, over two nights."""
    records = list(services.stores.record_source(StoreName("case-db")).records())
    half = len(records) // 2
    for night, some in ((DAY - timedelta(days=1), records[:half]), (DAY, records[half:])):
        with services.work(night) as work:
            assert _judge(services, work, some)["proposed"] > 4


def test_every_act_of_a_disposal_takes_its_locks_in_one_order(services: Services) -> None:
    with watched(services.engine) as watch:
        scanned(services)
        carried_out_and_certified(services)
        interrupted_and_gone_on_with(services)
        stopped_and_held(services)
        withdrawn_for_a_hold(services)
        refused_and_grown_old(services)
        read_by_night()
    assert services.ledger.verify().verified
    # It did watch: a scan, a disposal, an owner's word, a stop.
    assert {
        ("gate 2", "ledger_head"),
        ("gate 1", "lease", "proposal", "ledger_head"),
        ("proposal", "ledger_head"),
        ("lease", "proposal"),
    } <= watch.ways


def carried_out_and_certified(services: Services) -> None:
    gone = authorised(services, 8)
    assert dispose_of.fn(gone, DAY) == {"disposed": 8}
    assert certify.fn(DAY) == {"certificates": 1}


def interrupted_and_gone_on_with(services: Services) -> None:
    [item], inner = authorised(services, 1), services.stores.disposer(FILES)
    services.stores._disposers[FILES] = Stalling(inner)
    assert dispose_of.fn([item], DAY) == {"interrupted": 1}
    services.stores._disposers[FILES] = inner
    assert resume.fn([item], DAY) == {"disposed": 1}


def stopped_and_held(services: Services) -> None:
    [item], inner = authorised(services, 1), services.stores.disposer(FILES)
    services.stores._disposers[FILES] = Forgetting(inner)
    assert dispose_of.fn([item], DAY) == {"unproven": 1}
    services.stores._disposers[FILES] = inner
    with services.work(DAY) as work:
        [trip] = work.register.breaker.open_trips()
        reset_breaker(work, services.settings.officer("off-102"), trip.id, Seen.MENDED)


def withdrawn_for_a_hold(services: Services) -> None:
    [item], officer = authorised(services, 1), services.settings.officer("off-101")
    with services.work(DAY) as work:
        everything = HoldScope(everything=True)
        hold = place_hold(work, officer, HoldType.INQUIRY, everything, timedelta(days=30))
    assert dispose_of.fn([item], DAY) == {"withdrawn": 1}
    with services.work(DAY) as work:
        release_hold(work, officer, hold, Lifting.ENDED)


def refused_and_grown_old(services: Services) -> None:
    [item] = waiting(services, 1)
    with services.work(DAY) as work:
        owner = services.settings.officer("off-102")
        reject_disposal(work, owner, item, Rejection.STILL_NEEDED)
    assert withdraw_stale.fn(DAY + timedelta(days=91)) > 1
    services.ledger.checkpoint()


def test_every_command_of_an_officer_takes_its_locks_in_one_order(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    owner, records = desk_of(services, "off-102"), desk_of(services, "off-101")
    with watched(services.engine) as watch:
        scanned(services)
        yes, no = waiting(services, 4)[:2], waiting(services, 4)[2:]
        assert main(["disposal", "authorise", *yes, "--basis", "reviewed", *owner]) == 0
        assert main(["disposal", "reject", *no, "--reason", "still_needed", *owner]) == 0
        assert main(["hold", "place", "--type", "INQUIRY", "--everything", *records]) == 0
        with services.work(DAY) as work:
            [hold] = work.register.holds.in_force()
        assert main(["hold", "release", hold.id, "--reason", "ended", *records]) == 0
    capsys.readouterr()
    assert {("proposal", "ledger_head"), ("gate 1", "ledger_head")} <= watch.ways


def two_items(engine: Engine) -> tuple[ItemId, ItemId]:
    """Begin a ledger, write down two proposals and return their ids in order."""
    first, second = sorted(ItemId(uuid4().hex) for _ in range(2))
    row = {
        "record_class": "ED-SCP2", "rule": "ED-SCP2", "schedule": "test-1", "action": "destroy",
        "eligible_from": DAY, "places": 1, "proposed_on": DAY, "by": "muniment",
    }  # fmt: skip
    with transaction(engine) as connection:
        ledger_tables.create(connection, ORIGIN)
        connection.execute(
            insert(schema.proposal), [{"id": item, **row} for item in (first, second)]
        )
    return first, second


def gate_after_item(connection: Connection, first: ItemId, second: ItemId) -> None:
    Register(connection).disposals.lock([first])
    pass_gate(connection, Gate.HOLDS)


def item_after_head(connection: Connection, first: ItemId, second: ItemId) -> None:
    Log(ORIGIN, bytes(32)).lock(connection)
    Register(connection).disposals.state_for_change(first)


def higher_before_lower(connection: Connection, first: ItemId, second: ItemId) -> None:
    Register(connection).disposals.lock([second])
    Register(connection).disposals.lock([first])


def item_by_its_fact_after_head(connection: Connection, first: ItemId, second: ItemId) -> None:
    Log(ORIGIN, bytes(32)).lock(connection)
    row = {"item": first, "step": 2, "state": "rejected", "on": DAY, "by": "b.owner"}
    connection.execute(insert(schema.proposal_fact).values(row))


@pytest.mark.parametrize(
    "wrongly",
    [gate_after_item, item_after_head, higher_before_lower, item_by_its_fact_after_head],
)
def test_the_watch_sees_a_wrong_order(
    engine: Engine, wrongly: Callable[[Connection, ItemId, ItemId], None]
) -> None:
    items = two_items(engine)
    with pytest.raises(OutOfOrder), watched(engine), transaction(engine) as connection:
        wrongly(connection, *items)


def test_the_watch_lets_the_right_order_and_what_is_locked_already_be(
    engine: Engine,
) -> None:
    first, second = two_items(engine)
    with watched(engine) as watch, transaction(engine) as connection:
        pass_gate(connection, Gate.HOLDS)
        Register(connection).disposals.lock([second, first])
        Register(connection).disposals.lock([first])
        pass_gate(connection, Gate.HOLDS)
    assert watch.ways == {("gate 1", "proposal")}
