"""What models take for names and is none: roles, abbreviations, houses and streets, plain words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from recordkeeping.disclosure.findings import Span
from redaction.detectors.normal import folded

_BRITISH = Path("/usr/share/dict/british-english")
"""Debian's wbritish: in small letters, the words of English; names stand in it with a capital."""

_ROLES_WORDS = """
mum mummy mam mother dad daddy father nan nana nanny gran granny grandma grandmother grandad
granddad grandpa grandfather auntie aunty aunt uncle sister brother sibling siblings cousin niece
nephew step stepdad stepmum step-dad step-mum stepfather stepmother stepbrother stepsister foster
carer carers parent parents partner wife husband son daughter baby child children boy girl family
social worker teacher head headteacher nurse doctor gp health visitor midwife police officer
solicitor judge manager chair reviewing independent guardian neighbour friend resident client
patient service user young person subject school mr mrs ms miss mx dr prof sir lady rev pc dc ds
di sgt insp cllr dear hi hello re from to cc bcc sent date yours sincerely regards thanks thank
kind many best love yes no ok n/a unknown signed name names tel mob mobile email e-mail phone fax
ref the a an and or of in at on with for by his her their our my your he she they we i you it who
that this
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_ABBREVIATIONS_WORDS = """
abe adhd afc asd bp caf camhs cfa cic cin cla cp cpc cpp cse cv dob dsl dv dwp ehcp ey fgc gcse
gdpr gp hmp hq hv icpc ico id iro it ks1 ks2 la lac lado marac mash mdt nai nfa nhs nspcc
ofsted pa pc pe pep pip plo pm pru rcpc sar sen senco sencos sgo slt smbc snt ssw sw ta tac tel tv
uk usa yot yos am asap fao tbc whatsapp facebook instagram snapchat tiktok youtube google teams
zoom
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_DAYS_WORDS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
sun january february march april may june july august september october november december jan feb
mar apr jun jul aug sep sept oct nov dec christmas easter halloween ramadan eid diwali english
welsh scottish irish british polish romanian somali urdu arabic chinese asian african christian
muslim catholic hindu sikh jewish god jesus allah covid
"""
_DAYS = frozenset(_DAYS_WORDS.split())
_PLACES_WORDS = """
house road street avenue crescent terrace school academy college university nursery primary
secondary infants junior hospital clinic surgery unit centre center centres council borough
county trust service services department library mosque station constabulary club pub
hotel stadium ltd limited plc foundation charity association group hub panel
"""
_PLACES = frozenset(_PLACES_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_SAINTS = frozenset({"st", "saint"})
_AFTER = re.compile(r"(?:['\u2019]s?)?[ \u00a0]([A-Z][\w'\u2019-]*)")
_NAMES_TOO_WORDS = """
april june may jan christian jesus best love head young judge friend church english welsh irish
polish sister day
"""
_NAMES_TOO = frozenset(_NAMES_TOO_WORDS.split())
"""Of these words, those that people are called by: with a capital they stay in a name."""
_OWNER = re.compile(r"['\u2019]s?$")


def trimmed(text: str, span: Span) -> Span | None:
    """Return a span without words at its edges that are no part of a name; None where none is."""
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, *span)]
    while words and _is_no_part(words[0][2]):
        words.pop(0)
    while words and (_is_no_part(words[-1][2]) or _goes_on(words)):
        words.pop()
    if not words:
        return None
    owner = _OWNER.search(words[-1][2])
    end = words[-1][1] - (len(owner[0]) if owner else 0)
    return (words[0][0], end) if end - words[0][0] > 1 else None


def _goes_on(words: list[tuple[int, int, str]]) -> bool:
    """Say whether the sentence has begun to go on: "Aisha Patel rang"."""
    last = words[-1][2]
    return len(words) > 1 and last.islower() and words[0][2][:1].isupper() and is_ordinary(last)


def _is_no_part(word: str) -> bool:
    plain = _OWNER.sub("", folded(word))
    if plain in _NAMES_TOO and word[:1].isupper():
        return False
    return plain in _ROLES or plain in _DAYS or any(c.isdigit() for c in word)


def is_no_name(text: str, span: Span) -> bool:
    """Say whether a guess is an abbreviation, the name of a house, or words in small letters."""
    words = [m[0] for m in _WORD.finditer(text, *span)]
    plain = [folded(word) for word in words]
    nothing = (_ABBREVIATIONS | _ROLES | _DAYS) - _NAMES_TOO
    if all(word in nothing for word in plain) or plain[-1] in _PLACES:
        return True
    # After a whole name begins what somebody is of: "Karen Ridley Quayside School".
    if (len(words) == 1 or plain[0] in _SAINTS) and _goes_on_as_a_place(text, span[1]):
        return True
    return text[slice(*span)].islower() and all(is_ordinary(word) for word in words)


def _goes_on_as_a_place(text: str, end: int) -> bool:
    after = _AFTER.match(text, end)
    return after is not None and folded(after[1]) in _PLACES


def is_ordinary(words: str) -> bool:
    """Say whether all these are words of English, whatever else they may be."""
    return all(folded(word[0]) in _ordinary() for word in _WORD.finditer(words))


def is_english(plain: str) -> bool:
    """Say whether one word, without case and accents, is a word of English."""
    return plain in _ordinary()


def has_word_list() -> bool:
    """Say whether the list of English words is installed."""
    return _BRITISH.is_file()


@cache
def _ordinary() -> frozenset[str]:
    known = _ROLES | _DAYS | _PLACES
    if not has_word_list():
        return known
    lines = _BRITISH.read_text(encoding="utf-8").split()
    return known | {
        line.casefold() if line.isascii() else folded(line) for line in lines if line[0].islower()
    }
