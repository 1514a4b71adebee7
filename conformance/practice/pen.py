r"""Writes papers from templates, and keeps the truth of every word that tells of somebody.

A template is prose with slots. `{mother.full}` writes a name in one of the forms, `{mother.phone}`
a particular, `{mother:mum}` a word for a role, `{=Harold Wood}` a decoy, `{%order}` digits of
nobody's, `{date}` or `{date:long}` an event's date (`next` moves on
a few days, `same` does not), `{@school}` a place, `{sib1.he}` a pronoun, and
`{sib1.brother}` a role word of the right sex. Behind a slot, `#39` names another phenomenon than
the form's own and `!k`, `!r`, `!v` say what to expect: keep, redact, review. `{<}` begins a scope
and `{>52s}` ends one, a section of a marking here; `-` behind it says that the paper does not tell
the end. `«phoned|rang»` is a choice, `¶` a new line, and an empty line a new paragraph. A template
that begins with `?same` is for cases in which father and subject have one name, with `?near` for
sibling near-names, with `?two` for somebody in two roles.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from random import Random
from textwrap import dedent

from conformance.casefiles.truth import Expect, Level, Paper, Scope, Writing
from conformance.practice.forms import FORMS, Written, initials_of
from conformance.practice.particulars import EVENT_FORMS, PARTICULARS, event, odd
from conformance.practice.people import Someone, World, shares_home
from conformance.practice.phenomena import REAL_SCOPES, named
from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Standing

SLOT = re.compile(r"\{([^{}]+)\}")
CHOICE = re.compile(r"«([^«»]*)»")
SPECIAL = re.compile(r"^(?P<body>.*?)(?:#(?P<number>\d+))?(?:!(?P<expect>[krv]))?$", re.S)
EXPECT = {"k": Expect.KEEP, "r": Expect.REDACT, "v": Expect.REVIEW}
LEVELS = {
    "d": Level.DOCUMENT,
    "s": Level.SECTION,
    "p": Level.PARAGRAPH,
    "r": Level.ROW,
    "m": Level.MESSAGE,
}
PRONOUNS = {
    "he": ("he", "she"), "him": ("him", "her"), "his": ("his", "her"), "He": ("He", "She"),
    "His": ("His", "Her"), "himself": ("himself", "herself"), "boy": ("boy", "girl"),
    "lad": ("lad", "lass"), "man": ("man", "woman"), "male": ("male", "female"),
    "M": ("M", "F"), "Male": ("Male", "Female"),
}  # fmt: skip
ROLES = {
    "brother": ("brother", "sister"), "son": ("son", "daughter"), "bro": ("bro", "sis"),
    "Brother": ("Brother", "Sister"), "Son": ("Son", "Daughter"),
}  # fmt: skip
SAME = (
    ("telephoned", "phoned", "rang"),
    ("said that", "reported that", "told us that"),
    ("is worried", "is concerned", "worries"),
    ("does not", "doesn't"),
    ("did not", "didn't"),
    ("has not", "hasn't"),
    ("will not", "won't"),
    ("appointment", "appt", "meeting"),
    ("telephone", "phone"),
    ("at the moment", "currently", "just now"),
    ("weekends", "the weekend"),
    ("upset", "tearful"),
    ("worried about", "concerned about"),
    ("collected", "picked up"),
    ("the old file", "the previous file"),
)
"""Words that say the same; which of them a paper has is a matter of chance."""
SAMENESS = tuple((re.compile(rf"\b{re.escape(words[0])}\b(?![^{{]*}})"), words) for words in SAME)

BARE_PLACES = frozenset({"council"})
SIMPLE = frozenset({1, 2, 3, 4, 29})
PLAIN = frozenset(named(number) for number in (1, 2, 3, 4, 33, 34))
TITLES_OF_WOMEN = frozenset({"Mrs", "Ms", "Miss"})


def bank(text: str) -> tuple[str, ...]:
    """Return the templates of a text: parted by empty lines, each folded to one line."""
    return tuple(fold(part) for part in dedent(text).strip().split("\n\n") if part.strip())


def fold(text: str) -> str:
    """Return a template on one line; only `¶` makes a new one."""
    return re.sub(r"[ \n]+", " ", text.strip()).replace(" ¶", "¶").replace("¶ ", "¶")


class Pen:
    """Writes one paper of a case."""

    def __init__(self, world: World, rng: Random) -> None:
        self.world = world
        self.rng = rng
        self.writing = Writing()
        self.opened: list[int] = []
        self.quiet: set[str] = set()
        self.clock = world.today - timedelta(days=rng.randint(10, 420))

    def write(self, template: str) -> None:
        """Write a template: its choices are made, its slots filled, its truth kept."""
        text = self._choose(template).replace("¶", "\n")
        at = 0
        for slot in SLOT.finditer(text):
            self._plain(text[at : slot.start()])
            self._fill(slot[1])
            at = slot.end()
        self._plain(text[at:])

    def lines(self, *templates: str) -> None:
        """Write templates a line each."""
        for template in templates:
            self.write(template + "\n")

    def paragraphs(self, *templates: str) -> None:
        """Write templates a paragraph each."""
        for template in templates:
            self.write(template + "\n\n")

    def prose(
        self,
        templates: list[str],
        plain: tuple[str, ...],
        share: float = 0.6,
        *,
        listed: bool = False,
    ) -> None:
        """Write templates as paragraphs, with sentences between them that name nobody."""
        unused = [sentence for sentence in plain if sentence not in self.quiet]
        quiet = self.rng.sample(unused, len(unused))
        for at, template in enumerate(templates):
            self.write(template)
            if quiet and self.rng.random() < share:
                self.quiet.add(quiet[-1])
                self.write(" " + quiet.pop())
            joined = not listed and at + 1 < len(templates) and self.rng.random() < 0.3
            self.write(" " if joined else "\n\n")

    def some(self, of: tuple[str, ...], least: int, most: int) -> list[str]:
        """Draw templates that fit this case, in an order that differs."""
        fitting = [t for t in (self._fits(t) for t in of) if t]
        count = min(len(fitting), self.rng.randint(least, most))
        return self.rng.sample(fitting, count)

    def one(self, *of: str) -> str:
        """Draw one template."""
        return self.rng.choice(of)

    def here(self) -> int:
        """Return where the next word will stand."""
        return self.writing.length

    def again(self, start: int, end: int, before: str = "> ") -> None:
        """Write a passage once more, as a quoted trail does, with all that is true of it."""
        whole = "".join(self.writing.text)
        moved = [self.here()] * (end - start + 1)
        pieces: list[str] = []
        length = self.here()
        for at in range(start, end):
            if at == start or whole[at - 1] == "\n":
                pieces.append(before)
                length += len(before)
            moved[at - start] = length
            pieces.append(whole[at])
            length += 1
        moved[end - start] = length
        copies = [m for m in self.writing.mentions if start <= m.span[0] and m.span[1] <= end]
        for mention in copies:
            span = (moved[mention.span[0] - start], moved[mention.span[1] - 1 - start] + 1)
            again = named(37) if mention.phenomenon in PLAIN else mention.phenomenon
            self.writing.mentions.append(replace(mention, span=span, phenomenon=again))
        self.writing.say("".join(pieces))

    def paper(self, name: str, kind: str, width: int = 0) -> Paper:
        """Return the paper, with lines no longer than `width` where one is given."""
        self.writing.mentions.sort(key=lambda m: m.span)
        paper = withheld(self.writing.paper(name, kind))
        return wrapped(paper, width) if width else paper

    def _fits(self, template: str) -> str:
        for flag, so in (
            ("?same ", self.world.same_name),
            ("?near ", self.world.near_name),
            ("?two ", self.world.two_roles),
        ):
            if template.startswith(flag):
                return template.removeprefix(flag) if so else ""
        return template

    def _choose(self, template: str) -> str:
        chosen = CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), template)
        if self.rng.random() < 0.5:
            for pattern, words in SAMENESS:
                if pattern.search(chosen):
                    chosen = pattern.sub(self.rng.choice(words), chosen)
        return chosen

    def _plain(self, words: str) -> None:
        if words:
            self.writing.say(words)

    def _fill(self, slot: str) -> None:
        if slot == "<":
            self.opened.append(self.here())
        elif slot[0] == ">":
            self._close(slot[1:])
        else:
            match = SPECIAL.match(slot)
            if match is None:
                raise ValueError(f"no such slot: {slot}")
            number = int(match["number"]) if match["number"] else 0
            expect = EXPECT[match["expect"]] if match["expect"] else None
            self._mention(match["body"], number, expect)

    def _close(self, what: str) -> None:
        phenomenon, level = named(int(what[:2])), LEVELS[what[2]]
        span, real = (self.opened.pop(), self._end()), phenomenon in REAL_SCOPES
        self.writing.scopes.append(Scope(span, level, phenomenon, not what.endswith("-"), real))

    def _end(self) -> int:
        """Return where the last word ends, spaces and new lines left out."""
        text = "".join(self.writing.text)
        return len(text.rstrip())

    def _mention(self, body: str, number: int, expect: Expect | None) -> None:
        put = self.writing.mention
        if body[0] == "=":
            put(body[1:], "decoy", expect or Expect.KEEP, named(number or 47))
        elif body[0] == "%":
            put(odd(body[1:], self.rng), "decoy", expect or Expect.KEEP, named(number or 45))
        elif body[0] == "@":
            self._place(body[1:])
        elif body.split(":")[0] == "date":
            self._date(body.partition(":")[2], number)
        elif ":" in body:
            key, _, word = body.partition(":")
            self._role(self.world.who(key), word, number or 31, expect)
        else:
            self._person(*body.split("."), number=number, expect=expect)

    def _place(self, key: str) -> None:
        words = self.world.places[key]
        if key in BARE_PLACES:
            self._plain(words)
        else:
            self.writing.mention(words, "decoy", Expect.KEEP, named(47))

    def _date(self, form: str, number: int) -> None:
        """Write an event's date; `date:next` goes on from the last, and so do rows of a table."""
        if form.startswith("same"):
            day, form = self.clock, form.removeprefix("same")
        elif form.startswith("next"):
            self.clock += timedelta(days=self.rng.randint(1, 9))
            day, form = self.clock, form.removeprefix("next").lstrip("-")
        else:
            day = self.world.today - timedelta(days=self.rng.randint(3, 1100))
        words = event(day, form or self.rng.choice(EVENT_FORMS))
        self.writing.mention(words, "date", Expect.KEEP, named(number or 44))

    def _role(self, who: Someone, word: str, number: int, expect: Expect | None) -> None:
        self.writing.mention(
            word, "person", expect or Expect.KEEP, named(number), who.key, who.standing,
            known=who.in_roster,
        )  # fmt: skip

    def _person(self, key: str, form: str, *, number: int, expect: Expect | None) -> None:
        who = self.world.who(key)
        if form in PRONOUNS:
            self._plain(PRONOUNS[form][who.sex == "f"])
        elif form in ROLES:
            self._role(who, ROLES[form][who.sex == "f"], number or 31, expect)
        elif form == "job":
            self._abbreviation(who.job)
        elif form in ("office", "relation"):
            self._plain(who.office if form == "office" else who.relation)
        elif form in PARTICULARS:
            self._particular(who, form, number, expect)
        else:
            self._name(who, FORMS[form](who, self.rng), number, expect)

    def _abbreviation(self, job: str) -> None:
        """Write a role in short, which may be somebody's initials."""
        if len(job) < 4 and job.isupper():
            self.writing.mention(job, "decoy", Expect.KEEP, named(48))
        else:
            self._plain(job)

    def _particular(self, who: Someone, form: str, number: int, expect: Expect | None) -> None:
        told = PARTICULARS[form](who, self.rng)
        if who.standing is Standing.SUBJECT and told.number in (44, 45, 46):
            number = number or 50
        due = expect or expected_of_particular(self.world, who, form, told.doubtful)
        self.writing.mention(
            told.words, told.kind, due, named(number or told.number), who.key, who.standing,
            known=who.in_roster,
        )  # fmt: skip

    def _name(self, who: Someone, written: Written, number: int, expect: Expect | None) -> None:
        self._plain(written.before)
        number = number or phenomenon_of(self.world, who, written)
        self.writing.mention(
            written.name, "person", expect or expected(self.world, who, written), named(number),
            who.key, who.standing, known=who.in_roster,
        )  # fmt: skip
        self._plain(written.after)


def own_expectation(who: Someone) -> Expect:
    """Return what should become of a person's data where nobody else can be meant."""
    if who.standing in (Standing.SUBJECT, Standing.PROFESSIONAL) or who.policy is Propose.SHOW:
        return Expect.KEEP
    return Expect.REDACT


def expected_of_particular(world: World, who: Someone, form: str, doubtful: bool) -> Expect:
    """Return what should become of a particular: what is the subject's too stays."""
    if form == "private":
        return Expect.REDACT
    if form.startswith(("address", "street", "postcode", "outward")) and shares_home(world, who):
        return Expect.KEEP
    if form in ("landline", "localphone") and who.landline == world.subject.landline:
        return Expect.KEEP
    own = own_expectation(who)
    return Expect.REVIEW if doubtful and own is Expect.REDACT else own


def expected(world: World, who: Someone, written: Written) -> Expect:
    """Return what should become of a name: where others are written so too, a person must say."""
    own = own_expectation(who)
    if written.alike == "family":
        return Expect.KEEP if who.last == world.subject.last else own
    if written.alike == "last" and who.last == world.subject.last:
        return Expect.REVIEW
    others = (p for p in world.everybody if p is not who and alike(p, who, written.alike))
    return Expect.REVIEW if any(own_expectation(p) is not own for p in others) else own


def alike(one: Someone, other: Someone, how: str) -> bool:
    """Say whether two people are written alike in this way."""
    match how:
        case "full":
            return one.name == other.name
        case "first":
            return one.first == other.first
        case "last":
            return one.last == other.last
        case "titled":
            return one.last == other.last and _same_title(one, other)
        case "initials":
            return initials_of(one) == initials_of(other)
        case "initial":
            return one.last == other.last and one.first[0] == other.first[0]
        case _:
            return False


def _same_title(one: Someone, other: Someone) -> bool:
    # Nobody calls a child whose file it is Mr or Miss.
    if Standing.SUBJECT in (one.standing, other.standing):
        return False
    women = one.title in TITLES_OF_WOMEN and other.title in TITLES_OF_WOMEN
    return women or one.title == other.title


def phenomenon_of(world: World, who: Someone, written: Written) -> int:
    """Return the number of what is notable in a name: about the person, else about the form."""
    number = written.number
    if who.standing is Standing.SUBJECT and number in (10, 11):
        return 50
    if not who.in_roster and who.standing is Standing.THIRD_PARTY:
        return {1: 33, 2: 34, 9: 35}.get(number, number)
    if number not in SIMPLE:
        return number
    return _about(world, who, written) or number


def _about(world: World, who: Someone, written: Written) -> int:
    """Return the number of what is notable about a person whose name is plainly written."""
    if world.same_name and who.key in ("father", "subject") and written.alike in ("full", "first"):
        return 27
    if world.two_roles and who.key in ("aunt", "nurse"):
        return 57
    if who.policy is Propose.SHOW:
        return 58
    if world.near_name and who.key in ("sib1", "subject") and written.number == 2:
        return 28
    if who.standing is Standing.PROFESSIONAL and _shares_with_family(world, who):
        return 30
    if who.roster_name != who.name and written.number in (1, 2, 4):
        return 56
    if written.number == 2 and who.key == world.keys.get("word"):
        return 26
    return 0


def _shares_with_family(world: World, who: Someone) -> bool:
    family = (p for p in world.everybody if p.standing is not Standing.PROFESSIONAL)
    return any(who.last == p.last or who.first == p.first for p in family if p.in_roster)


def withheld(paper: Paper) -> Paper:
    """Return the paper with nothing kept by itself of what a marking covers of somebody."""
    real = [s.span for s in paper.scopes if s.real]
    mentions = tuple(
        replace(m, expect=Expect.REVIEW)
        if m.person and m.expect is Expect.KEEP and any(_within(m.span, span) for span in real)
        else m
        for m in paper.mentions
    )
    return replace(paper, mentions=mentions)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def wrapped(paper: Paper, width: int) -> Paper:
    """Return the paper with long lines broken at spaces; a name that was parted says so."""
    text = list(paper.text)
    start = 0
    for line in paper.text.split("\n"):
        begun = start
        for at in (start + m.start() for m in re.finditer(r"(?<=\S) (?=\S)", line)):
            ahead = paper.text.find(" ", at + 1)
            end = start + len(line)
            if min(ahead if ahead > 0 else end, end) - begun > width:
                text[at], begun = "\n", at + 1
        start += len(line) + 1
    joined = "".join(text)
    simple = {named(n) for n in SIMPLE}
    mentions = tuple(
        replace(m, phenomenon=named(22))
        if m.kind == "person" and m.phenomenon in simple and "\n" in joined[slice(*m.span)]
        else m
        for m in paper.mentions
    )
    return replace(paper, text=joined, mentions=mentions)
