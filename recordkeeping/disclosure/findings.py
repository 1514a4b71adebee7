"""What a detector saw, and where. A finding proposes; a person decides.

Spans are `[start, end)` in Unicode code points of the page's text. Boxes are `(x0, y0, x1, y1)`
in points (1/72 inch), origin at the top left of the page as displayed, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

Box = tuple[float, float, float, float]
Span = tuple[int, int]


class Propose(StrEnum):
    """What Muniment proposes for a finding."""

    REDACT = "redact"
    SHOW = "show"  # the subject's own, or a professional in official capacity
    ASK = "ask"  # a person must decide: markings, ambiguity


class Strength(IntEnum):
    """How strongly a finding explains the letters that it stands on; where two do, the stronger.

    What is no stronger than `ALIKE` explains nothing that anything else explains.
    """

    ECHOED = 0  # the name of somebody whom a model saw elsewhere
    GUESSED = 1  # by a model of names
    ALIKE = 2  # a misspelling, or letters that a machine misread
    PART = 3  # a single name of somebody
    SEEN = 4  # a pattern; whatever a detector of a council's own sees
    NAMED = 5  # a title or an initial with a surname
    WHOLE = 6  # a name as the roster lists it
    CERTAIN = 7  # a number that the roster lists, or whose check digit holds


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one page, as detectors read it. Pages are numbered from 1.

    `by_eye` are the stretches of it that a machine read in ink, where letters may be others.
    `breaks` are where further pages begin, in pages that are read as one.
    """

    number: int
    text: str = field(repr=False)
    by_eye: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something seen on a page that may concern somebody else, or is restricted.

    A detector leaves `id` and `boxes` empty: both are given when findings are merged and placed.
    `because` is a sentence for the reviewer; it holds no name and no identifier. `people` are the
    ids, sorted, of everybody on the roster who may be meant; `person` is the one where there is
    only one. `code` is an exemption code of `configs/exemptions/`.
    """

    page: int
    span: Span
    kind: str  # person, nhs, postcode, phone, email, marking …
    propose: Propose
    confidence: float
    detector: str
    because: str
    person: str | None = None
    role: str | None = None
    code: str | None = None
    boxes: tuple[Box, ...] = ()
    id: str = ""
    people: tuple[str, ...] = ()
    strength: Strength = Strength.SEEN


ADVICE = "; "
"""Parts the reason of a gap or a refusal from the advice to the officer. A reason has none."""

LOOK = "a person must look"
"""Advises that a page is there, and that no machine vouches for it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be read, and why. Its reason travels to the list that the requester receives.

    `page` is None when the whole document could not be read. `because` is the reason in plain
    words, without names; after a semicolon it advises the officer, where something can be done.
    """

    because: str
    page: int | None = None

    @property
    def reason(self) -> str:
        """Return what is told to the requester: why, without what the council may do about it."""
        return self.because.partition(ADVICE)[0]

    @property
    def waits_for_a_look(self) -> bool:
        """Say whether a person has to look and nothing is missing: the page itself is there."""
        return LOOK in self.because.partition(ADVICE)[2]
