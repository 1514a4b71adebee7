"""What leaves the database: the whole log as lines of JSON, and the proof of one entry.

    {"format":"muniment-ledger-1","key_1":"<vkey>","key_2":"<vkey>","origin":"<origin>"}
    {"index":0,"leaf":"<Base64 of the leaf's bytes>"}
    {"checkpoint":"<signed note>"}            after the last entry that it covers

Every line is canonical and the last is a checkpoint, so no byte can change unseen.
`ledger/verify.py` reads both files on its own.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from sqlalchemy import Connection

from ledger.audit import Audit, audit
from ledger.canonical import MOST_BYTES, Document, decode, encode
from ledger.errors import LedgerBroken, Malformed
from ledger.keys import VerifierKey, open_checkpoint
from ledger.log import Log, database_answers
from ledger.merkle import Frontier, check_inclusion, leaf_hash
from ledger.notes import base64, from_base64

FORMAT = "muniment-ledger-1"
PROOF_FORMAT = "c2sp.org/tlog-proof@v1"


def export_log(connection: Connection, log: Log, keys: Collection[VerifierKey], path: Path) -> int:
    """Write the log up to its newest checkpoint; the file appears whole or not at all."""
    with database_answers():
        size, _ = _newest(connection, log)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            try:
                for line in _lines(log, keys, log.history(connection, size)):
                    file.write(encode(line) + b"\n")
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink()
                raise
    return size


def audit_export(path: Path, keys: Collection[VerifierKey] = ()) -> Audit:
    """Read an export again; without keys, by the keys that the export itself names.

    A file that is no export at all raises `Malformed`.
    """
    with path.open("rb") as file:
        header = _line(file)
        names = [f"key_{number}" for number in range(1, len(header) - 1)]
        if header.get("format") != FORMAT or header.keys() != {"format", "origin", *names}:
            raise Malformed("the file is no export of a ledger")
        named = [VerifierKey.parse(str(header[name])) for name in names]
        return audit(_parts(file), str(header["origin"]), {*named, *keys}, _ends_signed)


def prove_entry(
    connection: Connection, log: Log, keys: Collection[VerifierKey], index: int
) -> tuple[bytes, str]:
    """Return an entry's leaf and its proof (c2sp.org/tlog-proof) under the newest checkpoint."""
    with database_answers():
        size, note = _newest(connection, log)
        if not 0 <= index < size:
            raise Malformed(f"the newest checkpoint covers {size} entries; none is {index}")
        checkpoint = open_checkpoint(note, log.origin, keys)
        [leaf] = log.entries(connection, index, index + 1)
        path = log.inclusion(connection, index, size)
    check_inclusion(leaf_hash(leaf), index, size, path, checkpoint.root)
    hashes = "".join(f"{base64(node)}\n" for node in path)
    return leaf, f"{PROOF_FORMAT}\nindex {index}\n{hashes}\n{note}"


def _newest(connection: Connection, log: Log) -> tuple[int, str]:
    notes = log.notes(connection)
    if not notes:
        raise LedgerBroken("there is no checkpoint yet; make one first")
    return notes[-1]


def _lines(
    log: Log, keys: Collection[VerifierKey], history: Iterator[bytes | str]
) -> Iterator[Document]:
    named = {f"key_{number}": str(key) for number, key in enumerate(keys, start=1)}
    yield {"format": FORMAT, "origin": log.origin, **named}
    index = 0
    for part in history:
        if isinstance(part, bytes):
            yield {"index": index, "leaf": base64(part)}
            index += 1
        else:
            yield {"checkpoint": part}


def _parts(file: IO[bytes]) -> Iterator[bytes | str]:
    """Yield the leaves and notes of an export's lines, in their order."""
    index = 0
    while line := _line(file):
        match line:
            case {"index": int(numbered), "leaf": str(leaf), **rest} if not rest:
                if numbered != index:
                    raise LedgerBroken(f"entry {index} is numbered {numbered}")
                yield from_base64(leaf)
                index += 1
            case {"checkpoint": str(note), **rest} if not rest:
                yield note
            case _:
                raise Malformed("a line is neither an entry nor a checkpoint")


def _line(file: IO[bytes]) -> dict[str, str | int]:
    """Read one line; an empty document stands for the end of the file."""
    line = file.readline(MOST_BYTES + 2)
    if not line:
        return {}
    document = decode(line.removesuffix(b"\n"))
    if not line.endswith(b"\n") or not document:
        raise Malformed("the file ends in the middle of a line, or a line is empty")
    return document


def _ends_signed(frontier: Frontier, signed: int) -> None:
    if frontier.size != signed:
        raise LedgerBroken(
            "entries stand after the last checkpoint: the export was cut or added to"
        )
