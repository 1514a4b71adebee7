"""`muniment disposal`: what waits for an owner, and the owner's yes or no."""

from __future__ import annotations

import argparse

from console.acting import add_configs, one_of, open_desk, open_to_read, refuse
from console.main import DONE
from console.printing import print_answer
from recordkeeping.retention.disposal import Proposal
from recordkeeping.vocabulary.errors import Fault
from recordkeeping.vocabulary.identifiers import ItemId
from review.disposal_acts import Basis, Rejection, authorise_disposal, reject_disposal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", help="what waits for an owner, oldest first, each on a line")
    yes = acts.add_parser("authorise", help="say yes, as an owner who did not propose it")
    yes.add_argument("--basis", required=True, help=", ".join(Basis))
    no = acts.add_parser("reject", help="say no; it is not proposed again until a fact changes")
    no.add_argument("--reason", required=True, help=", ".join(Rejection))
    for act in (yes, no):
        act.add_argument("items", nargs="+", metavar="ITEM", help="ids from `disposal list`")
    for act in (listed, yes, no):
        add_configs(act)


def run(args: argparse.Namespace) -> int:
    """List, authorise or reject; several items are ruled upon together, or none of them is."""
    if args.act == "list":
        _list(args)
        return DONE
    faults: list[Fault] = []
    basis = one_of(Basis, args.basis, "--basis", faults) if args.act == "authorise" else None
    reason = one_of(Rejection, args.reason, "--reason", faults) if args.act == "reject" else None
    refuse(faults)
    items = [ItemId(item) for item in dict.fromkeys(args.items)]
    desk = open_desk(args)
    valid_days = desk.services.settings.policy.disposal.authorisation_valid_days
    with desk.services.work() as work:
        work.register.disposals.lock(items)
        for item in items:
            if basis is not None:
                authorise_disposal(work, desk.officer, item, basis, valid_days)
            if reason is not None:
                reject_disposal(work, desk.officer, item, reason)
    said = "authorised" if args.act == "authorise" else "rejected"
    print_answer(
        {"items": items, "said": said},
        as_json=args.json,
        lines=[f"{item}: {said}" for item in items],
    )
    return DONE


def _list(args: argparse.Namespace) -> None:
    services = open_to_read(args.configs)
    with services.work() as work:
        waiting = work.register.disposals.waiting()
    for proposal in waiting:
        print_answer(_as_json(proposal), as_json=args.json, lines=[_as_words(proposal)])
    if not waiting and not args.json:
        print_answer({}, as_json=False, lines=["Nothing waits for an owner."])


def _as_words(proposal: Proposal) -> str:
    record = f"{proposal.record.store}:{proposal.record.key}" if proposal.record else "?"
    by = f", destroy by {proposal.destroy_by}" if proposal.destroy_by else ""
    return (
        f"{proposal.id}: {proposal.action.value} {proposal.record_class} {record}, "
        f"{proposal.places} places, eligible from {proposal.eligible_from}{by}"
    )


def _as_json(proposal: Proposal) -> dict[str, object]:
    return {
        "item": proposal.id,
        "record": f"{proposal.record.store}:{proposal.record.key}" if proposal.record else None,
        "class": proposal.record_class,
        "rule": proposal.rule,
        "schedule": proposal.schedule,
        "action": proposal.action.value,
        "eligible_from": proposal.eligible_from.isoformat(),
        "destroy_by": proposal.destroy_by.isoformat() if proposal.destroy_by else None,
        "places": proposal.places,
        "proposed_by": proposal.proposed_by,
        "proposed_on": proposal.proposed_on.isoformat(),
    }
