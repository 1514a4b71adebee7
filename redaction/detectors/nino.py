"""National Insurance numbers: two letters that HMRC uses, six digits, A to D."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.patterns import findings_of

# Some pairs of letters are not used (HMRC NIM39110), and of those only the ones that are also
# common abbreviations are left out: a temporary or specimen number in a file is somebody's too.
_NINO = re.compile(
    r"(?i)\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-Z]{2}[\s-]{0,3}\d{2}[\s-]{0,3}\d{2}[\s-]{0,3}\d{2}[\s-]{0,3}[A-D]\b"
)


class NinoDetector:
    """Finds National Insurance numbers; they have no check digit, so the form must be right."""

    name = "nino"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each National Insurance number on the page."""
        return findings_of(
            page,
            roster,
            _NINO,
            kind="nino",
            detector=self.name,
            words="National Insurance number",
            values_of=lambda person: [v for k, v in person.identifiers if k.lower() == "nino"],
        )
