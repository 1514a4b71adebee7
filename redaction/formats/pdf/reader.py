"""PDFs: read by pdfium, checked against a second reader, and by eye where the two are not enough.

A removed ruling object's memory belongs to pdfium until the document is closed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pypdfium2

from recordkeeping.disclosure.findings import Box, Gap, Page, Span
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.hidden import told_once
from redaction.formats.kinds import PDF
from redaction.formats.pdf.content import PageForm, page_form
from redaction.formats.pdf.ink import look_at
from redaction.formats.pdf.rereading import Need, Reread, reread
from redaction.formats.pdf.second import SecondReading, agree
from redaction.formats.pdf.spoken import with_spoken
from redaction.formats.pdf.struck import lines_through, struck_out
from redaction.formats.pdf.trust import Mended, mended
from redaction.glyphboxes import GlyphBoxes
from redaction.pages import Hidden, ReadDocument
from redaction.pdfium import UNREADABLE, Glyphs, displayed_size, glyphs, open_pdf
from redaction.sandbox.abreast import Answer, abreast
from redaction.sandbox.asides import hand_over
from redaction.scans.codes import over_codes

_ODD = f"[{UNREADABLE}\ue000-\uf8ff]"
_STRANGE_IN_WORD = re.compile(rf"\S{_ODD}|{_ODD}\S")
_MANY = 24  # pages: of fewer, it takes longer to share them out
LYING = (
    "letters on this page look other than what the file says they are; they were read by eye, "
    "and a person must look at the page"
)
UNSEEN = "words are in the file that cannot be seen on the page, and are not released"
UNSEEN_WORDS = "words that cannot be seen on the page"


@dataclass(slots=True)
class _Read:
    """What was read of the pages so far."""

    letters: list[Glyphs]
    sizes: list[tuple[float, float]]
    gaps: list[Gap]
    hidden: list[Hidden]
    needs: dict[int, Need]
    lines: dict[int, list[Box]]


def read_pdf(content: bytes) -> ReadDocument:
    """Read a PDF, or refuse it: locked, damaged, or with something on it that cannot be read."""
    form = page_form(content)
    lying = mended(form.pdf)
    said = _said_before(form.pdf, lying)
    if lying is not None:
        form = replace(form, pdf=lying.pdf)
    read = _read(form, said.keys())
    pdf, by_eye, wholes = form.pdf, list[Hidden](), dict[int, tuple[Box, ...]]()
    words: Mapping[int, Sequence[Box]] = {}
    doubted: Mapping[int, tuple[Box, ...]] = {}
    if read.needs:
        again = reread(pdf, read.needs, said)
        pdf, by_eye, wholes, words = again.pdf, again.hidden, again.wholes, again.words
        doubted = again.doubted
        read.gaps += again.gaps
        _read_anew(again, read)
    for number, spoken in form.spoken.items():
        read.letters[number - 1] = with_spoken(read.letters[number - 1], spoken)
    pages = tuple(
        Page(number, letters.text, _stretches_in(words.get(number, ()), letters))
        for number, letters in enumerate(read.letters, 1)
    )
    hidden, more = told_once(
        [*form.hidden, *read.hidden],
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
        wholes=tuple(wholes.get(page.number, ()) for page in pages) if wholes else (),
        doubted=tuple(doubted.get(page.number, ()) for page in pages) if doubted else (),
        struck=_struck_out(read),
    )


def _struck_out(read: _Read) -> tuple[tuple[Span, ...], ...]:
    if not read.lines:
        return ()
    return tuple(
        struck_out(letters, read.lines.get(number, []))
        for number, letters in enumerate(read.letters, 1)
    )


def _stretches_in(words: Sequence[Box], letters: Glyphs) -> tuple[Span, ...]:
    """Return the stretches of letters that stand where words do, a line's as one."""
    if not words:
        return ()
    edges = GlyphBoxes.of(letters.boxes).edges
    x, y = (edges[:, 0] + edges[:, 2]) / 2, (edges[:, 1] + edges[:, 3]) / 2
    inside = np.zeros(len(edges), bool)
    for x0, y0, x1, y1 in words:
        inside |= (x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)
    spans, start = list[Span](), None
    for at, letter in enumerate(letters.text):
        if inside[at]:
            start = at if start is None else start
        elif start is not None and not (letter.isspace() and letter != "\n"):
            spans.append((start, at))
            start = None
    return (*spans, (start, len(letters.text))) if start is not None else tuple(spans)


def _said_before(pdf: bytes, lying: Mended | None) -> dict[int, Glyphs]:
    """Return what pages said before their fonts were mended: a second reading of them."""
    if lying is None:
        return {}
    document = open_pdf(pdf)
    try:
        return {number: glyphs(document[number - 1]) for number in sorted(lying.pages)}
    finally:
        document.close()


def _read(form: PageForm, lying: Collection[int]) -> _Read:
    """Read every page by its letters, and say which ones are to be read by eye.

    `lying` are pages with letters that said something else than they show.
    """
    document = open_pdf(form.pdf)
    try:
        second = SecondReading(form.pdf, len(document))
        done = _Read([], [], [], [], {}, {})
        numbers = range(1, len(document) + 1)
        kept = {*(one.piece.page for one in form.maybe), *form.spoken}

        def read(number: int) -> Answer:
            return _read_page(document, form, number)

        for number, (told, [part]) in zip(
            numbers,
            abreast(read, numbers) if len(numbers) >= _MANY else map(read, numbers),
            strict=True,
        ):
            boxes = GlyphBoxes(np.frombuffer(part, np.float32).reshape(-1, 4))
            letters, size = Glyphs(told["text"], boxes), (told["size"][0], told["size"][1])
            if told["unseen"]:
                done.gaps.append(Gap(UNSEEN, number))
                done.hidden.append(Hidden(UNSEEN_WORDS, told["unseen"], number))
            if told["lines"]:
                done.lines[number] = [(x0, y0, x1, y1) for x0, y0, x1, y1 in told["lines"]]
            if number in lying:
                done.gaps.append(Gap(LYING, number))
            strange = number in lying or _STRANGE_IN_WORD.search(letters.text) is not None
            doubtful = strange or not agree(letters, second.page(number), size)
            if doubtful or told["unread"]:
                done.needs[number] = Need(
                    doubtful, told["unread"], _veiled(form, number), number in form.drawn
                )
            elif len(numbers) >= _MANY and number not in kept and not told["lines"]:
                letters = Glyphs(letters.text, hand_over(boxes))
            done.letters.append(letters)
            done.sizes.append(size)
    finally:
        document.close()
    return done


def _read_page(document: pypdfium2.PdfDocument, form: PageForm, number: int) -> Answer:
    """Return a page's letters, its size, and what is to be seen of it."""
    page = document[number - 1]
    try:
        letters = glyphs(page)
        look = look_at(
            page,
            letters,
            pictured=number in form.pictured,
            veiled=_veiled(form, number),
            drawn_letters=number in form.drawn,
        )
        told = {
            "text": letters.text,
            "size": displayed_size(page),
            "unseen": look.unseen,
            "unread": look.unread,
            "lines": lines_through(page, letters, always=look.unread),
        }
        return told, [GlyphBoxes.of(letters.boxes).edges.astype(np.float32).tobytes()]
    except Refused as why:
        raise Refused(f"page {number} {why}; print the file to a new PDF, or scan it") from None
    finally:
        page.close()


def _veiled(form: PageForm, number: int) -> bool:
    return number in form.pictured and number in form.veiled


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
