"""A stranger with one file of Python can check an export and a proof, and catches every change."""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from ledger import verify
from ledger.audit import audit_log
from ledger.errors import LedgerBroken, Malformed
from ledger.export import audit_export, export_log, prove_entry
from ledger.keyring import Keyring, open_keyring
from ledger.log import Log
from ledger.seal import seal

Enter = Callable[[Connection, int], None]
VERIFIER = Path(verify.__file__)


@pytest.fixture
def exported(
    sqlite: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime, tmp_path: Path
) -> Path:
    """An export of 60 entries, signed at 25 and at 60."""
    path = tmp_path / "ledger.jsonl"
    with sqlite.begin() as connection:
        enter(connection, 24)
        log.append(connection, {"kind": "hold_placed"}, detail={"name": "Kayleigh Marsh"})
        seal(connection, log, keyring.signers, noon)
        enter(connection, 35)
        seal(connection, log, keyring.signers, noon)
        assert export_log(connection, log, keyring.verifiers, path) == 60
    return path


@pytest.fixture
def short(
    sqlite: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime, tmp_path: Path
) -> Path:
    """An export of 20 entries: every kind of line, few enough to turn every byte of it."""
    path = tmp_path / "short.jsonl"
    with sqlite.begin() as connection:
        enter(connection, 19)
        log.append(connection, {"kind": "hold_placed"}, detail={"name": "Kayleigh Marsh"})
        seal(connection, log, keyring.signers, noon)
        assert export_log(connection, log, keyring.verifiers, path) == 20
    return path


@pytest.fixture
def alone(keyring: Keyring) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the verifier as a stranger does: its one file, no library, no environment."""

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        keys = [word for key in keyring.verifiers for word in ("--key", str(key))]
        command = [sys.executable, "-I", "-S", str(VERIFIER), *map(str, words), *keys]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run


def checked(path: Path, keyring: Keyring) -> int:
    return verify.main(["log", str(path), "--key", str(keyring.verifiers[0])])


def holds_for_us(path: Path, keyring: Keyring) -> bool:
    try:
        return audit_export(path, keyring.verifiers).verified
    except Malformed:
        return False


def test_an_honest_export_holds_for_a_stranger(
    exported: Path, alone: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    answer = alone("log", exported)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("holds: 60 entries, 2 checkpoints, root ")


def test_an_honest_export_holds_for_us(exported: Path, keyring: Keyring) -> None:
    found = audit_export(exported, keyring.verifiers)
    assert found.verified
    assert (found.entries, found.size, found.checkpoints) == (60, 60, 2)


def test_an_export_says_nothing_of_a_detail(exported: Path) -> None:
    lines = [json.loads(line) for line in exported.read_bytes().splitlines()]
    leaves = [b64decode(line["leaf"]) for line in lines if "leaf" in line]
    assert len(leaves) == 60
    assert b"detail" in leaves[24]
    assert b"Kayleigh" not in exported.read_bytes() + b"".join(leaves)


def turned(whole: bytes, place: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]


def test_no_byte_of_an_export_changes_unseen_by_the_stranger(
    exported: Path, keyring: Keyring
) -> None:
    whole = exported.read_bytes()
    for place in range(0, len(whole), 149):
        exported.write_bytes(turned(whole, place))
        assert checked(exported, keyring) in (2, 4), f"byte {place}"


def test_no_byte_of_20_entries_changes_unseen_by_the_stranger(
    short: Path, keyring: Keyring
) -> None:
    whole = short.read_bytes()
    first = whole.index(b"\n") + 1
    # Beyond them stand the checkpoint's signatures, which take the stranger long to look at.
    for place in range(first, whole.index(b'{"checkpoint"')):
        short.write_bytes(turned(whole, place))
        assert checked(short, keyring) in (2, 4), f"byte {place}"


def test_no_byte_of_a_whole_export_changes_unseen_by_us(short: Path, keyring: Keyring) -> None:
    whole = short.read_bytes()
    for place in range(len(whole)):
        short.write_bytes(turned(whole, place))
        assert not holds_for_us(short, keyring), f"byte {place}"


def test_no_byte_of_an_export_of_200_entries_changes_unseen_by_us(
    exported: Path, sqlite: Engine, log: Log, keyring: Keyring, enter: Enter, noon: datetime
) -> None:
    with sqlite.begin() as connection:
        enter(connection, 140)
        seal(connection, log, keyring.signers, noon)
        assert export_log(connection, log, keyring.verifiers, exported) == 200
    whole = exported.read_bytes()
    for place in range(0, len(whole), 97):
        exported.write_bytes(turned(whole, place))
        assert not holds_for_us(exported, keyring), f"byte {place}"


def renumbered(lines: list[bytes]) -> list[bytes]:
    """Give the entries new numbers in the order in which they stand."""
    index, out = 0, []
    for line in lines:
        document = json.loads(line)
        if "index" in document:
            document["index"] = index
            index += 1
        out.append(json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    return [line.encode() for line in out]


# The header is line 0, entries 0 to 24 are lines 1 to 25, and the first checkpoint is line 26.
TAMPERINGS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "without the last entry": lambda ls: [*ls[:-2], ls[-1]],
    "without an entry in the middle": lambda ls: [*ls[:40], *ls[41:]],
    "without an entry, renumbered": lambda ls: renumbered([*ls[:40], *ls[41:]]),
    "with two entries swapped": lambda ls: [*ls[:40], ls[41], ls[40], *ls[42:]],
    "with two entries swapped, renumbered": lambda ls: renumbered(
        [*ls[:40], ls[41], ls[40], *ls[42:]]
    ),
    "with an entry twice": lambda ls: [*ls[:40], ls[40], *ls[40:]],
    "with an entry twice, renumbered": lambda ls: renumbered([*ls[:40], ls[40], *ls[40:]]),
    "with an entry after the last checkpoint": lambda ls: renumbered([*ls, ls[40]]),
    "without the last checkpoint": lambda ls: ls[:-1],
    "with its checkpoint too early": lambda ls: [*ls[:25], ls[26], ls[25], *ls[27:]],
    "with a key under another name": lambda ls: [ls[0].replace(b"key_2", b"key_3"), *ls[1:]],
    "without its first line": lambda ls: ls[1:],
    "without a line": lambda ls: [],
}


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_nobody_is_deceived_by_an_export(tampering: str, exported: Path, keyring: Keyring) -> None:
    lines = TAMPERINGS[tampering](exported.read_bytes().splitlines())
    exported.write_bytes(b"".join(line + b"\n" for line in lines))
    assert checked(exported, keyring) in (2, 4)
    assert not holds_for_us(exported, keyring)


def test_a_whole_log_signed_by_somebody_else_does_not_hold(
    exported: Path, tmp_path: Path, origin: str
) -> None:
    other = open_keyring(tmp_path / "others", origin, may_create=True)
    assert checked(exported, other) == 4
    assert not audit_export(exported, other.verifiers).verified


def test_the_strangers_exit_code_says_what_is_wrong(
    exported: Path, tmp_path: Path, alone: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join([*lines[:-2], lines[-1]]))
    assert alone("log", exported).returncode == 4
    exported.write_bytes(b"no export\n")
    assert alone("log", exported).returncode == 2
    assert alone("log", tmp_path / "nowhere.jsonl").returncode == 2
    assert alone("log", exported, "--key", "no key").returncode == 2
    assert alone().returncode == 2


@pytest.mark.parametrize("index", [0, 24, 37, 59])
def test_the_proof_of_an_entry_convinces_a_stranger_and_of_no_other_entry(
    index: int,
    exported: Path,
    sqlite: Engine,
    log: Log,
    keyring: Keyring,
    tmp_path: Path,
    alone: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    with sqlite.begin() as connection:
        leaf, proof = prove_entry(connection, log, keyring.verifiers, index)
        other, _ = prove_entry(connection, log, keyring.verifiers, (index + 1) % 60)
    proof_file, leaf_file = tmp_path / "entry.tlog-proof", tmp_path / "entry.json"
    proof_file.write_text(proof)
    leaf_file.write_bytes(leaf)
    answer = alone("proof", proof_file, "--leaf", leaf_file)
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"holds: entry {index} of 60, root ")
    leaf_file.write_bytes(other)
    assert alone("proof", proof_file, "--leaf", leaf_file).returncode == 4


def test_an_altered_proof_convinces_nobody(
    exported: Path, sqlite: Engine, log: Log, keyring: Keyring, tmp_path: Path
) -> None:
    with sqlite.begin() as connection:
        leaf, proof = prove_entry(connection, log, keyring.verifiers, 37)
    lines = proof.split("\n")
    proof_file, leaf_file = tmp_path / "entry.tlog-proof", tmp_path / "entry.json"
    leaf_file.write_bytes(leaf)
    altered = {
        "another index": proof.replace("index 37", "index 36"),
        "an index beyond the log": proof.replace("index 37", "index 60"),
        "an index in another spelling": proof.replace("index 37", "index 037"),
        "a hash less": "\n".join([*lines[:3], *lines[4:]]),
        "a hash twice": "\n".join([*lines[:3], lines[2], *lines[3:]]),
        "two hashes swapped": "\n".join([*lines[:2], lines[3], lines[2], *lines[4:]]),
        "another size": proof.replace("\n60\n", "\n61\n"),
        "no signature": proof[: proof.index("—")],
        "another format": proof.replace("@v1", "@v2"),
        "nothing": "",
    }
    for name, text in altered.items():
        proof_file.write_text(text)
        words = ["proof", str(proof_file), "--leaf", str(leaf_file)]
        code = verify.main([*words, "--key", str(keyring.verifiers[0])])
        assert code in (2, 4), name


def test_an_entry_that_no_checkpoint_covers_is_not_proven(
    exported: Path, sqlite: Engine, log: Log, keyring: Keyring, enter: Enter
) -> None:
    with sqlite.begin() as connection:
        enter(connection, 1)
        with pytest.raises(Malformed, match="covers 60"):
            prove_entry(connection, log, keyring.verifiers, 60)


def test_an_export_that_fails_leaves_the_old_file_and_nothing_beside_it(
    exported: Path, sqlite: Engine, log: Log, keyring: Keyring
) -> None:
    before = exported.read_bytes()
    names = sorted(path.name for path in exported.parent.iterdir())
    with sqlite.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER ledger_entry_no_delete")
        connection.exec_driver_sql("DELETE FROM ledger_entry WHERE seq = 50")
        with pytest.raises(LedgerBroken):
            export_log(connection, log, keyring.verifiers, exported)
        assert not audit_log(connection, log, keyring.verifiers).verified
    assert exported.read_bytes() == before
    assert sorted(path.name for path in exported.parent.iterdir()) == names
