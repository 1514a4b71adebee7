"""What the pattern detectors share: a number seen, and whose it is."""

from __future__ import annotations

from recordkeeping.disclosure.findings import Finding, Propose, Span, Strength
from recordkeeping.disclosure.people import Roster
from redaction.detectors.owners import found, known_by, unowned


def owned_or(
    propose: Propose,
    roster: Roster,
    span: Span,
    kind: str,
    what: str,
    value: str,
    confidence: float,
    *,
    certain: bool = False,
) -> Finding:
    """Return what follows from the owner; for a value nobody is known by, what is proposed here.

    `certain` says that a check digit holds.
    """
    owners = known_by(roster, kind, value)
    if not owners:
        strength = Strength.CERTAIN if certain else Strength.SEEN
        return unowned(span, kind, kind, what, propose, confidence, strength)
    return found(
        roster,
        owners,
        span=span,
        kind=kind,
        detector=kind,
        what=what,
        exact=True,
        confidence=confidence,
        strength=Strength.CERTAIN,
    )
