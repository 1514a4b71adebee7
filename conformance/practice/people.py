"""The people of a made-up case: a family, those around it, and those whom no roster lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from conformance.practice import numbers
from conformance.practice.numbers import Address
from conformance.practice.stock import STOCK, Stock
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Standing

FAMILY = (
    # key, sex, relation, surname of, years older than the subject
    ("mother", "f", "mother", "mother", 24),
    ("father", "m", "father", "paternal", 27),
    ("step", "m", "mother's partner", "own", 30),
    ("sib1", "?", "sibling", "subject", 2),
    ("sib2", "?", "half-sibling", "step", -3),
    ("sib3", "?", "sibling", "subject", 5),
    ("sib4", "?", "half-sibling", "step", -6),
    ("mgm", "f", "maternal grandmother", "maternal", 48),
    ("mgf", "m", "maternal grandfather", "maternal", 51),
    ("pgm", "f", "paternal grandmother", "paternal", 50),
    ("pgf", "m", "paternal grandfather", "paternal", 53),
    ("aunt", "f", "maternal aunt", "maternal", 21),
    ("uncle", "m", "paternal uncle", "paternal", 30),
    ("cousin", "?", "cousin", "paternal", 1),
    ("cousin2", "?", "cousin", "maternal", -1),
    ("carer1", "f", "foster carer", "carer", 38),
    ("carer2", "m", "foster carer", "carer", 41),
    ("friend1", "?", "friend", "friend", 0),
    ("friend1mum", "f", "friend's mother", "friend", 25),
    ("friend2", "?", "friend", "friend2", 0),
    ("friend2dad", "m", "friend's father", "friend2", 29),
    ("perp", "m", "alleged perpetrator", "own", 19),
    ("neighbour", "?", "neighbour, referrer in confidence", "own", 35),
)

PROFESSIONALS = (
    # key, sex, job, short, organisation, always there
    ("sw", "?", "Social Worker", "SW", "Children's Services", True),
    ("manager", "?", "Team Manager", "TM", "Children's Services", True),
    ("teacher", "?", "Class Teacher", "CT", "school", True),
    ("hv", "f", "Health Visitor", "HV", "Community Health", True),
    ("gp", "?", "General Practitioner", "GP", "the surgery", True),
    ("pc", "?", "Detective Constable", "DC", "the Police", True),
    ("iro", "?", "Independent Reviewing Officer", "IRO", "Children's Services", True),
    ("nurse", "f", "School Nurse", "SN", "Community Health", True),
    ("head", "?", "Headteacher", "HT", "school", False),
    ("lawyer", "?", "Solicitor", "Sol", "Legal Services", False),
    ("psych", "?", "Clinical Psychologist", "CAMHS", "the NHS Trust", False),
    ("fsw", "?", "Family Support Worker", "FSW", "Early Help", False),
)
STANDS_IN = {"head": "teacher", "lawyer": "manager", "psych": "gp", "fsw": "sw"}

NOWHERE = Address("", "", "", "", "")

TRAITS = ("accent", "translit", "double", "word", "abbrev")
BEARERS = ("friend2", "friend1mum", "friend2dad", "neighbour", "perp", "step")


@dataclass(slots=True)
class Someone:
    """A person of a case as they really are; what the roster says of them may differ."""

    key: str
    first: str
    last: str
    sex: str
    standing: Standing
    relation: str
    middle: str = ""
    title: str = ""
    job: str = ""
    office: str = ""
    former: str = ""
    alias: str = ""
    pet: str = ""
    other_spelling: str = ""
    born: date = date(2000, 1, 1)
    home: Address = NOWHERE
    phone: str = ""
    landline: str = ""
    private: str = ""
    email: str = ""
    handle: str = ""
    numbers: dict[str, str] = field(default_factory=dict)
    policy: Propose | None = None
    why: str = ""
    in_roster: bool = True
    alias_in_roster: bool = True
    roster_name: str = ""
    roster_born: date | None = None

    @property
    def name(self) -> str:
        """Return first name and surname."""
        return f"{self.first} {self.last}"


@dataclass(slots=True)
class World:
    """One case's people by key, and the places around them."""

    people: dict[str, Someone]
    keys: dict[str, str]
    places: dict[str, str]
    today: date
    same_name: bool = False
    near_name: bool = False
    two_roles: bool = False

    def who(self, key: str) -> Someone:
        """Return the person whom a template calls by this key."""
        return self.people[self.keys.get(key, key)]

    @property
    def subject(self) -> Someone:
        """Return the person whose file it is."""
        return self.people["subject"]

    @property
    def everybody(self) -> Iterable[Someone]:
        """Return everybody, in the order of their making."""
        return self.people.values()


@dataclass(slots=True)
class _Names:
    """Draws names, no first name twice in one case, and none of anybody well known."""

    rng: Random
    stock: Stock
    taken: set[str] = field(default_factory=set)

    def surname(self, tradition: str) -> str:
        """Draw a surname of a tradition."""
        return self.rng.choice(self.stock.surnames(tradition))

    def first(self, tradition: str, sex: str, last: str) -> str:
        """Draw a first name that nobody in this case has yet."""
        for _ in range(60):
            name = self.rng.choice(self.stock.first_names(tradition, sex))
            if self.may(name, last):
                return self.take(name)
            tradition = self.stock.a_tradition(self.rng)
        raise ValueError("no first name is left")

    def may(self, first: str, last: str) -> bool:
        """Say whether a name is free, and nobody's who is known to many."""
        return (
            first.casefold() not in self.taken and f"{first} {last}" not in self.stock.real_people
        )

    def take(self, first: str) -> str:
        """Keep a first name from being drawn again."""
        self.taken |= {first.casefold(), self.stock.pets.get(first, first).casefold()}
        return first


def world(
    rng: Random,
    stock: Stock = STOCK,
    latest: date = date(2023, 9, 1),
    strangers: tuple[int, int] = (5, 10),
) -> World:
    """Draw everybody of one case from a stock of names, with homonyms on purpose.

    The case is seen within the four years before `latest`; as many `strangers` as from the first
    to the second are in no roster.
    """
    draw = _Names(rng, stock)
    people: dict[str, Someone] = {}
    _family(rng, draw, people)
    _traits(rng, draw, people)
    _professionals(rng, draw, people)
    count = _strangers(rng, draw, people, rng.randint(*strangers))
    made = World(people, _keys(people, count), {}, latest - _days(rng, 0, 1400))
    made.places.update(_places(rng, stock, people))
    _homonyms(rng, made, stock)
    for person in made.everybody:
        _lives(rng, made, person, stock)
        _reached(rng, made, person)
    _particulars(rng, made, stock)
    return made


def _days(rng: Random, least: int, most: int) -> timedelta:
    return timedelta(days=rng.randint(least, most))


def _surnames(rng: Random, draw: _Names) -> tuple[dict[str, str], dict[str, str]]:
    """Draw the surnames of both sides, and the tradition that each comes from."""
    traditions = {
        side: draw.stock.a_tradition(rng)
        for side in ("paternal", "maternal", "step", "carer", "friend", "friend2")
    }
    last = {side: draw.surname(tradition) for side, tradition in traditions.items()}
    married = rng.random() < 0.5
    last["mother"] = last["paternal"] if married else last["maternal"]
    last["subject"] = last["paternal"] if married or rng.random() < 0.4 else last["maternal"]
    if not married and rng.random() < 0.2 and " " not in last["maternal"] + last["paternal"]:
        last["subject"] = f"{last['maternal']}-{last['paternal']}"
    traditions |= {"mother": traditions["maternal"], "subject": traditions["paternal"]}
    return last, traditions


def _family(rng: Random, draw: _Names, people: dict[str, Someone]) -> None:
    last, traditions = _surnames(rng, draw)
    sex = rng.choice("fm")
    first = _subject_name(rng, draw, sex, last["subject"])
    people["subject"] = Someone("subject", first, last["subject"], sex, Standing.SUBJECT, "subject")
    siblings = rng.choice((1, 2, 2, 3, 4))
    for key, its_sex, relation, side, _ in FAMILY:
        if key.startswith("sib") and int(key[3]) > siblings:
            continue
        sex = rng.choice("fm") if its_sex == "?" else its_sex
        tradition = traditions.get(side) or draw.stock.a_tradition(rng)
        surname = last.get(side) or draw.surname(tradition)
        young = key.startswith(("sib", "cousin", "friend")) and len(key) <= 7
        first = draw.first("young" if young and rng.random() < 0.4 else tradition, sex, surname)
        people[key] = Someone(key, first, surname, sex, Standing.THIRD_PARTY, relation)
    if people["mother"].last != last["maternal"]:
        people["mother"].former = last["maternal"]
    people["carer1"].former = draw.surname(draw.stock.a_tradition(rng))
    people["pgm"].former = draw.surname(traditions["paternal"])


def _subject_name(rng: Random, draw: _Names, sex: str, last: str) -> str:
    for _ in range(20):
        first = rng.choice(
            draw.stock.first_names(rng.choice(("young", "young", "plain", "north")), sex)
        )
        if first in draw.stock.pets and draw.may(first, last):
            return draw.take(first)
    return draw.take(first)


def _traits(rng: Random, draw: _Names, people: dict[str, Someone]) -> None:
    """Give five of those around the family names that are hard in five ways."""
    tables = {"accent": draw.stock.accented, "double": draw.stock.doubled, "word": draw.stock.words}
    tables["abbrev"] = draw.stock.abbreviated
    for trait, key in zip(TRAITS, rng.sample(BEARERS, len(TRAITS)), strict=True):
        person = people[key]
        if trait == "translit":
            full, person.other_spelling = rng.choice(draw.stock.transliterated[person.sex])
        else:
            full = rng.choice(tables[trait][person.sex])
        person.first, person.last = full.split(" ", 1)
        draw.take(person.first)
        person.job = trait
    for key in rng.sample(("aunt", "cousin", "uncle", "mgm"), 2):
        if rng.random() < 0.5:
            first = rng.choice(draw.stock.place_named[people[key].sex])
            if draw.may(first, people[key].last):
                people[key].first = draw.take(first)


def _professionals(rng: Random, draw: _Names, people: dict[str, Someone]) -> None:
    for key, its_sex, job, short, office, always in PROFESSIONALS:
        if not always and rng.random() < 0.3:
            continue
        sex = rng.choice("ffm") if its_sex == "?" else its_sex
        tradition = draw.stock.a_tradition(rng)
        last = draw.surname(tradition)
        person = Someone(
            key, draw.first(tradition, sex, last), last, sex, Standing.PROFESSIONAL, job
        )
        person.job, person.office, person.relation = short, office, job
        people[key] = person


def _strangers(rng: Random, draw: _Names, people: dict[str, Someone], count: int) -> int:
    """Add those whom no roster lists: women and girls have odd numbers, men and boys even ones."""
    for at in range(1, count + 1):
        sex = "f" if at % 2 else "m"
        tradition = draw.stock.a_tradition(rng)
        last = draw.surname(tradition)
        key = f"x{at}"
        person = Someone(key, draw.first(tradition, sex, last), last, sex, Standing.THIRD_PARTY, "")
        person.in_roster = False
        people[key] = person
    return count


def _keys(people: dict[str, Someone], strangers: int) -> dict[str, str]:
    keys = {key: stand_in for key, stand_in in STANDS_IN.items() if key not in people}
    keys |= {f"x{at}": f"x{at - 4 if at - 4 <= strangers else at - 6}"
             for at in range(strangers + 1, 11)}  # fmt: skip
    for key, stand_in in (("sib2", "cousin"), ("sib3", "cousin2"), ("sib4", "cousin2")):
        if key not in people:
            keys[key] = stand_in
    for person in people.values():
        if person.job in TRAITS:
            keys[person.job], person.job = person.key, ""
    return keys


def _places(rng: Random, stock: Stock, people: dict[str, Someone]) -> dict[str, str]:
    """Draw the places of a case; one school may be called after somebody in the file."""
    lent = rng.choice([people["aunt"].first, people["cousin"].first, people["mgf"].last])
    schools = [*stock.schools, f"The {lent} Centre"]
    school, other = rng.sample(schools, 2)
    drawn = {kind: rng.choice(words) for kind, words in stock.places.items()}
    return {"school": school, "other_school": other, **drawn}


def _homonyms(rng: Random, made: World, stock: Stock) -> None:
    """Let people share names on purpose, in the shares that real files show."""
    people, subject = made.people, made.subject
    of_his_father = f"{subject.first} {people['father'].last}"
    if rng.random() < 0.3 and subject.sex == "m" and of_his_father not in stock.real_people:
        subject.last = people["father"].last
        people["father"].first, made.same_name = subject.first, True
    elif rng.random() < 0.4:
        _near_names(rng, made, stock)
    if rng.random() < 0.22:
        namesake = people[rng.choice(("sw", "teacher", "gp", "pc"))]
        if f"{namesake.first} {people['mother'].last}" not in stock.real_people:
            namesake.last = people["mother"].last
    elif rng.random() < 0.2:
        namesake = people[rng.choice(("sw", "teacher", "hv"))]
        if f"{people['aunt'].first} {namesake.last}" not in stock.real_people:
            namesake.first = people["aunt"].first
    if rng.random() < 0.35:
        nurse, aunt = people["nurse"], people["aunt"]
        nurse.first, nurse.last, made.two_roles = aunt.first, aunt.last, True


def _near_names(rng: Random, made: World, stock: Stock) -> None:
    taken = {p.first for p in made.everybody}
    sex = made.subject.sex
    pairs = [p for p in stock.near if stock.near_sex.get(p[0], "m") == sex and not taken & set(p)]
    if pairs:
        made.subject.first, made.people["sib1"].first = rng.choice(pairs)
        made.people["sib1"].sex, made.near_name = sex, True


def _lives(rng: Random, made: World, person: Someone, stock: Stock) -> None:
    """Give a person a birth date, a home, and ways to reach them."""
    ages = {key: years for key, _, _, _, years in FAMILY}
    older = ages.get(person.key, rng.randint(-1, 40) if person.key.startswith("x") else 32)
    age = rng.choice((4, 7, 10, 12, 14, 15, 16)) if person is made.subject else 0
    start = made.today - timedelta(days=365 * age + rng.randint(20, 340))
    if person is not made.subject:
        start = made.subject.born - timedelta(days=365 * older + rng.randint(1, 360))
    person.born = min(start, made.today - timedelta(days=40))
    person.pet = stock.pets.get(person.first, "")
    person.title = _title(rng, person)
    person.middle = rng.choice(stock.first_names(rng.choice(("plain", "south")), person.sex))
    person.home = numbers.address(rng, stock.ground)
    person.handle = _handle(rng, person)
    person.email = _email(rng, person, stock)


def _reached(rng: Random, made: World, person: Someone) -> None:
    """Give a person phones that nobody else of the case has."""
    taken = {n for p in made.everybody for n in (p.phone, p.private, p.landline)}
    person.phone, person.private = _fresh(rng, taken), _fresh(rng, taken)
    person.landline = next(n for n in iter(lambda: numbers.landline(rng), "") if n not in taken)


def _fresh(rng: Random, taken: set[str]) -> str:
    mobile = next(n for n in iter(lambda: numbers.mobile(rng), "") if n not in taken)
    taken.add(mobile)
    return mobile


def _title(rng: Random, person: Someone) -> str:
    if person.key in ("gp", "psych"):
        return "Dr"
    if person.key == "pc":
        return rng.choice(("DC", "PC", "DS"))
    return "Mr" if person.sex == "m" else rng.choice(("Mrs", "Ms", "Miss", "Mrs"))


def unaccented(name: str) -> str:
    """Return a name as somebody types it whose keyboard has English letters alone."""
    letters = unicodedata.normalize("NFD", name.translate(STROKED))
    return "".join(c for c in letters if not unicodedata.combining(c))


STROKED = str.maketrans("łŁøØđıß", "lLoOdis")


def plain(name: str) -> str:
    """Return a name in small letters of the English alphabet, as addresses have it."""
    return "".join(c for c in unaccented(name).casefold() if "a" <= c <= "z")


def _handle(rng: Random, person: Someone) -> str:
    first, last = plain(person.first), plain(person.last)
    return "@" + rng.choice(
        (f"{first}_{last[:3]}x", f"{first}{person.born.year % 100:02d}", f"its.{first}.{last[0]}",
         f"xx{first}xx", f"{last}_{first[0]}")
    )  # fmt: skip


def _email(rng: Random, person: Someone, stock: Stock) -> str:
    first, last = plain(person.first), plain(person.last)
    if person.standing is Standing.PROFESSIONAL:
        return f"{first}.{last}@{rng.choice(('', 'schools.', 'nhs.'))}{stock.council}"
    local = rng.choice(
        (f"{first}.{last}", f"{first}{last}{person.born.year % 100:02d}", f"{first[0]}{last}",
         f"{last}{first}", f"{first}_{last[0]}{rng.randint(1, 99)}")
    )  # fmt: skip
    return f"{local}@{rng.choice(stock.mails)}"


def _particulars(rng: Random, made: World, stock: Stock) -> None:
    """Give everybody their identifiers, and the household one home."""
    taken: set[str] = set()
    for person in made.everybody:
        person.numbers = _numbers(rng, person)
        while taken & set(person.numbers.values()):
            person.numbers = _numbers(rng, person)
        taken |= set(person.numbers.values())
    home = made.subject.home
    for key in ("mother", "sib1", "sib2", "sib4"):
        made.who(key).home = home
    made.who("mother").landline = made.subject.landline
    made.who("carer2").home = made.who("carer1").home
    made.who("mgf").home = made.who("mgm").home
    made.who("friend1").home = made.who("friend1mum").home
    _known_as(rng, made, stock)
    late = made.people["pgf"]
    late.policy, late.why = Propose.SHOW, "died before the request was made"
    if rng.random() < 0.2:
        willing = made.people[rng.choice(("mother", "mgm", "carer1"))]
        willing.policy, willing.why = Propose.SHOW, "consented in writing"
    neighbour = made.people["neighbour"]
    neighbour.policy, neighbour.why = Propose.REDACT, "spoke in confidence"


def _numbers(rng: Random, person: Someone) -> dict[str, str]:
    return {
        "nhs": numbers.nhs(rng),
        "upn": numbers.upn(rng, person.born.year + 5),
        "nino": numbers.nino(rng),
        "vrm": numbers.vrm(rng),
        "bank": numbers.bank(rng),
        "police": numbers.police_reference(rng),
        "passport": numbers.passport(rng),
        "uln": numbers.uln(rng),
        "utr": numbers.utr(rng),
        "chi": numbers.chi(rng, person.born, person.sex),
        "driving": numbers.driving(rng, _latin(person), person.born, person.sex),
    }


def _latin(person: Someone) -> tuple[str, str]:
    return plain(person.first), plain(person.last)


def _known_as(rng: Random, made: World, stock: Stock) -> None:
    """Give some people a name that only a list can tell, beside their own."""
    street = list(stock.called)
    rng.shuffle(street)
    for key in ("step", "sib1", "perp", "mgm", "friend1"):
        made.people[key].alias = street.pop()
    made.subject.alias = made.subject.pet or street.pop()


def with_defects(
    rng: Random, made: World, *, missing: float, misspelt: float, alias: float, birth: float
) -> None:
    """Decide who is missing from the roster, and what it says wrongly of the others."""
    bound = {"subject", "pgf", "neighbour"}
    for person in made.everybody:
        person.roster_name, person.roster_born = person.name, person.born
        if person.standing is not Standing.THIRD_PARTY or not person.in_roster:
            continue
        if person.key not in bound and person.policy is None:
            person.in_roster = rng.random() >= missing
        if person.in_roster and rng.random() < misspelt:
            person.roster_name = f"{misspell(rng, person.first)} {person.last}"
        person.alias_in_roster = rng.random() >= alias
        if rng.random() < birth:
            person.roster_born = replace_day(person.born)


def replace_day(day: date) -> date:
    """Return a birth date as a slip of the pen has it: day and month changed over, or ten years."""
    if day.day <= 12 and day.day != day.month:
        return day.replace(day=day.month, month=day.day)
    return day.replace(year=day.year - 10, day=min(day.day, 28))


def misspell(rng: Random, word: str) -> str:
    """Return a word with one slip: a letter left out, doubled, changed over or hit beside."""
    if len(word) < 3:
        return word + word[-1]
    at = rng.randrange(1, len(word) - 1)
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + rng.choice("aeionrst") + word[at + 1 :],
    )
    slip = rng.choice(slips)
    return slip if slip != word else word[:at] + word[at] + word[at:]


def shares_home(made: World, person: Someone) -> bool:
    """Say whether a person lives where the subject does."""
    return person.home == made.subject.home
