"""From a template to the words on paper, knowing where every name and number came to stand.

A template holds slots. `{mother}` writes somebody's full name, `{mother:first}` another form of
it, `{mother:phone}` a particular, `{mother:He}` a pronoun; `{day}` is the day of the paper,
`{day:-14}` a fortnight before. `[[the house opposite|neighbour]]` marks words that identify
somebody without naming them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from conformance.northmoor.people import Cast, Person, long_date

_SLOT = re.compile(r"\{(\w+)(?::([\w-]+))?\}|\[\[(.+?)\|(\w+)\]\]")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text speaks of somebody. `start` counts code points; `person` is None in markings."""

    start: int
    text: str = field(repr=False)
    kind: (
        str  # person, born, nhs, upn, nino, address, phone, private_phone, email, context, marking
    )
    person: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """Some words, and who is mentioned in them."""

    text: str = field(repr=False)
    mentions: tuple[Mention, ...] = field(default=(), repr=False)

    @classmethod
    def joined(cls, lines: Iterable[Line], separator: str) -> Line:
        """Join lines into one, moving their mentions along."""
        text, mentions = "", []
        for line in lines:
            text += separator if text else ""
            mentions += [replace(m, start=m.start + len(text)) for m in line.mentions]
            text += line.text
        return cls(text, tuple(mentions))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading between paragraphs."""

    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    line: Line


@dataclass(frozen=True, slots=True)
class Marking:
    """A restriction somebody wrote, and the paragraphs over which it was meant."""

    words: str
    scope: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the head."""

    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Marking | Table


@dataclass(frozen=True, slots=True)
class Envelope:
    """The head of an e-mail."""

    sender: Line
    to: Line
    copied: Line
    subject: Line
    sent: date


@dataclass(frozen=True, slots=True)
class Paper:
    """One document before it is printed. `medium` names the press that prints it."""

    kind: str
    title: str
    medium: str  # pdf, docx, txt, eml, xlsx, scan-pdf, scan-jpeg, locked-pdf, torn-docx, empty, bin
    blocks: tuple[Block, ...] = field(repr=False)
    dated: date
    head: Line = field(default_factory=lambda: Line(""), repr=False)
    envelope: Envelope | None = field(default=None, repr=False)
    attached: tuple[Paper, ...] = field(default=(), repr=False)

    def lines(self) -> list[Line]:
        """Return the paper's words in the order of reading, a table's row as one line."""
        every = (self.head, *_envelope_lines(self), *_lines(self.blocks))
        return [line for line in every if line.text]

    def words(self) -> Line:
        """Return the paper's logical text, without what is attached, as one line of many."""
        return Line.joined(self.lines(), "\n")

    def markings(self) -> list[Marking]:
        """Return every restriction written in the paper."""
        return [block for block in self.blocks if isinstance(block, Marking)]


def marking_line(words: str) -> Line:
    """Return a marking as a line that mentions itself."""
    return Line(words, (Mention(0, words, "marking", None),))


def _envelope_lines(paper: Paper) -> list[Line]:
    if paper.envelope is None:
        return []
    return [paper.envelope.sender, paper.envelope.to, paper.envelope.copied, paper.envelope.subject]


def _lines(blocks: Iterable[Block]) -> Iterable[Line]:
    for block in blocks:
        match block:
            case Heading(line) | Paragraph(line):
                yield line
            case Marking(words, scope):
                yield marking_line(words)
                yield from scope
            case Table(rows):
                yield from (Line.joined(row, "\t") for row in rows)


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes for one case on one day. Words drawn by lot come from `rng` alone."""

    cast: Cast
    day: date
    rng: Random = field(repr=False)
    facts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def on(self, days_later: int) -> Scribe:
        """Return the same scribe on another day."""
        return replace(self, day=self.day + timedelta(days=days_later))

    def has(self, *parts: str) -> bool:
        """Say whether the case has somebody in each of these parts."""
        return all(self.cast.person(part) for part in parts)

    def line(self, template: str) -> Line:
        """Fill a template's slots; an unknown slot is a defect of the template."""
        text, mentions, done = "", [], 0
        for slot in _SLOT.finditer(template):
            text += template[done : slot.start()]
            done = slot.end()
            words, kind, person = self._fill(slot)
            if person is not None:
                mentions.append(Mention(len(text), words, kind, person.id))
            text += words
        return Line(text + template[done:], tuple(mentions))

    def one_of(self, *templates: str) -> Line:
        """Fill one of several templates, drawn by lot."""
        return self.line(self.rng.choice(templates))

    def says(self, *templates: str) -> tuple[Paragraph, ...]:
        """Return each template as a paragraph; one that names an empty part is left out."""
        return tuple(Paragraph(self.line(t)) for t in templates if self._fits(t))

    def heading(self, template: str) -> Heading:
        """Return a heading."""
        return Heading(self.line(template))

    def marked(self, words: str, *templates: str) -> tuple[Block, ...]:
        """Return paragraphs under a restriction; nothing where none of them can be written."""
        scope = tuple(self.line(t) for t in templates if self._fits(t))
        return (Marking(words, scope),) if scope else ()

    def table(self, *rows: tuple[str, ...]) -> Table:
        """Return a table; a row that names an empty part is left out."""
        kept = [row for row in rows if all(self._fits(cell) for cell in row)]
        return Table(tuple(tuple(self.line(cell) for cell in row) for row in kept))

    def paper(self, kind: str, title: str, medium: str, *parts: Block | tuple[Block, ...]) -> Paper:
        """Return a paper of this case and day, headed with the child's name."""
        blocks = tuple(b for p in parts for b in (p if isinstance(p, tuple) else (p,)))
        return Paper(kind, title, medium, blocks, self.day, self.line("{child:filed}"))

    def _fits(self, template: str) -> bool:
        named = {slot[1] or slot[4] for slot in _SLOT.finditer(template)}
        return all(n == "day" or n in self.facts or self.cast.person(n) for n in named)

    def _fill(self, slot: re.Match[str]) -> tuple[str, str, Person | None]:
        name, form, context, about = slot.groups()
        if about:
            return context, "context", self._who(about)
        if name == "day":
            return long_date(self.day + timedelta(days=int(form or 0))), "", None
        if name in self.facts:
            return self.facts[name], "", None
        return _form(self._who(name), form or "full")

    def _who(self, part: str) -> Person:
        person = self.cast.person(part)
        if person is None:
            raise ValueError(f"a template names {part}, whom this case does not have")
        return person


def _form(person: Person, form: str) -> tuple[str, str, Person | None]:
    """Return the words for a form, their kind, and whom they mention (nobody: a plain word)."""
    if plain := person.pronoun(form):
        return plain, "", None
    if form in ("post", "employer"):
        return (person.post if form == "post" else person.employer), "", None
    if form in (names := person.names()):
        return names[form], "person", person
    if form == "alias":
        return person.forename, "person", person
    if form in (particulars := person.particulars()):
        return particulars[form], form, person
    # Not everybody has a telephone; a paper says so rather than leave a hole.
    return "not known", "", None
