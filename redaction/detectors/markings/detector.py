"""Restrictions that somebody wrote into a document: "Not to be disclosed to service user".

A marking opens a question and is never itself a ground. What it covers: from a heading to the next
heading, an end mark or the end of the document; from a label inside a paragraph, that paragraph. A
page break ends nothing: `redaction.detect` joins the pages before it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Roster

_AUDIENCE = (
    r"(?:the\s+)?(?:service\s+user|client|family|famil(?:y|ies)|child(?:ren)?|young\s+person|parents?"
    r"|mother|father|subject|patient|carers?|data\s+subject)"
)
_MARKING = re.compile(
    rf"(?:strictly\s+)?not\s+(?:to\s+be\s+|for\s+)?(?:disclos(?:ed?|ure)|shared?|sharing|released?)"
    rf"(?:\s+(?:to|with)\s+{_AUDIENCE})?"
    rf"|(?:please\s+)?do\s+not\s+(?:disclose|share|release)(?:\s+this)?(?:\s+(?:to|with)\s+{_AUDIENCE})?"
    r"|third[\s-]+party\s+(?:information|section|material|details|data|records?)"
    r"|confidential\s+(?:referrer|source|section|information|third[\s-]+party|to\s+professionals)"
    r"|restricted\s+(?:access|section|information|circulation)"
    r"|(?:legal(?:ly)?\s+(?:professional\s+)?privileged?)|legal\s+advice\s+privilege"
    r"|referrer\s+wishes\s+to\s+remain\s+anonymous|(?:police|PII)[:\s]+sensitive"
    r"|professionals?\s+only|(?:strictly\s+)?(?:private\s+and\s+)?confidential",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"do\s+not\s+(?:disclose|share|release)|not\s+(?:to\s+be|for)\s+(?:disclos|shar|releas)"
    r"|wishes\s+to\s+remain\s+anonymous|privileged?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:do\s+not|wishes)\b.*[.!]$", re.IGNORECASE)
_WEAK = re.compile(r"(?:strictly\s+)?(?:private\s+and\s+)?confidential$", re.IGNORECASE)
_END = re.compile(
    r"^\W*(?:end\s+of\s+.{0,60}|(?:confidential|restricted|third[\s-]+party)\b.{0,40}\bends?)\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z][^.!?]{2,60}$")
_LONGEST_HEADING = 70


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


class MarkingDetector:
    """Finds restrictive markings, and asks about everything they cover."""

    name = "markings"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return one finding for each marked passage."""
        lines = list(_lines(page.text))
        reach = -1
        for number, line in enumerate(lines):
            if line.start < reach or not (covered := _covered(lines, number)):
                continue
            reach = covered[1]
            yield _finding(page, covered)


def _finding(page: Page, span: Span) -> Finding:
    return Finding(
        page=page.number,
        span=span,
        kind="marking",
        propose=Propose.ASK,
        confidence=0.9,
        detector=MarkingDetector.name,
        because="marked as not for disclosure; say which exemption stands behind it",
        code=None,
    )


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for raw in text.split("\n"):
        yield _Line(start, start + len(raw), raw.strip())
        start += len(raw) + 1


def _covered(lines: list[_Line], number: int) -> Span | None:
    line = lines[number]
    marking = _MARKING.search(line.text)
    if marking is None or _END.match(line.text):
        return None
    if _is_banner(line.text, marking):
        return line.start, _section_end(lines, number)
    if _IMPERATIVE.search(marking[0]) or _is_label(line.text, marking):
        return _paragraph(lines, number)
    return None


def _is_banner(text: str, marking: re.Match[str]) -> bool:
    """Say whether the line is nothing but the marking, or a heading that ends with it."""
    rest = (text[: marking.start()] + text[marking.end() :]).strip(" \t*#=_-–—:.!()[]\"'")
    if not rest:
        if _SENTENCE.search(text):
            return False
        return not _WEAK.match(marking[0]) or text.rstrip(" .*]#=-").isupper()
    if len(text) > _LONGEST_HEADING or text.endswith((".", "?", "!")):
        return False
    return text.endswith(":") or text.isupper() or (marking.start() <= 3 and text[0] in "[(*#=")


def _is_label(text: str, marking: re.Match[str]) -> bool:
    """Say whether the marking stands in brackets, or opens the line and ends with a colon."""
    before, after = text[: marking.start()].rstrip(), text[marking.end() :].lstrip()
    bracketed = before.endswith(("[", "(", "**")) and re.match(r".{0,40}?[\])*]", after) is not None
    opening = not before.strip("*#-– ") and after.startswith((":", "–", "-"))
    return bracketed or (opening and not _WEAK.match(marking[0]))


def _section_end(lines: list[_Line], number: int) -> int:
    """Return where the passage under a heading ends."""
    for line in lines[number + 1 :]:
        if _END.match(line.text):
            return line.end
        if _is_heading(line.text):
            return line.start - 1
    return lines[-1].end


def _is_heading(text: str) -> bool:
    if not 3 <= len(text) <= _LONGEST_HEADING or not any(c.isalpha() for c in text):
        return False
    if _MARKING.search(text):
        return False  # a second marking continues the first
    return (
        text.isupper() or bool(_NUMBERED.match(text)) or (text.endswith(":") and text[0].isupper())
    )


def _paragraph(lines: list[_Line], number: int) -> Span:
    """Return the lines around this one up to an empty line or a heading on either side."""
    first = last = number
    while first > 0 and lines[first - 1].text and not _is_heading(lines[first - 1].text):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].text and not _is_heading(lines[last + 1].text):
        last += 1
    return lines[first].start, lines[last].end
