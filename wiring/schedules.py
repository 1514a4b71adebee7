"""The schedule and the exemption codes, read from `configs/`: every fault of every file at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PlainValidator

from recordkeeping.disclosure.exemptions import Exemption
from recordkeeping.retention.lint import Pack
from recordkeeping.retention.schedule import (
    Action,
    Authority,
    Bound,
    Branch,
    Mode,
    Modifier,
    Reading,
    Rule,
    Schedule,
    SchoolYears,
    When,
    faults_of,
)
from recordkeeping.retention.triggers import TriggerEvent
from recordkeeping.vocabulary.calendars import Alignment, MonthDay, Nation, Period
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from recordkeeping.vocabulary.identifiers import ClassId
from wiring.closed import Closed, parse_file


def _period(untrusted: object) -> Period:
    period = Period.parse(untrusted) if isinstance(untrusted, str) else None
    if period is None:
        raise ValueError("must be a period such as P75Y, P6M or P90D")
    return period


def _day_of_year(untrusted: object) -> MonthDay:
    day = MonthDay.parse(untrusted) if isinstance(untrusted, str) else None
    if day is None:
        raise ValueError('must be a day that every year has, in quotes, such as "08-31"')
    return day


_TAG = re.compile(r"V\d{1,3}[a-z]?|S\d|K|L:[A-Z][A-Za-z-]{1,40}")


def _evidence(untrusted: object) -> tuple[str, ...]:
    tags = tuple(untrusted.split()) if isinstance(untrusted, str) else ()
    if not tags or not all(map(_TAG.fullmatch, tags)):
        raise ValueError(
            "must be tags with spaces between: V18 or S3 (a source that was read), L:Devon (one"
            " council's own choice), K (not verified)"
        )
    return tags


Evidence = Annotated[tuple[str, ...], PlainValidator(_evidence)]
Length = Annotated[Period, PlainValidator(_period)]
Id = Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]+(-[A-Z0-9]+)?$")]
ModifierId = Annotated[str, Field(pattern=r"^[A-Z][A-Z_]{1,30}$")]
DayOfYear = Annotated[MonthDay, PlainValidator(_day_of_year)]
Event = Annotated[TriggerEvent, Field(strict=False)]
Said = Annotated[str, Field(min_length=1, max_length=4000)]
Words = Annotated[str, Field(min_length=1, max_length=600)]


class AuthorityOf(Closed):
    """The law, guidance or choice behind a rule, and since when."""

    kind: Literal["statute", "guidance", "local", "practice"]
    cite: Words
    effective_from: date
    evidence: Evidence

    def value(self) -> Authority:
        """Return it as the rules know it."""
        return Authority(self.kind, self.cite, self.effective_from, self.evidence)


class BranchOf(Closed):
    """A further branch or a floor: its event and its period."""

    event: TriggerEvent = Field(strict=False)
    period: Length
    when: When | None = Field(default=None, strict=False)
    or_later: list[Event] = Field(default_factory=list)
    modifier: ModifierId | None = None

    def value(self) -> Branch:
        """Return it as the rules know it."""
        return Branch(self.event, self.period, self.when, tuple(self.or_later), self.modifier or "")


class AlternativeOf(BranchOf):
    """A branch that applies only `when`."""

    when: When = Field(strict=False)


class FloorOf(Closed):
    """A floor: kept at least until this long after this event, or the latest of several."""

    event: TriggerEvent = Field(strict=False)
    period: Length
    or_later: list[Event] = Field(default_factory=list)


class TriggerOf(Closed):
    """The event that starts the period, or the latest of several; and branches instead."""

    event: TriggerEvent = Field(strict=False)
    or_later: list[Event] = Field(default_factory=list)
    alt: list[AlternativeOf] = Field(default_factory=list)


class SchoolYearsOf(Closed):
    """How a school-year rule is read."""

    reading: Reading = Field(strict=False)
    mode: Mode = Field(strict=False)


class RuleOf(Closed):
    """One class of a schedule file."""

    id: Id
    title: Words
    action: Action = Field(strict=False)
    bound: Bound = Field(strict=False)
    authority: AuthorityOf
    trigger: TriggerOf | None = None
    period: Length | None = None
    align: Alignment = Field(default=Alignment.EXACT, strict=False)
    not_before: list[FloorOf] = Field(default_factory=list)
    school_years: SchoolYearsOf | None = None
    follows: list[Id] = Field(default_factory=list)
    review_every: Length | None = None
    jurisdiction: list[Annotated[Nation, Field(strict=False)]] = Field(default_factory=list)
    approvers: list[Words] = Field(default_factory=list)
    irreplaceable: bool = False
    owner: Words | None = None
    said: Said | None = None
    equivalent: Id | None = None

    def value(self) -> Rule:
        """Return it as the rules know it."""
        trigger = None
        if self.trigger and self.period:
            trigger = Branch(self.trigger.event, self.period, or_later=tuple(self.trigger.or_later))
        return Rule(
            id=ClassId(self.id),
            title=self.title,
            authority=self.authority.value(),
            action=self.action,
            bound=self.bound,
            trigger=trigger,
            alternatives=tuple(b.value() for b in (self.trigger.alt if self.trigger else ())),
            not_before=tuple(
                Branch(f.event, f.period, or_later=tuple(f.or_later)) for f in self.not_before
            ),
            alignment=self.align,
            school_years=(
                SchoolYears(self.school_years.reading, self.school_years.mode)
                if self.school_years
                else None
            ),
            follows=tuple(ClassId(f) for f in self.follows),
            review_every=self.review_every,
            jurisdiction=tuple(self.jurisdiction),
            approvers=tuple(self.approvers),
            irreplaceable=self.irreplaceable,
            owner=self.owner or "",
            said=self.said or "",
            equivalent=ClassId(self.equivalent) if self.equivalent else None,
        )


class ModifierOf(Closed):
    """A sticky fact that keeps a record longer."""

    id: ModifierId
    title: Words
    event: TriggerEvent = Field(strict=False)
    period: Length
    authority: AuthorityOf
    review_every: Length | None = None

    def value(self) -> Modifier:
        """Return it as the rules know it."""
        floor = Branch(self.event, self.period)
        law = self.authority.value()
        return Modifier(self.id, self.title, law, floor, self.review_every)


class ScheduleFile(Closed):
    """One file of `configs/schedules/`."""

    schedule: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{2,40}$")]
    nation: Nation = Field(strict=False)
    owner: Words | None = None
    school_year_end: DayOfYear | None = None
    classes: list[RuleOf]
    modifiers: list[ModifierOf] = Field(default_factory=list)


class PackRuleOf(RuleOf):
    """One class of a statutory pack, with the shortest and the longest period found."""

    range: list[Length] = Field(default_factory=list, min_length=2, max_length=2)


class PackFile(ScheduleFile):
    """`wiring/statutory/NATION.yaml`."""

    classes: list[PackRuleOf]  # type: ignore[assignment]  # narrower, and never written to


class ExemptionOf(Closed):
    """One code of `configs/exemptions/`."""

    code: Annotated[str, Field(pattern=r"^R\d{2}$")]
    title: Words
    law: Words
    test: Words
    decides: Words
    default: Words
    label: Words | None
    explained: str = ""


class ExemptionsFile(Closed):
    """`configs/exemptions/*.yaml`."""

    codes: list[ExemptionOf]


def default_configs() -> Path:
    """Return the settings to use: `$MUNIMENT_CONFIGS`, `./configs`, or the sample that we ship."""
    if chosen := os.environ.get("MUNIMENT_CONFIGS"):
        return Path(chosen)
    here = Path("configs")
    return here if here.is_dir() else sample_configs()


def own_configs() -> Path:
    """Return the council's own settings: `$MUNIMENT_CONFIGS` or `./configs`, and never the sample.

    What keeps memory must not begin a new one beside the code because of a wrong folder.
    """
    if not os.environ.get("MUNIMENT_CONFIGS") and not Path("configs").is_dir():
        raise Misconfigured(
            [Fault("--configs", "there is no folder `configs` here; go where it is, or name it")]
        )
    return default_configs()


def sample_configs() -> Path:
    """Return the sample that we ship: beside the code in a checkout, inside the wheel otherwise."""
    shipped = Path(__file__).with_name("sample")
    return shipped if shipped.is_dir() else Path(__file__).parents[1] / "configs"


def load_schedule(configs: Path) -> Schedule:
    """Read every file of `schedules/` into one schedule, or raise `Misconfigured`."""
    faults: list[Fault] = []
    files: dict[str, ScheduleFile] = {}
    for path in _files(configs / "schedules", faults):
        if parsed := parse_file(path, ScheduleFile, faults.append):
            files[path.name] = parsed
            faults += [
                Fault(f"{path.name}:{rule.id}.period", "goes with trigger: give both, or neither")
                for rule in parsed.classes
                if (rule.trigger is None) != (rule.period is None)
            ]
    rules = [
        (name, replace(rule.value(), owner=rule.owner or file.owner or ""))
        for name, file in files.items()
        for rule in file.classes
    ]
    heads = {(file.schedule, file.nation, file.school_year_end) for file in files.values()}
    if not faults:
        known = [modifier.id for file in files.values() for modifier in file.modifiers]
        faults += faults_of(rules, known)
        if len(heads) > 1:
            faults.append(
                Fault("schedules", "the files differ in schedule, nation or school_year_end")
            )
    if faults:
        raise Misconfigured(faults)
    [(version, nation, year_end)] = heads
    modifiers = [m.value() for file in files.values() for m in file.modifiers]
    by_id = {rule.id: rule for _, rule in rules}
    return Schedule(version, nation, by_id, {m.id: m for m in modifiers}, year_end)


def load_statutory(nation: Nation) -> Pack:
    """Read the statutory pack of a nation, which ships beside the code and no council edits.

    Of a nation that there is none of, it is empty, and its version says so.
    """
    path = Path(__file__).with_name("statutory") / f"{nation.value}.yaml"
    if not path.is_file():
        return Pack(Schedule(f"none for {nation.value}", nation, {}, {}), {})
    faults: list[Fault] = []
    parsed = parse_file(path, PackFile, faults.append)
    if parsed is None:
        raise Misconfigured(faults)
    rules = {ClassId(rule.id): rule.value() for rule in parsed.classes}
    modifiers = {one.id: one.value() for one in parsed.modifiers}
    ranges = {
        ClassId(rule.id): (rule.range[0], rule.range[1]) for rule in parsed.classes if rule.range
    }
    return Pack(Schedule(parsed.schedule, parsed.nation, rules, modifiers), ranges)


def load_exemptions(configs: Path) -> Mapping[str, Exemption]:
    """Read every exemption code, or raise `Misconfigured`."""
    faults: list[Fault] = []
    codes: dict[str, Exemption] = {}
    for path in _files(configs / "exemptions", faults):
        parsed = parse_file(path, ExemptionsFile, faults.append)
        for one in parsed.codes if parsed else ():
            if one.code in codes:
                faults.append(Fault(f"{path.name}:{one.code}", "stands twice"))
            codes[one.code] = Exemption(
                one.code, one.title, one.law, one.test, one.decides, one.default,
                one.label, one.explained,
            )  # fmt: skip
    if faults:
        raise Misconfigured(faults)
    return codes


def _files(folder: Path, faults: list[Fault]) -> list[Path]:
    found = sorted(folder.glob("*.yaml"))
    if not found:
        faults.append(Fault(f"{folder.name}/", f"no YAML file is there, in {folder.parent.name}/"))
    return found
