r"""The Merkle tree of RFC 9162 (and of RFC 6962, which it keeps): hashes, proofs, their checks.

size 7:            root
/      \
                 p0           .        the frontier is (p0, p1, p2): the roots of the
/    \\        /  \\      perfect subtrees, largest first, as the bits
.      .     p1    p2    of the size say (7 = 4 + 2 + 1)
0 1    2 3   4 5    6
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256

from ledger.errors import LedgerBroken, Malformed

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf; its prefix keeps leaves and nodes apart (RFC 9162 §2.1.1)."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node above two others."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What must be kept of a tree so that it can grow: O(log n) hashes, largest subtree first."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> Frontier:
        """Return the frontier with one more leaf, given as its hash."""
        peaks, node, size = list(self.peaks), leaf, self.size
        while size & 1:
            node = node_hash(peaks.pop(), node)
            size >>= 1
        return Frontier(self.size + 1, (*peaks, node))

    def extend(self, leaves: Iterable[bytes]) -> Frontier:
        """Return the frontier with more leaves, given as their hashes."""
        return reduce(Frontier.append, leaves, self)

    def root(self) -> bytes:
        """Return the root of the tree."""
        if not self.peaks:
            return EMPTY_ROOT
        return reduce(lambda right, left: node_hash(left, right), reversed(self.peaks))

    def to_bytes(self) -> bytes:
        """Return the hashes one after another; the size is kept beside them."""
        return b"".join(self.peaks)

    @classmethod
    def from_bytes(cls, size: int, peaks: bytes) -> Frontier:
        """Read a frontier; refuse hashes that do not fit the size."""
        if size < 0 or len(peaks) != HASH_SIZE * size.bit_count():
            raise LedgerBroken(f"the frontier does not fit a tree of {size} entries")
        starts = range(0, len(peaks), HASH_SIZE)
        return cls(size, tuple(peaks[start : start + HASH_SIZE] for start in starts))


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root over leaves, given as their hashes."""
    return Frontier().extend(leaves).root()


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return the path from a leaf's sibling up to the root's child (RFC 9162 §2.1.3.1)."""
    if not 0 <= index < len(leaves):
        raise Malformed(f"a tree of {len(leaves)} entries has no entry {index}")
    return _path(index, leaves)


def consistency_proof(old: int, leaves: Sequence[bytes]) -> list[bytes]:
    """Return the proof that the first `old` leaves are still the first (RFC 9162 §2.1.4.1)."""
    if not 0 < old <= len(leaves):
        raise Malformed(f"a tree of {len(leaves)} entries was never of size {old}, or nothing")
    return _subproof(old, leaves, whole=True)


def check_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Return quietly if the leaf stands at this index under the root (RFC 9162 §2.1.3.2)."""
    if not 0 <= index < size:
        raise LedgerBroken(f"a tree of {size} entries has no entry {index}")
    position, last, node = index, size - 1, leaf
    for sibling in _hashes(path):
        if last == 0:
            raise LedgerBroken("the inclusion proof is too long for its tree")
        if position & 1 or position == last:
            node = node_hash(sibling, node)
            position, last = _skip_lone_levels(position, last)
        else:
            node = node_hash(node, sibling)
        position, last = position >> 1, last >> 1
    if last != 0 or node != root:
        raise LedgerBroken("the inclusion proof does not lead to the root")


def check_consistency(
    old: int, new: int, path: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Return quietly if the new tree begins with the old one (RFC 9162 §2.1.4.2).

    From an empty tree nothing can be shown: it is refused, as in RFC 9162.
    """
    if not 0 < old <= new:
        raise LedgerBroken(f"nothing shows that a tree of {new} entries follows one of {old}")
    if old == new:
        if path or old_root != new_root:
            raise LedgerBroken("two trees of one size are not the same")
        return
    hashes = [*_hashes(path)]
    if old & (old - 1) == 0:  # a perfect tree is a node of the new one: the proof leaves it out
        hashes.insert(0, old_root)
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    before = after = hashes[0] if hashes else b""
    for sibling in hashes[1:]:
        if last == 0:
            raise LedgerBroken("the consistency proof is too long for its trees")
        if position & 1 or position == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            position, last = _skip_lone_levels(position, last)
        else:
            after = node_hash(after, sibling)
        position, last = position >> 1, last >> 1
    if last != 0 or before != old_root or after != new_root:
        raise LedgerBroken("the consistency proof does not join the two roots")


def _skip_lone_levels(position: int, last: int) -> tuple[int, int]:
    """Climb to where the node is a right child: on a tree's ragged edge levels have no sibling."""
    while position and not position & 1:
        position, last = position >> 1, last >> 1
    return position, last


def _hashes(path: Sequence[bytes]) -> Sequence[bytes]:
    # A "hash" of another length could shift bytes between siblings and forge a node.
    if any(len(node) != HASH_SIZE for node in path):
        raise LedgerBroken("a proof holds something that is not a hash")
    return path


def _path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*_path(index, left), root_of(right)]
    return [*_path(index - split, right), root_of(left)]


def _subproof(old: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [root_of(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if old <= split:
        return [*_subproof(old, left, whole=whole), root_of(right)]
    return [*_subproof(old - split, right, whole=False), root_of(left)]


def _split(size: int) -> int:
    """Return the largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1
