"""Light letters on dark grounds: such places are turned round and read as well.

An engine that reads dark letters on paper loses light ones, or reads parts of them. A ground is a
square of a picture most of whose dots are alike and dark, near others that are much lighter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count, groupby

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.areas import overlap
from redaction.ocr import LIKELY, Word, words_on

_SIDE = 12.0  # points of a square that is judged by itself: about a line
_CELL = 16  # dots of its side when it is judged
_DARK, _LIGHTER = 170, 60  # of 255
_ALIKE, _MOSTLY = 14, 0.4  # of 255; of a square's dots
_FEWEST = 2  # squares
_SAME_PLACE = 0.3  # of a word
_BETTER = 1.15  # how much better a line has to read to take another's place


def words_either_way(image: Image.Image, dpi: float) -> list[Word]:
    """Return the words of a picture, dark ones and, where its ground is dark, light ones too."""
    return with_light_words(image, dpi, words_on(image, dpi))


def with_light_words(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Word]:
    """Return the words read on a picture, and those in light letters where they read better."""
    turned = _turned_round(image.convert("L"), dpi)
    if turned is None:
        return list(words)
    light = [word for word in words_on(turned, dpi) if word.confidence >= LIKELY]
    return _joined(words, light)


def _turned_round(grey: Image.Image, dpi: float) -> Image.Image | None:
    """Return the dark grounds of a picture as light ones, and nothing else of it."""
    dark = _dark_grounds(grey, dpi)
    if np.count_nonzero(dark) < _FEWEST:
        return None
    mask = Image.fromarray((dark * 255).astype(np.uint8)).resize(grey.size, Image.Resampling.BOX)
    values = np.asarray(grey)
    return Image.fromarray(np.where(np.asarray(mask) > 0, 255 - values, 255).astype(np.uint8))


def _dark_grounds(grey: Image.Image, dpi: float) -> NDArray[np.bool_]:
    """Return which squares of a picture, row by row, are dark grounds with something light near."""
    side = _SIDE * dpi / 72
    down, across = max(1, round(grey.height / side)), max(1, round(grey.width / side))
    small = grey.resize((across * _CELL, down * _CELL), Image.Resampling.BOX)
    cells = np.asarray(small, np.int16).reshape(down, _CELL, across, _CELL)
    dots = cells.transpose(0, 2, 1, 3).reshape(down, across, -1)
    middle = np.median(dots, axis=2)
    alike = (np.abs(dots - middle[..., None]) <= _ALIKE).mean(axis=2) >= _MOSTLY
    dark = (middle < _DARK) & alike
    light = (dots.max(axis=2) > middle + _LIGHTER) & dark
    # A letter's ground goes a square further than its strokes.
    near: NDArray[np.bool_] = _grown(light) & _grown(dark)
    return near


def _grown(marks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    around = np.pad(marks, 1)
    high, wide = marks.shape
    grown = np.zeros_like(marks)
    for y in range(3):
        for x in range(3):
            grown |= around[y : y + high, x : x + wide]
    return grown


def _joined(words: Sequence[Word], light: Sequence[Word]) -> list[Word]:
    """Return words read either way; of two lines in one place the one that reads better."""
    pieces = [[word] for word in words]
    for line in _lines(light):
        there = [
            number
            for number, piece in enumerate(pieces)
            if any(_in_one_place(old.box, new.box) for old in piece for new in line)
        ]
        before = sum(_weight(word) for number in there for word in pieces[number])
        if sum(map(_weight, line)) <= _BETTER * before:
            continue
        for number in there:
            pieces[number] = []
        at = there[0] if there else len(pieces)
        pieces[at:at] = [line]
    lines = count(max((word.line for word in words), default=-1) + 1)
    return [
        word
        for piece in pieces
        for word in (_on_line(piece, next(lines)) if len(piece) and piece[0] in light else piece)
    ]


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    return [list(line) for _, line in groupby(words, key=lambda word: word.line)]


def _on_line(words: Sequence[Word], line: int) -> list[Word]:
    return [replace(word, line=line) for word in words]


def _weight(word: Word) -> float:
    return word.confidence * len(word.text)


def _in_one_place(one: Box, other: Box) -> bool:
    least = min(
        (one[2] - one[0]) * (one[3] - one[1]), (other[2] - other[0]) * (other[3] - other[1])
    )
    return overlap(one, other) > _SAME_PLACE * least
