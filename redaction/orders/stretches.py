"""A long document read by detectors in stretches of pages, with what all at once would find.

So the memory that reading takes does not grow with the document. Each stretch is read with a page
or more beside it. What reaches to the edge of what was read, such as a marked section, is read
again with twice as much beside it; a document with something longer than that is read at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Finding, Page, Span

MANY = 48  # pages of a stretch
_BESIDE, _MOST_BESIDE = 4_000, 1_000_000  # letters: those of a page; those of a thick file


def in_stretches(
    pages: Sequence[Page], starts: Sequence[int], find: Callable[[Page], Iterable[Finding]]
) -> Iterator[Finding]:
    """Yield what is found in the pages joined by line feeds, each once.

    `starts` is where each page begins in the whole, from which spans count.
    """
    crossing: set[Finding] = set()
    for first in range(0, len(pages), MANY):
        beyond = min(first + MANY, len(pages))
        if (found := _around(pages, first, beyond, find)) is None:
            yield from find(joined(pages))
            return
        low, high = starts[first], starts[beyond - 1] + len(pages[beyond - 1].text)
        for one in found:
            if one.span[0] >= high or one.span[1] <= low:
                continue  # another stretch's
            if one.span[0] < low or one.span[1] > high:
                if one in crossing:
                    continue
                crossing.add(one)
            yield one


def _around(
    pages: Sequence[Page], first: int, beyond: int, find: Callable[[Page], Iterable[Finding]]
) -> list[Finding] | None:
    """Return what is found in a stretch and beside it; None where that reaches too far."""
    beside = _BESIDE
    while beside <= _MOST_BESIDE:
        left = first - _many(reversed(pages[:first]), beside)
        right = beyond + _many(pages[beyond:], beside)
        page = joined(pages[left:right])
        text, found = page.text, list(find(page))
        core = _length(pages[left:first]), len(text) - _length(pages[beyond:right])
        if not any(
            one.span[0] < core[1]
            and one.span[1] > core[0]
            and ((left and one.span[0] == 0) or (right < len(pages) and one.span[1] >= len(text)))
            for one in found
        ):
            at = sum(len(page.text) + 1 for page in pages[:left])
            if not at:
                return found
            return [replace(one, span=(at + one.span[0], at + one.span[1])) for one in found]
        beside *= 2
    return None


def _many(pages: Iterable[Page], letters: int) -> int:
    """Return how many pages hold so many letters together: empty ones say nothing."""
    many = 0
    for page in pages:
        if letters <= 0:
            break
        many += 1
        letters -= len(page.text.strip())
    return many


def joined(pages: Iterable[Page]) -> Page:
    """Return pages as one, a line feed between each two of them."""
    texts, by_eye, breaks, at = list[str](), list[Span](), list[int](), 0
    for page in pages:
        texts.append(page.text)
        breaks += [at] if at else []
        by_eye += [(at + start, at + end) for start, end in page.by_eye]
        at += len(page.text) + 1
    return Page(1, "\n".join(texts), tuple(by_eye), tuple(breaks))


def _length(pages: Sequence[Page]) -> int:
    return sum(len(page.text) + 1 for page in pages[:-1]) + sum(len(p.text) for p in pages[-1:])
