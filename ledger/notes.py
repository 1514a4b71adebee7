"""Signed notes (c2sp.org/signed-note): a text, an empty line, and a line for each signature."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from dataclasses import dataclass

from ledger.errors import Malformed

KEY_ID_SIZE = 4
_PREFIX = "\N{EM DASH} "
_MOST_SIGNATURES = 64


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose, by which key, and the signature's own bytes."""

    name: str
    key_id: bytes
    body: bytes

    def __str__(self) -> str:
        """Return the line, with its newline."""
        return f"{_PREFIX}{self.name} {base64(self.key_id + self.body)}\n"

    @classmethod
    def parse(cls, line: str) -> Signature:
        """Read a line without its newline."""
        if not line.startswith(_PREFIX):
            raise Malformed("a signature line does not begin with a dash and a space")
        name, _, encoded = line.removeprefix(_PREFIX).partition(" ")
        check_name(name)
        signed = from_base64(encoded)
        if len(signed) <= KEY_ID_SIZE:
            raise Malformed("a signature line holds no signature")
        return cls(name, signed[:KEY_ID_SIZE], signed[KEY_ID_SIZE:])


@dataclass(frozen=True, slots=True)
class Note:
    """A text and its signatures. Nothing is known of the text until they are verified."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """Return the note as it is stored and sent."""
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    @classmethod
    def parse(cls, note: str) -> Note:
        """Read a note; refuse every deviation from the format."""
        if any(char < " " and char != "\n" for char in note):
            raise Malformed("a note holds a control character")
        text, gap, lines = note.rpartition("\n\n")
        if not (text and gap and lines.endswith("\n")):
            raise Malformed("a note is a text, an empty line, and signatures")
        # `splitlines` would also split at characters that are no newline here.
        signatures = lines[:-1].split("\n")
        if len(signatures) > _MOST_SIGNATURES:
            raise Malformed(f"a note has more than {_MOST_SIGNATURES} signatures")
        return cls(text + "\n", tuple(Signature.parse(line) for line in signatures))


def check_name(name: str) -> None:
    """Return quietly if a key may have this name."""
    if not name or "+" in name or any(char.isspace() for char in name):
        raise Malformed("a key's name is empty or holds a space or a plus")


def base64(raw: bytes) -> str:
    """Return the bytes in standard Base64, with padding."""
    return b64encode(raw).decode("ascii")


def from_base64(text: str) -> bytes:
    """Read standard Base64; refuse any spelling but the one that we would write."""
    try:
        raw = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("not Base64") from None
    if base64(raw) != text:
        raise Malformed("not Base64 in its only spelling")
    return raw
