"""A small council: its memory, its ledger, its officers, and one record that is due."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from recordkeeping.disclosure.exemptions import Exemption
from recordkeeping.retention.disposal import Proposal
from recordkeeping.retention.due import assess
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    ItemId,
    OfficerId,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.officers import Officer, Role
from recordkeeping.vocabulary.records import Record, Subject
from register.database import transaction
from register.register import Register
from tests.lock_order import watched
from wiring.ledger import LiveLedger, open_ledger
from wiring.schedules import load_exemptions, load_schedule
from wiring.work import Work

CONFIGS = Path(__file__).parents[2] / "configs"
SCHEDULE = load_schedule(CONFIGS)
TODAY = date(2026, 11, 24)
RECORD = Record(
    RecordRef(StoreName("case-db"), "case/12"),
    ClassId("ED-SCP2"),
    subjects=(Subject(SubjectRef("p1"), born=date(2001, 8, 31)),),
)


@dataclass(frozen=True)
class Council:
    """Where people act. Without a day, it is 24 November 2026."""

    engine: Engine
    ledger: LiveLedger
    exemptions: Mapping[str, Exemption]

    @contextmanager
    def work(self, today: date = TODAY) -> Iterator[Work]:
        with transaction(self.engine) as connection:
            yield Work(
                Register(connection),
                partial(self.ledger.attest, connection),
                datetime.combine(today, time(9), UTC),
                today,
            )

    def officer(self, id: str, *roles: Role) -> Officer:
        return Officer(OfficerId(id), frozenset(roles))

    def proposal(self) -> ItemId:
        with self.work() as work:
            proposal = Proposal.of(
                ItemId(uuid4().hex),
                RECORD,
                assess(RECORD, SCHEDULE, (), TODAY),
                proposed_by=OfficerId("a.proposer"),
                proposed_on=TODAY,
            )
            assert work.register.disposals.propose(proposal)
            return proposal.id

    def entries(self, kind: str) -> list[dict[str, object]]:
        """Return what the ledger was told of one kind, without its moment."""
        with self.engine.connect() as connection:
            told = [json.loads(leaf) for leaf in self.ledger.log.entries(connection, 0)]
        return [entry for entry in told if entry["kind"] == kind]


@pytest.fixture
def council(engine: Engine, tmp_path: Path) -> Iterator[Council]:
    """A council in which no act may take its locks out of order."""
    ledger = open_ledger(engine, "council.example/2026", tmp_path / "keys")
    with watched(engine):
        yield Council(engine, ledger, load_exemptions(CONFIGS))
