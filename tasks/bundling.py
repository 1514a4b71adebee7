"""Bundling what was proven: assembled, looked through once more, locked, and accounted for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from bundles.bundle import assemble, cover_letter, gap_list, manifest
from bundles.bundle import seal as lock
from bundles.contents import (
    AboutTheInformation,
    Addressee,
    BundleContents,
    MissingDocument,
    Reason,
    ReleasedDocument,
    Removal,
    WithheldDocument,
)
from bundles.passphrase import make_passphrase
from recordkeeping.disclosure.exemptions import Exemption
from recordkeeping.disclosure.findings import Gap
from recordkeeping.disclosure.release import ProvenDocument, Reconciliation
from recordkeeping.disclosure.request import Stage
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import ItemId, RequestId
from redaction.areas import Added
from redaction.prove import leaks_in, prove
from register.requests import Form, Kept, Release, RequestDocument
from tasks.letters import council_of
from tasks.releasing import (
    Removals,
    added_to,
    annexes_left_out,
    is_annex,
    released_documents,
    removals_of,
    words_of_others,
)
from tasks.step import MACHINE, step
from wiring.services import Services, open_services
from wiring.work import Work


@step
def seal_bundle(request: str, today: date) -> dict[str, int]:
    """Make the bundle of an approved request and write it out; return it in numbers.

    The passphrase is kept as a working paper until an officer takes it, once.
    """
    services = open_services()
    id = RequestId(request)
    with services.work(today) as work:
        if work.register.requests.get(id).stage is not Stage.APPROVED:
            raise Refused(f"request {request} is not approved, or is released already")
        contents, terms, proven = _contents(services, work, id)
    pdf = assemble(contents)
    look_through(pdf, terms, proven)
    passphrase = make_passphrase()
    sealed = lock(pdf, passphrase)
    told = contents.reconciliation
    redactions = sum(r.count for d in contents.documents for r in d.removals)
    with services.work(today) as work:
        item = ItemId(uuid4().hex)
        paper = services.papers.keep(work.register.connection, passphrase.encode(), id)
        first = work.register.requests.documents(id)[0]
        work.register.requests.keep_form(first.id, Form.PASSPHRASE, Kept(paper, None))
        released = Release(item, id, sealed.sha256, told, sealed.pages, redactions, work.today)
        work.register.requests.release(released, by=MACHINE)
        # Only one run can have come here: a second was refused by the register.
        folder = services.outputs / "requests" / id
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / "bundle.pdf").write_bytes(sealed.pdf)
        (folder / "cover-letter.pdf").write_bytes(cover_letter(contents))
        (folder / "gaps.pdf").write_bytes(gap_list(contents))
        account = json.dumps(manifest(contents, sealed), indent=2)
        (folder / "manifest.json").write_text(account + "\n")
        facts: dict[str, Fact] = {
            "request": id,
            "documents": told.documents,
            "released": told.released,
            "withheld": told.withheld,
            "annexes": told.annexes,
            "gaps": told.gaps,
            "pages": sealed.pages,
            "redactions": redactions,
            "read_by_the_proof": contents.read_by_the_proof,
            "bundle": sealed.sha256,
        }
        work.attest(Event(EventKind.BUNDLE_RELEASED, item, MACHINE, work.now, facts))
    return {
        "documents": told.documents,
        "released": told.released,
        "withheld": told.withheld,
        "annexes": told.annexes,
        "gaps": told.gaps,
        "parts_missing": contents.parts_missing,
        "pages": sealed.pages,
        "redactions": redactions,
        "read_by_the_proof": contents.read_by_the_proof,
    }


def _contents(
    services: Services, work: Work, id: RequestId
) -> tuple[BundleContents, tuple[str, ...], Mapping[ItemId, bytes]]:
    """Return what the bundle is made of, every word removed, and what each document became."""
    request = work.register.requests.get(id)
    everything = work.register.requests.documents(id)
    going = released_documents(work, id)
    annexes = annexes_left_out(work, id)
    beside = {a.parent: _removals(services, codes) for a, codes in annexes.items()}
    listed = words_of_others(services, work, id)
    terms = list(listed)
    released = []
    for document in going:
        removals = removals_of(services, work, document, listed)
        terms += removals.terms
        told = beside.get(document.id, ())
        released.append(replace(_released(services, work, document, removals), beside=told))
    for annex in annexes:
        terms += removals_of(services, work, annex, listed).terms
    codes = work.register.findings.withheld(id)
    withheld = [d for d in everything if d.id in codes]
    out = {d.id for d in (*going, *withheld, *annexes)}
    missing = [d for d in everything if d.id not in out]
    roster = services.stores.roster_of(request.subject)
    subject = roster.person(roster.subject)
    purposes = services.settings.policy.purposes
    contents = BundleContents(
        request=id,
        received=request.received,
        due=request.due,
        released_on=work.today,
        council=council_of(services.settings),
        addressee=Addressee(
            subject.name if subject else "",
            tuple(subject.addresses[0].split(", ")) if subject and subject.addresses else (),
        ),
        about=AboutTheInformation(
            why=purposes.why,
            kinds=purposes.kinds,
            recipients=purposes.recipients,
            kept_for=f"{purposes.kept_for} It is schedule {services.schedule.version}.",
            sources=purposes.sources,
            automated=purposes.automated,
        ),
        searched=tuple(s.title or s.name for s in services.settings.stores.values()),
        documents=tuple(released),
        withheld=tuple(
            replace(_withheld(services, codes[d.id].code, d), beside=beside.get(d.id, ()))
            for d in withheld
        ),
        missing=tuple(replace(_missing(services, d), beside=beside.get(d.id, ())) for d in missing),
        reconciliation=Reconciliation(
            len(everything), len(going), len(withheld), len(missing), len(annexes)
        ),
    )
    proven = {d.id: its.document.pdf for d, its in zip(going, released, strict=True)}
    return contents, tuple(dict.fromkeys(terms)), proven


def _released(
    services: Services, work: Work, document: RequestDocument, removals: Removals
) -> ReleasedDocument:
    added = added_to(services.papers, work, document)
    return ReleasedDocument(
        document=_proven(services, work, document, removals, added),
        title=_title(services, document),
        dated=document.dated,
        removals=(*_removals(services, removals.codes), *as_removals(services.exemptions, added)),
        gaps=tuple(gap for gap in document.gaps if not gap.waits_for_a_look),
        read_by_the_proof={page: more.terms for page, more in added.items()},
    )


def as_removals(
    exemptions: Mapping[str, Exemption], added: Mapping[int, Added]
) -> Iterator[Removal]:
    """Yield what only the proof had read, under the reason that its boxes show."""
    for more in added.values():
        box = more.areas[0]
        told = _reason(exemptions, box.code) if box.code else Reason("", box.label or "removed")
        yield Removal(told, more.terms)


def _removals(services: Services, codes: Mapping[str, int]) -> tuple[Removal, ...]:
    return tuple(
        Removal(_reason(services.exemptions, code), count) for code, count in codes.items()
    )


def _proven(
    services: Services,
    work: Work,
    document: RequestDocument,
    removals: Removals,
    added: Mapping[int, Added],
) -> ProvenDocument:
    """Prove a document again, from the very bytes that go into the bundle."""
    if document.proven is None:
        raise Unproven("a document was not proven; run the release again")
    if document.pages is None:
        raise Unproven("a document's pages are not among the working papers; gather it again")
    pdf = services.papers.read(work.register.connection, document.proven.paper)
    source = services.papers.read(work.register.connection, document.pages.paper)
    more = (area for page in added.values() for area in page.areas)
    areas = (*removals.areas, *more)
    return prove(pdf, source, areas, removals.terms, removals.count, shown=removals.shown)


def look_through(pdf: bytes, terms: Sequence[str], documents: Mapping[ItemId, bytes]) -> None:
    """Look for removed names in the whole bundle: a name gone from one paper may stand in another.

    Single plain words are left out here: a removed "Grace" is not a leak in "by grace of". They
    were looked for in their own documents. Raises `Unproven` with the documents, never with a term.
    """
    telling = [t for t in terms if len(t.split()) > 1 or any(c.isdigit() or c == "@" for c in t)]
    leaks, _ = leaks_in(pdf, telling)
    if not leaks:
        return
    left = [telling[number] for number in sorted({leak.term for leak in leaks})]
    holding = [id for id, document in documents.items() if leaks_in(document, left)[0]]
    told = f"removed terms that can still be read in the assembled bundle: {len(left)}"
    readers = ", ".join(sorted({leak.reader for leak in leaks}))
    if not holding:
        raise Unproven(f"{told}, in none of its documents (by {readers}); report this as a defect")
    raise Unproven(
        f"{told}, in {', '.join(holding)} (by {readers}). What was ruled to go from one document "
        "stands in these: `muniment request reopen`, then rule alike in them by `decide`, or "
        "`withhold` a document in which nothing was found"
    )


def _title(services: Services, document: RequestDocument) -> str:
    """Return a title that is safe to print: the kind of record, never a name."""
    rule = services.schedule.rules.get(document.record_class) if document.record_class else None
    kind = rule.title if rule else "What the case system holds"
    if is_annex(document):
        return f"{kind} (what its file holds besides its pages)"
    return f"{kind} (attachment)" if document.parent else kind


def _withheld(services: Services, code: str, document: RequestDocument) -> WithheldDocument:
    return WithheldDocument(
        _reason(services.exemptions, code), _title(services, document), document.dated
    )


def _missing(services: Services, document: RequestDocument) -> MissingDocument:
    gap = document.gaps[0] if document.gaps else Gap("it could not be read")
    return MissingDocument(gap, _title(services, document), document.dated)


def _reason(exemptions: Mapping[str, Exemption], code: str) -> Reason:
    exemption = exemptions.get(code)
    if exemption is None or exemption.label is None:
        return Reason(code, "removed")
    return Reason(code, exemption.label, exemption.explained)
