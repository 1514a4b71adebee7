"""Days right behind people whom detectors found, which may be those of their birth.

"emma whitaker (1996-12-07)", "3. Vasyl Savchuk   18-Jul-74   works nights": no word calls such a
day a birth, and who is named need not have a capital. What happens to people has a word between,
and stands near the paper's own days. All this asks; nothing here removes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from recordkeeping.disclosure.findings import Finding, Propose, Span
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, owned_or, said_before
from redaction.detectors.patterns.birth_names import RELATIVES, WHO_DID, years_before
from redaction.detectors.patterns.dates import dates_in, likely
from redaction.merge import PASSAGES

_LONG = 5.0  # years before the paper's last day, where wide spaces alone part the cells of a row
_ONCE = 1.0
_FARTHEST = 60  # letters
_ASIDE = re.compile(rf"{SPACE}?[(\[]{SPACE}?"), re.compile(rf"{SPACE}?[)\]]")
_COMMA = re.compile(r",\s"), re.compile(rf"{SPACE}?(?:[,;)]|\.(?=\s|$)|$)", re.MULTILINE)
_CELL = (
    re.compile(r"[ \t\u00a0]{2,}|[ \t\u00a0]*[\t|][ \t\u00a0]*"),
    re.compile(r"[ \t\u00a0]{2,}|[ \t\u00a0]*[\t|]|[ \t\u00a0]*$", re.MULTILINE),
)
_WHO_THEY_ARE = (
    re.compile(
        rf"(?:,\s|{SPACE}?\()(?:(?:the|her|his|their|a|an|my)\s)?(?:[\w'\u2019-]+\s){{0,3}}(?i:{RELATIVES})\)?,?\s\(?"
    ),
    re.compile(rf"{SPACE}?(?:[,;.)]|$)", re.MULTILINE),
)
_LABELLED = re.compile(rf"(?:^|\n|[;.]{SPACE})[^\n:;.\d]{{2,30}}(?:{SPACE}?\d)?:{SPACE}*$")
_WIDE = 130  # letters
_ON = r"(?:[^.;\n]|\.(?=\d)|\n(?!\n))"
_NAMED = r"[A-Z][\w'\u2019-]+"
_AND = rf"(?:\band|,|&)\s(?:{_NAMED}\s){{1,2}}(?:(?:was|born)\s){{0,2}}(?:on|in)?\s?(?:the\s)?$"
_TOLD = (
    re.compile(rf"\b(?i:born)\b{_ON}{{0,90}}?{_AND}"),
    re.compile(rf"\b(?i:births?|birthdays?|dobs?)\b[^;\n]{{0,90}}?{_AND}"),
    re.compile(rf"\b(?i:births|birthdays?|dobs)\b[^;\n\d]{{0,40}}:\s(?:{_NAMED}\s){{1,2}}$"),
    re.compile(
        rf"\b[Bb]irthday\b(?:[^;\n]|\n(?!\n)){{0,60}}?\s(?:[Ii]t|[Tt]hat|[Hh]ers|[Hh]is|[Tt]heirs|{_NAMED})"
        r"\s(?:is|was|should\sbe)\s(?:on\s)?(?:the\s)?$"
    ),
    re.compile(r"\bbirth\s(?:as|given\sas|is\sgiven\sas)\s(?:the\s)?$"),
)
_LIST = 400  # letters
_ROW_OF_PEOPLE = re.compile(
    r"(?:^|\n)[^\S\n]*(?i:(?:other |all |the )?"
    r"(?:people|persons|adults|children|siblings|household|occupants|others)"
    r"(?: (?:members?|composition|details|living|who live|in|at|of|the|this|home|house|household"
    r"|address|property|family|there))*)[: ]*\n(?:[^\n]{3,90}\n){0,5}"
    r"[^\S\n]*(?:\(?\d{1,2}[.)]{1,2}|[-*\u2022])?[^\S\n]*[A-Z][^\n\d:]{1,40}"
    r"(?:[^\S\n]{2,}|\t|[^\S\n]?\|[^\S\n]?)$"
)
"""A row below "OTHER PEOPLE IN THE HOME"."""
_IN_A_LIST = re.compile(r"[;,]")
_ONE_SPACE = re.compile(rf"{SPACE}")
_WAYS = ((_ASIDE, _ONCE), (_COMMA, _ONCE), (_CELL, _LONG), (_WHO_THEY_ARE, _ONCE))


def behind_people(findings: Sequence[Finding], text: str, roster: Roster) -> Iterator[Finding]:
    """Yield a question for each day behind a third party that nothing explains yet.

    `findings` are those of the whole text, merged, in its order.
    """
    dated = dates_in(text)
    last = max((day for seen in dated if (day := likely(seen))), default=date.min)
    explained = bytearray(len(text))
    for start, end in (f.span for f in findings if f.kind not in PASSAGES):
        explained[start:end] = b"\1" * (end - start)
    births = [f.span for f in findings if f.kind == "birth"]
    people = {f.span[1]: f for f in findings if _is_another(f)}
    ends = sorted(people)
    for seen in dated:
        if not any(explained[slice(*seen.span())]) and _is_told(seen, text):
            what = "date that may be a birth"
            yield owned_or(Propose.ASK, roster, seen.span(), "birth", what, "", 0.6)
            continue
        at = bisect_right(ends, seen.start()) - 1
        if at < 0 or ends[at] < seen.start() - _FARTHEST or any(explained[slice(*seen.span())]):
            continue
        person = people[ends[at]]
        if _is_birth(person, seen, text, years_before(seen, last)) or (
            _ONE_SPACE.fullmatch(text, ends[at], seen.start()) and _is_in_a_row(seen, births, text)
        ):
            what = "date that may be a birth"
            yield owned_or(Propose.ASK, roster, seen.span(), "birth", what, "", 0.6)


def _is_another(finding: Finding) -> bool:
    """Say whether somebody is named of whom something is to be removed or asked."""
    return finding.kind == "person" and finding.propose is not Propose.SHOW


def _is_told(seen: re.Match[str], text: str) -> bool:
    """Say whether what is said of one birth goes on: "born on 1 May 2010 and Ty on 3 June 2012"."""
    return any(said_before(words, text, seen.start(), _WIDE) for words in _TOLD) or said_before(
        _ROW_OF_PEOPLE, text, seen.start(), _LIST
    )


def _is_in_a_row(seen: re.Match[str], births: Sequence[Span], text: str) -> bool:
    """Say whether a date stands in one line with a birth, parted from it as in a list."""
    for start, end in births:
        low, high = (end, seen.start()) if end <= seen.start() else (seen.end(), start)
        if 0 <= high - low <= _WIDE and _IN_A_LIST.search(text, low, high):
            return "\n" not in text[low:high]
    return False


def _is_birth(person: Finding, seen: re.Match[str], text: str, old: float) -> bool:
    start, end = person.span[1], seen.start()
    if old < _ONCE or said_before(WHO_DID, text, person.span[0], 12):
        return False
    if _ONE_SPACE.fullmatch(text, start, end):
        return said_before(_LABELLED, text, person.span[0], 40)
    return any(
        old >= least
        and between.fullmatch(text, start, end) is not None
        and behind.match(text, seen.end()) is not None
        for (between, behind), least in _WAYS
    )
