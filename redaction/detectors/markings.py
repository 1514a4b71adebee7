"""Markings: a restriction that somebody wrote. It asks a person; it is never itself a ground.

A marking counts where it is like a heading, a label or an order, not where prose mentions it. Its
scope goes to the end of its own paragraph where it stands before text, and to the next heading or
the end of the page where it is a heading itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster

_MARKING = re.compile(
    r"""(?ix)
    (?:do\s+)?not\s+(?:to\s+be\s+)?(?:disclosed?|shared?|shown|released?)\s+(?:to|with)\s+
        (?:the\s+)?(?:service\s+user|subject|client|family|child|young\s+person|parents?)
    | not\s+for\s+disclosure
    | third[\s-]party\s+(?:information|section|material)
    | confidential\s+(?:referrer|source|section|information|annex)
    | restricted\s+(?:access|information|section)
    | legal(?:ly)?\s+privileged?
    | (?:referrer|caller|source)\s+(?:wishes|wished|asked|asks)\s+
        (?:to\s+remain\s+anonymous|not\s+to\s+be\s+named)
    """
)
_HEADING = re.compile(r"^(?=.{3,70}$)(?:[A-Z0-9][^.!?]*|[A-Z0-9 ,&/()'-]+):?$")
_END = re.compile(r"(?i)^\W*end\s+of\s+(?:restricted|confidential|third[\s-]party)")


class MarkingDetector:
    """Finds markings and what they cover."""

    name = "markings"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield one finding for each marking, over everything it covers."""
        lines = list(_lines(page.text))
        covered = -1
        for number, (start, end) in enumerate(lines):
            if start < covered:
                continue
            line = page.text[start:end]
            found = _MARKING.search(line)
            if found is None or not _is_marking(line, found):
                continue
            covered = _end_of_scope(page.text, lines, number, found)
            yield Finding(
                page=page.number,
                span=(start + (len(line) - len(line.lstrip())), covered),
                kind="marking",
                propose=Propose.ASK,
                confidence=0.9,
                detector=self.name,
                because="marked not to be disclosed: ask which exemption stands behind it",
                code="R90",
            )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _is_marking(line: str, found: re.Match[str]) -> bool:
    """Say whether the words mark something, rather than speak of marking."""
    before, after = line[: found.start()].strip(), line[found.end() :].strip()
    if before.endswith(("[", "(", "*")) or after.startswith(("]", ":", "*")):
        return True
    if len(before) <= 3 and (not after or found.group().isupper() or after[:1] in ".-–—"):
        return True
    return not before and found.group()[:1].isupper()


def _end_of_scope(
    text: str, lines: list[tuple[int, int]], number: int, found: re.Match[str]
) -> int:
    start, end = lines[number]
    alone = not text[start + found.end() : end].strip(" :]*.-–—)")
    last = end
    for next_start, next_end in lines[number + 1 :]:
        line = text[next_start:next_end].strip()
        if _END.match(line):
            return next_end
        if not line and not alone:
            return last
        if line and _HEADING.match(line) and alone and last > end:
            return last
        if line:
            last = next_end
    return last
