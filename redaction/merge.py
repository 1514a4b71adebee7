"""Overlapping findings made one: each letter goes by what explains it most strongly.

Findings unite to remove, and never to show. A guess or a misspelling explains nothing that anything
else explains: it is cut at the edges of what is stronger, and only what is left of it counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from recordkeeping.disclosure.findings import Finding, Propose, Span, Strength

MARKING, HIDDEN, PART, REFERRER = "marking", "hidden", "part", "referrer"
PASSAGES = frozenset({MARKING, HIDDEN})
"""Kinds of findings that cover sentences: names in them are decided by themselves."""

NO_PERSON = "a name, or"
"""How the reason begins of a guess that may be a place or a firm: nobody is looked for by it."""
_CARE = {Propose.SHOW: 0, Propose.ASK: 1, Propose.REDACT: 2}
_PERHAPS = 0.5  # how sure a guess is that explains no name known from elsewhere
_FEWEST = 2  # letters of what is left of a guess
_WORD = re.compile(r"[^\W_]+")
_HYPHENS = frozenset("-\u2010\u2011\u2012")
LONGER = "a name that may be shown, in a longer one that may be somebody else's"
NEARLY = "a name that may be shown, beside what is nearly another of theirs"
BORNE = "a name that may be shown, which somebody whom nobody listed bears too"
_LETTERS = re.compile(r"(?P<letters>[A-Z](?:\.?[ \u00a0]?[A-Z](?![^\W\d_]))?\.?)[ \u00a0]?")
_LETTER_BEHIND = re.compile(r"[ \u00a0]([A-Z]\.?)\Z")
_IN_SHORT = re.compile(
    r"(?:(?:mrs?|ms|miss|mx)\.?[ \u00a0]"
    r"|(?-i:[A-Z](?:\.[ \u00a0]?|[ \u00a0])))+(?:[a-z]{2,3}[ \u00a0]){0,2}"
    r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*",
    re.IGNORECASE,
)
"""A surname with a title or first letters before it: others of that surname are called so too.

"Dr" and "PC" say whose it is.
"""
_JOINS = re.compile(r"[ \u00a0]|,[ \u00a0]")
_SUBJECT = "subject"


def merged(
    findings: Iterable[Finding], text: str, is_nothing: Callable[[str, Span], bool]
) -> Iterator[Finding]:
    """Yield findings that do not overlap, but for passages, which lie over names.

    `text` is what the spans are of. `is_nothing` says of what is left of a guess that it tells
    nothing: of "Rang Ola Nowak", "Rang". A reviewer decides a passage and each
    name in it by itself.
    """
    findings = list(findings)
    for kind in sorted(PASSAGES):
        yield from _united([f for f in findings if f.kind == kind])
    named = _without_swallowed([f for f in findings if f.kind not in PASSAGES])
    yield from _united(_by_strength(named, text, is_nothing))


def _without_swallowed(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what stands strictly inside an exact entry of the roster that may be shown."""
    exact = _Explained(
        f.span for f in findings if f.propose is Propose.SHOW and f.person is not None
    )
    return [f for f in findings if not exact.swallow(f.span)]


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def _by_strength(
    findings: Sequence[Finding], text: str, is_nothing: Callable[[str, Span], bool]
) -> Iterator[Finding]:
    """Yield what is stronger than a guess as it is, and of guesses what nothing else explains."""
    strong = [f for f in findings if f.strength > Strength.ALIKE]
    weak = [f for f in findings if f.strength <= Strength.ALIKE]
    strong, weak = _longer_names(strong, weak, text, is_nothing)
    borne = {f.span for f in weak if f.strength is Strength.ECHOED}
    explained = {
        level: _Explained(
            f.span for f in (*strong, *weak) if f.strength > level and not _hardly_tells(f)
        )
        for level in {f.strength for f in weak}
    }
    rests = [
        finding if rest == finding.span else _rest(finding, rest)
        for finding in weak
        for rest in explained[finding.strength].rests(finding.span, text)
        if rest == finding.span or finding.kind != "person" or not is_nothing(text, rest)
    ]
    rests += _letters_beside(strong, weak, text)
    begins, ends = {f.span[0] for f in rests}, {f.span[1] for f in rests}
    for finding in strong:
        start, end = finding.span
        longer = _beyond_hyphen(text, end) in begins or _before_hyphen(text, start) in ends
        if longer and finding.propose is Propose.SHOW:
            yield replace(finding, propose=Propose.ASK, because=LONGER)
        elif finding.span in borne and _may_be_anothers(finding, text):
            yield replace(finding, propose=Propose.ASK, because=BORNE)
        else:
            yield finding
    yield from rests


def _rest(finding: Finding, span: Span) -> Finding:
    """Return what is left of a guess: a Kirsteen beside "Menezs", which is nearly Menzies.

    It is asked about, and nobody else is looked for by it.
    """
    because = NEARLY if finding.because == LONGER else finding.because
    return replace(finding, span=span, because=because)


def _hardly_tells(finding: Finding) -> bool:
    """Say whether a guess has its place alone to go by: a name known from elsewhere tells more."""
    guessed = finding.strength is Strength.GUESSED and finding.propose is Propose.ASK
    return guessed and finding.confidence <= _PERHAPS


def _letters_beside(
    strong: Sequence[Finding], weak: Sequence[Finding], text: str
) -> Iterator[Finding]:
    """Yield the letters of first names that guesses begin with, before names that are not shown.

    The roster has a Sutcliffe, and the paper names a "J Sutcliffe": the letter goes with the name.
    """
    names = {f.span[0]: f for f in strong if f.kind == "person" and f.propose is not Propose.SHOW}
    ends = {f.span[1]: f for f in names.values() if _WORD.fullmatch(text, *f.span)}
    for guess in weak:
        if guess.strength is not Strength.GUESSED or guess.kind != "person":
            continue
        start, end = guess.span
        before = _LETTERS.match(text, start, end)
        if before and (name := names.get(before.end())) and name.span[1] >= end:
            yield replace(name, span=(start, before.end("letters")), strength=guess.strength)
        behind = _LETTER_BEHIND.search(text, start, end)
        if behind and (name := ends.get(behind.start())):
            yield replace(name, span=behind.span(1), strength=guess.strength)


def _longer_names(
    strong: list[Finding],
    weak: list[Finding],
    text: str,
    is_nothing: Callable[[str, Span], bool],
) -> tuple[list[Finding], list[Finding]]:
    """Let a guess that goes on where a single name stands be one question with it.

    Nobody of the roster is called "Jade Nowak". Jade would be told, and the rest taken.
    """
    alone = sorted((f for f in strong if _is_alone(f, text)), key=lambda f: f.span)
    starts = [f.span[0] for f in alone]
    others = _Explained(f.span for f in strong if not _is_alone(f, text))
    taken: set[Span] = set()
    out = []
    for guess in weak:
        first, last = (bisect_left(starts, edge) for edge in guess.span)
        inside = [f for f in alone[first:last] if _inside(f.span, guess.span)]
        goes_on = guess.strength is Strength.GUESSED and any(
            _goes_on(f.span, guess.span, text, is_nothing) for f in inside
        )
        if goes_on and not others.touch(guess.span):
            taken |= {f.span for f in inside}
            because = guess.because if guess.because.startswith(NO_PERSON) else LONGER
            guess = replace(guess, propose=Propose.ASK, because=because)
        out.append(guess)
    return [f for f in strong if f.span not in taken or f not in alone], out


def _is_alone(finding: Finding, text: str) -> bool:
    return (
        finding.propose is not Propose.REDACT
        and finding.kind == "person"
        and len(_WORD.findall(text, *finding.span)) == 1
    )


def _may_be_anothers(finding: Finding, text: str) -> bool:
    """Say whether less than a whole name is to be shown: not the subject's, which fills it."""
    if finding.propose is not Propose.SHOW or finding.role == _SUBJECT:
        return False
    in_short = _IN_SHORT.fullmatch(text, *finding.span) is not None
    return finding.kind == "initials" or in_short or _is_alone(finding, text)


def _goes_on(name: Span, guess: Span, text: str, is_nothing: Callable[[str, Span], bool]) -> bool:
    """Say whether a name goes on with a word that has a capital, before it or behind it."""
    joined = _JOINS.match(text, name[1], guess[1])
    behind = joined and _WORD.match(text, joined.end(), guess[1])
    if behind and behind[0][0].isupper() and not is_nothing(text, behind.span()):
        return True
    words = list(_WORD.finditer(text, guess[0], name[0]))
    touches = text[guess[0] : name[0]].endswith((" ", "\u00a0"))
    return bool(words) and words[-1][0][0].isupper() and touches


def _beyond_hyphen(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in _HYPHENS else end


def _before_hyphen(text: str, start: int) -> int:
    return start - 1 if start and text[start - 1] in _HYPHENS else start


class _Explained:
    """Stretches of a text that something explains."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [start for start, _ in self.spans]
        self.reach = list(accumulate((end for _, end in self.spans), max))

    def touch(self, span: Span) -> bool:
        """Say whether one of them has a letter of a span."""
        before = bisect_left(self.starts, span[1])
        return before > 0 and self.reach[before - 1] > span[0]

    def swallow(self, span: Span) -> bool:
        """Say whether a span lies in a longer one of them."""
        before, at = (find(self.starts, span[0]) for find in (bisect_left, bisect_right))
        begins_before = before > 0 and self.reach[before - 1] >= span[1]
        return begins_before or (at > 0 and self.reach[at - 1] > span[1])

    def rests(self, span: Span, text: str) -> Iterator[Span]:
        """Yield what is left of a span outside of them, without signs and space at its edges."""
        at, last = span
        first = bisect_right(self.reach, at)
        for start, end in self.spans[first : bisect_left(self.starts, last)]:
            if start > at:
                yield from _trimmed((at, start), text)
            at = max(at, end)
        if at < last:
            yield from (span,) if at == span[0] else _trimmed((at, last), text)


def _trimmed(span: Span, text: str) -> Iterator[Span]:
    words = [word.span() for word in _WORD.finditer(text, *span)]
    if sum(end - start for start, end in words) >= _FEWEST:
        yield words[0][0], words[-1][1]


def _united(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Unite runs of overlapping findings under the most careful proposal of the run."""
    run: list[Finding] = []
    reach = -1
    for finding in sorted(findings, key=lambda f: f.span):
        if run and finding.span[0] >= reach:
            yield _strongest(run)
            run = []
        run.append(finding)
        reach = max(f.span[1] for f in run)
    if run:
        yield _strongest(run)


def _strongest(run: Sequence[Finding]) -> Finding:
    """Return the most careful finding, over the words of all that are not to be shown."""
    if len(run) == 1:
        return run[0]
    best = max(
        run, key=lambda f: (_CARE[f.propose], f.person is not None, f.strength, f.confidence)
    )
    if best.propose is Propose.SHOW:
        return max(run, key=lambda f: f.span[1] - f.span[0])
    objecting = [f.span for f in run if f.propose is not Propose.SHOW]
    span = min(s for s, _ in objecting), max(e for _, e in objecting)
    return replace(best, span=span)
