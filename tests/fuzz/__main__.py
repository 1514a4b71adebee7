"""Fuzz for some minutes: `python -m tests.fuzz --minutes 10 --seed 1 [--files FOLDER]…`.

Each worker takes every nth case. What it did is appended to `results.jsonl` in the folder of the
run; started again with the same seed and folder, it goes on behind the last case. Files that went
wrong are kept in `failures/`. Ends with 4 if a case crashed, hung or leaked.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from tests.fuzz.cases import BAD, LONGEST, outcomes
from tests.fuzz.damage import case
from tests.fuzz.own import own_papers
from tests.fuzz.sources import Source, shipped, site_packages

HANG = "hang"
_DEATH = "in the time and memory allowed"
_UNFORESEEN = "damaged or unusual; "


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until the time is over, then print what became of the files."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2, choices=(1, 2))
    parser.add_argument("--files", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"), metavar="FOLDER")
    args = parser.parse_args(arguments)
    sources = own_papers(args.seed) + shipped([site_packages(), *args.files], args.seed)
    results = args.out / f"seed-{args.seed}" / "results.jsonl"
    results.parent.mkdir(parents=True, exist_ok=True)
    done = _done(results)
    print(f"{len(sources)} files to begin with; {len(done)} cases were done before", flush=True)
    run = _Run(sources, args.seed, args.workers, results, done)
    run.until(time.monotonic() + 60 * args.minutes)
    told = _told(results)
    print(json.dumps(told, indent=1))
    return 4 if any(told["results"].get(bad) for bad in (*BAD, HANG)) else 0


def _done(results: Path) -> set[int]:
    if not results.exists():
        return set()
    return {int(json.loads(line)["case"]) for line in results.read_text().splitlines()}


class _Run:
    """Workers, each watched: one that is silent for too long is ended, and its case is a hang."""

    def __init__(
        self, sources: list[Source], seed: int, workers: int, results: Path, done: set[int]
    ) -> None:
        self.sources, self.seed, self.workers = sources, seed, workers
        self.results, self.done = results, done
        self.at: dict[int, tuple[multiprocessing.Process, Connection, int, float]] = {}
        self.next = 0

    def until(self, deadline: float) -> None:
        """Hand out cases until the deadline, then wait for those under way."""
        for lane in range(self.workers):
            self._start(lane)
        while self.at:
            for channel in wait([channel for _, channel, _, _ in self.at.values()], timeout=1.0):
                lane = next(k for k, v in self.at.items() if v[1] is channel)
                self._hear(lane, go_on=time.monotonic() < deadline)
            for lane, (_, _, number, since) in list(self.at.items()):
                if time.monotonic() - since > LONGEST:
                    self._end(lane, number, HANG, go_on=time.monotonic() < deadline)

    def _start(self, lane: int) -> None:
        ours, theirs = multiprocessing.Pipe()
        arguments = (theirs, self.sources, self.seed)
        process = multiprocessing.Process(target=_work, args=arguments, daemon=False)
        process.start()
        theirs.close()
        self.at[lane] = process, ours, -1, time.monotonic()
        self._ask(lane)

    def _ask(self, lane: int) -> None:
        while self.next in self.done:
            self.next += 1
        process, channel, _, _ = self.at[lane]
        self.at[lane] = process, channel, self.next, time.monotonic()
        channel.send(self.next)
        self.next += 1

    def _hear(self, lane: int, *, go_on: bool) -> None:
        process, channel, number, _ = self.at[lane]
        try:
            rows = channel.recv()
        except EOFError:
            self._end(lane, number, "crash", go_on=go_on)
            return
        self._write(rows)
        if go_on:
            self._ask(lane)
        else:
            # Closing the channel would not end it: a forked worker holds our end of it too.
            process.terminate()
            process.join()
            channel.close()
            del self.at[lane]

    def _end(self, lane: int, number: int, result: str, *, go_on: bool) -> None:
        process, channel, _, _ = self.at.pop(lane)
        process.kill()
        process.join()
        channel.close()
        origin, kind, content, _ = case(number, self.seed, self.sources)
        keep(self.results.parent, number, 0, kind, content, result)
        self._write([_row(number, origin, kind, result, "the worker did not answer", 0.0)])
        if go_on:
            self._start(lane)

    def _write(self, rows: list[dict[str, Any]]) -> None:
        with self.results.open("a") as out:
            for row in rows:
                content = row.pop("content", None)
                if content is not None:
                    keep(
                        self.results.parent,
                        row["case"],
                        row["part"],
                        row["kind"],
                        content,
                        row["result"],
                    )
                out.write(json.dumps(row) + "\n")


def keep(folder: Path, number: int, part: int, kind: str, content: bytes, result: str) -> None:
    """Keep a file that went wrong."""
    (folder / "failures").mkdir(exist_ok=True)
    (folder / "failures" / f"{number}-{part}-{result}.{kind}").write_bytes(content)


def _row(
    number: int, origin: str, kind: str, result: str, reason: str, seconds: float, part: int = 0
) -> dict[str, Any]:
    return {
        "case": number,
        "part": part,
        "origin": origin,
        "kind": kind,
        "result": result,
        "reason": reason,
        "seconds": round(seconds, 2),
    }


def _work(channel: Connection, sources: list[Source], seed: int) -> None:
    os.nice(10)
    while True:
        try:
            number = channel.recv()
        except EOFError:
            return
        origin, kind, content, rng = case(number, seed, sources)
        rows = []
        for part, told in enumerate(outcomes(content, rng)):
            row = _row(number, origin, kind, told.result, told.reason, told.seconds, part)
            row |= {"pages": told.pages, "pictures": told.pictures, "terms": told.terms}
            died = _DEATH in told.reason or _UNFORESEEN in told.reason
            if told.result in BAD or died or told.result == "unproven":
                row["content"] = told.content
            rows.append(row)
        channel.send(rows)


def _told(results: Path) -> dict[str, Any]:
    rows = [json.loads(line) for line in results.read_text().splitlines()]
    reasons = Counter(
        f"{row['result']}: {re.sub('[0-9]+', 'N', row['reason'])}"
        for row in rows
        if row["result"] != "proven"
    )
    return {
        "cases": len({row["case"] for row in rows}),
        "files": len(rows),
        "results": dict(Counter(row["result"] for row in rows)),
        "pages": sum(row.get("pages", 0) for row in rows),
        "pictures": sum(row.get("pictures", 0) for row in rows),
        "terms": sum(row.get("terms", 0) for row in rows),
        "slowest": max((row["seconds"] for row in rows), default=0.0),
        "why": dict(reasons.most_common()),
    }


if __name__ == "__main__":
    sys.exit(main())
