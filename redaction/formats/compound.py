"""Compound files ([MS-CFB]) within bounds, and the words left in the space that nothing uses."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import olefile

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.text import decode_as

_MOST_STREAMS = 20_000
_MOST_BYTES = 200 * 2**20
_MOST_LEFT_OVER = 2**20
_END = 0xFFFFFFFA  # this and more are marks, not sectors
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){5,}")
_NARROW = re.compile(rb"[\x20-\x7e]{8,}")
_PROPERTIES = (
    "title", "subject", "author", "keywords", "comments", "template", "last_saved_by", "category",
    "manager", "company", "content_status", "link_base",
)  # fmt: skip
Path = tuple[str, ...]


class Compound:
    """The streams of a compound file, by path."""

    def __init__(self, content: bytes, what: str = "message") -> None:
        """Open a file that a refusal calls `what`."""
        self._content, self._what = content, what
        try:
            self._ole = olefile.OleFileIO(io.BytesIO(content))
            paths = [tuple(path) for path in self._ole.listdir(streams=True, storages=False)]
        except Exception:  # olefile raises what it meets
            raise Refused(
                f"the {what} is damaged and cannot be opened; ask for it once more"
            ) from None
        if len(paths) > _MOST_STREAMS:
            raise Refused(f"the {what} has too many parts to be read; print it to PDF")
        self._under: dict[Path, list[str]] = {}
        self._inside: dict[Path, dict[str, None]] = {}
        for path in paths:
            self._under.setdefault(path[:-1], []).append(path[-1])
            for depth in range(len(path) - 1):
                self._inside.setdefault(path[:depth], {})[path[depth]] = None
        self._left = _MOST_BYTES

    def streams(self, storage: Path) -> list[str]:
        """Return the names of the streams of a storage."""
        return self._under.get(storage, [])

    def storages(self, storage: Path) -> list[str]:
        """Return the names of the storages of a storage."""
        return sorted(self._inside.get(storage, {}))

    def stream(self, path: Path) -> bytes:
        """Return what a stream holds, or nothing where there is none."""
        if path[-1] not in self.streams(path[:-1]):
            return b""
        try:
            content = bytes(self._ole.openstream(list(path)).read())
        except Exception:
            raise Refused(
                f"the {self._what} is damaged and cannot be opened; ask for it once more"
            ) from None
        self._left -= len(content)
        if self._left < 0:
            raise Refused(f"the {self._what} unfolds into something too large; print it to PDF")
        return content

    def with_stream(self, path: Path, stream: bytes) -> bytes:
        """Return the file with another stream of the same length in a stream's place."""
        changed = io.BytesIO(self._content)
        try:
            olefile.OleFileIO(changed, write_mode=True).write_stream(list(path), stream)
        except Exception:
            raise Refused(
                f"the {self._what} is damaged and cannot be opened; ask for it once more"
            ) from None
        return changed.getvalue()

    def properties(self) -> Iterator[tuple[str, str]]:
        """Yield what the file says of itself ([MS-OLEPS]): title, author and the like."""
        try:
            said = self._ole.get_metadata()
        except Exception:  # olefile raises what it meets
            return
        for key in _PROPERTIES:
            value = getattr(said, key)
            if isinstance(value, bytes):
                page = said.codepage if key in said.SUMMARY_ATTRIBS else said.codepage_doc
                yield key, self._text_of(value, page)
        if said.thumbnail:
            yield "thumbnail", ""

    @staticmethod
    def _text_of(value: bytes, page: object) -> str:
        number = page % 65536 if isinstance(page, int) else 1252
        named = {65001: "utf-8", 1200: "utf-16-le"}.get(number, f"cp{number}")
        return decode_as(value, named)[0].rstrip("\0")

    def left_over(self) -> list[str]:
        """Return words in sectors that nothing uses, and after the ends of streams."""
        free = b"".join(self._unused())[:_MOST_LEFT_OVER]
        wide = [found[0].decode("utf-16-le") for found in _WIDE.finditer(free)]
        narrow = [found[0].decode("ascii") for found in _NARROW.finditer(_WIDE.sub(b"\0", free))]
        return [run for run in (*wide, *narrow) if sum(c.isalpha() for c in run) >= 4]

    def _unused(self) -> Iterator[bytes]:
        ole, size = self._ole, self._ole.sectorsize
        used, tails = set[int](), list[tuple[int, int]]()
        ole.loadminifat()
        roots = [(ole.first_dir_sector, -1), (ole.first_mini_fat_sector, -1)]
        streams = [
            (entry.isectStart, entry.size)
            for entry in ole.direntries
            if entry is not None
            and (entry.entry_type == 5 or (entry.entry_type == 2 and entry.size >= 4096))
        ]
        for start, length in (*roots, *streams):
            chain = list(self._chain(start))
            used.update(chain)
            if chain and length > 0 and length % size:
                tails.append((chain[-1], length % size))
        for sector, mark in enumerate(ole.fat):
            at = (sector + 1) * size
            if at >= len(self._content):
                break
            if sector not in used and mark not in (0xFFFFFFFD, 0xFFFFFFFC):
                yield self._content[at : at + size]
        for sector, kept in tails:
            yield self._content[(sector + 1) * size + kept : (sector + 2) * size]
        if ole.minifat is not None and ole.ministream is None and ole.root is not None:
            yield from self._mini()

    def _mini(self) -> Iterator[bytes]:
        """Yield the small sectors that no small stream uses."""
        ole = self._ole
        whole = b"".join(
            self._content[(s + 1) * ole.sectorsize : (s + 2) * ole.sectorsize]
            for s in self._chain(ole.root.isectStart)
        )[: ole.root.size]
        used = set[int]()
        for entry in ole.direntries:
            if entry is not None and entry.entry_type == 2 and 0 < entry.size < 4096:
                chain = list(self._chain(entry.isectStart, ole.minifat))
                used.update(chain)
                if chain and entry.size % 64:
                    yield whole[chain[-1] * 64 + entry.size % 64 : (chain[-1] + 1) * 64]
        for sector in range(len(whole) // 64):
            if sector not in used:
                yield whole[sector * 64 : (sector + 1) * 64]

    def _chain(self, start: int, table: object = None) -> Iterator[int]:
        fat = self._ole.fat if table is None else table
        seen = set[int]()
        while start < _END and start not in seen and start < len(fat):  # type: ignore[arg-type]
            seen.add(start)
            yield start
            start = fat[start]  # type: ignore[index]
