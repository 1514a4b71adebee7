"""Letters on dark grounds: where they are light such places are turned round and read as well.

An engine that reads dark letters on paper loses light ones, or reads parts of them. A ground is a
square of a picture most of whose dots are alike and dark, near others that are much lighter. Where
these are hardly lighter, or hardly darker (under a marker), they are read once more with all the
contrast they have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.areas import overlap
from redaction.scans.aslant import with_words_aslant
from redaction.scans.faint import with_faint_words
from redaction.scans.ocr import LIKELY, Word, is_shown, words_on
from redaction.scans.tones import words_in_tones

_SIDE = 12.0  # points of a square that is judged by itself: about a line
_CELL = 16  # dots of its side when it is judged
_DARK, _LIGHTER = 170, 60  # of 255
_HARDLY, _PLAINLY = 24, 110  # of 255: how much lighter faint letters are, at least and at most
_FAR_LIGHTER = 1.5  # times as far from the ground as faint letters
_ALIKE, _MOSTLY = 14, 0.4  # of 255; of a square's dots
_FEWEST = 2  # squares
_SAME_PLACE = 0.3  # of a word
_BETTER = 1.15  # how much better a line has to read to take another's place

Greys = NDArray[np.float32]


def words_either_way(image: Image.Image, dpi: float) -> list[Word]:
    """Return the words of a picture, dark ones and, where its ground is dark, light ones too."""
    return with_light_words(image, dpi, words_on(image, dpi))


def with_light_words(image: Image.Image, dpi: float, words: Sequence[Word]) -> list[Word]:
    """Return the words read on a picture, and those in light letters where they read better.

    Behind them come words in ink that is hardly darker than the paper, and words that stand
    another way than those of the page.
    """
    said, grey = list(words), image.convert("L")
    squares = _Squares.of(grey, dpi)
    for turned in (
        squares.turned_round(grey),
        squares.faint_turned_round(grey),
        squares.darker_lifted(grey),
    ):
        if turned is not None:
            light = [word for word in words_on(turned, dpi) if word.confidence >= LIKELY]
            said = _joined(said, light)
    toned = words_in_tones(image, dpi, said)
    said = _joined(said, [word for word in toned if is_shown(word)])
    said += [word for word in toned if not is_shown(word)]
    return with_words_aslant(image, dpi, with_faint_words(image, dpi, said))


@dataclass(frozen=True, slots=True)
class _Squares:
    """A picture's squares, row by row: middle grey, lightest and darkest dot, which are dark."""

    middle: Greys
    lightest: Greys
    darkest: Greys
    dark: NDArray[np.bool_]

    @classmethod
    def of(cls, grey: Image.Image, dpi: float) -> _Squares:
        side = _SIDE * dpi / 72
        down, across = max(1, round(grey.height / side)), max(1, round(grey.width / side))
        small = grey.resize((across * _CELL, down * _CELL), Image.Resampling.BOX)
        cells = np.asarray(small, np.int16).reshape(down, _CELL, across, _CELL)
        dots = cells.transpose(0, 2, 1, 3).reshape(down, across, -1)
        middle = np.median(dots, axis=2).astype(np.float32)
        alike = (np.abs(dots - middle[..., None]) <= _ALIKE).mean(axis=2) >= _MOSTLY
        lightest, darkest = (dots.max(axis=2), dots.min(axis=2))
        dark = (middle < _DARK) & alike
        return cls(middle, lightest.astype(np.float32), darkest.astype(np.float32), dark)

    def turned_round(self, grey: Image.Image) -> Image.Image | None:
        """Return the dark grounds of a picture as light ones, and nothing else of it."""
        mask = self._around(self.lightest > self.middle + _LIGHTER, grey.size)
        if mask is None:
            return None
        return Image.fromarray(np.where(mask, 255 - np.asarray(grey), 255).astype(np.uint8))

    def faint_turned_round(self, grey: Image.Image) -> Image.Image | None:
        """Return the grounds of letters that are hardly lighter as paper, and those as ink."""
        return self._lifted(np.asarray(grey, np.float32), self.middle, self.lightest)

    def darker_lifted(self, grey: Image.Image) -> Image.Image | None:
        """Return the grounds of letters that are hardly darker as paper, and those as ink."""
        return self._lifted(
            255 - np.asarray(grey, np.float32), 255 - self.middle, 255 - self.darkest
        )

    def _lifted(self, values: Greys, middle: Greys, ink: Greys) -> Image.Image | None:
        """Return letters whose values are hardly higher than their ground's, black on white."""
        more = ink - middle
        faint = (more > _HARDLY) & (more < _PLAINLY) & self.dark
        size = values.shape[1], values.shape[0]
        mask = self._around(faint, size)
        if mask is None:
            return None
        low = _as_large(255 - _grown(np.where(faint, 255 - middle, 0)), size)
        high = _as_large(_grown(np.where(faint, ink, 0)), size)
        share = (values - low) / np.maximum(high - low, _HARDLY)
        # What is far higher is read by itself, or is the paper beside.
        drawn = 255 - 255 * np.where(share < _FAR_LIGHTER, np.clip(share, 0, 1), 0)
        return Image.fromarray(np.where(mask, drawn, 255).astype(np.uint8))

    def _around(self, light: NDArray[np.bool_], size: tuple[int, int]) -> NDArray[np.bool_] | None:
        """Return which dots lie about letters on dark ground, or None where hardly any do."""
        # A letter's ground goes a square further than its strokes.
        near = (_grown(light & self.dark) > 0) & (_grown(self.dark) > 0)
        if np.count_nonzero(near) < _FEWEST:
            return None
        return _as_large(near.astype(np.float32), size) > 0


def _as_large(squares: Greys, size: tuple[int, int]) -> Greys:
    return np.asarray(Image.fromarray(squares).resize(size, Image.Resampling.BOX))


def _grown(squares: NDArray[np.bool_] | Greys) -> Greys:
    """Return for each square the most of it and of those around it."""
    around = np.pad(squares, 1)
    high, wide = squares.shape
    parts = [around[y : y + high, x : x + wide] for y in range(3) for x in range(3)]
    most: Greys = np.max(parts, axis=0).astype(np.float32)
    return most


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
