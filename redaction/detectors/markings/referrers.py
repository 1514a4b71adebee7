"""What tells who spoke in trust without a name: a role, where they live, how they know.

Near a marking for somebody who asked to stay unknown, "the caller", "the neighbour at number 14" or
"her children are in the same class" say who it was as well as a name does (domain brief §3.3, R02:
redact context too).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Span

NEAR = 10_000  # letters on either side of a marking: some pages
_ROLES = (
    r"(?:referrers?|referer|callers?|informants?|complainant|whistle-?blower|tip-?off|anonymous "
    r"source"
    r"|confidential source|member of the public)"
)
_NEIGHBOUR = (
    r"(?:next[- ]door )?neighbou?rs?(?:,? (?:at|from|in|of|who lives (?:at|in)) (?:the "
    r")?(?:number|no\.?|flat|house|"
    r"\d)[^.,;:\n]{0,40})?"
)
_ROLE = re.compile(
    rf"\b(?:the |an? |this |our |her |his |their )?(?:anonymous |confidential |same "
    rf")?(?:{_ROLES}|{_NEIGHBOUR})\b",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:(?:who |and |she |he |they |i )?(?:lives?|lived|living|resides?|is|stays?) )?"
    r"(?:next door(?: but one)?|(?:directly |just )?(?:opposite|above|below|across (?:the "
    r")?(?:road|street|landing|way))"
    r"(?: (?:the )?(?:family|house|home|flat|property|them|her|him))?"
    r"|(?:in|at|from) (?:the )?(?:flat|house|number|no\.?) (?:above|below|opposite|next door"
    r"|\d+\w?)(?: [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|on the same (?:street|road|landing|estate|floor|stair))",
    re.IGNORECASE,
)  # fmt: skip
_KNOWS = re.compile(
    r"\b(?:(?:works?|worked|volunteers?|teaches|helps out) (?:at|for|in|with|as|on)\b"
    r"|(?:her|his|their|whose|my) (?:own |(?:\w+ )?)?(?:children|child|son|daughter|kids?"
    r"|grandson|granddaughter|boy|girl)s?"
    r" (?:is|are|goes?|attends?|plays?)\b"
    r"|(?:has|have) known (?:the )?(?:family|mother|father|mum|parents|them|her|him|\w+)\b"
    r"|(?:is|was|being) (?:an? |the )(?:\w+ )?(?:friend|relative|cousin|aunt|uncle|grandmother"
    r"|grandfather|colleague"
    r"|teacher|nurse|landlord|landlady|childminder|dinner lady|volunteer|coach|babysitter"
    r"|parent)\b)"
    r"[^.;\n]{0,90}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]*(?:\n(?!\s*\n)[^.!?\n]*)*(?:[.!?]|$)")
_BARE_PLACE = re.compile(r"(?:opposite|above|below|is above|is below)$", re.IGNORECASE)


def details(text: str, marked: Iterable[Span]) -> Iterator[Span]:
    """Yield where something near the marked places tells who it was, none twice."""
    done = -1
    for start, end in _near(marked, len(text)):
        for found in sorted(_told(text, max(start, done), end)):
            if found[0] >= done:
                done = found[1]
                yield found


def _near(marked: Iterable[Span], length: int) -> Iterator[Span]:
    reach = 0
    for start, end in sorted(marked):
        low, high = max(reach, start - NEAR), min(length, end + NEAR)
        if low < high:
            yield low, high
            reach = high


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    lately = 0  # sentences since somebody was spoken of who may be meant
    for sentence in _SENTENCE.finditer(text, start, end):
        if not sentence[0].strip():
            continue
        roles = [role.span() for role in _ROLE.finditer(text, *sentence.span())]
        lately = 2 if roles else lately - 1
        yield from roles
        for told in _LIVES.finditer(text, *sentence.span()):
            if not _BARE_PLACE.match(told[0]) and (lately > 0 or "next door" in told[0].casefold()):
                yield told.span()
        if lately > 0:
            for told in _KNOWS.finditer(text, *sentence.span()):
                yield told.span()
