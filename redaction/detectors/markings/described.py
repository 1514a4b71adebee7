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
_AT_WORK = re.compile(
    r"\b(?:school|nursery|hospital|ward|surgery|clinic|police|officers?|constable|council|team|service|services|department"
    r"|court|cafcass|probation|housing|agency|agencies|social\s+worker|health\s+visitor|midwi\w+|doctor|gp|nurse|teacher"
    r"|head\s?teacher|paramedics?|ambulance|ofsted|nspcc|childline|duty|mash|panel|manager|solicitor|guardian|consultant"
    r"|paediatrician|therapist|psycholog\w+|local\s+authority|authority|unit|office|subject|child|report|meeting)\b",
    re.IGNORECASE,
)
"""Who reports by their work, or what is no person."""


def described(text: str) -> Iterator[Span]:
    """Yield descriptions of people who told something, each without white space around it."""
    for pattern in (_TOLD_BY, _TELLER):
        for found in pattern.finditer(text):
            start, end = found.span("who")
            if not _AT_WORK.search(text, start, end):
                yield start, start + len(text[start:end].rstrip())
