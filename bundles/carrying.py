"""Carrying what draws a page from one file into another, as it stands there.

Streams are not unpacked. What hangs on a thing and draws nothing, such as metadata, stays behind,
and so does every page and page tree that something points back to.
"""

from __future__ import annotations

import re
import zlib

import pikepdf

from bundles.objects import PdfFile

# In qpdf's own writing a reference follows a space. Where there are strings, they are found too, so
# that nothing in them is taken for one; looking for both takes several times as long.
_REFERENCE = re.compile(rb" (\d++) (\d++) R\b")
_STRING_OR_REFERENCE = re.compile(
    rb"\((?:[^()\\]++|\\.)*+\)|<[0-9a-fA-F]++>|" + _REFERENCE.pattern, re.S
)
_STOWAWAYS = (
    "/Metadata",
    "/PieceInfo",
    "/Properties",  # lists that marked content points to: names of layers, words instead of words
    "/AF",
    "/AA",
    "/Thumb",
    "/LastModified",
    "/Alternates",
)
_PERHAPS_STOWAWAY = re.compile("|".join(f"{name}(?![A-Za-z0-9])" for name in _STOWAWAYS).encode())
_ELSEWHERE = ("/F", "/FFilter", "/FDecodeParms")  # a stream's data in another file
_PERHAPS_PAGE = re.compile(rb"/Type /(?:Pages?|Catalog)\b")
_PAGES = frozenset({"/Page", "/Pages", "/Catalog"})
_DEEPEST = 64


class Carrier:
    """Carries objects of one open file into a file that is being written."""

    def __init__(self, source: pikepdf.Pdf, into: PdfFile, *, repack: bool = False) -> None:
        """Say from where and into what; `repack` has streams compressed anew, for our own pages."""
        self._source, self._into, self._repack = source, into, repack
        self._numbers: dict[tuple[int, int], int] = {}
        self._written: dict[bytes, bytes] = {}
        self._waiting: list[tuple[int, int]] = []

    def written(self, thing: pikepdf.Object) -> bytes:
        """Return a thing as it is written in the new file, and carry all that it needs."""
        said = thing.unparse()
        written = self._written.get(said)
        if written is None:
            unparsed = b" " + said if thing.is_indirect else _unparsed(thing)
            written = self._written[said] = self._renumbered(unparsed)
            self._carry()
        return written

    def content_taken(self, page: pikepdf.Object) -> tuple[bytes, bytes]:
        """Take the content from a page: the entries that say how it is packed, and its bytes."""
        if "/Contents" not in page:
            return b"", b""
        content = page["/Contents"]
        del page["/Contents"]
        if isinstance(content, pikepdf.Array) and len(content) == 1:
            content = content[0]  # so our own releases write it
        if not isinstance(content, pikepdf.Stream):
            return _packed(b"\n".join(part.read_bytes() for part in content))
        if self._repack:
            return _packed(content.read_bytes())
        return self._filters(content), content.read_raw_bytes()

    def _filters(self, stream: pikepdf.Stream) -> bytes:
        # Asking for a key that is not there costs more than looking first: an exception in C++.
        kept = [key for key in ("/Filter", "/DecodeParms") if key in stream]
        return b" ".join(b"%b %b" % (key.encode(), self.written(stream[key])) for key in kept)

    def _renumbered(self, unparsed: bytes) -> bytes:
        if b" R" not in unparsed:
            return unparsed
        has_strings = b"(" in unparsed or b"<" in unparsed.replace(b"<<", b"")
        sought = _STRING_OR_REFERENCE if has_strings else _REFERENCE
        return sought.sub(self._new_number, unparsed)

    def _new_number(self, found: re.Match[bytes]) -> bytes:
        if found.lastindex is None:
            return found[0]
        old = int(found[1]), int(found[2])
        number = self._numbers.get(old)
        if number is None:
            number = self._numbers[old] = self._into.reserve()
            self._waiting.append(old)
        return b" %d 0 R" % number

    def _carry(self) -> None:
        while self._waiting:
            old = self._waiting.pop()
            self._put(self._numbers[old], self._source.get_object(old))

    def _put(self, number: int, thing: pikepdf.Object) -> None:
        if isinstance(thing, pikepdf.Stream):
            data = thing.read_bytes() if self._repack else thing.read_raw_bytes()
            entries = thing.stream_dict
            gone = ["/Length", *_ELSEWHERE, *(("/Filter", "/DecodeParms") if self._repack else ())]
            for key in gone:
                if key in entries:
                    del entries[key]
            inner = self._renumbered(_unparsed(entries))[2:-2]
            if self._repack:
                filters, data = _packed(data)
                inner += filters
            self._into.put_stream(number, inner, data)
            return
        unparsed = _unparsed(thing)
        if _PERHAPS_PAGE.search(unparsed) and _is_page(thing):
            unparsed = b"null"
        self._into.put(number, self._renumbered(unparsed))


def resources_of(page: pikepdf.Object) -> pikepdf.Object:
    """Return the resources of a page, which it may have from a node above it."""
    node = page
    for _ in range(_DEEPEST):
        if "/Resources" in node:
            return node["/Resources"]
        if "/Parent" not in node:
            break
        node = node["/Parent"]
    return pikepdf.Dictionary()


def _packed(data: bytes) -> tuple[bytes, bytes]:
    return b"/Filter /FlateDecode", zlib.compress(data, 6)


def _is_page(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Type")) in _PAGES


def _unparsed(thing: pikepdf.Object) -> bytes:
    """Return a thing itself as qpdf writes it, without what stowed away in it."""
    unparsed = thing.unparse(resolved=True)
    if _PERHAPS_STOWAWAY.search(unparsed):
        _drop_within(thing)
        unparsed = thing.unparse(resolved=True)
    return unparsed


def _drop_within(thing: pikepdf.Object) -> None:
    if isinstance(thing, pikepdf.Dictionary):
        for key in _STOWAWAYS:
            if key in thing:
                del thing[key]
        children = [child for _key, child in thing.items()]
    elif isinstance(thing, pikepdf.Array):
        children = list(thing)
    else:
        return
    for child in children:
        # What stands on its own comes by itself; only what is written in place is gone into.
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            _drop_within(child)
