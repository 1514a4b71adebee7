"""`muniment prove`: can anything still be read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from console.documents import read_file, read_terms
from console.main import DONE, FOUND
from console.printing import print_answer
from redaction.prove import Leak, leaks_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF, whoever made it")
    parser.add_argument("--terms", type=Path, required=True, metavar="terms.json")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Print where any of the terms can be read; 4 if one can."""
    leaks, readers = leaks_in(read_file(args.file, "FILE"), read_terms(args.terms))
    answer = {
        "clean": not leaks,
        "leaks": [asdict(leak) for leak in leaks],
        "readers": list(readers),
    }
    print_answer(answer, as_json=args.json, lines=_as_words(leaks, readers))
    return FOUND if leaks else DONE


def _as_words(leaks: tuple[Leak, ...], readers: tuple[str, ...]) -> Iterator[str]:
    who = ", ".join(readers)
    yield f"{'Something can still be read' if leaks else 'Nothing can be read'} (asked: {who})."
    for leak in leaks:
        where = f"page {leak.page}" if leak.page else leak.where
        yield f"  - term {leak.term}, by {leak.reader}, {where}"
