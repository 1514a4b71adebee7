"""Case files that detectors were measured by until they were opened to whoever tunes: practice.

Detectors may be tuned on these since November 2026. What is reported is made by others.

What the truth here means, where `conformance.casefiles.truth` leaves it open. A third party's
mention is to be redacted, the subject's and a professional's stay, and so do those of somebody for
whom people ruled `SHOW`. Where a name is so written that somebody else of the case with another
answer may be meant (father and son, a professional of the family's surname, two people's
initials), and wherever a surname stands alone that is the subject's too, a person must say. So must
one within a marking's reach for whatever of the subject or a professional stands there. `known` is
the person's, not the writing's: an alias that the roster lacks is still of somebody known. Role
words (mum, MGF, Child A) are told as mentions and stay; a confidential referrer who is only
described is for a person to see. A scope begins with the words of its marking. Real scopes are
those of `phenomena.REAL_SCOPES`; the others only sound so.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from conformance.casefiles.truth import Case
from conformance.practice.noise import noisy
from conformance.practice.papers import KINDS, paper
from conformance.practice.people import World
from conformance.practice.people import world as people_of
from conformance.practice.roster import USUAL, Defects, roster, spoil

__all__ = ["USUAL", "Defects", "cases", "noisy", "world"]

ALWAYS = ("case note", "e-mail")


def world(seed: int, number: int, defects: Defects = USUAL) -> World:
    """Return the people of one case as they are, and what its roster says wrongly of them."""
    rng = _dice(seed, number, "people")
    made = people_of(rng)
    spoil(rng, made, defects)
    return made


def cases(seed: int, count: int, defects: Defects = USUAL) -> Iterator[Case]:
    """Make case files one after another: the same seed, the same files."""
    for number in range(count):
        made = world(seed, number, defects)
        name = f"held-{seed}-{number:03d}"
        kinds = _kinds(seed, number)
        papers = (
            paper(made, _dice(seed, number, f"{at}"), kind, f"{name}/{at:02d} {kind}.txt")
            for at, kind in enumerate(kinds, 1)
        )
        yield Case(name, roster(made), tuple(papers))


def _dice(seed: int, number: int, what: str) -> Random:
    return Random(f"heldout:{seed}:{number}:{what}")  # noqa: S311 (made-up files, not secrets)


def _kinds(seed: int, number: int) -> list[str]:
    """Return which papers a case has: notes and e-mails always, the others in turn."""
    rng = _dice(seed, number, "kinds")
    others = [kind for kind in KINDS if kind not in ALWAYS]
    chosen = rng.sample(others, rng.randint(7, 9))
    kinds = [*ALWAYS, *chosen, *(["e-mail"] if rng.random() < 0.4 else [])]
    rng.shuffle(kinds)
    return kinds
