"""Names by which people are known online: @name, "snap: name", "insta name"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.matching import everywhere, near, owned_or
from redaction.detectors.names.veto import is_ordinary
from redaction.detectors.nicknames import nicknames_of
from redaction.detectors.normal import folded
from redaction.detectors.owners import known_by

_NAME = r"[A-Za-z0-9_](?:[\w.-]{0,28}[A-Za-z0-9_])?(?:#\d{4}(?!\d))?"
_AT_NAME = re.compile(rf"(?<![\w.@/+%'-])@(?P<name>{_NAME})(?!\w|\.[A-Za-z]|-|@)")
_PLACE_WORDS = (
    r"snap(?:chat|s)?|insta(?:gram)?|ig|tik\s?tok|twitter|facebook|fb|messenger|discord|telegram|kik"
    r"|skype|whats\s?app|xbox(?:\s+live)?|psn|playstation|steam|roblox|fortnite|minecraft|twitch"
    r"|youtube|only\s?fans|tumblr|reddit|tinder|grindr|yubo|bebo|msn|gamer\s?tag|user\s?name|handle"
    r"|screen\s?name|be\s?real|depop|vinted|social\smedia|socials|sc(?=\s?[:=])"
)
_PLACE = re.compile(rf"\b(?:{_PLACE_WORDS})\b", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b(?:{_PLACE_WORDS})\b(?P<lead>(?:[ \t]+(?:name|id|accounts?|user\s?name|handle|user"
    rf"|tag|gamer\s?tag|profile|is|was|as|called|under|named|me|of|(?:he|she|they)(?:\s(?:is|are|was))?"
    rf"|in\sthe\sname|the\sname))*[ \t]*(?P<sign>(?:[:=]|[-\u2013](?=[ \t]))[ \t]*)?)"
    r"[\"'\u2018\u201c(]?(?<!\w)"
    rf"(?P<name>@?{_NAME})(?!\w|@)",
    re.IGNORECASE,
)
_THEN_CALLED = re.compile(
    rf"(?<![\w.@/+%'-])(?P<name>{_NAME})[\"'\u2019\u201d]?"
    rf"(?:\s{{1,2}}(?:on|via|from|over|through|at|in)\s{{1,2}}(?:the\s)?|\s?[(,\u2013-]\s?"
    rf"|\s(?=online\b)|\s(?:added|messaged|followed|dmed|dm'd)\s\w{{2,5}}\son\s)"
    rf"(?:{_PLACE_WORDS}|online)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:accounts?|profiles?|user|name|someone|somebody|person|page)\s(?:called|named|calling\s\w+)\s"
    rf"[\"'\u2018\u201c(]?(?P<name>{_NAME})(?!\w|@)",
    re.IGNORECASE,
)
_ADD = re.compile(
    r"\b(?:(?:add|kik|dm|msg|message|follow|snap)(?:\s(?:me|her|him|them|us))?|(?:second|fake|private|priv|spam|main"
    r"|old|new|other|burner)\s(?:account|acc|acct))(?:\son\s\w{1,12})?(?:\s?[:,(]\s?|\s)[\"'\u2018\u201c]?"
    rf"(?P<name>{_NAME})(?!\w|@)",
    re.IGNORECASE,
)
"""What is to be added, of which signs or figures make a name."""
_A_NAME = re.compile(r"\b(?:user\s?name|handle|screen\s?name|gamer\s?tag)\b", re.IGNORECASE)
_LONG = 5  # letters and figures that are an account's name and no class or measure
_TIME_OR_PRICE = re.compile(r"\d+(?:[.:]\d+)?(?:am|pm|hrs?|h|p|k|each|%)?", re.IGNORECASE)
_DOMAIN = re.compile(r".*\.(?:com|co|uk|org|net|gov|info|io|me|tv)", re.IGNORECASE)
_SIGN = re.compile(r"[\d_.-]")
"""Within a name it makes one of what are words without it: "pickles_g"."""
_CAPITAL_WITHIN = re.compile(r"[a-z][A-Z]")
_SHORTEST = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_WITHIN = 4  # letters of a first name that is looked for within longer words


class HandleDetector:
    """Finds names of accounts on social media and in games."""

    name = "handle"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each; an ordinary word is one only where a place online is named."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    taken: set[int] = set()
    for seen in _AT_NAME.finditer(text):
        if _may_be_one(seen["name"]) and (
            not is_ordinary(seen["name"])
            or _SIGN.search(seen["name"])
            or near(_PLACE, text, seen.span(), 30, 30)
        ):
            taken.add(seen.start())
            yield _finding(roster, seen.span(), seen["name"])
    for seen in _CALLED.finditer(text):
        start, end = seen.span("name")
        if start not in taken and _may_be_one(seen["name"]) and _is_called(seen):
            taken.add(start)
            yield _finding(roster, (start, end), seen["name"])

    for pattern in (_THEN_CALLED, _ACCOUNT, _ADD):
        for seen in pattern.finditer(text):
            span = seen.span("name")
            if span[0] not in taken and _may_be_one(seen["name"]) and _is_made_up(seen["name"]):
                taken.add(span[0])
                yield _finding(roster, span, seen["name"])


def _is_made_up(name: str) -> bool:
    """Say whether signs or figures stand within a name as in no word."""
    mixed = any(c.isdigit() for c in name) and any(c.isalpha() for c in name)
    return "_" in name or (
        len(name) >= _LONG and not name[0].isdigit() and (mixed or "." in name[1:-1])
    )


def _finding(roster: Roster, span: tuple[int, int], name: str) -> Finding:
    what, name = "name of an account", name.lstrip("@")
    propose = Propose.REDACT
    if not known_by(roster, "handle", name) and _may_be_the_subjects(name, roster):
        what, propose = "name of an account that the subject's own name is part of", Propose.ASK
    return owned_or(propose, roster, span, "handle", what, name, 0.85)


def _may_be_the_subjects(name: str, roster: Roster) -> bool:
    """Say whether an account's name is made of the subject's, and no more of somebody else's."""
    pieces = [piece.strip("x") or piece for piece in _LETTERS.findall(folded(name))]
    fits = [(_fit(pieces, person), person.id == roster.subject) for person in roster.people]
    own = max((fit for fit, is_subject in fits if is_subject), default=0)
    return own > 0 and own >= max(fit for fit, _ in fits)


def _fit(pieces: list[str], person: Person) -> int:
    """Return how well a person's name fits: 2 by what they are called, 1 by initial and surname."""
    solid, fit = "".join(pieces), 0
    for called in (person.name, *person.aliases):
        first, *rest = _LETTERS.findall(folded(called)) or [""]
        for given in (first, *nicknames_of(first)):
            if given in pieces or (len(given) >= _LEAST_WITHIN and given in solid):
                fit = max(fit, 3 if rest and rest[-1] in solid else 2)
        if rest and solid in (first[:1] + rest[-1], rest[-1] + first[:1]):
            fit = max(fit, 1)
    return fit


def _may_be_one(name: str) -> bool:
    name = name.lstrip("@")
    return (
        len(name) >= _SHORTEST
        and any(c.isalpha() for c in name)
        and not _TIME_OR_PRICE.fullmatch(name)
        and not _DOMAIN.fullmatch(name)
    )


def _is_called(seen: re.Match[str]) -> bool:
    """Say whether a word behind a place online is an account, and not how a sentence goes on."""
    name = seen["name"]
    if name.startswith("@"):
        return True
    made_up = "_" in name or "." in name or any(c.isdigit() for c in name)
    if made_up:
        return not name[0].isdigit() or any(c.isalpha() for c in name)
    if is_ordinary(name) or not (seen["lead"].strip() or _A_NAME.match(seen[0])):
        return False
    within = _CAPITAL_WITHIN.search(name) and _A_NAME.search(seen[0], 0) is not None
    return bool(within) or (name.islower() and (seen["sign"] is not None or not is_ordinary(name)))
