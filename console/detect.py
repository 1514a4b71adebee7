"""`muniment detect`: what in this document may not be disclosed."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from console.documents import (
    EVERY_KEY,
    PEOPLE_FORM,
    files_in,
    read_file,
    read_one_of,
    read_people,
)
from console.main import DONE, REFUSED
from console.printing import print_answer
from console.progress import Progress
from recordkeeping.disclosure.findings import Finding
from recordkeeping.disclosure.people import Roster
from recordkeeping.disclosure.risk import risk_of
from recordkeeping.ports import Detector
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from redaction.detect import detect, text_of
from redaction.formats.kinds import TEXT
from redaction.pages import Hidden, ReadDocument
from redaction.reading import read_document
from wiring.plugins import load_detectors

NOBODY = Roster("")
_NO_TEXTS = frozenset(
    (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".ods", ".odp", ".msg")
)
"""Endings of names of files that are never plain text."""
_NO_NAMES = (
    "muniment: without --people nobody is known: every name that was seen is a stranger's, the"
    " subject's too; see muniment detect --help\n"
)

_LOOKED_FOR = """What is looked for:
  the people of people.yaml, by their names, numbers, telephones and addresses
  numbers of people: NHS, CHI, National Insurance, pupil, learner, taxpayer, passport, driver
  dates of birth, as distinct from other dates; bank accounts; registration marks of cars
  addresses, postcodes, telephones, e-mail and web addresses, names of accounts, IP addresses
  references of police, courts and councils
  markings, such as "not to be disclosed"
  names that are not in people.yaml, as two models see them; they miss some
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"{_LOOKED_FOR}\n{PEOPLE_FORM}\n{EVERY_KEY}"
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, or a folder")
    parser.add_argument("--people", type=Path, metavar="people.yaml", help="who is who in the file")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--show-text", action="store_true", help="print what was found as well")


def run(args: argparse.Namespace) -> int:
    """Print what was found in each file, in the order given; 3 if one was refused."""
    files = list(_files(args.files))
    roster = read_people(args.people) if args.people else NOBODY
    detectors = load_detectors()
    code = DONE
    with Progress(len(files)) as progress:
        for path in files:
            try:
                content = read_one_of(path) if path not in args.files else read_file(path, "FILE")
            except Refused as why:
                content, answer, code = b"", _refusal(None, str(why)), REFUSED
            else:
                try:
                    answer = _answer(content, roster, detectors, show_text=args.show_text)
                except Refused as why:
                    answer, code = _refusal(content, str(why)), REFUSED
            answer["gaps"] += _otherwise_named(path, answer["document"]["media_type"])
            if len(files) > 1:
                answer["file"] = str(path)
            progress.one_more()
            progress.make_room()
            print_answer(answer, as_json=args.json, lines=_as_words(path, answer))
    if not args.people:
        sys.stderr.write(_NO_NAMES)
    return code


def _files(given: Sequence[Path]) -> Iterator[Path]:
    faults = [Fault("FILE", f"{path} is not there") for path in given if not path.exists()]
    if faults:
        raise Misconfigured(faults)
    for path in given:
        yield from files_in(path, "FILE") if path.is_dir() else [path]


def _answer(
    content: bytes, roster: Roster, detectors: Sequence[Detector], *, show_text: bool
) -> dict[str, Any]:
    document = read_document(content)
    pages = len(document.pages)
    if document.source is not None:
        # A text file has no pages: spans are those of the file, and there are no boxes.
        document, pages = replace(document, pages=(document.source,), glyphs=()), 1
    findings = detect(document, roster, detectors)
    return {
        "document": {
            "sha256": sha256(content).hexdigest(),
            "media_type": document.media_type,
            "pages": pages,
        },
        "findings": [_finding(f, document, show_text=show_text) for f in findings],
        "gaps": [{"page": gap.page, "because": gap.because} for gap in document.gaps]
        + [
            {"page": None, "because": "a document is attached; it has to be read by itself"}
            for _ in document.attachments
        ],
        "hidden": [_hidden(piece, show_text=show_text) for piece in document.hidden],
    }


def _otherwise_named(path: Path, media_type: str | None) -> list[dict[str, Any]]:
    """Tell of a text whose name is that of another kind: what was meant may be lost."""
    suffix = path.suffix.lower()
    if media_type != TEXT or suffix not in _NO_TEXTS:
        return []
    because = f"its name ends in {suffix} and its content is plain text; it may be damaged"
    return [{"page": None, "because": because}]


def _finding(finding: Finding, document: ReadDocument, *, show_text: bool) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": finding.id,
        "page": finding.page,
        "span": list(finding.span),
        "boxes": [list(box) for box in finding.boxes],
        "kind": finding.kind,
        "person": finding.person,
        "people": list(finding.people),
        "role": finding.role,
        "propose": finding.propose.value,
        "code": finding.code,
        "confidence": finding.confidence,
        "risk": risk_of(finding),
        "detector": finding.detector,
        "because": finding.because,
    }
    return {**out, "text": text_of(document, finding)} if show_text else out


def _hidden(piece: Hidden, *, show_text: bool) -> dict[str, Any]:
    out: dict[str, Any] = {"kind": piece.kind, "page": piece.page}
    return {**out, "text": piece.text} if show_text else out


def _refusal(content: bytes | None, why: str) -> dict[str, Any]:
    return {
        "document": {
            "sha256": None if content is None else sha256(content).hexdigest(),
            "media_type": None,
            "pages": None,
        },
        "findings": [],
        "gaps": [{"page": None, "because": why}],
        "hidden": [],
    }


def _as_words(path: Path, answer: dict[str, Any]) -> Iterator[str]:
    findings, gaps = answer["findings"], answer["gaps"]
    yield f"{path}: {len(findings)} finding{'' if len(findings) == 1 else 's'}"
    for found in sorted(findings, key=lambda f: (f["page"], -f["risk"])):
        text = f": {found['text']!r}" if "text" in found else ""
        yield (
            f"  page {found['page']}, {found['propose']}: {found['kind']}{text}, {found['because']}"
        )
    for kind, count in sorted(Counter(piece["kind"] for piece in answer["hidden"]).items()):
        yield f"  in the file and on no page: {kind} ({count})"
    for gap in gaps:
        where = f"page {gap['page']}" if gap["page"] else "the document"
        yield f"  not read, {where}: {gap['because']}"
