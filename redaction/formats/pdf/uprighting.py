"""Pages of a PDF that were scanned upside down or on their side, turned as their words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pikepdf

from recordkeeping.disclosure.findings import Box
from redaction.scans.ocr import Symbol, Word

_MOST = 0.8  # of a page's letters say so


def quarter_of(words: Sequence[Word]) -> int:
    """Return by how many degrees, clockwise, a page must be turned for its words to stand."""
    letters = Counter[int]()
    for word in words:
        letters[word.turn] += len(word.text)
    if not letters:
        return 0
    [(turn, count)] = letters.most_common(1)
    return turn if count >= _MOST * letters.total() else 0


def turn_page(page: pikepdf.Page, quarter: int) -> None:
    """Turn a page as it is displayed (ISO 32000-1 §7.7.3.3)."""
    page.obj.Rotate = (int(page.obj.get("/Rotate", 0)) + quarter) % 360


def turned_word(word: Word, quarter: int, size: tuple[float, float]) -> Word:
    """Return a word as it stands when its page, of this size before, is turned."""
    return replace(
        word,
        box=turned_box(word.box, quarter, size),
        cell=turned_box(word.cell, quarter, size),
        symbols=tuple(Symbol(s.text, turned_box(s.box, quarter, size)) for s in word.symbols),
        turn=(word.turn - quarter) % 360,
    )


def turned_box(box: Box, quarter: int, size: tuple[float, float]) -> Box:
    """Return a box as it stands when its page, of this size before, is turned."""
    x0, y0, x1, y1 = box
    width, height = size
    match quarter:
        case 90:
            return height - y1, x0, height - y0, x1
        case 180:
            return width - x1, height - y1, width - x0, height - y0
        case 270:
            return y0, width - x1, y1, width - x0
        case _:
            return box
