"""Ink of a released page that its words do not explain, read as it may stand: any way round."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import tesserocr
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.proof.squares import Marks, grown, joined
from redaction.scans.ocr import Word, is_shown, words_in

_SQUARE = 12  # pixels that are looked at together
_INK, _FULL = 60, 0.9  # of 255 darker than paper; of a square's dots
_TOLD, _LINE = 75.0, 12  # confidence of a line that says what it is made of, and its letters
_SURE = 80.0
_LEAST, _ACROSS = 8, 4  # squares of a word, together and along it
_LIKELY, _ENOUGH = 60.0, 0.4  # confidence; of what the fullest way of reading says
_MOST = 6  # groups of a picture
_ABOUT = 8  # pixels
_STEP, _FINE = 3.0, 1.0  # degrees
_MEASURED = 400  # pixels across of what an angle is measured on
_LEVEL = 1.5


def aslant(part: Image.Image, dpi: float, words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a picture that stand otherwise than those that were read on it.

    Their boxes are on the picture, in points, and go around all of their ink.
    """
    plain = _plain(words)
    paper = int(np.percentile(np.asarray(part.reduce(4) if min(part.size) > 8 else part), 75))
    rest = np.array(part)
    for box in (word.box for word in plain):
        x0, y0, x1, y1 = (round(edge * dpi / 72) for edge in box)
        rest[max(0, y0 - 2) : y1 + 3, max(0, x0 - 2) : x1 + 3] = paper
    sure = [word.box for word in words if word.confidence >= _SURE]
    for left, top, right, bottom in _groups(rest, paper, sure, dpi):
        found = Image.fromarray(rest[top:bottom, left:right])
        lean = _lean(found, paper)
        tried = list[list[Word]]()
        for angle in [lean + quarter for quarter in (0, 90, 180, 270)]:
            stood = found.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=paper)
            read = filter(is_shown, words_in(stood, dpi, tesserocr.PSM.SINGLE_BLOCK))
            tried.append(
                [_put(word, angle, stood.size, found.size, (left, top), dpi) for word in read]
            )
        # Letters upside down are read as others; a block may hold words of two ways all the same.
        enough = _ENOUGH * max(map(_says, tried))
        yield from (word for words in tried if _says(words) >= enough for word in words)


def _says(words: Sequence[Word]) -> float:
    return sum(len(word.text) * word.confidence for word in words if word.confidence >= _LIKELY)


def _plain(words: Sequence[Word]) -> list[Word]:
    """Return the words of lines that are read well."""
    plain = list[Word]()
    for number in {word.line for word in words}:
        line = [word for word in words if word.line == number]
        count = sum(len(word.text) for word in line)
        if count >= _LINE and sum(w.confidence * len(w.text) for w in line) >= _TOLD * count:
            plain += [word for word in line if is_shown(word)]
    return plain


def _groups(
    rest: NDArray[np.uint8], paper: int, sure: Sequence[Box], dpi: float
) -> list[tuple[int, int, int, int]]:
    """Return the boxes, in pixels, of the largest groups of ink that are not all sure words."""
    high, wide = rest.shape[0] // _SQUARE * _SQUARE, rest.shape[1] // _SQUARE * _SQUARE
    if not high or not wide:
        return []
    dark = rest[:high, :wide] < paper - _INK
    share = dark.reshape(high // _SQUARE, _SQUARE, wide // _SQUARE, _SQUARE).mean(axis=(1, 3))
    inked: Marks = (share > 0) & ~grown(share > _FULL)  # what is full is a box or a picture
    unsaid = inked.copy()
    for x0, y0, x1, y1 in sure:
        left, top, right, bottom = (edge * dpi / 72 / _SQUARE for edge in (x0, y0, x1, y1))
        unsaid[int(top) : int(bottom) + 1, int(left) : int(right) + 1] = False
    found = []
    for rows, columns in joined(inked):
        across = max(rows.max() - rows.min(), columns.max() - columns.min()) + 1
        if np.count_nonzero(unsaid[rows, columns]) >= _LEAST and across >= _ACROSS:
            found.append((len(rows), rows, columns))
    found.sort(key=lambda one: -one[0])
    return [
        (
            max(0, int(columns.min()) * _SQUARE - _ABOUT),
            max(0, int(rows.min()) * _SQUARE - _ABOUT),
            min(rest.shape[1], (int(columns.max()) + 1) * _SQUARE + _ABOUT),
            min(rest.shape[0], (int(rows.max()) + 1) * _SQUARE + _ABOUT),
        )
        for _, rows, columns in found[:_MOST]
    ]


def _lean(found: Image.Image, paper: int) -> float:
    """Return by how many degrees, anticlockwise, to turn ink until its rows are most unlike."""
    small = found.point([255 if value < paper - _INK else 0 for value in range(256)])
    small.thumbnail((_MEASURED, _MEASURED))

    def unlike(angle: float) -> float:
        rows = np.asarray(small.rotate(angle, Image.Resampling.BILINEAR, expand=True), np.float32)
        return float(np.square(np.diff(rows.sum(axis=1))).sum())

    best = max(np.arange(-90, 90, _STEP).tolist(), key=unlike)
    best = max([best - 2 * _FINE, best - _FINE, best, best + _FINE, best + 2 * _FINE], key=unlike)
    return 0.0 if abs(best) < _LEVEL else float(best)


def _put(
    word: Word,
    angle: float,
    stood: tuple[int, int],
    found: tuple[int, int],
    corner: tuple[int, int],
    dpi: float,
) -> Word:
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))

    def back(box: Box) -> Box:
        xs, ys = list[float](), list[float]()
        for x, y in ((x, y) for x in (box[0], box[2]) for y in (box[1], box[3])):
            across, down = x * dpi / 72 - stood[0] / 2, y * dpi / 72 - stood[1] / 2
            xs.append((across * cosine - down * sine + found[0] / 2 + corner[0]) * 72 / dpi)
            ys.append((across * sine + down * cosine + found[1] / 2 + corner[1]) * 72 / dpi)
        return min(xs), min(ys), max(xs), max(ys)

    symbols = tuple(replace(symbol, box=back(symbol.box)) for symbol in word.symbols)
    return replace(word, box=back(word.box), symbols=symbols)
