"""How far a marking reaches: a whole paper, a part of it, a message, a paragraph, a row, a bracket.

A marking of the page's head or foot, of the paper's first five lines or of a message's subject
covers all of it. A heading covers what stands below, up to an end mark, the next heading that is
not beneath it, a signature or the end of its message, whichever comes first, and never up to the
end of a page. Where nothing says that it ends, it reaches to the end, and `ended` is false.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.layout import (
    CELL,
    Heading,
    Layout,
    Style,
    is_capitals,
    is_end,
    is_row,
    names_a_part,
)
from redaction.detectors.markings.lexicon import Force, Meaning, Sign, meant_beside

_HEADLINE = 90
_FEWEST_WORDS = 4  # beside the marking in a bracket that holds what it marks
_LETTERHEAD = 15  # filled lines between "Private and confidential" and "Dear"
_FEW = 9  # words beside the marking in a heading
_SIGNS = (
    " \t\u00a0*_#=~.,;:!|/\\<>-\u2010\u2011\u2012\u2013\u2014\u2022\u25a0()[]{}"
    "\"'\u201c\u201d\u2018\u2019"
)
_FILLERS_WORDS = """
a and as caution confidential contains dpa file following for gdpr highly important in information
is it marked material most nb note private restricted sensitive notice of only or page paragraph
part please ref release sar section starts begins begin start strictly that the this to under very
warning until without with
"""
_FILLERS = frozenset(_FILLERS_WORDS.split())
_SEPARATED = re.compile(r"^\s*[\])*_]*\s*[:\u2010-\u2014|(\[-]")
_SEPARATED_BEFORE = re.compile(r"[:\u2010-\u2014|(\[)-]\s*[*_(\[]*\s*$")
_CONTENT = re.compile(r"^\s*[\])*_]*\s*[:.\u2010-\u2014-]+\s*(?=\S)")
_BULLET = re.compile(
    r"^(?:[\s*_>#\u2022\u25a0\u2010-\u2014-]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s|\(?[a-z][.)]\s)*$"
)
_NO = re.compile(
    r"^\W*(?:no|none|nil|n/?a|not applicable|not known|unknown|false|\u2610.*|\[ "
    r"?\].*)(?:\W+(?:known|noted|recorded"
    r"|shared|held|provided|applicable|at (?:this|the) time|to (?:note|record)))*\W*$",
    re.IGNORECASE,
)
_YES = re.compile(r"^\W*(?:yes|y|true|\u2611|\u2612|x)\W*$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^\W*(?:subject|re|title|sensitivity|document|classification|status)\W{0,3}:", re.IGNORECASE
)
_UNIT = re.compile(
    r"\b(?:th(?:is|ese)|the (?:whole|entire|above|following|below)|all of th(?:is|ese)|of "
    r"th(?:is|e whole))"
    r"(?: (?:\w+ ){0,2}?(?P<what>document|report|letter|file|minutes|assessment|form|record"
    r"|statement|chronology"
    r"|e-?mail|message|section|part|page|paragraph|entry|note|notes|information))?\b",
    re.IGNORECASE,
)
_WHOLE_WORDS = """
document report letter file minutes assessment form statement chronology
"""
_WHOLE = frozenset(_WHOLE_WORDS.split())
_MESSAGE = frozenset(("email", "e-mail", "message"))
_SECTION = frozenset(("section", "part", "page"))
_ABOVE = re.compile(
    r"\bthe (?:above|preceding|foregoing)\b|\babove (?:is|are|must|should|section|paragraph)", re.I
)
_BELOW = re.compile(
    r"\bthe (?:following|below)\b|\b(?:following|below) (?:is|are|must|section|paragraph)", re.I
)
_DISCLAIMS = (
    re.compile(r"\bintended\b.{0,60}\b(?:recipient|only|solely|use|for)\b|addressee", re.I | re.S),
    re.compile(r"\bin error\b|\bif you (?:have|are|were) (?:received|not)\b", re.I),
    re.compile(r"\b(?:this|the) (?:e-?mail|message|transmission|communication|fax)\b", re.I),
    re.compile(r"\b(?:virus|monitored\b|unauthori[sz]ed\b|prohibited\b|delete\b|sender\b)", re.I),
    re.compile(r"\bdisclaimer\b|\bconfidentiality notice\b", re.I),
)  # fmt: skip
_AROUND = 500  # letters of a disclaimer around its words
_FAMILY = re.compile(
    r"\b(?:service\W+user|client|family|child|young\W+person|mother|father|parents?|mum|dad"
    r"|subject|patient)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:do not|don.?t|never|wish|want|ask|request|prefer|must|should|is|are|does|did|name"
    r"|identity|promised"
    r"|disclosure|cause)",
    re.IGNORECASE,
)
_CELL_EDGE = re.compile(r"\t|\|| {3,}")
_COLUMN = re.compile(
    r"(?:date|time|event|entry|source|name|relation(?:ship)?|details?|comments?|action|by whom"
    r"|author"
    r"|worker|notes?|address|type|no\.?|number|ref)\W*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_INTENSE = re.compile(r"(?:strictly|highly|most)\b", re.IGNORECASE)
_INDENT = re.compile(r"^[^\n:]{1,40}:")


class Reach(StrEnum):
    """How far a marking reaches."""

    DOCUMENT = "the whole document"
    SECTION = "a part of the document"
    MESSAGE = "a message"
    GROUP = "fields of a form"
    PARAGRAPH = "a paragraph"
    ROW = "a row of a table"
    BRACKET = "words in brackets"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a marking covers, and what it protects. `ended` is false where nothing said so."""

    span: Span
    reach: Reach
    meanings: tuple[Meaning, ...]
    ended: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """The phrases of one line, and how they stand there."""

    line: int
    last: int
    signs: tuple[Sign, ...]
    before: str = field(repr=False)
    after: str = field(repr=False)
    rest: str = field(repr=False)
    words: str = field(repr=False)
    beside: tuple[Meaning, ...] = ()

    @property
    def force(self) -> Force:
        """Return the plainest that any of them says."""
        return max(sign.force for sign in self.signs)

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """Return what they protect, each once."""
        return tuple(dict.fromkeys((*(sign.meaning for sign in self.signs), *self.beside)))

    @property
    def is_part(self) -> bool:
        """Say whether they name a part of a paper, and restrict no more than that."""
        return all(sign.part for sign in self.signs)

    @property
    def is_bare(self) -> bool:
        """Say whether they say no more than an envelope does."""
        return all(sign.bare for sign in self.signs)


def scopes(layout: Layout, text: str, signs: Sequence[Sign]) -> Iterator[Scope]:
    """Yield what each marking covers; what is no marking where it stands covers nothing."""
    reach = -1  # of the last part: a second marking in it goes on with it
    for stands in _standings(layout, text, signs):
        scope = _scope(layout, text, stands, reach)
        if scope is None:
            continue
        if scope.reach is Reach.SECTION:
            reach = max(reach, scope.span[1])
        yield scope


def _standings(layout: Layout, text: str, signs: Sequence[Sign]) -> Iterator[Standing]:
    for n, of_line in groupby(signs, key=lambda sign: layout.line_at(sign.span[0])):
        here = tuple(of_line)
        line, last = layout.lines[n], layout.line_at(max(s.span[1] for s in here) - 1)
        start = min(s.span[0] for s in here)
        end = max(s.span[1] for s in here)
        stop = max(end, layout.lines[last].end)
        words, at = "", line.start
        for sign in here:
            words += text[at : max(at, sign.span[0])] + " "
            at = max(at, sign.span[1])
        rest = _rest(words + text[at:stop])
        before, after = text[line.start : start], text[end:stop]
        # Of a long line, what stands right beside the words.
        near = f"{before[-_HEADLINE:]}{text[start:end]}{after[:_HEADLINE]}"
        beside = tuple(meant_beside(_within_sentence(near, before[-_HEADLINE:])))
        yield Standing(n, last, here, before, after, rest, text[start:end], beside)


def _within_sentence(near: str, before: str) -> str:
    """Return the sentence around a marking out of the words near it."""
    start = len(re.match(r"(?:.*[.!?]\s)?", before, re.DOTALL)[0])  # type: ignore[index]
    return near[start:]


def _rest(words: str) -> str:
    """Return what a line says besides its markings."""
    said = [word.strip(_SIGNS) for word in words.split()]
    return " ".join(
        word
        for word in said
        if word and word.casefold() not in _FILLERS and not _NUMBERING.fullmatch(word)
    )


def _scope(layout: Layout, text: str, stands: Standing, reach: int) -> Scope | None:
    n = stands.line
    line = layout.lines[n]
    if is_end(line.text) or _is_declined(stands) or _is_disclaimer(text, stands):
        return None
    if stands.is_bare and not _counts_though_bare(layout, stands):
        return None
    alone = _is_alone(layout, stands)
    if stands.force is Force.WEAK:
        return _of_weak(layout, text, stands, alone, reach)
    if _in_row(layout, text, stands):
        return _row(layout, stands)
    if alone:
        return _of_heading(layout, stands, reach)
    if bracket := _bracket(text, stands):
        inside = _rest(text[bracket[0] : bracket[1]].replace(stands.words, " "))
        if len(inside.split()) >= _FEWEST_WORDS:
            return Scope(bracket, Reach.BRACKET, stands.meanings)
        return _paragraph(layout, stands)
    if stands.force is Force.ORDER:
        return _of_order(layout, text, stands)
    return _of_label(layout, text, stands)


def _of_weak(layout: Layout, text: str, stands: Standing, alone: bool, reach: int) -> Scope | None:
    """Return what "confidential" or "restricted" covers, which has to stand out."""
    line = layout.lines[stands.line]
    loud = is_capitals(stands.words)
    if _is_affirmed(stands):
        return _of_heading(layout, stands, reach)
    subject = _SUBJECT.match(line.text) is not None
    if _in_row(layout, text, stands):
        return None if _answers_below(layout, stands) else _row(layout, stands)
    decorated = (
        loud
        or line.text[:1] in "[(*#=-_<\u2014"
        or line.text[:1].isdigit()
        or stands.after.strip().startswith(":")
    )
    if not stands.rest:
        first = layout.is_mail and layout.body_line(stands.line) <= 2
        throughout = stands.line in layout.throughout
        if decorated or subject or first or throughout:
            if not throughout and layout.has_salutation(stands.line, _LETTERHEAD):
                return None
            return _of_heading(layout, stands, reach)
        return None
    if (
        alone
        and (loud or subject)
        and (subject or stands.line in layout.throughout or _is_split(stands))
    ):
        return _of_heading(layout, stands, reach)
    plain = loud or _INTENSE.match(stands.words) or stands.meanings[0] is Meaning.THIRD_PARTY
    if plain and _CONTENT.match(stands.after) and _BULLET.match(stands.before):
        return _paragraph(layout, stands)
    if (loud or text[: stands.signs[0].span[0]].rstrip(" *_").endswith("[")) and (
        bracket := _bracket(text, stands)
    ):
        inside = _rest(text[bracket[0] : bracket[1]].replace(stands.words, " "))
        if len(inside.split()) >= _FEWEST_WORDS:
            return Scope(bracket, Reach.BRACKET, stands.meanings)
        return _paragraph(layout, stands)
    return None


def _is_split(stands: Standing) -> bool:
    """Say whether a stroke or a colon parts the marking from the rest of its line."""
    return bool(
        (not stands.before.strip(_SIGNS) and _SEPARATED.match(stands.after))
        or (not stands.after.strip(_SIGNS) and _SEPARATED_BEFORE.search(stands.before))
    )


def _counts_though_bare(layout: Layout, stands: Standing) -> bool:
    """Say whether "private and confidential" heads a passage, and no letter."""
    return (
        not stands.rest
        and is_capitals(stands.words)
        and stands.line not in layout.head
        and stands.line not in layout.repeated
        and not layout.has_salutation(stands.line, _LETTERHEAD)
    )


def _is_declined(stands: Standing) -> bool:
    """Say whether a form says that there is nothing: "Third party information: none"."""
    label = re.match(
        r"\s*[\])*_]*\s*(?:[:?=\t|\u2010-\u2014-]|\s{2,})\s*(.+)$", stands.after, re.DOTALL
    )
    return label is not None and _NO.match(label[1]) is not None


def _is_affirmed(stands: Standing) -> bool:
    """Say whether a form says that it is so: "Restricted: yes"."""
    label = _CONTENT.match(stands.after)
    answer = stands.after[label.end() :] if label else ""
    return bool(label and _YES.match(answer) and not _rest(stands.before))


def _is_disclaimer(text: str, stands: Standing) -> bool:
    """Say whether the words are those that machines put below every message."""
    if Meaning.RESTRICTED in stands.meanings and _FAMILY.search(stands.words):
        return False  # machines know no family
    start, end = stands.signs[0].span[0], stands.signs[-1].span[1]
    before = text[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
    after = text[end : end + _AROUND]
    if after.partition("\n\n")[0].strip(_SIGNS + "\n"):
        after = after.partition("\n\n")[0]
    here = f"{before}{text[start:end]}{after}"
    return sum(sign.search(here) is not None for sign in _DISCLAIMS) >= 2


def _is_alone(layout: Layout, stands: Standing) -> bool:
    """Say whether a line is the marking, or a heading that holds it."""
    line = layout.lines[stands.line]
    whole = (
        line.text if stands.last == stands.line else f"{line.text} {layout.lines[stands.last].text}"
    )
    if _is_affirmed(stands):
        return True
    if not stands.rest:
        return not (stands.force is Force.ORDER and _is_sentence(stands, whole))
    if len(whole) > _HEADLINE or whole.rstrip("*_)] ")[-1:] in ".?!;," or is_row(line.text):
        return False
    if len(stands.rest.split()) > _FEW:
        return False
    if whole.endswith(":") or is_capitals(whole) or whole[0] in "*#=[":
        return True
    if _SUBJECT.match(line.text) and layout.is_mail:
        return True
    answered = _CONTENT.match(stands.after)
    if answered and not stands.before.strip(_SIGNS + "0123456789"):
        # "Third party information: she rang" tells it on the line itself.
        return not _goes_on(stands.after[answered.end() :])
    if _is_split(stands) or layout.heading_at(stands.line) is not None:
        return True
    return stands.line in layout.throughout or _is_plain_heading(layout, stands)


def _is_sentence(stands: Standing, whole: str) -> bool:
    """Say whether it is an order within what somebody tells: "Please do not tell her mother."."""
    return (
        whole.endswith("." if "please" not in whole.casefold() else (".", "!"))
        and not is_capitals(whole)
        and _TELLS.search(stands.words) is not None
    )


def _goes_on(content: str) -> bool:
    words = content.split()
    return len(words) > 4 or (len(words) > 1 and words[-1][-1:] in ".!?") or content[:1].islower()


def _is_plain_heading(layout: Layout, stands: Standing) -> bool:
    """Say whether a line in small letters begins with the marking and belongs to no paragraph."""
    headed = not _rest(stands.before) or _SEPARATED_BEFORE.search(stands.before)
    if not headed or not layout.lines[stands.line].text.strip(_SIGNS)[:1].isupper():
        return False
    lines, n = layout.lines, stands.line
    if stands.words.casefold().endswith("only") and _rest(stands.after):
        return False  # "Professionals only meeting"
    above = lines[n - 1].text if n else ""
    below = lines[stands.last + 1].text if stands.last + 1 < len(lines) else ""
    return (not above or above[-1] in ".!?:" or len(above) < 40) and not below[:1].islower()


def _of_heading(layout: Layout, stands: Standing, reach: int) -> Scope:
    n = stands.line
    whole = (layout.lines[0].start, layout.lines[-1].end)
    if n in layout.throughout:
        return Scope(whole, Reach.DOCUMENT, stands.meanings)
    if layout.is_mail and Meaning.PRIVILEGE in stands.meanings:
        return Scope(whole, Reach.DOCUMENT, stands.meanings)
    which, _, _ = layout.message(n)
    subject = _SUBJECT.match(layout.lines[n].text) is not None
    if which and (subject or layout.body_line(n) <= 3):
        return _message(layout, stands)
    if _is_of_document(layout, stands):
        return Scope(whole, Reach.DOCUMENT, stands.meanings)
    if layout.is_mail and not which and layout.body_line(n) <= 2:
        return _message(layout, stands)
    return _section(layout, stands, reach)


def _is_of_document(layout: Layout, stands: Standing) -> bool:
    """Say whether a marking at the head of a paper is the paper's, and not its first part's."""
    if stands.line not in layout.head:
        return False
    if stands.is_part and stands.line not in layout.throughout:
        return False
    return not any(end > stands.line for end in layout.ends)


def _section(layout: Layout, stands: Standing, reach: int) -> Scope:
    n, lines = stands.line, layout.lines
    start = lines[n].start
    if start < reach:  # it goes on with what is marked already
        return Scope((start, reach), Reach.SECTION, stands.meanings)
    if group := _group(layout, stands):
        return Scope((start, lines[group].end), Reach.GROUP, stands.meanings)
    return _down_from(layout, stands, n, start)


def _down_from(layout: Layout, stands: Standing, n: int, start: int) -> Scope:
    """Return what stands from a place to the end of the part whose heading is line `n`."""
    lines = layout.lines
    _, _, last = layout.message(n)
    stops = [last + 1] if last + 1 < len(lines) else []
    end_mark = _next(layout.ends, n)
    stops += [end_mark + 1] if end_mark is not None else []
    signed = _next(layout.signatures, n)
    stops += [signed] if signed is not None else []
    below = layout.after(n)
    own = layout.heading_at(n)
    counted = own is not None and any(
        h.style == own.style and _closes(layout, n, h)
        for h in below
        if own.style in (Style.NUMBERED, Style.MARKED_DOWN)
    )
    heading = next((h.at for h in below if _closes(layout, n, h, counted=counted)), None)
    stops += [heading] if heading is not None else []
    if not stops:
        return Scope((start, lines[-1].end), Reach.SECTION, stands.meanings, ended=False)
    stop = min(stops) - 1
    while stop > n and not lines[stop].text:
        stop -= 1
    return Scope(
        (start, max(lines[stop].end, lines[stands.last].end)), Reach.SECTION, stands.meanings
    )


def _next(numbers: Sequence[int], n: int) -> int | None:
    at = bisect_right(numbers, n)
    return numbers[at] if at < len(numbers) else None


def _closes(layout: Layout, n: int, heading: Heading, *, counted: bool = True) -> bool:
    """Say whether a heading ends the part that line `n` heads: it stands no lower.

    `counted` says that one in the style of the part's own heading follows.
    """
    if heading.at in layout.marked:
        return False  # a second marking goes on with the first
    own = layout.heading_at(n)
    style = own.style if own else Style.TITLE
    if heading.style == Style.MARKED_DOWN:
        return own is None or style != Style.MARKED_DOWN or heading.depth <= own.depth
    if heading.style == Style.NUMBERED:
        return _counts_on(layout, n, own, heading)
    if style in (Style.NUMBERED, Style.MARKED_DOWN) and counted:
        return False
    if heading.style == Style.CAPITALS:
        return True
    if heading.style == Style.TITLE:
        return style != Style.CAPITALS or _has_titles(layout, n)
    if heading.style == Style.DATED:
        return any(above.style == Style.DATED for above in layout.above(n))
    return style == Style.LABEL


def _has_titles(layout: Layout, n: int) -> bool:
    """Say whether the paper's parts are headed in small letters, though its markings are not."""
    return not any(h.style == Style.CAPITALS and h.at not in layout.marked for h in layout.after(n))


def _counts_on(layout: Layout, n: int, own: Heading | None, heading: Heading) -> bool:
    """Say whether a number follows that of the part, and is not that of an item in it."""
    if own is not None and own.number:
        up = own.number[: heading.depth]
        return heading.depth <= own.depth and heading.number > up
    last = next((h for h in reversed(layout.above(n)) if h.number), None)
    if last is not None:
        return heading.depth <= last.depth and heading.number > last.number[: heading.depth]
    return is_capitals(layout.lines[heading.at].text) or names_a_part(layout.lines[heading.at].text)


def _group(layout: Layout, stands: Standing) -> int | None:
    """Return the last line of the fields that a label with a colon heads."""
    lines, n = layout.lines, stands.last
    if not lines[n].text.endswith(":") or is_capitals(lines[n].text):
        return None
    at = n + 1
    while at < len(lines) and not layout.is_filled(at):
        at += 1
    if at == len(lines) or not _INDENT.match(lines[at].text) or layout.heading_at(at) is not None:
        return None
    last = at
    while at < len(lines) and (layout.is_filled(at) or at in layout.repeated):
        if layout.heading_at(at) is not None and not _INDENT.match(lines[at].text):
            break
        last = at
        at += 1
    return last


def _message(layout: Layout, stands: Standing) -> Scope:
    _, first, last = layout.message(stands.line)
    while last > first and not layout.lines[last].text:
        last -= 1
    return Scope(
        (layout.lines[first].start, layout.lines[last].end), Reach.MESSAGE, stands.meanings
    )


def _paragraph(layout: Layout, stands: Standing, *, above: bool = False) -> Scope:
    first, _ = layout.paragraph(stands.line)
    _, last = layout.paragraph(stands.last)
    if above and first and first == stands.line:
        at = first - 1
        while at > 0 and not layout.lines[at].text:
            at -= 1
        first, _ = layout.paragraph(at)
    while last > stands.last and not layout.lines[last].text:
        last -= 1
    span = layout.lines[first].start, layout.lines[last].end
    return Scope(span, Reach.PARAGRAPH, stands.meanings)


def _of_order(layout: Layout, text: str, stands: Standing) -> Scope:
    """Return what a sentence forbids to disclose: what it speaks of, or its paragraph."""
    said = _sentence(text, stands)
    of = _UNIT.search(said)
    what = (of["what"] or "").casefold() if of else ""
    lines = layout.lines
    if what in _MESSAGE and layout.is_mail:
        return _message(layout, stands)
    if what in _WHOLE or (what in _MESSAGE and not layout.is_mail):
        return Scope((lines[0].start, lines[-1].end), Reach.DOCUMENT, stands.meanings)
    if Meaning.PRIVILEGE in stands.meanings:
        return Scope((lines[0].start, lines[-1].end), Reach.DOCUMENT, stands.meanings)
    if _ABOVE.search(said):
        if what == "section" and (above := layout.above(stands.line)):
            return Scope(
                (lines[above[-1].at].start, lines[stands.last].end), Reach.SECTION, stands.meanings
            )
        return _paragraph(layout, stands, above=True)
    if _BELOW.search(said) and what != "paragraph":
        return _down_from(layout, stands, stands.line, lines[stands.line].start)
    if what in _SECTION:
        above = layout.above(stands.line)
        n = above[-1].at if above else stands.line
        return _down_from(layout, stands, n, lines[n].start)
    if of and not what and _is_paragraph(layout, text, stands, said):
        return _of_all_around(layout, stands)
    return _paragraph(layout, stands)


def _of_all_around(layout: Layout, stands: Standing) -> Scope:
    """Return what "this" is where it stands by itself: the paper, the message, or the part."""
    lines = layout.lines
    if layout.is_mail:
        return _message(layout, stands)
    if stands.line in layout.head:
        return Scope((lines[0].start, lines[-1].end), Reach.DOCUMENT, stands.meanings)
    above = layout.above(stands.line)
    n = above[-1].at if above else stands.line
    return _down_from(layout, stands, n, lines[n].start)


def _is_paragraph(layout: Layout, text: str, stands: Standing, said: str) -> bool:
    """Say whether a sentence is all that its paragraph says."""
    first, last = layout.paragraph(stands.line)
    whole = text[layout.lines[first].start : layout.lines[last].end]
    return len(_rest(whole).split()) <= len(_rest(said).split())


def _sentence(text: str, stands: Standing) -> str:
    """Return the sentence in which an order stands."""
    start, end = stands.signs[0].span[0], stands.signs[-1].span[1]
    before = re.split(r"[.!?]\s|\n\s*\n", text[max(0, start - 200) : start])[-1]
    after = re.split(r"[.!?](?:\s|$)|\n\s*\n", text[end : end + 200])[0]
    return f"{before}{text[start:end]}{after}".replace("\n", " ")


def _of_label(layout: Layout, text: str, stands: Standing) -> Scope | None:
    """Return the paragraph that a label opens: "Third party information: her aunt is ill".

    Or in which it is a sentence of its own, or shouted: "he rang NOT FOR DISCLOSURE from a box".
    """
    labels = _BULLET.match(stands.before) and _CONTENT.match(stands.after)
    shouted = is_capitals(stands.words) and len(stands.words.split()) > 1
    if labels or shouted or not _rest(_sentence(text, stands).replace(stands.words, " ")):
        return _paragraph(layout, stands)
    return None


def _bracket(text: str, stands: Standing) -> Span | None:
    """Return the brackets around a marking, if they open right before it and are closed."""
    start, end = stands.signs[0].span[0], stands.signs[-1].span[1]
    opened = re.search(
        r"([\[(])[\s*_]*(?:\w+[\s:\u2013-]+){0,2}$", text[max(0, start - 40) : start]
    )
    if opened is None:
        return None
    at = max(0, start - 40) + opened.start()
    close, depth = {"[": "]", "(": ")"}[opened[1]], 0
    for place in range(at, min(len(text), end + 2_000)):
        depth += (text[place] == opened[1]) - (text[place] == close)
        if depth == 0:
            return (at, place + 1) if place >= end - 1 else None
    return None


def _in_row(layout: Layout, text: str, stands: Standing) -> bool:
    """Say whether a marking is a cell of a table's row, or labels one."""
    if not is_row(layout.lines[stands.line].text):
        return False
    cell_before = _CELL_EDGE.split(stands.before)[-1]
    cell_after = _CELL_EDGE.split(stands.after)[0]
    cell = _rest(f"{cell_before} {cell_after}")
    return len(cell.split()) <= _FEW - 3 and not cell_after.strip().endswith((".", "?", "!", ";"))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in CELL.split(text)]


def _heads_table(layout: Layout, stands: Standing) -> bool:
    """Say whether a row is a table's first, whose cells say what stands below each of them."""
    n, last = stands.line, len(layout.lines) - 1
    above = layout.lines[n - 1].text if n else ""
    below = layout.lines[n + 1].text if n < last else ""
    if is_row(above) or not is_row(below):
        return False
    cells = [cell for cell in _cells(layout.lines[n].text) if cell]
    others = [cell for cell in cells if not any(word in cell for word in stands.words.split("\t"))]
    if any(_COLUMN.match(cell) for cell in others):
        return True
    opens = not stands.before.strip(_SIGNS)
    return not opens and all(len(cell.split()) <= _FEW for cell in cells)


def _answers_below(layout: Layout, stands: Standing) -> bool:
    """Say whether a column is one of answers: "Confidential" above yes and no."""
    column = len(_cells(stands.before)) - 1
    answers = list[str]()
    for line in layout.lines[stands.line + 1 :]:
        if not is_row(line.text):
            break
        answers += _cells(line.text)[column : column + 1]
    return any(answers) and all(
        not answer or _NO.match(answer) or _YES.match(answer) for answer in answers
    )


def _row(layout: Layout, stands: Standing) -> Scope:
    """Return a row with the lines on which its cells go on; of a table's head, the table."""
    n, lines = stands.line, layout.lines
    heads, last = _heads_table(layout, stands), stands.last
    while last + 1 < len(lines):
        below = lines[last + 1]
        if last + 1 not in layout.repeated:
            if not below.text or layout.heading_at(last + 1) is not None:
                break
            if is_row(below.text) and not heads:
                break
        last += 1
    while last > n and (last in layout.repeated or not lines[last].text):
        last -= 1
    return Scope((lines[n].start, lines[last].end), Reach.ROW, stands.meanings)
