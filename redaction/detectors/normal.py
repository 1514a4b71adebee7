"""Text without case, accents and layout, and the way back to where each letter stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from recordkeeping.disclosure.findings import Span

_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032", "'")
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_LETTERS = {"\u0142": "l", "\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0111": "d"}
_AT_LINE_END = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][^\S\n]*\n[^\S\n]*(?=[^\W\d_])")
_QUOTED = re.compile(r"(?<=\n)[^\S\n]*(?:[>|][^\S\n]*)+")
_SPACED_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?: {1,2}[^\W\d_]){2,}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as matchers read it; `starts[i]` and `ends[i]` say where its letter i came from."""

    text: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of this text stands in the original."""
        return self.starts[start], self.ends[end - 1]

    def bounded(self, start: int, end: int) -> bool:
        """Say whether a stretch begins and ends where words do."""
        inside_before = start > 0 and self.text[start - 1].isalnum() and self.text[start].isalnum()
        inside_after = (
            end < len(self.text) and self.text[end].isalnum() and self.text[end - 1].isalnum()
        )
        return not inside_before and not inside_after


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    if unicodedata.category(letter) == "Cf":
        return ""
    plain = _QUOTES.get(letter) or _DASHES.get(letter)
    if plain:
        return plain
    apart = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(_LETTERS.get(c, c) for c in apart if not unicodedata.combining(c))


def normal(text: str, *, join_hyphens: bool = True) -> Normal:
    """Fold case and accents, unify quotes and dashes, join words parted at a line's end."""
    parted = _AT_LINE_END.finditer(text) if join_hyphens else ()
    hyphens = {at for found in parted for at in range(*found.span())}
    # The marks of a quoted line of e-mail stand inside names that run over its end.
    quotes = {at for found in _QUOTED.finditer(text) for at in range(*found.span())}
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, letter in enumerate(text):
        if at in hyphens:
            continue
        if letter.isspace() or at in quotes:
            if letters and letters[-1] == " ":
                ends[-1] = at + 1
                continue
            folded = " "
        else:
            folded = _folded(letter)
        for part in folded:
            letters.append(" " if part.isspace() else part)
            starts.append(at)
            ends.append(at + 1)
    return Normal("".join(letters), tuple(starts), tuple(ends))


def folded(text: str) -> str:
    """Return a name or an address as matchers read it."""
    return normal(text).text.strip()


def glued(page: Normal) -> list[Normal]:
    """Return the stretches written l i k e  t h i s, each without its spaces."""
    out = []
    for found in _SPACED_OUT.finditer(page.text):
        at = [i for i in range(*found.span()) if page.text[i] != " "]
        out.append(
            Normal(
                "".join(page.text[i] for i in at),
                tuple(page.starts[i] for i in at),
                tuple(page.ends[i] for i in at),
            )
        )
    return out
