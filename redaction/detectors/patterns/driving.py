"""Driver numbers: sixteen characters of name and birth date (DVLA), or eight digits (DVA)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, everywhere, misread_too, owned_or, said_before

# Five of the surname, filled up with nines; the year's tens; the month, of women with 5 before it;
# the day; the year's ones; two initials; a figure that tells namesakes apart; two check characters.
_DRIVER = re.compile(
    rf"(?<!\w)(?=[A-Z9]{{5}}{SPACE}?\d)[A-Z]{{1,5}}9{{0,4}}{SPACE}?"
    rf"\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d{SPACE}?"
    rf"(?:[A-Z][A-Z9]|99)[A-Z0-9]{SPACE}?[A-Z0-9]{{2}}(?:{SPACE}\d{{2}})?(?!\w)",
    re.IGNORECASE,
)
_NORTHERN = re.compile(r"(?<!\w)\d{8}(?!\w)")
_SAID = re.compile(
    r"\b(?:driv(?:ing|er)(?:'?s)?\s+(?:licen[cs]e|number|no)|DVLA|DVA)\b"
    r"(?:\s*(?:number|num|no|ref\w*|#))?\.?\)?(?:\s+is)?[\s.:#=|-]{0,8}$",
    re.IGNORECASE,
)


class DrivingDetector:
    """Finds driver numbers of Great Britain by their structure, of Northern Ireland where named."""

    name = "driving"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    what = "driver number"
    for seen in _DRIVER.finditer(text):
        yield owned_or(Propose.REDACT, roster, seen.span(), "driving", what, seen[0], 0.97)
    for seen in _NORTHERN.finditer(text):
        if said_before(_SAID, text, seen.start()):
            yield owned_or(Propose.REDACT, roster, seen.span(), "driving", what, seen[0], 0.9)
