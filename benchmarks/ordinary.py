"""Ordinary papers: every document of Northmoor, names removed. How many pages become pictures?"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.ours import found
from conformance.northmoor.council import build
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.reading import read_document
from redaction.removing import remove

_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_SCALE, _WORKERS = 20, 2


def measure(most: int = 150) -> dict[str, Any]:
    """Return what becomes of the papers: released, as pictures or not, or refused, and why."""
    with tempfile.TemporaryDirectory() as folder:
        built = build(Path(folder), scale=_SCALE, today=date(2026, 11, 25))
        paths = sorted(path for path in built.papers.rglob("*") if path.is_file())
        Random(1).shuffle(paths)
        with ThreadPoolExecutor(_WORKERS) as workers:
            told = list(workers.map(_redacted, paths[:most]))
    why = Counter(reason for kind, reason, _, _ in told if kind != "released")
    scans = [row for row in told if row[1] == "scan"]
    typed = [row for row in told if row[0] == "released" and row[1] != "scan"]
    pages = sum(row[2] for row in typed)
    pictures = sum(row[3] for row in typed)
    return {
        "papers": len(told),
        "released": sum(row[0] == "released" for row in told),
        "pages": pages,
        "pages_as_pictures": pictures,
        "share": round(pictures / pages, 4) if pages else None,
        "scanned_pages": sum(row[2] for row in scans),
        "scanned_pages_as_pictures": sum(row[3] for row in scans),
        "refused": dict(why.most_common()),
    }


def _redacted(path: Path) -> tuple[str, str, int, int]:
    """Return what became of a paper, whether it is a scan or why not, pages, and pictures."""
    content = path.read_bytes()
    try:
        document = read_document(content)
        names = sorted({name for page in document.pages for name in _NAME.findall(page.text)})
        terms = Random(path.name).sample(names, min(3, len(names)))
        areas, redactions = found(document, terms)
        proven = remove(document.pdf, areas, terms, redactions)
    except (Refused, Unproven) as why:
        return type(why).__name__.lower(), re.sub(r"\d+", "N", str(why)), 0, 0
    scan = path.suffix == ".jpg" or (b"/Image" in content and path.suffix == ".pdf")
    return "released", "scan" if scan else "typed", proven.pages, len(proven.pages_as_images)
