"""Names in messages and in jottings, where nobody types a capital: "ask jodie she knows".

Models that learned from print see few of them. All are asked about: none has more than its place,
or its being no word of English, to go by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from string import ascii_lowercase

from redaction.detectors.names.nets import Guess
from redaction.detectors.names.shapes import CALLED_BY_WORDS
from redaction.detectors.names.veto import (
    is_english,
    is_no_name_word,
    is_spoken,
    may_be_called,
    names_of_english,
)
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded
from redaction.everyday import is_common_word, is_everyday

PERHAPS = "PERHAPS"
SENDER = "SENDER"
_SURE = 0.5
_SENT = 0.9
_LEAST = 3  # letters
_LEAST_ODD = 4  # letters of a word that is in no list of names
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_STAMP = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[ \u00a0]+)?"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0]?[ap]\.?m\.?)?"
)
_LABEL = r"[^\W\d_][^\W\d_'\u2019.-]*(?:[ \u00a0][^\W\d_][^\W\d_'\u2019.-]*){0,2}"
_MESSAGE = re.compile(
    rf"^[>\s]*[\[(]?{_STAMP}[\])]?[ \u00a0]*[-\u2013]?[ \u00a0]*({_LABEL}):[ \u00a0]([^\n]*)",
    re.MULTILINE,
)
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][a-z][\w'\u2019-]*")
_SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))[^\n.!?]+", re.MULTILINE)
_FEWEST = 3  # words of a sentence that has no capital at all
_SENT_BY = re.compile(
    rf"^[>\s]*({_LABEL})(?:[ \u00a0]\({_STAMP}\):|[ \u00a0]>)[ \u00a0]([^\n]*)", re.MULTILINE
)
_BEFORE_WORDS = """
with wiv w and n & at ask asked tell told from saw seen see met meet its it's say says said bring
call called ring rang text texted off for by round hit bring brings get gets getting got want
wants love loves hate hates miss misses know knows to
"""
_BEFORE = frozenset(_BEFORE_WORDS.split())
_BEHIND_WORDS = """
says said say is was wos been has had got gets wants wanted told did didnt came comes went goes
knows rang hit never wont aint and n fault hurt shouts
"""
_ACTS_WORDS = (
    "says said told tells knows rang rings hit hits owes came comes went hurt wants wanted"
)
_ACTS = frozenset(_ACTS_WORDS.split())
"""What nobody types so of a thing: whoever does it is somebody, whatever the word is like."""
_WAS_BORN = re.compile(r"(?<![^\W_])([a-z]{3,})(?= was born\b)")
_BEGINS_SMALL = re.compile(
    r"(?:^|(?<=[.!?] ))([a-z]{3,})"
    r"(?= (?:(is|was|will)|has|had|says|said|told|rang|came|went|hit)\b)",
    re.MULTILINE,
)
_BEHIND = frozenset(_BEHIND_WORDS.split())


def guesses(text: str) -> Iterator[Guess]:
    """Yield whom messages are from, and names in messages and lines without a capital."""
    for message in chain(_MESSAGE.finditer(text), _SENT_BY.finditer(text)):
        if all(not is_no_name_word(word[0]) for word in _WORD.finditer(message[1])):
            yield Guess(message.span(1), SENDER, _SENT)
        if _is_typed_small(message[2]):
            yield from _in_small_letters(text, *message.span(2))
    for seen in _BEGINS_SMALL.finditer(text):
        word = folded(seen[1])
        odd = not is_english(word) and (is_in_lists(word) or word in names_of_english())
        called = word in CALLED_BY_WORDS and not seen[2]
        if (odd or called) and not is_spoken(word) and not is_no_name_word(word):
            yield Guess(seen.span(1), PERHAPS, _SURE)
    for seen in _WAS_BORN.finditer(text):
        if folded(seen[1]) in CALLED_BY_WORDS:
            yield Guess(seen.span(1), PERHAPS, _SURE)
    for sentence in _SENTENCE.finditer(text):
        if (
            sentence[0][:1].islower()
            and _is_typed_small(sentence[0])
            and len(_WORD.findall(sentence[0])) >= _FEWEST
        ):
            yield from _in_small_letters(text, *sentence.span())


def _is_typed_small(words: str) -> bool:
    """Say whether nobody typed a capital but in a day's name, or loudly: "NOT til Monday"."""
    return words.islower() or all(is_no_name_word(word) for word in _CAPITAL.findall(words))


def _in_small_letters(text: str, start: int, end: int) -> Iterator[Guess]:
    words = list(_WORD.finditer(text, start, end))
    plain = [folded(word[0]) for word in words]
    at = 0
    while at < len(words):
        before = plain[at - 1] if at else ""
        behind, next_ = [*plain[at + 1 : at + 3], "", ""][:2]
        beside = behind != "" and text[words[at].end() : words[at + 1].start()] == " "
        # "jade short been drinkin": who does something has a surname before it.
        surname = beside and next_ in _BEHIND and _may_be_a_surname(behind)
        if not _may_be_a_name(plain[at], before, next_ if surname else behind):
            at += 1
            continue
        last = at + 1 if beside and (surname or _goes_on(behind)) else at
        yield Guess((words[at].start(), words[last].end()), PERHAPS, _SURE)
        at = last + 1


def _may_be_a_name(word: str, before: str, behind: str) -> bool:
    if len(word) < _LEAST or is_spoken(word) or is_no_name_word(word):
        return False
    if is_english(word):
        known = may_be_called(word)
        return known and (before in _BEFORE or (not before and behind in _BEHIND))
    if is_in_lists(word) or word in names_of_english() or _is_odd(word):
        return True
    return not before and behind in _ACTS


def _goes_on(word: str) -> bool:
    """Say whether a word behind a first name may be the surname."""
    if is_spoken(word) or is_no_name_word(word) or len(word) < _LEAST:
        return False
    return _is_both(word) or not is_english(word)


def _may_be_a_surname(word: str) -> bool:
    """Say whether a word of English may be one: not what a sentence goes on with."""
    common = word in _BEHIND or word in _BEFORE or is_spoken(word) or is_no_name_word(word)
    return len(word) >= _LEAST and not common and (_is_both(word) or not is_everyday(word))


def _is_both(word: str) -> bool:
    """Say whether a word is a surname too, as "field" is beside "fields"."""
    return is_common_word(word) or is_common_word(f"{word}s")


def _is_odd(word: str) -> bool:
    """Say whether a word is no word of English, nor one that somebody typed as it is spoken."""
    if len(word) < _LEAST_ODD or not word.isalpha() or is_english(f"{word}g"):
        return False
    if any(
        is_english(word[:-cut]) for cut in (1, 2) if word[-cut:] in ("s", "d", "ed", "er", "in")
    ):
        return False
    return not any(map(is_english, _typed_otherwise(word)))


def _typed_otherwise(word: str) -> Iterator[str]:
    """Yield a word with one letter lost, added, changed, or turned with the next."""
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        yield before + behind[1:]
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
        for letter in ascii_lowercase:
            yield before + letter + behind
            yield before + letter + behind[1:]
