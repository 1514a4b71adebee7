"""`muniment detect`: what in a document may not be disclosed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from console.main import DONE
from console.printing import print_answer
from recordkeeping.disclosure.findings import Finding
from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from redaction.detect import detect
from redaction.formats.document import PDF, ReadDocument, ReadPage
from redaction.formats.read import TEXT
from redaction.formats.text import decoded
from redaction.sandbox import read_apart
from wiring.people import load_people
from wiring.plugins import load_detectors
from wiring.schedules import default_configs
from wiring.settings import load_detector_names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, or folders")
    parser.add_argument("--people", type=Path, help="who is who in these files (YAML)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--show-text", action="store_true", help="print the words found as well")


def run(args: argparse.Namespace) -> int:
    """Print what was found in each file, in the order given; what cannot be read is a gap."""
    files = [file for given in args.files for file in files_in(given)]
    roster = load_people(args.people) if args.people else NOBODY
    detectors = load_detectors(load_detector_names(default_configs()))
    for file in files:
        content = file.read_bytes()
        about: dict[str, object] = {"sha256": sha256(content).hexdigest()}
        answer: dict[str, object]
        try:
            document = _as_written(read_apart(content), content)
        except Refused as why:
            answer = {
                "document": {**about, "media_type": None, "pages": 0},
                "findings": [],
                "gaps": [{"page": None, "because": str(why)}],
            }
        else:
            found = detect(document, roster, detectors)
            answer = {
                "document": {
                    **about,
                    "media_type": document.media_type,
                    "pages": len(document.pages),
                },
                "findings": [_as_json(f, document, args.show_text) for f in found],
                "gaps": [],
            }
        print_answer(answer, as_json=args.json, lines=_as_words(file, answer))
    return DONE


NOBODY = Roster(subject="")
"""The roster when nobody said who is who: identifiers and markings alone are found."""


def files_in(given: Path) -> Iterator[Path]:
    """Yield a file, or every file of a folder in the order of their names."""
    if given.is_dir():
        yield from sorted(path for path in given.rglob("*") if path.is_file())
    elif given.is_file():
        yield given
    else:
        raise Misconfigured([Fault("FILE", f"{given.name} is no file and no folder")])


def _as_written(document: ReadDocument, content: bytes) -> ReadDocument:
    """Return plain text as one page of its own letters: it has no pages, and spans are its own."""
    if document.media_type != TEXT:
        return document
    text = decoded(content)
    return replace(document, pages=(ReadPage(1, 0, 0, text, (None,) * len(text)),))


def _as_json(finding: Finding, document: ReadDocument, show_text: bool) -> dict[str, object]:
    has_boxes = document.media_type == PDF
    told: dict[str, object] = {
        "id": finding.id,
        "page": finding.page,
        "span": list(finding.span),
        "boxes": [list(box) for box in finding.boxes] if has_boxes else [],
        "kind": finding.kind,
        "person": finding.person,
        "role": finding.role,
        "propose": finding.propose.value,
        "code": finding.code,
        "confidence": finding.confidence,
        "detector": finding.detector,
        "because": finding.because,
    }
    if show_text:
        start, end = finding.span
        told["text"] = document.pages[finding.page - 1].text[start:end]
    return told


def _as_words(file: Path, answer: dict[str, object]) -> Iterator[str]:
    yield f"{file.name}:"
    for part in ("findings", "gaps"):
        listed = answer[part]
        for one in listed if isinstance(listed, list) else []:
            what = one.get("propose", "gap")
            text = f" {one['text']!r}" if "text" in one else ""
            yield f"  page {one['page']}: {what}{text}: {one['because']}"
