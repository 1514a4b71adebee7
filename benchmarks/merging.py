"""Putting 10,000 proven pages into one bundle, beside pdfium's own import of the same pages.

The bundle does more: it lays every page on a sheet with a line above and below, and sets a letter,
an index and a schedule. The same parts go to both, in turn: first files as reportlab writes them,
then the same files after redaction, as a bundle has them in earnest.
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

from benchmarks.ours import found
from benchmarks.papers import Paper, dense
from benchmarks.running import Told, run_here, spread
from bundles.bundle import assemble
from bundles.contents import AboutTheInformation, Addressee, BundleContents, ReleasedDocument
from bundles.council import Council
from recordkeeping.disclosure.release import ProvenDocument, Reconciliation
from recordkeeping.vocabulary.identifiers import Digest, RequestId
from redaction.burn.burning import burn
from redaction.reading import read_document

PARTS, PAGES_EACH, DIFFERENT = 1000, 10, 20


def _dense() -> list[bytes]:
    return [dense(PAGES_EACH, seed=n).pdf for n in range(DIFFERENT)]


def _released() -> list[bytes]:
    return [_burned(dense(PAGES_EACH, seed=n)) for n in range(DIFFERENT)]


def _burned(paper: Paper) -> bytes:
    document = read_document(paper.pdf)
    areas, _ = found(document, list(paper.terms))
    return burn(document.pdf, areas).pdf


def by_pdfium(parts: list[bytes]) -> Told:
    """Import every page of every part with pdfium, and save."""
    begun = time.process_time()
    target = pypdfium2.PdfDocument.new()
    for part in parts:
        target.import_pages(pypdfium2.PdfDocument(part))
    out = io.BytesIO()
    target.save(out)
    return {"seconds": time.process_time() - begun, "bytes": out.tell()}


def by_us(parts: list[bytes]) -> Told:
    """Assemble a bundle of every part."""
    contents = _contents(parts)
    begun = time.process_time()
    made = assemble(contents)
    return {"seconds": time.process_time() - begun, "bytes": len(made)}


def measure(runs: int) -> Told:
    """Return the processor time of each, in turn, and that with released files as parts."""
    return {
        "pages": PARTS * PAGES_EACH,
        "parts": PARTS,
        "runs": runs,
        **_compared(runs, "dense"),
        "released": _compared(runs, "released"),
    }


def _compared(runs: int, kind: str) -> Told:
    mine, other = [], []
    for _ in range(runs):
        other.append(run_here("benchmarks.merging", f"pdfium {kind}"))
        mine.append(run_here("benchmarks.merging", f"ours {kind}"))
    seconds = [[told["seconds"] for told in side] for side in (mine, other)]
    return {
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


SIDES: dict[str, Callable[[list[bytes]], Told]] = {"pdfium": by_pdfium, "ours": by_us}
KINDS: dict[str, Callable[[], list[bytes]]] = {"dense": _dense, "released": _released}

if __name__ == "__main__":
    side, kind = sys.argv[1].split()
    different = KINDS[kind]()
    json.dump(SIDES[side]([different[n % DIFFERENT] for n in range(PARTS)]), sys.stdout)
