"""When an answer is due, and why: the clocks of subject access, freedom of information, complaints.

Sources: UK GDPR Art 12A and DPA 2018 s54 (one month; clarification; two months more), the ICO's
right-of-access guidance of 8 December 2025 (corresponding date, roll forward), FOIA 2000 s10
(twentieth working day, any part of the UK), DPA 2018 s164A (complaints).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from recordkeeping.vocabulary.calendars import Calendar, add_months
from recordkeeping.vocabulary.errors import Refused


class Convention(StrEnum):
    """How a clarification's days are counted.

    `ico` counts from the day asked to the day answered (20 to 27 February: 7 days). `statute`
    excludes both days as well (8 days), as s54(3C) reads.
    """

    ICO = "ico"
    STATUTE = "statute"


class Status(StrEnum):
    """How a clock stands."""

    NOT_STARTED = "NOT_STARTED"
    RUNNING = "RUNNING"
    PAUSED = "PAUSED"
    EXTENDED = "EXTENDED"
    OVERDUE = "OVERDUE"
    LAPSED = "LAPSED"  # a fee was not paid in time: no duty is left


@dataclass(frozen=True, slots=True)
class Pause:
    """A clarification: asked on one day, answered on another, or not yet."""

    asked: date
    answered: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """One or two months more, for complexity or number, told to the requester on a day."""

    months: int
    notified: date


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """What happened to a subject access request, as far as its clock needs to know.

    `outstanding` names what was validly asked for and has not come: identity, authority, fee.
    """

    received: date
    identified: date | None = None
    authorised: date | None = None
    fee_paid: date | None = None
    outstanding: tuple[str, ...] = ()
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock's answer: every day it rests on, and a sentence for each step."""

    status: Status
    start: date | None
    excluded_days: int
    nominal: date | None
    due: date | None
    notify_by: date | None
    internal_target: date | None
    calendar: str
    because: tuple[str, ...]


def access_deadline(
    facts: AccessFacts, convention: Convention, calendar: Calendar, today: date
) -> Deadline:
    """Return when a subject access request must be answered (domain brief §2.1).

    An extension that was told too late, or of another length than one or two months, is
    `Refused`: the requester keeps the first date, and the breach is theirs to complain of.
    """
    if facts.outstanding:
        waiting = " and ".join(facts.outstanding)
        return Deadline(
            Status.NOT_STARTED, None, 0, None, None, None, None, calendar.name,
            (f"the month has not begun: waiting for {waiting}",),
        )  # fmt: skip
    start, because = _start(facts)
    months = 1 + (facts.extension.months if facts.extension else 0)
    pauses: list[Pause] = []
    for pause in sorted(facts.pauses, key=lambda pause: pause.asked):
        so_far = timedelta(days=_excluded_days(pauses, start, convention, today))
        if pause.asked <= calendar.on_or_after(add_months(start, months) + so_far):
            pauses.append(pause)
        else:
            because.append(f"asking on {pause.asked} pauses nothing: the answer was due before")
    excluded = _excluded_days(pauses, start, convention, today)
    if excluded:
        because.append(f"{excluded} days of clarification do not count ({convention} convention)")
    notify_by = calendar.on_or_before(add_months(start, 1) + timedelta(days=excluded))
    if facts.extension:
        _refuse_late(facts.extension, notify_by)
        because.append(
            f"extended by {facts.extension.months} months, told on "
            f"{facts.extension.notified.isoformat()}, by {notify_by.isoformat()} at the latest"
        )
    nominal = add_months(start, months) + timedelta(days=excluded)
    due = calendar.on_or_after(nominal)
    because.append(
        f"{'one month' if months == 1 else f'{months} months'} from the start is the "
        f"corresponding day, {(add_months(start, months)).isoformat()}"
    )
    if due != nominal:
        because.append(f"{nominal.isoformat()} is not a working day; the next is {due.isoformat()}")
    target = min(calendar.working_days_before(due, 3), start + timedelta(days=28 + excluded))
    status = _status(facts, pauses, due, today)
    if status is Status.PAUSED:
        because.append("a clarification is not answered yet: the clock stands, and dates will move")
    return Deadline(
        status, start, excluded, nominal, due, notify_by, target, calendar.name, tuple(because)
    )


def information_deadline(
    received: date,
    calendar: Calendar,
    *,
    today: date,
    clarified: date | None = None,
    fee_notice: date | None = None,
    fee_paid: date | None = None,
) -> Deadline:
    """Return the twentieth working day of a freedom of information request (FOIA 2000 s10).

    A clarified request starts anew when the clarification comes (s1(3)); the days from a fee
    notice to its payment do not count (s10(2)). An unpaid notice pauses the clock; one that is not
    paid within three months ends the duty to answer (s9(2)).
    """
    if clarified and clarified < received:
        raise Refused("the request was clarified before it was received; look at both days")
    start = clarified or received
    because = [
        f"day 0 is {start.isoformat()}, when the {'clarified ' if clarified else ''}request came"
    ]
    if (fee_notice is None) != (fee_paid is None) and fee_notice is None:
        raise Refused("a fee was paid, but there was no fee notice; give its day")
    if fee_notice and fee_paid and fee_paid < fee_notice:
        raise Refused("the fee was paid before its notice was given; look at both days")
    if fee_notice and fee_notice < received:
        raise Refused("the fee notice was given before the request came; look at both days")
    lapses = add_months(fee_notice, 3) if fee_notice else None
    if lapses and (fee_paid or today) > lapses:
        because.append(
            f"the fee was not paid by {lapses.isoformat()}, three months from its notice: there is "
            "no duty to answer any more (s9(2)); a new request starts anew"
        )
        return Deadline(
            Status.LAPSED, start, 0, None, None, None, None, calendar.name, tuple(because)
        )
    if fee_notice and not fee_paid:
        because.append(
            f"the fee is not paid yet: the clock stands, and the notice lapses after {lapses}"
        )
        return Deadline(
            Status.PAUSED, start, 0, None, None, None, None, calendar.name, tuple(because)
        )
    excluded = 0
    due = start
    counted = 0
    while counted < 20:
        due += timedelta(days=1)
        if not calendar.is_working_day(due):
            continue
        if fee_notice and fee_paid and fee_notice <= due <= fee_paid:
            excluded += 1  # both days are within the period that s10(2) disregards
        else:
            counted += 1
    if excluded:
        because.append(f"{excluded} working days from fee notice to payment do not count")
    because.append(
        f"the 20th working day in every part of the UK is {due.isoformat()} ({calendar.name})"
    )
    status = Status.OVERDUE if today > due else Status.RUNNING
    return Deadline(status, start, excluded, due, due, None, None, calendar.name, tuple(because))


def complaint_deadline(received: date, calendar: Calendar, today: date) -> Deadline:
    """Return the day by which a data protection complaint is acknowledged (DPA 2018 s164A).

    Thirty days, counted from the day after receipt; the outcome follows without undue delay.
    """
    nominal = received + timedelta(days=30)
    due = calendar.on_or_after(nominal)
    because = [f"30 days from the day after receipt end on {nominal.isoformat()}"]
    if due != nominal:
        because.append(f"that is not a working day; the next is {due.isoformat()}")
    because.append("the outcome has no fixed day: without undue delay")
    status = Status.OVERDUE if today > due else Status.RUNNING
    return Deadline(status, received, 0, nominal, due, None, None, calendar.name, tuple(because))


def _start(facts: AccessFacts) -> tuple[date, list[str]]:
    """Return the day that the month runs from, and why: the latest of what was needed."""
    days = [("the request was received", facts.received)]
    if facts.identified:
        days.append(("identity was shown", facts.identified))
    if facts.authorised:
        days.append(("authority to act was shown", facts.authorised))
    if facts.fee_paid:
        days.append(("the fee was paid", facts.fee_paid))
    event, start = max(days, key=lambda pair: pair[1])
    return start, [f"the month runs from {start.isoformat()}, when {event}"]


def _excluded_days(
    pauses: Iterable[Pause], start: date, convention: Convention, today: date
) -> int:
    """Count the days of clarification from the start on; windows that overlap count once."""
    days: set[date] = set()
    for pause in pauses:
        if pause.answered and pause.answered < pause.asked:
            raise Refused("a clarification was answered before it was asked; look at both days")
        first = max(pause.asked, start)
        last = pause.answered or max(today, first)
        length = (last - first).days + (1 if convention is Convention.STATUTE else 0)
        # The ICO counts nights and the statute days: a set of days, the first always included,
        # gives both, and joins windows that touch.
        days.update(first + timedelta(days=n) for n in range(max(length, 0)))
    return len(days)


def _refuse_late(extension: Extension, notify_by: date) -> None:
    if extension.months not in (1, 2):
        raise Refused("an extension is of 1 or 2 months (Art 12A)")
    if extension.notified > notify_by:
        raise Refused(
            f"the requester had to be told of an extension by {notify_by.isoformat()}; the first "
            "date stands, and missing it is a breach to be recorded"
        )


def _status(facts: AccessFacts, pauses: Iterable[Pause], due: date, today: date) -> Status:
    if any(pause.answered is None for pause in pauses):
        return Status.PAUSED
    if today > due:
        return Status.OVERDUE
    return Status.EXTENDED if facts.extension else Status.RUNNING
