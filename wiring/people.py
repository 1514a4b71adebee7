"""Who is who, from a `people.yaml` that a person wrote: every fault told at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from wiring.closed import Closed, parse_file

Words = Annotated[str, Field(min_length=1, max_length=300)]


class PersonOf(Closed):
    """One person of the file."""

    id: Words
    name: Words
    aliases: list[Words] = Field(default_factory=list)
    born: date | None = None
    identifiers: dict[Words, Words] = Field(default_factory=dict)
    addresses: list[Words] = Field(default_factory=list)
    phones: list[Words] = Field(default_factory=list)
    emails: list[Words] = Field(default_factory=list)
    relation: str = ""
    role: Annotated[Standing | None, Field(strict=False)] = None

    def value(self, subject: str) -> Person:
        """Return the person; whoever has no role is a third party, but for the subject."""
        default = Standing.SUBJECT if self.id == subject else Standing.THIRD_PARTY
        return Person(
            id=self.id,
            name=self.name,
            role=self.role or default,
            relation=self.relation,
            aliases=tuple(self.aliases),
            born=self.born,
            identifiers=tuple(self.identifiers.items()),
            addresses=tuple(self.addresses),
            phones=tuple(self.phones),
            emails=tuple(self.emails),
        )


class PeopleFile(Closed):
    """`people.yaml`."""

    subject: Words
    people: list[PersonOf]


def load_people(path: Path) -> Roster:
    """Read a roster, or raise `Misconfigured` with every fault by key."""
    faults: list[Fault] = []
    parsed = parse_file(path, PeopleFile, faults.append)
    if parsed:
        ids = [person.id for person in parsed.people]
        faults += [
            Fault(f"{path.name}:people", "an id stands twice")
            for _ in {i for i in ids if ids.count(i) > 1}
        ]
        if parsed.subject not in ids:
            faults.append(Fault(f"{path.name}:subject", "is the id of nobody in people"))
        for person in parsed.people:
            if (person.role is Standing.SUBJECT) and person.id != parsed.subject:
                faults.append(Fault(f"{path.name}:people.role", "only the subject is the subject"))
    if faults or parsed is None:
        raise Misconfigured(faults)
    return Roster(parsed.subject, tuple(p.value(parsed.subject) for p in parsed.people))
