"""The disposal protocol on a real council: what is held stays, what is begun is finished."""

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from conformance.hostile import Forgetting, Stalling
from conformance.northmoor.council import build
from recordkeeping.retention.disposal import DisposalState
from recordkeeping.retention.due import Standing, assess
from recordkeeping.retention.schedule import Action
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId, StoreName
from recordkeeping.vocabulary.officers import Officer, Role
from review.disposal_acts import Basis, Rejection, authorise_disposal, place_hold, reject_disposal
from tasks import disposal
from tasks.certificates import certify
from tasks.retention import _judge
from wiring.schedules import sample_configs
from wiring.services import Services, _open, open_services

DAY = date(2026, 11, 2)
FILES = StoreName("case-files")


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Services:
    build(tmp_path / "northmoor", seed=7, scale=20, today=DAY)
    configs = tmp_path / "northmoor" / "configs"
    shutil.copytree(sample_configs(), configs)
    monkeypatch.setenv("MUNIMENT_CONFIGS", str(configs))
    opened = open_services()
    source = opened.stores.record_source(StoreName("case-db"))
    with opened.work(DAY) as work:
        _judge(opened, work, list(source.records()))
    return opened


def authorised(services: Services, copies: int = 1) -> ItemId:
    """Authorise one waiting proposal whose record has so many copies elsewhere."""
    with services.work(DAY) as work:
        waiting = work.register.disposals.waiting()
        item = next(p.id for p in waiting if p.places == 1 + copies)
        authorise_disposal(work, services.settings.officer("off-102"), item, Basis.REVIEWED)
    return item


def waiting(services: Services) -> ItemId:
    with services.work(DAY) as work:
        return work.register.disposals.waiting()[-1].id


def state(services: Services, item: ItemId) -> DisposalState:
    with services.work(DAY) as work:
        return work.register.disposals.state_of(item)


def kinds(services: Services, item: ItemId) -> Counter[str]:
    with services.engine.connect() as connection:
        leaves = [leaf.decode() for leaf in services.ledger.log.entries(connection, 0)]
    return Counter(
        leaf.split('"kind":"')[1].split('"')[0] for leaf in leaves if f'"item":"{item}"' in leaf
    )


def files(services: Services) -> dict[Path, bytes]:
    root = services.settings.base / "stores" / "documents"
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def rows(services: Services) -> set[str]:
    """Return every row of the case system, as the statement that would make it."""
    database = services.settings.base / "stores" / "case-records.sqlite"
    with closing(sqlite3.connect(database)) as connection:
        return {line for line in connection.iterdump() if line.startswith("INSERT")}


def test_an_authorised_record_and_its_file_go_with_an_entry_before_and_after(
    services: Services,
) -> None:
    item, before = authorised(services), files(services)
    assert disposal.dispose_of.fn([item], DAY) == {"disposed": 1}
    assert len(before.keys() - files(services).keys()) == 1
    assert list(kinds(services, item)) == [
        "disposal_proposed",
        "disposal_authorised",
        "disposal_intended",
        "disposal_completed",
    ]


def test_a_hold_between_authorisation_and_disposal_wins(services: Services) -> None:
    item, before = authorised(services), files(services)
    with services.work(DAY) as work:
        record = work.register.disposals.get(item).record
        assert record is not None
        scope = HoldScope(records=frozenset({record}))
        officer = services.settings.officer("off-101")
        place_hold(work, officer, HoldType.INQUIRY, scope, timedelta(days=90))
    assert disposal.dispose_of.fn([item], DAY) == {"withdrawn": 1}
    assert files(services) == before
    assert state(services, item) is DisposalState.WITHDRAWN
    assert "disposal_intended" not in kinds(services, item)


def test_everything_but_the_authorised_record_is_byte_for_byte_as_it_was(
    services: Services,
) -> None:
    """Held, refused, of no known date, not yet due: none of it is touched."""
    gone, held, refused = authorised(services), authorised(services), waiting(services)
    with services.work(DAY) as work:
        reject_disposal(work, services.settings.officer("off-102"), refused, Rejection.STILL_NEEDED)
        record, kept = (work.register.disposals.get(item).record for item in (gone, held))
        assert record is not None
        assert kept is not None
        officer, scope = services.settings.officer("off-101"), HoldScope(records=frozenset({kept}))
        place_hold(work, officer, HoldType.INQUIRY, scope, timedelta(days=90))
    source = services.stores.record_source(record.store)
    whole = source.record(record)
    assert whole is not None
    [copy] = whole.copies
    standings = Counter(
        assess(one, services.schedule, (), DAY).standing for one in source.records()
    )
    assert standings[Standing.UNKNOWN] > 0
    files_before, rows_before = files(services), rows(services)
    assert disposal.dispose_of.fn([gone, held, refused], DAY) == {
        "disposed": 1, "withdrawn": 1, "left": 1,
    }  # fmt: skip
    [file] = files_before.keys() - files(services).keys()
    assert str(file).endswith(copy.key)
    assert files(services) == {p: b for p, b in files_before.items() if p != file}
    [row] = rows_before - rows(services)
    assert copy.key in row
    assert rows(services) == rows_before - {row}


def test_who_proposed_may_not_authorise(services: Services) -> None:
    machine = Officer(OfficerId("Muniment"), frozenset({Role.ASSET_OWNER}))
    with services.work(DAY) as work:
        item = work.register.disposals.waiting()[0].id
        with pytest.raises(Refused, match="proposed this disposal"):
            authorise_disposal(work, machine, item, Basis.REVIEWED)


def test_a_disposal_that_was_interrupted_is_finished_by_the_next_run(services: Services) -> None:
    item, before = authorised(services), files(services)
    inner = services.stores.disposer(FILES)
    services.stores._disposers[FILES] = Stalling(inner)
    assert disposal.dispose_of.fn([item], DAY) == {"interrupted": 1}
    assert disposal.interrupted_items.fn() == [item]
    assert files(services) == before
    services.stores._disposers[FILES] = inner
    assert disposal.resume.fn([item], DAY) == {"disposed": 1}
    assert kinds(services, item)["disposal_intended"] == 1
    assert kinds(services, item)["disposal_completed"] == 1
    assert len(before.keys() - files(services).keys()) == 1


def test_a_copy_that_cannot_be_shown_gone_stops_and_holds_what_is_left(services: Services) -> None:
    item, before = authorised(services), files(services)
    services.stores._disposers[FILES] = Forgetting(services.stores.disposer(FILES))
    assert disposal.dispose_of.fn([item], DAY) == {"unproven": 1}
    assert disposal.unproven_items.fn() == [item]
    assert files(services) == before
    assert kinds(services, item)["disposal_completed"] == 0
    with services.work(DAY) as work:
        assert [h.type for h in work.register.holds.in_force()] == [HoldType.DATA_QUALITY]


def test_a_certificate_is_issued_once_and_the_register_forgets_the_record(
    services: Services,
) -> None:
    item = authorised(services)
    with services.work(DAY) as work:
        record = work.register.disposals.get(item).record
        assert record is not None
    disposal.dispose_of.fn([item], DAY)
    assert certify.fn(DAY) == {"certificates": 1}
    assert certify.fn(DAY) == {"certificates": 0}
    with services.work(DAY) as work:
        assert work.register.disposals.get(item).record is None
    database = (services.settings.state / "muniment.sqlite").read_bytes()
    assert record.key.encode() not in database
    [pdf] = (services.outputs / "certificates").glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_the_same_record_is_not_proposed_twice(services: Services) -> None:
    source = services.stores.record_source(StoreName("case-db"))
    with services.work(DAY) as work:
        assert _judge(services, work, list(source.records()))["proposed"] == 0


def interrupted(services: Services) -> ItemId:
    """Leave a disposal with its intent written and nothing gone yet: its store was away."""
    item, inner = authorised(services), services.stores.disposer(FILES)
    services.stores._disposers[FILES] = Stalling(inner)
    assert disposal.dispose_of.fn([item], DAY) == {"interrupted": 1}
    services.stores._disposers[FILES] = inner
    return item


def test_an_interrupted_disposal_stops_when_its_yes_has_grown_old(services: Services) -> None:
    before = files(services)
    item = interrupted(services)
    assert disposal.resume.fn([item], DAY + timedelta(days=200)) == {"unproven": 1}
    assert files(services) == before


def test_an_interrupted_disposal_stops_when_a_hold_names_the_record(services: Services) -> None:
    before = files(services)
    item = interrupted(services)
    with services.work(DAY) as work:
        places = work.register.disposals.places(item)
        scope = HoldScope(records=frozenset({places[0].record}))
        officer = services.settings.officer("off-101")
        place_hold(work, officer, HoldType.INQUIRY, scope, timedelta(days=90))
    assert disposal.resume.fn([item], DAY) == {"unproven": 1}
    assert files(services) == before


def test_an_interrupted_disposal_stops_when_the_record_cannot_be_judged_again(
    services: Services,
) -> None:
    before = files(services)
    item = interrupted(services)
    with services.work(DAY) as work:
        own = work.register.disposals.get(item).record
    assert own is not None
    services.stores.disposer(own.store).dispose(own)
    assert disposal.resume.fn([item], DAY) == {"unproven": 1}
    assert files(services) == before


def test_the_yes_of_somebody_who_is_no_owner_any_more_destroys_nothing(services: Services) -> None:
    item, before = authorised(services), files(services)
    officers = services.settings.configs / "officers.yaml"
    officers.write_text(officers.read_text().replace("[asset_owner]", "[administrator]"))
    _open.cache_clear()
    assert disposal.dispose_of.fn([item], DAY) == {"withdrawn": 1}
    assert files(services) == before


def test_one_item_that_is_refused_stops_no_other(services: Services) -> None:
    taken_back, item = authorised(services), authorised(services)
    with services.work(DAY) as work:
        by = OfficerId("muniment")
        work.register.disposals.withdraw(taken_back, by=by, on=DAY, reason_code="stale")
    assert disposal.dispose_of.fn([taken_back, item], DAY) == {"left": 1, "disposed": 1}


def test_what_asks_for_a_review_is_not_authorised_without_one(services: Services) -> None:
    with services.work(DAY) as work:
        item = next(
            p.id
            for p in work.register.disposals.waiting()
            if p.action is Action.REVIEW_THEN_DESTROY
        )
        owner = services.settings.officer("off-102")
        with pytest.raises(Refused, match="asks for a review"):
            authorise_disposal(work, owner, item, Basis.SCHEDULE)


def test_nothing_is_authorised_before_the_day_on_which_it_may_go(services: Services) -> None:
    with services.work(DAY) as work:
        waiting = work.register.disposals.waiting()[0]
    with (
        services.work(waiting.eligible_from - timedelta(days=1)) as work,
        pytest.raises(Refused, match="and not before"),
    ):
        authorise_disposal(work, services.settings.officer("off-102"), waiting.id, Basis.REVIEWED)
