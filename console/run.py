"""`muniment run FLOW`: run one flow now, in this process, recorded in Prefect."""

from __future__ import annotations

import argparse
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from console.main import DONE
from console.options import day
from console.prefect_home import settle_prefect
from console.printing import print_answer
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from recordkeeping.vocabulary.identifiers import RequestId
from wiring.schedules import own_configs
from wiring.services import open_services
from wiring.settings import load_settings

OF_A_DAY = ("nightly-retention", "carry-out-disposals", "reconcile", "purge-papers")
OF_A_REQUEST = ("gather-request", "release-request")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("flow", choices=sorted((*OF_A_DAY, *OF_A_REQUEST, "seal-ledger")))
    parser.add_argument(
        "--today",
        metavar="D",
        help="the day to judge by, not a later one than today, which it is otherwise",
    )
    parser.add_argument("--request", help="the request's reference, for flows of a request")
    parser.add_argument("--configs", type=Path, help="the folder of settings")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Run the flow and print its counts."""
    faults: list[Fault] = []
    today = day(args.today, "--today", faults) if args.today else None
    if (args.flow in OF_A_REQUEST) is not bool(args.request):
        why = (
            f"give the reference of the request that {args.flow} is for, such as SAR-2026-0001"
            if args.flow in OF_A_REQUEST
            else f"leave it out: {args.flow} is not about one request"
        )
        faults.append(Fault("--request", why))
    if args.flow == "seal-ledger" and today:
        faults.append(Fault("--today", "seal-ledger takes no day"))
    if faults:
        raise Misconfigured(faults)
    configs = args.configs or own_configs()
    if args.request:
        with open_services(configs).work() as work:
            work.register.requests.get(RequestId(args.request))  # refused before Prefect begins
    settle_prefect(load_settings(configs).state, configs=configs, quiet=args.json)
    counts = run_flow(args.flow, today=today, request=args.request)
    print_answer(
        {"flow": args.flow, **counts},
        as_json=args.json,
        lines=[f"{args.flow}: done", *(f"  {name}: {n}" for name, n in counts.items())],
    )
    return DONE


def run_flow(name: str, *, today: date | None = None, request: str | None = None) -> dict[str, Any]:
    """Run a flow by its name and return its counts. Prefect must be settled before."""
    # Importing a flow imports Prefect, which reads its settings then and never again.
    module = name.replace("-", "_")
    flow = getattr(import_module(f"flows.{module}"), module)
    given: tuple[object, ...] = ()
    if name in OF_A_DAY:
        given = (today,)
    if name in OF_A_REQUEST:
        given = (request, today)
    counts: dict[str, Any] = flow(*given)
    return counts
