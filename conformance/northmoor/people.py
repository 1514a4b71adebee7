"""The people of Northmoor, and the ways in which a paper may name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from conformance.northmoor.names import Sex
from recordkeeping.disclosure.people import Standing

_PRONOUNS: Mapping[Sex, Mapping[str, str]] = {
    "F": {"he": "she", "him": "her", "his": "her", "himself": "herself", "son": "daughter"},
    "M": {"he": "he", "him": "him", "his": "his", "himself": "himself", "son": "son"},
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of Northmoor. Printed, a person shows only their id."""

    id: str
    forename: str = field(repr=False)
    surname: str = field(repr=False)
    sex: Sex = field(repr=False)
    title: str = field(repr=False)
    middle: str = field(default="", repr=False)
    alias: str = field(default="", repr=False)
    born: date | None = field(default=None, repr=False)
    expected: date | None = field(default=None, repr=False)
    died: date | None = field(default=None, repr=False)
    ethnicity: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    private_phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    nhs: str = field(default="", repr=False)
    upn: str = field(default="", repr=False)
    nino: str = field(default="", repr=False)
    post: str = ""
    employer: str = ""

    @property
    def full(self) -> str:
        """Return forename and surname."""
        return f"{self.forename} {self.surname}"

    @property
    def formal(self) -> str:
        """Return title and surname."""
        return f"{self.title} {self.surname}"

    def names(self) -> dict[str, str]:
        """Return every way of naming this person, by the name of the form."""
        forms = {
            "full": self.full,
            "formal": self.formal,
            "titled": f"{self.title} {self.full}",
            "first": self.forename,
            "last": self.surname,
            "whole": " ".join(filter(None, (self.forename, self.middle, self.surname))),
            "filed": f"{self.surname.upper()}, {self.forename}",
        }
        return forms | ({"alias": self.alias} if self.alias else {})

    def particulars(self) -> dict[str, str]:
        """Return what is written about this person besides names, by kind."""
        known = {
            "born": long_date(self.born) if self.born else "",
            "nhs": self.nhs,
            "upn": self.upn,
            "nino": self.nino,
            "address": self.address,
            "phone": self.phone,
            "private_phone": self.private_phone,
            "email": self.email,
        }
        return {kind: text for kind, text in known.items() if text}

    def pronoun(self, form: str) -> str | None:
        """Return a word such as `he` in this person's sex and the case of the form, or None."""
        word = _PRONOUNS[self.sex].get(form.lower())
        return word.capitalize() if word and form[0].isupper() else word


def long_date(day: date) -> str:
    """Return a day as letters write it: 3 March 2019."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Part:
    """How one person stands in one child's case."""

    person: Person
    relation: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Cast:
    """One child's case: the child, and everybody around them by part (`mother`, `iro`)."""

    child: Person
    parts: Mapping[str, Part]

    def person(self, part: str) -> Person | None:
        """Return who plays a part, or None."""
        if part == "child":
            return self.child
        found = self.parts.get(part)
        return found.person if found else None

    def standing(self, person_id: str) -> Standing:
        """Return how a person stands to the child; an unknown person is a third party."""
        if person_id == self.child.id:
            return Standing.SUBJECT
        held = [part.standing for part in self.parts.values() if part.person.id == person_id]
        return held[0] if held else Standing.THIRD_PARTY

    def everybody(self) -> Iterator[tuple[Person, Standing]]:
        """Yield the child and everybody around them, each once."""
        yield self.child, Standing.SUBJECT
        yield from {p.person.id: (p.person, p.standing) for p in self.parts.values()}.values()
