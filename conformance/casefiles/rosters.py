"""Rosters as case stores have them: somebody missing, an alias forgotten, a name misspelt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

from recordkeeping.disclosure.people import Person, Roster

_WITHOUT_ALIAS, _WRONG_BIRTH = 0.1, 0.05


def with_people_missing(roster: Roster, rng: Random, share: float = 0.25) -> Roster:
    """Return a roster that lacks this share of everybody but the subject, and all their aliases."""
    others = [person for person in roster.people if person.id != roster.subject]
    gone = {person.id for person in rng.sample(others, round(share * len(others)))}
    return replace(
        roster,
        people=tuple(
            person if person.id == roster.subject else replace(person, aliases=())
            for person in roster.people
            if person.id not in gone
        ),
    )


def with_defects(people: Iterable[Person], subject: str, rng: Random) -> Roster:
    """Return a roster in which an alias in ten is forgotten and a birth in twenty is wrong."""
    return Roster(subject, tuple(p if p.id == subject else _spoiled(p, rng) for p in people))


def _spoiled(person: Person, rng: Random) -> Person:
    aliases = tuple(alias for alias in person.aliases if rng.random() >= _WITHOUT_ALIAS)
    born = person.born
    if born and rng.random() < _WRONG_BIRTH:
        born += timedelta(days=rng.choice((-365, -30, -1, 1, 30)))
    return replace(person, aliases=aliases, born=born)


def misspelt(name: str, rng: Random) -> str:
    """Return a name with one letter of its longest word wrong, lost, doubled or swapped."""
    words = name.split(" ")
    longest = max(range(len(words)), key=lambda n: len(words[n]))
    words[longest] = one_edit(words[longest], rng)
    return " ".join(words)


def one_edit(word: str, rng: Random) -> str:
    """Return a word with one letter inside it typed wrong: its first letter stays."""
    at = rng.randrange(1, len(word) - 1)
    a, b = word[at], word[at + 1]
    edits = [word[:at] + word[at + 1 :], word[:at] + a + word[at:]]
    if a != b and a.isalpha() and b.isalpha():
        edits.append(word[:at] + b + a + word[at + 2 :])
    if a in _BESIDE:
        edits.append(word[:at] + rng.choice(_BESIDE[a]) + word[at + 1 :])
    return rng.choice(edits)


_BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "r": "et", "s": "ad",
    "t": "ry", "u": "yi", "v": "cb", "w": "qe", "y": "tu", "z": "x",
}  # fmt: skip
