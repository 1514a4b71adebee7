"""Case files that detectors were measured by until 28 November 2026, and may learn from since.

Their author had read neither the detectors nor the other makers' papers. People, numbers, rosters
and noise are made as for `conformance.practice`, from names and streets of their own; sentences,
forms and layouts are theirs alone. The truth means what it means there. Beside that: a police
reference and the first half of a postcode alone are for a person to see, and so is a health number
with a wrong check digit; the plural of the subject's own surname stays; a particular that the
subject shares stays. One case in four is of before this century, and has papers of its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from conformance.casefiles.truth import Case
from conformance.opened.papers import KINDS, paper
from conformance.opened.stock import STOCK
from conformance.practice.noise import noisy
from conformance.practice.people import World
from conformance.practice.people import world as people_of
from conformance.practice.roster import USUAL, Defects, roster, spoil

__all__ = ["USUAL", "Defects", "cases", "noisy", "world"]

CENTURY = 2000


def world(seed: int, number: int, defects: Defects = USUAL) -> World:
    """Return the people of one case as they are, and what its roster says wrongly of them."""
    rng = _dice(seed, number, "people")
    old = rng.random() < 0.25
    latest = date(rng.randint(1978, 1998) if old else 2024, 9, 1)
    made = people_of(rng, STOCK, latest, (8, 10))
    spoil(rng, made, defects)
    return made


def cases(seed: int, count: int, defects: Defects = USUAL) -> Iterator[Case]:
    """Make case files one after another: the same seed, the same files."""
    for number in range(count):
        made = world(seed, number, defects)
        name = f"kept-{seed}-{number:03d}"
        papers = (
            paper(made, _dice(seed, number, f"{at}"), kind, f"{name}/{at:02d} {kind}.txt")
            for at, kind in enumerate(_kinds(made, seed, number), 1)
        )
        yield Case(name, roster(made), tuple(papers))


def _dice(seed: int, number: int, what: str) -> Random:
    return Random(f"kept:{seed}:{number}:{what}")  # noqa: S311 (made-up files, not secrets)


def _kinds(made: World, seed: int, number: int) -> list[str]:
    """Return which papers a case has: of its time, and of this century an e-mail always."""
    rng = _dice(seed, number, "kinds")
    old = made.today.year < CENTURY
    always = ["running record"] if old else ["e-mail chain"]
    others = [of for of, kind in KINDS.items() if of not in always and (kind.old or not old)]
    chosen = [*always, *rng.sample(others, rng.randint(8, 10))]
    if not old and rng.random() < 0.4:
        chosen.append("e-mail chain")
    rng.shuffle(chosen)
    return chosen
