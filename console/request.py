"""`muniment request`: a subject access request, from opening to closing, act by act.

Between the acts the machine works: `muniment run gather-request` after opening, `muniment run
release-request` after approval.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from console.acting import Desk, add_configs, one_of, open_desk, open_to_read, refuse
from console.documents import read_file
from console.main import DONE
from console.options import day
from console.printing import print_answer
from recordkeeping.disclosure.deadline import Convention
from recordkeeping.disclosure.decisions import Decision, Ruling, Withholding
from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.disclosure.request import Stage
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Fault
from recordkeeping.vocabulary.identifiers import ItemId, RequestId, SubjectRef
from redaction.formats.kinds import KINDS
from register.requests import Release, RequestDocument
from review import request_acts
from review.request_acts import Entitlement, Identity
from wiring.calendars import calendar_of
from wiring.services import Services
from wiring.work import Work

_RULINGS = (
    "the lines that `request findings` prints, one JSON object each, with `ruling` set to redact or"
    " show; a redact needs a `code` of the exemptions, such as R01; lines whose ruling is null stay"
    " undecided and are counted"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    said = {
        "open": "start the clock, and hold every record about the person",
        "verify": "write down what was seen of who asks, and by what right",
        "show": "how far it has come, who did what when, and what its documents are",
        "findings": "every finding as a JSON line, with the ruling that is proposed",
        "decide": "rule on findings: the lines of `findings`, each with its ruling",
        "withhold": "do not release one whole document",
        "approve": "say yes to the release, as somebody who decided nothing in it",
        "reopen": "take an approval back before the release",
        "passphrase": "hand over the bundle's passphrase, once",
        "close": "close it when its complaint window is over, and lift its hold",
    }
    made = {
        name: acts.add_parser(name, help=summary, description=summary)
        for name, summary in said.items()
    }
    for act in made.values():
        act.add_argument("request", metavar="REQUEST", help="its reference, such as SAR-2026-0001")
        add_configs(act)
    made["open"].add_argument("--person", required=True, help="the person's id in the stores")
    made["open"].add_argument("--received", required=True, metavar="D", help="the day it came")
    made["verify"].add_argument("--identity", help=", ".join(Identity))
    made["verify"].add_argument("--entitlement", help=", ".join(Entitlement))
    made["decide"].add_argument("file", type=Path, metavar="FILE", help=_RULINGS)
    made["withhold"].add_argument("document", metavar="DOCUMENT", help="its id, from `show`")
    made["withhold"].add_argument("--code", required=True, help="an exemption code, such as R22")


def run(args: argparse.Namespace) -> int:
    """Do one act."""
    id = RequestId(args.request)
    if args.act in _READING:
        _READING[args.act](open_to_read(args.configs), id, args.json)
        return DONE
    answer = {"request": id, **_ACTS[args.act](open_desk(args), id, args)}
    words = [f"  {name.replace('_', ' ')}: {value}" for name, value in answer.items()]
    print_answer(answer, as_json=args.json, lines=[f"{args.act}: done", *words])
    return DONE


def _open(desk: Desk, id: RequestId, args: argparse.Namespace) -> dict[str, object]:
    faults: list[Fault] = []
    received = day(args.received, "--received", faults)
    refuse(faults)
    assert received is not None  # noqa: S101 - or a fault was told
    settings = desk.services.settings
    # A person whom no store knows is refused now: a request about nobody would find nothing.
    desk.services.stores.roster_of(SubjectRef(args.person))
    with desk.services.work() as work:
        opened = request_acts.open_request(
            work,
            desk.officer,
            id,
            SubjectRef(args.person),
            received,
            Convention(settings.policy.requests.convention),
            calendar_of(Nation(settings.council.nation), settings.configs),
        )
    return {"due": opened.due.isoformat(), "next": f"muniment run gather-request --request {id}"}


def _verify(desk: Desk, id: RequestId, args: argparse.Namespace) -> dict[str, object]:
    faults: list[Fault] = []
    identity = args.identity and one_of(Identity, args.identity, "--identity", faults)
    entitled = args.entitlement and one_of(Entitlement, args.entitlement, "--entitlement", faults)
    refuse(faults)
    with desk.services.work() as work:
        request_acts.verify_requester(
            work, desk.officer, id, identity=identity or None, entitlement=entitled or None
        )
        now = work.register.requests.get(id)
    return {"identity": now.identity_verified, "entitlement": now.entitlement_verified}


def _decide(desk: Desk, id: RequestId, args: argparse.Namespace) -> dict[str, object]:
    with desk.services.work() as work:
        rulings, left = _rulings(args.file, desk, work.today)
        request_acts.decide_findings(work, desk.officer, id, rulings)
        undecided = len(work.register.findings.undecided(id))
    return {"decided": len(rulings), "left_out": left, "undecided": undecided}


def _withhold(desk: Desk, id: RequestId, args: argparse.Namespace) -> dict[str, object]:
    with desk.services.work() as work:
        request_acts.withhold_document(work, desk.officer, id, ItemId(args.document), args.code)
    return {"document": args.document, "code": args.code}


def _approve(desk: Desk, id: RequestId, _: argparse.Namespace) -> dict[str, object]:
    request_acts.approve_release(desk.services.work, desk.officer, id, desk.services.exemptions)
    return {"next": f"muniment run release-request --request {id}"}


def _reopen(desk: Desk, id: RequestId, _: argparse.Namespace) -> dict[str, object]:
    with desk.services.work() as work:
        request_acts.reopen_review(work, desk.officer, id)
    return {"stage": "gathered"}


def _passphrase(desk: Desk, id: RequestId, _: argparse.Namespace) -> dict[str, object]:
    with desk.services.work() as work:
        words = request_acts.take_passphrase(work, desk.officer, desk.services.papers, id)
    return {"passphrase": words}


def _close(desk: Desk, id: RequestId, _: argparse.Namespace) -> dict[str, object]:
    with desk.services.work() as work:
        request_acts.close_request(work, desk.officer, id)
    return {"stage": "closed"}


_ACTS: Mapping[str, Callable[[Desk, RequestId, argparse.Namespace], dict[str, object]]] = {
    "open": _open,
    "verify": _verify,
    "decide": _decide,
    "withhold": _withhold,
    "approve": _approve,
    "reopen": _reopen,
    "passphrase": _passphrase,
    "close": _close,
}


def _rulings(file: Path, desk: Desk, today: date) -> tuple[list[Decision], int]:
    """Read rulings, and count the lines that rule nothing yet; tell every fault by its line."""
    rulings: list[Decision] = []
    faults: list[Fault] = []
    left = 0
    lines = read_file(file, "FILE").decode("utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            if given["ruling"] is None:
                left += 1
                continue
            ruling, code = Ruling(given["ruling"]), given.get("code")
            code = code if ruling is Ruling.REDACT else None
            rulings.append(Decision(str(given["finding"]), ruling, desk.officer.id, today, code))
        except (ValueError, TypeError, KeyError, AttributeError):
            faults.append(
                Fault(
                    f"{file.name}:{number}",
                    'is no ruling; write {"finding": "…", "ruling": "redact", "code": "R01"}, '
                    'or "ruling": "show"',
                )
            )
    refuse(faults)
    return rulings, left


def _show(services: Services, id: RequestId, as_json: bool) -> None:
    with services.work() as work:
        request = work.register.requests.get(id)
        waiting = {finding.id for finding in work.register.findings.undecided(id)}
        withheld = work.register.findings.withheld(id)
        told = [
            _document(d, work.register.findings.of(d.id), waiting, withheld.get(d.id))
            for d in work.register.requests.documents(id)
        ]
        release = work.register.requests.release_of(id)
        answer = {
            "request": id,
            "stage": request.stage.value,
            "received": request.received.isoformat(),
            "due": request.due.isoformat(),
            "days_left": (request.due - work.today).days,
            "history": list(_history(work, id)),
            "identity": request.identity_verified or None,
            "entitlement": request.entitlement_verified or None,
            "holds": [hold.id for hold in work.register.holds.of_request(id)],
            "decided_by": sorted(work.register.findings.deciders(id)),
            "undecided": len(waiting),
            "released": release and _release(release),
            "documents": told,
        }
    print_answer(answer, as_json=as_json, lines=_request_as_words(answer))


def _history(work: Work, id: RequestId) -> Iterator[dict[str, str]]:
    """Yield each stage that the request has reached, by whom, and when: the last time."""
    for stage in Stage:
        if reached := work.register.requests.reached(id, stage):
            by, on = reached
            yield {"stage": stage.value, "on": on.isoformat(), "by": by}


def _release(release: Release) -> dict[str, object]:
    counts = release.counts
    return {
        "on": release.on.isoformat(),
        "documents": counts.released,
        "withheld": counts.withheld,
        "annexes": counts.annexes,
        "gaps": counts.gaps,
        "pages": release.pages,
        "redactions": release.redactions,
        "bundle": release.bundle,
    }


def _document(
    document: RequestDocument,
    findings: Sequence[Finding],
    waiting: Container[str],
    withheld: Withholding | None,
) -> dict[str, object]:
    return {
        "document": document.id,
        "record": f"{document.ref.store}:{document.ref.key}",
        "class": document.record_class,
        "media_type": document.media_type,
        "pages": document.pages.pages if document.pages else None,
        "findings": len(findings),
        "undecided": sum(finding.id in waiting for finding in findings),
        "withheld": withheld.code if withheld else None,
        "withheld_by": withheld.by if withheld else None,
        "gaps": [gap.because for gap in document.gaps],
    }


def _request_as_words(answer: Mapping[str, Any]) -> Iterator[str]:
    came = f"received {answer['received']}, due {answer['due']}{_left(answer)}"
    yield f"{answer['request']}: {answer['stage']}, {came}"
    for reached in answer["history"]:
        done = "opened" if reached["stage"] == Stage.OPEN else reached["stage"]
        yield f"  {done} on {reached['on']} by {reached['by']}"
    yield f"  identity: {answer['identity'] or 'not verified'}"
    yield f"  entitlement: {answer['entitlement'] or 'not verified'}"
    if answer["holds"]:
        yield f"  records held by: {', '.join(answer['holds'])} (see `muniment hold list`)"
    if answer["decided_by"]:
        yield f"  decided by: {', '.join(answer['decided_by'])}"
    yield f"  findings not decided: {answer['undecided']}"
    if out := answer["released"]:
        yield (
            f"  in the bundle: {out['documents']} documents, {out['redactions']} redactions;"
            f" {out['pages']} pages with letter and lists"
        )
        yield (
            f"  not in it: {out['withheld']} withheld, {out['gaps']} that could not be read,"
            f" {out['annexes']} lists of details in files"
        )
    yield f"  documents: {len(answer['documents'])}"
    yield from (_document_in_words(document) for document in answer["documents"])


def _left(answer: Mapping[str, Any]) -> str:
    days = answer["days_left"]
    if answer["released"]:
        return ""
    if days < 0:
        return f" (OVERDUE by {-days} day{'' if days == -1 else 's'})"
    return f" ({days} day{'' if days == 1 else 's'} left)"


def _document_in_words(document: Mapping[str, Any]) -> str:
    size = f", pages: {document['pages']}" if document["pages"] else ""
    found = f", findings: {document['findings']}" if document["findings"] else ""
    waits = f" ({document['undecided']} not decided)" if document["undecided"] else ""
    withheld = f"withheld {document['withheld']} by {document['withheld_by']}"
    read = "read" if document["pages"] else "not read yet"
    state = withheld if document["withheld"] else "; ".join(document["gaps"]) or read
    kind = KINDS.get(document["media_type"], document["media_type"])
    return f"  {document['document']} {kind}{size}{found}{waits}: {state}"


def _findings(services: Services, id: RequestId, _: bool) -> None:
    with services.work() as work:
        work.register.requests.get(id)
        decided = work.register.findings.decisions(id)
        for document in work.register.requests.documents(id):
            for finding in work.register.findings.of(document.id):
                line = _finding(document.id, finding, decided.get(finding.id))
                print_answer(line, as_json=True, lines=())


def _finding(document: ItemId, finding: Finding, decided: Decision | None) -> dict[str, object]:
    """Return a line to rule upon: decided, or proposed; null where a person is asked."""
    proposed = None if finding.propose is Propose.ASK else finding.propose.value
    return {
        "finding": finding.id,
        "ruling": decided.ruling.value if decided else proposed,
        "code": decided.code if decided else finding.code,
        "decided": decided is not None,
        "document": document,
        "page": finding.page,
        "kind": finding.kind,
        "person": finding.person,
        "role": finding.role,
        "propose": finding.propose.value,
        "confidence": finding.confidence,
        "because": finding.because,
    }


_READING: Mapping[str, Callable[[Services, RequestId, bool], None]] = {
    "show": _show,
    "findings": _findings,
}
