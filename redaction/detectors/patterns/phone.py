"""Telephone numbers, in the ways people write those of the United Kingdom (Ofcom's plan).

Numbers that Ofcom keeps for drama are numbers: whether one is in use is nothing to go by.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import (
    DASH,
    SPACE,
    everywhere,
    owned,
    owned_or,
    said_before,
)
from redaction.detectors.owners import squeezed
from redaction.detectors.patterns.rows import row_of, rows_below

_FIGURE = r"[\dOoQlI]"
_GAP = rf"(?:{SPACE}|{DASH}|[.()])"
_EXTENSION = (
    rf"(?:{SPACE}{{0,2}}(?:,{SPACE})?\(?(?:x|ext?n?\.?|extension){SPACE}?:?{SPACE}?\d{{1,6}}\)?)?"
)
_FULL = re.compile(
    rf"(?<![\w£$€%])(?<!\d[-/.,:])"
    rf"(?:\(?(?:\+|00){SPACE}?44\)?(?:{_GAP}|\n){{0,2}}(?:\(?[0O]\)?{_GAP}{{0,2}})?"
    rf"|\(?[0O]\)?{SPACE}?(?:\((?=\d))?)"
    rf"[1-35789lI](?:{_GAP}{{0,3}}{_FIGURE}){{8,9}}{_EXTENSION}(?!\w)",
    re.IGNORECASE,
)
_OVER_A_LINE = re.compile(
    rf"(?<![\w£$€%])(?<!\d[-/.,:])(?:\(?0|\+44{SPACE}?(?:\(0\){SPACE}?)?)[1-35789]\d{{1,3}}\)?{SPACE}?(?:\d{{3}}{SPACE}?)?\n{SPACE}?"
    rf"\d{{3}}{SPACE}?\d{{3,4}}(?![\w/])(?![.-]\d)"
    rf"|(?<![\w£$€%])(?<!\d[-/.,:])0[1-35789]\d{{2,3}}{SPACE}\d{{3}}{SPACE}?\n{SPACE}?\d{{4}}(?![\w/])(?![.-]\d)"
)
_ABROAD = re.compile(
    rf"(?<![\w£$€%])\+(?!{SPACE}?44|0)\d{{1,3}}(?:{_GAP}{{0,3}}\d){{6,12}}{_EXTENSION}(?!\w)(?!-\d)"
)
_STROKED = re.compile(r"(?<![\w£$€%/.-])0[1-35789]\d{2,3}\s?/\s?\d{6,7}(?![\w/])(?![.-]\d)")
_PART = re.compile(
    rf"(?<![\w£$€%/.:+-])\(?\d(?:{_GAP}{{0,2}}\d){{5,11}}{_EXTENSION}(?![\w/])(?!{_GAP}{{1,2}}\d|:\d)"
)
"""A number without its area, without its 0, or of another land: where a telephone is spoken of."""
_SAID = re.compile(
    r"\b(?:tel(?:ephone)?s?|phones?d?|phoning|ring(?:ing)?|rang|rung|mob(?:ile)?s?|cell|fax|landline"
    r"|desk|office|call(?:s|ed|ing)?|text(?:s|ed|ing)?|whats\s?app|contact)\b\.?"
    r"(?:[\s:]*(?:numbers?|num|no|nos|her|him|them|me|us|mum|dad|back|on|is|at|from|the|office|home|work"
    r"|new|or|and|(?-i:[A-Z][a-z]+)))*[\s.,:#=|(-]{0,5}$"
    r"|\b(?:(?:new|old|his|her|their|my|our|local|home|work|evening|daytime|\w+['\u2019]s)\s(?:number|no\.?)"
    r"|home|reach(?:ed|able)?\s(?:\w+\s)?(?:on|at))"
    r"(?:\s(?:is|was|(?:would|will|should|might|could)\sbe)(?:\s(?:like|about|just|now|still))?)?[\s.:#=|(-]{0,5}$"
    r"|(?:^|[\s,;(|])[TMHWE](?:el)?:\s?$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_HEALTH = re.compile(r"\b(?:CHI|NHS)(?:\s(?:[Nn]umber|[Nn]o\.?))?[\s:#-]{1,3}$")
"""What calls a number that of a patient."""
_SAID_AFTER = re.compile(
    rf"{SPACE}?[(\[]{SPACE}?(?:home|work|mob(?:ile)?|landline|evenings?|days?|daytime|h|m|w|tel|phone)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    rf"{SPACE}?(?:/|,|;|&|\bor\b|\band\b){SPACE}?(?P<number>\d(?:{_GAP}{{0,2}}\d){{5,10}})(?![\w/])(?![.-]\d)"
)
_LOCAL = re.compile(
    rf"(?<![\w£$€%/.:+-])\(?\d(?:{_GAP}{{0,2}}\d){{5,7}}(?![\w/])(?!{_GAP}{{1,2}}\d|:\d)"
)
_HEAD = re.compile(
    r"(?<![^\s(|])(?:[Tt]el(?:ephone)?|[Pp]hone|[Mm]ob(?:ile)?|[Ll]andline|TEL(?:EPHONE)?|PHONE|MOB(?:ILE)?)\b"
)
_WITHOUT_NOUGHT = re.compile(
    rf"(?<![\w£$€%/.:+-])(?:44{SPACE}?)?"
    r"(?:[127]\d{9}|[127]\d{3}[ -]\d{3}[ -]?\d{3}|20[ -]\d{4}[ -]\d{4})"
    r"(?:\.0)?(?![\w/])(?![.-]\d)"
)
"""A number of which a spreadsheet dropped the first 0, or the +: where telephones are headed."""
_FEWEST_LOCAL, _MOST_LOCAL = 6, 8
_DESK = re.compile(
    r"\b(?:ext\.?|extn\.?|extension(?:\s+(?:no|number))\b\.?)\s?:?\s?(?P<number>\d{3,6})(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\(?(?:(?:0?[1-9]|[12]\d|3[01])(?P<gap>{_GAP})(?:0?[1-9]|1[0-2])(?P=gap)(?:(?:19|20)\d\d|\d\d(?={_GAP}|$))"
    rf"|(?:19|20)\d\d[-.](?:0[1-9]|1[0-2])[-.](?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_YEARS = re.compile(r"(?:19|20)\d\d\D{1,3}(?:19|20)\d\d$")
_DIGITS = str.maketrans("OoQqlI", "000011")
_FEWEST_DIGITS, _FEWEST_OF_PART = 7, 6
_LOST = re.compile(r"(?:44)?(?P<rest>[127]\d{9})")
_LIKELY = 0.7
_BEFORE_EXTENSION = re.compile(r"\s*,?\s*\(?(?:x|ext)", re.IGNORECASE)


class PhoneDetector:
    """Finds telephone numbers. An unknown one may be an office's: it asks."""

    name = "phone"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each number, and for a part of one that is called a telephone's."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for pattern, sure in (
        (_ABROAD, 0.85),
        (_FULL, 0.85),
        (_STROKED, 0.85),
        (_OVER_A_LINE, 0.8),
        (_PART, 0.7),
        (_DESK, 0.7),
    ):
        found = [
            seen
            for seen in pattern.finditer(text)
            if not _is_in(seen.span(), taken) and _is_one(pattern, seen)
        ]
        taken = sorted([*taken, *(seen.span() for seen in found)])
        yield from (_finding(roster, seen, sure) for seen in found)
        for seen in found if pattern is not _DESK else ():
            # "01632 960142 or 960143"
            more = _FURTHER.match(text, seen.end())
            if more and not _is_in(more.span("number"), taken) and not _DATE.match(more["number"]):
                taken = sorted([*taken, more.span("number")])
                yield _unowned(roster, more.span("number"), more["number"])
    below = [seen for seen in _in_columns(text) if not _is_in(seen.span(), taken)]
    taken = sorted([*taken, *(seen.span() for seen in below)])
    yield from (_finding(roster, seen, _LIKELY) for seen in below)
    yield from _local_parts(text, roster, taken)


def _in_columns(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be telephone numbers in the rows of a workbook that heads some as such."""
    reached = -1
    for head in _HEAD.finditer(text):
        row = row_of(text, head.start()) if head.start() >= reached else None
        if row and _heads(text[slice(*row)]):
            for start, reached in rows_below(text, row):
                yield from _WITHOUT_NOUGHT.finditer(text, start, reached)


def _heads(row: str) -> bool:
    """Say whether a numbered row says what its columns are: heads have capitals, no figures."""
    words = row.split()[1:]
    figures = sum(any(map(str.isdigit, word)) for word in words)
    small = sum(word[0].islower() for word in words)
    return not figures and small * 2 <= len(words)


def _local_parts(text: str, roster: Roster, taken: list[tuple[int, int]]) -> Iterator[Finding]:
    """Yield numbers that are those of people of the roster without what stands before."""
    numbers = {squeezed(phone): person for person in roster.people for phone in person.phones}
    for seen in _LOCAL.finditer(text) if numbers else ():
        solid = re.sub(r"\D", "", seen[0])
        whose = [number for number in numbers if number.endswith(solid)]
        if _FEWEST_LOCAL <= len(solid) <= _MOST_LOCAL and whose and not _is_in(seen.span(), taken):
            owners = [p for p in roster.people if any(squeezed(n) in whose for n in p.phones)]
            what = "phone number"
            yield owned(roster, owners, seen.span(), "phone", what, 0.8, exact=False)


def _unowned(roster: Roster, span: tuple[int, int], number: str) -> Finding:
    return owned_or(Propose.ASK, roster, span, "phone", "phone number", number, 0.7)


def _is_one(pattern: re.Pattern[str], seen: re.Match[str]) -> bool:
    """Say whether a match has enough real figures, and is no date with what stands behind it."""
    if pattern is _DESK:
        return True
    if pattern is _PART and (
        _YEARS.match(seen[0])
        or _ISO.search(seen[0])
        or not (
            said_before(_SAID, seen.string, seen.start(), 50)
            or _SAID_AFTER.match(seen.string, seen.end())
        )
    ):
        return False
    if said_before(_OF_HEALTH, seen.string, seen.start()):
        return False
    figures = sum(c.isdigit() for c in seen[0])
    return figures >= (_FEWEST_OF_PART if pattern is _PART else _FEWEST_DIGITS) and not _DATE.match(
        seen[0]
    )


def _finding(roster: Roster, seen: re.Match[str], sure: float) -> Finding:
    whole = seen[0] if seen.re is _DESK else _BEFORE_EXTENSION.split(seen[0].translate(_DIGITS))[0]
    solid = re.sub(r"[^\d+]", "", whole.removesuffix(".0"))
    if lost := _LOST.fullmatch(solid):
        solid = f"0{lost['rest']}"
    national = re.sub(r"^(?:\+44|0044|44(?=7\d{9}$))0?", "0", solid)
    return owned_or(Propose.ASK, roster, seen.span(), "phone", "phone number", national, sure)


def _is_in(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, span) - 1
    near = spans[max(0, at) : at + 2]
    return any(start < span[1] and span[0] < end for start, end in near)
