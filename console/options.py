"""Reading what a person typed: a wrong day is a fault that names its option."""

from __future__ import annotations

import re
from datetime import date

from recordkeeping.vocabulary.errors import Fault

EARLIEST, LATEST = 1850, 2150


def day(text: str, option: str, faults: list[Fault]) -> date | None:
    """Read a day such as 2026-11-02, or tell the fault and return None."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        read = date.fromisoformat(text)
    except ValueError:
        faults.append(Fault(option, f"{printable(text)} is no day; write it as 2026-11-02"))
        return None
    if not EARLIEST <= read.year <= LATEST:
        faults.append(Fault(option, f"{read} is not between {EARLIEST} and {LATEST}"))
        return None
    return read


def printable(text: str) -> str:
    """Return what was typed as a terminal can take it: no control characters."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text) or "nothing"
