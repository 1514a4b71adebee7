"""Containers of files (ZIP): a list of what is inside on pages, each file a document of its own.

Nothing is written to a disk: a name is words on the list, and each document gets a safe one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Rows, Words
from redaction.formats.names import is_plain
from redaction.pages import Attachment, Hidden

_MOST_FILES = 1000
_MOST_BYTES = 300 * 2**20  # unpacked, of all levels together
_MOST_RATIO = 200
_SMALL = 20 * 2**20  # below this no ratio is a bomb
_DEEPEST = 4
_PIECE = 2**20
_LOCAL = b"PK\x03\x04"
_END_OF_LIST = b"PK\x05\x06"
_MORE_THAN_A_NOTE = 256  # bytes
_LOCKED = "locked with a password"
_STRANGE = "packed in a way that is not read, or damaged"
_UNOPENED = {
    _LOCKED: "locked with a password; ask for it without one",
    _STRANGE: "packed in a way that is not read, or damaged; ask for each file by itself",
}
"""Why nobody looked into a file, as its list says it, and what to do about it."""
_LINK = "an entry of the container only points at another place"
_REMARKS = {
    _LOCKED: f"NOT OPENED: {_LOCKED}",
    _STRANGE: f"NOT OPENED: {_STRANGE}",
    _LINK: "not read: it only points at another place",
}
_UNLISTED = "the container holds something that its own list does not name"


@dataclass
class _Budget:
    """What may still be unpacked, over all levels of a container."""

    packed: int
    files: int = _MOST_FILES
    left: int = _MOST_BYTES
    unpacked: int = field(default=0)

    def spend(self, size: int) -> None:
        self.left -= size
        self.unpacked += size
        is_bomb = self.unpacked > _SMALL and self.unpacked > _MOST_RATIO * max(1, self.packed)
        if self.left < 0 or is_bomb:
            raise Refused(
                "the container unfolds into something too large; ask for its files one by one"
            )


def read_archive(content: bytes) -> Contents:
    """Return the list of a container, its files, and what it says beside."""
    budget = _Budget(len(content))
    container = _opened(content)
    infos = container.infolist()
    rows: list[tuple[str, ...]] = [("No.", "Name", "Changed", "Bytes", "Remark")]
    attachments: list[Attachment] = []
    gaps: list[Gap] = []
    unopened: Counter[str] = Counter()
    names: dict[str, int] = {}
    for number, info in enumerate(infos, start=1):
        remarks = _remarks(info, names, number)
        if not info.is_dir():
            inside = _file(container, info, budget)
            if isinstance(inside, Gap):
                if inside.because in _UNOPENED:
                    unopened[inside.because] += 1
                else:
                    gaps.append(inside)
                remarks.append(_REMARKS[inside.because])
            else:
                _measure(inside, budget, 1)
                attachments.append(Attachment(_safe(number, info.filename), _BYTES, inside))
        size = "folder" if info.is_dir() else f"{info.file_size:,}"
        name = info.filename.replace("\0", "")
        rows.append((str(number), name, _changed(info), size, "; ".join(remarks)))
    hidden = [
        Hidden("comment of the container", _text(comment))
        for comment in dict.fromkeys([container.comment, *(info.comment for info in infos)])
        if comment.strip()
    ]
    listed = len(attachments)
    for piece in _between(content, container):
        hidden.append(Hidden("outside the container's own list", _runs(piece)))
        if _LOCAL in piece or len(piece) > _MORE_THAN_A_NOTE:
            gaps.append(Gap(_UNLISTED))
        for inside in _unlisted(piece, budget):
            _measure(inside, budget, 1)
            attachments.append(Attachment(f"{len(attachments) + 1:04} not listed", _BYTES, inside))
    if told := _beside_entries(content, container):
        hidden.append(Hidden("about the files in the container", "\n".join(told)))
    files = sum(not info.is_dir() for info in infos) + len(attachments) - listed
    if unopened and not attachments:
        # Its list alone would look like a document that was read, and is none.
        raise Refused(f"no file in the container could be opened; {_UNOPENED[min(unopened)]}")
    gaps += (
        Gap(f"{count} of the {files} files in the container could not be opened: {_UNOPENED[why]}")
        for why, count in unopened.items()
    )
    title = Words(_title(files, unopened.total()), heading=True)
    blocks = (title, Rows(tuple(rows), head=True)) if len(rows) > 1 else (title,)
    return Contents(blocks, tuple(attachments), tuple(hidden), tuple(dict.fromkeys(gaps)))


_BYTES = "application/octet-stream"


def is_unopened(gap: Gap) -> bool:
    """Say whether a gap tells of files in a container that nobody looked into."""
    return gap.because.endswith(tuple(_UNOPENED.values()))


def _title(files: int, unopened: int) -> str:
    title = f"Container of {files} file{'' if files == 1 else 's'}"
    return f"{title}, {unopened} of which could not be opened" if unopened else title


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        container = zipfile.ZipFile(io.BytesIO(content))
    # The last is what zipfile raises for an archive newer than it knows.
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refused(
            "the container is damaged and cannot be opened; ask for it once more"
        ) from None
    if len(container.infolist()) > _MOST_FILES:
        raise Refused(
            f"the container holds more than {_MOST_FILES} files; unpack it, and add them in parts"
        )
    return container


def _file(container: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget) -> bytes | Gap:
    if info.flag_bits & 0x1:
        return Gap(_LOCKED)
    if (info.external_attr >> 16) & 0o170000 == 0o120000:
        return Gap(_LINK)
    budget.files -= 1
    if budget.files < 0:
        raise Refused(
            f"the container holds more than {_MOST_FILES} files; unpack it, and add them in parts"
        )
    out = io.BytesIO()
    try:
        with container.open(info) as part:
            # What it announces as its size is not trusted.
            while piece := part.read(_PIECE):
                budget.spend(len(piece))
                out.write(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError):
        return Gap(_STRANGE)
    except Exception as wrong:
        if isinstance(wrong, Refused):
            raise
        return Gap(_STRANGE)  # a decompressor's own error
    return out.getvalue()


def _measure(content: bytes, budget: _Budget, depth: int) -> None:
    """Refuse a container whose containers unfold into too much, or lie too deep."""
    if not content.startswith(_LOCAL):
        return
    try:
        container = _opened(content)
    except Refused:
        return  # whoever reads it says so
    infos = container.infolist()
    if any(info.filename in ("[Content_Types].xml", "mimetype") for info in infos):
        return  # an office document: its reader has bounds of its own
    if depth >= _DEEPEST:
        raise Refused(
            f"the container holds containers more than {_DEEPEST} deep; "
            "unpack it, and add its files"
        )
    for info in infos:
        if not info.is_dir():
            inside = _file(container, info, budget)
            if isinstance(inside, bytes):
                _measure(inside, budget, depth + 1)


def _remarks(info: zipfile.ZipInfo, names: dict[str, int], number: int) -> list[str]:
    remarks = []
    if not is_plain(info.orig_filename):
        remarks.append("its name points out of the container")
    before = names.setdefault(info.filename.casefold(), number)
    if before != number:
        remarks.append(f"the same name as No. {before}")
    return remarks


def _safe(number: int, name: str) -> str:
    """Return a name that says nothing and harms nothing; its ending helps to open it."""
    ending = re.search(r"\.([A-Za-z0-9]{1,8})$", name)
    return f"{number:04}" + (f".{ending[1].lower()}" if ending else "")


def _changed(info: zipfile.ZipInfo) -> str:
    year, month, day, hour, minute, _ = info.date_time
    return f"{day:02}/{month:02}/{year} {hour:02}:{minute:02}" if year > 1980 else ""


def _between(content: bytes, container: zipfile.ZipFile) -> list[bytes]:
    """Return what stands in the file outside every entry that its list names, if it says a word."""
    extents = sorted(
        (info.header_offset, _end_of_head(content, info.header_offset) + info.compress_size)
        for info in container.infolist()
    )
    at, pieces = 0, []
    for start, end in extents:
        pieces.append(content[at:start])
        at = max(at, end)
    pieces.append(content[at : container.start_dir])
    last = content.rfind(_END_OF_LIST)
    comment = int.from_bytes(content[last + 20 : last + 22], "little")
    pieces.append(content[last + 22 + comment :])
    return [p for p in pieces if _LOCAL in p or len(p) > _MORE_THAN_A_NOTE or _words_of(p)]


def _end_of_head(content: bytes, at: int) -> int:
    """Return where the data of an entry begins: its name, and more, stand before it (4.3.7)."""
    name = int.from_bytes(content[at + 26 : at + 28], "little")
    return at + 30 + name + int.from_bytes(content[at + 28 : at + 30], "little")


def _unlisted(piece: bytes, budget: _Budget) -> Iterator[bytes]:
    """Yield the files in a piece of a container that its list does not name, as far as they go."""
    for found in re.finditer(re.escape(_LOCAL), piece):
        head = piece[found.start() : found.start() + 30]
        data = piece[_end_of_head(piece, found.start()) :]
        budget.files -= 1
        if budget.files < 0 or len(head) < 30:
            return
        try:
            if head[8:10] == b"\x08\0":
                inside = zlib.decompressobj(-15).decompress(data, _SMALL)
            else:
                inside = data[: int.from_bytes(head[18:22], "little")]
        except zlib.error:
            continue
        if inside:
            budget.spend(len(inside))
            yield inside


def _beside_entries(content: bytes, container: zipfile.ZipFile) -> list[str]:
    """Return words in the extra fields of entries, and names that the list gives otherwise."""
    told: dict[str, None] = {}
    for info in container.infolist():
        at = info.header_offset
        named = content[at + 30 : at + 30 + int.from_bytes(content[at + 26 : at + 28], "little")]
        extra = content[at + 30 + len(named) : _end_of_head(content, at)]
        if info.orig_filename not in (_text(named), named.decode("cp437")):
            told |= dict.fromkeys(_words_of(named))
        told |= dict.fromkeys([*_words_of(info.extra), *_words_of(extra)])
    known = {info.filename for info in container.infolist()}
    return [words for words in told if words not in known]


def _words_of(raw: bytes) -> list[str]:
    runs = [_text(run) for run in re.findall(rb"[^\0-\x1f\x7f-\x9f]{5,}", raw[:_PIECE])]
    return [run for run in runs if re.search(r"[^\W\d_]{4}", run)]


def _runs(raw: bytes) -> str:
    words = [_text(run) for run in re.findall(rb"[^\0-\x1f\x7f-\x9f]{5,}", raw[:_PIECE])]
    return "\n".join(words) or "bytes that say nothing by themselves"


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
