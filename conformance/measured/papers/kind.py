"""A kind of paper, read from its sheet of templates; and passages that many kinds share.

A sheet begins with its settings, one a line, then has sections: `#name least-most words`, where the
words say that its blocks stand `close` together, that it stands `tight` under the one before, that
its blocks keep their `order`, and that `marks` may stand among them. Blocks are parted by `--`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

PARTED = "\n--\n"
SECTIONS = re.compile(r"\n#(?=[a-z]+ \d)")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper: how many of its blocks are drawn, and how they stand."""

    name: str
    least: int
    most: int
    words: frozenset[str]
    blocks: tuple[str, ...]

    @property
    def gap(self) -> str:
        """Return what stands between two blocks."""
        return "\n" if "close" in self.words else "\n\n"

    @property
    def tight(self) -> bool:
        """Say whether it stands right under the section before."""
        return "tight" in self.words

    @property
    def marked(self) -> bool:
        """Say whether marked passages may stand among its blocks."""
        return "marks" in self.words

    def drawn(self, rng: Random) -> list[str]:
        """Draw as many blocks as such a paper has."""
        count = min(rng.randint(self.least, self.most), len(self.blocks))
        at = rng.sample(range(len(self.blocks)), count)
        return [self.blocks[i] for i in (sorted(at) if "order" in self.words else at)]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper, and what may be marked in it."""

    name: str
    hand: str
    old: bool
    new: bool
    ages: tuple[int, int]
    width: int
    paged: bool
    layouts: frozenset[str]
    topics: frozenset[str]
    dress: Mapping[str, str]
    sections: tuple[Section, ...]

    @classmethod
    def read(cls, path: Path) -> Kind:
        """Read a kind from its sheet."""
        head, *parts = SECTIONS.split(path.read_text(encoding="utf-8").strip("\n"))
        settings = dict(line.split(": ", 1) for line in head.splitlines() if line)
        era = settings.pop("era")
        youngest, oldest = settings.pop("ages", "0-18").split("-")
        return cls(
            name=path.stem.replace("_", " "),
            hand=settings.pop("hand"),
            old=era in ("old", "both"),
            new=era in ("new", "both"),
            ages=(int(youngest), int(oldest)),
            width=int(settings.pop("width", "0")),
            paged=settings.pop("pages", "no") == "yes",
            layouts=frozenset(settings.pop("layouts").split()),
            topics=frozenset(settings.pop("topics").split()),
            dress={key: words.replace("\\n", "\n") for key, words in settings.items()},
            sections=tuple(map(_section, parts)),
        )

    def dressed(self, layout: str, passage: str) -> str:
        """Return a shared passage as this kind of paper would set it.

        A row's marking reaches to the end of the row, over the cells behind its own.
        """
        row = layout == "row" and passage.endswith("⟧")
        set_out = self.dress.get(layout, "*").replace("*", passage[:-1] if row else passage, 1)
        return set_out + "⟧" * row

    def templates(self) -> Iterator[str]:
        """Yield every template of this kind."""
        for section in self.sections:
            yield from section.blocks


def _section(part: str) -> Section:
    head, _, body = part.partition("\n")
    name, count, *words = head.split()
    least, most = count.split("-")
    blocks = tuple(body.strip("\n").split(PARTED))
    return Section(name, int(least), int(most), frozenset(words), blocks)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that several kinds of paper may have."""

    topics: frozenset[str]
    layouts: frozenset[str]
    era: str
    words: str


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages, drawn by what a paper is about, how it is laid out, and when it was written."""

    all: tuple[Passage, ...]

    @classmethod
    def read(cls, path: Path) -> Passages:
        """Read passages: each has a line of `topics / layouts / era`, then its words."""
        return cls(tuple(map(_passage, path.read_text(encoding="utf-8").strip().split(PARTED))))

    def fitting(
        self, topics: frozenset[str] | set[str], layouts: frozenset[str] | set[str], *, old: bool
    ) -> list[Passage]:
        """Return those that fit a paper."""
        era = "old" if old else "new"
        return [
            p
            for p in self.all
            if p.topics & topics and p.layouts & layouts and p.era in ("any", era)
        ]

    def draw(
        self, rng: Random, topics: frozenset[str] | set[str], layouts: set[str], *, old: bool
    ) -> str:
        """Draw the words of one that fits."""
        return rng.choice(self.fitting(topics, layouts, old=old)).words

    def drawn_for(self, rng: Random, kind: Kind, *, old: bool) -> tuple[str, str] | None:
        """Draw one that may stand among a paper's blocks, with the layout that it takes there."""
        within = kind.layouts - {"doc", "foot", "efoot"}
        fitting = self.fitting(kind.topics, within, old=old)
        if not fitting:
            return None
        # Privilege is claimed in few offices' papers, and more often in those.
        privileged = [p for p in fitting if "54:" in p.words]
        passage = rng.choice(privileged if privileged and rng.random() < 0.35 else fitting)
        return rng.choice(sorted(passage.layouts & within)), passage.words


def _passage(text: str) -> Passage:
    head, _, words = text.partition("\n")
    topics, layouts, era = (part.split() for part in head.split(" / "))
    return Passage(frozenset(topics), frozenset(layouts), era[0], words)
