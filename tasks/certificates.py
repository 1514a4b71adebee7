"""The certificate of destruction: for everything completed since the last, after the ledger's seal.

The proposals' owners and proposers may differ from item to item; a certificate speaks for one of
each, so there is one for every pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from uuid import uuid4

from bundles.certificate import (
    Act,
    CertificateSheet,
    ClassAuthority,
    ItemDestroyed,
    ItemExcepted,
    LedgerHead,
    PlaceCleared,
    certificate_of_destruction,
)
from ledger.checkpoint import Checkpoint
from recordkeeping.retention.disposal import Certificate, Proposal
from recordkeeping.retention.disposal import certify as statement_of
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import ClassId, Digest, ItemId, OfficerId
from recordkeeping.vocabulary.officers import Role
from register.database import scrub
from tasks.letters import council_of
from tasks.step import MACHINE, step
from wiring.services import Services, open_services
from wiring.work import Work

METHODS = {
    "sql": "row deleted by the database",
    "files": "file unlinked",
    "s3": "every version deleted",
}


@step
def certify(today: date) -> dict[str, int]:
    """Issue certificates for what was completed, and forget which records they were."""
    services = open_services()
    with services.work(today) as work:
        done = [_certificate(services, work, p) for p in work.register.disposals.uncertified()]
    if not done:
        return {"certificates": 0}
    # What a certificate says stands in a signed log before it says so.
    sealed = services.ledger.checkpoint()
    groups: dict[tuple[OfficerId, OfficerId, date], list[Certificate]] = defaultdict(list)
    for one in done:
        groups[one.proposed_by, one.authorised_by, one.authorised_on].append(one)
    for group in groups.values():
        _issue(services, group, sealed, today)
    scrub(services.engine)
    return {"certificates": len(groups)}


def _certificate(services: Services, work: Work, proposal: Proposal) -> Certificate:
    disposals = work.register.disposals
    days = services.settings.policy.disposal.backups_expire_after_days
    return statement_of(
        proposal,
        disposals.authorisation_of(proposal.id),
        places=len(disposals.places(proposal.id)),
        method="deleted-and-looked-for",
        completed_on=disposals.completed_on(proposal.id),
        backups_until=work.today + timedelta(days=days) if days is not None else None,
        issued_on=work.today,
    )


def _issue(
    services: Services, group: Sequence[Certificate], sealed: Checkpoint, today: date
) -> None:
    number = f"DC-{today:%Y%m%d}-{uuid4().hex[:8]}"
    folder = services.outputs / "certificates"
    folder.mkdir(mode=0o700, exist_ok=True)
    with services.work(today) as work:
        # All of them before the first is changed: they were proposed on several days, so they do
        # not stand in the order in which items are locked.
        work.register.disposals.lock(one.item for one in group)
        pdf = certificate_of_destruction(_sheet(services, work, group, sealed, number))
        # Written before the register forgets: a crash leaves a paper too many, never one too few.
        (folder / f"{number}.pdf").write_bytes(pdf)
        for one in group:
            work.register.disposals.certify(one)
        facts: dict[str, Fact] = {
            "certificate": number,
            "items": len(group),
            "sha256": sha256(pdf).hexdigest(),
        }
        item = ItemId(uuid4().hex)
        work.attest(Event(EventKind.CERTIFICATE_ISSUED, item, MACHINE, work.now, facts))


def _sheet(
    services: Services,
    work: Work,
    group: Sequence[Certificate],
    sealed: Checkpoint,
    number: str,
) -> CertificateSheet:
    first = group[0]
    proposed = min(work.register.disposals.get(one.item).proposed_on for one in group)
    return CertificateSheet(
        number=number,
        council=council_of(services.settings),
        issued_on=work.today,
        schedule=first.schedule,
        classes=tuple(
            _authority(services, class_id, rule)
            for class_id, rule in sorted({(one.record_class, one.rule) for one in group})
        ),
        proposed=Act(first.proposed_by, None, proposed),
        authorised=Act(first.authorised_by, Role.ASSET_OWNER, first.authorised_on),
        items=tuple(_item(services, work, one) for one in group),
        exceptions=tuple(
            ItemExcepted(p.id, p.record_class, "It could not be shown to be gone. A person looks.")
            for p in work.register.disposals.unproven()
            if work.register.disposals.authorisation_of(p.id).by == first.authorised_by
        ),
        ledger=LedgerHead(sealed.origin, sealed.size, Digest(sealed.root.hex())),
        backups_until=first.backups_until,
    )


def _authority(services: Services, class_id: ClassId, rule: str) -> ClassAuthority:
    title = services.schedule.rules[class_id].title
    if rule in services.schedule.modifiers:
        law = services.schedule.modifiers[rule].authority.cite
    else:
        law = services.schedule.rules[ClassId(rule)].authority.cite
    return ClassAuthority(class_id, title, rule, law)


def _item(services: Services, work: Work, one: Certificate) -> ItemDestroyed:
    connection = work.register.connection
    entry = services.ledger.index_of(connection, one.item, EventKind.DISPOSAL_COMPLETED)
    at = services.ledger.moment_of(connection, entry)
    places = tuple(
        PlaceCleared(
            store=place.record.store,
            method=METHODS.get(
                services.settings.stores[place.record.store].connector, "deleted by its connector"
            ),
            verified="looked for afresh and not found",
            at=at,
        )
        for place in work.register.disposals.places(one.item)
    )
    return ItemDestroyed(one.item, one.record_class, places, entry)
