"""Running both sides: the same file, in turn, each in a process of its own, its memory watched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.papers import Paper
from redaction.sandbox.child import SPARING

ROOT = Path(__file__).parents[1]
PEER = ROOT / ".venv-peers" / "bin" / "python"
_LONGEST = 1800
_LOOK_EVERY = 0.05  # seconds

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Files:
    """One paper on disk, and where the results go."""

    folder: Path
    name: str
    terms: tuple[str, ...]

    @property
    def source(self) -> Path:
        """The file that both sides are given."""
        return self.folder / f"{self.name}.pdf"

    @property
    def listed(self) -> Path:
        """The terms, as JSON."""
        return self.folder / f"{self.name}.json"

    def result(self, side: str) -> Path:
        """Return where a side writes."""
        return self.folder / f"{self.name}-{side}.pdf"


def laid_down(paper: Paper, name: str, folder: Path | None = None) -> Files:
    """Write a paper to disk."""
    files = Files(folder or Path(tempfile.mkdtemp(prefix="bench-")), name, paper.terms)
    files.source.write_bytes(paper.pdf)
    files.listed.write_text(json.dumps(paper.terms))
    return files


def ours(job: str, files: Files, *, cores: int | None = None) -> Told:
    """Run our side once."""
    command = [sys.executable, "-m", "benchmarks.ours", job]
    return _run([*command, *_paths(files, "ours")], cores)


def peers(files: Files, *, cores: int | None = None) -> Told:
    """Run PyMuPDF once."""
    command = [str(PEER), str(ROOT / "benchmarks" / "peer.py"), "redact"]
    return _run([*command, *_paths(files, "peer")], cores)


def run_here(module: str, job: str) -> Told:
    """Run a job of one of our modules in a process of its own."""
    return _run([sys.executable, "-m", module, job], None)


def _paths(files: Files, side: str) -> list[str]:
    return [str(files.source), str(files.result(side)), str(files.listed)]


def _run(command: Sequence[str], cores: int | None) -> Told:
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **SPARING},  # as in a sandbox
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        said, _ = process.communicate(timeout=_LONGEST)
        watch.stop()
    if process.returncode:
        raise SystemExit(f"{command[1:4]} ended with {process.returncode}")
    return {**json.loads(said), "memory_mb": round(watch.most / 2**10, 1)}


class _Watch(threading.Thread):
    """Looks how much memory a process and all below it have together, pages shared counted once."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(_LOOK_EVERY):
            self.most = max(self.most, sum(map(_kilobytes, [self.pid, *_below(self.pid)])))

    def stop(self) -> None:
        """Look no more."""
        self.over.set()
        self.join()


def _below(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with suppress(OSError, IndexError, ValueError):
                stat = Path("/proc", entry, "stat").read_text()
                parent = int(stat.rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry))
    found, to_do = [], [pid]
    while to_do:
        below = children.get(to_do.pop(), [])
        found += below
        to_do += below
    return found


def _kilobytes(pid: int) -> int:
    with suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc", str(pid), "smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1])
    return 0


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return median and minimum: the minimum is what a quiet machine would show."""
    return {"median": round(median(values), 4), "min": round(min(values), 4)}
