"""Signs strewn over a page, such as full stops, which together draw what no program reads."""

from __future__ import annotations

import re

import numpy as np

from redaction.pdfium import Glyphs
from redaction.scans.points import strewn

_ALONE = re.compile(r"(?<!\S)([^\w\s])\1*(?!\S)")
_FEWEST = 40


def strewn_letters(read: Glyphs) -> Glyphs:
    """Return those letters of a page that are no words, and may draw some together."""
    found = list(_ALONE.finditer(read.text))
    if sum(len(one[0]) for one in found) < _FEWEST:
        return Glyphs("", ())
    at = [n for one in found for n in range(*one.span()) if read.boxes[n] is not None]
    boxes = np.array([read.boxes[n] for n in at], np.float64).reshape(-1, 4)
    size = (boxes[:, 2:] - boxes[:, :2]).min(axis=1, initial=np.inf)
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    marks = strewn(np.column_stack((middles, size)))
    kept = [n for n, mark in zip(at, marks, strict=True) if mark]
    return Glyphs("".join(read.text[n] for n in kept), [read.boxes[n] for n in kept])
