"""National Insurance numbers: two letters, six digits, a letter A to D (HMRC manual NIM39110)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, everywhere, misread_too, owned_or, said_before

_GAP = rf"(?:{SPACE}|{SPACE}?\n|{DASH}|\.|/)?"
_PREFIX = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
_NINO = re.compile(
    rf"(?<!\w){_PREFIX}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}[A-D](?!\w)", re.IGNORECASE
)
_CALLED_ONE = re.compile(
    rf"(?<!\w)[A-Z]{_GAP}[A-Z]{_GAP}(?:[\dOoIl]{_GAP}){{5}}[\dOoIl](?:{_GAP}[A-Z])?(?!\w)",
    re.IGNORECASE,
)
"""Without its last letter, of the examples' prefix QQ, for the time being (TN), or mistyped."""
_SAID = re.compile(
    r"(?:\bnational\s+insurance\b|\bNINO\b|\bNIN\b|\bN\.?I\.?\b)"
    r"(?:\s*(?:number|num|no|nr|#))?\.?\)?(?:\s+is)?[\s.:#=|-]{0,8}$",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 4


class NinoDetector:
    """Finds National Insurance numbers. They have no check digit: the shape is all there is."""

    name = "nino"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number of the shape, or that is called one."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: set[int] = set()
    for seen in _NINO.finditer(text):
        said = said_before(_SAID, text, seen.start())
        # "at 12 34 56 a": in small letters and apart, only where it is called one.
        if said or (seen[0][:2].isupper() and "\n" not in seen[0][:3]) or seen[0].isalnum():
            taken.add(seen.start())
            yield _finding(Propose.REDACT, roster, seen, "National Insurance number", 0.95)
    for seen in _CALLED_ONE.finditer(text):
        if seen.start() in taken or sum(c.isdigit() for c in seen[0]) < _FEWEST_DIGITS:
            continue
        if said_before(_SAID, text, seen.start()):
            yield _finding(Propose.ASK, roster, seen, "unusual National Insurance number", 0.8)


def _finding(
    propose: Propose, roster: Roster, seen: re.Match[str], what: str, sure: float
) -> Finding:
    return owned_or(propose, roster, seen.span(), "nino", what, seen[0], sure)
