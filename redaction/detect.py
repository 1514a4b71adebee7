"""Every detector over every page, merged: redact beats ask beats show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector
from redaction.formats.document import ReadDocument, ReadPage
from redaction.normal import normal
from redaction.terms import spans_of

SHORTEST_REPEATED = 4
"""Letters that words need to be looked for once more: shorter ones are too often part of others."""


def detect(
    document: ReadDocument, roster: Roster, detectors: Sequence[Detector]
) -> tuple[Finding, ...]:
    """Return what may not be disclosed, in reading order, with ids `f1` … and boxes.

    A name split over two pages is found as far as each page holds a variant of it.
    """
    found: list[Finding] = []
    for page in document.pages:
        seen = [finding for one in detectors for finding in one.find(page.page, roster)]
        found += merged(seen)
    found += _repeated(document.pages, found)
    by_number = {page.number: page for page in document.pages}
    found = [_placed(finding, by_number[finding.page]) for finding in found]
    found.sort(key=lambda f: (f.page, f.span[0], -f.span[1]))
    return tuple(replace(finding, id=f"f{n}") for n, finding in enumerate(found, 1))


def _repeated(pages: Sequence[ReadPage], found: Sequence[Finding]) -> list[Finding]:
    """Return every other place where words stand that are redacted somewhere in the document.

    What a detector missed once, by an odd spacing or a broken line, must not give away the rest.
    """
    texts = {page.number: page.text for page in pages}
    first: dict[str, Finding] = {}
    for finding in found:
        if finding.propose is Propose.REDACT and finding.kind != "marking":
            words = texts[finding.page][finding.span[0] : finding.span[1]]
            if len(words) >= SHORTEST_REPEATED:
                first.setdefault(words, finding)
    again: list[Finding] = []
    for page in pages:
        text = normal(page.text)
        for words, finding in first.items():
            for span in spans_of(words, text):
                taken = [f.span for f in (*found, *again) if f.page == page.number]
                free = not any(s[0] < span[1] and span[0] < s[1] for s in taken)
                if free and not page.text[span[0]].islower():
                    again.append(
                        replace(
                            finding,
                            page=page.number,
                            span=span,
                            confidence=0.7,
                            because=f"the same words as elsewhere: {finding.because}",
                        )
                    )
    return again


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings of one page without what another explains better.

    A marking stays beside what stands inside it: its scope is a question of its own. Of the rest,
    a finding inside a longer one goes, and so does a `show` that anything else touches: nothing
    is shown while another detector objects.
    """
    listed = list(findings)
    kept: list[Finding] = []
    for one in listed:
        others = [o for o in listed if o is not one and "marking" not in (o.kind, one.kind)]
        if not any(_explains_better(other, one) for other in others):
            kept.append(one)
    return kept


def _explains_better(other: Finding, one: Finding) -> bool:
    inside = other.span[0] <= one.span[0] and one.span[1] <= other.span[1]
    touches = other.span[0] < one.span[1] and one.span[0] < other.span[1]
    longer = (other.span[1] - other.span[0]) > (one.span[1] - one.span[0])
    if inside and longer:
        return _weight(other) >= _weight(one) or other.detector == one.detector
    if inside and other.span == one.span:
        return (_weight(other), other.confidence, other.detector) > (
            _weight(one), one.confidence, one.detector,
        )  # fmt: skip
    return touches and one.propose is Propose.SHOW and other.propose is not Propose.SHOW


def _weight(finding: Finding) -> int:
    return [Propose.SHOW, Propose.ASK, Propose.REDACT].index(finding.propose)


def _placed(finding: Finding, page: ReadPage) -> Finding:
    return replace(finding, boxes=page.boxes_of(finding.span))
