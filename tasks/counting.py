"""What Prefect shows of a run: words and numbers, never ids of people."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from prefect.artifacts import (
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)


class Progress:
    """A progress bar with the run, under what is counted."""

    def __init__(self, what: str) -> None:
        self._what = what.replace("-", " ")
        made = create_progress_artifact(0.0, key=what, description=self._what)
        self._id = made if isinstance(made, UUID) else None

    def show(self, done: int, of: int | None = None) -> None:
        """Show how many are done, of how many where that is known."""
        share = 100.0 * done / of if of else 0.0
        if self._id:
            update_progress_artifact(self._id, share, description=f"{done} {self._what}")


def show_counts(flow: str, counts: Mapping[str, int]) -> None:
    """Leave a table of counts with the run, under the flow's name."""
    rows = [{"what": name.replace("_", " "), "number": n} for name, n in counts.items()]
    create_table_artifact(
        key=f"{flow}-counts",
        table=rows or [{"what": "nothing to do", "number": 0}],
        description=f"What {flow} did",
    )
