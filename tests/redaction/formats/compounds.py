"""Compound files made here, stream by stream ([MS-CFB], 3), and Outlook messages of them."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

SECTOR, SMALL, CUTOFF = 512, 64, 4096
END, FREE, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
Tree = dict[str, "bytes | Tree"]


def compound(tree: Tree, left_over: bytes = b"") -> bytes:
    """Return a compound file of a tree; `left_over` stands in a sector that nothing uses."""
    entries: list[list[object]] = [["Root Entry", 5, NONE, NONE, NONE, END, 0]]
    streams: list[tuple[int, bytes]] = []

    def add(children: Tree, parent: int) -> None:
        before = NONE
        for name, child in children.items():
            number = len(entries)
            is_storage = isinstance(child, dict)
            entries.append([name, 1 if is_storage else 2, NONE, NONE, NONE, END, 0])
            if before == NONE:
                entries[parent][4] = number  # the first child
            else:
                entries[before][3] = number  # its right sibling
            before = number
            if isinstance(child, dict):
                add(child, number)
            else:
                streams.append((number, child))

    add(tree, 0)
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, minifat = b"", list[int]()

    def place(content: bytes) -> int:
        if not content:
            return END
        start, count = len(sectors), -(-len(content) // SECTOR)
        for n in range(count):
            sectors.append(content[n * SECTOR : (n + 1) * SECTOR].ljust(SECTOR, b"\0"))
            fat.append(start + n + 1 if n + 1 < count else END)
        return start

    for number, content in streams:
        entries[number][6] = len(content)
        if len(content) >= CUTOFF:
            entries[number][5] = place(content)
        elif content:
            start, count = len(minifat), -(-len(content) // SMALL)
            minifat += [start + n + 1 if n + 1 < count else END for n in range(count)]
            mini += content.ljust(count * SMALL, b"\0")
            entries[number][5] = start
    entries[0][5], entries[0][6] = place(mini), len(mini)
    if left_over:
        sectors.append(left_over.ljust(SECTOR, b"\0")[:SECTOR])
        fat.append(FREE)
    first_mini = place(b"".join(struct.pack("<I", n) for n in minifat).ljust(SECTOR, b"\xff"))
    mini_count = -(-len(minifat) * 4 // SECTOR) or 1
    first_dir = place(b"".join(_entry(*entry) for entry in entries))  # type: ignore[arg-type]
    fat_count = 1
    while (len(fat) + fat_count) * 4 > fat_count * SECTOR:
        fat_count += 1
    fat_at = [len(sectors) + n for n in range(fat_count)]
    table = b"".join(struct.pack("<I", n) for n in [*fat, *[FAT] * fat_count])
    table = table.ljust(fat_count * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16s5H6s9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"",
        0, fat_count, first_dir, 0, CUTOFF, first_mini, mini_count, END, 0,
    )  # fmt: skip
    difat = b"".join(struct.pack("<I", n) for n in fat_at).ljust(436, b"\xff")
    return header + difat + b"".join(sectors) + table


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I16sI8s8sIQ", encoded, len(encoded), kind, 1, left, right, child, b"", 0, b"",
        b"", start, size,
    )  # fmt: skip


def properties(header: int, *values: tuple[int, int, object]) -> Tree:
    """Return the streams of properties: (tag, type, value)."""
    rows, streams = b"\0" * header, Tree()
    for tag, kind, value in values:
        if isinstance(value, str):
            raw = value.encode("utf-16-le" if kind == 0x1F else "cp1252")
        elif isinstance(value, bytes):
            raw = value
        else:
            if isinstance(value, datetime):
                since = value - datetime(1601, 1, 1, tzinfo=UTC)
                fixed = int(since.total_seconds()) * 10_000_000
            else:
                fixed = int(value)  # type: ignore[call-overload]
            rows += struct.pack("<HHIq", kind, tag, 6, fixed)
            continue
        streams[f"__substg1.0_{tag:04X}{kind:04X}"] = raw
        rows += struct.pack("<HHIII", kind, tag, 6, len(raw), 0)
    return {"__properties_version1.0": rows, **streams}


def recipient(number: int, name: str, address: str, kind: int = 1) -> Tree:
    """Return a recipient: 1 is To, 2 Cc, 3 Bcc."""
    told = properties(8, (0x3001, 0x1F, name), (0x39FE, 0x1F, address), (0x0C15, 3, kind))
    return {f"__recip_version1.0_#{number:08X}": told}


def attached(number: int, *values: tuple[int, int, object], inside: Tree | None = None) -> Tree:
    """Return an attachment, or with `inside` a message that is one."""
    told = properties(8, *values)
    if inside is not None:
        told["__substg1.0_3701000D"] = inside
    return {f"__attach_version1.0_#{number:08X}": told}
