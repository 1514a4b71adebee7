"""Records as the council files them: a paper, whom it is about, its class and its dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from conformance.northmoor.papers import assessments, letters, meetings, notes
from conformance.northmoor.papers.registers import short_record
from conformance.northmoor.people import Cast, Person
from conformance.northmoor.wording import Paper, Scribe

Write = Callable[[Scribe], Paper]
Events = Mapping[str, tuple[date, ...]]

YEAR = 365.25

STARTS: Mapping[str, tuple[str, float]] = {
    "SC-NFA": ("contact", 6), "SC-EDT": ("entry", 6), "SC-LADO-U": ("closure", 10),
    "AD-WITHDR": ("last_contact", 10), "AD-ENQ": ("last_contact", 2),
    "FO-CARER": ("approval_end", 10), "FO-REF": ("decision", 3), "FO-ENQ": ("closure", 2),
    "RE-OTHER": ("last_entry", 15), "RE-STAFF": ("leaving", 25), "ED-REG": ("entry", 6),
    "YO-DRUG": ("last_contact", 7), "YO-OOCD": ("closure", 3), "IG-COURT": ("disclosure", 3),
    "IG-FOI": ("closure", 3), "IG-SARBUN": ("closure", 3), "IG-COMPL": ("closure", 6),
    "SC-MASHW": ("closure", 0.25), "ED-CPCOPY": ("receipt_confirmed", 1),
    "ED-2YO": ("entry", 0.33), "SF-MATCH": ("completion", 0.5), "HE-REC": ("withdrawal", 0),
}  # fmt: skip
"""Classes whose period starts with an event of the record: the event, and the years it runs."""

CEILINGS = frozenset({"SC-MASHW", "ED-CPCOPY", "ED-2YO", "SF-MATCH", "HE-REC"})
"""Classes that must be gone by a day: what is old is not due but overdue."""


@dataclass(frozen=True, slots=True)
class Side:
    """On which side of the rules a record was made to fall, and why."""

    standing: str  # not_due, due, overdue, unknown
    because: str


@dataclass(frozen=True, slots=True)
class Filing:
    """One record of the council, before it is written to the stores."""

    paper: Paper
    cast: Cast = field(repr=False)
    record_class: str
    events: Events
    shared_with: tuple[Person, ...] = field(default=(), repr=False)
    also: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    secondary: bool = False
    primary_confirmed: bool | None = None
    irreplaceable: bool = False
    side: Side | None = None


CAREERS: Mapping[str, tuple[tuple[str, Write], ...]] = {
    "contact": (("SC-NFA", notes.contact_record),),
    "early_help": (
        ("SC-EH", assessments.early_help),
        ("SC-EH", notes.case_notes),
        ("SC-NFA", notes.contact_record),
    ),
    "in_need": (
        ("SC-CIN", notes.case_notes),
        ("SC-CIN", letters.neighbour_referral),
        ("SC-CIN", meetings.core_group),
        ("SC-EDT", notes.duty_log),
    ),
    "protection": (
        ("SC-CP", meetings.strategy_meeting),
        ("SC-CP", meetings.conference),
        ("SC-CP", notes.case_notes),
        ("SC-EDT", notes.duty_log),
    ),
    "looked_after": (
        ("SC-LAC", meetings.lac_review),
        ("SC-LAC", notes.case_notes),
        ("HE-CH", letters.paediatric_report),
        ("ED-VS", letters.school_report),
    ),
}
"""How far a family came into the services, and the papers that this leaves."""

_EXTRAS = (
    "ED-PUPIL", "ED-PUPIL", "ED-EHCP", "ED-REG", "ED-EWO", "HE-CH", "YO-OOCD", "YO-DRUG", "SC-SO",
    "SC-PRIV", "SC-PF", "ED-CPFILE", "IG-COURT", "IG-COMPL", "ED-SCP2",
)  # fmt: skip


def ordinary(cast: Cast, career: str, rng: Random, today: date) -> list[Filing]:
    """Return one to four records of a child with nothing unusual about their dates."""
    kinds = CAREERS[career]
    chosen = rng.sample(kinds, rng.randrange(1, min(3, len(kinds)) + 1))
    filed = [_filed(cast, record_class, write, rng, today) for record_class, write in chosen]
    if rng.random() < 0.4:
        extra = rng.choice(_EXTRAS)
        filed.append(_filed(cast, extra, lambda s: short_record(s, extra), rng, today))
    return filed


def dated(record_class: str, day: date) -> Events:
    """Return the events of a record of this class that began its period on a day."""
    event = STARTS[record_class][0] if record_class in STARTS else "closure"
    return {event: (day,)}


def short(
    cast: Cast, record_class: str, day: date, rng: Random, side: Side | None = None
) -> Filing:
    """Return a short record of a class whose period began on a day."""
    paper = short_record(Scribe(cast, day, rng), record_class)
    return Filing(paper, cast, record_class, dated(record_class, day), side=side)


def years_before(day: date, years: float) -> date:
    """Return a day so many years of 365.25 days earlier."""
    return day - timedelta(days=round(years * YEAR))


def _filed(cast: Cast, record_class: str, write: Write, rng: Random, today: date) -> Filing:
    day = _day(cast.child, record_class, rng, today)
    return Filing(
        write(Scribe(cast, day, rng)),
        cast,
        record_class,
        dated(record_class, day),
        secondary=record_class == "ED-SCP2",
        primary_confirmed=True if record_class == "ED-SCP2" else None,
    )


def _day(child: Person, record_class: str, rng: Random, today: date) -> date:
    """Draw the day a period began: most are running, about one in ten is over."""
    years = STARTS.get(record_class, ("", 20.0))[1]
    known = child.born or child.expected or years_before(today, 30)
    longest = max((today - known).days / YEAR - 0.2, 0.1)
    if record_class in STARTS and rng.random() < 0.12 and longest > years + 1.2:
        return years_before(today, rng.uniform(years + 1.1, min(years + 2.5, longest)))
    return years_before(today, rng.uniform(0.05, min(years * 0.85, longest)))
