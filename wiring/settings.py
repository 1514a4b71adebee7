"""What a council edits, read once at the door: unknown, missing and doubtful keys told at once.

The folder `configs/` is the whole configuration; relative paths in it start at its parent.
Secrets are not in it: addresses with passwords come from environment variables that it names.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import URL

from recordkeeping.retention.breaker import Limits
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from recordkeeping.vocabulary.identifiers import OfficerId, StoreName
from recordkeeping.vocabulary.officers import Officer, Role
from wiring.closed import Closed, parse_file

M = TypeVar("M", bound=BaseModel)
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,62}$")]
Line = Annotated[str, Field(min_length=1, max_length=500)]


class Regulator(Closed):
    """Whom a requester may complain to after the council."""

    name: Line
    contact: Line


class CouncilSettings(Closed):
    """Who the council is, as letters and certificates say it."""

    name: Line
    nation: Literal["england", "wales", "scotland", "northern-ireland"]
    address: list[Line]
    contact: Line
    complaints: Line
    regulator: Regulator


class LedgerSettings(Closed):
    """The ledger's own name, part of every checkpoint."""

    origin: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9./-]{2,120}$")]


class StateSettings(Closed):
    """Where our own memory is."""

    folder: Line
    database_url_env: str = "MUNIMENT_DATABASE_URL"


class CouncilFile(Closed):
    """`council.yaml`."""

    council: CouncilSettings
    ledger: LedgerSettings
    state: StateSettings


class RequestPolicy(Closed):
    """How the statutory month is counted."""

    convention: Literal["ico", "statute"]


class BreakerPolicy(Closed):
    """How much one night may do before a person has to look (`recordkeeping.retention.breaker`)."""

    most: Annotated[int, Field(ge=1)] = 500
    most_percent: Annotated[float, Field(gt=0, le=100)] = 1.0
    small: Annotated[int, Field(ge=0)] = 50
    times_the_median: Annotated[float, Field(ge=1)] = 3.0
    least_percent_read: Annotated[float, Field(gt=0, le=100)] = 99.5
    most_days_asleep: Annotated[int, Field(ge=1, le=366)] = 14
    most_blocked: Annotated[int, Field(ge=1)] = 5

    def limits(self) -> Limits:
        """Return them as the rules know them."""
        return Limits(**self.model_dump())


class DisposalPolicy(Closed):
    """How long a yes lasts, which classes go as one file, and what is said about backups."""

    authorisation_valid_days: Annotated[int, Field(ge=1, le=366)]
    backups_expire_after_days: Annotated[int, Field(ge=0, le=3660)] | None
    breaker: BreakerPolicy = Field(default_factory=BreakerPolicy)
    one_file: list[Annotated[str, Field(pattern=r"^[A-Z]{2}$")]] = Field(
        default_factory=lambda: ["SC", "AD"]
    )


class PapersPolicy(Closed):
    """How long our own unredacted copies live (domain brief I9)."""

    keep_days_after_release: Annotated[int, Field(ge=0, le=3660)]


class Purposes(Closed):
    """What Article 15(1) has us tell everybody who asks."""

    why: Line
    kinds: Line
    sources: Line
    recipients: Line
    kept_for: Line
    automated: Line


class PolicyFile(Closed):
    """`policy.yaml`."""

    requests: RequestPolicy
    disposal: DisposalPolicy
    working_papers: PapersPolicy
    purposes: Purposes


class DetectorsFile(Closed):
    """`detectors.yaml`."""

    detectors: Annotated[list[Name], Field(min_length=1)]


class OfficerSettings(Closed):
    """One officer, the roles given to them, and their login at the operating system."""

    id: Name
    roles: Annotated[list[Annotated[Role, Field(strict=False)]], Field(min_length=1)]
    login: Line | None = None


class OfficersFile(Closed):
    """`officers.yaml`."""

    officers: list[OfficerSettings]


class StoreSettings(BaseModel):
    """One store of `stores.yaml`. Keys beside these are the connector's own, and it checks them."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True, hide_input_in_errors=True)

    name: Name
    connector: Name
    title: Line | None = None
    reads: dict[str, object] = Field(default_factory=dict)
    disposes: dict[str, object] | None = None

    def for_reading(self, base: Path) -> dict[str, object]:
        """Return the connector's settings for reading."""
        return {**(self.model_extra or {}), **self.reads, "base": str(base)}

    def for_disposal(self, base: Path) -> dict[str, object] | None:
        """Return the connector's settings for disposal; None where nothing is disposed of."""
        if self.disposes is None:
            return None
        return {**(self.model_extra or {}), **self.disposes, "base": str(base)}


class StoresFile(Closed):
    """`stores.yaml`."""

    stores: list[StoreSettings]


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that `configs/` says, but for schedules, exemptions and calendars."""

    configs: Path
    council: CouncilSettings
    origin: str
    state: Path
    database_url: str | URL
    policy: PolicyFile
    detectors: tuple[str, ...]
    officers: Mapping[OfficerId, Officer]
    logins: Mapping[str, OfficerId]
    stores: Mapping[StoreName, StoreSettings]

    @property
    def base(self) -> Path:
        """Return the folder that relative paths start at."""
        return self.configs.parent

    def officer(self, id: str) -> Officer:
        """Return the officer with this id; an id without roles may do nothing."""
        known = self.officers.get(OfficerId(id))
        return known or Officer(OfficerId(id), frozenset())

    def officer_of_login(self, login: str) -> Officer | None:
        """Return the officer who has this login at the operating system, or None."""
        id = self.logins.get(login)
        return None if id is None else self.officers[id]


def load_detector_names(configs: Path) -> tuple[str, ...]:
    """Return the detectors that `detectors.yaml` names: all that a lone document needs."""
    faults: list[Fault] = []
    parsed = parse_file(configs / "detectors.yaml", DetectorsFile, faults.append)
    if parsed is None:
        raise Misconfigured(faults)
    return tuple(parsed.detectors)


def load_settings(configs: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the configuration, or raise `Misconfigured` with every fault of every file."""
    faults: list[Fault] = []

    def read(name: str, model: type[M]) -> M | None:
        return parse_file(configs / name, model, faults.append)

    council = read("council.yaml", CouncilFile)
    policy = read("policy.yaml", PolicyFile)
    detectors = read("detectors.yaml", DetectorsFile)
    officers = read("officers.yaml", OfficersFile)
    stores = read("stores.yaml", StoresFile)
    if officers:
        faults += _twice("officers.yaml:officers", [o.id.casefold() for o in officers.officers])
        # One login for two officers would make one person two.
        logins = [o.login for o in officers.officers if o.login]
        faults += _twice("officers.yaml:officers.login", logins)
    if stores:
        faults += _twice("stores.yaml:stores", [s.name for s in stores.stores])
    if faults or not (council and policy and detectors and officers and stores):
        raise Misconfigured(faults)
    state = configs.resolve().parent / council.state.folder
    return Settings(
        configs=configs.resolve(),
        council=council.council,
        origin=council.ledger.origin,
        state=state,
        database_url=environment.get(council.state.database_url_env)
        or URL.create("sqlite", database=str(state / "muniment.sqlite")),
        policy=policy,
        detectors=tuple(detectors.detectors),
        officers={
            OfficerId(o.id): Officer(OfficerId(o.id), frozenset(o.roles)) for o in officers.officers
        },
        logins={o.login: OfficerId(o.id) for o in officers.officers if o.login},
        stores={StoreName(s.name): s for s in stores.stores},
    )


def _twice(where: str, names: list[str]) -> list[Fault]:
    """Return a fault for every name that stands twice."""
    return [
        Fault(where, f"{name} stands twice")
        for name in sorted({n for n in names if names.count(n) > 1})
    ]
