"""The week's look at every record: whether each store told every change of it."""

from collections import Counter
from datetime import date

from tasks.counting import show_counts
from tasks.day import day_or_today
from tasks.retention import read_store, recount_store, store_names
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("recount-catalogue")
def recount_catalogue(today: date | None = None) -> dict[str, int]:
    """Read what changed, then all; stop all disposals where a store kept a change to itself."""
    day = day_or_today(today)
    counts: Counter[str] = Counter()
    for store in store_names():
        counts.update(read_store(store, day))
        counts.update(recount_store(store, day))
    show_counts("recount-catalogue", counts)
    seal()
    return dict(counts)
