"""Northmoor: builds the stores of a council that does not exist, and the truth about them.

    folder/stores/case-records.sqlite   the Standard Safeguarding Dataset, documents, people
    folder/stores/documents/            the files that `documents` points to
    folder/truth/                       council, people, documents, standings: JSON

The same seed, scale and day give the same database and the same documents, byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

from conformance.northmoor import sides, tables, truth
from conformance.northmoor.families import Family, Town
from conformance.northmoor.people import Cast, Part
from conformance.northmoor.press.printing import MEDIA, print_paper
from conformance.northmoor.records import Filing, ordinary, years_before
from conformance.northmoor.rows import COUNCIL_PARTS, Clerk
from conformance.northmoor.subject_file import subject_file
from conformance.northmoor.tables import Row
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import StoreName, SubjectRef

SMALLEST = 20
DOCUMENT_STORE = StoreName("case-files")
_CAREERS = ("contact", "early_help", "in_need", "protection", "looked_after")
_FREQUENCY = (24, 26, 26, 14, 10)


@dataclass(frozen=True, slots=True)
class Northmoor:
    """The council as it was built: where it stands, and whose cases a demonstration plays."""

    folder: Path
    seed: int
    scale: int
    today: date
    children: int
    people: int
    documents: int
    sar_subject: SubjectRef
    hold_subject: SubjectRef

    @property
    def database(self) -> Path:
        """The case-record database."""
        return self.folder / "stores" / "case-records.sqlite"

    @property
    def papers(self) -> Path:
        """The folder of the documents."""
        return self.folder / "stores" / "documents"

    @property
    def truth(self) -> Path:
        """The folder of what is true."""
        return self.folder / "truth"


@dataclass(frozen=True, slots=True)
class _Settlement:
    """Everybody, before anything is written down."""

    families: tuple[tuple[Family, str], ...]
    cases: sides.Cases
    strangers: tuple[Cast, ...]

    @property
    def casts(self) -> dict[str, Cast]:
        """Return every case by whom it is about."""
        children = {c.id: f.cast(c) for f, _ in self.families for c in f.children}
        return children | {cast.child.id: cast for cast in self.strangers}


def build(folder: Path, *, seed: int = 2026, scale: int = 300, today: date) -> Northmoor:
    """Build the council with `scale` children in an empty folder, as it stands on a day."""
    if scale < SMALLEST:
        raise Refused(f"Northmoor has at least {SMALLEST} children")
    if folder.exists() and any(folder.iterdir()):
        raise Refused("Northmoor is built in an empty folder; choose another")
    rng = Random(seed)  # noqa: S311 (a fictional town, not secrets)
    town = Town(rng, today)
    settled = _settle(town, scale)
    casts = settled.casts
    filed = [(*_place(seed, n, f), f) for n, f in enumerate(_file(settled, rng, today))]
    built = Northmoor(
        folder=folder,
        seed=seed,
        scale=scale,
        today=today,
        children=sum(len(family.children) for family, _ in settled.families),
        people=len({p.id for cast in casts.values() for p, _ in cast.everybody()}),
        documents=len(filed),
        sar_subject=SubjectRef(settled.families[0][0].children[0].id),
        hold_subject=SubjectRef(settled.cases.casts["held"].child.id),
    )
    tables.write(built.database, _rows(town, settled, filed))
    for key, path, filing in filed:
        target = built.papers / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(print_paper(filing.paper, key))
    truth.write(built.truth, _about(built), casts, filed)
    return built


def _settle(town: Town, scale: int) -> _Settlement:
    """Bring families to town until it has exactly so many children."""
    rng, today = town.rng, town.today
    subject = town.subject_family(years_before(today, 21.4))
    cases = sides.settle(town)
    families = [(subject, "looked_after"), *((family, "contact") for family in cases.families)]
    strangers = tuple(town.stranger() for _ in range(4 + scale // 20))
    left = scale - sum(len(family.children) for family, _ in families)
    while left > 0:
        size = min(left, rng.choices((1, 2, 3, 4), (34, 38, 20, 8))[0])
        career = rng.choices(_CAREERS, _FREQUENCY)[0]
        eldest = rng.uniform(1, 24)
        ages = [max(eldest - n * rng.uniform(1.4, 3.5), 0.2) for n in range(size)]
        births = [years_before(today, age) for age in ages]
        families.append((town.family(births, fostered=career == "looked_after"), career))
        left -= size
    return _Settlement(tuple(families), cases, strangers)


def _file(settled: _Settlement, rng: Random, today: date) -> Iterator[Filing]:
    """Yield every record, the rich file first."""
    yield from subject_file(settled.families[0][0], rng, today)
    yield from sides.on_every_side(settled.cases, list(settled.strangers), rng, today)
    for family, career in settled.families[1 + len(settled.cases.families) :]:
        for child in family.children:
            yield from ordinary(family.cast(child), career, rng, today)


def _place(seed: int, number: int, filing: Filing) -> tuple[str, str]:
    """Return a document's key and path: neither says anything about anybody."""
    key = sha256(f"northmoor/{seed}/{number}".encode()).hexdigest()[:20]
    return key, f"{key[:2]}/{key}.{MEDIA[filing.paper.medium][0]}"


def _rows(
    town: Town, settled: _Settlement, filed: Iterable[tuple[str, str, Filing]]
) -> Iterator[Row]:
    clerk = Clerk(town.rng, town.today)
    for part, professionals in town.professionals.items():
        if part in COUNCIL_PARTS:
            yield from (clerk.professional(person) for person in professionals)
    for family, career in settled.families:
        yield from clerk.family(family, career)
    for cast in settled.strangers:
        yield from clerk.person(cast.child)
    for cast in settled.casts.values():
        yield from _listed(cast)
    yield from (_indexed(key, path, filing) for key, path, filing in filed)


def _listed(cast: Cast) -> Iterator[Row]:
    """Yield who is in a file besides those whom the dataset knows."""
    for part in {p.person.id: p for p in cast.parts.values()}.values():
        if (listed := truth.roster_id(cast, part.person)) != part.person.id:
            yield "muniment_people", _person_row(listed, cast, part)


def _person_row(listed: str, cast: Cast, part: Part) -> Mapping[str, str | None]:
    person = part.person
    phones = [phone for phone in (person.phone, person.private_phone) if phone]
    identifiers = {"nhs": person.nhs, "nino": person.nino, "upn": person.upn}
    return {
        "peop_person_id": listed,
        "peop_case_person_id": cast.child.id,
        "peop_name": person.full,
        "peop_aliases_json": json.dumps([person.alias] if person.alias else [], ensure_ascii=False),
        "peop_relation": part.relation,
        "peop_role": part.standing.value,
        "peop_born": person.born.isoformat() if person.born else None,
        "peop_addresses_json": json.dumps([person.address] if person.address else []),
        "peop_phones_json": json.dumps(phones),
        "peop_emails_json": json.dumps([person.email] if person.email else []),
        "peop_identifiers_json": json.dumps({k: v for k, v in identifiers.items() if v}),
    }


def _indexed(key: str, path: str, filing: Filing) -> Row:
    events = {name: [day.isoformat() for day in days] for name, days in filing.events.items()}
    shared = [person.id for person in filing.shared_with]
    confirmed = filing.primary_confirmed
    return "documents", {
        "docu_document_id": key,
        "docu_person_id": filing.cast.child.id,
        "docu_subjects_json": json.dumps(shared) if shared else None,
        "docu_record_class": filing.record_class,
        "docu_also_classes_json": json.dumps(filing.also) if filing.also else None,
        "docu_modifiers_json": json.dumps(filing.modifiers) if filing.modifiers else None,
        "docu_events_json": json.dumps(events),
        "docu_title": filing.paper.kind.replace("-", " ").capitalize(),
        "docu_media_type": MEDIA[filing.paper.medium][1],
        "docu_store": DOCUMENT_STORE,
        "docu_path": path,
        "docu_date": filing.paper.dated.isoformat(),
        "docu_copy_status": "secondary" if filing.secondary else "primary",
        "docu_primary_confirmed": None if confirmed is None else int(confirmed),
        "docu_irreplaceable": int(filing.irreplaceable),
    }


def _about(built: Northmoor) -> dict[str, str | int]:
    return {
        "seed": built.seed,
        "scale": built.scale,
        "today": built.today.isoformat(),
        "sar_subject": built.sar_subject,
        "hold_subject": built.hold_subject,
    }
