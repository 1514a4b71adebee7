"""What a document loses by `muniment redact`: by who is who, by a list of texts, by boxes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from console.detect import NOBODY
from console.documents import Marked, read_boxes, read_people, read_terms
from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.areas import Area, overlap
from redaction.detect import (
    areas_of,
    detect,
    words_of_third_parties,
    words_to_be_gone,
    words_to_be_shown,
)
from redaction.misreadings import MISREAD
from redaction.pages import ReadDocument
from redaction.scans.doubt import HANDWRITING, HARD, UNCERTAIN
from redaction.terms import TermDetector
from wiring.plugins import load_detectors


@dataclass(frozen=True, slots=True)
class Removal:
    """What one document loses: where, and the words that may stand nowhere afterwards."""

    areas: list[Area]
    gone: list[str] = field(repr=False)
    redactions: int
    shown: list[str] = field(default_factory=list, repr=False)
    asked: int = 0
    misread: tuple[int, ...] = ()  # the page of each finding that may be something else
    removed: tuple[Finding, ...] = ()
    roster: Roster = NOBODY


Removals = Callable[[ReadDocument], Removal]


def removals_of(args: argparse.Namespace) -> Removals:
    """Return what tells a document's removal by the lists that were given.

    Where a machine has to find what goes, a page that it can hardly read is `Unproven`, unless a
    person has marked it.
    """
    marked = read_boxes(args.boxes, args.label) if args.boxes else Marked()
    found = _found_by_machine(args)
    if found is None:
        return lambda document: _by_hand(document, marked)

    def both(document: ReadDocument) -> Removal:
        by_hand = _by_hand(document, marked)
        _require_legible(document, marked)
        removal = found(document)
        return replace(
            removal,
            areas=[*removal.areas, *by_hand.areas],
            redactions=removal.redactions + by_hand.redactions,
        )

    return both


def _found_by_machine(args: argparse.Namespace) -> Removals | None:
    if args.terms:
        terms = read_terms(args.terms)
        detectors: Sequence[Detector] = [TermDetector(terms)]
        return lambda document: _of_terms(document, terms, detectors, args.label)
    if args.people:
        roster, installed = read_people(args.people), load_detectors()
        return lambda document: _of_people(document, roster, installed, args.label)
    return None


def _require_legible(document: ReadDocument, marked: Marked) -> None:
    """Raise `Unproven` for pages of which no machine can say what stands on them."""
    hard = sorted(
        page.number
        for page in document.pages
        if page.number not in marked.pages
        and _is_illegible(page, {gap.because for gap in document.gaps if gap.page == page.number})
    )
    if hard:
        pages = ", ".join(map(str, hard))
        raise Unproven(
            f"page{'' if len(hard) == 1 else 's'} {pages}: hard to read by machine, so that what "
            "nobody found may still be read there; mark by --boxes as well what has to go, "
            "or the page alone where nothing has to"
        )


def _is_illegible(page: Page, why: set[str]) -> bool:
    """Say whether a page is known by what was hardly read on it, or by ink in which nothing was.

    A crest or a stamp on a typed page does not make it so.
    """
    letters = sum(map(str.isalnum, page.text))
    if not letters:
        return bool(why & {HARD, UNCERTAIN, HANDWRITING})
    by_eye = sum(c.isalnum() for start, end in page.by_eye for c in page.text[start:end])
    return HARD in why and by_eye >= letters / 2


def _by_hand(document: ReadDocument, marked: Marked) -> Removal:
    has = f"{len(document.sizes)} page{'' if len(document.sizes) == 1 else 's'}"
    for page in sorted(marked.pages):
        if not 1 <= page <= len(document.sizes):
            raise Refused(f"a box is on page {page}; the document has {has}: correct --boxes")
    for area in marked.areas:
        width, height = document.sizes[area.page - 1]
        if overlap(area.box, (0.0, 0.0, width, height)) == 0:
            raise Refused(
                "a box lies outside its page; nothing would be removed there: correct --boxes"
            )
    return Removal(list(marked.areas), [], len(marked.areas))


def _of_terms(
    document: ReadDocument, terms: list[str], detectors: Sequence[Detector], label: str
) -> Removal:
    findings = detect(document, NOBODY, detectors)
    return Removal(
        areas_of(findings, {}, label), terms, len(findings), misread=_misread_on(findings)
    )


def _of_people(
    document: ReadDocument, roster: Roster, detectors: Sequence[Detector], label: str
) -> Removal:
    findings = detect(document, roster, detectors)
    removed = [f for f in findings if f.propose is not Propose.SHOW]
    gone = set(removed)
    listed = words_of_third_parties(roster, [f for f in findings if f not in gone])
    return Removal(
        areas_of(removed, {}, label),
        list(dict.fromkeys((*words_to_be_gone(document, findings, removed), *listed))),
        len(removed),
        words_to_be_shown(document, findings, removed),
        sum(f.propose is Propose.ASK for f in removed),
        _misread_on(removed),
        tuple(removed),
        roster,
    )


def _misread_on(findings: Iterable[Finding]) -> tuple[int, ...]:
    return tuple(finding.page for finding in findings if MISREAD in finding.because)
