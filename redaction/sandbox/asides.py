"""What a sandboxed job hands over before its answer, page by page, so that nobody holds it all.

Of a long document the places of all letters are most of what was read. The process that reads it
sends them on as it goes; ours lays them in a file without a name, readable by nobody else and gone
with the document, and reads a page's again when they are asked for.
"""

from __future__ import annotations

import os
import socket
import tempfile
import weakref
from collections.abc import Sequence
from typing import IO

import numpy as np

from redaction.glyphboxes import Edges, GlyphBoxes
from redaction.sandbox.wire import MOST_BLOBS, BrokenMessage, send

ASIDE = "aside"
_MOST = 200_000
_EDGE_BYTES, _EDGES = 4, 4

_channels: list[socket.socket] = []
_handed = 0


class HandedOver(GlyphBoxes):
    """Boxes that went ahead of the answer: their number says which."""

    def __init__(self, number: int, many: int) -> None:
        """Take what `hand_over` said, and how many letters there were."""
        super().__init__(np.empty((0, _EDGES), np.float32))
        self.number, self._many = number, many

    def __len__(self) -> int:
        """Return how many letters there are."""
        return self._many

    @property
    def edges(self) -> Edges:
        """Nobody here has them any more."""
        raise LookupError("handed over")


def begin(channel: socket.socket) -> None:
    """Let this process hand over what it reads, on the channel of its answer."""
    _channels[:] = [channel]


def hand_over(boxes: GlyphBoxes) -> GlyphBoxes:
    """Hand over boxes ahead of the answer, and return what stands for them.

    Where nobody waits for them, as in a process that reads for itself, they are returned.
    """
    global _handed
    if not _channels:
        return boxes
    send(_channels[0], {ASIDE: _handed}, [boxes.edges.astype(np.float32, copy=False).tobytes()])
    _handed += 1
    return HandedOver(_handed - 1, len(boxes))


class Asides:
    """What was handed over ahead of an answer, in a file that ends with this."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._file: IO[bytes] | None = None
        self._places: list[tuple[int, int]] = []
        self._end = 0

    def add(self, blobs: Sequence[bytes]) -> None:
        """Keep what came with a message; too much of it is a broken one."""
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="muniment-")  # noqa: SIM115 - ends with this
            weakref.finalize(self, self._file.close)
        for blob in blobs:
            if len(self._places) >= _MOST or self._end + len(blob) > MOST_BLOBS:
                raise BrokenMessage
            self._file.write(blob)
            self._places.append((self._end, len(blob)))
            self._end += len(blob)
        self._file.flush()

    def boxes(self, number: int, count: int) -> GlyphBoxes:
        """Return the boxes of so many letters; a `ValueError` where there are others."""
        start, size = self._places[number]
        if size != _EDGE_BYTES * _EDGES * count:
            raise ValueError("of another length")
        return _Kept(self, start, count)

    def read(self, start: int, size: int) -> bytes:
        """Return some of what was kept; may be called from threads."""
        return os.pread(self._file.fileno(), size, start) if self._file else b""


class _Kept(GlyphBoxes):
    """Boxes that lie in a file, and are read from it whenever they are asked for."""

    def __init__(self, asides: Asides, start: int, count: int) -> None:
        super().__init__(np.empty((0, _EDGES), np.float32))
        self._asides, self._start, self._count = asides, start, count

    def __len__(self) -> int:
        return self._count

    @property
    def edges(self) -> Edges:
        size = _EDGE_BYTES * _EDGES * self._count
        return np.frombuffer(self._asides.read(self._start, size), np.float32).reshape(-1, _EDGES)
