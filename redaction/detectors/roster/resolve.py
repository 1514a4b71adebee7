"""Which of the people who may be meant are: a set that only evidence makes smaller, never a guess.

Two people of one name, a father and his son, a surname that a family shares: a text often says
beside a name whose it is. What says nothing about these people leaves the set as it is, and a set
in which people stand differently asks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recordkeeping.disclosure.findings import Span
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.normal import WORD, folded
from redaction.detectors.owners import standing
from redaction.detectors.roster.hits import Hit
from redaction.detectors.roster.variants import Way, called, parts
from redaction.detectors.roster.words import (
    cannot_be,
    generation_behind,
    generations_in,
    roles_beside,
    roles_in,
    title_of,
    without_title,
)

_LAST = r"(?:surname|family name|last name|second name)"
_FIRST = r"(?:(?:fore|first|given|christian)[ \u00a0]?names?(?:\(s\))?)"
_SIGNS = r"[\s|:;,=\u2013-]{0,8}"
_LABELLED = re.compile(rf"(?<![^\W_]){_LAST}{_SIGNS}\Z", re.IGNORECASE)
_FIRST_BEHIND = re.compile(rf"{_SIGNS}{_FIRST}{_SIGNS}([^\W\d_]+)(?![^\W_])", re.IGNORECASE)
_FIRST_BEFORE = re.compile(
    rf"(?<![^\W_]){_FIRST}{_SIGNS}([^\W\d_]+)(?:[ \u00a0][^\W\d_]+)?{_SIGNS}\Z", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[ \u00a0]\(([^\W\d_]+)\)")
_FAR = 80  # letters
_JOINED = re.compile(r"\s*(?:,|and|&|\+|/|,\s*and)\s*", re.IGNORECASE)
_TOUCHING = re.compile(r"[ \u00a0]?-?")
_MANY = 6  # names in a row that share the surname of the last
_BESIDE = 30  # letters between a name and a date of birth
_BORN = re.compile(r"[\W_]*(?:d\.?o\.?b|date of birth|born(?: on)?)[\W_]*", re.IGNORECASE)
_PARAGRAPHS = 3
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_AGE = re.compile(
    r",?[ \u00a0](?:\(?(?:aged?|age[ds]?:)[ \u00a0]?(\d{1,2})(?!\d)"
    r"|\((\d{1,2})\)|\(?(\d{1,2})[ -]?y(?:ea)?rs?)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENDER = re.compile(r"^[>|\s]*(?:From|Sender)[ \u00a0]?:[^\n]*", re.MULTILINE)
_GROWN = 16  # years: from then on letters call somebody Mr or Ms
_CHILDS_TITLES = frozenset(("miss", "master"))
_ELDERS = frozenset(("father", "mother", "grandfather", "grandmother", "uncle", "aunt"))


def resolved(hits: Sequence[Hit], text: str, roster: Roster) -> Iterator[Hit]:
    """Yield hits, each of those people alone whom the text about it leaves."""
    scene = _Scene(text, roster, list(hits))
    for at, hit in enumerate(scene.hits):
        if hit.is_name and len(hit.people) > 1:
            scene.hits[at] = scene.narrowed(at)
    yield from scene.hits


def surnames_of(person: Person) -> frozenset[str]:
    """Return the surnames of a person without case, with the halves of double-barrelled ones."""
    lasts = [read.last for read in called(person)]
    return frozenset((*lasts, *(part for last in lasts for part in parts(last))))


@dataclass
class _Scene:
    """A text, its roster, and the hits in it; those before the one that is asked are resolved."""

    text: str = field(repr=False)
    roster: Roster = field(repr=False)
    hits: list[Hit] = field(repr=False)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Return the people by id."""
        return {person.id: person for person in self.roster.people}

    @cached_property
    def years(self) -> frozenset[int]:
        """Return the years that the text names, less those in which people were born."""
        born = {person.born.year for person in self.roster.people if person.born}
        return frozenset(int(year) for year in _YEAR.findall(self.text)) - born

    @cached_property
    def senders(self) -> list[Span]:
        """Return the lines that say who wrote an e-mail."""
        return [match.span() for match in _SENDER.finditer(self.text)]

    @cached_property
    def paragraphs(self) -> list[int]:
        """Return where paragraphs end."""
        return [match.start() for match in _EMPTY_LINE.finditer(self.text)]

    def narrowed(self, at: int) -> Hit:
        """Return a hit of fewer people, as far as the text about it says who they are not."""
        hit = self.hits[at]
        for rule in _RULES:
            left = rule(self, at, hit)
            if left and left < hit.people:
                hit = hit.of(left)
            if len(hit.people) == 1:
                break
        return hit

    def standing(self, id: str) -> Standing:
        """Return how somebody stands to the request."""
        return standing(self.roster, self.people[id])


_Rule = Callable[[_Scene, int, Hit], frozenset[str]]
_NOBODY: frozenset[str] = frozenset()


def _beside_it(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """A misspelt surname beside a first name is of somebody who has both."""
    left = hit.people
    for one, other in ((at - 1, at), (at, at + 1)):
        if one >= 0 and other < len(scene.hits):
            first, second = scene.hits[one], scene.hits[other]
            between = scene.text[first.span[1] : second.span[0]]
            if _TOUCHING.fullmatch(between) and first.is_name and second.is_name:
                left &= first.people if other == at else second.people
    return left


def _before_a_full_name(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """Of "Kevin and Tracy Hargreaves" both have that surname."""
    last = at
    while last + 1 < len(scene.hits) and last - at < _MANY:
        between = scene.text[scene.hits[last].span[1] : scene.hits[last + 1].span[0]]
        if not _JOINED.fullmatch(between) or not scene.hits[last + 1].is_name:
            return _NOBODY
        last += 1
        if _words(scene, scene.hits[last]) > 1:
            break
    if last == at or _words(scene, scene.hits[last]) < 2 or _words(scene, hit) > 1:
        return _NOBODY
    shared = frozenset().union(*(surnames_of(scene.people[id]) for id in scene.hits[last].people))
    return frozenset(id for id in hit.people if surnames_of(scene.people[id]) & shared)


def _in_a_role(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """A role beside a name says whose it is: "her uncle Mark", "Mark (uncle)"."""
    said = roles_beside(scene.text, hit.span)
    return frozenset(id for id in hit.people if roles_in(scene.people[id].relation) & said)


def _known_by_its_name(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """The subject's own listed name is theirs, where others might have it as a nickname alone."""
    sure = frozenset(m.person for m in hit.meanings if m.way in (Way.LISTED, Way.DERIVED))
    own = any(m.exact and m.person == scene.roster.subject for m in hit.meanings)
    return sure if own and not hit.derived else _NOBODY


def _born_then(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """A date of birth behind a name says whose it is."""
    for other in scene.hits[at + 1 : at + 2]:
        between = scene.text[hit.span[1] : other.span[0]]
        beside = len(between) <= _BESIDE and "\n" not in between
        if beside or _BORN.fullmatch(between):
            births = frozenset(m.person for m in other.meanings if m.kind == "birth")
            return hit.people & births
    return _NOBODY


def _so_old(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """An age behind a name fits some of them, in the years that the text names."""
    match = _AGE.match(scene.text, hit.span[1])
    born = {id: scene.people[id].born for id in hit.people}
    if match is None or not scene.years or not all(born.values()):
        return _NOBODY
    age = int(match[1] or match[2] or match[3])
    return frozenset(
        id
        for id, day in born.items()
        if day and any(year - day.year - age in (0, 1) for year in scene.years)
    )


def _of_a_generation(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """Senior is who is listed so, was born first, or is the parent; junior the other."""
    said = generation_behind(scene.text, hit.span[1])
    if not said:
        return _NOBODY
    people = [scene.people[id] for id in sorted(hit.people)]
    listed = frozenset(
        p.id for p in people if said in generations_in(iter((p.name, *p.aliases, p.relation)))
    )
    if listed:
        return listed
    born = sorted((p.born, p.id) for p in people if p.born)
    if len(born) == len(people) and born[0][0].year + _GROWN <= born[1][0].year:
        return frozenset((born[0][1],) if said == "senior" else (id for _, id in born[1:]))
    elders = frozenset(p.id for p in people if roles_in(p.relation) & _ELDERS)
    return elders if said == "senior" else hit.people - elders


def _by_title(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """No aunt is "Mr Hargreaves", and a child is no "Mrs Hargreaves" and hardly a "Mr"."""
    title = title_of(scene.text, hit.span)
    if not title:
        return _couple(scene, hit)
    wrong = cannot_be(title)
    left = frozenset(id for id in hit.people if not roles_in(scene.people[id].relation) & wrong)
    bare = len(WORD.findall(without_title(scene.text[slice(*hit.span)]))) == 1
    if bare and title not in _CHILDS_TITLES and not _is_grown(scene):
        left -= {scene.roster.subject}
    return left


def _couple(scene: _Scene, hit: Hit) -> frozenset[str]:
    words = folded(scene.text[slice(*hit.span)])
    couple = re.match(r"(?:mr|mrs|dr) (?:and|&) (?:mr|mrs) ", words)
    return hit.people - {scene.roster.subject} if couple else _NOBODY


def _is_grown(scene: _Scene) -> bool:
    """Say whether a text may be of years in which its subject was no child any more."""
    subject = scene.people.get(scene.roster.subject)
    born = subject.born if subject else None
    return born is not None and any(year - born.year >= _GROWN for year in scene.years)


def _who_signed(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """A name alone on its line below an e-mail is its sender's."""
    start = scene.text.rfind("\n", 0, hit.span[0]) + 1
    end = scene.text.find("\n", hit.span[1])
    line = scene.text[start : hit.span[0]] + scene.text[hit.span[1] : end if end >= 0 else None]
    if any(map(str.isalnum, line)) or _words(scene, hit) > 1:
        return _NOBODY
    before = [span for span in scene.senders if span[1] <= hit.span[0]]
    if not before:
        return _NOBODY
    low, high = before[-1]
    named = [h.people for h in scene.hits[:at] if low <= h.span[0] < high and h.is_name]
    return hit.people & frozenset().union(*named)


def _named_before(scene: _Scene, at: int, hit: Hit) -> frozenset[str]:
    """A single name is of whom alone of them the last three paragraphs name in full.

    Never where the subject may be meant: the file calls the subject by a single name from its
    first page to its last.
    """
    if scene.roster.subject in hit.people or _words(scene, hit) > 1:
        return _NOBODY
    ended = bisect_left(scene.paragraphs, hit.span[0])
    low = scene.paragraphs[ended - _PARAGRAPHS] if ended >= _PARAGRAPHS else 0
    named: set[str] = set()
    for other in (scene.hits[before] for before in range(at - 1, -1, -1)):
        if other.span[0] < low:
            break
        if not other.is_name or other.misspelt:
            continue
        if len(other.people) == 1 and _words(scene, other) > 1:
            named |= other.people & hit.people
    return frozenset(named) if len(named) == 1 else _NOBODY


def _words(scene: _Scene, hit: Hit) -> int:
    return len(WORD.findall(without_title(scene.text[slice(*hit.span)])))


_RULES: tuple[_Rule, ...] = (
    _beside_it,
    _in_a_role,
    _known_by_its_name,
    _before_a_full_name,
    _born_then,
    _so_old,
    _of_a_generation,
    _by_title,
    _who_signed,
    _named_before,
)


def is_family(text: str, hit: Hit, surnames: Iterable[str]) -> bool:
    """Say whether a family is meant by its surname: "the Dobbses", "the Marsh family"."""
    words = text[slice(*hit.span)]
    plain = folded(words)
    if "\n" in words or not words[:1].isupper():
        return False
    if plain in surnames:
        return (
            re.match(r"[ \u00a0](?:family|household)(?![^\W_])", text[hit.span[1] :][:12])
            is not None
        )
    plural = any(plain in (f"{name}s", f"{name}es") for name in surnames)
    return plural and re.search(r"(?i:\bthe[ \u00a0])\Z", text[: hit.span[0]][-5:]) is not None


def is_own_in_full(text: str, hit: Hit, roster: Roster, subject: Person) -> bool:
    """Say whether the subject's first name belongs to a surname: in a form, and "Birchall (Tam)".

    Where a form has another first name on its other side, it may be that one's. A first name that
    another of the surname bears says nothing.
    """
    firsts = _first_names_beside(text, hit.span)
    if not firsts:
        return False
    surname = folded(without_title(text[slice(*hit.span)]))
    return firsts <= _firsts(subject, surname).difference(
        *(_firsts(person, surname) for person in roster.people if person.id != subject.id)
    )


def _first_names_beside(text: str, span: Span) -> frozenset[str]:
    """Return the first names that stand in brackets behind a surname, or in a form beside it."""
    if beside := _IN_BRACKETS.match(text, span[1]):
        return frozenset((folded(beside[1]),))
    label = _LABELLED.search(text, max(0, span[0] - _FAR), span[0])
    if label is None:
        return frozenset()
    behind = _FIRST_BEHIND.match(text, span[1], span[1] + _FAR)
    before = _FIRST_BEFORE.search(text, max(0, label.start() - _FAR), label.start())
    return frozenset(folded(found[1]) for found in (behind, before) if found)


def _firsts(person: Person, surname: str) -> frozenset[str]:
    return frozenset(read.given[0] for read in called(person) if read.last == surname)
