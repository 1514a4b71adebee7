"""Words that somebody asked to have removed, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.bounds import after, before
from redaction.detectors.normal import APART, CLUSTER, GAP, WORD, folded, views

_BETWEEN_WORDS = rf"(?:{GAP}){{0,3}}"
_LEAST_APART = 3  # letters: fewer with points between them are somebody's initials


class TermDetector:
    """Finds given terms without regard to case, accents, white space or line breaks."""

    name = "terms"

    def __init__(self, terms: Sequence[str]) -> None:
        """Take the terms; one without a letter or digit is found nowhere."""
        self._patterns = [
            (number, pattern)
            for number, term in enumerate(terms, start=1)
            if (pattern := _pattern(term)) is not None
        ]

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each place where a term stands, whole."""
        texts = list(views(page.text))
        for number, pattern in self._patterns:
            spans = {
                view.span(*hit.span()) for view in texts for hit in pattern.finditer(view.text)
            }
            for span in sorted(spans):
                yield Finding(
                    page=1,
                    span=span,
                    kind="term",
                    propose=Propose.REDACT,
                    confidence=1.0,
                    detector=self.name,
                    because=f"term {number} of the list",
                    code=None,
                )


def _pattern(term: str) -> re.Pattern[str] | None:
    """Return what finds a term whose letters stand together, over lines, or each by itself."""
    text = folded(term)
    words = WORD.findall(text)
    solid = "".join(words)
    if not solid:
        return None
    if len(solid) < _LEAST_APART:
        ways = [" ?".join(map(re.escape, text.replace(" ", "")))]
    else:
        ways = [
            _BETWEEN_WORDS.join(" ?".join(map(re.escape, word)) for word in words),
            APART.join(map(re.escape, CLUSTER.findall(solid))),
        ]
    return re.compile(f"{before(solid)}(?:{'|'.join(ways)}){after(solid)}")
