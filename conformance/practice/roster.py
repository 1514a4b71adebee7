"""The roster that detectors are given: who is who, with the faults that real ones have."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from conformance.practice.people import Someone, World, shares_home, with_defects
from recordkeeping.disclosure.people import Person, Roster, Standing


@dataclass(frozen=True, slots=True)
class Defects:
    """How large a share of a roster is wrong, and in which way."""

    missing: float = 0.10
    misspelt: float = 0.05
    alias: float = 0.10
    birth: float = 0.05
    professionals: float = 0.0


USUAL = Defects()


def spoil(rng: Random, world: World, defects: Defects) -> None:
    """Decide what the roster of this case leaves out and gets wrong."""
    with_defects(
        rng,
        world,
        missing=defects.missing,
        misspelt=defects.misspelt,
        alias=defects.alias,
        birth=defects.birth,
    )
    for person in world.everybody:
        if person.standing is Standing.PROFESSIONAL:
            person.in_roster = rng.random() >= defects.professionals


def roster(world: World) -> Roster:
    """Return the roster of a case as its store would give it, faults and all."""
    return Roster("subject", tuple(listed(world, p) for p in world.everybody if p.in_roster))


def listed(world: World, person: Someone) -> Person:
    """Return one person as the roster lists them."""
    official = person.standing is Standing.PROFESSIONAL
    return Person(
        id=person.key,
        name=person.roster_name,
        role=person.standing,
        relation=person.relation,
        aliases=_aliases(person),
        born=None if official else person.roster_born,
        identifiers=_identifiers(person),
        addresses=() if official else _addresses(world, person),
        phones=_phones(person),
        emails=(person.email,) if official or len(person.last) % 2 else (),
        policy=person.policy,
        why=person.why,
    )


def _aliases(person: Someone) -> tuple[str, ...]:
    """Return the other names that a store keeps: street names and former surnames."""
    former = f"{person.first} {person.former}" if person.former else ""
    return tuple(name for name in (person.alias, former) if name and person.alias_in_roster)


def _identifiers(person: Someone) -> tuple[tuple[str, str], ...]:
    """Return the numbers that a store keeps: children's fully, of adults' only some."""
    if person.standing is Standing.PROFESSIONAL:
        return ()
    kept = ("nhs", "upn") if person.key.startswith(("sib", "subject")) else ("nhs",)
    return tuple((kind, person.numbers[kind]) for kind in kept)


def _addresses(world: World, person: Someone) -> tuple[str, ...]:
    """Return the address that a store keeps; friends' homes are seldom known to it."""
    if person.key.startswith("friend") and not shares_home(world, person):
        return ()
    return (f"{person.home.line}, {person.home.postcode}",)


def _phones(person: Someone) -> tuple[str, ...]:
    """Return the phones that a store keeps: of officials the office's, never their own."""
    if person.key.startswith(("sib", "cousin", "friend")) and person.key[-1].isdigit():
        return ()
    return (person.phone, person.landline)
