"""Which finding a reviewer looks at first: what being wrong would cost, times how unsure it is.

A leaked name can put a child in danger; a life's story taken away is a lesser harm, and a harm.
So a proposal to show weighs what it would reveal, one to remove what it would take.
"""

from __future__ import annotations

from recordkeeping.disclosure.findings import Finding, Propose

_COST = {
    "marking": 1.0,
    "hidden": 1.0,
    "address": 0.9,
    "person": 0.9,
    "postcode": 0.8,
    "phone": 0.7,
}
_OTHERWISE = 0.6
_UNASKED = 0.05  # what is left of doubt where a detector is as sure as it can be
_TAKEN = 0.5  # of the cost of a leak: what is removed wrongly can be given back


def risk_of(finding: Finding) -> float:
    """Return the risk of following a finding's proposal unseen, from 0 to 1."""
    cost = _COST.get(finding.kind, _OTHERWISE)
    doubt = max(1 - finding.confidence, _UNASKED)
    match finding.propose:
        case Propose.ASK:
            return round(cost, 3)
        case Propose.SHOW:
            return round(cost * doubt, 3)
        case Propose.REDACT:
            return round(cost * _TAKEN * doubt, 3)
