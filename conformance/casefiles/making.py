"""Cases to tune detectors on, each from a seed and a number: the same again on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from conformance.casefiles.papers import KINDS, papers
from conformance.casefiles.people import Casting
from conformance.casefiles.scene import Scene
from conformance.casefiles.truth import Case

_PAPERS = 9


def cases(seed: int, count: int) -> Iterator[Case]:
    """Yield cases, each with nine papers of different kinds; a case is the same in any number."""
    for number in range(1, count + 1):
        yield case(seed, number)


def case(seed: int, number: int) -> Case:
    """Return one case."""
    key = f"casefiles {seed} {number}"
    cast = Casting(key).cast(f"t{seed}-{number:03d}")
    rng = Random(f"{key} papers")  # noqa: S311 (papers, not secrets)
    scene = Scene(cast, rng, date(2024, 1, 8))
    return Case(cast.id, cast.roster, tuple(papers(scene, rng.sample(list(KINDS), _PAPERS))))
