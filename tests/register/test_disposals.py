"""A disposal's way through the register, and everything that must not happen on it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from recordkeeping.retention.disposal import (
    Authorisation,
    DisposalState,
    Proposal,
    certify,
)
from recordkeeping.retention.due import Assessment
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import Digest, ItemId, OfficerId, SubjectRef
from recordkeeping.vocabulary.records import Record
from register.claims import Claim
from register.database import open_database, scrub, transaction, upgrade
from register.register import Register

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
LEASE = timedelta(minutes=10)
MACHINE = OfficerId("muniment")
Proposing = Callable[[Register], Proposal]


def claimed(register: Register, item: ItemId, runner: str = "run-1") -> Claim:
    claim = register.disposals.claim(item, runner, NOW, LEASE)
    assert claim is not None
    return claim


def completed(register: Register, proposal: Proposal, record: Record, fresh: Assessment) -> None:
    claim = claimed(register, proposal.id)
    assert register.disposals.intend(claim, record, fresh, today=TODAY).passed
    for place in register.disposals.places(proposal.id):
        register.disposals.mark_done(claim, place.number)
    register.disposals.complete(claim, by=MACHINE, on=TODAY)


def test_a_proposal_comes_back_as_it_was_kept(engine: Engine, proposed: Proposing) -> None:
    with transaction(engine) as connection:
        proposal = proposed(Register(connection))
    with transaction(engine) as connection:
        assert Register(connection).disposals.waiting() == (proposal,)


def test_a_second_nightly_run_does_not_propose_the_same_again(
    engine: Engine, proposed: Proposing
) -> None:
    with transaction(engine) as connection:
        disposals = Register(connection).disposals
        again = replace(proposed(Register(connection)), id=ItemId(uuid4().hex))
        assert not disposals.propose(again)
        assert len(disposals.waiting()) == 1


def test_what_the_owner_rejected_is_not_proposed_again_until_a_fact_changes(
    engine: Engine, proposed: Proposing
) -> None:
    with transaction(engine) as connection:
        disposals = Register(connection).disposals
        proposal = proposed(Register(connection))
        disposals.reject(proposal.id, by=OfficerId("b.owner"), on=TODAY, reason_code="still_needed")
        assert not disposals.propose(replace(proposal, id=ItemId(uuid4().hex)))
        changed = replace(proposal, id=ItemId(uuid4().hex), inputs=Digest("cd" * 32))
        assert disposals.propose(changed)


def test_what_was_withdrawn_under_a_hold_is_proposed_again_after_it(
    engine: Engine, proposed: Proposing
) -> None:
    with transaction(engine) as connection:
        disposals = Register(connection).disposals
        first = proposed(Register(connection))
        disposals.withdraw(first.id, by=MACHINE, on=TODAY, reason_code="held")
        second = proposed(Register(connection))
        assert disposals.waiting() == (second,)
        assert disposals.state_of(first.id) is DisposalState.WITHDRAWN


def test_a_disposal_goes_from_proposal_to_completion(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        assert register.disposals.authorised() == (proposal,)
        claim = claimed(register, proposal.id)
        assert register.disposals.intend(claim, record, fresh, today=TODAY).passed
        assert register.disposals.intended_without_outcome() == (proposal,)
        assert [p.record for p in register.disposals.places(proposal.id)] == [
            *record.copies,
            record.ref,
        ]
        register.disposals.mark_done(claim, 1)
        register.disposals.mark_done(claim, 1)
        assert [p.done for p in register.disposals.places(proposal.id)] == [True, False]
        with pytest.raises(Refused, match="not every place"):
            register.disposals.complete(claim, by=MACHINE, on=TODAY)
        register.disposals.mark_done(claim, 2)
        register.disposals.complete(claim, by=MACHINE, on=TODAY)
        assert register.disposals.intended_without_outcome() == ()
        assert register.disposals.uncertified() == (proposal,)


def test_an_unproven_disposal_waits_for_a_person(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        claim = claimed(register, proposal.id)
        register.disposals.intend(claim, record, fresh, today=TODAY)
        register.disposals.leave_unproven(claim, by=MACHINE, on=TODAY, reason_code="still_readable")
        assert register.disposals.unproven() == (proposal,)
        assert register.disposals.intended_without_outcome() == ()


def test_nothing_is_intended_without_an_authorisation(
    engine: Engine, proposed: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        claim = claimed(register, proposed(register).id)
        with pytest.raises(Refused, match="proposed cannot become intended"):
            register.disposals.intend(claim, record, fresh, today=TODAY)


def test_a_hold_that_was_placed_first_wins_and_nothing_is_intended(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        scope = HoldScope(subjects=frozenset({SubjectRef("p1")}))
        register.holds.place(
            Hold(ItemId(uuid4().hex), HoldType.INQUIRY, scope, TODAY, TODAY), by=OfficerId("c")
        )
        verdict = register.disposals.intend(
            claimed(register, proposal.id), record, fresh, today=TODAY
        )
        assert verdict.against == ("the record is held (INQUIRY)",)
        assert register.disposals.state_of(proposal.id) is DisposalState.AUTHORISED
        assert register.disposals.places(proposal.id) == ()


def test_a_disposal_is_intended_once(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        register.disposals.intend(claimed(register, proposal.id), record, fresh, today=TODAY)
        again = claimed(register, proposal.id)
        with pytest.raises(Refused, match="intended cannot become intended"):
            register.disposals.intend(again, record, fresh, today=TODAY)


def test_a_second_yes_is_refused(engine: Engine, authorised: Proposing) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        with pytest.raises(Refused, match="authorised cannot become authorised"):
            register.disposals.authorise(
                Authorisation(proposal.id, OfficerId("d.owner"), TODAY, "schedule")
            )
        assert register.disposals.authorisation_of(proposal.id).by == "b.owner"


def test_another_runner_gets_an_item_only_when_the_lease_has_run_out(
    engine: Engine, proposed: Proposing
) -> None:
    with transaction(engine) as connection:
        disposals = Register(connection).disposals
        item = proposed(Register(connection)).id
        assert disposals.claim(item, "run-1", NOW, LEASE) == Claim(item, "run-1", 1)
        assert disposals.claim(item, "run-2", NOW + timedelta(minutes=9), LEASE) is None
        assert disposals.claim(item, "run-2", NOW + LEASE, LEASE) == Claim(item, "run-2", 2)


def test_a_runner_that_gives_back_lets_another_begin_at_once(
    engine: Engine, proposed: Proposing
) -> None:
    with transaction(engine) as connection:
        disposals = Register(connection).disposals
        item = proposed(Register(connection)).id
        disposals.give_back(claimed(Register(connection), item), NOW)
        assert disposals.claim(item, "run-2", NOW, LEASE) is not None


def test_a_runner_that_slept_past_its_lease_is_shut_out(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        asleep = claimed(register, proposal.id)
        register.disposals.intend(asleep, record, fresh, today=TODAY)
        awake = register.disposals.claim(proposal.id, "run-2", NOW + LEASE, LEASE)
        assert awake is not None
        with pytest.raises(Refused, match="taken this disposal over"):
            register.disposals.mark_done(asleep, 1)
        with pytest.raises(Refused, match="taken this disposal over"):
            register.disposals.leave_unproven(asleep, by=MACHINE, on=TODAY, reason_code="x")
        register.disposals.mark_done(awake, 1)


def certificate_for(register: Register, proposal: Proposal) -> bool:
    return register.disposals.certify(
        certify(
            proposal,
            register.disposals.authorisation_of(proposal.id),
            places=2,
            method="row_delete",
            completed_on=register.disposals.completed_on(proposal.id),
            backups_until=None,
            issued_on=TODAY,
        )
    )


def test_a_certificate_is_issued_once_and_only_for_what_is_completed(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        with pytest.raises(Refused, match="not completed"):
            certificate_for(register, proposal)
        completed(register, proposal, record, fresh)
        assert certificate_for(register, proposal)
        assert not certificate_for(register, proposal)
        statement = register.disposals.certificate_of(proposal.id)
        assert statement is not None
        assert proposal.id.encode() in statement


def test_after_the_certificate_the_register_knows_the_rule_and_no_longer_the_record(
    engine: Engine, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        proposal = authorised(register)
        completed(register, proposal, record, fresh)
        certificate_for(register, proposal)
    with transaction(engine) as connection:
        kept = Register(connection).disposals.get(proposal.id)
        assert kept == replace(proposal, record=None, inputs=None)
        assert Register(connection).disposals.places(proposal.id) == ()


def test_after_the_certificate_the_key_is_gone_from_the_database_file(
    tmp_path: Path, authorised: Proposing, record: Record, fresh: Assessment
) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'register.sqlite'}")
    upgrade(engine)

    def on_disk() -> bytes:
        scrub(engine)
        return b"".join(path.read_bytes() for path in tmp_path.glob("register.sqlite*"))

    with transaction(engine) as connection:
        proposal = authorised(Register(connection))
        completed(Register(connection), proposal, record, fresh)
    assert b"KEY-OF-MARSH-12" in on_disk()
    with transaction(engine) as connection:
        certificate_for(Register(connection), proposal)
    assert b"KEY-OF-MARSH-12" not in on_disk()
    assert fresh.inputs.encode() not in on_disk()
    assert proposal.id.encode() in on_disk()
    engine.dispose()
