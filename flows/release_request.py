"""An approved request: burned, proven, bundled."""

from datetime import date

from tasks.bundling import seal_bundle
from tasks.counting import show_counts
from tasks.day import day_or_today
from tasks.releasing import burn_and_prove
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("release-request")
def release_request(request: str, today: date | None = None) -> dict[str, int]:
    """Burn, prove, bundle. Starts after approval; ends with a sealed bundle."""
    burn_and_prove(request)
    counts = seal_bundle(request, day_or_today(today))
    show_counts("release-request", counts)
    seal()
    return counts
