"""What `detect`, `redact` and `prove` share: files, folders, and lists of terms."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from redaction.areas import Area
from wiring.people import LOOKS, load_people

_LARGEST_LIST = 50 * 2**20
_FURTHEST = 100_000.0  # points
_BOX = '{"page": 1, "box": [x0, y0, x1, y1], "label": "…"}'
_LOOKS = {
    "--people": LOOKS,
    "--terms": 'write ["one text", "another text"]',
    "--boxes": f"write [{_BOX}]",
}
PEOPLE_FORM = """people.yaml, who is who in the file:
  subject: p1                        whose records these are
  people:
    - id: p1
      name: Kayleigh Ann Marsh
      aliases: [Kay]
      born: 2001-03-15
      identifiers: {nhs: "943 476 5919"}
    - id: p2
      name: Dean Marsh
      relation: father
      role: third_party
      born: 1978-11-02
      addresses: ["9 Hawser Street, Northmoor NM2 3AB"]
      phones: ["01632 960 002"]
      emails: [dean@example.org]
    - {id: p3, name: Priya Nair, relation: social worker, role: professional}
"""
TERMS_FORM = """terms.json, texts to be gone:
  ["Dean Marsh", "14 Coble Lane"]
"""
BOXES_FORM = """boxes.json, places to be gone, in points from the top left of the page:
  [{"page": 1, "box": [72, 100, 132, 112], "label": "another person"}, {"page": 2}]
  A page alone says that you looked at it, and that nothing else has to go there.
"""
EVERY_KEY = "All keys: docs/reference/commands.md"


def read_file(path: Path, option: str) -> bytes:
    """Return a file's bytes, or tell that it cannot be read, by option and never by content."""
    if path.exists() and not path.is_file():
        raise Misconfigured([Fault(option, "is no ordinary file")])
    require(path, option)
    try:
        return path.read_bytes()
    except OSError as cause:
        raise Misconfigured([Fault(option, f"cannot be read: {cause.strerror}")]) from None


def require(path: Path, option: str) -> None:
    """Tell, with the path as it was given, that nothing is there."""
    if not path.exists():
        looks = f"; {_LOOKS[option]}" if option in _LOOKS else ""
        raise Misconfigured([Fault(option, f"{path} is not there{looks}")])


def read_people(path: Path) -> Roster:
    """Read who is who in a file, or tell every fault."""
    read_file(path, "--people")
    return load_people(path)


def read_one_of(path: Path) -> bytes:
    """Return the bytes of one file of a folder, or refuse it, so that the others go on."""
    if path.is_symlink():
        raise Refused("the file is a link to somewhere else; give what it leads to")
    try:
        return read_file(path, "IN")
    except Misconfigured as wrong:
        raise Refused("; ".join(f"the file {fault.because}" for fault in wrong.faults)) from None


def files_in(folder: Path, option: str) -> Iterator[Path]:
    """Yield everything in a folder that is no folder, in a stable order; nothing is left out.

    A folder that cannot be opened, or that holds nothing, is `Misconfigured`.
    """
    closed: list[OSError] = []
    found = [
        Path(where) / name
        for where, folders, names in os.walk(folder, onerror=closed.append)
        for name in (*names, *(f for f in folders if (Path(where) / f).is_symlink()))
    ]
    if closed:
        told = f"{len(closed)} folders in it cannot be opened: {closed[0].strerror}"
        raise Misconfigured([Fault(option, told)])
    if not found:
        raise Misconfigured([Fault(option, "is a folder without files")])
    yield from sorted(found)


def read_terms(path: Path) -> list[str]:
    """Read a list of terms, or tell every fault by its place in the list."""
    given = _read_list(path, "--terms")
    faults = [
        Fault(f"--terms[{number}]", "is no text with a letter or a digit")
        for number, term in enumerate(given)
        if not isinstance(term, str) or not any(c.isalnum() for c in term)
    ]
    if faults:
        raise Misconfigured(faults)
    terms = [str(term) for term in given]
    for number, term in enumerate(terms):
        if sum(c.isalnum() for c in term) == 1:
            sys.stderr.write(
                f"muniment: --terms[{number}]: is one letter or figure; it is looked for wherever "
                "that stands by itself, as the word a does\n"
            )
    return terms


@dataclass(frozen=True, slots=True)
class Marked:
    """What a person marked: places that have to go, and the pages that were looked at."""

    areas: tuple[Area, ...] = ()
    pages: frozenset[int] = frozenset()


def read_boxes(path: Path, label: str) -> Marked:
    """Read a list of boxes, or tell every fault by its place in the list."""
    areas, pages, faults = [], set(), []
    for number, given in enumerate(_read_list(path, "--boxes")):
        try:
            place = _of_a_page(given)
            pages.add(place["page"])
            if place.keys() != {"page"}:
                areas.append(_area(place, label))
        except (ValueError, TypeError, KeyError):
            faults.append(Fault(f"--boxes[{number}]", f"is no box; write {_BOX}"))
    if faults:
        raise Misconfigured(faults)
    return Marked(tuple(areas), frozenset(pages))


def _of_a_page(given: object) -> dict[str, Any]:
    if not isinstance(given, dict) or set(given) - {"page", "box", "label"}:
        raise TypeError
    page = given["page"]
    if not isinstance(page, int) or isinstance(page, bool) or page < 1:
        raise TypeError
    return given


def _area(given: Mapping[str, Any], label: str) -> Area:
    box, said = given["box"], given.get("label", label)
    if not isinstance(said, str):
        raise TypeError
    x0, y0, x1, y1 = (float(edge) for edge in box)
    edges: Box = (x0, y0, x1, y1)
    if not (x0 < x1 and y0 < y1 and all(abs(edge) <= _FURTHEST for edge in edges)):
        raise ValueError
    return Area(given["page"], edges, said)


def _read_list(path: Path, option: str) -> list[object]:
    content = read_file(path, option)
    if len(content) > _LARGEST_LIST:
        raise Misconfigured([Fault(option, "is too large")])
    try:
        given = json.loads(content, object_pairs_hook=_once)
    except _Twice:
        raise Misconfigured(
            [Fault(option, "has a key twice in one place; one would be lost")]
        ) from None
    except (ValueError, RecursionError):
        raise Misconfigured([Fault(option, f"is no JSON; {_LOOKS[option]}")]) from None
    if not isinstance(given, list) or not given:
        raise Misconfigured([Fault(option, f"is no list, or an empty one; {_LOOKS[option]}")])
    return given


class _Twice(Exception):
    """A key stands twice in one object of a JSON text."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object's keys and values; JSON itself would keep the last of two in silence."""
    said = dict(pairs)
    if len(said) < len(pairs):
        raise _Twice
    return said
