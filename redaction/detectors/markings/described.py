"""Descriptions of who told something, where no name stands: "a lady two doors along".

Whoever lives there knows who has the greyhounds. Where a referral, a report or an anonymous call is
said to come from somebody who is only described, or somebody described is said to have rung or to
have stopped the worker in the street, the description says who it was as well as a name does
(domain brief §3.3, R02). Those who report as their work demands are no such people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Span

_GAP = r"(?:[ \t\u00a0]|[ \t\u00a0]?\n[ \t\u00a0>]*)"
_WHAT = (
    r"(?:referral|report|allegation|information|complaint|concerns?|tip(?:-?off)?|call|letter|contact"
    r"|account|story)"
)
_FROM = (
    rf"\b{_WHAT}s?\b(?:{_GAP}[\w/.-]+){{0,4}}?{_GAP}(?:came|comes|coming|made|received|raised|given|reported|passed{_GAP}on)"
    rf"(?:{_GAP}(?:first|in|anonymously|to{_GAP}us|by{_GAP}(?:phone|telephone|letter|e-?mail)))?"
    rf"{_GAP}(?:from|by(?:{_GAP}way{_GAP}of)?)"
)
_SOURCE = (
    rf"\b(?:source|origin|author|maker|sender){_GAP}of{_GAP}(?:the|this|that|our|these)(?:{_GAP}\w+){{0,2}}?"
    rf"{_GAP}{_WHAT}s?{_GAP}(?:is|was|were)"
)
_ANONYMOUS = (
    rf"\banon(?:ymous)?\.?{_GAP}(?:phone{_GAP})?(?:call|caller|report|referral|information|letter|tip(?:-?off)?|message|contact)"
    rf"(?:{_GAP}(?:received|made|came))?{_GAP}(?:from|by)"
)
_SOMEBODY = rf"(?:an?|the|some|somebody|someone|one{_GAP}of{_GAP}the|another)\b"
_TOLD_BY = re.compile(
    rf"(?:{_FROM}|{_SOURCE}|{_ANONYMOUS}){_GAP}(?P<who>{_SOMEBODY}(?:[^.,;:\n()]|\n(?!\s*\n)){{3,90}})",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:lady|woman|man|gentleman|girl|lad|boy|couple|person|mother|mum|dad|father|resident"
    r"|parent)"
)
_TELLS = (
    r"(?:stopped|rang|rung|phoned|telephoned|told|reported|approached|mentioned|spoke|has\sseen|had\sseen|says|said"
    r"|knocked|flagged|wrote|complained|came\sup\sto|came\sto\sthe\soffice|called\sin)"
)
_TELLER = re.compile(
    rf"\b(?P<who>(?:an?|the|that|another){_GAP}(?:[a-z]+{_GAP}){{0,2}}{_PEOPLE}{_GAP}"
    rf"(?:with|at|from|in|who|opposite|across|next|down|up|on|over|two|three|above|below)\b"
    rf"(?:[^.,;:\n()]|\n(?!\s*\n)){{2,50}}?){_GAP}(?:who{_GAP})?{_TELLS}\b",
    re.IGNORECASE,
)
_NO_PLACE = (
    r"(?!(?:same|next|following|previous)?\s*(?:morning|afternoon|evening|night|day|week|weekend|month|year|time|way|end"
    r"|past|future|meantime|summer|winter|first|last|middle|light|case|course|context|hope|form|matter|child|family)\b)"
)
_WHERE = (
    rf"(?:downstairs|upstairs|next{_GAP}door|opposite|across{_GAP}the|backs?{_GAP}on"
    rf"|(?:one|two|three|four|five|six|several|some|a{_GAP}few|a{_GAP}couple{_GAP}of|\d{{1,2}}){_GAP}(?:floors?|doors?|houses?|flats?|gates?)"
    rf"{_GAP}(?:up|down|along|away|above|below|over|off)"
    rf"|(?:on|in|of|at|along|above|below|over|behind|beside|near|from){_GAP}(?:the|that|this|our|their|his|her|an?){_GAP}"
    rf"{_NO_PLACE}[\w'\u2019-]+"
    rf"|whose{_GAP}(?!name\b|identity\b)[\w'\u2019-]+"
    rf"|who{_GAP}(?:also{_GAP})?(?:lives?|lived|works?|drinks?|walks?|runs?|keeps?|plays?|goes|attends?|has|sees|knows|shares?|cleans?"
    rf"|parks?|uses?))"
)
_WORDS = rf"(?:[\w'\u2019-]+{_GAP}){{0,5}}?"
_ONE = rf"(?:an?|the|some|somebody|someone|one{_GAP}of{_GAP}the|another)\b{_GAP}"
_DESCRIBED = rf"(?P<who>{_ONE}{_WORDS}{_WHERE}\b(?:[^.,;:\n()]|\n(?!\s*\n)){{0,50}})"
_TOLD_IN_SHORT = re.compile(
    rf"\b(?:{_WHAT}s?|word|approach|message|reference|entry|note)\b,?(?:{_GAP}[\w/'\u2019.-]+,?){{0,9}}?{_GAP}(?:from|by|of(?={_GAP}some(?:one|body)\b))"
    rf"{_GAP}{_DESCRIBED}",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:ask(?:ed)?|according{_GAP}to|told{_GAP}by|heard{_GAP}(?:it{_GAP}|this{_GAP}|that{_GAP})?from|word{_GAP}of){_GAP}"
    rf"(?P<who>{_ONE}{_WORDS}(?:{_PEOPLE}|tenant|occupier|householder|pensioner|shopkeeper|regular)s?{_GAP}{_WHERE}\b)",
    re.IGNORECASE,
)
"""Who is described where a report came from: "a call from the occupier two floors up"."""
_AT_WORK = re.compile(
    r"\b(?:school(?!\s+(?:gates?|run)\b)|nursery|hospital|ward|surgery|clinic|police|officers?|constable|council|team|service|services|department"
    r"|court|cafcass|probation|housing|agency|agencies|social\s+worker|health\s+visitor|midwi\w+|doctor|gp|nurse|teacher"
    r"|head\s?teacher|paramedics?|ambulance|ofsted|nspcc|childline|duty|mash|panel|manager|solicitor|guardian|consultant"
    r"|paediatrician|therapist|psycholog\w+|local\s+authority|authority|unit|office|subject|child|report|meeting)\b",
    re.IGNORECASE,
)
"""Who reports by their work, or what is no person."""


_SECRET = re.compile(
    rf"\b(?:whistle-?{_GAP}?blower|informant|informer|anonymous{_GAP}(?:caller|referrer|source)"
    rf"|confidential{_GAP}source|covert{_GAP}source){_GAP}?\((?P<who>(?![^()]*\b(?:policy|procedure|training|act|line|guidance|protocol)\b)[^()\n]{{4,90}})\)",
    re.IGNORECASE,
)
"""Who is only called by what they did, with what they are in brackets behind it."""


_INFORMANT = re.compile(
    rf"\b(?:informant|informer|anonymous{_GAP}(?:caller|referrer|source)|confidential{_GAP}(?:referrer|source))"
    rf"{_GAP}(?:is|was|turned{_GAP}out{_GAP}to{_GAP}be){_GAP}(?P<who>(?:an?|the|one{_GAP}of|his|her|their)\b{_GAP}"
    rf"(?!(?:\w+{_GAP})?(?:name|identity|details|reliab\w+|credible|known|same|person|source|risk|truth|one)\b)"
    rf"(?:[^.,;:\n()]|\n(?!\s*\n)){{3,60}}?)(?=[.,;:()]|{_GAP}(?:and|who|but){_GAP}|\s*\Z|\n)",
    re.IGNORECASE,
)
"""Who is told to be the one who told: "the informant is a dinner lady at Coble Lane"."""
_IN_CONFIDENCE = re.compile(
    rf"\b(?P<who>(?:an?|the|his|her|their){_GAP}(?:(?!and\b|had\b|was\b|then\b|who\b)[a-z-]+{_GAP}){{1,3}}?)"
    rf"(?:had{_GAP}|has{_GAP})?(?:rang|rung|phoned|telephoned|wrote|told{_GAP}(?:us|me)|informed{_GAP}(?:us|me)|disclosed|reported)\b"
    rf"[^.!?\n]{{0,20}}?\b(?:in{_GAP}(?:strict{_GAP})?confidence|confidentially|anonymously)\b",
    re.IGNORECASE,
)


def described(text: str) -> Iterator[Span]:
    """Yield descriptions of people who told something, each without white space around it."""
    for pattern in (_TOLD_BY, _TELLER, _TOLD_IN_SHORT, _ASKED, _INFORMANT, _IN_CONFIDENCE):
        for found in pattern.finditer(text):
            start, end = found.span("who")
            if not _AT_WORK.search(text, start, end):
                yield start, start + len(text[start:end].rstrip())
    yield from (found.span("who") for found in _SECRET.finditer(text))
