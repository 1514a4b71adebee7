"""How the wordings of markings are read: what they mean, how plainly they have to stand.

All are in small letters, as `spelling` mends a text; a space stands for whatever parts two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from typing import NamedTuple

from redaction.detectors.markings.wordings import WORDINGS


class Meaning(StrEnum):
    """What kind of thing a marking protects: who must be asked follows from it."""

    RESTRICTED = "restricted"
    THIRD_PARTY = "third party"
    REFERRER = "referrer"
    PRIVILEGE = "privilege"
    COURT = "court"
    POLICE = "police"
    HEALTH = "health"
    ADOPTION = "adoption"


class Force(IntEnum):
    """How plainly a phrase has to stand to be a marking."""

    WEAK = 1
    NOTICE = 2
    ORDER = 3


class Phrase(NamedTuple):
    """A wording, as a pattern that is found in small letters."""

    meaning: Meaning
    force: Force
    pattern: re.Pattern[str]


class Group(NamedTuple):
    """Phrases in each of which one of `stems` stands."""

    stems: tuple[str, ...]
    phrases: tuple[Phrase, ...]


# Atomic, as words below are: a long line of dots or dashes is not tried in every way.
_GAP = r"(?>[ \t_*/\"'(:-]{1,4}(?:\n[ >|*]{0,6})?|\n[ >|*]{0,6})"
_WORDS = r"""
CLAUSE_END = (?=\x20?(?:[.,;:!)\]*-]|$))
LABEL_END = (?=\x20?[:-])
COLON = (?=\x20?:)
NOT = (?:n[o0][tlfi1]|never)
ANON = anon(?:ymous)?
TO_BE = (?:[tlfi1][o0]o?|2) ?[bhl8][ecf]
THIRD = (?:third|3rd) ?(?:part(?:y|ies)|parry)(?:'s)?
FAMILY = (?:(?:the|his|her|their|this|our|any|either|birth|foster|your|my|whole|other) ){0,2}
    (?:service users?|clients?|customer|famil(?:y|ies)|child(?:ren)?|young (?:person|people)|
    (?:step ?)?(?:parents?|mothers?|fathers?|mum|mam|dad)|data subject|subject|patient|resident
    |pupil|student|carers?|siblings?|brothers?|sisters?|grand(?:parents?|mother|father|ma|dad)|nan
    |gran|member of staff|(?:ex )?(?:partner|husband|wife)|relatives?|aunt|uncle|adopters?|adoptee
    |applicant|requester|respondent|offender|tenant|employee|learner|kids?|nanny|granny|grandad|
    (?:boy|girl)friend|perpetrator|su|yp|individual|person concerned)
ANYBODY = (?:{FAMILY}|anybody|anyone|others?|(?:any )?other (?:person|people|parties)|{THIRD}|him
    |her|them|the public|outside (?:agencies|the)|(?:any )?unauthori[sz]ed)
SOMEBODY = [^\W_]++(?:'s)?(?:[\x20\n]{FAMILY})?
TOLD = (?:disclosed|divulged|revealed)
MISREAD_TOLD = (?:disclosed?|divulged?|revealed)
SHOWN = (?:shared|released|shown|given|read|viewed|seen|passed|copied|discussed|sent|repeated|handed
    |relayed|fed back|reported back|forwarded|supplied|communicated)
SAY = (?:disclose|divulge|reveal)
SHOW = (?:share|release|show|give|pass|copy|forward|discuss|send|read out)
TOWARDS = (?:to|with|by|on to|in front of)
THIS = (?:this|these|(?<![^\W_]\x20)above|the (?:above|below|following)|any of (?:this|the)
    |any part of this|(?:the )?contents?|(?:his|her|their|the) (?:new |current |home )?(?:address
    |identity|details|whereabouts|location|name))
THING = (?:(?:information|info|details?|report|letter|note|record|document|file|minutes|section
    |paragraph|page|entry|e mail|email|message|material|statement|above|of this (?:\w+)))
MODAL = (?:must|should|may|shall|is|are|can|ought|needs?|has)
DO_NOT = (?:please )?(?:d[o0] n[o0]t|don't|dont|never)
NO_WISH = (?:(?:does|do|did|would) not|doesn't|don't|didn't|wouldn't) (?:wish|want|like)
WANTS = (?:wish(?:es|ed)?|want(?:s|ed)?|ask(?:s|ed)?|request(?:s|ed|ing)?|prefer(?:s|red)?|like
    |insist(?:s|ed)?|beg(?:s|ged)|plead(?:s|ed))
ON_ACCESS = (?:under|on|in|via|through|from|for) (?:an? |any |the )?(?:d?sars?|subject access
    (?: requests?)?|access to (?:files?|records)(?: requests?)?)
KEPT = (?:disclosed|revealed|known|shared|given|passed on|made known)
SOURCE = (?:referrers?|informants?|source|caller|complainant|whistle ?blowers?)
ASKS = (?:(?:ask|asks|asked|request|requests|requested|asking|requesting)(?: (?:us|me|you))?)
OUT = (?:circulated|disseminated|photocopied|copied|forwarded|transmitted|distributed|divulged
    |minuted)
HEARD = (?:told|know|see|read|hear|informed|made aware|find out|learn)
STAFF = (?:(?:allocated|named|key|senior|medical|nursing|clinical|health|social work|legal|duty
    |adoption|fostering|core) )?(?:professionals?|practitioners?|workers?|social workers?|staff|team
    |panel(?: members?)?|committee(?: members?)?|court|judge|magistrates|guardian|chair(?:man
    |person)?|managers?|director(?: of (?:[^\W_]++ )?[^\W_]++)?|(?:children's|child care|welfare
    |medical) officer|officers?|doctors?|gps?|consultant|police|agencies|department|core group|lead
    |dsl|slt|senco|iro|lado|head ?teacher|supervisor|advisers?|members
    |recipients|attendees|counsel)(?:'s|')?
BEFORE_RELEASE = (?:before|prior to) (?:(?:any|the|this|a|it|is|giving|sending|copying) ){0,3}
    (?:disclos\w++|releas\w++|sharing|shared|copy\w*+|copies|access|inspection|viewing|viewed
    |d?sars?|subject access|circulat\w++|distribut\w++|minutes|report|file|papers|records?|sent out
    |issued?)
TAKEN_OUT = (?:removed?|detach(?:ed)?|deleted?|redact(?:ed)?|taken out|take out|stripped|cut out
    |withheld|omitt?e?d?|excluded?)
PRIVILEGE = (?:(?:(?:legal|litigation|solicitor client|lawyer client) )?(?:(?:professional
    |advice) )?privilege|lpp)
"""
"""What wordings are made of; a line that is set in goes on with the one above."""
_NAME = re.compile(r"\{([A-Z_]+)\}")
_SIGNS = {"!": Force.ORDER, ":": Force.NOTICE, "?": Force.WEAK}
_MEANINGS = {meaning.name.lower(): meaning for meaning in Meaning}


def worded(pattern: str) -> str:
    """Return a pattern with the words that its names stand for, and gaps for its spaces."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda name: _NAMED[name[1]], pattern)
    return pattern.replace(" ", _GAP)


def _entries(table: str) -> Iterator[str]:
    """Yield the entries of a table, each with the lines on which it goes on."""
    return iter(table.strip().replace("\n    ", "").replace("\n\n", "\n").split("\n"))


def _groups() -> Iterator[Group]:
    stems, phrases = tuple[str, ...](), list[Phrase]()
    for entry in _entries(WORDINGS):
        head, _, words = entry.partition(" ")
        if head == "==":
            if phrases:
                yield Group(stems, tuple(phrases))
            stems, phrases = tuple(stem.strip().replace("_", " ") for stem in words.split(",")), []
            continue
        pattern = re.compile(rf"(?<![^\W_])(?:{worded(words)})(?![^\W_])", re.MULTILINE)
        phrases.append(Phrase(_MEANINGS[head[:-1]], _SIGNS[head[-1]], pattern))
    yield Group(stems, tuple(phrases))


_NAMED = dict(entry.split(" = ", 1) for entry in _entries(_WORDS))
GROUPS = tuple(_groups())
