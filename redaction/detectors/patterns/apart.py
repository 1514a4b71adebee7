"""Dates whose figures stand apart, written without their gaps: "1 4 / 0 2 / 2 0 0 9".

Programs and people set what matters letter by letter, and readers of pages see a space in each gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Span
from redaction.detectors.matching import SPACE

_GAP = rf"{SPACE}{{0,3}}"
_NUMERIC = (
    rf"(?:[0-3]{_GAP})?\d{_GAP}[/.\-]{_GAP}(?:[01]{_GAP})?\d{_GAP}[/.\-]{_GAP}"
    rf"(?:[12]{_GAP}[09]{_GAP})?\d{_GAP}\d"
)
_LETTER_BY_LETTER = rf"[\w]{SPACE}{{1,3}}(?:[\w/.,\-]{SPACE}{{1,3}}){{4,24}}\d"
_YEAR = rf"[12]{SPACE}[09]{SPACE}\d{SPACE}\d"
_APART = re.compile(rf"(?<![\w/.\-])(?:{_NUMERIC}|{_LETTER_BY_LETTER}|{_YEAR})(?![\w/\-])")
_SPACE = re.compile(SPACE)


class Solid:
    """A text without the gaps in what may be dates; `text` is it as it was where there are none."""

    def __init__(self, text: str) -> None:
        """Close the gaps; figures and letters beside each other stay parted ("14 Feb 2011")."""
        self.text = text
        self._at: list[int] = []
        if not (runs := [run for run in _APART.finditer(text) if _SPACE.search(run[0])]):
            return
        out: list[str] = []
        end = 0
        for run in runs:
            out += (text[end : run.start()], *self._closed(text, end, run))
            end = run.end()
        out.append(text[end:])
        self._at += range(end, len(text))
        self.text = "".join(out)

    def _closed(self, text: str, end: int, run: re.Match[str]) -> Iterator[str]:
        self._at += range(end, run.start())
        last = ""
        for place in range(*run.span()):
            letter = text[place]
            if _SPACE.match(letter):
                continue
            if last and last.isalnum() and letter.isalnum() and last.isdigit() != letter.isdigit():
                yield " "
                self._at.append(place - 1)
            yield letter
            self._at.append(place)
            last = letter

    def is_closed(self) -> bool:
        """Say whether there were gaps."""
        return bool(self._at)

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch of it stands in the text as it was."""
        return self._at[start], self._at[end - 1] + 1
