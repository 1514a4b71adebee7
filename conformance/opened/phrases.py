"""Ways of writing somebody and their particulars, each with the span that a truth points at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from conformance.practice.numbers import wrong_nhs
from conformance.practice.people import Someone, misspell, unaccented
from conformance.practice.phenomena import named


@dataclass(frozen=True, slots=True)
class Way:
    """Words as they stand, what stands around them, and by which phenomenon they are told."""

    words: str
    phenomenon: int
    before: str = ""
    after: str = ""

    @property
    def name(self) -> str:
        """Return the phenomenon by its name."""
        return named(self.phenomenon)


CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("l", "1"), ("i", "l"), ("e", "c"), ("h", "b"),
    ("o", "0"), ("S", "5"), ("B", "8"), ("I", "l"), ("nn", "m"), ("u", "v"), ("g", "q"),
)  # fmt: skip
"""What a reader of old typing takes for what."""


def misread(rng: Random, word: str) -> str:
    """Return a word with one letter taken for another, or as it was where none is like another."""
    places = [
        (at, a, b) for a, b in CONFUSED for at in range(1, len(word)) if word[at:].startswith(a)
    ]
    if not places:
        return word
    at, right, wrong = rng.choice(places)
    return word[:at] + wrong + word[at + len(right) :]


def initials(who: Someone) -> str:
    """Return the first letters of first name and surname."""
    return unaccented(who.first)[0].upper() + unaccented(who.last)[0].upper()


def half(who: Someone) -> str:
    """Return the first part of a surname of two, or the surname."""
    return who.last.split("-")[0]


def _or_name(words: str, phenomenon: int, name: str) -> Way:
    """Return these words where somebody has such a name, or else the name that everybody has."""
    return Way(words, phenomenon) if words else Way(name, 1 if " " in name else 2)


NameWay = Callable[[Someone, Random], Way]

NAMES: dict[str, NameWay] = {
    "first": lambda w, r: Way(w.first, 2),
    "full": lambda w, r: Way(w.name, 1),
    "mid": lambda w, r: Way(f"{w.first} {w.middle} {w.last}", 1),
    "ts": lambda w, r: Way(w.last, 3, f"{w.title} "),
    "tfull": lambda w, r: Way(w.name, 4, f"{w.title} "),
    "ini": lambda w, r: Way(initials(w), 5),
    "inid": lambda w, r: Way(".".join(initials(w)) + ".", 5),
    "is": lambda w, r: Way(f"{w.first[0]}{r.choice((' ', '. ', '.'))}{w.last}", 6),
    "sf": lambda w, r: Way(f"{w.last.upper()}, {w.first}", 7),
    "sfp": lambda w, r: Way(f"{w.last}, {w.first}", 7),
    "caps": lambda w, r: Way(w.name.upper(), 8),
    "capf": lambda w, r: Way(w.first.upper(), 8),
    "low": lambda w, r: Way(w.first.lower(), 9),
    "lowfull": lambda w, r: Way(w.name.lower(), 9),
    "pet": lambda w, r: _or_name(w.pet, 10, w.first),
    "aka": lambda w, r: _or_name(w.alias, 11, w.first),
    "former": lambda w, r: _or_name(f"{w.first} {w.former}" if w.former else "", 12, w.name),
    "poss": lambda w, r: Way(w.first, 13, "", "'" if w.first.endswith("s") else "'s"),
    "possn": lambda w, r: Way(w.first, 13, "", "s"),
    "possts": lambda w, r: Way(w.last, 13, f"{w.title} ", "'s"),
    "plural": lambda w, r: Way(w.last + ("es" if w.last[-1] in "sxz" else "s"), 14),
    "typo": lambda w, r: Way(misspell(r, w.first), 16),
    "typofull": lambda w, r: Way(f"{w.first} {misspell(r, w.last)}", 16),
    "typo2": lambda w, r: Way(f"{misspell(r, w.first)} {misspell(r, w.last)}", 17),
    "ocr": lambda w, r: Way(misread(r, w.first), 18),
    "ocrfull": lambda w, r: Way(f"{w.first} {misread(r, w.last)}", 18),
    "glued": lambda w, r: Way(w.first + w.last, 19),
    "spaced": lambda w, r: Way(" ".join(w.name.upper().replace(" ", "  ")), 20),
    "half": lambda w, r: Way(half(w), 23, f"{w.title} "),
    "halffull": lambda w, r: Way(f"{w.first} {half(w)}", 23),
    "plain": lambda w, r: Way(unaccented(w.first), 24),
    "plainfull": lambda w, r: Way(unaccented(w.name), 24),
    "other": lambda w, r: _or_name(w.other_spelling.split(" ")[0], 25, w.first),
    "otherfull": lambda w, r: _or_name(w.other_spelling, 25, w.name),
    "last": lambda w, r: Way(w.last, 29),
    "lastcaps": lambda w, r: Way(w.last.upper(), 29),
    "file": lambda w, r: Way(
        unaccented(f"{w.first}{r.choice('_-')}{w.last}").replace(" ", "_").replace("'", ""), 36
    ),
}  # fmt: skip


def phone(rng: Random, digits: str) -> str:
    """Write a mobile number in one of the ways that people write it."""
    a, b, c = digits[:5], digits[5:8], digits[8:]
    return rng.choice(
        (f"{a} {b}{c}", f"{a}{b}{c}", f"{a} {b} {c}", f"+44 {a[1:]} {b}{c}", f"0044 {a[1:]}{b}{c}",
         f"+44 (0){a[1:]} {b}{c}", f"({a}) {b}{c}", f"{a}-{b}-{c}", f"{a}{b} {c}")
    )  # fmt: skip


def landline(rng: Random, number: str) -> str:
    """Write a landline with its area, or as neighbours do without."""
    area, _, rest = number.partition(" ")
    whole = (
        number,
        f"({area}) {rest}",
        f"{area}-{rest.replace(' ', '-')}",
        number.replace(" ", ""),
    )
    return rest if rng.random() < 0.15 and len(rest.replace(" ", "")) > 6 else rng.choice(whole)


def nhs(rng: Random, number: str) -> str:
    """Write a health number in threes and four, or in one."""
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    return rng.choice((spaced, spaced, number, spaced.replace(" ", "-")))


def _nhs(who: Someone, rng: Random) -> str:
    return nhs(rng, who.numbers["nhs"])


def _slip(who: Someone, rng: Random) -> str:
    return nhs(rng, wrong_nhs(who.numbers["nhs"]))


def _nino(who: Someone, rng: Random) -> str:
    n = who.numbers["nino"]
    return rng.choice((n, f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:8]} {n[8:]}", n.lower()))


def _vrm(who: Someone, rng: Random) -> str:
    n = who.numbers["vrm"]
    return rng.choice((n, n.replace(" ", ""), n))


Particular = tuple[str, int, Callable[[Someone, Random], str]]

PARTICULARS: dict[str, Particular] = {
    "addr": ("address", 41, lambda w, r: w.home.line),
    "addrshort": ("address", 41, lambda w, r: w.home.short),
    "addrlines": ("address", 41, lambda w, r: w.home.line.replace(", ", "\n")),
    "pc": ("postcode", 42, lambda w, r: r.choice(
        (w.home.postcode, w.home.postcode, w.home.postcode.replace(" ", "")))),
    "pclow": ("postcode", 42, lambda w, r: w.home.postcode.lower()),
    "pcout": ("postcode", 42, lambda w, r: w.home.postcode.split(" ")[0]),
    "mob": ("phone", 43, lambda w, r: phone(r, w.phone)),
    "private": ("phone", 43, lambda w, r: phone(r, w.private)),
    "tel": ("phone", 43, lambda w, r: landline(r, w.landline)),
    "email": ("email", 36, lambda w, r: w.email),
    "handle": ("handle", 36, lambda w, r: w.handle),
    "url": ("url", 36, lambda w, r: f"https://social.example/{w.handle[1:]}"),
    "nhs": ("nhs", 45, _nhs),
    "nhsslip": ("nhs", 45, _slip),
    "nino": ("nino", 46, _nino),
    "vrm": ("vrm", 46, _vrm),
    "upn": ("upn", 46, lambda w, r: w.numbers["upn"]),
    "uln": ("uln", 46, lambda w, r: w.numbers["uln"]),
    "utr": ("utr", 46, lambda w, r: w.numbers["utr"]),
    "chi": ("chi", 46, lambda w, r: w.numbers["chi"]),
    "bank": ("bank", 46, lambda w, r: w.numbers["bank"]),
    "police": ("reference", 46, lambda w, r: w.numbers["police"]),
    "passport": ("passport", 46, lambda w, r: w.numbers["passport"]),
    "driving": ("driving", 46, lambda w, r: w.numbers["driving"]),
}  # fmt: skip
