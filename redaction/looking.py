"""Looking for terms in a file of any kind, whoever made it: its pages, and all else it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Refused
from redaction.detect import detect
from redaction.formats.archive import is_unopened
from redaction.pages import ReadDocument
from redaction.prove import PICTURE, Leak, Place, leaks_in
from redaction.reading import read_document
from redaction.terms import TermDetector

_DEEPEST = 6
_NOBODY = Roster("")


def leaks_in_file(
    content: bytes, terms: Sequence[str], shown: Sequence[str] = ()
) -> tuple[tuple[Leak, ...], tuple[str, ...]]:
    """Return where any of the terms can be read in a file, and who looked; or raise `Refused`.

    A PDF is looked at as it is; other kinds by the pages that they become. What a file holds
    besides its pages, words in pictures, and the documents inside it are looked through too.
    `Leak.where` says `picture`, `hidden` or `attachment` for these. A PDF of which no pages can be
    made is never clean: it is refused, unless a term was found in it as it is. `shown` are names
    that may stand in it: none of them is a term that was misread.
    """
    leaks, readers = _look(content, terms, shown, 0)
    return tuple(dict.fromkeys(leaks)), tuple(dict.fromkeys(readers))


def _look(
    content: bytes, terms: Sequence[str], shown: Sequence[str], depth: int
) -> tuple[list[Leak], list[str]]:
    if depth > _DEEPEST:
        raise Refused(
            "documents lie inside documents too deeply to be looked through; "
            "take them out, and look through each"
        )
    if not content:
        raise Refused("the file is empty; ask for it once more")
    leaks: list[Leak] = []
    readers: list[str] = []
    is_pdf = b"%PDF-" in content[:1024]
    if is_pdf:
        found, who = leaks_in(content, terms)
        leaks += found
        readers += who
    try:
        document = read_document(content)
    except Refused:
        # Nobody looked at its pictures and beside its pages, so it is not clean; a leak is one.
        if not leaks:
            raise
        return leaks, readers
    if not is_pdf:
        found, who = leaks_in(document.pdf, terms)
        leaks += (replace(leak, where="text") for leak in found)
        leaks = _joined(leaks, list(_by_finder(document, terms, shown, "finder", "text")))
        readers += (*who, "finder")
    else:
        leaks = _joined(leaks, list(_by_finder(document, terms, shown, "ocr", PICTURE)))
        readers.append("ocr")
    leaks += _in_hidden(document, terms)
    readers.append("hidden")
    for attachment in document.attachments:
        inner, inner_readers = _look(attachment.content, terms, shown, depth + 1)
        leaks += (replace(leak, page=None, where="attachment") for leak in inner)
        readers += inner_readers
    if not leaks and (unread := [gap for gap in document.gaps if is_unopened(gap)]):
        raise Refused(unread[0].because)
    return leaks, readers


def _by_finder(
    document: ReadDocument,
    terms: Sequence[str],
    shown: Sequence[str],
    reader: str,
    where: str,
) -> Iterator[Leak]:
    """Yield what would be found on a page and removed there, and where on it.

    That is also read in its pictures, or down its columns, or round a stamp.
    """
    if not _finds(document, terms, shown):
        return
    for number, term in enumerate(terms):
        places: dict[int, list[Place]] = {}
        for finding in _finds(document, [term], shown):
            boxes = ((finding.page, box) for box in finding.boxes)
            places.setdefault(finding.page, []).extend(boxes)
        for page, on in sorted(places.items()):
            yield Leak(number, reader, page, where, tuple(dict.fromkeys(on)))


def _joined(leaks: Sequence[Leak], found: Sequence[Leak]) -> list[Leak]:
    """Return leaks with the places that the finder knows, and what it found and nobody else did."""
    places = {(leak.term, leak.page): leak.places for leak in found}
    known = {(leak.term, leak.page) for leak in leaks}
    return [
        *(
            replace(leak, places=leak.places or places.get((leak.term, leak.page), ()))
            for leak in leaks
        ),
        *(leak for leak in found if (leak.term, leak.page) not in known),
    ]


def _finds(
    document: ReadDocument, terms: Sequence[str], shown: Sequence[str]
) -> tuple[Finding, ...]:
    return detect(document, _NOBODY, [TermDetector(terms, shown)])


def _in_hidden(document: ReadDocument, terms: Sequence[str]) -> Iterator[Leak]:
    for number, term in enumerate(terms):
        detector = TermDetector([term])
        for hidden in document.hidden:
            if any(True for _ in detector.find(Page(1, hidden.text), _NOBODY)):
                yield Leak(number, "hidden", hidden.page, "hidden")
