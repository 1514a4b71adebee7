"""Names that nobody listed: two models' guesses, less what is no name.

Somebody whom only a model sees is unknown: proposed to be removed, for a person to confirm. Without
any model every capitalised word that English does not explain is asked about, and that is told.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from threading import Lock

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span, Strength
from recordkeeping.disclosure.people import Roster
from redaction.detectors.names import doing, jotted, shapes, small, titles
from redaction.detectors.names.composed import Composed
from redaction.detectors.names.nets import (
    PERSON,
    STREET,
    EntityNet,
    Guess,
    Net,
    TokenNet,
    without_overlaps,
)
from redaction.detectors.names.public import is_just_a_word, is_nobody, may_be_nobody
from redaction.detectors.names.veto import (
    has_word_list,
    is_no_name,
    is_ordinary,
    may_be_called,
    trimmed,
)
from redaction.detectors.names.weights import MEDIUM, SMALL, TOKENS, Weights, place_of, why_not
from redaction.detectors.names.wordings import is_a_word
from redaction.detectors.normal import folded
from redaction.detectors.owners import on_page, unowned
from redaction.merge import NO_PERSON

NONE = "none"
_LONGEST = 1_500  # characters of a paragraph
_MOST_KEPT = 20_000  # paragraphs whose guesses are kept: trails of e-mails repeat themselves
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_CAPITALISED = re.compile(r"(?<![^\W_])[A-Z][^\W\d_A-Z]+(?:[ '\u2019-][A-Z][^\W\d_]+)*(?![^\W_])")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_BEGINS = re.compile(r"(?:\A|[.!?:\n\u2022-])[\W_]*\Z")
_WIDE = 30  # letters
_LINE_ENDS = re.compile(r"\n(?!(?<=[^\W\d_]-\n)[a-z])|[ \u00a0]{3,}|\t")
"""Where a line ends, but within a word, or a cell does."""
_BROKEN_BEFORE = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]*)-\n\Z")
_BROKEN_BEHIND = re.compile(r"-?\n(?<=-\n)[a-z][^\W\d_]*")
_FIRST_WORD = re.compile(r"([A-Z][a-z]+)[ \u00a0](?=[A-Z])")
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{3}[.!?])[ \u00a0](?=[A-Z])")
_OWNER = re.compile(r"['\u2019]s[ \u00a0]+(?=\w)")
_SURE = 0.85
_ROW = 0.5
_BY_A_LETTER = (
    (doing.titled, Propose.REDACT, _SURE),
    (doing.letters, Propose.ASK, _ROW),
    (shapes.initials_beside, Propose.ASK, _ROW),
)
"""What finds people whom a paper calls by letters or a number."""
_HARDLY = 0.9  # below it, a guess that is a word of English too is asked about


@dataclass(frozen=True, slots=True)
class Nets:
    """The models that run here, and their names as records tell them."""

    name: str
    entities: Net | None = field(repr=False)
    tokens: Net | None = field(repr=False)


class NamesDetector:
    """Finds names that the roster does not know, by the models that are installed."""

    name = "names"
    in_reading_order_only = True
    uses: tuple[Weights, ...] = (MEDIUM, SMALL, TOKENS)

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, tuple[Guess, ...]] = OrderedDict()
        self._lock = Lock()

    @property
    def ran(self) -> str:
        """Return which models run, such as md+rampart; none where there is none."""
        return nets_of(self.uses).name

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each name; those of the roster too, which are better explained."""
        composed = Composed.of(page.text)
        if composed is None:
            yield from self._in(page)
            return
        for finding in self._in(replace(page, text=composed.text)):
            yield replace(finding, span=composed.back(finding.span))

    def _in(self, page: Page) -> Iterator[Finding]:
        nets = nets_of(self.uses)
        if nets.name == NONE:
            yield from self._capitalised(page)
        parts = list(_paragraphs(page.text))
        texts = [page.text[start:end].replace("\n", " ") for start, end in parts]
        seen = self._guessed(nets, texts)
        for (start, end), guesses in zip(parts, seen, strict=True):
            text = page.text[start:end]
            typed = list(small.guesses(text))
            rows = (Guess(span, small.PERHAPS, _ROW) for span in titles.beside(text, guesses))
            typed += rows
            typed += (Guess(span, small.PERHAPS, _ROW) for span in shapes.in_capitals(text))
            typed += (Guess(span, small.PERHAPS, _ROW) for span in shapes.glued(text))
            typed += (Guess(span, small.PERHAPS, _ROW) for span in titles.introduced(text))
            typed += (Guess(span, small.PERHAPS, _ROW) for span in titles.speaking(text))
            typed += (Guess(span, small.PERHAPS, _ROW) for span in shapes.in_mid_sentence(text))
            typed += (Guess(span, small.PERHAPS, _ROW) for span in doing.words(text))
            typed += (Guess(span, small.PERHAPS, _ROW) for span in jotted.names(text))
            sent = [guess for guess in typed if guess.label == small.SENDER]
            found: list[Finding] = []
            for guess in without_overlaps([*guesses, *sent]):
                moved = _with_broken_words(page.text, _moved(guess.span, start))
                lines = list(_within_lines(page.text, moved))
                for span in lines:
                    # Below a name the next line may begin with any word: "Home visit".
                    if len(lines) == 1 or not _is_plain(page.text[slice(*span)]):
                        for sentence in _within_sentences(page.text, span):
                            for part in _without_what_is_owned(page.text, sentence):
                                found += self._judged(page, part, guess)
            for by, propose, sure in _BY_A_LETTER:
                for span in (_moved(seen, start) for seen in by(text)):
                    if not any(_lies_within(span, f) for f in found):
                        found.append(self._found(page, span, "a name", propose, sure))
            yield from found
            for guess in dict.fromkeys(typed):
                span = _moved(guess.span, start)
                if guess.label == small.PERHAPS and not (
                    any(_lies_within(span, f) for f in found) or _is_nobodys(page.text, span)
                ):
                    yield self._found(page, span, "a name", Propose.ASK, guess.sure)

    def _judged(self, page: Page, span: Span, guess: Guess) -> Iterator[Finding]:
        text = page.text
        if (first := _FIRST_WORD.match(text, *span)) and is_a_word(text, first.span(1)):
            span = first.end(), span[1]  # "Chase Dalmar for the report"
        where = trimmed(text, span)
        if where is None or is_no_name(text, where) or is_nobody(text, where):
            return
        if text[where[0]].isupper() and (rest := _BROKEN_BEHIND.match(text, where[1])):
            where = where[0], rest.end()
        words = text[slice(*where)]
        ordinary = is_ordinary(words)
        whole = words.replace("-\n", "")
        if "-\n" in words and is_ordinary(whole) and not may_be_called(folded(whole)):
            return
        hardly = (guess.sure < _HARDLY and ordinary) or is_just_a_word(words, ordinary)
        else_ = may_be_nobody(text, where)
        propose = Propose.ASK if hardly or else_ else Propose.REDACT
        what = f"{NO_PERSON} {else_}," if else_ else "a name"
        yield self._found(page, where, what, propose, round(guess.sure, 2))

    def _capitalised(self, page: Page) -> Iterator[Finding]:
        what = "a word with a capital, which may be a name,"
        for run in _CAPITALISED.finditer(page.text):
            words = list(_WORD.finditer(page.text, *run.span()))
            begins = _BEGINS.search(page.text[max(0, run.start() - 4) : run.start()])
            if is_ordinary(words[0][0]) and (begins or len(words) == 1):
                words.pop(0)  # a sentence begins with it, or it is a word like others
            where = words and trimmed(page.text, (words[0].start(), run.end()))
            if where and not is_no_name(page.text, where):
                yield self._found(page, where, what, Propose.ASK, 0.3)

    def _found(
        self, page: Page, span: Span, what: str, propose: Propose, confidence: float
    ) -> Finding:
        found = unowned(span, "person", self.name, what, propose, confidence, Strength.GUESSED)
        return on_page(page, found)

    def _guessed(self, nets: Nets, texts: Sequence[str]) -> list[tuple[Guess, ...]]:
        """Return the guesses of each paragraph; one that was read before is not read again."""
        keys = [sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        with self._lock:
            new = {
                key: text for key, text in zip(keys, texts, strict=True) if key not in self._kept
            }
            guessed = _united(nets, list(new.values()))
            self._kept.update(zip(new, map(tuple, guessed), strict=True))
            out = [self._kept[key] for key in keys]
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
            return out


def said() -> list[str]:
    """Return which models do not run on this machine, and what runs instead, in plain words."""
    missing = [
        f"the model of names {weights.name} {why}"
        for weights in NamesDetector.uses
        if (why := why_not(weights))
    ]
    if missing:
        missing.append(f"names that nobody listed are looked for by: {NamesDetector().ran}")
    if not has_word_list():
        missing.append(
            "the list of English words is missing, and more is asked about than has to be; "
            "install the Debian package wbritish"
        )
    return missing


@cache
def nets_of(uses: tuple[Weights, ...]) -> Nets:
    """Load what is installed of these weights: the medium entities, else the small ones."""
    installed = {weights: place for weights in uses if (place := place_of(weights))}
    entities = MEDIUM if MEDIUM in installed else SMALL
    used = [weights.name for weights in (entities, TOKENS) if weights in installed]
    return Nets(
        "+".join(used) or NONE,
        EntityNet.load(installed[entities]) if entities in installed else None,
        TokenNet.load(installed[TOKENS]) if TOKENS in installed else None,
    )


def _united(nets: Nets, texts: list[str]) -> list[list[Guess]]:
    """Return names that either model sees; what the one calls a place the other must be sure of.

    What the one takes for a name and the other for a street is none, unless more tells of it.
    """
    entities = nets.entities.guesses(texts) if nets.entities else [[] for _ in texts]
    tokens = nets.tokens.guesses(texts) if nets.tokens else [[] for _ in texts]
    out = []
    for text, seen, named in zip(texts, entities, tokens, strict=True):
        streets = [guess for guess in named if guess.label == STREET]
        read = [guess for guess in named if guess.label == PERSON]
        people = [
            g
            for g in seen
            if g.label == PERSON
            and (any(_touch(g, r) for r in read) or not any(_lies_in(g, s) for s in streets))
        ]
        others = [guess for guess in seen if guess.label != PERSON]
        sure = [g for g in read if g.sure >= _SURE or not any(_lies_in(g, o) for o in others)]
        shaped = [*titles.guesses(text), *shapes.guesses(text)]
        every = without_overlaps([*people, *sure, *shaped])
        out.append(without_overlaps(list(shapes.with_a_letter(text, every))))
    return out


def _is_nobodys(text: str, span: Span) -> bool:
    """Say whether a word with a capital is of what is nobody: of "the Duke of Kent", "Kent"."""
    short = text[span[0] + 1 : span[1]].islower() and text[slice(*span)].casefold() in doing.SHORT
    return text[span[0]].isupper() and not short and is_nobody(text, span)


def _lies_in(guess: Guess, other: Guess) -> bool:
    return other.span[0] <= guess.span[0] and guess.span[1] <= other.span[1]


def _is_plain(words: str) -> bool:
    first = _WORD.search(words)
    called = first is not None and first[0][:1].isupper() and may_be_called(folded(first[0]))
    return is_ordinary(words) and not called


def _lies_within(span: Span, found: Finding) -> bool:
    return found.span[0] <= span[0] and span[1] <= found.span[1]


def _touch(guess: Guess, other: Guess) -> bool:
    return other.span[0] < guess.span[1] and guess.span[0] < other.span[1]


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _with_broken_words(text: str, span: Span) -> Span:
    r"""Return a span with the rest of a name that a line's end parts: of "Reb-\nwar", both."""
    before = _BROKEN_BEFORE.search(text, max(0, span[0] - _WIDE), span[0])
    broken = before is not None and text[span[0]].islower()
    behind = _BROKEN_BEHIND.match(text, span[1])
    start = before.start(1) if before and broken else span[0]
    return start, behind.end() if behind and text[span[0]].isupper() else span[1]


def _within_lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the pieces of a span that stand on one line each: below a name stands another."""
    at = span[0]
    for start, end in (*(gap.span() for gap in _LINE_ENDS.finditer(text, *span)), (span[1],) * 2):
        if text[at:start].strip():
            yield at, start
        at = end


def _within_sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the pieces of a span that stand in one sentence each: of "Redmere. Drank", both."""
    at = span[0]
    for end in (*(m.start() for m in _SENTENCE_ENDS.finditer(text, *span)), span[1]):
        yield at, end
        at = end


def _without_what_is_owned(text: str, span: Span) -> Iterator[Span]:
    """Yield a name, and what is said to be theirs if it may be one too: no "Cook's National"."""
    owner = _OWNER.search(text, *span)
    if owner is None:
        yield span
        return
    yield span[0], owner.start()
    if not is_ordinary(text[owner.end() : span[1]]):
        yield from _without_what_is_owned(text, (owner.end(), span[1]))


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield stretches between empty lines, long ones parted at the ends of lines or words."""
    at = 0
    for end in (*(m.start() for m in _EMPTY_LINE.finditer(text)), len(text)):
        while end - at > _LONGEST:
            part = text.rfind("\n", at + 1, at + _LONGEST)
            part = part if part > 0 else text.rfind(" ", at + 1, at + _LONGEST)
            part = part if part > 0 else at + _LONGEST
            yield at, part
            at = part
        if text[at:end].strip():
            yield at, end
        at = end
