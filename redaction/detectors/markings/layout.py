"""How a text is laid out: lines, paragraphs, headings, messages, and what each page repeats.

Nothing here ends at a page: what stands at the head or foot of several pages is no heading, and
parts no paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice

from recordkeeping.disclosure.findings import Page, Span

_LONGEST_HEADING = 90
_MOST_WORDS = 7  # of a heading that nothing but its words tells
_HEAD, _MORE_HEAD, _LONGEST_HEAD = 5, 8, 14  # lines of a paper's head; the last with its fields
_LONG_LINE = 140
_TITLES = 3  # first lines that may be called as parts are: "Assessment"
_FIELD = re.compile(r"[^\n:]{1,40}:\s*\S")
_EDGE = 3  # lines at the head and at the foot of a page
_MOST_PAGES = 0.6  # on which a line of the page's head or foot stands, if the whole paper has it
_LABEL_AND_MORE = re.compile(r":\s+[^\W\d_]*[a-z]")
"""What a label in capitals opens on its own line, that is no heading then."""
_FEWEST_CAPITALS = 0.9
_UNWRAPPED, _A_PAGE = 110, 1_500  # letters of a line that is an entry, and of one that is a page
WOULD_FIT = 0.85  # of the width of a paragraph: what is shorter ended of itself
_QUOTES = re.compile(r"[ \t]*((?:[>|][ \t]*)*)")
_FIGURES = re.compile(r"\d+|\W+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?|sheet)?\W*\d{1,4}(?:\W*(?:of|/)\W*\d{1,4})?\W*$"
    r"|\bpage\W{0,3}\d{1,4}(?:\W{0,3}of\W{0,3}\d{1,4})?\b|^\f+$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:council|borough|county|children.{0,3}s (?:services|social care)|case (?:file|no|ref)"
    r"|official|ref(?:erence)?\b|record of|confidential|produced|printed)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^\W*(?:recommendations?|recommended|agreed|agreement|actions?\b|next steps|plan(?:s|ning)?\b"
    r"|outcomes?|decisions?|conclusions?|summary|analysis|discussion|background|history|present\b"
    r"|apologies|attend(?:ance|ees|ed)|minutes\b|views?\b|wishes and feelings|voice of"
    r"|child.{0,2}s "
    r"(?:views|wishes|needs|voice|development)|parents?.{0,2} views|health\b|education\b|contact\b"
    r"|family (?:time|and environment|history|background)|placement|identity|emotional|behaviour"
    r"|risks?\b|strengths|worries|what (?:is|are|worries|needs|we)|chronology|introduction|purpose"
    r"|reasons? for|findings?|opinion|formulation|assessment|training|reviews?\b|date of next"
    r"|any other business|aob\b|general\b|the household|household|parenting|school\b|finances?\b"
    r"|housing|legal status|observations?|visit\b|home visit|case ?notes?|file note|telephone call"
    r"|phone call|supervision|strategy|social history|current (?:situation|circumstances)|update"
    r"|progress|distribution|circulation|appendi(?:x|ces)|annexe?\b|section \d|part \w\b|details of"
    r"|subject.{0,2}s? details|child.{0,2}s details|professionals? involved|agencies|chair"
    r"|immediate|follow.?up|closing|closure|case closed|independence|leisure|interests|needs\b"
    r"|signatures?|management oversight|manager.{0,2}s (?:comments?|decision)|comments?\b"
    r"|date of (?:birth|visit)|completed by|written by|author\b|key (?:dates|events|worker)|support"
    r"|safety plan|work (?:done|undertaken)|other information|information shared|everyday|day to "
    r"day|other matters|(?:schedule|stage|record) (?:no\.? ?)?\d{1,4}\W*$|letterbox contact"
    r"|telephone calls|next of kin|(?:current )?medication\W*$|(?:employment|probation|police"
    r"|hobbies|transport|religion|culture|unpaid work)\W*$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:section |part |item )?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?=\S)", re.I)
_COUNTED = re.compile(
    r"[ \t]*\(?(\d{1,3}(?:\.\d{1,3})+|\d{1,3}(?=[.)]))[.)]?[ \t]+(?=[A-Z(\[*]|(?:19|20)\d\d\b)"
)
_STREET = re.compile(
    r",|\b(?:street|road|lane|terrace|avenue|close|drive|way|court|place|gardens|crescent|row"
    r"|square|grove"
    r"|hill|st|rd|ave)$",
    re.IGNORECASE,
)
"""What follows the number of a house, and not that of a part."""
_DATED = re.compile(
    r"^\W*\d{4}[./-]\d\d[./-]\d\d\b"
    r"|^\W*(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? +)?\d{1,2}(?:st|nd"
    r"|rd|th)?"
    r"[ ./-](?:\d{1,2}|[a-z]{3,9})[ ./-]\d{2,4}\b",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
_ENTRY = re.compile(
    rf"{_DATED.pattern}|^\W*(?:{_WEEKDAY}\b(?=\s*[-:\u2010-\u2014(.,]|\s+\d)|\d{{1,2}}[./]\d{{1,2}}\b"
    r"(?![./]?\d)|\d{1,2}:\d{2}\b|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?= {2,}|\t| ?[-:\u2013]))",
    re.IGNORECASE,
)
"""How an entry of a log begins: its date, its day or its hour."""
_SORT_OF_ENTRY = re.compile(
    r"(?::\d\d)?"
    r"(?:[\s.,]*\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[A-Za-z]{3,9})(?:[ ./-]\d{2,4})?)?"
    r"[\s.,:;|\])\u2010-\u2014-]*(?:\d{1,2}[:.]?\d{2}(?: ?[ap]m|hrs)?[\s.,:;|\])\u2010-\u2014-]*)?"
    r"(?:[A-Z][\w&'/-]*(?: [\w&'/-]+){0,3}"
    r"(?:[.:]\s+|\s*[|\t\])\u2013\u2014-]\s*| {2,}))?",
)
"""What stands between an entry's day and what it tells: "11:39 Case note. ", " Home visit  "."""
_MOST_OF_A_NAME = 3  # words
_PARTS_WORDS = """
information assessment views history details section meeting visit visits note notes report plan
school health education family contact placement needs risk risks summary background analysis
services review support work issues concern concerns evidence statement order proceedings check
checks agencies professionals household wishes feelings development identity behaviour steps
actions action decision decisions outcome conclusion recommendations chronology involvement
discussion referral record records observations network arrangements safety findings
matters schedule stage medication employment finance finances hobbies transport housing licence
"""
_PARTS = frozenset(_PARTS_WORDS.split())
_SAYS_WORDS = """
do does did is are was were has have had will would must should can could may not she he they i we
you it
"""
_SAYS = frozenset(_SAYS_WORDS.split())
_FROM = re.compile(r"^\W*from\W{0,3}:", re.IGNORECASE)
_HEADER = re.compile(r"^\W*(?:sent|date|to|cc|subject)\W{0,3}:", re.IGNORECASE)
_GREETING = re.compile(
    r"^\W*(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|all"
    r"|(?:dear )?colleagues?)\b(?: [\w'&-]+){0,4}\W{0,3}$",
    re.IGNORECASE,
)
_SIGNED_WITH = 3  # lines: a farewell, a name, a post
_OF_MAIL = re.compile(r"^\W*(?:from|sent|date|to|cc|bcc|subject)\W{0,3}:", re.IGNORECASE)
_FEWEST_EMPTY = 3  # lines of a paper whose paragraphs they part
_RULE = " _-=>|"
_MAIL_HEAD = 9  # lines of a message, in which its fields stand
_ABOUT = re.compile(r"^\W*(?:subject|re)\W{0,3}:\s*(.*)$", re.IGNORECASE)
_ANSWER = re.compile(r"^(?:\s*(?:re|fw|fwd|aw)\s*:)+", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_NAMES_WORDS = """
from on at wrote mailto mr mrs ms miss dr mon tue wed thu fri sat sun monday tuesday wednesday
thursday
friday saturday sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march
april
june july august september october november december
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_ORNAMENTED = re.compile(
    r"^(?P<mark>\*{1,3}|={1,4}|_{1,3}|~{1,3}|-{2,4}|>|[\u00bb\u25a0\u25ba\u25cf\u2756]|\[)[ \t]?"
    r"(?P<words>[A-Z0-9][^\n]{2,70}?)[ \t]?(?P<end>[*=_~\]-]{0,4}):?$"
)
"""How a heading is set off: "== Health ==", "** The parents **", "[Contact]"."""
_LETTERED = re.compile(
    r"^(?:(?:part|section|schedule|appendix|annexe?|stage|box|dimension|domain)[ ]+"
    r"(?:[ivxl]{1,5}|\d{1,2}|[a-h])\b|q(?:uestion|\.)? ?\d{1,2}[.:)])",
    re.IGNORECASE,
)
"""How a part is counted by a word: "Part VIII  Consents", "Q8. Does the family know?"."""
_RULED = re.compile(r"([-=_~*#\u2500\u2550])\1{4,}")
_UNDERLINE = re.compile(r"^[-=_~*\u2014\u2550]{3,}$")
_PARTED = re.compile(
    r"^\W*(?:-+ ?(?:original|forwarded|original appointment).{0,20}-+|begin forwarded message:?"
    r"|forwarded (?:message|by).{0,40})\W*$",
    re.IGNORECASE,
)
_WROTE = re.compile(r"^\W*on .{4,120}\bwrote\W*$", re.IGNORECASE)
_OF_A_MARK = (
    r"(?:restrict|confiden|third|section|not\b|marked|privileg|sensitiv|entry|marking|information"
    r"|closed|police|adoption|referr|extract|passage|material|disclos|paragraph|legal|advice"
    r"|addendum"
    r"|annex|appendix|supplement|carer|withheld|redact|exempt|protected|sealed|box\b|insert|slip"
    r"|part\b|tpi\b|nfd\b|ntb[sd]\b"
    r"|non.?disclos|intelligence|secret|private|professionals|tp\b|document|report|note)"
)
_FROM_HERE = r"(?:(?:from )?(?:here|this point)(?: on(?:wards?)?)?|below)"
_OPEN_AGAIN = (
    r"(?:(?:the )?open (?:conference|meeting|session|part|section|minutes)"
    r"|(?:open|main|normal|ordinary|shared|general) (?:section|part|minutes?|file"
    r"|record(?:ing)?|notes?"
    r"|meeting|discussion|disclosure|session) (?:re-?)?(?:resum|start|begin|open|continu)\w*"
    r"|(?:we are )?(?:now )?back (?:on|onto|in|to) (?:the )?(?:open |main |shared |normal )?"
    r"(?:records?|recording|file|notes?|minutes|meeting)"
    r"|(?:now )?(?:(?:back )?open|ok(?:ay)? to share|shareable|disclosable|on the record)"
    rf"(?: again| {_FROM_HERE}){{1,2}}"
    r"|(?:the )?(?:parents?|family|mother|father|child|young person|client|carers?|mum|dad)"
    rf" (?:may|can) (?:see|read|have) (?:\w+ )?{_FROM_HERE}"
    r"|(?:the )?(?:parents?|family|mother|father|child|young person|client|carers?)(?: \w+){0,4}?"
    r" (?:re-?join|return|came back|(?:was|were) (?:brought|asked|invited) back)\w*.{0,40})"
)
_END = re.compile(
    rf"^\W*(?:end(?:s|ed)? of (?:the |this )?(?:\w+ ){{0,2}}?{_OF_A_MARK}.{{0,50}}"
    r"|.{0,40}(?:section|information|info|data|details?|material|restriction|marking|restricted"
    r"|confidential|part|party|disclosure|privileged?|sensitive|closed|advice|content|passage|note"
    r"|entry|extract|intelligence) (?:ends?|closes|closed|lifted)(?: "
    r"here)?"
    r"(?:\W.{0,50})?"
    rf"|(?:close|conclusion) of (?:the |this )?(?:\w+ ){{0,2}}?{_OF_A_MARK}.{{0,40}}"
    r"|end (?:restrict|confiden|third|section|privileg|not\b|tp\b|sensitiv|closed|redact"
    r"|withh).{0,40}"
    r"|ends?(?: here)?"
    r"|/ ?(?:restricted|confidential|third|not|section|privileged|sensitive).{0,30}"
    r"|(?:the )?(?:following|rest|remainder).{0,30}(?:may|can) be (?:shared|disclosed"
    r"|released).{0,40}"
    r"|.{0,40}\bbelow(?: \w+){0,3} (?:may|can) be (?:shared|disclosed|released).{0,40}"
    rf"|{_OPEN_AGAIN}"
    r"|normal (?:disclosure|recording) resumes.{0,20})\W*$",
    re.IGNORECASE,
)
_ENDS_A_PART = re.compile(
    r"^\W*(?:(?:that|this|here) (?:is the end|ends|concludes|closes)\b.{0,50}"
    r"|(?:that is |this is )?(?:the )?end(?: of| to)? (?:the |this |my |that )?"
    r"(?:[^\W_]+(?:'s)? ){0,3}?"
    r"(?P<what>[^\W_]+(?: \d+)?)"
    r"|here end(?:s|eth) .{0,50}|(?:the )?(?:[^\W_]+(?:'s)? ){0,3}[^\W_]+ ends(?: here)?)\W*$",
    re.IGNORECASE,
)
"""How the end of any part is told: "End of witness sheet", "Here the advice ends"."""
_ENDS_ALL = frozenset(
    ("report", "document", "minutes", "letter", "file", "statement", "transcript", "log", "meeting")
)
_ENDS_WITHIN = re.compile(
    r"[\[(<{*]{1,3}\s*(?:/\s*(?:restrict|confid|third|not\b|priv|tp\b|sens)|ends?(?:ed)?\b"
    r"|(?:restrict\w*|confid\w*|third.party|section|privileged?|tp)\b[^\])>}*\n]{0,20}\bends?\b)"
    r"[^\])>}*\n]{0,40}[\])>}*]{1,3}",
    re.IGNORECASE,
)
"""An end mark among other words: "... and left. [END OF RESTRICTED] She rang"."""
_SIGNED = re.compile(
    r"^\W*(?:yours (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm(?:est)?|many)"
    r" (?:regards|wishes|thanks)|regards|sincerely|signed(?: by)?\s*[:.\u2026_].{0,60}"
    r"|signature\W.{0,60}"
    r"|thanks and (?:kind )?regards)\W*$",
    re.IGNORECASE,
)
_DEAR = re.compile(r"^\W*dear\b", re.IGNORECASE)
CELL = re.compile(r"\t|\||(?<=\S) {3,}(?=\S)")
"""What parts the cells of a row."""
_ENDED = re.compile(r"[.!?:][\"')\]*]*$")


class Style(StrEnum):
    """How a heading is written."""

    MARKED_DOWN = "marked down"
    NUMBERED = "numbered"
    CAPITALS = "capitals"
    TITLE = "title"
    LABEL = "label"
    ORNAMENTED = "ornamented"
    DATED = "dated"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space and the marks of quoting around it."""

    start: int
    end: int
    text: str = field(repr=False)
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that heads what follows: how it is written, how deep it stands, its number."""

    at: int
    style: Style
    depth: int = 0
    number: tuple[int, ...] = ()


class Layout:
    """The lines of a text, and how they hang together; `marks` are places of marked phrases."""

    def __init__(self, page: Page, marks: Iterable[int] = ()) -> None:
        self.text = page.text
        self.lines = tuple(_lines(page.text))
        self._starts = [line.start for line in self.lines]
        self._pages = [0, *(self.line_at(at) for at in page.breaks)]
        self._page_starts = frozenset(self._pages)
        self.marked = frozenset(map(self.line_at, marks))

    def line_at(self, place: int) -> int:
        """Return the number of the line on which a letter stands."""
        return max(0, bisect_right(self._starts, place) - 1)

    @cached_property
    def repeated(self) -> frozenset[int]:
        """Return the lines that pages repeat at head and foot: they part nothing."""
        on, at = self._edges
        several = {key for key, pages in on.items() if pages > 1}
        out = {n for n, key in at if key in several}
        out |= {n for n, line in enumerate(self.lines) if _PAGE_NUMBER.search(line.text[:80])
                and len(line.text) <= _LONGEST_HEADING}  # fmt: skip
        # A text that was made of pages, and no longer says where they began.
        times = Counter(_key(line.text) for line in self.lines if line.text)
        for n, line in enumerate(self.lines):
            if 0 < len(line.text) <= _LONGEST_HEADING and times[_key(line.text)] > 1:
                near = any(m in out for m in range(max(0, n - 2), n + 3) if m != n)
                if near or _HOUSE.search(line.text):
                    out.add(n)
        return frozenset(out)

    @cached_property
    def throughout(self) -> frozenset[int]:
        """Return lines that stand on most pages: headers, footers, watermarks."""
        if len(self._pages) < 2:
            return self._stamped
        on = Counter[str]()
        for first, beyond in self._page_lines():
            keys = {_key(line.text) for line in self.lines[first:beyond]}
            on.update(key for key in keys if 0 < len(key) <= _LONGEST_HEADING)
        most = {k for k, pages in on.items() if pages > max(1, _MOST_PAGES * len(self._pages) - 1)}
        return frozenset(n for n, line in enumerate(self.lines) if _key(line.text) in most)

    @cached_property
    def _stamped(self) -> frozenset[int]:
        """Return the same of a text that no longer says where its pages began.

        Numbers of pages tell how many there were; without them, a line that comes again with the
        same line right above or below it is a page's head or foot.
        """
        keys = [
            _key(line.text) if len(line.text) <= _LONGEST_HEADING else "" for line in self.lines
        ]
        times = Counter(filter(None, keys))
        numbered = [n for n, line in enumerate(self.lines) if _PAGE_NUMBER.search(line.text[-80:])]
        pages = len({self.lines[n].text for n in numbered if keys[n]})
        often = {
            k for k, count in times.items() if pages > 1 and count >= max(2, _MOST_PAGES * pages)
        }
        beside: dict[str, list[set[str]]] = {}
        for n, key in enumerate(keys):
            if times[key] > 1:
                near = {keys[m] for m in (n - 1, n + 1) if 0 <= m < len(keys)}
                beside.setdefault(key, []).append(near - {""})
        often |= {key for key, near in beside.items() if set.intersection(*near)}
        return frozenset(n for n, key in enumerate(keys) if key in often)

    @cached_property
    def _edges(self) -> tuple[Counter[str], list[tuple[int, str]]]:
        on, at = Counter[str](), list[tuple[int, str]]()
        if len(self._pages) < 2:
            return on, at
        for first, beyond in self._page_lines():
            filled = [n for n in range(first, beyond) if self.lines[n].text]
            edge = dict.fromkeys((*filled[:_EDGE], *filled[-_EDGE:]))
            short = (n for n in edge if len(self.lines[n].text) <= _LONGEST_HEADING)
            keyed = [(n, _key(self.lines[n].text)) for n in short]
            on.update({key for _, key in keyed})
            at += keyed
        return on, at

    def _page_lines(self) -> Iterator[tuple[int, int]]:
        yield from zip(self._pages, [*self._pages[1:], len(self.lines)], strict=True)

    def is_filled(self, n: int) -> bool:
        """Say whether words stand on a line that are the paper's and not the page's."""
        return bool(self.lines[n].text) and n not in self.repeated

    @cached_property
    def head(self) -> tuple[int, ...]:
        """Return the first lines of the paper, before anything is told in them.

        Five; a few more where they are fields, or short and none is the title of a part.
        """
        out, fields, letterhead = list[int](), 0, self._salutation
        first = [line.text for line in self.lines if line.text][:_LONGEST_HEAD]
        as_mail, parted = any(map(_FROM.match, first)), False
        for n, line in enumerate(self.lines):
            if not line.text or (n in self.repeated and n not in self.throughout):
                continue
            most = _HEAD if parted or as_mail else _MORE_HEAD
            if n >= letterhead and (len(out) - fields >= most or len(out) >= _LONGEST_HEAD):
                break
            out.append(n)
            is_field = bool(_FIELD.match(line.text)) and not (as_mail and _OF_MAIL.match(line.text))
            fields += is_field
            parted = parted or (
                len(out) > _TITLES and not is_field and bool(_TITLE.match(line.text))
            )
            # The address in a letterhead is long, and tells nothing.
            if is_prose(line.text) and (line.text[-1] in ".?!" or len(line.text) > _LONG_LINE):
                break
        return tuple(out)

    @cached_property
    def _salutation(self) -> int:
        """Return the line of a letter that says "Dear"; above it stands what is of all of it."""
        filled = [n for n, line in enumerate(self.lines) if line.text][:_LONGEST_HEAD]
        return next((n for n in filled if _DEAR.match(self.lines[n].text)), 0)

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Return for each line the number of its paragraph's first line."""
        width = self._widths()
        first, out = 0, list[int]()
        before = -1  # the last filled line
        for n, line in enumerate(self.lines):
            if n in self.repeated:
                out.append(first)
                continue
            if not line.text:
                first = n + 1
                before = -1
                out.append(n)
                continue
            if before < 0 or self._parts(before, n, width[n]) or self._is_entry(first, before, n):
                first = n
            out.append(first)
            before = n
        return out

    def _widths(self) -> list[int]:
        """Return for each line the width of the block between empty lines in which it stands."""
        out, block = [0] * len(self.lines), list[int]()
        for n in range(len(self.lines) + 1):
            if n < len(self.lines) and (self.lines[n].text or n in self.repeated):
                block.append(n)
                continue
            widest = max(
                (len(self.lines[m].text) for m in block if m not in self.repeated), default=0
            )
            for m in block:
                out[m] = widest
            block = []
        return out

    def _parts(self, before: int, n: int, width: int) -> bool:
        """Say whether a paragraph ends between two lines that follow each other."""
        above, line = self.lines[before], self.lines[n]
        if above.depth != line.depth or n in self._heads or before in self._heads:
            return True
        first_word = line.text.split(" ", 1)[0]
        return (
            _ENDED.search(above.text) is not None
            and (
                len(above.text) + 1 + len(first_word) < WOULD_FIT * width
                # A paragraph never ends because a page does.
                or (
                    _UNWRAPPED < width < _A_PAGE
                    and not line.text[:1].islower()
                    and n not in self._page_starts
                )
            )
        )

    def _is_entry(self, first: int, before: int, n: int) -> bool:
        """Say whether a line begins the next entry of a log, whose lines no empty ones part.

        A line of prose may begin with a date: so must the paragraph, and the line above end.
        """
        if not (starts_an_entry(self.lines[n].text) and starts_an_entry(self.lines[first].text)):
            return False
        above = self.lines[before].text
        ended = _ENDED.search(above) is not None or above[-1:] in "*]>)"
        return ended or (before == first and above[-1:].isalpha())

    def paragraph(self, n: int) -> tuple[int, int]:
        """Return the first and the last line of a line's paragraph."""
        first = last = n
        starts = self._paragraphs
        while first > 0 and starts[first - 1] == starts[n] and self.lines[first - 1].text:
            first -= 1
        while last + 1 < len(self.lines) and starts[last + 1] == starts[n]:
            last += 1
        return first, last

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Return the headings, in order."""
        return tuple(h for n in range(len(self.lines)) if (h := self._heading(n)) is not None)

    @cached_property
    def _heads(self) -> frozenset[int]:
        return frozenset(heading.at for heading in self.headings)

    def heading_at(self, n: int) -> Heading | None:
        """Return the heading that a line is, if it is one."""
        i = bisect_left(self.headings, n, key=lambda h: h.at)
        found = self.headings[i] if i < len(self.headings) else None
        return found if found is not None and found.at == n else None

    def is_furniture(self, n: int) -> bool:
        """Say whether a line is the council's, its address, a reference or a page's number."""
        text = self.lines[n].text
        return len(text) <= _LONG_LINE and (
            _HOUSE.search(text) is not None or _PAGE_NUMBER.search(text[-80:]) is not None
        )

    def is_lone_row(self, n: int) -> bool:
        """Say whether a line of a paper's head has cells, and is no row of a table."""
        beside = [self.lines[m].text for m in (n - 1, n + 1) if 0 <= m < len(self.lines)]
        text = self.lines[n].text
        row = n in self.head and is_row(text) and not starts_with_a_date(text)
        filled = [line.text for line in self.lines[n + 1 : n + 6] if line.text][:2]
        return row and not any(map(is_row, (*beside, *filled)))

    def tells_something_after(self, n: int) -> bool:
        """Say whether prose stands below a line."""
        return any(is_prose(line.text) for line in self.lines[n + 1 :])

    def is_headline(self, n: int) -> bool:
        """Say whether a line is short, and no sentence that tells something."""
        text = self.lines[n].text
        return self.is_filled(n) and len(text) <= _LONGEST_HEADING and not is_prose(text)

    def after(self, n: int) -> Sequence[Heading]:
        """Return the headings below a line."""
        return self.headings[bisect_right(self.headings, n, key=lambda h: h.at) :]

    def above(self, n: int) -> Sequence[Heading]:
        """Return the headings above a line."""
        return self.headings[: bisect_left(self.headings, n, key=lambda h: h.at)]

    def _heading(self, n: int) -> Heading | None:
        text = self.lines[n].text
        bare = text.strip("*_ \t")
        if not 3 <= len(bare) <= _LONGEST_HEADING or n in self.repeated or _HEADER.match(bare):
            return None
        if bare[0] == "#":
            return Heading(n, Style.MARKED_DOWN, len(bare) - len(bare.lstrip("#")))
        if is_signature(bare) or is_end(bare) or is_row(bare) or _FROM.match(bare):
            return None
        titled, words = self._is_title(n, bare), bare.split()
        tells_on = _LABEL_AND_MORE.search(bare) is not None
        ended = bare[-1] in ".?!;,"
        if (numbered := _NUMBER.match(bare)) and not ended and not _DATED.match(bare):
            rest = bare[numbered.end() :]
            number = tuple(map(int, numbered[1].split(".")))
            of_a_house = numbered[0].strip().isdigit() and _STREET.search(rest) is not None
            if rest[:1].isupper() and not of_a_house and len(rest.split()) <= _MOST_WORDS + 3:
                return Heading(n, Style.NUMBERED, len(number), number)
        if is_capitals(bare) and not ended and self._is_headline(bare, words) and not tells_on:
            return Heading(n, Style.CAPITALS)
        if _DATED.match(bare) and not ended and len(words) <= _MOST_WORDS + 3:
            return Heading(n, Style.DATED)
        if titled and not ended:
            return Heading(n, Style.TITLE)
        if self._is_set_off(n, text):
            return Heading(n, Style.ORNAMENTED)
        if bare[-1] == ":" and bare[0].isupper() and not self._before(n):
            return Heading(n, Style.LABEL)
        return None

    @cached_property
    def _marks(self) -> dict[int, str]:
        """Return with which ornament a line begins, of those that do."""
        marks = ((n, _mark_of(line.text)) for n, line in enumerate(self.lines))
        return {n: mark for n, mark in marks if mark}

    @cached_property
    def _times_marked(self) -> Counter[str]:
        return Counter(self._marks.values())

    def _is_set_off(self, n: int, text: str) -> bool:
        """Say whether a short line is set off from what it heads: ornamented, underlined, counted.

        What is ornamented on one side only is a heading where others are, and no item of a list.
        """
        below = self.lines[n + 1].text if n + 1 < len(self.lines) else ""
        if _UNDERLINE.match(below):
            return text[-1] not in ".;," and not _UNDERLINE.match(text)
        if _LETTERED.match(text):
            return text[-1] not in ".;,"
        set_off = _ORNAMENTED.match(text)
        if set_off is None or len(set_off["words"].split()) > _MOST_WORDS + 1:
            return False
        if set_off["words"][-1] in ".?!;,:" or _DATED.match(set_off["words"]):
            return False
        if set_off["end"] and set_off["mark"] != "[":
            return True
        mark = set_off["mark"]
        beside = mark in (self._marks.get(n - 1), self._marks.get(n + 1))
        return self._times_marked[mark] > 1 and not beside and not self._before(n)

    def _is_title(self, n: int, text: str) -> bool:
        """Say whether a short line names a part that papers have, and goes on nowhere."""
        if not _TITLE.match(text) or len(text.split()) > _MOST_WORDS or not text[0].isupper():
            return False
        above, below = self._before(n), self.lines[n + 1].text if n + 1 < len(self.lines) else ""
        return (not above or _ENDED.search(above) is not None or len(above) < 40) and not below[
            :1
        ].islower()

    def _is_headline(self, text: str, words: Sequence[str]) -> bool:
        """Say whether a line in capitals is a headline, and not a name or a sentence."""
        if _TITLE.match(text):
            return True
        plain = [word.strip(".,:;()[]*'\"-\u2013\u2014").lower() for word in words]
        if any(word in _SAYS for word in plain):
            return False
        return len(words) > _MOST_OF_A_NAME or any(word in _PARTS for word in plain)

    def _before(self, n: int) -> str:
        """Return the words of the line above, beyond what the page repeats."""
        n -= 1
        while n >= 0 and n in self.repeated:
            n -= 1
        return self.lines[n].text if n >= 0 else ""

    @cached_property
    def messages(self) -> tuple[int, ...]:
        """Return the lines on which messages begin, that of the first one with it."""
        out, depth = [0], self.lines[0].depth if self.lines else 0
        for n, line in enumerate(self.lines):
            if not line.text:
                continue
            if n and (line.depth != depth or self._opens_message(n)):
                # "On Monday she wrote:" and the rule above a head belong to what follows.
                just_opened = out[-1] and all(
                    not self.lines[m].text or m == out[-1] for m in range(out[-1], n)
                )
                if not just_opened:
                    out.append(n)
            depth = line.depth
        return tuple(out)

    def _opens_message(self, n: int) -> bool:
        text = self.lines[n].text
        if _PARTED.match(text) or _WROTE.match(text):
            return True
        below = [line.text for line in self.lines[n + 1 : n + 7] if line.text][:4]
        if _ABOUT.match(text) and (n == 0 or not self.lines[n - 1].text):
            return bool(below) and _FROM.match(below[0]) is not None
        return bool(_FROM.match(text)) and any(map(_HEADER.match, below))

    @cached_property
    def is_mail(self) -> bool:
        """Say whether the paper is a message, or a trail of them."""
        return len(self.messages) > 1 or any(self._opens_message(n) for n in self.head)

    def subject(self, which: int) -> str:
        """Return what a message's own head says that it is about, without "RE:"; or nothing."""
        for line in self._mail_head(which):
            if about := _ABOUT.match(line.text):
                return _ANSWER.sub("", about[1]).casefold().strip()
        return ""

    def writer(self, which: int) -> frozenset[str]:
        """Return the words of the name of whoever wrote a message."""
        for line in self._mail_head(which):
            if _FROM.match(line.text) or _WROTE.match(line.text):
                name = line.text.casefold().partition("<")[0].partition("@")[0]
                return frozenset(_NAME_WORD.findall(name)) - _NO_NAMES
        return frozenset()

    def named_in_head(self, which: int) -> frozenset[str]:
        """Return the words of everybody whom a message's head names."""
        return frozenset(
            word
            for line in self._mail_head(which)
            if _FROM.match(line.text) or _WROTE.match(line.text) or _HEADER.match(line.text)
            for word in _NAME_WORD.findall(line.text.casefold())
        )

    def _mail_head(self, which: int) -> Sequence[Line]:
        beyond = self.messages[which + 1] if which + 1 < len(self.messages) else len(self.lines)
        first = self.messages[which]
        return self.lines[first : min(beyond, first + _MAIL_HEAD)]

    def is_head_of_mail(self, n: int) -> bool:
        """Say whether a line is empty or of a message's head, and does not say what it is about."""
        text = self.lines[n].text
        return not _ABOUT.match(text) and (not text.strip(_RULE) or is_mail_field(text))

    def opens_mail_above(self, n: int) -> bool:
        """Say whether the head of the first message stands above a line of it."""
        return any(self._opens_message(m) for m in range(n + 1))

    @cached_property
    def has_empty_lines(self) -> bool:
        """Say whether empty lines part the paragraphs of a paper."""
        return sum(not line.text for line in self.lines) >= _FEWEST_EMPTY

    def message(self, n: int) -> tuple[int, int, int]:
        """Return which message a line stands in, from 0, and that message's first and last line."""
        which = bisect_right(self.messages, n) - 1
        beyond = self.messages[which + 1] if which + 1 < len(self.messages) else len(self.lines)
        return which, self.messages[which], beyond - 1

    def body_line(self, n: int) -> int:
        """Return which filled line of its message's body a line is, from 1; six for all others.

        Greetings count as none.
        """
        _, first, _ = self.message(n)
        heads = (_HEADER, _FROM, _PARTED, _WROTE, _GREETING)
        filled = (
            m
            for m in range(first, n + 1)
            if self.is_filled(m) and not any(head.match(self.lines[m].text) for head in heads)
        )
        return sum(1 for _ in islice(filled, 6))

    def is_signed_below(self, n: int) -> bool:
        """Say whether below a line of a message nothing stands but who sends it."""
        _, _, last = self.message(n)
        below = [self.lines[m].text for m in range(n + 1, last + 1) if self.is_filled(m)]
        return len(below) <= _SIGNED_WITH and all(
            is_signature(text) or len(text.split()) <= _MOST_OF_A_NAME for text in below
        )

    @cached_property
    def entries(self) -> tuple[int, ...]:
        """Return the lines with which entries of a log begin, or messages below the first."""
        begun = (n for n, line in enumerate(self.lines) if starts_an_entry(line.text))
        return tuple(sorted({*begun, *self.messages[1:]}))

    def closes_box(self, n: int) -> int | None:
        """Return the line of signs that closes a box, where one stands right above a line of it.

        What stands right below is the other half of a heading's frame, and closes nothing.
        """
        above = _RULED.fullmatch(self.lines[n - 1].text) if n else None
        if above is None:
            return None
        for m in range(n + 1, len(self.lines)):
            below = _RULED.fullmatch(self.lines[m].text)
            if below and below[1] == above[1]:
                return m if m > n + 1 else None
        return None

    @cached_property
    def ends_among_words(self) -> tuple[Span, ...]:
        """Return the end marks in brackets, in order."""
        return tuple(end_marks(self.text))

    @cached_property
    def numbered(self) -> dict[str, int]:
        """Return the line on which each numbered paragraph begins: "3." and "4.2"."""
        found = ((_COUNTED.match(line.text), n) for n, line in enumerate(self.lines))
        return {item[1]: n for item, n in found if item}

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Return the lines that say that a marked part ends."""
        return tuple(n for n, line in enumerate(self.lines) if is_end(line.text))

    @cached_property
    def part_ends(self) -> tuple[int, ...]:
        """Return the lines that say that some part ends, marked or not, and no whole paper."""
        return tuple(n for n, line in enumerate(self.lines) if ends_a_part(line.text))

    @cached_property
    def signatures(self) -> tuple[int, ...]:
        """Return the lines with which somebody signs."""
        return tuple(n for n, line in enumerate(self.lines) if is_signature(line.text))

    def has_salutation(self, n: int, within: int) -> bool:
        """Say whether "Dear" opens one of the next filled lines."""
        filled = 0
        for line in islice(self.lines, n + 1, None):
            if not line.text:
                continue
            filled += 1
            if filled > within:
                break
            if _DEAR.match(line.text):
                return True
        return False


def ends_within(text: str, start: int, stop: int) -> int | None:
    """Return where an end mark in brackets stops between two places, if one stands there."""
    found = _ENDS_WITHIN.search(text, start, stop)
    return found.end() if found else None


def end_marks(text: str) -> Iterator[Span]:
    """Yield the end marks in brackets: their words mark nothing."""
    yield from (found.span() for found in _ENDS_WITHIN.finditer(text))


def starts_with_a_date(text: str) -> bool:
    """Say whether a line begins with a date, as an entry of a chronology does."""
    return _DATED.match(text) is not None


def starts_an_entry(text: str) -> bool:
    """Say whether a line begins as an entry of a log does: "05/05", "Tues - ", "14:05"."""
    return _ENTRY.match(text) is not None


def is_of_an_entry(text: str) -> bool:
    """Say whether words are the date, the day or the hour of an entry, and of what sort it is."""
    entry = _ENTRY.match(text)
    return entry is not None and _SORT_OF_ENTRY.fullmatch(text, entry.end()) is not None


def is_mail_field(text: str) -> bool:
    """Say whether a line is one of a message's head: whom it is from, to whom, and when."""
    return bool(_OF_MAIL.match(text) or _PARTED.match(text) or _WROTE.match(text))


def is_date(text: str) -> bool:
    """Say whether words are a date, and no more."""
    date = _DATED.match(text)
    return date is not None and not text[date.end() :].strip(" \t.,:;|-\u2013")


def tells(word: str) -> bool:
    """Say whether a word is one of what is told, and of no title: "has", "rang", "walked"."""
    return word.casefold() in _SAYS or word.endswith("ed")


def is_prose(text: str) -> bool:
    """Say whether a line tells something: it is long, or a sentence of several words."""
    words = len(text.split())
    return (
        len(text) > 80
        or (len(text) > 60 and words > 9)
        or (text.endswith((".", "?", "!")) and words > 3)
    )


def is_capitals(text: str) -> bool:
    """Say whether words are written in capitals."""
    # A small l among capitals is a capital I that a scanner misread.
    letters = [c for c in text if c.isalpha() and c != "l"]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) > 2 and capitals >= _FEWEST_CAPITALS * len(letters)


def names_a_part(text: str) -> bool:
    """Say whether a heading, numbered or not, names a part that papers have."""
    numbered = _NUMBER.match(text)
    return _TITLE.match(text[numbered.end() if numbered else 0 :]) is not None


def is_end(text: str) -> bool:
    """Say whether a line says that a marked part ends."""
    return len(text) <= _LONGEST_HEADING and _END.match(text) is not None


def ends_a_part(text: str) -> bool:
    """Say whether a line says that some part of a paper ends: "End of witness sheet"."""
    end = _ENDS_A_PART.match(text) if len(text) <= _LONGEST_HEADING else None
    return end is not None and (end["what"] or "").casefold() not in _ENDS_ALL


def is_signature(text: str) -> bool:
    """Say whether somebody signs here."""
    return len(text) <= _LONGEST_HEADING and _SIGNED.match(text) is not None


def is_row(text: str) -> bool:
    """Say whether a line is a row of a table: cells with a tab, a stroke or wide space between."""
    if "\t" in text or text.count("|") > 1 or " | " in text:
        return True
    words = text.split()
    # Letters that stand apart are no cells.
    return len(CELL.findall(text)) > 1 and sum(len(word) < 2 for word in words) * 2 < len(words)


def _is_lone_quote(raws: Sequence[str], n: int) -> bool:
    """Say whether a line with a ">" before it is no quotation: neither line beside it has one."""
    beside = [raws[m] for m in (n - 1, n + 1) if 0 <= m < len(raws)]
    return not any(line.lstrip().startswith(">") for line in beside)


def _mark_of(text: str) -> str:
    """Return the ornament with which a line begins that may be a heading, or nothing."""
    set_off = _ORNAMENTED.match(text)
    return set_off["mark"] if set_off else ""


def _key(text: str) -> str:
    return _FIGURES.sub(" ", text).strip().casefold()


def _lines(text: str) -> Iterator[Line]:
    start, raws = 0, text.split("\n")
    for n, raw in enumerate(raws):
        quoted = _QUOTES.match(raw)
        marks = quoted[1].count(">") if quoted is not None else 0
        if marks and (raw.rstrip().endswith("<") or _is_lone_quote(raws, n)):
            marks = 0  # an ornament on both sides, or of a heading
        words = raw[quoted.end() if quoted is not None and marks else 0 :].strip(" \t\r\v\f\u00a0")
        yield Line(start, start + len(raw), words, marks)
        start += len(raw) + 1
