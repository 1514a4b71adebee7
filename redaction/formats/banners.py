"""Banners: letters drawn with other letters, which no reader of letters can read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recordkeeping.disclosure.findings import Gap, Page

BANNER = (
    "letters on this page are made of smaller letters or signs; they were not read, "
    "and a person must look at the page"
)
_LINES = 5  # as high as the lowest letters that such programs draw
_PARTED = 4  # of these lines, how many have signs with white space between
_SIGNS = 40  # fewer draw no name
_RUN = re.compile(r"\S+")
_STROKES, _SLANTED = frozenset("_|/\\()<>-'`.,:;\"=~^[]{}!"), frozenset("/\\()")
_FEWEST_LINES, _UPRIGHT = 4, frozenset("|_")
_SIGNS_ALONE = 0.92  # of a line: a V is a letter in some of these
_SLANTED_SHARE, _UPRIGHT_SHARE = 0.12, 0.25  # of such a block


def banners(pages: Sequence[Page]) -> tuple[Gap, ...]:
    """Tell of each page on which lines of few signs, or of strokes alone, draw something."""
    return tuple(
        Gap(BANNER, page.number)
        for page in pages
        if _is_filled(page.text) or _is_stroked(page.text)
    )


def _is_stroked(text: str) -> bool:
    """Say whether lines draw letters with strokes: slanted ones as well as upright and level."""
    block: list[str] = []
    for line in [*text.splitlines(), "end of text"]:
        signs = "".join(line.split())
        if not signs:
            continue
        if sum(sign in _STROKES for sign in signs) >= _SIGNS_ALONE * len(signs):
            block.append(signs)
            continue
        if len(set(block)) >= _FEWEST_LINES and _has_strokes("".join(block)):
            return True
        block = []
    return False


def _has_strokes(signs: str) -> bool:
    slanted = sum(sign in _SLANTED for sign in signs)
    upright = sum(sign in _UPRIGHT for sign in signs)
    return (
        len(signs) >= _SIGNS
        and slanted >= _SLANTED_SHARE * len(signs)
        and upright >= _UPRIGHT_SHARE * len(signs)
    )


def _is_filled(text: str) -> bool:
    block: list[str] = []
    for line in [*text.splitlines(), "end of text"]:
        signs = set(line) - {" ", "\t", "\u00a0"}
        if not signs:
            continue
        if len(signs) <= 2 and not any(sign.isdigit() for sign in signs):
            block.append(line)
            continue
        if len(block) >= _LINES and _draws(block):
            return True
        block = []
    return False


def _draws(block: Sequence[str]) -> bool:
    runs = [tuple(map(len, _RUN.findall(line))) for line in block]
    signs = set("".join(block)) - {" ", "\t", "\u00a0"}
    # Rules, empty forms and grids repeat one line; letters are of lines that differ.
    parted = {run for run in runs if len(run) >= 2 and len(set(run)) >= 2}
    return len(signs) <= 2 and len(parted) >= _PARTED and sum(map(sum, runs)) >= _SIGNS
