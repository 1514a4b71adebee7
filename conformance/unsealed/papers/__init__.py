"""The kinds of paper of held-out case files: ten of any decade, and ten of this century.

Each is told in a text file of its name; what such a file holds is said by `kind`.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from conformance.casefiles.truth import Paper
from conformance.practice.people import World
from conformance.unsealed.papers import kind
from conformance.unsealed.papers.kind import Kind

KINDS: dict[str, Kind] = {
    path.stem.replace("_", " "): kind.read(path)
    for path in sorted(Path(__file__).parent.glob("*.txt"))
}


def paper(made: World, rng: Random, of: str, name: str) -> Paper:
    """Write one paper of this kind."""
    return kind.write(KINDS[of], made, rng, name, of)
