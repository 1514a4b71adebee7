"""The log's secret keys as files: two that sign, one that seals details.

ed25519.pem  ml-dsa-44.pem  detail.key        0600, in a folder of 0700
ledger.vkeys                                  the public keys, for everybody
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from ledger.errors import KeysUnusable
from ledger.keys import PrivateKey, Signer, VerifierKey

_DETAIL_KEY_SIZE = 32
_SIGNING: Mapping[str, Callable[[], PrivateKey]] = {
    "ed25519.pem": Ed25519PrivateKey.generate,
    "ml-dsa-44.pem": MLDSA44PrivateKey.generate,
}


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of one log."""

    signers: tuple[Signer, ...]
    detail_key: bytes = field(repr=False)

    @property
    def verifiers(self) -> tuple[VerifierKey, ...]:
        """Return the public keys, in the order of signing."""
        return tuple(signer.verifier for signer in self.signers)


def open_keyring(folder: Path, origin: str, *, may_create: bool) -> Keyring:
    """Read the keys of a log, or make those that are missing where that is allowed.

    Only a log without entries may be given new keys: entries of an old log would have been
    sealed and signed with keys that nobody has.
    """
    if may_create:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, generate in _SIGNING.items():
            _create(folder / name, partial(_new_pem, generate))
        _create(folder / "detail.key", partial(token_bytes, _DETAIL_KEY_SIZE))
    _refuse_lax(folder)
    signers = tuple(Signer(origin, _private(folder / name)) for name in _SIGNING)
    detail_key = _secret(folder / "detail.key")
    if len(detail_key) != _DETAIL_KEY_SIZE:
        raise KeysUnusable(f"{folder / 'detail.key'} does not hold {_DETAIL_KEY_SIZE} bytes")
    keyring = Keyring(signers, detail_key)
    if may_create:
        (folder / "ledger.vkeys").write_text("".join(f"{key}\n" for key in keyring.verifiers))
    return keyring


def _create(path: Path, secret: Callable[[], bytes]) -> None:
    """Write a new secret that only we can read, unless the file is there already."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret())
        file.flush()
        os.fsync(file.fileno())


def _secret(path: Path) -> bytes:
    try:
        _refuse_lax(path)
        return path.read_bytes()
    except OSError as cause:
        raise KeysUnusable(f"{path} cannot be read; restore it from its backup") from cause


def _refuse_lax(path: Path) -> None:
    if not path.exists():
        raise KeysUnusable(f"{path} is missing; restore it from its backup")
    if path.stat().st_mode & 0o077:
        raise KeysUnusable(f"{path} is open to other accounts; use chmod go= on it")


def _private(path: Path) -> PrivateKey:
    try:
        key = load_pem_private_key(_secret(path), password=None)
    except ValueError:
        raise KeysUnusable(f"{path} is not a private key in PEM") from None
    if not isinstance(key, Ed25519PrivateKey | MLDSA44PrivateKey):
        raise KeysUnusable(f"{path} is a key of another algorithm")
    return key


def _new_pem(generate: Callable[[], PrivateKey]) -> bytes:
    return generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
