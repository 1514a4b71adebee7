"""Where given words stand in a text, however they are spaced, broken or written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from recordkeeping.disclosure.findings import Span
from redaction.normal import NormalText, normal

LETTER_SPACED_FROM = 4
"""From this length on, a word is also found with spaces between its letters."""


def spans_of(term: str, text: NormalText) -> Iterator[Span]:
    """Yield each place where the term stands on word boundaries, as spans of the original."""
    wanted = normal(term).text.strip()
    if not wanted:
        return
    for found in _pattern(wanted).finditer(text.text):
        yield text.span(found.start(), found.end())


def _pattern(wanted: str) -> re.Pattern[str]:
    words = wanted.split()
    # A hyphen may have been lost where a line ended after it.
    spelled = [
        (" ?" if len(word) >= LETTER_SPACED_FROM else "").join(
            "-?" if letter == "-" else re.escape(letter) for letter in word
        )
        for word in words
    ]
    start = r"(?<!\w)" if wanted[0].isalnum() else ""
    end = r"(?!\w)" if wanted[-1].isalnum() else ""
    return re.compile(start + r" ?".join(spelled) + end)


def telling(terms: Iterable[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return the terms that may be looked for everywhere in these texts.

    A single word that also stands in lower case is an ordinary word here ("Will" was redacted,
    "he will visit" was not): finding it proves no leak, and its boxes are proven by themselves.
    """
    joined = " ".join(" ".join(text.replace("\u00ad", "").split()) for text in texts)
    return tuple(
        term
        for term in dict.fromkeys(terms)
        if not term.isalpha()
        or not re.search(rf"(?<!\w){re.escape(term.casefold())}(?!\w)", joined)
    )
