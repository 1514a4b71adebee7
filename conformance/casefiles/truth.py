"""What is true of a made-up case file: who is named where, and what should become of it.

Four makers of case files say it in these words: three whose papers detectors may be tuned on, and
one whose papers they are only measured by. Spans are those of a paper's text, in code points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from recordkeeping.disclosure.findings import Span
from recordkeeping.disclosure.people import Roster, Standing


class Expect(StrEnum):
    """What should become of a mention."""

    REDACT = "redact"  # a third party's: proposed to be removed, or asked about
    KEEP = "keep"  # the subject's own, a professional's in role, or nobody's: stays
    REVIEW = "review"  # nobody can say without a person


class Level(StrEnum):
    """How far a marking reaches."""

    DOCUMENT = "document"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    ROW = "row"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: where it stands, of whom, and what should become of it.

    `kind` is person, birth, address, postcode, phone, email, handle, url, nhs, nino, upn, uln, utr,
    chi, passport, driving, vrm, bank, reference, date (of an event), or decoy (nobody's, and looks
    like something). `person` is an id of the case's `people`; `known` says whether the roster that
    the detectors are given lists them. `phenomenon` is one of the sixty by name.
    """

    span: Span
    kind: str
    expect: Expect
    phenomenon: str
    person: str | None = None
    standing: Standing | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """A passage that a marking covers, or that only holds words of one: then it is not `real`."""

    span: Span
    level: Level
    phenomenon: str
    ended: bool = True  # whether the paper says where it ends
    real: bool = True  # whether it is to be withheld; disclaimers and words in prose are not


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a case: its kind (case note, e-mail, minutes), its text, and the truth."""

    name: str
    kind: str
    text: str = field(repr=False)
    mentions: tuple[Mention, ...] = ()
    scopes: tuple[Scope, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a truth that points nowhere: every span stands in the text and says something."""
        for span in (*(m.span for m in self.mentions), *(s.span for s in self.scopes)):
            if not 0 <= span[0] < span[1] <= len(self.text) or not self.text[slice(*span)].strip():
                raise ValueError(f"{self.name}: a span of the truth points nowhere: {span}")


@dataclass(frozen=True, slots=True)
class Case:
    """A case: the roster that detectors are given, defects and all, and the papers."""

    id: str
    roster: Roster
    papers: tuple[Paper, ...]


@dataclass(slots=True)
class Writing:
    """A paper while it is written: words put down one by one, with what is true of them."""

    text: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    length: int = 0

    def say(self, words: str) -> Span:
        """Put words down that nothing has to become of, and return where they stand."""
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return start, self.length

    def mention(
        self,
        words: str,
        kind: str,
        expect: Expect,
        phenomenon: str,
        person: str | None = None,
        standing: Standing | None = None,
        *,
        known: bool = True,
    ) -> Span:
        """Put a mention down, and return where it stands."""
        span = self.say(words)
        self.mentions.append(Mention(span, kind, expect, phenomenon, person, standing, known))
        return span

    def covered(self, start: int, level: Level, phenomenon: str, *, ended: bool = True) -> None:
        """Say that a marking covers everything from `start` up to here."""
        self.scopes.append(Scope((start, self.length), level, phenomenon, ended))

    def paper(self, name: str, kind: str) -> Paper:
        """Return what was written."""
        return Paper(name, kind, "".join(self.text), tuple(self.mentions), tuple(self.scopes))


def total(cases: Sequence[Case]) -> int:
    """Return how many mentions the papers of these cases have."""
    return sum(len(paper.mentions) for case in cases for paper in case.papers)
