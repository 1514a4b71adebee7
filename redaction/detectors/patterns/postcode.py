"""Postcodes (BS 7666: the areas in use, and the letters an inward code may have)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, everywhere, owned_or, said_before
from redaction.detectors.patterns.streets import NAMED_STREET

_AREAS_IN_USE = """
AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH
EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M
ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST
SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
"""
_AREAS = frozenset(_AREAS_IN_USE.split())
_OUTWARD = r"[A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKMNPR-Y]?"
_INWARD = r"[ABD-HJLNP-UW-Z]{2}"
_POSTCODE = re.compile(
    rf"(?<![\w/@#])(?:GIR{SPACE}?0AA|(?P<outward>{_OUTWARD})(?P<gap>{SPACE}{{0,2}}|{SPACE}?\n)"
    rf"(?P<inward>\d{_INWARD}))(?!\w)",
    re.IGNORECASE,
)
_MISREAD = re.compile(
    rf"(?<![\w/@#])(?P<outward>[A-PR-UWYZ][A-HK-Y]?[\dIOl][\dIOlA-HJKMNPR-Y]?){SPACE}"
    rf"[\dOIl][A-Z]{{2}}(?!\w)"
)
"""With a letter for a figure, as people type them and scanners read them, or one never used."""
_DIGITS = str.maketrans("IOl", "101")
_ORDINAL = re.compile(r"1st|2nd|3rd|[04-9]th", re.IGNORECASE)
_STOREY = re.compile(r"\s*(?:floor|storey|class|exit|time|child|edition|quarter)\b", re.IGNORECASE)
_OUTWARD_ALONE = re.compile(
    rf"(?<![\w/@#])(?P<area>[A-PR-UWYZ][A-HK-Y]?)\d{{1,2}}[A-HJKMNPR-Y]?"
    rf"(?!\w|{SPACE}?\d|[.,]\d|/)"
)
_SAID = re.compile(r"\bpost\s?code\b(?:\s+(?:is|of|area))?[\s.:=|(-]{0,6}$", re.IGNORECASE)
_SAID_AFTER = re.compile(r"\s(?:post\s?codes?|area)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|to|from|around|near|of|at)\s(?:the\s)?$", re.IGNORECASE)
_AFTER_A_STREET = re.compile(rf"{NAMED_STREET}(?:,?{SPACE}+|\s*,?\n\s*)$")
_AFTER_A_PLACE = re.compile(rf"(?<![\w-])[A-Z][a-z'\u2019-]{{2,}},(?:{SPACE}*\n?{SPACE}*)$")
_AFTER_A_TOWN = re.compile(
    rf"\b(?:in|at|of|from|near|to|around){SPACE}(?:[A-Z][a-z'\u2019-]{{2,}}{SPACE}){{1,3}}$"
)
_NO_PLACES_WORDS = """
annex appendix band bay bed box category chapter class column exhibit figure flat form gate grade
group house item junction key lesson level lot motorway page part platform point room row rule
section sheet site stage table tab team tier unit version volume ward year zone vitamin and or the
"""
_NO_PLACES = frozenset(_NO_PLACES_WORDS.split())


class PostcodeDetector:
    """Finds postcodes. Whose an unknown one is cannot be told (an office has one too): it asks."""

    name = "postcode"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each postcode, and for its first half behind a street or a town."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    reach, homes = set[int](), _districts(roster)
    areas = _AREAS | {_area(district) for district in homes}
    for seen in _POSTCODE.finditer(text):
        if _is_one(seen):
            reach.add(seen.start())
            yield owned_or(Propose.ASK, roster, seen.span(), "postcode", "postcode", seen[0], 0.8)
    for seen in _MISREAD.finditer(text):
        if seen.start() not in reach and _is_misread(seen, areas):
            reach.add(seen.start())
            value = seen["outward"][:2] + seen[0][2:].translate(_DIGITS)
            yield owned_or(Propose.ASK, roster, seen.span(), "postcode", "postcode", value, 0.7)
    for seen in _OUTWARD_ALONE.finditer(text):
        if seen.start() not in reach and _is_first_half(seen, areas, homes):
            what = "first half of a postcode"
            yield owned_or(Propose.ASK, roster, seen.span(), "postcode", what, seen[0], 0.6)


def _is_one(seen: re.Match[str]) -> bool:
    if seen["outward"] is None or said_before(_SAID, seen.string, seen.start()):
        return True
    in_use = _area(seen["outward"]) in _AREAS
    storey = not seen[0].isupper() or _STOREY.match(seen.string, seen.end())
    if storey and _ORDINAL.fullmatch(seen["inward"]):
        return False  # "the M5 2nd exit", "FLAT E1 2ND FLOOR"
    if seen[0].isupper():
        return in_use or "\n" not in seen["gap"]
    if seen["gap"]:
        return "\n" not in seen["gap"] and (in_use or seen[0].islower())
    # "m20at", "e12ab": run together in small letters, short ones are something else.
    return in_use and seen[0].islower() and len(seen[0]) > 5


def _districts(roster: Roster) -> frozenset[str]:
    """Return the first halves of the postcodes at which people of the roster live."""
    ends = (_POSTCODE.search(address) for person in roster.people for address in person.addresses)
    return frozenset(end["outward"].upper() for end in ends if end and end["outward"])


def _area(outward: str) -> str:
    return re.sub(r"\d.*", "", outward.upper())


def _is_misread(seen: re.Match[str], areas: Collection[str]) -> bool:
    outward = seen["outward"]
    area = next((outward[:n] for n in (2, 1) if outward[:n] in areas), None)
    if area is None or not outward[len(area) :] or not any(c.isdigit() for c in seen[0]):
        return False
    halves = seen[0].split()
    misread = not seen[0][-3].isdigit() or any(c in "IOl" for c in outward[len(area) :])
    if misread and all(any(map(str.isdigit, half)) for half in halves):
        return True  # a figure in each half, and a letter that scanners take figures for
    if area not in _AREAS:
        return True  # one in which somebody of the roster lives
    before = _AFTER_A_PLACE, _AFTER_A_STREET, _AFTER_A_TOWN, _SAID
    return any(said_before(words, seen.string, seen.start(), 60) for words in before)


def _is_first_half(seen: re.Match[str], areas: Collection[str], homes: Collection[str]) -> bool:
    text, start = seen.string, seen.start()
    if seen["area"] not in areas:
        return False
    if _SAID_AFTER.match(text, seen.end()) or (
        seen[0] in homes and said_before(_IN, text, start, 20)
    ):
        return True
    if said_before(_SAID, text, start) or said_before(_AFTER_A_STREET, text, start, 60):
        return True
    for words in (_AFTER_A_PLACE, _AFTER_A_TOWN):
        found = words.search(text, max(0, start - 60), start)
        if found and not _NO_PLACES & set(re.findall(r"[a-z]+", found[0].lower())[-1:]):
            # Motorways are called as places of one letter: "from Leeds M1".
            return words is _AFTER_A_PLACE or len(seen["area"]) == 2
    return False
