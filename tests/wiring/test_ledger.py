"""Events go into the ledger as they are; what goes wrong comes out as one of the four errors."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, text

from ledger.export import audit_export
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable, Unproven
from recordkeeping.vocabulary.events import Event, EventKind
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId
from wiring.ledger import LiveLedger, open_ledger

ORIGIN = "northmoor.example/disposal/2026a"
ITEM = ItemId("0f" * 16)
COMPLETED = Event(
    EventKind.DISPOSAL_COMPLETED,
    item=ITEM,
    actor=OfficerId("muniment"),
    at=datetime(2026, 7, 1, 3, 15, 7, 999, tzinfo=timezone(timedelta(hours=1))),
    facts={"places": 2, "method": "delete"},
    detail={"name": "Kayleigh Marsh"},
)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
        event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
        event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
    else:
        engine = create_engine(request.getfixturevalue("postgres_url"))
    yield engine
    engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "keys"


@pytest.fixture
def live(engine: Engine, folder: Path) -> LiveLedger:
    return open_ledger(engine, ORIGIN, folder)


def leaves(live: LiveLedger) -> list[dict[str, str | int]]:
    with live.engine.begin() as connection:
        return [json.loads(leaf) for leaf in live.log.entries(connection, 0)]


def test_a_new_log_begins_with_its_opening_and_is_signed_at_once(live: LiveLedger) -> None:
    assert [leaf["kind"] for leaf in leaves(live)] == ["log_opened"]
    found = live.verify()
    assert found.verified
    assert (found.entries, found.size, found.checkpoints) == (1, 1, 1)


def test_opening_a_log_again_changes_nothing(live: LiveLedger, folder: Path) -> None:
    again = open_ledger(live.engine, ORIGIN, folder)
    assert again.keys == live.keys
    assert len(leaves(again)) == 1


def test_an_event_becomes_a_flat_leaf_with_its_time_in_utc(live: LiveLedger) -> None:
    with live.engine.begin() as connection:
        assert live.attest(connection, COMPLETED, erase_after=date(2046, 7, 1)) == 1
        assert live.log.open_detail(connection, 1) == {"name": "Kayleigh Marsh"}
    leaf = leaves(live)[1]
    commitment = leaf.pop("detail")
    assert leaf == {
        "kind": "disposal_completed",
        "item": "0f" * 16,
        "actor": "muniment",
        "at": "2026-07-01T02:15:07Z",
        "places": 2,
        "method": "delete",
    }
    assert isinstance(commitment, str)
    assert len(commitment) == 64


def test_a_second_completed_disposal_of_one_item_is_refused(live: LiveLedger) -> None:
    with live.engine.begin() as connection:
        live.attest(connection, COMPLETED)
        with pytest.raises(Refused, match="already stands"):
            live.attest(connection, COMPLETED)
    assert len(leaves(live)) == 2


def test_a_proposal_may_be_told_twice(live: LiveLedger) -> None:
    proposed = Event(
        EventKind.DISPOSAL_REJECTED, ITEM, OfficerId("o.wren"), datetime(2026, 7, 1, tzinfo=UTC)
    )
    with live.engine.begin() as connection:
        assert live.attest(connection, proposed) == 1
        assert live.attest(connection, proposed) == 2


def test_a_log_that_was_altered_is_shown_and_signed_by_nobody(live: LiveLedger) -> None:
    with live.engine.begin() as connection:
        live.attest(connection, COMPLETED)
        connection.execute(text("UPDATE ledger_head SET size = 1"))
    assert not live.verify().verified
    with pytest.raises(Unproven):
        live.checkpoint()


def test_a_database_that_does_not_answer_is_unavailable(live: LiveLedger, tmp_path: Path) -> None:
    away = create_engine(f"sqlite:///{tmp_path}/nowhere/ledger.sqlite")
    with pytest.raises(Unavailable):
        LiveLedger(away, live.log, live.keyring).verify()


def test_an_export_covers_every_entry_and_holds(live: LiveLedger, tmp_path: Path) -> None:
    with live.engine.begin() as connection:
        live.attest(connection, COMPLETED)
    path = tmp_path / "ledger.jsonl"
    assert live.export(path) == 2
    assert audit_export(path, live.keys).verified


def test_a_proof_is_made_even_of_an_entry_that_was_not_yet_signed(live: LiveLedger) -> None:
    with live.engine.begin() as connection:
        live.attest(connection, COMPLETED)
    leaf, proof = live.prove(1)
    assert json.loads(leaf)["kind"] == "disposal_completed"
    assert proof.startswith("c2sp.org/tlog-proof@v1\nindex 1\n")
    assert b64decode(proof.split("\n")[2])
    with pytest.raises(Refused):
        live.prove(2)


def test_secret_keys_are_readable_by_us_alone(live: LiveLedger, folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    for name in ("ed25519.pem", "ml-dsa-44.pem", "detail.key"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600
    published = (folder / "ledger.vkeys").read_text().splitlines()
    assert published == [str(key) for key in live.keys]


@pytest.mark.parametrize("name", ["ed25519.pem", "ml-dsa-44.pem", "detail.key"])
def test_a_key_that_others_can_read_is_refused(name: str, live: LiveLedger, folder: Path) -> None:
    (folder / name).chmod(0o640)
    with pytest.raises(Misconfigured, match="open to other accounts"):
        open_ledger(live.engine, ORIGIN, folder)


@pytest.mark.parametrize("name", ["ed25519.pem", "ml-dsa-44.pem", "detail.key"])
def test_a_log_with_entries_is_never_given_new_keys(
    name: str, live: LiveLedger, folder: Path
) -> None:
    (folder / name).unlink()
    with pytest.raises(Misconfigured, match="missing"):
        open_ledger(live.engine, ORIGIN, folder)
    assert not (folder / name).exists()


def test_keys_of_another_log_do_not_open_this_one(
    live: LiveLedger, folder: Path, tmp_path: Path
) -> None:
    others = create_engine(f"sqlite:///{tmp_path / 'other.sqlite'}")
    open_ledger(others, ORIGIN, tmp_path / "others")
    others.dispose()
    (tmp_path / "others" / "ed25519.pem").replace(folder / "ed25519.pem")
    with pytest.raises(Misconfigured, match="not those that signed this log"):
        open_ledger(live.engine, ORIGIN, folder)
