"""The letters and pictures of a released page, read from its instructions by a reader of our own.

The shape of a released page is closed, so this reader is small: codes, their meanings, and where
they stand. It shares nothing with the burner, and is the third reader of pages that are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray
from pikepdf import Object

from recordkeeping.vocabulary.errors import Unproven
from redaction.proof.places import Sheet
from redaction.proof.typefaces import Typeface, typeface_of
from redaction.proof.whereabouts import Placed, Placing

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_INSTRUCTION = re.compile(  # what it is about, and its word
    rb"((?:[^A-Za-z/<\[]++|/[^\s/<>\[\]]++|\[[^\]]*+\]|<[0-9A-Fa-f]*+>|<<.*?>>)*+)([A-Za-z]++\*?)",
    re.DOTALL,
)
_BELOW, _ABOVE = -0.2, 0.75  # em: the cell in which a letter's ink is looked for
_WORD_GAP, _NEW_LINE = 0.16, 0.45  # em
_SPACE = 32  # the code that word space is added to (ISO 32000-1 §9.3.3)
_TYPES: dict[int, np.dtype[np.unsignedinteger]] = {1: np.dtype("u1"), 2: np.dtype(">u2")}


@dataclass(slots=True)
class Letters:
    """The letters of one run: what they say, and how they were drawn.

    `part` is the number of the content stream it stands in, `count` how many letters `codes` are.
    """

    text: str = field(repr=False)
    font: str
    mode: int
    part: int
    codes: bytes = field(repr=False)
    count: int
    face: Typeface = field(repr=False)

    def each(self) -> list[str]:
        """Return what each letter says."""
        codes = np.frombuffer(self.codes, _TYPES[self.face.octets])
        return [_text(codes[at : at + 1], self.face) for at in range(len(codes))]


@dataclass(slots=True)
class Drawn:
    """What a page draws, as far as the proof has to know: letters, and where pictures are.

    `cells` are the middle and half the size of each letter's cell, in the page's own space, in
    points, one row a letter, run after run; `parts` has the number of each one's content stream,
    `says` whether it stands for anything but space.
    """

    words: str = field(repr=False)
    runs: list[Letters]
    pictures: list[tuple[str, Matrix]]
    cells: NDArray[np.float64]
    parts: NDArray[np.int64]
    says: NDArray[np.bool_]


@dataclass(slots=True)
class _Run:
    """The codes of one run as they were shown, and the state that they were shown in.

    `steps` are the numbers between them, in thousandths of an em, by the code that comes after.
    """

    codes: bytes = field(repr=False)
    count: int
    steps: dict[int, float]
    font: str
    face: Typeface
    size: float
    letter_space: float
    word_space: float
    stretch: float
    rise: float
    mode: int
    whole: Matrix
    part: int

    @property
    def em(self) -> float:
        return abs(self.size) * self.stretch or 1.0

    def advance(self) -> float:
        """Return how far along the run ends from where it begins, in text space."""
        codes = np.frombuffer(self.codes, _TYPES[self.face.octets])
        wide = float(self.face.widths.take(codes).sum()) * self.size / 1000
        wide += self.letter_space * self.count + self.word_space * self.codes.count(b" ")
        return (wide - sum(self.steps.values()) * self.size / 1000) * self.stretch


def drawn_on(page: Object, parts: Sequence[bytes], faces: dict[object, Typeface]) -> Drawn:
    """Read a page of the closed shape, of its content's parts; `faces` remembers its fonts."""
    fonts = {}
    for name, font in page.Resources.get("/Font", {}).items():
        key = font.objgen if font.is_indirect else (page.objgen, name)
        if key not in faces:
            faces[key] = typeface_of(font)
        fonts[name[1:]] = faces[key]
    reader = _Reader(fonts)
    try:
        for number, part in enumerate(parts):
            reader.read(part, number)
    except (ValueError, IndexError, KeyError):
        raise Unproven(
            "a page draws its letters in a way that no rule names; "
            "print the file to a new PDF, or scan it"
        ) from None
    return reader.drawn()


def placed_by_letters(drawn: Drawn, sheet: Sheet) -> Placed:
    """Return the words that were drawn, in their order, and the cell of each letter."""
    placing, at, row = Placing(), 0, 0
    shown = sheet.shown_cells(drawn.cells).T.tolist()
    for run in drawn.runs:
        for letter in run.each():
            x, y, half_wide, half_high = shown[row]
            row += 1
            # Before a letter there may be white space that the reader has added.
            while drawn.words[at : at + 1].isspace() and not drawn.words.startswith(letter, at):
                placing.add(drawn.words[at])
                at += 1
            placing.add(letter, (x - half_wide, y - half_high, x + half_wide, y + half_high))
            at += len(letter)
    return placing.placed()


class _Reader:
    """Follows the instructions of one page."""

    def __init__(self, fonts: dict[str, Typeface]) -> None:
        self.fonts = fonts
        self.shown: list[_Run] = []
        self.pictures: list[tuple[str, Matrix]] = []
        self.ctm, self.tm = _IDENTITY, _IDENTITY
        self.last: _Run | None = None  # what was shown since the text matrix was set
        self.font, self.size = "", 0.0
        self.state = {b"Tc": 0.0, b"Tw": 0.0, b"Tz": 100.0, b"Ts": 0.0, b"Tr": 0.0}
        self.saved: list[tuple[Matrix, str, float, dict[bytes, float]]] = []

    def read(self, content: bytes, part: int) -> None:
        state = self.state
        for about, word in _INSTRUCTION.findall(content):
            if word == b"TJ" or word == b"Tj":
                self._show(about.strip(), part)
            elif word == b"Tm":
                self.tm, self.last = _matrix(about), None
            elif word in state:
                self.state[word] = float(about)
            elif word == b"Tf":
                name, size = about.split()
                self.font, self.size = _name(name), float(size)
            elif word == b"q":
                self.saved.append((self.ctm, self.font, self.size, dict(self.state)))
            elif word == b"Q":
                if self.saved:
                    self.ctm, self.font, self.size, self.state = self.saved.pop()
            elif word == b"cm":
                self.ctm = _times(_matrix(about), self.ctm)
            elif word == b"Do":
                self.pictures.append((_name(about.strip()), self.ctm))

    def _show(self, shown: bytes, part: int) -> None:
        face, state = self.fonts[self.font], self.state
        codes, steps = _codes(shown, face.octets)
        if not codes:
            return
        if self.last is not None:
            self.tm = _times((1.0, 0.0, 0.0, 1.0, self.last.advance(), 0.0), self.tm)
        self.last = _Run(
            codes,
            len(codes) // face.octets,
            steps,
            self.font,
            face,
            self.size,
            state[b"Tc"],
            state[b"Tw"] if face.octets == 1 else 0.0,
            state[b"Tz"] / 100,
            state[b"Ts"],
            int(state[b"Tr"]),
            _times(self.tm, self.ctm),
            part,
        )
        self.shown.append(self.last)

    def drawn(self) -> Drawn:
        """Return what was read."""
        runs = self.shown
        if not runs:
            nothing = np.zeros(0, np.int64)
            return Drawn("", [], self.pictures, np.zeros((0, 4)), nothing, np.zeros(0, bool))
        page = _Page(runs)
        texts = page.texts()
        letters = [
            Letters(text, run.font, run.mode, run.part, run.codes, run.count, run.face)
            for text, run in zip(texts, runs, strict=True)
        ]
        words = "".join(page.words(texts))
        parts = page.each(run.part for run in runs).astype(np.int64)
        return Drawn(words, letters, self.pictures, page.cells(), parts, page.says)


class _Page:
    """All letters of a page at once: run by run they would take ten times as long."""

    def __init__(self, runs: Sequence[_Run]) -> None:
        self.runs = runs
        self.counts = np.array([run.count for run in runs], np.int64)
        self.begin = np.cumsum(self.counts) - self.counts
        total = int(self.counts.sum())
        self.widths, self.says = np.empty(total), np.empty(total, bool)
        self.letters = np.empty(total, "<u4")
        by_face: dict[int, list[int]] = {}
        for number, run in enumerate(runs):
            by_face.setdefault(id(run.face), []).append(number)
        of_run = np.repeat(np.arange(len(runs)), self.counts)
        spaces = np.zeros(total, bool)
        for numbers in by_face.values():
            face = runs[numbers[0]].face
            joined = b"".join([runs[number].codes for number in numbers])
            codes = np.frombuffer(joined, _TYPES[face.octets])
            here: slice | NDArray[np.bool_] = slice(None)
            if len(by_face) > 1:
                here = np.isin(np.arange(len(runs)), numbers)[of_run]
            self.widths[here] = face.widths.take(codes)
            self.says[here] = face.says.take(codes)
            self.letters[here] = face.letters.take(codes)
            spaces[here] = codes == _SPACE
        self.size = np.array([run.size for run in runs])
        self.stretch = np.array([run.stretch for run in runs])
        self.scale = self.size / 1000 * self.stretch  # of a thousandth of an em, in text space
        self.wholes = np.array([run.whole for run in runs])
        self._measure(spaces)

    def each(self, values: Iterable[float]) -> NDArray[np.float64]:
        """Return a value of each run for each of its letters."""
        return np.repeat(np.fromiter(values, np.float64, len(self.runs)), self.counts)

    def _measure(self, spaces: NDArray[np.bool_]) -> None:
        """Work out how far along its run each letter ends, and where the runs begin and end."""
        runs = self.runs
        self.widths *= np.repeat(self.scale, self.counts)
        apart = self.each(run.letter_space * run.stretch for run in runs)
        apart += spaces * self.each(run.word_space * run.stretch for run in runs)
        self.widths += apart
        places = np.fromiter(chain.from_iterable(run.steps for run in runs), np.int64)
        by = np.fromiter(chain.from_iterable(run.steps.values() for run in runs), np.float64)
        of_run = np.repeat(np.arange(len(runs)), [len(run.steps) for run in runs])
        within = places < self.counts[of_run]
        moved = self.widths
        if len(places):
            before = np.zeros(len(self.widths))
            before[self.begin[of_run[within]] + places[within]] = by[within]
            moved = self.widths - before * np.repeat(self.scale, self.counts)
        ends = np.cumsum(moved)
        # The sum runs on from run to run: what was before each is taken off again.
        ends -= np.repeat(np.concatenate(([0.0], ends[self.begin[1:] - 1])), self.counts)
        self.ends = ends
        first = np.array([run.steps.get(0, 0.0) for run in runs])
        after = np.array([run.steps.get(run.count, 0.0) for run in runs])
        self.starts = -first * self.scale
        self.stops = ends[self.begin + self.counts - 1] - after * self.scale

    def cells(self) -> NDArray[np.float64]:
        """Return the cell of every letter."""
        middle, half = self.ends - self.widths / 2, np.abs(self.widths) / 2
        rise = np.array([run.rise for run in self.runs])
        level = np.repeat(rise + self.size * ((_BELOW + _ABOVE) / 2), self.counts)
        tall = np.repeat(np.abs(self.size) * ((_ABOVE - _BELOW) / 2), self.counts)
        a, b, c, d, e, f = np.repeat(self.wholes.T, self.counts, axis=1)
        cells = [
            a * middle + c * level + e,
            b * middle + d * level + f,
            np.abs(a) * half + np.abs(c) * tall,
            np.abs(b) * half + np.abs(d) * tall,
        ]
        return np.stack(cells, axis=1)

    def texts(self) -> list[str]:
        """Return what each run says."""
        whole = self.letters.tobytes().decode("utf-32-le", "surrogatepass")
        # A code may stand for several letters, or for none.
        odd = (np.minimum.reduceat(self.letters, self.begin) == 0).tolist()
        return [
            _said(run.codes, run.face) if is_odd else whole[at : at + run.count]
            for run, at, is_odd in zip(self.runs, self.begin.tolist(), odd, strict=True)
        ]

    def words(self, texts: Sequence[str]) -> Iterator[str]:
        """Yield the runs, each after a space or a line's end where it stands apart."""
        a, b = self.wholes[:, 0], self.wholes[:, 1]
        scale = np.hypot(a, b)
        scale[scale == 0] = 1.0
        em = np.array([run.em for run in self.runs])
        begin = a * self.starts + self.wholes[:, 4], b * self.starts + self.wholes[:, 5]
        end = a * self.stops + self.wholes[:, 4], b * self.stops + self.wholes[:, 5]
        x, y = begin[0][1:] - end[0][:-1], begin[1][1:] - end[1][:-1]
        along = (x * a[1:] + y * b[1:]) / scale[1:]
        across = (y * a[1:] - x * b[1:]) / scale[1:]
        size = em[1:] * scale[1:]
        line = (np.abs(across) > _NEW_LINE * size) | (along < -0.5 * size)
        space = along > _WORD_GAP * size
        before = ["", *np.where(line, "\n", np.where(space, " ", "")).tolist()]
        for run, text, apart in zip(self.runs, texts, before, strict=True):
            yield apart
            yield _with_gaps(run, text) if run.steps else text


def _with_gaps(run: _Run, text: str) -> str:
    """Return what a run says, with spaces where its letters stand apart."""
    wide = run.size / 1000 * run.stretch
    least = _WORD_GAP * run.em
    apart = (at for at, step in run.steps.items() if -step * wide > least)
    gaps = sorted(at for at in apart if at < run.count)
    if not gaps:
        return text
    ends, octets = [*gaps, run.count], run.face.octets
    return " ".join(
        _said(run.codes[at * octets : to * octets], run.face)
        for at, to in zip([0, *gaps], ends, strict=True)
    )


def _codes(shown: bytes, octets: int) -> tuple[bytes, dict[int, float]]:
    """Return the codes of a run, and the steps, in thousandths, by the code that comes after.

    It is a string, or an array of strings and numbers; anything else is shown by nobody's rule.
    """
    if shown[:1] == b"[" and shown[-1:] == b"]":
        shown = shown[1:-1]
    elif not (shown[:1] == b"<" and shown[-1:] == b">" and shown.count(b"<") == 1):
        raise ValueError
    if b"[" in shown or b"/" in shown:
        raise ValueError
    pieces = shown.replace(b">", b"<").split(b"<")  # by turns numbers and strings
    strings, digits = pieces[1::2], 2 * octets
    if len(pieces) % 2 == 0:
        raise ValueError
    lengths = list(map(len, strings))
    if any(length % digits for length in set(lengths)):
        raise ValueError
    steps = {} if len(pieces) == 3 else _steps(pieces[2:-1:2], lengths[:-1], digits)
    for at, between in ((0, pieces[0]), (sum(lengths) // digits, pieces[-1])):
        if numbers := between.split():
            steps[at] = steps.get(at, 0.0) + sum(map(float, numbers))
    return bytes.fromhex(b"".join(strings).decode()), steps


def _steps(between: Sequence[bytes], lengths: Sequence[int], digits: int) -> dict[int, float]:
    """Return the numbers between strings that are so long, by the code that comes after each."""
    places = [end // digits for end in accumulate(lengths)]
    with suppress(ValueError):  # nearly always it is one number
        steps = dict(zip(places, map(float, between), strict=True))
        if len(steps) == len(places):
            return steps
    steps = {}
    for at, numbers in zip(places, between, strict=True):
        if numbers.strip():
            steps[at] = steps.get(at, 0.0) + sum(map(float, numbers.split()))
    return steps


def _said(codes: bytes, face: Typeface) -> str:
    return _text(np.frombuffer(codes, _TYPES[face.octets]), face)


def _text(codes: NDArray[np.unsignedinteger], face: Typeface) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass").translate(face.table)


def _name(operand: bytes) -> str:
    if operand[:1] != b"/":
        raise ValueError
    return operand[1:].decode("latin-1")


def _matrix(numbers: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, numbers.split())
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
