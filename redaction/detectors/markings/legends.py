"""Signs that a paper explains itself: "S = staff, stays out of his file", and then "S 10.20".

What one office means by a letter, an asterisk or a colour nobody else can know, unless the paper
says so. A line that explains a sign and keeps it from somebody marks every entry that opens with
the sign; what it says may be read marks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.layout import Layout, is_capitals

_BRACKETED = r"\([A-Z*#]{1,3}\)|\[[A-Za-z*#]{1,8}\]|[*#\u2020\u2021]{1,3}"
_SAYS = r"(?:(?!,? \S{1,8} ?=|,? \S{1,8} [-\u2013\u2014] )[^.;\n])+"
_EXPLAINED = re.compile(
    rf"(?:^|(?<=[\s,;:.]))(?:(?P<sign>(?-i:[A-Z]{{1,4}}\d?)|{_BRACKETED})"
    rf" ?(?:=|means\b|stands for\b|denotes\b)"
    rf"|(?P<dashed>{_BRACKETED}) ?[-\u2013\u2014:](?= ))\s*(?P<says>{_SAYS})"
    r"|\b(?:entries|items|lines|notes|paragraphs|rows|things|anything|passages)\b"
    r"[^.;\n]{0,40}?\b(?:with|by|marked|beside|under|carrying|flagged|in)\b[^.;\n]{0,25}?"
    rf"(?:\b(?P<named>asterisk|star|dagger|capitals|capital letters)\b|(?P<shown>{_BRACKETED}"
    r"|(?<=marked )(?-i:[A-Z]{1,4})\b|[\"'\u2018\u201c][A-Z*#]{1,4}[\"'\u2019\u201d]))"
    r"(?P<rest>[^.;\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:(?:do|does|is|are|must|should|may|will|can)(?: not|n.t) (?:to )?(?:be )?"
    r"(?:go|see|shown|seen|read|shared?|given|disclosed?|copied|know|learn|leave|told|aware|released?|sent)"
    r"|cannot (?:be )?(?:see|seen|read|shown|shared)"
    r"|not (?:for|to be|to go|to) (?!use|scale|applicable|known)"
    r"|stays? out of|kept (?:out of|from|back)|keep (?:out of|from|back)|left out"
    r"|taken out|take out"
    r"|pulled"
    r"|with(?:hold|held)|not aware|unaware|unknown to"
    r"|(?:staff|workers?|professionals?|office|you (?:two )?|yourselves|team|seniors?)"
    r" (?:eyes |use )?(?:only|alone)|for you two alone"
    r"|not (?:be )?(?:shared|shown|disclosed|seen|released|read|told))\b",
    re.IGNORECASE,
)
_CAPITALS = "capitals"
_NAMED = {
    _CAPITALS: _CAPITALS,
    "capital letters": _CAPITALS,
    "asterisk": "*",
    "star": "*",
    "dagger": "\u2020",
}
_FEWEST = 4  # words of an entry in capitals


class _Legend(NamedTuple):
    """A sign that a paper explains so that it keeps something back, and where its words stand."""

    sign: str
    span: Span


def explained(layout: Layout) -> Iterator[Span]:
    """Yield the entries that a sign marks of which the paper says that it keeps back."""
    legends = list(_legends(layout.text))
    own = {layout.line_at(legend.span[0]) for legend in legends}
    for sign in dict.fromkeys(legend.sign for legend in legends):
        opens = _opening(sign)
        for n, line in enumerate(layout.lines):
            told = opens.search(line.text) if opens else _is_shouted(line.text)
            if n not in own and told:
                yield line.start, layout.lines[_last(layout, n)].end


def keys(text: str) -> list[Span]:
    """Return where such signs are explained, which marks nothing itself."""
    return [legend.span for legend in _legends(text)]


def _is_shouted(text: str) -> bool:
    return is_capitals(text) and len(text.split()) >= _FEWEST and not text.endswith(":")


def _legends(text: str) -> Iterator[_Legend]:
    for found in _EXPLAINED.finditer(text):
        if not _KEPT.search(found["says"] or found["rest"] or ""):
            continue
        sign = found["sign"] or found["dashed"] or found["shown"]
        sign = sign or _NAMED[found["named"].casefold()]
        start = text.rfind("\n", 0, found.start()) + 1
        stop = text.find("\n", found.end())
        span = start, stop if stop >= 0 else len(text)
        yield _Legend(sign.strip("\"'\u2018\u2019\u201c\u201d"), span)


def _opening(sign: str) -> re.Pattern[str] | None:
    """Return how an entry opens with a sign, or has it behind its day or between two strokes."""
    if sign == _CAPITALS:
        return None
    said = re.escape(sign)
    if sign[-1:].isalnum():
        said += r"(?![\w'\u2019])(?! ?=)"
    return re.compile(
        rf"^(?:[-\u2022] ?)?{said}\s*\S"
        rf"|^[\d/.: -]{{4,20}}\s*{said}\s"
        rf"|^[^.!?]{{1,40}}\s[-\u2013\u2014|]\s{said}\s[-\u2013\u2014|:]\s"
        rf"|[.!?]\s+{said}$"
    )


def _last(layout: Layout, n: int) -> int:
    """Return the last line on which an entry goes on: set in, or in small letters."""
    lines = layout.lines
    while n + 1 < len(lines) and lines[n + 1].text:
        raw = layout.text[lines[n + 1].start : lines[n + 1].end]
        if not (raw[:1].isspace() or raw[:1].islower()):
            break
        n += 1
    return n
