"""What people do about holds and disposals: place, release, authorise, reject.

Each act judges, writes and attests in the one transaction of its `Work`; what may not be done is
`Refused` with every reason, and nothing is written.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from recordkeeping.disclosure.request import Stage
from recordkeeping.retention.disposal import VALID_DAYS, Authorisation, may_authorise
from recordkeeping.retention.schedule import Action
from recordkeeping.vocabulary.events import Event, EventKind
from recordkeeping.vocabulary.gates import Verdict, all_pass
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId
from recordkeeping.vocabulary.officers import Officer, Role
from wiring.acts import REVIEW_WITHIN, put_in_force
from wiring.work import Work


class Basis(StrEnum):
    """Why an owner says yes."""

    SCHEDULE = "schedule"  # the rule speaks for itself
    REVIEWED = "reviewed"  # somebody has looked through the record


class Rejection(StrEnum):
    """Why an owner says no."""

    STILL_NEEDED = "still_needed"
    WRONG_CLASS = "wrong_class"
    WRONG_FACTS = "wrong_facts"
    OFFER_TO_ARCHIVE = "offer_to_archive"


class Seen(StrEnum):
    """What an owner found who looked why the circuit breaker had tripped."""

    EXPECTED = "expected"  # it was right, and more than usual
    MENDED = "mended"  # it was wrong, and is mended
    SCHEDULE_APPROVED = "schedule_approved"  # the schedule was changed, and that is wanted


class Lifting(StrEnum):
    """Why a hold is released."""

    ENDED = "ended"  # what it waited for is over
    NARROWED = "narrowed"  # another hold covers what is still needed
    PLACED_IN_ERROR = "placed_in_error"
    REQUEST_CLOSED = "request_closed"


def place_hold(
    work: Work, officer: Officer, type: HoldType, scope: HoldScope, review_within: timedelta
) -> ItemId:
    """Place a hold and return its id; from the end of this transaction it beats every date."""
    all_pass(
        (
            officer.may_act_as(Role.RECORDS_OFFICER),
            Verdict.yes()
            if timedelta(0) < review_within <= REVIEW_WITHIN
            else Verdict.no("a hold is reviewed after today and within a year"),
        )
    ).or_refuse()
    return put_in_force(work, officer.id, type, scope, review_within=review_within)


def release_hold(work: Work, officer: Officer, hold: ItemId, reason: Lifting) -> None:
    """End a hold. The hold of a request ends with the request and not by hand."""
    request = work.register.holds.request_of(hold)
    closed = request is None or work.register.requests.get(request).stage is Stage.CLOSED
    all_pass(
        (
            officer.may_act_as(Role.RECORDS_OFFICER),
            Verdict.yes() if closed else Verdict.no("its request is not closed: close that first"),
        )
    ).or_refuse()
    lift(work, officer.id, hold, reason)


def lift(work: Work, by: OfficerId, hold: ItemId, reason: Lifting) -> None:
    """End a hold that a rule no longer demands, without asking who may."""
    type = work.register.holds.get(hold).type
    work.register.holds.release(hold, by=by, on=work.today, reason_code=reason.value)
    facts = {"type": type.value, "reason_code": reason.value}
    work.attest(Event(EventKind.HOLD_RELEASED, hold, by, work.now, facts))


def authorise_disposal(
    work: Work, officer: Officer, item: ItemId, basis: Basis, valid_days: int = VALID_DAYS
) -> None:
    """Say yes to a proposal, as an owner who did not propose it; not while the breaker is open."""
    work.register.breaker.or_refuse()
    work.register.disposals.state_for_change(item)
    proposal = work.register.disposals.get(item)
    looked = proposal.action is not Action.REVIEW_THEN_DESTROY or basis is Basis.REVIEWED
    all_pass(
        (
            may_authorise(proposal, officer, work.today, valid_days),
            Verdict.yes() if looked else Verdict.no("its rule asks for a review: say `reviewed`"),
        )
    ).or_refuse()
    work.register.disposals.authorise(Authorisation(item, officer.id, work.today, basis.value))
    facts = {"basis": basis.value, "proposed_by": proposal.proposed_by}
    work.attest(Event(EventKind.DISPOSAL_AUTHORISED, item, officer.id, work.now, facts))


def reset_breaker(work: Work, officer: Officer, trip: ItemId, reason: Seen) -> None:
    """Let disposals go on after an owner has looked at what tripped the breaker."""
    officer.may_act_as(Role.ASSET_OWNER).or_refuse()
    tripped = work.register.breaker.reset(
        trip, by=officer.id, on=work.today, reason_code=reason.value
    )
    facts = {"cause": tripped.trip.cause.value, "reason_code": reason.value}
    work.attest(Event(EventKind.BREAKER_RESET, trip, officer.id, work.now, facts))


def reject_disposal(work: Work, officer: Officer, item: ItemId, reason: Rejection) -> None:
    """Say no to a proposal; it is not proposed again until a fact or the rule changes."""
    officer.may_act_as(Role.ASSET_OWNER).or_refuse()
    work.register.disposals.reject(item, by=officer.id, on=work.today, reason_code=reason.value)
    facts = {"reason_code": reason.value}
    work.attest(Event(EventKind.DISPOSAL_REJECTED, item, officer.id, work.now, facts))
