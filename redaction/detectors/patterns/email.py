"""E-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import owned_or

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])"
)


class EmailDetector:
    """Finds e-mail addresses. An unknown one may be an office's: it asks."""

    name = "email"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each address."""
        what = "e-mail address"
        for seen in _EMAIL.finditer(page.text):
            yield owned_or(Propose.ASK, roster, seen.span(), "email", what, seen[0], 0.95)
