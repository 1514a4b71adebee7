"""Families of Northmoor, and the professionals who work with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from random import Random

from conformance.northmoor.identifiers import Registry
from conformance.northmoor.names import (
    ENGLISH,
    SHORT_FORMS,
    SOUTH_ASIAN,
    WORD_NAMES_F,
    Sex,
    Tradition,
    draw_tradition,
)
from conformance.northmoor.people import Cast, Part, Person
from recordkeeping.disclosure.people import Standing

POSTS: tuple[tuple[str, str, str, int], ...] = (
    ("sw", "Social Worker", "Northmoor Council", 9),
    ("manager", "Team Manager", "Northmoor Council", 3),
    ("iro", "Independent Reviewing Officer", "Northmoor Council", 3),
    ("pa", "Personal Adviser", "Northmoor Council", 2),
    ("ssw", "Supervising Social Worker", "Northmoor Council", 2),
    ("fsw", "Family Support Worker", "Northmoor Council", 3),
    ("edt", "Emergency Duty Social Worker", "Northmoor Council", 2),
    ("lawyer", "Childcare Lawyer", "Northmoor Council", 1),
    ("teacher", "Designated Safeguarding Lead", "Lanyard Street Academy", 4),
    ("health_visitor", "Health Visitor", "Northmoor Community Health", 2),
    ("nurse", "Nurse for Looked-after Children", "Northmoor Community Health", 1),
    ("gp", "General Practitioner", "Quayside Surgery", 3),
    ("paediatrician", "Consultant Paediatrician", "Northmoor Infirmary", 1),
    ("psychologist", "Clinical Psychologist", "Northmoor Infirmary", 1),
    ("police", "Detective Constable", "Northmoor Constabulary", 2),
    ("guardian", "Children’s Guardian", "Family Court Advisory Service", 1),
)
"""The parts professionals play: part, post, employer, and how many there are."""

RELATIONS = {
    "mother": "mother", "father": "father", "partner": "mother’s partner",
    "grandmother": "maternal grandmother", "aunt": "maternal aunt", "neighbour": "neighbour",
    "friend": "school friend", "carer": "foster carer", "carer_two": "foster carer",
    "carer_child": "foster carers’ daughter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """Children who share a mother, and the adults around them by part."""

    id: str
    children: tuple[Person, ...]
    adults: Mapping[str, Person]
    team: Mapping[str, Person]

    def cast(self, child: Person) -> Cast:
        """Return one child's case: siblings, the adults, the professionals."""
        parts = {
            part: Part(person, self._relation(part, child), Standing.THIRD_PARTY)
            for part, person in self.adults.items()
        }
        parts |= self._siblings(child)
        for part, person in self.team.items():
            parts[part] = Part(person, person.post, Standing.PROFESSIONAL)
        return Cast(child, parts)

    def _relation(self, part: str, child: Person) -> str:
        father = self.adults.get("father")
        if part == "father" and father and father.surname != child.surname:
            return "mother’s former partner"
        return RELATIONS[part]

    def _siblings(self, child: Person) -> dict[str, Part]:
        parts: dict[str, Part] = {}
        for other in (o for o in self.children if o.id != child.id):
            word = "sister" if other.sex == "F" else "brother"
            relation = word if other.surname == child.surname else f"half-{word}"
            part = Part(other, relation, Standing.THIRD_PARTY)
            parts.setdefault("sibling", part)
            parts[relation.replace("-", "_") if relation not in parts else f"{word}_two"] = part
        return parts


class Town:
    """Fills Northmoor with people, drawing each from the same lot."""

    def __init__(self, rng: Random, today: date) -> None:
        self.rng = rng
        self.today = today
        self.registry = Registry(rng)
        self._ids = count(200_001)
        self._workers = count(3001)
        self._families = count(1)
        self.professionals = self._hire()

    def adult(
        self,
        tradition: Tradition,
        sex: Sex,
        surname: str,
        age: int,
        address: str = "",
        forename: str = "",
    ) -> Person:
        """Return somebody grown up, with a telephone and a mailbox of their own."""
        forename = forename or tradition.forename(self.rng, sex)
        return Person(
            id=f"{next(self._ids)}",
            forename=forename,
            surname=surname,
            sex=sex,
            title="Mr" if sex == "M" else self.rng.choice(("Ms", "Mrs", "Miss")),
            alias=SHORT_FORMS.get(forename, ""),
            born=self.birthday(age),
            ethnicity=tradition.ethnicity,
            address=address or self.registry.address(),
            phone=self.registry.mobile(),
            email=self.registry.email(forename, surname),
            nhs=self.registry.nhs(),
            nino=self.registry.nino(),
        )

    def child(self, tradition: Tradition, sex: Sex, surname: str, born: date, home: str) -> Person:
        """Return a child, who may be grown up by now."""
        forename = tradition.forename(self.rng, sex)
        return Person(
            id=f"{next(self._ids)}",
            forename=forename,
            middle=tradition.forename(self.rng, sex),
            surname=surname,
            sex=sex,
            title="Mr" if sex == "M" else "Miss",
            alias=SHORT_FORMS.get(forename, ""),
            born=born,
            ethnicity=tradition.ethnicity,
            address=home,
            nhs=self.registry.nhs(),
            upn=self.registry.upn(born),
        )

    def family(self, births: list[date], *, fostered: bool = False) -> Family:
        """Return a family with a child for each birth; names run in it as names do."""
        rng, tradition = self.rng, draw_tradition(self.rng)
        surname, own = rng.choice(tradition.surnames), rng.choice(tradition.surnames)
        home, age = self.registry.address(), (self.today - min(births)).days // 365 + 24
        adults = {"mother": self.adult(tradition, "F", own, age, home)}
        if rng.random() < 0.7:
            adults["father"] = self.adult(tradition, "M", surname, age + 2)
        if rng.random() < 0.25:
            adults["partner"] = self.adult(
                draw_tradition(rng), "M", rng.choice(ENGLISH.surnames), age
            )
        if rng.random() < 0.4:
            adults["grandmother"] = self.adult(tradition, "F", own, age + 24)
        adults["neighbour"] = self.adult(ENGLISH, "F", rng.choice(ENGLISH.surnames), age + 15)
        if fostered:
            placed, carers = self.registry.address(), rng.choice(ENGLISH.surnames)
            adults["carer"] = self.adult(ENGLISH, "F", carers, 52, placed)
            adults["carer_two"] = self.adult(ENGLISH, "M", carers, 55, placed)
        children = [self._sibling(tradition, surname, own, born, home) for born in births]
        return Family(
            f"F{next(self._families):04d}",
            tuple(self._namesake(children, adults.get("father"))),
            adults,
            self.team(),
        )

    def subject_family(self, born: date) -> Family:
        """Return the family of the care leaver whose request is played: every part is filled."""
        rng, town = self.rng, self.registry
        surname, own, later = rng.sample([s for s in ENGLISH.surnames if "-" not in s], 3)
        home, placed = town.address(), town.address()
        mother = self.adult(ENGLISH, "F", own, 45, home)
        father = self.adult(ENGLISH, "M", surname, 48, forename="William")
        carers, carer_name = SOUTH_ASIAN, rng.choice(SOUTH_ASIAN.surnames)
        adults = {
            "mother": mother,
            "father": father,
            "partner": self.adult(ENGLISH, "M", later, 43),
            "grandmother": self.adult(ENGLISH, "F", own, 70),
            "aunt": self.adult(ENGLISH, "F", f"{own}-{rng.choice(ENGLISH.surnames[:12])}", 41),
            "neighbour": self.adult(ENGLISH, "F", rng.choice(ENGLISH.surnames), 63),
            "friend": self.child(
                draw_tradition(rng), "F", "Brown", self.birthday(21), town.address()
            ),
            "carer": self.adult(carers, "F", carer_name, 56, placed),
            "carer_two": self.adult(carers, "M", carer_name, 58, placed),
            "carer_child": self.adult(carers, "F", carer_name, 24, placed),
        }
        child = self.child(ENGLISH, "F", surname, born, town.address())
        child = replace(child, forename="Kayleigh", alias="Kay", middle="Ann", phone=town.mobile())
        child = replace(child, email=town.email("kayleigh", surname))
        sister = self.child(ENGLISH, "F", surname, _later(born, 4), home)
        brother = self.child(ENGLISH, "M", surname, _later(born, 6), home)
        half = self.child(ENGLISH, "M", later, _later(born, 10), home)
        words = [name for name in WORD_NAMES_F if name != mother.forename]
        children = (
            child,
            replace(sister, forename=rng.choice(words), alias=""),
            # Father and son of the same name: only the sentence tells them apart.
            replace(brother, forename="William", alias="Will"),
            half,
        )
        team = self.team()
        # A professional who shares a first name with the mother: the bare name is nobody's yet.
        team["manager"] = self._professional("Team Manager", "Northmoor Council", mother.forename)
        self.professionals["manager"].append(team["manager"])
        return Family(f"F{next(self._families):04d}", children, adults, team)

    def team(self) -> dict[str, Person]:
        """Return one professional for each part."""
        return {part: self.rng.choice(pool) for part, pool in self.professionals.items()}

    def stranger(self) -> Cast:
        """Return somebody with a file of their own: a carer, an applicant, a member of staff."""
        rng, tradition = self.rng, draw_tradition(self.rng)
        sex: Sex = rng.choice(("F", "M"))
        adult = self.adult(tradition, sex, rng.choice(tradition.surnames), rng.randrange(38, 60))
        parts = {
            part: Part(person, person.post, Standing.PROFESSIONAL)
            for part, person in self.team().items()
        }
        return Cast(adult, parts)

    def birthday(self, age: int) -> date:
        """Return the birth of somebody who is `age` years old today."""
        return self.today - timedelta(days=round(age * 365.25) + self.rng.randrange(1, 360))

    def _sibling(
        self, tradition: Tradition, surname: str, own: str, born: date, home: str
    ) -> Person:
        sex: Sex = self.rng.choice(("F", "M"))
        theirs = own if self.rng.random() < 0.2 else surname
        return self.child(tradition, sex, theirs, born, home)

    def _namesake(self, children: list[Person], father: Person | None) -> list[Person]:
        """Name the first son after his father, in some families."""
        sons = [n for n, child in enumerate(children) if child.sex == "M"]
        if father and sons and self.rng.random() < 0.2:
            first = sons[0]
            children[first] = replace(children[first], forename=father.forename)
        return children

    def _hire(self) -> dict[str, list[Person]]:
        return {
            part: [self._professional(post, employer) for _ in range(number)]
            for part, post, employer, number in POSTS
        }

    def _professional(self, post: str, employer: str, forename: str = "") -> Person:
        tradition = ENGLISH if forename else draw_tradition(self.rng)
        sex: Sex = "F" if forename else self.rng.choice(("F", "F", "M"))
        surname, age = self.rng.choice(tradition.surnames), self.rng.randrange(28, 62)
        person = self.adult(tradition, sex, surname, age, forename=forename)
        doctor = "Practitioner" in post or "Consultant" in post or "Psychologist" in post
        return replace(
            person,
            id=f"W{next(self._workers)}",
            title="Dr" if doctor else person.title,
            phone=self.registry.landline(),
            private_phone=self.registry.mobile(),
            email=self.registry.email(person.forename, surname, "northmoor.example.org"),
            post=post,
            employer=employer,
            nhs="",
            nino="",
        )


def _later(born: date, years: int) -> date:
    return born + timedelta(days=years * 365 + 47)
