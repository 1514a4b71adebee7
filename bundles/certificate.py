"""A certificate of destruction: what is gone, by whose authority, and how that was shown.

It says only what was proven, and it says what was not. It holds no names: people are officers' ids,
records are random ids and classes (domain brief §5.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from reportlab.platypus import Flowable, Spacer

from bundles.council import Council
from bundles.rows import Cell
from bundles.typeset import (
    CODE,
    LEAD,
    LETTER_LINE,
    SMALL,
    TITLE,
    day,
    document_of,
    number_of,
    section,
    table,
    text,
)
from recordkeeping.vocabulary.errors import Unproven
from recordkeeping.vocabulary.identifiers import ClassId, Digest, ItemId, OfficerId, StoreName
from recordkeeping.vocabulary.officers import Role


@dataclass(frozen=True, slots=True)
class ClassAuthority:
    """A record class of the schedule, by which of its rules it went, and the law behind that."""

    record_class: ClassId
    title: str
    rule: str
    law: str


@dataclass(frozen=True, slots=True)
class PlaceCleared:
    """One place that a record lay in: how it was destroyed, and how and when that was shown."""

    store: StoreName
    method: str
    verified: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ItemDestroyed:
    """One record that is proven gone from every place. `entry` is its index in the ledger."""

    item: ItemId
    record_class: ClassId
    places: tuple[PlaceCleared, ...]
    entry: int
    covers: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class ItemExcepted:
    """One record of the authorisation that is left, or not shown to be gone."""

    item: ItemId
    record_class: ClassId
    because: str


@dataclass(frozen=True, slots=True)
class Act:
    """Who did a step, in which role and when. Without a role it was the software."""

    officer: OfficerId
    role: Role | None
    on: date


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The ledger at the time of the certificate. `root` is its Merkle root over `size` entries."""

    origin: str
    size: int
    root: Digest


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    """Everything that a certificate says.

    `backups_until` comes from the configuration; without it nothing is promised about backups.
    `secondary_copies` says where a primary record is kept, when these were copies of it.
    """

    number: str
    council: Council
    issued_on: date
    schedule: str
    classes: tuple[ClassAuthority, ...]
    proposed: Act
    authorised: Act
    items: tuple[ItemDestroyed, ...]
    exceptions: tuple[ItemExcepted, ...]
    ledger: LedgerHead
    backups_until: date | None = None
    secondary_copies: str = ""


def certificate_of_destruction(sheet: CertificateSheet) -> bytes:
    """Set the certificate as a PDF. The same sheet gives the same bytes.

    Raises `Unproven` where the sheet claims more than it shows.
    """
    _require_shown(sheet)
    return document_of(
        lambda _plan: [
            *_opening(sheet),
            *_what(sheet),
            *_acts(sheet),
            *_how(sheet.items),
            *_exceptions(sheet.exceptions),
            *_copies(sheet),
            *_checking(sheet.ledger),
            *_one_by_one(sheet.items),
        ],
        title=f"Certificate of destruction {sheet.number}",
        footer=f"Certificate {sheet.number}",
    )


def _require_shown(sheet: CertificateSheet) -> None:
    if not sheet.items:
        raise Unproven("no record of this certificate was shown to be gone; there is none to issue")
    known = {authority.record_class for authority in sheet.classes}
    for item in sheet.items:
        if not item.places:
            raise Unproven(f"item {item.item}: no place was looked at; prove it before certifying")
        if item.record_class not in known:
            raise Unproven(f"item {item.item}: its class has no authority on this certificate")
        if not 0 <= item.entry < sheet.ledger.size:
            raise Unproven(f"item {item.item}: its entry is not under the ledger's root")


def _opening(sheet: CertificateSheet) -> list[Flowable]:
    records = number_of(len(sheet.items), "record", "records")
    return [
        text(sheet.council.name, LETTER_LINE),
        text(", ".join((*sheet.council.address, sheet.council.contact)), SMALL),
        Spacer(0, 16),
        text("Certificate of destruction", TITLE),
        text(f"No. {sheet.number}. Issued on {day(sheet.issued_on)}.", LEAD),
        text(
            f"{records} described below were destroyed under the council's retention schedule. "
            "Each was then looked for in every place listed for it, and was no longer there."
        ),
    ]


def _span(spans: Iterable[tuple[date, date] | None]) -> str:
    known = [span for span in spans if span]
    if not known:
        return "Not recorded"
    first, last = min(s[0] for s in known), max(s[1] for s in known)
    return f"{day(first)} to {day(last)}"


def _what(sheet: CertificateSheet) -> list[Flowable]:
    covered = any(item.covers for item in sheet.items)
    rows = []
    for authority in sheet.classes:
        items = [item for item in sheet.items if item.record_class == authority.record_class]
        by = authority.rule if authority.rule != authority.record_class else ""
        law = f"{authority.law} (rule {by})" if by else authority.law
        row = [authority.record_class, authority.title, law, f"{len(items):,}"]
        if items:
            rows.append(row + ([_span(item.covers for item in items)] if covered else []))
    headings = ["Class", "What it is", "Law or guidance", "Records"]
    widths = [1.6, 2.9, 3.5, 1.1]
    return [
        *section("What was destroyed, and by what authority"),
        text(f"Retention schedule {sheet.schedule}."),
        table(
            headings + (["Dates covered"] if covered else []),
            rows,
            widths + ([2.0] if covered else []),
        ),
    ]


def _who(act: Act) -> tuple[str, str, str]:
    role = act.role.value.replace("_", " ").capitalize() if act.role else "The software"
    return act.officer, role, day(act.on)


def _acts(sheet: CertificateSheet) -> list[Flowable]:
    return [
        *section("Who proposed and who authorised it"),
        table(
            ("Step", "Officer", "Role", "Date"),
            [("Proposed", *_who(sheet.proposed)), ("Authorised", *_who(sheet.authorised))],
            (1.8, 2.4, 2.4, 2.4),
        ),
    ]


def _moment(at: datetime) -> str:
    return f"{day(at.date())}, {at:%H:%M %Z}"


def _how(items: Iterable[ItemDestroyed]) -> list[Flowable]:
    times: dict[tuple[str, str, str], list[datetime]] = {}
    for place in chain.from_iterable(item.places for item in items):
        times.setdefault((place.store, place.method, place.verified), []).append(place.at)
    rows = [
        (store, method, f"{len(at):,}", verified, _moment(max(at)))
        for (store, method, verified), at in sorted(times.items())
    ]
    return [
        *section("How, and how it was shown"),
        table(
            ("Place", "Method", "Records", "What was checked", "Last check"),
            rows,
            (1.8, 1.8, 1.2, 3, 2.2),
        ),
    ]


def _exceptions(exceptions: Iterable[ItemExcepted]) -> list[Flowable]:
    rows = [(Cell(e.item, CODE), e.record_class, e.because) for e in exceptions]
    if not rows:
        return [
            *section("Exceptions"),
            text(
                "None among these records. What was authorised and not destroyed, because it was "
                "held or its facts had changed, is not on this certificate."
            ),
        ]
    return [
        *section("Exceptions"),
        text(
            "These were authorised, and are left or not shown to be gone. They are not certified."
        ),
        table(("Record", "Class", "Why"), rows, (3.4, 1.6, 3.6)),
    ]


def _copies(sheet: CertificateSheet) -> list[Flowable]:
    backups = (
        f"Copies may remain in backups until {day(sheet.backups_until)}."
        if sheet.backups_until
        else "Backups are not covered by this certificate."
    )
    story: list[Flowable] = [*section("Copies"), text(backups)]
    if sheet.secondary_copies:
        story.append(text(sheet.secondary_copies))
    return story


def _checking(ledger: LedgerHead) -> list[Flowable]:
    return [
        *section("Checking this certificate"),
        text(
            "Every step was written in the council's ledger before and after it was done. Ask for "
            "the ledger's export and its signed checkpoints. Away from the council's systems, "
            "“muniment ledger verify” shows that nothing in it was changed or taken out since. "
            "The export also holds the SHA-256 of this certificate, under its number."
        ),
        table(
            (),
            [
                ("Ledger", Cell(ledger.origin, CODE)),
                ("Entries", f"{ledger.size:,}"),
                ("Root", Cell(ledger.root, CODE)),
            ],
            (1.2, 6),
        ),
    ]


def _one_by_one(items: Sequence[ItemDestroyed]) -> list[Flowable]:
    covered = any(item.covers for item in items)
    rows = [
        (
            Cell(item.item, CODE),
            item.record_class,
            ", ".join(place.store for place in item.places),
            f"{item.entry:,}",
            *((_span([item.covers]),) if covered else ()),
        )
        for item in items
    ]
    return [
        *section("The records, one by one"),
        table(
            ("Record", "Class", "Gone from", "Ledger entry", *(["Dates covered"] * covered)),
            rows,
            (3.6, 1.3, 2.1, 1.1, *([2.1] * covered)),
        ),
    ]
