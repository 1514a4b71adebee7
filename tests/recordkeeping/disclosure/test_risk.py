"""What a reviewer looks at first."""

from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.disclosure.risk import risk_of


def finding(kind: str, propose: Propose, confidence: float) -> Finding:
    return Finding(1, (0, 5), kind, propose, confidence, "d", "why")


def test_questions_come_first_then_what_would_be_shown_then_what_would_be_removed() -> None:
    marked = finding("marking", Propose.ASK, 0.9)
    shown = finding("person", Propose.SHOW, 0.8)
    removed = finding("person", Propose.REDACT, 0.8)
    certain = finding("person", Propose.SHOW, 0.99)
    order = sorted([certain, removed, marked, shown], key=risk_of, reverse=True)
    assert order == [marked, shown, removed, certain]
    assert [risk_of(f) for f in order] == [1.0, 0.18, 0.09, 0.045]


def test_what_is_least_sure_comes_first_among_its_like() -> None:
    guess, number = finding("person", Propose.REDACT, 0.6), finding("nhs", Propose.REDACT, 0.99)
    assert risk_of(guess) > risk_of(number)
