"""The ways of writing numbers, dates, addresses and other particulars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

from conformance.practice import numbers
from conformance.practice.people import Someone


class Told(NamedTuple):
    """A particular as written, with its kind and the number of its phenomenon."""

    words: str
    kind: str
    number: int
    doubtful: bool = False  # nobody can say whose it is, or whether it is one


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def ordinal(day: int) -> str:
    """Return a day of the month as it is said: 1st, 22nd, 13th."""
    if 10 < day < 14:
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


DAYS: dict[str, Callable[[date], str]] = {
    "slash": lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
    "short": lambda d: f"{d.day:02d}.{d.month:02d}.{d.year % 100:02d}",
    "dash": lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
    "long": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "said": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "iso": lambda d: d.isoformat(),
    "mon": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year % 100:02d}",
    "tiny": lambda d: f"{d.day}/{d.month}/{d.year % 100:02d}",
}
BIRTH_FORMS = ("slash", "short", "dash", "long", "said", "iso", "mon")
EVENT_FORMS = ("slash", "short", "long", "said", "mon", "tiny", "yearless", "slash")


def event(day: date, form: str) -> str:
    """Return the date of an event in one of the ways that people write it."""
    if form == "yearless":
        return f"{ordinal(day.day)} {MONTHS[day.month - 1]}"
    if form == "weekday":
        return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return DAYS[form](day)


def _mobile(digits: str, rng: Random) -> str:
    a, b, c = digits[:5], digits[5:8], digits[8:]
    return rng.choice(
        (f"{a} {b}{c}", digits, f"{a} {b} {c}", f"{a}-{b}-{c}", f"+44 {a[1:]} {b}{c}",
         f"+44{digits[1:]}", f"0044 {a[1:]} {b} {c}", f"+44 (0){a[1:]} {b}{c}", f"{a}.{b}.{c}")
    )  # fmt: skip


def _landline(number: str, rng: Random) -> str:
    code, rest = number.split(" ", 1)
    return rng.choice((number, f"({code}) {rest}", f"{code}{rest.replace(' ', '')}",
                       f"{code}-{rest.replace(' ', '-')}", f"{code} {rest.replace(' ', '')}",
                       f"+44 {code[1:]} {rest}"))  # fmt: skip


def _phone(who: Someone, rng: Random) -> Told:
    return Told(_mobile(who.phone, rng), "phone", 43)


def _home_phone(who: Someone, rng: Random) -> Told:
    return Told(_landline(who.landline, rng), "phone", 43)


def _local(who: Someone, rng: Random) -> Told:
    rest = who.landline.split(" ", 1)[1]
    return Told(rest if " " in rest else f"{rest[:3]} {rest[3:]}", "phone", 43)


def _private(who: Someone, rng: Random) -> Told:
    return Told(_mobile(who.private, rng), "phone", 43)


def _email(who: Someone, rng: Random) -> Told:
    return Told(who.email.upper() if rng.random() < 0.05 else who.email, "email", 36)


def _handle(who: Someone, rng: Random) -> Told:
    return Told(who.handle, "handle", 36)


def _url(who: Someone, rng: Random) -> Told:
    return Told(f"https://social.example/{who.handle[1:]}", "url", 36)


def _address(who: Someone, rng: Random) -> Told:
    return Told(who.home.line, "address", 41)


def _lines(who: Someone, rng: Random) -> Told:
    return Told(who.home.line.replace(", ", "\n"), "address", 41)


def _street(who: Someone, rng: Random) -> Told:
    return Told(who.home.short, "address", 41)


def _postcode(who: Someone, rng: Random) -> Told:
    return Told(who.home.postcode, "postcode", 42)


def _bare_postcode(who: Someone, rng: Random) -> Told:
    joined = who.home.postcode.replace(" ", "")
    return Told(rng.choice((joined, joined.lower(), who.home.postcode.lower())), "postcode", 42)


def _misread_postcode(who: Someone, rng: Random) -> Told:
    outward, inward = who.home.postcode.split(" ")
    if outward.endswith(("0", "1")):
        outward = outward[:-1] + {"0": "O", "1": "I"}[outward[-1]]
    else:
        letter = {"1": "l", "5": "S", "8": "B", "2": "Z", "6": "G"}.get(inward[0], "")
        inward = (letter or inward[0]) + inward[1:]
    return Told(f"{outward} {inward}", "postcode", 42)


def _outward(who: Someone, rng: Random) -> Told:
    return Told(who.home.postcode.split(" ")[0], "postcode", 42, doubtful=True)


def _born(who: Someone, rng: Random) -> Told:
    return Told(DAYS[rng.choice(BIRTH_FORMS)](who.born), "birth", 44)


def _nhs(who: Someone, rng: Random) -> Told:
    n = who.numbers["nhs"]
    shapes = (f"{n[:3]} {n[3:6]} {n[6:]}", n, f"{n[:3]}-{n[3:6]}-{n[6:]}")
    return Told(rng.choice(shapes), "nhs", 45)


def _wrong_nhs(who: Someone, rng: Random) -> Told:
    n = numbers.wrong_nhs(who.numbers["nhs"])
    return Told(f"{n[:3]} {n[3:6]} {n[6:]}", "nhs", 45, doubtful=True)


def _upn(who: Someone, rng: Random) -> Told:
    return Told(who.numbers["upn"], "upn", 46)


def _nino(who: Someone, rng: Random) -> Told:
    n = who.numbers["nino"]
    spaced = f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:8]} {n[8]}"
    return Told(rng.choice((n, spaced, spaced, n.lower())), "nino", 46)


def _vrm(who: Someone, rng: Random) -> Told:
    plate = who.numbers["vrm"]
    return Told(rng.choice((plate, plate, plate.replace(" ", ""))), "vrm", 46)


def _bank(who: Someone, rng: Random) -> Told:
    sort, account = who.numbers["bank"].split(" ")
    return Told(rng.choice((f"{sort} {account}", f"{sort} / {account}")), "bank", 46)


def _police_reference(who: Someone, rng: Random) -> Told:
    return Told(who.numbers["police"], "reference", 46, doubtful=True)


def _numbered(kind: str) -> Callable[[Someone, Random], Told]:
    def number(who: Someone, rng: Random) -> Told:
        return Told(who.numbers[kind], kind, 46)

    return number


def _utr(who: Someone, rng: Random) -> Told:
    n = who.numbers["utr"]
    return Told(rng.choice((n, f"{n[:5]} {n[5:]}")), "utr", 46)


def _chi(who: Someone, rng: Random) -> Told:
    n = who.numbers["chi"]
    return Told(rng.choice((n, f"{n[:6]} {n[6:]}", f"{n[:6]}-{n[6:]}")), "chi", 46)


PARTICULARS: dict[str, Callable[[Someone, Random], Told]] = {
    "phone": _phone,
    "landline": _home_phone,
    "localphone": _local,
    "private": _private,
    "email": _email,
    "handle": _handle,
    "url": _url,
    "address": _address,
    "addresslines": _lines,
    "street": _street,
    "postcode": _postcode,
    "postcodebare": _bare_postcode,
    "postcodeocr": _misread_postcode,
    "outward": _outward,
    "dob": _born,
    "nhs": _nhs,
    "nhswrong": _wrong_nhs,
    "upn": _upn,
    "nino": _nino,
    "vrm": _vrm,
    "bank": _bank,
    "uln": _numbered("uln"),
    "utr": _utr,
    "chi": _chi,
    "driving": _numbered("driving"),
    "incident": _police_reference,
    "passport": _numbered("passport"),
}

ODD_ONES: dict[str, Callable[[Random], str]] = {
    "order": numbers.ten_digits,
    "meter": lambda rng: f"S {numbers.ten_digits(rng)[:8]} {rng.randint(10, 99)}",
    "asset": lambda rng: f"AV{rng.randint(100000, 999999)}",
    "room": lambda rng: f"Room {rng.choice('ABCDEFG')}{rng.randint(1, 4)} {rng.randint(1, 9)}B",
    "form": lambda rng: f"CS{rng.randint(10, 99)} {rng.randint(100, 999)}D",
}
"""Numbers that look like somebody's and are nobody's."""


def odd(kind: str, rng: Random) -> str:
    """Return a number that is nobody's: an order's, a meter's, a form's."""
    # Digits that repeat too evenly would give themselves away; those drawn here do not.
    return ODD_ONES[kind](rng)
