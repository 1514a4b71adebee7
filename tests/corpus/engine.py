"""What our way to a release makes of a torture file, and what the oracle says of that."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field

from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.detect import areas_of, detect
from redaction.pages import ReadDocument
from redaction.reading import read_document
from redaction.removing import remove
from redaction.terms import TermDetector
from tests.corpus import oracle
from tests.corpus.case import PICTURE, REFUSED, REWRITTEN, Case


@dataclass(slots=True)
class Outcome:
    """What became of a file: `kind` as in `Case.may`, and everything that is wrong with that."""

    kind: str
    why: str = ""
    pdf: bytes | None = field(default=None, repr=False)
    leaks: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    wrong: str = ""
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether nothing leaks, nothing is lost, and the file became what it may become."""
        return not (self.leaks or self.lost or self.untold or self.wrong)


def redact(
    content: bytes, terms: tuple[str, ...]
) -> tuple[str, str, bytes | None, ReadDocument | None]:
    """Do what `muniment redact --terms` does; return kind, why, the release and what was read."""
    document = None
    try:
        document = read_document(content)
        findings = detect(document, Roster(""), [TermDetector(terms)])
        areas = areas_of(findings, {}, "another person")
        proven = remove(document.pdf, areas, terms, len(findings))
    except (Refused, Unproven) as why:
        return REFUSED, f"{type(why).__name__}: {why}", None, document
    return PICTURE if proven.pages_as_images else REWRITTEN, "", proven.pdf, document


def judge(case: Case) -> Outcome:
    """Redact a torture file and let the oracle look at the result."""
    content = case.make()
    began = time.monotonic()
    kind, why, pdf, document = redact(content, case.terms)
    outcome = Outcome(kind, why, pdf, seconds=time.monotonic() - began)
    if kind not in case.may:
        outcome.wrong = f"became {kind}"
    if pdf is not None:
        outcome.leaks = oracle.leaks(pdf, (*case.terms, *case.misread), look=case.look)
        outcome.leaks += oracle.letters_left(pdf, case.terms)
        outcome.lost = oracle.missing(pdf, case.stays, look=case.look)
        if document is not None:
            outcome.untold = untold(document, case.told)
    return outcome


def untold(document: ReadDocument, told: tuple[str, ...]) -> list[str]:
    """Return the words that stand on no page and that no reviewer would be shown."""
    solid = oracle.squashed("\n".join(_beside(document, 0)))
    # What is on the page, seen or not, the detectors read: once is the copy that everybody sees.
    pages = oracle.squashed("\n".join(page.text for page in document.pages))
    return [
        word
        for word in told
        if (plain := oracle.squashed(word)) not in solid and pages.count(plain) < 2
    ]


def _beside(document: ReadDocument, depth: int) -> list[str]:
    """Return all that a reviewer is shown beside the pages: documents inside are read as well."""
    shown = [hidden.text for hidden in document.hidden]
    for attached in document.attachments:
        shown += [attached.name, attached.content.decode("latin-1")]
        with suppress(Refused):
            if depth < 5:
                inner = read_document(attached.content)
                shown += [page.text for page in inner.pages]
                shown += _beside(inner, depth + 1)
    return shown
