"""Reading by eye what no program reads in a PDF: pictures, drawn words, letters without meaning.

The page is drawn; what was read is blotted out; OCR reads what is left, and its words are laid over
their ink (layer.py). Where the letters themselves are in doubt, the whole page is read, and words
that say something else than the letters there become a second reading. An older reading of a scan
is taken out and compared with ours in the same way.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import pikepdf
import pypdfium2
from PIL import Image

from recordkeeping.disclosure.findings import Box, Gap
from redaction.areas import around, overlap
from redaction.formats.layer import with_codes, with_other_layer, with_read_layer
from redaction.formats.pdf.ink import blotted, fitting_dpi, regions_of
from redaction.formats.pdf.rulings import Grey, without_rulings
from redaction.formats.pdf.streams import as_new, take_out_unseen
from redaction.formats.pdf.strewn import strewn_letters
from redaction.formats.pdf.uprighting import quarter_of, turn_page, turned_box, turned_word
from redaction.pages import Hidden
from redaction.pdfium import (
    Glyphs,
    coloured_picture,
    displayed_size,
    drawn_by_procedures,
    glyphs,
    is_coloured,
    open_pdf,
    picture,
    unseen_by_mode,
)
from redaction.sandbox.abreast import abreast
from redaction.sandbox.wire import Header
from redaction.scans.codes import CODE, Code, codes_on
from redaction.scans.doubt import HARD, UNCERTAIN
from redaction.scans.doubted import told_apart
from redaction.scans.ocr import (
    LIKELY,
    SURE,
    Symbol,
    Word,
    confidence_of,
    doubted_of,
    get_ready,
    is_shown,
    wholes_of,
)
from redaction.scans.reversed import words_either_way
from redaction.scans.told import codes_heard, codes_told, words_heard, words_told

_DPI = 300
_SMALLEST = 12.0  # points: no words stand in less
_HARDLY = 40.0  # confidence below which what stands in a drawing is no word


@dataclass(frozen=True, slots=True)
class Need:
    """Why a page is read by eye.

    Its letters are in doubt, ink is left that no letter explains, an older reading lies over it, or
    procedures draw its letters, which may look like anything.
    """

    doubtful: bool = False
    inked: bool = False
    veiled: bool = False
    drawn: bool = False


@dataclass(slots=True)
class Reread:
    """A page form with what was read laid over it, and what could not be read.

    By page also its codes, the boxes of the words, and of those of which no part may be removed
    alone, and of those of which a person must look whether they were read rightly.
    """

    pdf: bytes
    gaps: list[Gap]
    hidden: list[Hidden]
    codes: dict[int, list[Code]]
    words: dict[int, tuple[Box, ...]]
    wholes: dict[int, tuple[Box, ...]]
    doubted: dict[int, tuple[Box, ...]]


def reread(
    form: bytes, needs: Mapping[int, Need], said: Mapping[int, Glyphs] | None = None
) -> Reread:
    """Read these pages by eye, and lay what was read over them.

    `said` is what pages said of themselves and is not believed: it becomes a second reading too.
    """
    document = open_pdf(form)
    eye, done = _Eye(said or {}), Reread(form, [], [], {}, {}, {}, {})

    def read(number: int) -> tuple[Header, list[bytes]]:
        page = document[number - 1]
        try:
            return _told(eye.read(page, needs[number], number), displayed_size(page)), []
        finally:
            page.close()

    numbers = sorted(needs)
    get_ready()
    try:
        answers = abreast(read, numbers)
        with pikepdf.open(io.BytesIO(form)) as pdf:
            for number, (told, _) in zip(numbers, answers, strict=True):
                page = pdf.pages[number - 1]
                seen = _set_upright(page, *_heard(told))
                _lay(pdf, page, needs[number], seen)
                done.codes[number] = seen.codes
                words = (*seen.words, *seen.others)
                done.words[number] = tuple(word.place for word in words)
                done.wholes[number] = wholes_of(words)
                done.doubted[number] = doubted_of(seen.words)
                done.hidden += [Hidden(CODE, code.text, number) for code in seen.codes]
                done.gaps += [Gap(why, number) for why in seen.why]
            out = io.BytesIO()
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    finally:
        document.close()
    done.pdf = out.getvalue()
    return done


@dataclass(slots=True)
class _Seen:
    """The words to be laid over a page, those of a second reading, and the page's codes."""

    words: list[Word]
    others: list[Word]
    codes: list[Code]
    why: list[str]  # a person must look at it
    alone: bool = False  # no letters but these are on the page


def _told(seen: _Seen, size: tuple[float, float]) -> Header:
    return {
        "words": words_told(seen.words),
        "others": words_told(seen.others),
        "codes": codes_told(seen.codes),
        "why": seen.why,
        "alone": seen.alone,
        "size": size,
    }


def _heard(told: Header) -> tuple[_Seen, tuple[float, float]]:
    width, height = told["size"]
    seen = _Seen(
        words_heard(told["words"]),
        words_heard(told["others"]),
        codes_heard(told["codes"]),
        [str(reason) for reason in told["why"]],
        bool(told["alone"]),
    )
    return seen, (float(width), float(height))


def _set_upright(page: pikepdf.Page, seen: _Seen, size: tuple[float, float]) -> _Seen:
    """Turn a page that is nothing but a scan as its words say: readers follow what is upright."""
    quarter = quarter_of(seen.words) if seen.alone else 0
    if not quarter:
        return seen
    turn_page(page, quarter)
    return _Seen(
        [turned_word(word, quarter, size) for word in seen.words],
        [turned_word(word, quarter, size) for word in seen.others],
        [Code(code.text, turned_box(code.box, quarter, size)) for code in seen.codes],
        seen.why,
    )


def _lay(pdf: pikepdf.Pdf, page: pikepdf.Page, need: Need, seen: _Seen) -> None:
    if need.veiled and need.inked:
        take_out_unseen(pdf, page.obj)
    if not (seen.words or seen.others or seen.codes):
        return
    if "/Font" in page.obj.Resources:  # other pages may use the same
        page.obj.Resources.Font = as_new(page.obj.Resources.Font)
    with_read_layer(pdf, page, seen.words)
    with_other_layer(pdf, page, seen.others)
    with_codes(pdf, page, seen.codes)


class _Eye:
    """Reads pages; what stands on many in the same way, such as a logo, is read once."""

    def __init__(self, said: Mapping[int, Glyphs]) -> None:
        self.gaps: list[str] = []
        self._said_before = said
        self._known: dict[bytes, tuple[list[Word], list[Word], list[str]]] = {}
        self._others: list[Word] = []

    def read(self, page: pypdfium2.PdfPage, need: Need, number: int) -> _Seen:
        """Return what is read on a page."""
        self.gaps, self._others = [], []
        letters = glyphs(page)
        dpi = fitting_dpi(page, _DPI)
        others: list[Word] = []
        said = _words_of(letters)
        if need.doubtful:
            seen = [w for w in words_either_way(picture(page, dpi), dpi) if is_shown(w)]
            if seen and confidence_of(seen) < SURE:
                self.gaps.append(HARD)
            others = _lines_that_differ(seen, said)
        if number in self._said_before:
            others += _lines_that_differ(_words_of(self._said_before[number]), said)
        if not need.inked:
            return _Seen([], others, [], self.gaps)
        veiled = unseen_by_mode(page) if need.veiled else Glyphs("", ())
        drawn = drawn_by_procedures(page) if need.drawn else Glyphs("", ())
        shown = _without(letters, veiled, drawn, strewn_letters(letters))
        codes = codes_on(picture(page, dpi), dpi)  # their bars are ruling lines, or look like them
        draw = coloured_picture if is_coloured(page) else picture
        rest = blotted(without_rulings(page, dpi, shown, draw), dpi, shown)
        read: list[Word] = []
        for region in regions_of(rest, dpi):
            read += self._read_region(rest, dpi, region, len(read))
        seen_drawn = [word for word in read if _is_over(word, drawn)]
        read = [word for word in read if word not in seen_drawn]
        if any(word.doubted for word in seen_drawn):  # and nobody would know which word it is
            self.gaps.append(UNCERTAIN)
        others += [*self._others, *_lines_that_differ(_words_of(veiled), read)]
        others += _lines_that_differ(seen_drawn, _words_of(drawn))
        alone = not any(box is not None for box in shown)
        return _Seen(read, others, codes, self.gaps, alone)

    def _read_region(self, rest: Grey, dpi: float, region: Box, line: int) -> list[Word]:
        if min(region[2] - region[0], region[3] - region[1]) < _SMALLEST:
            return []
        x0, y0, x1, y1 = (int(edge * dpi / 72) for edge in region)
        part = rest[y0 : y1 + 1, x0 : x1 + 1]
        key = sha256(part.tobytes() + str(part.shape).encode()).digest()
        if key not in self._known:
            image = Image.fromarray(part)
            said = told_apart(image, dpi, words_either_way(image, dpi), _is_word)
            self._known[key] = said.words, said.others, said.why
        words, others, why = self._known[key]
        self.gaps += [reason for reason in why if reason not in self.gaps]
        shift = x0 * 72 / dpi, y0 * 72 / dpi
        self._others += [_shifted(word, *shift, len(self._others)) for word in others]
        return [_shifted(word, *shift, line) for word in words]


def _is_word(word: Word) -> bool:
    return word.confidence >= (_HARDLY if len(word.text) > 2 else LIKELY)


def _shifted(word: Word, x: float, y: float, line: int) -> Word:
    def moved(box: Box) -> Box:
        return box[0] + x, box[1] + y, box[2] + x, box[3] + y

    return replace(
        word,
        box=moved(word.box),
        cell=moved(word.cell),
        symbols=tuple(Symbol(s.text, moved(s.box)) for s in word.symbols),
        line=word.line + line,
    )


def _is_over(word: Word, letters: Glyphs) -> bool:
    """Say whether a word was read where letters stand."""
    return any(box is not None and overlap(word.box, box) > 0 for box in letters.boxes)


def _without(letters: Glyphs, *unsure: Glyphs) -> list[Box | None]:
    """Return the boxes of letters without those that do not tell what ink is under them."""
    taken = {box for some in unsure for box in some.boxes if box is not None}
    return [box for box in letters.boxes if box not in taken]


def _words_of(letters: Glyphs) -> list[Word]:
    """Return letters as words, each with the boxes of its letters."""
    words: list[Word] = []
    symbols: list[Symbol] = []
    line = 0
    for letter, box in [*zip(letters.text, letters.boxes, strict=True), ("\n", None)]:
        if box is not None and not letter.isspace():
            symbols.append(Symbol(letter, box))
            continue
        if symbols:
            whole = around([symbol.box for symbol in symbols])
            text = "".join(symbol.text for symbol in symbols)
            words.append(Word(text, whole, 100.0, tuple(symbols), line, whole))
            symbols = []
        line += letter == "\n"
    return words


def _lines_that_differ(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """Return the words of lines that hold anything new: a name must not lose its second half."""
    new = {word.line for word in words if not _is_said(word, others)}
    return [word for word in words if word.line in new]


def _is_said(word: Word, others: Iterable[Word]) -> bool:
    """Say whether other words say the same in the same place."""
    there = "".join(_solid(other.text) for other in others if overlap(word.box, other.box) > 0)
    return _solid(word.text) in there


def _solid(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
