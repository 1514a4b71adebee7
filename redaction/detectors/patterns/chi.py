"""CHI numbers of Scotland: a date of birth, four digits, the last a check digit (modulus 11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

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
from redaction.detectors.patterns.nhs import check_digit_holds

_BETWEEN = rf"(?:{SPACE}|{DASH})"
_CHI = re.compile(
    rf"(?<![\w+])(?<!\w[.,/-])(?:\d{{6}}{_BETWEEN}?\d{{4}}"
    rf"|\d{{2}}{_BETWEEN}?\d{{2}}{_BETWEEN}?\d{{2}}{_BETWEEN}?\d{{4}}"
    rf"|\d{{3}}{_BETWEEN}\d{{3}}{_BETWEEN}\d{{4}})(?!\w)"
)
_NAMED = re.compile(r"\bCHI\b|\bcommunity health index\b")
_SAID = re.compile(
    r"(?:\bCHI\b|\bC\.H\.I\b\.?|\b[Cc]ommunity [Hh]ealth [Ii]ndex\b)"
    r"(?:\s*(?:[Nn]umber|NUMBER|[Nn]um|[Nn]o|NO))?"
    r"[\s.:#=|-]{0,8}$"
)
_OTHERWISE = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|fax|order|invoice|utr|uln|account|ref\w*|case|claim)\b"
    r"\.?(?:\s*(?:number|num|no|id))?[\s.:#=-]{0,5}$",
    re.IGNORECASE,
)


class ChiDetector:
    """Finds CHI numbers: of a real date and with a check digit that holds, or called one."""

    name = "chi"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each; one that fails is asked about where it is called a CHI."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _CHI.finditer(text):
        digits = re.sub(r"\D", "", seen[0])
        holds = begins_with_a_date(digits) and check_digit_holds(digits)
        told = said_before(_SAID, text, seen.start())
        said = told or near(_NAMED, text, seen.span(), 25, 15)
        if told or (holds and (said or not said_before(_OTHERWISE, text, seen.start()))):
            yield owned_or(
                Propose.REDACT if holds else Propose.ASK,
                roster,
                seen.span(),
                "chi",
                "CHI number" if holds else "mistyped CHI number",
                digits,
                0.99 if holds and said else 0.8,
                certain=holds,
            )


def begins_with_a_date(digits: str) -> bool:
    """Say whether six digits are day, month and year of a date in either century."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True
