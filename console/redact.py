"""`muniment redact`: remove it, prove that it is gone, or refuse. What comes out is a PDF."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from console.detect import files_in
from console.main import DONE, REFUSED
from console.printing import print_answer
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Roster
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.ports import Detector
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unproven
from redaction.burn.areas import Area
from redaction.burn.pdf import burn
from redaction.detect import detect
from redaction.formats.document import ReadDocument
from redaction.normal import normal
from redaction.prove import prove
from redaction.sandbox import read_apart
from redaction.terms import spans_of, telling
from wiring.people import load_people
from wiring.plugins import load_detectors
from wiring.schedules import default_configs
from wiring.settings import load_detector_names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("source", type=Path, metavar="IN", help="a file, or a folder")
    parser.add_argument("target", type=Path, metavar="OUT", help="a PDF, or a folder")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--people", type=Path, help="who is who (YAML): third parties are removed")
    what.add_argument("--terms", type=Path, help="a JSON list of words to remove")
    what.add_argument("--boxes", type=Path, help="a JSON list of boxes to remove")
    parser.add_argument("--label", default="removed", help="the words in a box (default: removed)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a file")


@dataclass(frozen=True, slots=True)
class ToRemove:
    """What to remove from one document, and how many of it were questions."""

    areas: tuple[Area, ...]
    terms: tuple[str, ...] = field(repr=False)
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask to have removed."""

    roster: Roster | None = None
    detectors: tuple[Detector, ...] = ()
    terms: tuple[str, ...] = field(default=(), repr=False)
    boxes: tuple[Area, ...] = ()
    label: str = "removed"

    def in_document(self, document: ReadDocument) -> ToRemove:
        """Return what is to be removed from a document."""
        if self.roster is not None:
            return self._people_in(document, self.roster)
        if self.terms:
            pages = [(page, normal(page.text)) for page in document.pages]
            areas = tuple(
                Area(page.number, box, self.label)
                for page, text in pages
                for term in self.terms
                for span in spans_of(term, text)
                for box in page.boxes_of(span)
            )
            return ToRemove(areas, self.terms)
        for area in self.boxes:
            if not 1 <= area.page <= len(document.pages):
                raise Refused(f"a box is on page {area.page}; there are {len(document.pages)}")
        return ToRemove(self.boxes, ())

    def _people_in(self, document: ReadDocument, roster: Roster) -> ToRemove:
        texts = [page.text for page in document.pages]
        findings = detect(document, roster, self.detectors)
        going = [f for f in findings if f.propose is not Propose.SHOW]
        words = {
            " ".join(texts[f.page - 1][f.span[0] : f.span[1]].replace("\u00ad", "").split())
            for f in going
            if f.propose is Propose.REDACT
        }
        shown = {
            part.casefold()
            for f in findings
            if f.propose is Propose.SHOW
            for part in texts[f.page - 1][f.span[0] : f.span[1]].split()
        }
        terms = [w for w in sorted(words) if w.casefold() not in shown]
        areas = tuple(Area(f.page, box, self.label) for f in going for box in f.boxes)
        asked = sum(f.propose is Propose.ASK for f in going)
        return ToRemove(areas, telling(terms, texts), asked)


def run(args: argparse.Namespace) -> int:
    """Redact a file, or every file of a folder; nothing is written that is not proven."""
    wanted = _wanted(args)
    if not args.source.is_dir():
        if not args.source.is_file():
            raise Misconfigured([Fault("IN", f"{args.source.name} is no file and no folder")])
        answer = _redact(wanted, args.source, args.target)
        print_answer(answer, as_json=args.json, lines=_as_words(args.source, answer))
        return DONE if answer["status"] == "proven" else REFUSED
    if args.target.exists() and not args.target.is_dir():
        raise Misconfigured([Fault("OUT", "must be a folder, since IN is one")])
    files = list(files_in(args.source))
    targets = [args.target / file.relative_to(args.source) for file in files]
    answers = [_redact(wanted, file, target) for file, target in zip(files, targets, strict=True)]
    for file, answer in zip(files, answers, strict=True):
        told = {"file": str(file.relative_to(args.source)), **answer}
        print_answer(told, as_json=args.json, lines=_as_words(file, answer))
    return DONE if all(a["status"] == "proven" for a in answers) else REFUSED


def _redact(wanted: Wanted, source: Path, target: Path) -> dict[str, object]:
    """Redact one file, write it only when it is proven, and return what came of it."""
    content = source.read_bytes()
    answer: dict[str, object] = {
        "status": "refused", "pages": 0, "redactions": 0, "asked": 0, "pages_as_images": [],
        "readers": [], "because": [], "sha256_in": sha256(content).hexdigest(), "sha256_out": None,
    }  # fmt: skip
    try:
        document = read_apart(content)
        if document.attachments:
            raise Refused("the e-mail has attachments: redact each of them as a file of its own")
        removal = wanted.in_document(document)
        burned = burn(document, removal.areas)
        proven = prove(
            burned.pdf,
            terms=removal.terms,
            areas=burned.areas,
            pages_as_images=burned.pages_as_images,
        )
    except Refused as why:
        return {**answer, "because": [str(why)]}
    except Unproven as why:
        return {**answer, "status": "unproven", "because": [str(why)]}
    _write(proven, target)
    return {
        **answer,
        "status": "proven",
        "pages": proven.pages,
        "redactions": proven.redactions,
        "asked": removal.asked,
        "pages_as_images": list(proven.pages_as_images),
        "readers": list(proven.readers),
        "sha256_out": proven.sha256,
    }


def _write(proven: ProvenDocument, target: Path) -> None:
    """Write the whole file or none of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as draft:
        draft.write(proven.pdf)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(target)


def _wanted(args: argparse.Namespace) -> Wanted:
    if args.people:
        detectors = load_detectors(load_detector_names(default_configs()))
        return Wanted(roster=load_people(args.people), detectors=detectors, label=args.label)
    if args.terms:
        return Wanted(terms=terms_in(args.terms), label=args.label)
    return Wanted(boxes=tuple(_boxes_in(args.boxes, args.label)))


def terms_in(path: Path) -> tuple[str, ...]:
    """Read a JSON list of words; none at all, or anything else, is a fault."""
    untrusted = _json(path)
    if (
        not isinstance(untrusted, list)
        or not untrusted
        or not all(isinstance(term, str) and term.strip() for term in untrusted)
    ):
        raise Misconfigured([Fault(path.name, "must be a JSON list of words, and not empty")])
    return tuple(untrusted)


def _boxes_in(path: Path, label: str) -> Iterator[Area]:
    untrusted = _json(path)
    faults: list[Fault] = []
    boxes: Sequence[object] = untrusted if isinstance(untrusted, list) else []
    if not boxes:
        faults.append(Fault(path.name, "must be a JSON list of boxes, and not empty"))
    areas = []
    for number, one in enumerate(boxes):
        area = _area(one, label)
        if area is None:
            why = 'must be like {"page": 1, "box": [x0, y0, x1, y1], "label": "…"}'
            faults.append(Fault(f"{path.name}:{number}", why))
        else:
            areas.append(area)
    if faults:
        raise Misconfigured(faults)
    yield from areas


def _area(one: object, label: str) -> Area | None:
    if not isinstance(one, Mapping) or set(one) - {"page", "box", "label"}:
        return None
    page, box, own = one.get("page"), one.get("box"), one.get("label", label)
    if type(page) is not int or not isinstance(own, str) or not isinstance(box, list):
        return None
    if len(box) != 4 or not all(type(v) in (int, float) for v in box):
        return None
    x0, y0, x1, y1 = (float(v) for v in box)
    return Area(page, (x0, y0, x1, y1), own) if x0 < x1 and y0 < y1 else None


def _json(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise Misconfigured([Fault(path.name, "is missing, or is not JSON")]) from None


def _as_words(file: Path, answer: Mapping[str, object]) -> Iterator[str]:
    because = answer["because"]
    if answer["status"] == "proven":
        count, pages = answer["redactions"], answer["pages"]
        yield f"{file.name}: proven; {count} redactions on {pages} pages"
    for reason in because if isinstance(because, list) else []:
        yield f"{file.name}: {answer['status']}: {reason}"
