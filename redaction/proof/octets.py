"""The file as it lies on disk: what is outside its objects, and every stream unpacked.

Nothing is believed: streams are found by their keyword alone, in objects that nothing leads to
too, and unpacked by trying. What is text is read as Latin-1, UTF-8 and UTF-16, with strings
unescaped and joined, hexadecimal and base 64 undone. In what is none (pictures, font programs) only
terms of six letters or more are looked for, and those in its runs of printable letters.
"""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import a85decode, b64decode
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from pypdf.errors import PyPdfError
from pypdf.filters import LZWDecode, RunLengthDecode

from recordkeeping.vocabulary.errors import Refused
from redaction.proof.grammar import without_grammar
from redaction.proof.needles import LEAST_IN_BINARY, Needle, at_least, found, ran_together

_MOST_UNPACKED = 512 * 2**20
_DEEPEST = 6
_LEAST = 2  # letters: one alone stands in every file
_LEAST_HEX = 4  # letters: long numbers are hexadecimal too
_LEAST_BASE64 = 8  # letters: fewer leave too few that are the same however they are aligned
_BEGINNING = re.compile(rb"stream\r?\n?")
_HEADING_LINES = re.compile(rb"\A%PDF-\d\.\d\r?\n%[\x80-\xff]{4}(?=\r?\n)")
_HEADING = 2048  # octets before the keyword in which a stream's own words stand
_LITERAL = re.compile(r"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)
_ARRAY = re.compile(r"\[((?:[^\[\]()\\]|\((?:[^()\\]|\\.)*\))*)\]", re.DOTALL)
_ESCAPED = re.compile(r"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "\n": "", "\r": "", "\r\n": ""}
_HEX = re.compile(r"(?<![0-9A-Fa-f<])(?:[0-9A-Fa-f]{2}[\s]?){4,}(?![0-9A-Fa-f])")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{11,}={0,2}")
_NUMBER = re.compile(r"[0-9A-F]+|[0-9a-f]+|[0-9.-]+")
_UNPRINTED = bytes([*range(9), *range(14, 32), *range(127, 256)])
_FOLDED = re.compile(r"(?<=[A-Za-z0-9+/]{40})\r?\n(?=[A-Za-z0-9+/])")
_IN_NAME = re.compile(r"#([0-9A-Fa-f]{2})")
_MEANINGS = re.compile(r"(?<=beginbfchar\n)(?:<[0-9A-F]+> <(?:[0-9A-F]{4})*>\n)+(?=endbfchar)")
_MEANING = re.compile(r"<([0-9A-F]+)> <([0-9A-F]*)>")
_SHOWN = re.compile(rb"<([0-9A-F]*)>")
_BRACKETS = bytes.maketrans(b"[]", b"  ")
_INSTRUCTION = re.compile(
    rb"-?\d{1,10}(?:\.\d{1,6})?|/(?:[FIGC]\d{1,9}e?|Kept|Device(?:Gray|RGB|CMYK))"
    rb"|BT|ET|TJ|Tj|T[fcwzsrm]|Do|cm|gs|cs|CS|sc|SC|scn|SCN|rg|RG|re|ri|[qQwJjMdigGkKmlcvyhnSsF]"
    rb"|W\*?|[fBb]\*?|/Span|<</ActualText|>>|BDC|EMC"
    rb"|%"  # a comment sign alone parts what stays from a box
)
_MOST_AT_ONCE = 2**17
_TYPEFACE = re.compile(r"/\S+(?=\s+[\d.]+\s+Tf\b)|\b[A-Z]{6}\+[\w-]+|\bTimesNewRoman[\w-]*")
_TAG_NAME = re.compile(r"</?[A-Za-z][\w:.-]*|(?<=\s)[A-Za-z][\w:.-]*(?=\s*=\s*[\"'])")
_APART = "\n####\n"  # no term goes on beyond it; of unseen characters readers take no notice
_PRINTED = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
_PRINTED_WIDE = re.compile(rb"(?:\x00[\x20-\x7e]){6,}|(?:[\x20-\x7e]\x00){6,}")


def in_octets(content: bytes, needles: Sequence[Needle], *, binary: bool) -> Iterator[int]:
    """Yield the numbers of the terms that stand in a file. `binary`: in what is no text too."""
    needles = at_least(_LEAST, needles)
    streams = list(_streams(content))
    edges = [0, *(edge for stream in streams for edge in (stream.start, stream.end)), len(content)]
    outside = b"\n\n".join(
        content[begin:end] for begin, end in zip(edges[::2], edges[1::2], strict=True)
    )
    numbers = set(in_text(_HEADING_LINES.sub(b"", outside, count=1), needles))
    shown = _Shown(needles)
    budget = _MOST_UNPACKED
    seen: set[bytes] = set()
    for stream in streams:
        heading = content[max(0, stream.start - _HEADING) : stream.start].rpartition(b"obj")[2]
        for part in _unpacked(content[stream.first : stream.stop], heading, budget, 0):
            budget -= len(part)
            if budget <= 0:
                raise Refused("the PDF unfolds into something too large; print it to a new PDF")
            if (digest := sha256(part).digest()) in seen:
                continue
            seen.add(digest)
            strings = _all_it_says(part)
            if strings is None:
                numbers.update(in_part(part, needles, binary=binary))
            else:
                numbers.update(shown.add(strings))
    numbers.update(shown.looked_through())
    yield from sorted(numbers)


class _Stream(NamedTuple):
    """Where a stream begins with its keyword, where its data begin and end, and where it ends."""

    start: int
    first: int
    stop: int
    end: int


def _streams(content: bytes) -> Iterator[_Stream]:
    """Yield streams by their keyword, as far as the next end of a stream or of an object."""
    at, of_stream, of_object = 0, -1, -1
    while keyword := _BEGINNING.search(content, at):
        first = keyword.end()
        # None of either is looked for twice: a file may have neither.
        if of_stream < first:
            of_stream = _next(b"endstream", content, first)
        if of_object < first:
            of_object = _next(b"endobj", content, first)
        if of_object < of_stream:
            stop, at = of_object, of_object + len(b"endobj")
        else:
            stop, at = of_stream, min(of_stream + len(b"endstream"), len(content))
            for line_end in (b"\n", b"\r") if of_stream < len(content) else ():
                if stop > first and content[stop - 1 : stop] == line_end:
                    stop -= 1
        yield _Stream(keyword.start(), first, stop, at)


def _next(word: bytes, content: bytes, start: int) -> int:
    at = content.find(word, start)
    return len(content) if at < 0 else at


class _Shown:
    """Strings that instructions show, looked through together, a few pages of them at once."""

    def __init__(self, needles: Sequence[Needle]) -> None:
        self.needles, self.said, self.letters = needles, list[str](), 0
        self.shortest = min((len(needle.key) for needle in needles if needle.key), default=0)

    def add(self, strings: Sequence[str]) -> list[int]:
        """Take the strings of a stream; return the terms found when it is time to look."""
        joined = "\n".join(strings)  # terms go on over it; everyday words that end lines do not
        self.said += [joined, *(said for said in strings if len(said) >= self.shortest)]
        self.letters += len(joined)
        return self.looked_through() if self.letters > _MOST_AT_ONCE else []

    def looked_through(self) -> list[int]:
        """Return the numbers of the terms in what was taken since the last time."""
        numbers = list(found(_APART.join(self.said), self.needles, runs=True))
        self.said, self.letters = [], 0
        return numbers


def _all_it_says(part: bytes) -> list[str] | None:
    """Return the strings of a stream that is instructions and numbers and hexadecimal strings.

    None where it holds anything else: then it has to be read in every way there is. Most of a
    released file is of this kind, and has nowhere else to say a word.
    """
    rest = _SHOWN.sub(b" ", part).translate(_BRACKETS)
    if not all(_INSTRUCTION.fullmatch(word) for word in set(rest.split())):
        return None
    # What one instruction shows is one string, whatever steps are in it.
    return [
        "".join(_shown(digits) for digits in _SHOWN.findall(shown)) for shown in part.split(b"TJ")
    ]


@lru_cache(maxsize=1 << 14)
def _shown(digits: bytes) -> str:
    return _from_hex(digits.decode())  # where letters are set one by one they come again and again


def in_part(part: bytes, needles: Sequence[Needle], *, binary: bool) -> Iterator[int]:
    """Yield the numbers of the terms that stand in one unpacked stream."""
    if _is_text(part):
        yield from in_text(part, needles)
    elif binary:
        yield from _in_binary(part, needles)


def _unpacked(stream: bytes, heading: bytes, budget: int, depth: int) -> Iterator[bytes]:
    """Yield a stream unpacked as far as it goes, and what is left over at each step."""
    inner, rest = _one_step(stream, heading, budget)
    if inner is None or depth == _DEEPEST:
        yield stream
        return
    if rest.strip():
        yield rest
    heading = heading.replace(b"LZW", b"", 1).replace(b"/R", b"", 1)  # each filter works once
    yield from _unpacked(inner, heading, budget, depth + 1)


def _one_step(stream: bytes, heading: bytes, budget: int) -> tuple[bytes | None, bytes]:
    solid = stream.strip()
    unpacker = zlib.decompressobj()
    try:
        if unpacked := unpacker.decompress(stream, budget):
            return unpacked, unpacker.unused_data
    except zlib.error:
        if saved := _as_far_as_it_goes(stream, budget):
            return saved, b""
    try:
        if solid.endswith(b"~>"):
            return a85decode(solid[:-2].removeprefix(b"<~")), b""
        if solid.endswith(b">") and re.fullmatch(rb"[0-9A-Fa-f\s]+>", solid):
            digits = b"".join(solid[:-1].split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), b""
        if b"LZW" in heading:
            return LZWDecode.decode(stream), b""
        if b"/RunLengthDecode" in heading or b"/RL" in heading:
            return RunLengthDecode.decode(stream), b""
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, PyPdfError):
        pass  # it only looked like that: what it is now is looked at as it is
    return None, b""


def _as_far_as_it_goes(stream: bytes, budget: int) -> bytes:
    """Return what can be unpacked of a damaged stream, by small steps."""
    if stream[:1] not in (b"x", b"h", b"8", b"H", b"X"):
        return b""
    unpacker, out = zlib.decompressobj(-15), bytearray()  # bare: sums that are wrong are not asked
    for at in range(2, min(len(stream), 2**24), 64):
        before = unpacker.copy()
        try:
            out += unpacker.decompress(stream[at : at + 64], budget)
        except zlib.error:
            with suppress(zlib.error):
                for one in range(at, at + 64):
                    out += before.decompress(stream[one : one + 1], budget)
            break
    return bytes(out)


def _is_text(stream: bytes) -> bool:
    """Say whether a stream may be text: Latin letters, or those in UTF-16, each beside a zero.

    White paper is zeros throughout; the greys between them spell any two letters that one likes.
    """
    sample = stream[:4096]
    odd = len(sample) - len(sample.translate(None, _UNPRINTED))
    if odd * 4 < len(sample):
        return True
    fewer, more = sorted(half.count(0) for half in (sample[0::2], sample[1::2]))
    return more * 3 > len(sample) and fewer * 6 < len(sample)


def in_text(part: bytes, needles: Sequence[Needle]) -> Iterator[int]:
    """Yield the numbers of the terms that stand in text, however it is written down."""
    text = part.decode("latin-1")
    yield from _in_meanings(text, needles)
    text = _MEANINGS.sub("\n\n", text)
    shown = [_literal(m[1]) if m[2] is None else _from_hex(m[2]) for m in _LITERAL.finditer(text)]
    # One word may be drawn in many pieces: terms go on over the ends of lines.
    ways = ["\n".join(shown), *shown, *_in_arrays(text), without_grammar(text)]
    ways += [without_grammar(other) for other in _written_otherwise(text)]
    if not part.isascii():
        ways.append(without_grammar(part.decode("utf-8", "replace")))
    if b"\0" in part:
        for start in (0, 1):
            ways.append(part[start:].decode("utf-16-be", "replace"))
            ways.append(part[start:].decode("utf-16-le", "replace"))
    yield from found("\n\n".join(ways), needles)
    yield from ran_together("\n\n".join(_speech(text, shown)), needles)
    from_hex = "\n\n".join(_from_hex(m[0]) for m in _HEX.finditer(text))
    yield from found(from_hex, at_least(_LEAST_HEX, needles))
    if any(len(needle.solid) >= _LEAST_BASE64 for needle in needles):
        yield from found("\n\n".join(_from_base64(text)), at_least(_LEAST_BASE64, needles))


def _speech(text: str, shown: Sequence[str]) -> Iterator[str]:
    """Yield the strings of a text, and of one in XML what stands between its tags and in quotes.

    Not its names, which are runs of words by their nature: /TimesNewRoman, <pdf:MarkInfo>.
    """
    yield _TAG_NAME.sub(" ", _TYPEFACE.sub(" ", "\n".join(shown)))
    yield from _in_arrays(text)
    if text.lstrip("\xef\xbb\xbf \t\r\n").startswith("<"):
        for said in (text.encode("latin-1").decode("utf-8", "replace"), unescape(text)):
            yield _TAG_NAME.sub(" ", said)


def _in_meanings(text: str, needles: Sequence[Needle]) -> Iterator[int]:
    """Yield the terms in what the codes of a font mean: in one code's, in all, in the codes.

    They are nearly all single letters: with codes or line ends between them any two are initials.
    """
    if not (
        pairs := [pair for block in _MEANINGS.findall(text) for pair in _MEANING.findall(block)]
    ):
        return
    meanings = [bytes.fromhex(one).decode("utf-16-be", "replace") for _, one in pairs]
    yield from found(_APART.join(("".join(meanings), *meanings)), needles)
    codes = _from_hex("".join(code for code, _ in pairs))
    yield from found(codes, at_least(_LEAST_HEX, needles))


def _in_arrays(text: str) -> Iterator[str]:
    """Yield what each array of strings says: one instruction shows it, with steps in between."""
    for array in _ARRAY.finditer(text):
        strings = list(_LITERAL.finditer(array[1]))
        if len(strings) > 1:
            yield "".join(_literal(m[1]) if m[2] is None else _from_hex(m[2]) for m in strings)


def _written_otherwise(text: str) -> Iterator[str]:
    """Yield a text with the escapes of names, of XML and of addresses undone, if it has any."""
    if "#" in text:
        yield _IN_NAME.sub(lambda escape: chr(int(escape[1], 16)), text)
    if "&" in text:
        yield unescape(text)
    if "%" in text:
        yield unquote(text)


def _from_base64(text: str) -> Iterator[str]:
    for run in _BASE64.finditer(_FOLDED.sub("", text)):
        if _NUMBER.fullmatch(run[0]):
            continue
        digits = run[0].rstrip("=").replace("-", "+").replace("_", "/")
        for start in range(4):
            whole = digits[start:][: (len(digits) - start) // 4 * 4]
            octets = b64decode(whole) + _end_of(digits[start + len(whole) :])
            yield octets.decode("latin-1")
            yield octets.decode("utf-8", "ignore")
            if b"\0" in octets:
                yield octets.decode("utf-16-le", "ignore")
                yield octets.decode("utf-16-be", "ignore")


def _end_of(digits: str) -> bytes:
    if len(digits) < 2:
        return b""
    try:
        return b64decode(digits + "=" * (4 - len(digits)))
    except binascii.Error:
        return b""


def _literal(inside: str) -> str:
    if "\\" in inside:
        inside = _ESCAPED.sub(_unescaped, inside)
    if inside.startswith(("\xfe\xff", "\xff\xfe")):
        return inside.encode("latin-1").decode("utf-16", "replace")
    return inside


def _unescaped(escape: re.Match[str]) -> str:
    what = escape[1]
    return chr(int(what, 8) & 255) if what[0] in "01234567" else _ESCAPES.get(what, what)


def _from_hex(digits: str) -> str:
    solid = "".join(digits.split())
    octets = bytes.fromhex(solid if len(solid) % 2 == 0 else solid + "0")
    wide = octets.startswith(b"\xfe\xff") or octets[0::2].count(0) * 2 > len(octets) - 2 > 0
    if octets.startswith(b"\xff\xfe"):
        return octets[2:].decode("utf-16-le", "replace")
    return octets.removeprefix(b"\xfe\xff").decode("utf-16-be" if wide else "latin-1", "replace")


def _in_binary(part: bytes, needles: Sequence[Needle]) -> Iterator[int]:
    long = at_least(LEAST_IN_BINARY, needles)
    folded = part.lower()
    for number, needle in enumerate(long):
        if any(octets in folded for octets in needle.octets):
            yield number
    printed = [run.decode("latin-1") for run in _PRINTED.findall(part)]
    printed += [run.replace(b"\0", b"").decode("latin-1") for run in _PRINTED_WIDE.findall(part)]
    yield from found("\n\n".join(printed), long)
