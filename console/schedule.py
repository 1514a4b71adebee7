"""`muniment schedule`: the council's schedule held against the law, tried, and looked ahead by."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from console.acting import open_to_read
from console.main import DONE, FOUND
from console.printing import print_answer
from recordkeeping.retention.lint import Finding, Level, Pack, lint, not_compared
from recordkeeping.retention.schedule import Schedule
from recordkeeping.retention.simulation import Effect, simulate
from wiring.clock import today_in_london
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
    tried = questions.add_parser(
        "simulate",
        help="what another schedule would do to each record: earlier, later, never",
        description="Reckon every record of every store by the schedule in force and by another"
        " one, and count what would go earlier, later, never, or at once. Nothing is written.",
    )
    tried.add_argument("new", type=Path, metavar="FOLDER", help="settings with other `schedules/`")
    ahead = questions.add_parser(
        "forecast",
        help="how many records may go from each year on, by class",
        description="Count, by the catalogue of the last night, how many records may go from some"
        " day of each year on, by class. Holds are left out.",
    )
    for question in (asked, tried, ahead):
        question.add_argument("--configs", type=Path, help="the folder of settings")
        question.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Answer a question about the schedule."""
    match args.question:
        case "simulate":
            return _simulate(args)
        case "forecast":
            return _forecast(args)
        case _:
            return _lint(args)


def _simulate(args: argparse.Namespace) -> int:
    new = load_schedule(args.new)
    services = open_to_read(args.configs)
    old, today = services.schedule, today_in_london()
    records = (one for _, source in services.stores.record_sources() for one in source.records())
    found = simulate(records, old, new, today)
    rows = [
        {"class": name, **{effect.value: found.effects[name, effect] for effect in Effect},
         "at_once": found.at_once[name]}
        for name in sorted({name for name, _ in found.effects})
    ]  # fmt: skip
    answer = {
        "old": old.version,
        "new": new.version,
        "new_sha256": new.digest,
        "shortens": found.shortens,
        "at_once": sum(found.at_once.values()),
        "classes": rows,
    }
    print_answer(answer, as_json=args.json, lines=_simulated(answer, rows))
    return DONE


def _simulated(answer: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> Iterator[str]:
    for row in rows:
        told = [f"{row[effect]} {word}" for effect, word in _EFFECTS.items() if row[effect]]
        if told:
            yield f"{row['class']}: {', '.join(told)}"
    if not any(row[effect] for row in rows for effect in _EFFECTS):
        yield "No record would go earlier, later or never."
    more = " It shortens: two people decide, and it is told 90 days before."
    more = more if answer["shortens"] else ""
    yield f"{answer['old']} to {answer['new']}: {answer['at_once']} could go at once.{more}"


_EFFECTS = {
    "earlier": "earlier", "first": "that could not go till now", "later": "later",
    "never": "never by themselves", "at_once": "at once",
}  # fmt: skip


def _forecast(args: argparse.Namespace) -> int:
    with open_to_read(args.configs).work() as work:
        counted = work.register.catalogue.forecast()
    rows = [
        {"year": year, "class": name, "records": count}
        for (year, name), count in sorted(counted.items())
    ]
    lines = [f"{row['year']}  {row['class']}: {row['records']}" for row in rows]
    print_answer(
        {"forecast": rows},
        as_json=args.json,
        lines=lines or ["Nothing is catalogued: run nightly-retention first."],
    )
    return DONE


def _lint(args: argparse.Namespace) -> int:
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
