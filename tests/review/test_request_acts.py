"""A request from opening to closing: who may do what, and what must be so before a release."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from recordkeeping.disclosure.deadline import Convention
from recordkeeping.disclosure.decisions import Decision, Ruling
from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.disclosure.release import Reconciliation
from recordkeeping.disclosure.request import Stage
from recordkeeping.ports import IndexedDocument
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import (
    Digest,
    DocumentRef,
    ItemId,
    RequestId,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.officers import Officer, Role
from register.requests import Release
from review.disposal_acts import Lifting, release_hold
from review.request_acts import (
    Entitlement,
    Identity,
    approve_release,
    close_request,
    decide_findings,
    open_request,
    reopen_review,
    verify_requester,
    withhold_document,
)
from wiring.calendars import calendar_of

if TYPE_CHECKING:
    from tests.review.conftest import Council

SAR = RequestId("SAR-2026-0001")
TODAY = date(2026, 11, 24)
ENGLAND = calendar_of(Nation.ENGLAND, Path(__file__).parents[2] / "configs")
NAME = Finding(1, (10, 21), "person", Propose.REDACT, 0.99, "roster", "another person", code="R01")
MARKING = Finding(1, (0, 9), "marking", Propose.ASK, 1.0, "markings", "a marking")


@pytest.fixture
def clerk(council: Council) -> Officer:
    return council.officer("d.sar", Role.SAR_OFFICER)


@pytest.fixture
def approver(council: Council) -> Officer:
    return council.officer("e.approver", Role.SAR_APPROVER)


def opened(council: Council, clerk: Officer, received: date = TODAY) -> None:
    with council.work() as work:
        open_request(work, clerk, SAR, SubjectRef("p1"), received, Convention.ICO, ENGLAND)


def gathered(council: Council, clerk: Officer) -> tuple[ItemId, ItemId]:
    """Open a request and gather two documents, with a name in one and a marking in the other."""
    opened(council, clerk)
    with council.work() as work:
        documents = []
        for key, finding in (("1.pdf", NAME), ("2.pdf", MARKING)):
            found = IndexedDocument(DocumentRef(StoreName("files"), key), "application/pdf")
            document = work.register.requests.add_document(SAR, found)
            work.register.findings.replace(document, [finding])
            documents.append(document)
        work.register.requests.move(SAR, Stage.GATHERED, by=clerk.id, on=TODAY)
    return documents[0], documents[1]


def verified(council: Council, clerk: Officer) -> None:
    with council.work() as work:
        verify_requester(
            work,
            clerk,
            SAR,
            identity=Identity.PASSPORT,
            entitlement=Entitlement.IS_THE_SUBJECT,
        )


def decided(council: Council, clerk: Officer, codes: tuple[str | None, str | None]) -> None:
    """Redact each finding under its code, or show it where there is none."""
    findings = _in_order(council)
    with council.work() as work:
        decide_findings(
            work,
            clerk,
            SAR,
            [
                Decision(finding.id, Ruling.REDACT if code else Ruling.SHOW, clerk.id, TODAY, code)
                for finding, code in zip(findings, codes, strict=True)
            ],
        )


def _in_order(council: Council) -> list[Finding]:
    with council.work() as work:
        documents = work.register.requests.documents(SAR)
        return [finding for d in documents for finding in work.register.findings.of(d.id)]


def ready(council: Council, clerk: Officer) -> None:
    gathered(council, clerk)
    verified(council, clerk)
    decided(council, clerk, ("R01", None))


def stage(council: Council) -> Stage:
    with council.work() as work:
        return work.register.requests.get(SAR).stage


def test_opening_a_request_starts_its_clock_and_holds_the_persons_records(
    council: Council, clerk: Officer
) -> None:
    opened(council, clerk, received=date(2026, 11, 20))
    with council.work() as work:
        request = work.register.requests.get(SAR)
        [hold] = work.register.holds.in_force()
    # 20 December 2026 is a Sunday.
    assert (request.due, request.stage) == (date(2026, 12, 21), Stage.OPEN)
    assert hold.type is HoldType.SAR_OPEN
    assert hold.scope == HoldScope(subjects=frozenset({SubjectRef("p1")}))
    [entry] = council.entries("request_opened")
    assert (entry["received"], entry["due"]) == ("2026-11-20", "2026-12-21")
    assert (entry["request"], entry["convention"]) == (SAR, "ico")
    assert council.entries("hold_placed")[0]["request"] == SAR
    assert "p1" not in str([*council.entries("hold_placed"), entry])


@pytest.mark.parametrize(
    ("reference", "received", "reason"),
    [
        ("SAR-2026-0001", date(2026, 11, 25), "after today"),
        ("Marsh, Kayleigh", TODAY, "its year and its number"),
        ("MARSH-KAYLEIGH-2026", TODAY, "its year and its number"),
        ("NHS-9434765919", TODAY, "its year and its number"),
        ("", TODAY, "its year and its number"),
    ],
)
def test_a_request_that_cannot_be_is_not_opened_and_nothing_is_held(
    council: Council, clerk: Officer, reference: str, received: date, reason: str
) -> None:
    with pytest.raises(Refused, match=reason) as refusal, council.work() as work:
        open_request(
            work,
            clerk,
            RequestId(reference),
            SubjectRef("p1"),
            received,
            Convention.ICO,
            ENGLAND,
        )
    assert "Kayleigh" not in str(refusal.value)
    with council.work() as work:
        assert work.register.holds.in_force() == ()


def test_the_hold_of_an_open_request_cannot_be_lifted_by_hand(
    council: Council, clerk: Officer
) -> None:
    opened(council, clerk)
    records = council.officer("c.records", Role.RECORDS_OFFICER)
    with council.work() as work:
        [hold] = work.register.holds.in_force()
    with pytest.raises(Refused, match="not closed"), council.work() as work:
        release_hold(work, records, hold.id, Lifting.ENDED)


def test_decisions_are_counted_in_the_ledger_and_hold_no_words(
    council: Council, clerk: Officer
) -> None:
    gathered(council, clerk)
    decided(council, clerk, ("R01", None))
    [entry] = council.entries("findings_decided")
    assert (entry["decided"], entry["redact"], entry["show"]) == (2, 1, 1)


def test_nobody_decides_in_the_name_of_another_or_on_another_day(
    council: Council, clerk: Officer
) -> None:
    gathered(council, clerk)
    finding = _in_order(council)[0].id
    other = council.officer("x.sar", Role.SAR_OFFICER)
    for forged in (
        Decision(finding, Ruling.SHOW, other.id, TODAY),
        Decision(finding, Ruling.SHOW, clerk.id, date(2026, 11, 23)),
    ):
        with pytest.raises(Refused, match="another officer"), council.work() as work:
            decide_findings(work, clerk, SAR, [forged])


def test_a_reason_in_words_is_no_code(council: Council, clerk: Officer) -> None:
    document, _ = gathered(council, clerk)
    words = "because her father asked"
    finding = _in_order(council)[0].id
    decision = Decision(finding, Ruling.REDACT, clerk.id, TODAY, words)
    with pytest.raises(Refused, match="such as R01"), council.work() as work:
        decide_findings(work, clerk, SAR, [decision])
    with pytest.raises(Refused, match="such as R01"), council.work() as work:
        withhold_document(work, clerk, SAR, document, words)


def test_a_document_of_another_request_is_not_withheld(council: Council, clerk: Officer) -> None:
    document, _ = gathered(council, clerk)
    other = RequestId("SAR-2026-0002")
    with council.work() as work:
        open_request(work, clerk, other, SubjectRef("p2"), TODAY, Convention.ICO, ENGLAND)
        work.register.requests.move(other, Stage.GATHERED, by=clerk.id, on=TODAY)
    with pytest.raises(Refused, match="another request"), council.work() as work:
        withhold_document(work, clerk, other, document, "R10")


def test_a_release_that_is_ready_is_approved_by_a_second_person(
    council: Council, clerk: Officer, approver: Officer
) -> None:
    ready(council, clerk)
    approve_release(council.work, approver, SAR, council.exemptions)
    assert stage(council) is Stage.APPROVED
    [entry] = council.entries("release_approved")
    assert (entry["actor"], entry["decided_by"]) == ("e.approver", 1)


@pytest.mark.parametrize("id", ["d.sar", "D.SAR", " d.sar"])
def test_whoever_decided_a_finding_does_not_approve_under_any_spelling(
    council: Council, clerk: Officer, id: str
) -> None:
    ready(council, clerk)
    both = council.officer(id.strip(), Role.SAR_OFFICER, Role.SAR_APPROVER)
    with pytest.raises(Refused, match="decided findings of this request"):
        approve_release(council.work, both, SAR, council.exemptions)
    assert stage(council) is Stage.GATHERED


def test_whoever_decided_something_that_was_decided_again_does_not_approve_either(
    council: Council, clerk: Officer
) -> None:
    ready(council, clerk)
    second = council.officer("f.sar", Role.SAR_OFFICER)
    decided(council, second, ("R01", None))
    first = council.officer(clerk.id, Role.SAR_APPROVER)
    with pytest.raises(Refused, match="decided findings"):
        approve_release(council.work, first, SAR, council.exemptions)


def test_whoever_withheld_a_document_does_not_approve(council: Council, clerk: Officer) -> None:
    document, _ = gathered(council, clerk)
    verified(council, clerk)
    decided(council, clerk, ("R01", None))
    second = council.officer("f.sar", Role.SAR_OFFICER, Role.SAR_APPROVER)
    with council.work() as work:
        withhold_document(work, second, SAR, document, "R10")
    with pytest.raises(Refused, match="decided findings"):
        approve_release(council.work, second, SAR, council.exemptions)


def test_a_marking_is_legal_in_a_draft_and_rejected_at_approval(
    council: Council, clerk: Officer, approver: Officer
) -> None:
    gathered(council, clerk)
    verified(council, clerk)
    decided(council, clerk, ("R01", "R90"))
    with pytest.raises(Refused, match="R90 is not a ground"):
        approve_release(council.work, approver, SAR, council.exemptions)


@pytest.mark.parametrize("code", ["R99", "R07"], ids=["unknown", "withholds nothing"])
def test_a_code_under_which_nothing_is_withheld_is_no_ground(
    council: Council, clerk: Officer, approver: Officer, code: str
) -> None:
    document, _ = gathered(council, clerk)
    verified(council, clerk)
    decided(council, clerk, (None, None))
    with council.work() as work:
        withhold_document(work, clerk, SAR, document, code)
    with pytest.raises(Refused, match=f"{code} is no ground for a redaction"):
        approve_release(council.work, approver, SAR, council.exemptions)


def test_every_reason_against_a_release_is_told_and_the_refusal_is_itself_a_record(
    council: Council, clerk: Officer
) -> None:
    gathered(council, clerk)
    nobody = council.officer("x.officer", Role.ADMINISTRATOR)
    with pytest.raises(Refused) as refusal:
        approve_release(council.work, nobody, SAR, council.exemptions)
    told = str(refusal.value)
    for reason in ("sar_approver", "identity", "entitlement", "2 findings are not decided"):
        assert reason in told
    [entry] = council.entries("release_refused")
    assert (entry["actor"], entry["request"]) == ("x.officer", SAR)
    assert entry["reason_code"] == "not_ready"
    assert council.entries("release_approved") == []


def test_a_document_in_which_nobody_looked_stops_the_release(
    council: Council, clerk: Officer, approver: Officer
) -> None:
    ready(council, clerk)
    with council.work() as work:
        found = IndexedDocument(DocumentRef(StoreName("files"), "3.pdf"), "application/pdf")
        work.register.requests.add_document(SAR, found)
    with pytest.raises(Refused, match="1 documents were not searched"):
        approve_release(council.work, approver, SAR, council.exemptions)


def test_a_request_that_was_not_gathered_is_not_released(
    council: Council, clerk: Officer, approver: Officer
) -> None:
    opened(council, clerk)
    verified(council, clerk)
    with pytest.raises(Refused, match="open, not gathered"):
        approve_release(council.work, approver, SAR, council.exemptions)


def test_an_approver_who_decides_at_the_same_moment_never_does_both(
    council: Council, clerk: Officer
) -> None:
    ready(council, clerk)
    both = council.officer("g.both", Role.SAR_OFFICER, Role.SAR_APPROVER)
    finding = _in_order(council)[0].id
    at_once = Barrier(2)

    def act(approves: bool) -> bool:
        at_once.wait()
        try:
            if approves:
                approve_release(council.work, both, SAR, council.exemptions)
            else:
                with council.work() as work:
                    decision = Decision(finding, Ruling.SHOW, both.id, TODAY)
                    decide_findings(work, both, SAR, [decision])
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(act, [True, False])) == [False, True]


def test_an_approval_can_be_taken_back_and_then_needs_to_be_given_again(
    council: Council, clerk: Officer, approver: Officer
) -> None:
    ready(council, clerk)
    approve_release(council.work, approver, SAR, council.exemptions)
    with pytest.raises(Refused, match="approved, not gathered"):
        decided(council, clerk, ("R01", "R10"))
    with council.work() as work:
        reopen_review(work, approver, SAR)
    decided(council, clerk, ("R01", "R10"))
    assert stage(council) is Stage.GATHERED
    assert council.entries("release_refused")[0]["reason_code"] == "approval_taken_back"
    approve_release(council.work, approver, SAR, council.exemptions)
    assert stage(council) is Stage.APPROVED


def test_a_request_closes_when_its_complaint_window_is_over_and_its_hold_falls(
    council: Council, clerk: Officer, approver: Officer
) -> None:
    ready(council, clerk)
    approve_release(council.work, approver, SAR, council.exemptions)
    release = Release(
        ItemId("9" * 32), SAR, Digest("ab" * 32), Reconciliation(2, 2, 0, 0), 3, 1, TODAY
    )
    with council.work() as work:
        work.register.requests.release(release, by=clerk.id)
    with pytest.raises(Refused, match="may still complain"), council.work(date(2027, 5, 24)) as w:
        close_request(w, clerk, SAR)
    with council.work(date(2027, 5, 28)) as work:
        close_request(work, clerk, SAR)
        assert work.register.holds.in_force() == ()
    assert stage(council) is Stage.CLOSED
    assert council.entries("hold_released")[0]["reason_code"] == "request_closed"


def test_a_request_that_was_not_released_is_not_closed(council: Council, clerk: Officer) -> None:
    opened(council, clerk)
    with pytest.raises(Refused, match="open, not released"), council.work() as work:
        close_request(work, clerk, SAR)
