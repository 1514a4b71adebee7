"""Numbers that are well formed and belong to nobody, besides those of Northmoor's registry.

Number plates bear 01, which was never a year's sign; districts of postcodes are beyond any that is
used; sort codes begin 00, which no bank has.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

from conformance.northmoor.identifiers import STREETS, nhs_check_digit
from conformance.northmoor.people import Person

_AREAS = ("NE", "SR", "DH", "TS", "YO", "HU", "LS", "BD", "CA", "DL")
_UNITS = "ABDEFGHJLNPQRSTUWXYZ"
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_DIGITS = "0123456789"


def particulars(rng: Random, person: Person) -> Mapping[str, str]:
    """Return what else a person is known by, by kind."""
    return {
        "uln": uln(rng),
        "utr": utr(rng),
        "chi": chi(rng, person.born or date(1980, 1, 1)),
        "passport": _drawn(rng, "123456789", 1) + _drawn(rng, _DIGITS, 8),
        "driving": driving(rng, person),
        "vrm": f"N{_drawn(rng, 'KLMNPRS', 1)}01 {_drawn(rng, _LETTERS, 3)}",
        "bank": f"00-{_drawn(rng, _DIGITS, 2)}-{_drawn(rng, _DIGITS, 2)} {_drawn(rng, _DIGITS, 8)}",
        "handle": f"@{rng.choice(_HANDLES)}_{rng.choice('xoz')}{rng.randrange(3, 99):02d}",
        "url": f"https://www.facebook.example/{rng.choice(_HANDLES)}.{rng.randrange(100, 999)}",
    }


_HANDLES = (
    "seaglass", "lil.gull", "notyourbabe", "northbank", "moonboots", "kipperking", "saltyboi",
    "quaysidequeen", "ropewalk", "tideline",
)  # fmt: skip


def uln(rng: Random) -> str:
    """Return a unique learner number: ten digits, the last one a check digit (LRS)."""
    while True:
        nine = _drawn(rng, "123456789", 1) + _drawn(rng, _DIGITS, 8)
        rest = sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True)) % 11
        if rest:
            return f"{nine}{10 - rest}"


def utr(rng: Random) -> str:
    """Return a unique taxpayer reference: its first digit follows from the other nine (HMRC)."""
    nine = _drawn(rng, _DIGITS, 9)
    weights = (6, 7, 8, 9, 10, 5, 4, 3, 2)
    rest = sum(int(d) * w for d, w in zip(nine, weights, strict=True)) % 11
    return f"{'21987654321'[rest]}{nine}"


def chi(rng: Random, born: date) -> str:
    """Return a Scottish CHI number: the birth, three digits and a check digit."""
    while True:
        nine = f"{born:%d%m%y}{rng.randrange(1000):03d}"
        if (check := nhs_check_digit(nine)) < 10:
            return f"{nine}{check}"


def driving(rng: Random, person: Person) -> str:
    """Return a driving licence number as DVLA forms it."""
    born = person.born or date(1980, 1, 1)
    surname = "".join(c for c in person.surname.upper() if "A" <= c <= "Z")
    month = born.month + (50 if person.sex == "F" else 0)
    initial = person.forename[0] if "A" <= person.forename[0] <= "Z" else "X"
    figures = f"{born.year // 10 % 10}{month:02d}{born.day:02d}{born.year % 10}"
    return f"{surname[:5]:9<5}{figures}{initial}99{_drawn(rng, _LETTERS, 2)}"


def reference(rng: Random) -> tuple[str, str]:
    """Return a reference of a case, the police or a court, and what stands before it."""
    year, serial = rng.randrange(14, 26), rng.randrange(1000, 99_999)
    return rng.choice(
        (
            ("Crime reference", f"NMC/{serial:06d}/{year}"),
            ("URN", f"42NM{serial:05d}{year}"),
            ("Case No", f"NM{year}C{serial % 100_000:05d}"),
            ("Our ref", f"LCS/{serial}/CP"),
            ("PNC ID", f"{year:02d}/{serial:06d}{rng.choice(_LETTERS)}"),
        )
    )


def postcode(rng: Random) -> str:
    """Return a postcode of an area that there is, in a district that there is not."""
    district = f"{rng.choice(_AREAS)}{rng.randrange(80, 99)}"
    return f"{district} {rng.randrange(1, 10)}{_drawn(rng, _UNITS, 2)}"


def address(rng: Random) -> str:
    """Return a home outside of Northmoor, of somebody whom the roster does not list."""
    street = rng.choice([s for s in STREETS if "," not in s])
    town = rng.choice(("Saltby", "Kirk Staithe", "Marsden Quay", "Thornby"))
    return f"{rng.randrange(2, 180)} {street}, {town} {postcode(rng)}"


def decoy(rng: Random) -> str:
    """Return ten digits that are nobody's NHS number: the check digit does not hold."""
    while True:
        ten = _drawn(rng, "12345678", 1) + _drawn(rng, _DIGITS, 9)
        if nhs_check_digit(ten[:9]) != int(ten[9]):
            return ten


def _drawn(rng: Random, signs: str, count: int) -> str:
    return "".join(rng.choice(signs) for _ in range(count))
