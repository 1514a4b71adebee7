"""What the pattern detectors share: a number seen, whose it is, and where else it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import ahocorasick

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.normal import lines_that_differ
from redaction.detectors.owners import found, known_by, unowned
from redaction.detectors.shared import once_a_text
from redaction.lookalikes import as_figures

SPACE = r"[ \t\u00a0\u2007\u2009\u202f]"
DASH = r"[\-\u2010-\u2015\u2212]"
_FEWEST = 4  # characters of what is looked for elsewhere: fewer stand in anything


def owned_or(
    propose: Propose,
    roster: Roster,
    span: Span,
    kind: str,
    what: str,
    value: str,
    confidence: float,
    *,
    certain: bool = False,
) -> Finding:
    """Return what follows from the owner; for a value nobody is known by, what is proposed here.

    `certain` says that a check digit holds.
    """
    owners = known_by(roster, kind, value)
    if owners:
        return owned(roster, owners, span, kind, what, confidence)
    strength = Strength.CERTAIN if certain else Strength.SEEN
    return unowned(span, kind, kind, what, propose, confidence, strength)


def owned(
    roster: Roster,
    owners: Sequence[Person],
    span: Span,
    kind: str,
    what: str,
    confidence: float,
    *,
    exact: bool = True,
) -> Finding:
    """Return what follows from whose it is. `exact`: it is just what the roster lists."""
    return found(
        roster,
        owners,
        span=span,
        kind=kind,
        detector=kind,
        what=what,
        exact=exact,
        confidence=confidence,
        strength=Strength.CERTAIN if exact else Strength.SEEN,
    )


def called(
    page: Page,
    roster: Roster,
    number: re.Pattern[str],
    words: re.Pattern[str],
    kind: str,
    what: str,
    holds: Callable[[str], bool],
    after: re.Pattern[str],
    about: re.Pattern[str],
) -> Iterator[Finding]:
    """Yield numbers that words just before or `after` them call by their kind, wherever they stand.

    And those whose check digit holds where words `about` such numbers stand in the same lines.

    Any figures look alike, so nothing else is looked for. One whose check digit fails is asked
    about.
    """

    def seen(text: str) -> Iterator[Finding]:
        for one in number.finditer(text):
            digits = re.sub(r"\D", "", one[0])
            sure = holds(digits)
            told = said_before(words, text, one.start(), 60)
            told = told or after.match(text, one.end()) is not None
            if not told and not (sure and near(about, text, one.span(), 120, 40)):
                continue
            propose = Propose.REDACT if sure else Propose.ASK
            named, confidence = (what, 0.99) if sure else (f"mistyped {what}", 0.8)
            yield owned_or(
                propose, roster, one.span(), kind, named, digits, confidence, certain=sure
            )

    return everywhere(page, misread_too(page.text, seen))


def said_before(words: re.Pattern[str], text: str, start: int, within: int = 40) -> bool:
    """Say whether words end just before a place. They are a pattern that ends with `$`."""
    return words.search(text, max(0, start - within), start) is not None


def near(words: re.Pattern[str], text: str, span: Span, before: int = 40, after: int = 25) -> bool:
    """Say whether words stand at most so many letters before or after a place."""
    start, end = span
    return (
        words.search(text, max(0, start - before), start) is not None
        or words.search(text, end, min(len(text), end + after)) is not None
    )


def misread_too(text: str, seen: Callable[[str], Iterable[Finding]]) -> Iterator[Finding]:
    """Yield what is seen in a text, and in its lines whose figures a scanner took for letters.

    Of these only what a figure that was put right belongs to, and nothing else explains. What had
    to be put right is not exactly what the roster lists, so it is never shown for that.
    """
    told = list(seen(text))
    yield from told
    right, differing = _with_figures_right(text)
    for start, end in differing:
        for finding in seen(right[start:end]):
            span = finding.span[0] + start, finding.span[1] + start
            taken = any(span[0] < f.span[1] and f.span[0] < span[1] for f in told)
            if not taken and right[slice(*span)] != text[slice(*span)]:
                ask = finding.propose is Propose.SHOW
                propose = Propose.ASK if ask else finding.propose
                told.append(replace(finding, span=span, propose=propose))
                yield told[-1]


@once_a_text
def _with_figures_right(text: str) -> tuple[str, Sequence[Span]]:
    """Return a text with letters among figures that were figures, and the lines that differ."""
    right = as_figures(text)
    return right, tuple(lines_that_differ(text, right))


def everywhere(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield a page's findings, and each other place on it where the very words of one stand.

    Words around a number tell what it is in one place, and it is the same number in the next.
    """
    seen = [replace(finding, page=page.number) for finding in findings]
    yield from seen
    if not seen:
        return
    plain = _plain(page.text)
    told: dict[str, Finding] = {}
    for finding in seen:
        words = plain[slice(*finding.span)].strip()
        if len(words) >= _FEWEST:
            told.setdefault(words, finding)
    if not told:
        return
    taken = {finding.span for finding in seen}
    automaton = ahocorasick.Automaton()
    for words in told:
        automaton.add_word(words, words)
    automaton.make_automaton()
    for last, words in automaton.iter_long(plain):
        span = last + 1 - len(words), last + 1
        if span not in taken and _is_whole(plain, span):
            yield replace(told[words], span=span)


@once_a_text
def _plain(text: str) -> str:
    """Return a text in small letters, a space for each piece of white space, letter for letter."""
    return text.translate({ord(letter): _small(letter) for letter in set(text)})


def _small(letter: str) -> str:
    if letter.isspace():
        return " "
    return small if len(small := letter.lower()) == 1 else letter


def _is_whole(text: str, span: Span) -> bool:
    """Say whether a stretch is cut out of no longer word or number."""
    start, end = span
    return not (
        (start and text[start - 1].isalnum() and text[start].isalnum())
        or (text[end : end + 1].isalnum() and text[end - 1].isalnum())
    )
