"""Our own unredacted copies, destroyed when their short life is over."""

from datetime import date

from tasks.counting import show_counts
from tasks.day import day_or_today
from tasks.purging import purge
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("purge-papers")
def purge_papers(today: date | None = None) -> dict[str, int]:
    """Destroy the working papers of requests released long enough ago."""
    counts = purge(day_or_today(today))
    show_counts("purge-papers", counts)
    seal()
    return counts
