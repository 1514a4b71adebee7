"""What people do about subject access requests, from opening to closing.

Each act judges, writes and attests in one transaction; what may not be done is `Refused` with
every reason. `approve_release` alone writes on a refusal as well: that somebody asked for a
release and did not get it is itself a record (domain brief I10).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date, timedelta
from enum import StrEnum

from recordkeeping.disclosure.deadline import AccessFacts, Convention, access_deadline
from recordkeeping.disclosure.decisions import (
    Decision,
    Ruling,
    Withholding,
    ready_for_approval,
)
from recordkeeping.disclosure.exemptions import Exemption
from recordkeeping.disclosure.request import Request, Stage
from recordkeeping.vocabulary.calendars import Calendar
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.gates import Verdict, all_pass
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, RequestId, SubjectRef
from recordkeeping.vocabulary.officers import Officer, Role, another_than
from register.papers import Papers
from register.requests import Shows
from review.disposal_acts import Lifting, lift
from wiring.acts import put_in_force
from wiring.work import Work

COMPLAINT_WINDOW = timedelta(days=184)
"""Records stay held for six months after the answer; no six months have more days than this."""

_CODE = re.compile(r"R[0-9]{2}")
_REFERENCE = re.compile(r"(SAR|DSAR|ATF)-20[0-9]{2}-[0-9]{1,6}")
"""A closed form: the reference goes into the ledger and into Prefect, where no name may stand."""


class Identity(StrEnum):
    """Which kind of evidence showed who the requester is. The evidence itself is not kept."""

    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    RESIDENCE_PERMIT = "residence_permit"
    CITIZEN_CARD = "citizen_card"
    KNOWN_TO_WORKER = "known_to_worker"
    ANSWERS_FROM_FILE = "answers_from_file"


class Entitlement(StrEnum):
    """Which kind of evidence showed that the requester may have these records."""

    IS_THE_SUBJECT = "is_the_subject"
    PARENTAL_RESPONSIBILITY = "parental_responsibility"
    WRITTEN_AUTHORITY = "written_authority"
    POWER_OF_ATTORNEY = "power_of_attorney"
    DEPUTYSHIP = "deputyship"


def open_request(
    work: Work,
    officer: Officer,
    reference: RequestId,
    subject: SubjectRef,
    received: date,
    convention: Convention,
    calendar: Calendar,
) -> Request:
    """Open a request, start its clock, and hold every record about the subject."""
    all_pass(
        (
            officer.may_act_as(Role.SAR_OFFICER),
            _unless(
                not _REFERENCE.fullmatch(reference),
                "a request's reference is SAR, DSAR or ATF, its year and its number: SAR-2026-0001",
            ),
            _unless(not subject, "a request names the person whose records are asked for"),
            _unless(received > work.today, "a request cannot have been received after today"),
        )
    ).or_refuse()
    due = access_deadline(AccessFacts(received), convention, calendar, work.today).due
    if due is None:
        raise Refused("this request's clock does not start, so it has no due date")
    request = Request(reference, subject, received, due)
    work.register.requests.open(request, by=officer.id, convention=convention.value)
    put_in_force(
        work,
        officer.id,
        HoldType.SAR_OPEN,
        HoldScope(subjects=frozenset({subject})),
        request=reference,
    )
    _attest(
        work,
        officer,
        EventKind.REQUEST_OPENED,
        reference,
        received=received.isoformat(),
        due=due.isoformat(),
        convention=convention.value,
    )
    return request


def verify_requester(
    work: Work,
    officer: Officer,
    request: RequestId,
    *,
    identity: Identity | None = None,
    entitlement: Entitlement | None = None,
) -> None:
    """Write down what was seen of who asks, and by what right."""
    officer.may_act_as(Role.SAR_OFFICER).or_refuse()
    if identity is None and entitlement is None:
        raise Refused("say what was seen: evidence of identity, of entitlement, or both")
    for shows, kind in ((Shows.IDENTITY, identity), (Shows.ENTITLEMENT, entitlement)):
        if kind is not None:
            work.register.requests.verify(request, shows, kind.value, by=officer.id)


def decide_findings(
    work: Work, officer: Officer, request: RequestId, decisions: Iterable[Decision]
) -> None:
    """Rule on findings of a gathered request; each ruling is the officer's own, of today."""
    rulings = tuple(decisions)
    all_pass(
        (
            officer.may_act_as(Role.SAR_OFFICER),
            _is_at(work.register.requests.for_change(request), Stage.GATHERED),
            _unless(not rulings, "there is nothing to decide"),
            _codes_only(ruling.code for ruling in rulings if ruling.code),
            _unless(
                any(ruling.by != officer.id or ruling.on != work.today for ruling in rulings),
                "a decision names another officer or another day",
            ),
        )
    ).or_refuse()
    work.register.findings.decide(request, rulings)
    redact = sum(ruling.ruling is Ruling.REDACT for ruling in rulings)
    _attest(
        work,
        officer,
        EventKind.FINDINGS_DECIDED,
        request,
        decided=len(rulings),
        redact=redact,
        show=len(rulings) - redact,
    )


def withhold_document(
    work: Work, officer: Officer, request: RequestId, document: ItemId, code: str
) -> None:
    """Rule that a whole document of a gathered request is not released."""
    all_pass(
        (
            officer.may_act_as(Role.SAR_OFFICER),
            _is_at(work.register.requests.for_change(request), Stage.GATHERED),
            _codes_only((code,)),
            _unless(
                work.register.requests.request_of(document) != request,
                "the document belongs to another request",
            ),
        )
    ).or_refuse()
    work.register.findings.withhold(Withholding(document, code, officer.id, work.today))
    facts = {"request": request, "code": code}
    work.attest(Event(EventKind.DOCUMENT_WITHHELD, document, officer.id, work.now, facts))


def approve_release(
    begin: Callable[[], AbstractContextManager[Work]],
    officer: Officer,
    request: RequestId,
    exemptions: Mapping[str, Exemption],
) -> None:
    """Say yes to a release, as an approver who decided nothing in it.

    `begin` opens the transaction: its approval, or its refusal, is written before this returns
    or raises.
    """
    with begin() as work:
        verdict = _may_approve(work, officer, request, exemptions)
        if verdict.passed:
            deciders = len(work.register.findings.deciders(request))
            work.register.requests.move(request, Stage.APPROVED, by=officer.id, on=work.today)
            _attest(work, officer, EventKind.RELEASE_APPROVED, request, decided_by=deciders)
        else:
            facts = {"request": request, "reason_code": "not_ready"}
            why = {"because": "; ".join(verdict.against)}
            work.attest(
                Event(EventKind.RELEASE_REFUSED, ItemId(request), officer.id, work.now, facts, why)
            )
    verdict.or_refuse()


def reopen_review(work: Work, officer: Officer, request: RequestId) -> None:
    """Take an approval back before the release, so that something can be decided anew."""
    officer.may_act_as(Role.SAR_APPROVER).or_refuse()
    _is_at(work.register.requests.for_change(request), Stage.APPROVED).or_refuse()
    work.register.requests.move(request, Stage.GATHERED, by=officer.id, on=work.today)
    _attest(work, officer, EventKind.RELEASE_REFUSED, request, reason_code="approval_taken_back")


def take_passphrase(work: Work, officer: Officer, papers: Papers, request: RequestId) -> str:
    """Hand over the passphrase of a released bundle, once: it is destroyed with this reading.

    It goes to the person by another way than the bundle does (ledger findings §5.2).
    """
    all_pass(
        (
            officer.may_act_as(Role.SAR_OFFICER),
            _is_at(work.register.requests.for_change(request), Stage.RELEASED),
        )
    ).or_refuse()
    for document in work.register.requests.documents(request):
        if (kept := document.passphrase) is None:
            continue
        passphrase = papers.read(work.register.connection, kept.paper).decode()
        papers.destroy(work.register.connection, kept.paper)
        facts = {"request": request}
        item = ItemId(request)
        work.attest(Event(EventKind.PASSPHRASE_TAKEN, item, officer.id, work.now, facts))
        return passphrase
    raise Refused("there is no passphrase to take: nothing was bundled")


def close_request(work: Work, officer: Officer, request: RequestId) -> None:
    """Close a released request once its complaint window is over, and lift its hold."""
    all_pass(
        (
            officer.may_act_as(Role.SAR_OFFICER),
            _is_at(work.register.requests.for_change(request), Stage.RELEASED),
        )
    ).or_refuse()
    released = work.register.requests.reached(request, Stage.RELEASED)
    if released is None or work.today <= released[1] + COMPLAINT_WINDOW:
        raise Refused("the requester may still complain: close it six months after the release")
    work.register.requests.move(request, Stage.CLOSED, by=officer.id, on=work.today)
    for hold in work.register.holds.of_request(request):
        lift(work, officer.id, hold.id, Lifting.REQUEST_CLOSED)


def _may_approve(
    work: Work, officer: Officer, request: RequestId, exemptions: Mapping[str, Exemption]
) -> Verdict:
    """Judge a release whole, so that every reason against it is told at once."""
    found = work.register.requests.for_change(request)
    findings = work.register.findings
    unsearched = len(findings.unsearched(request))
    redacted = (d.code for d in findings.decisions(request).values() if d.code)
    withheld = (w.code for w in findings.withheld(request).values())
    grounds = frozenset(code for code, exemption in exemptions.items() if exemption.label)
    return all_pass(
        (
            officer.may_act_as(Role.SAR_APPROVER),
            *(
                another_than(officer.id, decider, "decided findings of this request")
                for decider in sorted(findings.deciders(request))
            ),
            _is_at(found, Stage.GATHERED),
            found.may_be_released(),
            _unless(unsearched > 0, f"{unsearched} documents were not searched for findings"),
            ready_for_approval(len(findings.undecided(request)), (*redacted, *withheld), grounds),
        )
    )


def _is_at(request: Request, stage: Stage) -> Verdict:
    return _unless(
        request.stage is not stage, f"the request is {request.stage.value}, not {stage.value}"
    )


def _codes_only(codes: Iterable[str]) -> Verdict:
    """Keep narrative out early; whether a code is a ground is judged at the approval."""
    wrong = not all(_CODE.fullmatch(code) for code in codes)
    return _unless(wrong, "an exemption is given by its code, such as R01")


def _unless(wrong: bool, because: str) -> Verdict:
    return Verdict.no(because) if wrong else Verdict.yes()


def _attest(
    work: Work, officer: Officer, kind: EventKind, request: RequestId, **facts: Fact
) -> None:
    work.attest(Event(kind, ItemId(request), officer.id, work.now, {"request": request, **facts}))
