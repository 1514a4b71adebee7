"""Terms in the words of pages, as one reader reads them: on a page, or from one page to the next.

Between the halves of a name that goes on overleaf there may be a page's number, a running title, a
letterhead: each of the last lines of a page is read on into each of the first lines of the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from redaction.misreadings import Misreadings
from redaction.proof.needles import Needle, at_least, found, matches
from redaction.proof.whereabouts import Place, Placed, places_on, stretch_on

Found = tuple[int, str, int | None, str, tuple[Place, ...]]
"""A term, who read it, on which page, how (`text`, `inside` or `file`), and where on pages."""

_Words = tuple[int, str]  # and where on their page they begin
_LINES = 4  # of a page's foot, and of the next one's head
_MOST_PLACES = 1000
_WORDS = 5  # of such a line, at its end and at its beginning
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_END = re.compile(r"[^\W\d_]['\u2019]?[-\u2010\u00ad]?\Z")
_BEGINNING = re.compile(r"\s*(?:\d{1,4}[^\S\n]+)?(?P<words>[^\W\d_]\S*(?:[^\S\n]+\S+){0,4})")
_APART = "\n####\n"  # no term goes on over it; in ASCII it is looked through in half the time


@dataclass(frozen=True, slots=True)
class Said:
    """The words of pages as one reader reads them. `placed` is asked of pages that fail alone.

    Terms of fewer letters than `least` are not looked for.
    """

    reader: str
    pages: Sequence[str] = field(repr=False)
    placed: Callable[[int], Placed] | None = None
    least: int = 1


@dataclass(frozen=True, slots=True)
class _Turn:
    """The end of a line and the beginning of one overleaf, and where they stand on their pages."""

    end: str = field(repr=False)
    beginning: str = field(repr=False)
    last: int
    first: int

    @property
    def text(self) -> str:
        return f"{self.end}\n{self.beginning}"


def in_words(said: Said, needles: Sequence[Needle], first: int) -> Iterator[Found]:
    """Yield the terms in the words of pages, of which `first` is the number of the first."""
    needles = at_least(said.least, needles)
    anywhere = set(found("\n".join(said.pages), needles, words=True))
    placed = cache(said.placed) if said.placed else None
    if anywhere:
        on = [set(found(text, needles, words=True)) for text in said.pages]
        for page, numbers in enumerate(on, start=first):
            for number in sorted(numbers):
                where = places_on(page, placed(page), needles[number]) if placed else None
                yield number, said.reader, page, "text", _bounded(where)
        pages = range(first, first + len(said.pages))
        for number in sorted(anywhere.difference(*on)):  # it begins on one page, ends on the next
            where = (
                _over_pages([placed(n) for n in pages], needles[number], first) if placed else None
            )
            yield number, said.reader, None, "text", _bounded(where)
    yield from _overleaf(said, needles, first, placed)


def in_misread_words(
    said: Said, misreadings: Misreadings, terms: Sequence[str], first: int
) -> Iterator[Found]:
    """Yield the terms that a machine may have read otherwise in the ink of pages."""
    numbers = {term: number for number, term in enumerate(terms)}
    for page, text in enumerate(said.pages, start=first):
        for span, term in misreadings.standing_in(text, [(0, len(text))]):
            where = stretch_on(page, said.placed(page), *span) if said.placed else None
            yield numbers[term], said.reader, page, "text", _bounded(where)


def _bounded(places: Sequence[Place] | None) -> tuple[Place, ...]:
    """Return places, none where they cannot be told, or are too many to be told."""
    return tuple(dict.fromkeys(places)) if places and len(places) <= _MOST_PLACES else ()


def _over_pages(pages: Sequence[Placed], needle: Needle, first: int) -> list[Place] | None:
    whole = "\n".join(page.text for page in pages)
    places: list[Place] = []
    for start, end in matches(whole, needle):
        begin = 0
        for number, page in enumerate(pages, start=first):
            inside = max(start - begin, 0), min(end - begin, len(page.text))
            if inside[0] < inside[1]:
                here = stretch_on(number, page, *inside)
                if here is None:
                    return None
                places += here
            begin += len(page.text) + 1
    return places or None


# --- overleaf, past what stands at the foot of a page and at the head of the next


def _overleaf(
    said: Said,
    needles: Sequence[Needle],
    first: int,
    placed: Callable[[int], Placed] | None,
) -> Iterator[Found]:
    ends = [_ends(text) for text in said.pages[:-1]]
    beginnings = [_beginnings(text) for text in said.pages[1:]]
    text = _APART.join(
        f"{end}\n{beginning}"
        for two in zip(ends, beginnings, strict=True)
        for _, end in two[0]
        for _, beginning in two[1]
    )
    for number in found(text, needles, words=True):
        for page, two in enumerate(zip(ends, beginnings, strict=True), start=first):
            if not any(_goes_over(turn, needles[number]) for turn in _turns(*two)):
                continue
            where: list[Place] | None = None
            if placed:
                where = _places_over(page, placed(page), placed(page + 1), needles[number])
            yield number, said.reader, page, "text", _bounded(where)


def _turns(ends: Sequence[_Words], beginnings: Sequence[_Words]) -> list[_Turn]:
    return [_Turn(end, head, last, first) for last, end in ends for first, head in beginnings]


def _ends(text: str) -> list[_Words]:
    """Return the ends of the last lines of a page, each with where it begins."""
    lines = _last_lines(text)
    return [(start + at, line[at:]) for start, line in lines if (at := _end_of(line)) is not None]


def _beginnings(text: str) -> list[_Words]:
    """Return the beginnings of the first lines of a page, each with where it begins."""
    beginnings: list[_Words] = []
    for line in _LINE.finditer(text):
        if len(beginnings) == _LINES:
            break
        if beginning := _BEGINNING.match(line[0]):
            beginnings.append((line.start() + beginning.start("words"), beginning["words"]))
    return beginnings


def _last_lines(text: str) -> list[_Words]:
    """Return the last lines of a page that say anything, without space at their ends, and where."""
    lines: list[_Words] = []
    end = len(text)
    while end >= 0 and len(lines) < _LINES:
        start = text.rfind("\n", 0, end) + 1
        if line := text[start:end].rstrip():
            lines.append((start, line))
        end = start - 1
    return lines[::-1]


def _end_of(line: str) -> int | None:
    """Return where the last words of a line begin; None where it does not end in a word."""
    if not _END.search(line, max(0, len(line) - 3)):
        return None
    parts = line.rsplit(None, _WORDS)
    at = len(parts[0]) if len(parts) > _WORDS else 0
    return at + len(line[at:]) - len(line[at:].lstrip())


def _goes_over(turn: _Turn, needle: Needle) -> list[tuple[int, int]]:
    """Return the stretches that a term takes of both lines."""
    both = matches(turn.text, needle)
    return [(start, end) for start, end in both if start < len(turn.end) < end - 1]


def _places_over(page: int, before: Placed, after: Placed, needle: Needle) -> list[Place] | None:
    places: list[Place] = []
    for turn in _turns(_ends(before.text), _beginnings(after.text)):
        for start, end in _goes_over(turn, needle):
            last = turn.last + start, turn.last + len(turn.end)
            first = turn.first, turn.first + end - len(turn.end) - 1
            here, there = stretch_on(page, before, *last), stretch_on(page + 1, after, *first)
            if here is None or there is None:
                return None
            places += [*here, *there]
    return places or None
