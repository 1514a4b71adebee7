"""Pages read side by side, on every core, inside the sandbox.

A page of a scan takes seconds: a thick file would outlast the time that one process may take. Each
stretch of pages has a process of its own, forked from the limited one and as limited as it is, with
time of its own. What comes back is sizes, JSON and bytes, as from the sandbox itself.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NoReturn

from recordkeeping.vocabulary.errors import Refused
from redaction.sandbox.wire import BrokenMessage, Header, receive, send

Answer = tuple[Header, list[bytes]]
Work = Callable[[int], Answer]
STRETCH = 12  # pages: at twenty seconds each they still end in time
_AHEAD = 2  # stretches for each core that are worked on or wait
LONGEST = 1500.0  # seconds for all pages together
_DIE_WITH_PARENT = 1  # prctl(2), PR_SET_PDEATHSIG
_TOO_LONG = (
    "the document could not be read in the time and memory allowed; "
    "part it, or print it to a new PDF"
)


def abreast(work: Work, numbers: Sequence[int]) -> Iterator[Answer]:
    """Yield what `work` answers for each number, in order, or raise the first refusal."""
    cores = len(os.sched_getaffinity(0))
    if len(numbers) < 2 or cores < 2:
        if len(numbers) <= STRETCH:
            yield from map(work, numbers)
            return
        cores = 1
    size = min(STRETCH, -(-len(numbers) // cores))
    stretches = [numbers[at : at + size] for at in range(0, len(numbers), size)]
    until = time.monotonic() + LONGEST
    with ThreadPoolExecutor(cores) as lanes:
        ahead = deque[Future[list[Answer]]]()
        for stretch in stretches:
            ahead.append(lanes.submit(_apart, work, stretch, until))
            if len(ahead) > _AHEAD * cores:  # no more than are soon asked for
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()


def _apart(work: Work, numbers: Sequence[int], until: float) -> list[Answer]:
    if time.monotonic() > until:
        raise Refused(_TOO_LONG)
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        ours.close()
        _answer(work, numbers, theirs)
    theirs.close()
    try:
        with ours:
            ours.settimeout(max(1.0, until - time.monotonic()))
            return [_checked(receive(ours)) for _ in numbers]
    except (BrokenMessage, OSError):
        raise Refused(_TOO_LONG) from None
    finally:
        os.kill(child, signal.SIGKILL)  # its work is done, or nobody waits for it any more
        os.waitpid(child, 0)


def _answer(work: Work, numbers: Sequence[int], to: socket.socket) -> NoReturn:
    """Answer for each number and end, whatever happens."""
    try:
        die_with_parent()
        for number in numbers:
            try:
                header, parts = work(number)
            except Refused as why:
                header, parts = {"refused": str(why)}, []
            send(to, header, parts)
    finally:
        os._exit(0)


def die_with_parent() -> None:
    """Have the kernel kill this process when the one that forked it ends, however it ends."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def _checked(answer: Answer) -> Answer:
    if "refused" in answer[0]:
        raise Refused(str(answer[0]["refused"]))
    return answer
