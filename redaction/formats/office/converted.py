"""A PDF that LibreOffice made, compared with the words of the file that it was made of."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pikepdf

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import Words, lay_out
from redaction.formats.pdf.reader import read_pdf
from redaction.formats.readings import Convert, Note
from redaction.pages import Hidden, ReadDocument

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


def read_converted(pdf: bytes, wanted: Convert, elsewhere: Iterable[str]) -> ReadDocument:
    """Read the pages of a converted file, and compare them with what it should show.

    Words that the pages lack are told as a gap by their number. A piece that is perhaps on a page,
    and neither there nor elsewhere, is hidden. What was known of the file before is not repeated.
    """
    with_notes, unset = _with_notes(pdf, wanted.notes)
    document = read_pdf(with_notes)
    words = list(wanted.words)
    if not unset:
        words += [word for note in wanted.notes for word in words_of(note.text)]
    if wanted.whole:
        _refuse_unless_whole(wanted.words, "".join(page.text for page in document.pages))
        words = []
    own = tuple(piece for piece in document.hidden if not _is_made(piece))
    document = replace(document, hidden=(*unset, *own))
    return compared(document, words, wanted.perhaps, elsewhere)


def compared(
    document: ReadDocument,
    words: Sequence[str],
    perhaps: Iterable[Hidden],
    elsewhere: Iterable[str],
    each: bool = False,
) -> ReadDocument:
    """Compare a document that was made of another with what that one held.

    With `each`, what is there once answers for one piece alone: a word in three pieces has to be
    found three times.
    """
    there = _Found(page.text for page in document.pages)
    other = _Found((*elsewhere, *(piece.text for piece in document.hidden)))
    missing = there.lacks(words)
    lacks = there.lacks_more if each else there.lacks
    hidden = [h for h in perhaps if lacks(words_of(h.text), other)]
    gaps = [Gap(_missing(missing), 1)] if missing else []
    return replace(document, hidden=(*hidden, *document.hidden), gaps=(*gaps, *document.gaps))


def _is_made(piece: Hidden) -> bool:
    """Say whether LibreOffice put it there: it ties notes to their places, and names pages."""
    return piece.kind == "bookmarks" or (piece.kind == "link" and piece.text.strip().isdigit())


def _refuse_unless_whole(words: Sequence[str], pages: str) -> None:
    """Refuse pages that lack a letter or a mark, or on which a word's letters are out of order.

    A reader that turns or parts a word would keep a detector from finding it.
    """
    there = _solid(pages)
    in_order = all(part in there for word in words for part in _parts(word))
    # Where letters are read in two ways (spoken.py) there is more on a page than was set.
    if Counter("".join(map(_solid, words))) - Counter(there) or not in_order:
        raise Refused(
            "the document is written in letters that cannot be set and read again safely; "
            "print it to PDF"
        )


def _solid(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


def _parts(word: str) -> list[str]:
    """Return the stretches of letters, marks and numbers in a word."""
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in _solid(word))
    return "".join(kept).split()


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared: without case, signs or ligatures."""
    plain = unicodedata.normalize("NFKC", text.translate(_UNSEEN)).casefold()
    return _WORD.findall(plain)


class _Found:
    """Words that were found, whole or run together."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = [word for text in texts for word in words_of(text)]
        self._words = Counter(words)
        self._run_together = "".join(words)
        self._most: dict[str, int] = {}
        self._used: Counter[str] = Counter()

    def lacks(self, wanted: Sequence[str], other: _Found | None = None) -> int:
        """Return how many of the words wanted were not found, here or in the other."""
        missing = 0
        for word, times in Counter(wanted).items():
            found = self.times(word, times)
            if found < times and other is not None:
                found += other.times(word, times)
            missing += max(0, times - found)
        return missing

    def lacks_more(self, wanted: Sequence[str], other: _Found) -> int:
        """Return how many of these words were not found besides those asked for before."""
        missing = 0
        for word, times in Counter(wanted).items():
            self._used[word] += times
            missing += self._used[word] > self.most(word) + other.most(word)
        return missing

    def most(self, word: str) -> int:
        """Return how often a word can be found at most."""
        if word not in self._most:
            self._most[word] = max(self._words[word], self._run_together.count(word))
        return self._most[word]

    def times(self, word: str, enough: int) -> int:
        """Return how often a word was found; a reader may part words, or run them together."""
        whole = self._words[word]
        return whole if whole >= enough else max(whole, self._run_together.count(word))


def _missing(count: int) -> str:
    words = "1 word" if count == 1 else f"{count} words"
    return f"{words} of the file could not be found again on its pages"


def _with_notes(pdf: bytes, notes: Sequence[Note]) -> tuple[bytes, tuple[Hidden, ...]]:
    """Put each note on a page after its slide; notes that cannot be set are hidden words."""
    if not notes:
        return pdf, ()
    try:
        pages = [
            (note.after, lay_out((Words(note.heading, heading=True), Words(note.text))))
            for note in notes
        ]
    except Refused:
        return pdf, tuple(Hidden("speaker notes", f"{n.heading}: {n.text}") for n in notes)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as slides:
        for after, page in reversed(pages):
            with pikepdf.open(io.BytesIO(page)) as note:
                at = min(after, len(slides.pages))
                slides.pages[at:at] = note.pages
        slides.save(out)
    return out.getvalue(), ()
