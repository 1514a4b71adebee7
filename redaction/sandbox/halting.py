"""Stopping what is under way: no thread begins another step, and none waits for a document's end.

A signal reaches the main thread alone. What the others wait for may take minutes, so they are told.
"""

from __future__ import annotations

import threading

_halted = threading.Event()


def halt() -> None:
    """Have every step of every document end, until `go_on`."""
    _halted.set()


def go_on() -> None:
    """Let steps begin again."""
    _halted.clear()


def end_if_halted() -> None:
    """Raise `KeyboardInterrupt`, as the main thread was told, if no step is to go on."""
    if _halted.is_set():
        raise KeyboardInterrupt
