"""What Muniment does with a file, timed: a process of its own, so that its memory is its own.

    python -m benchmarks.ours redact IN.pdf OUT.pdf TERMS.json

Prints one JSON object, as `peer.py` does.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from recordkeeping.disclosure.people import Roster
from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.detect import areas_of, detect
from redaction.pages import ReadDocument
from redaction.prove import canaries_caught, weigh
from redaction.reading import read_document
from redaction.removing import remove
from redaction.terms import TermDetector


def found(document: ReadDocument, terms: list[str]) -> tuple[list[Area], int]:
    """Return the areas where the terms stand, unlabelled, and how many findings they make."""
    findings = detect(document, Roster(""), [TermDetector(terms)])
    return areas_of(findings, {}, ""), len(findings)


def step_by_step(source: str, target: str, terms: str) -> dict[str, Any]:
    """Read, detect, burn and prove, each timed by itself. A page that fails its proof is told."""
    wanted = json.loads(Path(terms).read_text())
    canaries_caught()  # the sandbox's processes are there, as they are in a service that runs
    at = [time.perf_counter()]
    document = read_document(Path(source).read_bytes())
    at.append(time.perf_counter())
    areas, _ = found(document, wanted)
    at.append(time.perf_counter())
    burned = burn(document.pdf, areas)
    at.append(time.perf_counter())
    verdict = weigh(burned.pdf, document.pdf, areas, wanted)
    at.append(time.perf_counter())
    Path(target).write_bytes(burned.pdf)
    steps = ("read", "detect", "burn", "prove")
    return {
        "pages": len(document.pages),
        "boxes": len(areas),
        "pictures": len(burned.pictures),
        "against": len(verdict.against),
        "glyphs": sum(len(page.text) for page in document.pages),
        **{step: at[n + 1] - at[n] for n, step in enumerate(steps)},
    }


def whole_path(source: str, target: str, terms: str) -> dict[str, Any]:
    """Redact a file as `muniment redact` does: what takes long runs on every core."""
    wanted = json.loads(Path(terms).read_text())
    canaries_caught()
    begun = time.perf_counter()
    document = read_document(Path(source).read_bytes())
    areas, redactions = found(document, wanted)
    read = time.perf_counter()
    proven = remove(document.pdf, areas, wanted, redactions)
    Path(target).write_bytes(proven.pdf)
    return {
        "pages": proven.pages,
        "boxes": len(areas),
        "pictures": len(proven.pages_as_images),
        "read": read - begun,
        "remove": time.perf_counter() - read,
        "wall": time.perf_counter() - begun,
    }


JOBS = {"steps": step_by_step, "redact": whole_path}

if __name__ == "__main__":
    json.dump(JOBS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
