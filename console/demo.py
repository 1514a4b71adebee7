"""`muniment demo`: the fictional council of Northmoor, one night and one request, end to end.

Flows run on Prefect as they would at night; between them officers act, each in their own role.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from conformance.northmoor.council import SMALLEST, Northmoor, build
from console.main import DONE
from console.prefect_home import settle_prefect
from console.printing import print_answer
from console.run import run_flow
from recordkeeping.disclosure.deadline import Convention
from recordkeeping.disclosure.decisions import Decision, Ruling
from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unproven
from recordkeeping.vocabulary.holds import HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import ItemId, RequestId
from review import disposal_acts, request_acts
from wiring.calendars import calendar_of
from wiring.clock import today_in_london
from wiring.schedules import sample_configs
from wiring.services import Services, open_services
from wiring.settings import load_settings

LARGEST = 20_000
HALF_A_YEAR = timedelta(days=183)
REQUEST = RequestId("SAR-2026-0147")
RECORDS, OWNER, DECIDER, APPROVER = "off-101", "off-102", "off-201", "off-202"
WITHHELD = {"Legal advice": "R22"}
"""Whole papers that are not released, by their kind."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("--dir", type=Path, default=Path("northmoor"), help="where to build it")
    parser.add_argument("--seed", type=int, default=2026, help="another seed, another council")
    parser.add_argument("--scale", type=int, default=300, help="how many children (default 300)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Build the council, play the night and the request, and print what came of it."""
    if not SMALLEST <= args.scale <= LARGEST:
        raise Misconfigured([Fault("--scale", f"is from {SMALLEST} to {LARGEST} children")])
    started = time.monotonic()
    folder = args.dir.resolve()
    _make_room(folder)
    _tell("Northmoor is being built …")
    council = build(folder, seed=args.seed, scale=args.scale, today=today_in_london())
    shutil.copytree(sample_configs(), folder / "configs")
    configs = folder / "configs"
    settle_prefect(load_settings(configs).state, configs=configs, quiet=True)
    services = open_services(configs)
    due = _receive(services, council)
    retention = _night(services, council)
    request, passphrase = _request(services, due)
    run_flow("seal-ledger")
    audit = services.ledger.verify()
    if not audit.verified:
        raise Unproven("the ledger does not verify: " + "; ".join(audit.because))
    answer = {
        "retention": retention,
        "request": request,
        "outputs": _outputs(services, passphrase),
        "ledger": {"entries": audit.entries, "verified": audit.verified},
        "seconds": round(time.monotonic() - started, 1),
    }
    print_answer(answer, as_json=args.json, lines=_as_words(answer))
    return DONE


def _make_room(folder: Path) -> None:
    """Clear an earlier Northmoor away; refuse a folder that holds anything else."""
    if folder.exists() and not folder.is_dir():
        raise Misconfigured([Fault("--dir", "is no folder")])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            return
    except OSError as cause:
        raise Misconfigured([Fault("--dir", f"cannot be used: {cause.strerror}")]) from None
    if not (folder / "truth").is_dir() or not (folder / "stores" / "case-records.sqlite").is_file():
        raise Refused("the folder holds something else than Northmoor; choose another with --dir")
    shutil.rmtree(folder)


def _night(services: Services, council: Northmoor) -> dict[str, int]:
    """Play a night: a hold, the scan, owners' authorisations, a late hold, the disposals."""
    officer = services.settings.officer
    with services.work() as work:
        scope = HoldScope(subjects=frozenset({council.hold_subject}))
        disposal_acts.place_hold(work, officer(RECORDS), HoldType.LITIGATION, scope, HALF_A_YEAR)
    _tell("Every record is being looked at: first a rehearsal, in which nothing is proposed …")
    run_flow("nightly-retention")
    _tell("A night later, what is due is being proposed …")
    counts = run_flow("nightly-retention")
    with services.work() as work:
        waiting = [proposal.id for proposal in work.register.disposals.waiting()]
        for item in waiting:
            disposal_acts.authorise_disposal(
                work, officer(OWNER), item, disposal_acts.Basis.REVIEWED
            )
    if waiting:
        _hold_one(services, waiting[0])
    _tell("What owners authorised is being disposed of …")
    done = run_flow("carry-out-disposals")
    run_flow("reconcile")
    run_flow("purge-papers")
    return {
        "records": counts.get("records", 0),
        "due": counts.get("due", 0) + counts.get("overdue", 0),
        "held": counts.get("held", 0),
        "unknown": counts.get("unknown", 0),
        "disposed": done.get("disposed", 0),
        "withdrawn": done.get("withdrawn", 0),
        "certificates": done.get("certificates", 0),
    }


def _hold_one(services: Services, item: ItemId) -> None:
    """Hold one record after its disposal was authorised: the hold wins."""
    with services.work() as work:
        record = work.register.disposals.get(item).record
        if record is None:
            raise Unproven("a waiting proposal has no record; choose another folder with --dir")
        scope = HoldScope(records=frozenset({record}))
        officer = services.settings.officer(RECORDS)
        disposal_acts.place_hold(work, officer, HoldType.COMPLAINT, scope, HALF_A_YEAR)


def _receive(services: Services, council: Northmoor) -> str:
    """Open a request as it comes, before the night: from now on its records are held."""
    officer = services.settings.officer(DECIDER)
    convention = Convention(services.settings.policy.requests.convention)
    calendar = calendar_of(Nation(services.settings.council.nation), services.settings.configs)
    with services.work() as work:
        asked = request_acts.open_request(
            work, officer, REQUEST, council.sar_subject, work.today, convention, calendar
        )
        request_acts.verify_requester(
            work,
            officer,
            REQUEST,
            identity=request_acts.Identity.KNOWN_TO_WORKER,
            entitlement=request_acts.Entitlement.IS_THE_SUBJECT,
        )
    return asked.due.isoformat()


def _request(services: Services, due: str) -> tuple[dict[str, object], str]:
    """Play the request: gathered, decided, approved by another, released."""
    officer = services.settings.officer
    _tell("One person's records are being gathered …")
    gathered = run_flow("gather-request", request=REQUEST)
    _decide(services)
    request_acts.approve_release(services.work, officer(APPROVER), REQUEST, services.exemptions)
    _tell("What was decided is being burned and proven …")
    released = run_flow("release-request", request=REQUEST)
    with services.work() as work:
        passphrase = request_acts.take_passphrase(work, officer(DECIDER), services.papers, REQUEST)
    numbers: dict[str, object] = {
        "documents": gathered["documents"],
        "pages": gathered["pages"],
        "findings": gathered["findings"],
        "redactions": released["redactions"],
        "released": released["released"],
        "withheld": released["withheld"],
        "annexes": released["annexes"],
        "gaps": released["gaps"],
        "due": due,
    }
    return numbers, passphrase


def _decide(services: Services) -> None:
    """Decide as an officer in a hurry would not: every question is answered with a redaction.

    Advice of the council's lawyers is privileged and withheld whole.
    """
    officer = services.settings.officer(DECIDER)
    with services.work() as work:
        decisions: list[Decision] = []
        for document in work.register.requests.documents(REQUEST):
            if code := WITHHELD.get(document.title):
                request_acts.withhold_document(work, officer, REQUEST, document.id, code)
                continue
            for finding in work.register.findings.of(document.id):
                ruling, code = _ruling(finding)
                decisions.append(Decision(finding.id, ruling, officer.id, work.today, code))
        request_acts.decide_findings(work, officer, REQUEST, decisions)


def _ruling(finding: Finding) -> tuple[Ruling, str | None]:
    match finding.propose:
        case Propose.SHOW:
            return Ruling.SHOW, None
        case Propose.ASK if finding.kind == "marking":
            return Ruling.REDACT, "R02"
        case Propose.ASK if finding.code == "R07":
            return Ruling.SHOW, None
        case _:
            return Ruling.REDACT, finding.code or "R01"


def _outputs(services: Services, passphrase: str) -> dict[str, str]:
    """Return the paths of what a person may open. Only a demo writes a passphrase down."""
    folder = services.outputs / "requests" / REQUEST
    (folder / "passphrase.txt").write_text(passphrase + "\n")
    export = services.outputs / "ledger.jsonl"
    services.ledger.export(export)
    keys = services.settings.state / "keys" / "ledger" / "ledger.vkeys"
    shutil.copy(keys, services.outputs / "ledger.vkeys")
    certificates = sorted((services.outputs / "certificates").glob("*.pdf"))
    return {
        "bundle": str(folder / "bundle.pdf"),
        "passphrase": str(folder / "passphrase.txt"),
        "cover_letter": str(folder / "cover-letter.pdf"),
        "gaps": str(folder / "gaps.pdf"),
        "manifest": str(folder / "manifest.json"),
        "certificate": str(certificates[0]) if certificates else "",
        "ledger": str(export),
        "ledger_keys": str(services.outputs / "ledger.vkeys"),
    }


def _as_words(answer: Mapping[str, object]) -> Iterator[str]:
    for title, values in answer.items():
        if isinstance(values, dict):
            yield f"{title.capitalize()}:"
            yield from (f"  {name.replace('_', ' ')}: {value}" for name, value in values.items())
        else:
            yield f"{title.capitalize()}: {values}"


def _tell(what: str) -> None:
    sys.stderr.write(what + "\n")
    sys.stderr.flush()
