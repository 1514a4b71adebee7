"""How a run ends early: SIGTERM is answered as Ctrl-C is."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class Terminated(KeyboardInterrupt):
    """SIGTERM came, as from a service manager or a time limit."""


@contextmanager
def sigterm_as_ctrl_c() -> Iterator[None]:
    """Have SIGTERM end the run as Ctrl-C does, with everything that is tidied up then."""

    def end(*_: object) -> NoReturn:
        raise Terminated

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not in the main thread: whoever runs us there answers signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
