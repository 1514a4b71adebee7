"""Telephone numbers of the United Kingdom, in any usual spacing, over a line's end too.

Numbers are not checked for being in use: a number that nobody has today may be somebody's story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.patterns import findings_of

_PHONE = re.compile(
    r"(?<![\d/])(?:(?:\+|00)44[\s.-]{0,3}(?:\(0\)[\s.-]{0,3})?|\(?0)(?:\d[\s.()-]{0,3}){8,9}\d(?![\d/])"
)


class PhoneDetector:
    """Finds telephone numbers."""

    name = "phone"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each telephone number on the page."""
        return findings_of(
            page,
            roster,
            _PHONE,
            kind="phone",
            detector=self.name,
            words="telephone number",
            values_of=lambda person: person.phones,
            accept=lambda text: len(_national(text)) in (10, 11),
            same=_national,
        )


def _national(text: str) -> str:
    """Return a number in its national form: +44 (0)1632 960001 is 01632960001."""
    digits = re.sub(r"\D", "", text)
    if digits.startswith("0044"):
        digits = digits[4:]
    elif digits.startswith("44") and not text.lstrip("( ").startswith("0"):
        digits = digits[2:]
    return "0" + digits.lstrip("0")
