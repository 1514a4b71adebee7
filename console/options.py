"""Reading what a person typed: a wrong day is a fault that names its option."""

from __future__ import annotations

from datetime import date

from recordkeeping.vocabulary.errors import Fault

EARLIEST, LATEST = 1850, 2150


def day(text: str, option: str, faults: list[Fault]) -> date | None:
    """Read a day such as 2026-11-02, or tell the fault and return None."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        faults.append(Fault(option, f"{text or 'nothing'} is no day; write it as 2026-11-02"))
        return None
    if not EARLIEST <= read.year <= LATEST:
        faults.append(Fault(option, f"{read} is not between {EARLIEST} and {LATEST}"))
        return None
    return read
