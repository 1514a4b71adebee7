"""Identifiers that are well formed and belong to nobody.

NHS numbers stand in the range 999, kept for testing. National Insurance numbers begin QQ, a
prefix never issued. Telephone numbers are Ofcom's for drama; e-mail is at example.org; the
postcode area NM does not exist, and neither do the streets.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import count
from random import Random

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

STREETS = (
    "Coble Lane", "Staithe Row", "Lanyard Street", "Kittiwake Road", "Ropery Bank", "Saltpan Way",
    "Marram Close", "Beacon Garth", "Herring Hill", "Old Lime Kiln Road", "Cuddy's Rest",
    "Whinstone Terrace", "Fishergate Steps", "Tern Avenue", "Pilot's View", "Gorse Bank",
    "Harold Wood Crescent", "Nelson House, Quay Street", "Grace Darling Mews", "Chapel Wynd",
)  # fmt: skip
"""Some hold a name (Harold, Nelson, Grace): a name inside a street is not a person."""


def nhs_check_digit(nine: str) -> int:
    """Return the modulus 11 check digit for nine digits; 10 means that the number is not used."""
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11


def upn_check_letter(twelve: str) -> str:
    """Return the letter that a pupil number of twelve digits begins with."""
    total = sum(int(digit) * weight for digit, weight in zip(twelve, range(2, 14), strict=True))
    return UPN_LETTERS[total % 23]


class Registry:
    """Gives out identifiers, each once."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._nhs = count(rng.randrange(100_000, 400_000))
        self._pupils = count(1)
        self._phones = count()
        self._doors = count(1)
        self._given: set[str] = set()

    def nhs(self) -> str:
        """Return the next NHS number of the test range, spaced as on a letter."""
        while (check := nhs_check_digit(nine := f"999{next(self._nhs):06d}")) == 10:
            pass
        return f"999 {nine[3:6]} {nine[6:]}{check}"

    def upn(self, born: date) -> str:
        """Return a pupil number: check letter, authority 999 (none), school, year, serial."""
        pupil = next(self._pupils)
        digits = f"999{4000 + pupil % 40:04d}{(born.year + 5) % 100:02d}{pupil % 1000:03d}"
        return upn_check_letter(digits) + digits

    def nino(self) -> str:
        """Return a National Insurance number of a form that is never issued."""
        number = f"{self._rng.randrange(1_000_000):06d}"
        return f"QQ {number[:2]} {number[2:4]} {number[4:]} {self._rng.choice('ABCD')}"

    def landline(self) -> str:
        """Return a landline number for drama; after a thousand they begin again."""
        return f"01632 960{next(self._phones) % 1000:03d}"

    def mobile(self) -> str:
        """Return a mobile number for drama; after a thousand they begin again."""
        return f"07700 900{next(self._phones) % 1000:03d}"

    def address(self) -> str:
        """Return a home in Northmoor where nobody else of the council lives."""
        door, street = next(self._doors), self._rng.choice(STREETS)
        unit = f"{self._rng.choice('ABDEFGHJLN')}{self._rng.choice('PQRSTUWXYZ')}"
        postcode = f"NM{self._rng.randrange(1, 10)} {self._rng.randrange(1, 10)}{unit}"
        return f"{door % 180 + 1} {street}, Northmoor {postcode}"

    def email(self, forename: str, surname: str, domain: str = "example.org") -> str:
        """Return a mailbox that nobody has."""
        # ł and Ł are letters of their own: no decomposition takes their stroke away.
        plain = unicodedata.normalize("NFKD", f"{forename}.{surname}".lower().replace("ł", "l"))
        stem = "".join(c for c in plain if c.isascii() and (c.isalnum() or c in ".-"))
        for number in count(1):
            mailbox = f"{stem}{number if number > 1 else ''}@{domain}"
            if mailbox not in self._given:
                break
        self._given.add(mailbox)
        return mailbox
