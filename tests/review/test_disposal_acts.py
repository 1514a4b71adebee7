"""Who may place and lift a hold, and who may say yes to a disposal."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from recordkeeping.retention.disposal import DisposalState
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, SubjectRef
from recordkeeping.vocabulary.officers import Role
from review.disposal_acts import (
    Basis,
    Lifting,
    Rejection,
    authorise_disposal,
    place_hold,
    reject_disposal,
    release_hold,
)

if TYPE_CHECKING:
    from tests.review.conftest import Council

PERSON = HoldScope(subjects=frozenset({SubjectRef("p1")}))
MONTH = timedelta(days=30)


def test_a_records_officer_places_a_hold_and_the_ledger_knows(council: Council) -> None:
    officer = council.officer("c.records", Role.RECORDS_OFFICER)
    with council.work() as work:
        hold = place_hold(work, officer, HoldType.INQUIRY, PERSON, MONTH)
    with council.work() as work:
        [kept] = work.register.holds.in_force()
    assert (kept.id, kept.type, kept.scope) == (hold, HoldType.INQUIRY, PERSON)
    assert kept.review_by == date(2026, 12, 24)
    [entry] = council.entries("hold_placed")
    assert entry["item"] == hold
    assert entry["actor"] == "c.records"
    assert (entry["type"], entry["review_by"]) == ("INQUIRY", "2026-12-24")


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_hold_is_looked_at_again_within_the_year(council: Council, days: int) -> None:
    officer = council.officer("c.records", Role.RECORDS_OFFICER)
    with pytest.raises(Refused, match="within a year"), council.work() as work:
        place_hold(work, officer, HoldType.MANUAL, PERSON, timedelta(days=days))
    assert council.entries("hold_placed") == []


def test_nobody_but_a_records_officer_places_or_lifts_a_hold(council: Council) -> None:
    records = council.officer("c.records", Role.RECORDS_OFFICER)
    others = council.officer("x", *(set(Role) - {Role.RECORDS_OFFICER}))
    with pytest.raises(Refused, match="records_officer"), council.work() as work:
        place_hold(work, others, HoldType.MANUAL, PERSON, MONTH)
    with council.work() as work:
        hold = place_hold(work, records, HoldType.MANUAL, PERSON, MONTH)
    with pytest.raises(Refused, match="records_officer"), council.work() as work:
        release_hold(work, others, hold, Lifting.ENDED)
    with council.work() as work:
        release_hold(work, records, hold, Lifting.ENDED)
        assert work.register.holds.in_force() == ()
    [entry] = council.entries("hold_released")
    assert (entry["type"], entry["reason_code"]) == ("MANUAL", "ended")


def test_an_owner_who_did_not_propose_authorises_a_disposal(council: Council) -> None:
    item = council.proposal()
    owner = council.officer("b.owner", Role.ASSET_OWNER)
    with council.work() as work:
        authorise_disposal(work, owner, item, Basis.REVIEWED)
        assert work.register.disposals.state_of(item) is DisposalState.AUTHORISED
    [entry] = council.entries("disposal_authorised")
    assert (entry["item"], entry["actor"]) == (item, "b.owner")
    assert (entry["basis"], entry["proposed_by"]) == ("reviewed", "a.proposer")


def test_whoever_proposed_does_not_authorise_and_every_reason_is_told(council: Council) -> None:
    item = council.proposal()
    proposer = council.officer("A.Proposer", Role.RECORDS_OFFICER)
    with pytest.raises(Refused) as refusal, council.work(date(2027, 6, 1)) as work:
        authorise_disposal(work, proposer, item, Basis.SCHEDULE)
    assert "asset_owner" in str(refusal.value)
    assert "proposed this disposal" in str(refusal.value)
    assert "older than 90 days" in str(refusal.value)
    with council.work() as work:
        assert work.register.disposals.state_of(item) is DisposalState.PROPOSED
    assert council.entries("disposal_authorised") == []


def test_an_unknown_proposal_is_refused(council: Council) -> None:
    owner = council.officer("b.owner", Role.ASSET_OWNER)
    with pytest.raises(Refused, match="no proposal"), council.work() as work:
        authorise_disposal(work, owner, ItemId("0" * 32), Basis.SCHEDULE)


def test_a_rejection_is_kept_with_its_reason(council: Council) -> None:
    item = council.proposal()
    owner = council.officer("b.owner", Role.ASSET_OWNER)
    with council.work() as work:
        reject_disposal(work, owner, item, Rejection.STILL_NEEDED)
    with pytest.raises(Refused, match="rejected cannot become"), council.work() as work:
        authorise_disposal(work, owner, item, Basis.SCHEDULE)
    [entry] = council.entries("disposal_rejected")
    assert entry["reason_code"] == "still_needed"


def test_of_a_yes_and_a_no_at_the_same_time_one_is_refused(council: Council) -> None:
    item = council.proposal()
    ready = Barrier(2)

    def act(says_yes: bool) -> bool:
        ready.wait()
        try:
            with council.work() as work:
                if says_yes:
                    owner = council.officer("b.owner", Role.ASSET_OWNER)
                    authorise_disposal(work, owner, item, Basis.SCHEDULE)
                else:
                    owner = council.officer("d.owner", Role.ASSET_OWNER)
                    reject_disposal(work, owner, item, Rejection.STILL_NEEDED)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(act, [True, False])) == [False, True]
    told = council.entries("disposal_authorised") + council.entries("disposal_rejected")
    assert len(told) == 1


def test_the_ledger_holds_after_all_of_it(council: Council) -> None:
    item = council.proposal()
    with council.work() as work:
        owner = council.officer("b.owner", Role.ASSET_OWNER)
        authorise_disposal(work, owner, item, Basis.SCHEDULE)
    assert council.ledger.verify().entries == 2
