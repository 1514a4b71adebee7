"""Burning and proving the documents of an approved request."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.decisions import Decision, Ruling
from recordkeeping.disclosure.request import Stage
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import RequestId
from redaction.burn.areas import Area
from redaction.burn.pdf import burn
from redaction.prove import prove
from redaction.sandbox import read_apart
from redaction.terms import telling
from register.requests import Form, Kept, RequestDocument
from tasks.counting import Progress
from tasks.step import step
from wiring.services import Services, open_services
from wiring.work import Work


@dataclass(frozen=True, slots=True)
class Removals:
    """What is removed from one document: where, under which codes, and the words.

    `terms` may not stand in the document any more; `names`, those of them that are somebody's or
    something's own, may not stand anywhere in the bundle.
    """

    areas: tuple[Area, ...]
    codes: Mapping[str, int]
    terms: tuple[str, ...] = field(repr=False)
    names: tuple[str, ...] = field(repr=False)


@step
def burn_and_prove(request: str) -> int:
    """Burn and prove every document that is released; return how many were."""
    services = open_services()
    with services.work() as work:
        if work.register.requests.get(RequestId(request)).stage is not Stage.APPROVED:
            raise Refused(f"request {request} is not approved, or is released already")
        documents = released_documents(work, RequestId(request))
    progress = Progress("documents-proven")
    for count, document in enumerate(documents, 1):
        _burn_one(services, document)
        progress.show(count, len(documents))
    return len(documents)


def released_documents(work: Work, request: RequestId) -> list[RequestDocument]:
    """Return the documents that could be read and are not withheld."""
    withheld = work.register.findings.withheld(request)
    return [
        document
        for document in work.register.requests.documents(request)
        if document.pages and document.id not in withheld
    ]


def removals_of(services: Services, work: Work, document: RequestDocument) -> Removals:
    """Return what people ruled to remove from a document.

    A term is looked for everywhere only where every mention of it was ruled to go: a surname that
    the subject shares may stand elsewhere by right, and there the boxes alone are the proof.
    """
    findings = work.register.findings.of(document.id)
    decisions = work.register.findings.decisions(document.request)
    pages = _texts(services, work, document)
    areas: list[Area] = []
    codes: dict[str, int] = defaultdict(int)
    names: set[str] = set()
    passages: set[str] = set()
    kept: set[str] = set()
    for finding in findings:
        decision = decisions.get(finding.id)
        if decision is None:
            raise Refused("a finding is not decided; nothing is released before every one is")
        words = pages[finding.page - 1][finding.span[0] : finding.span[1]]
        if decision.ruling is Ruling.SHOW:
            kept.add(_folded(words))
            continue
        label = _label(services, decision)
        areas += [Area(finding.page, box, label) for box in finding.boxes]
        codes[decision.code or ""] += 1
        if finding.kind == "marking":
            passages |= {_folded(line) for line in words.splitlines() if len(line.split()) > 2}
        else:
            names.add(_folded(words))
    sought = telling(sorted(names - _told_by(kept)), pages)
    also = telling(sorted(passages - _told_by(kept)), pages)
    return Removals(tuple(areas), dict(codes), (*sought, *also), sought)


def _burn_one(services: Services, document: RequestDocument) -> None:
    if document.pages is None or document.proven is not None:
        return
    with services.work() as work:
        removals = removals_of(services, work, document)
        pdf = services.papers.read(work.register.connection, document.pages.paper)
    burned = burn(read_apart(pdf), removals.areas)
    proven = prove(
        burned.pdf,
        terms=removals.terms,
        areas=burned.areas,
        pages_as_images=burned.pages_as_images,
    )
    with services.work() as work:
        paper = services.papers.keep(work.register.connection, proven.pdf, document.request)
        work.register.requests.keep_form(document.id, Form.PROVEN, Kept(paper, proven.pages))


def _texts(services: Services, work: Work, document: RequestDocument) -> Sequence[str]:
    if document.text is None:
        raise Refused("a document's text is not among the working papers; gather it again")
    stored = services.papers.read(work.register.connection, document.text.paper)
    return [str(text) for text in json.loads(stored)]


def _folded(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").split()).casefold()


def _told_by(kept: set[str]) -> set[str]:
    """Return the words that stay by right: whatever is shown, and each part of it."""
    return kept | {part for words in kept for part in words.split()}


def _label(services: Services, decision: Decision) -> str:
    exemption = services.exemptions.get(decision.code or "")
    return exemption.label if exemption and exemption.label else "removed"
