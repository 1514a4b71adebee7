"""National Insurance numbers: two letters, six digits, a letter A to D (HMRC manual NIM39110)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import owned_or

_NINO = re.compile(
    r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?!\w)",
    re.IGNORECASE,
)


class NinoDetector:
    """Finds National Insurance numbers. They have no check digit: the shape is all there is."""

    name = "nino"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number of the shape."""
        what = "National Insurance number"
        for seen in _NINO.finditer(page.text):
            yield owned_or(Propose.REDACT, roster, seen.span(), "nino", what, seen[0], 0.95)
