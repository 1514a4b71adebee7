"""How a step of ours runs under Prefect: what is retried, and what Prefect may be told.

Prefect stores the text of every exception that leaves a task or a flow. Texts of our four errors
are published texts; any other exception may hold a value of a case file, so only its kind and the
line of our code where it arose go on. Results are not persisted, and arguments are ids and days.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from traceback import extract_tb
from typing import ParamSpec, TypeVar

from prefect import Flow, Task, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun

from recordkeeping.vocabulary.errors import MunimentError, Unavailable
from recordkeeping.vocabulary.identifiers import OfficerId

MACHINE = OfficerId("muniment")
"""Who acts where nobody does: the ledger's name for a scheduled run."""

_RUN_LOGS = ("prefect.flow_runs", "prefect.task_runs")

P = ParamSpec("P")
R = TypeVar("R")


def _say_in_words(line: logging.LogRecord) -> bool:
    """Take the stack off a log line about one of our four errors: its text is all there is."""
    if line.exc_info and isinstance(line.exc_info[1], MunimentError):
        line.exc_info = line.exc_text = None
    return True


for _log in _RUN_LOGS:
    logging.getLogger(_log).addFilter(_say_in_words)


class Defect(Exception):
    """A fault in Muniment itself: where it arose and of which kind, without any value."""


def step(function: Callable[P, R]) -> Task[P, R]:
    """Make a Prefect task of a function: retried when a store is away, and for nothing else."""
    return task(
        retries=3,
        retry_delay_seconds=[1, 10, 60],
        retry_condition_fn=_only_if_unavailable,
        cache_policy=NO_CACHE,
        persist_result=False,
    )(_told_safely(function))


def flow_of_steps(name: str) -> Callable[[Callable[P, R]], Flow[P, R]]:
    """Make a Prefect flow of a function, told as safely as a step is.

    Prefect reads the types of a flow's parameters where it is wrapped, which is here: a flow's
    module must not put its annotations off (`from __future__ import annotations`).
    """

    def make(function: Callable[P, R]) -> Flow[P, R]:
        return flow(name=name, persist_result=False, log_prints=False)(_told_safely(function))

    return make


def _only_if_unavailable(_: Task[P, R], __: TaskRun, state: State[R]) -> bool:
    """Say whether a failed step is tried again."""
    return isinstance(state.result(raise_on_failure=False), Unavailable)


def _told_safely(function: Callable[P, R]) -> Callable[P, R]:
    """Let our own errors pass, and turn every other into its kind and place."""

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except (MunimentError, Defect):
            raise
        except Exception as defect:
            frame = extract_tb(defect.__traceback__)[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            # `from None`: a chained exception's text would be stored as well.
            raise Defect(
                f"{type(defect).__name__} at {place}; this is a defect of Muniment"
            ) from None

    return told
