"""Markings that no table of wordings foresees: short lines and sentences made of their words alone.

An office may say "Family unaware", "Hold back from disclosure" or "It is essential that the parents
do not find out about this". What such words have in common is what they are made of: somebody who
is not to learn, a way in which things are learnt, and a "not"; or a word that keeps back by itself.
A line by itself of hardly any other words is a notice; a sentence that so speaks of "this" is an
order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.phrases import Force


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


_NOT = _words("not no never don't dont cannot nor")
_KEEPS = _words("""
withhold withheld hidden suppress suppressed redact redacted exempt restricted confidential
privileged unaware undisclosed confidence prohibited
""")
_PASSES_ON = _words("""
disclose disclosed disclosure disclosing disclosable share shared sharing release released show
shown reveal revealed repeat repeated copy copied copies circulate circulated circulation divulge
divulged forward forwarded attention eyes sar sars dsar dsars
""")
_LEARNS = _words("""
see seen know known tell told hear read learn find aware inform informed view viewed pass passed
send sent give given discuss discussed mention mentioned access receive have get
included placed filed uploaded
""")
_WHO = _words("""
family families parent parents mother mum father dad child children client clients patient subject
user users young person people yp su carer carers adopters adoptee applicant sibling siblings
brother sister grandmother grandfather grandparents aunt uncle gran nan partner husband wife
relatives party parties offender respondent
""")
_ASKED_FIRST = _words("""
professional professionals police court judge gp doctor staff worker workers team manager panel
guardian visitor solicitor author chair approval permission consent authority dsl
""")
_PIECE = _words("""
information info details section part paragraph page report document letter note notes record
records material data content contents source name identity address file minutes advice log
evidence statement entry comments intelligence communication medical
""")
_BESIDE = _words("""
the a an of to for in on at by with from and or be is are must should may will can does do has been
this these it its his her their our your any all only until unless before under without request
aged age strictly please n b nb as about outside back hold held keep kept out off seek first
between birth foster adoptive service third 3rd other social health legal sensitive private closed
secret protected above below following that ensure make sure essential important order
orders direction law act schedule exemption sealed envelope sheet slip safe concerns views comments
opinion any time i we you
would like want wish prefer hope grateful vital obtained supplied provided pending bundle
""")
_KNOWN = _NOT | _KEEPS | _PASSES_ON | _LEARNS | _WHO | _ASKED_FIRST | _PIECE | _BESIDE
_ASKS = _words("who what why how when whether if which because where")
_IS_PAST = _words("did was were had")
_BEGINS_TEACHING = _words("sharing disclosing handling keeping managing recording understanding")
_ACCESS = _words("sar sars dsar dsars bundle file")
_THIRD = _words("third 3rd")
_FOR = _words("for to strictly")
_ALONE_FOR = _words("only strictly")
_HAVE = _words("has have")
_FEWEST, _MOST_WORDS = 2, 12  # words of a line
_FEWEST_WITH_ANOTHER = 4  # words of a line of which one may be another
_LONGEST_SENTENCE, _OTHERS = 16, 4  # words; every how manieth may be another
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_ANSWER = re.compile(r"[:?|-]\s*(?:yes|no|none|nil|n/?a|y|n|not (?:known|applicable))\W*$|\?")
_HELD_BACK = re.compile(r"\b(?:hold|held|keep|kept) back\b|\bwith-h[eo]ld\b|\bnot aware$")
_MAY_NOT = re.compile(
    r"\b(?:not|never) (?:to|for)\b|\bno access\b|\b(?:must|should|may|this|these|do|does|is|are)\b"
)
"""How a line forbids to learn, and does not answer: "Family not known to services"."""
_OFF = re.compile(r"\btold off\b")
_THIS = re.compile(
    r"\b(?:this|these|the (?:above|following))\b(?=\s*(?:[.,;:!)\]]|\Z)| (?:(?:must|should"
    r"|is|are|may|to|with|by|from|information|paragraph|section|entry|note|page|part|report|letter|document)\b))"
)
_HAS_NOT_BEEN = re.compile(
    r"\b(?:has|have) (?:not|never) been (?:shared|disclosed|discussed|shown|told|given)\b"
)
_ALONE = re.compile(
    r"(?:\A|(?<=\n))(?<![^\n]\n)(?=[^\n]{2,100}(?:\n[ \t\r]*(?:\n|\Z)|\Z))"
    r"[ \t>*_#=(\[{<~-]*+([^\n\t|.?!;]*[^\s.?!;,:|*_#=)\]}>~-])[ \t>*_#=)\]}<:~\r-]*$",
    re.MULTILINE,
)
"""A line between empty ones that is no sentence, without its ornaments."""
_BEGINS = re.compile(r"[.!?:][\"')\]]*\s+|\n\s*\n")
_STOPS = re.compile(r"[.!?](?=\s|$|[\"')\]])|\n\s*\n|\Z")
_FAR = 200  # letters of a sentence on either side of "this"


def composed(text: str) -> Iterator[tuple[Span, Force]]:
    """Yield lines and sentences of a mended text that mark by what they are made of."""
    for alone in _ALONE.finditer(text):
        if _is_notice(alone[1]):
            yield alone.span(1), Force.NOTICE
    done = 0
    for this in _THIS.finditer(text):
        if this.start() >= done:
            start, done = _sentence(text, *this.span())
            if '"' not in text[start:done] and _forbids(text[start:done]):
                yield (start, done), Force.ORDER


def _sentence(text: str, start: int, end: int) -> Span:
    low = max(0, start - _FAR)
    begun = max((m.end() for m in _BEGINS.finditer(text, low, start)), default=low)
    stop = _STOPS.search(text, end, end + _FAR)
    return begun, stop.start() if stop else min(len(text), end + _FAR)


def _is_notice(line: str) -> bool:
    """Say whether a line by itself is a marking: "Family unaware", "Exempt - third party"."""
    words = _WORD.findall(line)
    others = _others(words)
    if len(words) > _MOST_WORDS or others > (len(words) >= _FEWEST_WITH_ANOTHER):
        return False
    if len(words) < _FEWEST or _ANSWER.search(line) or words[0] in _BEGINS_TEACHING:
        return False
    said = frozenset(words)
    if said & _ASKS or said & _IS_PAST:
        return False
    if said & _NOT and said & (_WHO | _ASKED_FIRST | _ACCESS):
        return bool(said & _PASSES_ON or (said & _LEARNS and _MAY_NOT.search(line)))
    third = bool(said & _THIRD and "party" in said)
    if others:
        return False
    if said & _ASKED_FIRST and words[0] in _FOR and said & _ALONE_FOR:
        return True
    if said & _KEEPS or _HELD_BACK.search(line):
        return bool(third or said & (_WHO | _PASSES_ON | _ASKED_FIRST | _PIECE))
    return third and bool(said & _PIECE)


def _forbids(sentence: str) -> bool:
    """Say whether a sentence keeps "this" from somebody: "Mum must never hear of this"."""
    words = _WORD.findall(sentence)
    said = frozenset(words)
    if len(words) > _LONGEST_SENTENCE or said & (_ASKS | _IS_PAST) or _OFF.search(sentence):
        return False
    if _others(words) * _OTHERS > len(words) or not said & (_WHO | _ACCESS):
        return False
    if said & _HAVE:
        return bool(said & _WHO) and _HAS_NOT_BEEN.search(sentence) is not None
    return bool(said & _NOT and said & (_PASSES_ON | _LEARNS))


def _others(words: Sequence[str]) -> int:
    return sum(word not in _KNOWN and not word.isdigit() for word in words)
