"""Texts in which accents stand behind their letters as signs, as some makers of PDF write.

Models and shapes read whole letters: there "Nguye\u0302\u0303n" ends in the middle of the name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Span

_APART = re.compile(r"[^\W\d_][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with whole letters, and where each of them stood."""

    text: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Composed | None:
        """Return a text with its accents on their letters, or none where none stands apart."""
        out, starts, at = list[str](), list[int](), 0
        for letter in _APART.finditer(text):
            whole = unicodedata.normalize("NFC", letter[0])
            out += [text[at : letter.start()], whole]
            starts += [*range(at, letter.start()), *([letter.start()] * len(whole))]
            at = letter.end()
        if not at:
            return None
        return cls("".join((*out, text[at:])), [*starts, *range(at, len(text) + 1)])

    def back(self, span: Span) -> Span:
        """Return where a stretch stands in the text as it was, with the accents of its letters."""
        return self.starts[span[0]], self.starts[span[1]]
