"""Writes a paper from templates, and tells the truth of each mention in the act of writing it.

A template names people in braces: `{mother}` her first name, `{mother ts}` with her title,
`{mother nhs}` her number; `{mother:60}` says that it is told by the sixtieth phenomenon. `{d -3}`
is the day three days before the paper's, `{t}` a time, `{dob mother}` a birth date, `{@school}` a
place that holds a name, `{!SW}` a job that looks like initials, `{~Will}` a word that looks like a
name, `{#order}` a number that looks like an identifier. `<<paragraph ` begins what a marking covers
with the words of the marking; `>>` ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from conformance.casefiles.noise import edited
from conformance.casefiles.truth import Expect, Level, Paper, Scope, Writing
from conformance.opened.phrases import NAMES, PARTICULARS, Way, initials
from conformance.practice.numbers import ten_digits
from conformance.practice.people import Someone, World, unaccented
from conformance.practice.phenomena import named
from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Standing

TOKEN = re.compile(r"\{([^{}]+)\}|<<([a-z]+)(-?) |>>")
MOBILES = 1999
"""The first year in which people of case files are rung on a mobile."""

FAMILIAR = ("subject", "mother", "father", "step", "sib1", "sib2", "mgm", "mgf", "pgm", "aunt")

SLIPS = frozenset({16, 17, 18, 19, 20, 23, 24, 25})
"""Phenomena that are told wherever they stand: slips, and halves and other spellings."""

VOWELS = frozenset("aeiouy")

UNBROKEN = frozenset(named(n) for n in {*SLIPS, 31, 49, 51})
"""Phenomena that a mention is told by even where its words stand on two lines."""

SCOPES: dict[str, tuple[Level, int, bool]] = {
    "document": (Level.DOCUMENT, 52, True),
    "section": (Level.SECTION, 52, True),
    "paragraph": (Level.PARAGRAPH, 52, True),
    "row": (Level.ROW, 52, True),
    "message": (Level.MESSAGE, 52, True),
    "prose": (Level.PARAGRAPH, 53, False),
    "privilege": (Level.MESSAGE, 54, True),
    "privsection": (Level.SECTION, 54, True),
    "disclaimer": (Level.PARAGRAPH, 55, False),
}
"""What a scope is called in a template: how far it reaches, by what it is told, whether real."""

DATES = ("%d/%m/%Y", "%d.%m.%y", "%d/%m/%y", "%-d %B %Y", "%d %b %Y", "%d-%m-%Y", "%Y-%m-%d")
BIRTHS = ("%d/%m/%Y", "%d.%m.%Y", "%d/%m/%y", "%-d %B %Y", "%d %b %Y", "%d-%b-%y", "%Y-%m-%d")

PRONOUNS = {"he": ("he", "she"), "him": ("him", "her"), "his": ("his", "her"),
            "He": ("He", "She"), "His": ("His", "Her"), "boy": ("boy", "girl"),
            "son": ("son", "daughter"), "himself": ("himself", "herself"),
            "man": ("man", "woman"), "nephew": ("nephew", "niece")}  # fmt: skip


def letters(text: str) -> str:
    """Return the letters and figures of a text, small and without accents, to compare by."""
    return "".join(c for c in unaccented(text).casefold() if c.isalnum())


def writings(who: Someone) -> set[str]:
    """Return the ways of writing somebody that could be another's too."""
    first, last = who.first, who.last
    ways = {first, last, who.name, initials(who), f"{first[0]} {last}", who.pet, who.alias}
    ways |= {f"{last} {first}", *last.split("-"), *(f"{first} {part}" for part in last.split("-"))}
    ways |= {who.other_spelling, who.other_spelling.split(" ")[0]}
    return {letters(way) for way in ways if way}


@dataclass(slots=True)
class Pen:
    """Writes one paper about one case."""

    made: World
    rng: Random
    day: date
    drift: Mapping[str, float] = field(default_factory=dict)
    writing: Writing = field(default_factory=Writing)
    context: int = 0
    open: list[tuple[int, str, bool]] = field(default_factory=list)
    dates: str = ""
    clock: str = ""
    told_on: date = date.min
    minutes: int = 0
    ways: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dates = self.dates or self.rng.choice(DATES)
        self.clock = self.rng.choice(("24", "12"))
        self.ways = {p.key: writings(p) for p in self.made.everybody}

    # -- templates

    def put(self, template: str, context: int = 0) -> None:
        """Write a template out."""
        at, before = 0, self.context
        self.context = context or before
        for token in TOKEN.finditer(template):
            self.writing.say(template[at : token.start()])
            at = token.end()
            if token[1]:
                self._slot(token[1])
            elif token[2]:
                self.open.append((self.writing.length, token[2], not token[3]))
            else:
                self._shut()
        self.writing.say(template[at:])
        self.context = before

    @contextmanager
    def told_as(self, context: int) -> Iterator[None]:
        """Tell names by this phenomenon, unless a slot says otherwise."""
        before, self.context = self.context, context
        yield
        self.context = before

    def _shut(self) -> None:
        start, name, ended = self.open.pop()
        level, phenomenon, real = SCOPES[name]
        text = "".join(self.writing.text)
        end = len(text[: self.writing.length].rstrip())
        self.writing.scopes.append(Scope((start, end), level, named(phenomenon), ended, real))

    @property
    def hidden(self) -> bool:
        """Say whether what is written now lies under a marking."""
        return any(SCOPES[name][2] for _, name, _ in self.open)

    def _slot(self, slot: str) -> None:
        head, _, rest = slot.partition(" ")
        match head[0]:
            case "@":
                self._place(head[1:])
            case "!":
                self._decoy(slot[1:], 48)
            case "~":
                self._decoy(slot[1:], 26)
            case "#":
                self._number(head[1:])
            case "?":
                self.writing.say(self.rng.choice(slot[1:].split("|")))
            case _ if head == "d":
                self._date(int(rest or 0))
            case _ if head == "t":
                self.writing.say(self._time())
            case _ if head == "dob":
                self._birth(self.made.who(rest))
            case _:
                self._person(slot)

    def _time(self) -> str:
        if self.told_on != self.day:
            self.told_on, self.minutes = self.day, self.rng.randrange(7 * 60, 11 * 60, 5)
        self.minutes = min(self.minutes + self.rng.randrange(5, 65, 5), 23 * 60 + 55)
        hour, minute = divmod(self.minutes, 60)
        if self.clock == "24":
            return f"{hour:02d}:{minute:02d}"
        return f"{hour % 12 or 12}.{minute:02d}{'am' if hour < 12 else 'pm'}"

    def _decoy(self, words: str, phenomenon: int) -> None:
        self.writing.mention(words, "decoy", Expect.KEEP, named(phenomenon))

    def _place(self, kind: str) -> None:
        words = self.made.places[kind]
        if kind == "council":
            self.writing.say(words)
            return
        bare = re.sub(r"^the ", "", words)
        self.writing.say(words[: len(words) - len(bare)])
        self._decoy(bare, 47)

    def _number(self, kind: str) -> None:
        ten = ten_digits(self.rng)
        written = {"order": ten, "claim": f"{ten[:4]} {ten[4:]}", "meter": f"{ten[:3]}-{ten[3:]}"}
        self._decoy(written[kind], 45)

    def _date(self, days: int) -> None:
        form = self.dates if self.rng.random() < 0.94 else self.rng.choice(DATES)
        when = f"{self.day + timedelta(days=days):{form}}"
        self.writing.mention(when, "date", Expect.KEEP, named(44))

    # -- people

    def _person(self, slot: str) -> None:
        slot, _, told = slot.partition(":")
        head, _, form = slot.partition(" ")
        form, _, words = form.partition(" ")
        who = self.made.who(head)
        if form in PRONOUNS:
            self.writing.say(PRONOUNS[form][who.sex == "f"])
        elif form == "job":
            self.writing.say(who.relation)
        elif form == "title":
            self.writing.say(who.title)
        elif form == "role":
            self._role(who, words)
        elif form == "bro":
            self._role(who, "brother" if who.sex == "m" else "sister")
        elif form == "label":
            self._tell(who, words, "person", Expect.KEEP, 49)
        elif form == "seen":
            self._tell(who, words, "person", Expect.REVIEW, 51)
        elif form == "nan":
            self.writing.say(f"{words} ")
            self._name(who, NAMES["first"](who, self.rng), 32)
        elif form == "nee":
            self._nee(who)
        elif form in PARTICULARS:
            self._particular(who, form, int(told or 0))
        else:
            way = self._drifted(who, form or "first", int(told or 0))
            self._name(who, way, 0 if way.phenomenon in SLIPS else int(told or 0))

    def _role(self, who: Someone, words: str) -> None:
        self._tell(who, words, "person", Expect.KEEP, 31)

    def _nee(self, who: Someone) -> None:
        if who.former:
            self.writing.say(f" ({self.rng.choice(('née', 'nee', 'formerly'))} ")
            self._tell(who, who.former, "person", self.answer(who), 12)
            self.writing.say(")")

    def answer(self, who: Someone) -> Expect:
        """Return what becomes of what is certainly this person's."""
        if who.standing is not Standing.THIRD_PARTY or who.policy is Propose.SHOW:
            return Expect.KEEP
        return Expect.REDACT

    def _tell(
        self, who: Someone, words: str, kind: str, expect: Expect, phenomenon: int | str
    ) -> None:
        """Put a mention down; under a marking, what else would stay is for a person to see."""
        if expect is Expect.KEEP and self.hidden:
            expect = Expect.REVIEW
        told = named(phenomenon) if isinstance(phenomenon, int) else phenomenon
        self.writing.mention(words, kind, expect, told, who.key, who.standing, known=who.in_roster)

    def _drifted(self, who: Someone, form: str, told: int) -> Way:
        """Return a way of writing a name, now and then with the slips of this kind of paper.

        Nobody slips where a machine or they themselves put their name: in heads and under letters.
        """
        way = NAMES[form](who, self.rng)
        if form == "poss" and self.rng.random() < 0.06:
            return NAMES["possn"](who, self.rng)
        if form not in ("first", "full") or {told, self.context} & {37, 38, 40}:
            return way
        label = 39 in (told, self.context)
        full = "full" if form == "full" else ""
        if unaccented(way.words) != way.words and self.rng.random() < 0.4:
            return NAMES["plain" + full](who, self.rng)
        if who.other_spelling and self.rng.random() < 0.4:
            return NAMES["other" + full](who, self.rng)
        if full and "-" in who.last and self.rng.random() < 0.35:
            return NAMES["halffull"](who, self.rng)
        die = self.rng.random()
        for slip, share in self.drift.items():
            die -= share
            if die < 0:
                apt = not (label or full) if slip == "pet" else label or slip != "spaced"
                return (self._slipped(who, slip, full) if apt else None) or way
        return way

    def _slipped(self, who: Someone, slip: str, full: str) -> Way | None:
        form = slip + full if slip + full in NAMES else slip
        if slip == "glued" and not full:
            return self._run_on(who)
        if slip in ("glued", "typo2", "spaced") and not full:
            return None
        if slip in ("typo", "ocr", "typo2") and not _long(who):
            return None
        way = NAMES[form](who, self.rng)
        # A slip that makes another's name of it is no slip any more.
        others = set().union(*(ways for key, ways in self.ways.items() if key != who.key))
        return None if letters(way.words) in others and slip in ("typo", "ocr") else way

    def _run_on(self, who: Someone) -> Way | None:
        """Write a first name without the space before it."""
        last = self.writing.text[-1] if self.writing.text else ""
        if not re.search(r"[a-z] $", last):
            return None
        self.writing.text[-1] = last[:-1]
        self.writing.length -= 1
        return Way(who.first, 19)

    def _name(self, who: Someone, way: Way, told: int = 0) -> None:
        self.writing.say(way.before)
        expect = self._named_alone(who, way)
        self._tell(who, way.words, "person", expect, told or self._phenomenon(who, way))
        self.writing.say(way.after)

    def _named_alone(self, who: Someone, way: Way) -> Expect:
        """Return what becomes of a name so written: a person rules where two may be meant."""
        mine = self.answer(who)
        if way.phenomenon == 14:
            ours = who.last == self.made.subject.last
            return Expect.KEEP if ours else mine
        word = letters(way.words)
        for other in self.made.everybody:
            if other.key == who.key or self.answer(other) is mine:
                continue
            if way.before and (other.sex != who.sex or other.standing is Standing.SUBJECT):
                continue  # a title says a man or a woman, and never a child
            if word in self.ways[other.key]:
                return Expect.REVIEW
        return mine

    def _phenomenon(self, who: Someone, way: Way) -> int:
        """Return by which phenomenon a name is told: by how it is written, then by who it is."""
        if way.phenomenon == 9 and who.key.startswith("x"):
            return 35
        if way.phenomenon not in (1, 2):
            return self.context or way.phenomenon if way.phenomenon in (3, 4) else way.phenomenon
        return self.context or self._whose(who, full=way.phenomenon == 1) or way.phenomenon

    def _whose(self, who: Someone, *, full: bool) -> int:
        made = self.made
        family = [made.people[key] for key in FAMILIAR if key in made.people]
        tests = (
            (made.two_roles and full and who.key in ("aunt", "nurse"), 57),
            (who.policy is Propose.SHOW, 58),
            (made.same_name and who.key in ("subject", "father"), 27),
            (made.near_name and who.key in ("subject", "sib1"), 28),
            (who.key == made.keys.get("word"), 26),
            (who.key.startswith("x"), 33 if full else 34),
            (
                who.standing is Standing.PROFESSIONAL
                and any(who.last == p.last or who.first == p.first for p in family),
                30,
            ),
            (who.in_roster and who.roster_name != who.name, 56),
        )
        return next((told for so, told in tests if so), 0)

    # -- particulars

    def _birth(self, who: Someone) -> None:
        when = f"{who.born:{self.rng.choice(BIRTHS)}}"
        told = 50 if who.standing is Standing.SUBJECT else 44
        self._tell(who, when, "birth", self.answer(who), told)

    def _particular(self, who: Someone, form: str, told: int) -> None:
        if form == "nhs" and who.standing is Standing.THIRD_PARTY and self.rng.random() < 0.12:
            form = "nhsslip"
        if form in ("mob", "private") and self.day.year < MOBILES:
            form = "tel"
        kind, phenomenon, write = PARTICULARS[form]
        words = write(who, self.rng)
        self._tell(who, words, kind, self._of_a_particular(who, kind, form),
                   told or self._told_particular(who, kind, phenomenon))  # fmt: skip

    def _of_a_particular(self, who: Someone, kind: str, form: str) -> Expect:
        mine, subject = self.answer(who), self.made.subject
        if who.standing is Standing.THIRD_PARTY:
            if kind in ("address", "postcode") and who.home == subject.home:
                return Expect.KEEP
            if form == "tel" and who.landline == subject.landline:
                return Expect.KEEP
            if form in ("nhsslip", "pcout", "police"):
                return Expect.REVIEW
        if form == "private" and who.standing is Standing.PROFESSIONAL:
            return Expect.REDACT
        return mine

    def _told_particular(self, who: Someone, kind: str, phenomenon: int) -> int:
        if who.standing is Standing.SUBJECT and kind in ("nhs", "upn", "uln", "chi"):
            return 50
        return self.context if kind == "email" and self.context in (37, 38) else phenomenon

    # -- the end

    def paper(self, name: str, kind: str, width: int = 0) -> Paper:
        """Return what was written, in lines of at most this many letters where it was typed."""
        while self.open:
            self._shut()
        done = self.writing.paper(name, kind)
        return _in_lines(self.rng, done, width) if width else done


def _in_lines(rng: Random, paper: Paper, width: int) -> Paper:
    """Return a paper as a typewriter has it: long lines broken, long words at their end too."""
    edits: list[tuple[Span, str]] = []
    broken: dict[Span, int] = {}
    spans = [m.span for m in paper.mentions if m.kind == "person"]
    start = 0
    for line in paper.text.split("\n"):
        at, end = start, start + len(line)
        while end - at > width:
            cut = paper.text.rfind(" ", at, at + width)
            if cut <= at:
                break
            word_end = min(n for n in (paper.text.find(" ", cut + 1), end) if n > 0)
            split = _split(rng, paper.text, cut + 1, min(word_end, end), at + width)
            if split:
                edits.append(((split, split), "-\n"))
                broken |= dict.fromkeys((s for s in spans if s[0] < split < s[1]), 21)
                at = split
            else:
                edits.append(((cut, cut + 1), "\n"))
                broken |= dict.fromkeys((s for s in spans if s[0] < cut < s[1]), 22)
                at = cut + 1
        start = end + 1
    told = tuple(
        replace(m, phenomenon=named(broken[m.span]))
        if m.span in broken and m.phenomenon not in UNBROKEN
        else m
        for m in paper.mentions
    )
    return edited(replace(paper, mentions=told), edits)


def _split(rng: Random, text: str, start: int, end: int, limit: int) -> int:
    """Return where a long word at the end of a line is parted, or nothing."""
    word = unaccented(text[start:end].rstrip(".,;:'\u2019s")).casefold()
    if len(word) < 7 or not word.isalpha() or rng.random() < 0.4:
        return 0
    for at in range(min(limit - 1 - start, len(word) - 3), 2, -1):
        # After a vowel and before a consonant, with a vowel to come: about where typists part.
        if word[at - 1] in VOWELS and word[at] not in VOWELS and VOWELS & set(word[at:]):
            return start + at
    return 0


def _long(who: Someone) -> bool:
    """Say whether a slip leaves a name to be known by: both its words are long and plain."""
    return min(len(who.first), len(who.last)) > 4 and who.last.isalpha()
