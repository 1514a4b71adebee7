"""Postcodes (BS 7666: the areas in use, and the letters an inward code may have)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import owned_or

_POSTCODE = re.compile(
    r"(?<!\w)(?:GIR ?0AA|[A-PR-UWYZ](?:[A-HK-Y]?\d[\dA-HJKMNPR-Y]?) ?\d[ABD-HJLNP-UW-Z]{2})(?!\w)",
    re.IGNORECASE,
)


class PostcodeDetector:
    """Finds postcodes. Whose an unknown one is cannot be told (an office has one too): it asks."""

    name = "postcode"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each postcode in capitals, or in small letters with a gap."""
        for seen in _POSTCODE.finditer(page.text):
            # "A4 2up", "m20at": mixed, or small letters without a gap, it is something else.
            if seen[0].isupper() or (seen[0].islower() and " " in seen[0]):
                yield owned_or(
                    Propose.ASK, roster, seen.span(), "postcode", "postcode", seen[0], 0.8
                )
