"""Our own papers to begin with: the documents of Northmoor, and pages of small print."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.papers import dense
from conformance.northmoor.council import build
from tests.fuzz.sources import Source

_EACH = 4


def own_papers(seed: int) -> list[Source]:
    """Return a few papers of each kind that Northmoor keeps."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(Path(folder), scale=20, today=date(2026, 11, 25))
        files = sorted(path for path in built.papers.rglob("*") if path.is_file())
        Random(seed).shuffle(files)
        kinds: dict[str, list[Source]] = {}
        for path in files:
            kind = path.suffix[1:]
            some = kinds.setdefault(kind, [])
            content = path.read_bytes()
            if len(some) < _EACH and content:
                some.append(Source(f"northmoor/{path.name}", kind, content))
    small_print = [Source(f"dense-{n}", "pdf", dense(2, seed=n).pdf) for n in range(2)]
    return [*small_print, *(source for some in kinds.values() for source in some)]
