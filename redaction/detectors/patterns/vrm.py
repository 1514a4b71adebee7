"""Vehicle registration marks (DVLA INF104): current, prefix, suffix, and of Northern Ireland."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import (
    DASH,
    SPACE,
    everywhere,
    near,
    owned_or,
    said_before,
)
from redaction.detectors.names.veto import is_ordinary

_AGE = r"\d{2}"
_CURRENT = re.compile(
    rf"(?<![\w/.-])[A-HJ-PR-Y]{{2}}{_AGE}(?:{SPACE}|{SPACE}?\n)?[A-HJ-PR-Z]{{3}}(?![\w/-])",
    re.IGNORECASE,
)
_LIKE_CURRENT = re.compile(
    rf"(?<![\w/.-])[A-Z]{{2}}(?:{SPACE}|{DASH})?[\dOI]{{2}}(?:{SPACE}|{DASH}|\.|{SPACE}?\n)?[A-Z]{{3}}(?![\w/-])",
    re.IGNORECASE,
)
"""With letters that are never given out, as made-up marks have, or misread or parted otherwise."""
_WEAK = re.compile(
    rf"(?<![\w/.-])(?:[A-HJ-NP-TV-Y]\d{{1,3}}{SPACE}?[A-HJ-PR-Z]{{3}}"
    rf"|[A-Z]{{3}}{SPACE}?\d{{1,3}}[A-HJ-NP-TV-Y]"
    rf"|(?=[A-Z]{{0,2}}[IZ])[A-Z]{{2,3}}{SPACE}?\d{{1,4}})(?![\w/-])",
    re.IGNORECASE,
)
_PARTED = re.compile(
    rf"(?<![\w/.-])(?:[A-HJ-NP-TV-Y]{SPACE}\d{{1,3}}{SPACE}[A-HJ-PR-Z]{{3}}|[A-HJ-PR-Z]{{3}}{SPACE}\d{{1,3}}{SPACE}[A-HJ-NP-TV-Y])(?![\w/-])"
)
"""With a space on either side of the figures, in capitals: "P 412 JBF"."""
_APART = re.compile(
    rf"(?<![\w/.-])(?=[A-Z ]{{0,8}}\d)[A-Z\d](?:{SPACE}[A-Z\d]){{4,6}}(?!{SPACE}?[A-Z\d])(?![\w/-])"
)
"""Letter by letter, where it is called a registration."""
_OF_CHOICE = re.compile(
    rf"(?<![\w/.-])(?=\w{{0,4}}\d)(?=\w{{0,6}}{SPACE}?[A-Z])[A-Z\d]{{2,5}}{SPACE}?[A-Z]{{1,3}}(?![\w/-])"
)
"""As owners have them set: "plate DE4N M", where it is called one."""
_DATELESS = re.compile(
    rf"(?<![\w/.-])(?:[A-Z]{{1,3}}{SPACE}?\d{{1,4}}|\d{{1,4}}{SPACE}?[A-Z]{{1,3}})(?![\w/-])"
)
_MISREAD = re.compile(
    rf"(?<![\w/.-])(?=\w*[A-Z])[A-Z\d]{{2}}[\dOIl]{{2}}{SPACE}?(?=[A-Z\d]{{0,2}}[A-Z])[A-Z\d]{{3}}(?![\w/-])"
)
"""As scanners read letters and figures for each other: where it is called a registration."""
_LIKE_WEAK = re.compile(rf"(?<![\w/.-])[A-Z]\d{{1,3}}{SPACE}?[A-Z]{{3}}(?![\w/-])")
"""With letters that are never given out, where it is called a registration: "plate T4 RIQ"."""
_POSTCODE = re.compile(r"\d[A-Z]{2}$|^\d")
_ABOUT_CARS = re.compile(
    r"\b(?:reg|regd|registration|registered\s+keeper|VRM|VRN|number\s*plates?|plates?|cars?|vans?|parking"
    r"|vehicles?|lorry|truck|taxi|minibus|motor(?:bike|cycle)|moped|scooter|parked|driv(?:es?|ing|en)"
    r"|drove|ford|vauxhall|bmw|audi|vw|volkswagen|renault|peugeot|nissan|toyota|honda|mercedes|skoda"
    r"|morris|austin|mini|rover|jaguar|lexus|tesla|mitsubishi|subaru|saab|chevrolet|jeep|isuzu"
    r"|kia|hyundai|citroen|mazda|volvo|fiat|suzuki|dacia|fiesta|focus|corsa|astra|golf|transit"
    r"|clio|polo|qashqai|cortina|escort|anglia|capri|sierra|mondeo|allegro|cavalier|vectra|zafira|micra|hillman|humber|wolseley"
    r"|sunbeam|datsun|lada|bedford|caravan|trailer|motor[ -](?:car|cycle|bike|vehicle)|saloon)\b",
    re.IGNORECASE,
)
_PERHAPS_OF_CARS = re.compile(
    r"\b(?:outside|pull(?:ed|s|ing) up|(?:get|got|gets|getting|hop\w*|jump\w*|climb\w*)"
    r" (?:in|out|into|off)"
    r"|pick(?:ed|s|ing) (?:him|her|them|us|me) up|lifts?|sped|speeding|seen (?:at|in|near|leaving)"
    r"|(?:wrote|noted|took|taken) (?:it )?down|petrol|passenger|garage|mot|insurance)\b",
    re.IGNORECASE,
)
"""Where a mark in small letters may be a car's though none is spoken of."""
_SMALL_WORDS_LISTED = """
the and for was has had not but all any can did her him his how its may new now off old one our out
own she too two use via way who why you are been from that they this will with were what when
"""
_SMALL_WORDS = frozenset(_SMALL_WORDS_LISTED.split())
"""What stands behind a part of a city, "SE15 THE", and seldom on a car."""
_BEFORE_FIGURES_WORDS = """
ad am an as at be by do go he if in is it ks me my no of on or pm pp re so to up us we yr
"""
_BEFORE_FIGURES = frozenset(_BEFORE_FIGURES_WORDS.split())
"""Of two letters, what stands before any figures."""
_LIKE_SMALL = re.compile(rf"[a-z]{{2}}\d{{2}}{SPACE}?[a-z]{{3}}")
_SOLID = re.compile(r"[A-Z]{2}\d{2}[A-Z]{3}")
_CAPITALS_BEFORE = re.compile(r"[A-Z]{3,}\W{0,2}$")
_CAPITALS_BEHIND = re.compile(r"\W{0,2}[A-Z]{3,}")
_WORD_BESIDE = 20  # letters
_SAID = re.compile(
    r"\b(?:reg|regd|registration|VRM|VRN|V\.R\.[MN]|number\s*plate|plate|index|(?:car|van|lorry|vehicle|motor[\s-]?(?:car|cycle|bike))(?=\s+(?:reg|no|num)))\b\.?"
    r"(?:\s*(?:reg|number|num|no|mark|plate))?\.?\)?(?:\s+(?:is|was|reads?|reading|of|with|that"
    r"|(?:starts?|starting|begins?|beginning|ends?|ending)(?:\s+(?:with|in))?))*[\s.:#=|('\"\u201c\u2018-]{0,5}$",
    re.IGNORECASE,
)


_ON_A_PLATE = re.compile(
    r"\b(?:plate|VRM|VRN|V\.R\.M|reg(?:istration)?\s+(?:number|no|mark))\b\.?(?:\s+(?:is|was|reads?|reading|of))?[\s.:#=|('\"-]{0,5}$",
    re.IGNORECASE,
)
_MAKES = (
    r"(?:ford|vauxhall|bmw|audi|vw|volkswagen|renault|peugeot|nissan|toyota|honda|mercedes|skoda|morris|austin|mini|rover|jaguar"
    r"|kia|hyundai|citroen|mazda|volvo|fiat|suzuki|hillman|humber|triumph|singer|wolseley|sunbeam|datsun|lada|standard|riley"
    r"|bedford|commer|bsa|norton|cortina|escort|anglia|capri|zephyr|consul|minor|oxford|cambridge|viva|victor|minx|imp|allegro"
    r"|maestro|montego|metro|marina|sierra|mondeo|cavalier|vectra|zafira|micra|fiesta|focus|corsa|astra|golf|transit|clio|polo)"
)
_RIGHT_BEHIND = re.compile(
    rf"\b(?:{_MAKES}(?:{SPACE}(?:car|van|saloon|estate))?|(?:motor[\s-]?)?(?:car|van|lorry|cycle|bike)|taxi|caravan|saloon|trailer)"
    rf",?{SPACE}\(?$",
    re.IGNORECASE,
)
_BEHIND_A_CAR = re.compile(
    rf"(?<![\w/.-])(?:[A-Z]{{2,3}}{SPACE}?\d{{1,4}}|\d{{1,4}}{SPACE}?[A-Z]{{2,3}})(?![\w/-]|{SPACE}?[A-Z\d]|\.\d)"
)
"""A mark without a date, of before 1963, right behind a make, a model or "car"."""
_TRIM = re.compile(
    r"(?:GTI?E?|TDI|TDCI|CDTI|DCI|HDI|SRI|SXI|GLX?|LX|SE|TD|CC|BHP|MPG|MPH|LWB|SWB|XR|TT|CX|MK|MX|RAV|AX|BX|ZX|HP|NO|PC|WPC|DC|PS"
    r"|AM|PM|HRS|KM|KPH|TO|AT|ON|IN|OF|AND|THE|FOR|DL|RS|ST|CDI|MPV|YRS|DOB|CAD|URN|REF|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
)
_PART = re.compile(
    rf"\b(?:reg|regd|registration|VRM|VRN|(?:number\s*)?plate|index|part(?:ial)?\s+(?:reg\w*|plate|index|vrm))\b\.?"
    r"(?:\s*(?:number|num|no|mark|plate))?\s*(?:part(?:ial)?|(?:which\s|that\s)?(?:starts?|starting|begins?|beginning|ends?|ending))"
    rf"(?:\s+(?:with|in))?[\s:'\"]{{1,4}}(?P<part>(?-i:[A-Z]{{2,3}}|[A-Z]{{1,2}}\d{{1,3}}|\d{{1,3}}{SPACE}?[A-Z]{{1,3}}))(?!\w)",
    re.IGNORECASE,
)
"""As much of a mark as somebody saw: "reg ends JBF"."""
_TRADE = re.compile(
    rf"\btrade\s+plates?(?:\s*(?:number|no))?[\s.:#=(-]{{1,4}}(?P<part>\d{{4,5}}|\d{{1,3}}{SPACE}?(?-i:[A-Z]{{1,3}})|(?-i:[A-Z]{{1,3}}){SPACE}?\d{{1,3}})(?!\w)",
    re.IGNORECASE,
)


class VrmDetector:
    """Finds registration marks; those like other things only where a car is spoken of."""

    name = "vrm"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each mark."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: set[int] = set()
    for pattern in (
        _CURRENT,
        _LIKE_CURRENT,
        _MISREAD,
        _WEAK,
        _LIKE_WEAK,
        _PARTED,
        _DATELESS,
        _APART,
        _OF_CHOICE,
    ):
        for seen in pattern.finditer(text):
            if taken.intersection(range(*seen.span())) or not _is_one(pattern, seen):
                continue
            taken.update(range(*seen.span()))
            sure = 0.95 if pattern is _CURRENT else 0.85
            what = "vehicle registration"
            yield owned_or(Propose.REDACT, roster, seen.span(), "vrm", what, seen[0], sure)
    for seen in (*_TRADE.finditer(text), *_PART.finditer(text)):
        if not taken.intersection(range(*seen.span("part"))):
            taken.update(range(*seen.span("part")))
            what = "part of a vehicle registration" if seen.re is _PART else "trade plate"
            yield owned_or(Propose.ASK, roster, seen.span("part"), "vrm", what, seen["part"], 0.7)
    for seen in _BEHIND_A_CAR.finditer(text):
        free = not taken.intersection(range(*seen.span()))
        letters = "".join(filter(str.isalpha, seen[0]))
        if free and not _TRIM.fullmatch(letters) and said_before(_RIGHT_BEHIND, text, seen.start()):
            what = "vehicle registration"
            yield owned_or(Propose.ASK, roster, seen.span(), "vrm", what, seen[0], 0.6)
    for seen in _CURRENT.finditer(text):
        free = not taken.intersection(range(*seen.span()))
        if free and _is_typed_small(seen) and near(_PERHAPS_OF_CARS, text, seen.span(), 60, 40):
            what = "vehicle registration"
            yield owned_or(Propose.ASK, roster, seen.span(), "vrm", what, seen[0], 0.5)


def _is_one(pattern: re.Pattern[str], seen: re.Match[str]) -> bool:
    if pattern in (_APART, _OF_CHOICE):
        return said_before(_ON_A_PLATE, seen.string, seen.start())
    if said_before(_SAID, seen.string, seen.start()):
        return True
    if pattern is _PARTED:
        small = seen[0][-3:].lower() in _SMALL_WORDS
        return not small and near(_ABOUT_CARS, seen.string, seen.span(), 40, 25)
    if pattern is _MISREAD and not (_POSTCODE.search(seen[0]) or _LIKE_CURRENT.fullmatch(seen[0])):
        return near(_ABOUT_CARS, seen.string, seen.span(), 40, 25)
    if pattern in (_DATELESS, _LIKE_WEAK, _MISREAD) or not (seen[0].isupper() or seen[0].islower()):
        return False
    wide = (120, 60) if seen[0].isupper() else (40, 25)
    of_cars = near(_ABOUT_CARS, seen.string, seen.span(), *wide)
    # "SE15 THE" in a line of capitals is a part of London, "in 1987" a year, "f50 for" an amount.
    last = seen[0][-3:].lower()
    if not seen[0].isalnum() and (
        last in _SMALL_WORDS or (is_ordinary(last) and not seen[0].isupper())
    ):
        alone = seen[0].isupper() and not _is_in_capitals(seen)
        small = last not in _SMALL_WORDS and _is_typed_small(seen)
        return of_cars and pattern is _CURRENT and (alone or small)
    if pattern is _WEAK and seen[0].islower() and not seen[0].isalnum():
        return False
    if pattern is _CURRENT and seen[0].isupper() and "\n" not in seen[0]:
        return True
    if pattern is _LIKE_CURRENT and not seen[0].isupper():
        return of_cars and _LIKE_SMALL.fullmatch(seen[0]) is not None and _is_typed_small(seen)
    if pattern is _LIKE_CURRENT and _SOLID.fullmatch(seen[0]):
        return True
    return of_cars


def _is_typed_small(seen: re.Match[str]) -> bool:
    """Say whether figures that tell an age stand behind letters that are no word: "ab12 cde"."""
    mark = seen[0]
    aged = mark[2:4] not in ("00", "01")
    plain = mark.islower() and mark[:2] not in _BEFORE_FIGURES
    return plain and aged and "\n" not in mark and mark[-3:] not in _SMALL_WORDS


def _is_in_capitals(seen: re.Match[str]) -> bool:
    """Say whether a word in capitals stands right before or behind, as in a line of them."""
    text, start = seen.string, seen.start()
    before = _CAPITALS_BEFORE.search(text, max(0, start - _WORD_BESIDE), start)
    return before is not None or _CAPITALS_BEHIND.match(text, seen.end()) is not None
