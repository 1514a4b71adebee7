"""Identifiers that look real and belong to nobody: right check digits, numbers kept for drama."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

DRAMA = (
    ("020", "7946 0"), ("0113", "496 0"), ("0114", "496 0"), ("0115", "496 0"), ("0116", "496 0"),
    ("0117", "496 0"), ("0121", "496 0"), ("0131", "496 0"), ("0141", "496 0"), ("0151", "496 0"),
    ("0161", "496 0"), ("0191", "498 0"), ("029", "2018 0"), ("01632", "960"),
)  # fmt: skip
"""Area codes and the beginnings of numbers that Ofcom keeps for drama; three digits follow."""

UNITS = "ABDEFGHJLNPQRSTUWXYZ"
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Ground:
    """What addresses are made of: towns with their postcode areas, and what streets are called."""

    towns: tuple[tuple[str, str], ...]
    streets: tuple[str, ...]
    ways: tuple[str, ...]
    localities: tuple[str, ...]
    flats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives: an invented street in a real town."""

    house: str
    street: str
    locality: str
    town: str
    postcode: str

    @property
    def line(self) -> str:
        """Return house, street and town on one line, without the postcode."""
        return ", ".join(p for p in (f"{self.house} {self.street}", self.locality, self.town) if p)

    @property
    def short(self) -> str:
        """Return house and street alone."""
        return f"{self.house} {self.street}"


def address(rng: Random, ground: Ground) -> Address:
    """Draw an address of a real postcode area with an invented unit."""
    town, area = rng.choice(ground.towns)
    house = str(rng.randint(1, 240))
    if rng.random() < 0.25:
        house = (
            rng.choice(ground.flats) + house if rng.random() < 0.5 else house + rng.choice("abc")
        )
    street = f"{rng.choice(ground.streets)} {rng.choice(ground.ways)}"
    locality = rng.choice(ground.localities) if rng.random() < 0.5 else ""
    unit = f"{rng.randint(1, 9)}{rng.choice(UNITS)}{rng.choice(UNITS)}"
    return Address(house, street, locality, town, f"{area}{rng.randint(1, 21)} {unit}")


def nhs_check(nine: str) -> int:
    """Return the check digit of nine digits; 10 means that there is none."""
    return (11 - sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True)) % 11) % 11


def nhs(rng: Random) -> str:
    """Draw an NHS number of the range that is never given to a patient."""
    while True:
        nine = f"999{rng.randint(0, 999999):06d}"
        if (digit := nhs_check(nine)) < 10:
            return f"{nine}{digit}"


def wrong_nhs(number: str) -> str:
    """Return the number with a check digit that does not hold."""
    return number[:9] + str((int(number[9]) + 3) % 10)


def ten_digits(rng: Random) -> str:
    """Draw ten digits that are no NHS number: an order, a ticket, a meter."""
    while True:
        ten = str(rng.randint(1_000_000_000, 8_999_999_999))
        if nhs_check(ten[:9]) != int(ten[9]):
            return ten


def upn_letter(twelve: str) -> str:
    """Return the check letter of a pupil number's twelve digits."""
    return UPN_LETTERS[sum(int(d) * w for d, w in zip(twelve, range(2, 14), strict=True)) % 23]


def upn(rng: Random, year: int) -> str:
    """Draw a pupil number of a school that cannot be: its number begins with 0."""
    twelve = f"{rng.randint(301, 938)}0{rng.randint(1, 999):03d}{year % 100:02d}"
    twelve += f"{rng.randint(1, 999):03d}"
    return upn_letter(twelve) + twelve


def uln(rng: Random) -> str:
    """Draw a learner number; it is never a right NHS number too."""
    while True:
        nine = f"99{rng.randint(0, 9999999):07d}"
        rest = sum(int(d) * w for d, w in zip(nine, range(10, 1, -1), strict=True)) % 11
        if rest and nhs_check(nine) != 10 - rest:
            return f"{nine}{10 - rest}"


def utr(rng: Random) -> str:
    """Draw a taxpayer reference; its first digit is its check."""
    nine = f"{rng.randint(0, 999999999):09d}"
    return utr_check(nine) + nine


def utr_check(nine: str) -> str:
    """Return the digit that stands before the nine others of a taxpayer reference."""
    weights = (6, 7, 8, 9, 10, 5, 4, 3, 2)
    return "21987654321"[sum(int(d) * w for d, w in zip(nine, weights, strict=True)) % 11]


def chi(rng: Random, born: date, sex: str) -> str:
    """Draw a Scottish health number: birth date, two digits, one odd for men, and a check."""
    while True:
        odd = rng.choice("13579" if sex == "m" else "02468")
        nine = f"{born:%d%m%y}{rng.randint(0, 99):02d}{odd}"
        if (digit := nhs_check(nine)) < 10:
            return f"{nine}{digit}"


def driving(rng: Random, name: tuple[str, str], born: date, sex: str) -> str:
    """Return a driving licence number of a name and a birth date."""
    first, last = name
    month = born.month + (50 if sex == "f" else 0)
    tail = "".join(rng.choice(UNITS) for _ in range(2))
    decade, year = divmod(born.year % 100, 10)
    number = f"{last:9<5.5}{decade}{month:02d}{born.day:02d}{year}{first[0]}99{tail}"
    return number.upper()


def nino(rng: Random) -> str:
    """Draw a national insurance number of a right form."""
    prefix = rng.choice(("JX", "WZ", "LY", "RW", "PX", "SZ", "NR", "HE", "YB", "ZT"))
    return f"{prefix}{rng.randint(0, 999999):06d}{rng.choice('ABCD')}"


def vrm(rng: Random) -> str:
    """Draw a vehicle's registration of the form in use since 2001."""
    area = rng.choice(("YK", "MX", "LD", "BV", "NG", "FP", "WU", "CE"))
    tail = "".join(rng.choice(UNITS) for _ in range(3))
    return f"{area}{rng.choice((9, 12, 15, 58, 64, 66, 71)):02d} {tail}"


def bank(rng: Random) -> str:
    """Draw a sort code and an account number of a sort code that no bank has."""
    return f"00-{rng.randint(0, 99):02d}-{rng.randint(0, 99):02d} {rng.randint(0, 99999999):08d}"


def police_reference(rng: Random) -> str:
    """Draw an incident or crime reference as one of four forces would write it."""
    year = rng.randint(17, 23)
    return rng.choice(
        (
            f"13{year}0{rng.randint(100000, 999999)}",
            f"42/{rng.randint(1000, 99999)}/{year}",
            f"URN {rng.randint(100, 999)} of {rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}",
            f"CRI-{rng.randint(10000, 99999)}-{year}",
        )
    )


def mobile(rng: Random) -> str:
    """Draw a mobile number kept for drama, digits only."""
    return f"07700900{rng.randint(0, 999):03d}"


def landline(rng: Random) -> str:
    """Draw a landline kept for drama: the area code, a space, the rest."""
    code, rest = rng.choice(DRAMA)
    return f"{code} {rest}{rng.randint(0, 999):03d}"


def passport(rng: Random) -> str:
    """Draw a passport number of nine digits in a range that is not in use."""
    return f"0{rng.randint(10_000_000, 99_999_999)}"
