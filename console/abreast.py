"""Several files at once, told in their order; of a run that ends early, what was finished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from redaction.sandbox.child import halted
from redaction.sandbox.turns import cores

T = TypeVar("T")
U = TypeVar("U")


def each_told(work: Callable[[T], U], things: Sequence[T], tell: Callable[[T, U], None]) -> None:
    """Do the work for each thing, as many at once as there are cores, and tell answers in order.

    Where the run is stopped, or ends by an error, what was finished is told before that is raised.
    """
    # The work is done in sandboxed processes; a thread only waits for its own.
    with ThreadPoolExecutor(max_workers=cores()) as workers:
        waiting: list[tuple[T, Future[U]]] = []
        try:
            waiting += ((thing, workers.submit(work, thing)) for thing in things)
            while waiting:
                thing, future = waiting[0]
                tell(thing, future.result())
                del waiting[0]
        except BaseException:
            with halted():
                workers.shutdown(cancel_futures=True)
            for thing, future in waiting:
                if not future.cancelled() and future.exception() is None:
                    tell(thing, future.result())
            raise
