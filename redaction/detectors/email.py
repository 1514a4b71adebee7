"""E-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.patterns import findings_of

_EMAIL = re.compile(r"[\w.+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class EmailDetector:
    """Finds e-mail addresses."""

    name = "email"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each e-mail address on the page."""
        return findings_of(
            page,
            roster,
            _EMAIL,
            kind="email",
            detector=self.name,
            words="e-mail address",
            values_of=lambda person: person.emails,
            same=str.casefold,
        )
