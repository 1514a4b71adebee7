"""Learns how much each feature of a label or a sentence speaks for its being a marking.

    python -m benchmarks.marking_weights            # writes weights.csv beside `judged`
    python -m benchmarks.marking_weights --check    # how well each author's are found without

Learns from what people wrote for it (`benchmarks/marked`: papers parted by lines of `=`, what is
marked between ⟦ and ⟧, its own words with it; what begins with `plain` marks nothing, and the
writer of `closings.txt` knew how markings are found) and from the case files that are open to
tuning, never from those that figures are reported on. A passage tells where it is
marked by its first or its last units, not by which: so the unit that speaks loudest so far is taken
for it, the weights are learnt, and so again. They are those of a logistic regression with a ridge
towards `LIKELY`, what one would say beforehand.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from conformance.practice.noise import noisy
from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings import judged
from redaction.detectors.markings.spelling import mended

MARKED = Path(__file__).with_name("marked")
WEIGHTS = Path(judged.__file__).with_name("weights.csv")
OPEN = {
    "conformance.measured": (20_351, 60),
    "conformance.unsealed": (20_333, 60),
    "conformance.opened": (20_291, 40),
    "conformance.practice": (777, 30),
}
AROUND = "She is settled at school.\n\n{}\n\nA visit is planned for Monday."
PLAIN, OFTEN = "plain", 4
NOISY = 12  # cases of each, letters mistaken
ALWAYS = "always"
LIKELY = {
    ALWAYS: -4.5, "forbids to pass": 1.2, "forbids to learn": 0.7, "did not pass": -0.5,
    "did not learn": -0.7, "from whom": 0.8, "whom before": -0.3, "kept from": 1.5, "out of": 0.8,
    "kept until": 1.5, "office alone": 1.2, "alone": 0.4, "known to": 1.0, "status": 1.2,
    "not for": 1.5, "no further": 1.5, "get wind": 1.0, "unnamed": 0.8, "off record": 1.5,
    "eyes": 1.5, "no part of": 1.5, "no account": 1.0, "stays with": 1.2,
    "of the following": 1.5, "of this": 0.7,
    "of a piece": 0.4, "stands: colon": 0.8, "stands: alone": 0.5, "stands: capitals": 0.7,
    "stands: bracket": 0.4, "past": -1.0, "reported": -1.2, "stands: question": -2.0,
    "elsewhere": -2.0, "policy": -0.8, "you": -0.6, "we": -0.5, "contact": -0.8,
    "on condition": 0.5, "asked": 0.5, "polite": 0.3, "third party": 1.0, "law": 0.3,
    "source": 0.3, "asks at first": -1.0, "stands: quote": -1.0,
    "forbids to pass + of the following": 0.5, "forbids to pass + stands: colon": 0.5,
    "status + words: 3": 0.3, "consent": 0.3,
}  # fmt: skip
RIDGE, ROUNDS, STEPS = 2.0, 4, 25
SEEN, MOST_ALIKE, MOST_UNMARKED = 4, 3, 4  # times
POSITIVE = 2.0  # how much more a marking counts than what is none
NEAR_START, NEAR_END, BEFORE = 260, 140, 12  # letters of a passage in which its marking stands
SMALL = 0.02
LEVELS = (0.0, 0.5, 1.0, 1.5, 2.0)


class Marked(NamedTuple):
    """A paper, who wrote it, and its marked passages."""

    author: str
    text: str
    passages: tuple[Span, ...]


class Units(NamedTuple):
    """The units of a paper that may mark: of which passage each is, or of none."""

    author: str
    pages: float
    of_passages: tuple[tuple[frozenset[str], ...], ...]
    unmarked: tuple[frozenset[str], ...]


def parsed(author: str, written: str) -> Marked:
    """Return a paper without the signs around what is marked in it, and where those stood."""
    text, passages, begun = "", [], 0
    for letter in written:
        if letter == "⟦":
            begun = len(text)
        elif letter == "⟧":
            passages.append((begun, len(text)))
        else:
            text += letter
    return Marked(author, text, tuple(passages))


def written_for_it() -> Iterator[Marked]:
    """Yield the papers of `benchmarks/marked`."""
    for file in sorted(MARKED.glob("*.txt")):
        for paper in file.read_text(encoding="utf-8").split("\n=====\n"):
            # What marks nothing is a line or two, which stand in a paper and do not open it.
            around = AROUND if file.stem.startswith(PLAIN) else "{}"
            yield parsed(file.stem, around.format(paper.strip("\n")))


def open_case_files() -> Iterator[Marked]:
    """Yield the papers of the makers that are open to tuning, and some with letters mistaken."""
    for maker, (seed, count) in OPEN.items():
        for case in import_module(maker).cases(seed, count):
            for paper in case.papers:
                real = tuple(scope.span for scope in paper.scopes if scope.real)
                yield Marked(maker, paper.text, real)
        for case in import_module(maker).cases(seed + 1, NOISY):
            for paper in case.papers:
                twin = noisy(paper, 5)
                real = tuple(scope.span for scope in twin.scopes if scope.real)
                yield Marked(maker, twin.text, real)


def units_of(paper: Marked) -> Units:
    """Return the units of a paper that its passages are marked by, and those of no passage."""
    meant = mended(paper.text)
    within: list[list[frozenset[str]]] = [[] for _ in paper.passages]
    unmarked = list[frozenset[str]]()
    for unit, features in judged.weighed(meant, paper.text):
        start, end = meant.span(*unit.span)
        over = [n for n, (a, b) in enumerate(paper.passages) if start < b and end > a]
        if not over:
            unmarked.append(features)
            continue
        a, b = paper.passages[over[-1]]
        early = paper.text[a:start].count("\n") <= 2 and start - a < NEAR_START
        if start >= a - BEFORE and end <= b + 1 and (early or b - end < NEAR_END):
            within[over[-1]].append(features)
    pages = len(paper.text) / 2_500
    return Units(paper.author, pages, tuple(map(tuple, within)), tuple(unmarked))


Row = tuple[int, ...]


def learnt(papers: Sequence[Units]) -> dict[str, float]:
    """Return the weight of each feature that markings have, and of the constant."""
    times = Counter(f for p in papers for units in p.of_passages for unit in units for f in unit)
    often = {name for name, seen in times.items() if seen >= SEEN}
    names = [ALWAYS, *sorted({*LIKELY, *often} - {ALWAYS})]
    at = {name: n for n, name in enumerate(names)}

    def row(features: Iterable[str]) -> Row:
        return tuple(sorted({at[f] for f in features if f in at} | {at[ALWAYS]}))

    unmarked = Counter[Row]()
    for paper in papers:
        # What was written to mark nothing is rarer than what is none by chance.
        times_read = OFTEN if paper.author.startswith(PLAIN) else 1
        for unit in paper.unmarked:
            unmarked[row(unit)] += times_read
    passages = [[row(unit) for unit in units] for p in papers for units in p.of_passages if units]
    prior = np.array([LIKELY.get(name, 0.0) for name in names])
    weights = prior.copy()
    for _ in range(ROUNDS):
        loudest = Counter(_loudest(rows, weights) for rows in passages)
        rows = [*loudest, *unmarked]
        counts = [POSITIVE * min(loudest[r], MOST_ALIKE) for r in loudest]
        counts += [float(min(unmarked[r], MOST_UNMARKED)) for r in unmarked]
        marks = np.array([1.0] * len(loudest) + [0.0] * len(unmarked))
        weights = _fitted(rows, marks, np.array(counts), prior, weights)
    return dict(zip(names, map(float, weights), strict=True))


def _loudest(rows: Sequence[Row], weights: NDArray[np.float64]) -> Row:
    """Return the unit of a passage that speaks loudest for being its marking."""
    return max(rows, key=lambda row: float(weights[list(row)].sum()))


def _fitted(
    rows: Sequence[Row],
    marks: NDArray[np.float64],
    counts: NDArray[np.float64],
    prior: NDArray[np.float64],
    weights: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the weights that fit best, by Newton's method."""
    has = np.zeros((len(rows), len(prior)))
    for n, row in enumerate(rows):
        has[n, list(row)] = 1.0
    ridge = np.full(len(prior), RIDGE)
    ridge[0] = 0.0  # of what is always so

    def loss(w: NDArray[np.float64]) -> float:
        told = has @ w
        wrong = np.logaddexp(0.0, told) - marks * told
        return float((counts * wrong).sum() + 0.5 * (ridge * (w - prior) ** 2).sum())

    now = loss(weights)
    for _ in range(STEPS):
        likely = 1.0 / (1.0 + np.exp(-np.clip(has @ weights, -30, 30)))
        slope = has.T @ (counts * (likely - marks)) + ridge * (weights - prior)
        bend = (has.T * (counts * likely * (1.0 - likely))) @ has + np.diag(ridge + 1e-6)
        step, share = np.linalg.solve(bend, slope), 1.0
        while (then := loss(weights - share * step)) > now and share > 1e-4:
            share /= 2.0
        weights = weights - share * step
        if now - then < 1e-3:
            break
        now = then
    return weights


def _score(weights: dict[str, float], unit: Iterable[str]) -> float:
    return weights[ALWAYS] + sum(weights.get(name, 0.0) for name in unit)


def check(papers: Sequence[Units]) -> None:
    """Print for each author, of weights learnt from all others, what is found and what is none."""
    print("author; at each level: marked passages seen, units that mark nothing taken in 100 pages")
    by_author = defaultdict(list)
    for paper in papers:
        by_author[paper.author].append(paper)
    for author, own in by_author.items():
        weights = learnt([paper for paper in papers if paper.author != author])
        passages = [units for paper in own for units in paper.of_passages]
        loud = [max((_score(weights, u) for u in units), default=-9.0) for units in passages]
        quiet = [_score(weights, unit) for paper in own for unit in paper.unmarked]
        pages = sum(paper.pages for paper in own)
        told = [
            f"{level:g}: {100 * sum(s >= level for s in loud) / max(1, len(loud)):.0f} %,"
            f" {100 * sum(s >= level for s in quiet) / pages:.1f}"
            for level in LEVELS
        ]
        print(f"{author} ({len(loud)} in {pages:.0f} pages)", *told, sep="  ", flush=True)


def main() -> None:
    """Learn the weights and write them, or say how well they do without each author."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    papers = [units_of(paper) for paper in (*open_case_files(), *written_for_it())]
    if asked.check:
        return check(papers)
    weights = learnt(papers)
    told = {name: weight for name, weight in weights.items() if abs(weight) >= SMALL}
    with WEIGHTS.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows((name, f"{weight:.2f}") for name, weight in sorted(told.items()))
    print(f"{len(told)} weights from {len(papers)} papers: {WEIGHTS}")
    return None


if __name__ == "__main__":
    main()
