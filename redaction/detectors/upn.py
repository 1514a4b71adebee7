"""Unique pupil numbers: a check letter (mod 23) and twelve digits, or eleven and a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.patterns import compact, findings_of

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # without I, O and S (DfE UPN guide)
_UPN = re.compile(
    rf"(?i)\b[{LETTERS}][\s-]{{0,3}}\d{{3}}[\s-]{{0,3}}\d{{4}}[\s-]{{0,3}}\d{{4}}[\s-]{{0,3}}[\d{LETTERS}]\b"
)
_CALLED_SO = re.compile(r"(?i)\b(?:UPN|unique pupil number)\b[^\n]{0,25}$")


class UpnDetector:
    """Finds pupil numbers; a mistyped one is found where the text calls it one."""

    name = "upn"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each unique pupil number on the page."""
        for finding in findings_of(
            page,
            roster,
            _UPN,
            kind="upn",
            detector=self.name,
            words="unique pupil number",
            values_of=lambda person: [v for k, v in person.identifiers if k.lower() == "upn"],
        ):
            start, end = finding.span
            if check_letter_holds(page.text[start:end]) or _CALLED_SO.search(page.text[:start]):
                yield finding


def check_letter_holds(text: str) -> bool:
    """Say whether the first letter checks the rest: positions weighted from 2, modulus 23."""
    upn = compact(text)
    if len(upn) != 13 or upn[0] not in LETTERS:
        return False
    values = [int(c) if c.isdigit() else LETTERS.index(c) for c in upn[1:]]
    return LETTERS[sum(w * v for w, v in enumerate(values, 2)) % 23] == upn[0]
