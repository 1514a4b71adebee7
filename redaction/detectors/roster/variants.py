"""The shapes in which a person of the roster may be written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from recordkeeping.disclosure.people import Person, Standing
from redaction.detectors.names.veto import is_english, is_no_name_word
from redaction.detectors.nicknames import nicknames_of, spellings_of
from redaction.detectors.normal import folded
from redaction.detectors.roster.numbers import Number, numbers_of, parts_of_addresses

ANY, CAPITALS_ONLY, DOTTED, HANDLE = "any", "capitals", "dotted", "handle"
SIGNED = "signed"
"""Initials that keep a sign or small letters of the name: "GO'M", "J-P", "GMcD", "PvdB"."""
TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady", "master")
_RANKS_WORDS = """
pc dc ds di dci wpc sgt sergeant insp inspector constable det detective dr prof professor nurse
sister matron cllr councillor sw hv gp
"""
_RANKS = tuple(_RANKS_WORDS.split())
"""Before a surname, what somebody is at work: "DC Sharp"."""
RANKS = frozenset(_RANKS) - {"di", "sister", "matron"}
"""What nobody is called: a rank that a roster lists before a name is no first name."""
_COUPLES = ("mr and mrs", "mr & mrs", "mrs and mr", "mr and mr", "mrs and mrs", "dr and mrs")
_ABBREVIATIONS_WORDS = """
ABE ADHD AFC ASD CAF CAMHS CFA CIC CIN CLA CPC CPP CSE DOB DSL EHCP FGC GCSE GDPR HMP ICPC IRO
LAC LADO MARAC MASH NAI NFA NHS NSPCC PEP PLO PRU RCPC SAR SEN SENCO SGO SMBC SNT YOT YOS
MGM MGF PGM PGF
AD AM AN AP AS AT BC BF BP BS BY CC CD CE CI CO CP CV DA DC DI DO DR DS DV
ED EH EP ES EU EY FC FT GB GO GP HA HE HQ HR HV IC ID IE IF II IN IO IP IQ IR IS IT
IV KC KS LA LD ME MF MH MP MR MS MY NB NE NI NO NW OF OH OK ON OR OT PA PC
PE PI PM PO PR PS PT QA QC RD RE RN SE SI SO SP ST SU SW TA TM TO TV UC UK UN
UP US UV VI WC WE WM XX XY YA YO YP
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
"""What the papers of social work shorten, of which many are somebody's initials: with points."""
_IN_EVERY_FILE_WORDS = """
SW HV GP PC PA DC DS DI CI DR MR MS MP OT PT TA TM SENCO IRO LADO AFC YOT
ABE ADHD ASD CAF CAMHS CFA CIC CIN CLA CPC CPP CSE DOB DSL EHCP FGC GCSE GDPR HMP ICPC LAC MARAC
MASH NAI NFA NHS NSPCC PEP PLO PRU RCPC SAR SEN SGO SMBC SNT YOS MGM MGF PGM PGF
AM BF CC CO CP CV DA DV ED EH EP EY HA HR ID IQ IT KS LA LD ME MH NB NI NO OK PE PM PO PR RE SO TV
UC UK US XX
"""
IN_EVERY_FILE = frozenset(_IN_EVERY_FILE_WORDS.split())
"""What somebody is at work, and what these papers shorten most: initials only where they say so."""
_NEVER_ALONE_WORDS = """
de la le van von der den ter bin bint ibn abu al el o mac mc st di da du dos del della ap ab ferch
the and of
"""
_NEVER_ALONE = frozenset(_NEVER_ALONE_WORDS.split())
_BEFORE_WORDS = """
nan nana nanny gran granny grandma grandpa grandad granddad auntie aunty aunt uncle cousin mum mummy
dad daddy big little old young nee formerly previously aka was maiden name known as now called
"""
_BEFORE = frozenset(_BEFORE_WORDS.split()) | frozenset(TITLES)
_BEHIND = frozenset(("senior", "snr", "sr", "junior", "jnr", "jr", "deceased", "dec'd"))
_BORN_AS = frozenset(("nee", "formerly", "previously", "maiden"))
_ASIDE = re.compile(r"[(\"\u201c\u201d\[]([^()\"\[\]]+)[)\"\u201c\u201d\]]")
_SMALL = _NEVER_ALONE - {"o", "mac", "mc", "st"}
"""Words of a surname of which initials keep the small letter: "PvdB"."""
_PARTS = re.compile(r"[^\W\d_]+|['-]")
_MAC = re.compile(r"(ma?c)([^\W\d_])[^\W\d_]{2}")
_LEAST_ALONE = 3  # letters of a name that is not the first
_HEAD = re.compile(r"([^aeiouy\W\d_]{0,2}[aeiouy])([^aeiou\W\d_])(?=[^\W\d_])")
_LEAST_LOST, _FEW = 2, 2  # letters
_LEAST_HANDLE = 5  # letters
LEAST_LIKE = 4
"""Letters of a word whose misspellings are looked for by itself."""


class Way(IntEnum):
    """How a variant came of what the roster lists, the most certain first."""

    LISTED = 0
    DERIVED = 1
    NICKNAME = 2
    SPELLING = 3
    INITIALS = 4


@dataclass(frozen=True, slots=True)
class Variant:
    """One shape of a person's name or number, normalised.

    `exact`: just what the roster lists, so that it may be shown of whom may be shown.
    """

    text: str = field(repr=False)
    kind: str
    what: str
    exact: bool
    way: Way = Way.LISTED
    shape: str = ANY
    loose: bool = False  # whatever stands between its pieces


@dataclass(frozen=True, slots=True)
class Called:
    """A listed name read: what comes first, and the surname with what belongs to it."""

    given: tuple[str, ...] = field(repr=False)
    last: str = field(repr=False)
    whole: bool = True  # listed so, and not put together of two entries

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of the name in their order."""
        return (*self.given, *self.last.split())


def variants_of(person: Person, standing: Standing, *, shown: bool = False) -> Iterator[Variant]:
    """Yield every shape of what a person is called and known by.

    `shown`: the names of this person may be shown, where it is they who are meant.
    """
    # Of "S Cook" the letter alone is nobody's name: any text holds it, as in "an adult's work".
    names = _names(person, standing, shown=shown)
    at_work = standing is Standing.PROFESSIONAL
    yield from (
        name
        for name in names
        if (sum(map(str.isalpha, name.text)) > 1 or name.way is Way.LISTED)
        and not (at_work and name.text in RANKS)
    )
    yield from (_of_number(number) for number in numbers_of(person))
    if not shown and standing is not Standing.SUBJECT:
        yield from (_of_part(number) for number in parts_of_addresses(person))


def _of_number(number: Number) -> Variant:
    return Variant(number.text, number.kind, number.what, exact=True, loose=number.loose)


def _of_part(number: Number) -> Variant:
    return Variant(number.text, number.kind, number.what, False, Way.SPELLING, loose=True)


def called(person: Person) -> Iterator[Called]:
    """Yield each full name of a person: the listed one, aliases, and the name they were born by."""
    first: Called | None = None
    for listed in (person.name, *person.aliases):
        for read, born_as in _read(listed, person):
            if read.given and read.last:
                first = first or read
                yield read
            elif first:
                # A single name beside a full one: another surname, or another first name.
                [word] = read.words
                yield Called(first.given, word, whole=False)
                if not born_as:
                    yield Called((word,), first.last, whole=False)


def words_of(person: Person) -> Iterator[str]:
    """Yield the words of a person's names that may be misspelt."""
    for listed in (person.name, *person.aliases):
        for read, _ in _read(listed, person):
            for word in re.split(r"[^\w]+", " ".join(read.words)):
                if word.isalpha() and word not in _NEVER_ALONE:
                    yield word


def _names(person: Person, standing: Standing, *, shown: bool) -> Iterator[Variant]:
    for listed in (person.name, *person.aliases):
        if text := folded(listed):
            yield _name(text, Way.LISTED, exact=True)
            yield from (_name(other) for other in other_spellings(text))
    if standing is Standing.ORGANISATION:
        return
    for listed in (person.name, *person.aliases):
        yield from (_name(" ".join(read.words)) for read, _ in _read(listed, person))
    own = standing is Standing.SUBJECT
    surnames = {read.last for read in called(person) if read.whole}
    for read in called(person):
        # "Seun Barker" of an Oluwaseun Barker who is listed as Seun too.
        full = read.whole or read.last in surnames
        yield from _of_full(read, own=own, shown=shown and full)
        if standing is Standing.PROFESSIONAL:
            yield from (
                _name(f"{rank}{stop} {read.last}", exact=shown)
                for rank in _RANKS
                for stop in ("", ".")
            )
    alone = [read.words[0] for read, _ in _read(person.name, person) if len(read.words) == 1]
    yield from _alternatives_alone(alone)


def _of_full(read: Called, *, own: bool, shown: bool) -> Iterator[Variant]:
    first, last = read.given[0], read.last
    for names in {first, " ".join(read.given)}:
        yield from (_name(form, exact=own or shown) for form in _in_full(names, last))
    yield from (_name(form, exact=own or shown) for form in _with_middle_letters(read))
    if shown:
        yield from (_name(form, exact=True) for form in _by_surname(read))
    yield from (_name(" ".join(given), exact=own or shown) for given in _beginnings(read.given))
    for letter in dict.fromkeys((last[0], _with_small(last).casefold())):
        yield from (_name(f"{first} {letter}{stop}", exact=own or shown) for stop in ("", "."))
        yield from (_name(f"{title} {letter}{stop}") for title in TITLES for stop in ("", "."))
    if not (own or shown):
        # Papers may call somebody by any name of theirs: "Wei" of Ng Wei Ling.
        besides = (name for name in read.given[1:] if len(name) >= _LEAST_ALONE)
        yield from (Variant(n, "person", "name", exact=False, way=Way.NICKNAME) for n in besides)
    for given, surname in _parted(read):
        for spelt in {surname, *other_spellings(surname)}:
            yield from _with_surname(spelt, given, own=own)
    for part in parts(last):
        yield from _with_surname(part, read.given, own=False)
    if not read.whole:
        return
    for brief in _shortened(first):
        yield from (_name(form, Way.NICKNAME) for form in (brief, *_orders(brief, last)))
    for way, others in ((Way.NICKNAME, nicknames_of(first)), (Way.SPELLING, spellings_of(first))):
        for other in others:
            yield from (_name(form, way) for form in (other, *_orders(other, last)))
            yield from _handles(other, last)
    for other in spellings_of(last):
        yield from (_name(v.text, Way.SPELLING) for v in _with_surname(other, read.given, own=own))
    yield from _handles(first, last)
    for initials in _initials(read):
        short = initials in _ABBREVIATIONS or initials in IN_EVERY_FILE
        shape = DOTTED if short else CAPITALS_ONLY
        yield Variant(initials, "initials", "initials", own or shown, Way.INITIALS, shape)
    for initials in _signed_initials(read):
        yield Variant(initials, "initials", "initials", own or shown, Way.INITIALS, SIGNED)


def _shortened(first: str) -> Iterator[str]:
    """Yield how a name in no list may be said for short: "Pey", "Damo", "Maz", "Clemmie"."""
    head = _HEAD.match(first)
    if head is None or len(first) - len(head[0]) < _LEAST_LOST:
        return
    beginning, end = head[1], head[2]
    double = f"{beginning}{end}{end if end not in 'hwxy' else ''}"
    shapes = {f"{beginning}{end}", f"{beginning}{end}o", f"{double}ie", f"{double}y", f"{double}o"}
    if end == "r":
        shapes |= {f"{beginning}z", f"{beginning}zza"}
    yield from sorted(word for word in shapes if _is_short_for_a_name(word))


def _is_short_for_a_name(word: str) -> bool:
    return len(word) > _FEW and not is_english(word) and not is_no_name_word(word)


def _with_middle_letters(read: Called) -> Iterator[str]:
    """Yield a name of which those after the first are letters: "Darren P. Whitehead"."""
    letters = [word[0] for word in read.given[1:]]
    if letters:
        for between in (" ".join(letters), "".join(letters), " ".join(f"{x}." for x in letters)):
            yield from _in_full(f"{read.given[0]} {between}", read.last)


def _in_full(first: str, last: str) -> Iterator[str]:
    yield f"{first} {last}"
    for title in TITLES:
        yield from (f"{title} {first} {last}", f"{title}. {first} {last}")


def _by_surname(read: Called) -> Iterator[str]:
    """Yield how papers name somebody at work: by title, by initials, surname first."""
    first, last = read.given[0], read.last
    names = {first, " ".join(read.given)}
    yield from (f"{last}, {given}" for given in names)
    initials = {first[0], *_all_initials(read)}
    for before in (*initials, *(f"{title} {letters}" for title in TITLES for letters in initials)):
        yield f"{before} {last}"
    yield from (f"{title}{stop} {last}" for title in TITLES for stop in ("", "."))
    for before in ("", *(f"{title}{stop} " for title in TITLES for stop in ("", "."))):
        yield f"{before}{first[0]}.{last}"


def _all_initials(read: Called) -> set[str]:
    """Return the first letters of somebody's first names as they stand before a surname."""
    letters = [word[0] for word in read.given]
    joined = ("".join(letters), " ".join(letters), ".".join(letters), ". ".join(letters))
    return {shape for letters in joined for shape in (letters, f"{letters}.")}


def _beginnings(given: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield what somebody's first name may be: of "Yan Ting Lian" the first, two, or all."""
    yield from (given[:count] for count in range(1, len(given) + 1))


def _parted(read: Called) -> Iterator[tuple[Sequence[str], str]]:
    """Yield first names and surname; of three words and more the last two may be the surname."""
    yield read.given, read.last
    if len(read.given) > 1:
        yield read.given[:-1], f"{read.given[-1]} {read.last}"


def _alternatives_alone(words: Iterable[str]) -> Iterator[Variant]:
    for word in words:
        yield from (_name(other, Way.NICKNAME) for other in nicknames_of(word))
        yield from (_name(other, Way.SPELLING) for other in spellings_of(word))


def _orders(given: str, last: str) -> tuple[str, ...]:
    return f"{given} {last}", f"{last}, {given}", f"{last} {given}"


def _with_surname(last: str, given: Sequence[str], *, own: bool) -> Iterator[Variant]:
    first = given[0]
    yield _name(last)
    for names in map(" ".join, _beginnings(given)):
        yield from (_name(whole, exact=own) for whole in _orders(names, last))
    yield from (_name(f"{first}{last}"), _name(f"{first}{last}".replace(" ", "")))
    for initial in (first[0], f"{first[0]}.", *sorted(_all_initials(Called(tuple(given), last)))):
        yield from (_name(f"{initial} {last}"), _name(f"{last}, {initial}"))
    yield _name(f"{first[0]}.{last}")
    for title in TITLES:
        for stop in ("", "."):
            yield from (_name(f"{title}{stop} {last}"), _name(f"{title}{stop} {first} {last}"))
            yield _name(f"{title}{stop} {first[0]} {last}")
            yield _name(f"{title}{stop} {first[0]}.{last}")
    for couple in _COUPLES:
        yield from (_name(f"{couple} {last}"), _name(f"{couple} {first[0]} {last}"))


def _handles(first: str, last: str) -> Iterator[Variant]:
    """Yield how people put their names together in addresses: "dquaxley", "darrenq"."""
    given, name = re.sub(r"[\W_]", "", first), re.sub(r"[\W_]", "", last)
    if not given or not name:
        return
    together = {given + name, name + given, given[0] + name, name + given[0], given + name[0]}
    for handle in together:
        if len(handle) >= _LEAST_HANDLE:
            yield Variant(handle, "person", "name", False, Way.DERIVED, HANDLE)


def parts(last: str) -> Iterator[str]:
    """Yield the halves of a double-barrelled name."""
    if "-" in last or " " in last:
        for part in re.split(r"[- ]", last):
            if len(part) > 2 and part not in _NEVER_ALONE:
                yield part


def _initials(read: Called) -> set[str]:
    """Return the first letters of a name, those of its first and last word, and of every piece."""
    words = read.words
    pieces = [piece for word in words for piece in re.split("[-']", word) if piece]
    bare = [word for word in words if word not in _NEVER_ALONE]
    found = {
        "".join(word[0] for word in words),
        "".join(word[0] for word in bare),
        words[0][0] + read.last[0],
        words[0][0] + words[-1][0],
        "".join(piece[0] for piece in pieces),
        "".join(word[0] for word in words[: max(2, len(words) - 1)]) if len(words) > 3 else "",
    }
    return {initials.upper() for initials in found if initials.isalpha() and 1 < len(initials) < 6}


def _signed_initials(read: Called) -> set[str]:
    """Return initials with what people keep of a name in them: "GO'M", "J-PD", "GMcD", "PvdB"."""
    firsts, last = [_letters(word) for word in read.given], _with_small(read.last)
    befores = {firsts[0], "".join(firsts), firsts[0][0]}
    together = {before + behind for before in befores for behind in (last, read.last[0].upper())}
    return {letters for letters in (*together, firsts[0], last) if re.search("[a-z'-]", letters)}


def _with_small(last: str) -> str:
    """Return the letters of a surname with the small ones before them: "McD", "vdB"."""
    *small, name = last.split()
    if small and _SMALL.issuperset(small):
        return "".join(word[0] for word in small) + _letters(name)
    if prefixed := _MAC.match(last):
        return prefixed[1].title() + prefixed[2].upper()
    return _letters(last)


def _letters(name: str) -> str:
    """Return the first letter of each part of a name, with the signs between them: "O'M", "J-P"."""
    parted = re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)+", name)
    return "".join(part[0] for part in _PARTS.findall(name)).upper() if parted else name[0].upper()


def _read(listed: str, person: Person) -> Iterator[tuple[Called, bool]]:
    """Yield the names that an entry holds, and of each whether it says that it was another one.

    'Tracy "Trace" Dobbs (née Nowak)' holds three.
    """
    text = folded(listed)
    asides = [aside[1] for aside in _ASIDE.finditer(text)]
    for piece in (_ASIDE.sub(" ", text), *asides):
        turned = ", ".join(reversed(piece.split(", "))) if piece.count(", ") == 1 else piece
        words = turned.replace(",", " ").split()
        born_as = bool(words) and words[0] in _BORN_AS
        while words and words[0].rstrip(".:") in _BEFORE:
            words.pop(0)
        while words and words[-1].strip(".()") in _BEHIND:
            words.pop()
        if person.role is Standing.PROFESSIONAL:
            words = _without_rank(words)
        if len(words) == 1:
            yield Called((), words[0]), born_as
        elif words:
            last = _surname(words)
            yield Called(tuple(words[: len(words) - len(last.split())]), last), born_as


def _without_rank(words: list[str]) -> list[str]:
    """Return a name without what somebody is at work, if a whole one is left: "PC Helen Dunn"."""
    at = 0
    while at < len(words) and (words[at].rstrip(".") in RANKS or words[at].isdigit()):
        at += 1
    return words[at:] if len(words) - at > 1 else words


def _surname(words: Sequence[str]) -> str:
    """Return the surname with what belongs to it: "van der Berg", "O Brien"."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in _NEVER_ALONE:
        start -= 1
    return " ".join(words[start:])


def other_spellings(name: str) -> set[str]:
    """Return a name without its hyphens, apostrophes or spaces, as people type it."""
    spellings = {
        name.replace("-", " "),
        name.replace("-", ""),
        name.replace("'", ""),
        name.replace("'", " "),
        re.sub(r"[-' ]", "", name),
    }
    return {spelling for spelling in spellings if spelling != name and len(spelling) > 2}


def _name(text: str, way: Way = Way.DERIVED, *, exact: bool = False) -> Variant:
    return Variant(text, "person", _WHAT[way], exact, way)


_WHAT = {
    Way.LISTED: "name",
    Way.DERIVED: "name",
    Way.NICKNAME: "nickname",
    Way.SPELLING: "name in another spelling",
    Way.INITIALS: "initials",
}
