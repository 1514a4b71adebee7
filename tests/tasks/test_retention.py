"""The night: what changed is read, what is over is read again and proposed once; files go whole."""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from sqlalchemy import select

from conformance.fakes import FakeStore
from conformance.northmoor.council import build
from console.main import main
from recordkeeping.ports import Changes
from recordkeeping.retention.breaker import Cause, Trip
from recordkeeping.retention.due import assess
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import RecordRef, StoreName
from recordkeeping.vocabulary.records import Record
from register import schema
from register.catalogue.catalogue import Catalogue, Entry, Mark
from review.disposal_acts import Basis, Seen, authorise_disposal, reset_breaker
from tasks import disposal, retention
from tasks.step import MACHINE
from tests.tasks.conftest import Bar, desk_of
from wiring.acts import trip_breaker
from wiring.schedules import sample_configs
from wiring.services import Services, _open, open_services

DAY = date(2026, 11, 2)
CASES = StoreName("case-db")


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Services:
    build(tmp_path / "northmoor", seed=7, scale=20, today=DAY)
    configs = tmp_path / "northmoor" / "configs"
    shutil.copytree(sample_configs(), configs)
    monkeypatch.setenv("MUNIMENT_CONFIGS", str(configs))
    monkeypatch.setattr(retention, "Progress", lambda _: Shown())
    opened = open_services()
    rehearsed = night()
    assert rehearsed[1]["would_be_proposed"] > 10
    assert not proposed(opened)
    return opened


class Shown(Bar):
    def __init__(self) -> None:
        super().__init__("a test")

    def show(self, done: int, of: int | None = None) -> None:
        assert done >= 0


def night(today: date = DAY) -> tuple[dict[str, int], dict[str, int]]:
    return retention.read_store.fn(CASES, today), retention.propose_due.fn(CASES, today)


def case_system(services: Services) -> sqlite3.Connection:
    [file] = (services.settings.base / "stores").glob("*.sqlite")
    return sqlite3.connect(file, isolation_level=None)


def proposed(services: Services) -> set[RecordRef]:
    with services.work(DAY) as work:
        return {p.record for p in work.register.disposals.waiting() if p.record}


def test_what_is_proposed_is_what_a_look_at_every_record_finds_due(services: Services) -> None:
    read, counts = night()
    every = list(services.stores.record_source(CASES).records())
    due = {r.ref for r in every if assess(r, services.schedule, (), DAY).is_disposable}
    with services.work(DAY) as work:
        families = services.settings.policy.disposal.one_file
        kept = work.register.catalogue.kept_by_others(sorted(due), DAY, families)
    assert {name: n for name, n in read.items() if n} == {"read": len(every)}
    assert proposed(services) == due - kept
    assert len(due - kept) > 10
    assert counts["kept_by_file"] == len(kept) > 5
    assert counts["records"] == len(every)


def test_a_second_night_changes_nothing_and_proposes_nothing_twice(services: Services) -> None:
    _, first = night()
    read, second = night()
    assert read["changed"] == 0
    assert first["proposed"] > 0
    assert "proposed" not in {k for k, n in second.items() if n}


def test_what_the_store_no_longer_has_is_forgotten(services: Services) -> None:
    night()
    gone = sorted(proposed(services))[0]
    table, _, key = gone.key.partition("/")
    with case_system(services) as store:
        column = store.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
        assert store.execute(f'DELETE FROM {table} WHERE "{column}" = ?', [key]).rowcount == 1
    read, _ = night()
    assert read["forgotten"] == 1
    with services.work(DAY) as work:
        assert work.register.catalogue.entry(gone) is None


def test_the_catalogue_does_not_decide(services: Services) -> None:
    """A catalogue that says what is not so proposes nothing: each record is read again."""
    night()
    with services.work(DAY) as work:
        everything = select(schema.catalogue.c.record_key)
        count = len(work.register.connection.scalars(everything).all())
        work.register.connection.execute(
            schema.catalogue.update().values(keep_through=date(1990, 1, 1), proposable=True)
        )
    before = proposed(services)
    counts = retention.propose_due.fn(CASES, DAY)
    assert counts["assessed"] == count
    every = {r.ref: r for r in services.stores.record_source(CASES).records()}
    for ref in proposed(services) - before:
        assert assess(every[ref], services.schedule, (), DAY).is_disposable


def test_a_schedule_that_is_changed_in_place_stops_everything_until_an_owner_has_seen_it(
    services: Services,
) -> None:
    night()
    with services.work(DAY) as work:
        item = work.register.disposals.waiting()[0].id
    file = services.settings.configs / "schedules" / "social-care.yaml"
    shorter = file.read_text().replace("period: P6Y", "period: P5Y", 1)
    assert shorter != file.read_text()
    file.write_text(shorter)
    _open.cache_clear()
    changed = open_services()
    assert retention.read_store.fn(CASES, DAY)["breaker_tripped"] == 1
    with changed.work(DAY) as work:
        (trip,) = work.register.breaker.open_trips()
    assert (trip.trip.cause, trip.store) == (Cause.SCHEDULE_CHANGED, CASES)
    owner = changed.settings.officer("off-102")
    with pytest.raises(Refused, match="circuit breaker is tripped"), changed.work(DAY) as work:
        authorise_disposal(work, owner, item, Basis.REVIEWED)
    with pytest.raises(Refused, match="asset_owner"), changed.work(DAY) as work:
        reset_breaker(work, changed.settings.officer("off-101"), trip.id, Seen.SCHEDULE_APPROVED)
    with changed.work(DAY) as work:
        reset_breaker(work, owner, trip.id, Seen.SCHEDULE_APPROVED)
    with changed.work(DAY) as work:
        authorise_disposal(work, owner, item, Basis.REVIEWED)


def test_what_was_authorised_before_the_breaker_tripped_stays_until_it_is_reset(
    services: Services,
) -> None:
    night()
    owner = services.settings.officer("off-102")
    with services.work(DAY) as work:
        item = next(p for p in work.register.disposals.waiting() if p.destroy_by)
        authorise_disposal(work, owner, item.id, Basis.REVIEWED)
        trip_breaker(work, owner.id, CASES, Trip(Cause.TOO_FEW_READ, 1, 2))
    assert item.record is not None
    assert disposal.dispose_of.fn([item.id], DAY) == {"stopped": 1}
    assert services.stores.record_source(CASES).record(item.record) is not None
    with services.work(DAY) as work:
        (trip,) = work.register.breaker.open_trips()
        assert not trip_breaker(work, owner.id, CASES, trip.trip)  # once is enough
        reset_breaker(work, owner, trip.id, Seen.EXPECTED)
        with pytest.raises(Refused, match="no open trip"):
            reset_breaker(work, owner, trip.id, Seen.EXPECTED)
    assert disposal.dispose_of.fn([item.id], DAY) == {"disposed": 1}


def limited(services: Services, **limits: object) -> Services:
    file = services.settings.configs / "policy.yaml"
    policy = yaml.safe_load(file.read_text())
    policy["disposal"]["breaker"] |= limits
    file.write_text(yaml.safe_dump(policy))
    _open.cache_clear()
    return open_services()


def test_a_night_beyond_its_limit_stops_before_anybody_can_say_yes(services: Services) -> None:
    services = limited(services, most=10)
    _, counts = night()
    assert counts["proposed"] > counts["breaker_tripped"] == 1
    with services.work(DAY) as work:
        (trip,) = work.register.breaker.open_trips()
    assert (trip.trip.cause, trip.trip.count) == (Cause.TOO_MANY, counts["proposed"])
    # The same night again proposes nothing new, and what it did is still beyond the limit.
    owner = services.settings.officer("off-102")
    with services.work(DAY) as work:
        reset_breaker(work, owner, trip.id, Seen.EXPECTED)
    assert night()[1]["breaker_tripped"] == 1


def test_a_run_that_dies_before_its_mark_tells_the_changed_schedule_the_next_time(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    night()
    file = services.settings.configs / "schedules" / "social-care.yaml"
    file.write_text(file.read_text().replace("period: P6Y", "period: P5Y", 1))
    _open.cache_clear()
    changed = open_services()

    def dies(self: Catalogue, store: StoreName, mark: Mark) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Catalogue, "set_mark", dies)
        with pytest.raises(KeyboardInterrupt):
            retention.read_store.fn(CASES, DAY)
    with changed.work(DAY) as work:
        assert work.register.breaker.open_trips() == ()
    assert retention.read_store.fn(CASES, DAY)["breaker_tripped"] == 1


def test_an_owner_sees_and_resets_the_breaker_at_the_command_line(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    owner = desk_of(services, "off-102")
    assert main(["breaker", "list", *owner]) == 0
    assert capsys.readouterr().out == "The circuit breaker is not tripped.\n"
    with services.work(DAY) as work:
        trip_breaker(work, MACHINE, CASES, Trip(Cause.TOO_MANY, 501, 500))
    assert main(["breaker", "list", "--json", *owner]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["cause"], told["store"], told["count"], told["limit"]) == (
        "too_many", "case-db", 501, 500,
    )  # fmt: skip
    assert main(["breaker", "reset", told["trip"], "--reason", "why not", *owner]) == 2
    assert "expected, mended, schedule_approved" in capsys.readouterr().err
    assert main(["breaker", "reset", told["trip"], "--reason", "mended", *owner]) == 0
    assert capsys.readouterr().out == f"{told['trip']}: reset; disposals go on\n"
    with services.work(DAY) as work:
        assert work.register.breaker.open_trips() == ()


def test_half_a_store_trips_the_breaker(services: Services) -> None:
    with case_system(services) as store:
        store.execute("DELETE FROM documents")
    assert retention.read_store.fn(CASES, DAY)["breaker_tripped"] == 1
    with services.work(DAY) as work:
        (trip,) = work.register.breaker.open_trips()
    assert trip.trip.cause is Cause.TOO_FEW_READ


class Telling(FakeStore):
    """A store that tells what changed, but for what it keeps to itself."""

    def __init__(self, name: StoreName, records: list[Record]) -> None:
        super().__init__(name)
        self.told: list[Record] = []
        for one in records:
            self.put(one)

    def changed_since(self, mark: str | None) -> Changes:
        since = 0 if mark is None else int(mark)
        records = list(self.records()) if mark is None else self.told[since:]
        return Changes(records, str(len(self.told)))

    def change(self, record: Record, *, tells: bool = True) -> None:
        self.put(record)
        if tells:
            self.told.append(record)


@pytest.fixture
def telling(services: Services) -> Telling:
    """The case system as one that tells what changed, read twice."""
    store = Telling(CASES, list(services.stores.record_source(CASES).records()))
    services.stores._readers[CASES] = store
    for _ in range(2):
        retention.read_store.fn(CASES, DAY)
    return store


def a_contact(store: Telling) -> Record:
    return next(r for r in store.records() if r.record_class == "SC-NFA" and r.subjects)


def later(record: Record) -> Record:
    return replace(record, events=(*record.events, ("contact", date(2026, 5, 1))))


def test_a_night_reads_only_what_the_store_tells(services: Services, telling: Telling) -> None:
    record = a_contact(telling)
    telling.change(later(record))
    read = retention.read_store.fn(CASES, DAY)
    assert {name: n for name, n in read.items() if n} == {"read": 1, "changed": 1}
    with services.work(DAY) as work:
        entry = work.register.catalogue.entry(record.ref)
    assert entry is not None
    assert entry.keep_through == date(2032, 12, 31)


def test_one_change_that_was_never_told_stops_everything_at_the_recount(
    services: Services, telling: Telling
) -> None:
    told, kept = itertools.islice((r for r in telling.records() if r.record_class == "SC-NFA"), 2)
    telling.change(later(told))
    telling.change(later(kept), tells=False)
    assert retention.read_store.fn(CASES, DAY)["changed"] == 1
    counts = retention.recount_store.fn(CASES, DAY)
    assert (counts["differing"], counts["missed"]) == (1, 1)
    with services.work(DAY) as work:
        (trip,) = work.register.breaker.open_trips()
        entry = work.register.catalogue.entry(kept.ref)
    assert (trip.trip.cause, trip.trip.count) == (Cause.CATALOGUE_DIFFERS, 1)
    assert entry == Entry.of(later(kept), services.schedule)
    assert retention.recount_store.fn(CASES, DAY)["missed"] == 0


def test_a_change_between_the_night_and_the_recount_is_no_fault(
    services: Services, telling: Telling
) -> None:
    telling.change(later(a_contact(telling)))
    counts = retention.recount_store.fn(CASES, DAY)
    assert (counts["differing"], counts["missed"]) == (1, 0)
    with services.work(DAY) as work:
        assert work.register.breaker.open_trips() == ()


def test_a_store_that_tells_nothing_is_not_recounted(services: Services) -> None:
    night()
    assert services.schedule.digest
    assert retention.recount_store.fn(CASES, DAY) == {}


def test_a_shorter_schedule_is_tried_on_every_record_and_nothing_is_written(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new"
    shutil.copytree(services.settings.configs / "schedules", new / "schedules")
    file = new / "schedules" / "social-care.yaml"
    file.write_text(file.read_text().replace("\n    period: P6Y", "\n    period: P1Y", 1))
    configs = ["--configs", str(services.settings.configs), "--json"]
    assert main(["schedule", "simulate", str(new), *configs]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["shortens"] is True
    assert answer["at_once"] > 0
    assert [c["class"] for c in answer["classes"] if c["earlier"]] == ["SC-NFA"]
    assert main(["schedule", "forecast", *configs]) == 0
    ahead = json.loads(capsys.readouterr().out)["forecast"]
    assert sum(row["records"] for row in ahead) > 100
    with services.work(DAY) as work:
        assert work.register.breaker.open_trips() == ()


def test_what_cannot_be_disposed_of_from_here_is_counted_every_night_and_never_proposed(
    services: Services,
) -> None:
    file = services.settings.configs / "stores.yaml"
    stores = yaml.safe_load(file.read_text())
    for store in stores["stores"]:
        if store["name"] == "case-files":
            del store["disposes"]
    file.write_text(yaml.safe_dump(stores))
    _open.cache_clear()
    changed = open_services()
    _, counts = night()
    assert counts["to_be_disposed_of_by_hand"] > 5
    source = changed.stores.record_source(CASES)
    for ref in proposed(changed):
        record = source.record(ref)
        assert record is not None
        assert {place.store for place in record.places} == {CASES}
    assert night()[1]["to_be_disposed_of_by_hand"] == counts["to_be_disposed_of_by_hand"]


def test_a_file_that_is_opened_again_after_the_yes_keeps_its_records(services: Services) -> None:
    night()
    with services.work(DAY) as work:
        waiting = work.register.disposals.waiting()
        item = next(p for p in waiting if p.record_class.startswith("SC-") and not p.destroy_by)
        assert item.record is not None
        officer = services.settings.officer("off-102")
        authorise_disposal(work, officer, item.id, Basis.REVIEWED)
    record = services.stores.record_source(CASES).record(item.record)
    assert record is not None
    with services.work(DAY) as work:
        # Another store came to have a looked-after record of the same person.
        work.register.connection.execute(
            schema.catalogue.insert().values(
                store="other", record_key="k", record_class="SC-LAC", classes="|SC-LAC|",
                state="dated", keep_through=date(2090, 1, 1), destroy_by=None, rule="SC-LAC",
                proposable=True, inputs="", schedule="",
            )
        )  # fmt: skip
        work.register.connection.execute(
            schema.catalogue_person.insert().values(
                store="other", record_key="k", person=record.subjects[0].ref
            )
        )
    assert disposal.dispose_of.fn([item.id], DAY) == {"withdrawn": 1}
    assert services.stores.record_source(CASES).record(item.record) is not None
