"""The tree is the one of RFC 9162: published roots and proofs, every small tree, no forgery."""

from __future__ import annotations

from hashlib import sha256
from random import Random

import pytest

from ledger.errors import LedgerBroken, Malformed
from ledger.merkle import (
    Frontier,
    check_consistency,
    check_inclusion,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    root_of,
)

# The inputs and answers that Certificate Transparency's own tests have used since 2013.
PUBLISHED_LEAVES = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
]
PUBLISHED_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PUBLISHED_HASHES = [leaf_hash(leaf) for leaf in PUBLISHED_LEAVES]
LEAVES = [leaf_hash(bytes([number])) for number in range(128)]


@pytest.mark.parametrize("size", range(9))
def test_the_roots_are_those_published(size: int) -> None:
    assert root_of(PUBLISHED_HASHES[:size]).hex() == PUBLISHED_ROOTS[size]


def test_the_inclusion_proof_of_entry_5_of_8_is_the_one_published() -> None:
    assert [node.hex() for node in inclusion_proof(5, PUBLISHED_HASHES)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_the_consistency_proof_from_6_to_8_is_the_one_published() -> None:
    assert [node.hex() for node in consistency_proof(6, PUBLISHED_HASHES)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


def test_every_entry_of_every_log_up_to_120_can_be_proven() -> None:
    for size in range(1, 121):
        root = root_of(LEAVES[:size])
        for index in range(size):
            path = inclusion_proof(index, LEAVES[:size])
            check_inclusion(LEAVES[index], index, size, path, root)


def test_every_growth_up_to_120_can_be_proven() -> None:
    roots = [root_of(LEAVES[:size]) for size in range(121)]
    for new in range(1, 121):
        for old in range(1, new + 1):
            path = consistency_proof(old, LEAVES[:new])
            check_consistency(old, new, path, roots[old], roots[new])


def mutated(path: list[bytes]) -> list[list[bytes]]:
    """Every path with one bit turned, one hash gone, doubled or added."""
    other = sha256(b"other").digest()
    turned = [
        [*path[:n], bytes([path[n][0] ^ 1]) + path[n][1:], *path[n + 1 :]] for n in range(len(path))
    ]
    gone = [[*path[:n], *path[n + 1 :]] for n in range(len(path))]
    doubled = [[*path[:n], path[n], *path[n:]] for n in range(len(path))]
    return [*turned, *gone, *doubled, [*path, other], [other, *path], [*path, b""]]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 13, 33])
def test_no_altered_inclusion_proof_is_believed(size: int) -> None:
    leaves = LEAVES[:size]
    root = root_of(leaves)
    for index in range(size):
        path = inclusion_proof(index, leaves)
        for forged in mutated(path):
            with pytest.raises(LedgerBroken):
                check_inclusion(leaves[index], index, size, forged, root)
        wrong = [(index + 1, size), (index - 1, size), (index, 2 * size), (index + size, size)]
        for other_index, other_size in wrong:
            with pytest.raises(LedgerBroken):
                check_inclusion(leaves[index], other_index, other_size, path, root)
        with pytest.raises(LedgerBroken):
            check_inclusion(leaf_hash(b"never entered"), index, size, path, root)


@pytest.mark.parametrize(("old", "new"), [(1, 2), (3, 7), (4, 7), (6, 8), (8, 33), (7, 64)])
def test_no_altered_consistency_proof_is_believed(old: int, new: int) -> None:
    before, after = root_of(LEAVES[:old]), root_of(LEAVES[:new])
    path = consistency_proof(old, LEAVES[:new])
    for forged in mutated(path):
        with pytest.raises(LedgerBroken):
            check_consistency(old, new, forged, before, after)
    for wrong in [(old + 1, new), (old - 1, new), (old, old), (new, old), (old, 2 * new)]:
        with pytest.raises(LedgerBroken):
            check_consistency(*wrong, path, before, after)
    with pytest.raises(LedgerBroken):
        check_consistency(old, new, path, after, after)


def turned(path: list[bytes], chance: Random) -> list[bytes]:
    """Turn one bit of one hash."""
    at, bit = chance.randrange(len(path)), chance.randrange(256)
    node = bytearray(path[at])
    node[bit // 8] ^= 1 << bit % 8
    return [*path[:at], bytes(node), *path[at + 1 :]]


def test_of_3000_proofs_altered_by_chance_none_is_believed() -> None:
    chance = Random(6962)
    roots = [root_of(LEAVES[:size]) for size in range(121)]
    for _ in range(1500):
        size = chance.randrange(2, 121)
        index, old = chance.randrange(size), chance.randrange(1, size)
        path = inclusion_proof(index, LEAVES[:size])
        with pytest.raises(LedgerBroken):
            check_inclusion(LEAVES[index], index, size, turned(path, chance), roots[size])
        path = consistency_proof(old, LEAVES[:size])
        with pytest.raises(LedgerBroken):
            check_consistency(old, size, turned(path, chance), roots[old], roots[size])


def test_growth_from_an_empty_log_shows_nothing_and_is_refused() -> None:
    with pytest.raises(LedgerBroken):
        check_consistency(0, 4, [], root_of([]), root_of(LEAVES[:4]))
    with pytest.raises(Malformed):
        consistency_proof(0, LEAVES[:4])


def test_two_logs_of_one_size_agree_only_if_their_roots_do() -> None:
    check_consistency(4, 4, [], root_of(LEAVES[:4]), root_of(LEAVES[:4]))
    with pytest.raises(LedgerBroken):
        check_consistency(4, 4, [], root_of(LEAVES[:4]), root_of(LEAVES[1:5]))


def test_an_entry_that_is_not_there_has_no_proof() -> None:
    with pytest.raises(Malformed):
        inclusion_proof(4, LEAVES[:4])


@pytest.mark.parametrize("size", [0, 1, 7, 64])
def test_a_frontier_survives_storage(size: int) -> None:
    frontier = Frontier().extend(LEAVES[:size])
    assert Frontier.from_bytes(size, frontier.to_bytes()) == frontier


def test_a_frontier_that_does_not_fit_its_size_is_refused() -> None:
    with pytest.raises(LedgerBroken):
        Frontier.from_bytes(7, bytes(64))
