"""Unique learner numbers: ten digits, the last a check digit (Learning Records Service)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, everywhere, owned_or, said_before

_ULN = re.compile(rf"(?<!\w)\d(?:(?:{SPACE}|{DASH})?\d){{8,10}}(?!\w)")
_SAID = re.compile(
    r"(?:\bU\.?L\.?N\.?\b|\b(?:unique\s+)?learner\s+(?:number|ref\w*|no|id)\b)"
    r"(?:\s*(?:number|num|no))?\.?\)?(?:\s+is)?[\s.:#=|-]{0,8}$",
    re.IGNORECASE,
)


class UlnDetector:
    """Finds unique learner numbers where they are called one: any ten digits look alike."""

    name = "uln"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each; one whose check digit fails is asked about."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _ULN.finditer(text):
        if said_before(_SAID, text, seen.start()):
            digits = re.sub(r"\D", "", seen[0])
            holds = check_digit_holds(digits)
            yield owned_or(
                Propose.REDACT if holds else Propose.ASK,
                roster,
                seen.span(),
                "uln",
                "learner number" if holds else "mistyped learner number",
                digits,
                0.99 if holds else 0.8,
                certain=holds,
            )


def check_digit_holds(digits: str) -> bool:
    """Say whether ten digits are a learner number: 10 less the weighted sum modulo 11."""
    if len(digits) != 10:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return total % 11 != 0 and 10 - total % 11 == int(digits[9])
