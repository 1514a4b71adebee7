"""The log: entries appended in the caller's transaction, in one unbroken order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import DBAPIError, OperationalError

from ledger import canonical, details, schema
from ledger.errors import AlreadyEntered, LedgerBroken, LedgerBusy, Malformed
from ledger.merkle import Frontier, consistency_proof, inclusion_proof, leaf_hash

_ROWS_AT_ONCE = 1000


@contextmanager
def database_answers() -> Iterator[None]:
    """Turn what goes wrong with the database into busy (try again) or broken (do not)."""
    try:
        yield
    except OperationalError as cause:
        raise LedgerBusy("the ledger's database did not answer; try again") from cause
    except DBAPIError as cause:
        raise LedgerBroken("the database refused what the ledger may do; look at both") from cause


@dataclass(frozen=True, slots=True)
class Log:
    """One log by its origin, and the key that its details are sealed with."""

    origin: str
    detail_key: bytes = field(repr=False)

    def append(
        self,
        connection: Connection,
        leaf: canonical.Document,
        *,
        detail: Mapping[str, str] | None = None,
        erase_after: date | None = None,
        once: bool = False,
    ) -> int:
        """Enter a leaf in the caller's transaction and return its index, from 0.

        Other writers wait until that transaction ends. With `once`, the leaf's `item` and `kind`
        may stand together one single time: the second raises `AlreadyEntered`, and writes nothing.
        """
        if "detail" in leaf:
            raise Malformed("a leaf's detail is a commitment that only the log writes")
        with database_answers():
            frontier = self.lock(connection)
            index, document = frontier.size, dict(leaf)
            if once:
                self._claim(connection, document, index)
            if detail:
                place = self._place(index)
                document["detail"], body = details.seal(self.detail_key, place, detail)
                self._keep_detail(connection, index, body, erase_after)
            self._enter(connection, canonical.encode(document), frontier)
        return index

    def lock(self, connection: Connection) -> Frontier:
        """Become the log's only writer until the transaction ends; return what it grows from."""
        # An update that changes nothing locks on both databases; SQLite has no FOR UPDATE.
        row = connection.execute(
            update(schema.head)
            .where(schema.head.c.log == self.origin)
            .values(size=schema.head.c.size)
            .returning(schema.head.c.size, schema.head.c.frontier, schema.head.c.root)
        ).one_or_none()
        return _checked(row)

    def head(self, connection: Connection) -> Frontier:
        """Return where the log stands, without locking."""
        row = connection.execute(
            select(schema.head.c.size, schema.head.c.frontier, schema.head.c.root).where(
                schema.head.c.log == self.origin
            )
        ).one_or_none()
        return _checked(row)

    def size_and_root(self, connection: Connection) -> tuple[int, bytes]:
        """Return the number of entries and the root over them."""
        frontier = self.head(connection)
        return frontier.size, frontier.root()

    def entries(
        self, connection: Connection, start: int, end: int | None = None
    ) -> Iterator[bytes]:
        """Yield leaves `[start, end)` as they were written, up to the last without an end.

        A gap, or bytes that no longer have their hash, raises `LedgerBroken`.
        """
        columns = schema.entry.c
        asked = (
            select(columns.seq, columns.leaf, columns.leaf_hash)
            .where(columns.log == self.origin, columns.seq >= start)
            .order_by(columns.seq)
        )
        if end is not None:
            asked = asked.where(columns.seq < end)
        expected = start
        few = {"yield_per": _ROWS_AT_ONCE}
        with connection.execute(asked, execution_options=few) as rows:
            for index, leaf, stored in rows:
                if index != expected:
                    raise LedgerBroken(f"entry {expected} is missing")
                if leaf_hash(leaf) != stored:
                    raise LedgerBroken(f"entry {index} is not what was entered")
                yield leaf
                expected += 1
        if end is not None and expected != end:
            raise LedgerBroken(f"entry {expected} is missing")

    def notes(self, connection: Connection) -> list[tuple[int, str]]:
        """Return every signed checkpoint with its size, smallest first, unverified."""
        columns = schema.checkpoint.c
        rows = connection.execute(
            select(columns.size, columns.note)
            .where(columns.log == self.origin)
            .order_by(columns.size)
        )
        return [(size, note) for size, note in rows]

    def history(self, connection: Connection, end: int | None = None) -> Iterator[bytes | str]:
        """Yield leaves (bytes), and each checkpoint's note (text) after the last leaf it covers."""
        notes = [n for n in self.notes(connection) if end is None or n[0] <= end]
        for index, leaf in enumerate(self.entries(connection, 0, end)):
            yield leaf
            if notes and notes[0][0] == index + 1:
                yield notes.pop(0)[1]
        # What is left was signed for entries that are not there.
        yield from (note for _, note in notes)

    def inclusion(self, connection: Connection, index: int, size: int) -> list[bytes]:
        """Return the proof that an entry stands in the log of that size."""
        return inclusion_proof(index, self._hashes(connection, size))

    def consistency(self, connection: Connection, old: int, new: int) -> list[bytes]:
        """Return the proof that the log of size `new` begins with that of size `old`."""
        return consistency_proof(old, self._hashes(connection, new))

    def open_detail(self, connection: Connection, index: int) -> dict[str, str] | None:
        """Return an entry's detail, shown to be the one committed to; None once it is erased."""
        columns = schema.detail.c
        body = connection.execute(
            select(columns.body).where(columns.log == self.origin, columns.seq == index)
        ).scalar_one_or_none()
        if body is None:
            return None
        [leaf] = self.entries(connection, index, index + 1)
        commitment = str(canonical.decode(leaf).get("detail"))
        return details.unseal(self.detail_key, self._place(index), body, commitment)

    def erase_details(self, connection: Connection, before: date) -> int:
        """Forget details whose last day was before this one; return how many.

        Details without a last day stay. The log, its roots and proofs do not change.
        """
        columns = schema.detail.c
        due = (columns.log == self.origin, columns.erase_after < before.isoformat())
        with database_answers():
            return connection.execute(delete(schema.detail).where(*due)).rowcount

    def _claim(self, connection: Connection, document: canonical.Document, index: int) -> None:
        item, kind = document.get("item"), document.get("kind")
        if not (isinstance(item, str) and isinstance(kind, str)):
            raise Malformed("what stands only once needs an item and a kind")
        columns = schema.once.c
        taken = select(columns.seq).where(
            columns.log == self.origin, columns.item == item, columns.kind == kind
        )
        if (at := connection.execute(taken).scalar_one_or_none()) is not None:
            raise AlreadyEntered(f"{kind} already stands for this item, at entry {at}")
        connection.execute(
            insert(schema.once).values(log=self.origin, item=item, kind=kind, seq=index)
        )

    def _keep_detail(
        self, connection: Connection, index: int, body: bytes, erase_after: date | None
    ) -> None:
        connection.execute(
            insert(schema.detail).values(
                log=self.origin,
                seq=index,
                body=body,
                key_id=details.key_id(self.detail_key),
                erase_after=erase_after and erase_after.isoformat(),
            )
        )

    def _enter(self, connection: Connection, leaf: bytes, frontier: Frontier) -> None:
        hashed = leaf_hash(leaf)
        grown = frontier.append(hashed)
        connection.execute(
            insert(schema.entry).values(
                log=self.origin, seq=frontier.size, leaf=leaf, leaf_hash=hashed
            )
        )
        connection.execute(
            update(schema.head)
            .where(schema.head.c.log == self.origin)
            .values(size=grown.size, frontier=grown.to_bytes(), root=grown.root())
        )

    def _hashes(self, connection: Connection, size: int) -> list[bytes]:
        columns = schema.entry.c
        rows = connection.execute(
            select(columns.leaf_hash)
            .where(columns.log == self.origin, columns.seq < size)
            .order_by(columns.seq)
        )
        hashes = list(rows.scalars())
        if len(hashes) != size:
            raise LedgerBroken(f"the log has no {size} entries")
        return hashes

    def _place(self, index: int) -> str:
        return f"{self.origin}\n{index}"


def _checked(row: object) -> Frontier:
    match row:
        case None:
            raise LedgerBroken("the database holds no log of this origin")
        case (int(size), bytes(peaks), bytes(root)):
            frontier = Frontier.from_bytes(size, peaks)
            if frontier.root() != root:
                raise LedgerBroken("the head's root does not follow from its frontier")
            return frontier
        case _:
            raise LedgerBroken("the head is not of the ledger's form")
