"""A PDF written object by object, in one go (ISO 32000-1 §7.5).

Putting ten thousand pages together with a library that keeps every object until it saves takes
seconds and hundreds of megabytes; what is written here is gone from memory but for its place.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_KIDS = 64  # pages below one node of the page tree


class PdfFile:
    """A PDF as it is written. Numbers of objects are given out first, objects come in any order."""

    def __init__(self) -> None:
        """Begin with the header alone."""
        self._out = io.BytesIO()
        self._out.write(_HEADER)
        self._places: list[int] = []

    def reserve(self) -> int:
        """Return the number of an object that will be put later."""
        self._places.append(0)
        return len(self._places)

    def put(self, number: int, body: bytes) -> None:
        """Write the object of a number."""
        self._places[number - 1] = self._out.tell()
        self._out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add(self, body: bytes) -> int:
        """Write an object, and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def put_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """Write a stream with its entries, but for its length."""
        self._places[number - 1] = self._out.tell()
        self._out.write(b"%d 0 obj\n<< %b /Length %d >>\nstream\n" % (number, entries, len(data)))
        self._out.write(data)
        self._out.write(b"\nendstream\nendobj\n")

    def add_stream(self, entries: bytes, data: bytes) -> int:
        """Write a stream, and return its number."""
        number = self.reserve()
        self.put_stream(number, entries, data)
        return number

    def finished(self, root: int, info: int, identifier: str) -> bytes:
        """Write the cross-reference table and the trailer, and return the file.

        `identifier` is written in hexadecimal, the same for the same file (§14.4).
        """
        table = [b"0000000000 65535 f \n"]
        for number, place in enumerate(self._places, start=1):
            if not place:
                raise ValueError(f"object {number} was promised and not written")
            table.append(b"%010d 00000 n \n" % place)
        start = self._out.tell()
        digest = identifier.encode("ascii")
        self._out.write(b"xref\n0 %d\n" % len(table))
        self._out.writelines(table)
        self._out.write(
            b"trailer << /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] >>\n"
            b"startxref\n%d\n%%%%EOF\n" % (len(table), root, info, digest, digest, start)
        )
        return self._out.getvalue()


class PageTree:
    """The pages of a file in order, at most some dozens below one node (ISO 32000-1 §7.7.3)."""

    def __init__(self, file: PdfFile, pages: int) -> None:
        """Give every page its number."""
        self._file, self.root = file, file.reserve()
        self.pages = tuple(file.reserve() for _ in range(pages))
        self._nodes = [file.reserve() for _ in range(0, pages, _KIDS)]

    def put(self, index: int, entries: bytes) -> None:
        """Write the page at an index from 0, with its entries, but for its type and parent."""
        parent = self._nodes[index // _KIDS]
        self._file.put(
            self.pages[index], b"<< /Type /Page /Parent %d 0 R %b >>" % (parent, entries)
        )

    def close(self) -> int:
        """Write the nodes, and return the number of their root."""
        for at, node in enumerate(self._nodes):
            kids = self.pages[at * _KIDS : (at + 1) * _KIDS]
            self._file.put(
                node,
                b"<< /Type /Pages /Parent %d 0 R /Count %d /Kids %b >>"
                % (self.root, len(kids), _listed(kids)),
            )
        self._file.put(
            self.root,
            b"<< /Type /Pages /Count %d /Kids %b >>" % (len(self.pages), _listed(self._nodes)),
        )
        return self.root


def _listed(numbers: Sequence[int]) -> bytes:
    return b"[ %b ]" % b" ".join(b"%d 0 R" % number for number in numbers)
