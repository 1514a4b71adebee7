"""PDFs: read by pdfium, checked against a second reader, and by eye where the two are not enough.

A removed ruling object's memory belongs to pdfium until the document is closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from recordkeeping.disclosure.findings import Gap, Page
from recordkeeping.vocabulary.errors import Refused
from redaction.codes import over_codes
from redaction.formats.content import PageForm, page_form
from redaction.formats.hidden import told_once
from redaction.formats.ink import look_at
from redaction.formats.kinds import PDF
from redaction.formats.rereading import Need, Reread, reread
from redaction.formats.second import SecondReading, agree
from redaction.pages import Hidden, ReadDocument
from redaction.pdfium import UNREADABLE, Glyphs, displayed_size, glyphs, open_pdf

_ODD = f"[{UNREADABLE}\ue000-\uf8ff]"
_STRANGE_IN_WORD = re.compile(rf"\S{_ODD}|{_ODD}\S")
UNSEEN = "words are in the file that cannot be seen on the page; they are not released"


@dataclass(slots=True)
class _Read:
    """What was read of the pages so far."""

    letters: list[Glyphs]
    sizes: list[tuple[float, float]]
    gaps: list[Gap]
    needs: dict[int, Need]


def read_pdf(content: bytes) -> ReadDocument:
    """Read a PDF, or refuse it: locked, damaged, or with something on it that cannot be read."""
    form = page_form(content)
    read = _read(form)
    pdf, by_eye = form.pdf, list[Hidden]()
    if read.needs:
        again = reread(pdf, read.needs)
        pdf, by_eye = again.pdf, again.hidden
        read.gaps += again.gaps
        _read_anew(again, read)
    pages = tuple(Page(number, letters.text) for number, letters in enumerate(read.letters, 1))
    hidden, more = told_once(
        form.hidden,
        form.maybe,
        [page.text for page in pages],
        [letters.boxes for letters in read.letters],
    )
    return ReadDocument(
        pdf=pdf,
        pages=pages,
        glyphs=tuple(letters.boxes for letters in read.letters),
        media_type=PDF,
        sizes=tuple(read.sizes),
        gaps=tuple(dict.fromkeys([*form.gaps, *read.gaps, *more])),
        hidden=(*hidden, *by_eye),
        attachments=tuple(form.attachments),
    )


def _read(form: PageForm) -> _Read:
    """Read every page by its letters, and say which ones are to be read by eye."""
    document = open_pdf(form.pdf)
    try:
        second = SecondReading(form.pdf, len(document))
        done = _Read([], [], [], {})
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            try:
                letters, size = glyphs(page), displayed_size(page)
                pictured = number in form.pictured
                veiled = pictured and number in form.veiled
                drawn = number in form.drawn
                look = look_at(page, letters, pictured=pictured, veiled=veiled, drawn_letters=drawn)
            except Refused as why:
                raise Refused(f"page {number} {why}") from None
            if look.unseen:
                done.gaps.append(Gap(UNSEEN, number))
            strange = _STRANGE_IN_WORD.search(letters.text) is not None
            doubtful = strange or not agree(letters, second.page(number), size)
            if doubtful or look.unread:
                done.needs[number] = Need(doubtful, look.unread, veiled, drawn)
            done.letters.append(letters)
            done.sizes.append(size)
            page.close()
    finally:
        document.close()
    return done


def _read_anew(again: Reread, read: _Read) -> None:
    document = open_pdf(again.pdf)
    try:
        for number in read.needs:
            page = document[number - 1]
            letters, codes = glyphs(page), again.codes.get(number, [])
            read.letters[number - 1] = Glyphs(letters.text, over_codes(letters.boxes, codes))
            read.sizes[number - 1] = displayed_size(page)
    finally:
        document.close()
