"""How people's names are written: neatly, in haste, by a typist, by a scanner, by a child."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from conformance.practice.people import Someone, unaccented


@dataclass(frozen=True, slots=True)
class Written:
    """A name as it stands on paper: what leads it, the name itself, what trails it."""

    words: str
    number: int  # of the phenomenon
    lead: str = ""
    tail: str = ""

    @property
    def titled(self) -> bool:
        """Say whether a courtesy title stands before it, as before no child's name."""
        return self.lead.strip(" .") in {"Mr", "Mrs", "Ms", "Miss", "Dr", "DC", "PC", "DS"}


Way = Callable[[Someone, Random], Written]


def _full(who: Someone, rng: Random) -> Written:
    middle = f" {who.middle}" if rng.random() < 0.06 else ""
    return Written(f"{who.first}{middle} {who.last}", 1)


def _first(who: Someone, rng: Random) -> Written:
    return Written(who.first, 2)


def _title(who: Someone, rng: Random) -> str:
    return who.title + ("." if rng.random() < 0.15 else "") + " "


def _titled(who: Someone, rng: Random) -> Written:
    return Written(who.last, 3, _title(who, rng))


def _titled_full(who: Someone, rng: Random) -> Written:
    return Written(who.name, 4, _title(who, rng))


def _initials(who: Someone, rng: Random) -> Written:
    a, b = who.first[0], who.last[0].upper()
    shape = rng.choice(("{a}{b}", "{a}.{b}.", "{a}. {b}.", "{a}.{b}", "{a}/{b}", "{a}{b}"))
    return Written(shape.format(a=a, b=b), 5)


def _initial_surname(who: Someone, rng: Random) -> Written:
    lead = _title(who, rng) if rng.random() < 0.35 else ""
    shape = rng.choice(("{a} {b}", "{a}. {b}", "{a}.{b}", "{a} {b}"))
    return Written(shape.format(a=who.first[0], b=who.last), 6, lead)


def _surname_first(who: Someone, rng: Random) -> Written:
    shape = rng.choice((
        "{L}, {f}", "{l}, {f}", "{L} {f}", "{L}, {f} {m}", "{L} ({f})", "{l} {f}", "{L},{f}",
        "{L} - {f}"))  # fmt: skip
    return Written(shape.format(L=who.last.upper(), l=who.last, f=who.first, m=who.middle), 7)


def _capitals(who: Someone, rng: Random) -> Written:
    return Written(rng.choice((who.name, who.name, who.first)).upper(), 8)


def _lower(who: Someone, rng: Random) -> Written:
    return Written(rng.choice((who.first, who.first, who.name)).lower(), 9)


def _pet(who: Someone, rng: Random) -> Written:
    return Written(who.pet, 10) if who.pet else _first(who, rng)


def _alias(who: Someone, rng: Random) -> Written:
    if not who.alias:
        return _pet(who, rng)
    return Written(who.alias, 11, *(("‘", "’") if rng.random() < 0.25 else ("", "")))


def _former(who: Someone, rng: Random) -> Written:
    if not who.former:
        return Written(f"{who.first} {who.middle} {who.last}", 1)
    return Written(rng.choice((f"{who.first} {who.former}", who.former)), 12)


def _nee(who: Someone, rng: Random) -> Written:
    if not who.former:
        return Written(f"{who.first} {who.middle} {who.last}", 1)
    return Written(who.former, 12, rng.choice(("née ", "nee ", "formerly ", "previously ")))


def _possessive(who: Someone, rng: Random) -> Written:
    name = rng.choice((who.first, who.first, who.first, who.name))
    if name.endswith("s"):
        return Written(name, 13, tail=rng.choice(("'", "'s", "’s")))
    return Written(name, 13, tail=rng.choice(("'s", "'s", "'s", "’s", "’s", "s")))


def _family(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.4:
        return Written(who.last, 14, tail=rng.choice((" family", " household", " clan", " girls")))
    plural = "es" if re.search(r"(?:s|x|z|ch|sh)$", who.last) else "s"
    return Written(who.last + plural, 14)


BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "y": "tu",
}  # fmt: skip
BY_EAR = (
    ("ie", "ei"), ("ey", "y"), ("ck", "k"), ("ph", "f"), ("ll", "l"), ("nn", "n"), ("tt", "t"),
    ("ss", "s"), ("gh", "g"), ("ea", "ee"), ("ou", "ow"), ("ai", "ay"), ("k", "ck"), ("y", "ie"),
    ("c", "k"), ("z", "s"), ("e", "i"), ("a", "e"),
)  # fmt: skip


def slip(word: str, rng: Random) -> str:
    """Return a word with one slip of finger or ear in it, never in its first letter."""
    if len(word) < 3:
        return word + word[-1].lower()
    at = rng.randrange(1, len(word) - 1)
    heard = [(a, b) for a, b in BY_EAR if a in word[1:]]
    hit = BESIDE.get(word[at].lower(), "")
    options = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    if word[at] != word[at + 1]:
        options.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    if hit:
        options.append(word[:at] + rng.choice(hit) + word[at + 1 :])
    if heard:
        a, b = rng.choice(heard)
        options += [word[0] + word[1:].replace(a, b, 1)] * 2
    return rng.choice(options)


def _typo(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.5:
        return Written(slip(who.first, rng), 16)
    parts = [who.first, who.last]
    at = rng.randrange(2)
    parts[at] = slip(parts[at], rng)
    return Written(" ".join(parts), 16)


def _two_typos(who: Someone, rng: Random) -> Written:
    if len(who.first) > 6 and rng.random() < 0.4:
        return Written(slip(slip(who.first, rng), rng), 17)
    return Written(f"{slip(who.first, rng)} {slip(who.last, rng)}", 17)


READ_AS = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "l"), ("I", "l"), ("o", "0"), ("O", "0"),
    ("cl", "d"), ("d", "cl"), ("e", "c"), ("h", "b"), ("u", "v"), ("w", "vv"), ("S", "5"),
    ("B", "8"), ("g", "q"), ("t", "f"), ("ri", "n"), ("a", "o"), ("n", "ri"), ("E", "F"),
)  # fmt: skip


def misread(word: str, rng: Random) -> str:
    """Return a word as a worn ribbon and a scanner leave it: one or two letters mistaken."""
    for _ in range(rng.choice((1, 1, 2))):
        fits = [(a, b) for a, b in READ_AS if a in word]
        if fits:
            a, b = rng.choice(fits)
            at = rng.choice([m.start() for m in re.finditer(a, word)])
            word = word[:at] + b + word[at + len(a) :]
    return word


def _misread(who: Someone, rng: Random) -> Written:
    return Written(misread(rng.choice((who.first, who.name, who.name)), rng), 18)


def _glued(who: Someone, rng: Random) -> Written:
    joined = f"{who.first}{who.last}".replace(" ", "")
    return Written(rng.choice((joined, joined, joined.lower())), 19)


def _spaced(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.4:
        return Written(" ".join(who.first), 20)
    wide = "   ".join(" ".join(word) for word in who.name.split(" "))
    return Written(wide.upper() if rng.random() < 0.6 else wide, 20)


def _hyphened(who: Someone, rng: Random) -> Written:
    long = [w for w in (who.first, who.last) if len(w) >= 5 and w.isalpha()]
    if not long:
        return _broken(who, rng)
    word = rng.choice(long)
    at = rng.randint(2, len(word) - 2)
    cut = f"{word[:at]}-\n{word[at:]}"
    name = cut if word == who.first and rng.random() < 0.5 else who.name.replace(word, cut, 1)
    return Written(name, 21)


def _broken(who: Someone, rng: Random) -> Written:
    return Written(f"{who.first}\n{who.last}", 22)


def _part(who: Someone, rng: Random) -> Written:
    if "-" not in who.last:
        return _titled(who, rng)
    half = rng.choice(who.last.split("-"))
    if who.key[-1].isdigit() or rng.random() < 0.5:  # a child has no courtesy title
        return Written(f"{who.first} {half}", 23)
    return Written(half, 23, _title(who, rng))


def _unaccented(who: Someone, rng: Random) -> Written:
    return Written(unaccented(rng.choice((who.first, who.name, who.name))), 24)


def _other_letters(who: Someone, rng: Random) -> Written:
    other = who.other_spelling or who.name
    return Written(rng.choice((other, other.split(" ")[0])), 25)


def _surname(who: Someone, rng: Random) -> Written:
    return Written(who.last, 29)


def _file_name(who: Someone, rng: Random) -> Written:
    first, last = who.first.replace(" ", ""), who.last.replace(" ", "_")
    shape = rng.choice(("{l}_{f}", "{f}-{l}", "{f}.{l}", "{f}{l}", "{l}{f}"))
    tail = rng.choice(("_scan.pdf", "_v3.docx", " final.doc", "-chronology.xlsx", "_msg.txt"))
    return Written(shape.format(f=first, l=last), 36, tail=tail)


WAYS: dict[str, Way] = {
    "full": _full, "first": _first, "ti": _titled, "tifull": _titled_full, "ini": _initials,
    "inisur": _initial_surname, "surfirst": _surname_first, "caps": _capitals, "lower": _lower,
    "pet": _pet, "alias": _alias, "former": _former, "nee": _nee, "poss": _possessive,
    "famil": _family, "typo": _typo, "typo2": _two_typos, "ocr": _misread, "glued": _glued,
    "spaced": _spaced, "hyph": _hyphened, "brk": _broken, "part": _part, "plain": _unaccented,
    "trans": _other_letters, "sur": _surname, "file": _file_name,
}  # fmt: skip

SLIPPED = frozenset({"typo", "typo2", "ocr"})
"""The ways in which a name may come out as somebody else's, and is written anew then."""

ROLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # key: in an office's words, in a family's
    "mother": (("mother", "birth mother", "mother"), ("mum", "mam", "mummy", "mum")),
    "father": (("father", "birth father", "father"), ("dad", "daddy", "dad")),
    "step": (("step-father", "mother's partner", "mother's cohabitee"),
             ("stepdad", "mum's boyfriend", "mum's fella")),
    "mgm": (("MGM", "maternal grandmother", "M.G.M."), ("nan", "nana", "gran")),
    "mgf": (("MGF", "maternal grandfather"), ("grandad",)),
    "pgm": (("PGM", "paternal grandmother"), ("gran", "grandma")),
    "pgf": (("PGF", "paternal grandfather"), ("grandad",)),
    "aunt": (("maternal aunt", "aunt"), ("auntie", "aunty")),
    "uncle": (("paternal uncle", "uncle"), ("uncle",)),
    "carer1": (("foster mother", "foster carer"), ("foster mum",)),
    "carer2": (("foster father", "male carer"), ("foster dad",)),
    "friend1mum": (("friend's mother",), ("friend's mum", "mate's mum")),
    "friend2dad": (("friend's father",), ("friend's dad",)),
}  # fmt: skip

DESCRIBED = (
    "the caller from across the landing",
    "a resident of the same stairwell",
    "somebody who hears the children through the party wall",
    "the woman whose kitchen overlooks the back yard",
    "a dog walker who passes the house every evening",
    "the person two doors along who used to baby-sit",
    "the informant, a retired bus driver known to the household",
    "someone whose children play out with this family's",
    "the man from the end terrace who rang us twice before",
    "a lady living opposite, who has asked for no visit to her own door",
    "the source, who works at the corner shop",
    "an elderly resident on the ground floor of the block",
    "the caller, who lives close enough to hear the shouting",
    "a parishioner who sees the children on Sundays",
)
"""Whom nobody names: the person who told, in words that those at home would know them by."""
