"""`muniment check`: configuration, stores, tools, keys; every fault at once."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from console.main import BAD_INPUT, DONE
from console.printing import print_answer
from recordkeeping.vocabulary.calendars import Nation
from recordkeeping.vocabulary.errors import Fault, Misconfigured, MunimentError
from redaction.detectors.names.detector import said as names_said
from redaction.fonts import SANS, letters_of
from redaction.prove import canaries_caught
from redaction.sandbox import confinement, isolation
from redaction.sandbox.office import converter
from wiring.calendars import calendar_of, calendar_of_the_uk
from wiring.plugins import load_detectors
from wiring.schedules import own_configs
from wiring.services import load_configuration, open_services
from wiring.settings import load_settings
from wiring.stores import Stores


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument("--configs", type=Path, help="the folder of settings")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Look at everything, and print every fault, and what this machine does not allow."""
    faults = list(dict.fromkeys(_faults(args.configs or own_configs())))
    # No fault: documents can be opened; but whoever runs the machine has to know.
    notes = [*confinement.said(), *isolation.said(), *names_said()]
    answer = {
        "ok": not faults,
        "faults": [{"where": f.where, "because": f.because} for f in faults],
        "notes": notes,
    }
    lines = [str(fault) for fault in faults] or ["Everything is in order."]
    lines += [f"note: {note}" for note in notes]
    print_answer(answer, as_json=args.json, lines=lines)
    return BAD_INPUT if faults else DONE


def _faults(configs: Path) -> Iterator[Fault]:
    if not configs.is_dir():
        yield Fault("--configs", f"{configs} is no folder")
        return
    readable = True
    for read in (_settings_and_stores, load_configuration, _calendars):
        found = list(_told(read, configs))
        readable = readable and not found
        yield from found
    yield from _told(lambda _: letters_of(SANS), configs)
    if not canaries_caught():
        yield Fault("redaction", "the proof does not catch its own canaries; release nothing")
    yield from _told(lambda _: converter(), configs)
    if shutil.which("pdftotext") is None:
        yield Fault("poppler", "is missing; install the Debian package poppler-utils")
    if readable:
        # Opening makes the register and its keys, so it waits until the settings are sound.
        yield from _told(open_services, configs)


def _settings_and_stores(configs: Path) -> None:
    settings = load_settings(configs)
    load_detectors(settings.detectors)
    Stores(settings.stores, settings.base).check()


def _calendars(configs: Path) -> None:
    for nation in Nation:
        calendar_of(nation, configs)
    calendar_of_the_uk(configs)


def _told(read: Callable[[Path], object], configs: Path) -> Iterator[Fault]:
    """Yield what is wrong with one part; a fault of one part hides none of another."""
    try:
        read(configs)
    except Misconfigured as wrong:
        yield from wrong.faults
    except MunimentError as wrong:
        yield Fault(configs.name, str(wrong))
