"""Unknown people whom a model saw once, looked for in every other place, and in every document.

They are nobody's entry in the roster: people promote them. So their names explain nothing that the
roster explains, and are looked for apart from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.names.public import is_nobody, may_be_nobody
from redaction.detectors.names.veto import (
    goes_on_as_a_place,
    is_no_name,
    is_ordinary,
    is_said,
    may_be_called,
)
from redaction.detectors.normal import folded
from redaction.detectors.roster.detector import RosterDetector
from redaction.detectors.roster.words import is_texted
from redaction.everyday import is_common_word, is_everyday
from redaction.merge import LONGER

NAMES = "names"
_NUMBERS = frozenset(
    ("nhs", "chi", "nino", "upn", "uln", "utr", "passport", "driving", "vrm", "bank", "handle")
)
_LONG = 7  # letters and figures of a number that is looked for elsewhere: fewer stand in anything
_SHORTEST = 3  # letters of a single name that is looked for elsewhere
_TWICE = 2
_SURE = 0.85


def is_nobodys_number(finding: Finding) -> bool:
    """Say whether a finding is of somebody's number whom nobody on the roster is known by."""
    return finding.kind in _NUMBERS and finding.person is None and not finding.people


def tells_of_unknown(finding: Finding) -> bool:
    """Say whether what a finding points to is looked for in the other papers of its case."""
    told = finding.detector == NAMES or is_nobodys_number(finding)
    return told and (finding.propose is Propose.REDACT or finding.because == LONGER)


def unknown_people(seen: Iterable[tuple[Finding, str]]) -> Roster:
    """Return those whom the net saw, from its findings with their words, each once.

    A full name counts at once; a single one where it was seen twice or for certain, and is no word
    of English. The numbers of people whom nobody listed are one person's more: what calls a number
    in one paper may not stand beside it in the next.
    """
    full, single, sure = dict[str, str](), Counter[str](), set[str]()
    written: dict[str, str] = {}
    numbers: dict[str, tuple[str, str]] = {}
    for finding, words in seen:
        if not tells_of_unknown(finding):
            continue
        if finding.kind in _NUMBERS:
            if sum(map(str.isalnum, words)) >= _LONG and any(map(str.isdigit, words)):
                numbers.setdefault(folded(words), (finding.kind, " ".join(words.split())))
            continue
        name = " ".join(words.split())
        key = folded(name)
        if " " in key:
            full.setdefault(key, name)
        elif sum(map(str.isalpha, key)) >= _SHORTEST and not is_ordinary(name):
            single[key] += 1
            written.setdefault(key, name)
            if finding.confidence >= _SURE:
                sure.add(key)
    alone = {key for key, times in single.items() if times >= _TWICE or key in sure}
    names = [*full.values(), *(written[key] for key in sorted(alone))]
    people = (Person(f"unknown-{n}", name, Standing.UNKNOWN) for n, name in enumerate(names, 1))
    known_by = tuple(numbers.values())
    nobody = Person("unknown", "", Standing.UNKNOWN, identifiers=known_by)
    return Roster("", (*people, nobody) if known_by else tuple(people))


class UnknownDetector:
    """Finds unknown people of a case by their names, in the shapes in which names are written."""

    name = NAMES

    def __init__(self, people: Roster) -> None:
        self._people = people
        self._roster = RosterDetector(closely=True)

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each place in which an unknown person is named."""
        if not self._people.people:
            return
        for finding in self._roster.find(page, self._people):
            words = page.text[slice(*finding.span)]
            if finding.kind == "person" and _is_none(page.text, finding.span, words):
                continue
            what = "number" if finding.kind in _NUMBERS else "name"
            else_ = may_be_nobody(page.text, finding.span) if finding.kind == "person" else ""
            yield replace(
                finding,
                propose=Propose.ASK if else_ else finding.propose,
                detector=self.name,
                because=f"a {what} that belongs to nobody on the roster, and stands elsewhere too",
                person=None,
                people=(),
                role=None,
                strength=Strength.ECHOED,
            )


def _is_none(text: str, span: Span, words: str) -> bool:
    """Say whether words mean no person where they stand: of "Mary's Hospital", "Mary"."""
    if is_texted(text, span):
        return False
    alone = len(words.split()) == 1
    if alone and words.islower() and is_everyday(folded(words)) and not is_common_word(words):
        return True  # "at", of a guess that a model began too early
    place = alone and goes_on_as_a_place(text, span[1])
    if words[:1].isupper() and is_nobody(text, span):
        return True
    said = is_said(words) and not any(may_be_called(folded(word)) for word in words.split())
    return place or said or (alone and words[:1].isupper() and is_no_name(text, span))
