"""The outside of a released file: every octet belongs to an object, and every object is led to.

A released file is written in one way: a heading, streams one after the other (what is no stream
lies in object streams), and the place of the table that lists them. So nothing can lie between
objects, after the end of packed data, behind an object, or in an earlier version of the file.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from pikepdf import Pdf

_HEADING = re.compile(rb"%PDF-1\.\d\n%\xbf\xf7\xa2\xfe\n")
_OBJECT = re.compile(rb"(\d{1,8}) 0 obj\n<<([^()%]{1,4096}?)>>\nstream\n")
_LENGTH = re.compile(rb"/Length (\d{1,10})(?![^ /\n])(?! \d+ R)")
_END = b"\nendstream\nendobj\n"
_TAIL = re.compile(rb"startxref\n(\d{1,10})\n%%EOF\n")
_MOST, _AT_ONCE = 2**28, 2**20


def against_envelope(content: bytes, pdf: Pdf) -> Iterator[str]:
    """Yield what speaks against a file's outside."""
    if pdf.is_encrypted:
        yield "the file is encrypted"
    heading = _HEADING.match(content)
    if heading is None:
        yield "the file does not begin as every released file does"
        return
    at, streams, packed, last = heading.end(), 0, 0, 0
    while found := _OBJECT.match(content, at):
        said = _LENGTH.search(found[2])
        stop = found.end() + int(said[1]) if said else 0
        if not content.startswith(_END, stop) or stop <= at:
            yield "something lies in the file that is no part of it"
            return
        last, at = at, stop + len(_END)
        data = content[found.end() : stop]
        if b"/FlateDecode" in found[2] and not _is_all(data):
            yield "a packed part of the file holds more than it unpacks to"
            return
        streams += 1
        if b"/Type /ObjStm" in found[2]:
            inside = _objects_in(data, found[2], pdf)
            if inside is None:
                yield "something lies among the objects of the file that is none of them"
                return
            packed += inside
    tail = _TAIL.fullmatch(content, at)
    if tail is None or int(tail[1]) != last:
        yield "something lies after the end of the file"
    elif streams + packed != sum(1 for one in pdf.objects if one.is_indirect):
        yield "the file has objects that its table does not list"


def _is_all(data: bytes) -> bool:
    """Say whether packed data end where their stream does."""
    unpacker, left = zlib.decompressobj(), data
    try:
        while not unpacker.eof:
            some = unpacker.decompress(left, _AT_ONCE)
            left = unpacker.unconsumed_tail
            if not some and not left:
                break
    except zlib.error:
        return False
    return (unpacker.eof or not data) and not unpacker.unused_data


def _objects_in(data: bytes, heading: bytes, pdf: Pdf) -> int | None:
    """Return how many objects an object stream has; None if it holds anything else.

    Written anew, each has to be, octet for octet, what stands there.
    """
    count, first = re.search(rb"/N (\d+)", heading), re.search(rb"/First (\d+)", heading)
    if count is None or first is None:
        return None
    body = zlib.decompressobj().decompress(data, _MOST)
    start, numbers = int(first[1]), body[: int(first[1])].split()
    if len(numbers) != 2 * int(count[1]) or body[:start] != b" ".join(numbers) + b"\n":
        return None
    ends = [int(offset) + start for offset in numbers[3::2]] + [len(body)]
    at = start
    for number, offset, end in zip(numbers[::2], numbers[1::2], ends, strict=True):
        if int(offset) + start != at:
            return None
        whole = pdf.get_object(int(number), 0).unparse(resolved=True)
        if body[at:end] not in (whole, whole + b"\n"):
            return None
        at = end
    return int(count[1])
