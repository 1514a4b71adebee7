"""A checkpoint's text (c2sp.org/tlog-checkpoint): origin, size, root, and nothing more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ledger.errors import Malformed
from ledger.merkle import HASH_SIZE
from ledger.notes import base64, from_base64

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a log had come: its name, its number of entries, its root."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        """Return the text that is signed."""
        return f"{self.origin}\n{self.size}\n{base64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read the text; extension lines are refused, as ML-DSA lines do not sign them."""
        match text.split("\n"):
            case [origin, size, root, ""] if origin and _SIZE.fullmatch(size):
                checkpoint = cls(origin, int(size), from_base64(root))
            case _:
                raise Malformed("a checkpoint is three lines: origin, size, root")
        if len(checkpoint.root) != HASH_SIZE:
            raise Malformed("a checkpoint's root is not a hash")
        return checkpoint
