"""Unique taxpayer references: ten digits, the first a check digit (HMRC, modulus 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, everywhere, owned_or, said_before

_UTR = re.compile(rf"(?<!\w)\d(?:(?:{SPACE}|{DASH})?\d){{8,10}}(?:{SPACE}?[Kk])?(?!\w)")
_SAID = re.compile(
    r"(?:\bU\.?T\.?R\.?\b|\b(?:unique\s+)?tax(?:payer)?(?:'s|\u2019s)?\s+ref\w*"
    r"|\bself[\s-]assessment(?:\s+(?:ref\w*|number|no))?|\bHMRC\s+ref\w*)"
    r"(?:\s*(?:number|num|no))?\.?\)?(?:\s+is)?[\s.:#=|-]{0,8}$",
    re.IGNORECASE,
)
_WEIGHTS = (6, 7, 8, 9, 10, 5, 4, 3, 2)


class UtrDetector:
    """Finds taxpayer references where they are called one: any ten digits look alike."""

    name = "utr"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each; one whose check digit fails is asked about."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _UTR.finditer(text):
        if said_before(_SAID, text, seen.start()):
            digits = re.sub(r"\D", "", seen[0])
            holds = check_digit_holds(digits)
            yield owned_or(
                Propose.REDACT if holds else Propose.ASK,
                roster,
                seen.span(),
                "utr",
                "taxpayer reference" if holds else "mistyped taxpayer reference",
                digits,
                0.99 if holds else 0.8,
                certain=holds,
            )


def check_digit_holds(digits: str) -> bool:
    """Say whether the first of ten digits follows from the nine after it."""
    if len(digits) != 10:
        return False
    total = sum(int(d) * weight for d, weight in zip(digits[1:], _WEIGHTS, strict=True))
    return "21987654321"[total % 11] == digits[0]
