"""Dates of birth that no word calls so: behind a name, an age or a sex, in a form's line, in lists.

"Lee Bell (4/9/81)", as the police write it. What happens to people on a date has a word between,
and stands near the paper's own days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from redaction.detectors.matching import SPACE, said_before
from redaction.detectors.names.veto import is_ordinary
from redaction.detectors.patterns.birth_words import anniversaries, due
from redaction.detectors.patterns.dates import DATE, LAST, dates_in, days, likely

_CALLED_SO = r"[A-Z][a-z'\u2019-]+\s(?:[A-Z][a-z'\u2019-]+\s)?[A-Z][\w'\u2019-]+"
_NAMED_LOUD = (
    r"(?:[A-Z][A-Z'\u2019-]+,? [A-Z][a-z'\u2019-]+(?: [A-Z][a-z'\u2019-]+)?"
    r"|[A-Z][a-z'\u2019-]+\s(?:[A-Z][a-z'\u2019-]+ )?(?:[A-Z]{2,4}\s)?[A-Z][A-Z'\u2019-]+)"
)
_BEHIND_A_NAME = re.compile(
    rf"(?<![^\W_])(?:(?:{_CALLED_SO}|{_NAMED_LOUD})(?P<between>,? ?[(/] ?|,\s)|{_NAMED_LOUD},? )$"
)
_ASIDE = re.compile(r" ?[),;\n]|$")
_PARTICULARS = re.compile(
    r"(?:(?<!\d)0\d(?:[ ()/-]{0,2}\d){8,9}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})[;,|]\s{1,2}$"
)
"""What is told of somebody before the date of birth: a telephone number or a postcode."""
_LONG_BEFORE = 10  # years before the paper's last date
_BEFORE = 2  # of what stands in brackets
_AGE = r"(?:aged?:?\s)?(?P<age>\d{1,2})(?:\s?(?:y(?:ea)?rs?|y/?o|y))?(?:\sold)?"
_SEX = r"(?:\(?[MF]\)?|male|female|boy|girl)"
_BRACKETED = re.compile(
    rf"(?<![^\W_])(?P<name>(?:[A-Z]\.?\s)?[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+){{0,2}}(?:,?\s[A-Z]\.?)?)"
    rf"(?:,?\s{_AGE})?[^\S\n]?[(\[{{]{SPACE}?(?:{_SEX}[,/]?\s)?$"
)
_BEHIND_AN_AGE = re.compile(
    rf"(?<![^\W_])(?P<name>[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+){{0,2}})"
    rf"(?:,?\s|\s?\()(?:{_SEX}[,/]?\s)?{_AGE}\)?[,;/]?\s(?:\()?$"
)
_BEHIND_A_SEX = re.compile(
    rf"(?<![^\W_])(?P<name>[A-Z][\w'\u2019-]+(?:,?\s[A-Z][\w'\u2019-]+){{1,2}})(?:,?\s|\s?[|/\u2013-]\s?){_SEX}"
    r"(?:,?\s|\s?[|/\u2013-]\s?)\(?$",
)
_NAME_ALONE = re.compile(
    r"(?<![^\W_])(?P<name>[A-Z][\w'\u2019-]+(?:,?\s[A-Z][\w'\u2019-]+){1,2})(?:,\s?|\s[|/\u2013-]\s|\s)$"
)
_THEN_SEX = re.compile(
    r"(?:,\s?|\s?[|/\u2013-]\s?|\s)\(?(?:[MF]\b|(?:fe)?male\b|Male\b|Female\b|boy\b|girl\b)"
)
_LOUD_WITH_INITIAL = re.compile(
    r"(?<![^\W_])(?P<name>[A-Z][A-Z'\u2019-]+,?\s[A-Z]\.?|[A-Z]\.?\s[A-Z][A-Z'\u2019-]+)(?:,\s?|\s)$"
)
_AGED = re.compile(
    r"\b(?:is|was|aged?|now|just|rising|who\sis)\s(?P<name>(?P<age>\d{1,2}))(?:\s?(?:years?|yrs?|y/?o)(?:\sold)?)?\s?\($"
)
_OF_A_SEX = re.compile(
    r"(?:^|\n|\b(?:[Ss]ex|SEX|[Gg]ender|GENDER)(?:\s?/\s?\w{3})?\W{1,3})(?:M|F|Male|Female|MALE|FEMALE)[,;|/]?\s$"
)
_OF_CHILDREN = re.compile(
    r"\b(?:(?:the|her|his|their|both|two)\s(?:twins|triplets|bab(?:y|ies)|boys|girls|siblings|children|eldest|youngest"
    r"|oldest|middle\schild|unborn|newborn|half-?siblings)|twins)\s?\($",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s?[)\]},;/](?!\s?\d{1,2}[:.]\d\d)")
WHO_DID = re.compile(
    r"\b(?:by|from|with|to|per|see|via|of|for|at|in|told|before|visited|saw|rang|met|and|signed|author|worker|officer)\s$",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\s$")
_NEXT_OF_A_LIST = re.compile(
    r"[)\]]?\s?(?:,|;|&|/|\band\b|\n)?\s?(?:and\s)?(?:[A-Z][\w'\u2019-]+\s){1,3}[(\[]\s?"
)
_HOUSEHOLD = re.compile(
    r"\b(?:child(?:ren)?|siblings?|household|family|subjects?|names?|re|concerning|members?|famil(?:y|ies)|mother|father"
    r"|mum|dad|brothers?|sisters?)\b[^\n.]{0,120}$",
    re.IGNORECASE,
)
RELATIVES = (
    r"(?:half|step|foster|birth|maternal|paternal|older|younger|other)?[\s-]?(?:mother|father|mum|mam|dad|parents?"
    r"|siblings?|brothers?|sisters?|child(?:ren)?|adults?|partner|husband|wife|son|daughter|carers?|aunt|uncle"
    r"|cousins?|niece|nephew|grand(?:mother|father|parents?|mum|dad)|household|subject|name)"
)
_OTHERS = (
    r"subject\schild|(?:child|name)(?:['\u2019]?s\sname|\s\d|\sof\schild)|[mp]g[mf]|bab(?:y|ies)|pupil|patient"
    r"|client|service\suser|young\sperson|yp|nok|next\sof\skin|suspect|victim|witness|accused|re|concerning"
    r"|perpetrator|offender|complainant|claimant|applicant|respondent|defendant|appellant|student|learner|tenant"
    r"|resident|occupants?|adopter|deceased|informant|caller|individual|person|(?:also\s)?known\sas|aka|alias|alleged\s(?:victim|perpetrator|offender)"
)
_OF_A_NAME = (
    r"(?:(?:[^\W\d_a-z][\w'\u2019-]*|ap|van|von|de[rn]?|bin|al|el|la)[ \t\u00a0]{0,4}){1,6}"
)
_THEN_RELATIVE = re.compile(
    rf"\s(?:[|\u2013-]\s)?(?=[A-Z])(?i:{RELATIVES})\b[^\S\n]*(?:[,;|(]|$)", re.MULTILINE
)
"""The next cell of a row, that says who somebody is."""
_BEHIND_A_RELATIVE = re.compile(
    rf"(?<![^\W_])(?P<name>[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+){{1,2}})\s?\((?i:{RELATIVES}|{_OTHERS})\)[,:;]?\s\(?$"
)
_THEN_WHO = re.compile(
    rf"\)?[,;]\s?(?:(?:his|her|their|the)\s)?(?:\w+['\u2019]s\s)?(?:{RELATIVES})\b", re.IGNORECASE
)
_IN_A_FORM = re.compile(
    rf"(?im:^[^\S\n]*{RELATIVES}[^\S\n]*[:|][^\S\n]*){_OF_A_NAME}[,(|]{SPACE}?(?=\d)"
)
"""A form's line that tells who somebody is, with name and date: "Mother: Jo Marsh, 4/9/1981"."""
_LOOSELY_IN_A_FORM = re.compile(
    rf"(?im:^[^\S\n]*(?:{RELATIVES}|{_OTHERS})(?:\s?\d{{1,2}})?[^\S\n]*(?:[:|=\u2013-]|\s(?=[A-Z]))[^\S\n]*){_OF_A_NAME}"
    rf"(?:\(?[MFmf]\)?,?{SPACE})?(?:[,(|]{SPACE}?|[-\u2013]{SPACE}|(?<=\s))(?=\d)"
)
_ENDS_THE_LINE = re.compile(r"\)?[^\S\n]*(?:\(?[MF]\)?[^\S\n]*)?(?:[,;|\u2013-].*)?$", re.MULTILINE)
_LAST_OF_A_PAPER = re.compile(
    r"(?:meeting|conference|report|assessment|visit|order|council|hospital|school|plan|minutes|letter|act|contact"
    r"|panel|team|office|review|form|note|notes|court|hearing|regulations|version|chronology|statement|log|police"
    r"|academy|centre|unit|service|services|trust|ltd|limited)s?",
    re.IGNORECASE,
)
_DAYS = 365.25
_ROWS = 2000  # letters


def in_forms(text: str) -> Iterator[re.Match[str]]:
    """Yield dates that a form's line holds behind a name and a sign."""
    for label in _IN_A_FORM.finditer(text):
        seen = DATE.match(text, label.end())
        if seen and days(seen) and _ENDS_THE_LINE.match(text, seen.end()):
            yield seen


def behind_names(text: str) -> Iterator[re.Match[str]]:
    """Yield dates right behind a name, or the age or sex of whoever is named, that may be births.

    They lie before the paper's last date: long before it, or behind an age that fits.
    """
    ahead = {seen.span() for way in (anniversaries, due) for seen in way(text)}
    dated = [seen for seen in dates_in(text) if seen.span() not in ahead]
    if not dated:
        return
    last = _last(dated)
    only = all(likely(seen) == last for seen in dated)
    listed = _in_lists(dated, last)
    lines = {label.end() for label in _LOOSELY_IN_A_FORM.finditer(text)}
    for seen in dated:
        old = years_before(seen, last)
        if old < 0:
            continue
        in_list = seen.start() in listed
        in_line = seen.start() in lines and old >= 1 and _ENDS_THE_LINE.match(text, seen.end())
        if only:
            in_line = seen.start() in lines and _ENDS_THE_LINE.match(text, seen.end())
        if in_list or in_line or _is_alone(seen, old) or (only and _is_of_somebody(seen)):
            yield seen


def _is_alone(seen: re.Match[str], old: float) -> bool:
    listed = old >= 1 and _BEHIND_A_NAME.search(
        seen.string, max(0, seen.start() - 60), seen.start()
    )
    return bool(
        (listed and _THEN_WHO.match(seen.string, seen.end()))
        or _is_in_a_row(seen, old)
        or _is_long_before(seen, old)
        or _is_among_particulars(seen, old)
        or _is_bracketed(seen, old)
        or _is_of_age(seen, old)
    )


def _is_of_somebody(seen: re.Match[str]) -> bool:
    """Say whether words tell a paper's only day a birth: no other says how long ago it was.

    Age and day have to fit a paper of any year up to now.
    """
    born = likely(seen)
    if aged := _named(_BEHIND_AN_AGE, seen):
        return born is not None and born.year + int(aged["age"]) <= LAST
    aged = _AGED.search(seen.string, max(0, seen.start() - 40), seen.start())
    if aged and _CLOSED.match(seen.string, seen.end()):
        return born is not None and born.year + int(aged["age"]) <= LAST
    return _named(_BEHIND_A_SEX, seen) is not None or _is_in_a_row(seen, 1)


def _is_in_a_row(seen: re.Match[str], old: float) -> bool:
    """Say whether a date stands between a name and who that is, or whether male or female."""
    text, end = seen.string, seen.end()
    if old < 0 or said_before(_OF_CHILDREN, text, seen.start(), 40):
        return old >= 0 and _CLOSED.match(text, end) is not None
    if old < 1:
        return False
    if _named(_BEHIND_A_RELATIVE, seen) or said_before(_OF_A_SEX, text, seen.start(), 24):
        return True
    if (aged := _AGED.search(text, max(0, seen.start() - 40), seen.start())) and _CLOSED.match(
        text, end
    ):
        return _fits(aged["age"], old)
    follows = _THEN_SEX.match(text, end) or _THEN_RELATIVE.match(text, end)
    return follows is not None and bool(
        _named(_NAME_ALONE, seen) or _named(_LOUD_WITH_INITIAL, seen)
    )


def _is_long_before(seen: re.Match[str], old: float) -> bool:
    text, start = seen.string, seen.start()
    name = _BEHIND_A_NAME.search(text, max(0, start - 60), start)
    if name is None or (name["between"] and not _ASIDE.match(text, seen.end())):
        return False
    # "Demi RAMSBOTTOM, 12/05/1987, of": as the police write whoever they write of.
    loud = name["between"] and name[0].removesuffix(name["between"]).split()[-1].isupper()
    return old > _LONG_BEFORE or bool(loud)


def _is_among_particulars(seen: re.Match[str], old: float) -> bool:
    """Say whether an old date follows somebody's number or postcode: "07700 900441; 3/8/83)"."""
    told = old > _LONG_BEFORE and said_before(_PARTICULARS, seen.string, seen.start(), 24)
    return told and _ASIDE.match(seen.string, seen.end()) is not None


def _is_bracketed(seen: re.Match[str], old: float) -> bool:
    text = seen.string
    name = _named(_BRACKETED, seen)
    if name is None or not _CLOSED.match(text, seen.end()):
        return False
    if name["age"]:
        return _fits(name["age"], old)
    household = said_before(_HOUSEHOLD, text, name.start(), 130)
    if household and old > _BEFORE and said_before(_AND, text, name.start(), len("and ")):
        return True  # "lives with her mother, Siwan and Caiden (23/8/2011)"
    least = 0.0 if household else _BEFORE
    return old > least and not said_before(WHO_DID, text, name.start(), 12)


def _is_of_age(seen: re.Match[str], old: float) -> bool:
    if name := _named(_BEHIND_AN_AGE, seen):
        return _fits(name["age"], old) and not _numbers_a_row(name)
    return old >= 1 and _named(_BEHIND_A_SEX, seen) is not None


def _numbers_a_row(name: re.Match[str]) -> bool:
    """Say whether an age begins a line as the number of its row: one more or less begins another.

    Rows of a workbook are numbered, and the one above may end in a name.
    """
    text, start = name.string, name.start("age")
    if text[start - 1] != "\n":
        return False
    near = text[max(0, start - _ROWS) : start + _ROWS]
    beside = (int(name["age"]) - 1, int(name["age"]) + 1)
    return any(re.search(rf"(?m:^{number}[ \t])", near) for number in beside)


def _named(before: re.Pattern[str], seen: re.Match[str]) -> re.Match[str] | None:
    """Return a name right before a date, if it is no name of a paper or an office."""
    start = seen.start()
    name = before.search(seen.string, max(0, start - 80), start)
    if name is None or is_ordinary(name["name"]):
        return None
    return None if _LAST_OF_A_PAPER.fullmatch(name["name"].split()[-1]) else name


def _in_lists(dated: Sequence[re.Match[str]], last: date) -> set[int]:
    """Return where dates stand of which several follow each other behind names, in brackets."""
    listed = set[int]()
    runs: list[list[re.Match[str]]] = []
    for one, next_ in pairwise(dated):
        if next_.start() - one.end() > 70 or not _NEXT_OF_A_LIST.fullmatch(
            one.string, one.end(), next_.start()
        ):
            continue
        if runs and runs[-1][-1] is one:
            runs[-1].append(next_)
        else:
            runs.append([one, next_])
    for run in runs:
        first = _BRACKETED.search(run[0].string, max(0, run[0].start() - 80), run[0].start())
        old = [years_before(seen, last) for seen in run]
        if first and min(old) >= 0 and max(old) >= 1:
            listed.update(seen.start() for seen in run)
    return listed


def _last(dated: Sequence[re.Match[str]]) -> date:
    """Return the last of the dates."""
    return max((day for seen in dated if (day := likely(seen))), default=date.min)


def years_before(seen: re.Match[str], last: date) -> float:
    """Return how many years before the paper's last date one lies: of two centuries the nearer."""
    years = [(last - day).days / _DAYS for day in days(seen)]
    return min((year for year in years if year >= 0), default=-1)


def _fits(age: str, old: float) -> bool:
    """Say whether somebody born so long before the last date may have been so old on an earlier."""
    return -1 <= old - int(age) <= 3
