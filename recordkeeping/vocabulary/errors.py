"""The four errors, grouped by who must act.

    MunimentError
    ├── Unavailable     not now; the machine tries again
    ├── Refused         not without a person; a caseworker acts, or it becomes a gap
    ├── Unproven        perhaps done, not shown; a records officer acts
    └── Misconfigured   the settings are wrong; the administrator acts

An error's text is published: Prefect stores it, logs print it. It never holds a name, an
identifier of a person or words of a document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class MunimentError(Exception):
    """Something of ours that a person can act on; its text says how."""


class Unavailable(MunimentError):
    """Not now: a store is busy or away. The only error that is retried."""


class Refused(MunimentError):
    """Not without a person: locked, malformed or forbidden."""


class Unproven(MunimentError):
    """Perhaps done, but it could not be shown."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with the settings: where it stands, and what to do."""

    where: str
    because: str

    def __str__(self) -> str:
        """Print the fault as one line."""
        return f"{self.where}: {self.because}"


class Misconfigured(MunimentError):
    """The settings are wrong; every fault is told at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults, in the order they were found."""
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
