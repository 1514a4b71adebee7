"""Pages of a long document in turns, on every core, so that all of them end together.

Whoever takes a turn opens the whole document, so turns are long; towards the end they are shorter,
so that no core waits long for another. What a page takes nobody knows before: a letter's takes
milliseconds, a scan's seconds. A turn that lasts too long ends early, says which page is next, and
another goes on there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from recordkeeping.vocabulary.errors import Refused
from redaction.sandbox.abreast import Answer

Work = Callable[[int, int], Answer]
NEXT = "next"  # in an answer: the page that another turn has to begin at
_LEAST, _MOST = 32, 250  # pages
_LONGEST = 60.0  # seconds: four of its last page would still be in time


def cores(root: Path = Path("/")) -> int:
    """Return how many processes may work at once: what this one may use, not what is built in."""
    allowed = len(os.sched_getaffinity(0))
    return max(1, min(allowed, int(_quota(root) or allowed)))


@cache
def _quota(root: Path) -> float | None:
    """Return how many processors' time the control groups of this process allow, if they limit it.

    A container is given "two of 64 processors" in this way, and still sees all 64.
    """
    quotas = []
    with suppress(OSError, ValueError, StopIteration):
        said = (root / "proc/self/cgroup").read_text().splitlines()
        own = next(line.removeprefix("0::/") for line in said if line.startswith("0::/"))
        top = root / "sys/fs/cgroup"
        for group in (top / own, *(top / own).parents):
            if not group.is_relative_to(top):
                break
            with suppress(OSError, ValueError):  # "max 100000": no limit; the topmost has no file
                most, period = (group / "cpu.max").read_text().split()
                quotas.append(int(most) / int(period))
    return min(quotas, default=None)


def turns(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last page of each turn."""
    while first <= last:
        left = last - first + 1
        wanted = left if cores() == 1 else 2 * left // (3 * cores())  # one core waits for no other
        many = min(max(wanted, _LEAST), _MOST)
        if left - many < _LEAST // 2:  # a few more take less time than another turn
            many = left
        yield first, first + many - 1
        first += many


def taken(work: Work, first: int, last: int) -> list[Answer]:
    """Return the answers for pages from `first` to `last`: several where turns ended early.

    An answer that does not go on is a `Refused`.
    """
    answers = [work(first, last)]
    while (untrusted := answers[-1][0].get(NEXT)) is not None:
        if not isinstance(untrusted, int) or not first < untrusted <= last:
            raise Refused("the document could not be handled safely; print it to a new PDF")
        first = untrusted
        answers.append(work(first, last))
    return answers


class Turn:
    """How long a turn has lasted."""

    def __init__(self) -> None:
        """Begin now."""
        self._until = time.monotonic() + _LONGEST

    @property
    def is_over(self) -> bool:
        """Say whether no further page is to be begun."""
        return time.monotonic() > self._until
