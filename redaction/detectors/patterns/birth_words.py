"""What people say of a birth before a date and behind it: "DOB", "born at home on", "EDD"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redaction.detectors.matching import SPACE
from redaction.detectors.names.veto import is_ordinary
from redaction.detectors.patterns.dates import (
    DATE,
    IN_WORDS,
    LOOSE,
    MONTH,
    ORDINAL,
    boxed,
    date_at,
    dates_in,
)
from redaction.detectors.shared import once_a_text

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
_LABEL = (
    r"(?:d[./]?\s?[o0][./]?\s?b(?![a-rt-z])\.?|(?:dates?|dt\.?)[\s-]{1,3}of[\s-]{1,3}(?:births?|(?:bith|brith|birht|birt)\b)"
    r"|(?:date|time)\s(?:and|&|/)\s(?:place|time|date)\sof\sbirth|birth[\s-]?(?:dates?|details)|b/d(?=\W)"
    r"|birth\s?day(?=\s*[:=]|\s+is\b|\s+was\b)|b['\u2019]?day(?=\s*[:=]|\s+is\b|\s+was\b|\s\d)"
    r"|year\s+of\s+birth|yob\b|when(?:\sand\swhere)?\sborn|births?(?=\s?:)|d\s?of\s?b\b"
    r"|when\s(?:were|was)\s(?:you|he|she|they|\w+)\sborn"
    r"|\w{0,20}(?:date_?of_?birth|birth_?date)(?:time|_\w{1,10})?|\w{1,20}_dob\d?|dob_?\d"
    r"|date\sof\s(?:(?:the|his|her|their|a|[A-Z])[\w'\u2019]*\s){1,3}birth|n\.?v\.?d\b|svd\b|(?:em|el)?\s?lscs\b|e[ml]cs\b"
    r"|newborn(?=\s?\(?\d)"
    r"|geb\.|geboren|geburtsdatum|date\sde\snaissance|n\u00e9e?\sle|data\surodzenia|urodzon[ya]|ur\.(?=\s?\d)"
    r"|data\sna[s\u0219\u015f]terii|n[a\u0103]scut[a\u0103]?|fecha\sde\snacimiento|nacid[oa]|data\sdi\snascita|nat[oa]\sil"
    r"|data\sde\snascimento"
    r"|do[g\u011f]um\starihi|gimimo\sdata|datum\snaro[z\u017e]en[i\u00ed]|dyddiad\sgeni"
    r"|ganwyd|ganed|taariikhda\sdhalashada)"
)
"""What calls a date a birth: in English, as fields are called, in the languages of passports."""
_CALLED = re.compile(
    rf"(?<!\w)(?P<label>{_LABEL})(?P<more>'?s)?(?P<between>(?:\s(?:1st|2nd|3rd|4th|[1-9])\s(?=(?:applicant|child|parent|carer|adult|respondent|party|person)\b))?[^\n\d]{{0,40}}?(?:\n[^\n\d]{{0,3}}){{0,2}})"
    rf"(?=\d|(?<![A-Za-z])(?:{MONTH}|{IN_WORDS}))",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"\(?\d{{1,2}}\)?{SPACE}?(?:y(?:ea)?rs?|y|m(?:on)?ths?)?(?:{SPACE}old)?[ \t,/|)(-]{{1,4}}",
    re.IGNORECASE,
)
_NEWLINES = rf"{SPACE}*\n?{SPACE}*"
_BORN = re.compile(
    rf"(?<!\w)(?P<label>[Bb]orn|BORN|b\.|b(?={SPACE}?\d{{1,2}}[/.-])|(?<=\()b(?={SPACE}(?:19|20)\d\d)|(?<=\()b(?={SPACE}{ORDINAL}{SPACE}(?i:{MONTH}))|(?<=\w{SPACE})\*(?={SPACE}?\d\d?\.\d\d?\.(?:19|20)\d\d)|(?<=,{SPACE})b(?={SPACE}(?:19|20)\d\d))"
    rf"(?P<between>{SPACE}?:?{_NEWLINES}"
    rf"(?:(?:prematurely|early|premature|at{SPACE}home){SPACE})?"
    rf"(?:(?:(?:at|in){SPACE}(?:the{SPACE})?|(?<!\n))(?:[A-Z][\w'\u2019.-]*,?{SPACE}?){{1,6}})?"
    rf"(?:(?:c\.?|circa|about|around|approx(?:imately|\.)?|roughly|sometime|the){SPACE})?"
    rf"(?:(?:[Oo]n|[Ii]n){SPACE}(?:the{SPACE})?(?:(?:spring|summer|autumn|winter|early|late|end|year){SPACE}(?:of{SPACE})?)?)?"
    rf"(?:(?i:{_WEEKDAY}),?{SPACE}(?:the{SPACE})?)?)"
    rf"(?=\d|(?i:{MONTH}|{IN_WORDS}))"
)
_WITHIN = r"(?:[^.!?;]|(?<=\d)\.(?=\d)|(?<=\bSt)\.)"
_ON_DAY = (
    rf"(?:(?<=birth),\s|\bon\s(?:the\s)?(?:{_WEEKDAY},?\s(?:the\s)?)?|\({SPACE}?)"
    rf"(?=\d|{MONTH}|{IN_WORDS})"
)
_AT_LENGTH = re.compile(
    rf"(?<!\w)(?P<label>born|g(?:a|i)v(?:e|es|ing|en)\sbirth|birth(?=\sof\b|\swas\b|\son\b|\s?\(|,\s\d)"
    r"|deliver(?:ed|y)|had\s(?:her|their)\s(?:first|second|third|fourth|fifth|youngest|oldest|bab(?:y|ies))"
    r"|had\s(?:a|another)\s(?:little\s)?(?:baby|boy|girl|son|daughter)"
    r"(?!\s(?:group|clinic|check|scan|sitter|class|sensory|massage|shower)))"
    rf"\b(?P<between>{_WITHIN}{{0,100}}?){_ON_DAY}",
    re.IGNORECASE,
)
"""With more between: "born by emergency section at 32 weeks on 3 April 2009"."""
_OF_OTHER_DAYS = re.compile(
    r"\b(?!need\b|named\b|called\b|addicted\b|assisted\b|delivered\b|planned\b|unplanned\b|induced\b|located\b)[a-z]+ed\b"
    r"|\b(?:rang|came|went|saw|met|told|said|were|is|are|has|had|have|took|left|spoke|wrote|sent|got|made|found|did"
    r"|and\s(?![A-Z])|who|which|since|but|then|now|lives?|seen|meeting|court|conference|certificate|plan|parents?"
    r"|mother|father|order|letter|report|review|contact)\b",
)
_OF_A_CHILD = re.compile(
    r"\b(?:bab(?:y|ies)|infant|newborn|twins|son|daughter|boy|girl|forceps|ventouse|section|caesarean|midwi\w+|labour"
    r"|pregnan\w+|gestation|weighing|maternity|unborn|expecting|antenatal|scan)\b",
    re.IGNORECASE,
)
_OF_AN_UNBORN = re.compile(
    r"\b(?:bab(?:y|ies)|pregnan\w+|unborn|scan|midwi\w+|antenatal|gestation|twins|expecting|labour)\b",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"\bbirth\scertificate\b(?:\s(?:says|shows|gives|has|states|reads|records|with|showing|stating)"
    r"|:)[^.!?;\n\d]{0,25}?(?=\d|(?<![a-z])(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
_DUE = re.compile(
    rf"(?<!\w)(?P<label>e\.?d\.?[dc]\b\.?|(?:estimated|expected)\s(?:date\sof\s(?:delivery|confinement|birth)"
    rf"|due\sdate|delivery\sdate)|birth\s(?:was\s)?registered|(?P<doubtful>due\sdate|date\sof\sdelivery"
    rf"|delivered(?=\s\d)"
    rf"|(?:baby|pregnant|expecting|twins)\b[^.!?;\n\d]{{0,20}}\bdue(?=\s(?:on\s|in\s|the\s|around\s|about\s)?(?:\d|[A-Z]))))"
    rf"[^.!?;\n\d]{{0,25}}?(?=\d|(?<![A-Za-z])(?:{MONTH}))",
    re.IGNORECASE,
)
"""When a child will be born: what only may be of one, where a child is spoken of."""
_N = (
    r"(?:1?\d|2[01]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen)"
)
_NTH = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth)"
)
_BIRTHDAY = r"(?:birth\s?|b['\u2019]?)days?(?:\u2019s|'s)?"
_OLD = r"(?:\s(?:years?|yrs?)(?:\sold)?)?"
_ON = rf",?\s(?:on\s)(?:the\s)?(?:{_WEEKDAY},?\s(?:the\s)?)?"
_ANNIVERSARY = re.compile(
    rf"\b(?:(?:turn(?:s|ed|ing)?|reach(?:es|ed)?|attain(?:s|ed)?|becomes?|became)\s(?:the\sage\sof\s)?{_N}{_OLD}{_ON}"
    rf"|(?:attain|reach)(?:s|es|ed|ing)?\s(?:his|her|their|the\sage\sof)\s?majority{_ON}"
    rf"|(?:becomes?|became)\san\sadult{_ON}|(?:['\u2019]s|\bhis|\bher|\btheir)\s{_NTH}(?:\s(?:is|was|falls)\son\s(?:the\s)?|\s\()"
    rf"|(?:(?P<who>he|she|they|who|i|[A-Z][a-z'\u2019-]+)(?:\s(?:was|is|will\sbe|were)|['\u2019](?:s|ll\sbe)))\s{_N}{_OLD}"
    rf"(?:{_ON}|\s(?:next|this|last)\s{_WEEKDAY},?\s(?:the\s)?)|\b(?:hes|shes|theyre|shell\sbe|hell\sbe)\s{_N}{_OLD}{_ON}"
    rf"|(?:{_NTH}|his|her|their|my|our|[A-Z][a-z]+['\u2019]?s)\s{_BIRTHDAY}(?:\s(?:is|was|falls|will\sbe|being))?"
    rf"(?:{_ON}|\s?[:(=-]\s?|,?\s|\s(?:on\s)?{_WEEKDAY}\s?\(\s?)"
    rf"|\bhappy\s{_BIRTHDAY}(?:\s(?:to\s)?[A-Z][\w'\u2019-]*)?,\s"
    rf"|\b{_BIRTHDAY}(?:\s?[:(=]\s?|\son\s(?:the\s)?|\s(?=\d)))(?=\d|{MONTH})",
    re.IGNORECASE,
)
_DAY_IN_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>0?[1-9]|1[0-2])(?![\d/.:])")
_FURTHER_OF_MANY = re.compile(
    rf"(?:{SPACE}?(?:,|;|&|/|\band\b){SPACE}?|{SPACE}(?=[A-Z]))+(?:[A-Z][a-z'\u2019-]+{SPACE}?[:(-]?{SPACE}?)?",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    rf"\)?{SPACE}?(?:(?:,|;|&|/|\band\b)\s?){{1,2}}(?:[A-Z][\w'\u2019-]*\s){{1,3}}[:(-]?{SPACE}?"
    rf"(?:(?i:dob|b\.?|born):?{SPACE})?(?=\d)|{SPACE}?&{SPACE}?(?=\d)"
)
_INSTEAD = re.compile(
    r"\)?[,;]?\s(?:to|not|or|but(?:\s(?:was|is))?|should\sbe|as\swe\shad\sbut|now|corrected\sto"
    r"|(?:\w+\s)?(?:has|have|says?|had))\s(?=\d)"
)
_CALLED_AFTER = re.compile(
    rf"{SPACE}?(?:\({SPACE}?{_LABEL}{SPACE}?\)"
    rf"|(?:,?\s?(?:is|was|as|being)?\s?(?:his|her|their|the|my|(?:[A-Z][\w-]+|child|baby)['\u2019]s)\s)?{_LABEL}"
    rf"(?!{SPACE}?[:=]|{SPACE}?\d|{SPACE}*\n{SPACE}*\d))"
    r"|,?\s(?:was\s(?:when|the\s(?:day|date))\s(?:that\s)?)?(?:(?-i:[A-Z][\w'\u2019-]+\s){1,2}|he\s|she\s|they\s|twins\s"
    r"|(?:the|a|her|his|their)\s(?:baby|child|son|daughter|twins|brother|sister)\s)(?:(?:was|were)\sborn|gave\sbirth)\b"
    r"|,?\sweighing\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"^\s*\?+(?:\s*(?:A|Answer):)?")
"""A question that the date answers: "DOB?", "Q: DOB? A:"."""
_ENDS_A_SENTENCE = re.compile(r"[.!?;]\s+[A-Z]|[;!?]")
_OTHER_DATE = re.compile(
    r"\b(?:referr\w+|seen|visit\w*|review\w*|start\w*|end\w*|open\w*|clos\w*|placed|admitted"
    r"|(?<!amended\s)(?<!changed\s)(?<!corrected\s)from|since"
    r"|died|death|today|date\s+of(?!\s+birth)|dated|issued|moved|removed|meeting|signed|completed)\b",
    re.IGNORECASE,
)
_ENDS_WITH_ON = re.compile(r"\b(?:on|by)\s+(?:the\s+)?$", re.IGNORECASE)
_BORN_ON = re.compile(r"^(?:\s*(?:is|was|falls|fell))?\s*on\b|^\s*(?:at|in)\b", re.IGNORECASE)
_ENDS_WITH_MONTH = re.compile(rf"(?<!\w)(?:{MONTH}|{IN_WORDS}){SPACE}$", re.IGNORECASE)
_NEAR = 120  # letters
_FAR = 60  # letters
_HEADS_BOXES = re.compile(rf"(?<!\w){_LABEL}[^\d.!?]{{0,20}}$", re.IGNORECASE)


def told(text: str) -> Iterator[re.Match[str]]:
    """Yield dates that words before them or behind them call somebody's birth."""
    reached = -1
    for label in (*_called(text), *_born(text)):
        seen = date_at(text, _begins(label))
        if seen is None and label.re is _CALLED and "\n" not in label["between"]:
            age = _AGE.match(text, label.end())
            seen = date_at(text, age.end()) if age else None
        if seen is None or is_parted(label["between"]):
            continue
        yield seen
        if label.end() > reached:
            many = label.re is _CALLED and (label["more"] or label["label"][:5].lower() == "dates")
            for more in _further(seen, many=bool(many)):
                reached = more.start()
                yield more
    for seen in boxed(text):
        if _HEADS_BOXES.search(text, max(0, seen.start() - _FAR), seen.start()):
            yield seen
    for label in (*_AT_LENGTH.finditer(text), *_CERTIFICATE.finditer(text)):
        seen = date_at(text, label.end())
        if seen and (label.re is _CERTIFICATE or _is_at_length(label)):
            yield seen
    for seen in dates_in(text):
        if _CALLED_AFTER.match(text, seen.end(), seen.end() + 80):
            yield seen


def parts(text: str) -> Iterator[re.Match[str]]:
    """Yield the year of "born in 1978", the day of "born on 12 March"."""
    for label in (*_born(text), *_called(text)):
        if date_at(text, _begins(label)) or is_parted(label["between"]):
            continue
        if seen := LOOSE.match(text, _begins(label)):
            yield seen


@once_a_text
def _called(text: str) -> Sequence[re.Match[str]]:
    return tuple(_CALLED.finditer(text))


@once_a_text
def _born(text: str) -> Sequence[re.Match[str]]:
    return tuple(_BORN.finditer(text))


@once_a_text
def due(text: str) -> Sequence[re.Match[str]]:
    """Return when a child will be born, as far as it is written: a date, a month or a day."""
    return tuple(_due(text))


def _due(text: str) -> Iterator[re.Match[str]]:
    for label in _DUE.finditer(text):
        around = max(0, label.start() - _NEAR), label.end() + _NEAR
        if label["doubtful"] and not _OF_AN_UNBORN.search(text, *around):
            continue
        if seen := date_at(text, label.end()) or LOOSE.match(text, label.end()):
            yield seen


@once_a_text
def anniversaries(text: str) -> Sequence[re.Match[str]]:
    """Return days of a year on which somebody is, was or will be so many years old."""
    return tuple(_anniversaries(text))


def _anniversaries(text: str) -> Iterator[re.Match[str]]:
    for label in _ANNIVERSARY.finditer(text):
        who = label["who"] or "he"
        if len(who) > 4 and is_ordinary(who):
            continue  # "Attendance was 6 on 12 May"
        seen = date_at(text, label.end()) or LOOSE.match(text, label.end())
        if seen is None and "day" in label[0].lower():
            seen = _DAY_IN_FIGURES.match(text, label.end())
        if seen and seen.groupdict().get("year") is None:
            yield seen


def _begins(label: re.Match[str]) -> int:
    """Return where a date begins behind words: a month reads like a place, "born in March 1978"."""
    month = _ENDS_WITH_MONTH.search(label.string, label.end("label"), label.end())
    return month.start() if month else label.end()


def is_parted(between: str) -> bool:
    """Say whether between the words and the date a sentence ends, or another date is spoken of."""
    between = _ASKED.sub("", between)
    if between[-1:].isalpha():
        return True  # "l2/05/2014": a figure was taken for a letter
    if not _BORN_ON.search(between) and _ENDS_WITH_ON.search(between):
        return True  # "date of birth confirmed on"
    return bool(_ENDS_A_SENTENCE.search(between) or _OTHER_DATE.search(between))


def _is_at_length(label: re.Match[str]) -> bool:
    """Say whether what stands between a birth and its day is of the birth."""
    if _OF_OTHER_DAYS.search(label["between"]) or DATE.search(label["between"]):
        return False
    if label["between"].count("\n") > 1:
        return False
    if not label["label"].lower().startswith(("deliver", "had")):
        return True
    around = max(0, label.start() - _NEAR), label.end() + _NEAR
    return _OF_A_CHILD.search(label.string, *around) is not None


def _further(seen: re.Match[str], *, many: bool) -> Iterator[re.Match[str]]:
    """Yield the dates of a list behind its first, and what else one is said to be."""
    text = seen.string
    while True:
        ways = (_FURTHER, _INSTEAD, _FURTHER_OF_MANY) if many else (_FURTHER, _INSTEAD)
        joints = (joint for way in ways if (joint := way.match(text, seen.end())))
        next_ = next((day for joint in joints if (day := date_at(text, joint.end()))), None)
        if next_ is None:
            return
        seen = next_
        yield seen
