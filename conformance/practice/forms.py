"""The ways of writing a person's name: what stands before it, the name itself, what follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from conformance.practice.people import Someone, misspell, unaccented


class Written(NamedTuple):
    """A name as written: the mention is `name`, and `number` is its phenomenon's."""

    before: str
    name: str
    after: str
    number: int
    alike: str = ""  # what others must share for nobody to tell them apart: "first", "last" ...


def _full(who: Someone, rng: Random) -> Written:
    return Written("", who.name, "", 1, "full")


def _first(who: Someone, rng: Random) -> Written:
    return Written("", who.first, "", 2, "first")


def _last(who: Someone, rng: Random) -> Written:
    return Written("", who.last, "", 29, "last")


def _titled(who: Someone, rng: Random) -> Written:
    dot = "." if who.title in {"Mr", "Mrs", "Dr"} and rng.random() < 0.2 else ""
    return Written(f"{who.title}{dot} ", who.last, "", 3, "titled")


def _couple(who: Someone, rng: Random) -> Written:
    """Write the surname behind "Mr and Mrs", which a template says."""
    return Written("", who.last, "", 15, "titled")


def _titled_full(who: Someone, rng: Random) -> Written:
    return Written(f"{who.title} ", who.name, "", 4, "full")


def initials_of(who: Someone) -> str:
    """Return a person's initials without dots."""
    return "".join(w[0] for w in re.split(r"[ '’-]", f"{who.first} {who.last}") if w[:1].isupper())


def _initials(who: Someone, rng: Random) -> Written:
    letters = initials_of(who)
    dotted = "".join(f"{letter}." for letter in letters)
    return Written("", rng.choice((letters, letters, dotted)), "", 5, "initials")


def _initial(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.first[0]}{rng.choice((' ', '. ', '.'))}{who.last}", "", 6, "initial")


def _reversed(who: Someone, rng: Random) -> Written:
    last = rng.choice((who.last.upper(), who.last))
    return Written("", f"{last}, {who.first}", "", 7, "full")


def _reversed_middle(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.last.upper()}, {who.first} {who.middle}", "", 7, "full")


def _middle(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.first} {who.middle} {who.last}", "", 1)


def _caps(who: Someone, rng: Random) -> Written:
    return Written("", who.name.upper(), "", 8, "full")


def _caps_first(who: Someone, rng: Random) -> Written:
    return Written("", who.first.upper(), "", 8, "first")


def _police(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.first} {who.last.upper()}", "", 8, "full")


def _lower(who: Someone, rng: Random) -> Written:
    return Written("", who.first.lower(), "", 9, "first")


def _lower_full(who: Someone, rng: Random) -> Written:
    return Written("", who.name.lower(), "", 9, "full")


def _pet(who: Someone, rng: Random) -> Written:
    return Written("", who.pet, "", 10) if who.pet else _first(who, rng)


def _alias(who: Someone, rng: Random) -> Written:
    if not who.alias:
        return _pet(who, rng)
    return Written("", who.alias, "", 11 if who.alias_in_roster else 10)


NAN = ("Nanny", "Nana", "Nan", "Granny", "Grandma", "Mamgu")
GRANDAD = ("Grandad", "Gramps", "Pop", "Taid")


def _role_and_name(who: Someone, rng: Random) -> Written:
    roles = {"grandmother": NAN, "grandfather": GRANDAD, "aunt": ("Auntie", "Aunty"),
             "uncle": ("Uncle",)}  # fmt: skip
    words = roles.get(who.relation.split()[-1], ("our",))
    return Written(f"{rng.choice(words)} ", who.first, "", 32)


def _former(who: Someone, rng: Random) -> Written:
    return Written("", who.former, "", 12) if who.former else _last(who, rng)


def _former_full(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.first} {who.former}", "", 12) if who.former else _full(who, rng)


def _possessive(who: Someone, rng: Random) -> Written:
    if who.first.endswith("s"):
        return Written("", who.first, rng.choice(("'", "’s", "'s")), 13, "first")
    return Written("", who.first, rng.choice(("'s", "'s", "’s", "s")), 13, "first")


def _full_possessive(who: Someone, rng: Random) -> Written:
    ends = ("'", "’") if who.last.endswith("s") else ("'s", "’s")
    return Written("", who.name, rng.choice(ends), 13, "full")


def _plural(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.2:
        return Written("", who.last, "'s", 14, "family")
    es = who.last.endswith(("s", "x", "ch", "sh", "z"))
    return Written("", who.last + ("es" if es else "s"), "", 14, "family")


def _typo(who: Someone, rng: Random) -> Written:
    return Written("", misspell(rng, who.first), "", 16)


def _typo_full(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.5:
        return Written("", f"{misspell(rng, who.first)} {who.last}", "", 16)
    return Written("", f"{who.first} {misspell(rng, who.last)}", "", 16)


def _two_typos(who: Someone, rng: Random) -> Written:
    if len(who.first) >= 5 and rng.random() < 0.4:
        return Written("", f"{misspell(rng, misspell(rng, who.first))} {who.last}", "", 17)
    return Written("", f"{misspell(rng, who.first)} {misspell(rng, who.last)}", "", 17)


CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("I", "l"), ("O", "0"), ("o", "0"), ("e", "c"),
    ("S", "5"), ("B", "8"), ("cl", "d"), ("d", "cl"), ("h", "b"), ("i", "l"), ("a", "o"),
    ("n", "ri"), ("u", "ii"), ("t", "f"), ("G", "6"), ("w", "vv"), ("g", "q"),
)  # fmt: skip
"""What a machine takes for what, reading ink."""


def confuse(rng: Random, word: str) -> str:
    """Return a word with one letter misread, where there is one that is often misread."""
    pairs = [pair for pair in CONFUSED if pair[0] in word]
    if not pairs:
        return word
    right, wrong = rng.choice(pairs)
    at = rng.choice([m.start() for m in re.finditer(re.escape(right), word)])
    return word[:at] + wrong + word[at + len(right) :]


def _misread(who: Someone, rng: Random) -> Written:
    return Written("", confuse(rng, who.first), "", 18)


def _misread_full(who: Someone, rng: Random) -> Written:
    first, last = confuse(rng, who.first), who.last
    return Written("", f"{first} {confuse(rng, last) if rng.random() < 0.5 else last}", "", 18)


def _glued(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.first}{who.last}".replace(" ", ""), "", 19, "full")


def _spaced(who: Someone, rng: Random) -> Written:
    first, last = " ".join(who.first), " ".join(who.last.replace(" ", ""))
    text = f"{first}{rng.choice(('  ', '   '))}{last}"
    return Written("", text.upper() if rng.random() < 0.5 else text, "", 20, "full")


def _hyphened(who: Someone, rng: Random) -> Written:
    word = max(who.first, who.last, key=len)
    at = word.find("-") if "-" in word else len(word) // 2
    broken = f"{word[:at]}-\n{word[at:].removeprefix('-')}"
    text = f"{broken} {who.last}" if word == who.first else f"{who.first} {broken}"
    return Written("", text, "", 21, "full")


def _over_lines(who: Someone, rng: Random) -> Written:
    return Written("", f"{who.first}\n{who.last}", "", 22, "full")


def _part(who: Someone, rng: Random) -> Written:
    if "-" not in who.last:
        return _last(who, rng)
    part = rng.choice(who.last.split("-"))
    return Written("", f"{who.first} {part}" if rng.random() < 0.6 else part, "", 23)


def _unaccented(who: Someone, rng: Random) -> Written:
    text = who.name if rng.random() < 0.6 else who.first
    bare = unaccented(text)
    return Written("", bare, "", 24 if bare != text else (1 if " " in text else 2))


def _spelt(who: Someone, rng: Random) -> Written:
    if not who.other_spelling:
        return _full(who, rng)
    whole = who.other_spelling
    return Written("", whole if rng.random() < 0.6 else whole.split()[0], "", 25)


def _file(who: Someone, rng: Random) -> Written:
    joined = f"{who.first}{rng.choice('_-')}{who.last}".replace(" ", "_")
    return Written("", joined, "", 36, "full")


def _file_last(who: Someone, rng: Random) -> Written:
    return Written("", who.last.replace(" ", ""), "", 36, "last")


FORMS: dict[str, Callable[[Someone, Random], Written]] = {
    "full": _full,
    "first": _first,
    "last": _last,
    "titled": _titled,
    "couple": _couple,
    "titledfull": _titled_full,
    "initials": _initials,
    "initial": _initial,
    "reversed": _reversed,
    "reversedmiddle": _reversed_middle,
    "middle": _middle,
    "caps": _caps,
    "capsfirst": _caps_first,
    "police": _police,
    "lower": _lower,
    "lowerfull": _lower_full,
    "pet": _pet,
    "alias": _alias,
    "rolename": _role_and_name,
    "former": _former,
    "formerfull": _former_full,
    "poss": _possessive,
    "fullposs": _full_possessive,
    "plural": _plural,
    "typo": _typo,
    "typofull": _typo_full,
    "typo2": _two_typos,
    "ocr": _misread,
    "ocrfull": _misread_full,
    "glued": _glued,
    "spaced": _spaced,
    "hyphen": _hyphened,
    "broken": _over_lines,
    "part": _part,
    "noaccent": _unaccented,
    "spelt": _spelt,
    "file": _file,
    "filelast": _file_last,
}
