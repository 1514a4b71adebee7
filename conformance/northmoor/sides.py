"""Records made to fall on every side of the rules, whatever the day.

Each stands for something that goes wrong in the field: the cliff of 31 August, a birth on
29 February, a child who died, a date of birth that nobody knows, a case that was reopened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from conformance.northmoor.families import Family, Town
from conformance.northmoor.papers.assessments import sibling_assessment
from conformance.northmoor.papers.meetings import conference, lac_review
from conformance.northmoor.papers.notes import case_notes
from conformance.northmoor.people import Cast, Person
from conformance.northmoor.records import CEILINGS, STARTS, Filing, Side, short, years_before
from conformance.northmoor.wording import Scribe

OF_ADULTS = (
    "FO-CARER", "FO-REF", "FO-ENQ", "AD-WITHDR", "AD-ENQ", "SC-LADO-U", "RE-OTHER", "RE-STAFF",
    "IG-FOI",
)  # fmt: skip
OF_CHILDREN = (
    "SC-NFA", "SC-EDT", "SC-MASHW", "ED-CPCOPY", "ED-REG", "ED-2YO", "YO-OOCD", "YO-DRUG", "HE-REC",
    "SF-MATCH", "IG-COURT", "IG-SARBUN", "IG-COMPL",
)  # fmt: skip
BY_BIRTH = ("SC-SO", "SC-PRIV", "SC-PF", "ED-PUPIL", "ED-EHCP", "ED-EWO", "HE-CH", "ED-CPFILE")


@dataclass(frozen=True, slots=True)
class Cases:
    """The children whose dates are unusual, by what is unusual."""

    families: tuple[Family, ...]
    casts: Mapping[str, Cast] = field(repr=False)


def last_school_year_end(today: date) -> date:
    """Return the latest 31 August before a day."""
    end = date(today.year, 8, 31)
    return end if end < today else date(today.year - 1, 8, 31)


def births(today: date) -> tuple[tuple[tuple[str, date], ...], ...]:
    """Return the unusual births, family by family."""
    summer = last_school_year_end(today).year
    leap = max(y for y in range(today.year - 83, today.year - 75) if y % 4 == 0 and y != 1900)
    return (
        (("seventy-five", years_before(today, 75.6)),),
        (("leap-day", date(leap, 2, 29)),),
        (("31-august", date(summer - 25, 8, 31)),),
        (("1-september", date(summer - 25, 9, 1)),),
        (("two-summers", date(summer - 27, 8, 31)),),
        (("died", years_before(today, 41)), ("survivor", years_before(today, 37))),
        (("no-birth", years_before(today, 33)),),
        (("expected", years_before(today, 32)),),
        (("reopened", years_before(today, 46)),),
        (("abused", years_before(today, 27.5)),),
        (("elder", years_before(today, 27)), ("younger", years_before(today, 17))),
        (("held", years_before(today, 28)),),
    )


def settle(town: Town) -> Cases:
    """Bring the unusual children to town."""
    families: list[Family] = []
    casts: dict[str, Cast] = {}
    for named in births(town.today):
        family = town.family([born for _, born in named], fostered=True)
        children = tuple(
            _unusual(child, name, town.today)
            for child, (name, _) in zip(family.children, named, strict=True)
        )
        family = replace(family, children=children)
        families.append(family)
        casts |= {name: family.cast(c) for c, (name, _) in zip(children, named, strict=True)}
    return Cases(tuple(families), casts)


def _unusual(child: Person, name: str, today: date) -> Person:
    match name:
        case "died":
            return replace(child, died=years_before(today, 27))
        case "no-birth":
            return replace(child, born=None)
        case "expected":
            return replace(child, born=None, expected=child.born)
        case _:
            return child


def on_every_side(cases: Cases, strangers: list[Cast], rng: Random, today: date) -> list[Filing]:
    """Return records on every side of the rules."""
    return [
        *_by_birth(cases, rng, today),
        *_copies(cases, rng, today),
        *_reopened(cases, rng, today),
        *_of_several(cases, rng, today),
        *_by_event(cases, strangers, rng, today),
    ]


def _by_birth(cases: Cases, rng: Random, today: date) -> Iterator[Filing]:
    closed = years_before(today, 10)

    def file(name: str, record_class: str, standing: str, because: str) -> Filing:
        cast = cases.casts[name]
        write = lac_review if record_class == "SC-LAC" else case_notes
        return Filing(
            write(Scribe(cast, closed, rng)),
            cast,
            record_class,
            {"closure": (closed,)},
            side=Side(standing, because),
        )

    yield file("seventy-five", "SC-LAC", "due", "the 75th birthday has passed")
    yield file("leap-day", "SC-LAC", "due", "born on 29 February: kept through 1 March")
    yield file("died", "SC-LAC", "due", "died under 18 more than 15 years ago")
    yield file("survivor", "SC-LAC", "not_due", "the sibling lived: 75 years from birth")
    yield file("no-birth", "SC-CIN", "unknown", "no date of birth")
    yield file("expected", "SC-CIN", "unknown", "only an expected date of birth")
    yield file("abused", "SC-CIN", "due", "25 years from birth and 6 from closure have passed")
    yield file("held", "SC-CIN", "due", "due, until a hold is placed on this person")
    for record_class in BY_BIRTH:
        yield short(
            cases.casts["younger"],
            record_class,
            years_before(today, 2),
            rng,
            Side("not_due", "born 17 years ago"),
        )


def _copies(cases: Cases, rng: Random, today: date) -> Iterator[Filing]:
    sides = (
        ("31-august", True, "due", "turned 25 on the last day of the school year"),
        ("31-august", False, "unknown", "the primary record was not found"),
        ("31-august", None, "unknown", "nobody has looked for the primary record"),
        ("1-september", True, "not_due", "turned 25 on the first day of the next school year"),
        ("two-summers", True, "overdue", "the school year following the 25th birthday is over"),
    )
    for name, confirmed, standing, because in sides:
        side = Side(standing, because)
        copy = short(cases.casts[name], "ED-SCP2", years_before(today, 11), rng, side)
        yield replace(copy, secondary=True, primary_confirmed=confirmed)


def _reopened(cases: Cases, rng: Random, today: date) -> Iterator[Filing]:
    cast, long_ago, lately = (
        cases.casts["reopened"],
        years_before(today, 40),
        years_before(today, 2),
    )
    paper = conference(Scribe(cast, long_ago, rng))
    once = {"closure": (long_ago,)}
    yield Filing(paper, cast, "SC-CP", once, side=Side("due", "35 years after closure"))
    twice = {"closure": (long_ago, lately)}
    yield Filing(paper, cast, "SC-CP", twice, side=Side("not_due", "closed again 2 years ago"))
    reopened = {"closure": (long_ago,), "reopening": (lately,)}
    yield Filing(paper, cast, "SC-CP", reopened, side=Side("unknown", "reopened and not closed"))


def _of_several(cases: Cases, rng: Random, today: date) -> Iterator[Filing]:
    closed = years_before(today, 10)
    cast = cases.casts["abused"]
    notes = case_notes(Scribe(cast, closed, rng))
    events = {"closure": (closed,)}
    yield Filing(
        notes, cast, "SC-CIN", events, modifiers=("CSA",),
        side=Side("not_due", "known to relate to sexual abuse: 75 years"),
    )  # fmt: skip
    yield Filing(
        notes, cast, "SC-CIN", events, also=("SC-LAC",),
        side=Side("not_due", "also a looked-after child's record: the longest governs"),
    )  # fmt: skip
    elder, younger = cases.casts["elder"], cases.casts["younger"]
    yield Filing(
        sibling_assessment(Scribe(elder, closed, rng)), elder, "SC-CIN", events,
        shared_with=(younger.child,), side=Side("not_due", "shared: the youngest child governs"),
    )  # fmt: skip


def _by_event(cases: Cases, strangers: list[Cast], rng: Random, today: date) -> Iterator[Filing]:
    """Yield for each class that an event starts one record that is running and one that is over."""
    children = [cases.casts[name] for name in ("abused", "elder", "held", "two-summers")]
    for number, record_class in enumerate((*OF_CHILDREN, *OF_ADULTS)):
        among = children if record_class in OF_CHILDREN else strangers
        cast, years = among[number % len(among)], STARTS[record_class][1]
        over = Side("overdue", "past the day it had to be gone by")
        if record_class not in CEILINGS:
            over = Side("due", "its period is over")
            if record_class == "RE-STAFF":  # whoever left is kept to the 75th birthday too
                over = Side("not_due", "75 years from the birth are not over")
            running = Side("not_due", "its period is running")
            yield short(cast, record_class, years_before(today, years / 2), rng, running)
        elif years:
            window = Side("due", "inside its window")
            yield short(cast, record_class, years_before(today, years / 2), rng, window)
        yield short(cast, record_class, years_before(today, years + 1.2), rng, over)
