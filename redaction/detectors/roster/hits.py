"""Where somebody of the roster seems to be named, and who may be meant there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from recordkeeping.disclosure.findings import Span
from redaction.detectors.roster.variants import Way

_NEAR = 8  # hits on either side of one that may share its words
NAMES = frozenset(("person", "initials"))
"""Kinds of what people are called; everything else they are known by."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Who may be meant by a form of words, and how it came of what the roster lists."""

    person: str
    kind: str
    what: str
    exact: bool
    way: Way = Way.LISTED


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text and everybody who may be meant by it.

    `derived` is found in a shape that nobody listed, as a plural. `misread` was read in ink, with
    letters that a machine takes for each other, `no_other` so that nobody else can be called that.
    `misspelt` is nearly a name. `doubt` says what else it may well be: a person decides. `people`
    are the ids of everybody who may be meant, and `is_name` says that it is what they are called.
    """

    span: Span
    meanings: frozenset[Meaning] = field(repr=False)
    derived: bool
    misread: bool = False
    no_other: bool = False
    misspelt: bool = False
    doubt: str = ""
    people: frozenset[str] = field(init=False, repr=False, compare=False)
    is_name: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked of every hit many times.
        object.__setattr__(self, "people", frozenset([one.person for one in self.meanings]))
        object.__setattr__(self, "is_name", any(one.kind in NAMES for one in self.meanings))

    def of(self, people: frozenset[str]) -> Hit:
        """Return the same, of some of the people alone; of none of them nobody was meant."""
        kept = frozenset(meaning for meaning in self.meanings if meaning.person in people)
        return replace(self, meanings=kept) if kept else self


def united(hits: Iterable[Hit]) -> list[Hit]:
    """Unite hits on the same words: everybody who may be meant counts."""
    at: dict[Span, Hit] = {}
    for hit in hits:
        one = at.setdefault(hit.span, hit)
        if one is hit:
            continue
        at[hit.span] = Hit(
            hit.span,
            one.meanings | hit.meanings,
            one.derived and hit.derived,
            one.misread and hit.misread,
            one.no_other or hit.no_other,
            one.misspelt and hit.misspelt,
            one.doubt and hit.doubt,
        )
    return sorted(at.values(), key=lambda hit: (hit.span[0], -hit.span[1]))


def apart(hits: Sequence[Hit], text: str, subject: str) -> list[Hit]:
    """Leave out a name made of the end of one and the start of the next: no "Marsh Dean".

    "Kayleigh Marsh" beside "Dean Marsh", as cells of a table and lists of a family hold them, is
    two people. Each word of the hit left out stands in one of the two that stay; a name that
    another than the subject is listed by is never left out.
    """
    kept: list[Hit] = []
    for at, hit in enumerate(hits):
        listed = any(m.exact and m.way is Way.LISTED and m.person != subject for m in hit.meanings)
        before = (h for h in kept[-_NEAR:] if h.span[0] < hit.span[0])
        after = hits[at + 1 : at + 1 + _NEAR]
        if listed or not any(
            first.span[1] < hit.span[1] and not first.derived and _follows(first, hit, after, text)
            for first in before
        ):
            kept.append(hit)
    return kept


def _follows(first: Hit, hit: Hit, after: Sequence[Hit], text: str) -> bool:
    """Say whether the rest of a hit is a name of the same people by itself, after the first.

    Or a letter with which the next name begins: of "S.Darko, S Holm", no "Darko, S".
    """
    letter = hit.span[1] - 1 - text.endswith(".", *hit.span)
    alone = not text[letter - 1 : letter].isalnum()
    return first.span[1] > hit.span[0] and any(
        rest.span[0] >= first.span[1]
        and rest.span[1] >= hit.span[1]
        and (
            hit.people <= rest.people
            or (alone and rest.span[0] == letter and rest.span[1] > hit.span[1])
        )
        and not any(c.isalnum() for c in text[first.span[1] : rest.span[0]])
        for rest in after
    )


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leave out hits inside a longer one: "Marsh" in "Dean Marsh" is Dean's."""
    reach = -1
    for hit in hits:
        if hit.span[1] > reach:
            reach = hit.span[1]
            yield hit
