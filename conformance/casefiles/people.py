"""The people of a made-up case: a family, those around it, a team, and some nobody lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from rapidfuzz.distance import OSA

from conformance.casefiles import numbers
from conformance.casefiles.rosters import misspelt, with_defects
from conformance.casefiles.spellings import NICKNAMES
from conformance.northmoor import names
from conformance.northmoor.families import POSTS, Town
from conformance.northmoor.names import Sex, Tradition, draw_tradition
from conformance.northmoor.people import Person
from recordkeeping.disclosure import people as listed
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Roster, Standing

TODAY = date(2026, 6, 1)
Draw = Callable[[Tradition], str]
_ACCENTED = (names.POLISH, names.ROMANIAN, names.IRISH, names.WELSH)
_MUSLIM = (names.SOUTH_ASIAN, names.SOMALI)
_ALWAYS = ("sw", "manager", "teacher", "gp", "police", "lawyer", "nurse")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a case. `known`: the roster lists them; `aliases` are those it lists.

    `more` are particulars besides those of a person of Northmoor, by kind. `shown` says that a
    ruling shows this third party.
    """

    id: str
    person: Person = field(repr=False)
    standing: Standing
    relation: str
    known: bool = True
    aliases: tuple[str, ...] = field(default=(), repr=False)
    maiden: str = field(default="", repr=False)
    more: Mapping[str, str] = field(default_factory=dict, repr=False)
    shown: str = ""

    @property
    def kept(self) -> bool:
        """Say whether this person's names stay: the subject's, a professional's, by a ruling."""
        return bool(self.shown) or self.standing in (Standing.SUBJECT, Standing.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class Cast:
    """One case: the subject, the family and others by part, the team by part, and strangers."""

    id: str
    subject: Member
    family: Mapping[str, Member]
    team: Mapping[str, Member]
    strangers: Sequence[Member]
    roster: Roster

    def everybody(self) -> Iterable[Member]:
        """Yield the subject and everybody else."""
        yield self.subject
        yield from (*self.family.values(), *self.team.values(), *self.strangers)


class Casting:
    """Fills the parts of a case; nobody is called like another but on purpose."""

    def __init__(self, seed: str) -> None:
        self.rng = Random(seed)  # noqa: S311 (people, not secrets)
        self.town = Town(self.rng, TODAY)
        self.used: set[str] = set()

    def cast(self, id: str) -> Cast:
        """Return a case."""
        subject, family = self._family()
        team = self._team(family)
        strangers = [self._stranger(n) for n in range(8)]
        family = self._missing(family)
        everybody = [subject, *family.values(), *team.values()]
        roster = with_defects(
            [self._listed(member) for member in everybody if member.known], subject.id, self.rng
        )
        return Cast(id, subject, family, team, strangers, roster)

    def _family(self) -> tuple[Member, dict[str, Member]]:
        rng = self.rng
        tradition = draw_tradition(rng)
        surname, own, later = (
            self._surname(t) for t in (tradition, tradition, rng.choice(_MUSLIM))
        )
        home = self.town.registry.address()
        sex: Sex = rng.choice(("F", "M"))
        child = self._child(tradition, sex, surname, 16, home)
        family = {
            "mother": self._adult(tradition, "F", own, 44, home),
            "father": self._adult(tradition, "M", surname, 46),
            "partner": self._adult(rng.choice(_MUSLIM), "M", later, 41),
            "sister": self._child(names.ENGLISH, "F", surname, 13, home),
            "brother": self._child(tradition, "M", surname, 11, home),
            "half_brother": self._child(rng.choice(_MUSLIM), "M", later, 5, home),
            "grandmother": self._adult(names.ENGLISH, "F", own, 70),
            "grandfather": self._adult(names.ENGLISH, "M", own, 74),
            "aunt": self._adult(names.ENGLISH, "F", self._double(own), 40),
            "uncle": self._adult(names.ENGLISH, "M", own, 39),
            "cousin": self._child(draw_tradition(rng), "F", self._surname(names.ENGLISH), 15, ""),
            **self._others(),
        }
        word = next(w for w in rng.sample(names.WORD_NAMES_F, 5) if self._is_free(w))
        family["sister"] = replace(family["sister"], forename=self._taken(word), alias="")
        child = self._homonyms(child, family)
        relations = {
            "partner": "mother's partner",
            "grandmother": "maternal grandmother",
            "grandfather": "maternal grandfather",
            "aunt": "maternal aunt",
            "half_brother": "half-brother",
            "carer": "foster carer",
            "carer_two": "foster carer",
            "friend_mother": "friend's mother",
            "alleged": "alleged perpetrator",
            "neighbour": "neighbour (confidential referrer)",
        }
        members = {
            part: self._member(person, Standing.THIRD_PARTY, relations.get(part, part))
            for part, person in family.items()
        }
        members["mother"] = self._married(members["mother"], self._surname(names.ENGLISH))
        members["grandfather"] = replace(members["grandfather"], shown="died in 2019")
        members["uncle"] = replace(members["uncle"], shown="consented in writing")
        subject = self._member(child, Standing.SUBJECT, "")
        nick = child.alias or NICKNAMES.get(child.forename) or child.forename[:3] + "z"
        return replace(subject, aliases=(nick,)), members

    def _others(self) -> dict[str, Person]:
        rng = self.rng
        carers, placed = draw_tradition(rng), self.town.registry.address()
        shared, friends = self._surname(carers), rng.choice(_ACCENTED)
        theirs = self._surname(friends)
        return {
            "carer": self._adult(carers, "F", shared, 52, placed),
            "carer_two": self._adult(carers, "M", shared, 55, placed),
            "friend": self._child(friends, "F", theirs, 16, ""),
            "friend_mother": self._adult(friends, "F", theirs, 43),
            "alleged": self._adult(names.ENGLISH, "M", self._surname(names.ENGLISH), 35),
            "neighbour": self._adult(names.ENGLISH, "F", self._surname(names.ENGLISH), 63),
        }

    def _homonyms(self, child: Person, family: dict[str, Person]) -> Person:
        """Name father and son alike in a fifth of families, siblings almost alike in some."""
        lot = self.rng.random()
        if lot < 0.1 and child.sex == "M":
            return replace(child, forename=family["father"].forename, alias="")
        if lot < 0.2:
            brother = replace(family["brother"], forename=family["father"].forename, alias="")
            family["brother"] = brother
        elif lot < 0.5 and child.sex == "M":
            family["brother"] = replace(family["brother"], forename="Jayden", alias="")
            return replace(child, forename="Kayden", alias="")
        return child

    def _team(self, family: Mapping[str, Member]) -> dict[str, Member]:
        posts = [post for post in POSTS if post[0] in _ALWAYS]
        posts += self.rng.sample([post for post in POSTS if post[0] not in _ALWAYS], 5)
        team = {}
        for number, (part, post, employer, _) in enumerate(posts, 1):
            shared = ""
            if part == "manager" and self.rng.random() < 0.4:
                shared = family["mother"].person.forename
            tradition = draw_tradition(self.rng)
            person = self._adult(tradition, "F", self._surname(tradition), 40, forename=shared)
            person = replace(
                person,
                id=f"w{number}",
                title="Dr" if "General" in post or "Consultant" in post else person.title,
                phone=self.town.registry.landline(),
                email=self.town.registry.email(
                    person.forename, person.surname, "northmoor.example.org"
                ),
                post=post,
                employer=employer,
                nhs="",
                nino="",
            )
            team[part] = Member(person.id, person, Standing.PROFESSIONAL, post.lower())
        return team

    def _missing(self, family: Mapping[str, Member]) -> dict[str, Member]:
        """Leave one in ten out of the roster; the closest are always known."""
        near = {
            "mother",
            "father",
            "sister",
            "brother",
            "carer",
            "carer_two",
            "uncle",
            "grandfather",
        }
        return {
            part: replace(member, known=part in near or self.rng.random() >= 0.1)
            for part, member in family.items()
        }

    def _listed(self, member: Member) -> listed.Person:
        """Return somebody as the case store lists them; the alleged one is filed misspelt."""
        person = member.person
        whole = " ".join(filter(None, (person.forename, person.middle, person.surname)))
        written = self.rng.random() < 0.6 and member.relation == "alleged perpetrator"
        kinds = {"nhs": person.nhs, "upn": person.upn, "nino": person.nino}
        kinds |= {k: v for k, v in member.more.items() if k in ("vrm", "uln", "passport", "handle")}
        professional = member.standing is Standing.PROFESSIONAL
        return listed.Person(
            id=member.id,
            name=misspelt(whole, self.rng) if written else whole,
            role=member.standing,
            relation=member.relation,
            aliases=member.aliases,
            born=None if professional else person.born,
            identifiers=tuple((kind, value) for kind, value in kinds.items() if value),
            addresses=(person.address,) if person.address and not professional else (),
            phones=(person.phone,) if person.phone else (),
            emails=(person.email,) if person.email else (),
            policy=Propose.SHOW if member.shown else None,
            why=member.shown,
        )

    def _stranger(self, number: int) -> Member:
        tradition = draw_tradition(self.rng)
        sex: Sex = self.rng.choice(("F", "M"))
        person = self._adult(tradition, sex, self._surname(tradition), 30 + number)
        person = replace(person, address=numbers.address(self.rng))
        member = self._member(person, Standing.UNKNOWN, "")
        return replace(member, id=f"x{number}", known=False, aliases=())

    def _member(self, person: Person, standing: Standing, relation: str) -> Member:
        aliases = [person.alias] if person.alias else []
        nick = NICKNAMES.get(person.forename)
        if nick and not aliases and self.rng.random() < 0.4:
            aliases.append(nick)
        more = numbers.particulars(self.rng, person)
        return Member(
            f"p{person.id}", person, standing, relation, aliases=tuple(aliases), more=more
        )

    def _married(self, member: Member, maiden: str) -> Member:
        former = f"{member.person.forename} {maiden}"
        return replace(member, maiden=maiden, aliases=(*member.aliases, former))

    def _adult(
        self,
        tradition: Tradition,
        sex: Sex,
        surname: str,
        age: int,
        address: str = "",
        forename: str = "",
    ) -> Person:
        forename = forename or self._forename(tradition, sex)
        return self.town.adult(tradition, sex, surname, age, address, forename)

    def _child(self, tradition: Tradition, sex: Sex, surname: str, age: int, home: str) -> Person:
        born = TODAY - timedelta(days=age * 365 + self.rng.randrange(360))
        home = home or self.town.registry.address()
        child = self.town.child(tradition, sex, surname, born, home)
        forename = self._forename(tradition, sex)
        registry = self.town.registry
        return replace(
            child,
            forename=forename,
            alias=names.SHORT_FORMS.get(forename, ""),
            phone=registry.mobile(),
            email=registry.email(forename, surname),
        )

    def _double(self, own: str) -> str:
        return f"{own.split('-')[0]}-{self._surname(names.ENGLISH)}"

    def _forename(self, tradition: Tradition, sex: Sex) -> str:
        return self._free(lambda t: t.forename(self.rng, sex), tradition)

    def _surname(self, tradition: Tradition) -> str:
        return self._free(
            lambda t: self.rng.choice([s for s in t.surnames if "-" not in s]), tradition
        )

    def _free(self, draw: Draw, tradition: Tradition) -> str:
        """Draw until the name is not like anybody's: a chance homonym would spoil the truth."""
        for attempt in range(500):
            name = draw(tradition if attempt < 40 else draw_tradition(self.rng))
            if self._is_free(name):
                return self._taken(name)
        raise ValueError("this town has run out of names")

    def _is_free(self, name: str) -> bool:
        return all(
            OSA.distance(word, used) > 1 and not (len(word) > 3 and used.startswith(word))
            for word in name.casefold().split()
            for used in self.used
        )

    def _taken(self, name: str) -> str:
        self.used.update(name.casefold().split())
        return name
