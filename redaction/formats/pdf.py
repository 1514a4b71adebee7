"""PDFs: read by pdfium, checked against pypdf, refused where the two do not see the same words.

A removed ruling object's memory belongs to pdfium until the document is closed.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter

import pypdf
import pypdf.errors

from recordkeeping.disclosure.findings import Gap, Page
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.content import page_form
from redaction.formats.hidden import told_once
from redaction.formats.ink import refuse_unread_ink, unseen_letters
from redaction.formats.kinds import PDF
from redaction.pages import ReadDocument
from redaction.pdfium import UNREADABLE, displayed_size, glyphs, open_pdf

_FEWEST_TO_DIFFER = 6  # letters: two readers part ligatures and ornaments differently
_SHARE_TO_DIFFER = 0.01
_ODD = f"[{UNREADABLE}\ue000-\uf8ff]"
_STRANGE_IN_WORD = re.compile(rf"\S{_ODD}|{_ODD}\S")
UNSEEN = "words are in the file that cannot be seen on the page; they are not released"


def read_pdf(content: bytes) -> ReadDocument:
    """Read a PDF, or refuse it: locked, damaged, or with something on it that cannot be read."""
    form = page_form(content)
    document = open_pdf(form.pdf)
    try:
        others = _read_by_pypdf(form.pdf)
        if len(document) != len(others):
            raise Refused("the PDF is damaged: its pages cannot be counted")
        read, gaps, sizes = [], list(form.gaps), []
        for number, other in enumerate(others, start=1):
            page = document[number - 1]
            letters = glyphs(page)
            try:
                _refuse_strange_letters(letters.text)
                _refuse_disagreement(letters.text, other)
                if unseen_letters(page, letters):
                    gaps.append(Gap(UNSEEN, number))
                refuse_unread_ink(page, letters)
            except Refused as why:
                raise Refused(f"page {number} {why}") from None
            read.append(letters)
            sizes.append(displayed_size(page))
    finally:
        document.close()
    pages = tuple(Page(number, letters.text) for number, letters in enumerate(read, start=1))
    hidden, more = told_once(form.hidden, form.maybe, [page.text for page in pages])
    return ReadDocument(
        pdf=form.pdf,
        pages=pages,
        glyphs=tuple(letters.boxes for letters in read),
        media_type=PDF,
        sizes=tuple(sizes),
        gaps=tuple(dict.fromkeys([*gaps, *more])),
        hidden=hidden,
        attachments=tuple(form.attachments),
    )


def _read_by_pypdf(pdf: bytes) -> list[str]:
    try:
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    except (pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Refused("the PDF is damaged: a second reader cannot read it") from None


def _refuse_strange_letters(text: str) -> None:
    """Refuse words with letters that say nothing; one that stands alone is an ornament."""
    if _STRANGE_IN_WORD.search(text):
        raise Refused("is written in letters that cannot be read yet")


def _refuse_disagreement(text: str, other: str) -> None:
    """Refuse a page on which two independent readers do not find the same letters.

    Where only their number differs, the stretches of letters decide: one reader drops words that
    are printed twice for boldness, the other does not.
    """
    ours, theirs = _letters(text), _letters(other)
    for one, two in (
        (Counter(ours), Counter(theirs)),
        (Counter(set(_stretches(ours))), Counter(set(_stretches(theirs)))),
    ):
        differing = ((one - two) | (two - one)).total()
        if differing <= max(_FEWEST_TO_DIFFER, _SHARE_TO_DIFFER * one.total()):
            return
    raise Refused("says different things to different programs, and cannot be read safely")


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _stretches(letters: str) -> list[str]:
    return [letters[at : at + 4] for at in range(len(letters) - 3)]
