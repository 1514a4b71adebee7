"""NHS numbers: ten digits, the last a check digit (NHS Data Dictionary, modulus 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import owned_or

_TEN = re.compile(r"(?<![\w.+])\d{3}[ \-\u00a0]?\d{3}[ \-\u00a0]?\d{4}(?!\w)")
_SAID = re.compile(r"\bNHS\b(?:\s*(?:number|num|no))?[\s.:#-]{0,8}$", re.IGNORECASE)


class NhsDetector:
    """Finds NHS numbers. One that fails its check is asked about when "NHS" stands before it."""

    name = "nhs"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number whose check digit holds, or that is called one."""
        for seen in _TEN.finditer(page.text):
            holds = check_digit_holds(re.sub(r"\D", "", seen[0]))
            said = bool(_SAID.search(page.text, max(0, seen.start() - 40), seen.start()))
            if holds or said:
                propose = Propose.REDACT if holds else Propose.ASK
                what = "NHS number" if holds else "mistyped NHS number"
                confidence = 0.99 if holds and said else 0.85
                yield owned_or(propose, roster, seen.span(), "nhs", what, seen[0], confidence)


def check_digit_holds(digits: str) -> bool:
    """Say whether the tenth digit follows from the nine before it."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[9])
