"""Restrictions that somebody wrote into a document: "Not to be disclosed to service user".

A marking opens a question and is never itself a ground (domain brief §3.2): what it covers is asked
about whole, with who has to be asked, and has no code.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.advice import advised
from redaction.detectors.markings.answers import held as held_columns
from redaction.detectors.markings.answers import unshared
from redaction.detectors.markings.described import described
from redaction.detectors.markings.elements import Element, elements
from redaction.detectors.markings.items import pointed
from redaction.detectors.markings.layout import Layout
from redaction.detectors.markings.legends import explained, keys
from redaction.detectors.markings.lexicon import Sign, signs
from redaction.detectors.markings.phrases import Meaning
from redaction.detectors.markings.pointing import Pointed, pointing
from redaction.detectors.markings.referrers import details, fields, told_again, trusted
from redaction.detectors.markings.routes import TELLS_WHO, reason
from redaction.detectors.markings.scopes import Reach, Scope, scopes
from redaction.detectors.markings.spelling import mended
from redaction.merge import MARKING, REFERRER

_SURE, _LESS_SURE = 0.9, 0.6


class MarkingDetector:
    """Finds restrictive markings, and asks about everything they cover."""

    name = "markings"
    in_reading_order_only = True
    reads_whole = True  # what a first or a repeated line says holds for every page

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return one finding for each marked passage, and for what tells who spoke in trust."""
        phrases = signs(mended(page.text), page.text)
        wished = list(trusted(page.text, ())) if any(s.judged for s in phrases) else []
        # Who wishes to stay unknown is asked about by the sentence, and not the paragraph.
        phrases = [
            s
            for s in phrases
            if not (s.judged and _lies_in(s.span, wished)) or _labels(page.text, s)
        ]
        held = sorted(elements(page.text))
        phrases = [s for s in phrases if not _is_tag(s.span, held)]
        legends = keys(page.text)
        phrases = [s for s in phrases if not _lies_in(s.span, legends)]
        layout = Layout(page, (sign.span[0] for sign in phrases))
        pointers = list(pointing(layout))
        phrases = [s for s in phrases if not _is_told_by(s, pointers)]
        found = list(scopes(layout, page.text, phrases)) if phrases else []
        found += [Scope(s, Reach.ADVICE, (Meaning.PRIVILEGE,)) for s in advised(page.text)]
        found += [Scope(s, Reach.BRACKET, (Meaning.RESTRICTED,)) for s, _ in held]
        found += [Scope(s, Reach.ROW, (Meaning.RESTRICTED,)) for s in unshared(layout)]
        found += [Scope(s, Reach.ROW, (Meaning.RESTRICTED,)) for s in held_columns(layout)]
        found += [Scope(s, Reach.PARAGRAPH, (Meaning.RESTRICTED,)) for s in explained(layout)]
        found += [
            Scope(s, Reach.PARAGRAPH, (Meaning.RESTRICTED,))
            for pointer in pointers
            for s in pointer.there
        ]
        found += [
            Scope(s, Reach.PARAGRAPH, (Meaning.RESTRICTED,)) for s in pointed(layout, page.text)
        ]
        wishes = [scope.span for scope in found if scope.reach is Reach.SENTENCE]
        in_trust = list(trusted(page.text, wishes))
        covered = list(_united(page.text, (s for s in found if s.reach is not Reach.SENTENCE)))
        for scope in covered:
            because = reason(scope.reach, scope.meanings, ended=scope.ended)
            sure = _LESS_SURE if scope.reach is Reach.ADVICE else _SURE
            yield _finding(page, MARKING, scope.span, because, sure)
        marked = [scope.span for scope in covered if Meaning.REFERRER in scope.meanings]
        told = sorted(
            (
                *in_trust,
                *told_again(page.text, in_trust),
                *described(page.text),
                *details(page.text, (*marked, *in_trust)),
            ),
            key=lambda s: (s[0], -s[1]),
        )
        # A field is asked about though the sentence in which it stands is marked.
        open_still = (*_outside(_joined(told), covered), *_outside(fields(page.text), covered))
        for span in _joined(sorted(open_still, key=lambda s: (s[0], -s[1]))):
            finding = _finding(page, REFERRER, span, TELLS_WHO, _LESS_SURE)
            # A name within it is explained by whatever knows names.
            yield replace(finding, strength=Strength.GUESSED)


def _is_tag(span: Span, held: Sequence[Element]) -> bool:
    """Say whether a phrase is in the sign with which an element opens or closes."""
    at = bisect_right(held, span[0], key=lambda one: one.span[0]) - 1
    if at < 0 or span[0] >= held[at].span[1]:
        return False
    return not held[at].holds[0] <= span[0] < held[at].holds[1]


def _is_told_by(sign: Sign, pointers: Iterable[Pointed]) -> bool:
    """Say whether a phrase is of a sentence that marks what it points to, and not itself."""
    return any(
        p.own[0] <= sign.span[0] < p.own[1] and (sign.judged or not p.by_number) for p in pointers
    )


def _labels(text: str, sign: Sign) -> bool:
    """Say whether a colon behind a phrase opens what it marks."""
    return text[sign.span[1] : sign.span[1] + 2].lstrip()[:1] == ":"


def _lies_in(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _united(text: str, found: Iterable[Scope]) -> Iterator[Scope]:
    """Yield what is covered, each letter once, with everything that it is covered for.

    Messages of a trail that follow each other are one question.
    """
    run: Scope | None = None
    for scope in sorted(found, key=lambda s: (s.span[0], -s.span[1])):
        if run is None or not (scope.span[0] < run.span[1] or _follow(text, run, scope)):
            if run is not None:
                yield run
            run = scope
            continue
        end = max(run.span[1], scope.span[1])
        meanings = tuple(dict.fromkeys((*run.meanings, *scope.meanings)))
        run = replace(
            run, span=(run.span[0], end), meanings=meanings, ended=run.ended and scope.ended
        )
    if run is not None:
        yield run


def _follow(text: str, one: Scope, other: Scope) -> bool:
    """Say whether two messages have nothing between them."""
    both = one.reach is Reach.MESSAGE is other.reach
    return both and not text[one.span[1] : other.span[0]].strip(" \t\r\n>|")


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in order without those that lie in another."""
    reach = -1
    for start, end in spans:
        if end > reach:
            yield max(start, reach), end
            reach = end


def _outside(spans: Iterable[Span], covered: Sequence[Scope]) -> Iterator[Span]:
    starts = [scope.span[0] for scope in covered]
    for start, end in spans:
        after = bisect_left(starts, end)
        if not after or covered[after - 1].span[1] <= start:
            yield start, end


def _finding(page: Page, kind: str, span: Span, because: str, confidence: float) -> Finding:
    return Finding(
        page=page.number,
        span=span,
        kind=kind,
        propose=Propose.ASK,
        confidence=confidence,
        detector=MarkingDetector.name,
        because=because,
        code=None,
    )
