"""Bank accounts: sort code and number, IBAN (ISO 13616, modulus 97), card (ISO 7812, Luhn)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import DASH, SPACE, everywhere, misread_too, owned_or, said_before

_GAP = rf"(?:{SPACE}|{DASH})"
_SORT = re.compile(rf"(?<![\w/.-])\d{{2}}{_GAP}?\d{{2}}{_GAP}?\d{{2}}(?![\w/])(?!-\d)")
_SORT_SAID = re.compile(
    r"(?:\bsort\s*-?\s*code\b|\bs/c\b|\bsort\b)(?:\s*(?:number|no))?\.?\)?(?:\s+is)?[\s.:#=|(-]{0,8}$",
    re.I,
)
_ACCOUNT = re.compile(rf"(?<![\w/.-])\d{{4}}{_GAP}?\d{{3,4}}(?![\w/])(?!-\d)")
_ACCOUNT_SAID = re.compile(
    r"(?:\b(?:bank\s+)?(?:account|acct|acc)\b|\ba/c\b)(?:\s*(?:number|num|no|nr|#))?\.?\)?(?:\s+is)?[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w/.-])(?P<sort>\d{2}-\d{2}-\d{2}|\d{2} \d{2} \d{2})"
    r"[\s,/|;:]{1,4}(?P<account>\d{8})(?!\w)"
)
_IBAN = re.compile(
    rf"(?<!\w)[A-Z]{{2}}\d{{2}}(?:{SPACE}?[A-Z0-9]){{11,30}}(?!\w)|(?<!\w)GB\d{{2}}(?:{SPACE}?[A-Z0-9]){{18}}(?!\w)",
    re.IGNORECASE,
)
_BRITISH = re.compile(rf"GB\d{{2}}{SPACE}?[A-Z]{{4}}(?:{SPACE}?\d){{14}}", re.IGNORECASE)
_IBAN_SAID = re.compile(r"\bIBAN\b(?:\s*(?:number|no))?[\s.:#=|(-]{0,8}$", re.IGNORECASE)
_CARD = re.compile(rf"(?<![\w/.-])[3-6]\d{{3}}(?:{_GAP}?\d{{4}}){{3}}(?!\w)(?!-\d)")
_ROLL = re.compile(
    r"\b(?:roll|building\s+society)\s*(?:number|no|ref\w*)\.?[\s:#=|-]{0,6}(?P<number>[A-Z0-9][A-Z0-9/-]{5,17})(?!\w)",
    re.IGNORECASE,
)


class BankDetector:
    """Finds sort codes and accounts where they are called so, IBANs and cards by their sums."""

    name = "bank"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number."""
        return everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _PAIR.finditer(text):
        yield _finding(roster, seen.span("sort"), seen["sort"], "sort code")
        yield _finding(roster, seen.span("account"), seen["account"], "account number")
    for seen in _SORT.finditer(text):
        if said_before(_SORT_SAID, text, seen.start()):
            yield _finding(roster, seen.span(), seen[0], "sort code")
    for seen in _ACCOUNT.finditer(text):
        if said_before(_ACCOUNT_SAID, text, seen.start()):
            yield _finding(roster, seen.span(), seen[0], "account number")
    for seen in _ROLL.finditer(text):
        if any(c.isdigit() for c in seen["number"]):
            yield _finding(roster, seen.span("number"), seen["number"], "account number")
    for seen in _CARD.finditer(text):
        if luhn_holds(re.sub(r"\D", "", seen[0])):
            yield _finding(roster, seen.span(), seen[0], "card number", certain=True)
    yield from _ibans(text, roster)


def _ibans(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _IBAN.finditer(text):
        british = _BRITISH.match(text, seen.start())
        span = british.span() if british else seen.span()
        number = text[slice(*span)]
        holds = iban_holds(re.sub(r"\s", "", number).upper())
        if holds:
            yield _finding(roster, span, number, "IBAN", certain=True)
        elif british or said_before(_IBAN_SAID, text, seen.start()):
            what = "mistyped IBAN"
            yield owned_or(Propose.ASK, roster, span, "bank", what, number, 0.8)


def _finding(
    roster: Roster, span: tuple[int, int], value: str, what: str, *, certain: bool = False
) -> Finding:
    sure = 0.98 if certain else 0.9
    return owned_or(Propose.REDACT, roster, span, "bank", what, value, sure, certain=certain)


def iban_holds(iban: str) -> bool:
    """Say whether an IBAN without spaces leaves 1 when it is divided by 97."""
    turned = iban[4:] + iban[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def luhn_holds(digits: str) -> bool:
    """Say whether the last digit of a card's number follows from those before it."""
    doubled = (int(d) * (1 + n % 2) for n, d in enumerate(reversed(digits)))
    return len(set(digits)) > 1 and sum(sum(divmod(d, 10)) for d in doubled) % 10 == 0
