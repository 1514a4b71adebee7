"""Disposal on paper: the machine proposes, an owner authorises, a certificate proves.

    proposed ──▶ authorised ──▶ intended ──▶ completed ──▶ (certificate)
       │  ╲          │              ╲            ▲
       ▼   ╲         ▼               ▼           │
    rejected ─▶ withdrawn         unproven ──────┘

`intended` is the point of no return: it is written down before anything is destroyed. What is
`unproven` was perhaps destroyed; a person may show later that it was, and nothing else follows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from recordkeeping.retention.due import Assessment
from recordkeeping.retention.schedule import Action
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.gates import Verdict, all_pass
from recordkeeping.vocabulary.holds import Hold
from recordkeeping.vocabulary.identifiers import ClassId, Digest, ItemId, OfficerId, RecordRef
from recordkeeping.vocabulary.officers import Officer, Role, another_than
from recordkeeping.vocabulary.records import Record

VALID_DAYS = 90
"""How many days a proposal waits for its yes, and the yes for the act, unless told otherwise."""


class DisposalState(StrEnum):
    """How far a disposal has come."""

    PROPOSED = "proposed"
    AUTHORISED = "authorised"
    REJECTED = "rejected"  # the owner said no
    WITHDRAWN = "withdrawn"  # a hold, a changed fact, or a yes that grew old
    INTENDED = "intended"
    COMPLETED = "completed"
    UNPROVEN = "unproven"

    @property
    def is_open(self) -> bool:
        """Say whether nothing irreversible happened and something still may."""
        return self in (DisposalState.PROPOSED, DisposalState.AUTHORISED)


MOVES: Mapping[DisposalState, frozenset[DisposalState]] = {
    DisposalState.PROPOSED: frozenset(
        {DisposalState.AUTHORISED, DisposalState.REJECTED, DisposalState.WITHDRAWN}
    ),
    DisposalState.AUTHORISED: frozenset({DisposalState.INTENDED, DisposalState.WITHDRAWN}),
    DisposalState.REJECTED: frozenset(),
    DisposalState.WITHDRAWN: frozenset(),
    DisposalState.INTENDED: frozenset({DisposalState.COMPLETED, DisposalState.UNPROVEN}),
    DisposalState.UNPROVEN: frozenset({DisposalState.COMPLETED}),
    DisposalState.COMPLETED: frozenset(),
}
"""Every move there is."""


def advance(state: DisposalState, to: DisposalState) -> DisposalState:
    """Return the next state, or refuse a move that the table does not have."""
    if to not in MOVES[state]:
        raise Refused(f"a disposal that is {state.value} cannot become {to.value}")
    return to


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record that may go, the rule that says so, and who proposed it.

    `inputs` is the digest of every fact the rule was judged by, `places` how many copies there
    were, itself among them. Once the certificate is issued, `record` and `inputs` are None: the
    register no longer knows what the record was called.
    """

    id: ItemId
    record: RecordRef | None
    record_class: ClassId
    rule: str
    schedule: str
    eligible_from: date
    destroy_by: date | None
    action: Action
    places: int
    inputs: Digest | None
    proposed_by: OfficerId
    proposed_on: date

    @classmethod
    def of(
        cls,
        id: ItemId,
        record: Record,
        assessment: Assessment,
        *,
        proposed_by: OfficerId,
        proposed_on: date,
    ) -> Proposal:
        """Make a proposal of an assessment; one that is not disposable is a `ValueError`."""
        rule, since, action = assessment.rule, assessment.eligible_from, assessment.action
        disposable = assessment.is_disposable and record.ref == assessment.record
        if not (disposable and rule and since and action):
            raise ValueError("only a record that was assessed as disposable can be proposed")
        return cls(
            id=id,
            record=record.ref,
            record_class=assessment.record_class,
            rule=rule,
            schedule=assessment.schedule,
            eligible_from=since,
            destroy_by=assessment.destroy_by,
            action=action,
            places=len(record.places),
            inputs=assessment.inputs,
            proposed_by=proposed_by,
            proposed_on=proposed_on,
        )

    def is_stale(self, today: date, valid_days: int = VALID_DAYS) -> bool:
        """Say whether it is too old to be authorised, so that a fresh scan must propose anew."""
        return today > self.proposed_on + timedelta(days=valid_days)


@dataclass(frozen=True, slots=True)
class Authorisation:
    """An owner's yes to one proposal. `basis` is a code for why, such as `schedule`."""

    item: ItemId
    by: OfficerId
    on: date
    basis: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is said for good about one disposal. Its number is the item's id.

    It names no record: whoever knows the item's id learns by which rule it went, who proposed and
    authorised it, how many places were destroyed and by which method, and until when copies may
    remain in backups (None: not told).
    """

    item: ItemId
    record_class: ClassId
    rule: str
    schedule: str
    eligible_from: date
    destroy_by: date | None
    action: Action
    places: int
    method: str
    proposed_by: OfficerId
    authorised_by: OfficerId
    authorised_on: date
    completed_on: date
    backups_until: date | None
    issued_on: date

    @property
    def statement(self) -> bytes:
        """Return the certificate as JSON, always the same bytes."""
        words = {k: str(v) if isinstance(v, date) else v for k, v in asdict(self).items()}
        return json.dumps(words, sort_keys=True, separators=(",", ":")).encode()

    @property
    def sha256(self) -> Digest:
        """Return the digest of the statement, as the ledger has it."""
        return Digest(sha256(self.statement).hexdigest())


def certify(
    proposal: Proposal,
    authorisation: Authorisation,
    *,
    places: int,
    method: str,
    completed_on: date,
    backups_until: date | None,
    issued_on: date,
) -> Certificate:
    """Return the certificate for a completed disposal; the same facts give the same certificate."""
    if authorisation.item != proposal.id:
        raise Refused("the authorisation is for another proposal")
    return Certificate(
        item=proposal.id,
        record_class=proposal.record_class,
        rule=proposal.rule,
        schedule=proposal.schedule,
        eligible_from=proposal.eligible_from,
        destroy_by=proposal.destroy_by,
        action=proposal.action,
        places=places,
        method=method,
        proposed_by=proposal.proposed_by,
        authorised_by=authorisation.by,
        authorised_on=authorisation.on,
        completed_on=completed_on,
        backups_until=backups_until,
        issued_on=issued_on,
    )


def may_authorise(
    proposal: Proposal, officer: Officer, today: date, valid_days: int = VALID_DAYS
) -> Verdict:
    """Say whether this officer may say yes: an owner, not the proposer, and not too late."""
    return all_pass(
        (
            officer.may_act_as(Role.ASSET_OWNER),
            another_than(officer.id, proposal.proposed_by, "proposed this disposal"),
            _unless(
                today < proposal.eligible_from,
                f"the record may go from {proposal.eligible_from} on, and not before",
            ),
            _unless(
                proposal.is_stale(today, valid_days),
                f"the proposal is older than {valid_days} days; a fresh scan must propose it again",
            ),
        )
    )


def may_dispose(
    proposal: Proposal,
    authorisation: Authorisation,
    fresh: Assessment,
    holds: Iterable[Hold],
    today: date,
    valid_days: int = VALID_DAYS,
) -> Verdict:
    """Judge again at the moment of the act: still due by the same rule and facts, and not held.

    `fresh` is the record's assessment as it is now, `holds` are those over it, read now.
    """
    held = sorted({hold.type.value for hold in holds})
    valid = authorisation.on <= today <= authorisation.on + timedelta(days=valid_days)
    same_rule = (fresh.rule, fresh.schedule, fresh.action) == (
        proposal.rule,
        proposal.schedule,
        proposal.action,
    )
    same_facts = (fresh.record, fresh.inputs) == (proposal.record, proposal.inputs)
    return all_pass(
        (
            _unless(authorisation.item != proposal.id, "the authorisation is for another proposal"),
            another_than(authorisation.by, proposal.proposed_by, "proposed this disposal"),
            _unless(not valid, f"the authorisation is older than {valid_days} days, or not yet"),
            _unless(not fresh.is_disposable, f"the record is {fresh.standing.value} now"),
            _unless(not same_rule, "another rule, schedule or action applies than was authorised"),
            _unless(not same_facts, "the record's facts are others than those authorised"),
            _unless(bool(held), f"the record is held ({', '.join(held)})"),
        )
    )


def _unless(wrong: bool, because: str) -> Verdict:
    return Verdict.no(because) if wrong else Verdict.yes()
