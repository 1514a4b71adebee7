"""Puts papers together by dice, from one maker's sheets, passages and ways of writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from conformance.casefiles.truth import Paper
from conformance.measured.papers.kind import PARTED, Kind, Passages
from conformance.measured.pen import Manner, Pen
from conformance.practice.people import World

CENTURY = 2000

FEET = {"foot", "efoot"}
PAGED, FOOTED = 0.6, 0.3
BANNERS, MARKED, TWICE, SOUNDING = 0.09, 0.42, 0.15, 0.5
"""How many papers are marked as a whole, in part, in two parts, or only sound so."""


@dataclass(frozen=True, slots=True)
class Press:
    """One maker's kinds of paper, what may stand in many of them, and how it writes."""

    kinds: Mapping[str, Kind]
    markings: Passages
    negatives: Passages
    secrets: Passages
    pages: tuple[str, ...]
    manner: Manner

    @classmethod
    def read(cls, folder: Path, manner: Manner) -> Press:
        """Read a maker's sheets and passages from its folder."""
        sheets = sorted(folder.glob("kinds/*.txt"))
        return cls(
            kinds={path.stem.replace("_", " "): Kind.read(path) for path in sheets},
            markings=Passages.read(folder / "markings.txt"),
            negatives=Passages.read(folder / "negatives.txt"),
            secrets=Passages.read(folder / "secrets.txt"),
            pages=tuple((folder / "pages.txt").read_text("utf-8").strip("\n").split(PARTED)),
            manner=manner,
        )

    def paper(self, made: World, rng: Random, kind: str, name: str) -> Paper:
        """Write one paper of a kind, of a length that such papers have."""
        while True:
            written = self._written(made, rng, self.kinds[kind], name)
            if 195 <= len(written.text.split()) <= 1190:
                return written

    def filled(self, template: str, rng: Random, *, old: bool) -> str:
        """Return a marking with what it withholds put in its place, nothing of it twice."""
        told: set[str] = set()
        while "{secret" in template:
            head, _, rest = template.partition("{secret")
            topic, _, tail = rest.partition("}")
            fitting = self.secrets.fitting({topic.strip(": ") or "s"}, {"any"}, old=old)
            secret = rng.choice([p.words for p in fitting if p.words not in told])
            told.add(secret)
            template = head + secret + tail
        return template

    def _written(self, made: World, rng: Random, kind: Kind, name: str) -> Paper:
        old = made.today.year < CENTURY
        day = made.today - timedelta(days=rng.randint(0, 60))
        pen = Pen(made, rng, day, kind.hand, old, manner=self.manner)
        whole = "doc" in kind.layouts and rng.random() < BANNERS
        if whole:
            banner = self.markings.draw(rng, kind.topics, {"doc"}, old=old)
            pen.banner = self.filled(banner, rng, old=old)
        blocks: list[str] = []
        for at, section in enumerate(kind.sections):
            chosen = section.drawn(rng)
            if section.marked:
                if kind.paged and rng.random() < PAGED:
                    chosen = self._with_pages(rng, chosen)
                chosen = self._marked(rng, kind, chosen, old=old, whole=whole)
            gap = section.gap if section.tight and at else "\n\n"
            blocks.append((gap if at else "") + section.gap.join(chosen))
        for template in _paced("".join(blocks)):
            pen.put(template)
        feet = self.negatives.fitting(kind.topics, kind.layouts & FEET, old=old)
        if feet and not pen.open and rng.random() < FOOTED:
            pen.put("\n\n" + rng.choice(feet).words)
        return pen.paper(name, kind.name, kind.width)

    def _with_pages(self, rng: Random, blocks: list[str]) -> list[str]:
        """Return a section's blocks with a page's foot, or its head, under every few of them."""
        page = rng.choice(self.pages)
        every = rng.randint(3, 5)
        return [f"{b}\n\n{page}" if at % every == 0 else b for at, b in enumerate(blocks, 1)]

    def _marked(
        self, rng: Random, kind: Kind, blocks: list[str], *, old: bool, whole: bool
    ) -> list[str]:
        """Return a section's blocks with a marked passage among them, or one that sounds so."""
        count = 0 if whole else (rng.random() < MARKED) + (rng.random() < TWICE)
        added = [self.markings.drawn_for(rng, kind, old=old) for _ in range(count)]
        if rng.random() < SOUNDING:
            added.append(self.negatives.drawn_for(rng, kind, old=old))
        blocks = list(blocks)
        for layout, template in sorted(filter(None, added), key=lambda one: one[0] == "rest"):
            block = kind.dressed(layout, self.filled(template, rng, old=old))
            # What ends with the next heading or row needs one behind it, and one before.
            at = max(1, len(blocks) - 2) if layout == "rest" else rng.randint(1, len(blocks) - 1)
            blocks.insert(at, block)
            if layout == "rest":
                break
        return blocks


def _paced(text: str) -> list[str]:
    """Return a paper's templates line by line, so that each knows whether it is a table's row.

    A scope or a choice that runs over several lines is kept in one piece.
    """
    pieces, held, depth = [], "", 0
    for line in text.splitlines(keepends=True):
        held += line
        depth += line.count("⟦") + line.count("«") - line.count("⟧") - line.count("»")
        if depth == 0:
            pieces.append(held)
            held = ""
    return [*pieces, held] if held else pieces
