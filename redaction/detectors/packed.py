r"""Text that is packed into letters or figures, and where each letter of it stands.

A message saved as it was sent holds its body in base 64 (RFC 4648, sections 4 and 5), a web page
its pictures and texts, a log the octets of a text as figures (section 8). Whoever has the page
unpacks it. What is unpacked may itself be UTF-16.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence

_ENDS = r"[^\S\n]*\n[\s>|]*"
_BASE64 = re.compile(
    rf"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{{16,}}(?:{_ENDS}[A-Za-z0-9+/_-]+(?==*[^\S\n]*(?:\n|\Z)))*"
)
_MARK = r"(?:0x|\\x)"
_FIGURES = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_MARK}?[0-9A-Fa-f]\s?[0-9A-Fa-f][\s:,-]{{0,2}}){{6,}}[0-9A-Fa-f]?(?![A-Za-z])"
)
_LETTER = re.compile(r"[A-Za-z0-9+/_-]")
_FIGURE = re.compile(r"[1-9A-Fa-f]|0(?!x)")
_WORD = re.compile("[A-Za-z]{3}")
_STANDARD = str.maketrans("-_", "+/")
_BITS_OF_LETTER, _BITS_OF_FIGURE = 6, 4
Said = tuple[str, tuple[int, int]]


def unpacked(text: str) -> Iterator[list[Said]]:
    """Yield what packed text says: each letter, with the span of the code that it came from."""
    for run in _BASE64.finditer(text):
        places = [run.start() + one.start() for one in _LETTER.finditer(run[0])]
        if said := _best(text, places, 4, _BITS_OF_LETTER):
            yield said
    for run in _FIGURES.finditer(text):
        places = [run.start() + one.start() for one in _FIGURE.finditer(run[0])]
        if said := _best(text, places, 2, _BITS_OF_FIGURE):
            yield said


def _best(text: str, places: Sequence[int], starts: int, bits: int) -> list[Said]:
    """Return what is said if the code begins where most of it can be printed."""
    tried = [_said(text, places[first:], bits) for first in range(starts)]
    return max(tried, key=lambda said: sum(letter.isalnum() for letter, _ in said))


def _said(text: str, places: Sequence[int], bits: int) -> list[Said]:
    code = "".join(text[at] for at in places)
    octets = _octets(code, bits)
    said: list[Said] = []
    for letter, first, last in _letters(octets):
        start, end = first * 8 // bits, -(-last * 8 // bits)
        said.append((letter, (places[start], places[min(end, len(places)) - 1] + 1)))
    return said if _WORD.search("".join(letter for letter, _ in said)) else []


def _octets(code: str, bits: int) -> bytes:
    if bits == _BITS_OF_FIGURE:
        return bytes.fromhex(code[: len(code) // 2 * 2])
    whole = code[: len(code) - (len(code) % 4 == 1)].translate(_STANDARD)
    return base64.b64decode(whole + "=" * (-len(whole) % 4))


def _letters(octets: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield each letter with the octets that it takes; what cannot be printed is a space."""
    for coding, width in (("utf-16-le", 2), ("utf-16-be", 2)):
        empty = octets[1::2] if coding == "utf-16-le" else octets[::2]
        if empty.count(0) > len(octets) // 3:
            for at in range(0, len(octets) - 1, width):
                yield _printed(octets[at : at + width].decode(coding, "replace")), at, at + width
            return
    try:
        words = octets.decode()
    except UnicodeDecodeError:
        words = octets.decode("latin-1")
        for at, letter in enumerate(words):
            yield _printed(letter if letter.isascii() else " "), at, at + 1
        return
    at = 0
    for letter in words:
        size = len(letter.encode())
        yield _printed(letter), at, at + size
        at += size


def _printed(letter: str) -> str:
    return letter if letter.isprintable() else " "
