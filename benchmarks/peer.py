"""What PyMuPDF does with a file, timed: run by the peer environment's own Python, never imported.

    python benchmarks/peer.py redact IN.pdf OUT.pdf TERMS.json

Prints one JSON object. It needs nothing of ours, and nothing of ours needs it.
"""

import json
import resource
import sys
import time
from pathlib import Path

import pymupdf


def redact(source: str, target: str, terms: str) -> dict[str, object]:
    """Search, redact, save, as PyMuPDF's own documentation does it; images are edited."""
    wanted = json.loads(Path(terms).read_text())
    begun, used = time.perf_counter(), time.process_time()
    boxes, searching = 0, 0.0
    with pymupdf.open(source) as document:
        pages = len(document)
        for page in document:
            at = time.perf_counter()
            found = [rect for term in wanted for rect in page.search_for(term)]
            searching += time.perf_counter() - at
            for rect in found:
                page.add_redact_annot(rect, fill=(0, 0, 0))
            if found:
                page.apply_redactions()
            boxes += len(found)
        document.save(target, garbage=4, deflate=True)
    return {
        "pages": pages,
        "boxes": boxes,
        "wall": time.perf_counter() - begun,
        "cpu": time.process_time() - used,
        "search": searching,
        "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "version": pymupdf.__version__,
    }


JOBS = {"redact": redact}

if __name__ == "__main__":
    json.dump(JOBS[sys.argv[1]](*sys.argv[2:]), sys.stdout)
