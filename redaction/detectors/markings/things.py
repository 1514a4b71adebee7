"""Words as of markings that hide nothing: of food, of the family dog, of where it is to be told.

"Do not give to Kay: nuts" keeps nothing from anybody. "Not to be given to Kay: the nuts that her
aunt sent are from prison" does: so little may stand beside the thing.
"""

from __future__ import annotations

import re

_THING = (
    r"(?:foods?|drinks?|(?:pea)?nuts?|milk|dairy|eggs?|gluten|wheat|fish|meat|pork|cheese|sugar|sweets"
    r"|chocolate|juice|squash|cakes?|meals?|snacks?|crisps|ibuprofen|paracetamol|aspirin|penicillin"
    r"|antibiotics|calpol|medications?|medicines?|tablets?|inhalers?|doses?|vitamins?|toys?|cups?|towels?"
    r"|bottles?|bedding|toothbrush(?:es)?|combs?|clothes|needles?|keys?|money|cash|cigarettes|vapes?"
    r"|phone|tablet|matches|alcohol|passwords?|pins?)"
)
_HANDS = re.compile(
    r"\b(?:giv(?:e|en|ing)|shar(?:e|ed|ing)|pass(?:ed)?|hand(?:ed)?|fed|not\sfor)\b"
)
_PET = r"(?:dogs?|cats?|pets?|rabbits?|hamsters?|horses?)"
_TO = r"(?:to|with)\s(?:[^\W_]+\s){0,2}?"
_INSIDE = re.compile(
    rf"\b(?:give|share|pass|hand)\s(?:[^\W_]+\s){{0,3}}?{_THING}\b|\b{_TO}{_PET}\b"
)
_BEHIND = re.compile(
    rf"\s(?:{_TO})?{_PET}\b"
    rf"|\s?[:,-]\s?(?:(?:any|all|no|cow's|or|and|the)\s)?{_THING}"
    r"(?:\s(?:and|or)\s[^\W_]+)?[ \t]*(?:[.;]|\n|\Z)"
    rf"|\s(?:with|without|before|after|on)\s(?:an?\s)?(?:empty\s)?(?:{_THING}|stomach)\b"
    r"|\s(?:under|over)\s(?:the\sage\s|\d|one|two|three|four|five|six|ten|twelve|sixteen|eighteen)"
)
_BEFORE = re.compile(rf"\b{_THING}\s(?:is\s|are\s|must\s)?\Z")
_ACCESS = re.compile(r"\baccess\b")
_BUILDING = re.compile(
    r"\b(?:lifts?|stairs?|staircase|steps|ramps?|wheelchairs?|parking|car\spark|park|vehicles?|vans?"
    r"|lorries|entrance|corridor|scaffold\w*|low\sbridge|road\sworks|gates?|driveway|loft|pavement)\b"
)
_PLACE = (
    r"\s(?:(?:in|on|at|outside)\s(?:an?|the|h(?:is|er)|their)\s(?:back\sof\sthe\s)?(?:car|taxi|minibus"
    r"|bus|train|corridor|street|playground|supermarket|shop|waiting\sroom|car\spark|doorstep"
    r"|(?:tele)?phone|(?:school\s)?gates?)|over\sthe\s(?:tele)?phone|by\s(?:tele)?phone"
    r"|by\stext(?:\smessage)?|at\sbedtime|in\spassing|in\sa\s(?:hurry|rush))"
)
_PLACE_BEHIND = re.compile(rf"{_PLACE}\W*(?:[.;]|\n|\Z)")
_PLACE_AT_ITS_END = re.compile(
    r"\b(?:read|tell|told|shown?|given?|said|discuss(?:ed)?|explain(?:ed)?|broken)\b"
    rf"(?:\s[^\s.;:]+){{0,5}}{_PLACE}\W*\Z"
)
"""Where or how something is not to be told, though it may be: "not read to her in a car"."""
_FAR = 40


def is_of_things(text: str, start: int, end: int) -> bool:
    """Say whether words of a mended text that forbid to give, to tell or to enter hide nothing."""
    words = text[start:end]
    if _PLACE_BEHIND.match(text, end) or _PLACE_AT_ITS_END.search(words):
        return True
    if _HANDS.search(words):
        return bool(
            _INSIDE.search(words)
            or _BEHIND.match(text, end)
            or _BEFORE.search(text[max(0, start - _FAR) : start])
        )
    if not _ACCESS.search(words):
        return False
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    told = text[text.rfind("\n", 0, start) + 1 : line_end]
    if "limited" in words:
        told += text[line_end : line_end + 120].strip().partition("\n")[0]
    return _BUILDING.search(told) is not None
