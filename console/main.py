"""The `muniment` command. Names, options, JSON keys and exit codes are a public interface.

Exit codes: 0 done · 2 bad arguments or configuration · 3 refused or unproven, nothing written or
destroyed · 4 a check found something · 130 stopped with Ctrl-C, 143 with SIGTERM · 1 a
defect of ours.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from importlib import import_module
from typing import Protocol, cast

from console.parsing import Parser
from console.stopping import Terminated, sigterm_as_ctrl_c
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable, Unproven

DONE, DEFECT, BAD_INPUT, REFUSED, FOUND = 0, 1, 2, 3, 4
STOPPED, CUT_OFF, TERMINATED = 130, 141, 143
"""What shells say of a program that SIGINT, SIGPIPE or SIGTERM ended."""

VERBS = {
    "due": "when a record may go, and why",
    "schedule": "hold a council's schedule against the law",
    "clock": "when an answer is due, and why",
    "detect": "what in a document may not be disclosed",
    "redact": "remove it, prove it is gone, or refuse",
    "prove": "whether anything can still be read",
    "check": "configuration, stores, tools, keys: every fault at once",
    "run": "run one flow now",
    "hold": "place, release or list holds",
    "disposal": "list, authorise or reject what was proposed",
    "breaker": "why nothing is authorised or destroyed, and letting it go on",
    "request": "a subject access request, from opening to closing",
    "demo": "the fictional council, end to end",
    "up": "Prefect server and scheduled flows",
    "ledger": "verify, prove, checkpoint or export the ledger",
}
_OF_DOCUMENTS = (["detect"], ["redact"], ["prove"])


class Verb(Protocol):
    """One module of `console`: it describes its arguments, and runs."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the verb's arguments to its parser."""
        ...

    def run(self, args: argparse.Namespace) -> int:
        """Do it, and return the exit code."""
        ...


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code; every foreseen error is told in words."""
    words = list(sys.argv[1:] if argv is None else argv)
    # Prefect, below the other verbs, answers SIGTERM in its own way.
    tidily = sigterm_as_ctrl_c() if words[:1] in _OF_DOCUMENTS else nullcontext()
    try:
        with tidily:
            code = _run(words)
            sys.stdout.flush()
            return code
    except Misconfigured as wrong:
        for fault in wrong.faults:
            sys.stderr.write(f"muniment: {fault}\n")
        return BAD_INPUT
    except (Refused, Unproven) as no:
        sys.stderr.write(f"muniment: {no}\n")
        return REFUSED
    except Unavailable as later:
        sys.stderr.write(f"muniment: not now: {later}\n")
        return REFUSED
    except KeyboardInterrupt as how:
        sys.stderr.write("muniment: stopped\n")
        return TERMINATED if isinstance(how, Terminated) else STOPPED
    except BrokenPipeError:  # whoever reads the answer has had enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF


def _run(words: Sequence[str]) -> int:
    parser = Parser(prog="muniment", description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, summary in VERBS.items():
        sub = verbs.add_parser(name, help=summary, description=summary)
        # Only the verb that is asked for is imported: Prefect alone takes two seconds.
        if words[:1] == [name]:
            verb = cast(Verb, import_module(f"console.{name}"))
            verb.add_arguments(sub)
            sub.set_defaults(run=verb.run)
    args = parser.parse_args(words)
    return int(args.run(args))
