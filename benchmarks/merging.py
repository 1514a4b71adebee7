"""Putting 10,000 proven pages into one bundle, beside pdfium's own import of the same pages.

The bundle does more: it lays every page on a sheet with a line above and below, and sets a letter,
an index and a schedule. The same parts go to both, in turn.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pypdfium2

from benchmarks.papers import dense
from benchmarks.running import Told, run_here, spread
from bundles.bundle import assemble
from bundles.contents import AboutTheInformation, Addressee, BundleContents, ReleasedDocument
from bundles.council import Council
from recordkeeping.disclosure.release import ProvenDocument, Reconciliation
from recordkeeping.vocabulary.identifiers import Digest, RequestId

PARTS, PAGES_EACH, DIFFERENT = 1000, 10, 20


def _parts() -> list[bytes]:
    made = [dense(PAGES_EACH, seed=n).pdf for n in range(DIFFERENT)]
    return [made[n % DIFFERENT] for n in range(PARTS)]


def by_pdfium() -> Told:
    """Import every page of every part with pdfium, and save."""
    parts = _parts()
    begun = time.perf_counter()
    target = pypdfium2.PdfDocument.new()
    for part in parts:
        target.import_pages(pypdfium2.PdfDocument(part))
    out = io.BytesIO()
    target.save(out)
    return {"seconds": time.perf_counter() - begun, "bytes": out.tell()}


def by_us() -> Told:
    """Assemble a bundle of every part."""
    contents = _contents(_parts())
    begun = time.perf_counter()
    made = assemble(contents)
    return {"seconds": time.perf_counter() - begun, "bytes": len(made)}


def measure(runs: int) -> Told:
    """Return how long each takes, in turn."""
    mine, other = [], []
    for _ in range(runs):
        other.append(run_here("benchmarks.merging", "pdfium"))
        mine.append(run_here("benchmarks.merging", "ours"))
    seconds = [[told["seconds"] for told in side] for side in (mine, other)]
    return {
        "pages": PARTS * PAGES_EACH,
        "parts": PARTS,
        "runs": runs,
        "seconds": {"bundle": spread(seconds[0]), "pdfium": spread(seconds[1])},
        "bundle_to_pdfium": round(min(seconds[0]) / min(seconds[1]), 2),
        "bytes": {"bundle": mine[0]["bytes"], "pdfium": other[0]["bytes"]},
        "memory_mb": max(told["memory_mb"] for told in mine),
        "pdfium_memory_mb": max(told["memory_mb"] for told in other),
    }


def _contents(parts: list[bytes]) -> BundleContents:
    documents = tuple(
        ReleasedDocument(
            # Only the prover makes one in earnest; this is about putting pages together.
            ProvenDocument._after_proof(
                pdf=part,
                sha256=Digest(sha256(part).hexdigest()),
                pages=PAGES_EACH,
                redactions=0,
                readers=(),
            ),
            f"Case note {number}",
            date(2010, 4, 1),
        )
        for number, part in enumerate(parts, start=1)
    )
    plain = "A sentence of the letter."
    return BundleContents(
        request=RequestId("SAR-2026-0001"),
        received=date(2026, 9, 3),
        due=date(2026, 10, 5),
        released_on=date(2026, 10, 2),
        council=Council("Northmoor Council", ("The Moot Hall",), plain, plain, plain, plain),
        addressee=Addressee("A Person"),
        about=AboutTheInformation(plain, plain, plain, plain, plain, plain),
        searched=("The case system",),
        documents=documents,
        withheld=(),
        missing=(),
        reconciliation=Reconciliation(len(parts), len(parts), 0, 0),
    )


JOBS: dict[str, Callable[[], Told]] = {"pdfium": by_pdfium, "ours": by_us}

if __name__ == "__main__":
    json.dump(JOBS[sys.argv[1]](), sys.stdout)
