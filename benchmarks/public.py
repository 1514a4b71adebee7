"""Open annotated text, read from where it lies: nothing of it is kept in the repository.

| set | what is counted | licence |
|---|---|---|
| TAB | direct identifiers: entities of which every mention is masked; tokens masked rightly | MIT |
| LitBank | names of people in English and American novels: found, rightly proposed | CC BY 4.0 |
| presidio-research | names of people in made-up sentences: the same | MIT |
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.counting import Counts, Covered, Proposed, telling
from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Person, Roster

FILES = {
    "TAB": "tab_train.jsonl",
    "LitBank": "litbank_34.jsonl",
    "presidio-research": "presidio_research_open.jsonl",
}
_TOKEN = re.compile(r"[^\W_]+")
_PEOPLE = frozenset({"person", "part", "initials", "PERSON"})
"""What either side calls a name of somebody."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Something annotated: where, what it is called there, and of which entity."""

    span: Span
    label: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a public set, with who is known beforehand."""

    text: str = field(repr=False)
    gold: tuple[Gold, ...] = ()
    roster: Roster = field(default_factory=lambda: Roster(""))


def read(folder: Path, name: str) -> list[Text]:
    """Return the texts of a set; none where it is not there."""
    path = folder / FILES[name]
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [_READ[name](json.loads(row)) for row in rows]


def _tab(row: dict[str, Any]) -> Text:
    # The applicant is known, as the subject of a case is: the case's own data names them.
    roster = Roster("", (Person("applicant", row["applicant"]),))
    gold = [Gold((s["start"], s["end"]), s["identifier"], s["entity"]) for s in row["spans"]]
    return Text(row["text"], tuple(gold), roster)


def _litbank(row: dict[str, Any]) -> Text:
    people = [m for m in row["mentions"] if m["label"] == "PROP_PER"]
    return Text(row["text"], tuple(Gold((m["start"], m["end"]), "PERSON") for m in people))


def _research(row: dict[str, Any]) -> Text:
    people = [s for s in row["spans"] if s["type"] == "PERSON"]
    return Text(row["text"], tuple(Gold((s["start"], s["end"]), "PERSON") for s in people))


_READ: dict[str, Callable[[dict[str, Any]], Text]] = {
    "TAB": _tab,
    "LitBank": _litbank,
    "presidio-research": _research,
}


def identifiers(text: Text, proposed: Sequence[Proposed]) -> Counts:
    """Count direct identifiers masked wholly, and tokens masked that are any identifier's."""
    counts, covered = Counts(), Covered(text.text, proposed)
    entities: dict[str, list[Gold]] = defaultdict(list)
    for gold in text.gold:
        if gold.label == "DIRECT":
            entities[gold.entity].append(gold)
    for golds in entities.values():
        masked = all(covered.masks(telling(text.text, gold.span)) for gold in golds)
        counts.add("direct identifiers", masked)
    wanted = bytearray(len(text.text))
    for gold in text.gold:
        if gold.label != "NO_MASK":
            start, end = gold.span
            wanted[start:end] = b"\1" * (end - start)
    counts.add("token precision", 0, 0)
    for token in _TOKEN.finditer(text.text):
        if covered.masks(range(*token.span())):
            counts.add("token precision", all(wanted[slice(*token.span())]))
    return counts


def people(text: Text, proposed: Sequence[Proposed]) -> Counts:
    """Count names of people that are masked as such, and proposals of names that are names."""
    names = [p for p in proposed if p.kind in _PEOPLE and p.propose is not Propose.SHOW]
    counts, covered = Counts(), Covered(text.text, names)
    counts.add("recall", 0, 0)
    counts.add("precision", 0, 0)
    for gold in text.gold:
        counts.add("recall", covered.masks(telling(text.text, gold.span)))
    for name in names:
        counts.add("precision", any(_overlap(name.span, gold.span) for gold in text.gold))
    return counts


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


COUNTED: dict[str, Callable[[Text, Sequence[Proposed]], Counts]] = {
    "TAB": identifiers,
    "LitBank": people,
    "presidio-research": people,
}
