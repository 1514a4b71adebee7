"""Every torture file the whole way to a release, and what can still be read there.

`python -m tests.corpus.measure` does it, with readers that share no code with ours; what it says in
its last line is taken here.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import Any

from benchmarks.running import ROOT

_TOLD = re.compile(
    r"(?P<files>\d+) files: (?P<leak>\d+) leak, (?P<rewritten>\d+) rewritten, "
    r"(?P<pictures>\d+) with pictures, (?P<refused>\d+) refused \((?P<wrongly>\d+) that should not "
    r"be\), (?P<lose>\d+) lose words, (?P<untold>\d+) keep something from the reviewer"
)


def is_there() -> bool:
    """Say whether the torture files are part of this copy."""
    return (ROOT / "tests" / "corpus" / "measure.py").exists()


def measure() -> dict[str, Any]:
    """Return how many of the files leak, to any reader, and what became of them."""
    command = [sys.executable, "-m", "tests.corpus.measure"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    lines = run.stdout.splitlines()
    told = _TOLD.search(lines[-1] if lines else "")
    if told is None:
        raise SystemExit("the torture files could not be measured")
    return {key: int(value) for key, value in told.groupdict().items()} | {"which": lines[:-1]}
