"""How numbers, births, addresses and the days of events are written down by office and home."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

from conformance.practice.numbers import ten_digits, wrong_nhs
from conformance.practice.people import Someone, World


class Figure(NamedTuple):
    """A particular as written: the words, what they are, and whether anybody can tell whose."""

    words: str
    kind: str
    number: int
    doubtful: bool = False
    tail: str = ""


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
DAYS_OF_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def nth(day: int) -> str:
    """Return a day of the month as it is spoken."""
    last = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{last}"


EVENTS: dict[str, Callable[[date], str]] = {
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "small slashes": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "dots": lambda d: f"{d.day}.{d.month}.{d:%y}",
    "full dots": lambda d: f"{d:%d.%m.%Y}",
    "dashes": lambda d: f"{d:%d-%m-%y}",
    "iso": lambda d: d.isoformat(),
    "export": lambda d: f"{d.day:02d}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "letter": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "old letter": lambda d: f"{nth(d.day)} {MONTHS[d.month - 1]}, {d.year}",
    "spoken": lambda d: f"{nth(d.day)} of {MONTHS[d.month - 1]}",
    "yearless": lambda d: f"{nth(d.day)} {MONTHS[d.month - 1]}",
    "month first": lambda d: f"{MONTHS[d.month - 1]} {nth(d.day)}",
    "weekday": lambda d: f"{DAYS_OF_WEEK[d.weekday()]} {nth(d.day)} {MONTHS[d.month - 1]}",
    "short weekday": lambda d: f"{DAYS_OF_WEEK[d.weekday()][:3]} {d.day} {MONTHS[d.month - 1][:3]}",
    "clipped": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} '{d:%y}",
    "roman": lambda d: f"{d.day}.{ROMAN[d.month - 1]}.{d:%y}",
    "stamp": lambda d: f"{d.day:02d} {MONTHS[d.month - 1][:3].upper()} {d.year}",
    "slashed pair": lambda d: f"{d.day}/{d.month}",
}
LOGGED = {
    "old": ("dots", "small slashes", "roman", "stamp", "slashes", "full dots"),
    "new": ("slashes", "export", "iso", "small slashes", "short weekday", "dashes", "full dots"),
}
SPOKEN = ("letter", "yearless", "weekday", "month first", "spoken", "small slashes", "dots",
          "slashed pair", "clipped", "slashes", "old letter")  # fmt: skip

TODAY = {"old": ("old letter",), "new": ("letter", "full dots", "slashes", "letter")}
BY_HOUR = {
    "old": "{small}.{past:02d} {half}", "police": "{hour:02d}{past:02d}hrs",
    "chat": "{hour:02d}:{past:02d}", "home": "{small}.{past:02d}{half}",
    "": "{hour:02d}:{past:02d}",
}  # fmt: skip

BIRTHS: tuple[Callable[[date], str], ...] = (
    EVENTS["slashes"], EVENTS["small slashes"], EVENTS["dots"], EVENTS["letter"],
    EVENTS["old letter"], EVENTS["export"], EVENTS["iso"], EVENTS["clipped"],
    lambda d: f"{nth(d.day)} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day} . {d.month} . {d:%y}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day:02d} {d.month:02d} {d.year}",
)  # fmt: skip


def _mobile(digits: str, rng: Random) -> str:
    a, b, c, d = digits[:5], digits[5:], digits[5:8], digits[8:]
    return rng.choice((
        digits, f"{a} {b}", f"{a} {c} {d}", f"({a}) {b}", f"{a}-{b}", f"+44{digits[1:]}",
        f"+44 (0) {a[1:]} {b}", f"0044{digits[1:]}", f"{a}/{b}", f"{digits[:4]} {digits[4:7]} "
        f"{digits[7:]}", f"{a}.{c}.{d}"))  # fmt: skip


def _landline(number: str, rng: Random) -> str:
    code, rest = number.split(" ", 1)
    bare = rest.replace(" ", "")
    return rng.choice((
        f"{code} {rest}", f"({code}) {bare}", f"{code}-{bare}", f"{code}{bare}", f"{code}/{bare}",
        f"{code} - {rest}", f"+44 {code[1:]} {rest}"))  # fmt: skip


def _local(who: Someone, rng: Random) -> Figure:
    bare = who.landline.split(" ", 1)[1].replace(" ", "")
    return Figure(rng.choice((bare, f"{bare[:3]} {bare[3:]}", f"{bare[:3]}-{bare[3:]}")),
                  "phone", 43)  # fmt: skip


def _smudged(who: Someone, rng: Random) -> Figure:
    digits = "O" + who.phone[1:]
    return Figure(f"{digits[:5]} {digits[5:]}", "phone", 43)


def _address(who: Someone, rng: Random) -> Figure:
    line = who.home.line
    return Figure(line.upper() if rng.random() < 0.08 else line, "address", 41)


def _address_lines(who: Someone, rng: Random) -> Figure:
    return Figure(who.home.line.replace(", ", ",\n" if rng.random() < 0.5 else "\n"), "address", 41)


def _street(who: Someone, rng: Random) -> Figure:
    return Figure(who.home.short, "address", 41)


SHORTENED = {"Road": "Rd", "Street": "St", "Avenue": "Ave", "Crescent": "Cres", "Close": "Cl",
             "Lane": "Ln", "Place": "Pl", "Court": "Ct", "Grove": "Gr", "Walk": "Wlk"}  # fmt: skip


def _street_short(who: Someone, rng: Random) -> Figure:
    head, _, way = who.home.short.rpartition(" ")
    return Figure(head, "address", 41, tail=f" {SHORTENED.get(way, way)}")


def _postcode(who: Someone, rng: Random) -> Figure:
    return Figure(who.home.postcode, "postcode", 42)


def _run_postcode(who: Someone, rng: Random) -> Figure:
    code = who.home.postcode
    return Figure(rng.choice((code.replace(" ", ""), code.lower(), code.replace(" ", "  "),
                              code.replace(" ", "").lower())), "postcode", 42)  # fmt: skip


def _misread_postcode(who: Someone, rng: Random) -> Figure:
    out, back = who.home.postcode.split(" ")
    letter = {"0": "O", "1": "I", "5": "S", "8": "B", "2": "Z"}.get(back[0], "")
    return Figure(f"{out} {letter or back[0]}{back[1:]}", "postcode", 42)


def _half_postcode(who: Someone, rng: Random) -> Figure:
    return Figure(who.home.postcode.split(" ")[0], "postcode", 42, doubtful=True)


def _born(who: Someone, rng: Random) -> Figure:
    return Figure(rng.choice(BIRTHS)(who.born), "birth", 44)


def _nhs(who: Someone, rng: Random) -> Figure:
    n = who.numbers["nhs"]
    return Figure(rng.choice((f"{n[:3]} {n[3:6]} {n[6:]}", f"{n[:3]}-{n[3:6]}-{n[6:]}", n,
                              f"{n[:3]}.{n[3:6]}.{n[6:]}", f"{n[:5]} {n[5:]}")),
                  "nhs", 45)  # fmt: skip


def _wrong_nhs(who: Someone, rng: Random) -> Figure:
    n = wrong_nhs(who.numbers["nhs"])
    return Figure(f"{n[:3]} {n[3:6]} {n[6:]}", "nhs", 45, doubtful=True)


def _nino(who: Someone, rng: Random) -> Figure:
    n = who.numbers["nino"]
    return Figure(rng.choice((n, f"{n[:2]} {n[2:8]} {n[8]}", f"{n[:2]}-{n[2:4]}-{n[4:6]}-{n[6:8]}-"
                              f"{n[8]}", f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:8]} {n[8]}")),
                  "nino", 46)  # fmt: skip


def _bank(who: Someone, rng: Random) -> Figure:
    sort, account = who.numbers["bank"].split(" ")
    return Figure(rng.choice((f"{sort} {account}", f"{sort}, {account}",
                              f"{sort.replace('-', ' ')} {account}")), "bank", 46)  # fmt: skip


def _plate(who: Someone, rng: Random) -> Figure:
    plate = who.numbers["vrm"]
    return Figure(rng.choice((plate, plate.replace(" ", ""), plate.lower())), "vrm", 46)


def _as_it_is(kind: str) -> Callable[[Someone, Random], Figure]:
    return lambda who, rng: Figure(who.numbers[kind], kind, 46)


FIGURES: dict[str, Callable[[Someone, Random], Figure]] = {
    "phone": lambda who, rng: Figure(_mobile(who.phone, rng), "phone", 43),
    "private": lambda who, rng: Figure(_mobile(who.private, rng), "phone", 43),
    "landline": lambda who, rng: Figure(_landline(who.landline, rng), "phone", 43),
    "local": _local,
    "smudged": _smudged,
    "email": lambda who, rng: Figure(who.email, "email", 36),
    "handle": lambda who, rng: Figure(who.handle, "handle", 36),
    "url": lambda who, rng: Figure(f"https://social.example/{who.handle[1:]}", "url", 36),
    "addr": _address,
    "addrlines": _address_lines,
    "street": _street,
    "streetabbr": _street_short,
    "pc": _postcode,
    "pcrun": _run_postcode,
    "pcocr": _misread_postcode,
    "pchalf": _half_postcode,
    "dob": _born,
    "nhs": _nhs,
    "nhswrong": _wrong_nhs,
    "nino": _nino,
    "bank": _bank,
    "vrm": _plate,
    "police": lambda who, rng: Figure(who.numbers["police"], "reference", 46, doubtful=True),
    "upn": _as_it_is("upn"),
    "uln": _as_it_is("uln"),
    "utr": _as_it_is("utr"),
    "chi": _as_it_is("chi"),
    "driving": _as_it_is("driving"),
    "passport": _as_it_is("passport"),
}


def switchboard(made: World, rng: Random) -> str:
    """Draw the number of an office, which is nobody's of the case."""
    taken = {p.landline.replace(" ", "") for p in made.everybody}
    while (number := f"01632 960{rng.randint(0, 999):03d}").replace(" ", "") in taken:
        pass
    return rng.choice((number, number.replace(" ", "-"), f"({number[:5]}) {number[6:]}"))


def nobodys(what: str, made: World, rng: Random) -> str:
    """Draw a number that looks like somebody's and is a job's, a meter's or a parcel's."""
    ten = ten_digits(rng)
    match what:
        case "switch":
            return switchboard(made, rng)
        case "job":
            return ten
        case "parcel":
            return f"{ten[:4]} {ten[4:8]} {rng.randint(10, 98)}{rng.choice('01')}"
        case "meter":
            return f"{ten[:2]} {ten[2:6]} {ten[6:9]}"
        case "form":
            return f"SS{rng.randint(100, 999)}/{rng.randint(70, 99)}"
        case _:
            raise ValueError(f"no such number: {what}")
