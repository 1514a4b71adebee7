"""The people of the file: their names in every usual shape, and what they are known by.

A name split over two pages is found when the caller joins the pages; `redaction.detect` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Page, Propose, Strength
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.names.public import may_be_nobody
from redaction.detectors.normal import WORD
from redaction.detectors.owners import ANOTHER_PERSON, found, on_page, standing
from redaction.detectors.roster.capacity import against
from redaction.detectors.roster.hits import NAMES, Hit, apart, longest, united
from redaction.detectors.roster.index import index_of
from redaction.detectors.roster.initials import initials
from redaction.detectors.roster.mentions import (
    beside,
    in_addresses,
    misread,
    misspelt,
    numbered,
    spelled,
    with_a_name_behind,
    with_a_name_between,
    with_initials,
)
from redaction.detectors.roster.numbers import PART_OF_ADDRESS
from redaction.detectors.roster.readings import readings
from redaction.detectors.roster.resolve import is_family, is_own_in_full, resolved
from redaction.detectors.roster.variants import Way, called
from redaction.detectors.roster.words import cannot_be, roles_in, title_of
from redaction.misreadings import MISREAD

_OFFICIAL = {Standing.PROFESSIONAL, Standing.ORGANISATION}
_SURE, _LIKELY, _SHORT, _PERHAPS = 0.99, 0.8, 0.7, 0.5
_NEIGHBOURS = "a street or a house that others live in too"
_IN_FULL = "the subject's own surname, beside the first name"
_TAKES_IN = re.compile(r"adopt|foster|carer|guardian", re.IGNORECASE)
_BY_ANOTHERS_TITLE = "the surname of a third party, with a title that is not theirs"
_OF_THE_FAMILY = "the name of a family, which is the subject's own"


class RosterDetector:
    """Finds the people of the roster, by name and by what they are known by."""

    name = "roster"

    def __init__(self, *, closely: bool = False) -> None:
        """Take whether to look closely: for no nicknames or misspellings, and seldom for initials.

        Of somebody whom nobody listed these would be a guess upon a guess.
        """
        self._closely = closely

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each mention; who may be meant decides what is proposed."""
        index, ways = index_of(roster, closely=self._closely), readings(page.text)
        hits = united(
            (
                *spelled(page.text, ways, index),
                *misread(page, index),
                *in_addresses(page.text, index),
                *numbered(page.text, index),
            )
        )
        hits = united((*hits, *misspelt(page, ways[0].page, index, hits)))
        hits = united((*hits, *beside(page, index, hits)))
        hits = united((*hits, *with_a_name_between(page.text, hits)))
        hits = united((*hits, *with_a_name_behind(page.text, hits)))
        hits = united((*hits, *with_initials(page.text, index, hits)))
        hits = united((*hits, *initials(page.text, index, hits)))
        whole = list(longest(apart(hits, page.text, roster.subject)))
        meant = list(resolved(whole, page.text, roster))
        doubts = against(page.text, roster, whole, meant)
        for hit in meant:
            if not hit.misread or _is_of_others(roster, hit):
                finding = _asked(_finding(roster, hit, page.text), doubts.get(hit.span, ""))
                yield on_page(page, finding)


def _asked(finding: Finding, doubt: str) -> Finding:
    """Return a question instead of a proposal to show, where something speaks against it."""
    if finding.propose is not Propose.SHOW or not doubt:
        return finding
    because = f"{finding.because}; but it {doubt}"
    return replace(
        finding,
        propose=Propose.ASK,
        confidence=_LIKELY,
        because=because,
        code=finding.code or ANOTHER_PERSON,
    )


def _is_of_others(roster: Roster, hit: Hit) -> bool:
    """Say whether anybody may be meant of whom something is to be removed."""
    meant = [person for person in roster.people if person.id in hit.people]
    if any(person.policy for person in meant):
        return any(person.policy is not Propose.SHOW for person in meant)
    stand = {standing(roster, person) for person in meant}
    return not stand <= {Standing.SUBJECT} and not stand <= _OFFICIAL


def _finding(roster: Roster, hit: Hit, text: str) -> Finding:
    owners = [person for person in roster.people if person.id in hit.people]
    listed = {meaning.person for meaning in hit.meanings if meaning.exact}
    exact = not hit.derived and all(owner.id in listed for owner in owners)
    meaning = min(hit.meanings, key=lambda m: (not m.exact, m.way, m.kind, m.what))
    finding = found(
        roster,
        owners,
        span=hit.span,
        kind=meaning.kind,
        detector=RosterDetector.name,
        what=f"{MISREAD} {meaning.what}" if _may_be_misread(hit) else meaning.what,
        exact=exact,
        confidence=_confidence(hit, meaning.way, exact=exact),
        strength=_strength(hit, meaning.kind, len(WORD.findall(text, *hit.span)), exact=exact),
    )
    if finding.propose is Propose.REDACT and hit.is_name and _has_anothers_title(owners, hit, text):
        return replace(finding, because=_BY_ANOTHERS_TITLE, person=None, role=None)
    if _is_the_subjects_family(roster, hit, text):
        return replace(finding, propose=Propose.SHOW, because=_OF_THE_FAMILY, code=None)
    if meaning.what == PART_OF_ADDRESS and finding.propose is Propose.REDACT:
        return replace(finding, propose=Propose.ASK, because=f"{_NEIGHBOURS}, or {finding.because}")
    if _is_the_subjects_own(roster, hit, text):
        return replace(finding, propose=Propose.SHOW, because=_IN_FULL, code=None)
    if hit.doubt and finding.propose is Propose.REDACT:
        return replace(finding, propose=Propose.ASK, because=f"{hit.doubt}, or {finding.because}")
    single = finding.propose is Propose.REDACT and finding.strength < Strength.NAMED
    if single and hit.is_name and (else_ := may_be_nobody(text, hit.span)):
        return replace(finding, propose=Propose.ASK, because=f"{else_}, or {finding.because}")
    return finding


def _has_anothers_title(owners: Sequence[Person], hit: Hit, text: str) -> bool:
    """Say whether none of them has the title that stands there: no father is a Mrs."""
    wrong = cannot_be(title_of(text, hit.span))
    return all(roles_in(owner.relation) & wrong for owner in owners)


def _may_be_misread(hit: Hit) -> bool:
    return hit.misread and not hit.no_other and not hit.misspelt


def _is_the_subjects_family(roster: Roster, hit: Hit, text: str) -> bool:
    """Say whether a family is named that is the subject's, of whom nobody is ruled about."""
    subject = roster.person(roster.subject)
    if subject is None or subject.id not in hit.people or not hit.is_name or hit.misspelt:
        return False
    if any(person.policy for person in roster.people if person.id in hit.people):
        return False
    # Of a double name each half is a parent's family, and who fosters or adopts has one too.
    if any(
        person.id in hit.people and _TAKES_IN.search(person.relation) for person in roster.people
    ):
        return False
    return is_family(text, hit, {read.last for read in called(subject)})


def _is_the_subjects_own(roster: Roster, hit: Hit, text: str) -> bool:
    """Say whether a surname of the subject's and others' stands with the subject's first name."""
    subject = roster.person(roster.subject)
    if subject is None or subject.id not in hit.people or not hit.is_name or hit.misspelt:
        return False
    return not subject.policy and not hit.misread and is_own_in_full(text, hit, roster, subject)


def _confidence(hit: Hit, way: Way, *, exact: bool) -> float:
    if exact and not hit.doubt:
        return _SURE
    if hit.misspelt or hit.doubt or way is Way.INITIALS:
        return _PERHAPS
    return _LIKELY if way in (Way.LISTED, Way.DERIVED) else _SHORT


def _strength(hit: Hit, kind: str, words: int, *, exact: bool) -> Strength:
    if hit.misread or hit.misspelt:
        return Strength.ALIKE
    if kind not in NAMES:
        return Strength.CERTAIN
    if words < 2 or kind == "initials":
        return Strength.PART
    return Strength.WHOLE if exact else Strength.NAMED
