"""Dates as people write them, and the days that they may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from redaction.detectors.matching import SPACE
from redaction.detectors.shared import once_a_text

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)(?![a-z])"
)
_WELSH_WORDS = "ion chw maw ebr mai meh gor aws med hyd tac rha"
_WELSH = _WELSH_WORDS.split()
_ROMANS_WORDS = "i ii iii iv v vi vii viii ix x xi xii"
_ROMANS = _ROMANS_WORDS.split()
_YEAR = r"(?:(?:19|20)\d{2}|['\u2018\u2019]?\d{2})(?!\d|:\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL = rf"{_DAY}(?:{SPACE}?(?:st|nd|rd|th))?"
_ORDINALS_WORDS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
twenty-ninth thirtieth thirty-first
"""
ORDINALS = _ORDINALS_WORDS.split()
"""The days of a month in words, the first of them first."""
IN_WORDS = "|".join(word.replace("-", "[ -]?") for word in sorted(ORDINALS, key=len, reverse=True))
_SIGN = r"[/\\.\-\u2010-\u2013]"
_ON_THE_NEXT_LINE = rf"(?:{SPACE}?|(?<={_SIGN}){SPACE}?\n{SPACE}?)"
_NUMERIC = (
    rf"(?P<d1>{_DAY}){SPACE}?(?P<gap>{_SIGN}|{SPACE}){_ON_THE_NEXT_LINE}"
    rf"(?P<m1>0?[1-9]|1[0-2]){SPACE}?(?P=gap){_ON_THE_NEXT_LINE}(?P<y1>{_YEAR})"
)
_ISO = (
    r"(?P<y2>(?:19|20)\d{2})(?P<gap2>[/.-])(?P<m2>0[1-9]|1[0-2])(?P=gap2)"
    r"(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
)


def _in_words(day: str) -> str:
    return (
        rf"(?P<d3>{day})(?:\s|[-/.]){{0,3}}(?:of\s)?(?P<m3>{MONTH})"
        rf"(?:\s|[-/.,]){{0,3}}(?P<y3>{_YEAR})"
        rf"|(?P<m4>{MONTH})\.?{SPACE}?(?P<d4>{day})(?:\s|,){{1,3}}(?P<y4>{_YEAR})"
    )


_BEHIND = r"(?![\w])(?![/-]\d)"
DATE = re.compile(
    rf"(?<![\w/.\-])(?:{_ISO}|{_NUMERIC}|{_in_words(ORDINAL)}){_BEHIND}", re.IGNORECASE
)
_ROMAN = (
    rf"(?P<d5>{_DAY}){SPACE}?(?P<gap5>{_SIGN}|{SPACE}){SPACE}?"
    rf"(?P<m5>x?i{{1,2}}|iii|i[vx]|vi{{0,3}}|xi?){SPACE}?(?P=gap5){SPACE}?(?P<y5>{_YEAR})"
)
"""With the month in Roman figures: "12-iv-1979"."""
_UNITS_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_UNITS = _UNITS_WORDS.split()
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TENS_WORDS.split()
_FIGURES = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[:9])}))?"
    rf"|(?:oh[ -])?(?:{'|'.join(reversed(_UNITS))}))"
)
_YEAR_IN_WORDS = (
    rf"(?:nineteen(?:[ -]hundred(?:[ -]and)?)?|twenty|two[ -]thousand(?:[ -]and)?)[ -]{_FIGURES}"
)
_WORDED = rf"(?:(?:{ORDINAL}|{IN_WORDS})(?:{SPACE}day)?)"
_NTHS = ORDINALS[:12]
_NTH = rf"(?:(?:[1-9]|1[0-2])(?:st|nd|rd|th)|{'|'.join(reversed(_NTHS))})"
_CALLED = re.compile(
    rf"(?:{_ISO}|{_NUMERIC}|{_ROMAN}|{_in_words(_WORDED)}"
    rf"|(?P<d6>{_WORDED})(?:\s|,)(?:of\s)?(?P<m6>{MONTH})(?:\s|,){{1,3}}(?P<y6>{_YEAR_IN_WORDS})"
    rf"|(?P<d7>{_WORDED})\s(?:of\s(?:the\s)?)?(?P<m7>{_NTH})(?:\s(?:month))?,?\s(?:of\s)?(?P<y7>{_YEAR}|{_YEAR_IN_WORDS}|{_FIGURES})"
    rf"|(?P<d8>{_DAY}){SPACE}?[/.,-]{SPACE}?(?P<m8>0?[1-9]|1[0-2]){SPACE}?[/.,-]{SPACE}?(?P<y8>{_YEAR})){_BEHIND}",
    re.IGNORECASE,
)
"""Where words call for a date: also "9th of the 6th 2004", and with signs that differ."""
_SOLID = re.compile(
    r"(?P<d1>0[1-9]|[12]\d|3[01])(?P<m1>0[1-9]|1[0-2])(?P<y1>(?:19|20)\d\d|\d\d)(?![\w/.-])"
)
_BOXED = re.compile(
    r"(?P<d1>0?[1-9]|[12]\d|3[01])\s?\|\s?(?P<m1>0?[1-9]|1[0-2])\s?\|\s?(?P<y1>(?:19|20)\d\d|\d\d)(?![\w/.-])"
)
"""In a form's boxes: "07 | 05 | 1983"."""
_IN_FIELDS = re.compile(
    rf"\bday\W{{1,4}}(?P<d1>{_DAY})\W{{1,6}}month\W{{1,4}}(?P<m1>0?[1-9]|1[0-2]|{MONTH})\W{{1,6}}year\W{{1,4}}(?P<y1>{_YEAR})",
    re.IGNORECASE,
)
"""In a form's fields: "Day 07 Month 05 Year 1983"."""
_SOLID_ISO = re.compile(
    r"(?P<y2>(?:19|20)\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])(?![\w/.-])"
)
LOOSE = re.compile(
    rf"(?:(?P<day>{ORDINAL}){SPACE}(?:of{SPACE})?(?P<month>{MONTH})"
    rf"|(?:(?P<in>{MONTH}){SPACE}|(?P<of>0?[1-9]|1[0-2])/)?(?P<year>(?:19|20)\d{{2}}))(?!\w)(?![/-]\d)",
    re.IGNORECASE,
)
"""A year, a month of one, or a day without one."""
LAST = 2035
"""The last year that two figures mean: none of a paper lies far ahead."""


def date_at(text: str, at: int) -> re.Match[str] | None:
    """Return the date that begins at a place where words call for one, in any shape, or none."""
    for pattern in (_CALLED, _SOLID, _SOLID_ISO, _BOXED):
        seen = pattern.match(text, at)
        if seen and days(seen):
            return seen
    return None


@once_a_text
def dates_in(text: str) -> Sequence[re.Match[str]]:
    """Return what is a date in a text, in its order."""
    return tuple(seen for seen in DATE.finditer(text) if days(seen))


def boxed(text: str) -> Iterator[re.Match[str]]:
    """Yield dates whose day, month and year are told apart by those words."""
    return (seen for seen in _IN_FIELDS.finditer(text) if days(seen))


def days(seen: re.Match[str]) -> list[date]:
    """Return the dates that may be meant: of a year of two digits, in either century."""
    found = seen.groupdict()
    for n in "12345678":
        if found.get(f"d{n}") is None:
            continue
        day, month = day_of(found[f"d{n}"]), month_of(found[f"m{n}"])
        year = re.sub(r"\D", "", found[f"y{n}"]) or _year_of(found[f"y{n}"])
        years = [int(year)] if len(year) == 4 else [2000 + int(year), 1900 + int(year)]
        return list(_real(years, month, day))
    return []


def likely(seen: re.Match[str]) -> date | None:
    """Return the date that is meant, of a year of two digits the one that is not far ahead."""
    return next((day for day in days(seen) if day.year <= LAST), None)


def day_of(written: str) -> int:
    """Return the number of a day: "3rd", "twelfth", "12th day"."""
    figures = re.sub(r"\D", "", written)
    if figures:
        return int(figures)
    plain = re.sub(r"[ -]", "", re.sub(r"\s?day$", "", written.lower()))
    return [word.replace("-", "") for word in ORDINALS].index(plain) + 1


def month_of(written: str) -> int:
    """Return the number of a month that is written as a figure or a word."""
    if written.isdigit():
        return int(written)
    if written.lower() in _ROMANS:
        return _ROMANS.index(written.lower()) + 1
    if written[0].isdigit() or written.lower() in _NTHS:
        return day_of(written)
    short = written[:3].lower()
    return (MONTHS.index(short) if short in MONTHS else _WELSH.index(short)) + 1


def _year_of(written: str) -> str:
    """Return the four figures of a year in words: of "nineteen eighty-six", 1986."""
    century, *rest = re.findall(r"[a-z]+", written.lower())
    if century not in ("nineteen", "twenty", "two") or not rest:
        # "oh four", "seventy-four": in either century.
        last = [century, *rest] if century != "oh" else rest
        return f"{_figures(last):02d}"
    return f"{19 if century == 'nineteen' else 20}{_figures(rest):02d}"


def _figures(words: Sequence[str]) -> int:
    """Return what words of tens and units make together."""
    return sum(
        _UNITS.index(word) + 1 if word in _UNITS else (_TENS.index(word) + 2) * 10
        for word in words
        if word in _UNITS or word in _TENS
    )


def _real(years: list[int], month: int, day: int) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue
