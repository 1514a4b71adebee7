"""A case from its number: which file, and what is done to it. One number is always one case."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Sequence
from random import Random

from tests.fuzz import packages, pdfs, plain
from tests.fuzz.sources import PACKAGES, PDFS, Source

_LARGEST = 3 * 2**20
_WEIGHTS = {"pdfs": 6, "packages": 2, "others": 2}


def case(number: int, seed: int, sources: Sequence[Source]) -> tuple[str, str, bytes, Random]:
    """Return a case's origin, its kind, its bytes, and the chance that goes with it.

    The first cases are the files as they are; after that each is damaged.
    """
    rng = Random(f"{seed}:{number}")
    if number < len(sources):
        source = sources[number]
        return source.origin, source.kind, source.content, rng
    groups: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if len(source.content) <= _LARGEST:
            groups[_group(source)].append(source)
    names = sorted(groups)
    group = rng.choices(names, [_WEIGHTS[name] for name in names])[0]
    source = rng.choice(groups[group])
    return source.origin, source.kind, damaged(source, rng), rng


def damaged(source: Source, rng: Random) -> bytes:
    """Damage a file one to three times: as what it is, or as bytes."""
    content = source.content
    knowing = {"pdfs": pdfs.EVERY, "packages": packages.EVERY}.get(_group(source), plain.EVERY)
    for _ in range(rng.choice((1, 1, 2, 3))):
        damage = rng.choice(knowing if rng.random() < 0.75 else plain.EVERY)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of two parts with one name
                content = damage(content, rng) or content
        except Exception:  # what is damaged already can be too odd to be damaged by knowing it
            content = rng.choice(plain.EVERY)(content, rng) or content
    return content


def _group(source: Source) -> str:
    if source.kind in PDFS:
        return "pdfs"
    return "packages" if source.kind in PACKAGES else "others"
