"""Every detector over a whole document: what they saw, merged, placed and numbered.

Detectors read the pages joined, so that a name split over two pages and a marking that covers the
next page are seen whole. Where findings overlap, the more careful proposal wins for the whole of
both; only something shorter inside an exact entry of the roster gives way to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate, chain, repeat
from typing import NamedTuple

from recordkeeping.disclosure.findings import Box, Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.ports import Detector
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from redaction.areas import Area, around, follows
from redaction.ascription import ascribed
from redaction.birthdates import behind_people
from redaction.detectors.names.public import is_left_over
from redaction.detectors.names.veto import is_ordinary
from redaction.detectors.normal import folded
from redaction.detectors.owners import standing
from redaction.detectors.patterns.birth import BirthDetector, is_part
from redaction.detectors.roster.words import needs_capital
from redaction.detectors.shared import forget
from redaction.merge import BORNE, PART, PASSAGES, REFERRER, merged
from redaction.orders.asides import asides
from redaction.orders.cells import cell_by_cell
from redaction.orders.columns import InPieces, down_columns
from redaction.orders.instead import in_their_place
from redaction.orders.overleaf import turns
from redaction.orders.rows import by_rows
from redaction.orders.scattered import read_on
from redaction.orders.standing import AsItStands, as_it_stands
from redaction.orders.stretches import in_stretches
from redaction.orders.struck import without_struck
from redaction.pages import ReadDocument
from redaction.propagation import NAMES, UnknownDetector, unknown_people

_PADDING = 0.3  # points
_AS_WIDE, _TWO_LINES = 0.8, 1.5  # of another reading's width; of its height
_FLAT = 0.2  # points: lower than any letter
_FIGURES = re.compile(r"[0-9]+(?![^\W_])")
_OVER_LINES = re.compile(r"[0-9]\W*\n\W*[0-9]")
_SMALL = 0.8  # of the height of the letter before
_WITH_TAILS = frozenset("gjpqyJQ")
_RAISED = str.maketrans(
    "0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)


def detect(
    document: ReadDocument,
    roster: Roster,
    detectors: Sequence[Detector],
    unknown: Iterable[tuple[Finding, str]] = (),
) -> tuple[Finding, ...]:
    """Return what the detectors find, in reading order, with ids and boxes.

    `unknown` are findings of other documents with their words: whoever the names net saw there, it
    looks for here too.
    No detectors at all are `Misconfigured`: every document would look clean.
    """
    if not detectors:
        raise Misconfigured([Fault("detectors", "none is named; nothing would be found")])
    try:
        return tuple(_found(_with_footnotes_raised(document), roster, detectors, unknown))
    finally:
        forget()


def _found(
    document: ReadDocument,
    roster: Roster,
    detectors: Sequence[Detector],
    unknown: Iterable[tuple[Finding, str]],
) -> Iterator[Finding]:
    starts = list(accumulate((len(page.text) + 1 for page in document.pages), initial=0))[:-1]
    text = "\n".join(page.text for page in document.pages)
    seen = list(_seen(document, roster, detectors, starts))
    once = list(merged(seen, text, is_left_over))
    everybody = unknown_people([*((f, text[slice(*f.span)]) for f in once), *unknown])
    if everybody.people:
        # Whom a model saw in one place it may miss in the next.
        seen += _seen(document, roster, [UnknownDetector(everybody)], starts)
        once = list(merged(seen, text, is_left_over))
    once = list(ascribed(once, text, roster.subject))
    if any(detector.name == BirthDetector.name for detector in detectors):
        once += list(behind_people(once, text, roster))
    for n, (finding, piece) in enumerate(_placed(once, starts, document), start=1):
        yield piece.of(finding, f"f{n}")


def named_elsewhere(
    document: ReadDocument, unknown: Roster, found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Return where unknown people of a case are named that were not found before, without ids.

    `found` are the document's findings. What any of them but a passage explains is not told again,
    but that a single name that was to be shown there is theirs too, and so is asked about.
    """
    starts = list(accumulate((len(page.text) + 1 for page in document.pages), initial=0))[:-1]
    text = "\n".join(page.text for page in document.pages)
    try:
        seen = list(_seen(document, Roster(""), [UnknownDetector(unknown)], starts))
    finally:
        forget()
    known = [
        replace(f, span=(starts[f.page - 1] + f.span[0], starts[f.page - 1] + f.span[1]), boxes=())
        for f in found
        if f.kind not in PASSAGES
    ]
    kept = {(f.span, f.detector, f.propose) for f in known}
    new = [
        f
        for f in merged([*known, *seen], text, is_left_over)
        if (f.span, f.detector, f.propose) not in kept
    ]
    told = [f for f in new if f.detector == NAMES or f.because == BORNE]
    return tuple(piece.of(finding) for finding, piece in _placed(told, starts, document))


def with_named_elsewhere(found: Iterable[Finding], named: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return a document's findings and what unknown people of the case add, in their order."""
    named = list(named)
    again = {(f.page, f.span) for f in named}
    kept = (f for f in found if f.kind in PASSAGES or (f.page, f.span) not in again)
    return tuple(sorted((*kept, *named), key=lambda f: (f.page, f.span)))


class _Piece(NamedTuple):
    """What of a finding stands on one page."""

    page: int
    span: Span
    boxes: tuple[Box, ...]

    def of(self, finding: Finding, id: str = "") -> Finding:
        return replace(finding, id=id, page=self.page, span=self.span, boxes=self.boxes)


def _placed(
    findings: Iterable[Finding], starts: list[int], document: ReadDocument
) -> list[tuple[Finding, _Piece]]:
    """Return findings with their pieces, page by page in reading order."""
    pieces = [(f, piece) for f in findings for piece in _on_pages(f, starts, document)]
    return sorted(pieces, key=lambda placed: placed[1][:2])


def _seen(
    document: ReadDocument, roster: Roster, detectors: Sequence[Detector], starts: Sequence[int]
) -> Iterator[Finding]:
    """Yield what detectors find in the pages as they read, and in every other order."""
    for detector in detectors:
        if getattr(detector, "reads_whole", False):
            read = by_rows(document.pages, document.glyphs)
            for finding in _said(detector, roster, read.page):
                yield replace(finding, span=read.span(*finding.span))
        else:
            yield from in_stretches(document.pages, starts, partial(_said, detector, roster))
    anyhow = [d for d in detectors if not getattr(d, "in_reading_order_only", False)]
    yield from _seen_as_it_stands(document, roster, anyhow, starts)
    yield from _seen_overleaf(document, roster, anyhow, starts)
    yield from _seen_in_cells(document, roster, anyhow, starts)


def text_of(document: ReadDocument, finding: Finding) -> str:
    """Return the words of a finding: personal data, for the proof and for reviewers alone."""
    return document.pages[finding.page - 1].text[slice(*finding.span)]


def words_to_be_gone(
    document: ReadDocument, findings: Iterable[Finding], removed: Sequence[Finding]
) -> list[str]:
    """Return the words that may stand nowhere once these findings are removed.

    Left to the proof of the boxes is a word that stands inside something shown ("Marsh", in the
    subject's own name), one that any text holds without meaning anybody ("may", or initials that
    spell "she", or the year of a birth), a word of English that a model took for a name or that is
    nearly one, what tells who spoke in trust where it stands ("the caller"), and a marked passage:
    its sentences may stand elsewhere.
    """
    gone = set(removed)
    shown = [folded(text_of(document, f)) for f in findings if f not in gone]
    words = {
        text_of(document, f)
        for f in removed
        if f.kind not in (*PASSAGES, PART, REFERRER, "initials")
        and not (_is_guessed(f) and is_ordinary(text_of(document, f)))
        and not (f.kind == "birth" and is_part(text_of(document, f)))
    }
    return sorted(
        word
        for word in words
        if not needs_capital(folded(word))
        and not any(_stands_in(folded(word), text) for text in shown)
    )


def _is_guessed(finding: Finding) -> bool:
    return finding.detector == NAMES or finding.strength is Strength.ALIKE


def words_to_be_shown(
    document: ReadDocument, findings: Iterable[Finding], removed: Sequence[Finding]
) -> list[str]:
    """Return the names and numbers that are not removed."""
    gone = set(removed)
    kept = (f for f in findings if f not in gone and f.kind not in PASSAGES)
    return sorted({text_of(document, finding) for finding in kept})


def words_of_third_parties(roster: Roster, shown: Iterable[Finding]) -> list[str]:
    """Return what the roster lists of people of whom nothing is shown: it may stand nowhere.

    This does not ask what the detectors found, so that the proof catches what they missed. Left out
    is what the subject or a professional is known by as well, and a single word, which may be
    anybody's.
    """
    spoken_of = {finding.person for finding in shown}
    hidden, known = set[str](), set[str]()
    for person in roster.people:
        third = standing(roster, person) in (Standing.THIRD_PARTY, Standing.UNKNOWN)
        third = person.policy is not Propose.SHOW if person.policy else third
        into = hidden if third and person.id not in spoken_of else known
        into.update(filter(None, (folded(value) for value in _listed(person))))
    return sorted(word for word in hidden if not any(_stands_in(word, text) for text in known))


def _listed(person: Person) -> Iterator[str]:
    yield from (name for name in (person.name, *person.aliases) if len(name.split()) > 1)
    yield from (value for _, value in person.identifiers)
    yield from (*person.phones, *person.emails, *person.addresses)
    # Papers give an address up to the town, or its first line alone.
    for address in person.addresses:
        yield from (line for line in (address.split(",")[0],) if re.search(r"\d+\S* +\w", line))


def _stands_in(words: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", text) is not None


def areas_of(findings: Iterable[Finding], labels: dict[str, str], label: str) -> list[Area]:
    """Return the areas of findings; each is labelled by its code, or by what is given."""
    return [
        Area(finding.page, box, labels.get(finding.code or "", label), finding.code or "")
        for finding in findings
        for box in finding.boxes
    ]


def _with_footnotes_raised(document: ReadDocument) -> ReadDocument:
    """Let figures that stand small and high behind a word be those of footnotes.

    Behind a number nothing else tells them from its last figure.
    """
    pages = tuple(
        replace(page, text=_FIGURES.sub(lambda figures, at=at: _raised(figures, at), page.text))  # type: ignore[misc]
        for page, at in zip(document.pages, document.glyphs, strict=False)
    )
    return replace(document, pages=pages) if pages else document


def _raised(figures: re.Match[str], glyphs: Sequence[Box | None]) -> str:
    """Return the last figures of a run raised that stand small and high beside the tallest.

    The tallest letter is one of theirs or of the word that they stand behind: a bracket between is
    taller than any figure. Beyond a space stands another word, whose box on a scan may be far
    higher than its letters.
    """
    start, end = figures.span()
    before = start
    while before and not (behind := figures.string[before - 1]).isspace():
        before -= 1
        if behind.isalnum():
            break
    stand = [n for n in range(before, end) if _stands_on_the_line(figures.string[n])]
    beside = [box for n in stand if (box := glyphs[n]) is not None]
    tallest = max(beside, key=lambda box: box[3] - box[1], default=(0.0,) * 4)
    height = tallest[3] - tallest[1]
    first = end
    while first > start:
        box = glyphs[first - 1]
        if box is None or box[3] - box[1] > _SMALL * height or box[3] > tallest[3] - 0.1 * height:
            break
        first -= 1
    return figures[0][: first - start] + figures[0][first - start :].translate(_RAISED)


def _stands_on_the_line(sign: str) -> bool:
    return sign.isalnum() and sign not in _WITH_TAILS


def _said(detector: Detector, roster: Roster, page: Page) -> Iterator[Finding]:
    for finding in detector.find(page, roster):
        if page.text[slice(*finding.span)].strip():
            yield finding


def _seen_as_it_stands(
    document: ReadDocument, roster: Roster, detectors: Sequence[Detector], starts: Sequence[int]
) -> Iterator[Finding]:
    """Yield what detectors find where letters stand in another order than the file names them.

    Markings reach as far as the page's own order says; they are not looked for again.
    """
    struck = chain(document.struck, repeat(()))
    for page, glyphs, start, gone in zip(
        document.pages, document.glyphs, starts, struck, strict=False
    ):
        for read, joins_only in _otherwise(page, glyphs, gone):
            for detector in detectors:
                for finding in detector.find(_page(read.text, page), roster):
                    spans = read.spans(*finding.span)
                    if finding.kind in PASSAGES or (joins_only and len(spans) == 1):
                        continue
                    if joins_only and _is_of_figures(read.text, finding):
                        continue
                    kind = finding.kind if len(spans) == 1 else PART
                    for a, b in spans:
                        yield replace(finding, kind=kind, span=(start + a, start + b))


def _otherwise(
    page: Page, glyphs: Sequence[Box | None], struck: Sequence[Span]
) -> Iterator[tuple[AsItStands | InPieces, bool]]:
    """Yield a page in other orders, and whether of each only what stands in pieces is news."""
    text = page.text
    standing = as_it_stands(text, glyphs)
    gone = sorted((*struck, *asides(text, glyphs)))
    for whole in (standing, without_struck(text, gone)):
        if whole is not None:
            yield whole, False
    others = (down_columns(text, glyphs), read_on(text, glyphs), in_their_place(page, glyphs))
    for read in others:
        if read is not None:
            yield read, True
    if standing is not None and glyphs:
        boxes = [glyphs[places[0]] if places else None for places in standing.at]
        if (read := down_columns(standing.text, boxes)) is not None:
            yield read.of(standing), True


def _page(text: str, *made_of: Page) -> Page:
    """Return letters of pages in another order; nobody asks which of them were read in ink."""
    return Page(1, text, ((0, len(text)),) if any(page.by_eye for page in made_of) else ())


def _is_of_figures(text: str, finding: Finding) -> bool:
    """Say whether figures of two lines make up a number that nobody on the roster is known by.

    Below each other in a table stand numbers that have nothing to do with each other.
    """
    return (
        finding.person is None
        and finding.kind != "term"
        and _OVER_LINES.search(text, *finding.span) is not None
    )


def _seen_in_cells(
    document: ReadDocument, roster: Roster, detectors: Sequence[Detector], starts: Sequence[int]
) -> Iterator[Finding]:
    """Yield what detectors find in a workbook's cells by the heads of their columns."""
    cells = cell_by_cell(document.pages, document.glyphs)
    for page, read, start in zip(document.pages, cells, starts, strict=False):
        for detector in detectors if read.text else ():
            for finding in detector.find(_page(read.text, page), roster):
                spans = read.spans(*finding.span)
                kind = finding.kind if len(spans) == 1 else PART
                for a, b in spans if finding.kind not in PASSAGES else ():
                    yield replace(finding, kind=kind, span=(start + a, start + b))


def _seen_overleaf(
    document: ReadDocument, roster: Roster, detectors: Sequence[Detector], starts: Sequence[int]
) -> Iterator[Finding]:
    """Yield both halves of names between which a page's foot and the next one's head stand."""
    for turn in turns(document.pages, starts):
        for detector in detectors:
            for finding in detector.find(_page(turn.text, *document.pages), roster):
                if finding.kind not in PASSAGES:
                    for span in turn.spans(*finding.span):
                        yield replace(finding, kind=PART, span=span)


def _on_pages(finding: Finding, starts: list[int], document: ReadDocument) -> Iterator[_Piece]:
    """Yield the finding's piece on each page it reaches, with its boxes."""
    index = bisect_right(starts, finding.span[0]) - 1
    while index < len(starts) and starts[index] < finding.span[1]:
        text = document.pages[index].text
        start = max(0, finding.span[0] - starts[index])
        end = min(len(text), finding.span[1] - starts[index])
        if text[start:end].strip():
            glyphs = document.glyphs[index][start:end] if document.glyphs else ()
            wholes = document.wholes[index] if document.wholes else ()
            boxes = boxes_of(_whole(glyphs, wholes))
            yield _Piece(index + 1, (start, end), boxes)
        index += 1


def _whole(glyphs: Iterable[Box | None], wholes: Sequence[Box]) -> Iterable[Box | None]:
    """Return the boxes of letters, of those in a word whose letters were guessed that of it all."""
    if not wholes:
        return glyphs
    return (
        None
        if box is None
        else around([box, *_of_one_line([whole for whole in wholes if _is_in(box, whole)])])
        for box in glyphs
    )


def _of_one_line(wholes: Sequence[Box]) -> Iterator[Box]:
    """Yield words, and no reading that takes two lines for one where another read one of them.

    Of a form with one letter in each box the line below would go with the name.
    """
    for whole in wholes:
        wide, high = whole[2] - whole[0], whole[3] - whole[1]
        if not any(
            other[2] - other[0] >= _AS_WIDE * wide and high > _TWO_LINES * (other[3] - other[1])
            for other in wholes
        ):
            yield whole


def _is_in(box: Box, whole: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return whole[0] <= x <= whole[2] and whole[1] <= y <= whole[3]


def boxes_of(glyphs: Iterable[Box | None]) -> tuple[Box, ...]:
    """Return one box for each line that the letters stand on, a little larger than they are."""
    lines: list[list[Box]] = []
    stand = [box for box in glyphs if box is not None]
    # A space of a line from right to left may be a point, apart from the letters' line.
    broad = [box for box in stand if box[3] - box[1] > _FLAT]
    for box in broad or stand:
        # Slanted letters share no line: each keeps a box of its own.
        if lines and follows(lines[-1][-1], box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return tuple(_padded(around(line)) for line in lines)


def _padded(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return (
        round(x0 - _PADDING, 2),
        round(y0 - _PADDING, 2),
        round(x1 + _PADDING, 2),
        round(y1 + _PADDING, 2),
    )
