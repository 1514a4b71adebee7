"""Everything that is measured about redaction, in one run: `make bench-redaction`.

Prints each figure when it is known, writes `benchmarks/results/redaction.json`, and puts the
figures into docs/reference/redaction.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import fidelity, leaking, merging, misread, ordinary, page, papers, speed, widths
from benchmarks.ours import found
from benchmarks.running import Files, laid_down, ours, peers, run_here
from redaction.reading import read_document

RESULTS = Path(__file__).parent / "results" / "redaction.json"
DENSE, OFFICE, LARGE = 200, 8, 1000
QUICK = 5  # times fewer pages, and fewer runs: to look, not to quote


def main() -> None:
    """Measure all of it, or the parts that are named, keeping what was measured before."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.redaction", description=__doc__)
    parser.add_argument("--only", nargs="*", default=list(PARTS), choices=list(PARTS))
    parser.add_argument("--quick", action="store_true", help="fewer pages and runs")
    asked = parser.parse_args()
    quick = asked.quick
    told: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for part in asked.only:
        begun = time.monotonic()
        told[part] = PARTS[part](quick)
        print(f"{part} ({time.monotonic() - begun:.0f} s)", json.dumps(told[part], indent=1))
        told |= {"day": datetime.now(UTC).date().isoformat(), "machine": _machine()}
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(told, indent=1) + "\n")
    page.written(told)
    print(page.as_text(told))


def _machine() -> dict[str, Any]:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": names[0] if names else platform.machine(),
        "python": platform.python_version(),
        "pymupdf": peers(laid_down(papers.dense(1), "one"))["version"],
    }


def _one_core(quick: bool) -> dict[str, Any]:
    fewer, runs = (QUICK, 2) if quick else (1, 5)
    told = {"dense": speed.on_one_core("dense", papers.dense(DENSE // fewer), runs)[0]}
    if papers.has_office():
        joined = papers.joined(papers.office(max(1, OFFICE // fewer)))
        told["LibreOffice"] = speed.on_one_core("office", joined, runs)[0]
    return told


def _two_cores(quick: bool) -> dict[str, Any]:
    return speed.job_on_two_cores(LARGE // (QUICK if quick else 1), 1 if quick else 2)


def _fidelity(_quick: bool) -> dict[str, Any]:
    sets = {"dense": papers.dense(40)}
    if papers.has_office():
        sets["LibreOffice"] = papers.joined(papers.office(4))
    return {name: _kept(laid_down(paper, name)) for name, paper in sets.items()}


def _kept(files: Files) -> dict[str, Any]:
    ours("redact", files)
    peers(files)
    document = read_document(files.source.read_bytes())
    areas, _ = found(document, list(files.terms))
    sides = {"muniment": "ours", "pymupdf": "peer"}
    return {
        "words": {name: fidelity.words_lost(files, side) for name, side in sides.items()},
        "likeness": {name: fidelity.likeness(files, side, areas) for name, side in sides.items()},
    }


PARTS: dict[str, Callable[[bool], Any]] = {
    **({"torture": lambda _: leaking.measure()} if leaking.is_there() else {}),
    "ordinary": lambda _: ordinary.measure(),
    "fidelity": _fidelity,
    "widths": lambda _: widths.measure(),
    "one_core": _one_core,
    "two_cores": _two_cores,
    "memory": lambda _: speed.memory(),
    "merging": lambda quick: merging.measure(1 if quick else 3),
    "ocr": lambda _: run_here("benchmarks.ocr", "all"),
    "misread": lambda _: misread.measure(),
}

if __name__ == "__main__":
    main()
