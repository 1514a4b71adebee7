"""Words and codes as lists and numbers, to pass from one process to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recordkeeping.disclosure.findings import Box
from redaction.scans.codes import Code
from redaction.scans.ocr import Symbol, Word


def words_told(words: Iterable[Word]) -> list[Any]:
    """Return words as JSON can hold them."""
    return [
        [
            word.text,
            word.box,
            word.confidence,
            [[symbol.text, symbol.box] for symbol in word.symbols],
            word.line,
            word.cell,
            word.turn,
            word.guessed,
            word.doubted,
        ]
        for word in words
    ]


def words_heard(told: Iterable[Any]) -> list[Word]:
    """Return the words that `words_told` told."""
    return [
        Word(
            str(text),
            _box(box),
            float(confidence),
            tuple(Symbol(str(letter), _box(place)) for letter, place in symbols),
            int(line),
            _box(cell),
            int(turn),
            bool(guessed),
            bool(doubted),
        )
        for text, box, confidence, symbols, line, cell, turn, guessed, doubted in told
    ]


def codes_told(codes: Iterable[Code]) -> list[Any]:
    """Return codes as JSON can hold them."""
    return [[code.text, code.box] for code in codes]


def codes_heard(told: Iterable[Any]) -> list[Code]:
    """Return the codes that `codes_told` told."""
    return [Code(str(text), _box(box)) for text, box in told]


def _box(edges: Iterable[Any]) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in edges)
    return x0, y0, x1, y1
