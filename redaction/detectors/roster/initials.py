"""The first letters of somebody's names, told from what the papers of social work shorten.

A Spencer Wragg is "SW", as every social worker is. Such letters are taken for his where the paper
says so ("SW = Spencer Wragg", "Mr Wragg (SW)"), where he is named beside them, in a row with other
people's initials, or where points stand behind them as behind nobody's post.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Span
from redaction.detectors.normal import WORD
from redaction.detectors.roster.hits import Hit
from redaction.detectors.roster.index import Index
from redaction.detectors.roster.variants import IN_EVERY_FILE
from redaction.detectors.shared import once_a_text

_INITIALS = re.compile(
    r"[A-Z](?<![^\W_][A-Z])"
    r"(?:(?:\.?[A-Z]){2,4}\.?|(?:\. [A-Z]){2,4}\.?|\. ?[A-Z]\.?|[A-Z])(?![^\W_])"
)
_WITH_A_STROKE = re.compile(r"(?<![\w/&.-])[A-Z]/[A-Z](?![\w&-]|/[^\W\d])")
_NEVER_STROKED_WORDS = """
AL AN BF CO CW DV FC FT HO HV HX IP MF NA NK OP OT PM PT RV SO SW TC TO WC WE YN
"""
_NEVER_STROKED = frozenset(_NEVER_STROKED_WORDS.split())
"""What forms and notes shorten with a stroke: "N/A", "t/c", "w/e"."""
_JOINT = r"(?:['\u2019\u2018`\u00b4\u2010\u2011-]|\.?[ \u00a0]?)"
_PART = r"(?:Ma?c[A-Z]|[a-z]{0,2}[A-Z])"
_SIGNED_INITIALS = re.compile(rf"(?<![^\W_]){_PART}(?:{_JOINT}{_PART})+(?![^\W_])")
_IN_PARTS = re.compile(rf"(?:\A|(?<=[. \u00a0])){_PART}")
_SIGNS = str.maketrans({
    "\u2019": "'", "\u2018": "'", "`": "'", "\u00b4": "'", "\u2010": "-", "\u2011": "-",
    ".": None, " ": None, "\u00a0": None,
})  # fmt: skip
_FIGURES_AROUND = re.compile(r"\d[^\S\n]?\Z"), re.compile(r"\.?[^\S\n]?\d")
_SMALL_LETTER = re.compile(r"[a-z]")
_FEW = 2  # letters of initials that may stand for anything
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_FAR_BEFORE, _FAR_BEHIND = 120, 80  # letters between initials and the name that explains them
_SHORT = 24  # letters
_NEVER_SIGNED = frozenset(("NFA", "OK", "TV", "UK", "US", "PM", "AM", "HR", "RE", "NB", "NO", "SO"))
"""What ends an entry and is nobody: "Closed. NFA"."""
_ROW_BEFORE = re.compile(
    r"(?<![^\W_])((?:[A-Z]\.?){2,4})(?:,|[ \u00a0]?[/&+]|,?[ \u00a0]and|;)[ \u00a0]?\Z"
)
_ROW_BEHIND = re.compile(
    r"(?:,|[ \u00a0]?[/&+]|,?[ \u00a0]and|;)[ \u00a0]?((?:[A-Z]\.?){2,4})(?![^\W_])"
)
_OF_A_PERSON = re.compile(
    r"\b(?:to|with|of|for|by|from|ask|asked|and|tell|told|see|saw|seen|met|since|that|if|but)"
    r"[ \u00a0]\Z"
)
_DOES = re.compile(
    r"[ \u00a0](?:is|was|has|had|to|will|would|said|says|told|did|does|and|who|reported|stated|came"
    r"|rang|can|also|went|left|took|gave|asked|wants|wanted|seen|saw|met|spoke|phoned|texted|called|arrived"
    r"|attended|visited|agreed|refused|declined|stayed|slept|cried|upset|poorly|unwell"
    r"|not[ \u00a0]well|(?:did|does|wo|has)n['\u2019]?t)(?![^\W_])|['\u2019]s(?![^\W_])"
)
_OF_THEIRS = (
    r"uncle|aunt|auntie|mum|mam|dad|nan|gran|mother|father|brother|sister|cousin|partner|boyfriend"
    r"|girlfriend|friend|neighbour|grand\w+|step\w+"
)
_PRIVATELY = re.compile(
    r"[ \u00a0](?:hit|hurt|punched|kicked|slapped|pushed|grabbed|swore|loves?|hates?|lives|lived"
    r"|slept|cried|drank|smoked|died|(?:ha[sd] )?moved[ \u00a0](?:in|out|back|away)"
    r"|ha[sd][ \u00a0]left[ \u00a0]home|(?:is|was)[ \u00a0](?:drunk|pregnant|crying|asleep|arrested"
    r"|violent|abusive|bullied|excluded|injured|living|sleeping"
    rf"|(?:his|her|their|my)[ \u00a0](?:[a-z]+[ \u00a0])?(?:{_OF_THEIRS})))(?![^\W_])"
    rf"|['\u2019]s[ \u00a0](?:{_OF_THEIRS}|wife|husband|bedroom|baby|bruise\w*|birthday)(?![^\W_])"
)
"""What no letters for a post do in a file: a health visitor is not "asleep"."""
_LIVES_WITH = re.compile(r"\b(?:lives?|lived|living|stay(?:s|ed|ing)?|moved in) with[ \u00a0]\Z")
_RANKS = frozenset(("DC", "DI", "DS", "PC"))
"""What stands before a name, or has an article: alone, somebody's initials."""
_BEGINS_AN_ENTRY = re.compile(
    r"(?:\A|\n)[^\n]{0,4}(?:\d[\d/.: -]{4,16}|\d{1,2} \w{3,9} \d{2,4})[:,;]?[ \u00a0]{1,4}\Z"
)
"""Behind the day of a log's entry stands who did something."""
_SIGNS_OFF = re.compile(r"[.!?)]['\"\u2019\u201d)]?[ \u00a0]{1,6}(?:[A-Z]{2,3}[/&, ]{1,2})?\Z")
_ENDS_A_LINE = re.compile(r"(?:[/&, ]{1,2}[A-Z]{2,3})?[ \u00a0.]*(?:\n|\Z)")
_A_POST = re.compile(
    r"\b(?:the|an?|his|her|their|my|your|our|this|new|allocated|duty|previous|current|former"
    r"|student|locum|agency|school|link|lead|named|social|no|not|or|[\w]+['\u2019]s?)"
    r"[ \u00a0]\Z",
    re.IGNORECASE,
)
_IS_A_POST = re.compile(
    r"[ \u00a0]?(?:=|:|is|for|\(|-|\u2013)[ \u00a0]?(?:the |an? )?"
    r"(?:social|health|general|team|police|doctor|nurse|teach|personal|parental|local|occupational"
    r"|physio|detective|support|manager|worker|visitor)",
    re.IGNORECASE,
)
_RANK = re.compile(r":?[ \u00a0](?:(?:Dr|Mr|Mrs|Ms|Miss)(?![^\W_])|[A-Z][a-z])")
_SIGNED = re.compile(r"\b(?:initials?|initialled|signed|signs|signs as|signed as)[ \u00a0:(]*\Z")
_TELLS = re.compile(r"[ \u00a0]?(?:=|:|\u2013|-|is|was|means|stands for|refers to|\()[ \u00a0(]?")
_TWO_LETTERS = "two letters that may be short for anything"
_IN_SHORT = "letters that may be short for something else"


def initials(text: str, index: Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the first letters of somebody's names, in capitals; `hits` are the names there."""
    yield from _signed(text, index)
    if not index.initials and not index.dotted:
        return
    for match in _WITH_A_STROKE.finditer(_without_accents(text)):
        letters = match[0].replace("/", "")
        meanings = index.initials.get(letters) or index.dotted.get(letters)
        if meanings and letters not in _NEVER_STROKED and not _is_code(text, match.span()):
            yield Hit(match.span(), frozenset(meanings), derived=False, doubt=_TWO_LETTERS)
    short: list[tuple[Span, str]] = []
    for match in _INITIALS.finditer(_without_accents(text)):
        letters = "".join(filter(str.isalpha, match[0]))
        span = match.span()
        if meanings := index.initials.get(letters):
            if len(letters) > _FEW:
                yield Hit(span, frozenset(meanings), derived=False)
            elif not _is_code(text, span):
                yield Hit(span, frozenset(meanings), derived=False, doubt=_TWO_LETTERS)
        elif meanings := index.dotted.get(letters):
            if "." in match[0].rstrip("."):
                doubt = _TWO_LETTERS if len(letters) <= _FEW else _IN_SHORT
                yield Hit(span, frozenset(meanings), derived=False, doubt=doubt)
            elif not _is_code(text, span):
                short.append((span, letters))
    if short:
        yield from _Explained(text, index, hits).among(short)


def _signed(text: str, index: Index) -> Iterator[Hit]:
    """Yield initials that keep a sign or small letters of a name: "G. O'M.", "J-P", "PvdB"."""
    if not index.signed:
        return
    for match in _SIGNED_INITIALS.finditer(_without_accents(text)):
        # Before them may stand a letter that is none of theirs: "A G O'M".
        for part in _IN_PARTS.finditer(match[0]):
            letters = match[0][part.start() :].translate(_SIGNS)
            if meanings := index.signed.get(letters):
                start, end = match.start() + part.start(), match.end()
                # A point behind is theirs where one stands behind the others.
                end += "." in text[start:end] and text[end : end + 1] == "."
                few = sum(map(str.isupper, letters)) <= _FEW
                if not few or not _is_code(text, (start, end)):
                    doubt = _TWO_LETTERS if few else ""
                    yield Hit((start, end), frozenset(meanings), derived=False, doubt=doubt)
                break


@dataclass
class _Explained:
    """A text in which letters that are short for something may be somebody's initials."""

    text: str = field(repr=False)
    index: Index = field(repr=False)
    hits: Sequence[Hit] = field(repr=False)

    def __post_init__(self) -> None:
        self.named: dict[str, list[Span]] = defaultdict(list)
        for hit in self.hits:
            if any(meaning.kind == "person" for meaning in hit.meanings):
                for id in hit.people:
                    self.named[id].append(hit.span)
        self.breaks = [match.start() for match in _EMPTY_LINE.finditer(self.text)]

    def among(self, short: Iterable[tuple[Span, str]]) -> Iterator[Hit]:
        """Yield those that are somebody's for all that stands about them."""
        short = list(short)
        told = {letters for span, letters in short if self._is_told(span, letters)}
        for span, letters in short:
            meanings = self.index.dotted[letters]
            if letters in told:
                mine = not self._is_a_post(span, letters)
            else:
                mine = self._may_be(span, letters)
            if mine:
                yield Hit(span, frozenset(meanings), derived=False, doubt=_IN_SHORT)

    def _is_told(self, span: Span, letters: str) -> bool:
        """Say whether the paper says whose they are: "SW = Spencer Wragg", "Spencer Wragg (SW)"."""
        tells = _TELLS.match(self.text, span[1])
        if tells and self._named_within(letters, (tells.end(), tells.end() + 1), span):
            return True
        inside = self.text[span[0] - 1 : span[0]] == "(" and self.text[span[1] : span[1] + 1] == ")"
        return inside and self._named_within(letters, (span[0] - 3, span[0] - 1), span)

    def _may_be(self, span: Span, letters: str) -> bool:
        if self._is_a_post(span, letters):
            return False
        low, high = max(0, span[0] - _SHORT), span[1] + _SHORT
        for beside in (
            _ROW_BEFORE.search(self.text, low, span[0]),
            _ROW_BEHIND.match(self.text, span[1], high),
        ):
            if beside and "".join(filter(str.isalpha, beside[1])) in self.index.initials:
                return True
        if _BEGINS_AN_ENTRY.search(self.text, low, span[0]) and _DOES.match(
            self.text, span[1], high
        ):
            return True
        if _PRIVATELY.match(self.text, span[1]) or _LIVES_WITH.search(self.text, low, span[0]):
            return True
        if letters in _RANKS and _DOES.match(self.text, span[1], high):
            return True
        if letters not in _NEVER_SIGNED and (
            _SIGNS_OFF.search(self.text, low, span[0]) and _ENDS_A_LINE.match(self.text, span[1])
        ):
            return True
        if letters not in IN_EVERY_FILE and (
            _OF_A_PERSON.search(self.text, low, span[0]) or _DOES.match(self.text, span[1], high)
        ):
            return True
        near = max(span[0] - _FAR_BEFORE, self._begins(span[0])), span[1] + _FAR_BEHIND
        return self._named_within(letters, (near[0], min(near[1], self._ends(span[1]))), span)

    def _is_a_post(self, span: Span, letters: str) -> bool:
        """Say whether somebody's post is meant: "the SW", "Karen (SW)", "SW = social worker"."""
        before = self.text[max(0, span[0] - _SHORT) : span[0]]
        if _SIGNED.search(before):
            return False
        if before.endswith("("):
            return not self._named_within(letters, (span[0] - 3, span[0] - 1), span)
        if letters in IN_EVERY_FILE and (_A_POST.search(before) or _RANK.match(self.text, span[1])):
            return True
        return _IS_A_POST.match(self.text, span[1]) is not None

    def _named_within(self, letters: str, near: Span, span: Span) -> bool:
        """Say whether anybody who has these initials is named in a stretch."""
        for meaning in self.index.dotted[letters]:
            places = self.named.get(meaning.person, [])
            at = bisect_left(places, (near[0], 0))
            for place in places[max(0, at - 1) : at + 2]:
                if place[0] < near[1] and near[0] < place[1] and place != span:
                    return True
        return False

    def _begins(self, at: int) -> int:
        before = bisect_left(self.breaks, at)
        return self.breaks[before - 1] if before else 0

    def _ends(self, at: int) -> int:
        behind = bisect_left(self.breaks, at)
        return self.breaks[behind] if behind < len(self.breaks) else len(self.text)


@once_a_text
def _without_accents(text: str) -> str:
    """Return a text of the same length whose capitals have no accents."""
    if text.isascii():
        return text
    letters = {letter for letter in set(text) if letter.isupper() and not letter.isascii()}
    if not letters:
        return text
    return text.translate({ord(x): unicodedata.normalize("NFD", x)[0] for x in letters})


def _is_code(text: str, span: Span) -> bool:
    """Say whether two letters belong to a number, or stand in a line of capitals."""
    before, after = _FIGURES_AROUND
    if before.search(text, max(0, span[0] - 2), span[0]) or after.match(text, span[1]):
        return True
    line = text[text.rfind("\n", 0, span[0]) + 1 : span[0]]
    end = text.find("\n", span[1])
    line += text[span[1] : end if end >= 0 else len(text)]
    return len(WORD.findall(line)) > 1 and not _SMALL_LETTER.search(line)
