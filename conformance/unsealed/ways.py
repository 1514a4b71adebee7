"""Ways of writing names, numbers, births and days that these case files have of their own."""

from __future__ import annotations

from datetime import date
from random import Random

from conformance.opened.phrases import NameWay, Particular, Way
from conformance.practice.numbers import wrong_nhs
from conformance.practice.people import Someone

DAYS = (
    "%d/%m/%Y", "%d/%m/%y", "%-d/%-m/%y", "%d.%m.%Y", "%o %B %Y", "%-d %b %y", "%d %B %Y",
    "%d-%b-%Y", "%Y/%m/%d", "%-d.%-m.%y", "%b %-d %Y",
)  # fmt: skip
BIRTHS = (
    "%d/%m/%Y", "%-d/%-m/%y", "%d.%m.%y", "%o %B %Y", "%o of %B %Y", "%-d %B %Y", "%d %b %Y",
    "%d-%m-%Y", "%d-%b-%y", "%Y-%m-%d", "%B %o %Y", "%d / %m / %Y",
)  # fmt: skip
YEARLESS = ("%o %B", "%-d %B", "%-d %b", "%-d/%-m", "%o %b", "%B %o")
LONG_DAYS = ("%-d %B %Y", "%o %B %Y", "%d %B %Y", "%A %-d %B %Y")


def ordinal(day: int) -> str:
    """Return a day of the month as it is said: 1st, 22nd, 13th."""
    last = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{last}"


def written(day: date, form: str) -> str:
    """Return a day in a form of `strftime`, in which %o is the day as it is said."""
    return f"{day:{form.replace('%o', ordinal(day.day))}}"


def _surname_first(who: Someone, rng: Random) -> Way:
    last = rng.choice((who.last, who.last.upper()))
    comma = "," if last == who.last else rng.choice((",", ""))
    return Way(f"{last}{comma} {who.first}", 7)


NAMES: dict[str, NameWay] = {
    "asis": lambda w, r: Way(w.first, 2),
    "sf": _surname_first,
    "sfm": lambda w, r: Way(f"{w.last.upper()}, {w.first} {w.middle}", 7),
    "fullcap": lambda w, r: Way(f"{w.first} {w.last.upper()}", r.choice((1, 8))),
    "tslow": lambda w, r: Way(w.last.lower(), 9, f"{w.title.lower()} "),
    "tscaps": lambda w, r: Way(w.last.upper(), 8, f"{w.title.upper()} "),
    "tis": lambda w, r: Way(f"{w.first[0]}{r.choice((' ', '. '))}{w.last}", 6, f"{w.title} "),
    "inid": lambda w, r: Way(_dotted(w, r.choice((".", ". "))), 5),
    "possfull": lambda w, r: Way(w.name, 13, "", "'" if w.last.endswith("s") else "'s"),
    "posslow": lambda w, r: Way(w.first.lower(), 9, "", "s"),
}  # fmt: skip


def _dotted(who: Someone, point: str) -> str:
    return f"{who.first[0].upper()}{point}{who.last[0].upper()}."


def mobile(rng: Random, digits: str) -> str:
    """Write a mobile number in one of the ways that people write it."""
    a, b, c = digits[:5], digits[5:8], digits[8:]
    return rng.choice(
        (digits, f"{a} {b}{c}", f"{a} {b} {c}", f"{a}.{b}{c}", f"{a}/{b}{c}", f"+44{digits[1:]}",
         f"(+44) {a[1:]} {b}{c}", f"+44 {a[1:]}-{b}-{c}",
         f"{digits[:4]} {digits[4:8]} {digits[8:]}", f"{digits[:3]} {digits[3:7]} {digits[7:]}")
    )  # fmt: skip


def landline(rng: Random, number: str) -> str:
    """Write a landline with its area, or as people of one town do without."""
    area, _, rest = number.partition(" ")
    joined = rest.replace(" ", "")
    if rng.random() < 0.12 and len(joined) > 6:
        return rest if " " in rest else f"{joined[:3]} {joined[3:]}"
    return rng.choice(
        (number, f"({area}) {rest}", f"{area} {joined}", f"{area}{joined}", f"{area}/{joined}",
         f"+44 {area[1:]} {rest}", f"{area} - {rest}")
    )  # fmt: skip


def _nhs(number: str, rng: Random) -> str:
    a, b, c = number[:3], number[3:6], number[6:]
    return rng.choice((f"{a} {b} {c}", f"{a} {b} {c}", number, f"{a}.{b}.{c}", f"{a}/{b}/{c}"))


def _nino(who: Someone, rng: Random) -> str:
    n = who.numbers["nino"]
    pairs = (n[:2], n[2:4], n[4:6], n[6:8], n[8:])
    return rng.choice((n, " ".join(pairs), "-".join(pairs), f"{n[:2]} {n[2:8]} {n[8]}", n.lower()))


def _vrm(who: Someone, rng: Random) -> str:
    n = who.numbers["vrm"]
    return rng.choice((n, n.replace(" ", ""), n.lower(), n))


def _bank(who: Someone, rng: Random) -> str:
    sort, account = who.numbers["bank"].split(" ")
    return rng.choice((f"{sort} {account}", f"{sort}   {account}", f"{sort} / {account}"))


def _postcode(who: Someone, rng: Random) -> str:
    code = who.home.postcode
    return rng.choice((code, code, code, code.replace(" ", ""), code.lower()))


PARTICULARS: dict[str, Particular] = {
    "addr": ("address", 41, lambda w, r: w.home.line),
    "addrcaps": ("address", 41, lambda w, r: w.home.line.upper()),
    "addrshort": ("address", 41, lambda w, r: w.home.short),
    "addrlines": ("address", 41, lambda w, r: w.home.line.replace(", ", "\n")),
    "addrslash": ("address", 41, lambda w, r: w.home.line.replace(", ", " / ")),
    "pc": ("postcode", 42, _postcode),
    "pcout": ("postcode", 42, lambda w, r: w.home.postcode.split(" ")[0]),
    "mob": ("phone", 43, lambda w, r: mobile(r, w.phone)),
    "private": ("phone", 43, lambda w, r: mobile(r, w.private)),
    "tel": ("phone", 43, lambda w, r: landline(r, w.landline)),
    "email": ("email", 36, lambda w, r: w.email),
    "handle": ("handle", 36, lambda w, r: w.handle),
    "url": ("url", 36, lambda w, r: f"https://social.example/{w.handle[1:]}"),
    "nhs": ("nhs", 45, lambda w, r: _nhs(w.numbers["nhs"], r)),
    "nhsslip": ("nhs", 45, lambda w, r: _nhs(wrong_nhs(w.numbers["nhs"]), r)),
    "nino": ("nino", 46, _nino),
    "vrm": ("vrm", 46, _vrm),
    "bank": ("bank", 46, _bank),
    "upn": ("upn", 46, lambda w, r: w.numbers["upn"]),
    "uln": ("uln", 46, lambda w, r: w.numbers["uln"]),
    "utr": ("utr", 46, lambda w, r: w.numbers["utr"]),
    "chi": ("chi", 46, lambda w, r: w.numbers["chi"]),
    "police": ("reference", 46, lambda w, r: w.numbers["police"]),
    "passport": ("passport", 46, lambda w, r: w.numbers["passport"]),
    "driving": ("driving", 46, lambda w, r: w.numbers["driving"]),
}  # fmt: skip
