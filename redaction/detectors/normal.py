"""Text without case, accents and layout, and the way back to where each letter stood."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

import numpy as np

from recordkeeping.disclosure.findings import Span
from redaction.bounds import MARK, bounded
from redaction.detectors.encoded import Decoded, decoded
from redaction.lookalikes import PLAIN, as_latin, as_misread, is_unseen
from redaction.numbered import without_line_numbers

_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032", "'")
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_RAISED = frozenset("\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
"""Figures of footnotes: they touch a name or a number and are no part of it."""
_SPACE = 0x20
_AT_LINE_END = re.compile(
    r"(?<=[^\W\d_])[-\u2010-\u2014\u2212\u00ad\u00ac=\\][^\S\n]*\n[^\S\n]*(?:[>|][^\S\n]*)*(?=[^\W\d_])"
)
"""A hyphen of any kind, or the sign by which a program breaks a line that goes on."""
_TURNED = re.compile(r"(?<![^\W_])[^\W\d_A-Z][a-z\u00df-\u00ff'-]+[A-Z](?![^\W_])")
"""A word whose capital is its last letter: written from its end, as right-to-left writing is."""
_QUOTED = re.compile(r"(?<=\n)[^\S\n]*(?:[>|][^\S\n]*)+")
GAP = rf"(?!{MARK})[\W_]"
APART = rf"(?:{GAP}){{1,3}}"
"""What stands between letters that are written apart: a space, a point, a stroke, two of them."""
WORD = re.compile(rf"(?:[^\W_]{MARK}*)+")
CLUSTER = re.compile(rf"[^\W_]{MARK}*")
_SPACED_OUT = re.compile(rf"(?<![^\W_])[^\W\d_](?:{APART}[^\W\d_]){{2,}}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as matchers read it; `starts[i]` and `ends[i]` say where its letter i came from."""

    text: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    turned: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of this text stands in the original."""
        if self.turned:
            return self.starts[end - 1], self.ends[start]
        return self.starts[start], self.ends[end - 1]

    def backwards(self) -> Normal:
        """Return the same text read from its end."""
        return Normal(self.text[::-1], self.starts[::-1], self.ends[::-1], not self.turned)

    def bounded(self, start: int, end: int) -> bool:
        """Say whether a stretch begins and ends where words do."""
        return bounded(self.text, start, end)


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    if letter in _RAISED:
        return ""
    plain = _QUOTES.get(letter) or _DASHES.get(letter)
    if plain:
        return plain
    apart = unicodedata.normalize("NFKD", letter.casefold()).casefold()
    return "".join(c for c in apart.translate(PLAIN) if not is_unseen(c))


def views(text: str) -> Iterator[Normal]:
    """Yield a text in every way in which it may be read.

    Without and with the hyphens at its lines' ends; and those of its lines once more that hold
    letters of another alphabet that pose as Latin ones, figures that a scanner took for letters, or
    their own number before them, as in a transcript.
    Text that shows the codes of letters is read as it is meant, too, and words that are written
    from their end from there.
    """
    whole = normal(text)
    yield whole
    if _TURNED.search(text):
        yield whole.backwards()
    if _AT_LINE_END.search(text):
        yield normal(text, join_hyphens=False)
    latin = as_latin(text)
    # Whose keyboard has no sharp s takes the Greek letter that looks like it.
    sharp = (as_latin(text.replace("\u03b2", "\u00df")),) if "\u03b2" in text else ()
    for other in (latin, *as_misread(latin), *sharp, without_line_numbers(text)):
        for start, end in lines_that_differ(text, other):
            yield normal(other[start:end], at=start)
    if (meant := decoded(text)) is not None:
        yield _as_meant(meant)


def _as_meant(meant: Decoded) -> Normal:
    plain = normal(meant.text)
    return Normal(
        plain.text,
        [meant.at[start][0] for start in plain.starts],
        [meant.at[end - 1][1] for end in plain.ends],
    )


def lines_that_differ(one: str, other: str) -> Iterator[Span]:
    """Yield stretches of lines in which two texts of one length differ, and a line about each."""
    if one == other:
        return
    ends = list(accumulate(len(line) + 1 for line in one.split("\n")))
    for number, (line, right) in enumerate(zip(one.split("\n"), other.split("\n"), strict=True)):
        if line != right:
            yield (ends[number - 2] if number > 1 else 0), ends[min(number + 1, len(ends) - 1)]


def normal(text: str, *, join_hyphens: bool = True, at: int = 0) -> Normal:
    """Fold case and accents, unify quotes and dashes, join words parted at a line's end.

    `at` is where the text begins in the one that places are told of.
    """
    began = at
    parted = [found.span() for found in _AT_LINE_END.finditer(text)] if join_hyphens else []
    # The marks of a quoted line of e-mail stand inside names that run over its end.
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    if (whole := _normal_at_once(text, parted, quoted, began)) is not None:
        return whole
    hyphens = {at for span in parted for at in range(*span)}
    quotes = {at for span in quoted for at in range(*span)}
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, letter in enumerate(text):
        if at in hyphens:
            continue
        if letter.isspace() or at in quotes:
            if letters and letters[-1] == " ":
                ends[-1] = began + at + 1
                continue
            folded = " "
        else:
            folded = _folded(letter)
            if not folded and letters and unicodedata.combining(letter):
                ends[-1] = began + at + 1  # an accent is part of its letter
        for part in folded:
            letters.append(" " if part.isspace() else part)
            starts.append(began + at)
            ends.append(began + at + 1)
    return Normal("".join(letters), tuple(starts), tuple(ends))


def _normal_at_once(
    text: str, parted: Sequence[Span], quoted: Sequence[Span], began: int
) -> Normal | None:
    """Do what `normal` does for a text of which each letter becomes one letter, as nearly all do.

    None for any other.
    """
    into = {letter: " " if letter.isspace() else _folded(letter) for letter in set(text)}
    if any(len(new) != 1 or (new.isspace() and not old.isspace()) for old, new in into.items()):
        return None
    plain = text.translate({ord(old): new for old, new in into.items()})
    codes = np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), "<u4").copy()
    kept = np.ones(len(codes), bool)
    for start, end in quoted:
        codes[start:end] = _SPACE
    for start, end in parted:
        kept[start:end] = False
    at = np.flatnonzero(kept)
    white = codes[at] == _SPACE
    goes_on = np.zeros(len(at), bool)  # white space after white space
    goes_on[1:] = white[1:] & white[:-1]
    first = np.flatnonzero(~goes_on)
    last = np.append(first[1:], len(at)) - 1
    letters = codes[at[first]].tobytes().decode("utf-32-le", "surrogatepass")
    starts, ends = array("q"), array("q")
    starts.frombytes((began + at[first]).astype(np.int64).tobytes())
    ends.frombytes((began + at[last[: len(first)]] + 1).astype(np.int64).tobytes())
    return Normal(letters, starts, ends)


def folded(text: str) -> str:
    """Return a name or an address as matchers read it."""
    if text.isascii() and text.isalnum():
        return text.lower()
    if text.isascii() and text.isprintable() and "`" not in text:
        return " ".join(text.casefold().split())  # what the rest comes to, a hundred times faster
    if "\n" not in text:
        plain = "".join(" " if letter.isspace() else _folded(letter) for letter in text)
        if sum(map(str.isspace, plain)) == sum(map(str.isspace, text)):
            return " ".join(plain.split())
    return normal(text).text.strip()


def glued(page: Normal) -> list[Normal]:
    """Return the stretches written l i k e  t h i s, or l.i.k.e t.h.i.s, as letters alone."""
    out = []
    for found in _SPACED_OUT.finditer(page.text):
        at = [i for i in range(*found.span()) if page.text[i].isalnum()]
        out.append(
            Normal(
                "".join(page.text[i] for i in at),
                tuple(page.starts[i] for i in at),
                tuple(page.ends[i] for i in at),
            )
        )
    return out
