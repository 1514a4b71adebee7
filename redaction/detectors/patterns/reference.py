"""References of police, courts, councils and other services, by the words that introduce them.

Forms that are nobody else's need no such words: a court's case number (Family Court, "NE19C00123"),
and a number of the Police National Computer whose check letter holds (modulus 23).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, everywhere, owned_or
from redaction.detectors.patterns.dates import MONTH

_TOKEN = (
    rf"(?!(?:ref|id|no|nos|number|numbers|num|code|is|was)\b)(?:(?-i:[A-Z]{{1,6}}){SPACE})?[A-Za-z0-9]{{1,20}}"
    rf"(?:(?:[._:*]|{SPACE}?[/\\\u2010-\u2014-]{SPACE}?)[A-Za-z0-9]{{1,20}}){{0,8}}"
    rf"(?:{SPACE}\d{{2,8}}(?!\w|[./-]\d)){{0,2}}"
)
_NUMBER_WORD = r"(?:ref(?:erence|s|\.)?|references|id|i\.d\.|nos?\.?|numbers?|nr|num|code|#)"
_POLICE_WORDS = (
    r"crime|occurrence|incident|cad|custody(?:\s+record)?|niche|storm|urn|police(?:\s+log)?"
    r"|investigation|athena|op(?:eration)?\s+log|log|warrant|collar|exhibit|intelligence|domestic\s+abuse"
)
_COURT_WORDS = (
    r"case|court(?:\s+case)?|claim|application|petition|appeal|matter|proceedings|cause|prosecution"
    r"|tribunal"
)
_COUNCIL_WORDS = (
    r"file|client|person|service\s+user|referral|mash|complaint|foi|sar|subject\s+access"
    r"|request|contact|episode|record|document|housing|tenancy|rent|council\s+tax|benefits?|claimant"
    r"|policy|customer|application|assessment|placement|adoption|fostering|panel|lado|social\s+care"
    r"|home\s+office|visa|asylum|nass|brp|share\s+code|certificate|birth\s+certificate|licen[cs]e|enquiry"
)
_HEALTH_WORDS = (
    r"hospital|hosp\.?|patient|unit|district|mrn|rio|systm\s?one|emis|clinic|dental|prescription|lab|sample"
    r"|booking|appointment"
)
_PRISON_WORDS = r"prison(?:er)?|noms|nomis|p-?nomis|hmp|probation|delius|offender|prn"
_REGISTRATION_WORDS = (
    r"admission|adm\.?|lac|pupil|works|clock|service|army|navy|raf|regimental|electoral(?:\s+roll)?|indictment|legal\s+aid"
    r"|ration\s+book|identity\s+card|national\s+registration|tv\s+licen[cs]e|pension|crime\s+report|voucher"
    r"|member(?:ship)?|employee|staff|payroll|swe|hcpc|student|candidate|exam(?:ination)?"
)
_KINDS = "|".join(
    (_POLICE_WORDS, _COURT_WORDS, _COUNCIL_WORDS, _HEALTH_WORDS, _PRISON_WORDS, _REGISTRATION_WORDS)
)
_SYSTEMS = (
    r"lcs|liquid\s?logic|mosaic|ics|care\s?first|framework-?i|azeus|protocol|capita\s+one|synergy|pnc|pncid"
    r"|cro|crn|ucr|ppn|ssid|nomis|swift|ehm|eclipse|systm\s?one|urn|arms|visor|viper"
)
_BEHIND = rf"\)?(?:\s+{_NUMBER_WORD})?(?:\s+(?:is|was|of|under))?[\s.:#=|(-]{{0,6}}"
_INTRODUCED = re.compile(
    rf"(?<!\w)(?:(?:{_KINDS}|{_SYSTEMS})s?[\s(-]{{1,3}}{_NUMBER_WORD}(?:\s?/?\s?{_NUMBER_WORD})?"
    rf"|(?:ref(?:erence)?s?)(?:\s*(?:numbers?|nos?|code|id)\b)?\.?)(?!\w)"
    rf"{_BEHIND}(?P<number>{_TOKEN})(?!\w)",
    re.IGNORECASE,
)
_SYSTEM = re.compile(rf"\b(?:{_SYSTEMS})\b{_BEHIND}(?P<number>{_TOKEN})(?!\w)", re.IGNORECASE)
_STRAIGHT = re.compile(
    rf"\b(?:occurrence|incident|cad|niche|mrn|urn|storm|athena|crime(?:\s+report)?|custody(?:\s+record)?|county\s+court\s+case|ppn|police\s+log|log|claim|ubrn)s?"
    rf"[\s.:#=|(]{{1,4}}(?P<number>{_TOKEN})(?!\w)(?!{SPACE}?(?:pounds|%|people|hours|hrs|times))",
    re.IGNORECASE,
)
"""What stands before a number without a word for one: "Occurrence: 1900412233"."""
_ACCOUNT = re.compile(
    rf"\b(?:rent|gas|electric(?:ity)?|water(?:\s+rates?)?|council\s+tax|rates|catalogue|loan|telephone|mail\s+order|tenancy|housing)\s+"
    rf"(?:a/c|account|acct)(?:\s*{_NUMBER_WORD})?\.?[\s:#=|-]{{1,4}}(?P<number>\d{{4,12}}(?:-\d{{1,3}})?(?:{SPACE}\d{{2,4}}){{0,4}}|\d{{3}}(?:{SPACE}\d{{3}}){{1,3}})(?!\w|[./-]\d)",
    re.IGNORECASE,
)
"""What somebody owes or pays by: "rent a/c 1023456-01"."""
_BENEFIT = re.compile(
    rf"\b(?:child\s+benefit|CHB|CB)(?:\s*{_NUMBER_WORD})?\.?[\s:#=|-]{{1,4}}(?P<number>(?:CHB{SPACE}?)?\d{{8}}{SPACE}?[A-Z]{{2}})(?!\w)",
    re.IGNORECASE,
)
_SERIES = re.compile(
    rf"\b(?i:ration{SPACE}book|identity{SPACE}card|national{SPACE}registration)(?:{SPACE}(?i:{_NUMBER_WORD}))?[\s.:#=|-]{{1,4}}"
    rf"(?P<number>[A-Z]{{3,4}}[{SPACE[1:-1]}/]?\d{{1,4}}(?:[{SPACE[1:-1]}/:]\d{{1,3}})?)(?!\w)"
)
_LETTERED = re.compile(
    rf"\b(?i:legal{SPACE}aid|hosp(?:ital)?\.?|army|service|custody{SPACE}record|ARC|UCR|electoral(?:{SPACE}roll)?)"
    rf"(?:{SPACE}(?i:ref|{_NUMBER_WORD}))?[\s.:#=|-]{{1,4}}"
    rf"(?P<number>(?:[A-Z]{{1,3}}{SPACE}?\d{{5,8}}(?:{SPACE}?[A-Z])?|[A-Z\d]{{2,4}}/[A-Z\d]{{2,6}}(?:/\d{{2,6}}){{0,2}}))(?![\w/])"
)
_CROWN = re.compile(r"(?<![\w/-])[TSA](?:19|20)\d{6}(?![\w/-])")
"""The number of a Crown Court: a trial, a sentence, an appeal."""
_IN_PRISON = re.compile(
    r"\b(?:HMP(?:/?YOI)?|HMYOI|YOI|HMRC|HM\sPrison)(?:\s[A-Z][\w'-]*){0,3}[\s,:(-]{1,3}(?P<number>[A-Z]{1,2}\d{4})(?![\w/-])"
)
"""The number of a prisoner as it was until 2008: "HMP Hull, TF4123"."""
_SHORT_OF = re.compile(
    rf"\b(?:(?P<cad>CAD|STORM|Niche){SPACE}(?P<a>\d{{3,6}})"
    rf"|(?:(?i:log|cad|incident)){SPACE}(?P<b>\d{{1,5}}{SPACE}of{SPACE}\d{{1,2}}(?:[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?"
    rf"|(?:st|nd|rd|th)?{SPACE}(?i:{MONTH})(?:{SPACE}(?:19|20)\d\d)?)))(?![\w/])"
)
"""A control room's number of a day: "CAD 3312", "Log 482 of 29/8"."""
_PRISON = re.compile(r"(?<![\w/-])[A-Z]\d{4}[A-HJ-Z][A-HJ-Z](?![\w/-])")
"""The number of a prisoner (NOMIS): "A4417FK"."""
_LONG = 6  # letters and figures of a number that only its kind introduces
_FURTHER = re.compile(
    rf"(?:{SPACE}?(?:,|;|&|\band\b){SPACE}?\n?)+(?P<number>[A-Za-z0-9]{{1,20}}(?:[/-][A-Za-z0-9]{{1,20}}){{1,4}})(?!\w)"
)
_COURT = re.compile(
    rf"(?<![\w/-])(?:[A-Z]{{2}}\d{{2}}[A-Z]\d{{5}}|[A-Z]{{2}}{SPACE}\d{{2}}{SPACE}[A-Z]{SPACE}\d{{5}})(?!\w)"
)
_PNC = re.compile(
    r"(?<![\w/-])(?P<year>(?:19|20)?\d{2})/(?P<serial>\d{1,7})(?P<letter>[A-HJ-NP-RT-Z])(?!\w)"
)
_PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_DATE = re.compile(
    r"\d{1,2}[/.:-]\d{1,2}[/.:-](?:\d{4}|\d{2})|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|(?:19|20)\d\d(?:[/-]\d{2,4})?"
    r"|\d{1,2}[:.]\d{2}(?:[ap]m)?"
)
_FEWEST = 4
_FEWEST_DIGITS = 3


class ReferenceDetector:
    """Finds references to cases, crimes, files and records. It asks: an office's may be meant."""

    name = "reference"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each reference."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: set[int] = set()
    for pattern in (_ACCOUNT, _BENEFIT, _SERIES, _LETTERED, _IN_PRISON):
        for seen in pattern.finditer(text):
            if seen.start("number") not in taken:
                taken.add(seen.start("number"))
                yield _finding(roster, seen.span("number"), seen["number"], 0.7)
    for pattern in (_INTRODUCED, _SYSTEM):
        for seen in pattern.finditer(text):
            at: re.Match[str] | None = seen
            while at is not None and _is_reference(number := at["number"].rstrip(" .:-")):
                start = at.start("number")
                if start not in taken:
                    taken.add(start)
                    yield _finding(roster, (start, start + len(number)), number, 0.8)
                at = _FURTHER.match(text, start + len(number))
    for seen in _STRAIGHT.finditer(text):
        number = seen["number"].rstrip(" .:-")
        start, end = seen.start("number"), seen.start("number") + len(number)
        if start not in taken and _is_reference(number) and _is_long(number):
            taken.add(start)
            yield _finding(roster, (start, end), number, 0.7)
    for pattern in (_SHORT_OF, _PRISON):
        for seen in pattern.finditer(text):
            span = seen.span("a" if seen["a"] else "b") if pattern is _SHORT_OF else seen.span()
            if span[0] not in taken:
                taken.add(span[0])
                yield _finding(roster, span, text[slice(*span)], 0.7)
    for seen in _CROWN.finditer(text):
        if seen.start() not in taken:
            yield _finding(roster, seen.span(), seen[0], 0.8)
    for seen in _COURT.finditer(text):
        if seen.start() not in taken:
            yield _finding(roster, seen.span(), seen[0], 0.8)
    for seen in _PNC.finditer(text):
        if seen.start() not in taken and pnc_letter_holds(
            seen["year"], seen["serial"], seen["letter"]
        ):
            yield _finding(roster, seen.span(), seen[0], 0.9, certain=True)


def _finding(
    roster: Roster, span: tuple[int, int], value: str, sure: float, *, certain: bool = False
) -> Finding:
    what = "reference of a case or file"
    return owned_or(Propose.ASK, roster, span, "reference", what, value, sure, certain=certain)


def _is_reference(token: str) -> bool:
    """Say whether a token is made like a reference and unlike a date, a time or a word."""
    solid = [c for c in token if c.isalnum()]
    digits = sum(c.isdigit() for c in solid)
    return len(solid) >= _FEWEST and digits >= _FEWEST_DIGITS and not _DATE.fullmatch(token)


def _is_long(token: str) -> bool:
    """Say whether a token has as many figures as no count has: "Incident 2019-20" has not."""
    return sum(map(str.isdigit, token)) >= _LONG and not (
        _DATE.fullmatch(token.split()[0]) or re.fullmatch(r"0[\d ]{9,12}", token)
    )


def pnc_letter_holds(year: str, serial: str, letter: str) -> bool:
    """Say whether the letter follows from two digits of the year and seven of the serial number."""
    return _PNC_LETTERS[int(f"{year[-2:]}{int(serial):07d}") % 23] == letter
