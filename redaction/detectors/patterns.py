"""What detectors of written patterns share: whose a value is decides what is proposed for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Person, Roster, Standing


def compact(value: str) -> str:
    """Return a value without spaces and marks, in capitals: the form values are compared in."""
    return re.sub(r"[^A-Z0-9@+]", "", value.upper())


def findings_of(
    page: Page,
    roster: Roster,
    pattern: re.Pattern[str],
    *,
    kind: str,
    detector: str,
    words: str,
    values_of: Callable[[Person], Iterable[str]],
    accept: Callable[[str], bool] = lambda _: True,
    same: Callable[[str], str] = compact,
) -> Iterator[Finding]:
    """Yield a finding for each match: shown when it is the subject's own, redacted otherwise.

    A value that nobody of the roster owns is somebody's: it is redacted, and a person may show it.
    """
    owners: dict[str, set[str]] = {}
    for person in roster.people:
        for value in values_of(person):
            owners.setdefault(same(value), set()).add(person.id)
    for match in pattern.finditer(page.text):
        if not accept(match.group()):
            continue
        whose = owners.get(same(match.group()), set())
        own = roster.subject in whose
        owner = roster.subject if own else min(whose, default=None)
        yield Finding(
            page=page.number,
            span=match.span(),
            kind=kind,
            propose=Propose.SHOW if own else Propose.REDACT,
            confidence=0.99 if whose else 0.9,
            detector=detector,
            because=_because(words, own, bool(whose)),
            person=owner,
            role=_role(roster, owner),
            code=None if own else "R01",
        )


def _because(words: str, own: bool, known: bool) -> str:
    if own:
        return f"the subject's own {words}"
    return (
        f"{words} of another person" if known else f"{words} that is not known to be the subject's"
    )


def _role(roster: Roster, id: str | None) -> str:
    person = roster.person(id) if id else None
    return (person.role if person else Standing.UNKNOWN).value
