"""NHS numbers: ten digits whose last one checks the others (mod 11), or that are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.patterns import compact, findings_of

_TEN_DIGITS = re.compile(r"(?<![\d-])\d{3}[\s-]{0,3}\d{3}[\s-]{0,3}\d{4}(?![\d-])")
_CALLED_SO = re.compile(r"(?i)\bNHS\b[^\n]{0,25}$")


class NhsDetector:
    """Finds NHS numbers; a mistyped one is found where the text calls it one."""

    name = "nhs"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each NHS number on the page."""
        for finding in findings_of(
            page,
            roster,
            _TEN_DIGITS,
            kind="nhs",
            detector=self.name,
            words="NHS number",
            values_of=lambda person: [v for k, v in person.identifiers if k.lower() == "nhs"],
        ):
            start, end = finding.span
            if check_digit_holds(page.text[start:end]) or _CALLED_SO.search(page.text[:start]):
                yield finding


def check_digit_holds(text: str) -> bool:
    """Say whether ten digits are a possible NHS number (NHS Data Dictionary, modulus 11)."""
    digits = [int(d) for d in compact(text)]
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return len(digits) == 10 and (11 - total % 11) % 11 == digits[9]
