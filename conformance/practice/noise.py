"""Noisy twins: a paper as a machine reads its scan, with the truth moved along."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from conformance.casefiles.truth import Paper
from conformance.practice.forms import CONFUSED
from recordkeeping.disclosure.findings import Span


def noisy(paper: Paper, seed: int, share: float = 0.02) -> Paper:
    """Return the paper as read from a poor scan: letters mistaken, lines broken elsewhere."""
    rng = Random(f"noise:{seed}:{paper.name}")  # noqa: S311 (specks, not secrets)
    text, first = _misread(rng, paper.text, share)
    text, second = _broken_anew(rng, text, rng.randint(56, 92))

    def along(span: Span) -> Span:
        return second.of(first.of(span))

    return replace(
        paper,
        text=text,
        mentions=tuple(replace(m, span=along(m.span)) for m in paper.mentions),
        scopes=tuple(replace(s, span=along(s.span)) for s in paper.scopes),
    )


@dataclass(slots=True)
class Moves:
    """Where each letter of a text begins now, and where the one before it ends."""

    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def of(self, span: Span) -> Span:
        """Return where a span stands now."""
        return self.begins[span[0]], self.ends[span[1]]


def _misread(rng: Random, text: str, share: float) -> tuple[str, Moves]:
    """Return the text with some letters mistaken, and where each place of it has gone."""
    pieces: list[str] = []
    moves = Moves()
    length = at = 0
    while at < len(text):
        right, wrong = text[at], text[at]
        if rng.random() < share:
            right, wrong = _mistaken(rng, text, at)
        moves.begins += [length] * len(right)
        moves.ends += [length, *[length + len(wrong)] * (len(right) - 1)]
        pieces.append(wrong)
        length += len(wrong)
        at += len(right)
    moves.begins.append(length)
    moves.ends.append(length)
    return "".join(pieces), moves


def _mistaken(rng: Random, text: str, at: int) -> tuple[str, str]:
    """Return what stands here and what a machine takes it for, or the same letter twice."""
    found = [pair for pair in CONFUSED if text.startswith(pair[0], at)]
    return rng.choice(found) if found else (text[at], text[at])


def _broken_anew(rng: Random, text: str, width: int) -> tuple[str, Moves]:
    """Return the text with its long lines broken, some in a word, and where each place has gone."""
    pieces: list[str] = []
    moves = Moves()
    column = length = 0
    for at, letter in enumerate(text):
        written = letter
        if letter == " " and column >= width - 6:
            written, column = "\n", 0
        elif column >= width + 4 and _inside_a_word(text, at) and rng.random() < 0.5:
            written, column = f"-\n{letter}", 1
        column = 0 if written == "\n" else column + 1
        # Behind a hyphen and a new line, the letter begins where it stands itself.
        moves.begins.append(length + len(written) - 1)
        moves.ends.append(length)
        pieces.append(written)
        length += len(written)
    moves.begins.append(length)
    moves.ends.append(length)
    return "".join(pieces), moves


def _inside_a_word(text: str, at: int) -> bool:
    return 2 <= at < len(text) - 2 and text[at - 2 : at + 2].isalpha()
