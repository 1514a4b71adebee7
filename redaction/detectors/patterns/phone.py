"""Telephone numbers of the United Kingdom, in the ways people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import owned_or

_PHONE = re.compile(
    r"(?<![\w.])(?:(?:\+|00)44[\s.-]?(?:\(0\)[\s.-]?)?|\(?0)[1-37-9]\d{0,4}\)?"
    r"(?:[ .\u00a0-]?\d){5,9}(?!\w)"
)


class PhoneDetector:
    """Finds telephone numbers. An unknown one may be an office's: it asks."""

    name = "phone"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number of ten or eleven national digits."""
        for seen in _PHONE.finditer(page.text):
            national = re.sub(r"^(?:0044|44)?0?", "0", re.sub(r"\D", "", seen[0]))
            if len(national) in (10, 11):
                yield owned_or(
                    Propose.ASK, roster, seen.span(), "phone", "phone number", seen[0], 0.85
                )
