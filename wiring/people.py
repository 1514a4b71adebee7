"""`people.yaml`: who is who in a file. Every fault is told at once, by key, never by value."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from wiring.yaml_files import lines_of_keys, read_yaml

_FILE_KEYS = {"subject", "people"}
_PERSON_KEYS = {
    "id", "name", "role", "relation", "aliases", "born", "identifiers", "addresses", "phones",
    "emails", "policy", "why",
}  # fmt: skip
_ROLES, _POLICIES = ", ".join(Standing), ", ".join(Propose)
LOOKS = "write {subject: p1, people: [{id: p1, name: …}, {id: p2, name: …, relation: father}]}"


class _Faults:
    """Collects what is wrong, each under its key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = path.name
        self.all: list[Fault] = []

    def tell(self, key: str, because: str) -> None:
        self.all.append(Fault(f"{self.file}:{key}", because))


def load_people(path: Path) -> Roster:
    """Return the roster that a file describes, or raise `Misconfigured` with every fault."""
    faults = _Faults(path)
    given = read_yaml(path)
    if not isinstance(given, Mapping):
        raise Misconfigured([Fault(path.name, f"holds no keys; {LOOKS}")])
    _unknown_keys(given, _FILE_KEYS, (), faults)
    subject = _text(given, "subject", "", faults, needed=True)
    entries = given.get("people")
    if not isinstance(entries, list) or not entries:
        faults.tell("people", f"is no list of people; {LOOKS}")
        entries = []
    people = [_person(entry, n, subject, faults) for n, entry in enumerate(entries)]
    for id, times in Counter(person.id for person in people if person.id).items():
        if times > 1:
            numbers = [n for n, person in enumerate(people) if person.id == id]
            faults.tell(f"people[{numbers[-1]}].id", "is the id of somebody before")
    if subject and entries and subject not in {person.id for person in people}:
        faults.tell("subject", "is the id of nobody in people")
    if faults.all:
        raise Misconfigured(faults.all)
    return Roster(subject, tuple(people))


def _person(given: object, number: int, subject: str, faults: _Faults) -> Person:
    key = f"people[{number}]"
    if not isinstance(given, Mapping):
        faults.tell(key, "is no person; write {id: p2, name: …}")
        return Person("", "")
    _unknown_keys(given, _PERSON_KEYS, ("people", number), faults)
    id = _text(given, "id", f"{key}.", faults, needed=True)
    return Person(
        id=id,
        name=_text(given, "name", f"{key}.", faults, needed=True),
        role=_role(given, key, id == subject, faults),
        relation=_text(given, "relation", f"{key}.", faults),
        born=_born(given, key, faults),
        identifiers=_identifiers(given, key, faults),
        aliases=_texts(given, "aliases", key, faults),
        addresses=_texts(given, "addresses", key, faults),
        phones=_texts(given, "phones", key, faults),
        emails=_texts(given, "emails", key, faults),
        policy=_policy(given, key, faults),
        why=_text(given, "why", f"{key}.", faults),
    )


def _unknown_keys(
    given: Mapping[object, object],
    known: set[str],
    where: tuple[int | str, ...],
    faults: _Faults,
) -> None:
    for number, name in enumerate(given, start=1):
        if name in known:
            continue
        # The key itself may be a name that slipped out of its place: it is not repeated.
        line = lines_of_keys(faults.path).get(where, {}).get(str(name))
        near = get_close_matches(str(name).lower(), sorted(known), n=1, cutoff=0.7)
        meant = f"perhaps {near[0]} is meant; " if near else ""
        whose = f"people[{where[1]}]" if where else "the file"
        faults.tell(
            f"line {line}" if line else whose.removeprefix("the "),
            f"the {_nth(number)} key of {whose} is not known; {meant}"
            f"known are {', '.join(sorted(known))}",
        )


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _text(
    given: Mapping[object, object], key: str, prefix: str, faults: _Faults, *, needed: bool = False
) -> str:
    value = given.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    if needed or value is not None:
        faults.tell(f"{prefix}{key}", "is missing" if value is None else _no_text(value))
    return ""


def _no_text(value: object) -> str:
    return "is empty" if isinstance(value, str) else "is no text; quote it"


def _texts(
    given: Mapping[object, object], key: str, person: str, faults: _Faults
) -> tuple[str, ...]:
    values = given.get(key, [])
    if not isinstance(values, list):
        faults.tell(f"{person}.{key}", "is no list")
        return ()
    for number, value in enumerate(values):
        if not isinstance(value, str) or not value.strip():
            faults.tell(f"{person}.{key}[{number}]", _no_text(value))
    return tuple(value.strip() for value in values if isinstance(value, str) and value.strip())


def _role(given: Mapping[object, object], key: str, is_subject: bool, faults: _Faults) -> Standing:
    usual = Standing.SUBJECT if is_subject else Standing.THIRD_PARTY
    value = given.get("role", usual.value)
    if value not in list(Standing):
        faults.tell(f"{key}.role", f"is none of {_ROLES}")
        return usual
    role = Standing(str(value))
    if (role is Standing.SUBJECT) is not is_subject:
        faults.tell(f"{key}.role", "does not agree with `subject`")
    return role


def _policy(given: Mapping[object, object], key: str, faults: _Faults) -> Propose | None:
    value = given.get("policy")
    if value is None or value in list(Propose):
        return Propose(str(value)) if value else None
    faults.tell(f"{key}.policy", f"is none of {_POLICIES}")
    return None


def _born(given: Mapping[object, object], key: str, faults: _Faults) -> datetime.date | None:
    value = given.get("born")
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    elif value is None:
        return None
    faults.tell(f"{key}.born", "is no day; write it as 2001-03-15")
    return None


def _identifiers(
    given: Mapping[object, object], key: str, faults: _Faults
) -> tuple[tuple[str, str], ...]:
    values = given.get("identifiers", {})
    if not isinstance(values, Mapping):
        faults.tell(f"{key}.identifiers", "is no list of kinds and numbers")
        return ()
    out = []
    for kind, value in values.items():
        if not isinstance(kind, str) or not isinstance(value, str) or not value.strip():
            # Unquoted, 0123 is read as an octal number.
            faults.tell(f"{key}.identifiers", f"holds a number that {_no_text(value)}")
        else:
            out.append((kind, value.strip()))
    return tuple(out)
