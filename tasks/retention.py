"""The night: the catalogue is brought up to date, what is over is read again and proposed."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import islice
from uuid import uuid4

from recordkeeping.ports import ChangedRecords
from recordkeeping.retention.breaker import Cause, Night, Trip, trips
from recordkeeping.retention.disposal import Proposal
from recordkeeping.retention.due import Assessment, Standing, assess
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import ItemId, RecordRef, StoreName
from recordkeeping.vocabulary.records import Record
from register.catalogue.catalogue import Entry, Mark
from tasks.counting import Progress
from tasks.step import MACHINE, step
from wiring.acts import trip_breaker
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
def read_store(store: str, today: date) -> dict[str, int]:
    """Bring the catalogue up to date with a store: with what changed, where it can tell that."""
    services = open_services()
    name, digest = StoreName(store), services.schedule.digest
    source = services.stores.record_source(name)
    with services.work(today) as work:
        mark = work.register.catalogue.mark_of(name)
    since = mark.mark if mark is not None and mark.schedule == digest else None
    changes = source.changed_since(since) if isinstance(source, ChangedRecords) else None
    progress, seen, counts = Progress("records-read"), array("Q"), Counter[str]()
    for batch in _in_batches(iter(changes.records if changes else source.records())):
        with services.work(today) as work:
            entries = [Entry.of(record, services.schedule) for record in batch]
            counts["changed"] += work.register.catalogue.take(entries, digest)
        counts["read"] += len(batch)
        if since is None:
            seen.extend(_short(record.ref.key) for record in batch)
        progress.show(counts["read"])
    with services.work(today) as work:
        work.register.breaker.wait()
        if since is None:
            counts["forgotten"] += _forget_all_but(work, name, seen)
        reached = Mark(
            mark=changes.mark if changes else None,
            schedule=digest,
            read_on=today,
            records=counts["read"] if since is None or mark is None else mark.records,
            readings=mark.readings + 1 if mark else 1,
        )
        night = Night(
            today=today,
            records=reached.records,
            read=counts["read"] if since is None else None,
            records_before=mark.records if mark else None,
            schedule=digest,
            schedule_before=mark.schedule if mark else None,
            day_before=mark.read_on if mark else None,
        )
        # With the mark or not at all: a run that died between would forget what it has to tell.
        counts["breaker_tripped"] += _trip(services, work, name, night)
        work.register.catalogue.set_mark(name, reached)
    progress.show(counts["read"], counts["read"])
    return dict(counts)


@step
def propose_due(store: str, today: date) -> dict[str, int]:
    """Read again what the catalogue says is over, propose what is due, and count how all stand."""
    services = open_services()
    name = StoreName(store)
    source = services.stores.record_source(name)
    families = services.settings.policy.disposal.one_file
    with services.work(today) as work:
        mark = work.register.catalogue.mark_of(name)
    proposes = mark is not None and mark.readings > 1
    progress, counts = Progress("records-assessed"), Counter[str]()
    after: RecordRef | None = None
    while True:
        with services.work(today) as work:
            catalogue = work.register.catalogue
            over = catalogue.due(name, today, AT_ONCE, after)
            kept = catalogue.kept_by_others(over, today, families)
        if not over:
            break
        after = over[-1]
        counts["kept_by_file"] += len(kept)
        records = [source.record(ref) for ref in over if ref not in kept]
        there = [record for record in records if record is not None]
        with services.work(today) as work:
            work.register.breaker.wait()
            counts += _judge(services, work, there, proposes=proposes)
            counts["breaker_tripped"] += _trip(services, work, name, _so_far(work, name))
        progress.show(counts["assessed"])
    with services.work(today) as work:
        counts.update(work.register.catalogue.counts(name, today))
    progress.show(counts["assessed"], counts["assessed"])
    return dict(counts)


@step
def recount_store(store: str, today: date) -> dict[str, int]:
    """Read all of a store again and hold the catalogue against it; a change never told trips.

    Only a store that tells what changed can have kept a change to itself: of any other, all is
    read every night. What differs is mended, so that it is right once an owner has looked.
    """
    services = open_services()
    name, digest = StoreName(store), services.schedule.digest
    source = services.stores.record_source(name)
    with services.work(today) as work:
        mark = work.register.catalogue.mark_of(name)
    counts: Counter[str] = Counter()
    if mark is None or mark.mark is None or not isinstance(source, ChangedRecords):
        return dict(counts)
    progress, seen, differing = Progress("records-recounted"), array("Q"), list[RecordRef]()
    for batch in _in_batches(source.records()):
        with services.work(today) as work:
            entries = [Entry.of(record, services.schedule) for record in batch]
            found = work.register.catalogue.differing(entries, digest)
            work.register.catalogue.take(found, digest)
        differing += [entry.record for entry in found]
        counts["recounted"] += len(batch)
        seen.extend(_short(record.ref.key) for record in batch)
        progress.show(counts["recounted"])
    # What the store tells by now it did not keep to itself.
    told = source.changed_since(mark.mark) if differing else None
    later = {record.ref for record in told.records} if told else set()
    missed = [ref for ref in differing if ref not in later]
    with services.work(today) as work:
        counts["forgotten"] += _forget_all_but(work, name, seen)
        if missed:
            trip_breaker(work, MACHINE, name, Trip(Cause.CATALOGUE_DIFFERS, len(missed), 0))
    counts["differing"], counts["missed"] = len(differing), len(missed)
    progress.show(counts["recounted"], counts["recounted"])
    return dict(counts)


@step
def count_held(today: date) -> dict[str, int]:
    """Count the records that are held, whether their day is over or not."""
    with open_services().work(today) as work:
        scopes = [hold.scope for hold in work.register.holds.in_force()]
        return {"held": work.register.catalogue.caught_by(scopes)}


def _short(key: str) -> int:
    """Return eight bytes for a key: ten million keys themselves would not fit."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest())


def _forget_all_but(work: Work, store: StoreName, seen: array[int]) -> int:
    """Forget what a store no longer has.

    Two keys may share their eight bytes: what is kept by that is read again before it is proposed.
    """
    ordered = array("Q", sorted(seen))
    gone = []
    for ref in work.register.catalogue.records_of(store):
        at = bisect_left(ordered, _short(ref.key))
        if at == len(ordered) or ordered[at] != _short(ref.key):
            gone.append(ref)
    return work.register.catalogue.forget(gone)


def _so_far(work: Work, store: StoreName) -> Night:
    """Return what today did with a store so far, whichever run of today did it."""
    breaker = work.register.breaker
    return Night(
        today=work.today,
        records=work.register.catalogue.counts(store, work.today)["records"],
        read=None,
        records_before=None,
        proposed=breaker.proposals_of(store, work.today),
        of_all=breaker.proposals_on(work.today),
        before=breaker.proposals_before(work.today),
        classes_before=breaker.classes_before(work.today),
    )


def _trip(services: Services, work: Work, store: StoreName, night: Night) -> int:
    """Trip the breaker for everything about a night that a person has to see first."""
    found = trips(night, services.settings.policy.disposal.breaker.limits())
    return sum(trip_breaker(work, MACHINE, store, trip) for trip in found)


def _judge(
    services: Services, work: Work, batch: Iterable[Record], *, proposes: bool = True
) -> Counter[str]:
    """Assess one batch in one transaction, so that its holds and its proposals agree.

    The first night on a store is a rehearsal: what would be proposed is only counted.
    """
    counts: Counter[str] = Counter()
    holds = work.register.holds.in_force()
    for record in batch:
        assessment = assess(record, services.schedule, holds, work.today)
        counts["assessed"] += 1
        if assessment.standing is not Standing.HELD:
            counts[assessment.standing.value] += 1
        if assessment.is_disposable and services.stores.lack_a_disposer(record):
            counts["to_be_disposed_of_by_hand"] += 1
        elif assessment.is_disposable and not proposes:
            counts["would_be_proposed"] += 1
        elif assessment.is_disposable:
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
