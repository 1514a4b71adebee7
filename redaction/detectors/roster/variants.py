"""The shapes in which a person of the roster may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from recordkeeping.disclosure.people import Person, Standing
from redaction.detectors.normal import folded

ANY, CAPITALS_ONLY = "any", "capitals"
_TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady", "master")
_MONTHS_WORDS = """
january february march april may june july august september october november december
"""
_MONTHS = tuple(_MONTHS_WORDS.split())
_POSTCODE = re.compile(r"([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})$")
_ABBREVIATIONS_WORDS = """
ABE ADHD AFC ASD CAF CAMHS CFA CIC CIN CLA CPC CPP CSE DOB DSL EHCP FGC GCSE GDPR HMP ICPC IRO
LAC LADO MARAC MASH NAI NFA NHS NSPCC PEP PLO PRU RCPC SAR SEN SENCO SGO SMBC SNT YOT YOS
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_NEVER_ALONE_WORDS = """
de la le van von der den bin al el o mac mc st the and of
"""
_NEVER_ALONE = frozenset(_NEVER_ALONE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape of a person's name or number, normalised. `exact`: just what the roster lists."""

    text: str = field(repr=False)
    kind: str
    what: str
    exact: bool
    shape: str = ANY
    loose: bool = False  # whatever stands between its pieces


def variants_of(person: Person, standing: Standing) -> Iterator[Variant]:
    """Yield every shape of what a person is called and known by."""
    yield from _names(person, standing)
    yield from _born(person.born)
    for kind, value in person.identifiers:
        yield Variant(folded(value), kind, "number", True, loose=True)
    for phone in person.phones:
        yield from (Variant(p, "phone", "phone number", True, loose=True) for p in _phones(phone))
    for email in person.emails:
        yield Variant(folded(email), "email", "e-mail address", True)
    for address in person.addresses:
        yield from _address(address)


def _names(person: Person, standing: Standing) -> Iterator[Variant]:
    for listed in (person.name, *person.aliases):
        if text := folded(listed):
            yield _name(text, exact=True)
            yield from ((_name(glued, exact=False)) for glued in _other_spellings(text))
    words = folded(person.name).split(" ")
    if standing is Standing.ORGANISATION or len(words) < 2:
        return
    first, last = words[0], _surname(words)
    # The subject's own first name fills the file; of a professional it may be a child's.
    own = standing is Standing.SUBJECT
    yield _name(f"{first} {last}", exact=own or standing is Standing.PROFESSIONAL)
    yield _name(first, exact=own)
    for surname in {last, *_other_spellings(last)}:
        yield from _with_surname(surname, words, own=own)
    yield from _parts(last)
    initials = "".join(word[0] for word in words).upper()
    if len(initials) >= 3 and initials not in _ABBREVIATIONS:
        yield Variant(initials, "initials", "initials", False, CAPITALS_ONLY)


def _with_surname(last: str, words: list[str], *, own: bool) -> Iterator[Variant]:
    first, rest = words[0], " ".join(words[: len(words) - len(last.split(" "))])
    yield _name(last)
    for given in {first, rest} - {""}:
        for whole in (f"{given} {last}", f"{last}, {given}", f"{last} {given}"):
            yield _name(whole, exact=own)
    for initial in (first[0], f"{first[0]}."):
        yield from (_name(f"{initial} {last}"), _name(f"{last}, {initial}"))
        yield from (_name(f"{initial}{last}") for _ in range(initial.endswith(".")))
    for title in _TITLES:
        for stop in ("", "."):
            yield from (_name(f"{title}{stop} {last}"), _name(f"{title}{stop} {first} {last}"))


def _parts(last: str) -> Iterator[Variant]:
    """Yield the halves of a double-barrelled name."""
    if "-" in last or " " in last:
        for part in re.split(r"[- ]", last):
            if len(part) > 2 and part not in _NEVER_ALONE:
                yield _name(part)


def _surname(words: list[str]) -> str:
    """Return the surname with what belongs to it: "van der Berg", "O Brien"."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in _NEVER_ALONE:
        start -= 1
    return " ".join(words[start:])


def _other_spellings(name: str) -> set[str]:
    """Return a name without its hyphens, apostrophes or spaces, as people type it."""
    spellings = {
        name.replace("-", " "),
        name.replace("-", ""),
        name.replace("'", ""),
        name.replace("'", " "),
        re.sub(r"[-' ]", "", name),
    }
    return {spelling for spelling in spellings if spelling != name and len(spelling) > 2}


def _name(text: str, *, exact: bool = False) -> Variant:
    return Variant(text, "person", "name", exact)


def _born(born: date | None) -> Iterator[Variant]:
    if born is None:
        return
    year, month, day = f"{born.year}", born.month, born.day
    long, short = _MONTHS[month - 1], _MONTHS[month - 1][:3]
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
        yield Variant(shape, "birth", "date of birth", True)


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _phones(phone: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", phone)
    national = re.sub(r"^(?:0044|44)?0?", "", digits)
    yield from (f"0{national}", f"44{national}", f"0044{national}", f"440{national}")


def _address(address: str) -> Iterator[Variant]:
    text = folded(address)
    yield Variant(text, "address", "address", True, loose=True)
    first = text.split(",")[0].strip()
    postcode = _POSTCODE.search(text)
    without = text[: postcode.start()].strip(" ,") if postcode else text
    for piece in {without, first} - {text, ""}:
        if re.search(r"\d", piece) and re.search(r"[a-z]{3}", piece):
            yield Variant(piece, "address", "address", True, loose=True)
    if postcode:
        yield Variant(f"{postcode[1]} {postcode[2]}", "postcode", "postcode", True, loose=True)
