"""What Muniment does with a file, timed: a process of its own, so that its memory is its own.

    python -m benchmarks.ours redact IN.pdf OUT.pdf TERMS.json

Prints one JSON object, as `peer.py` does.
"""

from __future__ import annotations

import json
import resource
import sys
import threading
import time
from collections.abc import Sequence
from importlib import import_module
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
from redaction.sandbox.wire import Header
from redaction.sandbox.zygote import JOBS as JOBS_IN_SANDBOX
from redaction.sandbox.zygote import settle
from redaction.terms import TermDetector


def found(document: ReadDocument, terms: list[str]) -> tuple[list[Area], int]:
    """Return the areas where the terms stand, unlabelled, and how many findings they make."""
    findings = detect(document, Roster(""), [TermDetector(terms)])
    return areas_of(findings, {}, ""), len(findings)


def step_by_step(source: str, target: str, terms: str) -> dict[str, Any]:
    """Read, detect, burn and prove, each timed by itself, in processor seconds.

    What runs in sandboxes elsewhere runs here in this process, one piece after the other: of a
    sandbox's child nobody could say how long it took. Starting one costs milliseconds a document.
    """
    wanted = json.loads(Path(terms).read_text())
    _without_sandboxes()
    at = [_seconds()]
    document = read_document(Path(source).read_bytes())
    at.append(_seconds())
    areas, _ = found(document, wanted)
    at.append(_seconds())
    burned = burn(document.pdf, areas)
    at.append(_seconds())
    verdict = weigh(burned.pdf, document.pdf, areas, wanted)
    at.append(_seconds())
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


def _seconds() -> float:
    """Return the processor time of this process and of those it waited for, such as poppler."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def _without_sandboxes() -> None:
    one_at_a_time = threading.Lock()  # pdfium is not made for threads

    def here(
        job: str, header: Header, blobs: Sequence[bytes], _: object = None
    ) -> tuple[Header, list[bytes]]:
        module, _, function = JOBS_IN_SANDBOX[job].partition(":")
        with one_at_a_time:
            answer: tuple[Header, list[bytes]] = getattr(import_module(module), function)(
                {**header, "job": job}, blobs
            )
        return answer

    for job in JOBS_IN_SANDBOX.values():
        import_module(job.partition(":")[0])
    for name, module in list(sys.modules.items()):
        if name.startswith("redaction.") and hasattr(module, "in_sandbox"):
            setattr(module, "in_sandbox", here)  # noqa: B010 - no module declares it writable
    settle()  # as the sandbox's process does


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
