"""`muniment due`: when may this record go, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from console.main import DONE
from console.options import day, printable
from console.printing import print_answer
from recordkeeping.retention.due import Assessment, Standing, assess
from recordkeeping.retention.schedule import Schedule
from recordkeeping.retention.triggers import OF_A_PERSON, TriggerEvent
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ClassId, ItemId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import DobQuality, Record, Subject
from wiring.clock import today_in_london
from wiring.schedules import default_configs, load_schedule

WORDS = {
    Standing.NOT_DUE: "is kept",
    Standing.DUE: "may be proposed for disposal",
    Standing.OVERDUE: "should have been disposed of already",
    Standing.HELD: "is under hold",
    Standing.UNKNOWN: "is kept, because a fact is missing",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument(
        "--class",
        dest="record_class",
        required=True,
        metavar="CLASS",
        help="the record's class in the schedule, such as ED-SCP2; a wrong one lists them all",
    )
    parser.add_argument(
        "--also-class",
        action="append",
        default=[],
        metavar="CLASS",
        help="a class that the same papers fall under as well: the longest governs; may be given"
        " again",
    )
    parser.add_argument(
        "--event",
        action="append",
        default=[],
        metavar="EVENT=DAY",
        help=f"one of {', '.join(TriggerEvent)}; may be given again",
    )
    parser.add_argument(
        "--modifier",
        action="append",
        default=[],
        metavar="MODIFIER",
        help="a fact that keeps a record longer, one of the schedule's modifiers: in the sample"
        " CSA (child sexual abuse), LAC_EVER (was ever looked after) or EHCP_EVER (ever had an"
        " education, health and care plan); may be given again",
    )
    parser.add_argument(
        "--hold",
        action="append",
        default=[],
        metavar="TYPE",
        help=f"a hold over the record, one of {', '.join(HoldType)}; may be given again",
    )
    parser.add_argument(
        "--dob-quality",
        choices=list(DobQuality),
        default=DobQuality.VERIFIED,
        help="how well the date of birth is known (default verified); on one that is estimated or"
        " unknown no disposal rests",
    )
    parser.add_argument("--today", type=str, metavar="DAY", help="judge by this day, not by today")
    parser.add_argument("--configs", type=Path, help="the folder of settings")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Assess the record that the options describe, and print how it stands."""
    schedule = load_schedule(args.configs or default_configs())
    faults: list[Fault] = [*_unknown_names(args, schedule)]
    events = _events(args.event, faults)
    today = day(args.today, "--today", faults) if args.today else today_in_london()
    if today is not None:
        faults += _to_come(events, today)
    if faults or today is None:
        raise Misconfigured(faults)
    record = _record(args, events)
    holds = [_hold(kind, record.ref) for kind in args.hold]
    answer = assess(record, schedule, holds, today)
    print_answer(_as_json(answer), as_json=args.json, lines=_as_words(answer))
    return DONE


def _unknown_names(args: argparse.Namespace, schedule: Schedule) -> Iterator[Fault]:
    for option, names, known in (
        ("--class", [args.record_class], schedule.rules),
        ("--also-class", args.also_class, schedule.rules),
        ("--modifier", args.modifier, schedule.modifiers),
        ("--hold", args.hold, list(HoldType)),
    ):
        for name in names:
            if name not in known:
                yield Fault(
                    option, f"{printable(name)} is not known; it is one of {', '.join(known)}"
                )


def _events(given: Sequence[str], faults: list[Fault]) -> list[tuple[TriggerEvent, date]]:
    events = []
    for text in given:
        name, _, value = text.partition("=")
        if name not in list(TriggerEvent):
            faults.append(
                Fault("--event", f"{printable(name)} is none of {', '.join(TriggerEvent)}")
            )
        elif when := day(value, f"--event {name}", faults):
            events.append((TriggerEvent(name), when))
    for once in OF_A_PERSON:
        if sum(name is once for name, _ in events) > 1:
            faults.append(Fault("--event", f"{once} is given twice, and happens once"))
    born = dict(events).get(TriggerEvent.BIRTH)
    died = dict(events).get(TriggerEvent.DEATH)
    if born and died and died < born:
        faults.append(Fault("--event", "death is before birth"))
    return events


def _to_come(events: Sequence[tuple[TriggerEvent, date]], today: date) -> Iterator[Fault]:
    for name, when in events:
        if name in OF_A_PERSON and when > today:
            yield Fault(f"--event {name}", f"{when} is in the future (today is {today})")


def _record(args: argparse.Namespace, events: Sequence[tuple[TriggerEvent, date]]) -> Record:
    life = dict(events)
    subject = Subject(
        SubjectRef("asked-about"),
        born=life.get(TriggerEvent.BIRTH),
        dob_quality=DobQuality(args.dob_quality),
        died=life.get(TriggerEvent.DEATH),
    )
    return Record(
        RecordRef(StoreName("asked"), "asked"),
        ClassId(args.record_class),
        subjects=(subject,),
        events=tuple((name.value, when) for name, when in events if name not in OF_A_PERSON),
        also_classes=tuple(ClassId(name) for name in args.also_class),
        modifiers=frozenset(args.modifier),
    )


def _hold(kind: str, record: RecordRef) -> Hold:
    scope = HoldScope(records=frozenset({record}))
    return Hold(ItemId(kind), HoldType(kind), scope, date.min, date.max)


def _as_json(answer: Assessment) -> dict[str, object]:
    rule = {"id": answer.rule, "authority": answer.authority, "schedule": answer.schedule}
    return {
        "class": answer.record_class,
        "standing": answer.standing.value,
        "keep_through": _iso(answer.keep_through),
        "eligible_from": _iso(answer.eligible_from),
        "destroy_by": _iso(answer.destroy_by),
        "action": answer.action.value if answer.action else None,
        "rule": rule if answer.rule else None,
        "because": list(answer.because),
    }


def _as_words(answer: Assessment) -> Iterator[str]:
    yield f"A record of class {answer.record_class} {WORDS[answer.standing]}."
    if answer.eligible_from:
        until = f", and must be gone by {answer.destroy_by}" if answer.destroy_by else ""
        yield f"Kept through {answer.keep_through}; it may go from {answer.eligible_from}{until}."
    if answer.rule:
        yield f"Rule {answer.rule} of {answer.schedule}: {answer.authority}."
    for reason in answer.because:
        yield f"  - {reason}"


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
