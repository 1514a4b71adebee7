"""Markings that count: one item of a list, two paragraphs, the next sentence, a box that is ticked.

"The following two paragraphs" are two, "paragraph 3" is the third, and what stands behind an item
of a list is of no other item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.layout import Layout, ends_within
from redaction.detectors.markings.standing import Standing, rest_of

_ITEM = re.compile(
    r"[ \t]*(?:(?P<bullet>[-\u2022\u25cf\u25aa*\u2013]) +(?=\S)"
    r"|(?P<box>\[ ?[xX\u2713]? ?\]|[\u2610-\u2612])[ \t]*"
    r"|\(?(?P<number>\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)]))[.)]?[ \t]+(?=[A-Z(\[*]))"
)
_EMPTY_BOX = re.compile(r"\[ ?\]|\u2610")
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "few": 3, "couple of": 2}
_HOW_MANY = r"(?P<many>one|two|three|four|five|few|couple of|\d)"
_PIECES = r"(?P<what>paragraph|para|entry|entrie|item|line|sentence|passage|note)s?"
_COUNTED = re.compile(
    rf"\b(?P<where>following|next|preceding|previous|last|above) (?:{_HOW_MANY} )?{_PIECES}\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:para(?:graph)?s?|items?|points?|entr(?:y|ies)) "
    r"(?P<numbers>\d{1,3}(?:\.\d{1,3})*"
    r"(?:(?:,? ?(?:and|to|&)|,| ?[-\u2013]) ?\d{1,3}(?:\.\d{1,3})*)*)",
    re.IGNORECASE,
)
_SHORT = 0.9  # of the widest item, which the next line would have fitted on
_FAR = 600  # letters of a sentence on either side
_TO = re.compile(r"\bto\b|[-\u2013]")
_POINTED = re.compile(
    r"\b(?:non-?disclosure|confidentiality|secrecy|withholding|redaction|restriction)\b[^.\n]{0,40}"
    r"\b(?:appl(?:y|ies)|relates?|is|are|extends?|refers?|requested|sought|asked|in respect of)\b"
    r"[^.\n]{0,20}?(?=\bpara|\bitem|\bpoint|\bentr)",
    re.IGNORECASE,
)
"""What says of counted paragraphs that they are not to be disclosed, and forbids nothing itself."""
_THIS_SENTENCE = re.compile(r"\b(?:this|the (?:last|previous|preceding)) sentence\b", re.IGNORECASE)
_BEGINS = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")
_ELSEWHERE = re.compile(
    r"\b(?:following|below|above|next|preceding|rest|remainder|all|everything)\b|:\s*$"
    r"|\b(?:this|these|the (?:whole|entire)) (?:whole )?(?:report|document|letter|file|minutes"
    r"|papers?|statement|chronology|log|section|part|page|message|e-?mail)\b",
    re.IGNORECASE,
)


def is_unticked(stands: Standing) -> bool:
    """Say whether a marking stands behind a box that nobody ticked: "[ ] Do not show her"."""
    box = re.search(r"(\[ ?[xX\u2713]? ?\]|[\u2610-\u2612])[ \t]*$", stands.before)
    return box is not None and _EMPTY_BOX.fullmatch(box[1]) is not None


def is_ticked(stands: Standing) -> bool:
    """Say whether a marking stands behind a box that somebody ticked."""
    box = re.search(r"(\[ ?[xX\u2713]? ?\]|[\u2610-\u2612])[ \t]*$", stands.before)
    return box is not None and _EMPTY_BOX.fullmatch(box[1]) is None


def item_around(layout: Layout, n: int) -> tuple[int, int] | None:
    """Return the lines of an item of a list, right above or below which another one stands."""
    lines, first = layout.lines, n
    while first >= 0 and lines[first].text and not _kind(lines[first].text):
        first -= 1
    if first < 0 or not lines[first].text:
        return None
    kind, last = _kind(lines[first].text), n
    while last + 1 < len(lines) and lines[last + 1].text and not _kind(lines[last + 1].text):
        last += 1
    below = lines[last + 1].text if last + 1 < len(lines) else ""
    above = first - 1
    while above >= 0 and lines[above].text and not _kind(lines[above].text):
        above -= 1
    over = lines[above].text if above >= 0 else ""
    return (first, last) if kind in (_kind(below), _kind(over)) else None


def _kind(text: str) -> str:
    item = _ITEM.match(text)
    if item is None:
        return ""
    return item["bullet"] or ("box" if item["box"] else f"number {item['number'].count('.')}")


def of_item(layout: Layout, text: str, stands: Standing, span: Span) -> Span:
    """Return what a marking covers, without the other items of a list in which it stands."""
    lines = layout.lines
    line = lines[stands.line]
    if _ELSEWHERE.search(text, line.start, lines[stands.last].end):
        return span
    item = item_around(layout, stands.line)
    if item is None:
        return span
    first, last = lines[item[0]].start, lines[item[1]].end
    told = rest_of(f"{stands.before} {stands.after}") or item[1] > stands.last
    if not told or span[1] < last:
        return span
    return (max(span[0], first) if span[0] <= line.start else span[0], last)


def up_to_an_end(text: str, stands: Standing, span: Span) -> Span:
    """Return what a marking covers, up to an end mark behind it on its own line."""
    stop = text.find("\n", stands.signs[-1].span[1])
    stop = len(text) if stop < 0 else stop
    end = ends_within(text, stands.signs[-1].span[1], stop)
    return (span[0], min(span[1], end)) if end is not None else span


def counted(layout: Layout, text: str, stands: Standing) -> tuple[Span, ...]:
    """Return what a marking counts: its own line or sentence, and what it says is marked."""
    lines = layout.lines
    own = sentence_at(text, stands.signs[0].span[0])
    said = " ".join(text[slice(*own)].split())
    if _THIS_SENTENCE.search(said):
        return (own,) if rest_of(text[slice(*own)].replace(stands.words, " ")) else ()
    if numbered := _NUMBERED.search(said):
        marked = tuple(of_numbers(layout, stands.line, numbered["numbers"]))
        return ((lines[stands.line].start, lines[stands.last].end), *marked) if marked else ()
    found = _COUNTED.search(said)
    if found is None:
        return ()
    many = (found["many"] or "one").casefold()
    count = int(many) if many.isdigit() else _NUMBERS[many]
    back = found["where"].casefold() in ("preceding", "previous", "last", "above")
    what = found["what"].casefold()
    if what == "sentence":
        return () if back else (_sentences(text, own, count),)
    if what in ("paragraph", "para", "passage") and not back and (found["many"]):
        return tuple(_paragraphs(layout, stands.last, lines[stands.line].start, count))
    return ()


def pointed(layout: Layout, text: str) -> Iterator[Span]:
    """Yield what is said elsewhere to be kept back: "non-disclosure applies to paragraph 3"."""
    for found in _POINTED.finditer(text):
        numbered = _NUMBERED.match(text, found.end())
        if numbered is None:
            continue
        n = layout.line_at(found.start())
        marked = tuple(of_numbers(layout, n, numbered["numbers"]))
        if marked:
            yield layout.lines[n].start, layout.lines[n].end
            yield from marked


def of_numbers(layout: Layout, n: int, numbers: str) -> Iterator[Span]:
    """Yield the numbered paragraphs that are counted, other than the one that counts them."""
    wanted = re.findall(r"\d{1,3}(?:\.\d{1,3})*", numbers)
    if _TO.search(numbers) and len(wanted) == 2 and wanted[0].isdigit() and wanted[1].isdigit():
        wanted = [str(number) for number in range(int(wanted[0]), int(wanted[1]) + 1)]
    at = {number: m for number, m in layout.numbered.items() if number in wanted and m != n}
    begun = sorted(layout.numbered.values()) if at else []
    found = list[Span]()
    for number in wanted:
        if number not in at:
            continue
        first = at[number]
        after = next((m for m in begun if m > first), len(layout.lines))
        last = first
        for m in range(first + 1, after):
            if m == n or layout.heading_at(m) is not None:
                break
            if layout.lines[m].text and (layout.lines[m - 1].text or after < len(layout.lines)):
                last = m
        span = layout.lines[first].start, layout.lines[last].end
        if found and not layout.text[found[-1][1] : span[0]].strip():
            span = found.pop()[0], span[1]
        found.append(span)
    yield from found


def _paragraphs(layout: Layout, n: int, start: int, count: int) -> Iterator[Span]:
    """Yield a line with so many paragraphs below it."""
    last, seen, within = n, 0, False
    for m in range(n + 1, len(layout.lines)):
        filled = layout.is_filled(m)
        if filled and not within:
            if seen == count or (seen and layout.heading_at(m) is not None):
                break
            seen += 1
        within = filled or (within and m in layout.repeated)
        if filled:
            last = m
    yield start, layout.lines[last].end


def sentence_at(text: str, at: int) -> Span:
    """Return the sentence in which a letter stands, with a bracket that closes it."""
    low = max(0, at - _FAR)
    low = max(low, text.rfind("\n\n", low, at) + 2 if "\n\n" in text[low:at] else low)
    high = text.find("\n\n", at, at + _FAR)
    high = min(len(text), at + _FAR) if high < 0 else high
    edges = [low, *(m.end() for m in _BEGINS.finditer(text, low, high)), high]
    begun = max(edge for edge in edges if edge <= at)
    end = min((edge for edge in edges if edge > at), default=high)
    return begun, begun + len(text[begun:end].rstrip())


def _sentences(text: str, own: Span, count: int) -> Span:
    """Return a sentence with so many behind it."""
    end = own[1]
    for _ in range(count):
        at = end + len(text[end:]) - len(text[end:].lstrip())
        if at >= len(text):
            break
        end = sentence_at(text, at)[1]
    return own[0], end


def of_list(layout: Layout, stands: Standing, span: Span) -> Span:
    """Return what a label over a list covers: the list, where a line that is no item ends it."""
    lines, first = layout.lines, stands.last + 1
    if not lines[stands.last].text.endswith(":") or first >= len(lines):
        return span
    kind, last = _kind(lines[first].text), first
    if not kind or kind.startswith("number"):
        return span
    for n in range(first + 1, len(lines)):
        raw = layout.text[lines[n].start : lines[n].end]
        if not lines[n].text:
            continue
        if _kind(lines[n].text) != kind and not (raw[:1].isspace() or raw[:1].islower()):
            break
        last = n
    widest = max(len(lines[n].text) for n in range(first, last + 1))
    closed = len(lines[last].text) < _SHORT * widest or lines[last].text[-1] in ".;!?"
    told = last > first and (closed or not (last + 1 < len(lines) and lines[last + 1].text))
    return (span[0], min(span[1], lines[last].end)) if told else span


def narrowed(layout: Layout, text: str, stands: Standing, span: Span) -> Span:
    """Return what a marking covers without what its own words or its list leave out."""
    span = of_list(layout, stands, span)
    return up_to_an_end(text, stands, of_item(layout, text, stands, span))
