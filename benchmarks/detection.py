"""Everything that is measured about finding people, in one run: `make bench-detection`.

Both sides get the same texts. Prints what was seen, writes `benchmarks/results/detection.json`, and
puts the figures into docs/reference/detection.md. Reported are case files that nobody tuned on; the
same measures on those that we tune on stand beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from benchmarks import detection_page, public
from benchmarks.counting import Counts, Proposed, counted, differences, f2, measured
from benchmarks.detecting import DEEP, STANDARD, in_each, in_text
from conformance.casefiles.noise import noisy_case
from conformance.casefiles.rosters import with_people_missing
from conformance.casefiles.truth import Case
from recordkeeping.disclosure.findings import Propose
from redaction.detectors.names.weights import INSTALLED, MEDIUM
from wiring.plugins import load_detectors

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "detection.json"
PEER = ROOT / ".venv-peers-detection" / "bin" / "python"
MAKERS = {
    "reported": "conformance.heldout",
    "practised on": "conformance.measured",
    "tuned on": "conformance.casefiles",
}
SEEDS = {"reported": 20_407, "practised on": 20_351, "tuned on": 20_262}
CASES = {"reported": 60, "practised on": 24, "tuned on": 20}
TIMED, RUNS = 6, 3
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
BESIDE = (
    "leak",
    "known people found",
    "unknown people found",
    "third parties wholly masked",
    "papers without a leak",
    "letters that stay/removed",
)

Answers = list[list[Proposed]]


def main() -> None:
    """Measure all of it, or the parts that are named, keeping what was measured before."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.detection", description=__doc__)
    parser.add_argument("--only", nargs="*", default=list(PARTS), choices=list(PARTS))
    parser.add_argument("--cases", type=int, default=max(CASES.values()), help="at most so many")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    asked = parser.parse_args()
    told: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    for part in asked.only:
        begun = time.monotonic()
        told[part] = PARTS[part](asked)
        print(f"{part}: {time.monotonic() - begun:.0f} s", flush=True)
        told |= {"day": datetime.now(UTC).date().isoformat(), "machine": _machine()}
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(told, indent=1) + "\n")
    detection_page.written(told)
    print(detection_page.as_text(told))


def _machine() -> dict[str, Any]:
    return {
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "detectors": [detector.name for detector in load_detectors()],
    }


def made(maker: str, count: int) -> list[Case]:
    """Return cases of a maker; none where it is not installed."""
    name = MAKERS[maker]
    if find_spec(name) is None:
        return []
    return list(import_module(name).cases(SEEDS[maker], count))


def _casework(maker: str, asked: argparse.Namespace) -> dict[str, Any] | None:
    """Measure both sides on the cases of one maker, clean and noisy, and with people missing."""
    clean = made(maker, min(asked.cases, CASES[maker]))
    if not clean:
        print(f"{MAKERS[maker]} is not there: left out")
        return None
    kinds = {
        "clean": clean,
        "noisy": [noisy_case(case, Random(f"noise {case.id}")) for case in clean],
        "people missing": [
            replace(case, roster=with_people_missing(case.roster, Random(f"gone {case.id}")))
            for case in clean
        ],
    }
    told: dict[str, Any] = {
        "cases": len(clean),
        "papers": sum(len(case.papers) for case in clean),
        "letters": sum(len(paper.text) for case in clean for paper in case.papers),
        "mentions": sum(len(paper.mentions) for case in clean for paper in case.papers),
    }
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        every = list(pool.map(in_each, zip(*kinds.values(), strict=True)))
    for n, (kind, cases) in enumerate(kinds.items()):
        mine = [counted(c, answers[n]) for c, answers in zip(cases, every, strict=True)]
        told[kind] = {"muniment": measured(mine)}
        if kind != "people missing":  # it has no roster that could lack them
            theirs = _counts_of_peer(cases)
            told[kind] |= {
                "presidio": measured(theirs),
                "difference": differences(mine, theirs, BESIDE),
            }
    return told


def _counts_of_peer(cases: Sequence[Case]) -> list[Counts]:
    found, _ = peers([paper.text for case in cases for paper in case.papers])
    answers = iter(found)
    return [counted(case, [next(answers) for _ in case.papers]) for case in cases]


def peers(texts: Sequence[str]) -> tuple[Answers, dict[str, Any]]:
    """Return what Presidio would take out of each text, and what it took; everything it names."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        given, found = Path(folder, "texts.jsonl"), Path(folder, "found.jsonl")
        given.write_text("".join(json.dumps(text) + "\n" for text in texts))
        program = [str(PEER), str(ROOT / "benchmarks" / "detection_peer.py")]
        told = _run([*program, str(INSTALLED / MEDIUM.folder), str(given), str(found)])
        rows = [json.loads(line) for line in found.read_text().splitlines()]
    return [
        [Proposed((start, end), Propose.REDACT, entity) for start, end, entity, _ in row]
        for row in rows
    ], told


def _run(command: Sequence[str]) -> dict[str, Any]:
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **ONE_THREAD}, stdout=subprocess.PIPE, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _public(asked: argparse.Namespace) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name in public.FILES:
        texts = public.read(asked.data, name)
        if not texts:
            print(f"{name} is not in the folder given by --data: left out")
            continue
        with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            rosters = [text.roster for text in texts]
            words = [text.text for text in texts]
            mine = list(pool.map(in_text, words, rosters, chunksize=4))
        theirs, _ = peers(words)
        told[name] = {"texts": len(texts)}
        for side, answers in (("muniment", mine), ("presidio", theirs)):
            counts = list(map(public.COUNTED[name], texts, answers))
            told[name][side] = measured(counts)
            if "recall" in told[name][side]:
                told[name][side]["F2"] = f2(counts, "recall", "precision")
    return told


def _speed(asked: argparse.Namespace) -> dict[str, Any]:
    """Time both modes and Presidio on the same papers, in turn, each in a process of its own."""
    maker = next(maker for maker in MAKERS if find_spec(MAKERS[maker]))
    cases = made(maker, min(TIMED, asked.cases))
    texts = [paper.text for case in cases for paper in case.papers]
    runs: dict[str, list[dict[str, Any]]] = {STANDARD: [], DEEP: [], "presidio": []}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        path = Path(folder, "cases.pickle")
        path.write_bytes(pickle.dumps(cases))
        for _ in range(RUNS):
            for mode in (STANDARD, DEEP):
                program = [sys.executable, "-m", "benchmarks.detecting", mode, str(path)]
                runs[mode].append(_run(program))
            runs["presidio"].append(peers(texts)[1])
    return {"on": maker, **{side: _told(ran) for side, ran in runs.items()}}


_ABOUT = ("ran", "version", "spacy", "letters")


def _told(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    speeds = [run["letters"] / run["cpu"] for run in runs]
    about: dict[str, Any] = {key: runs[0][key] for key in _ABOUT if key in runs[0]}
    return {
        "letters_a_second": {"median": round(median(speeds)), "most": round(max(speeds))},
        "peak_mb": round(max(run["peak_kb"] for run in runs) / 1024),
        **about,
    }


def _parts() -> Iterator[tuple[str, Callable[[argparse.Namespace], Any]]]:
    for maker in MAKERS:
        yield maker, partial(_casework, maker)
    yield "public", _public
    yield "speed", _speed


PARTS = dict(_parts())

if __name__ == "__main__":
    main()
