"""`muniment clock`: when is the answer due, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from console.main import DONE
from console.options import day
from console.printing import print_answer
from recordkeeping.disclosure.deadline import (
    AccessFacts,
    Convention,
    Deadline,
    Extension,
    Pause,
    Status,
    access_deadline,
    complaint_deadline,
    information_deadline,
)
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from wiring.calendars import calendar_of, calendar_of_the_uk
from wiring.clock import today_in_london
from wiring.schedules import default_configs

_SAID = {
    "received": "the day on which it came",
    "id-received": "the day on which the requester's identity was shown",
    "authority-received": "the day on which their right to ask for somebody else was shown",
    "fee-paid": "the day on which the fee was paid",
    "notified": "the day on which the requester was told of the extension; with --extend",
    "clarified": "the day on which what is asked for was made clear: the clock starts anew",
    "fee-notice": "the day on which a fee was asked for",
    "today": "judge by this day, not by today",
}
DAYS = {
    "sar": ("received", "id-received", "authority-received", "fee-paid", "notified", "today"),
    "foi": ("received", "clarified", "fee-notice", "fee-paid", "today"),
    "complaint": ("received", "today"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the three clocks and their arguments."""
    clocks = parser.add_subparsers(dest="clock", required=True, metavar="CLOCK")
    for name, summary in (
        ("sar", "a subject access request"),
        ("foi", "a freedom of information request"),
        ("complaint", "a data protection complaint"),
    ):
        clock = clocks.add_parser(name, help=summary, description=f"When {summary} is due.")
        for option in DAYS[name]:
            clock.add_argument(
                f"--{option}", metavar="DAY", required=option == "received", help=_SAID[option]
            )
        clock.add_argument("--json", action="store_true", help="print one JSON object")
        clock.add_argument("--configs", type=Path, help="the folder of settings")
        if name == "foi":
            continue
        clock.add_argument(
            "--nation",
            choices=[n.value for n in Nation],
            default=Nation.ENGLAND,
            help="whose bank holidays count (default england)",
        )
        if name == "sar":
            _add_to_access(clock)


def _add_to_access(clock: argparse.ArgumentParser) -> None:
    clock.add_argument(
        "--id-outstanding",
        action="store_true",
        help="identity was asked for and is not shown yet: the clock has not begun",
    )
    clock.add_argument(
        "--pause",
        action="append",
        default=[],
        metavar="DAY:[DAY]",
        help="a clarification: the day it was asked for and the day it came, or DAY: while it is"
        " open; may be given again",
    )
    clock.add_argument(
        "--extend",
        type=int,
        metavar="MONTHS",
        help="1 or 2 months more, for complex or many requests (Art 12A); needs --notified, a day"
        " by which the first month was not over",
    )
    clock.add_argument(
        "--convention",
        choices=[c.value for c in Convention],
        default=Convention.ICO,
        help="how a pause's days are counted: ico from the day asked to the day answered (20 to 27"
        " February: 7 days), statute both days as well (8 days; DPA 2018 s54(3C)); default ico",
    )


def run(args: argparse.Namespace) -> int:
    """Work out the deadline, and print it with its reasons."""
    faults: list[Fault] = []
    days = {
        option: day(text, f"--{option}", faults)
        for option in DAYS[args.clock]
        if (text := getattr(args, option.replace("-", "_"))) is not None
    }
    configs = args.configs or default_configs()
    match args.clock:
        case "sar":
            answer = _access(args, days, configs, faults)
        case "foi":
            answer = _information(days, configs, faults)
        case _:
            received = _needed(days, faults)
            calendar = calendar_of(Nation(args.nation), configs)
            answer = complaint_deadline(received, calendar, days.get("today") or today_in_london())
    convention = str(args.convention) if args.clock == "sar" else None
    print_answer(_as_json(answer, convention), as_json=args.json, lines=_as_words(answer))
    return DONE


def _access(
    args: argparse.Namespace, days: dict[str, date | None], configs: Path, faults: list[Fault]
) -> Deadline:
    pauses = tuple(pause for text in args.pause if (pause := _pause(text, faults)))
    if (args.extend is None) != (days.get("notified") is None):
        faults.append(Fault("--extend", "goes with --notified: give both, or neither"))
    if args.extend is not None and args.extend not in (1, 2):
        faults.append(Fault("--extend", "is 1 or 2 months (Art 12A)"))
    if args.id_outstanding and days.get("id-received"):
        faults.append(Fault("--id-outstanding", "does not go with --id-received"))
    received, told = _needed(days, faults), days.get("notified")
    if told and told < received:
        faults.append(Fault("--notified", "is before the request was received"))
        raise Misconfigured(faults)
    facts = AccessFacts(
        received=received,
        identified=days.get("id-received"),
        authorised=days.get("authority-received"),
        fee_paid=days.get("fee-paid"),
        outstanding=("identity",) if args.id_outstanding else (),
        pauses=pauses,
        extension=Extension(args.extend, told) if args.extend and told else None,
    )
    calendar = calendar_of(Nation(args.nation), configs)
    today = days.get("today") or today_in_london()
    return access_deadline(facts, Convention(args.convention), calendar, today)


def _information(days: dict[str, date | None], configs: Path, faults: list[Fault]) -> Deadline:
    notice, paid = days.get("fee-notice"), days.get("fee-paid")
    if paid and not notice:
        faults.append(Fault("--fee-paid", "goes with --fee-notice"))
    if paid and notice and paid < notice:
        faults.append(Fault("--fee-paid", "is before --fee-notice"))
    received, clarified = days.get("received"), days.get("clarified")
    for option, later in (("--clarified", clarified), ("--fee-notice", notice)):
        if received and later and later < received:
            faults.append(Fault(option, "is before the request was received"))
    return information_deadline(
        _needed(days, faults),
        calendar_of_the_uk(configs),
        today=days.get("today") or today_in_london(),
        clarified=clarified,
        fee_notice=notice,
        fee_paid=paid,
    )


def _needed(days: dict[str, date | None], faults: list[Fault]) -> date:
    """Return the day of receipt, once nothing at all is wrong with what was typed."""
    received = days.get("received")
    if faults or received is None:
        raise Misconfigured(faults)
    return received


def _pause(text: str, faults: list[Fault]) -> Pause | None:
    asked_text, colon, answered_text = text.partition(":")
    if not colon:
        faults.append(
            Fault("--pause", f"{text} has no colon; write DAY:DAY, or DAY: while it is open")
        )
        return None
    asked = day(asked_text, "--pause", faults)
    answered = day(answered_text, "--pause", faults) if answered_text else None
    if asked is None or (answered_text and answered is None):
        return None
    if answered and answered < asked:
        faults.append(Fault("--pause", f"{text} ends before it begins"))
        return None
    return Pause(asked, answered)


def _as_json(answer: Deadline, convention: str | None) -> dict[str, object]:
    return {
        "status": answer.status.value,
        "start": _iso(answer.start),
        "excluded_days": answer.excluded_days,
        "nominal": _iso(answer.nominal),
        "due": _iso(answer.due),
        "notify_by": _iso(answer.notify_by),
        "convention": convention,
        "calendar": answer.calendar,
        "because": list(answer.because),
    }


def _as_words(answer: Deadline) -> Iterator[str]:
    if answer.due:
        on = f"on {answer.due:%A} {answer.due.day} {answer.due:%B %Y}"
        if answer.status is Status.OVERDUE:
            yield f"OVERDUE: the answer was due {on}."
        else:
            yield f"The answer is due {on}."
    else:
        yield "There is no day yet by which the answer is due."
    if answer.notify_by:
        yield f"An extension or a refusal must be told by {answer.notify_by.isoformat()}."
    for reason in answer.because:
        yield f"  - {reason}"


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
