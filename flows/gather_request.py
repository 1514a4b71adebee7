"""A request's documents: searched for, collected, read, searched for people; ready for review."""

from collections import Counter
from datetime import date

from tasks.counting import show_counts
from tasks.day import day_or_today
from tasks.gathering import collect, finish_gathering, read_and_detect, search_stores
from tasks.step import flow_of_steps


@flow_of_steps("gather-request")
def gather_request(request: str, today: date | None = None) -> dict[str, int]:
    """Search, collect, read and detect; ends with the request ready for review."""
    search_stores(request)
    collect(request)
    read_and_detect(request)
    counts: Counter[str] = Counter(finish_gathering(request, day_or_today(today)))
    show_counts("gather-request", counts)
    return dict(counts)
