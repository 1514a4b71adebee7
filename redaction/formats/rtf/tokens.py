"""The signs of rich text (RTF 1.9.1): words, groups, bytes in code pages, and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

SYMBOL = "symbol"  # a font whose signs are no letters
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word
    rb"|\\'([0-9a-fA-F]{2})"
    rb"|\\([^a-zA-Z])"
    rb"|([{}])"
    rb"|[\r\n]+"
    rb"|([^\\{}\r\n]+)"
)
_FONT = re.compile(rb"\{\\f(\d{1,5})\b[^{};]{0,80}\\fcharset(\d{1,3})")
_CHARSETS = {0: "cp1252", 2: SYMBOL, 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab",
             134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
             177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
             238: "cp1250", 254: "cp437", 255: "cp437"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One sign: a control word, the brace of a group, a byte in hex, a symbol, or plain bytes."""

    word: str = ""
    number: int | None = None
    brace: str = ""
    code: int | None = None
    symbol: str = ""
    plain: bytes = field(default=b"", repr=False)
    binary: bytes = field(default=b"", repr=False)
    end: int = 0


def tokens(rtf: bytes) -> Iterator[Token]:
    """Yield the signs of rich text in order; bytes that `bin` announces are one sign."""
    at = 0
    while at < len(rtf):
        found = _TOKEN.match(rtf, at)
        if found is None:  # a lone backslash at the end
            return
        at = found.end()
        word, number, code, symbol, brace, plain = found.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin":
                size = max(0, value or 0)
                yield Token("bin", value, binary=rtf[at : at + size], end=min(at + size, len(rtf)))
                at += size
            else:
                yield Token(word.decode(), value, end=at)
        elif brace is not None:
            yield Token(brace=brace.decode(), end=at)
        elif code is not None:
            yield Token(code=int(code, 16), end=at)
        elif symbol is not None:
            yield Token(symbol=symbol.decode("latin-1"), end=at)
        elif plain is not None:
            yield Token(plain=plain, end=at)


def code_pages(rtf: bytes) -> tuple[str, dict[int, str]]:
    """Return the encoding of the whole, and of each font by its number."""
    start = rtf[:2000]
    page = re.search(rb"\\ansicpg(\d{1,5})", start)
    default = "cp1252"
    if page and page[1] != b"0":
        default = "utf-8" if page[1] == b"65001" else f"cp{page[1].decode()}"
    else:
        old = re.search(rb"\\(mac|pca|pc)\b", start)
        default = {b"mac": "mac-roman", b"pc": "cp437", b"pca": "cp850"}[old[1]] if old else default
    fonts = {
        int(number): _CHARSETS.get(int(charset), default)
        for number, charset in _FONT.findall(rtf[:400_000])
    }
    return default, fonts


def joined(letters: list[str]) -> str:
    """Return letters as one text; halves of a letter that were written one by one are made one."""
    return "".join(letters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
