"""The nightly look at every record: assess, count, propose, withdraw what no longer stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from uuid import uuid4

from recordkeeping.retention.disposal import Proposal
from recordkeeping.retention.due import Assessment, assess
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import ItemId, StoreName
from recordkeeping.vocabulary.records import Record
from tasks.counting import Progress
from tasks.step import MACHINE, step
from wiring.services import Services, open_services
from wiring.work import Work

AT_ONCE = 500


@step
def store_names() -> list[str]:
    """Return the stores that have records."""
    return [name for name, _ in open_services().stores.record_sources()]


@step
def withdraw_stale(today: date) -> int:
    """Withdraw proposals that nobody authorised in time, so that they are judged anew."""
    services = open_services()
    days = services.settings.policy.disposal.authorisation_valid_days
    with services.work(today) as work:
        stale = [p for p in work.register.disposals.waiting() if p.is_stale(today, days)]
        work.register.disposals.lock(proposal.id for proposal in stale)
        for proposal in stale:
            work.register.disposals.withdraw(proposal.id, by=MACHINE, on=today, reason_code="stale")
            facts: dict[str, Fact] = {"reason_code": "stale"}
            kind = EventKind.DISPOSAL_WITHDRAWN
            work.attest(Event(kind, proposal.id, MACHINE, work.now, facts))
    return len(stale)


@step
def scan_store(store: str, today: date) -> dict[str, int]:
    """Assess every record of a store, propose what is due, and return counts by standing."""
    services = open_services()
    progress = Progress("records-assessed")
    counts: Counter[str] = Counter()
    source = services.stores.record_source(StoreName(store))
    for batch in _in_batches(source.records()):
        counts += _judge(services, batch, today)
        progress.show(counts["records"])
    progress.show(counts["records"], counts["records"])
    return dict(counts)


def _judge(services: Services, batch: Iterable[Record], today: date) -> Counter[str]:
    """Assess one batch in one transaction, so that its holds and its proposals agree."""
    counts: Counter[str] = Counter()
    with services.work(today) as work:
        holds = work.register.holds.in_force()
        for record in batch:
            assessment = assess(record, services.schedule, holds, today)
            counts["records"] += 1
            counts[assessment.standing.value] += 1
            if assessment.is_disposable:
                counts["proposed"] += _propose(work, record, assessment)
    return counts


def _propose(work: Work, record: Record, assessment: Assessment) -> bool:
    """Propose a record for disposal, unless the same proposal stands already."""
    proposal = Proposal.of(
        ItemId(uuid4().hex), record, assessment, proposed_by=MACHINE, proposed_on=work.today
    )
    if not work.register.disposals.propose(proposal):
        return False
    facts: dict[str, Fact] = {
        "class": proposal.record_class,
        "rule": proposal.rule,
        "schedule": proposal.schedule,
        "eligible_from": proposal.eligible_from.isoformat(),
        "action": proposal.action.value,
        "places": proposal.places,
    }
    if proposal.destroy_by:
        facts["destroy_by"] = proposal.destroy_by.isoformat()
    work.attest(Event(EventKind.DISPOSAL_PROPOSED, proposal.id, MACHINE, work.now, facts))
    return True


def _in_batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    """Yield records in batches, so that no transaction grows with the store."""
    while batch := list(islice(records, AT_ONCE)):
        yield batch
