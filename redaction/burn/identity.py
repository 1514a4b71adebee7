"""The identity of a released file: it links to nothing, and shows that the file is one of ours.

ISO 32000-1 §14.4 asks for two strings of 16 octets. Ours are random, each octet from 0x80 to 0x8f:
no letter, so that they spell no short name, and nobody else's by chance (one in 2^128).
"""

from __future__ import annotations

import os
import re
import secrets
from typing import BinaryIO

from pikepdf import Array, Pdf

_HEADING = re.compile(rb"%PDF-1\.\d\n%\xbf\xf7\xa2\xfe\n")
_TAIL = re.compile(rb"startxref\n(\d{1,10})\n%%EOF\n\Z")
_WRITTEN = re.compile(rb"/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]")
_OURS = re.compile(rb"/ID \[<(?:8[0-9a-f]){16}><(?:8[0-9a-f]){16}>\]")
_MOST_OF_TAIL, _MOST_OF_TABLE = 64, 4096  # bytes


def identify(made: Pdf) -> None:
    """Give a document that is to be saved an identity of its own."""
    made.trailer.ID = Array([secrets.token_bytes(16)] * 2)


def without_letters(pdf: bytes) -> bytes:
    """Return a saved document with the octets of its identity that are no letters."""
    return _WRITTEN.sub(lambda both: re.sub(rb"[0-9a-f]([0-9a-f])", rb"8\1", both[0]), pdf)


def is_release(file: BinaryIO) -> bool:
    """Say whether a file is one that was burned here, from its ends alone: nothing is parsed."""
    if _HEADING.match(file.read(32)) is None:
        return False
    file.seek(max(0, file.seek(0, os.SEEK_END) - _MOST_OF_TAIL))
    tail = _TAIL.search(file.read(_MOST_OF_TAIL))
    if tail is None:
        return False
    file.seek(int(tail[1]))
    return _OURS.search(file.read(_MOST_OF_TABLE)) is not None
