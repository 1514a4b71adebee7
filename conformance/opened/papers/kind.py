"""What a kind of paper is, and how one of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from conformance.casefiles.truth import Paper
from conformance.opened.pen import DATES, Pen
from conformance.practice.people import World


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: templates of its head, its entries, its foot, and how it is typed.

    `lead` stands before each entry, `running` between them as the head of a new page. One of
    `marked` takes its place among the entries by `marks`, one of `closing` stands last by
    `closes`, and by `banners` a paper begins with a marking of the whole. Behind an e-mail's foot
    stands a `trail` of earlier ones, and what a house puts under them all.
    """

    head: tuple[str, ...]
    body: tuple[str, ...]
    foot: tuple[str, ...]
    count: tuple[int, int] = (12, 15)
    lead: str = ""
    gap: str = "\n\n"
    steps: tuple[int, int] = (0, 0)
    running: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    marks: float = 0.35
    closing: tuple[str, ...] = ()
    closes: float = 0.2
    banner: tuple[str, ...] = ()
    banners: float = 0.12
    trail: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    in_order: bool = False
    told_as: int = 0
    drift: Mapping[str, float] = field(default_factory=dict)
    dates: tuple[str, ...] = DATES
    widths: tuple[int, ...] = (0,)
    old: bool = False


USUAL_DRIFT = {"typo": 0.02, "typo2": 0.01, "low": 0.01, "glued": 0.008, "pet": 0.03}


def write(kind: Kind, made: World, rng: Random, name: str, of: str) -> Paper:
    """Write one paper of a kind about a case."""
    day = made.today - timedelta(days=rng.randint(20, 500))
    pen = Pen(made, rng, day, {**USUAL_DRIFT, **kind.drift}, dates=rng.choice(kind.dates))
    if kind.banner and rng.random() < kind.banners:
        pen.put("<<document " + rng.choice(kind.banner) + "\n\n")
    pen.put(rng.choice(kind.head))
    page = 1
    for at, entry in enumerate(_entries(kind, rng)):
        if kind.running and at and at % 4 == 0:
            page += 1
            running = kind.running[0] if len(kind.running) == 1 else rng.choice(kind.running)
            pen.put(running.replace("%p", str(page)) + kind.gap, 40)
        pen.put(("" if entry.startswith("<<") else kind.lead) + entry + kind.gap, kind.told_as)
        pen.day += timedelta(days=rng.randint(*kind.steps))
    closing = rng.choice(kind.closing) if kind.closing and rng.random() < kind.closes else ""
    foot = rng.choice(kind.foot)
    earlier = rng.sample(kind.trail, 2) if kind.trail else []
    for part in (*([foot, *earlier, closing] if earlier else [closing, foot]), *_end(kind, rng)):
        pen.put(part if not part or part.endswith("\n") else part + kind.gap)
    return pen.paper(name, of, rng.choice(kind.widths))


def _end(kind: Kind, rng: Random) -> list[str]:
    return [rng.choice(kind.ends)] if kind.ends else []


def _entries(kind: Kind, rng: Random) -> list[str]:
    """Choose the entries of one paper, a marked one among them now and then."""
    count = min(rng.randint(*kind.count), len(kind.body))
    places = rng.sample(range(len(kind.body)), count)
    chosen = [kind.body[at] for at in (sorted(places) if kind.in_order else places)]
    if kind.marked and rng.random() < kind.marks:
        chosen.insert(rng.randint(2, len(chosen)), rng.choice(kind.marked))
    return chosen
