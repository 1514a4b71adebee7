"""Burning and proving the documents of an approved request."""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import astuple, dataclass, field, replace
from hashlib import sha256

from recordkeeping.disclosure.decisions import Decision, Ruling
from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.disclosure.request import Stage
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.identifiers import RequestId
from redaction.areas import Added, Area
from redaction.detect import (
    areas_of,
    words_of_third_parties,
    words_to_be_gone,
    words_to_be_shown,
)
from redaction.merge import HIDDEN, PASSAGES
from redaction.pages import ReadDocument
from redaction.prove import canaries_caught
from redaction.removing import added_by_the_proof, remove
from redaction.sandbox.turns import cores
from register.papers import Papers
from register.requests import Form, Kept, RequestDocument
from tasks.counting import Progress
from tasks.gathering import BESIDE
from tasks.step import step
from wiring.services import Services, open_services
from wiring.work import Work

_DECIDED = "decided"
"""Names, in what is kept of a proof, the removals that it was made for."""


@dataclass(frozen=True, slots=True)
class Removals:
    """What is removed from one document: where, under which codes, and the words.

    `terms` may stand nowhere in the document any more, nor anywhere else in the bundle. `shown` are
    names and numbers in it that were decided to stay.
    """

    areas: tuple[Area, ...]
    codes: Mapping[str, int]
    terms: tuple[str, ...] = field(repr=False)
    shown: tuple[str, ...] = field(repr=False)

    @property
    def count(self) -> int:
        """Return how many decisions it carries out."""
        return sum(self.codes.values())

    @property
    def digest(self) -> str:
        """Return what tells these removals from others, in hexadecimal."""
        told = [astuple(area) for area in self.areas], sorted(self.codes.items())
        words = sorted(self.terms), sorted(self.shown)
        return sha256(json.dumps([*told, *words]).encode()).hexdigest()


@step
def burn_and_prove(request: str) -> int:
    """Burn and prove every document that is released; return how many were.

    A document that was proven under the same decisions is not done again: a release that failed
    goes on where it stopped. One that was proven under others is.
    """
    services = open_services()
    with services.work() as work:
        if work.register.requests.get(RequestId(request)).stage is not Stage.APPROVED:
            raise Refused(f"request {request} is not approved, or is released already")
        documents = released_documents(work, RequestId(request))
        listed = words_of_others(services, work, RequestId(request))
    progress = Progress("documents-proven")
    waiting = [document for document in documents if not _is_done(services, document, listed)]
    done = len(documents) - len(waiting)
    # Closed at once where keeping fails: what waits is not begun then.
    with closing(_removed_abreast(services, waiting, listed)) as removed:
        for document, removals, proven in removed:
            with services.work() as work:
                keep_proven(services.papers, work, document, proven, removals.digest)
            done += 1
            progress.show(done, len(documents))
    return len(documents)


def _is_done(services: Services, document: RequestDocument, listed: tuple[str, ...]) -> bool:
    """Say whether a document was proven, and under the decisions that stand today."""
    if document.proven is None or document.record is None:
        return False
    with services.work() as work:
        record = json.loads(services.papers.read(work.register.connection, document.record.paper))
        return bool(record.get(_DECIDED) == removals_of(services, work, document, listed).digest)


def keep_proven(
    papers: Papers, work: Work, document: RequestDocument, proven: ProvenDocument, decided: str
) -> None:
    """Keep a proven document among the working papers, and what the proof says of it.

    `decided` is the digest of the removals that it was proven for.
    """
    record = json.dumps({**proven.record, _DECIDED: decided}).encode()
    for form, content in ((Form.PROVEN, proven.pdf), (Form.RECORD, record)):
        paper = papers.keep(work.register.connection, content, document.request)
        work.register.requests.keep_form(document.id, form, Kept(paper, proven.pages))


def added_to(papers: Papers, work: Work, document: RequestDocument) -> dict[int, Added]:
    """Return what was removed from a document's pages, from 1, though nobody had decided it."""
    if document.record is None:
        return {}
    return added_by_the_proof(
        json.loads(papers.read(work.register.connection, document.record.paper))
    )


@step
def try_the_proof() -> None:
    """Raise `Unproven` if the proof misses a known bad file; every release stops then."""
    if not canaries_caught(again=True):
        raise Unproven("the proof does not find what it is known to find; release nothing")


def released_documents(work: Work, request: RequestId) -> list[RequestDocument]:
    """Return the documents that could be read, are not withheld, and have something to show."""
    withheld = work.register.findings.withheld(request)
    left_out = {annex.id for annex in annexes_left_out(work, request)}
    return [
        document
        for document in work.register.requests.documents(request)
        if document.pages and document.id not in withheld and document.id not in left_out
    ]


def annexes_left_out(work: Work, request: RequestId) -> Mapping[RequestDocument, Mapping[str, int]]:
    """Return the annexes of which nothing is shown, each with how many pieces went by which code.

    They would be empty pages. One with a piece that is shown, or that nobody has decided, is a
    document like any other; so is one of which the pieces could not be found.
    """
    withheld = work.register.findings.withheld(request)
    decisions = work.register.findings.decisions(request)
    left_out: dict[RequestDocument, Mapping[str, int]] = {}
    for document in work.register.requests.documents(request):
        if not is_annex(document) or not document.pages or document.id in withheld:
            continue
        pieces = [f for f in work.register.findings.of(document.id) if f.kind == HIDDEN]
        rulings = [decisions[piece.id] for piece in pieces if piece.id in decisions]
        if pieces and len(rulings) == len(pieces) and all(map(_removes, rulings)):
            left_out[document] = Counter(ruling.code or "" for ruling in rulings)
    return left_out


def is_annex(document: RequestDocument) -> bool:
    """Say whether a document is what its parent's file holds besides its pages."""
    return document.ref.key == f"{document.parent}/{BESIDE}"


def words_of_others(services: Services, work: Work, request: RequestId) -> tuple[str, ...]:
    """Return what the roster lists of people of whom nobody ruled that anything is shown."""
    roster = services.stores.roster_of(work.register.requests.get(request).subject)
    decisions = work.register.findings.decisions(request)
    shown = [
        finding
        for document in work.register.requests.documents(request)
        for finding in work.register.findings.of(document.id)
        if finding.id in decisions and decisions[finding.id].ruling is Ruling.SHOW
    ]
    return tuple(words_of_third_parties(roster, shown))


def removals_of(
    services: Services, work: Work, document: RequestDocument, listed: tuple[str, ...]
) -> Removals:
    """Return what people ruled to remove from a document.

    `listed` are words that may stand nowhere, found in it or not.
    """
    findings = work.register.findings.of(document.id)
    decisions = work.register.findings.decisions(document.request)
    removed: list[Finding] = []
    codes: dict[str, int] = defaultdict(int)
    for finding in findings:
        decision = decisions.get(finding.id)
        if decision is None:
            raise Refused("a finding is not decided; nothing is released before every one is")
        if decision.ruling is Ruling.REDACT:
            # The ground that was decided counts, not the one that was proposed.
            removed.append(replace(finding, code=decision.code))
            codes[decision.code or ""] += 1
    pages = _pages(services, work, document)
    kept = [finding for finding in findings if not _removed(finding, decisions)]
    labels = {code: e.label for code, e in services.exemptions.items() if e.label}
    return Removals(
        tuple(areas_of([_as_covered(f, removed) for f in removed], labels, "removed")),
        dict(codes),
        tuple(dict.fromkeys((*words_to_be_gone(pages, [*removed, *kept], removed), *listed))),
        tuple(words_to_be_shown(pages, [*removed, *kept], removed)),
    )


def _as_covered(finding: Finding, removed: Sequence[Finding]) -> Finding:
    """Return a finding under the code of the removed passage that it stands in, if it does.

    One box has one label: what stands in a marked passage is told with the passage.
    """
    for passage in removed:
        overlaps = passage.span[0] < finding.span[1] and finding.span[0] < passage.span[1]
        if passage.kind in PASSAGES and passage.page == finding.page and overlaps:
            return replace(finding, code=passage.code)
    return finding


def _removed(finding: Finding, decisions: Mapping[str, Decision]) -> bool:
    return _removes(decisions[finding.id])


def _removes(decision: Decision) -> bool:
    return decision.ruling is Ruling.REDACT


def _removed_abreast(
    services: Services, documents: Sequence[RequestDocument], listed: tuple[str, ...]
) -> Generator[tuple[RequestDocument, Removals, ProvenDocument]]:
    """Yield documents as they are proven, in their order, or raise the first error.

    A thread only waits: the work is done in the sandbox, in as many processes as there are
    processors. Where one fails, those that are begun beside it are let end, and are not kept.
    """
    lanes = cores()
    with ThreadPoolExecutor(lanes) as pool:
        ahead = deque[tuple[RequestDocument, Removals, Future[ProvenDocument]]]()
        try:
            for document in documents:
                with services.work() as work:
                    removals = removals_of(services, work, document, listed)
                    pdf = _pdf_of(services, work, document)
                asked = removals.areas, removals.terms, removals.count
                proof = pool.submit(remove, pdf, *asked, shown=removals.shown)
                ahead.append((document, removals, proof))
                if len(ahead) > lanes:  # no more in memory than are worked on, and one that waits
                    first, its, proven = ahead.popleft()
                    yield first, its, proven.result()
            while ahead:
                first, its, proven = ahead.popleft()
                yield first, its, proven.result()
        finally:
            for *_, proven in ahead:
                proven.cancel()


def _pdf_of(services: Services, work: Work, document: RequestDocument) -> bytes:
    if document.pages is None:
        raise Refused("a document's pages are not among the working papers; gather it again")
    return services.papers.read(work.register.connection, document.pages.paper)


def _pages(services: Services, work: Work, document: RequestDocument) -> ReadDocument:
    """Return a document's pages with the words that its findings' spans count in."""
    if document.text is None or document.pages is None:
        raise Refused("a document's text is not among the working papers; gather it again")
    texts = json.loads(services.papers.read(work.register.connection, document.text.paper))
    pages = tuple(Page(number, str(text)) for number, text in enumerate(texts, 1))
    pdf = _pdf_of(services, work, document)
    return ReadDocument(pdf, pages, (), document.media_type)
