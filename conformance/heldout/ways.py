"""How people's names are written in these papers: ways of their own beside those known."""

from __future__ import annotations

import re
from random import Random
from string import ascii_lowercase

from conformance.makers import letters
from conformance.measured.ways import ROLES as KNOWN_ROLES
from conformance.measured.ways import WAYS as KNOWN_WAYS
from conformance.measured.ways import Way, Written
from conformance.measured.whose import forms as known_forms
from conformance.practice.people import Someone


def forms(who: Someone) -> set[str]:
    """Return every way of writing somebody here that is no slip, in plain letters.

    A middle initial settles nothing: whoever has the other letters may have any.
    """
    first, last, initial = who.first, who.last, who.first[0]
    ways = {f"{last} {initial}", f"{first} {last[0]}"}
    ways |= {f"{initial} {middle} {last}" for middle in ascii_lowercase}
    if who.pet:
        ways |= {f"{who.pet} {last}", f"{first} {who.pet} {last}"}
    if who.alias:
        ways |= {f"{who.alias} {last}", f"{first} {who.alias} {last}"}
    return known_forms(who) | {letters(way) for way in ways}


def _full(who: Someone, rng: Random) -> Written:
    shape = rng.choice(("{f} {l}", "{f} {l}", "{f} {l}", "{f} {l}", "{f} {L}", "{f} {m} {l}"))
    return Written(shape.format(f=who.first, l=who.last, L=who.last.upper(), m=who.middle), 1)


def _title(who: Someone, rng: Random) -> str:
    return rng.choice((who.title, who.title, who.title, who.title + ".")) + " "


def _titled(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.07:
        return Written(who.last.upper(), 3, _title(who, rng))
    return Written(who.last, 3, _title(who, rng))


def _titled_full(who: Someone, rng: Random) -> Written:
    return Written(who.name, 4, _title(who, rng))


def _initials(who: Someone, rng: Random) -> Written:
    a, b = who.first[0], who.last[0].upper()
    shape = rng.choice(("{a}{b}", "{a}.{b}.", "{a}-{b}", "{a} {b}", "{a}{b}", "{a}.{b}"))
    return Written(shape.format(a=a, b=b), 5)


def _initial_surname(who: Someone, rng: Random) -> Written:
    lead = _title(who, rng) if rng.random() < 0.3 else ""
    shape = rng.choice(("{a} {l}", "{a}. {l}", "{a}.{l}", "{a} {L}", "{a}.{m}. {l}", "{a} {m} {l}"))
    return Written(
        shape.format(a=who.first[0], m=who.middle[0], l=who.last, L=who.last.upper()), 6, lead
    )


def _surname_initial(who: Someone, rng: Random) -> Written:
    shape = rng.choice(("{L} {a}", "{l}, {a}.", "{L}, {a}", "{l} {a}"))
    return Written(shape.format(L=who.last.upper(), l=who.last, a=who.first[0]), 6)


def _register(who: Someone, rng: Random) -> Written:
    """Write a name as schools and homes do: first name and the letter of the surname."""
    shape = rng.choice(("{f} {b}", "{f} {b}.", "{f} {b}", "{F} {b}"))
    return Written(shape.format(f=who.first, F=who.first.upper(), b=who.last[0].upper()), 6)


def _surname_first(who: Someone, rng: Random) -> Written:
    shape = rng.choice((
        "{L}, {f}", "{l}, {f}", "{L} {f}", "{L}; {f}", "{L} / {f}", "{L}: {f}", "{l} ({f})",
        "{L}, {F}", "{l} {f} {m}", "{L}.{f}"))  # fmt: skip
    return Written(shape.format(L=who.last.upper(), l=who.last, f=who.first,
                                F=who.first.upper(), m=who.middle), 7)  # fmt: skip


def _pet_full(who: Someone, rng: Random) -> Written:
    """Write a name with the pet name in it, or with the pet name before the surname."""
    if not who.pet or who.pet.casefold() == who.first.casefold():
        return _full(who, rng)
    shape = rng.choice(("{p} {l}", "{p} {l}", "{f} ({p}) {l}", "{f} '{p}' {l}", "{f} “{p}” {l}"))
    return Written(shape.format(p=who.pet, f=who.first, l=who.last), 10)


def _alias(who: Someone, rng: Random) -> Written:
    if not who.alias:
        return KNOWN_WAYS["pet"](who, rng)
    if rng.random() < 0.15 and who.key != "subject":
        return Written(f"{who.alias} {who.last}", 11)
    return Written(who.alias, 11, *(('"', '"') if rng.random() < 0.3 else ("", "")))


def _nee(who: Someone, rng: Random) -> Written:
    if not who.former:
        return Written(f"{who.first} {who.middle} {who.last}", 1)
    lead = rng.choice(("née ", "nee ", "(née) ", "formerly known as ", "was ", "born ", "f.k.a. "))
    return Written(who.former, 12, lead)


def _possessive(who: Someone, rng: Random) -> Written:
    name = rng.choice((who.first, who.first, who.first, who.name))
    tails = ("'", "'s", "’", "s'") if name.endswith("s") else ("'s", "'s", "’s", "`s", "s'", "s")
    return Written(name, 13, tail=rng.choice(tails[:2] if rng.random() < 0.6 else tails))


def _family(who: Someone, rng: Random) -> Written:
    if rng.random() < 0.45:
        tail = rng.choice((" family", " children", " lot", " boys", " household", " tribe"))
        return Written(who.last, 14, tail=tail)
    plural = "es" if re.search(r"(?:s|x|z|ch|sh)$", who.last) else "s"
    return Written(who.last + plural, 14)


NEXT_KEY = {
    "a": "qz", "b": "v", "c": "x", "d": "e", "e": "r", "f": "d", "g": "t", "h": "y", "i": "k",
    "j": "n", "k": "m", "l": "p", "m": "k", "n": "j", "o": "l", "p": "l", "r": "f", "s": "w",
    "t": "g", "u": "j", "v": "f", "w": "s", "y": "h", "z": "x",
}  # fmt: skip
HEARD = (
    ("ine", "een"), ("ee", "ea"), ("ya", "ia"), ("ei", "ie"), ("oo", "ou"), ("ch", "sh"),
    ("th", "f"), ("er", "a"), ("ar", "er"), ("al", "le"), ("v", "f"), ("x", "cks"), ("g", "j"),
    ("b", "p"), ("d", "t"), ("m", "n"), ("s", "z"), ("u", "a"), ("i", "y"), ("o", "a"),
)  # fmt: skip


def slip(word: str, rng: Random) -> str:
    """Return a word with one slip in it, as thumbs, ears and dictation make them."""
    if len(word) < 4:
        return word + rng.choice("eay")
    at = rng.randrange(1, len(word) - 1)
    key = NEXT_KEY.get(word[at].lower(), "")
    slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word + word[-1]]
    if key:
        slips += [word[:at] + rng.choice(key) + word[at + 1 :], word[:at] + key[0] + word[at:]]
    heard = [(a, b) for a, b in HEARD if a in word[1:] and abs(len(a) - len(b)) < 2]
    if heard and (pair := rng.choice(heard)):
        slips += [word[0] + word[1:].replace(*pair, 1)] * 2
    return rng.choice(slips)


def _typo(who: Someone, rng: Random) -> Written:
    parts = [who.first, who.last]
    if rng.random() < 0.4:
        return Written(slip(who.first, rng), 16)
    at = rng.randrange(2)
    parts[at] = slip(parts[at], rng)
    return Written(" ".join(parts), 16)


def _typo_titled(who: Someone, rng: Random) -> Written:
    return Written(slip(who.last, rng), 16, _title(who, rng))


def _two_typos(who: Someone, rng: Random) -> Written:
    return Written(f"{slip(who.first, rng)} {slip(who.last, rng)}", 17)


READ_AS = (
    ("li", "h"), ("h", "li"), ("n", "u"), ("u", "n"), ("c", "e"), ("y", "v"), ("f", "t"),
    ("rn", "m"), ("m", "nn"), ("w", "uu"), ("l", "!"), ("i", "1"), ("o", "0"), ("G", "C"),
    ("D", "0"), ("K", "R"), ("H", "N"), ("P", "F"), ("s", "5"), ("a", "4"), ("e", "o"),
    ("tt", "H"), ("b", "6"), ("R", "B"), ("v", "y"), ("k", "h"),
)  # fmt: skip


def misread(word: str, rng: Random) -> str:
    """Return a word as a carbon copy on film and a scanner leave it."""
    for _ in range(rng.choice((1, 1, 1, 2))):
        fits = [(a, b) for a, b in READ_AS if a in word]
        if fits:
            a, b = rng.choice(fits)
            at = rng.choice([m.start() for m in re.finditer(a, word)])
            word = word[:at] + b + word[at + len(a) :]
    return word


def _misread(who: Someone, rng: Random) -> Written:
    return Written(misread(rng.choice((who.first, who.name, who.name)), rng), 18)


def _misread_capitals(who: Someone, rng: Random) -> Written:
    return Written(misread(who.name.upper(), rng), 18)


def _glued(who: Someone, rng: Random) -> Written:
    joined = f"{who.first}{who.last}".replace(" ", "")
    return Written(rng.choice((joined, joined.upper(), joined.lower(),
                               f"{who.last}{who.first}".replace(" ", ""))), 19)  # fmt: skip


def _spaced(who: Someone, rng: Random) -> Written:
    wide = "  ".join(rng.choice((" ", " ", ".")).join(w) for w in who.name.upper().split(" "))
    return Written(wide if rng.random() < 0.75 else " ".join(who.last.upper()), 20)


def _hyphened(who: Someone, rng: Random) -> Written:
    long = [w for w in (who.last, who.first) if len(w) >= 6 and w.isalpha()]
    if not long:
        return KNOWN_WAYS["brk"](who, rng)
    word = long[0]
    at = rng.randint(3, len(word) - 2)
    return Written(who.name.replace(word, f"{word[:at]}-\n{word[at:]}", 1), 21)


def _broken(who: Someone, rng: Random) -> Written:
    shape = rng.choice(("{f}\n{l}", "{f}\n{l}", "{l},\n{f}", "{a}.\n{l}"))
    return Written(shape.format(f=who.first, l=who.last, a=who.first[0]), 22)


def _file_name(who: Someone, rng: Random) -> Written:
    first, last = who.first.replace(" ", ""), who.last.replace(" ", "-")
    shape = rng.choice(("{l}-{f}", "{f}_{l}", "{L}_{f}", "{l}{f}", "{f}.{l}"))
    tail = rng.choice(("_PEP_final.docx", ".msg", "-v2 (1).pdf", "_s7.doc", " scan003.tif"))
    return Written(shape.format(f=first, l=last, L=last.upper()), 36, tail=tail)


def _courtesy_first(who: Someone, rng: Random) -> Written:
    """Write a grown-up as nurseries and clubs do: Miss and the first name."""
    return Written(who.first, 2, rng.choice(("Miss ", "Mrs ")) if who.sex == "f" else "Mr ")


OWN: dict[str, Way] = {
    "full": _full, "ti": _titled, "tifull": _titled_full, "ini": _initials,
    "inisur": _initial_surname, "surini": _surname_initial, "register": _register,
    "surfirst": _surname_first, "petfull": _pet_full, "alias": _alias, "nee": _nee,
    "poss": _possessive, "famil": _family, "typo": _typo, "tityp": _typo_titled,
    "typo2": _two_typos, "ocr": _misread, "ocrcaps": _misread_capitals, "glued": _glued,
    "spaced": _spaced, "hyph": _hyphened, "brk": _broken, "file": _file_name,
    "missfirst": _courtesy_first,
}  # fmt: skip
WAYS: dict[str, Way] = {**KNOWN_WAYS, **OWN}

ROLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **KNOWN_ROLES,
    "mother": (("mother", "natural mother", "the mother"), ("mum", "mam", "me mam", "mum")),
    "father": (("father", "putative father", "the father"), ("dad", "my dad", "dad")),
    "step": (("co-habitee", "mother's co-habitee", "mother's partner"),
             ("mum's partner", "mum's new bloke", "stepdad")),
    "mgm": (("MGM", "maternal grandmother", "mat. grandmother"), ("nan", "nana", "nanny")),
    "pgm": (("PGM", "paternal grandmother"), ("gran", "grandma")),
    "carer1": (("foster mother", "female carer"), ("foster mum",)),
}  # fmt: skip

DESCRIBED = (
    "the lady who does the school crossing at the bottom of the road",
    "a man who parks his van opposite",
    "someone who worships with the family",
    "the caller, a mother from the same playgroup",
    "a person living above, who works nights",
    "the tenant whose bathroom shares a wall with theirs",
    "a former lodger of the house",
    "the gentleman with the greyhounds at the corner",
    "one of the dinner ladies, speaking as a private person",
    "the person who sells them milk",
    "somebody who used to go out with a relative of the family",
    "a woman who shares the back entry and hangs her washing there",
    "the anonymous caller, elderly and local by voice",
)
"""Whom nobody names: the person who told, in words that those at home would know them by."""

LABELLED = ("Child {0}", "child {0}", "Sibling {0}", "YP-{0}", "“{0}” (a minor)", "Minor {0}")
