"""Dates of birth: dates that are called so, or stand below such a heading. Other dates stay.

The date of an event is the story of a life; only what says when somebody was born is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import SPACE, everywhere, misread_too, owned, owned_or
from redaction.detectors.owners import known_by
from redaction.detectors.patterns.apart import Solid
from redaction.detectors.patterns.rows import row_of, rows_below

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_YEAR = r"(?:(?:19|20)\d{2}|['\u2018\u2019]?\d{2})(?![\d:])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = rf"{_DAY}(?:{SPACE}?(?:st|nd|rd|th))?"
_SIGN = r"[/.\-\u2010-\u2013]"
_ON_THE_NEXT_LINE = rf"(?:{SPACE}?|(?<={_SIGN}){SPACE}?\n{SPACE}?)"
_NUMERIC = (
    rf"(?P<d1>{_DAY}){SPACE}?(?P<gap>{_SIGN}|{SPACE}){_ON_THE_NEXT_LINE}"
    rf"(?P<m1>0?[1-9]|1[0-2]){SPACE}?(?P=gap){_ON_THE_NEXT_LINE}(?P<y1>{_YEAR})"
)
_ISO = (
    r"(?P<y2>(?:19|20)\d{2})(?P<gap2>[/.-])(?P<m2>0[1-9]|1[0-2])(?P=gap2)"
    r"(?P<d2>0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAMED = (
    rf"(?P<d3>{_ORDINAL})(?:\s|[-/.]){{0,3}}(?:of\s)?(?P<m3>{_MONTH})"
    rf"(?:\s|[-/.,]){{0,3}}(?P<y3>{_YEAR})"
)
_AMERICAN = rf"(?P<m4>{_MONTH})\.?{SPACE}?(?P<d4>{_ORDINAL})(?:\s|,){{1,3}}(?P<y4>{_YEAR})"
_DATE = re.compile(
    rf"(?<![\w/.\-])(?:{_ISO}|{_NUMERIC}|{_NAMED}|{_AMERICAN})(?![\w])(?![/-]\d)", re.IGNORECASE
)
_SOLID = re.compile(
    r"(?P<d1>0[1-9]|[12]\d|3[01])(?P<m1>0[1-9]|1[0-2])(?P<y1>(?:19|20)\d\d|\d\d)(?![\w/.-])"
)
_CALLED_SO = r"[A-Z][a-z'\u2019-]+ (?:[A-Z][a-z'\u2019-]+ )?[A-Z][\w'\u2019-]+"
_NAMED_LOUD = (
    r"(?:[A-Z][A-Z'\u2019-]+,? [A-Z][a-z'\u2019-]+(?: [A-Z][a-z'\u2019-]+)?"
    r"|[A-Z][a-z'\u2019-]+ (?:[A-Z][a-z'\u2019-]+ )?[A-Z][A-Z'\u2019-]+)"
)
_BEHIND_A_NAME = re.compile(
    rf"(?<![^\W_])(?:(?:{_CALLED_SO}|{_NAMED_LOUD})(?P<between>,? ?[(/] ?|, )|{_NAMED_LOUD},? )$"
)
_ASIDE = re.compile(r" ?[),;\n]|$")
_LAST = 2050
_OLD = 10  # years before the paper's last date: what stands behind a name is no event of its days
_LOOSE_DATE = re.compile(
    rf"(?:(?P<day>{_ORDINAL}){SPACE}(?:of{SPACE})?(?P<month>{_MONTH})|(?:(?P<in>{_MONTH}){SPACE})?(?P<year>(?:19|20)\d{{2}}))(?!\w)(?![/-]\d)",
    re.IGNORECASE,
)
_ENDS_WITH_MONTH = re.compile(rf"(?<!\w){_MONTH}{SPACE}$", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
_LABEL = (
    r"(?:d\.?\s?o\.?\s?b(?=\b|'?s\b)\.?|dates?[\s-]of[\s-]births?|birth[\s-]?dates?|birthdate|birth\s?day(?=\s*[:=]|\s+is\b|\s+was\b)"
    r"|year\s+of\s+birth|births?(?=\s?:))"
)
_CALLED = re.compile(
    rf"(?<!\w)(?P<label>{_LABEL})(?P<more>'?s)?(?P<between>[^\n\d]{{0,40}}?(?:\n[^\n\d]{{0,3}})?)"
    rf"(?=\d|(?<![A-Za-z]){_MONTH})",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"(?<!\w)(?P<label>[Bb]orn|BORN|b\.|b(?={SPACE}?\d{{1,2}}[/.-]))(?P<between>{SPACE}?:?{SPACE}*\n?{SPACE}*"
    rf"(?:(?:prematurely|early|premature|at{SPACE}home){SPACE})?"
    rf"(?:(?:at|in){SPACE}(?:the{SPACE})?(?:[A-Z][\w'\u2019.-]*,?{SPACE}?){{1,6}})?"
    rf"(?:(?:[Oo]n|[Ii]n){SPACE}(?:the{SPACE})?)?(?:(?i:{_WEEKDAY}),?{SPACE}(?:the{SPACE})?)?)"
    rf"(?=\d|(?i:{_MONTH}))"
)
_RELATIVES = (
    r"(?:half|step|foster|birth|maternal|paternal|older|younger|other)?[\s-]?(?:mother|father|mum|mam|dad|parents?"
    r"|siblings?|brothers?|sisters?|child(?:ren)?|adults?|partner|husband|wife|son|daughter|carers?|aunt|uncle"
    r"|cousins?|niece|nephew|grand(?:mother|father|parents?|mum|dad)|household|subject|name)"
)
_IN_A_FORM = re.compile(
    rf"(?im:^[^\S\n]*{_RELATIVES}[^\S\n]*[:|][^\S\n]*)(?P<label>)"
    rf"(?P<between>(?:(?:[^\W\d_a-z][\w'\u2019-]*|ap|van|von|de[rn]?|bin|al|el|la){SPACE}?){{1,6}}"
    rf"[,(|]{SPACE}?)(?=\d)"
)
"""A form's line that tells who somebody is, with name and date: "Mother: Jo Marsh, 4/9/1981"."""
_ENDS_THE_LINE = re.compile(r"\)?[^\S\n]*(?:[,;|].*)?$", re.MULTILINE)
_CALLED_AFTER = re.compile(
    rf"^{SPACE}?(?:\({SPACE}?{_LABEL}{SPACE}?\)|{_LABEL}(?!{SPACE}?[:=]|{SPACE}?\d|{SPACE}*\n{SPACE}*\d))",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"(?:{SPACE}?(?:,|;|&|/|\band\b){SPACE}?)+(?:[A-Z][a-z'\u2019-]+{SPACE}?[:(-]?{SPACE}?)?",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = re.compile(r"[.!?;]\s+[A-Z]|[;!?]")
_OTHER_DATE = re.compile(
    r"\b(?:referr\w+|seen|visit\w*|review\w*|start\w*|end\w*|open\w*|clos\w*|placed|admitted|from|since"
    r"|died|death|today|date\s+of(?!\s+birth)|dated|issued|moved|removed|meeting|signed|completed)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\bon\s+(?:the\s+)?$", re.IGNORECASE)
_BORN_ON = re.compile(r"^(?:\s*(?:is|was|falls|fell))?\s*on\b|^\s*(?:at|in)\b", re.IGNORECASE)
_HEADING = re.compile(
    rf"(?<!\w)(?:{_LABEL}|(?-i:Born|BORN)|(?<!\S)b\.(?=\s|\||$))(?!\w)", re.IGNORECASE
)
_HEADS_ONLY = re.compile(r"[\W\d]*(?:(?:[A-Z][\w'\u2019]*|[bd]\.|of|birth|to|and|in|no)[\W\d]*)+")
"""A line of which "Born" or "b." may be a column's head: no sentence, heads alone."""
_OTHER_HEADING = re.compile(
    r"\b(?:date(?!s?[\s-]of[\s-]birth)|dates(?![\s-]of)|from|to|start\w*|end\w*|when|seen|visit\w*|review\w*"
    r"|due|placed|admitted|opened|closed|time|attend\w*|joined|left|met|died)\b"
    r"|(?<!\S)d\.(?=\s|\||$)",
    re.IGNORECASE,
)
_SELDOM_A_DATE = re.compile(r"from|to|left|met", re.IGNORECASE)
_TIME = re.compile(r"\btime\b", re.IGNORECASE)
_CELLS = re.compile(rf"\t+|{SPACE}*\|{SPACE}*|{SPACE}{{2,}}")
_COMMA = re.compile("[,;]")
_LONGEST_HEADING = 120
_ROWS_WITHOUT = 2  # lines without a date that a table may hold between two with one
_LONGEST_TABLE = 200
_LONGEST_NUMBERED = 400  # letters of all the heads of a workbook's page
_YEAR_OF_DAYS = 365


class BirthDetector:
    """Finds dates of birth by what is said of them. An age is no date; dates of events stay."""

    name = "birth"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each date of birth, wherever it stands once it was told."""
        found = list(_found(page, roster))
        yield from found
        solid = Solid(page.text)
        if solid.is_closed():
            told = {finding.span for finding in found}
            for finding in _found(replace(page, text=solid.text), roster):
                span = solid.span(*finding.span)
                if span not in told:
                    yield replace(finding, span=span)


def _found(page: Page, roster: Roster) -> Iterator[Finding]:
    yield from everywhere(page, misread_too(page.text, lambda text: _seen(text, roster)))
    # Of a part no other place is the same: "1978" is any year.
    for span, part in dict(_loosely(page.text)).items():
        yield replace(_of_a_part(roster, span, part), page=page.number)


def is_part(words: str) -> bool:
    """Say whether words are a year, a month of one, or a day without one: they may be any."""
    return _LOOSE_DATE.fullmatch(Solid(words).text) is not None


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    whole = {seen.span(): seen for seen in _told(text)}
    told = {day for seen in whole.values() for day in _days(seen)}
    for seen in _DATE.finditer(text) if told else ():
        if told.intersection(_days(seen)):
            whole.setdefault(seen.span(), seen)
    for span, seen in sorted(whole.items()):
        yield _finding(roster, span, _days(seen))
    for span in _behind_names(text):
        if span not in whole:
            yield owned_or(Propose.ASK, roster, span, "birth", "date that may be a birth", "", 0.6)


def _behind_names(text: str) -> Iterator[Span]:
    """Yield dates right behind a name that lie long before the paper's last: "Lee Bell (4/9/81)".

    As the police write it; what happens to people on a date has a word between.
    """
    dated = [(seen, day) for seen in _DATE.finditer(text) if (day := _likely(seen))]
    last = max((day.year for _, day in dated), default=0)
    for seen, day in dated:
        if day.year > last - _OLD:
            continue
        name = _BEHIND_A_NAME.search(text, max(0, seen.start() - 60), seen.start())
        if name and (not name["between"] or _ASIDE.match(text, seen.end())):
            yield seen.span()


def _likely(seen: re.Match[str]) -> date | None:
    """Return the date that is meant, of a year of two digits the one that is not far ahead."""
    return next((day for day in _days(seen) if day.year <= _LAST), None)


def _finding(roster: Roster, span: Span, days: list[date]) -> Finding:
    values = [day.isoformat() for day in days] or [""]
    value = next((v for v in values if known_by(roster, "birth", v)), values[0])
    return owned_or(Propose.REDACT, roster, span, "birth", "date of birth", value, 0.95)


def _of_a_part(roster: Roster, span: Span, part: re.Match[str]) -> Finding:
    """Return what follows from a year, or a day without one: nobody's, it may be anybody's."""
    owners = [p for p in roster.people if p.born and _fits(p.born, part)]
    if owners:
        return owned(roster, owners, span, "birth", "date of birth", 0.7, exact=False)
    return owned_or(Propose.ASK, roster, span, "birth", "part of a date of birth", "", 0.7)


def _fits(born: date, part: re.Match[str]) -> bool:
    month = part["month"] or part["in"]
    return (
        (not part["year"] or born.year == int(part["year"]))
        and (not month or born.month == _MONTHS.index(month[:3].lower()) + 1)
        and (not part["day"] or born.day == int(re.sub(r"\D", "", part["day"])))
    )


def _told(text: str) -> Iterator[re.Match[str]]:
    """Yield dates that words before them, behind them or over them call somebody's birth."""
    reached = -1
    for label in (*_CALLED.finditer(text), *_BORN.finditer(text)):
        seen = _DATE.match(text, label.end()) or _SOLID.match(text, label.end())
        if seen is None or not _days(seen) or _is_parted(label["between"]):
            continue
        yield seen
        if label.re is _CALLED and label.end() > reached and _is_of_many(label):
            for more in _further(seen):
                reached = more.start()
                yield more
    for label in _IN_A_FORM.finditer(text):
        seen = _DATE.match(text, label.end())
        if seen and _days(seen) and _ENDS_THE_LINE.match(text, seen.end()):
            yield seen
    for seen in _DATE.finditer(text):
        if _CALLED_AFTER.match(text[seen.end() : seen.end() + 30]) and _days(seen):
            yield seen
    yield from _in_tables(text)


def _is_of_many(label: re.Match[str]) -> bool:
    return bool(label["more"]) or label["label"][:5].lower() == "dates"


def _further(seen: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the dates of a list behind its first."""
    text = seen.string
    while (joint := _AND.match(text, seen.end())) and (next_ := _DATE.match(text, joint.end())):
        seen = next_
        yield seen


def _is_parted(between: str) -> bool:
    """Say whether between the words and the date a sentence ends, or another date is spoken of."""
    if not _BORN_ON.search(between) and _ON.search(between):
        return True  # "date of birth confirmed on"
    return bool(_ENDS_A_SENTENCE.search(between) or _OTHER_DATE.search(between))


def _loosely(text: str) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield the year of "born in 1978", the day of "born on 12 March"."""
    for label in (*_BORN.finditer(text), *_CALLED.finditer(text)):
        if _DATE.match(text, label.end()) or _is_parted(label["between"]):
            continue
        # A month behind "in" reads like a place.
        month = _ENDS_WITH_MONTH.search(text, label.end("label"), label.end())
        if seen := _LOOSE_DATE.match(text, month.start() if month else label.end()):
            yield seen.span(), seen


def _days(seen: re.Match[str]) -> list[date]:
    """Return the dates that may be meant: of a year of two digits, in either century."""
    found = seen.groupdict()
    for n in "1234":
        if found[f"d{n}"] is None:
            continue
        month = found[f"m{n}"]
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
        day, year = int(re.sub(r"\D", "", found[f"d{n}"])), re.sub(r"\D", "", found[f"y{n}"])
        years = [int(year)] if len(year) == 4 else [2000 + int(year), 1900 + int(year)]
        return [d for y in years if (d := _date(y, number, day))]
    return []


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_tables(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates of a column that is headed as dates of birth."""
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    places = [m.start() for m in _HEADING.finditer(text)]
    last = _last_year(text) if places else 0
    reached = -1
    for at in places:
        if at >= reached and (row := row_of(text, at)):
            reached = row[1]
            yield from _rows_numbered(text, row, last)
    for number in sorted({_line_of(starts, at) for at in places}):
        line = _line(text, starts, number)
        if len(line) > _LONGEST_HEADING or _DATE.search(line) or not _heads(line):
            continue
        if _HEADING.fullmatch(line.strip(" \t:|")):
            yield from _cells_below(text, starts, number)
        else:
            yield from _rows_below(text, starts, number, line, last)


def _last_year(text: str) -> int:
    """Return the year of a paper's last date that is written in full."""
    days = (_days(seen) for seen in _DATE.finditer(text))
    return max((day[0].year for day in days if len(day) == 1), default=_LAST)


def _rows_numbered(text: str, row: Span, last: int) -> Iterator[re.Match[str]]:
    """Yield the births of a workbook's rows below the one that heads them."""
    head = " ".join(text[slice(*row)].split())
    if len(head) > _LONGEST_NUMBERED or _DATE.search(head) or not _heads_a_sheet(head):
        return
    for start, end in rows_below(text, row):
        dates = [seen for seen in _DATE.finditer(text, start, end) if _days(seen)]
        yield from _in_order(head, dates, last)


def _heads_a_sheet(head: str) -> bool:
    """Say whether a numbered row says what its columns are: heads have capitals.

    Beside "Born" and "b.", which may be of a sentence, there are more capitals than beside "DOB".
    """
    words = head.split()[1:]
    small = sum(word[0].islower() and not _HEADS_ONLY.fullmatch(word) for word in words)
    named = any(seen[0].lower() not in ("born", "b.") for seen in _HEADING.finditer(head))
    return small * (2 if named else 4) <= len(words)


def _heads(line: str) -> bool:
    """Say whether a line heads dates of birth: "Born" alone may be of a sentence."""
    named = any(seen[0].lower() not in ("born", "b.") for seen in _HEADING.finditer(line))
    return named or _HEADS_ONLY.fullmatch(line) is not None


def _line_of(starts: list[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _line(text: str, starts: list[int], number: int) -> str:
    end = starts[number + 1] - 1 if number + 1 < len(starts) else len(text)
    return text[starts[number] : end].rstrip("\r")


def _rows_below(
    text: str, starts: list[int], number: int, head: str, last: int
) -> Iterator[re.Match[str]]:
    """Yield of each row the date in the column, or its only date where no other is headed."""
    heads, parted = _cells(head)
    column = next((n for n, h in enumerate(heads) if _HEADING.search(h)), 0)
    others = any(_OTHER_HEADING.search(_HEADING.sub("", h)) for h in heads)
    rest = _OTHER_HEADING.sub("", _HEADING.sub("", head)).rstrip()
    if rest.endswith((".", ",", ";")) and not parted:
        return
    if others and len(heads) < 2 and _HEADS_ONLY.fullmatch(head) is None:
        return
    without = 0
    for below in range(number + 1, min(len(starts), number + _LONGEST_TABLE)):
        row = _line(text, starts, below)
        dates = list(_DATE.finditer(text, starts[below], starts[below] + len(row)))
        if not row.strip() or without > _ROWS_WITHOUT or _HEADING.search(row):
            return
        without = 0 if dates else without + 1
        cells, _ = _cells(row, parted)
        if len(heads) > 1 and len(cells) == len(heads):
            dates = [d for d in dates if d[0] in cells[column]][:1]
        elif others or len(dates) != 1:
            dates = _in_order(head, dates, last)
        yield from (d for d in dates if _days(d))


def _cells(line: str, parted: bool | None = None) -> tuple[list[str], bool]:
    """Return the cells of a row, and whether they are parted by commas, as heads alone tell.

    Between commas a cell may be empty; between tabs it is not told from a wider one.
    """
    cells = [cell for cell in _CELLS.split(line.strip()) if cell]
    if parted is None:
        parted = len(cells) < 2 and _COMMA.search(line) is not None
        parted = parted and _HEADS_ONLY.fullmatch(line) is not None
    return ([cell.strip() for cell in _COMMA.split(line)] if parted else cells), parted


def _in_order(head: str, dates: list[re.Match[str]], last: int) -> list[re.Match[str]]:
    """Return which dates of a row are births, where nothing parts its cells but a space.

    They stand in the order in which their columns are headed. Where there are more of them, or
    fewer, than columns that hold dates, it is the first of the row's days, or one long before the
    paper's `last` year: nobody is seen before they are born.
    """
    births = [seen.start() for seen in _HEADING.finditer(head)]
    without = _TIME.sub("____", _HEADING.sub(lambda seen: "_" * len(seen[0]), head))
    others = list(_OTHER_HEADING.finditer(without))
    surely = [seen for seen in others if not _SELDOM_A_DATE.fullmatch(seen[0])]
    first = _first(dates, last) if len(births) == 1 else []
    for heads in (others, surely):
        every = sorted([*births, *(seen.start() for seen in heads)])
        if len(every) == len(dates):
            found = [day for day, at in zip(dates, every, strict=True) if at in births]
            return found + [day for day in first if day not in found]
    return first


def _first(dates: list[re.Match[str]], last: int) -> list[re.Match[str]]:
    """Return the day of a row that lies long before its others, or alone before the paper's."""
    days = sorted(((_by(seen, last), seen) for seen in dates if _days(seen)), key=lambda d: d[0])
    if not days:
        return []
    day, seen = days[0]
    if len(days) > 1:
        return [seen] if (days[1][0] - day).days >= _YEAR_OF_DAYS else []
    return [seen] if day.year <= last - _OLD else []


def _by(seen: re.Match[str], last: int) -> date:
    """Return the date that is meant: of a year of two digits the later one not after `last`."""
    days = _days(seen)
    return next((day for day in days if day.year <= last), days[-1])


def _cells_below(text: str, starts: list[int], number: int) -> Iterator[re.Match[str]]:
    """Yield lines that are a date and no more, below a table's heads that stand one a line."""
    first = number
    while first and 0 < len(_line(text, starts, first - 1).strip()) <= 30 and number - first < 12:
        first -= 1
    heads: list[str] = []
    for below in range(first, min(len(starts), number + 12)):
        line = _line(text, starts, below).strip()
        if not line or any(c.isdigit() for c in line):
            break
        heads.append(line)
    if any(_OTHER_HEADING.search(_HEADING.sub("", head)) for head in heads):
        return
    without = 0
    for below in range(number + 1, min(len(starts), number + _LONGEST_TABLE)):
        line = _line(text, starts, below).strip()
        without += 1
        if not line or without > 12:
            return
        seen = _DATE.match(
            text,
            starts[below]
            + len(_line(text, starts, below))
            - len(_line(text, starts, below).lstrip()),
        )
        if seen and len(line) == len(seen[0]) and _days(seen):
            without = 0
            yield seen
