"""Gathering a request: search every index, collect every document, read it, look for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from recordkeeping.disclosure.findings import Finding, Gap, Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.disclosure.request import Stage
from recordkeeping.ports import IndexedDocument
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.events import Event, EventKind, Fact
from recordkeeping.vocabulary.identifiers import DocumentRef, ItemId, RequestId, StoreName
from redaction.annex import annex_of
from redaction.detect import detect, named_elsewhere, with_named_elsewhere
from redaction.detectors.names.detector import NONE, NamesDetector
from redaction.pages import ReadDocument
from redaction.propagation import tells_of_unknown, unknown_people
from redaction.reading import read_document, read_documents
from register.requests import Form, Kept, RequestDocument
from tasks.counting import Progress
from tasks.step import MACHINE, step
from wiring.services import Services, open_services
from wiring.work import Work

ATTACHED = StoreName("attached")
"""Where attachments stand: inside another document, and in no store of their own."""

BESIDE = "beside"
"""Names the annex of a document: what its file holds and shows on none of its pages."""

NOT_IN_ITS_PLACE = Gap("the council's index names this document, but it is not in its place")

NOT_SHOWN = Gap("its file holds more than its pages show, and that could not be made readable")

_MOST_AT_ONCE, _MOST_BYTES_AT_ONCE = 24, 16 * 2**20
"""How many documents, and how many octets of them, are read together."""


@step
def search_stores(request: str) -> int:
    """Ask every index for documents about the person; return how many the request has."""
    services = open_services()
    id = RequestId(request)
    with services.work() as work:
        subject = work.register.requests.get(id).subject
    for _, index in services.stores.document_indexes():
        found = list(index.documents_about(subject))
        with services.work() as work:
            for one in found:
                work.register.requests.add_document(id, one)
    with services.work() as work:
        return len(work.register.requests.documents(id))


@step
def collect(request: str) -> int:
    """Fetch every document that is not collected yet; return how many could not be had."""
    services = open_services()
    with services.work() as work:
        documents = work.register.requests.documents(RequestId(request))
    missing = 0
    for document in documents:
        if document.original or document.ref.store == ATTACHED:
            continue
        try:
            content = services.stores.fetch(document.ref)
        except Refused:
            missing += 1
            with services.work() as work:
                work.register.requests.add_gap(document.id, NOT_IN_ITS_PLACE)
            continue
        with services.work() as work:
            _keep(services, work, document, Form.ORIGINAL, content)
    return missing


@step
def read_and_detect(request: str) -> int:
    """Read every collected document, attachments too, and store what may not be disclosed."""
    services = open_services()
    id = RequestId(request)
    with services.work() as work:
        subject = work.register.requests.get(id).subject
    roster = services.stores.roster_of(subject)
    progress = Progress("documents-read")
    read: set[ItemId] = set()
    # Attachments join the list while it is read, so it is asked for again until nothing is new.
    while True:
        with services.work() as work:
            documents = work.register.requests.documents(id)
        waiting = [document for document in documents if document.id not in read]
        if not waiting:
            _look_for_the_unknown(services, documents, roster)
            return len(documents)
        read.update(document.id for document in waiting)
        unread = [d for d in waiting if d.original and not d.pages and not d.is_gap]
        done = len(read) - len(unread)
        for batch, contents in _batches(services, unread):
            for document, pages in zip(batch, read_documents(contents), strict=True):
                _keep_read(services, document, pages, roster)
            done += len(batch)
            progress.show(done, len(documents))
        progress.show(len(read), len(documents))


def _look_for_the_unknown(
    services: Services, documents: Sequence[RequestDocument], roster: Roster
) -> None:
    """Look in every document for whoever was seen in any other, by name or by number."""
    seen: list[tuple[Finding, str]] = []
    for document in documents:
        with services.work() as work:
            findings = work.register.findings.of(document.id)
            texts = _texts(services, work, document) if findings else []
        seen += [(f, texts[f.page - 1][slice(*f.span)]) for f in findings if tells_of_unknown(f)]
    unknown = unknown_people(seen)
    if not unknown.people:
        return
    for document in documents:
        if document.text is None or document.pages is None or _is_annex(document):
            continue  # an annex is asked about as it is
        with services.work() as work:
            texts = _texts(services, work, document)
            found = work.register.findings.of(document.id)
        pages = tuple(Page(number, text) for number, text in enumerate(texts, 1))
        named = named_elsewhere(ReadDocument(b"", pages, (), ""), unknown, found)
        if not named:
            continue
        with services.work() as work:
            pdf = services.papers.read(work.register.connection, document.pages.paper)
        read = read_document(pdf)
        if [page.text for page in read.pages] != texts:
            # It reads otherwise in its page form: spans of before would point elsewhere.
            every = detect(read, roster, services.detectors, seen)
            with services.work() as work:
                _keep_pages(services, work, document, read, every)
            continue
        named = named_elsewhere(read, unknown, found)
        every = with_named_elsewhere(found, named)
        with services.work() as work:
            work.register.findings.replace(document.id, every)


def _is_annex(document: RequestDocument) -> bool:
    return document.ref.store == ATTACHED and document.ref.key.endswith(f"/{BESIDE}")


def _texts(services: Services, work: Work, document: RequestDocument) -> list[str]:
    """Return the words of a document's pages, in which the spans of its findings count."""
    if document.text is None:
        return []
    kept = services.papers.read(work.register.connection, document.text.paper)
    return [str(text) for text in json.loads(kept)]


def _batches(
    services: Services, documents: Sequence[RequestDocument]
) -> Iterator[tuple[list[RequestDocument], list[bytes]]]:
    """Yield documents with their files, as many at a time as fit in memory together.

    What is read together starts LibreOffice once, and keeps every processor at work.
    """
    batch: list[RequestDocument] = []
    contents: list[bytes] = []
    for document in documents:
        if document.original is None:
            continue
        with services.work() as work:
            content = services.papers.read(work.register.connection, document.original.paper)
        if batch and sum(map(len, contents)) + len(content) > _MOST_BYTES_AT_ONCE:
            yield batch, contents
            batch, contents = [], []
        batch.append(document)
        contents.append(content)
        if len(batch) == _MOST_AT_ONCE:
            yield batch, contents
            batch, contents = [], []
    if batch:
        yield batch, contents


def _keep_read(
    services: Services, document: RequestDocument, pages: ReadDocument | Refused, roster: Roster
) -> None:
    """Look for people in a document that was read, and keep it; or tell that it could not be."""
    if isinstance(pages, Refused):
        with services.work() as work:
            work.register.requests.add_gap(document.id, Gap(str(pages)))
        return
    findings = detect(pages, roster, services.detectors)
    try:
        annex = annex_of(pages)
    except Refused:
        pages = replace(pages, gaps=(*pages.gaps, NOT_SHOWN))
        annex = None
    beside = detect(annex.document, roster, [annex.detector, *services.detectors]) if annex else ()
    with services.work() as work:
        _keep_pages(services, work, document, pages, findings)
        for gap in pages.gaps:
            # A gap of a page: the document itself could be read.
            work.register.requests.add_gap(document.id, replace(gap, page=gap.page or 1))
        if annex:
            _add_annex(services, work, document, annex.document, beside)
        _add_attachments(services, work, document, pages)


def _keep_pages(
    services: Services,
    work: Work,
    document: RequestDocument,
    pages: ReadDocument,
    findings: Sequence[Finding],
) -> None:
    count = len(pages.pages)
    texts = json.dumps([page.text for page in pages.pages]).encode()
    _keep(services, work, document, Form.PAGES, pages.pdf, count)
    _keep(services, work, document, Form.TEXT, texts, count)
    work.register.findings.replace(document.id, findings)


def _add_annex(
    services: Services,
    work: Work,
    parent: RequestDocument,
    annex: ReadDocument,
    findings: Sequence[Finding],
) -> None:
    """Add what a file holds besides its pages as a document of its own, after its parent."""
    found = IndexedDocument(
        ref=DocumentRef(ATTACHED, f"{parent.id}/{BESIDE}"),
        media_type=annex.media_type,
        title=parent.title,
        dated=parent.dated,
        record_class=parent.record_class,
    )
    id = work.register.requests.add_document(parent.request, found, parent=parent.id)
    _keep_pages(services, work, work.register.requests.document(id), annex, findings)


def _add_attachments(
    services: Services, work: Work, parent: RequestDocument, pages: ReadDocument
) -> None:
    """Add each attachment as a document of its own, after its parent."""
    for number, attachment in enumerate(pages.attachments, 1):
        found = IndexedDocument(
            ref=DocumentRef(ATTACHED, f"{parent.id}/{number}"),
            media_type=attachment.media_type,
            title=attachment.name,
            dated=parent.dated,
            record_class=parent.record_class,
        )
        id = work.register.requests.add_document(parent.request, found, parent=parent.id)
        document = work.register.requests.document(id)
        _keep(services, work, document, Form.ORIGINAL, attachment.content)


@step
def finish_gathering(request: str, today: date) -> dict[str, int]:
    """Say that the request is ready for review, and return what was gathered in numbers."""
    services = open_services()
    id = RequestId(request)
    with services.work(today) as work:
        documents = work.register.requests.documents(id)
        counts: dict[str, int] = {
            "documents": len(documents),
            "pages": sum(d.pages.pages or 0 for d in documents if d.pages),
            "findings": sum(len(work.register.findings.of(d.id)) for d in documents),
            "gaps": sum(d.is_gap for d in documents),
        }
        work.register.requests.move(id, Stage.GATHERED, by=MACHINE, on=work.today)
        facts: dict[str, Fact] = {"request": id, **counts, "names": _nets(services)}
        item = ItemId(uuid4().hex)
        work.attest(Event(EventKind.REQUEST_GATHERED, item, MACHINE, work.now, facts))
    return {**counts, "told_of_pages": sum(len(d.gaps) for d in documents if not d.is_gap)}


def _nets(services: Services) -> str:
    """Return which models of names ran, such as md+rampart, for the record."""
    ran = [detector.ran for detector in services.detectors if isinstance(detector, NamesDetector)]
    return ran[0] if ran else NONE


def _keep(
    services: Services,
    work: Work,
    document: RequestDocument,
    form: Form,
    content: bytes,
    pages: int | None = None,
) -> None:
    paper = services.papers.keep(work.register.connection, content, document.request)
    work.register.requests.keep_form(document.id, form, Kept(paper, pages))
