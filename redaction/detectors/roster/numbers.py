"""What a person of the roster is known by besides names, in the shapes in which it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from recordkeeping.disclosure.people import Person
from redaction.detectors.normal import folded
from redaction.detectors.patterns.dates import ORDINALS
from redaction.detectors.patterns.streets import HOUSES, OTHERS, SURE, plain_words

_MONTHS_WORDS = """
january february march april may june july august september october november december
"""
MONTHS = tuple(_MONTHS_WORDS.split())
_WITHOUT_ZERO = 10  # figures of a telephone's number in the United Kingdom behind its first 0
_POSTCODE = re.compile(r"([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})$")
_NUMBERED = re.compile(
    r"(?:(?:flat|apartment|apt|unit|room) \w+ )?(?P<number>\d{1,4}[a-z]?(?:[-/]\d{1,4})?) "
    r"(?P<street>[^\d,]{4,})"
)
_ANYWHERE = frozenset(("high street", "main street", "the street", "church street", "station road"))
"""Streets that every town has: by themselves they tell of nobody's home."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, a date or an address, normalised; `loose`: whatever stands between its pieces."""

    text: str = field(repr=False)
    kind: str
    what: str
    loose: bool = True


PART_OF_ADDRESS = "part of an address"
"""Where somebody lives, without what tells it from its neighbours."""


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
    shapes |= {f"{day:02}{month:02}{years}" for years in (year, year[2:])}
    shapes.add(f"{year}{month:02}{day:02}")
    ordinal = ORDINALS[day - 1]
    for in_words in {ordinal, ordinal.replace("-", " ")}:
        shapes |= {f"{in_words} {long} {year}", f"{in_words} of {long} {year}"}
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
    # "Quarry Bank, number 5", and the columns of a table whose first is the street.
    for piece in without.split(","):
        if numbered := _NUMBERED.fullmatch(piece.strip()):
            number, street = numbered["number"], numbered["street"]
            for between in ("", "number ", "no "):
                yield Number(f"{street} {between}{number}", "address", "address")
    if postcode:
        yield Number(f"{postcode[1]} {postcode[2]}", "postcode", "postcode")


def parts_of_addresses(person: Person) -> Iterator[Number]:
    """Yield the streets and the houses with names of where a person lives, each alone."""
    for address in person.addresses:
        text = folded(address)
        postcode = _POSTCODE.search(text)
        without = text[: postcode.start()] if postcode else text
        pieces = [piece for part in without.split(",") if (piece := part.strip())]
        streets = [_street(piece) for piece in pieces]
        for at, street in enumerate(streets):
            # What stands last is a town, what stands before a street is what the house is called.
            house = at == 0 and len(pieces) > 1 and streets[1] and not re.search(r"\d", pieces[0])
            if at == len(pieces) - 1 > 0:
                break
            if (alone := street or (pieces[0] if house else "")) and alone not in _ANYWHERE:
                yield Number(alone, "address", PART_OF_ADDRESS)


def _street(piece: str) -> str:
    """Return the street, or the house with a word for one, of a part between commas."""
    if numbered := _NUMBERED.fullmatch(piece):
        return numbered["street"]
    words = plain_words(piece)
    sure = len(words) > 1 and words[-1] in SURE | OTHERS | HOUSES
    return piece if sure and not re.search(r"\d", piece) else ""
