"""Check a ledger's export, or the proof of one entry, with this file and Python alone.

    python -I -S verify.py log EXPORT.jsonl --key VKEY [--key VKEY]
    python -I -S verify.py proof FILE.tlog-proof --leaf LEAF.json --key VKEY [--key VKEY]

Exit codes: 0 it holds · 4 it does not · 2 it is malformed, or the arguments are wrong.

It needs no database, no network and no library, and shares no code with the software that wrote
the log: whoever doubts the one can read the other. Take VKEY from the council's own publication
or from a certificate, never from the export; compare size and root with any checkpoint you kept.
Formats: RFC 9162, RFC 8785, and signed-note, tlog-checkpoint, tlog-cosignature and tlog-proof of
c2sp.org. Signatures: RFC 8032 (Ed25519) and FIPS 204 (ML-DSA-44).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

HOLDS, MALFORMED, BROKEN = 0, 2, 4
MOST_BYTES = 1 << 16
ED25519, ML_DSA_44 = 0x01, 0x06


class Malformed(Exception):
    """The file or an argument does not have the form that it must have."""


class Broken(Exception):
    """The log, the proof or a signature does not hold."""


# --- RFC 9162: the tree -------------------------------------------------------------------------


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node above two others."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows by leaves and keeps only the roots of its perfect subtrees."""

    def __init__(self) -> None:
        self.size = 0
        self.peaks: list[bytes] = []

    def append(self, leaf: bytes) -> None:
        """Add one leaf."""
        node, size = leaf_hash(leaf), self.size
        while size & 1:
            node, size = node_hash(self.peaks.pop(), node), size >> 1
        self.peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        root = self.peaks[-1]
        for peak in self.peaks[-2::-1]:
            root = node_hash(peak, root)
        return root


def root_through(leaf: bytes, index: int, size: int, path: Iterable[bytes]) -> bytes:
    """Return the root that an inclusion proof leads to (RFC 9162 §2.1.3.2)."""
    if not 0 <= index < size:
        raise Broken(f"a log of {size} entries has no entry {index}")
    position, last, node = index, size - 1, leaf_hash(leaf)
    for sibling in path:
        if last == 0:
            raise Broken("the proof is too long for its log")
        if position & 1 or position == last:
            node = node_hash(sibling, node)
            while position and not position & 1:
                position, last = position >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        position, last = position >> 1, last >> 1
    if last != 0:
        raise Broken("the proof is too short for its log")
    return node


# --- c2sp.org: keys, notes, checkpoints ---------------------------------------------------------


class Key(NamedTuple):
    """A public key under its name."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """Return the four bytes that a signature line names its key by."""
        named = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return hashlib.sha256(named).digest()[:4]


class Checkpoint(NamedTuple):
    """How far the log had come when it was signed."""

    origin: str
    size: int
    root: bytes


def read_base64(text: str, length: int | None = None) -> bytes:
    """Read Base64 in its only spelling, of that many bytes."""
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raise Malformed("not Base64") from None
    if base64.b64encode(raw).decode() != text or length not in (None, len(raw)):
        raise Malformed("not Base64 in its only spelling, or of another length")
    return raw


def read_number(text: str) -> int:
    """Read a whole number without sign or leading zero."""
    if not (text.isascii() and text.isdigit() and len(text) < 19) or str(int(text)) != text:
        raise Malformed("not a whole number")
    return int(text)


def read_key(vkey: str) -> Key:
    """Read a key as it is published: name, id and key, joined by plus signs."""
    name, _, rest = vkey.partition("+")
    identity, _, encoded = rest.partition("+")
    raw = read_base64(encoded)
    key = Key(name, raw[0] if raw else 0, raw[1:])
    if {ED25519: 32, ML_DSA_44: 1312}.get(key.kind) != len(key.public):
        raise Malformed("a key is neither Ed25519 nor ML-DSA-44")
    if key.id.hex() != identity or not name:
        raise Malformed("a key's id does not fit; copy the whole line again")
    return key


def open_checkpoint(note: str, origin: str, keys: Iterable[Key]) -> Checkpoint:
    """Return a checkpoint of this log that every one of these keys has signed."""
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n") or any(c < " " and c != "\n" for c in note):
        raise Malformed("a checkpoint is a text, an empty line and signatures")
    checkpoint = read_checkpoint(text + "\n")
    signatures = [read_signature(line) for line in lines[:-1].split("\n")]
    if checkpoint.origin != origin:
        raise Broken("a checkpoint is of another log")
    for key in keys:
        mine = [body for name, id, body in signatures if (name, id) == (key.name, key.id)]
        if not mine or not all(has_signed(key, body, text + "\n", checkpoint) for body in mine):
            raise Broken(f"the checkpoint of size {checkpoint.size} is not signed by {key.name}")
    return checkpoint


def read_checkpoint(text: str) -> Checkpoint:
    """Read origin, size and root."""
    lines = text.split("\n")
    if len(lines) != 4 or not lines[0] or lines[3]:
        raise Malformed("a checkpoint's text is three lines")
    return Checkpoint(lines[0], read_number(lines[1]), read_base64(lines[2], 32))


def read_signature(line: str) -> tuple[str, bytes, bytes]:
    """Read a signature line: name, key id, signature."""
    dash, name, encoded, *rest = [*line.split(" "), "", "", ""]
    raw = read_base64(encoded)
    if dash != "\N{EM DASH}" or not name or "+" in name or any(rest) or len(raw) < 5:
        raise Malformed("a signature line is a dash, a name and Base64")
    return name, raw[:4], raw[4:]


def has_signed(key: Key, body: bytes, text: str, checkpoint: Checkpoint) -> bool:
    """Say whether the key made this signature."""
    if key.kind == ED25519:
        return ed25519_holds(key.public, text.encode(), body)
    names = [bytes([len(n)]) + n for n in (key.name.encode(), checkpoint.origin.encode())]
    span = bytes(8) + checkpoint.size.to_bytes(8, "big")
    stated = b"subtree/v1\n\0" + names[0] + body[:8] + names[1] + span + checkpoint.root
    return ml_dsa_44_holds(key.public, stated, body[8:])


# --- RFC 8032: Ed25519 --------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]  # extended coordinates: x = X/Z, y = Y/Z, T = XY/Z


def ed25519_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether an Ed25519 signature holds; sloppy encodings do not (RFC 8032 §5.1.7)."""
    if len(signature) != 64:
        return False
    key, commitment = decompress(public), decompress(signature[:32])
    response = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or response >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    left, right = times(response, BASE), add(commitment, times(challenge, key))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (
        left[1] * right[2] - right[1] * left[2]
    ) % P == 0


def decompress(encoded: bytes) -> Point | None:
    """Return the point of an encoding, or None."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(p: Point, q: Point) -> Point:
    """Return the sum of two points."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor: int, point: Point) -> Point:
    """Return the point added to itself that often."""
    total: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = add(total, point)
        point, factor = add(point, point), factor >> 1
    return total


_BASE_Y = 4 * pow(5, -1, P) % P
_BASE = decompress(_BASE_Y.to_bytes(32, "little"))
assert _BASE is not None  # noqa: S101 - a constant of RFC 8032
BASE: Point = _BASE


# --- FIPS 204: ML-DSA-44 ------------------------------------------------------------------------

Q, GAMMA_1, GAMMA_2, TAU, BETA, OMEGA, DROPPED, K, L = (
    *(8380417, 1 << 17, 95232, 39, 78, 80, 13),
    *(4, 4),
)
Poly = list[int]


def _zetas() -> list[int]:
    reversed_bits = [int(f"{n:08b}"[::-1], 2) for n in range(256)]
    return [pow(1753, power, Q) for power in reversed_bits]


ZETAS = _zetas()


def ml_dsa_44_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Say whether an ML-DSA-44 signature with an empty context holds (FIPS 204, algorithm 8)."""
    if len(signature) != 2420:
        return False
    challenge = signature[:32]
    z = [[GAMMA_1 - v for v in unpack(signature, 18, 32 + 576 * i, 576)] for i in range(L)]
    hints = read_hints(signature[32 + 576 * L :])
    if hints is None or any(abs(v) >= GAMMA_1 - BETA for poly in z for v in poly):
        return False
    digest = hashlib.shake_256(hashlib.shake_256(public).digest(64) + b"\0\0" + message).digest(64)
    c, z = ntt(sample_in_ball(challenge)), [ntt(poly) for poly in z]
    packed = b""
    for i in range(K):
        t1 = ntt([v << DROPPED for v in unpack(public, 10, 32 + 320 * i, 320)])
        row = [sample_ntt(public[:32] + bytes([j, i])) for j in range(L)]
        w = [sum(row[j][n] * z[j][n] for j in range(L)) - c[n] * t1[n] for n in range(256)]
        high = [use_hint(v, n in hints[i]) for n, v in enumerate(inverse_ntt(w))]
        packed += sum(v << 6 * n for n, v in enumerate(high)).to_bytes(192, "little")
    return hashlib.shake_256(digest + packed).digest(32) == challenge


def unpack(raw: bytes, bits: int, start: int, length: int) -> Poly:
    """Read 256 numbers of so many bits each."""
    packed, mask = int.from_bytes(raw[start : start + length], "little"), (1 << bits) - 1
    return [packed >> bits * n & mask for n in range(256)]


def read_hints(raw: bytes) -> list[set[int]] | None:
    """Return the hinted places of each polynomial; None unless in their only spelling."""
    hints, start = [], 0
    for i in range(K):
        end = raw[OMEGA + i]
        places = list(raw[start:end])
        if not start <= end <= OMEGA or places != sorted(set(places)):
            return None
        hints.append(set(places))
        start = end
    return None if any(raw[start:OMEGA]) else hints


def sample_in_ball(seed: bytes) -> Poly:
    """Return the challenge: 39 coefficients of one or minus one (algorithm 29)."""
    stream = hashlib.shake_256(seed).digest(1024)
    signs, position, c = int.from_bytes(stream[:8], "little"), 8, [0] * 256
    for i in range(256 - TAU, 256):
        while stream[position] > i:
            position += 1
        c[i], c[stream[position]] = c[stream[position]], 1 - 2 * (signs & 1)
        signs, position = signs >> 1, position + 1
    return c


def sample_ntt(seed: bytes) -> Poly:
    """Return one polynomial of the public matrix (algorithm 30)."""
    stream = hashlib.shake_128(seed).digest(1680)
    found = (int.from_bytes(stream[n : n + 3], "little") & 0x7FFFFF for n in range(0, 1680, 3))
    return [v for v in found if v < Q][:256]


def ntt(poly: Poly) -> Poly:
    """Return the number-theoretic transform (algorithm 41)."""
    w, m, length = list(poly), 0, 128
    while length:
        for start in range(0, 256, 2 * length):
            m += 1
            for j in range(start, start + length):
                t = ZETAS[m] * w[j + length] % Q
                w[j + length], w[j] = (w[j] - t) % Q, (w[j] + t) % Q
        length >>= 1
    return w


def inverse_ntt(poly: Poly) -> Poly:
    """Return what has this transform (algorithm 42)."""
    w, m, length = list(poly), 256, 1
    while length < 256:
        for start in range(0, 256, 2 * length):
            m -= 1
            for j in range(start, start + length):
                t = w[j]
                w[j], w[j + length] = (t + w[j + length]) % Q, -ZETAS[m] * (t - w[j + length]) % Q
        length <<= 1
    return [v * 8347681 % Q for v in w]


def use_hint(value: int, hinted: bool) -> int:
    """Return the high bits of a value, corrected by its hint (algorithms 36 and 40)."""
    low = value % (2 * GAMMA_2)
    low -= 2 * GAMMA_2 if low > GAMMA_2 else 0
    high, low = (0, low - 1) if value - low == Q - 1 else ((value - low) // (2 * GAMMA_2), low)
    return (high + (1 if low > 0 else -1)) % 44 if hinted else high


# --- The two files ------------------------------------------------------------------------------


def read_canonical(encoded: bytes) -> dict[str, object]:
    """Read a flat JSON document; refuse bytes that are not its canonical form (RFC 8785)."""
    try:
        document = json.loads(encoded.decode())
        again = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        same = again.encode() == encoded
    except (ValueError, RecursionError):
        raise Malformed("not JSON in UTF-8") from None
    if not same or not isinstance(document, dict) or len(encoded) > MOST_BYTES:
        raise Malformed("not a canonical JSON document")
    for name, value in document.items():
        whole = type(value) is int and abs(value) < 1 << 53
        if not (name.isascii() and (whole or type(value) is str)):
            raise Malformed("a document holds something other than text and whole numbers")
    return document


def lines_of(path: str) -> Iterator[dict[str, object]]:
    """Yield the documents of a file of JSON lines."""
    with open(path, "rb") as file:  # noqa: PTH123 - this file needs nothing but the path
        while line := file.readline(MOST_BYTES + 2):
            if not line.endswith(b"\n"):
                raise Malformed("the file ends in the middle of a line")
            yield read_canonical(line[:-1])


def check_log(path: str, keys: Sequence[Key]) -> str:
    """Return one sentence if the export holds from its first byte to its last."""
    lines = lines_of(path)
    header = next(lines, {})
    names = [f"key_{number}" for number in range(1, len(header) - 1)]
    expected = {"format", "origin", *names}
    if header.get("format") != "muniment-ledger-1" or header.keys() != expected:
        raise Malformed("the file is no export of a ledger")
    origin, named = str(header["origin"]), [read_key(str(header[name])) for name in names]
    tree, checkpoints, signed = Tree(), 0, -1
    for line in lines:
        if line.keys() == {"index", "leaf"}:
            if line["index"] != tree.size:
                raise Broken(f"entry {tree.size} is missing, or out of its place")
            leaf = read_base64(str(line["leaf"]))
            read_canonical(leaf)
            tree.append(leaf)
        elif line.keys() == {"checkpoint"}:
            note = str(line["checkpoint"])
            text, _, _ = note.rpartition("\n\n")
            # Hashes before signatures: they are cheaper, and say which entries are meant.
            if read_checkpoint(text + "\n")[1:] != (tree.size, tree.root()):
                raise Broken(f"the first {tree.size} entries are not those that were signed")
            open_checkpoint(note, origin, dict.fromkeys([*keys, *named]))
            checkpoints, signed = checkpoints + 1, tree.size
        else:
            raise Malformed("a line is neither an entry nor a checkpoint")
    if signed != tree.size:
        raise Broken("no checkpoint covers the last entries")
    root = base64.b64encode(tree.root()).decode()
    return f"holds: {tree.size} entries, {checkpoints} checkpoints, root {root}"


def check_proof(path: str, leaf_path: str, keys: Sequence[Key]) -> str:
    """Return one sentence if the leaf stands in the signed log where the proof says."""
    with open(path, "rb") as file, open(leaf_path, "rb") as leaf_file:  # noqa: PTH123
        untrusted, leaf = file.read(MOST_BYTES), leaf_file.read(MOST_BYTES + 1)
    read_canonical(leaf)
    try:
        head, _, note = untrusted.decode().partition("\n\n")
    except ValueError:
        raise Malformed("the proof is not text in UTF-8") from None
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1" or lines[1:2] == [] or lines[1][:6] != "index ":
        raise Malformed("the file is no proof")
    index, path_up = read_number(lines[1][6:]), [read_base64(line, 32) for line in lines[2:]]
    checkpoint = open_checkpoint(note, keys[0].name, keys)
    if root_through(leaf, index, checkpoint.size, path_up) != checkpoint.root:
        raise Broken("the leaf does not stand there under the signed root")
    root = base64.b64encode(checkpoint.root).decode()
    return f"holds: entry {index} of {checkpoint.size}, root {root}"


def main(words: Sequence[str] | None = None) -> int:
    """Check what the command line names; print one sentence, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    kinds = parser.add_subparsers(dest="kind", required=True)
    log, proof = kinds.add_parser("log"), kinds.add_parser("proof")
    proof.add_argument("--leaf", required=True)
    for sub in (log, proof):
        sub.add_argument("file")
        sub.add_argument("--key", action="append", required=True, metavar="VKEY")
    args = parser.parse_args(words)

    def check() -> str:
        keys = [read_key(vkey) for vkey in args.key]
        if args.kind == "log":
            return check_log(args.file, keys)
        return check_proof(args.file, args.leaf, keys)

    return told(check)


def told(check: Callable[[], str]) -> int:
    """Run a check, print its sentence, and return its exit code."""
    try:
        sentence, code = check(), HOLDS
    except Broken as why:
        sentence, code = f"BROKEN: {why}", BROKEN
    except (Malformed, OSError) as why:
        sentence, code = f"malformed: {why}", MALFORMED
    (sys.stdout if code == HOLDS else sys.stderr).write(f"{sentence}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
