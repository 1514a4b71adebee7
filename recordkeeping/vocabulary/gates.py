"""A gate is a condition before an act; its verdict is yes, or no with reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recordkeeping.vocabulary.errors import Refused


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gate's answer. Without a reason against it, it is yes."""

    against: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Say whether nothing speaks against the act."""
        return not self.against

    def or_refuse(self) -> None:
        """Return quietly on yes; raise `Refused` with every reason on no."""
        if self.against:
            raise Refused("; ".join(self.against))

    @classmethod
    def yes(cls) -> Verdict:
        """Nothing speaks against it."""
        return cls()

    @classmethod
    def no(cls, *reasons: str) -> Verdict:
        """Refuse, with at least one reason."""
        if not reasons:
            raise ValueError("a refusal needs a reason")
        return cls(reasons)


def all_pass(verdicts: Iterable[Verdict]) -> Verdict:
    """Return yes when every gate said yes. Nobody to ask is a refusal.

    An empty list would otherwise let everything through (rule 10: nothing proved is not proved).
    """
    asked = tuple(verdicts)
    if not asked:
        return Verdict.no("no gate was asked")
    reasons = tuple(reason for verdict in asked for reason in verdict.against)
    return Verdict(reasons)
