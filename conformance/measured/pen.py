"""The pen: it writes a paper from a template, and notes what is true of every word it puts down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from conformance.casefiles.truth import Expect, Mention, Paper, Scope, Writing
from conformance.measured.figures import (
    BY_HOUR,
    EVENTS,
    FIGURES,
    LOGGED,
    SPOKEN,
    TODAY,
    Figure,
    nobodys,
)
from conformance.measured.hands import HANDS, Hand, chosen
from conformance.measured.sheet import Choice, Closes, Node, Opens, Slot, read
from conformance.measured.stock import ORDINARY
from conformance.measured.ways import DESCRIBED, ROLES, SLIPPED, WAYS, Way, Written
from conformance.measured.whose import Forms, Whose, forms
from conformance.practice.people import Someone, World
from conformance.practice.phenomena import named
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Standing

SPEC = re.compile(r"(?P<key>[a-z]+\d*(?:mum|dad)?)(?:\.(?P<form>\w+))?(?P<doubt>\??)"
                  r"(?:#(?P<number>\d+))?")  # fmt: skip
PRONOUNS = {
    "he": ("he", "she"), "him": ("him", "her"), "his": ("his", "her"),
    "himself": ("himself", "herself"), "boy": ("boy", "girl"), "son": ("son", "daughter"),
    "lad": ("lad", "lass"), "man": ("man", "woman"), "hers": ("his", "hers"),
    "lads": ("boys", "girls"), "youth": ("youth", "young woman"),
}  # fmt: skip
LABELS = {"subject": "A", "sib1": "B", "sib2": "C", "sib3": "D", "sib4": "E", "cousin": "F",
          "cousin2": "G", "friend1": "H", "friend2": "J"}  # fmt: skip
FULLY = frozenset({named(1), named(4), named(6), named(7)})
NEATER = {"hyph": "full", "brk": "full", "spaced": "caps"}


@dataclass(frozen=True, slots=True)
class Manner:
    """How one maker writes: names by way, figures by form, days by style, people by their part."""

    hands: Mapping[str, Hand]
    ways: Mapping[str, Way]
    slipped: frozenset[str]
    forms: Forms
    roles: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    described: tuple[str, ...]
    labelled: tuple[str, ...]
    ordinary: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, Callable[[Someone, Random], Figure]]
    events: Mapping[str, Callable[[date], str]]
    logged: Mapping[str, tuple[str, ...]]
    spoken: tuple[str, ...]
    today: Mapping[str, tuple[str, ...]]
    hours: Mapping[str, str]
    nobodys: Callable[[str, World, Random], str]


LABELLED = ("Child {0}", "Child {0}", "Y.P. {0}", "Sibling {0}", "child '{0}'")
MANNER = Manner(HANDS, WAYS, SLIPPED, forms, ROLES, DESCRIBED, LABELLED, ORDINARY, FIGURES, EVENTS,
                LOGGED, SPOKEN, TODAY, BY_HOUR, nobodys)  # fmt: skip


@dataclass(slots=True)
class Pen:
    """Writes one paper. `hand` is who holds it; `rigid` says that no line may be broken."""

    made: World
    rng: Random
    day: date
    hand: str = "office"
    old: bool = False
    rigid: bool = False
    banner: str = ""
    writing: Writing = field(default_factory=Writing)
    prefix: str = ""
    swallow: bool = False
    counted: int = 0
    pages: int = 0
    clock: date = date(2000, 1, 1)
    minutes: int = 0
    style: str = ""
    open: list[tuple[int, Opens]] = field(default_factory=list)
    manner: Manner = MANNER
    whose: Whose = field(init=False)

    def __post_init__(self) -> None:
        """Begin the paper's log some weeks before its day, in one way of writing days."""
        self.whose = Whose(self.made, self.manner.forms)
        self.clock = self.day - timedelta(days=self.rng.randint(40, 120))
        self.minutes = self.rng.randint(420, 700)
        self.style = self.rng.choice(self.manner.logged["old" if self.old else "new"])

    def put(self, template: str) -> None:
        """Write a template."""
        self.rigid = "|" in template or "\t" in template
        self._nodes(read(template))

    def _nodes(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            match node:
                case str():
                    self._say(node)
                case Slot(words):
                    self._slot(words)
                case Choice(wordings):
                    self._nodes(self.rng.choice(wordings))
                case Opens():
                    self.open.append((self.writing.length, node))
                case Closes():
                    self._close()

    def _say(self, words: str) -> None:
        if self.swallow and words.startswith("\n"):
            words = words[1:]
        self.swallow = False
        self.writing.say(self._quoted(words))

    def _quoted(self, words: str) -> str:
        return words.replace("\n", f"\n{self.prefix}") if self.prefix else words

    def _close(self) -> None:
        start, opened = self.open.pop()
        end = len("".join(self.writing.text).rstrip())
        scope = Scope((start, end), opened.level, named(opened.number), opened.ended, opened.real)
        self.writing.scopes.append(scope)

    def _mention(
        self, words: str, kind: str, expect: Expect, number: int, who: Someone | None = None
    ) -> None:
        self.swallow = False
        if who and expect is Expect.KEEP and any(opened.real for _, opened in self.open):
            expect = Expect.REVIEW
        person, standing = (who.key, who.standing) if who else (None, None)
        known = who.in_roster if who else True
        text = self._quoted(words)
        self.writing.mention(text, kind, expect, named(number), person, standing, known=known)

    def _slot(self, words: str) -> None:
        if words[0] == "@":
            self._mention(self.made.places[words[1:]], "decoy", Expect.KEEP, 47)
        elif words[0] == "!":
            number, _, text = words[1:].partition(" ")
            self._mention(text, "decoy", Expect.KEEP, int(number))
        elif words[0] == "#":
            self._mention(
                self.manner.nobodys(words[1:], self.made, self.rng), "decoy", Expect.KEEP, 45
            )
        elif "=" in words:
            key, _, text = words.partition("=")
            self._mention(text, "person", Expect.KEEP, 31, self.made.who(key))
        elif "&" in words:
            self._couple(*words.split("&"))
        elif not (self._of_the_paper(words) or self._of_the_day(words)):
            self._about_somebody(words)

    def _of_the_paper(self, words: str) -> bool:
        """Write what the sheet itself knows: its counter, its quoting, its banner, pronouns."""
        head, _, key = words.partition(":")
        if head.lower() in PRONOUNS:
            pair = PRONOUNS[head.lower()]
            word = pair[self.made.who(key or "subject").sex == "f"]
            self._say(word.capitalize() if head[0].isupper() else word)
        elif words == "n":
            self.counted += 1
            self._say(str(self.counted))
        elif words in (">", "<"):
            self.prefix = "> " if words == ">" else ""
            self.writing.say("> " if words == ">" else "")
        elif words == "banner":
            self._banner()
        elif words == "page":
            self.pages += 1
            self._say(str(self.pages))
        elif words == "council":
            self._say(self.made.places["council"])
        elif head == "age":
            born = self.made.who(key or "subject").born
            self._say(str(max(1, (self.day - born).days // 365)))
        elif words == "ordinary":
            self._ordinary()
        else:
            return False
        return True

    def _banner(self) -> None:
        rigid = self.rigid
        if self.banner:
            self._nodes(read(self.banner))
        else:
            self.swallow = True
        self.rigid = rigid

    def _ordinary(self) -> None:
        """Begin a sentence with the word that is somebody's name, and is a word here."""
        sentence = self.rng.choice(self.manner.ordinary[self.made.who("word").first])
        word, _, rest = sentence.partition(" ")
        self._mention(word, "decoy", Expect.KEEP, 26)
        self._say(f" {rest}")

    def _of_the_day(self, words: str) -> bool:
        """Write the day or the hour of an event."""
        rng = self.rng
        match words:
            case "d":
                day = self.day - timedelta(days=rng.randint(2, 150))
                self._event(day, rng.choice(self.manner.spoken))
            case "due":
                self._event(
                    self.day + timedelta(days=rng.randint(3, 60)), rng.choice(self.manner.spoken)
                )
            case "d+":
                self.clock += timedelta(days=rng.choice((0, 1, 1, 2, 3, 5, 7)))
                self._event(self.clock, self.style)
            case "d0":
                self._event(self.clock, self.style)
            case "today":
                styles = self.manner.today["old" if self.old else "new"]
                self._event(self.day, rng.choice(styles) if styles[1:] else styles[0])
            case "t" | "t+":
                self._hour(rng.randint(7 * 60, 21 * 60) if words == "t" else None)
            case _:
                if not re.fullmatch(r"y(-\d+)?", words):
                    return False
                self._say(str(self.day.year - int(words[2:] or 0)))
        return True

    def _event(self, day: date, style: str) -> None:
        self._mention(self.manner.events[style](day), "date", Expect.KEEP, 44)

    def _hour(self, minutes: int | None) -> None:
        if minutes is None:
            self.minutes = (self.minutes + self.rng.randint(4, 55)) % 1440
        hour, past = divmod(self.minutes if minutes is None else minutes, 60)
        hours = self.manner.hours
        shape = hours.get(self.hand, hours[""])
        self._say(shape.format(hour=hour, past=past, small=(hour - 1) % 12 + 1,
                               half="pm" if hour >= 12 else "am"))  # fmt: skip

    def _about_somebody(self, words: str) -> None:
        spec = SPEC.fullmatch(words)
        if not spec:
            raise ValueError(f"not a slot: {words}")
        who, form = self.made.who(spec["key"]), spec["form"] or ""
        number = int(spec["number"]) if spec["number"] else 0
        if form in self.manner.figures:
            self._figure(who, form, number)
        elif form.lower() in ("role", "label", "desc"):
            self._by_word(who, form, spec["key"])
        else:
            self._name(who, form or chosen(who, self.manner.hands[self.hand], self.rng), number,
                       doubt=bool(spec["doubt"]))  # fmt: skip

    def _figure(self, who: Someone, form: str, number: int) -> None:
        told = self.manner.figures[form](who, self.rng)
        words = told.words.replace("\n", " ") if self.rigid else told.words
        subject = self.made.subject
        shared = (
            (told.kind in ("address", "postcode") and who.home == subject.home)
            or (form in ("landline", "local") and who.landline == subject.landline)
            or who.policy is Propose.SHOW
        )
        if told.doubtful:
            expect = Expect.REVIEW
        elif form == "private" or (who.standing is Standing.THIRD_PARTY and not shared):
            expect = Expect.REDACT
        else:
            expect = Expect.KEEP
        own = who is subject and not told.doubtful
        self._mention(words, told.kind, expect, number or (50 if own else told.number), who)
        if told.tail:
            self.writing.say(told.tail)

    def _by_word(self, who: Someone, form: str, key: str) -> None:
        """Write a person by what they are to the child, by a letter, or by a description."""
        if form.lower() == "desc":
            words = self.rng.choice(self.manner.described)
            words = words[0].upper() + words[1:] if form == "Desc" else words
            self._mention(words, "person", Expect.REVIEW, 51, who)
            return
        if form == "label":
            letter = LABELS.get(who.key, "K")
            shape = self.rng.choice(self.manner.labelled)
            if shape.startswith("Sibling") and "sib" not in who.key:
                shape = "Child {0}"
            words = shape.format(letter)
            self._mention(words, "person", Expect.KEEP, 49, who)
            return
        homely = self.manner.hands[self.hand].homely
        words = self.rng.choice(self._roles(who)[homely])
        if form == "Role":
            words = words[0].upper() + words[1:]
        self._mention(words, "person", Expect.KEEP, 31, who)

    def _roles(self, who: Someone) -> tuple[Sequence[str], Sequence[str]]:
        if who.key in self.manner.roles:
            return self.manner.roles[who.key]
        if who.key.startswith("sib"):
            word = "brother" if who.sex == "m" else "sister"
            elder = "older" if who.born < self.made.subject.born else "younger"
            return (f"{elder} {word}", f"{word}", f"{elder} {word}"), (word, f"{elder} {word}")
        return (who.relation or "acquaintance",), (who.relation or "mate",)

    def _name(self, who: Someone, form: str, number: int, *, doubt: bool) -> None:
        if self.rigid:
            form = NEATER.get(form, form)
        written = self._written(who, form)
        number = number or self._phenomenon(who, written)
        expect = Expect.REVIEW if doubt else self.whose.answer(who, written)
        if written.number == 14 and who.last == self.made.subject.last:
            expect = Expect.KEEP
        self._say(written.lead)
        self._mention(written.words, "person", expect, number, who)
        if written.tail:
            self.writing.say(written.tail)

    def _written(self, who: Someone, form: str) -> Written:
        way = self.manner.ways[form]
        for _ in range(20):
            written = way(who, self.rng)
            if form not in self.manner.slipped or self.whose.still_theirs(who, written):
                return written
        return self.manner.ways["full"](who, self.rng)

    def _phenomenon(self, who: Someone, written: Written) -> int:
        """Return the number of what is hard about this name, where it is more than its form."""
        made, form = self.made, written.number
        if form in (14, 16, 17, 18):
            return form
        if made.same_name and who.key in ("father", "subject") and form in (1, 2, 7, 8, 13):
            return 27
        if who is made.subject:
            return form if form == 29 else 50
        if made.two_roles and who.key in ("aunt", "nurse"):
            return 57
        if who.policy is Propose.SHOW:
            return 58
        if who.in_roster and who.roster_name != who.name and form in (1, 2, 4, 13):
            return 56
        if made.near_name and who.key == "sib1" and form in (1, 2):
            return 28
        if who.standing is Standing.PROFESSIONAL and self.whose.of_the_family(who, written):
            return 30
        if who.key.startswith("x"):
            return {1: 33, 2: 34, 4: 33, 9: 35}.get(form, form)
        return form

    def _couple(self, one: str, other: str) -> None:
        """Write two people in one breath, under one surname where they share it."""
        first, second = self.made.who(one), self.made.who(other)
        joint = self.rng.choice((" and ", " & ", " and "))
        if first.last != second.last or first is second:
            self._name(first, "full", 15, doubt=False)
            self._say(joint)
            self._name(second, "full", 15, doubt=False)
        elif self.rng.random() < 0.4 and {first.sex, second.sex} == {"f", "m"}:
            man = first if first.sex == "m" else second
            title = f"Mr{joint}Mrs "
            written = Written(man.last, 15, "Mr ")
            self._say(title)
            self._mention(man.last, "person", self.whose.answer(man, written), 15, man)
        else:
            written = Written(first.first, 15)
            self._mention(first.first, "person", self.whose.answer(first, written), 15, first)
            self._say(joint)
            self._name(second, "full", 15, doubt=False)

    def paper(self, name: str, kind: str, width: int = 0) -> Paper:
        """Return what was written, its lines no longer than `width` where one is given."""
        while self.open:
            self._close()
        text = "".join(self.writing.text).rstrip()
        if width:
            text = _narrowed(text, width)
        mentions = tuple(_over_a_break(m, text) for m in self.writing.mentions)
        return Paper(name, kind, text, mentions, tuple(self.writing.scopes))


def _over_a_break(mention: Mention, text: str) -> Mention:
    """Return a mention whose name the end of a line cuts in two as what it is."""
    if mention.phenomenon in FULLY and "\n" in text[slice(*mention.span)]:
        return replace(mention, phenomenon=named(22))
    return mention


def _narrowed(text: str, width: int) -> str:
    """Return the text with its long lines broken at spaces: not a letter more, nor one less."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width and "|" not in line and "\t" not in line:
            at = line.rfind(" ", 20, width)
            if at < 0:
                break
            lines.append(line[:at])
            line = line[at + 1 :]
        lines.append(line)
    return "\n".join(lines)
