"""Bank accounts: sort code and number, IBAN (ISO 13616, modulus 97), card (ISO 7812, Luhn)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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

_GAP = rf"(?:{SPACE}|{DASH})"
_SORT = re.compile(rf"(?<![\w/.-])\d{{2}}{_GAP}?\d{{2}}{_GAP}?\d{{2}}(?![\w/])(?!-\d)")
_SORT_SAID = re.compile(
    r"(?:\b(?:sort|srt)\s*-?\s*(?:code|cd)\b|\bs/c\b|\bs\.?c\b|\bsort\b)(?:\s*(?:number|no))?\.?\)?(?:\s+is)?[\s.:#=|(-]{0,8}$",
    re.I,
)
_ACCOUNT = re.compile(rf"(?<![\w/.-])\d{{4}}{_GAP}?\d{{3,4}}(?![\w/])(?!-\d)")
_ACCOUNT_SAID = re.compile(
    r"(?:\b(?:bank\s+)?(?:account|acct|acc)\b\.?|\ba/c\b|\bac/|\b(?:pass|bank|savings)\s?book\b|\bgiro(?:bank)?\b)"
    r"(?:\s*(?:number|num|no|nr|#))?\.?\)?(?:\s+is)?[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w/.-])(?P<sort>\d{2}-\d{2}-\d{2}|\d{2} \d{2} \d{2})"
    r"[\s,/|;:]{1,4}(?P<account>\d{8})(?!\w)"
)
_SAID_APART = re.compile(
    rf"\d(?:{SPACE}?{DASH}?{SPACE}?\d){{5}}(?!{SPACE}?{DASH}?{SPACE}?\d)(?!\w)"
    r"|\d{2}(?P<sign>[./])\d{2}(?P=sign)\d{2}(?![\w/])(?!\.\d)"
)
"""A sort code letter by letter, or with the signs of a date: where it is called so."""
_ACCOUNT_APART = re.compile(
    rf"(?<![\w/.-])(?:\d(?:{SPACE}\d){{6,9}}|[1-9]\d{{1,2}}{SPACE}\d{{3}}{SPACE}?\d{{1,4}})(?!{SPACE}?\d)(?![\w/])"
)
_SORT_CODE_SAID = re.compile(
    r"(?:\b(?:sort|srt)\s*-?\s*(?:code|cd)\b|\bs/c\b|\bsort(?=[.:]))(?:\s*(?:number|no))?\.?\)?(?:\s+is)?[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_THEN_ACCOUNT = re.compile(r"[^\d\n]{1,40}\d{7,8}(?!\d)")
_SORT_AND_ACCOUNT = re.compile(
    rf"(?<![\w/.-])(?P<sort>\d{{2}}(?P<gap>{_GAP}?)\d{{2}}(?P=gap)\d{{2}})(?:[^\d\n\w]{{1,4}}\n?|[^\d\n]{{1,30}})"
    rf"(?P<account>\d{{4}}{_GAP}?\d{{4}})(?!\w)(?!-\d)"
)
_ACCOUNT_AND_SORT = re.compile(
    r"(?<![\w/.-])(?P<account>\d{8})[^\d\n]{1,20}\bsort\b[^\d\n]{0,10}"
    r"(?P<sort>\d{2}(?P<sign>[./])\d{2}(?P=sign)\d{2})(?![\w/])"
)
_OF_A_BANK = re.compile(
    r"\b(?:bank(?:ers?|ing)?|BACS|sort|a/c|account|acc?t?|paid\s+into|pay(?:ments?|able)?\s+(?:in)?to|standing\s+order"
    r"|direct\s+debit|lloyds|barclays|midland|nat\s?west|hsbc|tsb|halifax|nationwide|santander|monzo|starling)\b",
    re.IGNORECASE,
)
_NAMED_ACCOUNT = re.compile(
    r"\b(?:a/c|account|acct)\b[.:]?\s(?:(?:of|for|name|in\s+the\s+name\s+of)[\s:]{1,2})?"
    r"(?:(?-i:[A-Z])[\w.'\u2019-]*,?\s){1,4}(?:no\.?\s)?(?P<number>\d{8})(?!\w)",
    re.IGNORECASE,
)
"""With whose it is between: "a/c D. Marsh 12345678"."""
_ENDING = re.compile(
    r"\b(?:account|a/c|acct|card|passbook)\b(?:\s(?:number|no)\.?)?\s(?:that\s)?(?:ends?|ending|last\s(?:4|four)(?:\sdigits)?)"
    r"(?:\s(?:in|with|are))?[\s:*xX.]{1,12}(?P<number>\d{3,4})(?!\w)(?!\s?[/.-]\s?\d)"
    r"(?!\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_SMALL_ACCOUNT = re.compile(
    r"\b(?:credit\s+union|christmas\s+club|savings\s+club|loan\s+club|provident)\s+(?:a/c|account|acct|member(?:ship)?)"
    r"(?:\s*(?:number|no))?\.?[\s:#=|-]{1,4}(?P<number>\d{4,8})(?!\w)",
    re.IGNORECASE,
)
_CARD_SAID = re.compile(
    r"\b(?:card|visa|mastercard|debit|credit)\b(?:\s*(?:number|num|no|nr|#))\.?\)?(?:\s+is)?[\s.:#=|(-]{0,8}$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?im:^(?P<head>[^\n\d]*\b(?:sort\s?code|acc(?:oun)?t\.?\s?(?:no|num|number)|a/c\s?(?:no|number))\b[^\n\d]*)\n)"
)
_CELL = re.compile(rf"{SPACE}*[|\t]{SPACE}*|{SPACE}{{2,}}|{SPACE}*,{SPACE}*")
_HEADS = (
    (re.compile(r"\bsort\b", re.IGNORECASE), re.compile(rf"\d{{2}}{_GAP}?\d{{2}}{_GAP}?\d{{2}}")),
    (
        re.compile(r"\b(?:acc(?:oun)?t|a/c)\b", re.IGNORECASE),
        re.compile(rf"\d{{4}}{_GAP}?\d{{3,4}}"),
    ),
)
_MOST_ROWS = 200
_LONGEST = 20_000  # letters of a table
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
        return everywhere(page, misread_too(page.text, lambda text: _once(text, roster)))


def _once(text: str, roster: Roster) -> Iterator[Finding]:
    """Yield each number once, however many ways it is seen."""
    taken = set[tuple[int, int]]()
    for finding in _seen(text, roster):
        if finding.span not in taken:
            taken.add(finding.span)
            yield finding


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _PAIR.finditer(text):
        yield _finding(roster, seen.span("sort"), seen["sort"], "sort code")
        yield _finding(roster, seen.span("account"), seen["account"], "account number")
    for seen in _SORT.finditer(text):
        if said_before(_SORT_SAID, text, seen.start()):
            yield _finding(roster, seen.span(), seen[0], "sort code")
    yield from _loosely(text, roster)
    yield from _in_columns(text, roster)
    for seen in _ACCOUNT.finditer(text):
        if said_before(_ACCOUNT_SAID, text, seen.start()):
            yield _finding(roster, seen.span(), seen[0], "account number")
    for seen in _ROLL.finditer(text):
        if any(c.isdigit() for c in seen["number"]):
            yield _finding(roster, seen.span("number"), seen["number"], "account number")
    for seen in _CARD.finditer(text):
        if luhn_holds(re.sub(r"\D", "", seen[0])):
            yield _finding(roster, seen.span(), seen[0], "card number", certain=True)
        elif said_before(_CARD_SAID, text, seen.start()):
            what = "mistyped card number"
            yield owned_or(Propose.ASK, roster, seen.span(), "bank", what, seen[0], 0.8)
    yield from _ibans(text, roster)


def _loosely(text: str, roster: Roster) -> Iterator[Finding]:
    """Yield what is written as no bank prints it, where words tell what it is."""
    for pattern in (_SORT_AND_ACCOUNT, _ACCOUNT_AND_SORT):
        for seen in pattern.finditer(text):
            if pattern is _ACCOUNT_AND_SORT or near(_OF_A_BANK, text, seen.span(), 60, 0):
                yield _finding(roster, seen.span("sort"), seen["sort"], "sort code")
                yield _finding(roster, seen.span("account"), seen["account"], "account number")
    for seen in _SAID_APART.finditer(text):
        said = said_before(_SORT_CODE_SAID, text, seen.start())
        if said and not _SORT.fullmatch(seen[0]):
            yield _finding(roster, seen.span(), seen[0], "sort code")
    for seen in _ACCOUNT_APART.finditer(text):
        if said_before(_ACCOUNT_SAID, text, seen.start()):
            yield _finding(roster, seen.span(), seen[0], "account number")
    for pattern in (_NAMED_ACCOUNT, _SMALL_ACCOUNT):
        for seen in pattern.finditer(text):
            yield _finding(roster, seen.span("number"), seen["number"], "account number")
    for seen in _ENDING.finditer(text):
        what = "end of an account number"
        yield owned_or(Propose.ASK, roster, seen.span("number"), "bank", what, seen["number"], 0.7)


def _in_columns(text: str, roster: Roster) -> Iterator[Finding]:
    """Yield what stands in the columns of a table that are headed as accounts and sort codes."""
    for heading in _HEADED.finditer(text):
        heads = _CELL.split(heading["head"].strip())
        places = [
            (n, shape)
            for word, shape in _HEADS
            for n, head in enumerate(heads)
            if word.search(head)
        ]
        start = heading.end()
        for row in (
            text[start : start + _LONGEST].split("\n", _MOST_ROWS)[:_MOST_ROWS]
            if len(heads) > 1
            else ()
        ):
            cells = _CELL.split(row.strip())
            if not row.strip():
                break
            if len(cells) == len(heads):
                for n, shape in places:
                    if shape.fullmatch(cells[n]):
                        at = start + row.find(cells[n])
                        span = at, at + len(cells[n])
                        yield _finding(roster, span, cells[n], "account number")
            start += len(row) + 1


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
