"""Words that were hardly read, read once more by themselves: a misread name is a missed name.

What the second reading says otherwise is searched and never shown (a layer named `/Other…`). What
it says again, and is sure of, is no reason for a person to look.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import tesserocr
from PIL import Image

from redaction.scans.combs import words_in_combs
from redaction.scans.crossed import is_crossed_box
from redaction.scans.doubt import (
    HANDWRITING,
    HARD,
    POINTS,
    UNCERTAIN,
    UNSURE,
    doubts,
    is_unsure_name,
    may_say,
)
from redaction.scans.ocr import SURE, Word, is_shown, not_shown, read_part
from redaction.scans.points import words_of_points
from redaction.scans.straightening import cleared

_MOST = 60  # words of a page: of more, the page is hard to read and a person looks at it
_AROUND, _CLOSE_BY = 0.35, 0.1  # of a word's height
_TALL = 96.0  # pixels that a word is made high, however small or large it is
_LARGE = 36.0  # points: letters so high are misread, and surely, at the size of a page
_LEAST = 40.0  # confidence


@dataclass(frozen=True, slots=True)
class Apart:
    """The words of a picture, what else it may say, and why a person must look at it."""

    words: list[Word]
    others: list[Word]
    why: list[str]


def told_apart(
    upright: Image.Image, dpi: float, read: Sequence[Word], is_word: Callable[[Word], bool]
) -> Apart:
    """Tell the words of a picture from what is hardly believed to be one.

    That is never shown as a word. As a second reading it is searched: a name that was hardly read
    is a name.
    """
    grey = upright.convert("L")
    drawn = [word for word in read if _is_doubted(word) and is_crossed_box(grey, dpi, word.box)]
    words = [word for word in read if is_word(word) and word not in drawn]
    hardly = [word for word in read if not is_word(word) and word not in drawn]
    perhaps = [word for word in hardly if may_say(word.text)]
    again = _read_again(grey, dpi, [*words, *perhaps, *drawn])
    surer = [_surer(word, again) for word in words]
    why = doubts(upright, dpi, surer)
    words = [
        replace(word, doubted=is_unsure_name(sure)) for word, sure in zip(words, surer, strict=True)
    ]
    # What is read in a signature is no word; that a person must look at it is said already.
    if any(map(is_shown, perhaps)) or (perhaps and not {HARD, UNSURE, HANDWRITING} & set(why)):
        why.append(UNCERTAIN)
    dotted = words_of_points(grey, dpi, words, touching=bool({HARD, HANDWRITING} & set(why)))
    if dotted.drawn or dotted.words:
        why.append(POINTS)
    others = [*hardly, *map(not_shown, drawn), *_that_differ(again), *dotted.words]
    if {HARD, UNSURE, HANDWRITING} & set(why):
        others += words_in_combs(grey, dpi)
    return Apart(words, others, why)


def second_readings(upright: Image.Image, dpi: float, words: Sequence[Word]) -> list[Word]:
    """Return what hardly read words of a picture say when read alone, where that differs."""
    return _that_differ(_read_again(upright.convert("L"), dpi, words))


def _read_again(grey: Image.Image, dpi: float, words: Sequence[Word]) -> list[tuple[Word, Word]]:
    """Return words that were hardly read, each with what it says when read by itself."""
    found = []
    for word in [w for w in words if _is_doubted(w)][:_MOST]:
        text, confidence = _read_alone(grey, dpi, word)
        found.append((word, replace(word, text=text, confidence=confidence, symbols=())))
    return found


def _that_differ(again: Sequence[tuple[Word, Word]]) -> list[Word]:
    others = [
        alone
        for word, alone in again
        if alone.confidence >= _LEAST
        and _letters(alone.text)
        and _letters(alone.text) != _letters(word.text)
    ]
    return [replace(word, line=number) for number, word in enumerate(others)]


def _surer(word: Word, again: Sequence[tuple[Word, Word]]) -> Word:
    """Return a word as sure as it is when it is read by itself, and says the same."""
    for first, alone in again:
        if first is word and alone.text == word.text and alone.confidence >= SURE:
            return replace(word, confidence=alone.confidence)
    return word


def _is_doubted(word: Word) -> bool:
    unsure = word.confidence < SURE or word.box[3] - word.box[1] > _LARGE
    return unsure and len(_letters(word.text)) > 1 and not word.turn


def _read_alone(grey: Image.Image, dpi: float, word: Word) -> tuple[str, float]:
    """Return what a word says by itself; with less about it where that says nothing, as a frame."""
    text, confidence = _read_within(grey, dpi, word, _AROUND)
    return (text, confidence) if text else _read_within(grey, dpi, word, _CLOSE_BY)


def _read_within(grey: Image.Image, dpi: float, word: Word, margin: float) -> tuple[str, float]:
    x0, y0, x1, y1 = (edge * dpi / 72 for edge in word.box)
    around = margin * (y1 - y0)
    part = grey.crop(
        (
            max(0, int(x0 - around)), max(0, int(y0 - around)),
            min(grey.width, int(x1 + around) + 1), min(grey.height, int(y1 + around) + 1),
        )
    )  # fmt: skip
    factor = min(4.0, max(1.0, _TALL / max(1.0, part.height)))
    if y1 - y0 > _LARGE * dpi / 72:
        factor = _TALL / part.height
    larger = part.resize((round(part.width * factor), round(part.height * factor)))
    return read_part(cleared(larger), dpi * factor, tesserocr.PSM.SINGLE_LINE)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
