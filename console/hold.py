"""`muniment hold`: place a hold, release it, list those in force."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from console.acting import add_configs, one_of, open_desk, open_to_read, refuse
from console.main import DONE
from console.printing import print_answer
from recordkeeping.vocabulary.errors import Fault
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    ItemId,
    OfficerId,
    RecordRef,
    RequestId,
    StoreName,
    SubjectRef,
)
from review.disposal_acts import Lifting, place_hold, release_hold
from wiring.acts import REVIEW_WITHIN


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    place = acts.add_parser("place", help="no record that it covers is disposed of from now on")
    place.add_argument("--type", required=True, help=", ".join(HoldType))
    place.add_argument("--person", action="append", default=[], help="a person's id in the stores")
    place.add_argument("--record", action="append", default=[], metavar="STORE:KEY")
    place.add_argument("--class", dest="classes", action="append", default=[], metavar="CLASS")
    place.add_argument("--everything", action="store_true", help="a moratorium: every record")
    place.add_argument(
        "--review-within",
        type=int,
        default=REVIEW_WITHIN.days,
        metavar="DAYS",
        help=f"when it is looked at again; it never ends by itself (default {REVIEW_WITHIN.days})",
    )
    release = acts.add_parser("release", help="end a hold")
    release.add_argument("hold", metavar="HOLD", help="the hold's id")
    release.add_argument("--reason", required=True, help=", ".join(Lifting))
    listed = acts.add_parser(
        "list", help="the holds in force: who placed each, when, why, over what"
    )
    for act in (place, release, listed):
        add_configs(act)


def run(args: argparse.Namespace) -> int:
    """Place, release or list."""
    match args.act:
        case "place":
            _place(args)
        case "release":
            _release(args)
        case _:
            _list(args)
    return DONE


def _place(args: argparse.Namespace) -> None:
    faults: list[Fault] = []
    type = one_of(HoldType, args.type, "--type", faults)
    records = [_record(text, faults) for text in args.record]
    if not (args.person or records or args.classes or args.everything):
        faults.append(Fault("hold place", "needs --person, --record, --class or --everything"))
    if args.everything and (args.person or records or args.classes):
        faults.append(Fault("--everything", "covers all; leave it out to name people or records"))
    desk = open_desk(args)
    known = desk.services.schedule.rules
    faults += [
        Fault("--class", f"{c} is not in the schedule") for c in args.classes if c not in known
    ]
    refuse(faults)
    assert type is not None  # noqa: S101 - or a fault was told
    scope = HoldScope(
        subjects=frozenset(SubjectRef(person) for person in args.person),
        records=frozenset(record for record in records if record),
        classes=frozenset(ClassId(name) for name in args.classes),
        everything=args.everything,
    )
    with desk.services.work() as work:
        hold = place_hold(work, desk.officer, type, scope, timedelta(days=args.review_within))
        review_by = work.register.holds.get(hold).review_by
    answer = {"hold": hold, "type": type.value, "review_by": review_by.isoformat()}
    print_answer(
        answer, as_json=args.json, lines=[f"{hold}: {type.value}, in force; review by {review_by}"]
    )


def _record(text: str, faults: list[Fault]) -> RecordRef | None:
    store, separator, key = text.partition(":")
    if not (store and separator and key):
        faults.append(Fault("--record", "is written STORE:KEY, such as case-records:assessment/12"))
        return None
    return RecordRef(StoreName(store), key)


def _release(args: argparse.Namespace) -> None:
    faults: list[Fault] = []
    reason = one_of(Lifting, args.reason, "--reason", faults)
    refuse(faults)
    assert reason is not None  # noqa: S101 - or a fault was told
    desk = open_desk(args)
    with desk.services.work() as work:
        release_hold(work, desk.officer, ItemId(args.hold), reason)
    answer = {"hold": args.hold, "released": True, "reason": reason.value}
    print_answer(answer, as_json=args.json, lines=[f"{args.hold}: released"])


def _list(args: argparse.Namespace) -> None:
    with open_to_read(args.configs).work() as work:
        holds = work.register.holds
        told = [
            _as_json(hold, holds.placed_by(hold.id), holds.request_of(hold.id), work.today)
            for hold in holds.in_force()
        ]
    for one in told:
        print_answer(one, as_json=args.json, lines=_as_words(one))
    if not told and not args.json:
        print_answer({}, as_json=False, lines=["No hold is in force."])


def _as_json(
    hold: Hold, by: OfficerId, request: RequestId | None, today: date
) -> dict[str, object]:
    return {
        "hold": hold.id,
        "type": hold.type.value,
        "placed_on": hold.placed_on.isoformat(),
        "placed_by": by,
        "request": request,
        "review_by": hold.review_by.isoformat(),
        "review_overdue": hold.review_by < today,
        "people": sorted(hold.scope.subjects),
        "records": sorted(f"{record.store}:{record.key}" for record in hold.scope.records),
        "classes": sorted(hold.scope.classes),
        "everything": hold.scope.everything,
    }


def _as_words(hold: Mapping[str, Any]) -> Iterator[str]:
    late = " (OVERDUE)" if hold["review_overdue"] else ""
    yield f"{hold['hold']}: {hold['type']}, placed on {hold['placed_on']} by {hold['placed_by']}"
    if hold["request"]:
        yield f"  because of: request {hold['request']}; it ends when that is closed"
    parts = [
        f"{name} {', '.join(hold[key])}"
        for name, key in (("person", "people"), ("record", "records"), ("class", "classes"))
        if hold[key]
    ]
    yield f"  over: {'every record' if hold['everything'] else '; and of these only '.join(parts)}"
    yield f"  until: somebody releases it; to be looked at again by {hold['review_by']}{late}"
