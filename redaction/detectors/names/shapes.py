"""Names by their shape alone: "K. Nowak", "NOWAK, Jodie", "Samina A", and SYKES in a report.

Papers of the police and of the health service write so; models that learned from the press see few
of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.nets import PERSON, Guess
from redaction.detectors.names.veto import is_no_name_word, is_ordinary, may_be_a_name
from redaction.detectors.normal import folded

_WORD = r"(?:[A-Z]['\u2019])?[A-Z][^\W\d_A-Z]+(?:['\u2019-]?[A-Z]?[^\W\d_]+)*"
_LETTERS = r"(?:[A-Z]\.?-[A-Z]\.?|[B-HJ-Z\u00c0-\u00de]\.?|[A-Z]\.)(?:[ \u00a0]?[A-Z]\.?)?"
_LABELS_WORDS = """
child person mother father adult witness grade level room unit year section appendix part block flat
ward team group option plan exhibit form hepatitis vitamin type phase class set band category stage
house tier annex article schedule model platform gate wing box table figure
"""
_LABELS = frozenset(_LABELS_WORDS.split())
_OF = r"(?:(?:van|von|de|der|den|du|da|di|la|le|al|el|ap|ab|ferch|bin|bint|ibn)[ \u00a0]){0,2}"
_INITIAL_AND = re.compile(
    rf"(?<![^\W_])(?<!['\u2019])({_LETTERS})[ \u00a0]?{_OF}({_WORD})(?![^\W_])"
)
_GLUED = re.compile(r"(?<![\w.&/-])[A-Z]\.([A-Z][a-z]{2,})(?![\w@/-]|\.\w)")
_MID_SENTENCE_A = re.compile(rf"(?<=[a-z,] )([AI])[ \u00a0]({_WORD})(?![^\W_])")
_SURNAME_FIRST = re.compile(rf"(?<![^\W_])([A-Z][A-Z'\u2019-]{{2,}}),[ \u00a0]({_WORD})(?![^\W_])")
_CAPITALS = re.compile(
    r"(?:(?<=[a-z] )[A-Z][A-Z'\u2019-]{3,}(?= [a-z]|\.?$|\. [A-Z]|['\u2019]s)"
    r"|(?:^|(?<=[.!?] ))[A-Z][A-Z'\u2019-]{3,}(?= [a-z]{2}))",
    re.MULTILINE,
)
"""A word in capitals in a sentence; not that of a heading, an address or a form."""
_ROW_OF_INITIALS = re.compile(
    r":[ \u00a0]?((?:[A-Z]\.?){2,3}"
    r"(?:(?:,| &| and|,? ?/|;)[ \u00a0]?(?:[A-Z]\.?){2,3}){1,12})(?![^\W_])"
)
_TWO_LETTERS = re.compile(r"(?:[A-Z]\.?){2,3}(?![^\W_])")
_CELL_OF_INITIALS = re.compile(
    r"^[^\S\n]*([A-Z](?:\.?[A-Z]){1,2})(?=\.?[ \u00a0]?\|)", re.MULTILINE
)
_SIGNED_BY = re.compile(
    r"\b(?:(?:(?:counter)?signed|initialled|witnessed)(?:[ \u00a0]by)?:?"
    r"|(?i:signature|initials)[ \u00a0]?:)[ \u00a0]"
    r"([A-Z](?:[./]?[A-Z]){1,2})(?=[.,;)\n]|[ \u00a0]{2}|\t|\Z)"
)
_EXHIBITED = re.compile(
    r"\b[Ee]xhibit(?:ed|s)?(?:[ \u00a0](?:it|this|them))?"
    r"(?:[ \u00a0](?:as|reference|ref\.?|number|no\.?|marked))*[ \u00a0\n](?:marked[ \u00a0])?"
    r"([A-Z](?:[./]?[ \u00a0]?[A-Z]){1,2})\.?(?=[ \u00a0]?/[ \u00a0]?\d)"
)
"""Of what is produced in evidence: the initials of who produces it, and a number."""
_MID_SENTENCE = re.compile(
    r"(?<=[a-z,;] )(?<!the )[A-Z][a-z]{2,}(?=['\u2019]s\b|[ \u00a0\n][a-z\"\u201c]|[.,;:!?)])"
)
_CALLED_BY = """
ace amber angel archer autumn basil bear blaze blessing brook buddy bunny candy carter cash chance
charity chase cherry clay cliff cooper coral crystal daisy dale dash dawn destiny diamond dove
faith fern forest fox ginger glen grace harper hazel heath heather heaven holly honey hope hunter
ivy jade jasmine jay jet joy kitty lake legend lily major mason mercy misty ocean olive opal
parker patience pearl penny pepper poppy porter precious prudence raven rebel reign robin rocky
rose rowan ruby saffron sage saint scout sky sonny sparrow storm summer sunny tanner teddy tiger
trinity tyler unity verity victor violet willow wolf wren
"""
CALLED_BY_WORDS = frozenset(_CALLED_BY.split())
"""Words of English by which children are called; no months."""
_VOWEL = re.compile(r"[AEIOUY]")
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_LETTER_BEHIND = re.compile(r"[ \u00a0][A-HJ-Z](?:\.|(?![^\W_]))(?!['\u2019&/])")
_NAME_BEFORE = re.compile(rf"(?<![^\W_])({_WORD})[ \u00a0]\Z")
_FAR = 40  # letters
_LIKELY, _PERHAPS = 0.85, 0.5


def guesses(text: str) -> Iterator[Guess]:
    """Yield names with initials before them, and those of which the surname comes first."""
    for pattern in (_INITIAL_AND, _MID_SENTENCE_A):
        for seen in pattern.finditer(text):
            if may_be_a_name(seen[2]) and not _is_labelled(text, seen.start()):
                yield Guess((_with_a_first(text, seen.start()), seen.end()), PERSON, _LIKELY)
    for seen in _SURNAME_FIRST.finditer(text):
        if not is_no_name_word(seen[1]) and may_be_a_name(seen[2]):
            yield Guess(seen.span(), PERSON, _LIKELY)


def glued(text: str) -> Iterator[Span]:
    """Yield a letter and a word of English that is a surname: "known to us: H.Vane"."""
    for seen in _GLUED.finditer(text):
        if not is_no_name_word(seen[1]) and not _is_labelled(text, seen.start()):
            yield seen.span()


def in_capitals(text: str) -> Iterator[Span]:
    """Yield words in capitals among others that are not, and are no word of English."""
    for seen in _CAPITALS.finditer(text):
        known = is_ordinary(seen[0]) or is_no_name_word(seen[0])
        if not known and _VOWEL.search(seen[0]):
            yield seen.span()


def in_mid_sentence(text: str) -> Iterator[Span]:
    """Yield words that people are called by, with a capital where no sentence begins."""
    for seen in _MID_SENTENCE.finditer(text):
        if folded(seen[0]) in CALLED_BY_WORDS:
            yield seen.span()


def initials_beside(text: str) -> Iterator[Span]:
    """Yield initials in a row, in a column, or of who signed: "Present: SO, KT", "KB | rang".

    A row in which most letters are no abbreviations is of people; then "DC" is somebody too.
    """
    rows = [[cell.span(1) for cell in _CELL_OF_INITIALS.finditer(text)]]
    for row in _ROW_OF_INITIALS.finditer(text):
        rows.append([word.span() for word in _TWO_LETTERS.finditer(text, *row.span(1))])
    for cells in rows:
        people = [span for span in cells if not is_no_name_word(text[slice(*span)])]
        if len(people) > 1 and len(people) * 2 >= len(cells):
            yield from cells
    for signed in chain(_SIGNED_BY.finditer(text), _EXHIBITED.finditer(text)):
        if not is_no_name_word(signed[1]):
            yield signed.span(1)


def with_a_letter(text: str, seen: Sequence[Guess]) -> Iterator[Guess]:
    """Yield guesses, with the letter of a surname behind those of one word: "Samina A"."""
    for guess in seen:
        letter = _LETTER_BEHIND.match(text, guess.span[1])
        alone = " " not in text[slice(*guess.span)]
        end = letter.end() if letter and alone and guess.label == PERSON else guess.span[1]
        yield Guess((guess.span[0], end), guess.label, guess.sure)


def _is_labelled(text: str, start: int) -> bool:
    """Say whether a letter is a label's: "Child B Smith", "Flat C Nelson House"."""
    before = _BEFORE.search(text, max(0, start - _FAR), start)
    return before is not None and folded(before[1]) in _LABELS


def _with_a_first(text: str, start: int) -> int:
    """Return where a name begins of which letters stand in the middle: "Tendai J Moyo"."""
    before = _NAME_BEFORE.search(text, max(0, start - _FAR), start)
    return before.start() if before and may_be_a_name(before[1]) else start
