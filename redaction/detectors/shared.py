"""What several detectors ask of the same text, worked out once.

Detectors stand alone: each is given a page and knows of no other. What they all begin with, such as
a text without case and accents, is kept while one document is read, and not longer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

_Answer = TypeVar("_Answer")
_TEXTS = 8  # the last few: detectors read one text after the other
_KEPT: list[Callable[[], None]] = []


def once_a_text(work: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Let what a text comes to be worked out once for all detectors that ask for it."""
    kept = lru_cache(maxsize=_TEXTS)(work)
    _KEPT.append(kept.cache_clear)
    return kept


def forget() -> None:
    """Forget every text: what a page says is kept no longer than the page is read."""
    for cleared in _KEPT:
        cleared()
