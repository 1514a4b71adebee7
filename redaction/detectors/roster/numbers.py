"""What a person of the roster is known by besides names, in the shapes in which it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from recordkeeping.disclosure.people import Person
from redaction.detectors.normal import folded

_MONTHS_WORDS = """
january february march april may june july august september october november december
"""
MONTHS = tuple(_MONTHS_WORDS.split())
_WITHOUT_ZERO = 10  # figures of a telephone's number in the United Kingdom behind its first 0
_POSTCODE = re.compile(r"([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, a date or an address, normalised; `loose`: whatever stands between its pieces."""

    text: str = field(repr=False)
    kind: str
    what: str
    loose: bool = True


def numbers_of(person: Person) -> Iterator[Number]:
    """Yield every shape of what a person is known by."""
    yield from _born(person.born)
    for kind, value in person.identifiers:
        yield Number(folded(value), kind, "number")
    for phone in person.phones:
        yield from (Number(p, "phone", "phone number") for p in _phones(phone))
    for email in person.emails:
        yield Number(folded(email), "email", "e-mail address", loose=False)
    for address in person.addresses:
        yield from _address(address)


def _born(born: date | None) -> Iterator[Number]:
    if born is None:
        return
    year, month, day = f"{born.year}", born.month, born.day
    long, short = MONTHS[month - 1], MONTHS[month - 1][:3]
    shapes = {f"{year}-{month:02}-{day:02}", f"{year}/{month:02}/{day:02}"}
    for years in (year, year[2:], f"'{year[2:]}"):
        for stroke in ("/", ".", "-", " "):
            shapes.add(f"{day}{stroke}{month}{stroke}{years}")
            shapes.add(f"{day:02}{stroke}{month:02}{stroke}{years}")
        for name in (long, short, "sept" if month == 9 else short):
            for numeral in {f"{day}", f"{day:02}", f"{day}{_ordinal(day)}"}:
                shapes |= {f"{numeral} {name} {years}", f"{numeral}-{name}-{years}"}
                shapes |= {f"{numeral} of {name} {years}", f"{numeral} {name}, {years}"}
                shapes |= {f"{name} {numeral}, {years}", f"{name} {numeral} {years}"}
    # Without its year a day is any day, unless it says whose birth it is.
    shapes |= {
        f"{lead} {numeral} {of}{name}"
        for lead in ("born on", "born on the")
        for numeral in (f"{day}", f"{day}{_ordinal(day)}")
        for of in ("", "of ")
        for name in (long, short)
    }
    for shape in shapes:
        yield Number(shape, "birth", "date of birth", loose=False)


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _phones(phone: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", phone)
    national = re.sub(r"^(?:0044|44)?0?", "", digits)
    yield from (f"0{national}", f"44{national}", f"0044{national}", f"440{national}")
    if len(national) == _WITHOUT_ZERO:  # a spreadsheet keeps a number, and drops its first 0
        yield national


def _address(address: str) -> Iterator[Number]:
    text = folded(address)
    yield Number(text, "address", "address")
    first = text.split(",")[0].strip()
    postcode = _POSTCODE.search(text)
    without = text[: postcode.start()].strip(" ,") if postcode else text
    for piece in {without, first} - {text, ""}:
        if re.search(r"\d", piece) and re.search(r"[a-z]{3}", piece):
            yield Number(piece, "address", "address")
    if postcode:
        yield Number(f"{postcode[1]} {postcode[2]}", "postcode", "postcode")
