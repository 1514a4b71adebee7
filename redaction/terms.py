"""Words that somebody asked to have removed, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.normal import folded, normal


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
        text = normal(page.text)
        plain = normal(page.text, join_hyphens=False)
        for number, pattern in self._patterns:
            spans = {
                view.span(*hit.span())
                for view in (text, plain)
                for hit in pattern.finditer(view.text)
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
    solid = folded(term).replace(" ", "")
    if not any(c.isalnum() for c in solid):
        return None
    before = f"(?<!{_going_on(solid[0])})" if solid[0].isalnum() else ""
    after = f"(?!{_going_on(solid[-1])})" if solid[-1].isalnum() else ""
    return re.compile(before + " ?".join(map(re.escape, solid)) + after)


def _going_on(end: str) -> str:
    """Return what a word goes on with beyond its end: the number of a footnote is no part of it."""
    return r"[^\W\d_]" if end.isalpha() else r"[^\W_]"
