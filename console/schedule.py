"""`muniment schedule`: a council's own schedule held against what the law says."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from console.main import DONE, FOUND
from console.printing import print_answer
from recordkeeping.retention.lint import Finding, Level, Pack, lint, not_compared
from recordkeeping.retention.schedule import Schedule
from wiring.schedules import default_configs, load_schedule, load_statutory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be asked of a schedule, with its arguments."""
    questions = parser.add_subparsers(dest="question", required=True, metavar="QUESTION")
    asked = questions.add_parser(
        "lint",
        help="what is below a minimum, above a maximum, or a known trap",
        description="Hold the schedule against the statutory pack of its nation: what is below a"
        " minimum, above a maximum, or a known trap. Exit 0 without errors, 4 with one.",
    )
    asked.add_argument("--configs", type=Path, help="the folder of settings")
    asked.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Lint the schedule, and print every finding."""
    own = load_schedule(args.configs or default_configs())
    pack = load_statutory(own.nation)
    findings = sorted(lint(own, pack), key=lambda found: (found.level, found.rule, found.name))
    print_answer(
        _as_json(findings, own, pack), as_json=args.json, lines=_as_words(findings, own, pack)
    )
    return FOUND if _count(findings, Level.ERROR) else DONE


def _count(findings: Sequence[Finding], level: Level) -> int:
    return sum(found.level is level for found in findings)


def _as_json(findings: Sequence[Finding], own: Schedule, pack: Pack) -> dict[str, object]:
    return {
        "schedule": own.version,
        "nation": own.nation.value,
        "against": pack.schedule.version,
        "errors": _count(findings, Level.ERROR),
        "warnings": _count(findings, Level.WARNING),
        "findings": [
            {
                "level": found.level.value,
                "class": found.rule,
                "name": found.name,
                "because": found.because,
                "authority": found.authority,
                "do": found.do,
            }
            for found in findings
        ],
        "not_compared": list(not_compared(own, pack)),
    }


def _as_words(findings: Sequence[Finding], own: Schedule, pack: Pack) -> Iterator[str]:
    for found in findings:
        yield f"{found.level.value}: {found.rule}: {found.because} [{found.name}]"
        if found.authority:
            yield f"    authority: {found.authority}"
        yield f"    to do: {found.do}"
    if alone := not_compared(own, pack):
        yield f"not compared, for the pack has no such class: {', '.join(alone)}"
    errors, warnings = _count(findings, Level.ERROR), _count(findings, Level.WARNING)
    yield f"{own.version} against {pack.schedule.version}: {errors} errors, {warnings} warnings."
