"""Dates of birth: dates that are called so, or stand below such a heading. Other dates stay.

The date of an event is the story of a life; only what says when somebody was born is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import everywhere, misread_too, owned, owned_or
from redaction.detectors.owners import known_by
from redaction.detectors.patterns.apart import Solid
from redaction.detectors.patterns.birth_columns import in_tables
from redaction.detectors.patterns.birth_names import behind_names, in_forms
from redaction.detectors.patterns.birth_words import anniversaries, due, parts, told
from redaction.detectors.patterns.dates import LOOSE, dates_in, day_of, days, month_of

_BIRTHDAY = re.compile(
    r"\b(?:birth\s?days?|b-?days?|turn(?:s|ed|ing)\s+(?:\d{1,2}|[a-z]+teen|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty)\b)",
    re.IGNORECASE,
)
_NEAR = 120  # letters of the entry about a date
_LONGEST_ENTRY = 400
_HEADS_AN_ENTRY = re.compile(r"(?:^|\n)\s*(?:[A-Z][a-z]{2,8},?\s)?[\w/.,\u2019' -]{6,24}[:.]?\s*$")


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


def is_part(words: str) -> bool:
    """Say whether words are a year, a month of one, or a day without one: they may be any."""
    return LOOSE.fullmatch(Solid(words).text) is not None


def _found(page: Page, roster: Roster) -> Iterator[Finding]:
    whole = list(everywhere(page, misread_too(page.text, lambda text: _seen(text, roster))))
    yield from whole
    taken = {finding.span for finding in whole}
    # Of a part no other place is the same: "1978" is any year.
    for way, judged in _WAYS:
        for seen in way(page.text):
            if seen.span() not in taken:
                taken.add(seen.span())
                yield replace(judged(roster, seen.span(), seen), page=page.number)
    for seen in _on_birthdays(page.text, roster):
        if seen.span() not in taken:
            yield replace(_of_an_anniversary(roster, seen.span(), seen), page=page.number)


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    whole = {seen.span(): seen for way in (told, in_forms, in_tables) for seen in way(text)}
    known = {day for seen in whole.values() for day in days(seen)}
    for seen in dates_in(text) if known else ():
        if known.intersection(days(seen)):
            whole.setdefault(seen.span(), seen)
    for span, seen in sorted(whole.items()):
        yield _finding(roster, span, seen)
    for seen in behind_names(text):
        if seen.span() not in whole:
            what = "date that may be a birth"
            yield owned_or(
                Propose.ASK, roster, seen.span(), "birth", what, _listed(roster, seen), 0.6
            )


def _finding(roster: Roster, span: Span, seen: re.Match[str]) -> Finding:
    value = _listed(roster, seen)
    return owned_or(Propose.REDACT, roster, span, "birth", "date of birth", value, 0.95)


def _listed(roster: Roster, seen: re.Match[str]) -> str:
    """Return which of the days that a date may mean somebody of the roster was born on, or none."""
    values = (day.isoformat() for day in days(seen))
    return next((value for value in values if known_by(roster, "birth", value)), "")


def _of_a_part(roster: Roster, span: Span, part: re.Match[str]) -> Finding:
    """Return what follows from a year, or a day without one: nobody's, it may be anybody's."""
    owners = [p for p in roster.people if p.born and _fits(p.born, part)]
    if owners:
        return owned(roster, owners, span, "birth", "date of birth", 0.7, exact=False)
    return owned_or(Propose.ASK, roster, span, "birth", "part of a date of birth", "", 0.7)


def _fits(born: date, part: re.Match[str]) -> bool:
    month = part["month"] or part["in"] or part["of"]
    return (
        (not part["year"] or born.year == int(part["year"]))
        and (not month or born.month == month_of(month))
        and (not part["day"] or born.day == day_of(part["day"]))
    )


def _of_an_anniversary(roster: Roster, span: Span, seen: re.Match[str]) -> Finding:
    """Return what follows from the day of a year on which somebody was born."""
    if "month" in (found := seen.groupdict()):
        of_the_year = {(month_of(found["month"]), day_of(found["day"]))}
    else:
        of_the_year = {(day.month, day.day) for day in days(seen)}
    owners = [p for p in roster.people if p.born and (p.born.month, p.born.day) in of_the_year]
    if owners:
        return owned(roster, owners, span, "birth", "birthday", 0.7, exact=False)
    return owned_or(Propose.ASK, roster, span, "birth", "birthday", "", 0.6)


def _of_the_unborn(roster: Roster, span: Span, seen: re.Match[str]) -> Finding:
    """Return what follows from when a child will be born, or when its birth was registered."""
    what, value = "day on which a child is due", _listed(roster, seen)
    return owned_or(Propose.ASK, roster, span, "birth", what, value, 0.7)


def _on_birthdays(text: str, roster: Roster) -> Iterator[re.Match[str]]:
    """Yield the days of events that are somebody else's birthday, where the entry says so."""
    others = (p.born for p in roster.people if p.born and p.id != roster.subject)
    listed = {(born.month, born.day) for born in others}
    for seen in dates_in(text) if listed and _BIRTHDAY.search(text) else ():
        if any((day.month, day.day) in listed for day in days(seen)) and _BIRTHDAY.search(
            text, _line_start(text, seen.start()), _entry_end(text, seen.end())
        ):
            yield seen


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at) + 1, at - _NEAR)


def _entry_end(text: str, at: int) -> int:
    """Return where an entry ends: with its line, or below a line that holds its day alone."""
    end = text.find("\n", at)
    if end >= 0 and _HEADS_AN_ENTRY.search(text, max(0, at - _NEAR), end):
        end = text.find("\n\n", end + 1)
        return min(len(text) if end < 0 else end, at + _LONGEST_ENTRY)
    return min(len(text) if end < 0 else end, at + _NEAR)


_WAYS = ((anniversaries, _of_an_anniversary), (parts, _of_a_part), (due, _of_the_unborn))
