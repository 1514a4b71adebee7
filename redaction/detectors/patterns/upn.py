"""Unique pupil numbers: a check letter, twelve digits (DfE, "UPNs: a guide for schools")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import owned_or

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # without I, O and S: 23 letters, modulus 23
_UPN = re.compile(r"(?<!\w)[A-HJ-NP-RT-Z] ?\d{3} ?\d{4} ?\d{4} ?[\dA-HJ-NP-RT-Z](?!\w)", re.I)
_SAID = re.compile(r"\b(?:UPN|unique pupil number)\b[\s.:#-]{0,8}$", re.IGNORECASE)


class UpnDetector:
    """Finds unique pupil numbers, temporary ones too. A mistyped one is asked about when named."""

    name = "upn"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number whose check letter holds, or that is called one."""
        for seen in _UPN.finditer(page.text):
            holds = check_letter_holds(seen[0].replace(" ", "").upper())
            said = bool(_SAID.search(page.text, max(0, seen.start() - 40), seen.start()))
            if holds or said:
                propose = Propose.REDACT if holds else Propose.ASK
                what = "pupil number" if holds else "mistyped pupil number"
                yield owned_or(propose, roster, seen.span(), "upn", what, seen[0], 0.95)


def check_letter_holds(upn: str) -> bool:
    """Say whether the first letter follows from the twelve characters after it.

    Weights are 2 to 13. A temporary number ends with a letter, which counts as its place.
    """
    values = [int(c) if c.isdigit() else _LETTERS.index(c) for c in upn[1:]]
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    return _LETTERS[total % 23] == upn[0]
