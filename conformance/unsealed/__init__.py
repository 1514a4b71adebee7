"""Case files that detectors were measured by once, and may learn from since.

Their author had read neither the detectors, nor their tests, nor more of the other makers' papers
than how they are written down. People, numbers, rosters and noise are made as for
`conformance.practice`, from names and streets of their own; sentences, forms and layouts are theirs
alone. The truth means what it means there and in `conformance.opened`: a police reference, the
first half of a postcode alone, a health number with a wrong check digit, and somebody in an office
whom no roster lists are for a person to see. One case in four is of before this century, and has
papers of its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from conformance.casefiles.truth import Case
from conformance.practice.noise import noisy
from conformance.practice.people import World
from conformance.practice.people import world as people_of
from conformance.practice.roster import USUAL, Defects, roster, spoil
from conformance.unsealed.papers import KINDS, paper
from conformance.unsealed.papers.kind import CENTURY
from conformance.unsealed.stock import STOCK

__all__ = ["USUAL", "Defects", "cases", "noisy", "world"]


def world(seed: int, number: int, defects: Defects = USUAL) -> World:
    """Return the people of one case as they are, and what its roster says wrongly of them."""
    rng = _dice(seed, number, "people")
    latest = date(rng.randint(1979, 1997) if rng.random() < 0.25 else 2025, 5, 1)
    made = people_of(rng, STOCK, latest, (10, 11))
    spoil(rng, made, defects)
    return made


def cases(seed: int, count: int, defects: Defects = USUAL) -> Iterator[Case]:
    """Make case files one after another: the same seed, the same files."""
    for number in range(count):
        made = world(seed, number, defects)
        name = f"sealed-{seed}-{number:03d}"
        papers = (
            paper(made, _dice(seed, number, f"{at}"), kind, f"{name}/{at:02d} {kind}.txt")
            for at, kind in enumerate(_kinds(made, seed, number), 1)
        )
        yield Case(name, roster(made), tuple(papers))


def _dice(seed: int, number: int, what: str) -> Random:
    return Random(f"sealed:{seed}:{number}:{what}")  # noqa: S311 (made-up files, not secrets)


def _kinds(made: World, seed: int, number: int) -> list[str]:
    """Return which papers a case has: of its time, and one of the kinds with the hardest hands."""
    rng = _dice(seed, number, "kinds")
    old = made.today.year < CENTURY
    always = "typed assessment" if old else "handover emails"
    age = (made.today - made.subject.born).days // 365
    others = [
        of
        for of, kind in KINDS.items()
        if of != always and (kind.old if old else kind.new) and kind.ages[0] <= age <= kind.ages[1]
    ]
    chosen = [always, *rng.sample(others, min(len(others), rng.randint(10, 11)))]
    if not old and rng.random() < 0.3:
        chosen.append("chat export")
    rng.shuffle(chosen)
    return chosen
