"""The notation that the papers' templates are written in, and its reading.

Plain words stand for themselves. `{mother.ti}` writes a person in a way, `{mother.phone}` one of
their particulars, `{mother}` any way that fits the hand; `#59` behind it names the phenomenon and a
question mark says that nobody can tell. `{@pub}` is a place, `{!48 SW}` words that look like
somebody and are nobody, `{#job}` a number of nobody's, `{mgm&mgf}` a couple. `«this¦that»` is a
choice. `⟦P52:` opens the scope of a marking (D, S, P, R or M for document, section, paragraph, row
or message), with `!` where the words only sound so and `~` where no end is told; `⟧` closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from conformance.casefiles.truth import Level

LEVELS = {"D": Level.DOCUMENT, "S": Level.SECTION, "P": Level.PARAGRAPH, "R": Level.ROW,
          "M": Level.MESSAGE}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """Something that the pen must look up: a person, a figure, a day."""

    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Several wordings, one of which is written."""

    wordings: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Opens:
    """Where a marking begins, and what it is."""

    level: Level
    number: int
    real: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class Closes:
    """Where a marking's reach ends."""


Node = str | Slot | Choice | Opens | Closes

TOKENS = re.compile(r"\{[^{}]*\}|⟦[DSPRM]!?\d\d~?:|[⟧«¦»]|[^{}⟦⟧«¦»]+")


@lru_cache(maxsize=4096)
def read(template: str) -> tuple[Node, ...]:
    """Read a template; refuse one whose marks do not match."""
    tokens = TOKENS.findall(template)
    if "".join(tokens) != template:
        raise ValueError(f"not in the notation: {template[:60]!r}")
    stream = iter(tokens)
    nodes, last = _until(stream, frozenset())
    if last:
        raise ValueError(f"closes what was never opened: {template[:60]!r}")
    return nodes


def _until(stream: Iterator[str], stops: frozenset[str]) -> tuple[tuple[Node, ...], str]:
    nodes: list[Node] = []
    for mark in stream:
        if mark in stops or mark in ("¦", "»"):
            return tuple(nodes), mark
        if mark == "«":
            nodes.append(_choice(stream))
        elif mark == "⟧":
            nodes.append(Closes())
        elif mark.startswith("⟦"):
            number = int(re.sub(r"\D", "", mark))
            nodes.append(Opens(LEVELS[mark[1]], number, "!" not in mark, "~" not in mark))
        elif mark.startswith("{"):
            nodes.append(Slot(mark[1:-1]))
        else:
            nodes.append(mark)
    return tuple(nodes), ""


def _choice(stream: Iterator[str]) -> Choice:
    wordings: list[tuple[Node, ...]] = []
    stop = "¦"
    while stop == "¦":
        nodes, stop = _until(stream, frozenset("¦»"))
        wordings.append(nodes)
    if stop != "»":
        raise ValueError("a choice is not closed")
    return Choice(tuple(wordings))
