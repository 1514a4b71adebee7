"""E-mail addresses (RFC 5322, as far as people use it), and as people write them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, everywhere, owned_or

_LOCAL = r"(?<![\w.+%-])[\w.+%'\u2019-]{1,64}"
_DOMAIN = r"(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])"
_KNOWN = (
    r"(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:com|uk|org|net|edu|gov|info|eu|ie|scot|wales|example|test)"
    r"(?![\w-]|\.\w)"
)
"""Behind a space and an @: "is @its.art.c" is the name of an account behind a word."""
_EMAIL = re.compile(
    rf"{_LOCAL}(?:@|@{SPACE}|@\n)(?:mailto:)?{_DOMAIN}"
    rf"|{_LOCAL}{SPACE}@{SPACE}?(?:mailto:)?{_KNOWN}"
    rf"|{_LOCAL}{SPACE}?[(\[{{]{SPACE}?at{SPACE}?[)\]}}]{SPACE}?{_DOMAIN}",
    re.IGNORECASE,
)
_WRITTEN_OUT = re.compile(
    rf"{_LOCAL}{SPACE}at{SPACE}(?P<domain>[A-Za-z0-9-]{{2,63}}(?:{SPACE}dot{SPACE}[A-Za-z]{{2,24}}){{1,3}})(?!\w)",
    re.IGNORECASE,
)
_AT = re.compile(r"\s*[(\[{]\s*at\s*[)\]}]\s*|\s*@\s*", re.IGNORECASE)


class EmailDetector:
    """Finds e-mail addresses. An unknown one may be an office's: it asks."""

    name = "email"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each address."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    what = "e-mail address"
    for seen in _EMAIL.finditer(text):
        value = _AT.sub("@", seen[0], count=1)
        yield owned_or(Propose.ASK, roster, seen.span(), "email", what, value, 0.95)
    for seen in _WRITTEN_OUT.finditer(text):
        value = re.sub(r"\s+dot\s+", ".", re.sub(r"\s+at\s+", "@", seen[0]))
        yield owned_or(Propose.ASK, roster, seen.span(), "email", what, value, 0.85)
