"""Unique taxpayer references: ten digits, the first a check digit (HMRC, modulus 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, called

_UTR = re.compile(rf"(?<!\w)\d(?:(?:{SPACE}|{DASH})?\d){{8,10}}(?:{SPACE}?[Kk])?(?!\w)")
_SAID = re.compile(
    r"(?:\bU\.?T\.?R\.?\b|\b(?:unique\s+)?tax(?:payer)?(?:'s|\u2019s)?\s+ref\w*"
    r"|\bself[\s-]assessment(?:\s+(?:ref\w*|number|no))?|\bHMRC\s+ref\w*)"
    r"(?:\s*(?:number|num|no)\b)?(?:\.(?!\s+(?-i:[A-Z])))?\)?[^.!?\n\d]{0,40}[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_CALLED_AFTER = re.compile(r"\s?[(\[,-]?\s?(?:U\.?T\.?R\b|tax(?:payer)? ref)", re.IGNORECASE)
_ABOUT = re.compile(
    r"\bU\.?T\.?R\b|\bHMRC\b|\bself[\s-](?:employ\w*|assessment)\b|\btax\s(?:returns?|ref\w*|number|no|id)\b",
    re.IGNORECASE,
)
_WEIGHTS = (6, 7, 8, 9, 10, 5, 4, 3, 2)


class UtrDetector:
    """Finds taxpayer references where they are called one: any ten digits look alike."""

    name = "utr"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each; one whose check digit fails is asked about."""
        what = "taxpayer reference"
        return called(
            page, roster, _UTR, _SAID, "utr", what, check_digit_holds, _CALLED_AFTER, _ABOUT
        )


def check_digit_holds(digits: str) -> bool:
    """Say whether the first of ten digits follows from the nine after it."""
    if len(digits) != 10:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits[1:], _WEIGHTS, strict=True))
    return "21987654321"[total % 11] == digits[0]
