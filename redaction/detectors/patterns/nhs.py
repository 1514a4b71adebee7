"""NHS numbers: ten digits, the last a check digit (NHS Data Dictionary, modulus 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import (
    DASH,
    SPACE,
    everywhere,
    misread_too,
    near,
    owned_or,
    said_before,
)

_BETWEEN = rf"(?:{SPACE}|{DASH}|[./])"
_TEN = re.compile(
    rf"(?<![\w+])(?<!\w[.,/-])"
    rf"(?:\d{{3}}(?:{_BETWEEN}|\n)?\d{{3}}(?:{_BETWEEN}|\n)?\d{{4}}|\d{{5}}{_BETWEEN}\d{{5}})(?!\w)"
)
_ABOUT_TEN = re.compile(rf"(?<!\w)\d(?:{_BETWEEN}{{0,2}}\d){{8,10}}(?!\w)")
_READ_AS_DIGITS = re.compile(
    rf"(?<!\w)[\dOoIl]{{3}}{_BETWEEN}?[\dOoIl]{{3}}{_BETWEEN}?[\dOoIl]{{4}}(?!\w)"
)
_DIGITS = str.maketrans("OoIl", "0011")
_FEWEST_DIGITS = 7  # of ten characters: of fewer a word is made
_NAMED = re.compile(r"\bN\.?H\.?S\.?\b|\bH&C\b|\bHSC\b", re.IGNORECASE)
_SAID = re.compile(
    r"\bN\.?H\.?S\.?(?:\s*(?:number|num|no|nr|id|#))?\.?\)?(?:\s+is)?[\s.:#=|-]{0,8}$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:order|invoice|isbn|issn|barcode|serial|parcel|tracking|policy|meter|model|part|batch"
    r"|charity|vat|account|utr|uln)\b\.?(?:\s*(?:ref\w*|number|num|no|id))?[\s.:#=-]{0,5}$",
    re.IGNORECASE,
)
_GIVEN_OUT = re.compile(r"[4679]|3[2-9]")
"""What numbers of England, Wales, Man and Northern Ireland begin with; 0 to 31 are Scotland's."""


class NhsDetector:
    """Finds NHS numbers. One that fails its check is asked about when "NHS" stands beside it."""

    name = "nhs"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number whose check digit holds, or that is called one."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: set[int] = set()
    for pattern, only_said in ((_TEN, False), (_ABOUT_TEN, True), (_READ_AS_DIGITS, True)):
        for seen in pattern.finditer(text):
            if seen.start() in taken:
                continue
            digits = re.sub(r"\D", "", seen[0].translate(_DIGITS))
            told = said_before(_SAID, text, seen.start())
            said = told or (not only_said and near(_NAMED, text, seen.span(), 25, 25))
            if only_said and (not told or _too_few_digits(seen[0])):
                continue
            holds = len(digits) == 10 and check_digit_holds(digits)
            likely = _GIVEN_OUT.match(digits) and not said_before(_OTHERWISE, text, seen.start())
            if told or (holds and (said or likely)):
                taken.add(seen.start())
                propose = Propose.REDACT if holds else Propose.ASK
                what = "NHS number" if holds else "mistyped NHS number"
                confidence = 0.99 if holds and said else 0.85
                yield owned_or(
                    propose, roster, seen.span(), "nhs", what, digits, confidence, certain=holds
                )


def _too_few_digits(text: str) -> bool:
    return sum(c.isdigit() for c in text) < _FEWEST_DIGITS


def check_digit_holds(digits: str) -> bool:
    """Say whether the tenth digit follows from the nine before it; ten alike are no number."""
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)
    )
    return len(set(digits)) > 1 and (11 - total % 11) % 11 == int(digits[9])
