"""Who is who in a file: the roster that the case store knows, editable by people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from recordkeeping.disclosure.findings import Propose
from recordkeeping.vocabulary.identifiers import SubjectRef


class Standing(StrEnum):
    """How a person stands to the request; policy follows from it, never from the type of data."""

    SUBJECT = "subject"
    THIRD_PARTY = "third_party"
    PROFESSIONAL = "professional"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a file. Printed, a person shows only their id and standing.

    `policy` is what people ruled about this person for this request, whatever they stand as, and
    `why` they did, in their words: consented, died, known to the subject, a confidential source.
    """

    id: str
    name: str = field(repr=False)
    role: Standing = Standing.THIRD_PARTY
    relation: str = ""
    aliases: tuple[str, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    identifiers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    addresses: tuple[str, ...] = field(default=(), repr=False)
    phones: tuple[str, ...] = field(default=(), repr=False)
    emails: tuple[str, ...] = field(default=(), repr=False)
    ref: SubjectRef | None = field(default=None, repr=False)
    policy: Propose | None = None
    why: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a file, the subject among them."""

    subject: str
    people: tuple[Person, ...] = ()

    def person(self, id: str) -> Person | None:
        """Return the person with this id, or None."""
        return next((p for p in self.people if p.id == id), None)
