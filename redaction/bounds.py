"""Where words begin and end, in the ways in which names are written.

Thai, Khmer, Burmese, Chinese and Japanese leave no space between words; Korean puts small words
behind a name, Hebrew and Arabic before it, without one. There a name is found inside a longer run
of letters. Everywhere a word goes on with letters alone: the figure of a footnote is no part of it,
and a vowel sign that stands behind a name makes it another. Words of other scripts run together
where a table loses its borders: there capitals say where a name begins and what it ends before,
and letters where a long number does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from redaction.everyday import is_common_word

MARKS = "".join(
    chr(code) for code in range(0x0300, 0x3100) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
MARK = f"[{MARKS}]"
"""A sign that belongs to the letter before it, as the vowels of Hindi and Tamil do."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_TAILED = "\u1100-\u11ff\uac00-\ud7a3"  # NFKD takes the syllables of Korean apart
_UNSPACED_LETTER = re.compile(f"[{_UNSPACED}]")
_TAILED_LETTER = re.compile(f"[{_UNSPACED}{_TAILED}]")
_HEADED = (
    (re.compile("[\u05d0-\u05ea]"), "[\u05d5\u05dc\u05d1\u05db\u05d4\u05e9\u05de]"),
    (re.compile("[\u0621-\u06d3]"), "[\u0648\u0641\u0628\u0644\u0643]"),
)
"""And, to, in, as, the, that, from: small words of Hebrew and Arabic, one or two before a name."""
PLURAL = r"(?:s|es)(?![^\W\d_])"
"""What makes a family of a name."""
_PREFIX = re.compile(r"(?<![^\W\d_])(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|O)\Z")  # a name of its own
_BEFORE = 6  # letters: of the longest of them, and more to see where it begins
_LEAST = 2  # letters: one alone is part of too many words
_LEAST_IN_A_RUN = 4  # letters: shorter names are part of too many words that run together
_LEAST_BETWEEN = 6  # letters: shorter names begin too many others
_LEAST_BESIDE_RULES = 9  # figures
_LEAST_NUMBER_IN_A_RUN = 6  # letters and figures


def before(solid: str) -> str:
    """Return a pattern of what stands before a name whose letters are these."""
    if len(solid) >= _LEAST and _UNSPACED_LETTER.match(solid):
        return ""
    alone = f"(?<!{_going_on(solid[0])})"
    for letters, small in _HEADED:
        if len(solid) >= _LEAST and letters.match(solid):
            return f"(?:{alone}|(?<={alone}{small})|(?<={alone}{small}{small}))"
    return alone


def after(solid: str) -> str:
    """Return a pattern of what stands behind a name whose letters are these."""
    if len(solid) >= _LEAST and _TAILED_LETTER.match(solid[-1]):
        return f"(?!{MARK})"
    return f"(?!{_going_on(solid[-1])}|{MARK})"


def bounded(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text may be a word by itself."""
    solid = text[start:end]
    if solid.isascii():
        return not (
            (start > 0 and _goes_on(text[start], text[start - 1]))
            or (end < len(text) and _goes_on(text[end - 1], text[end]))
        )
    return (
        re.compile(before(solid)).match(text, start) is not None
        and re.compile(after(solid)).match(text, end) is not None
    )


def beside_rules(number: str, pattern: str) -> str:
    """Return a pattern of a long number written in groups that may have a one at either end.

    The rule of a cell, which the number touches, is read as one. In figures without spaces the one
    makes another number of it.
    """
    if sum(map(str.isdigit, number)) < _LEAST_BESIDE_RULES:
        return pattern
    return rf"(?:{pattern}|(?=[0-9]+[\W_]+[0-9])1?{pattern}1?)"


def may_be_in_a_run(words: Sequence[str]) -> bool:
    """Say whether a name or number of such words is looked for where it ran into other words.

    One that is also a word is part of too many others there, as of "PrimRose".
    """
    solid = "".join(words)
    if is_common_word(" ".join(words)):
        return False
    if any(map(str.isdigit, solid)):
        return len(solid) >= _LEAST_NUMBER_IN_A_RUN
    return sum(map(str.isalpha, solid)) >= _LEAST_IN_A_RUN


def begins_in_a_run(text: str, start: int) -> bool:
    """Say whether a capital begins a name here, or a number, though a word may run on into it."""
    if text[start].isdigit():
        return not text[start - 1 : start].isdigit()
    before = text[max(0, start - _BEFORE) : start]
    if not text[start].isupper() or _PREFIX.search(before):
        return False
    if before[-2:].isupper() and before[-2:].isalpha() and len(before) > 1:  # NHSDarren, no ADarren
        return text[start + 1 : start + 2].islower() and not _PREFIX.search(before.title())
    return not before[-1:].isalpha() or before[-1].islower()


def ends_in_a_run(text: str, end: int) -> bool:
    """Say whether a name is over: no letter goes on, or a capital begins another word."""
    beyond = text[end : end + 1]
    if text[end - 1].isdigit():
        return not beyond.isdigit()
    return not beyond.isalpha() or (beyond.isupper() and text[end - 1].islower())


def stands_in_a_run(text: str, start: int, end: int) -> bool:
    """Say whether a name or number that may be in a run is one here.

    A long name whose capital stands behind a small letter has run into other words: what follows it
    may be one of them, though it goes on in small letters.
    """
    if not begins_in_a_run(text, start):
        return False
    within = text[start - 1 : start].islower() and text[start].isupper()
    letters = sum(map(str.isalnum, text[start:end]))
    return ends_in_a_run(text, end) or (within and letters >= _LEAST_BETWEEN)


def parted_in_a_run(text: str, start: int, end: int) -> bool:
    """Say whether a line's end alone parts a name, once, that has letters before it or behind it.

    Two words that spell a name over a line's end have none.
    """
    parts = text[start:end].split("\n")
    glued = text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha()
    return glued and len(parts) == 2 and all(map(str.isalpha, map(str.strip, parts)))


def _goes_on(end: str, beyond: str) -> bool:
    return beyond.isalpha() if end.isalpha() else beyond.isalnum() and end.isalnum()


def _going_on(end: str) -> str:
    """Return what a word goes on with beyond its end; beyond a sign that is no letter nothing."""
    if unicodedata.category(end)[0] == "M" or end.isalpha():
        return r"[^\W\d_]"
    return r"[^\W_]" if end.isalnum() else "(?!)"
