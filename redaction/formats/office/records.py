"""The words in files made of records: XLS ([MS-XLS]), XLSB ([MS-XLSB]) and PPT ([MS-PPT]).

LibreOffice reads these files; here their words are found without it, so that what it leaves behind
is told. Which words are shown is not decided here.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence

from recordkeeping.vocabulary.errors import Refused

LOCKED = "the file is locked with a password; ask for it without one"
MACROS = "macros"
"""What is found in the place of words where a file holds programs."""

_LEFT = "words left in the file"
NEVER_SHOWN = frozenset(
    {
        "person named in the file", "copy of cells kept for a pivot table",
        "copy of cells of another file", "where the data came from", "alternative text",
        "words of an earlier saving",
    }
)  # fmt: skip
"""Kinds of words that no page shows, whatever else is on it."""

_WIDE = re.compile(rb"(?:(?:[\x09\x0a\x0d\x20-\x7e\xa0-\xff]\0|[^\0-\x1f][\1-\x06])){3,}")
_NARROW = re.compile(rb"[\x20-\x7e\x80-\xff]{3,}")
_CONTINUED, _LOCK, _STRINGS, _SHEET = 0x3C, 0x2F, 0xFC, 0x85
_IN_RECORDS = {  # whose letters may take one octet each
    0x0204: _LEFT, 0x00D6: _LEFT,
    0x0207: _LEFT, 0x0004: _LEFT,
    0x001C: "comment", 0x01B6: "comment", _CONTINUED: "comment", _SHEET: "name of a sheet",
    0x0018: "defined name", 0x0014: "header or footer of a printed sheet",
    0x0015: "header or footer of a printed sheet", 0x01B8: "link", 0x01AE: "link",
    0x0017: "link",
    0x0023: "copy of cells of another file", 0x005A: "copy of cells of another file",
    0x00CD: "copy of cells kept for a pivot table", 0x01BE: "choice or advice of a cell",
    0x005C: "person named in the file", 0x005B: "person named in the file",
    0x01A9: "person named in the file", 0x0051: "where the data came from",
    0x00DC: "where the data came from",
}  # fmt: skip
_EDIT, _LOCKED_EDIT, _PROGRAMS = 0x0FF5, 0x2F14, 0x0400
_WIDE_ATOMS, _NARROW_ATOM, _OF_SHAPES = (0x0FA0, 0x0FBA), 0x0FA8, (0xF00B, 0xF122)
_MARGINS = (0x0014, 0x0015)
_CODES = re.compile(r'&(?:[A-Z]|"[^"]*"|\d+)|\bPage\b|\bof\b')
_OF_LOOKS = {0x0031, 0x041E, 0x0293, 0x0892, 0x0896, 0x00EB, 0x0863, 0x087D, 0x00E0, 0x0867, 0x088E,
             0x088F, 0x0890, 0x01BA, 0x08A4, 0x004D}  # fmt: skip


def words_of_workbook(stream: bytes) -> Iterator[tuple[str, str]]:
    """Yield the words in a stream of a workbook, and of what kind they are.

    The records of Excel 97 and later are known one by one ([MS-XLS] 2.3); of older files, and of
    others that hold words, runs of letters are found. A locked workbook is refused.
    """
    gathered: list[bytes] = []
    for kind, body in (*_records(stream), (0, b"")):
        if kind == _CONTINUED and gathered:
            gathered.append(body)
            continue
        if gathered:
            for text in _shared_strings(gathered):
                yield _LEFT, text
            gathered = []
        if kind == _LOCK:
            raise Refused(LOCKED)
        if kind == _STRINGS:
            gathered = [body]
        elif kind == _SHEET and len(body) > 5 and body[5] in (1, 6):
            yield MACROS, ""
        elif kind in _IN_RECORDS:
            for text in (*wide_words(body), *narrow_words(_WIDE.sub(b"\0", body))):
                if kind not in _MARGINS or _CODES.sub("", text).strip():
                    yield _IN_RECORDS[kind], text
        elif kind not in _OF_LOOKS:
            for text in wide_words(body):
                yield _LEFT, text


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


class _Segments:
    """The octets of a record and of those that continue it."""

    def __init__(self, segments: Sequence[bytes]) -> None:
        self._segments, self._number, self._at = segments, 0, 0

    def left(self) -> int:
        """Return how much is left of the segment, and go to the next where nothing is."""
        while self._number < len(self._segments) and self._at >= len(self._segments[self._number]):
            self._number, self._at = self._number + 1, 0
        if self._number >= len(self._segments):
            return 0
        return len(self._segments[self._number]) - self._at

    def take(self, count: int) -> bytes:
        """Return so many octets, or raise `EOFError`."""
        taken = b""
        while len(taken) < count:
            here = min(self.left(), count - len(taken))
            if not here:
                raise EOFError
            taken += self._segments[self._number][self._at : self._at + here]
            self._at += here
        return taken

    def ended(self) -> bool:
        """Say whether the segment, though perhaps not the record, is at its end."""
        return self._number < len(self._segments) and self._at >= len(self._segments[self._number])


def _shared_strings(segments: Sequence[bytes]) -> Iterator[str]:
    """Yield the strings of the shared string table ([MS-XLS] 2.4.265, 2.5.293)."""
    octets = _Segments(segments)
    try:
        octets.take(8)
        while octets.left():
            count, flags = struct.unpack("<HB", octets.take(3))
            runs = struct.unpack("<H", octets.take(2))[0] if flags & 8 else 0
            beyond = struct.unpack("<I", octets.take(4))[0] if flags & 4 else 0
            text = _letters(octets, count, flags & 1)
            if beyond > 2**24:
                return
            octets.take(4 * runs + beyond)
            if text.strip():
                yield text
    except EOFError:
        return


def _letters(octets: _Segments, count: int, wide: int) -> str:
    """Return letters, which say anew in each segment how wide they are."""
    out = []
    while count:
        if octets.ended():
            wide = octets.take(1)[0] & 1
        here = min(count, octets.left() // (2 if wide else 1))
        if not here:
            raise EOFError
        part = octets.take(here * (2 if wide else 1))
        out.append(part.decode("utf-16-le" if wide else "latin-1", "replace"))
        count -= here
    return "".join(out)


def words_of_slides(stream: bytes) -> Iterator[tuple[str, str]]:
    """Yield the words in a stream of a presentation, those of earlier savings too ([MS-PPT] 2.1.2).

    A locked presentation is refused.
    """
    living = _living(stream)
    at = 0
    while at + 8 <= len(stream):
        size = 8 + struct.unpack_from("<I", stream, at + 4)[0]
        for kind, text in _words_of_atoms(stream[at : at + size]):
            is_old = kind == _LEFT and living and at not in living
            yield "words of an earlier saving" if is_old else kind, text
        at += size


def _living(stream: bytes) -> set[int]:
    """Return where the records of the last saving begin, as its lists say ([MS-PPT] 2.3.4)."""
    places: dict[int, int] = {}
    edits = [at for at, kind, _ in _tops(stream) if kind == _EDIT]
    seen = set[int]()
    at = edits[-1] if edits else 0
    try:
        while at and at not in seen:
            seen.add(at)
            before, listed = struct.unpack_from("<II", stream, at + 8 + 8)
            size = struct.unpack_from("<I", stream, listed + 4)[0]
            here, end = listed + 8, listed + 8 + size
            while here + 4 <= end:
                head = struct.unpack_from("<I", stream, here)[0]
                first, count = head & 0xFFFFF, head >> 20
                offsets = struct.unpack_from(f"<{count}I", stream, here + 4)
                for number, offset in enumerate(offsets, first):
                    places.setdefault(number, offset)
                here += 4 + 4 * count
            at = before
    except struct.error:
        return set()
    return set(places.values())


def _tops(stream: bytes) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at + 8 <= len(stream):
        _, kind, size = struct.unpack_from("<HHI", stream, at)
        yield at, kind, size
        at += 8 + size


def _words_of_atoms(record: bytes) -> Iterator[tuple[str, str]]:
    todo = [(0, len(record))]
    while todo:
        at, end = todo.pop()
        while at + 8 <= end:
            version, kind, size = struct.unpack_from("<HHI", record, at)
            at += 8
            body = record[at : min(at + size, end)]
            if kind == _LOCKED_EDIT:
                raise Refused(LOCKED)
            if version & 15 == 15:
                todo.append((at, min(at + size, end)))
            elif kind in _WIDE_ATOMS:
                yield _LEFT, body.decode("utf-16-le", "replace").replace("\r", "\n")
            elif kind == _NARROW_ATOM:
                yield _LEFT, body.decode("latin-1").replace("\r", "\n")
            elif kind == _PROGRAMS and body[4:8] not in (b"", bytes(4)):
                yield MACROS, ""
            elif kind in _OF_SHAPES:
                yield from (("alternative text", text) for text in wide_words(body))
            at += size


def wide_words(octets: bytes) -> Iterator[str]:
    """Yield runs of letters of two octets each (UTF-16, of Europe's alphabets)."""
    for shift in (0, 1):
        for found in _WIDE.finditer(octets[shift:]):
            if found.start() % 2 == 0:
                yield from _with_letters(found[0].decode("utf-16-le", "replace"))


def narrow_words(octets: bytes) -> Iterator[str]:
    """Yield runs of letters of one octet each."""
    for found in _NARROW.finditer(octets):
        yield from _with_letters(found[0].decode("cp1252", "replace"))


def _with_letters(text: str) -> Iterable[str]:
    """Return a run of letters, unless it is but some octets that look like letters."""
    plain = {letter for letter in text if letter.isalpha() and letter.isascii()}
    foreign = {letter for letter in text if letter.isalpha() and ord(letter) > 255}
    if sum(letter.isalpha() for letter in text) < 3 or len(plain | foreign) < 2:
        return []
    return [text.strip()]
