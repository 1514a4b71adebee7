"""The ledger as the rest of the house meets it: events in, and the four house errors out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, select

from ledger import canonical, schema
from ledger.audit import Audit, audit_log
from ledger.checkpoint import Checkpoint
from ledger.errors import AlreadyEntered, KeysUnusable, LedgerBroken, LedgerBusy, Malformed
from ledger.export import FORMAT, export_log, prove_entry
from ledger.keyring import Keyring, open_keyring
from ledger.keys import VerifierKey, open_checkpoint
from ledger.log import Log, database_answers
from ledger.seal import seal
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unavailable, Unproven
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId

ONCE = frozenset(
    {
        EventKind.LOG_OPENED,
        EventKind.DISPOSAL_INTENDED,
        EventKind.DISPOSAL_COMPLETED,
        EventKind.CERTIFICATE_ISSUED,
        EventKind.BUNDLE_RELEASED,
    }
)
"""What can happen to an item a single time; a second entry would be a second destruction."""


@contextmanager
def house_errors() -> Iterator[None]:
    """Turn what the ledger says into one of the four errors that leave a room."""
    try:
        with database_answers():
            yield
    except LedgerBusy as cause:
        raise Unavailable(str(cause)) from cause
    except LedgerBroken as cause:
        raise Unproven(f"the ledger does not hold: {cause}") from cause
    except (AlreadyEntered, Malformed) as cause:
        raise Refused(f"the ledger does not take it: {cause}") from cause
    except KeysUnusable as cause:
        raise Misconfigured([Fault("ledger keys", str(cause))]) from cause


@dataclass(frozen=True, slots=True)
class LiveLedger:
    """The council's log, its database and its keys."""

    engine: Engine
    log: Log
    keyring: Keyring

    @property
    def keys(self) -> tuple[VerifierKey, ...]:
        """Return the public keys that checkpoints are checked with."""
        return self.keyring.verifiers

    def attest(
        self, connection: Connection, event: Event, *, erase_after: date | None = None
    ) -> int:
        """Enter an event in the caller's transaction and return its index, from 0.

        `erase_after` is the last day that the event's detail may be kept.
        """
        leaf: dict[str, str | int] = {
            "kind": event.kind.value,
            "item": event.item,
            "actor": event.actor,
            "at": event.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        if clash := sorted(leaf.keys() & event.facts.keys()):
            raise Refused(f"the ledger does not take a fact named {', '.join(clash)}")
        with house_errors():
            return self.log.append(
                connection,
                {**leaf, **{name: _plain(fact) for name, fact in event.facts.items()}},
                detail=event.detail,
                erase_after=erase_after,
                once=event.kind in ONCE,
            )

    def verify(self) -> Audit:
        """Read every entry and every checkpoint again, and say whether they hold."""
        with house_errors(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                # One moment throughout: an entry that arrives meanwhile is no forged head.
                # SQLite gives that to every transaction.
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            return audit_log(connection, self.log, self.keys)

    def checkpoint(self) -> Checkpoint:
        """Sign the log as it stands, or return the last checkpoint if nothing is new."""
        with house_errors(), self.engine.begin() as connection:
            return self._seal(connection)

    def index_of(self, connection: Connection, item: ItemId, kind: EventKind) -> int:
        """Return where the one entry of this kind stands for an item."""
        columns = schema.once.c
        query = select(columns.seq).where(
            columns.log == self.log.origin, columns.item == item, columns.kind == kind.value
        )
        found = connection.execute(query).scalar_one_or_none()
        if found is None:
            raise Unproven(f"the ledger has no {kind.value} for an item that is said to have one")
        return int(found)

    def moment_of(self, connection: Connection, index: int) -> datetime:
        """Return when an entry says that it was made."""
        with house_errors():
            [leaf] = self.log.entries(connection, index, index + 1)
            return datetime.fromisoformat(str(canonical.decode(leaf)["at"]))

    def export(self, path: Path) -> int:
        """Write the whole log, signed to its last entry; return the number of entries."""
        with house_errors(), self.engine.begin() as connection:
            self._seal(connection)
            return export_log(connection, self.log, self.keys, path)

    def prove(self, index: int) -> tuple[bytes, str]:
        """Return an entry's leaf and its proof, under a checkpoint that covers every entry."""
        with house_errors(), self.engine.begin() as connection:
            self._seal(connection)
            return prove_entry(connection, self.log, self.keys, index)

    def _seal(self, connection: Connection) -> Checkpoint:
        note = seal(connection, self.log, self.keyring.signers, datetime.now(UTC))
        return open_checkpoint(note, self.log.origin, self.keys)


def _plain(fact: Fact) -> Fact:
    """Return a fact as a leaf takes it: a word of a closed list is text there."""
    return str(fact) if isinstance(fact, str) else fact


def open_ledger(engine: Engine, origin: str, folder: Path) -> LiveLedger:
    """Open the log and its keys; a new log gets new keys, a first entry and a first checkpoint.

    The first signature binds the keys to the log: with others it never opens again.
    """
    with house_errors(), engine.begin() as connection:
        is_new = schema.create(connection, origin)
        if is_new and (folder / "ledger.vkeys").exists():
            raise LedgerBroken(
                "its keys are here and its entries are gone: restore the database (if there never "
                "was an entry, take the folder of keys away)"
            )
        keyring = open_keyring(folder, origin, may_create=is_new)
        ledger = LiveLedger(engine, Log(origin, keyring.detail_key), keyring)
        if is_new:
            now = datetime.now(UTC)
            ledger.attest(connection, _log_opened(now))
            seal(connection, ledger.log, keyring.signers, now)
        _refuse_other_keys(connection, ledger)
    return ledger


def _log_opened(now: datetime) -> Event:
    return Event(
        EventKind.LOG_OPENED,
        item=ItemId(uuid4().hex),
        actor=OfficerId("muniment"),
        at=now,
        facts={"format": FORMAT},
    )


def _refuse_other_keys(connection: Connection, ledger: LiveLedger) -> None:
    notes = ledger.log.notes(connection)
    if not notes:
        raise LedgerBroken("the first checkpoint is gone")
    try:
        open_checkpoint(notes[-1][1], ledger.log.origin, ledger.keys)
    except LedgerBroken as cause:
        raise KeysUnusable("the key files are not those that signed this log") from cause
