"""`muniment prove`: can anything still be read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from console.documents import TERMS_FORM, files_in, read_file, read_one_of, read_terms
from console.main import DONE, FOUND, REFUSED
from console.printing import print_answer
from console.progress import Progress
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.looking import leaks_in_file
from redaction.prove import Leak

_WHAT_TO_DO = (
    "Do not send this file: redact what it was made from once more (`muniment redact --terms`), "
    "and mark by hand (--boxes) what is still told here."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = TERMS_FORM
    parser.add_argument("file", type=Path, metavar="FILE", help="a file of any kind, or a folder")
    parser.add_argument("--terms", type=Path, required=True, metavar="terms.json")
    parser.add_argument("--json", action="store_true", help="print one JSON object for each file")


def run(args: argparse.Namespace) -> int:
    """Print where any of the terms can be read; 4 if one can, 3 if a file could not be read."""
    terms = read_terms(args.terms)
    if not args.file.is_dir():
        content = read_file(args.file, "FILE")
        with Progress(1):
            leaks, readers = leaks_in_file(content, terms)
        answer = _answer([_told(leak) for leak in leaks], readers)
        print_answer(answer, as_json=args.json, lines=_as_words(answer))
        return FOUND if leaks else DONE
    return _folder(args.file, terms, as_json=args.json)


def _folder(folder: Path, terms: Sequence[str], *, as_json: bool) -> int:
    codes = {DONE}
    files = list(files_in(folder, "FILE"))
    with Progress(len(files)) as progress:
        for path in files:
            name = path.relative_to(folder).as_posix()
            answer = _one_of(path, terms)
            codes.add(REFUSED if answer["because"] else DONE if answer["clean"] else FOUND)
            lines = (f"{name}: {line}" for line in _as_words(answer))
            progress.one_more()
            progress.make_room()
            print_answer({"file": name, **answer}, as_json=as_json, lines=lines)
    # A leak is worse news than a file that nobody could read.
    return next(code for code in (FOUND, REFUSED, DONE) if code in codes)


def _one_of(path: Path, terms: Sequence[str]) -> dict[str, Any]:
    """Return the answer for one file of a folder; one that cannot be read is not clean."""
    try:
        leaks, readers = leaks_in_file(read_one_of(path), terms)
    except (Refused, Unproven) as why:
        return {**_answer([], ()), "clean": False, "because": [str(why)]}
    return {**_answer([_told(leak) for leak in leaks], readers), "because": []}


def _told(leak: Leak) -> dict[str, Any]:
    """Return what the front door says of a leak: on which page, not where on it."""
    return {key: value for key, value in asdict(leak).items() if key != "places"}


def _answer(leaks: list[dict[str, Any]], readers: Sequence[str]) -> dict[str, Any]:
    return {"clean": not leaks, "leaks": leaks, "readers": list(readers)}


def _as_words(answer: dict[str, Any]) -> Iterator[str]:
    if answer.get("because"):
        yield "Not looked through: " + "; ".join(answer["because"])
        return
    who = ", ".join(answer["readers"])
    said = "Nothing can be read" if answer["clean"] else "Something can still be read"
    yield f"{said} (asked: {who})."
    for leak in answer["leaks"]:
        where = f"page {leak['page']}" if leak["page"] else leak["where"]
        yield f"  - no. {leak['term'] + 1} of the terms, by {leak['reader']}, {where}"
    if not answer["clean"]:
        yield _WHAT_TO_DO
