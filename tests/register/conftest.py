"""A record that is due, and ways to propose and authorise it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from recordkeeping.retention.disposal import Authorisation, Proposal
from recordkeeping.retention.due import Assessment, assess
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    ItemId,
    OfficerId,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import Record, Subject
from register.register import Register
from wiring.schedules import load_schedule

SCHEDULE = load_schedule(Path(__file__).parents[2] / "configs")
TODAY = date(2026, 11, 24)
Authorised = Callable[[Register], Proposal]


@pytest.fixture
def record() -> Record:
    """A child protection file with one copy, due since 1 September 2026."""
    return Record(
        RecordRef(StoreName("case-db"), "KEY-OF-MARSH-12"),
        ClassId("ED-SCP2"),
        subjects=(Subject(SubjectRef("p1"), born=date(2001, 8, 31)),),
        copies=(RecordRef(StoreName("archive"), "KEY-OF-MARSH-12.pdf"),),
    )


@pytest.fixture
def fresh(record: Record) -> Assessment:
    """The record as the sample schedule judges it, without any hold."""
    return assess(record, SCHEDULE, (), TODAY)


@pytest.fixture
def proposed(record: Record, fresh: Assessment) -> Authorised:
    """Propose the record under a new id."""

    def propose(register: Register) -> Proposal:
        proposal = Proposal.of(
            ItemId(uuid4().hex),
            record,
            fresh,
            proposed_by=OfficerId("muniment"),
            proposed_on=TODAY,
        )
        assert register.disposals.propose(proposal)
        return proposal

    return propose


@pytest.fixture
def authorised(proposed: Authorised) -> Authorised:
    """Propose the record, and have an owner say yes."""

    def authorise(register: Register) -> Proposal:
        proposal = proposed(register)
        register.disposals.authorise(
            Authorisation(proposal.id, OfficerId("b.owner"), TODAY, "schedule")
        )
        return proposal

    return authorise
