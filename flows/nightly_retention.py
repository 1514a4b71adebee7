"""The night's look at every store: what is due is proposed, and waits for its owner."""

from collections import Counter
from datetime import date

from tasks.counting import show_counts
from tasks.day import day_or_today
from tasks.releasing import try_the_proof
from tasks.retention import count_held, propose_due, read_store, store_names, withdraw_stale
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("nightly-retention")
def nightly_retention(today: date | None = None) -> dict[str, int]:
    """Read every store, propose what is due, seal the ledger; ends at the owner's door.

    Last, the proof of releases is tried on known bad files: a blind one is known by morning.
    """
    day = day_or_today(today)
    counts: Counter[str] = Counter()
    withdraw_stale(day)
    stores = store_names()
    # All are read first: whether a record goes depends on what other stores have of a person.
    read: Counter[str] = Counter()
    for store in stores:
        read.update(read_store(store, day))
    show_counts("nightly-reading", read)
    for store in stores:
        counts.update(propose_due(store, day))
    counts.update(count_held(day))
    show_counts("nightly-retention", counts)
    seal()
    try_the_proof()
    return dict(counts)
