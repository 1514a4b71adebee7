"""`muniment prove`: can anything still be read."""

from __future__ import annotations

import argparse
from pathlib import Path

from console.main import DONE, FOUND
from console.printing import print_answer
from console.redact import terms_in
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from redaction.prove import leaks_in, readers


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF")
    parser.add_argument("--terms", type=Path, required=True, help="a JSON list of words")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Look for every term with every reader, and print where it can still be read."""
    terms = terms_in(args.terms)
    if not args.file.is_file():
        raise Misconfigured([Fault("FILE", f"{args.file.name} is no file")])
    leaks = leaks_in(args.file.read_bytes(), terms)
    answer = {
        "clean": not leaks,
        "leaks": [
            {"term": leak.term, "reader": leak.reader, "page": leak.page, "where": leak.where}
            for leak in leaks
        ],
        "readers": list(readers()),
    }
    lines = [
        f"term {leak.term} can be read by {leak.reader}, page {leak.page}, in {leak.where}"
        for leak in leaks
    ] or [f"None of {len(terms)} terms can be read ({', '.join(readers())})."]
    print_answer(answer, as_json=args.json, lines=lines)
    return FOUND if leaks else DONE
