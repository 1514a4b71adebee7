"""How the process that opens strangers' documents talks to ours: sizes, JSON, bytes. No pickle."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping, Sequence
from typing import Any

Header = Mapping[str, Any]

_LENGTH = 8
MOST_HEADER = 256 * 2**20
MOST_BLOBS = 1024 * 2**20


class BrokenMessage(Exception):
    """The other side fell silent, or said something that is no message."""


def send(to: socket.socket, header: Header, blobs: Sequence[bytes] = ()) -> None:
    """Send one message."""
    head = json.dumps({"header": header, "sizes": [len(blob) for blob in blobs]}).encode()
    to.sendall(len(head).to_bytes(_LENGTH, "big") + head)
    for blob in blobs:
        if blob:  # who waits for no byte may have answered and gone: sending none would fail
            to.sendall(blob)


def receive(sender: socket.socket) -> tuple[Header, list[bytes]]:
    """Receive one message of bounded size, or raise `BrokenMessage`."""
    untrusted_length = int.from_bytes(_exactly(sender, _LENGTH), "big")
    if untrusted_length > MOST_HEADER:
        raise BrokenMessage
    try:
        untrusted = json.loads(_exactly(sender, untrusted_length))
        header, untrusted_sizes = dict(untrusted["header"]), [int(n) for n in untrusted["sizes"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BrokenMessage from None
    if any(size < 0 for size in untrusted_sizes) or sum(untrusted_sizes) > MOST_BLOBS:
        raise BrokenMessage
    return header, [_exactly(sender, size) for size in untrusted_sizes]


def _exactly(sender: socket.socket, size: int) -> bytes:
    got = bytearray()
    while len(got) < size:
        piece = sender.recv(min(size - len(got), 2**20))
        if not piece:
            raise BrokenMessage
        got += piece
    return bytes(got)
