"""Reading a whole log again, from the database or from an export, and saying whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from ledger import canonical
from ledger.errors import LedgerBroken, Malformed
from ledger.keys import VerifierKey, open_checkpoint
from ledger.log import Log, database_answers
from ledger.merkle import EMPTY_ROOT, Frontier, leaf_hash


@dataclass(frozen=True, slots=True)
class Audit:
    """What was read and found: the log holds when nothing speaks against it.

    `entries` were read; `size` and `root` are those of the newest checkpoint that holds.
    """

    entries: int
    size: int
    root: bytes
    checkpoints: int
    because: tuple[str, ...]

    @property
    def verified(self) -> bool:
        """Say whether nothing speaks against the log."""
        return not self.because


def audit(
    history: Iterable[bytes | str],
    origin: str,
    keys: Collection[VerifierKey],
    at_end: Callable[[Frontier, int], None],
) -> Audit:
    """Read leaves and checkpoints in their order; stop at the first thing that does not hold.

    `at_end` is given what was read and the size last signed, and raises if that is no end.
    """
    frontier, size, root, checkpoints = Frontier(), 0, EMPTY_ROOT, 0
    because: tuple[str, ...] = ()
    try:
        for part in history:
            if isinstance(part, bytes):
                canonical.decode(part)
                frontier = frontier.append(leaf_hash(part))
                continue
            checkpoint = open_checkpoint(part, origin, keys)
            if (checkpoint.size, checkpoint.root) != (frontier.size, frontier.root()):
                raise LedgerBroken(f"the first {checkpoint.size} entries are not those signed")
            size, root, checkpoints = checkpoint.size, checkpoint.root, checkpoints + 1
        if not checkpoints:
            raise LedgerBroken("there is no checkpoint: nothing shows who wrote the entries")
        at_end(frontier, size)
    except (LedgerBroken, Malformed) as why:
        because = (f"after {frontier.size} entries: {why}",)
    return Audit(frontier.size, size, root, checkpoints, because)


def audit_log(connection: Connection, log: Log, keys: Collection[VerifierKey]) -> Audit:
    """Read every entry and checkpoint of the database again.

    The transaction must see one moment throughout: `SERIALIZABLE`, or SQLite's own.
    """

    def ends_at_the_head(frontier: Frontier, _signed: int) -> None:
        if frontier != log.head(connection):
            raise LedgerBroken("the entries do not lead to the head")

    with database_answers():
        return audit(log.history(connection), log.origin, keys, ends_at_the_head)
