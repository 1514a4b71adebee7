"""What a leaf may not say: kept encrypted beside the log, committed to in it, and erasable.

The leaf holds HMAC-SHA256(salt, detail) under a random salt of its own. The salt lies inside the
ciphertext: whoever takes the table without the key has nothing to test a guess against, and once
the row is erased nobody has.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ledger.canonical import decode, encode
from ledger.errors import KeysUnusable, LedgerBroken

_SALT_SIZE = 32
_NONCE_SIZE = 12


def key_id(key: bytes) -> str:
    """Return what tells this key from others, and nothing of the key."""
    return sha256(b"muniment detail key\n" + key).hexdigest()[:8]


def seal(key: bytes, place: str, detail: Mapping[str, str]) -> tuple[str, bytes]:
    """Return the commitment for the leaf, and the encrypted row; they fit this place alone."""
    plain, salt, nonce = encode(detail), token_bytes(_SALT_SIZE), token_bytes(_NONCE_SIZE)
    body = nonce + AESGCM(key).encrypt(nonce, salt + plain, place.encode())
    return _commitment(salt, plain), body


def unseal(key: bytes, place: str, body: bytes, commitment: str) -> dict[str, str]:
    """Return the detail, shown to be what the leaf commits to."""
    nonce, sealed = body[:_NONCE_SIZE], body[_NONCE_SIZE:]
    try:
        opened = AESGCM(key).decrypt(nonce, sealed, place.encode())
    except InvalidTag:
        raise KeysUnusable(
            "a detail does not open: another key sealed it, or it is damaged"
        ) from None
    salt, plain = opened[:_SALT_SIZE], opened[_SALT_SIZE:]
    if not hmac.compare_digest(_commitment(salt, plain), commitment):
        raise LedgerBroken("a detail is not the one that its entry commits to")
    return {name: str(value) for name, value in decode(plain).items()}


def _commitment(salt: bytes, plain: bytes) -> str:
    return hmac.new(salt, plain, sha256).hexdigest()
