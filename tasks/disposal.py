"""Disposing of authorised records: judge again, intend, act, look, complete, or stop.

    judge   the record is read again from its store; rule, facts, holds and authorisation must stand
    intend  written in register and ledger, behind the gate that holds are placed behind
    act     each place in its order, copies first; doing it twice is no fault
    look    each place is asked afresh whether it still holds the record
    complete, or unproven: a hold is placed, and a person is told

A crash after `intend` leaves an intent without an outcome: `resume` judges again and goes on from
`act`, or stops. Every write
is made under a claim; a runner that slept through its lease is refused by the register.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import uuid4

from recordkeeping.retention.breaker import Cause, Trip
from recordkeeping.retention.disposal import Proposal, may_dispose
from recordkeeping.retention.due import assess
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable, Unproven
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.holds import HoldScope, HoldType, holds_over
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId, RecordRef
from recordkeeping.vocabulary.officers import Role
from recordkeeping.vocabulary.records import Record
from register.claims import Claim
from tasks.step import MACHINE, step
from wiring.acts import put_in_force, trip_breaker
from wiring.services import Services, open_services
from wiring.work import Work

LEASE = timedelta(minutes=15)


@step
def authorised_items() -> list[str]:
    """Return the disposals that an owner has authorised."""
    with open_services().work() as work:
        return [proposal.id for proposal in work.register.disposals.authorised()]


@step
def interrupted_items() -> list[str]:
    """Return the disposals with an intent and no outcome."""
    with open_services().work() as work:
        return [proposal.id for proposal in work.register.disposals.intended_without_outcome()]


@step
def unproven_items() -> list[str]:
    """Return the disposals that a person must look at."""
    with open_services().work() as work:
        return [proposal.id for proposal in work.register.disposals.unproven()]


@step
def dispose_of(items: Sequence[str], today: date) -> dict[str, int]:
    """Carry out authorised disposals one by one, and return counts of how each ended."""
    services = open_services()
    runner, counts = uuid4().hex, Counter[str]()
    for item in map(ItemId, items):
        with _one_of_many(counts):
            if _is_stopped(services):
                counts["stopped"] += 1
                continue
            claim = _claim(services, item, runner)
            if claim is None:
                counts["in_other_hands"] += 1
            elif not _intend(services, claim, today):
                counts["withdrawn"] += 1
            else:
                counts[_carry_out(services, claim, today)] += 1
                _stop_all_if_unproven(services, counts, today)
    return dict(counts)


@step
def resume(items: Sequence[str], today: date) -> dict[str, int]:
    """Go on with disposals that were intended and not completed."""
    services = open_services()
    runner, counts = uuid4().hex, Counter[str]()
    for item in map(ItemId, items):
        with _one_of_many(counts):
            claim = _claim(services, item, runner)
            if claim is None:
                counts["in_other_hands"] += 1
            elif why := _against_going_on(services, item, today):
                counts[_stop(services, claim, today, why)] += 1
            else:
                counts[_carry_out(services, claim, today)] += 1
                _stop_all_if_unproven(services, counts, today)
    return dict(counts)


def _is_stopped(services: Services) -> bool:
    """Say whether the circuit breaker is tripped; intending asks again behind its gate."""
    with services.work() as work:
        return bool(work.register.breaker.open_trips())


def _stop_all_if_unproven(services: Services, counts: Counter[str], today: date) -> None:
    """Trip the breaker where a record could not be shown to be gone: nothing more is intended."""
    if counts["unproven"]:
        with services.work(today) as work:
            trip_breaker(work, MACHINE, None, Trip(Cause.UNPROVEN, counts["unproven"], 0))


@contextmanager
def _one_of_many(counts: Counter[str]) -> Iterator[None]:
    """Count an item that is refused, and let the others go on: it is left as it was."""
    try:
        yield
    except (Refused, Unproven):
        counts["left"] += 1


def _against_going_on(services: Services, item: ItemId, today: date) -> str | None:
    """Judge an interrupted disposal again; return why it stops, or None if it goes on.

    What the owner said yes to was this record, by these facts and this rule, for so many days. A
    crash does not make that yes last longer.
    """
    with services.work(today) as work:
        proposal = work.register.disposals.get(item)
        places = work.register.disposals.places(item)
    record = _read_again(services, proposal)
    if record is None:
        # The record's own row goes last: it may be gone, if nothing else is left to do.
        left = [place.record for place in places if not place.done]
        return None if left in ([], [proposal.record]) else "not-to-be-had"
    with services.work(today) as work:
        disposals, holds = work.register.disposals, work.register.holds.in_force()
        authorisation = disposals.authorisation_of(item)
        fresh = assess(record, services.schedule, holds, today)
        days = services.settings.policy.disposal.authorisation_valid_days
        held = holds_over(record, holds)
        verdict = may_dispose(proposal, authorisation, fresh, held, today, days)
    if held:
        return "held-after-intent"
    if not verdict.passed or not _still_an_owner(services, authorisation.by):
        return "no-longer-authorised"
    return None


def _still_an_owner(services: Services, officer: OfficerId) -> bool:
    return services.settings.officer(officer).may_act_as(Role.ASSET_OWNER).passed


def _claim(services: Services, item: ItemId, runner: str) -> Claim | None:
    with services.work() as work:
        return work.register.disposals.claim(item, runner, work.now, LEASE)


def _intend(services: Services, claim: Claim, today: date) -> bool:
    """Judge an item again and write the intent, or withdraw it; say whether it is intended."""
    with services.work(today) as work:
        proposal = work.register.disposals.get(claim.item)
    record = _read_again(services, proposal)
    lacking = record is None or services.stores.lack_a_disposer(record)
    with services.work(today) as work:
        if record is None or lacking:
            _withdraw(work, claim.item, "not-to-be-had")
            return False
        if not _still_an_owner(services, work.register.disposals.authorisation_of(claim.item).by):
            _withdraw(work, claim.item, "authority-ended")
            return False
        fresh = assess(record, services.schedule, work.register.holds.in_force(), today)
        days = services.settings.policy.disposal.authorisation_valid_days
        families = services.settings.policy.disposal.one_file
        waits = fresh.destroy_by is None
        if waits and work.register.catalogue.keeps_another_of(record, today, families):
            _withdraw(work, claim.item, "kept-by-file")  # R6
            return False
        verdict = work.register.disposals.intend(claim, record, fresh, today=today, valid_days=days)
        if not verdict.passed:
            _withdraw(work, claim.item, fresh.standing.value)
            return False
        facts: dict[str, Fact] = {
            "class": proposal.record_class,
            "rule": proposal.rule,
            "schedule": proposal.schedule,
            "places": len(record.places),
            "authorised_by": work.register.disposals.authorisation_of(claim.item).by,
        }
        _attest(work, EventKind.DISPOSAL_INTENDED, claim.item, facts)
    return True


def _read_again(services: Services, proposal: Proposal) -> Record | None:
    if proposal.record is None:
        return None
    return services.stores.record_source(proposal.record.store).record(proposal.record)


def _carry_out(services: Services, claim: Claim, today: date) -> str:
    """Act on every place, look at every place, and write the outcome; return it as a word."""
    with services.work(today) as work:
        places = work.register.disposals.places(claim.item)
    for place in places:
        if place.done:
            continue
        if _is_held(services, [p.record for p in places], today):
            return _stop(services, claim, today, "held-after-intent")
        try:
            disposer = services.stores.disposer(place.record.store)
            disposer.dispose(place.record)
            still_there = disposer.holds(place.record)
        except Unavailable:
            # The intent stands; the next run goes on, and need not wait for the lease to end.
            with services.work(today) as work:
                work.register.disposals.give_back(claim, work.now)
            return "interrupted"
        except (Refused, Unproven, Misconfigured) as why:
            return _stop(services, claim, today, type(why).__name__.lower())
        if still_there:
            return _stop(services, claim, today, "still-there")
        with services.work(today) as work:
            work.register.disposals.mark_done(claim, place.number)
    with services.work(today) as work:
        work.register.disposals.complete(claim, by=MACHINE, on=today)
        facts: dict[str, Fact] = {"places": len(places), "method": "deleted-and-looked-for"}
        _attest(work, EventKind.DISPOSAL_COMPLETED, claim.item, facts)
    return "disposed"


def _is_held(services: Services, places: Sequence[RecordRef], today: date) -> bool:
    """Say whether a hold came after the intent: what is left of the record then stays."""
    source = services.stores.record_source(places[-1].store)
    record = source.record(places[-1])
    with services.work(today) as work:
        holds = work.register.holds.in_force()
    if record is not None:
        return bool(holds_over(record, holds))
    # Its row is gone: a hold that names a place of it, or everything, covers what is left.
    refs = frozenset(places)
    return any(hold.scope.everything or hold.scope.records & refs for hold in holds)


def _stop(services: Services, claim: Claim, today: date, reason: str) -> str:
    """Write that a disposal could not be shown, and hold what may be left of the record."""
    with services.work(today) as work:
        places = work.register.disposals.places(claim.item)
        work.register.disposals.leave_unproven(claim, by=MACHINE, on=today, reason_code=reason)
        scope = HoldScope(records=frozenset(place.record for place in places))
        put_in_force(work, MACHINE, HoldType.DATA_QUALITY, scope)
        left = sum(not place.done for place in places)
        facts: dict[str, Fact] = {"places": len(places), "left": left, "reason_code": reason}
        _attest(work, EventKind.DISPOSAL_UNPROVEN, claim.item, facts)
    return "unproven"


def _withdraw(work: Work, item: ItemId, reason: str) -> None:
    work.register.disposals.withdraw(item, by=MACHINE, on=work.today, reason_code=reason)
    _attest(work, EventKind.DISPOSAL_WITHDRAWN, item, {"reason_code": reason})


def _attest(work: Work, kind: EventKind, item: ItemId, facts: dict[str, Fact]) -> None:
    work.attest(Event(kind, item, MACHINE, work.now, facts))
