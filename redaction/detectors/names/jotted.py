"""Names as notes jot them: "Lowri 12, Macsen 9", "Funmi -> Ngozi", "Gwilym next door".

There no verb tells what they are. Each stands beside an age, a sign of a family tree, where
somebody lives or whose they are, and is a word of no English or one that people are called by: it
asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.shapes import CALLED_BY_WORDS
from redaction.detectors.names.veto import (
    is_english,
    is_no_name_word,
    may_be_called,
    names_of_english,
)
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded

_NAME = r"[A-Z][^\W\d_A-Z]+(?:['\u2019-][A-Z]?[^\W\d_]+)*"
_START = r"(?<![\w'\u2019&/.-])"
_S = r"[ \u00a0]"
_UNIT = r"(?:wks?|weeks?|mths?|months?|m|mo|yrs?|years?|y|yo)(?:[ \u00a0]old)?"
_AGED = re.compile(
    rf"{_START}({_NAME}){_S}?(?:(?:{_S}|{_S}?[:-]{_S})\(?\d{{1,2}}\)?(?=[,.;&\n]|{_S}(?:and|&){_S}|{_S}?\Z)"
    rf"|{_S}\(?\d{{1,2}}{_S}?{_UNIT}\)?(?![^\W_]))"
)
_ROW = re.compile(rf"(?:,|;|,?{_S}(?:and|&)){_S}\Z")
_OF_A_BABY = re.compile(
    rf"\b(?:baby|bab(?:y|ies)|child(?:ren)?|sons?|daughters?|brothers?|sisters?|siblings?|twins?)"
    rf"[:,]?{_S}\Z",
    re.IGNORECASE,
)
_SIGN = rf"(?:{_S}?(?:->|=>|\u2192|\u2194|\u21d2){_S}?|{_S}[+=>x]{_S})"
_BEHIND_A_SIGN = re.compile(rf"{_START}(?={_NAME}{_SIGN}({_NAME})(?![^\W_]))")
_BEFORE_A_SIGN = re.compile(rf"{_START}({_NAME})(?={_SIGN}{_NAME}(?![^\W_]))")
_LIVES = re.compile(
    rf"{_START}({_NAME})(?={_S}(?:(?:from{_S}|at{_S})?(?:next{_S}door|no\.?{_S}?\d|number{_S}\d)"
    rf"|(?:up|down)stairs|opposite(?!{_S}the)|(?:from{_S})?(?:across|over){_S}the{_S}"
    rf"(?:road|way|landing|street)"
    rf"|(?:from{_S})?(?:up|down){_S}the{_S}(?:road|street|lane))(?![^\W_]))"
)
_WHOSE = re.compile(
    rf"\b(?i:widow(?:er)?|wife|husband|sons?|daughters?|mother|father|mum|mam|dad|(?:half-|step)?"
    rf"(?:brothers?|sisters?)|partner|ex|ex-partner|girlfriend|boyfriend|friends?|carers?|cousins?"
    rf"|aunt|uncle"
    rf"|nan|gran|grandson|granddaughter|niece|nephew|neighbour|twin|parents?|child|children|sibling)"
    rf"{_S}(?:of|to){_S}({_NAME})(?=[.,;:)\n]|['\u2019]s|{_S}[a-z&(]|\Z)"
)
_SHOWN_OR_SENT = re.compile(
    rf"\b(?i:photos?|photographs?|pictures?|drawings?){_S}of{_S}({_NAME})(?={_S}(?:and|with|on|in|at|as)\b"
    rf"|['\u2019]s|[.,;:)]|\Z)"
)
_OUR = re.compile(rf"\b[Oo]ur{_S}({_NAME})(?=[.,;:!?)\n]|['\u2019]s|{_S}[a-z]|\Z)")
_SHOUTED = re.compile(
    r"(?:^|(?<=[.!?] ))([A-Z][A-Z'\u2019-]{2,}[A-Z])(?= (?:CAME|WENT|SAID|SAYS|RANG|HIT|LEFT|TOLD"
    r"|ASKED|WAS|IS|HAS|HAD|WANTS|SHOUTED|ATTENDED|VISITED|PHONED|CALLED|LIVES"
    r"|MOVED)\b)",
    re.MULTILINE,
)
"""Who does something in a sentence all in capitals: "GWILYM CAME ROUND"."""
_FAMILY = re.compile(
    rf"\b[Tt]he{_S}((?:Ma?c|O['\u2019])?[A-Z][^\W\d_A-Z]{{2,}}s)(?=[.,;:!?)\n]|['\u2019]|{_S}[a-z(&]|\Z)"
)
_SIGNED = re.compile(
    r"(?<![\w'\u2019&/.-])[A-Z]['\u2019]([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?![\w@/])"
)
"""A letter and an apostrophe before a capital: "T'Keyah", "D'Shawn"."""
_BYNAME = re.compile(
    rf"{_START}({_NAME}){_S}[\"\u201c\u2018']({_NAME})[\"\u201d\u2019']{_S}({_NAME})(?![^\W_])"
)
_WORDS = re.compile(r"(?<![\w'\u2019&/.-])[^\W\d_]{2,}(?:[ \u00a0][^\W\d_]{2,})*(?![\w'-])")
_FOREIGN = re.compile(r"[\u0100-\u024f\u1e00-\u1eff]")
"""Letters with accents that no word of English has, as in "Nguy\u1ec5n Th\u1ecb"."""
_WELSH_HOUSE = frozenset(("ty", "twr", "dwr"))
_MEDICINES = re.compile(
    r"(?:cillin|mycin|zole|pril|olol|statin|pam|amol|profen|phen|oxetine|sone|pine|done|calpol)\Z",
    re.IGNORECASE,
)
"""How medicines end, which are given for as many weeks as a baby is old."""
_FAR = 40  # letters
_LEAST = 3  # letters


def names(text: str) -> Iterator[Span]:
    """Yield words that may be names by what notes set beside them."""
    yield from _aged(text)
    for pattern in (_BEHIND_A_SIGN, _BEFORE_A_SIGN, _LIVES, _WHOSE, _SHOWN_OR_SENT, _OUR):
        for seen in pattern.finditer(text):
            # Signs and doors stand beside towns too; nobody is the widow of one.
            somebodys = pattern in (_WHOSE, _OUR) and folded(seen[1]) in names_of_english()
            if _may_be_one(seen[1]) or (somebodys and not is_no_name_word(seen[1])):
                yield seen.span(1)
    for seen in _SHOUTED.finditer(text):
        if _is_odd(seen[1]) and re.search("[AEIOUY]", seen[1]):
            yield seen.span(1)
    for seen in _FAMILY.finditer(text):
        # English has the Romans, the Netherlands and the Scouts.
        if _is_odd(seen[1]) and not folded(seen[1]).endswith(("ians", "ers", "ists", "ands")):
            yield seen.span(1)
    for seen in _SIGNED.finditer(text):
        if not is_english(folded(seen[1])) or may_be_called(folded(seen[1])):
            yield seen.span()
    yield from _foreign(text)
    for seen in _BYNAME.finditer(text):
        if _may_be_one(seen[1]) and not is_no_name_word(seen[3]):
            yield seen.span()


def _aged(text: str) -> Iterator[Span]:
    """Yield who has an age behind them, in a row of such or with what the figures count."""
    every = list(_AGED.finditer(text))
    found = [s for s in every if _may_be_one(s[1]) and not _MEDICINES.search(s[1])]
    for seen, last, next_ in zip(found, [None, *found], [*found[1:], None], strict=False):
        counted = seen[0].rstrip(")")[-1:].isalpha()
        row = (last and _ROW.fullmatch(text, last.end(), seen.start())) or (
            next_ and _ROW.fullmatch(text, seen.end(), next_.start())
        )
        if counted or row:
            yield seen.span(1)
    for seen in every:
        # A baby may be called by any word.
        if not is_no_name_word(seen[1]) and _OF_A_BABY.search(
            text, max(0, seen.start() - _FAR), seen.start()
        ):
            yield seen.span(1)


def _foreign(text: str) -> Iterator[Span]:
    """Yield runs of words with capitals of which one has letters of another language."""
    for run in _WORDS.finditer(text) if _FOREIGN.search(text) else ():
        kept: list[re.Match[str]] = []
        for word in (*re.finditer(r"[^\W\d_]+", run[0]), None):
            if word and word[0][0].isupper() and not is_no_name_word(word[0]):
                kept.append(word)
                continue
            if any(_FOREIGN.search(w[0]) and folded(w[0]) not in _WELSH_HOUSE for w in kept):
                yield run.start() + kept[0].start(), run.start() + kept[-1].end()
            kept = []


def _may_be_one(word: str) -> bool:
    plain = folded(word)
    if len(plain) < _LEAST or is_no_name_word(plain):
        return False
    return plain in CALLED_BY_WORDS or _is_odd(word)


def _is_odd(word: str) -> bool:
    """Say whether a word is none of English, nor of what English calls so, as "Leeds"."""
    plain = folded(word)
    if is_english(plain) or is_no_name_word(plain):
        return False
    return is_in_lists(plain) or plain not in names_of_english()
