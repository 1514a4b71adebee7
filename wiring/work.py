"""One piece of work: a transaction over the register and the ledger, and the moment it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from recordkeeping.vocabulary.events import Event
from register.register import Register


@dataclass(frozen=True, slots=True)
class Work:
    """What a step or an act works with: both memories are written, or neither.

    `attest` enters an event in the ledger and returns its index. `today` is the day to judge by.
    """

    register: Register
    attest: Callable[[Event], int]
    now: datetime
    today: date
