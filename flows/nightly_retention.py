"""The night's look at every store: what is due is proposed, and waits for its owner."""

from collections import Counter
from datetime import date

from tasks.counting import show_counts
from tasks.day import day_or_today
from tasks.releasing import try_the_proof
from tasks.retention import scan_store, store_names, withdraw_stale
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("nightly-retention")
def nightly_retention(today: date | None = None) -> dict[str, int]:
    """Scan every store, propose what is due, seal the ledger; ends at the owner's door.

    Last, the proof of releases is tried on known bad files: a blind one is known by morning.
    """
    day = day_or_today(today)
    counts: Counter[str] = Counter()
    withdraw_stale(day)
    for store in store_names():
        counts.update(scan_store(store, day))
    show_counts("nightly-retention", counts)
    seal()
    try_the_proof()
    return dict(counts)
