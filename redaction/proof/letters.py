"""The letters and pictures of a released page, read from its instructions by a reader of our own.

The shape of a released page is closed, so this reader is small: codes, their meanings, and where
they stand. It shares nothing with the burner, and is the third reader of pages that are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pikepdf import Array, Object

from recordkeeping.vocabulary.errors import Unproven
from redaction.proof.typefaces import Typeface, typeface_of

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_STEP = re.compile(
    rb"<<.*?>>|\[([^\]]*)\]|<([0-9A-Fa-f]*)>|/([^\s/<>\[\]]+)|((?:-?[\d.]+\s+)+)|([A-Za-z]+\*?)|-?[\d.]+",
    re.DOTALL,
)
_PART = re.compile(rb"<([0-9A-Fa-f]*)>|(-?[\d.]+)")
_BELOW, _ABOVE = -0.2, 0.75  # em: the cell in which a letter's ink is looked for
_WORD_GAP, _NEW_LINE = 0.16, 0.45  # em


@dataclass(slots=True)
class Letters:
    """The letters of one run, and the middle and half the size of each one's cell.

    In the page's own space, in points. `part` is the number of the content stream it stands in.
    """

    text: list[str] = field(repr=False)
    cells: NDArray[np.float64] = field(repr=False)
    font: str
    mode: int
    part: int


@dataclass(slots=True)
class Drawn:
    """What a page draws, as far as the proof has to know: letters, and where pictures are."""

    words: str = field(repr=False)
    runs: list[Letters]
    pictures: list[tuple[str, Matrix]]

    def cells(self) -> NDArray[np.float64]:
        """Return the cells of all letters, run after run."""
        return np.concatenate([run.cells for run in self.runs] or [np.zeros((0, 4))])


def drawn_on(page: Object, faces: dict[object, Typeface]) -> Drawn:
    """Read a page of the closed shape; `faces` remembers fonts from page to page."""
    fonts = {}
    for name, font in page.Resources.get("/Font", {}).items():
        key = font.objgen if font.is_indirect else (page.objgen, name)
        if key not in faces:
            faces[key] = typeface_of(font)
        fonts[name[1:]] = faces[key]
    reader = _Reader(fonts)
    streams = list(page.Contents) if isinstance(page.Contents, Array) else [page.Contents]
    try:
        for part, stream in enumerate(streams):
            reader.read(stream.read_bytes(), part)
    except (ValueError, IndexError, KeyError):
        raise Unproven("a page draws its letters in a way that no rule names") from None
    return Drawn("".join(reader.words), reader.runs, reader.pictures)


class _Reader:
    """Follows the instructions of one page."""

    def __init__(self, fonts: dict[str, Typeface]) -> None:
        self.fonts = fonts
        self.runs: list[Letters] = []
        self.words: list[str] = []
        self.pictures: list[tuple[str, Matrix]] = []
        self.ctm, self.tm = _IDENTITY, _IDENTITY
        self.font, self.size = "", 0.0
        self.state = {"Tc": 0.0, "Tw": 0.0, "Tz": 100.0, "Ts": 0.0, "Tr": 0.0}
        self.saved: list[tuple[Matrix, str, float, dict[str, float]]] = []
        self.end: tuple[float, float, float] | None = None  # where the last run ended, and its em

    def read(self, content: bytes, part: int) -> None:
        name, numbers = "", b""
        shown: list[bytes | float] = []
        for step in _STEP.finditer(content):
            kind = step.lastindex
            if kind == 4:
                numbers = step[4]
            elif kind == 1:
                shown = [
                    float(m[2]) if m[1] is None else bytes.fromhex(m[1].decode())
                    for m in _PART.finditer(step[1])
                ]
            elif kind == 2:
                shown = [bytes.fromhex(step[2].decode())]
            elif kind == 3:
                name = step[3].decode("latin-1")
            elif kind == 5:
                self._do(step[5], name, numbers, shown, part)
                numbers = b""

    def _do(
        self, operator: bytes, name: str, numbers: bytes, shown: list[bytes | float], part: int
    ) -> None:
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

    def _show(self, shown: list[bytes | float], part: int) -> None:
        face = self.fonts[self.font]
        codes, steps = _codes(shown, face.octets)
        if not len(codes):
            return
        stretch, size = self.state["Tz"] / 100, self.size
        widths = face.widths[codes] * (size / 1000) + self.state["Tc"]
        if self.state["Tw"] and face.octets == 1:
            widths = widths + (codes == 32) * self.state["Tw"]
        widths = widths * stretch
        before = steps * (-size / 1000 * stretch)
        ends = np.cumsum(widths + before)
        starts = ends - widths
        whole = _times(self.tm, self.ctm)
        text = [face.meanings.get(code, "") for code in codes.tolist()]
        cells = _cells(starts, widths, self.state["Ts"], size, whole)
        self.runs.append(Letters(text, cells, self.font, int(self.state["Tr"]), part))
        em = abs(size) * stretch or 1.0
        self._write(text, (before > _WORD_GAP * em).nonzero()[0], (starts[0], ends[-1]), whole, em)
        advance = float(ends[-1])
        self.tm = _times((1.0, 0.0, 0.0, 1.0, advance, 0.0), self.tm)

    def _write(
        self,
        text: list[str],
        gaps: NDArray[np.int64],
        reach: tuple[float, float],
        whole: Matrix,
        em: float,
    ) -> None:
        """Add a run to the words, after a space or a line's end where it stands apart."""
        x, y = _at(whole, float(reach[0]))
        scale = (whole[0] ** 2 + whole[1] ** 2) ** 0.5 or 1.0
        if self.end is not None:
            along = ((x - self.end[0]) * whole[0] + (y - self.end[1]) * whole[1]) / scale
            across = ((y - self.end[1]) * whole[0] - (x - self.end[0]) * whole[1]) / scale
            if abs(across) > _NEW_LINE * em * scale or along < -0.5 * em * scale:
                self.words.append("\n")
            elif along > _WORD_GAP * em * scale:
                self.words.append(" ")
        if len(gaps):
            text = list(text)
            for at in gaps.tolist():
                text[at] = " " + text[at]
        self.words.append("".join(text))
        end_x, end_y = _at(whole, float(reach[1]))
        self.end = (end_x, end_y, em)


def _codes(
    shown: list[bytes | float], octets: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the codes of a run, and the step, in thousandths, that stands before each."""
    pieces: list[bytes] = []
    steps: dict[int, float] = {}
    at = 0
    for part in shown:
        if isinstance(part, bytes):
            pieces.append(part)
            at += len(part) // octets
        else:
            steps[at] = steps.get(at, 0.0) + part
    joined = b"".join(pieces)
    codes = np.frombuffer(joined, ">u2" if octets == 2 else "u1").astype(np.int64)
    before = np.zeros(len(codes))
    for place, step in steps.items():
        if place < len(codes):
            before[place] = step
    return codes, before


def _cells(
    starts: NDArray[np.float64],
    widths: NDArray[np.float64],
    rise: float,
    size: float,
    whole: Matrix,
) -> NDArray[np.float64]:
    a, b, c, d, e, f = whole
    middle, half = starts + widths / 2, np.abs(widths) / 2
    level, tall = rise + size * (_BELOW + _ABOVE) / 2, abs(size) * (_ABOVE - _BELOW) / 2
    return np.stack(
        [
            a * middle + c * level + e,
            b * middle + d * level + f,
            abs(a) * half + abs(c) * tall,
            abs(b) * half + abs(d) * tall,
        ],
        axis=1,
    )


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
