"""What was found, missed and taken too much, counted case by case: pure, from values.

A mention is masked when every letter of it that tells something is covered by a proposal to remove
or to ask. Titles, "and" and a possessive tell nothing; neither does punctuation. Intervals are of
1,000 resamples of whole cases: mentions of one case are not independent of each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from conformance.casefiles.truth import Case, Expect, Mention, Paper, Scope
from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Standing

PAGE = 2_500
"""Letters of a page, where papers have none: what is said of 100 pages is said of these."""

RESAMPLES = 1_000
_WORD = re.compile(r"[^\W_]+")
_TELL_NOTHING = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady", "master", "and"]
)
_APOSTROPHES = frozenset("'\u2019`")
_MARKING = "marking"
_PRIVILEGE = "privilege"


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a side proposes for a stretch of a text, and what it says stands there."""

    span: Span
    propose: Propose
    kind: str = "person"


@dataclass(slots=True)
class Counts:
    """How many of how many, by measure."""

    hits: dict[str, float] = field(default_factory=dict)
    of: dict[str, float] = field(default_factory=dict)

    def add(self, measure: str, hit: float, of: float = 1) -> None:
        """Count one, or several at once."""
        self.hits[measure] = self.hits.get(measure, 0) + hit
        self.of[measure] = self.of.get(measure, 0) + of


class Covered:
    """Which letters of a text are to be removed, and which are asked about."""

    def __init__(self, text: str, proposed: Iterable[Proposed]) -> None:
        self.text = text
        self.removed, self.asked = bytearray(len(text)), bytearray(len(text))
        for one in proposed:
            if one.propose is not Propose.SHOW:
                into = self.removed if one.propose is Propose.REDACT else self.asked
                start, end = one.span
                into[start:end] = b"\1" * (end - start)

    def masks(self, places: Sequence[int]) -> bool:
        """Say whether none of these letters would be shown."""
        return all(self.removed[at] or self.asked[at] for at in places)

    def removes_any(self, places: Sequence[int]) -> bool:
        """Say whether any of these letters would be removed."""
        return any(self.removed[at] for at in places)

    def asks_about_any(self, places: Sequence[int]) -> bool:
        """Say whether any of these letters is asked about, and none removed."""
        return not self.removes_any(places) and any(self.asked[at] for at in places)


def telling(text: str, span: Span, kind: str = "person") -> list[int]:
    """Return the places of letters and figures that tell something; of a title alone all of it."""
    words = list(_WORD.finditer(text, *span))
    told = [word for word in words if kind != "person" or not _tells_nothing(text, word, span[0])]
    return [at for word in (told or words) for at in range(*word.span())]


def _tells_nothing(text: str, word: re.Match[str], start: int) -> bool:
    owner = word.start() > start and text[word.start() - 1] in _APOSTROPHES
    return word[0].casefold() in _TELL_NOTHING or (owner and word[0].casefold() == "s")


def counted(case: Case, answers: Sequence[Sequence[Proposed]]) -> Counts:
    """Count one case: `answers` are a side's proposals for each of its papers, in their order."""
    counts = Counts()
    wholly: dict[str, bool] = {}
    for paper, proposed in zip(case.papers, answers, strict=True):
        covered = Covered(paper.text, proposed)
        leaks = [_mention(counts, paper, m, covered) for m in paper.mentions]
        if any(mention.expect is Expect.REDACT for mention in paper.mentions):
            counts.add("papers without a leak", not any(leaks))
        for mention, leak in zip(paper.mentions, leaks, strict=True):
            if mention.expect is Expect.REDACT and mention.person:
                wholly[mention.person] = wholly.get(mention.person, True) and not leak
        _scopes(counts, paper, proposed, covered)
        _too_much(counts, paper, proposed, covered)
    for masked in wholly.values():
        counts.add("third parties wholly masked", masked)
    return counts


def _mention(counts: Counts, paper: Paper, mention: Mention, covered: Covered) -> bool:
    """Count a mention; return whether it leaks."""
    places = telling(paper.text, mention.span, mention.kind)
    by_form, by_kind = f"form/{mention.phenomenon}", f"kind/{mention.kind}"
    match mention.expect:
        case Expect.REDACT:
            leak = not covered.masks(places)
            told = ("leak", f"{by_form}/leak", f"{by_kind}/leak", f"paper/{paper.kind}/leak")
            for measure in told:
                counts.add(measure, leak)
            if mention.kind == "person":
                counts.add(f"{'known' if mention.known else 'unknown'} people found", not leak)
            else:
                counts.add(f"found/{mention.kind}", not leak)
            return leak
        case Expect.REVIEW:
            raised = covered.masks(places)
            counts.add("to be reviewed and raised", raised)
            counts.add(f"{by_form}/not raised", not raised)
        case Expect.KEEP:
            if not any(_inside(mention.span, scope.span) for scope in _real(paper)):
                _kept(counts, mention, covered, places, by_form)
    return False


def _kept(
    counts: Counts, mention: Mention, covered: Covered, places: Sequence[int], by_form: str
) -> None:
    """Count what should stay; what a marking covers is withheld rightly and not counted here."""
    removed, asked = covered.removes_any(places), covered.asks_about_any(places)
    whose = _whose(mention)
    for measure in filter(None, (whose, by_form, f"kind/{mention.kind}")):
        counts.add(f"{measure}/removed", removed)
        counts.add(f"{measure}/asked", asked)
    if mention.kind == "date":
        counts.add("event dates masked", removed or asked)


def _whose(mention: Mention) -> str | None:
    if mention.kind == "date":
        return None
    if mention.kind == "decoy":
        return "decoys"
    if mention.standing is Standing.SUBJECT:
        return "subject"
    if mention.standing is Standing.PROFESSIONAL:
        return "professionals" if mention.known else "professionals not listed"
    return "shown by policy"


def _scopes(counts: Counts, paper: Paper, proposed: Sequence[Proposed], covered: Covered) -> None:
    """Count letters that a marking covers, and markings seen where none is."""
    for scope in _real(paper):
        places = [at for at in range(*scope.span) if not paper.text[at].isspace()]
        withheld = sum(bool(covered.removed[at] or covered.asked[at]) for at in places)
        counts.add("marked letters withheld", withheld, len(places))
        form = f"form/{scope.phenomenon}/marked letters shown"
        counts.add(form, len(places) - withheld, len(places))
    false = sum(1 for _ in false_scopes(paper, proposed))
    counts.add("false scopes", false, len(paper.text) / PAGE)


def false_scopes(paper: Paper, proposed: Iterable[Proposed]) -> Iterator[Proposed]:
    """Yield the proposals as markings of which more than half lies under no marking.

    Privilege in a part of a paper sends all of it to the lawyers: a marking of the whole is right.
    """
    whole = (0, len(paper.text))
    marked = _marked(
        (
            whole if _PRIVILEGE in scope.phenomenon else _with_its_mark(paper.text, scope.span)
            for scope in _real(paper)
        ),
        len(paper.text),
    )
    for one in (p for p in proposed if p.kind == _MARKING):
        places = [at for at in range(*one.span) if not paper.text[at].isspace()]
        if 2 * sum(marked[at] for at in places) < len(places):
            yield one


def withheld_rightly(paper: Paper) -> bytearray:
    """Return a 1 for each letter that a marking of this paper covers."""
    return _marked((scope.span for scope in _real(paper)), len(paper.text))


def _too_much(counts: Counts, paper: Paper, proposed: Sequence[Proposed], covered: Covered) -> None:
    """Count letters and proposals that nothing to be withheld stands behind."""
    marked = withheld_rightly(paper)
    for mention in paper.mentions:
        if mention.expect is not Expect.KEEP:
            start, end = mention.span
            marked[start:end] = b"\1" * (end - start)
    stay = [at for at, c in enumerate(paper.text) if c.isalnum() and not marked[at]]
    counts.add("letters that stay/removed", sum(covered.removed[at] for at in stay), len(stay))
    asked = sum(covered.asked[at] and not covered.removed[at] for at in stay)
    counts.add("letters that stay/asked", asked, len(stay))
    for one in proposed:
        if one.propose is Propose.REDACT:
            counts.add("removals of nothing", not any(marked[slice(*one.span)]))


def _real(paper: Paper) -> list[Scope]:
    return [scope for scope in paper.scopes if scope.real]


def _marked(spans: Iterable[Span], length: int) -> bytearray:
    marked = bytearray(length)
    for start, end in spans:
        marked[start:end] = b"\1" * (end - start)
    return marked


def _with_its_mark(text: str, span: Span) -> Span:
    """Return a marked passage with the line that marks it, which may go or stay."""
    before = text[: span[0]].rstrip()
    start = before.rfind("\n") + 1
    return (start if before else 0), span[1]


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def measured(cases: Sequence[Counts], resamples: int = RESAMPLES) -> dict[str, dict[str, Any]]:
    """Return every measure over all cases: count, out of how many, share, and its interval."""
    names = sorted({name for case in cases for name in case.of})
    hits, of = _tables(cases, names)
    shares = _resampled(hits, of, resamples)
    told = {}
    for n, name in enumerate(names):
        total, out_of = float(hits[:, n].sum()), float(of[:, n].sum())
        low, high = _interval(shares[:, n])
        share = total / out_of if out_of else None
        told[name] = {"n": _whole(total), "of": _whole(out_of), "share": share, "95": [low, high]}
    return told


def differences(
    ours: Sequence[Counts], peers: Sequence[Counts], names: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return by how much shares differ, with the interval of the difference on the same cases."""
    mine, theirs = (_resampled(*_tables(side, names), RESAMPLES) for side in (ours, peers))
    points = [_resampled(*_tables(side, names), 0) for side in (ours, peers)]
    told = {}
    for n, name in enumerate(names):
        low, high = _interval(mine[:, n] - theirs[:, n])
        told[name] = {"by": float(points[0][0, n] - points[1][0, n]), "95": [low, high]}
    return told


def f2(cases: Sequence[Counts], recall: str, precision: str) -> dict[str, Any]:
    """Return F2 of two measures, which weighs recall four times, with its interval."""
    names = (recall, precision)
    drawn = [_f2(row) for row in _resampled(*_tables(cases, names), RESAMPLES)]
    [point] = [_f2(row) for row in _resampled(*_tables(cases, names), 0)]
    return {"share": point, "95": list(_interval(np.array(drawn)))}


def _f2(row: Sequence[float]) -> float:
    recall, precision = row
    below = 4 * precision + recall
    return float(5 * precision * recall / below) if below else 0.0


def _tables(cases: Sequence[Counts], names: Sequence[str]) -> tuple[Any, Any]:
    hits = np.array([[case.hits.get(name, 0) for name in names] for case in cases], float)
    return hits, np.array([[case.of.get(name, 0) for name in names] for case in cases], float)


def _resampled(hits: Any, of: Any, resamples: int) -> Any:
    """Return shares of each resample, one row each; without resamples those of all cases."""
    rng = np.random.default_rng(7)
    every = np.arange(len(hits))[None, :]
    drawn = rng.integers(0, len(hits), (resamples, len(hits))) if resamples else every
    with np.errstate(invalid="ignore", divide="ignore"):
        rows = [hits[row].sum(axis=0) / of[row].sum(axis=0) for row in drawn]
    return np.array(rows)


def _interval(shares: Any) -> tuple[float | None, float | None]:
    known = shares[np.isfinite(shares)]
    if not len(known):
        return None, None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


def _whole(number: float) -> float | int:
    return int(number) if number == int(number) else round(number, 1)


def parts(told: Mapping[str, Any], group: str) -> Iterator[tuple[str, str, Any]]:
    """Yield the measures of a group (form, kind, paper): of what, which one, and its figures."""
    for name, figures in told.items():
        if name.startswith(f"{group}/"):
            of_what, _, measure = name.partition("/")[2].rpartition("/")
            yield of_what, measure, figures


Side = Callable[[Sequence[Case]], list[Counts]]
