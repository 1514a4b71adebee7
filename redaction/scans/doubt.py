"""What on a page a machine cannot read, or not for certain: reasons for a person to look.

A page is never refused for it, and never passes in silence. Handwriting, signatures and stamps are
told by what they are not: ink outside every word, of more than a speck, and no ruling line. Faces
cannot be found; where there is a photograph, that is said.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redaction.scans.faint import faint_spots
from redaction.scans.ocr import LIKELY, SURE, Word, confidence_of
from redaction.scans.spots import blot, spots
from redaction.scans.straightening import cleared, threshold, without_lone_specks
from redaction.scans.tones import tone_spots

HARD = "the page is hard to read by machine; a person must look at it"
UNSURE = "words that may be names or numbers are hard to read; a person must look at the page"
UNCERTAIN = "words in a picture could not be read with certainty; a person must look at the page"
HANDWRITING = (
    "handwriting, a signature, a stamp or a drawing is on the page, which no machine reads; "
    "a person must look at it"
)
FAINT = "something faint is on the page, which no machine reads; a person must look at it"
POINTS = "letters on the page may be made of points; a person must look at it"
PHOTOGRAPH = "a photograph or picture is on the page; a person must look for people in it"

_SHORTEST, _LETTERS = 3, 0.7  # letters, and which part of a word they are
_STROKES = 7  # cells across: one spot so large is a signature or the like
_MANY, _LEAST = 6, 24  # so many lesser spots, of so many cells together, are writing
_PALE = 200
_LARGEST_SIGN = 36.0  # points
_PICTURE_CELL = 6.0  # points
_SHADE, _VARIED, _PICTURED = 45, 2.5, 0.015


def doubts(upright: Image.Image, dpi: float, words: Sequence[Word]) -> list[str]:
    """Return why a person must look at a page, whose words stand on the upright picture."""
    found = []
    said = list(filter(_says, words))
    if said and confidence_of(said) < SURE:
        found.append(HARD)
    elif any(map(is_unsure_name, words)):
        found.append(UNSURE)
    grey = upright.convert("L")
    picture = pictured(grey, dpi, words)
    if picture.mean() > _PICTURED:
        found.append(PHOTOGRAPH)
    if _has_strokes(grey, dpi, words, picture):
        found.append(HANDWRITING)
    elif faint_spots(grey, dpi, words) or (
        PHOTOGRAPH not in found and tone_spots(upright, dpi, words)
    ):
        found.append(FAINT)
    return found


def may_say(text: str) -> bool:
    """Say whether something hardly read may be a word: parts of a drawing are read as less."""
    letters = sum(map(str.isalnum, text))
    return letters >= _SHORTEST and letters >= _LETTERS * len(text)


def is_unsure_name(word: Word) -> bool:
    """Say whether a word is hard to read and may be a name or a number."""
    return word.confidence < LIKELY and _may_name(word.text)


def _may_name(text: str) -> bool:
    letters = [c for c in text if c.isalnum()]
    return len(letters) > 1 and any(c.isupper() or c.isdigit() for c in letters)


def _says(word: Word) -> bool:
    """Say whether a word has a letter or a figure: of a sign alone nobody has to know."""
    return any(map(str.isalnum, word.text))


def _has_strokes(
    grey: Image.Image, dpi: float, words: Sequence[Word], picture: NDArray[np.bool_]
) -> bool:
    """Say whether there is ink that is no word, no speck, no rule and no part of a picture."""
    values = np.asarray(without_lone_specks(cleared(grey), dpi))
    ink = values < min(threshold(values), _PALE)
    # What is hardly believed to be a word is not blotted out, nor a crest taken for a sign.
    read = [
        word.box
        for word in words
        if word.confidence >= LIKELY / 2
        and (_says(word) or word.box[3] - word.box[1] <= _LARGEST_SIGN)
    ]
    strokes = spots(ink, dpi, read, but=picture)
    if any(max(spot.width, spot.height) >= _STROKES for spot in strokes):
        return True
    return len(strokes) >= _MANY and sum(spot.cells for spot in strokes) >= _LEAST


def pictured(grey: Image.Image, dpi: float, words: Sequence[Word]) -> NDArray[np.bool_]:
    """Return where, cell by cell, there are shades of many kinds: pictures, not writing."""
    cell = max(1, round(_PICTURE_CELL * dpi / 72))
    if min(grey.size) < 3 * cell:
        return np.zeros((1, 1), dtype=bool)
    shades = np.asarray(grey.reduce(cell)).astype(np.float64)
    paper = float(np.percentile(shades, 90))
    varied = np.zeros_like(shades)
    varied[:, 1:] += np.abs(np.diff(shades, axis=1))
    varied[1:, :] += np.abs(np.diff(shades, axis=0))
    pictured = (shades < paper - _SHADE) & (varied > _VARIED)
    blot(pictured, [w.box for w in words if w.confidence >= LIKELY], cell * 72 / dpi)
    # A picture is broad: what has no neighbours of its kind is writing or a line.
    around = np.pad(pictured, 2).astype(np.int16)
    near = sum(
        around[dy : dy + pictured.shape[0], dx : dx + pictured.shape[1]]
        for dy in range(5)
        for dx in range(5)
    )
    broad: NDArray[np.bool_] = pictured & (np.asarray(near) >= 15)
    return broad
