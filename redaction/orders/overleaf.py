"""Names that run on overleaf, past what stands at the foot of one page and at the head of the next.

Pages are read joined, so a name split by nothing but the end of a page is seen whole. Between its
halves there may also be a page's number, a running title, the name of the council: any of the last
lines of a page is tried before any of the first lines of the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from recordkeeping.disclosure.findings import Page, Span

_LINES = 4  # of a page's end and of the next one's beginning: feet and heads have hardly more
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LAST = re.compile(r"(?:\S+[^\S\n]+){0,3}\S*[^\W\d_][-\u2010\u00ad]?(?=\s*$)")
_FIRST = re.compile(r"\s*(?:\d{1,4}[^\S\n]+)?(?P<words>[^\W\d_]\S*(?:[^\S\n]+\S+){0,3})")
_BETWEEN = "\n\u00b6\u00b6\u00b6\u00b6\n"  # no name reaches over it


@dataclass(frozen=True, slots=True)
class Turn:
    """The ends of a page's last lines, each before the beginnings of the next page's first lines.

    `joins` say for each such pair where it begins, turns the page and ends in `text`, and where
    its two halves stand in the document.
    """

    text: str = field(repr=False)
    joins: tuple[tuple[int, int, int, int, int], ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return where both halves of a stretch stand in the document; none if it has but one."""
        for begin, turn, stop, last, first in self.joins:
            if begin <= start < turn < end <= stop:
                return (last + start - begin, last + turn - begin - 1), (first, first + end - turn)
        return ()


def turns(pages: Sequence[Page], starts: Sequence[int]) -> Iterator[Turn]:
    """Yield the turns of the pages; `starts` say where each page begins in the document."""
    for number in range(len(pages) - 1):
        before, after = pages[number].text, pages[number + 1].text
        lasts = [
            (starts[number] + line.start() + found.start(), found[0])
            for line in list(_LINE.finditer(before))[-_LINES:]
            if (found := _LAST.search(line[0]))
        ]
        firsts = [
            (starts[number + 1] + line.start() + found.start("words"), found["words"])
            for line in islice(_LINE.finditer(after), _LINES)
            if (found := _FIRST.match(line[0]))
        ]
        text, joins = "", list[tuple[int, int, int, int, int]]()
        for last, tail in lasts:
            for first, head in firsts:
                if not before[last + len(tail) - starts[number] :].strip() and not (
                    after[: first - starts[number + 1]].strip()
                ):
                    continue  # nothing stands between: the joined pages say it
                begin, turn = len(text), len(text) + len(tail) + 1
                joins.append((begin, turn, turn + len(head), last, first))
                text += f"{tail}\n{head}{_BETWEEN}"
        if joins:
            yield Turn(text, tuple(joins))
