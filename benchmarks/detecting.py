"""What Muniment finds in a case's papers, as gathering a request does; and how fast, by itself.

    python -m benchmarks.detecting deep|standard CASES.pickle

prints letters, processor seconds without loading models and rosters, and the most memory.
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.counting import Proposed
from conformance.casefiles.truth import Case
from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector
from redaction.detect import detect, named_elsewhere, text_of, with_named_elsewhere
from redaction.detectors.names.detector import NamesDetector
from redaction.detectors.names.weights import MEDIUM, SMALL
from redaction.pages import ReadDocument
from redaction.propagation import tells_of_unknown, unknown_people
from wiring.plugins import load_detectors

DEEP, STANDARD = "deep", "standard"
_WARMING = "Ola Nowak rang. Ms Petra Vance said that Ingrid Holm and Will Price are with Uncle Bo."


class StandardNames(NamesDetector):
    """The net of names by one model alone: twice as fast, and blind to what the other sees."""

    uses = (MEDIUM, SMALL)


@cache
def detectors(mode: str = DEEP) -> tuple[Detector, ...]:
    """Return every detector that is installed; in standard mode names go by one model."""
    every = load_detectors()
    if mode == DEEP:
        return every
    return tuple(StandardNames() if isinstance(d, NamesDetector) else d for d in every)


def in_case(case: Case, mode: str = DEEP) -> list[list[Proposed]]:
    """Return what is proposed for each paper; whom a model saw in one is looked for in all."""
    documents = [_document(paper.text) for paper in case.papers]
    found = [detect(document, case.roster, detectors(mode)) for document in documents]
    seen = [
        (finding, text_of(document, finding))
        for document, findings in zip(documents, found, strict=True)
        for finding in findings
        if tells_of_unknown(finding)
    ]
    unknown = unknown_people(seen)
    answers = []
    for document, findings in zip(documents, found, strict=True):
        named = named_elsewhere(document, unknown, findings) if unknown.people else ()
        answers.append(_proposed(with_named_elsewhere(findings, named)))
    return answers


def in_each(cases: Sequence[Case]) -> list[list[list[Proposed]]]:
    """Return what is proposed in each of these cases: twins, of which a paragraph is read once."""
    return [in_case(case) for case in cases]


def in_text(text: str, roster: Roster, mode: str = DEEP) -> list[Proposed]:
    """Return what is proposed for a text that belongs to no case."""
    return _proposed(detect(_document(text), roster, detectors(mode)))


def _document(text: str) -> ReadDocument:
    return ReadDocument(b"", (Page(1, text),), (), "text/plain")


def _proposed(findings: Sequence[Finding]) -> list[Proposed]:
    return [Proposed(f.span, f.propose, f.kind) for f in findings]


def timed(mode: str, path: str) -> dict[str, Any]:
    """Look through the cases of a file once, and tell what it took."""
    cases: list[Case] = pickle.loads(Path(path).read_bytes())
    spent = 0.0
    for case in cases:
        # Models and roster are read once, and a request has thousands of pages: neither is counted.
        in_text(_WARMING, case.roster, mode)
        begun = time.process_time()
        in_case(case, mode)
        spent += time.process_time() - begun
    ran = [d.ran for d in detectors(mode) if isinstance(d, NamesDetector)]
    return {
        "letters": sum(len(paper.text) for case in cases for paper in case.papers),
        "cpu": spent,
        "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
        "ran": ran,
    }


if __name__ == "__main__":
    json.dump(timed(*sys.argv[1:]), sys.stdout)
