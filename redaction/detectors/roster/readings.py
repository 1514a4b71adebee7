"""The ways in which a text may be read, each with what every roster asks of it, worked out once."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from redaction.detectors.normal import Normal, glued, views
from redaction.detectors.shared import once_a_text


class Reading:
    """One way in which a text may be read."""

    def __init__(self, text: str, page: Normal) -> None:
        self.page = page
        self._text = text

    @cached_property
    def places(self) -> NDArray[np.intp]:
        """Return where the letters and figures stand."""
        return np.flatnonzero(np.fromiter(map(str.isalnum, self.page.text), bool))

    @cached_property
    def letters(self) -> str:
        """Return the letters and figures in a row."""
        return "".join(filter(str.isalnum, self.page.text))

    @cached_property
    def stretches(self) -> Sequence[Normal]:
        """Return what is written l i k e  t h i s, as letters alone."""
        return glued(self.page)

    @cached_property
    def seams(self) -> Sequence[int]:
        """Return where lines end in `solid`."""
        return [at - number for number, at in enumerate(self._breaks)]

    @cached_property
    def solid(self) -> str:
        """Return the text without its lines' ends, as if words ran over them."""
        ends = [-1, *self._breaks, len(self.page.text)]
        return "".join(self.page.text[last + 1 : this] for last, this in pairwise(ends))

    @cached_property
    def _breaks(self) -> list[int]:
        """Return the spaces that stand for the end of a line."""
        text, page = self._text, self.page
        if not isinstance(page.starts, array) or not page.text or page.turned:
            spaces = (at for at, letter in enumerate(page.text) if letter == " ")
            return [at for at in spaces if "\n" in text[page.starts[at] : page.ends[at]]]
        found: list[int] = []
        end = text.find("\n", page.starts[0], page.ends[-1])
        while end >= 0:
            at = bisect_right(page.starts, end) - 1
            if page.text[at] == " " and end < page.ends[at] and (not found or found[-1] < at):
                found.append(at)
            end = text.find("\n", end + 1, page.ends[-1])
        return found


@once_a_text
def readings(text: str) -> Sequence[Reading]:
    """Return the ways in which a text may be read: as it is, and as it may be meant."""
    return tuple(Reading(text, page) for page in views(text))
