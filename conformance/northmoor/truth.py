"""What is true about Northmoor, written outside its stores, to measure a reader against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from conformance.northmoor.people import Cast, Person
from conformance.northmoor.press.printing import UNREADABLE
from conformance.northmoor.records import Filing
from conformance.northmoor.rows import COUNCIL_PARTS
from conformance.northmoor.wording import Line, Mention, Paper
from recordkeeping.disclosure.people import Standing

_OFFICIAL = frozenset({"person", "phone", "email"})


def roster_id(cast: Cast, person: Person) -> str:
    """Return the id by which a reader of the stores knows a person of a case.

    Children have their own id, and so have the council's professionals; everybody else is listed
    case by case.
    """
    own = {cast.child.id, *(p.person.id for k, p in cast.parts.items() if _is_known(k))}
    return person.id if person.id in own else f"{cast.child.id}/{person.id}"


def _is_known(part: str) -> bool:
    return part in COUNCIL_PARTS or "sibling" in part or "brother" in part or "sister" in part


def expected(mention: Mention, cast: Cast) -> str:
    """Return what a careful reader would do with a mention: keep, redact, or ask a person.

    A name that fits two people who are treated differently is for a person to decide.
    """
    if mention.person is None or mention.kind == "context":
        return "ask"
    shown = {
        _treatment(mention.kind, person, standing)
        for person, standing in cast.everybody()
        if person.id == mention.person or _fits(mention, person)
    }
    return shown.pop() if len(shown) == 1 else "ask"


def _fits(mention: Mention, person: Person) -> bool:
    if mention.kind == "person":
        return mention.text in person.names().values()
    return person.particulars().get(mention.kind) == mention.text


def _treatment(kind: str, person: Person, standing: Standing) -> str:
    if standing is Standing.SUBJECT:
        return "keep"
    official = standing is Standing.PROFESSIONAL and kind in _OFFICIAL
    return "keep" if official else "redact"


def write(
    folder: Path,
    council: Mapping[str, Any],
    casts: Mapping[str, Cast],
    filings: Iterable[tuple[str, str, Filing]],
) -> None:
    """Write the truth about people, documents and standings, one file each."""
    filed = list(filings)
    parts = {
        "council": council,
        "people": _people(casts),
        "documents": [_document(key, path, filing, casts) for key, path, filing in filed],
        "standings": [
            {"document": key, "class": filing.record_class, **asdict(filing.side)}
            for key, _, filing in filed
            if filing.side
        ],
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in parts.items():
        (folder / f"{name}.json").write_text(_one_entry_a_line(content), "utf-8")


def _one_entry_a_line(content: Any) -> str:
    entries = content if isinstance(content, list) else [content]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"[\n{lines}\n]\n" if isinstance(content, list) else f"{lines}\n"


def _people(casts: Mapping[str, Cast]) -> list[dict[str, Any]]:
    """Return everybody once, with their place in each case."""
    people: dict[str, dict[str, Any]] = {}
    for cast in casts.values():
        relations = {part.person.id: part.relation for part in cast.parts.values()}
        for person, standing in cast.everybody():
            entry = people.setdefault(
                person.id,
                {
                    "person": person.id,
                    "name": person.full,
                    "names": person.names(),
                    "particulars": person.particulars(),
                    "cases": {},
                },
            )
            entry["cases"][cast.child.id] = {
                "roster": roster_id(cast, person),
                "relation": relations.get(person.id, "subject"),
                "role": standing.value,
            }
    return list(people.values())


def _document(key: str, path: str, filing: Filing, casts: Mapping[str, Cast]) -> dict[str, Any]:
    """Return where everybody stands in a document, and what each of its subjects may see."""
    subjects = [filing.cast, *(casts[person.id] for person in filing.shared_with)]
    paper = filing.paper
    papers = [("document", paper)] + [
        (f"attachment-{n}", attached) for n, attached in enumerate(paper.attached, 1)
    ]
    readable = paper.medium not in UNREADABLE
    return {
        "document": key,
        "path": path,
        "kind": paper.kind,
        "medium": paper.medium,
        "class": filing.record_class,
        "subjects": [cast.child.id for cast in subjects],
        "readable": readable,
        "parts": [_part(where, p, subjects) for where, p in papers] if readable else [],
    }


def _part(where: str, paper: Paper, subjects: list[Cast]) -> dict[str, Any]:
    """Return one part's logical text, with spans counted in code points of that text."""
    words: Line = paper.words()
    return {
        "where": where,
        "text": words.text,
        "mentions": [_mention(mention, subjects) for mention in words.mentions],
        "markings": [
            {"text": marking.words, "scope": [line.text for line in marking.scope]}
            for marking in paper.markings()
        ],
    }


def _mention(mention: Mention, subjects: list[Cast]) -> dict[str, Any]:
    return {
        "person": mention.person,
        "text": mention.text,
        "kind": mention.kind,
        "span": [mention.start, mention.start + len(mention.text)],
        "expect": {cast.child.id: expected(mention, cast) for cast in subjects},
    }
