"""Names by which people are known online: @name, "snap: name", "insta name"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import everywhere, near, owned_or
from redaction.detectors.names.veto import is_ordinary

_NAME = r"[A-Za-z0-9_](?:[\w.-]{0,28}[A-Za-z0-9_])?"
_AT_NAME = re.compile(rf"(?<![\w.@/+%'-])@(?P<name>{_NAME})(?!\w|\.[A-Za-z]|-|@)")
_PLACE_WORDS = (
    r"snap(?:chat|s)?|insta(?:gram)?|ig|tik\s?tok|twitter|facebook|fb|messenger|discord|telegram|kik"
    r"|skype|whats\s?app|xbox(?:\s+live)?|psn|playstation|steam|roblox|fortnite|minecraft|twitch"
    r"|youtube|only\s?fans|tumblr|reddit|tinder|grindr|yubo|bebo|msn|gamer\s?tag|user\s?name|handle"
    r"|screen\s?name"
)
_PLACE = re.compile(rf"\b(?:{_PLACE_WORDS})\b", re.IGNORECASE)
_CALLED = re.compile(
    rf"\b(?:{_PLACE_WORDS})\b(?P<lead>(?:[ \t]+(?:name|id|accounts?|user\s?name|handle|user"
    rf"|tag|gamer\s?tag|profile|is|was|as|called|under|named))*[ \t]*(?P<sign>[:=][ \t]*)?)"
    r"[\"'\u2018\u201c(]?"
    rf"(?P<name>@?{_NAME})(?!\w|@)",
    re.IGNORECASE,
)
_THEN_CALLED = re.compile(
    rf"(?<![\w.@/+%'-])(?P<name>{_NAME})[\"'\u2019\u201d]?"
    rf"(?:\s{{1,2}}(?:on|via|from|over|through|at|in)\s{{1,2}}(?:the\s)?|\s?[(,\u2013-]\s?)"
    rf"(?:{_PLACE_WORDS}|online)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:accounts?|profiles?|user|name|someone|somebody|person|page)\s(?:called|named|calling\s\w+)\s"
    rf"[\"'\u2018\u201c(]?(?P<name>{_NAME})(?!\w|@)",
    re.IGNORECASE,
)
_A_NAME = re.compile(r"\b(?:user\s?name|handle|screen\s?name|gamer\s?tag)\b", re.IGNORECASE)
_LONG = 5  # letters and figures that are an account's name and no class or measure
_TIME_OR_PRICE = re.compile(r"\d+(?:[.:]\d+)?(?:am|pm|hrs?|h|p|k|each|%)?", re.IGNORECASE)
_DOMAIN = re.compile(r".*\.(?:com|co|uk|org|net|gov|info|io|me|tv)", re.IGNORECASE)
_SHORTEST = 3


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
            not is_ordinary(seen["name"]) or near(_PLACE, text, seen.span(), 30, 30)
        ):
            taken.add(seen.start())
            yield _finding(roster, seen.span(), seen["name"])
    for seen in _CALLED.finditer(text):
        start, end = seen.span("name")
        if start not in taken and _may_be_one(seen["name"]) and _is_called(seen):
            yield _finding(roster, (start, end), seen["name"])

    for pattern in (_THEN_CALLED, _ACCOUNT):
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
    what = "name of an account"
    return owned_or(Propose.REDACT, roster, span, "handle", what, name.lstrip("@"), 0.85)


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
    return name.islower() and (seen["sign"] is not None or not is_ordinary(name))
