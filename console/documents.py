"""What `detect`, `redact` and `prove` share: files, folders, and lists of terms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from redaction.areas import Area

_LARGEST_LIST = 50 * 2**20
_FURTHEST = 100_000.0  # points


def read_file(path: Path, option: str) -> bytes:
    """Return a file's bytes, or tell that it cannot be read, by option and never by content."""
    try:
        return path.read_bytes()
    except OSError as cause:
        raise Misconfigured([Fault(option, f"cannot be read: {cause.strerror}")]) from None


def files_in(folder: Path) -> Iterator[Path]:
    """Yield every file of a folder, in a stable order; hidden files and links are left out."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not path.is_symlink() and not inside.name.startswith("."):
            yield path


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
    return [str(term) for term in given]


def read_boxes(path: Path, label: str) -> list[Area]:
    """Read a list of boxes, or tell every fault by its place in the list."""
    areas, faults = [], []
    for number, given in enumerate(_read_list(path, "--boxes")):
        try:
            areas.append(_area(given, label))
        except (ValueError, TypeError, KeyError):
            faults.append(
                Fault(
                    f"--boxes[{number}]",
                    'is no box; write {"page": 1, "box": [x0, y0, x1, y1], "label": "…"}',
                )
            )
    if faults:
        raise Misconfigured(faults)
    return areas


def _area(given: object, label: str) -> Area:
    if not isinstance(given, dict) or set(given) - {"page", "box", "label"}:
        raise TypeError
    page, box, said = given["page"], given["box"], given.get("label", label)
    if not isinstance(page, int) or isinstance(page, bool) or page < 1 or not isinstance(said, str):
        raise TypeError
    x0, y0, x1, y1 = (float(edge) for edge in box)
    edges: Box = (x0, y0, x1, y1)
    if not (x0 < x1 and y0 < y1 and all(abs(edge) <= _FURTHEST for edge in edges)):
        raise ValueError
    return Area(page, edges, said)


def _read_list(path: Path, option: str) -> list[object]:
    content = read_file(path, option)
    if len(content) > _LARGEST_LIST:
        raise Misconfigured([Fault(option, "is too large")])
    try:
        given = json.loads(content)
    except (ValueError, RecursionError):
        raise Misconfigured([Fault(option, "is no JSON")]) from None
    if not isinstance(given, list) or not given:
        raise Misconfigured([Fault(option, "is no list, or an empty one")])
    return given
