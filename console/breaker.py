"""`muniment breaker`: why nothing is authorised or destroyed, and letting it go on."""

from __future__ import annotations

import argparse

from console.acting import add_configs, one_of, open_desk, open_to_read, refuse
from console.main import DONE
from console.printing import print_answer
from recordkeeping.retention.breaker import IN_WORDS
from recordkeeping.vocabulary.errors import Fault
from recordkeeping.vocabulary.identifiers import ItemId
from register.breaker import Tripped
from review.disposal_acts import Seen, reset_breaker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", help="what tripped it and nobody has reset")
    reset = acts.add_parser("reset", help="say that you have looked, and let disposals go on")
    reset.add_argument("trip", metavar="TRIP", help="its id")
    reset.add_argument("--reason", required=True, help=", ".join(Seen))
    for act in (listed, reset):
        add_configs(act)


def run(args: argparse.Namespace) -> int:
    """List, or reset."""
    if args.act == "reset":
        _reset(args)
    else:
        _list(args)
    return DONE


def _list(args: argparse.Namespace) -> None:
    with open_to_read(args.configs).work() as work:
        tripped = work.register.breaker.open_trips()
    for one in tripped:
        print_answer(_as_json(one), as_json=args.json, lines=_as_words(one))
    if not tripped and not args.json:
        print_answer({}, as_json=False, lines=["The circuit breaker is not tripped."])


def _reset(args: argparse.Namespace) -> None:
    faults: list[Fault] = []
    reason = one_of(Seen, args.reason, "--reason", faults)
    refuse(faults)
    assert reason is not None  # noqa: S101 - or a fault was told
    desk = open_desk(args)
    with desk.services.work() as work:
        reset_breaker(work, desk.officer, ItemId(args.trip), reason)
        still = len(work.register.breaker.open_trips())
    answer = {"trip": args.trip, "reset": True, "reason": reason.value, "still_tripped": still}
    more = f"; {still} more to be looked at" if still else "; disposals go on"
    print_answer(answer, as_json=args.json, lines=[f"{args.trip}: reset{more}"])


def _as_json(one: Tripped) -> dict[str, object]:
    return {
        "trip": one.id,
        "store": one.store,
        "cause": one.trip.cause.value,
        "count": one.trip.count,
        "limit": one.trip.limit,
        "tripped_on": one.on,
    }


def _as_words(one: Tripped) -> list[str]:
    where = f" in store {one.store}" if one.store else ""
    return [
        f"{one.id}: {one.trip.cause.value}{where}, on {one.on}",
        f"  {IN_WORDS[one.trip.cause]}: {one.trip.count}, and the limit is {one.trip.limit}",
    ]
