"""Unique pupil numbers: a check letter, twelve digits (DfE, "UPNs: a guide for schools")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, everywhere, misread_too, owned_or, said_before

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # without I, O and S: 23 letters, modulus 23
_GAP = rf"(?:{SPACE}|{SPACE}?\n|{DASH})?"
_UPN = re.compile(
    rf"(?<!\w)[A-HJ-NP-RT-Z]{_GAP}(?:\d{_GAP}){{11}}[\dA-HJ-NP-RT-Z](?!\w)", re.IGNORECASE
)
_CALLED_ONE = re.compile(
    rf"(?<!\w)[A-Z]?{_GAP}(?:[\dOI]{_GAP}){{10,13}}[\dA-Z](?!\w)", re.IGNORECASE
)
_SAID = re.compile(
    r"(?:\bU\.?P\.?N\.?\b|\b(?:unique\s+)?pupil\s+(?:number|ref\w*|no|id)\b)"
    r"(?:\s*(?:number|num|no))?\.?\)?(?:\s+is)?[\s.:#=|-]{0,8}$",
    re.IGNORECASE,
)


class UpnDetector:
    """Finds unique pupil numbers, temporary ones too. A mistyped one is asked about when named."""

    name = "upn"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number whose check letter holds, or that is called one."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: set[int] = set()
    for pattern in (_UPN, _CALLED_ONE):
        for seen in pattern.finditer(text):
            upn = re.sub(r"[^A-Z0-9]", "", seen[0].upper())
            holds = check_letter_holds(upn)
            said = said_before(_SAID, text, seen.start())
            if seen.start() in taken or not (said or (holds and pattern is _UPN)):
                continue
            taken.add(seen.start())
            yield owned_or(
                Propose.REDACT if holds else Propose.ASK,
                roster,
                seen.span(),
                "upn",
                "pupil number" if holds else "mistyped pupil number",
                upn,
                0.95,
                certain=holds,
            )


def check_letter_holds(upn: str) -> bool:
    """Say whether the first letter follows from the twelve characters after it.

    Weights are 2 to 13. A temporary number ends with a letter, which counts as its place.
    """
    if (
        len(upn) != 13
        or not upn[1:12].isdecimal()
        or not (upn[12].isdecimal() or upn[12] in _LETTERS)
    ):
        return False
    values = [int(c) if c.isdigit() else _LETTERS.index(c) for c in upn[1:]]
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    return _LETTERS[total % 23] == upn[0]
