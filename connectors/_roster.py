"""Who is who around a person, put together from the tables of a case system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from connectors._cells import (
    Row,
    UnreadableError,
    day_of,
    object_of,
    text_of,
    words_of,
)
from connectors._database import Tables
from connectors._mapping import (
    AddressTable,
    PeopleMapping,
    ProfessionalTable,
    RosterTable,
)
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import StoreName, SubjectRef


@dataclass(frozen=True, slots=True)
class RosterReader:
    """Reads rosters over one connection."""

    store: StoreName
    tables: Tables
    people: PeopleMapping
    connection: Connection

    def roster_of(self, subject: SubjectRef) -> Roster:
        """Return the subject, then relatives and family, the further people, the professionals."""
        known = list(self._known([subject], Standing.SUBJECT, "subject"))
        if not known:
            raise Refused(f"store {self.store} does not know this person; check the reference")
        own = self.people.known.table
        everybody = [
            *((own, person) for person in (*known, *self._related(subject))),
            *self._listed(subject),
            *self._at_work(subject),
        ]
        return Roster(known[0].id, tuple(_each_once(everybody)))

    def _known(self, ids: Iterable[str], role: Standing, relation: str) -> Iterator[Person]:
        known = self.people.known
        for row in self.tables.rows(self.connection, known.table, known.key, ids, known.key):
            ref = row[known.key] or ""
            yield Person(
                id=ref,
                name=" ".join(filter(None, (text_of(row, part) for part in known.name))),
                role=role,
                relation=relation,
                born=day_of(text_of(row, known.born)),
                identifiers=tuple(dict.fromkeys(self._identifiers(row, ref))),
                addresses=tuple(dict.fromkeys(self._addresses(ref))),
                ref=SubjectRef(ref),
            )

    def _identifiers(self, row: Row, ref: str) -> Iterator[tuple[str, str]]:
        for kind, column in self.people.known.identifiers.items():
            if value := text_of(row, column):
                yield kind, value
        for part in self.people.identifiers:
            for found in self.tables.rows(
                self.connection, part.table, part.person, [ref], part.value
            ):
                kind = text_of(found, part.kind).casefold()
                if value := text_of(found, part.value):
                    yield part.kinds.get(kind, kind), value

    def _addresses(self, ref: str) -> Iterator[str]:
        for part in self.people.addresses:
            for row in self.tables.rows(
                self.connection, part.table, part.person, [ref], part.postcode
            ):
                if address := _address(part, row):
                    yield address

    def _related(self, subject: SubjectRef) -> Iterator[Person]:
        for part in self.people.relatives:
            rows = self.tables.rows(
                self.connection, part.table, part.person, [subject], part.relative
            )
            ids = [row[part.relative] or "" for row in rows]
            yield from self._known(ids, Standing.THIRD_PARTY, part.relation)
        for family in self.people.families:
            table, person, group = family.table, family.person, family.family
            own = self.tables.rows(self.connection, table, person, [subject], group)
            groups = [row[group] or "" for row in own if row[group]]
            members = self.tables.rows(self.connection, table, group, groups, person)
            ids = [row[person] or "" for row in members]
            yield from self._known(ids, Standing.THIRD_PARTY, "family")

    def _listed(self, subject: SubjectRef) -> Iterator[tuple[str, Person]]:
        for part in self.people.roster:
            for row in self.tables.rows(
                self.connection, part.table, part.person, [subject], part.key
            ):
                yield part.table, _listed_person(part, row)

    def _at_work(self, subject: SubjectRef) -> Iterator[tuple[str, Person]]:
        part = self.people.professionals
        if part is None:
            return
        work = part.involvements
        rows = self.tables.rows(
            self.connection, work.table, work.person, [subject], work.professional
        )
        ids = [row[work.professional] or "" for row in rows]
        for row in self.tables.rows(self.connection, part.table, part.key, ids, part.key):
            yield part.table, _professional(part, row)


def _each_once(everybody: Iterable[tuple[str, Person]]) -> Iterator[Person]:
    """Yield each person once, by table and key.

    Two tables may number their people alike. Whoever comes second is given the table's name:
    dropped, somebody would be missing from the roster and shown in a release.
    """
    seen: set[tuple[str, str]] = set()
    taken: set[str] = set()
    for table, person in everybody:
        if (table, person.id) in seen:
            continue
        seen.add((table, person.id))
        id = f"{table}/{person.id}" if person.id in taken else person.id
        taken.add(id)
        yield replace(person, id=id)


def _professional(part: ProfessionalTable, row: Row) -> Person:
    return Person(
        id=row[part.key] or "",
        name=text_of(row, part.name),
        role=Standing.PROFESSIONAL,
        relation=text_of(row, part.post).casefold() or "professional",
    )


def _listed_person(part: RosterTable, row: Row) -> Person:
    try:
        role = Standing(text_of(row, part.role))
    except ValueError:
        # Whoever cannot be placed is nobody's professional: their name is not shown by itself.
        role = Standing.UNKNOWN
    return Person(
        id=row[part.key] or "",
        name=text_of(row, part.name),
        role=role,
        relation=text_of(row, part.relation),
        aliases=words_of(text_of(row, part.aliases_json)),
        born=day_of(text_of(row, part.born)),
        identifiers=_pairs(text_of(row, part.identifiers_json)),
        addresses=words_of(text_of(row, part.addresses_json)),
        phones=words_of(text_of(row, part.phones_json)),
        emails=words_of(text_of(row, part.emails_json)),
    )


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read identifiers by kind; what cannot be read is one identifier of no kind."""
    try:
        found = object_of(text)
    except UnreadableError:
        return (("", text),)
    return tuple((kind, str(value)) for kind, value in found.items() if value)


def _address(part: AddressTable, row: Row) -> str:
    """Write an address as it is written on a letter: `14 Coble Lane, Northmoor NM1 2AB`."""
    text, postcode = text_of(row, part.json_column), text_of(row, part.postcode)
    try:
        found = {
            key.casefold(): str(value).strip() for key, value in object_of(text).items() if value
        }
    except UnreadableError:
        return f"{text} {postcode}".strip()
    lines = [found[line] for line in part.lines if found.get(line)]
    # A house number has no comma behind it.
    joined = "".join(
        line if last else line + (" " if line[:1].isdigit() and " " not in line else ", ")
        for line, last in zip(lines, [*[False] * (len(lines) - 1), True], strict=False)
    )
    return f"{joined} {postcode}".strip()
