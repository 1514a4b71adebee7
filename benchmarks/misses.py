"""What is missed and taken too much in made-up case files, one by one, for whoever tunes.

    python -m benchmarks.misses --cases 6 --seed 777 --only leak --kind postcode

Says of each where it stands, between the words before and behind it. The papers that figures are
reported on (`conformance/heldout`) are not among its makers: whoever reads those has tuned on them.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from random import Random
from typing import NamedTuple

from benchmarks.counting import Covered, Proposed, false_scopes, telling, withheld_rightly
from benchmarks.detecting import in_case
from conformance.casefiles.noise import noisy_case
from conformance.casefiles.truth import Case, Expect, Paper
from recordkeeping.disclosure.findings import Propose, Span

MAKERS = (
    "conformance.measured",
    "conformance.practice",
    "conformance.opened",
    "conformance.unsealed",
    "conformance.casefiles",
)
_ONLY = ("leak", "raised", "kept", "dates", "scopes", "shown", "nothing")
_AROUND = 60


class Miss(NamedTuple):
    """One thing that went wrong: of which sort, what it was, in which kind of paper, and where."""

    sort: str
    about: str
    paper: str
    words: str


def misses(case: Case, answers: Sequence[Sequence[Proposed]]) -> Iterator[Miss]:
    """Yield what was missed (leak, raised, shown) and what was taken too much, paper by paper."""
    for paper, proposed in zip(case.papers, answers, strict=True):
        covered = Covered(paper.text, proposed)
        yield from _of_mentions(paper, covered)
        yield from _of_scopes(paper, proposed, covered)


def _of_mentions(paper: Paper, covered: Covered) -> Iterator[Miss]:
    rightly = withheld_rightly(paper)
    for mention in paper.mentions:
        places = telling(paper.text, mention.span, mention.kind)
        about = f"{mention.kind}/{mention.phenomenon}/{mention.standing or ''}"
        masked = covered.masks(places)
        sort = ""
        if mention.expect is Expect.REDACT and not masked:
            sort = "leak"
        elif mention.expect is Expect.REVIEW and not masked:
            sort = "raised"
        elif mention.expect is Expect.KEEP and not any(rightly[slice(*mention.span)]):
            removed, asked = covered.removes_any(places), covered.asks_about_any(places)
            if removed or asked:
                sort = "dates" if mention.kind == "date" else "kept"
                about = f"{'removed' if removed else 'asked'}: {about}"
        if sort:
            yield Miss(sort, about, paper.kind, _shown(paper.text, mention.span))


def _of_scopes(paper: Paper, proposed: Sequence[Proposed], covered: Covered) -> Iterator[Miss]:
    for scope in paper.scopes:
        places = [at for at in range(*scope.span) if not paper.text[at].isspace()]
        stays = [at for at in places if not (covered.removed[at] or covered.asked[at])]
        if scope.real and stays:
            about = f"{scope.level}/{scope.phenomenon}: {len(stays)} of {len(places)}"
            yield Miss("shown", about, paper.kind, _shown(paper.text, scope.span))
    for one in false_scopes(paper, proposed):
        yield Miss("scopes", "false", paper.kind, _shown(paper.text, one.span))
    rightly = withheld_rightly(paper)
    for mention in paper.mentions:
        if mention.expect is not Expect.KEEP:
            rightly[slice(*mention.span)] = b"\1" * (mention.span[1] - mention.span[0])
    for one in proposed:
        if one.propose is Propose.REDACT and not any(rightly[slice(*one.span)]):
            yield Miss("nothing", one.kind, paper.kind, _shown(paper.text, one.span))


def _shown(text: str, span: Span) -> str:
    start, end = span
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}⟦{text[start:end]}⟧{behind}".replace("\n", "⏎")


def _of_case(case: Case) -> list[Miss]:
    return list(misses(case, in_case(case)))


def main() -> None:
    """Make cases, read them as gathering a request does, and print what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.misses", description=__doc__)
    parser.add_argument("--maker", choices=MAKERS, default=MAKERS[0])
    parser.add_argument("--cases", type=int, default=6)
    parser.add_argument("--seed", type=int, default=777)
    parser.add_argument("--noisy", action="store_true", help="as a scanner misreads them")
    parser.add_argument("--only", nargs="*", choices=_ONLY, default=list(_ONLY))
    parser.add_argument("--kind", default="", help="what has to stand in the second column")
    parser.add_argument("--cores", type=int, default=len(os.sched_getaffinity(0)))
    asked = parser.parse_args()
    cases: list[Case] = list(import_module(asked.maker).cases(asked.seed, asked.cases))
    if asked.noisy:
        cases = [noisy_case(case, Random(f"noise {case.id}")) for case in cases]
    tally: Counter[tuple[str, str]] = Counter()
    with ProcessPoolExecutor(asked.cores) as pool:
        for case, told in zip(cases, pool.map(_of_case, cases), strict=True):
            for miss in told:
                if miss.sort in asked.only and asked.kind in miss.about:
                    print(f"{case.id} {miss.sort} | {miss.about} | {miss.paper} | {miss.words}")
                    tally[miss.sort, miss.about.partition(": ")[0]] += 1
    for (sort, about), count in tally.most_common(40):
        print(f"{count:6} {sort} {about}")


if __name__ == "__main__":
    main()
