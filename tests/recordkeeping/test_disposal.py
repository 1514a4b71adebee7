"""Disposal on paper: who may say yes, and what must still be so when it is carried out."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from recordkeeping.retention.disposal import (
    Authorisation,
    DisposalState,
    Proposal,
    advance,
    certify,
    may_authorise,
    may_dispose,
)
from recordkeeping.retention.due import Assessment, Standing
from recordkeeping.retention.schedule import Action
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    Digest,
    ItemId,
    OfficerId,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.officers import Officer, Role
from recordkeeping.vocabulary.records import Record, Subject

TODAY = date(2026, 11, 24)
RECORD = Record(
    RecordRef(StoreName("case-db"), "case/12"),
    ClassId("ED-SCP2"),
    subjects=(Subject(SubjectRef("p1"), born=date(2001, 8, 31)),),
    copies=(RecordRef(StoreName("archive"), "12.pdf"),),
)
DUE = Assessment(
    record=RECORD.ref,
    record_class=ClassId("ED-SCP2"),
    standing=Standing.DUE,
    keep_through=date(2026, 8, 31),
    eligible_from=date(2026, 9, 1),
    destroy_by=date(2027, 8, 31),
    action=Action.DESTROY,
    rule="ED-SCP2",
    authority="council policy",
    schedule="sample-2026.1",
    because=(),
    inputs=Digest("ab" * 32),
)
PROPOSAL = Proposal.of(
    ItemId("0" * 32), RECORD, DUE, proposed_by=OfficerId("muniment"), proposed_on=TODAY
)
YES = Authorisation(PROPOSAL.id, OfficerId("b.owner"), TODAY, "schedule")
OWNER = Officer(OfficerId("b.owner"), frozenset({Role.ASSET_OWNER}))
LITIGATION = Hold(
    ItemId("1" * 32),
    HoldType.LITIGATION,
    HoldScope(subjects=frozenset({SubjectRef("p1")})),
    TODAY,
    TODAY,
)


def test_these_are_all_the_moves_a_disposal_can_make() -> None:
    allowed = set()
    for state, to in product(DisposalState, DisposalState):
        try:
            assert advance(state, to) is to
        except Refused:
            continue
        allowed.add((state.value, to.value))
    assert allowed == {
        ("proposed", "authorised"),
        ("proposed", "rejected"),
        ("proposed", "withdrawn"),
        ("authorised", "intended"),
        ("authorised", "withdrawn"),
        ("intended", "completed"),
        ("intended", "unproven"),
        ("unproven", "completed"),
    }


@pytest.mark.parametrize(
    "assessment",
    [
        replace(DUE, standing=Standing.HELD),
        replace(DUE, standing=Standing.UNKNOWN),
        replace(DUE, standing=Standing.NOT_DUE),
        replace(DUE, action=Action.REVIEW),
        replace(DUE, record=RecordRef(StoreName("case-db"), "case/123")),
    ],
    ids=["held", "unknown", "not due", "only to be reviewed", "another record"],
)
def test_nothing_but_a_disposable_record_can_be_proposed(assessment: Assessment) -> None:
    with pytest.raises(ValueError, match="disposable"):
        Proposal.of(ItemId("0" * 32), RECORD, assessment, proposed_by=OWNER.id, proposed_on=TODAY)


def test_an_overdue_record_can_be_proposed_with_all_its_places_counted() -> None:
    overdue = replace(DUE, standing=Standing.OVERDUE)
    proposal = Proposal.of(
        ItemId("0" * 32), RECORD, overdue, proposed_by=OWNER.id, proposed_on=TODAY
    )
    assert proposal.places == 2


def test_an_owner_who_did_not_propose_may_authorise() -> None:
    assert may_authorise(PROPOSAL, OWNER, TODAY).passed


@pytest.mark.parametrize("spelling", ["b.owner", "B.Owner", " b.owner "])
def test_the_proposer_may_not_authorise_under_any_spelling(spelling: str) -> None:
    own = replace(PROPOSAL, proposed_by=OfficerId(spelling))
    assert not may_authorise(own, OWNER, TODAY).passed


def test_only_an_asset_owner_may_authorise() -> None:
    everything_else = frozenset(set(Role) - {Role.ASSET_OWNER})
    assert not may_authorise(PROPOSAL, Officer(OfficerId("b.owner"), everything_else), TODAY).passed


def test_a_proposal_can_be_authorised_for_ninety_days_and_not_on_the_next() -> None:
    assert may_authorise(PROPOSAL, OWNER, TODAY + timedelta(days=90)).passed
    assert not may_authorise(PROPOSAL, OWNER, TODAY + timedelta(days=91)).passed


def test_a_record_that_is_as_it_was_authorised_may_go() -> None:
    assert may_dispose(PROPOSAL, YES, DUE, (), TODAY).passed
    overdue_meanwhile = replace(DUE, standing=Standing.OVERDUE)
    assert may_dispose(PROPOSAL, YES, overdue_meanwhile, (), TODAY).passed


@pytest.mark.parametrize(
    ("authorisation", "fresh", "reason"),
    [
        (replace(YES, item=ItemId("2" * 32)), DUE, "another proposal"),
        (replace(YES, by=OfficerId("Muniment")), DUE, "proposed this disposal"),
        (replace(YES, on=TODAY - timedelta(days=91)), DUE, "older than 90 days"),
        (replace(YES, on=TODAY + timedelta(days=1)), DUE, "not yet"),
        (YES, replace(DUE, standing=Standing.HELD), "is held now"),
        (YES, replace(DUE, standing=Standing.UNKNOWN), "is unknown now"),
        (YES, replace(DUE, standing=Standing.NOT_DUE), "is not_due now"),
        (YES, replace(DUE, rule="SC-LAC"), "another rule"),
        (YES, replace(DUE, schedule="sample-2027.1"), "another rule"),
        (YES, replace(DUE, action=Action.REVIEW_THEN_DESTROY), "another rule"),
        (YES, replace(DUE, inputs=Digest("cd" * 32)), "facts are others"),
        (
            YES,
            replace(DUE, record=RecordRef(StoreName("case-db"), "case/123")),
            "facts are others",
        ),
    ],
)
def test_anything_that_changed_since_the_yes_stops_the_disposal(
    authorisation: Authorisation, fresh: Assessment, reason: str
) -> None:
    verdict = may_dispose(PROPOSAL, authorisation, fresh, (), TODAY)
    assert len(verdict.against) == 1
    assert reason in verdict.against[0]


def test_a_hold_stops_an_authorised_disposal() -> None:
    verdict = may_dispose(PROPOSAL, YES, DUE, (LITIGATION,), TODAY)
    assert verdict.against == ("the record is held (LITIGATION)",)


def test_every_reason_against_is_told_at_once_and_names_no_key() -> None:
    changed = replace(DUE, standing=Standing.NOT_DUE, inputs=Digest("cd" * 32))
    verdict = may_dispose(PROPOSAL, YES, changed, (LITIGATION,), TODAY)
    assert len(verdict.against) == 3
    assert "case/12" not in " ".join(verdict.against)


def test_a_certificate_says_by_whom_and_by_which_rule_and_never_which_record() -> None:
    certificate = certify(
        PROPOSAL,
        YES,
        places=2,
        method="row_delete",
        completed_on=date(2026, 11, 25),
        backups_until=date(2027, 2, 23),
        issued_on=date(2026, 11, 26),
    )
    assert json.loads(certificate.statement) == {
        "item": "0" * 32,
        "record_class": "ED-SCP2",
        "rule": "ED-SCP2",
        "schedule": "sample-2026.1",
        "eligible_from": "2026-09-01",
        "destroy_by": "2027-08-31",
        "action": "destroy",
        "places": 2,
        "method": "row_delete",
        "proposed_by": "muniment",
        "authorised_by": "b.owner",
        "authorised_on": "2026-11-24",
        "completed_on": "2026-11-25",
        "backups_until": "2027-02-23",
        "issued_on": "2026-11-26",
    }
    assert b"case/12" not in certificate.statement


def test_a_certificate_needs_the_authorisation_of_its_own_proposal() -> None:
    with pytest.raises(Refused, match="another proposal"):
        certify(
            PROPOSAL,
            replace(YES, item=ItemId("2" * 32)),
            places=2,
            method="row_delete",
            completed_on=TODAY,
            backups_until=None,
            issued_on=TODAY,
        )
