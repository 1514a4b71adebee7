"""What owners have authorised: judged again, intended, disposed of, shown to be gone, certified."""

from collections import Counter
from datetime import date

from tasks.certificates import certify
from tasks.counting import show_counts
from tasks.day import only_today
from tasks.disposal import authorised_items, dispose_of, interrupted_items, resume
from tasks.sealing import seal
from tasks.step import flow_of_steps


@flow_of_steps("carry-out-disposals")
def carry_out_disposals(today: date | None = None) -> dict[str, int]:
    """Finish what was interrupted, then carry out what is authorised, seal, and certify."""
    day = only_today(today)
    counts: Counter[str] = Counter()
    counts.update(resume(interrupted_items(), day))
    counts.update(dispose_of(authorised_items(), day))
    seal()
    counts.update(certify(day))
    show_counts("carry-out-disposals", counts)
    seal()
    return dict(counts)
