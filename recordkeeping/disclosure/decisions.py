"""What a person ruled: about a finding, and about a whole document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recordkeeping.vocabulary.gates import Verdict
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId

MARKING_ONLY = "R90"
"""A marking is never a ground: legal in a draft, rejected at approval (domain brief §3.2)."""


class Ruling(StrEnum):
    """The ruling on a finding."""

    REDACT = "redact"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Decision:
    """The ruling on one finding. A later decision on the same finding supersedes it."""

    finding: str
    ruling: Ruling
    by: OfficerId
    on: date
    code: str | None = None

    def __post_init__(self) -> None:
        """Refuse a redaction without a code: a box without a reason cannot exist."""
        if self.ruling is Ruling.REDACT and not self.code:
            raise ValueError("a redaction needs an exemption code")


@dataclass(frozen=True, slots=True)
class Withholding:
    """The ruling that a whole document is not released."""

    document: ItemId
    code: str
    by: OfficerId
    on: date


def ready_for_approval(
    undecided: int, codes: Iterable[str], known_codes: frozenset[str]
) -> Verdict:
    """Say whether decisions are complete: nothing undecided, every code a real ground."""
    reasons = []
    if undecided:
        reasons.append(f"{undecided} findings are not decided")
    for code in sorted(set(codes)):
        if code == MARKING_ONLY:
            reasons.append("R90 is not a ground: say which exemption stands behind the marking")
        elif code not in known_codes:
            reasons.append(f"{code} is no ground for a redaction: choose a code that has a label")
    return Verdict(tuple(reasons))
