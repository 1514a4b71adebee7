"""Makes case files by dice, of one maker's stock of names and of its press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from conformance.casefiles.truth import Case
from conformance.measured.papers.press import CENTURY, Press
from conformance.practice.people import World
from conformance.practice.people import world as people_of
from conformance.practice.roster import USUAL, Defects, roster, spoil
from conformance.practice.stock import Stock


@dataclass(frozen=True, slots=True)
class Making:
    """What one maker makes case files of.

    `dice` is what its dice and its cases are called, `trail` the paper that most files of today
    have.
    """

    dice: str
    stock: Stock
    press: Press
    trail: str

    def world(self, seed: int, number: int, defects: Defects = USUAL) -> World:
        """Return the people of one case as they are, and what its roster says wrongly of them."""
        rng = self._thrown(seed, number, "people")
        made = self._people(rng)
        while not _strange(made):
            made = self._people(rng)
        spoil(rng, made, defects)
        return made

    def _people(self, rng: Random) -> World:
        latest = date(rng.randint(1978, 1998) if rng.random() < 0.25 else 2026, 3, 1)
        return people_of(rng, self.stock, latest, (10, 11))

    def cases(self, seed: int, count: int, defects: Defects = USUAL) -> Iterator[Case]:
        """Make case files one after another: the same seed, the same files."""
        for number in range(count):
            made = self.world(seed, number, defects)
            name = f"{self.dice}-{seed}-{number:03d}"
            papers = (
                self.press.paper(made, self._thrown(seed, number, f"{at}"), kind,
                                 f"{name}/{at:02d} {kind}.txt")
                for at, kind in enumerate(self._kinds(made, seed, number), 1)
            )  # fmt: skip
            yield Case(name, roster(made), tuple(papers))

    def _thrown(self, seed: int, number: int, what: str) -> Random:
        return Random(f"{self.dice}:{seed}:{number}:{what}")  # noqa: S311 (made-up files)

    def _kinds(self, made: World, seed: int, number: int) -> list[str]:
        """Return which papers a case has: those of its time and of the child's age, mixed."""
        rng = self._thrown(seed, number, "kinds")
        old = made.today.year < CENTURY
        age = (made.today - made.subject.born).days // 365
        fitting = [
            name
            for name, kind in self.press.kinds.items()
            if (kind.old if old else kind.new) and kind.ages[0] <= age <= kind.ages[1]
        ]
        chosen = rng.sample(fitting, min(len(fitting), rng.randint(10, 12)))
        # A trail of messages is the only paper of which one may be marked, and is in most files.
        if not old and self.trail not in chosen and rng.random() < 0.6:
            chosen[rng.randrange(len(chosen))] = self.trail
        return chosen


def _strange(made: World) -> bool:
    """Say whether nobody whom no roster lists has the surname of somebody whom one might."""
    listed = {p.last for p in made.everybody if not p.key.startswith("x")}
    return not any(p.last in listed for p in made.everybody if p.key.startswith("x"))
