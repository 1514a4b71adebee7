"""`python -m tests.corpus.measure`: what becomes of every torture file, and what leaks."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.corpus.case import Case, cases
from tests.corpus.engine import Outcome, judge


def _judge(name: str) -> Outcome:
    return judge(next(case for case in cases() if case.file == name))


def measure(only: str) -> list[tuple[Case, Outcome]]:
    """Return what became of every file whose name holds `only`."""
    asked = [case for case in cases() if only in case.file]
    with ProcessPoolExecutor(2) as workers:
        return list(zip(asked, workers.map(_judge, [case.file for case in asked]), strict=True))


def main() -> None:
    """Print what is wrong with each file, and the sums."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.measure", description=__doc__)
    parser.add_argument("--only", default="", help="a part of the names wanted")
    parser.add_argument("--all", action="store_true", help="print the good ones too")
    asked = parser.parse_args()
    results = measure(asked.only)
    for case, outcome in results:
        if asked.all or not outcome.good:
            said = [outcome.wrong, outcome.why if outcome.wrong else ""]
            said += [f"LEAKS {hit}" for hit in outcome.leaks]
            said += [f"lost {word}" for word in outcome.lost]
            said += [f"untold {word}" for word in outcome.untold]
            print(f"{case.file}: {'; '.join(s for s in said if s) or outcome.kind}")
    kinds = Counter(outcome.kind for _, outcome in results)
    print(
        f"{len(results)} files: {sum(bool(o.leaks) for _, o in results)} leak, "
        f"{kinds['rewritten']} rewritten, {kinds['picture']} with pictures, "
        f"{kinds['refused']} refused ({sum(bool(o.wrong) for _, o in results)} that should not be), "
        f"{sum(bool(o.lost) for _, o in results)} lose words, "
        f"{sum(bool(o.untold) for _, o in results)} keep something from the reviewer"
    )
    sys.exit(not all(outcome.good for _, outcome in results))


if __name__ == "__main__":
    main()
