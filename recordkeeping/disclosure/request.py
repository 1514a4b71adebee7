"""A subject access request, from receipt to release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.gates import Verdict
from recordkeeping.vocabulary.identifiers import RequestId, SubjectRef


class Stage(StrEnum):
    """How far a request has come. A new search, or a doubt once approved, begins review anew."""

    OPEN = "open"
    GATHERED = "gathered"  # ready for review
    APPROVED = "approved"  # a second person said yes
    RELEASED = "released"
    CLOSED = "closed"


MOVES: Mapping[Stage, frozenset[Stage]] = {
    Stage.OPEN: frozenset({Stage.GATHERED}),
    Stage.GATHERED: frozenset({Stage.GATHERED, Stage.APPROVED}),
    Stage.APPROVED: frozenset({Stage.GATHERED, Stage.RELEASED}),
    Stage.RELEASED: frozenset({Stage.CLOSED}),
    Stage.CLOSED: frozenset(),
}
"""Every move there is."""


def advance(stage: Stage, to: Stage) -> Stage:
    """Return the next stage, or refuse a move that the table does not have."""
    if to not in MOVES[stage]:
        raise Refused(f"a request that is {stage.value} cannot become {to.value}")
    return to


@dataclass(frozen=True, slots=True)
class Request:
    """Whose records are asked for, since when, and what has been shown about the asker.

    `identity_verified` and `entitlement_verified` name the kind of evidence seen, never a copy of
    it; empty means not yet.
    """

    id: RequestId
    subject: SubjectRef
    received: date
    due: date
    stage: Stage = Stage.OPEN
    identity_verified: str = ""
    entitlement_verified: str = ""

    def may_be_released(self) -> Verdict:
        """Say whether who asks, and by what right, has been shown (domain brief I1)."""
        reasons = []
        if not self.identity_verified:
            reasons.append("the requester's identity is not verified")
        if not self.entitlement_verified:
            reasons.append("the requester's entitlement is not verified")
        return Verdict(tuple(reasons))
