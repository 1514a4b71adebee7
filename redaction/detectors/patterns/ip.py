"""Addresses of computers on a network (RFC 791, RFC 4291)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import everywhere, near, owned_or, said_before

_V4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)")
_V6 = re.compile(r"(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?![\w:])")
_SAID = re.compile(r"\bIPs?\b|\bIPv[46]\b|\blog(?:ged)?[\s-]?in\b|\bserver\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"(?:\b(?:v|ver|version|section|para(?:graph)?|clause|rule|part|chapter|standard|s)\.?\s*|\u00a7\s*)$",
    re.IGNORECASE,
)
_LARGEST_CHAPTER = 30
_FEWEST_DIGITS = 4


class IpDetector:
    """Finds addresses of computers. An unknown one may be an office's: it asks."""

    name = "ip"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each address that is no number of a paragraph or a version."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for pattern, is_one in ((_V4, _is_v4), (_V6, _is_v6)):
        for seen in pattern.finditer(text):
            if is_one(seen):
                what = "address of a computer"
                yield owned_or(Propose.ASK, roster, seen.span(), "ip", what, seen[0], 0.85)


def _is_v4(seen: re.Match[str]) -> bool:
    try:
        address = IPv4Address(seen[0])
    except AddressValueError:
        return False
    if address.is_loopback or address.is_unspecified:
        return False
    if near(_SAID, seen.string, seen.span(), 30, 15):
        return True
    # "2.1.3.4 Review of the plan"
    numbered = max(map(int, seen[0].split("."))) <= _LARGEST_CHAPTER
    return not numbered and not said_before(_OTHERWISE, seen.string, seen.start(), 20)


def _is_v6(seen: re.Match[str]) -> bool:
    if sum(c.isalnum() for c in seen[0]) < _FEWEST_DIGITS:
        return False
    try:
        address = IPv6Address(seen[0])
    except AddressValueError:
        return False
    return not (address.is_loopback or address.is_unspecified)
