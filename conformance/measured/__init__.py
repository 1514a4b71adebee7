"""Case files that detection was measured by twice in November 2026, and that are open since.

Their author had read neither the detectors, nor their tests, nor the papers of the other makers,
nor the pens that wrote those. People, numbers, rosters and noise are made as for
`conformance.practice`, from names and streets of their own; how names, numbers, births, addresses
and days are written, the notation of the templates, the markings, sentences, forms and layouts are
theirs alone.

What the truth means. A third party's mention is to be redacted; the subject's and a professional's
stay, and so does that of somebody for whom people ruled `SHOW`. Where a name, as written, may be
somebody's with another answer (a father and son, a relative and an official of one name, a surname
alone that is the subject's too, initials that are also an office), a person must say. So must one
of a police reference, the first half of a postcode alone, a health number whose check digit is
wrong, a referrer who is only described, somebody in an office whom no roster lists, and whatever
would stay if no marking covered it. What the subject shares with others (home, family landline, the
plural of the surname) stays. A real scope runs from the words of its marking to where the page ends
it; the others only sound so. One case in four is of before this century, with papers of its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from conformance.casefiles.truth import Case
from conformance.measured.papers import CENTURY, KINDS, paper
from conformance.measured.stock import STOCK
from conformance.practice.noise import noisy
from conformance.practice.people import World
from conformance.practice.people import world as people_of
from conformance.practice.roster import USUAL, Defects, roster, spoil

TRAIL = "escalation emails"

__all__ = ["USUAL", "Defects", "cases", "noisy", "world"]


def world(seed: int, number: int, defects: Defects = USUAL) -> World:
    """Return the people of one case as they are, and what its roster says wrongly of them."""
    rng = _dice(seed, number, "people")
    made = _people(rng)
    while not _strange(made):
        made = _people(rng)
    spoil(rng, made, defects)
    return made


def _people(rng: Random) -> World:
    latest = date(rng.randint(1978, 1998) if rng.random() < 0.25 else 2026, 3, 1)
    return people_of(rng, STOCK, latest, (10, 11))


def _strange(made: World) -> bool:
    """Say whether nobody whom no roster lists has the surname of somebody whom one might."""
    listed = {p.last for p in made.everybody if not p.key.startswith("x")}
    return not any(p.last in listed for p in made.everybody if p.key.startswith("x"))


def cases(seed: int, count: int, defects: Defects = USUAL) -> Iterator[Case]:
    """Make case files one after another: the same seed, the same files."""
    for number in range(count):
        made = world(seed, number, defects)
        name = f"fresh-{seed}-{number:03d}"
        papers = (
            paper(made, _dice(seed, number, f"{at}"), kind, f"{name}/{at:02d} {kind}.txt")
            for at, kind in enumerate(_kinds(made, seed, number), 1)
        )
        yield Case(name, roster(made), tuple(papers))


def _dice(seed: int, number: int, what: str) -> Random:
    return Random(f"fresh:{seed}:{number}:{what}")  # noqa: S311 (made-up files, not secrets)


def _kinds(made: World, seed: int, number: int) -> list[str]:
    """Return which papers a case has: those of its time and of the child's age, in any order."""
    rng = _dice(seed, number, "kinds")
    old = made.today.year < CENTURY
    age = (made.today - made.subject.born).days // 365
    fitting = [
        name
        for name, kind in KINDS.items()
        if (kind.old if old else kind.new) and kind.ages[0] <= age <= kind.ages[1]
    ]
    chosen = rng.sample(fitting, min(len(fitting), rng.randint(10, 12)))
    # A trail of e-mails is the only paper of which one message may be marked, and is in most files.
    if not old and TRAIL not in chosen and rng.random() < 0.6:
        chosen[rng.randrange(len(chosen))] = TRAIL
    return chosen
