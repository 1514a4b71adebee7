"""Sentences that keep back what stands elsewhere, and say where: by number, letter, note or words.

"Redact 3 to 5 before this goes to Adele", "(c) and (d) for the reviewing officer alone", 'the
sentence beginning "I suspect" should be struck out of her copy', "[1] Leon is not to be told".
What it points to is marked, with itself where it stands right below. What only mends a draft
("paragraph 3 should be deleted, it is out of date") names nobody and no copy, and marks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.items import of_numbers, sentence_at
from redaction.detectors.markings.layout import Layout, is_mail_field
from redaction.detectors.markings.turns import classes_of

_TAKE_OUT = (
    r"(?:redact|remove|withhold|omit|delete|detach|(?:blank|strike|cut|take|leave|black) out"
    r"|(?:keep|hold) back)"
)
_TAKEN_OUT = (
    r"(?:redacted|removed|withheld|omitted|deleted|detached"
    r"|(?:blanked|struck|cut|taken|left|blacked|come) out|(?:kept|held) (?:back|from|out)|kept to)"
)
_PIECE = r"(?:para(?:graph)?|sentence|passage|entry|line|item|point|section)"
_KEEPS = re.compile(
    rf"(?:^\W*|[;,:] |\b(?:please|kindly) ){_TAKE_OUT}\b"
    r"|\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) to|to)(?: all| both)?"
    rf" (?:be )?{_TAKEN_OUT}\b"
    r"|\b(?:must|should|may|shall|can|is|are|ought)(?: not|n.t)(?: to)?(?: ever)?(?: be)?"
    r" (?:told|hear|see|seen|shown|know|read|learn|shared?|disclosed|passed|copied|released)\b"
    r"|\bnot (?:to be (?:told|seen|shown|shared|disclosed|read|passed|copied|released)"
    r"|for (?:the |his |her )?[A-Za-z]+(?:['\u2019]s?)?(?: (?:copy|eyes|file))?(?=[.;,]|$))"
    r"|\bfor (?:the )?(?:\w+ ){1,3}(?:alone|only)\b|\bfor your own guidance\b"
    r"|\bnone of the above (?:is |goes |are )?(?:to|for)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:copy|copies|version|before|goes to|go to|trust|confiden\w+|disclos\w+|releas\w+|alone"
    r"|only)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")
_NUMBERS = r"\d{1,3}(?:\.\d{1,3})*(?:(?:,? ?(?:and|to|&)|,| ?[-\u2013]) ?\d{1,3}(?:\.\d{1,3})*)*"
_LETTERS = r"\(?[a-z]\)(?:(?:,? ?(?:and|to|&)|,| ?[-\u2013])? ?\(?[a-z]\))*"
_POINTS = re.compile(
    rf"\b(?:(?:paras?|paragraphs?|items?|points?|entries|entry|nos?\.?|numbers?) "
    rf"|{_TAKE_OUT} )(?P<numbers>{_NUMBERS})(?![\w%/]|\.\d)"
    rf"|(?:(?<=^)|(?<=[\s]))(?:items? |points? |paras? )?(?P<letters>{_LETTERS})"
    rf"(?= (?:and|to|are|is|for|must|should|not)\b)"
    r"|^[ \t]*(?P<note>\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}\)|\*|\u2020)[ \t]*(?=[A-Z\"][^*\n]*$)"
    rf"|\b{_PIECE} (?:that |which )?(?:begin(?:s|ning)|starts?|starting)(?: with)? (?:the words )?"
    r"[\"'\u2018\u201c](?P<words>[^\"\u2019\u201d\n]{3,60})[\"'\u2019\u201d]"
    rf"|\bthe (?P<above>(?:last|preceding|previous|foregoing) {_PIECE}|{_PIECE} (?:right )?above)\b"
    r"|\b(?P<all>none of the above)\b",
    re.MULTILINE | re.IGNORECASE,
)
_LETTERED = re.compile(r"\(?(?P<letter>[a-z])[.)] +\S")
_RANGE = re.compile(r"\bto\b|[-\u2013]")
_ANY = re.compile(
    r"redact|remove|with[h]|omit|delete|detach| out\b| back\b|\bnot\b|n.t\b|alone|only|guidance"
    r"|none of|kept",
    re.IGNORECASE,
)


class Pointed(NamedTuple):
    """A sentence that keeps something back, what it keeps back elsewhere, and if by number."""

    own: Span
    there: tuple[Span, ...]
    by_number: bool


def pointing(layout: Layout) -> Iterator[Pointed]:
    """Yield the sentences that keep back what they point to, in order."""
    text, done = layout.text, -1
    for found in _POINTS.finditer(text):
        at = found.start() + len(found[0]) - len(found[0].lstrip())
        own = sentence_at(text, at)
        line = layout.lines[layout.line_at(at)]
        if not text[line.start : at].strip():
            own = line.start, own[1]
        if found["note"]:
            own = own[0], min(own[1], line.end)
        said = text[slice(*own)]
        if own[0] < done or not _keeps(said):
            continue
        there = tuple(s for s in _there(layout, own, found) if s[1] <= own[0] or s[0] >= own[1])
        if there:
            done = own[1]
            yield Pointed(own, tuple(_with_it(text, own, there)), bool(found["numbers"]))


def _with_it(text: str, own: Span, there: tuple[Span, ...]) -> Iterator[Span]:
    """Yield what is pointed to, with the words that point where they stand right behind it."""
    for start, end in there:
        yield start, own[1] if end <= own[0] and not text[end : own[0]].strip() else end


def _keeps(said: str) -> bool:
    """Say whether a sentence keeps something from somebody, or out of a copy."""
    if not _ANY.search(said) or said.rstrip().endswith("?") or not _KEEPS.search(said):
        return False
    whom = any("whom" in classes_of(word) for word in re.findall(r"[\w']+", said.casefold()))
    return whom or bool(_WHERE.search(said) or _NAME.search(said))


def _there(layout: Layout, own: Span, found: re.Match[str]) -> Iterator[Span]:
    n = layout.line_at(own[0])
    if found["numbers"]:
        yield from of_numbers(layout, n, found["numbers"])
    elif found["letters"]:
        yield from _lettered(layout, n, found["letters"])
    elif found["note"]:
        yield from _noted(layout.text, own[0], found["note"])
    elif found["words"]:
        at = layout.text.find(found["words"].rstrip(" .\u2026"))
        while at >= 0 and own[0] <= at < own[1]:
            at = layout.text.find(found["words"].rstrip(" .\u2026"), own[1])
        if at >= 0:
            yield sentence_at(layout.text, at)
    else:
        yield from _above(layout, n, own, found)


def _lettered(layout: Layout, n: int, letters: str) -> Iterator[Span]:
    """Yield the items of a list that are told by their letters."""
    wanted = re.findall(r"([a-z])\)", letters.casefold())
    if _RANGE.search(letters) and len(wanted) == 2:
        wanted = [chr(at) for at in range(ord(wanted[0]), ord(wanted[1]) + 1)]
    for m, line in enumerate(layout.lines):
        item = _LETTERED.match(line.text)
        if item is None or item["letter"] not in wanted or m == n:
            continue
        last = m
        while last + 1 < len(layout.lines) and layout.lines[last + 1].text:
            if last + 1 == n or _LETTERED.match(layout.lines[last + 1].text):
                break
            last += 1
        yield line.start, layout.lines[last].end


def _noted(text: str, start: int, note: str) -> Iterator[Span]:
    """Yield the sentence behind which a note's sign stands."""
    at = text.rfind(note, 0, start)
    if at > 0 and text[at - 1] not in "\n":
        begun = sentence_at(text, max(0, len(text[:at].rstrip(" .!?\"'")) - 1))[0]
        yield begun, at + len(note)


def _above(layout: Layout, n: int, own: Span, found: re.Match[str]) -> Iterator[Span]:
    """Yield the sentence or the paragraph right above, or all that stands above."""
    lines = layout.lines
    if found["all"]:
        first = n
        while first and lines[first - 1].text and not is_mail_field(lines[first - 1].text):
            first -= 1
        if first < n:
            yield lines[first].start, lines[n - 1].end
        return
    if "sentence" in found["above"].casefold():
        if before := len(layout.text[: own[0]].rstrip()):
            yield sentence_at(layout.text, before - 1)
        return
    if own[0] > lines[n].start and layout.text[lines[n].start : own[0]].strip():
        return  # it closes its own paragraph, of which other rules know
    m = n - 1
    while m >= 0 and not layout.is_filled(m):
        m -= 1
    if m >= 0:
        first, last = layout.paragraph(m)
        yield lines[first if last < n else m].start, lines[m].end
