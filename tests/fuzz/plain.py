"""Damage to any file: bytes changed, cut, doubled and moved, as bad disks and bad senders do it."""

from __future__ import annotations

from random import Random


def flipped(content: bytes, rng: Random) -> bytes:
    """Change a few bytes."""
    data = bytearray(content)
    for _ in range(rng.choice((1, 2, 4, 16, 64))):
        data[rng.randrange(len(data))] = rng.choice((0, 0x20, 0xFF, rng.randrange(256)))
    return bytes(data)


def cut(content: bytes, rng: Random) -> bytes:
    """Keep only the beginning."""
    return content[: rng.randrange(1, len(content) + 1)]


def with_a_piece_moved(content: bytes, rng: Random) -> bytes:
    """Take out a piece, or put it in once more, somewhere else or in place."""
    size = min(len(content), rng.choice((4, 40, 400, 4000)))
    at = rng.randrange(len(content) - size + 1)
    piece = content[at : at + size]
    rest = content[:at] + content[at + size :]
    to = rng.randrange(len(rest) + 1)
    match rng.randrange(3):
        case 0:
            return rest
        case 1:
            return content[:to] + piece + content[to:]
        case _:
            return rest[:to] + piece + rest[to:]


def with_lines_moved(content: bytes, rng: Random) -> bytes:
    """Take lines out, double them, or change their order: headers, boundaries, rows."""
    lines = content.splitlines(keepends=True)
    for _ in range(rng.choice((1, 3, 9))):
        at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(3):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(to, lines[at])
            case _:
                lines[at], lines[to] = lines[to], lines[at]
    return b"".join(lines)


EVERY = (flipped, cut, with_a_piece_moved, with_lines_moved)
