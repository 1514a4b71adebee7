"""Passport numbers: nine digits (HM Passport Office); other countries' have letters before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, everywhere, misread_too, owned_or, said_before

_NUMBER = re.compile(rf"(?<!\w)(?:[A-Z]{{1,3}}(?:{SPACE}|/)?)?\d(?:{SPACE}?\d){{5,8}}(?!\w)")
_SAID = re.compile(
    r"\b(?:pass?\s?ports?|p/?ports?|ppts?|pp(?=\s?(?:no|num|#|:))"
    r"|travel\s+documents?|(?:biometric\s+)?residence\s+(?:permit|card)s?|brps?|(?:identity|ID)\s+cards?|ARC)\b(?:\s*/\s*ID\b)?(?:\s*(?:numbers?|num|nos?|nr|ref\w*|#))?\.?\)?"
    r"(?:\s+(?:is|was|with|under|of|the|number|no))*[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_NINE = re.compile(
    rf"(?<!\w)(?:\d{{3}}{SPACE}?\d{{3}}{SPACE}?\d{{3}}|[A-Z]{{1,3}}{SPACE}?\d{{6,8}})(?!\w)"
)
_SPOKEN_OF = re.compile(
    r"\b(?:pass?\s?ports?|ppts?)\b(?:[^.!?\n]|\.(?=\S)){0,60}(?:\n(?:[^.!?\n]|no\.\s){0,40})?$",
    re.IGNORECASE,
)
_HEADS = re.compile(r"(?im:^(?=[^\n]*[|\t,])[^\n\d.]{0,120}\bpassports?\b[^\n\d.]{0,120}$)")
"""A table's heads, of which one is of passports."""
_ROWS = re.compile(r"(?:\n[^\n]*\S[^\n]*){1,60}")
"""The rows of a table below its heads, until a line is empty."""
_FURTHER = re.compile(
    rf"(?:{SPACE}?(?:,|;|&|/|\band\b)\s?){{1,2}}(?:[A-Z][a-z'\u2019-]+{SPACE}){{0,3}}\(?"
    rf"(?P<number>{_NINE.pattern})"
)
"""Of a list: "passports 533401372 and 533401380"."""
_CALLED_AFTER = re.compile(r"\s*[(\[,-]?\s*(?:\w+\s)?passport\b", re.IGNORECASE)
_NAMES_OF_MACHINES = re.compile(r"(?<![\w<])[PIAC][A-Z<][A-Z]{3}[A-Z]+(?:<[A-Z]+)*<<[A-Z<]{5,}")
_MACHINE_READ = re.compile(r"(?<![\w<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}\d\d")


class PassportDetector:
    """Finds passport numbers where they are called one, and the line that machines read."""

    name = "passport"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    what = "passport number"
    taken = set[int]()
    heads = (_ROWS.match(text, head.end()) for head in _HEADS.finditer(text))
    below = [rows.span() for rows in heads if rows]
    for seen in _NUMBER.finditer(text):
        if said_before(_SAID, text, seen.start(), within=50):
            taken.add(seen.start())
            yield owned_or(Propose.REDACT, roster, seen.span(), "passport", what, seen[0], 0.95)
    for seen in _NINE.finditer(text):
        # "Passport held by her mother, 533401372": of that shape, and with one spoken of.
        spoken_of = said_before(_SPOKEN_OF, text, seen.start(), within=80)
        spoken_of = spoken_of or any(start <= seen.start() < end for start, end in below)
        if seen.start() not in taken and (spoken_of or _CALLED_AFTER.match(text, seen.end())):
            taken.add(seen.start())
            yield owned_or(Propose.REDACT, roster, seen.span(), "passport", what, seen[0], 0.85)
        more = _FURTHER.match(text, seen.end()) if seen.start() in taken else None
        if more and more.start("number") not in taken:
            span = more.span("number")
            taken.add(span[0])
            yield owned_or(Propose.REDACT, roster, span, "passport", what, more["number"], 0.85)
    for seen in _NAMES_OF_MACHINES.finditer(text):
        names = "names as machines read them"
        yield owned_or(Propose.ASK, roster, seen.span(), "passport", names, seen[0], 0.9)
    for seen in _MACHINE_READ.finditer(text):
        yield owned_or(Propose.REDACT, roster, seen.span(), "passport", what, seen[0][:9], 0.95)
