"""Who acts at the command line: the officer whose login the operating system vouches for.

There is no `--as`: an option would make two people of one. The kernel's login id is kept through
sudo and su, so that officers who share a service account are still told apart (ADR 6).
"""

from __future__ import annotations

import argparse
import os
import pwd
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from recordkeeping.vocabulary.errors import Fault, Misconfigured
from recordkeeping.vocabulary.officers import Officer
from wiring.services import Services, open_services, require_memory

_NOBODY_LOGGED_IN = 2**32 - 1
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an officer acts: the council's services, and who it is."""

    services: Services
    officer: Officer


def add_configs(parser: argparse.ArgumentParser) -> None:
    """Add what every act takes."""
    parser.add_argument("--configs", type=Path, help="the folder of settings")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def open_desk(args: argparse.Namespace) -> Desk:
    """Open the services for whoever is logged in; refuse a login that no officer has."""
    services = open_services(args.configs)
    login = login_name()
    officer = services.settings.officer_of_login(login)
    if officer is None:
        raise Misconfigured(
            [Fault("officers.yaml", f"no officer has `login: {login}`; whose login is it?")]
        )
    return Desk(services, officer)


def open_to_read(configs: Path | None) -> Services:
    """Open the services for a question; refuse a folder in which nothing was ever kept."""
    require_memory(configs)
    return open_services(configs)


def login_name() -> str:
    """Return the name under which this process's user logged in."""
    user = os.getuid()
    with suppress(OSError, ValueError):
        logged_in = int(Path("/proc/self/loginuid").read_text())
        user = user if logged_in == _NOBODY_LOGGED_IN else logged_in
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def one_of(kind: type[E], text: str, option: str, faults: list[Fault]) -> E | None:
    """Read one word of a closed list, or tell the fault with the list."""
    try:
        return kind(text)
    except ValueError:
        faults.append(Fault(option, f"{text or 'nothing'} is none of {', '.join(kind)}"))
        return None


def refuse(faults: Iterable[Fault]) -> None:
    """Raise every fault at once, if there is one."""
    if told := list(faults):
        raise Misconfigured(told)
