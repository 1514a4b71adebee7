"""`muniment ledger`: its answers and exit codes, on an export alone and on the living log."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Connection, Engine, text

from console.main import main
from ledger.export import export_log
from ledger.keyring import Keyring
from ledger.log import Log
from ledger.seal import seal
from ledger.verify import main as verify
from wiring.ledger import LiveLedger


@pytest.fixture
def exported(
    sqlite: Engine,
    log: Log,
    keyring: Keyring,
    enter: Callable[[Connection, int], None],
    noon: datetime,
    tmp_path: Path,
) -> Path:
    path = tmp_path / "ledger.jsonl"
    with sqlite.begin() as connection:
        enter(connection, 3)
        seal(connection, log, keyring.signers, noon)
        export_log(connection, log, keyring.verifiers, path)
    return path


def test_an_honest_export_is_verified(
    exported: Path, keyring: Keyring, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["ledger", "verify", "--export", str(exported), "--json"]
    assert main([*words, "--key", str(keyring.verifiers[0])]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer.pop("root")
    assert answer == {"verified": True, "entries": 3, "size": 3, "checkpoints": 1, "because": []}


def test_a_cut_export_is_found_out(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join([*lines[:2], *lines[3:]]))
    assert main(["ledger", "verify", "--export", str(exported)]) == 4
    assert "THE LEDGER DOES NOT HOLD" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--key", "no key"], []])
def test_a_file_or_key_that_is_none_is_a_fault_of_the_arguments(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n")
    assert main(["ledger", "verify", "--export", str(path), *words]) == 2
    assert capsys.readouterr().err.startswith("muniment: --")


@pytest.fixture
def live(
    exported: Path, sqlite: Engine, log: Log, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> LiveLedger:
    """The log of the export, as the settings would have opened it."""
    live = LiveLedger(sqlite, log, keyring)
    monkeypatch.setattr("console.ledger.open_services", lambda _: SimpleNamespace(ledger=live))
    monkeypatch.setattr("console.ledger.require_memory", lambda _: None)
    return live


def test_the_living_log_is_verified_and_an_altered_one_found_out(
    live: LiveLedger, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", "verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["entries"] == 3
    with live.engine.begin() as connection:
        connection.execute(text("UPDATE ledger_head SET size = 2"))
    assert main(["ledger", "verify", "--json"]) == 4
    answer = json.loads(capsys.readouterr().out)
    assert answer["verified"] is False
    assert len(answer["because"]) == 1


def test_a_key_that_is_not_the_living_logs_own_is_a_fault(live: LiveLedger) -> None:
    foreign = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert main(["ledger", "verify", "--key", foreign]) == 2


def test_a_proof_is_written_with_its_entry_beside_it(
    live: LiveLedger, tmp_path: Path, keyring: Keyring
) -> None:
    proof = tmp_path / "entry-1.tlog-proof"
    assert main(["ledger", "prove", "1", "--out", str(proof)]) == 0
    leaf = tmp_path / "entry-1.tlog-proof.leaf.json"
    words = ["proof", str(proof), "--leaf", str(leaf), "--key", str(keyring.verifiers[0])]
    assert verify(words) == 0


def test_an_entry_that_does_not_exist_is_refused(
    live: LiveLedger, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", "prove", "3"]) == 3
    assert "covers 3 entries" in capsys.readouterr().err


def test_a_checkpoint_says_what_it_covers(
    live: LiveLedger, capsys: pytest.CaptureFixture[str], origin: str
) -> None:
    assert main(["ledger", "checkpoint", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["origin"], answer["size"]) == (origin, 3)


def test_an_export_says_where_it_is_and_holds(
    live: LiveLedger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "for-the-auditor.jsonl"
    assert main(["ledger", "export", str(path), "--json"]) == 0
    key = json.loads(capsys.readouterr().out)["keys"][0]
    assert verify(["log", str(path), "--key", key]) == 0
    assert main(["ledger", "export", str(tmp_path / "nowhere" / "x.jsonl")]) == 2


def test_a_place_that_nobody_can_write_to_is_told_in_words(
    live: LiveLedger, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ledger", "export", "/proc/x.jsonl"]) == 3  # no one makes files there, root either
    assert "FILE cannot be written: No such file" in capsys.readouterr().err
    assert main(["ledger", "prove", "1", "--out", "/proc/x.proof"]) == 3
    assert "--out cannot be written: No such file" in capsys.readouterr().err
