"""Signing: only what has just been read again from the database and hashed anew.

A log that signs from memory can sign a flipped bit; the Yeti 2022 certificate log died of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select

from ledger import canonical, schema
from ledger.checkpoint import Checkpoint
from ledger.errors import LedgerBroken, Malformed
from ledger.keys import Signer, open_checkpoint, sign_checkpoint
from ledger.log import Log, database_answers
from ledger.merkle import Frontier, leaf_hash


def seal(connection: Connection, log: Log, signers: Sequence[Signer], at: datetime) -> str:
    """Sign the log as it stands and return the note; the last note if nothing is new.

    Any difference between leaves, head and last checkpoint raises `LedgerBroken`, and signs
    nothing.
    """
    with database_answers():
        head = log.lock(connection)
        try:
            note, signed = _last_signed(connection, log, signers)
            frontier = _read_again(connection, log, signed, head.size)
        except Malformed as cause:
            raise LedgerBroken(f"{cause}; nothing was signed") from cause
        if frontier != head:
            raise LedgerBroken("the entries do not lead to the head; nothing was signed")
        if note is not None and frontier.size == signed.size:
            return note
        if frontier.size == 0:
            raise LedgerBroken("the log has no entry; there is nothing to sign")
        fresh = sign_checkpoint(_checkpoint(log, frontier), signers, at)
        connection.execute(
            insert(schema.checkpoint).values(
                log=log.origin, size=frontier.size, note=fresh, frontier=frontier.to_bytes()
            )
        )
    return fresh


def _last_signed(
    connection: Connection, log: Log, signers: Sequence[Signer]
) -> tuple[str | None, Frontier]:
    """Return the last note and the frontier that its signed root vouches for."""
    columns = schema.checkpoint.c
    row = connection.execute(
        select(columns.note, columns.size, columns.frontier)
        .where(columns.log == log.origin)
        .order_by(columns.size.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None, Frontier()
    frontier = Frontier.from_bytes(row.size, row.frontier)
    keys = [signer.verifier for signer in signers]
    if open_checkpoint(row.note, log.origin, keys) != _checkpoint(log, frontier):
        raise LedgerBroken("the last checkpoint is not what was signed; nothing was signed")
    return row.note, frontier


def _read_again(connection: Connection, log: Log, signed: Frontier, size: int) -> Frontier:
    # Growing from the signed frontier is the consistency proof: no other tree that begins with
    # the signed one can have the root it leads to.
    frontier = signed
    for leaf in log.entries(connection, signed.size, max(size, signed.size)):
        canonical.decode(leaf)
        frontier = frontier.append(leaf_hash(leaf))
    return frontier


def _checkpoint(log: Log, frontier: Frontier) -> Checkpoint:
    return Checkpoint(log.origin, frontier.size, frontier.root())
