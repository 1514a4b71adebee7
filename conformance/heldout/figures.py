"""How births, numbers, addresses and the days of events are written in these papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from conformance.measured.figures import (
    EVENTS as KNOWN_DAYS,
)
from conformance.measured.figures import (
    FIGURES as KNOWN_FIGURES,
)
from conformance.measured.figures import MONTHS, ROMAN, Figure, nth, switchboard
from conformance.measured.figures import nobodys as known_nobodys
from conformance.practice.numbers import ten_digits
from conformance.practice.people import Someone, World

WEEKDAYS = ("Mon", "Tues", "Weds", "Thurs", "Fri", "Sat", "Sun")


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:3]


EVENTS: dict[str, Callable[[date], str]] = {
    **{style: KNOWN_DAYS[style] for style in (
        "slashes", "small slashes", "dots", "full dots", "dashes", "iso", "letter", "old letter",
        "yearless", "weekday", "slashed pair")},
    "log": lambda d: f"{WEEKDAYS[d.weekday()]} {d.day}/{d.month}",
    "pointed": lambda d: f"{d.year}.{d.month:02d}.{d.day:02d}",
    "dashed month": lambda d: f"{d.day}-{_short(d)}-{d:%y}",
    "slashed month": lambda d: f"{d.day:02d}/{_short(d)}/{d.year}",
    "long stamp": lambda d: f"{_short(d).upper()} {d.day:02d} {d.year}",
    "day of month": lambda d: f"{nth(d.day)} day of {MONTHS[d.month - 1]} {d.year}",
    "american": lambda d: f"{MONTHS[d.month - 1]} {d.day}",
    "plain pair": lambda d: f"{d.day} {MONTHS[d.month - 1]}",
    "short nth": lambda d: f"{nth(d.day)} {_short(d)}",
    "weekday slashes": lambda d: f"{WEEKDAYS[d.weekday()]} {d:%d/%m/%y}",
    "big roman": lambda d: f"{d.day}/{ROMAN[d.month - 1].upper()}/{d:%y}",
    "typist": lambda d: f"{nth(d.day)} {_short(d)}. {d.year}",
    "spaced": lambda d: f"{d.day} . {d.month} . {d:%y}",
}  # fmt: skip
LOGGED = {
    "old": ("dots", "spaced", "big roman", "typist", "dashed month", "small slashes", "long stamp"),
    "new": ("log", "pointed", "slashed month", "weekday slashes", "slashes", "dashed month", "iso"),
}
SPOKEN = ("letter", "yearless", "weekday", "american", "plain pair", "short nth", "slashed pair",
          "full dots", "small slashes", "weekday slashes", "typist")  # fmt: skip
TODAY = {
    "old": ("old letter", "typist", "day of month", "dots"),
    "new": ("letter", "full dots", "slashed month", "weekday"),
}
BY_HOUR = {
    "old": "{small}.{past:02d} {half}.", "police": "{hour:02d}.{past:02d} hours",
    "chat": "{small}:{past:02d} {half}", "home": "{small}:{past:02d}{half}",
    "": "{hour:02d}.{past:02d}",
}  # fmt: skip

BIRTHS: tuple[Callable[[date], str], ...] = (
    KNOWN_DAYS["slashes"], KNOWN_DAYS["dots"], KNOWN_DAYS["letter"], KNOWN_DAYS["small slashes"],
    KNOWN_DAYS["iso"],
    EVENTS["dashed month"], EVENTS["slashed month"], EVENTS["day of month"], EVENTS["big roman"],
    EVENTS["typist"],
    lambda d: f"{d:%d%m%Y}",
    lambda d: f"{d.day:02d}{_short(d).upper()}{d.year}",
    lambda d: f"{_short(d)} {d.day} {d.year}",
    lambda d: f"{d.day}-{d.month}-{d:%y}",
    lambda d: f"{nth(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} / {d.month} / {d.year}",
)  # fmt: skip


def _mobile(digits: str, rng: Random) -> str:
    a, b = digits[:5], digits[5:]
    return rng.choice((
        digits, f"{a} {b}", f"{a} {b[:3]} {b[3:]}", f"{a}-{b[:3]}-{b[3:]}", f"+44 {a[1:]} {b}",
        f"({a}) {b[:3]} {b[3:]}", f"+44(0){digits[1:]}", f"{a[:3]} {digits[3:7]} {digits[7:]}",
        f"{digits[:5]} {digits[5:7]} {digits[7:9]} {digits[9:]}", f"{a} - {b}", f"44 {a[1:]} {b}",
        f"{digits[:4]}.{digits[4:7]}.{digits[7:]}", f"00 44 {a[1:]} {b}"))  # fmt: skip


def _landline(number: str, rng: Random) -> str:
    code, rest = number.split(" ", 1)
    bare = rest.replace(" ", "")
    return rng.choice((
        f"{code} {rest}", f"{code} {bare}", f"({code}) {rest}", f"{code} / {bare}",
        f"{code}.{bare}", f"({code}) {bare[:3]}-{bare[3:]}", f"+44 (0){code[1:]} {bare}",
        f"{code}-{bare[:3]}-{bare[3:]}"))  # fmt: skip


def _local(who: Someone, rng: Random) -> Figure:
    bare = who.landline.split(" ", 1)[1].replace(" ", "")
    return Figure(rng.choice((bare, f"{bare[:-3]} {bare[-3:]}", f"{bare[:-3]}.{bare[-3:]}")),
                  "phone", 43)  # fmt: skip


def _smudged(who: Someone, rng: Random) -> Figure:
    digits = "O" + who.phone[1:]
    return Figure(rng.choice((f"{digits[:5]} {digits[5:]}", f"{digits[:5]}-{digits[5:8]}-"
                              f"{digits[8:]}")), "phone", 43)  # fmt: skip


def _address(who: Someone, rng: Random) -> Figure:
    home = who.home
    line = rng.choice((home.line, home.line, f"{home.house}, {home.line[len(home.house) + 1 :]}"))
    return Figure(line.upper() if rng.random() < 0.12 else line, "address", 41)


def _address_lines(who: Someone, rng: Random) -> Figure:
    return Figure(who.home.line.replace(", ", rng.choice(("\n", ",\n", "\n   "))), "address", 41)


def _street(who: Someone, rng: Random) -> Figure:
    short = who.home.short
    return Figure(rng.choice((short, short, short.upper())), "address", 41)


SHORTENED = {"Road": "Rd.", "Street": "St.", "Avenue": "Av", "Crescent": "Cresc.", "Close": "Clo",
             "Lane": "La.", "Place": "Pl.", "Court": "Crt", "Grove": "Gve",
             "Walk": "Wk"}  # fmt: skip


def _street_short(who: Someone, rng: Random) -> Figure:
    head, _, way = who.home.short.rpartition(" ")
    return Figure(head, "address", 41, tail=f" {SHORTENED[way]}")


def _run_postcode(who: Someone, rng: Random) -> Figure:
    code = who.home.postcode
    out, back = code.split(" ")
    return Figure(rng.choice((out + back, code.lower(), f"{out}-{back}", f"{out}.{back}",
                              (out + back).lower(), f"{out[0]}{out[1:].lower()} {back.lower()}")),
                  "postcode", 42)  # fmt: skip


def _nhs(who: Someone, rng: Random) -> Figure:
    n = who.numbers["nhs"]
    return Figure(rng.choice((f"{n[:3]} {n[3:6]} {n[6:]}", f"{n[:3]}/{n[3:6]}/{n[6:]}", n,
                              f"{n[:3]}  {n[3:6]}  {n[6:]}", f"{n[:6]} {n[6:]}",
                              f"{n[:3]}_{n[3:6]}_{n[6:]}", f"{n[:4]} {n[4:7]} {n[7:]}")),
                  "nhs", 45)  # fmt: skip


def _nino(who: Someone, rng: Random) -> Figure:
    n = who.numbers["nino"]
    return Figure(rng.choice((n, f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:8]} {n[8]}", n.lower(),
                              f"{n[:2]}{n[2:8]} {n[8]}", f"{n[:2]}/{n[2:8]}/{n[8]}")),
                  "nino", 46)  # fmt: skip


def _bank(who: Someone, rng: Random) -> Figure:
    sort, account = who.numbers["bank"].split(" ")
    return Figure(rng.choice((f"{sort} {account}", f"{sort.replace('-', '')} {account}",
                              f"{sort} / {account}", f"{sort.replace('-', ' ')}, {account}")),
                  "bank", 46)  # fmt: skip


def _plate(who: Someone, rng: Random) -> Figure:
    plate = who.numbers["vrm"]
    area, tail = plate.split(" ")
    return Figure(rng.choice((plate, area + tail, f"{area}-{tail}", f"{area[:2]} {area[2:]} {tail}",
                              (area + tail).lower())), "vrm", 46)  # fmt: skip


FIGURES: dict[str, Callable[[Someone, Random], Figure]] = {
    **KNOWN_FIGURES,
    "phone": lambda who, rng: Figure(_mobile(who.phone, rng), "phone", 43),
    "private": lambda who, rng: Figure(_mobile(who.private, rng), "phone", 43),
    "landline": lambda who, rng: Figure(_landline(who.landline, rng), "phone", 43),
    "local": _local,
    "smudged": _smudged,
    "addr": _address,
    "addrlines": _address_lines,
    "street": _street,
    "streetabbr": _street_short,
    "pcrun": _run_postcode,
    "dob": lambda who, rng: Figure(rng.choice(BIRTHS)(who.born), "birth", 44),
    "nhs": _nhs,
    "nino": _nino,
    "bank": _bank,
    "vrm": _plate,
}


def nobodys(what: str, made: World, rng: Random) -> str:
    """Draw a number that looks like somebody's and is an office's, a form's or a machine's."""
    ten = ten_digits(rng)
    match what:
        case "switch":
            return switchboard(made, rng)
        case "invoice":
            return f"INV {ten[:6]}"
        case "serial":
            return f"{ten[:2]}-{ten[2:6]}-{ten[6:9]}"
        case "batch":
            return f"{ten[:3]} {ten[3:7]} {ten[7:9]}"
        case "ticket":
            return ten
        case _:
            return known_nobodys(what, made, rng)
