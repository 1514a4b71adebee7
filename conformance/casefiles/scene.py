"""Where a paper is written: words put down, and whatever a template names told as a mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from conformance.casefiles.people import Cast, Member
from conformance.casefiles.spellings import days
from conformance.casefiles.truth import Expect, Writing
from recordkeeping.disclosure.people import Standing


@dataclass(frozen=True, slots=True)
class Put:
    """Words that stand in the place of a template's slot, and what is true of them."""

    words: str
    kind: str
    expect: Expect
    phenomenon: str
    person: str | None = None
    standing: Standing | None = None
    known: bool = True


@dataclass(slots=True)
class Scene:
    """One paper of a case while it is written, on a day."""

    cast: Cast
    rng: Random = field(repr=False)
    day: date
    out: Writing = field(default_factory=Writing)

    def tell(self, template: str, *puts: Put) -> None:
        """Write a template: `{}` takes the next put, `{child}` the subject, `{day}` a date."""
        waiting = list(puts)
        for n, piece in enumerate(template.split("{")):
            slot, _, words = piece.partition("}") if n else ("", "", piece)
            if n:
                self._slot(slot, waiting)
            self.out.say(words)
        if waiting:
            raise ValueError(f"a template has fewer slots than there are words for it: {template}")

    def _slot(self, slot: str, waiting: list[Put]) -> None:
        match slot:
            case "child":
                child = self.cast.subject
                put = self.name(child, child.person.forename, "subject, first name")
            case "day":
                self.day += timedelta(days=self.rng.randrange(1, 9))
                put = self.event(self.day)
            case _:
                put = waiting.pop(0)
        self.put(put)

    def put(self, put: Put) -> None:
        """Write what is put, and tell it."""
        self.out.mention(
            put.words,
            put.kind,
            put.expect,
            put.phenomenon,
            put.person,
            put.standing,
            known=put.known,
        )

    def name(self, member: Member, words: str, phenomenon: str) -> Put:
        """Return a name of somebody: it stays, goes, or is for a person to judge."""
        return Put(
            words,
            "person",
            self._expected(member, words),
            phenomenon,
            member.id,
            member.standing,
            member.known,
        )

    def _expected(self, member: Member, words: str) -> Expect:
        """A name that fits people who stand differently is for a person to judge."""
        plain = " ".join(words.casefold().split())
        fits = [other.kept for other in self.cast.everybody() if plain in _shapes(other)]
        if member.kept not in fits:
            fits.append(member.kept)
        if len(set(fits)) > 1:
            return Expect.REVIEW
        return Expect.KEEP if member.kept else Expect.REDACT

    def thing(self, member: Member, kind: str, words: str, phenomenon: str) -> Put:
        """Return a particular of somebody: the subject's own and a post's contacts stay."""
        official = member.standing is Standing.PROFESSIONAL and kind in ("phone", "email")
        stays = member.standing is Standing.SUBJECT or official or bool(member.shown)
        expect = Expect.KEEP if stays else Expect.REDACT
        return Put(words, kind, expect, phenomenon, member.id, member.standing, member.known)

    def event(self, day: date) -> Put:
        """Return the date of an event, which stays."""
        return Put(days(day, self.rng), "date", Expect.KEEP, "date of an event")

    def decoy(self, words: str, phenomenon: str) -> Put:
        """Return words that look like something and are nobody's."""
        return Put(words, "decoy", Expect.KEEP, phenomenon)

    def third(self, fits: Callable[[Member], object] = bool) -> Member | None:
        """Draw a third party of the roster who is called as the roster says, and fits."""
        return self._drawn(
            member
            for part, member in self.cast.family.items()
            if member.known
            and not member.shown
            and part not in ("neighbour", "alleged")
            and fits(member)
        )

    def stranger(self) -> Member:
        """Draw somebody whom the roster does not list."""
        return self.rng.choice(self.cast.strangers)

    def professional(self) -> Member:
        """Draw somebody of the team."""
        return self.rng.choice(list(self.cast.team.values()))

    def _drawn(self, members: Iterable[Member]) -> Member | None:
        every = list(members)
        return self.rng.choice(every) if every else None

    def one_of(self, templates: Sequence[str]) -> str:
        """Draw a template."""
        return self.rng.choice(templates)


def _shapes(member: Member) -> set[str]:
    """Return the short shapes of a name, which others may share."""
    person = member.person
    letters = [word[0] for word in (person.forename, person.middle, person.surname) if word]
    shapes = {person.forename, person.full, "".join(letters), *member.aliases}
    shapes |= {"".join(f"{c}." for c in letters)}
    shapes |= {f"{letters[0]}{stop} {person.surname}" for stop in (".", "")}
    if member.standing is not Standing.SUBJECT:
        shapes.add(person.formal)  # of a child no paper says Mr
    return {shape.casefold() for shape in shapes}


Passage = Callable[[Scene], bool | None]
"""Writes a sentence or two; returns False, having written nothing, where nobody fits."""
