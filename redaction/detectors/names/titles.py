"""Names by what stands before them: "Mrs Nowak", "Nanny Pat", "called Lee", "Kirsty Field"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.nets import PERSON, Guess
from redaction.detectors.names.veto import is_no_name_word, is_ordinary, may_be_a_name
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded

_SAID_WORDS = """
mr mrs ms miss mx dr doctor prof professor rev reverend father sir lady lord dame captain colonel
sergeant sgt pc dc ds di insp inspector constable cllr councillor judge nurse sister matron
auntie aunty aunt uncle nan nana nanny gran granny grandma grandad granddad grandpa cousin nephew
niece brother stepdad stepmum step-dad step-mum partner boyfriend girlfriend ex-partner husband wife
neighbour friend foster-carer carer childminder headteacher called named nicknamed née nee aka
"""
_SAID = "|".join(sorted((re.escape(word) for word in _SAID_WORDS.split()), key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_]*(?:['\u2019-][^\W\d_]+)*"
_OF = (
    r"(?:(?:van|von|de|der|den|du|da|dos|di|la|le|al|el|ap|ab|ferch|bin|bint|ibn|abu|ter|ten)"
    r"[ \u00a0]){0,2}"
)
_BEFORE = re.compile(
    rf"(?<![^\W_])(?i:{_SAID})\.?[ \u00a0]((?:{_NAME}\.?[ \u00a0])?{_OF}{_NAME})(?![^\W_])"
)
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:W?PC|PS|T?D[CSI]|Sgt|SGT)[ \u00a0]?\d{1,6}[ \u00a0]"
    rf"({_NAME}(?:[ \u00a0]{_NAME})?)(?![^\W_])"
)
"""An officer's number stands before the name: "PC 4471 Dunn"."""
_FORMER = re.compile(
    r"(?:[(,][ \u00a0]?(?i:formerly|previously|maiden name|birth name|a\.k\.a\.?|aka|known as|was)"
    r"|(?<![^\W_])(?i:maiden name|surname|known as|changed (?:his|her|their) name to|n\u00e9e|nee))"
    rf"(?i:[ \u00a0]?:|[ \u00a0]is|[ \u00a0]was)?[ \u00a0]['\"\u2018\u201c]?"
    rf"((?:{_NAME}[ \u00a0])?{_OF}{_NAME})(?![^\W_])"
)
"""What somebody is called besides, or was called before: "(formerly Short)"."""
_QUOTE = "['\"\u2018\u201c]"
_CALLS = re.compile(
    rf"(?<![^\W_])(?i:calls?|called|calling|nicknamed?)[ \u00a0\n](?:him|her|them|me|{_NAME})"
    rf"[ \u00a0\n]{_QUOTE}?({_NAME})(?![^\W_])"
)
_KNOWN_AS = re.compile(
    rf"\bknown[ \u00a0\n](?:[a-z]+[ \u00a0\n]){{0,5}}(?:as|by)[ \u00a0\n]"
    rf"{_QUOTE}?({_NAME})(?![^\W_])"
)
_NICKNAME = re.compile(
    rf"\b[Nn]ick-?names?[ \u00a0\n](?:(?:of|is|was)[ \u00a0\n])?{_QUOTE}({_NAME})(?![^\W_])"
)
_SPEAKING = re.compile(rf"(?<![^\W_])({_NAME})(?=[ \u00a0]speaking(?![^\W_]))")
_SIGNED_OFF = re.compile(rf"[ \u00a0]speaking[.,]?[ \u00a0]{_QUOTE}({_NAME})['\"\u2019\u201d]")
_IT_IS = re.compile(
    r"\b(?:[Ii]['\u2019]?m|[Ii]t['\u2019]?s|[Tt]his is)[ \u00a0]"
    rf"({_NAME})(?=[ \u00a0](?:i['\u2019]?m|here|put|calling|ringing|again|speaking)(?![^\W_]))"
)
"""Who is on the telephone: "its Slim put me through", "Wil speaking"."""
_THEY_CALL = re.compile(
    rf"(?<![^\W_])({_NAME})[ \u00a0](?:they|everyone|everybody|people|the (?:kids|lads|boys|girls))"
    r"[ \u00a0]calls?[ \u00a0](?:him|her|them)(?![^\W_])"
)
_QUOTED = re.compile(
    rf"\b(?:[Ww]ho(?: is|['\u2019]s)|uses|from|as|by|with|{_NAME})[ \u00a0\n]"
    rf"[\"\u201c]({_NAME})[\"\u201d]"
)
"""A word with a capital in quotes that somebody goes by: 'a message from "Mouse"'."""
_FIRST_AND = re.compile(rf"(?<![^\W_])({_NAME})[ \u00a0]({_NAME})(?![^\W_])")
_ROW = r"(?:,|,?[ \u00a0](?:and|&|n))[ \u00a0]"
_IN_ROW_BEFORE = re.compile(rf"(?<![^\W_])({_NAME}){_ROW}\Z")
_IN_ROW_BEHIND = re.compile(rf"{_ROW}({_NAME})(?=[,.;)\n]|[ \u00a0](?:and|&|[a-z])|\Z)")
_FAR = 40  # letters
_A_LETTER = 2  # and a point
_SURE, _LIKELY = 0.9, 0.8


def guesses(text: str) -> Iterator[Guess]:
    """Yield words with a capital behind a title, a relation, "called", or a first name."""
    for seen in _BEFORE.finditer(text):
        yield Guess(seen.span(1), PERSON, _SURE)
    for seen in _NUMBERED.finditer(text):
        yield Guess(seen.span(1), PERSON, _SURE)
    for seen in _FORMER.finditer(text):
        yield Guess(seen.span(1), PERSON, _SURE)
    for seen in _FIRST_AND.finditer(text):
        first, last = folded(seen[1]), seen[2]
        if is_in_lists(first) and not is_ordinary(first) and _may_be_a_surname(last):
            yield Guess(seen.span(), PERSON, _LIKELY)


def introduced(text: str) -> Iterator[Span]:
    """Yield what somebody is called besides: 'she calls him Lofty', 'known as "Mouse"'."""
    for pattern in (_CALLS, _KNOWN_AS, _THEY_CALL, _QUOTED, _NICKNAME, _SIGNED_OFF, _IT_IS):
        for seen in pattern.finditer(text):
            if len(seen[1]) > _A_LETTER and not is_no_name_word(seen[1]):
                yield seen.span(1)


def speaking(text: str) -> Iterator[Span]:
    """Yield who says that they speak: "Wilf speaking", and no word as in "Generally speaking"."""
    for seen in _SPEAKING.finditer(text):
        if may_be_a_name(seen[1]):
            yield seen.span(1)


def beside(text: str, seen: Sequence[Guess]) -> Iterator[Span]:
    """Yield words with a capital in a row with names: of "Faith, Arjun and Holly", "Faith"."""
    taken = [guess.span for guess in seen]
    waiting = list(taken)
    while waiting:
        start, end = waiting.pop()
        before = _IN_ROW_BEFORE.search(text, max(0, start - _FAR), start)
        for word in (before, _IN_ROW_BEHIND.match(text, end)):
            span = word.span(1) if word else (0, 0)
            if word and _may_be_in_a_row(word[1]) and not any(_touch(span, t) for t in taken):
                yield span
                taken.append(span)
                waiting.append(span)


def _may_be_in_a_row(word: str) -> bool:
    return may_be_a_name(word) and not word.isupper()


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _may_be_a_surname(word: str) -> bool:
    return word.isalpha() and not word.isupper() and not is_no_name_word(word)
