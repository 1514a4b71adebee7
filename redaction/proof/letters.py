"""The letters and pictures of a released page, read from its instructions by a reader of our own.

The shape of a released page is closed, so this reader is small: codes, their meanings, and where
they stand. It shares nothing with the burner, and is the third reader of pages that are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pikepdf import Object

from recordkeeping.vocabulary.errors import Unproven
from redaction.proof.places import Sheet
from redaction.proof.typefaces import Typeface, typeface_of
from redaction.proof.whereabouts import Placed, Placing

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEP = re.compile(
    rb"<<.*?>>|\[([^\]]*)\]|<([0-9A-Fa-f]*)>|/([^\s/<>\[\]]+)|((?:-?[\d.]+\s+)+)|([A-Za-z]+\*?)|-?[\d.]+",
    re.DOTALL,
)
_PART = re.compile(rb"<([0-9A-Fa-f]*)>([^<]*)")  # a string, and the numbers after it
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
    steps: dict[int, float]
    face: Typeface
    size: float
    letter_space: float
    word_space: float
    stretch: float
    rise: float
    whole: Matrix
    part: int

    def __len__(self) -> int:
        return len(self.codes) // self.face.octets


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
        raise Unproven("a page draws its letters in a way that no rule names") from None
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
        self.runs: list[Letters] = []
        self.shown: list[_Run] = []
        self.words: list[str] = []
        self.pictures: list[tuple[str, Matrix]] = []
        self.ctm, self.tm = _IDENTITY, _IDENTITY
        self.font, self.size = "", 0.0
        self.state = {"Tc": 0.0, "Tw": 0.0, "Tz": 100.0, "Ts": 0.0, "Tr": 0.0}
        self.saved: list[tuple[Matrix, str, float, dict[str, float]]] = []
        self.end: tuple[float, float, float] | None = None  # where the last run ended, and its em

    def read(self, content: bytes, part: int) -> None:
        name, numbers, shown = "", b"", b""
        for step in _STEP.finditer(content):
            kind = step.lastindex
            if kind == 4:
                numbers = step[4]
            elif kind == 1:
                shown = step[1]
            elif kind == 2:
                shown = step[0]
            elif kind == 3:
                name = step[3].decode("latin-1")
            elif kind == 5:
                self._do(step[5], name, numbers, shown, part)
                numbers = b""

    def _do(self, operator: bytes, name: str, numbers: bytes, shown: bytes, part: int) -> None:
        match operator:
            case b"TJ" | b"Tj":
                self._show(shown, part)
            case b"Tm":
                self.tm = _matrix(numbers)
            case b"Tf":
                self.font, self.size = name, float(numbers)
            case b"Tc" | b"Tw" | b"Tz" | b"Ts" | b"Tr":
                self.state[operator.decode()] = float(numbers)
            case b"q":
                self.saved.append((self.ctm, self.font, self.size, dict(self.state)))
            case b"Q":
                if self.saved:
                    self.ctm, self.font, self.size, self.state = self.saved.pop()
            case b"cm":
                self.ctm = _times(_matrix(numbers), self.ctm)
            case b"Do":
                self.pictures.append((name, self.ctm))

    def drawn(self) -> Drawn:
        """Return what was read."""
        cells, says = _cells(self.shown)
        parts = np.repeat([run.part for run in self.shown], [len(run) for run in self.shown])
        words = "".join(self.words)
        return Drawn(words, self.runs, self.pictures, cells, parts.astype(np.int64), says)

    def _show(self, shown: bytes, part: int) -> None:
        face, state = self.fonts[self.font], self.state
        joined, steps = _codes(shown, face.octets)
        if not joined:
            return
        stretch, size = state["Tz"] / 100, self.size
        whole = _times(self.tm, self.ctm)
        spaces = state["Tc"], state["Tw"] if face.octets == 1 else 0.0
        run = _Run(joined, steps, face, size, *spaces, stretch, state["Ts"], whole, part)
        self.shown.append(run)
        codes = np.frombuffer(joined, _TYPES[face.octets])
        wide = float(face.widths.take(codes).sum()) * size / 1000 + spaces[0] * len(run)
        if spaces[1]:
            wide += spaces[1] * joined.count(b" ")
        before = {at: -step * size / 1000 * stretch for at, step in steps.items()}
        end = wide * stretch + sum(before.values())
        text = _text(codes, face)
        mode = int(state["Tr"])
        self.runs.append(Letters(text, self.font, mode, part, joined, len(run), face))
        em = abs(size) * stretch or 1.0
        gaps = [at for at, step in before.items() if step > _WORD_GAP * em and at < len(run)]
        if gaps:
            ends = [*gaps, len(run)]
            pieces = zip([0, *gaps], ends, strict=True)
            text = " ".join(_text(codes[at:to], face) for at, to in pieces)
        self._write(text, (before.get(0, 0.0), end), whole, em)
        self.tm = _times((1.0, 0.0, 0.0, 1.0, end, 0.0), self.tm)

    def _write(
        self,
        text: str,
        reach: tuple[float, float],
        whole: Matrix,
        em: float,
    ) -> None:
        """Add a run to the words, after a space or a line's end where it stands apart."""
        x, y = _at(whole, reach[0])
        scale = (whole[0] ** 2 + whole[1] ** 2) ** 0.5 or 1.0
        if self.end is not None:
            along = ((x - self.end[0]) * whole[0] + (y - self.end[1]) * whole[1]) / scale
            across = ((y - self.end[1]) * whole[0] - (x - self.end[0]) * whole[1]) / scale
            if abs(across) > _NEW_LINE * em * scale or along < -0.5 * em * scale:
                self.words.append("\n")
            elif along > _WORD_GAP * em * scale:
                self.words.append(" ")
        self.words.append(text)
        end_x, end_y = _at(whole, reach[1])
        self.end = (end_x, end_y, em)


def _codes(shown: bytes, octets: int) -> tuple[bytes, dict[int, float]]:
    """Return the codes of a run, and the steps, in thousandths, by the code that comes after."""
    steps: dict[int, float] = {}
    if before := shown[: shown.find(b"<")].strip():
        steps[0] = sum(map(float, before.split()))
    parts = _PART.findall(shown)
    digits, at = 2 * octets, 0
    for codes, after in parts:
        if len(codes) % digits:
            raise ValueError
        at += len(codes) // digits
        if after and not after.isspace():
            numbers = after.split()
            step = float(after) if len(numbers) == 1 else sum(map(float, numbers))
            steps[at] = steps.get(at, 0.0) + step
    return bytes.fromhex(b"".join([codes for codes, _ in parts]).decode()), steps


def _text(codes: NDArray[np.unsignedinteger], face: Typeface) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass").translate(face.table)


def _cells(runs: Sequence[_Run]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the cell of every letter, and whether it stands for anything but space.

    All letters of a page are worked out at once, run by run they would take ten times as long.
    """
    counts = np.array([len(run) for run in runs], np.int64)
    total = int(counts.sum())
    if not total:
        return np.zeros((0, 4)), np.zeros(0, bool)
    begin = np.cumsum(counts) - counts
    widths, says, is_space = np.empty(total), np.empty(total, bool), np.zeros(total, bool)
    before = np.zeros(total)
    for run, at in zip(runs, begin.tolist(), strict=True):
        codes = np.frombuffer(run.codes, _TYPES[run.face.octets])
        here = slice(at, at + len(codes))
        run.face.widths.take(codes, out=widths[here])
        run.face.says.take(codes, out=says[here])
        if run.word_space:
            is_space[here] = codes == _SPACE
        for place, step in run.steps.items():
            if place < len(codes):
                before[at + place] = step

    def each(values: Iterable[float]) -> NDArray[np.float64]:
        return np.repeat(np.fromiter(values, np.float64, len(runs)), counts)

    size, stretch = each(run.size for run in runs), each(run.stretch for run in runs)
    widths *= size / 1000
    widths += each(run.letter_space for run in runs)
    widths += is_space * each(run.word_space for run in runs)
    widths *= stretch
    ends = np.cumsum(widths - before * (size / 1000 * stretch))
    # The sum runs on from run to run: what was before each is taken off again.
    ends -= np.repeat(np.concatenate(([0.0], ends[begin[1:] - 1])), counts)
    middle, half = ends - widths / 2, np.abs(widths) / 2
    level = each(run.rise for run in runs) + size * ((_BELOW + _ABOVE) / 2)
    tall = np.abs(size) * ((_ABOVE - _BELOW) / 2)
    a, b, c, d, e, f = np.repeat(np.array([run.whole for run in runs]).T, counts, axis=1)
    cells = [
        a * middle + c * level + e,
        b * middle + d * level + f,
        np.abs(a) * half + np.abs(c) * tall,
        np.abs(b) * half + np.abs(d) * tall,
    ]
    return np.stack(cells, axis=1), says


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


def _at(whole: Matrix, along: float) -> tuple[float, float]:
    return whole[0] * along + whole[4], whole[1] * along + whole[5]
