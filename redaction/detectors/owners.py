"""Whose a name or number is, and what follows from that. Names of people never enter a sentence.

Asymmetry: anything may cause a removal or a question; only an exact entry of the roster that
belongs to nobody but the subject, or to professionals acting as such, causes a proposal to show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Person, Roster, Standing

ANOTHER_PERSON = "R01"
PROFESSIONAL = "R07"
_OF_A_HOME = frozenset(("address", "postcode", "phone"))
"""What those who live together share: the subject's own it stays."""
_POSTCODE = re.compile(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\s*$")
_BETWEEN = re.compile(r"[\s()\[\]./\-\u2010-\u2015\u2212]+")
_FROM_ABROAD = re.compile(r"^(?:\+44|0044)0?")


def found(
    roster: Roster,
    owners: Sequence[Person],
    *,
    span: Span,
    kind: str,
    detector: str,
    what: str,
    exact: bool,
    confidence: float,
    strength: Strength = Strength.SEEN,
) -> Finding:
    """Return what is proposed for something that belongs to these people of the roster."""
    propose, because, code = _judged(roster, owners, what, exact=exact)
    if exact and kind in _OF_A_HOME and _is_shared_with_subject(roster, owners):
        propose, because, code = Propose.SHOW, f"the subject's own {what}, which others share", None
    only = owners[0] if len(owners) == 1 else None
    return Finding(
        page=1,
        span=span,
        kind=kind,
        propose=propose,
        confidence=confidence,
        detector=detector,
        because=because,
        person=only.id if only else None,
        people=tuple(sorted({owner.id for owner in owners})),
        role=standing(roster, only).value if only else None,
        code=code,
        strength=strength,
    )


def unowned(
    span: Span,
    kind: str,
    detector: str,
    what: str,
    propose: Propose,
    confidence: float,
    strength: Strength = Strength.SEEN,
) -> Finding:
    """Return what is proposed for something that nobody on the roster is known by."""
    return Finding(
        page=1,
        span=span,
        kind=kind,
        propose=propose,
        confidence=confidence,
        detector=detector,
        because=f"{what} that belongs to nobody on the roster",
        code=ANOTHER_PERSON,
        strength=strength,
    )


def on_page(page: Page, finding: Finding) -> Finding:
    """Return a finding as one of this page."""
    return finding if finding.page == page.number else replace(finding, page=page.number)


def standing(roster: Roster, person: Person) -> Standing:
    """Return how a person stands to this request: the roster's subject is the subject."""
    return Standing.SUBJECT if person.id == roster.subject else person.role


def known_by(roster: Roster, kind: str, value: str) -> list[Person]:
    """Return the people whose identifier, phone or e-mail of this kind the value is."""
    if not (wanted := squeezed(value)):
        return []
    return [p for p in roster.people if wanted in map(squeezed, _values(p, kind))]


def squeezed(value: str) -> str:
    """Return a number or address as it compares: no spaces, no case, a national prefix."""
    solid = value.casefold() if "@" in value else _BETWEEN.sub("", value).casefold()
    return _FROM_ABROAD.sub("0", solid.strip())


def _values(person: Person, kind: str) -> Iterable[str]:
    match kind:
        case "phone":
            return person.phones
        case "email":
            return person.emails
        case "postcode":
            return [p[0] for address in person.addresses if (p := _POSTCODE.search(address))]
        case "birth":
            return [person.born.isoformat()] if person.born else []
        case _:
            # Councils name kinds of identifiers as they like: a number is known by itself.
            return [value for _, value in person.identifiers]


def _judged(
    roster: Roster, owners: Sequence[Person], what: str, *, exact: bool
) -> tuple[Propose, str, str | None]:
    if any(owner.policy for owner in owners):
        return _by_policy(roster, owners, what, exact=exact)
    standings = {standing(roster, person) for person in owners}
    relations = sorted({person.relation for person in owners if person.relation})
    who = f" ({relations[0]})" if len(owners) == 1 and relations else ""
    if standings == {Standing.SUBJECT}:
        if exact:
            return Propose.SHOW, f"the subject's own {what}", None
        return Propose.ASK, f"{what} that may be the subject's own", ANOTHER_PERSON
    if standings <= {Standing.PROFESSIONAL, Standing.ORGANISATION}:
        if exact:
            return Propose.SHOW, f"{what} of a professional in official capacity{who}", PROFESSIONAL
        return Propose.ASK, f"{what} that may be a professional's{who}", PROFESSIONAL
    if standings <= {Standing.THIRD_PARTY, Standing.UNKNOWN}:
        if len(owners) > 1:
            return Propose.REDACT, f"{what} shared by {len(owners)} third parties", ANOTHER_PERSON
        title = "named third party" if what == "name" else f"{what} of a third party"
        return Propose.REDACT, f"{title}{who}", ANOTHER_PERSON
    return Propose.ASK, f"{what} shared by people who stand differently", ANOTHER_PERSON


def _is_shared_with_subject(roster: Roster, owners: Sequence[Person]) -> bool:
    """Say whether the subject is one of several owners, of whom nobody is ruled about."""
    own = any(owner.id == roster.subject for owner in owners)
    return own and len(owners) > 1 and not any(owner.policy for owner in owners)


def _by_policy(
    roster: Roster, owners: Sequence[Person], what: str, *, exact: bool
) -> tuple[Propose, str, str | None]:
    """Return what people ruled about these, where they ruled, and else what their standing says."""
    if len(owners) > 1:
        one_by_one = [_judged(roster, [owner], what, exact=exact) for owner in owners]
        if len({propose for propose, _, _ in one_by_one}) == 1:
            propose, _, code = one_by_one[0]
            return propose, f"{what} shared by {len(owners)} people, ruled alike", code
        return Propose.ASK, f"{what} shared by people about whom rulings differ", ANOTHER_PERSON
    [owner] = owners
    why = f": {owner.why}" if owner.why else ""
    whose = f" ({owner.relation})" if owner.relation else ""
    if owner.policy is Propose.SHOW and not exact:
        return (
            Propose.ASK,
            f"{what} that may be of a person to be shown{whose}{why}",
            ANOTHER_PERSON,
        )
    ruled = {
        Propose.SHOW: "a person to be shown",
        Propose.REDACT: "a person to be withheld",
        Propose.ASK: "a person about whom to ask",
    }
    policy = owner.policy or Propose.ASK
    code = None if policy is Propose.SHOW else ANOTHER_PERSON
    return policy, f"{what} of {ruled[policy]}{whose}{why}", code
