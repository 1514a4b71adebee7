"""Who signs checkpoints, and how a signature is checked: Ed25519 and ML-DSA-44 side by side.

Two algorithms, because a certificate must still convince when one of them has fallen. The type
bytes are those of c2sp.org/signed-note (0x01) and c2sp.org/tlog-cosignature (0x06).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from hashlib import sha256
from typing import assert_never

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from ledger.checkpoint import Checkpoint
from ledger.errors import LedgerBroken, Malformed
from ledger.notes import KEY_ID_SIZE, Note, Signature, base64, check_name, from_base64

PrivateKey = Ed25519PrivateKey | MLDSA44PrivateKey

_TIMESTAMP_SIZE = 8


class SignatureType(IntEnum):
    """The algorithms that this log signs with, and their type bytes."""

    ED25519 = 0x01
    ML_DSA_44 = 0x06


_PUBLIC_SIZE = {SignatureType.ED25519: 32, SignatureType.ML_DSA_44: 1312}


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key under its name. Written as text it is a C2SP "vkey"."""

    name: str
    type: SignatureType
    public: bytes

    @property
    def key_id(self) -> bytes:
        """Return the four bytes that point a signature line to this key."""
        named = self.name.encode() + b"\n" + bytes([self.type]) + self.public
        return sha256(named).digest()[:KEY_ID_SIZE]

    def __str__(self) -> str:
        """Return the vkey: name, key id and key."""
        return f"{self.name}+{self.key_id.hex()}+{base64(bytes([self.type]) + self.public)}"

    @classmethod
    def parse(cls, vkey: str) -> VerifierKey:
        """Read a vkey; refuse one whose id, type or length does not hold."""
        name, _, rest = vkey.partition("+")
        key_id, _, encoded = rest.partition("+")
        check_name(name)
        typed = from_base64(encoded)
        try:
            key = cls(name, SignatureType(typed[0]), typed[1:])
        except (IndexError, ValueError):
            raise Malformed("a key is neither Ed25519 nor ML-DSA-44") from None
        if len(key.public) != _PUBLIC_SIZE[key.type] or key.key_id.hex() != key_id:
            raise Malformed("a key's length or id does not hold; copy the whole line again")
        return key

    def check(self, text: str, signature: bytes) -> None:
        """Return quietly if this key signed the text."""
        try:
            match self.type:
                case SignatureType.ED25519:
                    Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
                case SignatureType.ML_DSA_44:
                    stamp, signed = signature[:_TIMESTAMP_SIZE], signature[_TIMESTAMP_SIZE:]
                    statement = _statement(self.name, stamp, Checkpoint.parse(text))
                    MLDSA44PublicKey.from_public_bytes(self.public).verify(signed, statement)
                case _:
                    assert_never(self.type)
        except (InvalidSignature, ValueError):
            raise LedgerBroken(f"a signature of {self.name} does not hold") from None


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key under its name. Printed, it shows only the name."""

    name: str
    private: PrivateKey = field(repr=False)

    @property
    def verifier(self) -> VerifierKey:
        """Return the key that others check signatures with."""
        match self.private:
            case Ed25519PrivateKey():
                kind = SignatureType.ED25519
            case MLDSA44PrivateKey():
                kind = SignatureType.ML_DSA_44
            case _:
                assert_never(self.private)
        return VerifierKey(self.name, kind, self.private.public_key().public_bytes_raw())

    def sign(self, checkpoint: Checkpoint, at: datetime) -> Signature:
        """Sign a checkpoint; an ML-DSA line also says when."""
        match self.private:
            case Ed25519PrivateKey():
                body = self.private.sign(str(checkpoint).encode())
            case MLDSA44PrivateKey():
                stamp = int(at.timestamp()).to_bytes(_TIMESTAMP_SIZE, "big")
                body = stamp + self.private.sign(_statement(self.name, stamp, checkpoint))
            case _:
                assert_never(self.private)
        return Signature(self.name, self.verifier.key_id, body)


def sign_checkpoint(checkpoint: Checkpoint, signers: Iterable[Signer], at: datetime) -> str:
    """Return the checkpoint as a note with a line of every signer."""
    lines = tuple(signer.sign(checkpoint, at) for signer in signers)
    return str(Note(str(checkpoint), lines))


def open_note(note: str, keys: Collection[VerifierKey]) -> str:
    """Return the note's text once every one of these keys is shown to have signed it.

    Lines of other signers are passed over. One line that does not hold spoils the note.
    """
    if not keys:
        raise LedgerBroken("without a key nothing can be shown")
    parsed = Note.parse(note)
    for key in keys:
        mine = [s for s in parsed.signatures if (s.name, s.key_id) == (key.name, key.key_id)]
        if not mine:
            raise LedgerBroken(f"{key.name} has not signed with its {key.type.name} key")
        for signature in mine:
            key.check(parsed.text, signature.body)
    return parsed.text


def open_checkpoint(note: str, origin: str, keys: Collection[VerifierKey]) -> Checkpoint:
    """Return the checkpoint of a note that every one of these keys signed for this log."""
    checkpoint = Checkpoint.parse(open_note(note, keys))
    if checkpoint.origin != origin:
        raise LedgerBroken("the checkpoint is of another log")
    return checkpoint


def _statement(name: str, stamp: bytes, checkpoint: Checkpoint) -> bytes:
    """Return what an ML-DSA line signs: `cosigned_message` of c2sp.org/tlog-cosignature."""
    return b"".join(
        (
            b"subtree/v1\n\0",
            _opaque(name),
            stamp,
            _opaque(checkpoint.origin),
            (0).to_bytes(8, "big"),
            checkpoint.size.to_bytes(8, "big"),
            checkpoint.root,
        )
    )


def _opaque(text: str) -> bytes:
    encoded = text.encode()
    if not 0 < len(encoded) < 256:
        raise Malformed("a log's or key's name has 1 to 255 bytes")
    return bytes([len(encoded)]) + encoded
