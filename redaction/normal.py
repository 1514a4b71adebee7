"""Text made comparable, with the way back: every letter knows where it stood."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Span

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛`´ʼ"), "'")
_PLAIN = {**_DASHES, **_QUOTES, ord("ł"): "l", ord("ß"): "ss", ord("ø"): "o", ord("đ"): "d"}


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text in lower case, without accents, soft hyphens and doubled spaces.

    `places[n]` is where letter n stood in the original; a word broken by a hyphen at a line's end
    is joined. `written[n]` is whether it was written as a capital.
    """

    text: str = field(repr=False)
    places: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Return the span in the original of letters `[start, end)`."""
        return self.places[start], self.places[end - 1] + 1


def normal(text: str) -> NormalText:
    """Return the comparable form of a text."""
    letters: list[str] = []
    places: list[int] = []
    index, size = 0, len(text)
    while index < size:
        letter = text[index]
        if (
            letter == "-"
            and (after := _line_end(text, index))
            and letters
            and letters[-1].isalpha()
        ):
            index = after
            continue
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(index)
            index += 1
            continue
        for plain in _plain(letter):
            letters.append(plain)
            places.append(index)
        index += 1
    return NormalText("".join(letters), tuple(places))


def _line_end(text: str, hyphen: int) -> int:
    """Return where the word goes on after a hyphen at a line's end, or 0."""
    index = hyphen + 1
    while index < len(text) and text[index] in " \t\r":
        index += 1
    if index >= len(text) or text[index] != "\n":
        return 0
    while index < len(text) and text[index].isspace():
        index += 1
    return index if index < len(text) and text[index].islower() else 0


def _plain(letter: str) -> str:
    if unicodedata.category(letter) == "Cf":
        return ""
    folded = unicodedata.normalize("NFKD", letter.casefold().translate(_PLAIN))
    return "".join(c for c in folded.translate(_PLAIN) if not unicodedata.combining(c))
