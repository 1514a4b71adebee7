"""Working papers: our unredacted copies while a request is open, encrypted, each with its own key.

A paper lies in a folder as ciphertext. Its key is random, wrapped by the master key, and stands
in the register alone: when that row goes, the paper is gone, also from every copy of the folder.

    master key (file) ──HKDF──▶ wrapping key ──RFC 3394──▶ wrapped key (register row)
                      └─HKDF──▶ naming key ──HMAC(request, content)──▶ the paper's id

The request is part of a paper's name. Two requests that hold the same document hold two papers,
so that purging one request neither takes nor keeps a paper of the other.
"""

from __future__ import annotations

import hmac
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from sqlalchemy import Connection, delete, select

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unavailable
from recordkeeping.vocabulary.identifiers import RequestId
from register import schema
from register.database import insert_into

PaperId = NewType("PaperId", str)
"""A working paper's id, 64 hexadecimal digits: the same content of a request has the same."""

_KEY_BYTES = 32
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Papers:
    """The folder of working papers and the file of its master key.

    The key file is made when the first paper is kept, and never while papers exist.
    """

    folder: Path
    key_file: Path

    def keep(self, connection: Connection, content: bytes, request: RequestId) -> PaperId:
        """Keep a paper of a request; content that the request has already is kept once."""
        master = self._master_key(connection)
        paper = _name_of(master, request, content)
        if self._row(connection, paper) is not None:
            return paper
        key, nonce, file = AESGCM.generate_key(256), os.urandom(_NONCE_BYTES), secrets.token_hex(16)
        sealed = nonce + AESGCM(key).encrypt(nonce, content, paper.encode())
        _write(self.folder / file, sealed)
        added = connection.execute(
            insert_into(connection, schema.paper)
            .values(
                id=paper,
                request=request,
                file=file,
                wrapped_key=aes_key_wrap(_derive(master, b"wrap"), key),
            )
            .on_conflict_do_nothing()
            .returning(schema.paper.c.id)
        ).first()
        if added is None:  # another task kept the same content meanwhile
            (self.folder / file).unlink()
        return paper

    def read(self, connection: Connection, paper: PaperId) -> bytes:
        """Return a paper's content; refuse one that is gone, changed, or under another key."""
        row = self._row(connection, paper)
        if row is None:
            raise Refused("this working paper was destroyed; gather the request again to read it")
        file, wrapped = row
        wrapping_key = _derive(self._master_key(connection), b"wrap")
        try:
            key = aes_key_unwrap(wrapping_key, wrapped)
        except InvalidUnwrap as cause:
            raise Refused(
                "the papers' key file is not the one this paper was kept with: restore it"
            ) from cause
        try:
            sealed = (self.folder / file).read_bytes()
            return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], paper.encode())
        except (InvalidTag, ValueError, FileNotFoundError) as cause:
            raise Refused(
                "a working paper's file is missing or was changed: restore the folder of papers "
                "from its backup, or gather the request again"
            ) from cause

    def destroy(self, connection: Connection, paper: PaperId) -> None:
        """Destroy a paper's key and its file; doing it twice is no fault."""
        row = self._row(connection, paper)
        if row is None:
            return
        connection.execute(delete(schema.paper).where(schema.paper.c.id == paper))
        (self.folder / row[0]).unlink(missing_ok=True)

    def of_request(self, connection: Connection, request: RequestId) -> tuple[PaperId, ...]:
        """Return every paper that a request has."""
        found = connection.scalars(
            select(schema.paper.c.id)
            .where(schema.paper.c.request == request)
            .order_by(schema.paper.c.id)
        )
        return tuple(PaperId(paper) for paper in found)

    def _row(self, connection: Connection, paper: PaperId) -> tuple[str, bytes] | None:
        row = connection.execute(
            select(schema.paper.c.file, schema.paper.c.wrapped_key).where(
                schema.paper.c.id == paper
            )
        ).one_or_none()
        return None if row is None else (row.file, row.wrapped_key)

    def _master_key(self, connection: Connection) -> bytes:
        """Read the master key, made now if there is none and nothing is kept under another."""
        if not self.key_file.exists():
            kept = connection.execute(select(schema.paper.c.id).limit(1)).first() is not None
            # Another task may have made the key and kept its paper since the first look.
            if kept and not self.key_file.exists():
                raise self._fault("is missing, and papers are kept under it: restore it")
            _write_new(self.key_file, os.urandom(_KEY_BYTES))
        if self.key_file.stat().st_mode & 0o077:
            raise self._fault("can be read by others: give it to its owner alone (chmod 600)")
        key = self.key_file.read_bytes()
        if len(key) != _KEY_BYTES:
            raise self._fault(f"does not hold {_KEY_BYTES} bytes: restore it")
        return key

    def _fault(self, because: str) -> Misconfigured:
        return Misconfigured([Fault(f"papers' key {self.key_file.name}", because)])


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, salt=None, info=b"muniment papers " + purpose).derive(master)


def _name_of(master: bytes, request: RequestId, content: bytes) -> PaperId:
    # The separator cannot occur in a request's reference, so no two pairs share their bytes.
    named = hmac.new(_derive(master, b"name"), request.encode() + b"\0", "sha256")
    named.update(content)
    return PaperId(named.hexdigest())


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    """Make the folder, let something be written to it, and see it on the disk."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield
        _sync_folder(folder)
    except OSError as cause:
        raise Unavailable(f"the folder {folder.name} cannot be written to") from cause


def _write(path: Path, content: bytes) -> None:
    """Write a whole file or none, for its owner alone."""
    with _writing_to(path.parent):
        _temporary(path.parent, content).replace(path)


def _write_new(path: Path, content: bytes) -> None:
    """Write a whole file, unless another process was first."""
    with _writing_to(path.parent):
        temporary = _temporary(path.parent, content)
        with suppress(FileExistsError):
            path.hardlink_to(temporary)
        temporary.unlink()


def _temporary(folder: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:  # made with 0600
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Path(file.name)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
