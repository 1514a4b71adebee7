"""Everything the steps and the acts need, built in one place and handed on whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, make_url

from recordkeeping.disclosure.exemptions import Exemption
from recordkeeping.ports import Detector
from recordkeeping.retention.schedule import Schedule
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Unproven
from register.database import open_database, transaction, upgrade
from register.papers import Papers
from register.register import Register
from wiring.clock import now_in_london
from wiring.ledger import LiveLedger, open_ledger
from wiring.plugins import load_detectors
from wiring.schedules import load_exemptions, load_schedule, own_configs
from wiring.settings import Settings, load_settings
from wiring.stores import Stores
from wiring.work import Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Services:
    """The council's settings, rules, stores, register, papers and ledger."""

    settings: Settings
    schedule: Schedule
    exemptions: Mapping[str, Exemption]
    detectors: tuple[Detector, ...]
    stores: Stores
    engine: Engine
    papers: Papers
    ledger: LiveLedger

    @contextmanager
    def work(self, today: date | None = None) -> Iterator[Work]:
        """Open one transaction of register and ledger: both are written, or neither.

        `today` is the day to judge by, otherwise the day it is in London.
        """
        now = now_in_london()
        with transaction(self.engine) as connection:
            yield Work(
                Register(connection),
                partial(self.ledger.attest, connection),
                now,
                today or now.date(),
            )

    @property
    def outputs(self) -> Path:
        """Return the folder of what people may open, made when it is missing."""
        folder = self.settings.state / "outputs"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder


def open_services(configs: Path | None = None) -> Services:
    """Build everything from a folder of settings, or raise `Misconfigured` with every fault."""
    return _open((configs or own_configs()).resolve())


def require_memory(configs: Path | None = None) -> None:
    """Raise `Misconfigured` where there is no memory yet: a question must not begin one."""
    settings = load_settings((configs or own_configs()).resolve())
    url = make_url(settings.database_url)
    if url.drivername == "sqlite" and not Path(url.database or "").is_file():
        if (settings.state / "keys" / "ledger" / "ledger.vkeys").exists():
            raise Unproven("the ledger's keys are here and its entries are gone")
        raise Misconfigured(
            [
                Fault(
                    "state",
                    f"{settings.state} holds no register and no ledger; go to the council's folder,"
                    " or name its settings with --configs",
                )
            ]
        )


@cache
def _open(configs: Path) -> Services:
    settings, schedule, exemptions = load_configuration(configs)
    settings.state.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_database(settings.database_url)
    upgrade(engine)
    keys = settings.state / "keys"
    return Services(
        settings=settings,
        schedule=schedule,
        exemptions=exemptions,
        detectors=load_detectors(settings.detectors),
        stores=Stores(settings.stores, settings.base),
        engine=engine,
        papers=Papers(settings.state / "papers", keys / "papers.key"),
        ledger=open_ledger(engine, settings.origin, keys / "ledger"),
    )


def load_configuration(configs: Path) -> tuple[Settings, Schedule, Mapping[str, Exemption]]:
    """Read all of the configuration, or raise `Misconfigured` with the faults of all of it."""
    faults: list[Fault] = []

    def read(load: Callable[[Path], T]) -> T | None:
        try:
            return load(configs)
        except Misconfigured as wrong:
            faults.extend(wrong.faults)
            return None

    settings, schedule, exemptions = (
        read(load_settings),
        read(load_schedule),
        read(load_exemptions),
    )
    if settings and schedule:
        faults += _of_another_nation(settings, schedule)
    if faults or not settings or not schedule or exemptions is None:
        raise Misconfigured(dict.fromkeys(faults))
    return settings, schedule, exemptions


def _of_another_nation(settings: Settings, schedule: Schedule) -> Iterator[Fault]:
    """Yield a fault where the schedules are not of the nation that the council is in.

    Ends of school years and the law behind a rule go by nation: by another's rules a file would
    go in July that here is kept to the end of August.
    """
    council = settings.council.nation
    if council != schedule.nation:
        yield Fault(
            "council.yaml:council.nation",
            f"is {council}, and the files of schedules/ are of {schedule.nation} (their key"
            f" nation): put in the schedules of {council}, or mend council.nation",
        )
