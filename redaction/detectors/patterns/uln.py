"""Unique learner numbers: ten digits, the last a check digit (Learning Records Service)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, called

_ULN = re.compile(rf"(?<!\w)\d(?:(?:{SPACE}|{DASH})?\d){{8,10}}(?!\w)")
_SAID = re.compile(
    r"(?:\bU\.?L\.?N\.?\b|\b(?:unique\s+)?learner\s+(?:number|ref\w*|no|id)\b)"
    r"(?:\s*(?:number|num|no)\b)?(?:\.(?!\s+(?-i:[A-Z])))?\)?[^.!?\n\d]{0,40}[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_CALLED_AFTER = re.compile(r"\s?[(\[,-]?\s?(?:U\.?L\.?N\b|learner (?:no|num))", re.IGNORECASE)
_ABOUT = re.compile(r"\bU\.?L\.?N\b|\blearner\s(?:number|records?|ref\w*|no|id)\b", re.IGNORECASE)


class UlnDetector:
    """Finds unique learner numbers where they are called one: any ten digits look alike."""

    name = "uln"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each; one whose check digit fails is asked about."""
        what = "learner number"
        return called(
            page, roster, _ULN, _SAID, "uln", what, check_digit_holds, _CALLED_AFTER, _ABOUT
        )


def check_digit_holds(digits: str) -> bool:
    """Say whether ten digits are a learner number: 10 less the weighted sum modulo 11."""
    if len(digits) != 10:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return total % 11 != 0 and 10 - total % 11 == int(digits[9])
