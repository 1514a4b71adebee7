"""The ways in which papers write a name, a number, a date or an address: from words to words."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from random import Random

from conformance.casefiles.rosters import one_edit
from conformance.northmoor.people import Person

NICKNAMES = {
    "Karen": "Kaz", "Tracey": "Trace", "Michelle": "Shell", "Gemma": "Gem", "Stacey": "Stace",
    "Emily": "Em", "Lauren": "Loz", "Hannah": "Han", "Courtney": "Court", "Charlotte": "Charlie",
    "Dean": "Deano", "Darren": "Daz", "Kevin": "Kev", "Gary": "Gaz", "Callum": "Cal",
    "Tyler": "Ty", "Harry": "Haz", "Alfie": "Alf", "Frank": "Frankie", "Krzysztof": "Krzysiek",
    "Tomasz": "Tomek", "Jakub": "Kuba", "Imran": "Immy", "Abdirahman": "Abdi",
    "Oluwaseun": "Seun", "Temitope": "Temi", "Folasade": "Sade", "Bridget": "Biddy",
    "Declan": "Dec", "Pádraig": "Podge", "Gareth": "Gaz", "Kathleen": "Kath", "Andreea": "Andra",
    "Bethany": "Bethy", "Megan": "Megs", "Joshua": "Josh", "Connor": "Con", "Donna": "Don",
    "Leanne": "Lea", "Wayne": "Wayney", "Craig": "Craigy", "Oliver": "Olly", "Ryan": "Ry",
}  # fmt: skip
"""Short forms that nobody has to have listed."""

OTHERWISE = {
    "Hussain": ("Hussein", "Husain"), "Mahmood": ("Mahmud", "Mehmood"), "Iqbal": ("Eqbal",),
    "Aisha": ("Ayesha", "Aysha"), "Imran": ("Emran",), "Usman": ("Osman", "Uthman"),
    "Bilal": ("Belal",), "Tariq": ("Tarik", "Tareq"), "Hamza": ("Hamzah",),
    "Hassan": ("Hasan",), "Warsame": ("Warsama",), "Abdirahman": ("Abdurahman", "Abdulrahman"),
    "Fadumo": ("Faduma",), "Shabana": ("Shabanah",), "Nadia": ("Nadiya",), "Rohan": ("Rohaan",),
    "Malik": ("Malek",), "Begum": ("Begam",), "Sharma": ("Sarma",), "Mahad": ("Mahaad",),
    "Guled": ("Guuleed",), "Liban": ("Liiban",), "Jama": ("Jaama",), "Zara": ("Zahra",),
}  # fmt: skip
"""The same name written by another ear."""

_READ_AS = {
    "rn": "m",
    "m": "rn",
    "cl": "d",
    "d": "cl",
    "l": "1",
    "i": "l",
    "e": "c",
    "u": "v",
    "o": "0",
}


def typed_wrong(name: str, edits: int, rng: Random) -> str | None:
    """Return a name with one or two letters wrong; None where it is too short for that."""
    words = name.split(" ")
    long = [n for n, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if len(long) < edits and not (long and len(words[long[0]]) >= 8):
        return None
    for n in rng.sample(long, min(edits, len(long))):
        words[n] = one_edit(words[n], rng)
    if len(long) < edits:
        words[long[0]] = one_edit(words[long[0]], rng)
    wrong = " ".join(words)
    return wrong if wrong != name else None


def misread(name: str, rng: Random) -> str | None:
    """Return a name with one letter as a machine misreads it; None where none can be."""
    at = [m for m in re.finditer("rn|cl|[mdlieuo]", name) if m.start()]
    if not at:
        return None
    place = rng.choice(at)
    return name[: place.start()] + _READ_AS[place[0]] + name[place.end() :]


def initials(person: Person, rng: Random) -> str:
    """Return initials, with stops or without."""
    letters = [word[0] for word in (person.forename, person.middle, person.surname) if word]
    return "".join(f"{c}." for c in letters) if rng.random() < 0.5 else "".join(letters)


def plural(surname: str) -> str:
    """Return a family's name: the Marshes, the Bells."""
    return surname + ("es" if surname.endswith(("s", "sh", "ch", "x", "z")) else "s")


def plain(name: str) -> str:
    """Return a name without its accents, as a form without them takes it."""
    letters = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def parted(name: str) -> str:
    """Return a name of which the longest word is parted by a hyphen at the end of a line."""
    words = name.split(" ")
    n = max(range(len(words)), key=lambda n: len(words[n]))
    half = max(2, len(words[n]) // 2)
    words[n] = f"{words[n][:half]}-\n{words[n][half:]}"
    return " ".join(words)


def days(day: date, rng: Random) -> str:
    """Return a date in one of the shapes that papers use."""
    th = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return rng.choice(
        (
            f"{day:%d/%m/%Y}",
            f"{day:%d.%m.%y}",
            f"{day.day} {day:%B %Y}",
            f"{day.day}{th} {day:%B %Y}",
            f"{day:%d-%b-%Y}",
            f"{day:%Y-%m-%d}",
            f"{day.day}/{day.month}/{day:%y}",
        )
    )


def phones(phone: str, rng: Random) -> str:
    """Return a telephone number in one of the shapes that papers use."""
    area, rest = phone.split(" ")
    return rng.choice(
        (
            f"{area} {rest}",
            f"{area}{rest}",
            f"{area}-{rest[:3]}-{rest[3:]}",
            f"+44 {area[1:]} {rest}",
            f"+44{area[1:]}{rest}",
            f"0044 {area[1:]} {rest}",
            f"({area}) {rest}",
            f"+44 (0){area[1:]} {rest}",
            f"{area} {rest[:3]} {rest[3:]}",
            f"{area} {rest}".replace("0", "O", 1),
        )
    )


def numbers(number: str, rng: Random) -> str:
    """Return a number with its spaces, without them, or with hyphens."""
    return rng.choice((number, number.replace(" ", ""), number.replace(" ", "-")))
